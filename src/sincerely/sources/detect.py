"""Which sources a file or folder is: told by content, not by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .base import Fault, LeftOut, Source, SourceError
from .eml import Eml, looks_like_mail
from .files import as_fault, is_clutter, is_file, is_folder, listing, open_quietly, read_fully, subfolders, walk
from .folders import role, why_left_out
from .ics import Ics, begins_calendar, looks_like_calendar
from .maildir import Maildir, is_maildir
from .mbox import SUFFIXES, Mbox, folder_name
from .msg import Msg, looks_like_msg

_LOOK = 16 * 1024
_KINDS: dict[str, Callable[[Path], Source]] = {"mbox": Mbox, "maildir": Maildir, "eml": Eml, "msg": Msg, "ics": Ics}
_BOXES = frozenset({"cur", "new", "tmp"})
_HELP = "point to an mbox file, a Maildir, .eml, .msg or .ics files, or a folder of them"
# First bytes of what people have instead, and what to do with it.
_ELSE = (
    (b"!BDN", "is an Outlook data file", "export its mail as mbox or .eml files, and point to these"),
    (b"PK\x03\x04", "is a zip archive", "unpack it, and point to the folder"),
    (b"\x1f\x8b", "is compressed (gzip)", "unpack it, and point to the file inside"),
    (b"SQLite format 3", "is a database, not a mailbox", _HELP),
    (b"%PDF", "is a PDF, not a mailbox", _HELP),
)
_FOREIGN = {
    ".pst": "Outlook .pst",
    ".ost": "Outlook .ost",
    ".olm": "Outlook .olm",
    ".zip": "zip",
}


@dataclass(frozen=True)
class Discovery:
    """What lies at a path.

    Attributes:
        sources: in a stable order.
        notes: folders that could not be listed, and what was passed over on purpose.
    """

    sources: tuple[Source, ...]
    notes: tuple[Fault | LeftOut, ...] = ()

    @property
    def refused(self) -> tuple[Fault, ...]:
        """What could not be opened."""
        return tuple(note for note in self.notes if isinstance(note, Fault) and note.refused)


def open_source(path: Path) -> Source:
    """Return the one source that a file or folder is.

    Raises:
        SourceError: it is none, or several, or cannot be read.
    """
    found = discover(path).sources
    if len(found) > 1:
        raise SourceError(str(path), f"holds {len(found)} mailboxes", "point to one of them")
    return found[0]


def reopen(name: str) -> Source:
    """Return the source of that name; whether it is still there, its scan says.

    Raises:
        SourceError: no source has such a name.
    """
    kind, _, place = name.partition(":")
    if kind not in _KINDS or not place:
        raise SourceError(name, "is no source of a known kind", f"known are {', '.join(_KINDS)}")
    return _KINDS[kind](Path(place))


def discover(path: Path) -> Discovery:
    """Find all mail and calendars in a file, or in a folder and below.

    Raises:
        SourceError: there is nothing that can be read.
    """
    path = path.expanduser().absolute()
    if not is_folder(path):
        return Discovery((_of_file(path),))
    if is_maildir(path):
        return Discovery((Maildir(path),))
    found = _Tree(path)
    found.look()
    sources = found.sources()
    discovery = Discovery(sources, tuple(found.notes))
    if not sources and discovery.refused:  # what is behind it may be all of the mail
        first = discovery.refused[0]
        raise SourceError(first.place, first.what, first.remedy)
    if not sources:
        seen = ", ".join(f"{count} {what}" for what, count in sorted(found.foreign.items()))
        what = "holds no mail and no calendar that can be read" + (f" (but {seen})" if seen else "")
        raise SourceError(str(path), what, _HELP)
    return discovery


def _of_file(path: Path) -> Source:
    """Return the source that a file is."""
    with open_quietly(path) as handle:
        start = read_fully(handle, _LOOK)
    if not start:
        return Mbox(path)  # a mailbox without mail is an empty file
    if start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").startswith(b"From "):
        return Mbox(path)
    if begins_calendar(start):
        return Ics(path)
    if looks_like_msg(start):
        return Msg(path)
    for magic, what, remedy in _ELSE:
        if start.startswith(magic):
            raise SourceError(str(path), what, remedy)
    if looks_like_mail(start) or path.suffix.lower() == ".emlx":
        return Eml(path)
    if looks_like_calendar(start):
        return Ics(path)
    raise SourceError(str(path), "is neither a mailbox, nor a mail, nor a calendar", _HELP)


@dataclass(slots=True)
class _Tree:
    """What a walk through a folder finds."""

    root: Path
    notes: list[Fault | LeftOut] = field(default_factory=list)
    maildirs: list[Path] = field(default_factory=list)
    mboxes: list[Path] = field(default_factory=list)
    suffixes: set[str] = field(default_factory=set)
    foreign: Counter[str] = field(default_factory=Counter)

    def look(self) -> None:
        """Walk."""
        for folder in walk(self.root, prune=_BOXES):
            if isinstance(folder, Fault):
                self.notes.append(folder)
            elif any(folder.is_relative_to(maildir) for maildir in self.maildirs):
                continue  # it reads its own folders
            elif is_maildir(folder) or _has_dotted_folders(folder):
                self.maildirs.append(folder)
            else:
                self._files(folder)

    def _files(self, folder: Path) -> None:
        try:
            with listing(folder) as entries:
                files = sorted(Path(e.path) for e in entries if is_file(e) and not is_clutter(e.name))
        except SourceError as error:
            self.notes.append(as_fault(error))
            return
        for file in files:
            suffix = file.suffix.lower()
            self.suffixes.add(suffix)
            if suffix in _FOREIGN:
                self.foreign[_FOREIGN[suffix]] += 1
            elif suffix in SUFFIXES or not suffix:
                self._maybe_mbox(file)

    def _maybe_mbox(self, file: Path) -> None:
        try:
            with open_quietly(file) as handle:
                start = read_fully(handle, 64)
        except SourceError as error:
            self.notes.append(as_fault(error))
            return
        if not start.lstrip(b"\r\n").startswith(b"From "):
            return
        inside = file.parent.relative_to(self.root).as_posix()
        why = why_left_out(role(folder_name(file))) or why_left_out(role(inside))
        if why:
            self.notes.append(LeftOut(str(file), 0, why))
        else:
            self.mboxes.append(file)

    def sources(self) -> tuple[Source, ...]:
        """Return what was found, in a stable order."""
        roots = set(_roots(self.maildirs, self.root))
        found: list[Source] = [Maildir(p) for p in sorted(roots) if roots.isdisjoint(p.parents)]
        found += [Mbox(p) for p in sorted(self.mboxes)]
        found += [kind(self.root) for kind in (Eml, Msg, Ics) if self.suffixes & kind.form.suffixes]
        return tuple(found)


def _has_dotted_folders(folder: Path) -> bool:
    """Whether a folder is a Maildir++ without an inbox of its own."""
    try:
        return any(f.name.startswith(".") and is_maildir(f) for f in subfolders(folder))
    except SourceError:
        return False


def _roots(maildirs: list[Path], root: Path) -> Iterator[Path]:
    """Yield what to open: for folders side by side ("Inbox", "Sent") the one that holds them."""
    beside = Counter(maildir.parent for maildir in maildirs)
    for maildir in maildirs:
        named = role(maildir.name) != "other" and maildir != root
        yield maildir.parent if beside[maildir.parent] > 1 or named else maildir
