"""The same opening through two agencies: two processes that look so are shown until the person says what they are.

Whoever is put forward for one opening by two agencies may lose it by that alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from sincerely.app.processes.exits import BY_HAND, Deed, keep_with
from sincerely.app.processes.regrouping import merge, standing
from sincerely.app.today.wording import title
from sincerely.core.corrections import SURE
from sincerely.core.header import Header
from sincerely.core.people import employer_key
from sincerely.core.rulings import Apart, Merged
from sincerely.reading.linking.likeness import role_likeness
from sincerely.reading.linking.naming import same_house
from sincerely.reading.linking.openings import is_one_agency
from sincerely.reading.linking.relays import own_domain
from sincerely.reading.linking.role import differ
from sincerely.store.base import Change, Store, Summary

APART = "openings_apart"
"""Setting: pairs of processes of which the person said that they are two openings."""
_MOST = 200
_ALIKE = 0.8
_JOINS = frozenset({"and", "und", "et"})
# So many letters at least two names begin alike with, see `same_house`.
_BEGINNING = 4
_ENDED = frozenset({"rejected", "accepted", "withdrawn", "closed"})
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Double:
    """Two processes that may be one opening.

    Attributes:
        first, later: what they are about, the one that began first first.
        event: that they are one, as a question.
    """

    first: Header
    later: Header
    event: Merged

    @property
    def words(self) -> str:
        """The question in words."""
        ways = " and through ".join(own_domain(one.consultant) or one.consultant for one in (self.first, self.later))
        return (
            f"{title(self.first)} reached you through {ways}: these may be the same opening. Is that so? "
            "Who is put forward twice may be left out: tell one of the two before they send you in"
        )


def doubles(store: Store, rows: Iterable[Summary]) -> Iterator[Double]:
    """Yield the openings that seem to be one and came through two agencies, where both name the employer."""
    held = sorted(
        (row for row in standing(rows) if _is_told(row)), key=lambda row: (row.first_at or _LONG_AGO, row.header.id)
    )
    denied = {frozenset(pair) for pair in store.setting(APART) or ()} if len(held) > 1 else set()
    for first, later in _pairs(held):
        one, other = first.header, later.header
        if _are_one(one, other) and frozenset({one.id, other.id}) not in denied:
            at = later.first_at or _LONG_AGO
            yield Double(one, other, Merged(at=at, who=(one.id, other.id), source="sync", confidence=SURE - 0.01))


def _pairs(held: Sequence[Summary]) -> Iterator[tuple[Summary, Summary]]:
    """Yield those whose employers' names share a word, how they begin, or are the other one's initials."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(held):
        words = employer_key(row.header.employer).split()
        packed = "".join(words)
        for key in {*words, packed, packed[:_BEGINNING], "".join(word[0] for word in words if word not in _JOINS)}:
            alike[key].append(index)
    for one, other in sorted({pair for rows in alike.values() for pair in combinations(rows, 2)}):
        yield held[one], held[other]


def settle_double(store: Store, double: Double, now: datetime, *, yes: bool) -> Deed:
    """Say whether two processes are one opening: then they are merged."""
    if yes:
        return merge(store, double.later, double.first, now)
    return tell_apart(store, double.first, double.later, now)


def tell_apart(store: Store, one: Header, other: Header, now: datetime) -> Deed:
    """Say that two processes are two openings: neither is asked about again, here or in `same_opening`."""
    pair = sorted((one.id, other.id))
    kept = [*(store.setting(APART) or ()), pair][-_MOST:]
    changes = [
        Change(first, [Apart(at=now, who=(second.id,), source=BY_HAND)])
        for first, second in ((one, other), (other, one))
    ]
    return keep_with(store, changes, {APART: kept}, now, f"{one.id} and {other.id} are two openings")


def _is_told(row: Summary) -> bool:
    header = row.header
    told = header.via == "agency" and header.consultant and header.employer and header.role
    return bool(told) and row.state not in _ENDED


def _are_one(one: Header, other: Header) -> bool:
    if not same_house(one.employer, other.employer) or role_likeness(one.role, other.role) < _ALIKE:
        return False
    agency, another = (own_domain(header.consultant) or header.consultant.lower() for header in (one, other))
    return not is_one_agency(agency, another) and not differ(one.role, other.role)
