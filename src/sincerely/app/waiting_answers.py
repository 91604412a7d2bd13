"""Answers of the candidate's own to mail that is not known yet: the Sent folder may be read before the inbox.

Most mail that somebody sends is private. Of one that waits nothing is kept but where it lies, when it was sent, and
digests of the mails that it answers, by which it is known once one of those turns out to be of a process. Then it is
read again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from sincerely.sources.base import Connected, Raw, Source, SourceError
from sincerely.store.base import Store

WAITING = "sent_waiting"
# Older ones give way, and what was sent so long ago settles nothing any more.
_MOST = 1000
_LONG_AGO = timedelta(days=180)
# The last of a thread that names many is enough.
_LAST = 4


@dataclass(frozen=True)
class Waiting:
    """One mail.

    Attributes:
        source, key, where: where it lies.
        at: when it was sent, in ISO 8601.
        sent: whether it lies among sent mail.
        marks: digests of the Message-IDs that it answers.
    """

    source: str
    key: str
    where: str
    at: str
    sent: bool
    marks: tuple[str, ...]


def waiting_of(lies: tuple[str, str, str], thread: Iterable[str], at: datetime, *, sent: bool) -> Waiting | None:
    """Return a mail as it waits; None where it answers nothing."""
    marks = tuple(dict.fromkeys(_mark(name) for name in thread if name))[-_LAST:]
    return Waiting(*lies, at.isoformat(), sent, marks) if marks else None


def waiting(store: Store) -> list[Waiting]:
    """Return the mails that wait, oldest first."""
    return [Waiting(**{**one, "marks": tuple(one["marks"])}) for one in store.setting(WAITING) or ()]


def answering(known: Iterable[Waiting], names: Collection[str]) -> list[Waiting]:
    """Return those that answer one of the mails with these Message-IDs."""
    marks = {_mark(name) for name in names}
    return [one for one in known if marks.intersection(one.marks)]


def remember(store: Store, new: Iterable[Waiting], read: Collection[Waiting], now: datetime) -> None:
    """Let these wait too, and forget those that were read; within the transaction."""
    before = waiting(store)
    after = [one for one in dict.fromkeys((*before, *new)) if one not in read]
    after = [one for one in after if datetime.fromisoformat(one.at) > now - _LONG_AGO]
    after = sorted(after, key=lambda one: datetime.fromisoformat(one.at))[-_MOST:]
    if after != before:
        store.set_setting(WAITING, [asdict(one) for one in after])


def fetched(
    found: Iterable[Waiting], held: Callable[[str], Source | None], opened: Callable[[str], Source | None]
) -> Iterator[tuple[Waiting, Raw]]:
    """Yield mails as they are read again; those that cannot be are left out.

    Args:
        found: the mails.
        held: returns a source that is open already, by its name.
        opened: opens one.
    """
    for one in found:
        mine = held(one.source)
        source = mine or opened(one.source)
        if source is None:
            continue
        try:
            yield one, source.fetch(one.key, one.where)
        except SourceError:
            continue
        finally:
            if mine is None and isinstance(source, Connected):
                source.close()


def _mark(name: str) -> str:
    return blake2b(name.strip("<>").encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
