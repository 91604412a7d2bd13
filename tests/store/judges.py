"""The judge as the product has it, and helpers to make what the tests store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sincerely.app.today.policies import load_policy
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.process import Process
from sincerely.core.report import report
from sincerely.core.timeline import parse
from sincerely.rules import RULES
from sincerely.store.base import Change, Judged

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def judge(process: Process, now: datetime) -> Judged:
    calendar = working_calendar(process.header.country, process.header.zone)
    found = report(process, now, RULES, load_policy("default"), calendar)
    state = process.outcome.verb if process.outcome is not None else "running"
    return Judged(found.wake_at, bool(found.findings), state)


def changes(text: str) -> list[Change]:
    """Every process of a text in the timeline notation."""
    return [Change(timeline.header, timeline.events) for timeline in parse(text, "example")]


ACME = """
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-04 17:30 thanked dana@acme.example
"""
BOLT = """
process bolt employer="Bolt Ltd" role="Analyst" zone=Europe/Berlin country=DE-BE
2026-03-03 09:00 applied
2026-03-06 10:00 requested references
"""
CURIO = """
process curio employer="Curio Inc" role="Editor" zone=Europe/London country=GB
2026-02-02 09:00 applied
2026-03-09 09:00 rejected
"""
