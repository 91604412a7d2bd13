"""Where mail and calendars come from. Implement `Source`; pass ``tests/sources/contract.py``.

A source is read only and streams: memory does not grow with the mailbox. What a scan meets comes out as
values, in order: messages (`Raw`), what is wrong with the user's data (`Fault`), what was passed over on
purpose (`LeftOut`), and `Checkpoint`, which says that everything before it has been handed over. Whoever
stores the messages stores the checkpoint's state in the same transaction, and hands it to the next scan:
after a crash the reading goes on from there, and a mailbox that only grew is read from its old end on.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, runtime_checkable

# More of one message is not read: nothing that hiring mail says lies behind 25 MB of attachments.
MOST_BYTES = 25 * 1024 * 1024
# How many messages, or bytes of them, are looked up and handed over between two checkpoints.
BATCH = 500
BATCH_BYTES = 8 * 1024 * 1024

State = Mapping[str, Any]
"""What a source remembers between two scans; small, and JSON can hold it. Opaque to everybody else."""

Known = Callable[[Sequence[str]], Container[str]]
"""Which of these keys are stored already? Asked for up to `BATCH` keys at a time: one query."""


class SourceError(Exception):
    """The source cannot be read; nothing was changed.

    Attributes:
        place: the file or folder.
        what: what is wrong with it.
        remedy: what the person can do.
    """

    def __init__(self, place: str, what: str, remedy: str) -> None:
        super().__init__(f"{place}: {what}; {remedy}")
        self.place = place
        self.what = what
        self.remedy = remedy


class SignInRefused(SourceError):
    """The source is there, and does not let the person in: another password, or signing in again, mends it."""


class SourceGone(SourceError):
    """The source is empty or missing, though it held something at the last sync.

    That is not believed: nothing that was read is dropped. The state stays as it was, so that the person is
    told until the source is back. To start over on purpose, scan with an empty state.
    """

    @classmethod
    def since(cls, place: str, held: int, now: str = "is empty") -> SourceGone:
        """Make the error for a source that held ``held`` messages and ``now`` "is empty" or "is missing"."""
        return cls(
            place,
            f"{now}, though it held {held:,} at the last sync",
            "what was read before is kept; check that the disk is mounted and the folder was not moved",
        )


@dataclass(frozen=True, slots=True)
class Raw:
    """One message or calendar file, untouched.

    Attributes:
        key: the source's own name for it; never means two different messages.
        data: its bytes, at most `MOST_BYTES` of them.
        folder: where the person keeps it ("" is the inbox, "Sent", "Archive/2026").
        sent: whether the source knows that the person sent it.
        place: where it is, for people ("inbox.mbox, byte 1234").
        where: where it is, for `Source.fetch`.
        kind: "mail" or "calendar" (an iCalendar file).
        replaces: the key under which an unfinished copy of this very message was handed over before, or "".
    """

    key: str
    data: bytes = field(repr=False)
    folder: str = ""
    sent: bool = False
    place: str = ""
    where: str = ""
    kind: Literal["mail", "calendar"] = "mail"
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something is wrong with the user's data; all else goes on.

    Attributes:
        place: file, and the byte or folder inside it.
        what: what is wrong, in plain words.
        remedy: what the person can do; "" when there is nothing to do.
        refused: whether a file or folder could not be opened: nobody knows what it holds.
    """

    place: str
    what: str
    remedy: str = ""
    refused: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Mail that was passed over on purpose: junk, bin, drafts.

    Attributes:
        place: the folder or file.
        count: how many messages; 0 when nobody counted.
        why: the reason, as in "junk is not read".
    """

    place: str
    count: int
    why: str

    def __str__(self) -> str:
        counted = f" ({self.count:,} message{'s' if self.count > 1 else ''})" if self.count else ""
        return f"{self.place}: left out{counted}, {self.why}"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Everything that the scan met before this point has been handed over.

    Attributes:
        state: for the next scan.
        done: how far the scan is, in the source's own unit (bytes of an mbox, files of a folder).
        total: of how many; 0 when that is not known. The last checkpoint of a scan has ``done == total``.
        useful: whether what matters most has been handed over: whoever reads may make use of it before going on.
    """

    state: State
    done: int
    total: int
    useful: bool = False


Item = Raw | Fault | LeftOut | Checkpoint


@runtime_checkable
class Connected(Protocol):
    """A source that holds a connection between two calls."""

    def close(self) -> None:
        """Let go of it; the next call makes another."""


class Source(Protocol):
    """A read-only place with mail or calendar files in it."""

    @property
    def name(self) -> str:
        """Stable identity: the kind and the absolute place, "mbox:/home/robin/inbox.mbox"."""

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        """Hand over every message that ``known`` does not hold, then a last checkpoint.

        A message may come twice in one scan (some mailboxes hold two copies): then under the same key and
        with the same bytes. Their order is the source's own.

        Args:
            state: what the last checkpoint said; empty for the first scan. One that does not fit (of another
                version, damaged) costs a full reading and nothing else.
            known: which of some keys are stored already.

        Raises:
            SourceError: the source cannot be read at all.
            SourceGone: it is empty or missing, though it held something at the last sync.
        """

    def fetch(self, key: str, where: str = "") -> Raw:
        """Return one message again, for whoever wants to see the evidence.

        Args:
            key: its key.
            where: where it was; a hint that makes it quick.

        Raises:
            SourceError: it is gone or cannot be read.
        """
