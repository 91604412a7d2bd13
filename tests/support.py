"""What many tests need: timelines loaded as the product loads them, and their whole history of findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import cast

from sincerely.app.today.policies import load_policy
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.around import project
from sincerely.core.finding import Finding
from sincerely.core.fold import fold
from sincerely.core.process import Process
from sincerely.core.report import Report, Rule, report
from sincerely.core.timeline import Timeline, parse
from sincerely.rules import RULES

SHARED = Path(__file__).parents[2] / "shared" / "data"
POLICY = load_policy("default")
# For examples that name no process of their own.
HEAD = 'process example employer="Acme Corp" role="Data analyst" zone=America/New_York country=US\n'


def load(text: str) -> list[Timeline]:
    return parse(text, "example")


def process_of(timeline: Timeline, among: Sequence[Timeline] = ()) -> Process:
    around = project(timeline.header, [(t.header, t.events) for t in among])
    return fold(timeline.header, timeline.events, around)


def report_of(process: Process, now: datetime) -> Report:
    calendar = working_calendar(process.header.country, process.header.zone)
    return report(process, now, RULES, POLICY, calendar)


class _History:
    """Every finding that stands at some time, walked from change to change."""

    def __call__(self, timeline: Timeline, among: Sequence[Timeline] = ()) -> Iterator[tuple[datetime, str, str]]:
        for finding in self.findings(timeline, among):
            yield finding.opens, finding.code, finding.who

    def findings(self, timeline: Timeline, among: Sequence[Timeline] = ()) -> Iterator[Finding]:
        process = process_of(timeline, among)
        now: datetime | None = min(e.at for t in [timeline, *among] for e in t.events)
        while now is not None:
            current = report_of(process, now)
            yield from current.findings
            assert current.wake_at is None or current.wake_at > now
            now = current.wake_at


history_of = _History()


def made_rule(**told: object) -> Rule:
    """Return a rule of a test's own: a module, as rules are."""
    module = ModuleType("made_rule")
    vars(module).update(told)
    return cast("Rule", module)
