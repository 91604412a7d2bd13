"""What always holds, whatever happened: for generated histories of several processes, with all verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from random import Random
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core import histories
from tests.core.histories import Search, begins, searches, seeds, wooings
from tests.support import HEAD, POLICY, load, made_rule, process_of, report_of

from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.around import project
from sincerely.core.events import Event, Interviewed, Promised, Scheduled, Wrote
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.report import Report, report
from sincerely.core.verbs import KINDS
from sincerely.rules import RULES

_MOMENT = timedelta(microseconds=1)
_FAR = timedelta(days=3000)
_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
SLOW = pytest.mark.slow


def many_examples(
    *strategies: st.SearchStrategy[Any], counts: tuple[int, ...] = (100, 2000)
) -> Callable[[Callable[..., None]], Callable[[int], None]]:
    """Run a property on 100 generated examples, and on more where slow tests are asked for."""

    def decorate(test: Callable[..., None]) -> Callable[[int], None]:
        asked = [pytest.param(count, id=str(count), marks=[SLOW] if count > 100 else []) for count in counts]

        @pytest.mark.parametrize("count", asked)
        def run(count: int) -> None:
            settings(max_examples=count, deadline=None, suppress_health_check=_QUIET)(given(*strategies)(test))()

        run.__doc__ = test.__doc__
        return run

    return decorate


Instants = st.lists(st.floats(0, 1, exclude_max=True), min_size=2, max_size=3)


def stays_the_same_until_it_wakes(search: Search, first: Report, fractions: list[float]) -> None:
    assert first.wake_at is None or first.wake_at > search.now
    process = search.first()
    until = first.wake_at or search.now + _FAR
    last = until - _MOMENT
    for t in (last, *(min(last, search.now + (until - search.now) * fraction) for fraction in fractions)):
        assert report_of(process, t) == first, f"differs at {t}, before it wakes at {first.wake_at}"
    if first.wake_at is not None and first.wake_at not in search.instants:
        woken = report_of(process, first.wake_at)
        assert (woken.findings, woken.stages) != (first.findings, first.stages), "woken for nothing"


def is_the_same_in_any_order(search: Search, whole: Report, random: Random) -> None:
    mixed = Search(tuple((header, _mixed(found, random)) for header, found in search.written), search.now)
    assert mixed.report(search.now) == whole


def _mixed(found: tuple[Event, ...], random: Random) -> tuple[Event, ...]:
    """Repeat events and mix them; those of one instant keep their order."""
    order = {id(event): place for place, event in enumerate(found)}
    mixed = [*found, *(event for event in found if random.random() < 0.5)]
    random.shuffle(mixed)
    for at in {event.at for event in mixed}:
        places = [place for place, event in enumerate(mixed) if event.at == at]
        kept = sorted((mixed[place] for place in places), key=lambda event: order[id(event)])
        for place, event in zip(places, kept, strict=True):
            mixed[place] = event
    return tuple(mixed)


def knows_no_future(search: Search, whole: Report) -> None:
    known = search.report(search.now, until=search.now)
    assert (whole.findings, whole.stages, whole.ahead) == (known.findings, known.stages, known.ahead)
    following = min((at for at in search.instants if at > search.now), default=None)
    bounds = [t for t in (known.wake_at, following) if t is not None]
    # What happens in other processes wakes this one only where it bears on it.
    assert whole.wake_at is None or known.wake_at is None or whole.wake_at <= known.wake_at
    assert whole.wake_at is None or whole.wake_at in {*bounds, *search.instants}


def is_well_formed(search: Search, found: Report) -> None:
    assert len(found.stages) == len(found.findings)
    for finding in found.findings:
        assert finding.holds(search.now)
        assert finding.message
        assert finding.evidence
        assert all(event.at <= search.now for event in finding.evidence)
    for finding in found.ahead:
        assert finding.opens > search.now
        assert finding.closes is None or finding.opens < finding.closes, "announces what will never stand"


class _Anything(frozenset[type[Event]]):
    """What no history lacks."""

    def isdisjoint(self, other: Iterable[object], /) -> bool:
        return False


_UNGUARDED = [made_rule(**{**vars(rule), "NEEDS": _Anything()}) for rule in RULES]


def needs_only_spare_asking(search: Search, found: Report) -> None:
    process = search.first()
    calendar = working_calendar(process.header.country, process.header.zone)
    assert report(process, search.now, _UNGUARDED, POLICY, calendar) == found
    for rule in RULES:
        if rule.NEEDS.isdisjoint(process.kinds):
            assert not list(rule.check(process, POLICY, calendar)), f"{rule.CODE} finds more than its needs say"


def holds(search: Search, fractions: list[float], random: Random) -> set[str]:
    """Ask everything of one history, as making one takes longest; return what stands or will."""
    found = search.report(search.now)
    is_well_formed(search, found)
    needs_only_spare_asking(search, found)
    stays_the_same_until_it_wakes(search, found, fractions)
    knows_no_future(search, found)
    is_the_same_in_any_order(search, found, random)
    return {finding.code for finding in (*found.findings, *found.ahead)}


# A random source of hypothesis's own is asked anew for every number; one that a number stands for costs a tenth.
_RANDOMS = seeds().map(Random)


@many_examples(searches(), Instants, _RANDOMS, counts=(100,))
def test_all_of_this_holds(search: Search, fractions: list[float], random: Random) -> None:
    holds(search, fractions, random)


@pytest.mark.slow
def test_all_of_this_holds_for_thousands() -> None:
    reached: set[str] = set()

    @settings(max_examples=3000, deadline=None, derandomize=True, database=None, suppress_health_check=_QUIET)
    @given(searches(), Instants, _RANDOMS)
    def look(search: Search, fractions: list[float], random: Random) -> None:
        reached.update(holds(search, fractions, random))

    look()
    # What never stands can't differ. Which of the rarest rules are reached changes with what else is imported.
    assert len(reached) >= len(RULES) - 4


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_all_of_this_holds_where_each_rule_stands(rule: ModuleType) -> None:
    timelines = load(rule.FAIL if "process " in rule.FAIL else HEAD + rule.FAIL)
    reached: set[str] = set()
    for timeline in timelines:
        written = tuple((each.header, each.events) for each in (timeline, *(t for t in timelines if t is not timeline)))
        for expected in timeline.expected:
            reached |= holds(Search(written, expected.at), [0.0, 0.3, 0.9], Random(1))
    assert rule.CODE in reached


_ENDS_OF_TIME = [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]


@many_examples(
    begins(), st.lists(seeds(), max_size=12), st.lists(st.sampled_from(_ENDS_OF_TIME), max_size=2), counts=(100, 2000)
)
def test_folding_never_raises(begin: datetime, numbers: list[int], edges: list[datetime]) -> None:
    found = [histories.event(number, begin, KINDS) for number in numbers]
    found += [Scheduled(at=at, who=("dana@acme.example",), start=at) for at in edges]
    found += [Interviewed(at=at) for at in edges]
    header = Header(id="p", zone="Europe/Berlin", country="DE")
    process = fold(header, found, project(header, [(Header(id="q"), found)]))
    for now in (begin, *edges):
        report_of(process, now)


@many_examples(wooings(), counts=(100, 2000))
def test_a_check_in_is_never_pestering(search: Search) -> None:
    """Five business days after the last nudge at that employer, and at most two a round, of whatever process."""
    process = search.first(search.now)
    calendar = working_calendar(process.header.country, process.header.zone)
    known = [event for _, found in search.written for event in found if event.at <= search.now]
    nudges = {event.at for event in known if isinstance(event, Wrote)}
    found = report_of(process, search.now)
    for finding in [f for f in (*found.findings, *found.ahead) if f.code == "WAIT003"]:
        for nudge in nudges:
            earliest = calendar.business_day_after(calendar.local(nudge).date(), 5)
            assert finding.opens >= calendar.opening(earliest)
        round_began = max([i.end for i in process.interviews] + [p.at for p in process.all(Promised)])
        assert sum(1 for at in nudges if at >= round_began) < 2


@pytest.mark.parametrize(
    ("zone", "country"), [("America/New_York", "US"), ("Europe/Berlin", "DE"), ("Asia/Jerusalem", "IL")]
)
@pytest.mark.parametrize("promise", ["", "2026-03-04 15:00 promised by=2026-03-20\n"])
def test_who_follows_the_advice_writes_twice_and_lets_go(zone: str, country: str, promise: str) -> None:
    """Somebody who checks in whenever it is advised, the minute it is advised, is never a pest."""
    text = f"process p zone={zone} country={country}\n2026-03-04 15:00 interviewed dana@acme.example\n{promise}"
    calendar, sent = working_calendar(country, zone), list[datetime]()
    now: datetime | None = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    while now is not None and now.year == 2026:
        (timeline,) = load(text)
        found = report_of(process_of(timeline), now)
        if "WAIT003" in {finding.code for finding in found.findings}:
            text += f"{now:%Y-%m-%d %H:%M}+00:00 wrote dana@acme.example purpose=check-in\n"
            sent.append(now)
        elif "WAIT005" in {finding.code for finding in found.findings}:
            break
        else:
            now = found.wake_at
    assert len(sent) == 2
    assert now is not None
    assert now.year == 2026
    first, second = (calendar.local(at).date() for at in sent)
    assert second >= calendar.business_day_after(first, 5)
    assert calendar.local(now).date() >= calendar.business_day_after(second, 10)
