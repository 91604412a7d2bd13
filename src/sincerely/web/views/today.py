"""What Today shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sincerely.app.reporting import Line
from sincerely.app.today import Today
from sincerely.web.actions import Serves

from .findings import Row, row
from .questions import question_rows

_GROUPS = (("late", "Late"), ("due", "Due"), ("soon", "Soon"))
# So many of a group are shown at once; the rest is one press away.
AT_ONCE = 8
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True)
class Wait:
    """What is waited for.

    Attributes:
        row: the finding.
        weekday: of the day until which nothing is to be done, ``Tue``.
        day: its number.
        month: ``March``.
        iso: that instant.
        passed: how much of the waiting is over.
        length: how long it is; both in minutes.
    """

    row: Row
    weekday: str
    day: str
    month: str
    iso: str
    passed: int
    length: int


def today_page(found: Today, serves: Serves, *, empty: bool) -> dict[str, Any]:
    """Return what the Today page shows."""
    now = found.now
    groups = [
        {"name": name, "title": title, "rows": [row(line, now, serves) for line in getattr(found, name)]}
        for name, title in _GROUPS
        if getattr(found, name)
    ]
    return {
        "heading": f"{now:%A} {now.day} {now:%B}",
        "lede": _lede(found),
        "groups": groups,
        "at_once": AT_ONCE,
        "waiting": sorted((_wait(line, now, serves) for line in found.waiting), key=lambda wait: wait.iso),
        "done": [deed.words for deed in found.done],
        "asked": question_rows(list(found.asked)),
        "notices": found.notices,
        "empty": empty,
    }


def _wait(line: Line, now: datetime, serves: Serves) -> Wait:
    shown, finding = row(line, now, serves), line.finding
    until = (finding.closes or now).astimezone(line.process.header.tz)
    length = max(1, int((until - finding.opens).total_seconds() // 60))
    passed = min(length, max(0, int((now - finding.opens).total_seconds() // 60)))
    return Wait(shown, f"{until:%a}", str(until.day), f"{until:%b}", until.isoformat(), passed, length)


def _lede(found: Today) -> str:
    late, due = len(found.late), len(found.due)
    if late and due:
        return f"{_count(late)} late, {_number(due)} due. One after the other."
    if late:
        return f"{_count(late)} late. Better today than tomorrow."
    if due:
        return f"{_count(due)} to be done now."
    if found.soon:
        return "Nothing presses. What follows can be done in good time."
    return "All letters are answered." if found.waiting or found.done else ""


def _count(count: int) -> str:
    words = _number(count)
    return f"{words.capitalize()} {'thing is' if count == 1 else 'things are'}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
