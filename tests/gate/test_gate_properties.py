"""What must hold for every history: spacing and limits, one question why, and a hold that ends when it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.core.histories import PEOPLE, Search, searches, wooings
from tests.support import POLICY

from sincerely.app.outgoing.reviewing import review_process
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.around import project
from sincerely.core.events import AskedWhy, Event, Wrote
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.policy import Policy
from sincerely.core.report import as_known
from sincerely.core.waiting import CheckInOptions, check_ins_used, waiting
from sincerely.gate.message import Mailbox, Outgoing
from sincerely.gate.verdict import Decision, Verdict

NUDGE = Outgoing(
    text="Hi Dana,\n\nIs there any news about the position?\n\nBest,\nRobin\n",
    sender=Mailbox("Robin Vale", "robin@mail.example"),
    to=(Mailbox("Dana Ito", PEOPLE[0]),),
    subject="The position",
)
WHY = replace(NUDGE, text="Hi Dana,\n\nWas there a specific reason for your decision against me?\n\nBest,\nRobin\n")
# Agency processes go through their consultant, and an empty store of other employers has nobody to mix up.
_QUIET = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def _judge(message: Outgoing, search: Search, now: datetime, policy: Policy = POLICY) -> Verdict:
    return review_process(message, search.first(), now, (), policy=policy).verdict


def _with(search: Search, event: Event, number: int = 0) -> Search:
    written = list(search.written)
    header, events = written[number]
    written[number] = (header, (*events, event))
    return Search(tuple(written), search.now)


@pytest.mark.slow
@_QUIET
@given(wooings(), st.lists(st.tuples(st.integers(0, 2), st.integers(1, 24 * 40)), min_size=2, max_size=8))
def test_two_check_ins_keep_their_distance_and_their_number(search: Search, tries: list[tuple[int, int]]) -> None:
    """Whatever happened, whichever process asks: what the gate lets out is spaced, and no more than two a round."""
    now = search.now
    for which, hours in tries:
        now += timedelta(hours=hours)
        number = which % len(search.written)
        turned = Search((search.written[number], *(w for w in search.written if w != search.written[number])), now)
        process, _ = as_known(turned.first(), now)
        verdict = review_process(NUDGE, process, now, (), policy=POLICY).verdict
        if verdict.decision is not Decision.SEND:
            continue
        options = POLICY.of("WAIT003", CheckInOptions)
        calendar = working_calendar(process.header.country, process.header.zone)
        if waiting(process, POLICY, calendar) is not None:
            assert check_ins_used(process) < options.at_most
            for earlier in process.nudges_at_employer:
                first = calendar.local(earlier.at).date()
                assert calendar.local(now).date() >= options.apart.days_after(first, calendar)
        search = _with(search, Wrote(at=now, who=PEOPLE[:1], source="gate", purpose="check-in"), number)


@pytest.mark.slow
@_QUIET
@given(searches(), st.integers(0, 24 * 60))
def test_nobody_is_asked_why_twice(search: Search, hours: int) -> None:
    asked = _with(search, AskedWhy(at=search.now, who=PEOPLE[:1], source="gate"))
    # A history may hold the same question, and the correction that it was never asked.
    assume(as_known(asked.first(), search.now)[0].last(AskedWhy) is not None)
    assert _judge(WHY, asked, search.now + timedelta(hours=hours)).decision is Decision.STOP


@pytest.mark.slow
@_QUIET
@given(st.one_of(searches(), wooings()), st.sampled_from([NUDGE, WHY]))
def test_what_is_held_passes_when_it_says(search: Search, message: Outgoing) -> None:
    process, _ = as_known(search.first(), search.now)
    verdict = review_process(message, process, search.now, (), policy=POLICY).verdict
    if verdict.decision is Decision.HOLD and verdict.not_before is not None:
        assert verdict.not_before > search.now
        later = review_process(message, process, verdict.not_before, (), policy=POLICY).verdict
        assert later.decision is Decision.SEND


@pytest.mark.slow
@_QUIET
@given(wooings())
def test_when_the_check_in_opens_the_gate_does(search: Search) -> None:
    process, _ = as_known(search.first(), search.now)
    calendar = working_calendar(process.header.country, process.header.zone)
    wait = waiting(process, POLICY, calendar)
    if wait is not None and wait.check_in is not None:
        at = max(wait.check_in, search.now)
        assert "OUT001" not in {f.code for f in review_process(NUDGE, process, at, (), policy=POLICY).verdict.findings}


def test_a_second_process_at_the_employer_counts() -> None:
    """One check-in here and one there are two."""
    at = datetime.fromisoformat("2026-03-04T15:00-05:00")
    from sincerely.core.events import Interviewed

    zone = "America/New_York"
    written = [
        (Header(id=f"p{n}", employer="Acme Corp", zone=zone), (
            Interviewed(at=at, who=PEOPLE[:1]),
            Wrote(at=at + timedelta(days=8 + 8 * n), who=PEOPLE[:1], purpose="check-in"),
        ))
        for n in range(2)
    ]  # fmt: skip
    header, events = written[0]
    process = fold(header, events, project(header, written))
    found = review_process(NUDGE, process, at + timedelta(days=30), (), policy=POLICY).verdict
    assert "OUT002" in {f.code for f in found.findings}
