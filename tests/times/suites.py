"""Score the grammar against other people's cases: each suite's expectation as a day, and whether ours is that day.

Run as a script for the figures and, with ``-v``, the cases that are not right.
"""

# ruff: noqa: T201 - a script: it prints its figures

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sincerely.times import TimeMention, find

HERE = Path(__file__).parent
SHARED = Path(__file__).parents[2] / "../shared/data/times/cases.jsonl"
DEADLINES = HERE / "deadlines.jsonl"
# The suites write dates in their countries' order.
COUNTRY = {"duckling": "US", "chrono": "US", "ctparse": "GB"}
_GOLD = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Case:
    """One text, and the day on which its time begins; None where nothing is to be found.

    Attributes:
        by_end: the day is the last one inside, as for deadlines.
        month_only: only the month was expected.
    """

    suite: str
    text: str
    at: datetime
    day: date | None
    by_end: bool = False
    month_only: bool = False


def _duckling(case: dict[str, Any]) -> Case | None:
    at = datetime.fromisoformat(case["at"])
    if case["kind"] == "negative":
        return Case("duckling", case["text"], at, None)
    if not case["values"]:
        return None  # a time before the calendar's first year
    values = [datetime.fromisoformat(value) for value in case["values"]]
    if case["kind"] == "datetimeInterval" and values[0] == at and len(values) == 2:
        return Case("duckling", case["text"], at, (values[1] - MICROSECOND).date(), by_end=True)
    return Case("duckling", case["text"], at, values[0].date(), by_end=case["direction"] == "Before")


def _ctparse(case: dict[str, Any]) -> Case | None:
    match = _GOLD.search(case["gold"])
    if match is None:
        return None  # a duration, or a part of no day
    at = datetime.fromisoformat(case["at"])
    return Case("ctparse", case["text"], at, date(*map(int, match.groups())))


def _chrono(case: dict[str, Any]) -> Case | None:
    at = datetime.fromisoformat(case["at"])
    if case["kind"] == "none":
        return Case("chrono", case["text"], at, None)
    fields: dict[str, int] = {}
    whole = None
    for check in case["checks"]:
        match = re.fullmatch(r'result\.start\.get\("(year|month|day)"\)', check["path"])
        if match and check["op"] == "toBe":
            fields[match[1]] = int(check["value"])
        if check["op"] == "toBeDate" and check["path"] in {"result.start", "result"} and check["value"][:1].isdigit():
            whole = date.fromisoformat(check["value"][:10])
    if {"year", "month", "day"} <= fields.keys():
        if fields["year"] < 1:
            return None
        return Case("chrono", case["text"], at, date(fields["year"], fields["month"], fields["day"]))
    if whole is not None:
        return Case("chrono", case["text"], at, whole)
    if {"year", "month"} <= fields.keys():
        return Case("chrono", case["text"], at, date(fields["year"], fields["month"], 1), month_only=True)
    return None


def cases() -> Iterator[Case]:
    """Yield the three suites' cases that name a day, or nothing."""
    readers = {"duckling": _duckling, "ctparse": _ctparse, "chrono": _chrono}
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        case = readers[raw["set"]](raw)
        if case is not None:
            yield case


def deadlines() -> Iterator[Case]:
    """Yield our own hiring-mail deadlines."""
    for line in DEADLINES.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        at = datetime.fromisoformat(raw["at"])
        yield Case(raw["country"], raw["text"], at, date.fromisoformat(raw["last_day"]), by_end=True)


def last_day(mention: TimeMention) -> date | None:
    """Return the last day inside a mention."""
    return (mention.end - MICROSECOND).date() if mention.end else None


def first_day(mention: TimeMention) -> date | None:
    """Return the day on which a mention begins; a deadline's last day."""
    return mention.start.date() if mention.start else last_day(mention)


def is_right(case: Case, found: list[TimeMention]) -> bool:
    """Whether what was found is what the suite expects, to the day."""
    if case.day is None:
        return not found
    if not found:
        return False
    mention = found[0]
    day = (last_day(mention) if mention.start is None or case.by_end else None) or first_day(mention)
    if case.month_only and day is not None:
        return (day.year, day.month) == (case.day.year, case.day.month)
    return day == case.day


def is_deadline_right(case: Case, found: list[TimeMention]) -> bool:
    """Whether the text's last deadline ends on the expected day."""
    dead = [mention for mention in found if mention.deadline] or found
    return bool(dead) and last_day(dead[-1]) == case.day


def main() -> None:
    """Print the figures; with ``-v`` what is not right, with ``-vSUITE`` of one suite."""
    verbose = next((a[2:] or "all" for a in sys.argv if a.startswith("-v")), "")
    right: dict[str, list[bool]] = {}
    for case in cases():
        found = find(case.text, case.at, COUNTRY[case.suite])
        name = case.suite if case.day else "nothing"
        ok = is_right(case, found)
        right.setdefault(name, []).append(ok)
        if not ok and verbose in {"all", name}:
            _show(case, found)
    for case in deadlines():
        found = find(case.text, case.at, case.suite)
        ok = is_deadline_right(case, found)
        right.setdefault("deadlines", []).append(ok)
        if not ok and verbose in {"all", "deadlines"}:
            _show(case, found)
    for name, marks in right.items():
        print(f"{name:10} {sum(marks):4} of {len(marks):4}  {sum(marks) / len(marks):.3f}")


def _show(case: Case, found: list[TimeMention]) -> None:
    got = "; ".join(f"{m.quote!r} {m.start}..{m.end}" for m in found)
    print(
        f"{case.suite[:4]} {case.at:%a %Y-%m-%d %H:%M} | {case.text} | {case.day}{' end' if case.by_end else ''} | {got}"
    )


if __name__ == "__main__":
    main()
