"""A timeline file, reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sincerely.app.today.reporting import Line, lines, report_process
from sincerely.core.around import project
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.timeline import Expectation, Timeline, parse

Clock = Callable[[ZoneInfo], datetime]
"""The instant to report, in a process's own zone: a wall time means something else in each."""


@dataclass(frozen=True)
class Unmet:
    """A finding that a file expects and that does not stand."""

    header: Header
    expectation: Expectation


@dataclass(frozen=True)
class Checked:
    """What holds of a file's processes, and which of its expectations are not met."""

    lines: list[Line]
    unmet: list[Unmet]
    processes: list[Process]


def check(text: str, name: str, clock: Clock, policy: Policy) -> Checked:
    """Report every process of a timeline; those of one file are each other's surroundings.

    Raises:
        TimelineError: the text can't be read.
    """
    timelines = parse(text, name)
    processes = [_fold(timeline, timelines) for timeline in timelines]
    found = [line for p in processes for line in lines([p], clock(p.header.tz), policy)]
    unmet = [
        Unmet(timeline.header, expectation)
        for timeline, process in zip(timelines, processes, strict=True)
        for expectation in timeline.expected
        if not _stands(process, expectation, policy)
    ]
    return Checked(found, unmet, processes)


def processes_of(text: str, name: str) -> list[Process]:
    """Return every process of a timeline, each with the others around it.

    Raises:
        TimelineError: the text can't be read.
    """
    timelines = parse(text, name)
    return [_fold(timeline, timelines) for timeline in timelines]


def _fold(timeline: Timeline, among: list[Timeline]) -> Process:
    around = project(timeline.header, [(other.header, other.events) for other in among])
    return fold(timeline.header, timeline.events, around)


def _stands(process: Process, expected: Expectation, policy: Policy) -> bool:
    found = report_process(process, expected.at, policy).findings
    return any(f.code == expected.code and expected.who in {f.who, "-"} for f in found)
