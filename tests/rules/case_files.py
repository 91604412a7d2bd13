"""Reads the case files: timelines whose comments say what must stand, what must not, and from when to when.

A file holds many cases; each begins with ``# case: name`` and would be a file of its own for ``sincerely check``.
Beside the notation's own ``TIME ! CODE who`` a case may say, about the process that stands above the line:

``# not TIME CODE who``              that finding does not stand
``# at TIME CODE who opens=… to=…``  it stands, with these times (``none`` where there is none) and
                                     this addressee; ``not_before=`` is the earliest time for its mail
``# all TIME CODE who, CODE who``    these stand, and no others (``-`` alone: nothing stands)
``# differs: why``                   the product does not do so yet; the case is expected to fail

``*`` as who means anybody, where the design does not say how the finding is addressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from sincerely.core.notation import Token, read_time, tokens
from sincerely.core.timeline import Timeline, parse

FOLDER = Path(__file__).parent / "cases"
_CHECK = re.compile(r"^# (not|at|all) (.*)$")
_TIMES = frozenset({"opens", "due", "late", "closes", "not_before"})


@dataclass(frozen=True)
class Wanted:
    """What a finding must be: its code, about whom, and its times or addressee where the design fixes them."""

    code: str
    who: str
    values: tuple[tuple[str, object], ...] = ()

    def fits(self, code: str, who: str) -> bool:
        return self.code == code and self.who in {who, "*"}

    def __str__(self) -> str:
        return f"{self.code} {self.who}"


@dataclass(frozen=True)
class Check:
    """One statement about one process at one instant."""

    kind: str  # stands, not, at, all
    process: str
    at: datetime
    wanted: tuple[Wanted, ...]
    line: str


@dataclass(frozen=True)
class Case:
    """Some processes of one candidate, and what is said about them."""

    name: str
    place: str
    text: str
    timelines: tuple[Timeline, ...]
    checks: tuple[Check, ...]
    differs: str


def cases() -> list[Case]:
    """Return every case of every file, in order."""
    return [case for path in sorted(FOLDER.glob("*.timeline")) for case in _of(path)]


def _of(path: Path) -> Iterator[Case]:
    before = ""
    for part in re.split(r"(?m)^(?=# case: )", path.read_text("utf-8")):
        if part.startswith("# case: "):
            name = part.splitlines()[0].removeprefix("# case: ").strip()
            yield _case(name, f"{path.name}:{before.count(chr(10)) + 1}", part)
        before += part


def _case(name: str, place: str, text: str) -> Case:
    timelines = tuple(parse(text, name))
    zones = {timeline.header.id: timeline.header.tz for timeline in timelines}
    checks: list[Check] = []
    process = differs = ""
    for line in text.splitlines():
        if line.startswith("process "):
            process = tokens(line)[1].value
        elif line.startswith("# differs: "):
            differs = line.removeprefix("# differs: ")
        elif found := _CHECK.match(line):
            words = tokens(found[2])
            at = read_time(f"{words[0].value} {words[1].value}", zones[process])
            assert isinstance(at, datetime), line
            checks.append(Check(found[1], process, at, _wanted(words[2:], zones[process]), line))
    checks += [
        Check("stands", t.header.id, e.at, (Wanted(e.code, e.who),), f"! {e.code} {e.who}, line {e.line}")
        for t in timelines
        for e in t.expected
    ]
    assert checks, f"{place}: nothing is said"
    return Case(name, place, text, timelines, tuple(checks), differs)


def _wanted(words: list[Token], zone: tzinfo) -> tuple[Wanted, ...]:
    if [word.value for word in words] == ["-"]:
        return ()
    found: list[Wanted] = []
    while words:
        (code, who), words = words[:2], words[2:]
        assert not code.key, code
        values = []
        while words and words[0].key:
            values.append(_value(words.pop(0), zone))
        found.append(Wanted(code.value, who.value, tuple(values)))
        if words:
            assert words.pop(0).comma, words
    assert found
    return tuple(found)


def _value(word: Token, zone: tzinfo) -> tuple[str, object]:
    assert word.key in _TIMES | {"to"}, word
    if word.value == "none":
        return word.key, None
    return word.key, word.value if word.key == "to" else read_time(word.value, zone)
