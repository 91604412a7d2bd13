"""Mail from an IMAP account: read only, newest first, and what looks like hiring before all else.

A folder is opened with EXAMINE and read with BODY.PEEK, so that no flag changes. A message is known by its folder,
the folder's UIDVALIDITY and its UID, which together never mean another one. A folder that was read to its end is
read on from UIDNEXT; where the server counts changes (CONDSTORE), mail that was taken out of the bin or finished
in place is found too. Whatever breaks is read again at the next scan, without what is known already.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from imapclient import IMAPClient

from sincerely.core.account import Account

from .base import BATCH, Checkpoint, Fault, Item, Known, LeftOut, Raw, SourceError, SourceGone, State
from .imap_fetch import Fetching, key_of, parts_of
from .imap_folders import Chosen, Folder, choose, folders_of
from .imap_line import BROKEN, Line, Pace, Renumbered, SignIn
from .imap_search import from_uid, like_hiring, newest_first, within
from .imap_state import Memory, Seen

# What is read first: older processes are closed as silent in any case.
_FIRST_DAYS = 45
# Of each folder no more than these: understanding one takes about as long as fetching fifty.
_MOST_FIRST = 100
# Fewer messages are read at once, in whatever order.
_FEW = 300
# RFC 2177: a server may end an IDLE after 30 minutes; what lies between forgets a silent connection sooner.
_LONGEST_IDLE = 29 * 60


@dataclass
class Imap:
    """A read-only IMAP account. The connection is kept until `close`.

    Attributes:
        account: whose mail it is, and where.
        sign_in: gives what to sign in with, when it is needed.
        pace: the waiting between tries.
        clock: tells the time.
    """

    account: Account
    sign_in: SignIn
    pace: Pace = field(default_factory=Pace)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def __post_init__(self) -> None:
        self._line = Line(self.account, self.sign_in, self.pace)
        self._refused: SourceError | None = None
        self._mark: tuple[object, object] | None = None

    @property
    def name(self) -> str:
        return f"imap:{self.account.address}"

    @property
    def place(self) -> str:
        """The account, for people."""
        return self.account.address

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        yield from _Scan(self, self._line, Memory.of(state), known).items()

    def fetch(self, key: str, where: str = "") -> Raw:  # noqa: ARG002 - the key says where
        parts = parts_of(key)
        if parts is None:
            raise SourceError(self.place, f"holds no message {key}", "it was deleted or moved since")
        if self._refused is not None:  # it would refuse the next one likewise, and each try takes its time
            raise self._refused
        try:
            return self._fetch(key, *parts)
        except SourceError as error:
            self._refused = None if self._line.is_open else error
            raise

    def folders(self) -> Chosen:
        """Return which folders are read, and which are not: the test of a connection.

        Raises:
            SourceError: the account cannot be read.
        """
        listed = self._line.do(lambda client: client.list_folders())
        return choose(self.place, folders_of(listed), self.account.folders)

    def wait(self, seconds: float) -> bool:
        """Wait until new mail comes to the inbox, at most so long, and return whether to look.

        What came between two calls is a reason to look at once. Where the server pushes nothing (no IDLE), it waits the
        whole time. A connection that breaks meanwhile is a reason to look: nobody knows what came.

        Raises:
            SourceError: the account cannot be read.
        """
        try:
            if self._moved_on():
                return True
            if not self._line.once(lambda client: client.has_capability("IDLE")):
                self.pace.sleep(seconds)
                return self._moved_on()
            pushed = self._line.once(lambda client: _pushed(client, min(seconds, _LONGEST_IDLE)))
            if pushed:
                self._moved_on()  # what is looked at now is no news the next time
        except (*BROKEN, Renumbered):
            return True
        return pushed

    def interrupt(self) -> None:
        """End a `wait` in another thread, now: its connection is cut, and it returns."""
        self._line.cut()

    def _moved_on(self) -> bool:
        """Whether the inbox is another than when it was last looked at; remember how it is."""
        told = self._line.examine(b"INBOX")
        before, self._mark = self._mark, (told.get(b"UIDVALIDITY"), told.get(b"UIDNEXT"))
        return before is not None and before != self._mark

    def close(self) -> None:
        """End the connection; the next scan makes another."""
        self._refused = None
        self._line.close()

    def _fetch(self, key: str, folder: bytes, validity: int, uid: int) -> Raw:
        try:
            self._line.examine(folder, validity)
            fetching = Fetching(self._line, self.place, _named(folder), validity)
            found = [item for item in fetching.messages([uid]) if isinstance(item, Raw)]
        except Renumbered:
            found = []
        if not found:
            raise SourceError(self.place, f"holds no message {key}", "it was deleted or moved since")
        return found[0]


def _named(raw: bytes) -> Folder:
    return folders_of([((), b"/", raw)])[0]


def _pushed(client: IMAPClient, seconds: float) -> bool:
    """Wait for a push; what a server only says to keep the line open ("Still here") is none."""
    client.idle()
    ends, came = time.monotonic() + seconds, False
    while not came:
        told = client.idle_check(timeout=max(ends - time.monotonic(), 0))
        if not told:
            break
        came = _has_mail(told)
    return _has_mail(client.idle_done()[1]) or came


def _has_mail(told: Sequence[Sequence[object]]) -> bool:
    return any(len(one) > 1 and one[1] == b"EXISTS" for one in told)


@dataclass
class _Task:
    """A folder with something to read."""

    folder: Folder
    validity: int
    seen: Seen  # what to remember when it has been read
    uids: list[int]
    first: list[int] = field(default_factory=list)  # of these, what is read before all else


@dataclass
class _Scan:
    """One scan on its way through the folders; ``memory`` is kept true to what was handed over."""

    imap: Imap
    line: Line
    memory: Memory
    known: Known
    done: int = 0
    total: int = 0
    too_old: int = 0

    def items(self) -> Iterator[Item]:
        """Hand over what is new."""
        if self.line.is_open:  # else the folder that is open would be told of as it was
            self.line.do(lambda client: client.noop())
        begun = not self.memory.held and not self.memory.folders
        chosen = self.imap.folders()
        yield from self._missing(chosen)
        if begun:
            yield from chosen.left_out
        tasks, faults = self._plan(chosen)
        yield from faults
        self.total = sum(len(task.uids) for task in tasks)
        if any(task.first for task in tasks):
            for task in tasks:
                task.first = _with_latest_sent(task)
                yield from self._read(task, task.first)
            yield Checkpoint(self.memory.state(), self.done, self.total, useful=True)
        for task in tasks:
            first = frozenset(task.first)
            yield from self._read(task, [uid for uid in task.uids if uid not in first], last=True)
        if begun and self.too_old:
            days = self.imap.account.since_days
            yield LeftOut(self.imap.place, self.too_old, f'older than {days} days; "sincerely account set" reads more')
        yield Checkpoint(self.memory.state(), max(self.done, self.memory.held), max(self.done, self.memory.held))

    def _missing(self, chosen: Chosen) -> Iterator[Item]:
        """Say which folders went away, and forget where their reading stopped."""
        place = self.imap.place
        there = {folder.raw.decode() for folder in chosen.folders}
        gone = [name for name in self.memory.folders if name not in there]
        if gone and not there and self.memory.held:
            raise SourceGone.since(place, self.memory.held, "is missing")
        if chosen.missing and not gone:
            what = f'there is no folder "{chosen.missing[0]}"'
            if not there:
                raise SourceError(place, what, 'name others with "sincerely account set --folder"')
            yield Fault(place, what, 'name others with "sincerely account set --folder"')
        for name in gone:
            del self.memory.folders[name]
            shown = _named(name.encode()).shown
            yield Fault(f"{place}, {shown}", "is not there any more, or is not read any more", "what was read is kept")

    def _plan(self, chosen: Chosen) -> tuple[list[_Task], list[Fault]]:
        """Return what is to be read of each folder. The mailbox is asked, nothing is fetched.

        Raises:
            SourceGone: all of it is suddenly empty.
        """
        tasks, faults, held = [], [], 0
        for folder in chosen.folders:
            try:
                task, messages = self._look(folder)
            except (SourceError, Renumbered) as error:
                place = f"{self.imap.place}, {folder.shown}"
                faults.append(Fault(place, f"cannot be opened: {_told(error)}", refused=True))
                continue
            held += messages
            if isinstance(task, Fault):
                faults.append(task)
            elif task is not None:
                tasks.append(task)
        if self.memory.held and not held:
            raise SourceGone.since(self.imap.place, self.memory.held)
        if chosen.folders and len(faults) == len(chosen.folders) and not tasks:
            raise SourceError(self.imap.place, str(faults[0]), "sync again later")
        self.memory.held = max(held, 0)
        return tasks, faults

    def _look(self, folder: Folder) -> tuple[_Task | Fault | None, int]:
        """Return what is to be read of one folder, and how many messages lie in it."""
        told = self.line.do(lambda client: client.folder_status(folder.raw, _status_items(client)))
        messages, validity = int(told.get(b"MESSAGES", 0)), int(told.get(b"UIDVALIDITY", 0))
        now = Seen(
            validity, int(told.get(b"UIDNEXT", 0)), int(told.get(b"HIGHESTMODSEQ", 0)), messages, self._since_text()
        )
        before = self.memory.folders.get(folder.raw.decode())
        if before is not None and before.held and not messages:
            # Whoever tidies up leaves UIDVALIDITY and UIDNEXT as they are; a folder that was lost and made anew has
            # others, and is not believed.
            tidied = (validity, now.next_uid >= before.next_uid) == (before.validity, True)
            return None if tidied else _emptied(self.imap.place, folder, before.held), messages
        if before is not None and before.validity == validity and before.reaches(self._since()):
            if now.next_uid == before.next_uid and now.changes == before.changes and now.next_uid:
                self.memory.folders[folder.raw.decode()] = now
                return None, messages
            return self._task(folder, now, before), messages
        return self._task(folder, now, None), messages

    def _task(self, folder: Folder, now: Seen, before: Seen | None) -> _Task:
        """Ask which messages of a folder are to be read, the newest first; those that are known are not."""
        self.line.examine(folder.raw, now.validity)
        since = self._since()
        found = self._search(within(since) if before is None else within(since, from_uid(before.next_uid or 1)))
        if before is not None:
            found = [uid for uid in found if uid >= before.next_uid]
            if before.changes and now.changes != before.changes:
                found += self._search(within(since, f"MODSEQ {before.changes + 1}"))
        else:
            self.too_old += max(0, now.held - len(found)) if since else 0
        uids = newest_first(uid for uid in found if uid < now.next_uid or not now.next_uid)
        uids = [uid for some in batched_list(uids) for uid in self._unknown(folder, now.validity, some)]
        first = self._first(uids) if before is None and len(uids) > _FEW else []
        return _Task(folder, now.validity, now, uids, first)

    def _first(self, uids: list[int]) -> list[int]:
        """Return those that look like hiring and are new, the newest first; none where the server can't say."""
        recent = self.imap.clock().date() - timedelta(days=_FIRST_DAYS)
        try:
            found = frozenset(self._search(like_hiring(recent)))
        except SourceError:
            found = frozenset(self._search(within(recent)))
        return [uid for uid in uids if uid in found][:_MOST_FIRST]

    def _search(self, criteria: str) -> list[int]:
        return [int(uid) for uid in self.line.do(lambda client: client.search(criteria))]

    def _unknown(self, folder: Folder, validity: int, uids: list[int]) -> list[int]:
        keys = {uid: key_of(folder.raw, validity, uid) for uid in uids}
        held = self.known(list(keys.values()))
        return [uid for uid, key in keys.items() if key not in held]

    def _read(self, task: _Task, uids: list[int], *, last: bool = False) -> Iterator[Item]:
        """Hand over messages of a folder; with ``last`` it has then been read to its end."""
        place = self.imap.place
        try:
            if uids:
                self.line.examine(task.folder.raw, task.validity)
            fetching = Fetching(self.line, place, task.folder, task.validity)
            for some in batched_list(uids):
                yield from fetching.messages(some)
                self.done += len(some)
                yield Checkpoint(self.memory.state(), self.done, max(self.total, self.done))
        except Renumbered:
            yield Fault(f"{place}, {task.folder.shown}", "was numbered anew while it was read", "sync again")
            return
        if last:
            self.memory.folders[task.folder.raw.decode()] = task.seen

    def _since(self) -> date | None:
        days = self.imap.account.since_days
        return self.imap.clock().date() - timedelta(days=days) if days else None

    def _since_text(self) -> str:
        since = self._since()
        return since.isoformat() if since else ""


def _with_latest_sent(task: _Task) -> list[int]:
    """Return what is read first of a folder; of what was sent also the latest: it tells who the person is."""
    if task.folder.role != "sent":
        return task.first
    return list(dict.fromkeys((*task.first, *task.uids)))[:_MOST_FIRST]


def batched_list(uids: list[int]) -> Iterator[list[int]]:
    """Yield as many as are looked up at once."""
    return (uids[begin : begin + BATCH] for begin in range(0, len(uids), BATCH))


def _status_items(client: IMAPClient) -> tuple[str, ...]:
    items = ("MESSAGES", "UIDNEXT", "UIDVALIDITY")
    return (*items, "HIGHESTMODSEQ") if client.has_capability("CONDSTORE") else items


def _emptied(place: str, folder: Folder, held: int) -> Fault:
    gone = SourceGone.since(f"{place}, {folder.shown}", held)
    return Fault(gone.place, gone.what, gone.remedy)


def _told(error: Exception) -> str:
    return error.what if isinstance(error, SourceError) else "it was numbered anew meanwhile; sync again"
