"""The folders of an IMAP account: what each is for, and which are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from imapclient.imap_utf7 import decode

from .base import LeftOut
from .folders import role, why_left_out

Role = Literal["inbox", "sent", "drafts", "junk", "bin", "archive", "other", "all"]

# RFC 6154. Google's \All holds every mail but junk and bin.
_SPECIAL: dict[bytes, Role] = {
    b"\\sent": "sent",
    b"\\drafts": "drafts",
    b"\\junk": "junk",
    b"\\trash": "bin",
    b"\\archive": "archive",
    b"\\all": "all",
}
# Folders that cannot be opened, and views of mail that lies in others.
_NOT_READ = frozenset({b"\\noselect", b"\\nonexistent", b"\\flagged", b"\\important"})
# Mail in these was not sent either, but people write no drafts into them.
_NO_PLACE_FOR_NEW = frozenset({"templates", "vorlagen", "outbox", "unsent messages"})
_ORDER: dict[Role, int] = {"inbox": 0, "all": 0, "sent": 1}


@dataclass(frozen=True)
class Folder:
    """One folder.

    Attributes:
        raw: its name as the server writes it.
        name: for people; "/" between its parts, whatever the server uses; "" is the inbox.
        role: what it is for.
    """

    raw: bytes
    name: str
    role: Role

    @property
    def shown(self) -> str:
        """The name to show."""
        return self.name or "INBOX"


@dataclass(frozen=True)
class Chosen:
    """Folders to read, and those that are not.

    Attributes:
        folders: the inbox first, then what was sent.
        left_out: drafts, junk, bin.
        missing: folders that the person named and that are not there.
    """

    folders: tuple[Folder, ...]
    left_out: tuple[LeftOut, ...] = ()
    missing: tuple[str, ...] = ()


def folders_of(listed: Iterable[tuple[Sequence[bytes], Any, Any]]) -> list[Folder]:
    """Return the folders that a LIST names: their flags, the separator, the name.

    What a folder is for the server says (SPECIAL-USE); where it does not, its name does, in several languages.
    """
    found = []
    for flags, separator, name in listed:
        raw = name if isinstance(name, bytes) else str(name).encode()
        marks = {bytes(flag).lower() for flag in flags}
        if marks & _NOT_READ or not raw.isascii():
            continue
        shown = _shown(raw, separator)
        special = next((_SPECIAL[mark] for mark in sorted(marks) if mark in _SPECIAL), None)
        if raw.upper() == b"INBOX":
            found.append(Folder(raw, "", "inbox"))
        else:
            named: Role = role(shown)
            found.append(Folder(raw, shown, special or ("other" if named == "inbox" else named)))
    return found


def folder_for(role: Role, listed: Iterable[tuple[Sequence[bytes], Any, Any]]) -> Folder | None:
    """Return the folder that a LIST names for something, the server's own word (SPECIAL-USE) before any name."""
    rows = list(listed)
    marked = {mark for mark, its in _SPECIAL.items() if its == role}
    said = folders_of(row for row in rows if marked & {bytes(flag).lower() for flag in row[0]})
    named = [each for each in folders_of(rows) if each.role == role and each.name.casefold() not in _NO_PLACE_FOR_NEW]
    # "Sent" is where new mail goes, "Sent/2024" is not.
    found = said or sorted(named, key=lambda folder: (folder.name.count("/"), folder.name))
    return found[0] if found else None


def choose(place: str, folders: Sequence[Folder], wanted: Sequence[str] = ()) -> Chosen:
    """Return which folders are read.

    Args:
        place: the account, for people.
        folders: all there are.
        wanted: those that the person named; none named, all are read but drafts, junk and bin.
    """
    if wanted:
        by_name = {key.casefold(): folder for folder in folders for key in (folder.raw.decode(), folder.shown)}
        found = dict.fromkeys(by_name[name.casefold()] for name in wanted if name.casefold() in by_name)
        missing = tuple(name for name in wanted if name.casefold() not in by_name)
        return Chosen(tuple(found), missing=missing)
    whole = [folder for folder in folders if folder.role == "all"]
    if whole:  # everything lies in it once more
        return Chosen((whole[0],))
    reasons = {folder: _why_left_out(folder.role) for folder in folders}
    read = sorted((f for f, why in reasons.items() if not why), key=lambda f: (_ORDER.get(f.role, 2), f.name))
    left_out = tuple(LeftOut(f"{place}, {f.shown}", 0, why) for f, why in reasons.items() if why)
    return Chosen(tuple(read), left_out)


def _why_left_out(role: Role) -> str:
    return "" if role == "all" or role == "archive" else why_left_out(role)  # noqa: PLR1714 - narrows the type


def _shown(raw: bytes, separator: Any) -> str:
    """Return a name for people; one that is no valid modified UTF-7 stays as it is."""
    try:
        name = str(decode(raw))
    except (ValueError, LookupError):
        name = raw.decode("ascii", "replace")
    between = separator.decode("ascii", "replace") if isinstance(separator, bytes) else separator
    return name.replace(str(between), "/") if between and between != "/" else name
