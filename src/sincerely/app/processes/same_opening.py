"""Two processes at one employer that may be one opening: asked, before anything hangs on it.

Mails call one opening by two names: a receipt by its title, a recruiter by the team. It is asked where one of the two
names is no title of its own and only one of them was applied for; and in any case where an offer is held or accepted in
one of them, for then the other one would be withdrawn from, see OFF004. Two agencies' openings are asked about in
`put_forward_twice`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import combinations

from sincerely.app.processes.exits import Deed
from sincerely.app.processes.put_forward_twice import tell_apart
from sincerely.app.processes.regrouping import merge, standing
from sincerely.core.corrections import SURE
from sincerely.core.events import Acknowledged, Applied
from sincerely.core.header import Header
from sincerely.core.one_opening import perhaps_own
from sincerely.core.people import employer_key, may_be_one_employer
from sincerely.core.process import Process
from sincerely.core.rulings import Apart, Merged, Split
from sincerely.reading.linking.likeness import role_likeness
from sincerely.reading.linking.role import is_title
from sincerely.reading.scoring.role_words import is_worker
from sincerely.store.base import Store, Summary

_OVER = frozenset({"rejected", "withdrawn", "closed"})
_OFFERED = frozenset({"offer", "accepted"})
_ALIKE = 0.5
# So many letters at least a name is told by in short, see `may_be_one_employer`.
_BEGINNING = 4
# Of those whose employers' names are alike, so many are held against each other: what was heard of last. Where an offer
# hangs on it, each is.
_MOST = 12
# What nobody had heard of for so long when another one began is not that one's beginning.
_LIVELY = timedelta(days=120)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
Load = Callable[[Iterable[str]], Iterable[Process]]


@dataclass(frozen=True)
class Same:
    """Two processes that may be one opening.

    Attributes:
        into: the one that stays if they are.
        other: the one that becomes part of it.
        event: that they are one, as a question.
    """

    into: Header
    other: Header
    event: Merged

    @property
    def words(self) -> str:
        """The question in words."""
        one, other = self.into, self.other
        names = f"{one.role or one.id} and {other.role or other.id}"
        return f"At {one.employer or other.employer}: {names} may be one and the same opening. Is that so?"


def same(rows: Iterable[Summary], load: Load, besides: Iterable[frozenset[str]] = ()) -> Iterator[Same]:
    """Yield the pairs of processes that may be one opening and of which the person has not said so, or that not.

    Args:
        rows: every process as lists show it.
        load: gives the processes of some names; only those are loaded that may be one with another.
        besides: pairs that are asked about already.
    """
    held = sorted(
        (row for row in standing(rows) if row.state not in _OVER and row.header.employer and row.last_at),
        key=lambda row: (row.first_at or _LONG_AGO, row.header.id),
    )
    asked = set(besides)
    pairs = [pair for pair in _pairs(held) if frozenset({pair[0].header.id, pair[1].header.id}) not in asked]
    names = dict.fromkeys(row.header.id for pair in pairs for row in pair)
    known = {process.header.id: process for process in load(names)} if names else {}
    parts: set[str] = set()
    for first, later in pairs:
        one, other = known.get(first.header.id), known.get(later.header.id)
        if one is not None and other is not None and _may_be_one(one, other):
            into, part = (other, one) if _is_named(other.header) and not _is_named(one.header) else (one, other)
            # It is part of one at most: of which is asked one after the other, where nothing hangs on it yet.
            if part.header.id in parts and _OFFERED.isdisjoint({first.state, later.state}):
                continue
            parts.add(part.header.id)
            at = later.first_at or _LONG_AGO
            # Of both names: what is part of one may be part of another, too, and each is a question of its own.
            event = Merged(at=at, who=(part.header.id, into.header.id), source="sync", confidence=SURE - 0.01)
            yield Same(into.header, part.header, event)


def _pairs(held: Sequence[Summary]) -> list[tuple[Summary, Summary]]:
    """Return those whose employers may be one, as far as lists tell whether it would be asked.

    Names that share neither a word nor how they begin are not compared.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(held):
        for part in _parts(row.header.employer):
            alike[part].append(index)
    found: set[tuple[int, int]] = set()
    for rows in alike.values():
        latest = sorted(rows, key=lambda index: held[index].last_at or _LONG_AGO)[-_MOST:]
        found.update(combinations(sorted(latest), 2))
        offers = [index for index in rows if held[index].state in _OFFERED]
        found.update((min(one, other), max(one, other)) for one in offers for other in rows if one != other)
    pairs = ((held[one], held[other]) for one, other in sorted(found))
    return [pair for pair in pairs if _may_be_asked(*pair)]


@lru_cache(maxsize=4096)
def _parts(employer: str) -> frozenset[str]:
    """Return what names that may be one share at least one of: their words, and how they begin."""
    key = employer_key(employer)
    return frozenset((key, *key.split(), key.replace(" ", "")[:_BEGINNING]))


def _may_be_asked(first: Summary, later: Summary) -> bool:
    one, other = first.header, later.header
    if not may_be_one_employer(one.employer, other.employer):
        return False
    if not _OFFERED.isdisjoint({first.state, later.state}):
        return True
    began, heard = later.first_at or _LONG_AGO, first.last_at or _LONG_AGO
    return began - heard <= _LIVELY and not _of_two_agencies(one, other) and _alike(one, other)


def settle_same(store: Store, found: Same, now: datetime, *, yes: bool) -> Deed:
    """Say whether two processes are one opening: then they are merged."""
    if yes:
        return merge(store, found.other, found.into, now)
    return tell_apart(store, found.into, found.other, now)


def _may_be_one(one: Process, other: Process) -> bool:
    if _is_told_apart(one, other) or _is_told_apart(other, one) or (one.outcome and other.outcome):
        return False
    if one.outcome is None and any(held.process == other.header.id for held in perhaps_own(one)):
        return True
    if other.outcome is None and any(held.process == one.header.id for held in perhaps_own(other)):
        return True
    if one.outcome or other.outcome or (_is_applied_for(one) and _is_applied_for(other)):
        return False
    return not _of_two_agencies(one.header, other.header) and _alike(one.header, other.header)


def _alike(one: Header, other: Header) -> bool:
    both = _is_named(one) and _is_named(other)
    return not both or role_likeness(one.role, other.role) >= _ALIKE


def _of_two_agencies(one: Header, other: Header) -> bool:
    return one.via == other.via == "agency" and one.consultant != other.consultant


def _is_told_apart(one: Process, other: Process) -> bool:
    name = other.header.id
    split = any(isinstance(event, Split) and event.to == name for event in one.told)
    return split or any(name in event.who for event in one.all(Apart))


def _is_applied_for(process: Process) -> bool:
    return bool(process.all(Applied) or process.all(Acknowledged))


def _is_named(header: Header) -> bool:
    """Whether a process has a title of its own, and not a team's name or none."""
    return is_title(header.role) or is_worker(header.role)
