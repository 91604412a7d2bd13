"""How many processes are reported in a second on one core: folded from their events, every rule, the default policy."""

from __future__ import annotations

import sys
import time
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sincerely.app.today.policies import load_policy
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import Event
from sincerely.core.fold import fold
from sincerely.core.report import report
from sincerely.core.timeline import parse
from sincerely.rules import RULES

STORY = """
process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-02-16 10:00 applied
2026-02-16 10:01 acknowledged no-reply@acme.example
2026-02-24 10:00 heard        dana@acme.example asks=yes
2026-02-24 12:00 wrote        dana@acme.example purpose=reply
2026-03-02 09:00 scheduled    dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 interviewed  dana@acme.example, lee@acme.example
2026-03-04 15:20 debriefed    dana@acme.example liked="the migration story" fit="ran two such migrations"
2026-03-04 15:00 promised     by=2026-03-13 quote="by the end of next week"
2026-03-04 17:30 thanked      dana@acme.example
2026-03-05 10:00 requested    writing-sample by=2026-03-09
2026-03-06 09:00 submitted    writing-sample
2026-03-05 11:00 asked        kim@uni.example
2026-03-05 15:00 agreed       kim@uni.example
2026-03-05 16:00 briefed      kim@uni.example
2026-03-06 09:05 named        kim@uni.example
"""
BATCH = 200
# The same story at another second: no two processes of a batch share an instant that could be remembered.
APART = timedelta(seconds=37)


def main(seconds: float = 3.0) -> None:
    policy, calendar = load_policy(), working_calendar("US", "America/New_York")
    [timeline] = parse(STORY)
    now = datetime(2026, 3, 16, 12, tzinfo=UTC)
    report(fold(timeline.header, timeline.events), now, RULES, policy, calendar)
    for label, folds in (("reported, folded before", False), ("folded and reported", True)):
        done, spent = 0, 0.0
        while spent < seconds:
            # Fresh events and processes each time, made outside the measure: what one report remembered of its
            # process must not help the next.
            stories = [_later(timeline.events, (done + i) % 1000 * APART) for i in range(BATCH)]
            processes = [] if folds else [fold(timeline.header, events) for events in stories]
            begun = time.process_time()
            if folds:
                for events in stories:
                    report(fold(timeline.header, events), now, RULES, policy, calendar)
            else:
                for process in processes:
                    report(process, now, RULES, policy, calendar)
            spent += time.process_time() - begun
            done += BATCH
        print(f"{label:26} {done / spent:10,.0f} processes/s  ({len(timeline.events)} events each)")


def _later(events: tuple[Event, ...], shift: timedelta) -> list[Event]:
    moved = []
    for event in events:
        instants: dict[str, Any] = {
            field.name: value + shift
            for field in fields(event)
            if isinstance(value := getattr(event, field.name), datetime)
        }
        moved.append(replace(event, **instants))
    return moved


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
