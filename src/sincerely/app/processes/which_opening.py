"""Which opening a consultant's mail is about, where it does not say; and the same opening through two agencies.

Both are asked. A consultant may have several openings for one candidate: a no or an offer that may be of several is a
question in the likeliest one, and the answer no hands it on to the next; for what counts until the answer, see
`belonging`. And whoever is put forward for one opening by two
agencies may lose it by that alone: two processes that look so are shown until the person says whether they are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from sincerely.app.processes.belonging import title
from sincerely.app.processes.exits import BY_HAND, Deed, add_all, set_by_hand
from sincerely.app.processes.regrouping import merge, remember, standing
from sincerely.core.corrections import SURE, uncorrected
from sincerely.core.events import Event, Heard, Wrote
from sincerely.core.header import Header
from sincerely.core.rulings import Corrected, Merged, Split
from sincerely.reading.linking.likeness import role_likeness
from sincerely.reading.linking.naming import same_house
from sincerely.reading.linking.openings import is_one_agency
from sincerely.reading.linking.relays import own_domain
from sincerely.reading.linking.role import differ
from sincerely.store.base import Change, Store, Summary

BETWEEN = "between_openings"
"""Setting: by the name of a fact, the processes to which it may belong, in the order in which they are asked."""
APART = "openings_apart"
"""Setting: pairs of processes of which the person said that they are two openings."""
_MOST = 200
_ALIKE = 0.8
_ENDED = frozenset({"rejected", "accepted", "withdrawn", "closed"})
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def is_of_one_opening(event: Event) -> bool:
    """Whether a fact must not stand in the wrong process; that somebody wrote does no harm there."""
    return not (isinstance(event, Wrote) or (isinstance(event, Heard) and not event.asks))


def keep_between(store: Store, found: Mapping[str, Sequence[str]]) -> None:
    """Keep which processes facts may belong to, within a transaction; the latest of them."""
    if found:
        kept = {**(store.setting(BETWEEN) or {}), **{name: list(names) for name, names in found.items()}}
        store.set_setting(BETWEEN, dict(list(kept.items())[-_MOST:]))


def next_in(store: Store, event_id: str, process: str) -> Header | None:
    """Return the process to which a fact belongs if not to this one; None where nobody knows any."""
    names: list[str] = (store.setting(BETWEEN) or {}).get(event_id, [])
    later = names[names.index(process) + 1 :] if process in names else []
    known = (store.process(name) for name in later)
    return next((one.header for one in known if one is not None and one.events), None)


def between(store: Store) -> frozenset[tuple[str, str]]:
    """Return facts and the processes in which they may stand wrongly."""
    kept: dict[str, list[str]] = store.setting(BETWEEN) or {}
    return frozenset((event, name) for event, names in kept.items() for name in names)


def hand_on(store: Store, header: Header, event: Event, to: Header, now: datetime, label: str) -> Deed:
    """Say that a fact is not of this process: it is asked of another one, to which the rest of its thread goes too."""
    away = Split(at=now, who=(event.id,), to=to.id, source=BY_HAND)
    changes = [Change(to, [event, *_taken_back(store, event, to, now)]), Change(header, [away])]
    with store.transaction():
        deed = add_all(store, changes, now, f"{label}; it is asked of {title(to)}")
        remember(store, changes)
    return deed


def _taken_back(store: Store, event: Event, to: Header, now: datetime) -> Iterator[Corrected]:
    """Yield that an undoing does not hold any more: the fact was handed on before, and that was taken back."""
    process = store.process(to.id)
    names = {event.id, f"{event.id}/{event.source}"}
    told = uncorrected(process.told) if process is not None else []
    undone = [one.id for one in told if isinstance(one, Corrected) and not names.isdisjoint(one.who)]
    if undone:
        yield Corrected(at=now, who=tuple(undone), source=BY_HAND)


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
    for first, later in combinations(held, 2):
        one, other = first.header, later.header
        if _are_one(one, other) and frozenset({one.id, other.id}) not in denied:
            at = later.first_at or _LONG_AGO
            yield Double(one, other, Merged(at=at, who=(one.id,), source="sync", confidence=SURE - 0.01))


def settle_double(store: Store, double: Double, now: datetime, *, yes: bool) -> Deed:
    """Say whether two processes are one opening: then they are merged."""
    if yes:
        return merge(store, double.later, double.first, now)
    pair = sorted((double.first.id, double.later.id))
    kept = [*(store.setting(APART) or ()), pair]
    return set_by_hand(store, {APART: kept[-_MOST:]}, f"{pair[0]} and {pair[1]} are two openings", now)


def _is_told(row: Summary) -> bool:
    header = row.header
    told = header.via == "agency" and header.consultant and header.employer and header.role
    return bool(told) and row.state not in _ENDED


def _are_one(one: Header, other: Header) -> bool:
    if not same_house(one.employer, other.employer) or role_likeness(one.role, other.role) < _ALIKE:
        return False
    agency, another = (own_domain(header.consultant) or header.consultant.lower() for header in (one, other))
    return not is_one_agency(agency, another) and not differ(one.role, other.role)
