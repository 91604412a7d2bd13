"""What Today shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sincerely.app.today.reporting import Line
from sincerely.app.today.today import Today
from sincerely.web.actions import Serves

from .findings import Row, first_day, row
from .naming import named
from .paging import Part, part
from .questions import question_rows

_GROUPS = (("tonight", "Today"), ("late", "Late"), ("due", "Due"), ("soon", "Soon"))
_WAITING = "waiting"
# So many of a group are shown at once; the rest is one press away. What does not press takes less room.
AT_ONCE, AT_LEISURE = 6, 3
# Of one rule so many, while there is something else to say: a mailbox without sent mail owes many of the same.
_ALIKE = 2
_ASKED = 3
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


@dataclass(frozen=True)
class Group:
    """Lines under one heading.

    Attributes:
        name: in addresses.
        title: the heading.
        part: what of the group is shown.
        rows: the lines of that part, findings or what is waited for.
    """

    name: str
    title: str
    part: Part[Line]
    rows: Sequence[Row | Wait]


def today_page(found: Today, serves: Serves, every: str = "", begin: int = 0) -> dict[str, Any]:
    """Return what the Today page shows.

    Args:
        found: what it is about.
        serves: see `findings.row`.
        every: the only group to show, all of it, a page at a time; the beginning of each where there is no such group.
        begin: how many of that group to pass over.
    """
    now = found.now
    lines = {name: list(getattr(found, name)) for name, _ in _GROUPS}
    lines[_WAITING] = sorted(found.waiting, key=lambda line: _until(line, now))
    alone = every if lines.get(every) else ""
    groups = {
        name: _group(name, title, part(lines[name], begin) if alone else _first(name, lines[name]), now, serves)
        for name, title in (*_GROUPS, (_WAITING, "Waiting"))
        if lines[name] and alone in {"", name}
    }
    return {
        "heading": f"{now:%A} {now.day} {now:%B}",
        "lede": _lede(found),
        "ends": "; ".join(found.ends),
        "alone": groups.get(alone),
        "waiting": groups.pop(_WAITING, None),
        "groups": list(groups.values()),
        "at_once": AT_ONCE,
        "tomorrow": first_day(now),
        "done": [named(deed.words) for deed in found.done],
        "asked": question_rows(list(found.asked[:_ASKED])),
        "questions": len(found.asked),
        "notices": found.notices,
        "empty": not found.names,
    }


def _group(name: str, title: str, shown: Part[Line], now: datetime, serves: Serves) -> Group:
    return Group(name, title, shown, [(_wait if name == _WAITING else row)(line, now, serves) for line in shown.rows])


def _first(name: str, lines: Sequence[Line]) -> Part[Line]:
    """Return the beginning of a group, with something of every kind that is in it where there is room."""
    most = AT_ONCE if name in {"tonight", "late", "due"} else AT_LEISURE
    seen: Counter[str] = Counter()
    other: list[Line] = []
    alike: list[Line] = []
    for line in lines:
        seen[line.finding.code] += 1
        (other if seen[line.finding.code] <= _ALIKE else alike).append(line)
    chosen = {id(line) for line in (*other, *alike)[:most]}
    return part(sorted(lines, key=lambda line: id(line) not in chosen), 0, most)


def _until(line: Line, now: datetime) -> datetime:
    return (line.finding.closes or now).astimezone(line.process.header.tz)


def _wait(line: Line, now: datetime, serves: Serves) -> Wait:
    shown, finding = row(line, now, serves), line.finding
    until = _until(line, now)
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
    if found.tonight:
        return "The rest has time."
    if found.soon:
        return "Nothing presses. What follows can be done in good time."
    return "All letters are answered." if found.waiting or found.done else ""


def _count(count: int) -> str:
    words = _number(count)
    return f"{words.capitalize()} {'thing is' if count == 1 else 'things are'}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
