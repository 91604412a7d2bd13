"""When to remind: worked examples, and what must hold for any wishes and findings."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.core.finding import Finding, Stage
from sincerely.core.header import Header
from sincerely.planning.reminding import Kind, Remindable, Shown, Wishes, reminders

BERLIN = ZoneInfo("Europe/Berlin")
WISHES = Wishes(zone=BERLIN)
ACME = Header(id="acme", employer="Acme")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=BERLIN)


def finding(who: str = "-", **times: datetime) -> Remindable:
    return Remindable(ACME, Finding(code="THX001", who=who, **times))  # type: ignore[arg-type]  # instants only


THANKS = finding(opens=at(4, 15), due=at(5, 15), late=at(6, 15), closes=at(11, 15))


def run(found: list[Remindable], wishes: Wishes, begins: datetime, until: datetime) -> list[Shown]:
    """Say everything that is planned, as a program does that sleeps until the next instant."""
    shown: list[Shown] = []
    now: datetime | None = begins
    while now is not None and now < until:
        plan = reminders(found, shown, wishes, now)
        assert plan.next_at is None or plan.next_at > now
        if plan.notice is not None:
            shown += [Shown(one.what.key, one.stage, now, plan.notice.kind) for one in plan.notice.told]
            plan = reminders(found, shown, wishes, now)
            assert plan.notice is None, "one notice at a time, and it says all"
        now = plan.next_at
    return shown


def told(shown: list[Shown]) -> list[tuple[str, str, str]]:
    return [(f"{one.at.astimezone(BERLIN):%d %H:%M}", one.kind, one.stage) for one in shown]


def test_a_digest_each_morning_and_what_presses_at_once() -> None:
    assert told(run([THANKS], WISHES, at(4, 15), at(20, 0))) == [
        ("05 08:00", Kind.DIGEST, Stage.SOON),
        ("05 15:00", Kind.URGENT, Stage.DUE),
        ("06 15:00", Kind.URGENT, Stage.LATE),
    ]


def test_without_urgent_ones_the_morning_says_it() -> None:
    calm = Wishes(zone=BERLIN, urgent=False)
    assert told(run([THANKS], calm, at(4, 15), at(20, 0))) == [
        ("05 08:00", Kind.DIGEST, Stage.SOON),
        ("06 08:00", Kind.DIGEST, Stage.DUE),
        ("07 08:00", Kind.DIGEST, Stage.LATE),
    ]


def test_at_night_nothing_is_said_and_in_the_morning_what_it_has_become() -> None:
    night = finding(opens=at(4, 22), due=at(4, 23), late=at(5, 2))
    assert told(run([night], WISHES, at(4, 12), at(9, 0))) == [("05 08:00", Kind.DIGEST, Stage.LATE)]


def test_what_was_settled_is_not_said() -> None:
    assert told(run([finding(opens=at(4, 22), due=at(4, 23), closes=at(5, 7))], WISHES, at(4, 12), at(9, 0))) == []


def test_a_machine_that_slept_catches_up_once() -> None:
    plan = reminders([THANKS], [], WISHES, at(7, 11))
    assert plan.notice is not None
    assert (plan.notice.kind, [one.stage for one in plan.notice.told]) == (Kind.DIGEST, [Stage.LATE])


def test_none_a_day_is_none() -> None:
    assert reminders([THANKS], [], Wishes(zone=BERLIN, most=0), at(5, 16)).notice is None
    assert run([THANKS], Wishes(zone=BERLIN, most=0), at(4, 15), at(20, 0)) == []


def test_what_is_over_the_limit_waits_for_the_next_day() -> None:
    many = [finding(str(n), opens=at(4, 9), due=at(4, 9 + n), late=at(4, 20)) for n in range(1, 8)]
    days = {f"{one.at.astimezone(BERLIN):%d %H}" for one in run(many, Wishes(zone=BERLIN, most=2), at(4, 7), at(9, 0))}
    assert days == {"04 10", "04 11", "05 08"}


def test_to_wait_is_no_reminder() -> None:
    wait = Remindable(ACME, Finding(code="WAIT002", opens=at(4, 9), closes=at(17, 14)))
    assert reminders([wait], [], WISHES, at(5, 9)).notice is None


START = datetime(2026, 3, 27, tzinfo=UTC)  # clocks change in Berlin on the 29th
INSTANTS = st.integers(0, 14 * 24 * 4).map(lambda n: START + timedelta(minutes=15 * n))


@st.composite
def findings(draw: st.DrawFn) -> Remindable:
    opens, due, late, closes = sorted(draw(st.tuples(*[INSTANTS] * 4)))
    has = draw(st.tuples(*[st.booleans()] * 3))
    one = Finding(
        code="ASK001",
        who=str(draw(st.integers(0, 10**6))),
        opens=opens,
        due=due if has[0] else None,
        late=late if has[0] and has[1] else None,
        closes=closes if has[2] else None,
    )
    return Remindable(ACME, one)


@st.composite
def wishes(draw: st.DrawFn) -> Wishes:
    begins = draw(st.integers(0, 23))
    return Wishes(
        zone=ZoneInfo(draw(st.sampled_from(["Europe/Berlin", "UTC", "Asia/Kolkata", "Pacific/Apia"]))),
        digest=draw(st.one_of(st.none(), st.integers(0, 23).map(time))),
        urgent=draw(st.booleans()),
        quiet=(time(begins), time((begins + draw(st.integers(0, 16))) % 24)),
        most=draw(st.integers(0, 3)),
    )


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(findings(), max_size=5, unique_by=lambda one: one.key), wishes())
def test_never_more_never_at_night_never_twice(found: list[Remindable], chosen: Wishes) -> None:
    shown = run(found, chosen, START, START + 20 * DAY)
    notices = {(one.at, one.kind) for one in shown}
    days = [at.astimezone(chosen.zone).date() for at, _ in notices]
    assert all(days.count(day) <= chosen.most for day in days)
    assert len({(one.key, one.stage) for one in shown}) == len(shown)
    digests = [at.astimezone(chosen.zone).date() for at, kind in notices if kind is Kind.DIGEST]
    assert len(set(digests)) == len(digests)
    begins, ends = chosen.quiet
    for instant, _ in notices:
        clock = instant.astimezone(chosen.zone).time()
        quiet = begins <= clock < ends if begins <= ends else clock >= begins or clock < ends
        if instant.astimezone(chosen.zone).utcoffset() == START.astimezone(chosen.zone).utcoffset():
            assert not quiet


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    st.lists(findings(), max_size=4, unique_by=lambda one: one.key),
    wishes(),
    INSTANTS,
    st.floats(0, 1, exclude_max=True),
)
def test_a_plan_stays_the_same_until_its_next_instant(
    found: list[Remindable], chosen: Wishes, now: datetime, fraction: float
) -> None:
    shown = run(found, chosen, START, now)
    plan = reminders(found, shown, chosen, now)
    until = plan.next_at or now + 40 * DAY
    last = until - timedelta(microseconds=1)
    # A fraction next to one is rounded up to the whole, at which the plan may be another.
    for later in (min(now + (until - now) * fraction, last), last):
        assert reminders(found, shown, chosen, later) == plan
    if plan.next_at is not None:
        assert reminders(found, shown, chosen, plan.next_at).notice != plan.notice
