"""Two processes at one employer that may be one opening: asked, before anything hangs on it.

Mails call one opening by two names: a receipt by its title, a recruiter by the team. It is asked where one of the two
names is no title of its own and only one of them was applied for; and in any case where an offer is held or accepted in
one of them, for then the other one would be withdrawn from, see OFF004.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from sincerely.app.processes.exits import BY_HAND, Deed, add_all
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
from sincerely.store.base import Change, Store, Summary

_OVER = frozenset({"rejected", "withdrawn", "closed"})
_ALIKE = 0.5
# So many letters at least a name is told by in short, see `may_be_one_employer`.
_BEGINNING = 4
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


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


def same(store: Store, rows: Iterable[Summary]) -> Iterator[Same]:
    """Yield the pairs of processes that may be one opening and of which the person has not said so, or that not."""
    held = sorted(
        (row for row in standing(rows) if row.state not in _OVER and row.header.employer),
        key=lambda row: (row.first_at or _LONG_AGO, row.header.id),
    )
    for first, later in _pairs(held):
        one, other = store.process(first.header.id), store.process(later.header.id)
        if one is not None and other is not None and _may_be_one(one, other):
            into, part = (other, one) if _is_named(other.header) and not _is_named(one.header) else (one, other)
            at = later.first_at or _LONG_AGO
            event = Merged(at=at, who=(part.header.id,), source="sync", confidence=SURE - 0.01)
            yield Same(into.header, part.header, event)


def _pairs(held: Sequence[Summary]) -> Iterator[tuple[Summary, Summary]]:
    """Yield those whose employers may be one; names that share neither a word nor how they begin are not compared."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(held):
        key = employer_key(row.header.employer)
        for part in {*key.split(), key.replace(" ", "")[:_BEGINNING]}:
            alike[part].append(index)
    found = {pair for rows in alike.values() for pair in combinations(rows, 2)}
    for one, other in sorted(found):
        if may_be_one_employer(held[one].header.employer, held[other].header.employer):
            yield held[one], held[other]


def settle_same(store: Store, found: Same, now: datetime, *, yes: bool) -> Deed:
    """Say whether two processes are one opening: then they are merged."""
    if yes:
        return merge(store, found.other, found.into, now)
    pair = ((found.into, found.other), (found.other, found.into))
    changes = [Change(one, [Apart(at=now, who=(other.id,), source=BY_HAND)]) for one, other in pair]
    return add_all(store, changes, now, f"{found.into.id} and {found.other.id} are two openings")


def _may_be_one(one: Process, other: Process) -> bool:
    if _is_told_apart(one, other) or _is_told_apart(other, one) or (one.outcome and other.outcome):
        return False
    if one.outcome is None and any(held.process == other.header.id for held in perhaps_own(one)):
        return True
    if other.outcome is None and any(held.process == one.header.id for held in perhaps_own(other)):
        return True
    if one.outcome or other.outcome or (_is_applied_for(one) and _is_applied_for(other)):
        return False
    both = _is_named(one.header) and _is_named(other.header)
    return not both or role_likeness(one.header.role, other.header.role) >= _ALIKE


def _is_told_apart(one: Process, other: Process) -> bool:
    name = other.header.id
    split = any(isinstance(event, Split) and event.to == name for event in one.told)
    return split or any(name in event.who for event in one.all(Apart))


def _is_applied_for(process: Process) -> bool:
    return bool(process.all(Applied) or process.all(Acknowledged))


def _is_named(header: Header) -> bool:
    """Whether a process has a title of its own, and not a team's name or none."""
    return is_title(header.role) or is_worker(header.role)
