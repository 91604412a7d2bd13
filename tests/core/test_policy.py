"""Policy: spans, profiles, overrides, and errors that name the table and the key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.support import POLICY

from sincerely.app.today.policies import PROFILES, load_policy
from sincerely.core.policy import Policy, PolicyError, Span
from sincerely.core.working_time import WorkingCalendar
from sincerely.rules import RULES

CALENDAR = WorkingCalendar(ZoneInfo("America/New_York"))
SATURDAY = datetime(2026, 3, 7, 20, tzinfo=UTC)  # 15:00 there, the day before the clocks change


@dataclass(frozen=True)
class Options:
    due: Span
    at_most: int
    threshold: float
    note: str


TABLE = {"due": "2bd", "at_most": 3, "threshold": 0.5, "note": "x"}


@pytest.mark.parametrize(
    ("text", "after", "day"),
    [
        ("24h", SATURDAY + timedelta(hours=24), date(2026, 3, 8)),
        ("25h", SATURDAY + timedelta(hours=25), date(2026, 3, 9)),
        ("1d", SATURDAY + timedelta(hours=23), date(2026, 3, 8)),
        ("2bd", datetime(2026, 3, 10, 19, tzinfo=UTC), date(2026, 3, 10)),
        (" 2 bd ", datetime(2026, 3, 10, 19, tzinfo=UTC), date(2026, 3, 10)),
        ("0h", SATURDAY, date(2026, 3, 7)),
    ],
)
def test_a_span_is_a_length_of_time(text: str, after: datetime, day: date) -> None:
    span = Span.parse(text)
    assert span.after(SATURDAY, CALENDAR) == after
    assert span.days_after(date(2026, 3, 7), CALENDAR) == day
    assert Span.parse(str(span)) == span


@pytest.mark.parametrize("text", ["", "24", "h", "24 hours", "-1d", "1.5d", "10000d", "1w"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(PolicyError, match=f'expected a span such as .* found "{text}"'):
        Span.parse(text)


@pytest.mark.parametrize(("text", "hours"), [("24h", 24), ("2d", 48)])
def test_a_span_before(text: str, hours: int) -> None:
    assert Span.parse(text).before(SATURDAY) == SATURDAY - timedelta(hours=hours)


@pytest.mark.parametrize("unit", ["h", "d", "bd"])
def test_the_ends_of_the_calendar_stand_still(unit: str) -> None:
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    span = Span(9999, unit)
    assert span.after(last, CALENDAR) <= last
    assert span.before(first) == first
    assert span.days_after(date.max, CALENDAR) == date.max


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_suits_every_rule(profile: str) -> None:
    policy = load_policy(profile)
    assert policy.name == profile
    for rule in RULES:
        assert policy.of(rule.CODE, rule.Options) is policy.of(rule.CODE, rule.Options)


def test_there_is_no_other_profile() -> None:
    with pytest.raises(PolicyError, match='no profile is called "lenient"; there are default, strict'):
        load_policy("lenient")


def test_the_default_is_what_the_design_s_table_says() -> None:
    assert POLICY.tables["THX001"] == {"due": "24h", "late": "48h", "closes": "5bd"}
    assert POLICY.tables["WAIT005"] == {
        "silent": "45d",
        "silent_after_check_ins": "30d",
        "after_check_in": "10bd",
        "after_promise": "10bd",
        "after_return": "10bd",
    }


def test_options_are_made_of_a_table() -> None:
    options = Policy("mine", {"X001": TABLE}).of("X001", Options)
    assert options == Options(Span(2, "bd"), 3, 0.5, "x")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"due": None}, r"X001\.due: the policy lacks this value"),
        ({"due": "soon"}, r'X001\.due: expected a span such as .* found "soon"'),
        ({"due": 5}, r"X001\.due: "),
        ({"at_most": "three"}, r"X001\.at_most: expected int, found 'three'"),
        ({"at_most": True}, r"X001\.at_most: expected int, found True"),
        ({"at_most": 2.5}, r"X001\.at_most: expected int, found 2\.5"),
        ({"threshold": "high"}, r"X001\.threshold: expected float, found 'high'"),
        ({"note": 7}, r"X001\.note: expected str, found 7"),
    ],
)
def test_an_error_names_table_and_key(change: dict[str, object], message: str) -> None:
    table = {key: value for key, value in {**TABLE, **change}.items() if value is not None}
    with pytest.raises(PolicyError, match=message):
        Policy("mine", {"X001": table}).of("X001", Options)


def test_a_whole_number_will_do_for_a_share() -> None:
    assert Policy("mine", {"X001": {**TABLE, "threshold": 1}}).of("X001", Options).threshold == 1


def test_an_override_replaces_one_value_and_leaves_the_profile_alone() -> None:
    mine = POLICY.with_overrides({"THX001": {"due": "12h"}})
    assert (mine.name, mine.tables["THX001"]["due"], mine.tables["THX001"]["late"]) == ("default", "12h", "48h")
    assert POLICY.tables["THX001"]["due"] == "24h"
    assert POLICY.with_overrides({}, "mine").name == "mine"


@pytest.mark.parametrize("overrides", [{"THX001": {"dew": "1h"}}, {"XYZ001": {"due": "1h"}}])
def test_an_override_of_nothing_is_refused(overrides: dict[str, dict[str, str]]) -> None:
    with pytest.raises(PolicyError, match="no rule has this value"):
        POLICY.with_overrides(overrides)
