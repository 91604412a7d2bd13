"""Other people's time expressions, and our own deadlines: each as the day that is expected, or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

SUITES = ("ctparse", "duckling", "chrono")
# The suites write dates in their countries' order.
_COUNTRY = {"duckling": "US", "chrono": "US", "ctparse": "GB"}
_CTPARSE_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CHRONO_FIELD = re.compile(r'result\.start\.get\("(year|month|day)"\)')
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Case:
    """A text, and the day on which its time begins.

    Attributes:
        suite: where it comes from.
        at: the reference, a wall time.
        country: whose order of day and month, and whose holidays.
        day: what is expected; None where nothing is to be found.
        by_end: the day is the last one inside, as for deadlines.
        month_only: only the month is expected.
    """

    suite: str
    text: str
    at: datetime
    country: str
    day: date | None
    by_end: bool = False
    month_only: bool = False


@dataclass(frozen=True)
class Span:
    """A time that somebody found, to the day.

    Attributes:
        first: None for deadlines.
        last: the last day inside; None where the end is open.
    """

    first: date | None
    last: date | None


def suites(path: Path) -> Iterator[Case]:
    """Yield the suites' cases that name a day or month, or where nothing is to be found.

    What a suite expects without a day (a duration, a time of day) has nothing to compare to the day.
    """
    readers = {"duckling": _duckling, "ctparse": _ctparse, "chrono": _chrono}
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)
        case = readers[raw["set"]](raw, datetime.fromisoformat(raw["at"]))
        if case is not None:
            yield case


def deadlines(path: Path) -> Iterator[Case]:
    """Yield our own deadlines, each with its last day."""
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)
        at = datetime.fromisoformat(raw["at"])
        yield Case("deadlines", raw["text"], at, raw["country"], date.fromisoformat(raw["last_day"]), by_end=True)


def _case(suite: str, raw: dict[str, Any], at: datetime, day: date | None, **further: bool) -> Case:
    return Case(suite, raw["text"], at, _COUNTRY[suite], day, **further)


def _duckling(raw: dict[str, Any], at: datetime) -> Case | None:
    if raw["kind"] == "negative":
        return _case("duckling", raw, at, None)
    if not raw["values"]:
        return None  # a time before the calendar's first year
    values = [datetime.fromisoformat(value) for value in raw["values"]]
    if raw["kind"] == "datetimeInterval" and len(values) == 2 and values[0] == at:
        return _case("duckling", raw, at, (values[1] - _INSTANT).date(), by_end=True)
    return _case("duckling", raw, at, values[0].date(), by_end=raw["direction"] == "Before")


def _ctparse(raw: dict[str, Any], at: datetime) -> Case | None:
    match = _CTPARSE_DAY.search(raw["gold"])
    return _case("ctparse", raw, at, date(*map(int, match.groups()))) if match else None


def _chrono(raw: dict[str, Any], at: datetime) -> Case | None:
    if raw["kind"] == "none":
        return _case("chrono", raw, at, None)
    told: dict[str, int] = {}
    whole = None
    for check in raw["checks"]:
        field = _CHRONO_FIELD.fullmatch(check["path"])
        if field and check["op"] == "toBe":
            told[field[1]] = int(check["value"])
        if check["op"] == "toBeDate" and check["path"] in {"result.start", "result"} and check["value"][:1].isdigit():
            whole = date.fromisoformat(check["value"][:10])
    if {"year", "month", "day"} <= told.keys():
        if told["year"] < 1:
            return None  # before the calendar's first year
        return _case("chrono", raw, at, date(told["year"], told["month"], told["day"]))
    if whole is not None:
        return _case("chrono", raw, at, whole)
    if {"year", "month"} <= told.keys():
        return _case("chrono", raw, at, date(told["year"], told["month"], 1), month_only=True)
    return None


def day_found(case: Case, found: list[Span]) -> date | None:
    """Return the day that counts: where the first time begins, or ends where that is asked."""
    if not found:
        return None
    if case.suite == "deadlines":
        # A deadline has no start; where somebody knows no deadlines, the last time that they found is theirs.
        return ([span for span in found if span.first is None] or found)[-1].last
    span = found[0]
    return (span.last if span.first is None or case.by_end else None) or span.first or span.last


def is_right(case: Case, found: list[Span]) -> bool:
    """Whether what was found is what is expected, to the day."""
    if case.day is None:
        return not found
    day = day_found(case, found)
    if day is not None and case.month_only:
        return (day.year, day.month) == (case.day.year, case.day.month)
    return day == case.day
