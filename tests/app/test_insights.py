"""Figures: worked by hand, as others published them, and what always holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.histories import Search, searches, wooings
from tests.support import POLICY, load, process_of

from sincerely.app.insights.figures import Insights, as_json, insights
from sincerely.app.insights.own import Punctuality
from sincerely.app.insights.waits import Curve, Wait, curve
from sincerely.app.insights.ways import End, Stage
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import Heard
from sincerely.core.process import Process

ACME = 'process acme employer="Acme" zone=America/New_York country=US\n'


def figures(text: str, now: str) -> Insights:
    """Return the figures of some timelines; the instant is a wall time in New York."""
    timelines = load(text)
    processes = [process_of(timeline, timelines) for timeline in timelines]
    return of(processes, datetime.fromisoformat(now).replace(tzinfo=timelines[0].header.tz))


def of(processes: list[Process], now: datetime) -> Insights:
    return insights(processes, now, POLICY, lambda p: working_calendar(p.header.country, p.header.zone))


def waits(text: str) -> list[Wait]:
    """Read waits, such as ``2 3+ 5``: a plus is one without an answer."""
    return [Wait(float(word.rstrip("+")), answered=not word.endswith("+")) for word in text.split()]


# How long


def test_a_curve_worked_by_hand() -> None:
    """Six at the start; by day 5 one and the two others of four: 1 - 5/6 · 2/4."""
    found = curve(waits("2 3+ 5 5 7+ 10"))
    assert [(step.day, step.waiting, step.came) for step in found.steps] == [(2, 6, 1), (5, 4, 2), (10, 1, 1)]
    assert [step.share for step in found.steps] == pytest.approx([1 / 6, 7 / 12, 1])
    assert (found.count, found.answered, found.median, found.longest) == (6, 4, 5, 10)
    # log(5/12) = -0.8755; Greenwood 1/30 + 1/4; 1.96 · 0.5323 / 0.8755 = 1.1917; e^1.1917 = 3.293
    assert found.steps[1].low == pytest.approx(0.2335, abs=1e-3)
    assert found.steps[1].high == pytest.approx(0.9440, abs=1e-3)
    assert (found.steps[2].low, found.steps[2].high) == (None, None)


def test_a_curve_as_published() -> None:
    """Freireich and others (1963), remission under 6-MP: the example of most textbooks on survival."""
    found = curve(waits("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"))
    still = [round(1 - step.share, 3) for step in found.steps]
    assert still == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert found.median == 23
    published = [(0.620, 0.952), (0.563, 0.923), (0.503, 0.889), (0.432, 0.849), (0.368, 0.805), (0.268, 0.747)]
    for step, (low, high) in zip(found.steps, published, strict=False):
        assert step.low is not None
        assert step.high is not None
        assert (1 - step.high, 1 - step.low) == pytest.approx((low, high), abs=1e-3)


@pytest.mark.parametrize(
    ("text", "median"),
    [("", None), ("1", None), ("1 2", None), ("1 2 3", 2), ("1 2 3+", None), ("1 2 3 9+ 9+ 9+ 9+", None)],
)
def test_no_median_of_fewer_than_three_answers_or_before_half_have_come(text: str, median: float | None) -> None:
    assert curve(waits(text)).median == median


_WAITS = st.lists(st.builds(Wait, st.integers(0, 60).map(float), st.booleans()), max_size=40)


@pytest.mark.slow
@given(_WAITS)
def test_what_holds_of_every_curve(given_waits: list[Wait]) -> None:
    found = curve(given_waits)
    assert curve(reversed(given_waits)) == found
    assert all(before.share < after.share <= 1 for before, after in pairwise(found.steps))
    for step in found.steps:
        came = sum(wait.answered and wait.days <= step.day for wait in given_waits)
        # Never below those who did answer among all: nobody who still waits is taken for a no.
        assert step.share >= came / found.count - 1e-9
        assert step.low is None or step.low <= step.share <= (step.high or inf)
    if all(wait.answered for wait in given_waits):
        for step in found.steps:
            assert step.share == pytest.approx(sum(wait.days <= step.day for wait in given_waits) / found.count)


def test_a_receipt_is_no_answer_and_who_is_silent_goes_on_waiting() -> None:
    found = figures(
        f"""{ACME}2026-03-02 09:00 applied
2026-03-02 09:05 acknowledged
2026-03-09 09:00 heard
process bolt employer="Bolt" zone=America/New_York country=US
2026-03-02 09:00 applied
2026-03-20 09:00 closed reason=silent
process curio employer="Curio" zone=America/New_York country=US
2026-03-02 09:00 acknowledged
2026-03-03 09:00 withdrew
""",
        "2026-04-01T09:00",
    )
    # Over the change of the clocks on 8 March an hour is missing, and back it never comes.
    hour = 1 / 24
    assert [wait.days for wait in found.applications.waits] == pytest.approx([1, 7 - hour, 30 - hour])
    assert [wait.answered for wait in found.applications.waits] == [False, True, False]


def test_after_an_interview_the_next_word_counts_and_talks_of_a_day_are_one() -> None:
    found = figures(
        f"""{ACME}2026-03-02 09:00 scheduled dana@acme.example start="2026-03-09 09:00" end="2026-03-09 10:00"
2026-03-02 09:00 scheduled lee@acme.example start="2026-03-09 14:00" end="2026-03-09 15:00"
2026-03-09 15:00 interviewed lee@acme.example
2026-03-12 15:00 heard
2026-03-16 15:00 interviewed dana@acme.example
""",
        "2026-03-20T15:00",
    )
    assert found.interviews.waits == (Wait(3, answered=True), Wait(4, answered=False))


# How far


def test_the_funnel_counts_each_stage_and_where_it_ended() -> None:
    found = figures(
        f"""{ACME}2026-03-02 09:00 applied
process bolt employer="Bolt" zone=America/New_York country=US
2026-03-02 09:00 applied
2026-03-05 09:00 rejected
process curio employer="Curio" zone=America/New_York country=US
2026-03-03 09:00 scheduled ann@curio.example start="2026-03-09 10:00" end="2026-03-09 11:00"
2026-03-10 09:00 offered
process delta employer="Delta" zone=America/New_York country=US
2026-03-01 09:00 found job-7 score=0.9
""",
        "2026-03-12T12:00",
    )
    assert found.processes == 3
    assert {str(row.stage): row.reached for row in found.funnel} == {
        "applied": 3,
        "answered": 2,
        "interview": 1,
        "second interview": 0,
        "offer": 1,
    }
    ends = {(row.stage, end): count for row in found.funnel for end, count in row.ends}
    assert ends == {(Stage.APPLIED, End.OPEN): 1, (Stage.ANSWERED, End.REJECTED): 1, (Stage.OFFER, End.OPEN): 1}


def test_months_have_no_gaps_and_say_what_came() -> None:
    found = figures(
        f"""{ACME}2025-12-31 23:30 applied
2026-02-02 09:00 scheduled start="2026-02-09 10:00"
process bolt employer="Bolt" zone=America/New_York country=US
2026-02-01 09:00 applied
2026-03-05 09:00 rejected
""",
        "2026-03-12T12:00",
    )
    told = [(m.year, m.month, m.applied, m.onward, m.noes, m.words) for m in found.months]
    assert told == [(2025, 12, 1, 0, 0, 0), (2026, 1, 0, 0, 0, 0), (2026, 2, 1, 1, 0, 0), (2026, 3, 0, 0, 1, 0)]


# One's own


def test_thank_yous_in_time_late_never_and_still_open() -> None:
    """Due within a day; the interview of the 11th has its day still, that of the 2nd is over since the 9th."""
    found = figures(
        f"""{ACME}2026-03-02 10:00 interviewed dana@acme.example, lee@acme.example, sam@acme.example, room-4@acme.example
2026-03-02 14:00 thanked dana@acme.example
2026-03-03 16:00 thanked lee@acme.example
2026-03-11 10:00 interviewed dana@acme.example
process bolt employer="Bolt" zone=America/New_York country=US
2026-03-04 10:00 interviewed kay@bolt.example
2026-03-04 12:00 done THX001 kay@bolt.example
process curio employer="Curio" zone=America/New_York country=US
2026-03-04 10:00 interviewed ann@curio.example, bea@curio.example
2026-03-04 11:00 dismissed THX001 ann@curio.example
2026-03-04 12:00 rejected
""",
        "2026-03-11T12:00",
    )
    assert found.thank_yous == Punctuality(on_time=2, late=1, never=1, open=1, hours=(2, 4, 30))
    assert found.thank_yous.median == 4


def test_thanks_to_another_address_of_theirs_are_thanks() -> None:
    found = figures(
        f"""{ACME}2026-03-02 10:00 interviewed lee.park@acme.example
2026-03-02 14:00 thanked lpark@acme.example
""",
        "2026-03-11T12:00",
    )
    assert found.thank_yous == Punctuality(on_time=1, late=0, never=0, open=0, hours=(4,))


OWED = "2026-03-02 10:00 requested writing-sample by=2026-03-06\n2026-03-05 10:00 requested id by=2026-03-13\n"


@pytest.mark.parametrize(
    ("now", "overdue"), [("2026-03-06T16:00", 0), ("2026-03-07T09:00", 1), ("2026-03-14T09:00", 2)]
)
def test_of_those_still_open_the_overdue_are_known(now: str, overdue: int) -> None:
    kept = figures(ACME + OWED, now).hand_ins
    assert (kept.open, kept.overdue, kept.count) == (2, overdue, 0)


def test_an_interview_that_may_be_off_owes_no_thanks_yet() -> None:
    """Today asks whether it took place, and owes nobody thanks meanwhile: neither do the figures."""
    fixed = '2026-03-01 10:00 scheduled lee.park@acme.example start="2026-03-02 10:00" end="2026-03-02 11:00"\n'
    doubt = '2026-03-01 18:00 cancelled lee.park@acme.example confidence=0.3 quote="off"\n'
    assert figures(ACME + fixed + doubt, "2026-03-04T12:00").thank_yous.open == 0
    assert figures(ACME + fixed, "2026-03-04T12:00").thank_yous.overdue == 1


def test_hand_ins_by_the_day_they_named() -> None:
    found = figures(
        f"""{ACME}2026-03-02 10:00 requested writing-sample by=2026-03-06
2026-03-03 10:00 submitted writing-sample
2026-03-04 10:00 requested references
2026-03-09 10:00 named kim@uni.example
2026-03-09 11:00 requested test
2026-03-09 11:00 requested id how=bring   # no mail shows that it was packed
process bolt employer="Bolt" zone=America/New_York country=US
2026-03-02 10:00 requested transcript
2026-03-06 10:00 rejected
""",
        "2026-03-12T12:00",
    )
    kept = found.hand_ins
    assert (kept.on_time, kept.late, kept.never, kept.open) == (1, 1, 1, 1)
    assert kept.hours == pytest.approx((24, 119))  # the clocks changed on 8 March
    assert kept.median is None


def test_what_a_referee_carries() -> None:
    found = figures(
        f"""{ACME}2026-01-02 10:00 named kim@uni.example
2026-02-20 10:00 asked lou@uni.example
2026-02-21 10:00 agreed lou@uni.example
2026-03-02 10:00 thanked-reference kim@uni.example
process bolt employer="Bolt" zone=America/New_York country=US
2026-03-02 10:00 named kim@uni.example
2026-03-03 10:00 named kim@uni.example
2026-03-04 10:00 declined lou@uni.example
""",
        "2026-03-12T12:00",
    )
    told = [(r.who, r.asked, r.answer, r.named, r.lately, r.told_how) for r in found.referees]
    assert told == [("kim@uni.example", 0, "", 2, 1, 1), ("lou@uni.example", 1, "declined", 0, 0, 0)]


# What always holds


@pytest.mark.slow
@given(st.one_of(searches(), wooings()))
@settings(max_examples=60)
def test_what_holds_of_every_search(search: Search) -> None:
    found = of(search.processes(), search.now)
    assert found == of(search.processes(until=search.now), search.now)  # nothing of later days
    reached = {row.stage: row.reached for row in found.funnel}
    assert reached[Stage.APPLIED] == found.processes <= len(search.written)
    assert reached[Stage.ANSWERED] <= reached[Stage.APPLIED]
    assert max(reached[Stage.INTERVIEW], reached[Stage.OFFER]) <= reached[Stage.ANSWERED]
    assert reached[Stage.SECOND] <= reached[Stage.INTERVIEW]
    ends = Counter(end for row in found.funnel for end, count in row.ends for _ in range(count))
    assert ends.total() == found.processes
    for of_curve in (found.applications, found.interviews):
        assert all(wait.days >= 0 for wait in of_curve.waits)
    for kept in (found.thank_yous, found.hand_ins):
        assert len(kept.hours) == kept.on_time + kept.late
        assert all(hours >= 0 for hours in kept.hours)
    assert sum(month.applied for month in found.months) <= found.processes
    assert list(as_json(found))


def test_waiting_longer_makes_no_answer_more_likely() -> None:
    timeline = load(f"{ACME}2026-03-02 09:00 applied\n")[0]
    process = process_of(timeline)
    now = datetime(2026, 4, 1, tzinfo=UTC)
    one, other = (of([process], now + timedelta(days=days)).applications for days in (0, 30))
    assert isinstance(one, Curve)
    assert (one.steps, other.steps) == ((), ())
    heard = process_of(replace(timeline, events=(*timeline.events, Heard(at=now))))
    assert of([heard], now).applications.answered == 1
