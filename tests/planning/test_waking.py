from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sincerely.planning.waking import LONGEST_PAUSE, jumped, starting

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_everything_is_due_at_the_start_and_then_when_it_says() -> None:
    schedule = starting(["read", "push"], NOW)
    assert schedule.due(NOW) == ("read", "push")
    schedule = schedule.went_well("read", NOW + HOUR).went_well("push", None)
    assert (schedule.due(NOW), schedule.next_at) == ((), NOW + HOUR)
    assert schedule.again(NOW).due(NOW) == ("read", "push")


@given(st.integers(1, 60))
def test_a_job_that_fails_waits_longer_each_time_but_never_for_ever(times: int) -> None:
    schedule, pauses = starting(["read"], NOW), []
    for _ in range(times):
        schedule = schedule.failed("read", "the disk is full", NOW)
        assert schedule.next_at is not None
        pauses.append(schedule.next_at - NOW)
    assert pauses == sorted(pauses)
    assert pauses[-1] <= LONGEST_PAUSE
    assert schedule.problems == ("the disk is full",)
    assert schedule.went_well("read", None).problems == ()


def test_a_clock_that_was_set_and_a_machine_that_slept() -> None:
    assert not jumped(HOUR, HOUR + timedelta(seconds=2))
    assert jumped(8 * HOUR, HOUR)
    assert jumped(-HOUR, timedelta(seconds=3))
