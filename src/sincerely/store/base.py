"""What is kept, and the contract that every store keeps. Pass `tests/store/contract.py`.

A store is opened for one tenant and one candidate, and never shows another's rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from sincerely.core.account import Account
from sincerely.core.events import Event
from sincerely.core.handed import Handed, Place
from sincerely.core.header import Header
from sincerely.core.outbound import Dispatch, Written
from sincerely.core.process import Process
from sincerely.planning.reminding import Shown

from .version import Version

Still = Callable[[], bool]
"""Whether what `Store.alone` gave is still held."""


class StoreError(Exception):
    """Nothing was changed; the message says what is wrong and what to do."""


class NewerStore(StoreError):
    """The store was written by a newer version of Sincerely."""


@dataclass(frozen=True)
class Judged:
    """What a process's report comes to, as far as the store needs it.

    Attributes:
        wake_at: when the report will next be different.
        holds: whether anything holds now.
        state: one word for lists, such as ``waiting`` or ``rejected``.
    """

    wake_at: datetime | None
    holds: bool
    state: str


Judge = Callable[[Process, datetime], Judged]
"""Reports a process at an instant; handed in by `app.wiring`, because the store knows no rules and no policy."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One mail or calendar file that was read.

    Of mail that is not about hiring (kind ``other``, no process) only source, key, digest and where it is are kept.
    """

    source: str  # the source's name
    key: str  # the source's own name for it
    digest: str  # of its bytes, hexadecimal
    place: str = ""  # for people: where it is
    where: str = ""  # for the source: where to read it again
    message_id: str = ""
    date: datetime | None = None
    sender: str = ""
    subject: str = ""
    sent: bool = False
    kind: str = "other"
    confidence: float = 1.0
    process: str | None = None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A CV, or the posting of a process: what stands in it, line by line, as it stood on the day it was given.

    Attributes:
        id: such as ``cv-3f2a9c``, made of what it is and of its bytes.
        kind: ``cv`` or ``posting``.
        process: the one whose posting it is; None of a CV.
        name: of its file, for people.
        form: what the file was: ``text``, ``html``, ``docx`` or ``pdf``.
        digest: of its bytes, hexadecimal.
        lines: its text; a line is quoted by its number, the first is 1.
        added_at: when it was given.
        removed_at: when the person took it away; it stands for nothing until that is undone.
    """

    id: str
    kind: str
    process: str | None = None
    name: str = ""
    form: str = "text"
    digest: str = ""
    lines: Sequence[str] = ()
    added_at: datetime
    removed_at: datetime | None = None


@dataclass(frozen=True)
class Answered:
    """What a program was answered: asked again with the same key, it is answered the same and nothing is done twice.

    Attributes:
        key: digest of who asked, for what, under which key of their own; hexadecimal.
        request: digest of what was asked, hexadecimal.
        status: the HTTP status.
        body: the answer, JSON.
        at: when.
    """

    key: str
    request: str
    status: int
    body: str
    at: datetime


@dataclass(frozen=True)
class Change:
    """Events to add to one process, which is made where it does not exist yet."""

    header: Header
    events: Sequence[Event]


@dataclass(frozen=True)
class Added:
    """What `Store.add` changed."""

    events: tuple[str, ...]  # ids of the events that were new
    processes: tuple[str, ...]  # processes that were reported again


@dataclass(frozen=True)
class Erasure:
    """What is to be erased for good.

    Attributes:
        processes: names of processes, with all that belongs to them.
        events: events of other processes, each by its process's name and its id.
        settings: what settings are to be from now on; None erases one with its name.
        mentions: words; an answer to a program that holds one of them is erased.
    """

    processes: Collection[str]
    events: Collection[tuple[str, str]] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    mentions: Collection[str] = ()


@dataclass(frozen=True)
class Summary:
    """A process as lists show it, without its events."""

    header: Header
    state: str
    holds: bool
    wake_at: datetime | None
    first_at: datetime | None
    last_at: datetime | None
    events: int


class Store(Protocol):
    """One candidate's processes, their events, and what was read. All instants are aware and come back in UTC."""

    def transaction(self) -> AbstractContextManager[None]:
        """Group calls: all of them happen, or none. Inside, the same store is used; nesting joins the outer one."""

    def add(self, changes: Iterable[Change], now: datetime) -> Added:
        """Add events; those that a process has already from the same source (same id, same source) are left out.

        The same fact from two sources stays twice, so that both are evidence; the fold takes the surer one.

        In the same transaction every process that changed, and every other process of the candidate whose
        ``around`` changed (`core.around.bears_outside`), is folded and judged again: its ``wake_at``, ``holds``
        and ``state`` are right when this returns. An existing process keeps its header.
        """

    def set_header(self, header: Header, now: datetime) -> None:
        """Replace what a process is about; judged again."""

    def judge_all(self, now: datetime) -> None:
        """Judge every process again, because what judges has changed."""

    def process(self, name: str) -> Process | None:
        """Return one process, folded, with its ``around``."""

    def processes(self, names: Iterable[str]) -> list[Process]:
        """Return those of the named processes that there are, as `process` gives each; quicker than one by one."""

    def histories(self) -> list[Process]:
        """Every process as its own events tell it, without ``around``: for figures over all of them."""

    def newest(self) -> int:
        """Return a mark of the newest event of all processes; 0 where there is none. It changes with every event."""

    def version(self) -> Version | None:
        """Return a mark that is another one after every commit of anybody; None where the database can't tell.

        Inside a transaction it is None too: what that changes is told to nobody yet. Whoever read the mark first, and
        what it stands for afterwards, may keep that as long as the mark is the same.
        """

    def summaries(self) -> list[Summary]:
        """Every process, those heard of last first."""

    def lively(self, now: datetime) -> list[Process]:
        """Return the processes that something may hold of at ``now``: ``holds``, or woken by then. Uses the index."""

    def sweep(self, now: datetime, limit: int = 1000) -> list[str]:
        """Judge again the processes whose ``wake_at`` has come, at most ``limit``, and return their names.

        Touches only those (``wake_at <= now``, indexed), and none whose ``wake_at`` another sweep has moved since.
        """

    def next_wake(self) -> datetime | None:
        """Return the earliest ``wake_at`` of all."""

    def event(self, process: str, event_id: str) -> Event | None:
        """Return one event, from its surest report."""

    def source_state(self, source: str) -> Mapping[str, Any] | None:
        """Return what a source asked to be reminded of at its next scan; None where it is new."""

    def save_source(self, source: str, state: Mapping[str, Any], now: datetime) -> None:
        """Remember a source's state, and when it was read."""

    def sources(self) -> list[tuple[str, datetime]]:
        """Every source that was read, and when."""

    def known_keys(self, source: str) -> Callable[[str], bool]:
        """Return a quick test of whether a source's message was read before this call: eight bytes for each key."""

    def known_digests(self) -> Callable[[str], bool]:
        """Return a quick test of whether the same bytes were read before this call, from any source."""

    def add_messages(self, messages: Iterable[Message]) -> int:
        """Remember messages (in batches), and return how many are new; one that is there already stays as it is.

        One may come before its process is made, in the same transaction.
        """

    def place_messages(self, messages: Iterable[Message]) -> None:
        """Remember of messages that belonged to no process that they belong to one; others stay as they are."""

    def message(self, source: str, key: str) -> Message | None:
        """Return one message."""

    def message_named(self, name: str) -> Message | None:
        """Return the message that an event's ``source`` names: a Message-ID in angle brackets, or ``sha256:DIGEST``."""

    def messages_of(self, process: str) -> list[Message]:
        """Every message of a process, oldest first."""

    def sent_messages(self, most: int) -> list[Message]:
        """What the candidate sent in any process, the latest first, at most so many."""

    def threads(self) -> Iterator[tuple[str, str]]:
        """Yield Message-ID and process of every message that belongs to one."""

    def search_events(self, words: Sequence[str], most: int) -> list[tuple[str, Event]]:
        """Return the latest events whose quote or facts hold every one of the words, each with its process's name.

        At most so many; without words none. The case of A to Z does not matter. A word may also be found in the
        name of a fact, such as ``by``: whoever shows it looks again.
        """

    def search_messages(self, words: Sequence[str], most: int) -> list[Message]:
        """Return the latest messages of any process whose subject and sender hold every one of the words."""

    def add_version(self, written: Written) -> Written:
        """Keep one more version of a draft, or a new draft where it has no number yet; return it as numbered."""

    def drafts(self) -> list[Written]:
        """Return every draft's latest version, the newest draft first."""

    def versions(self, draft: int) -> list[Written]:
        """Return every version of a draft, oldest first; none where there is no such draft."""

    def add_outgoing(self, dispatch: Dispatch) -> Dispatch:
        """Keep a message that is to go out, and return it with its number.

        Raises:
            StoreError: another message of the same draft is on its way.
        """

    def outgoing(self, number: int) -> Dispatch | None:
        """Return one message."""

    def outgoings(self) -> list[Dispatch]:
        """Return every message that was to go out, the newest first."""

    def step(self, old: Dispatch, new: Dispatch) -> bool:
        """Put ``new`` in the place of ``old``, if it still stands where ``old`` says; whether it did.

        Of several who try at once, one succeeds. What the message says stays as it was added.
        """

    def alone(self, name: str) -> AbstractContextManager[Still | None]:
        """Be the only one, of all processes and machines, who does what this name stands for; None where another is.

        Nobody waits, and no transaction is open for it. It ends with the process, however that ends. What is given
        tells whether it is still held: a lost connection to a server can take it away.
        """

    def last_event(self, process: str) -> int:
        """Return a mark of the newest event of a process; 0 where it has none."""

    def events_since(self, process: str, seen: int) -> list[Event]:
        """Return what was added to a process after a mark, in that order; whatever day it tells of."""

    def add_paper(self, paper: Paper) -> bool:
        """Keep a CV or a posting, and return whether it is new; one that is there already stays as it is."""

    def paper(self, name: str) -> Paper | None:
        """Return one CV or posting by its id, a removed one too."""

    def papers(self) -> list[Paper]:
        """Every CV and posting, those that were removed too, oldest first."""

    def set_removed(self, name: str, at: datetime | None) -> None:
        """Take a CV or posting away, or with None bring it back."""

    def forget_paper(self, name: str) -> bool:
        """Delete a CV or posting for good, and return whether it was there."""

    def setting(self, name: str) -> Any:
        """Return a setting (JSON), or None."""

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting (JSON)."""

    def setting_names(self) -> list[str]:
        """Return the names of all settings that were ever kept."""

    def erasing(self) -> AbstractContextManager[None]:
        """Group calls as `transaction` does; `erase` may be among them. Afterwards no file holds what was erased.

        Raises:
            StoreError: this database's rows are erased by its administrator only.
        """

    def erase(self, erasure: Erasure, now: datetime) -> None:
        """Erase for good, within `erasing`; every process that is left is judged again.

        Of messages stays that they were read, so that they are not read again.

        Raises:
            StoreError: a message of a process is being sent at this moment; nothing was erased.
        """

    def reminded(self, keys: Iterable[str], since: datetime) -> list[Shown]:
        """Return what was told of some findings at any time, and all that was told since an instant."""

    def claim_reminders(self, shown: Iterable[Shown]) -> int:
        """Remember what is about to be told, and return how much of it nobody else had told before."""

    def release_reminders(self, shown: Iterable[Shown]) -> None:
        """Forget what was claimed, and could not be told."""

    def accounts(self) -> list[Account]:
        """Return every connected mailbox, by address."""

    def save_account(self, account: Account, now: datetime) -> None:
        """Keep a mailbox; one that is there under this address is replaced. Its secrets are kept elsewhere."""

    def remove_account(self, address: str) -> bool:
        """Forget a mailbox, and return whether there was one. What was read from it stays."""

    def handed(self, place: Place) -> list[Handed]:
        """Return what was put into a place, or is to be put there; the oldest first."""

    def save_handed(self, handed: Handed) -> None:
        """Remember one; it replaces the one of the same place and Message-ID."""

    def answered(self, key: str) -> Answered | None:
        """Return what was answered under a key."""

    def keep_answered(self, answered: Answered) -> None:
        """Remember an answer; those of more than a day before it are forgotten."""

    def counts(self) -> Mapping[str, int]:
        """Return how many messages, processes and events there are."""

    def backup(self, target: Path) -> None:
        """Write a copy of the whole store, as it is at one instant; ``target`` is replaced when it is complete."""

    def close(self) -> None:
        """Let go of the database."""
