"""Another zone said by hand: hours that no words told a zone of stay what they are; instants that were told stay, too."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.app.conftest import Run

from sincerely.app.processes.other_clock import on_other_clock
from sincerely.app.wiring import opened
from sincerely.core.events import Scheduled
from sincerely.core.fold import fold
from sincerely.core.timeline import parse

HEAD = 'process harlow employer="Harlow Foods" zone=America/New_York country=US\n'
NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
FIXED = '2026-11-04 15:00 scheduled lea@harlow.example start="2026-11-06 12:30" source=<2@x.example>'
ASKED = "2026-11-03 09:00 heard lea@harlow.example asks=yes source=<1@x.example>"
WROTE = "2026-11-03 09:00 wrote lea@harlow.example purpose=reply source=<1@x.example>"


def moved(text: str) -> list[str]:
    [timeline] = parse(HEAD + text, "test")
    events = on_other_clock(fold(timeline.header, timeline.events), "America/Chicago", NOW)
    return [f"{one.start.astimezone(UTC):%d %H:%M}" for one in events if isinstance(one, Scheduled) and one.start]


@pytest.mark.parametrize(
    "text",
    [
        f'{FIXED} quote="12:30 on Friday it is."',
        f'{FIXED} quote="Am Freitag, 6. November, um 12.30 Uhr passt es."',
        # The answer tells no hour; what was asked before does.
        f'{ASKED} quote="Would Friday at 12:30 suit you?"\n{FIXED} quote="Great, that works."',
        # By the clock at the other end, which was taken for another one.
        f'{WROTE} quote="Friday at 12:30 your time would work."\n{FIXED} quote="Great, talk then."',
        f'{FIXED} confidence=0.4 quote="12:30 on Friday it is."',
    ],
)
def test_an_hour_without_a_zone_stays_that_hour(text: str) -> None:
    assert moved(text) == ["06 18:30"]


@pytest.mark.parametrize(
    "text",
    [
        f'{FIXED} quote="12:30 ET on Friday it is."',
        f'{FIXED} quote="11:30 Central on Friday it is."',
        f'{FIXED} quote="Friday at 11:30 AM (America/Chicago) it is."',
        f'{FIXED} uid=one@harlow.example quote="12:30 on Friday it is."',
        # By the candidate's own clock.
        f'{WROTE} quote="Friday at 12:30 would work."\n{FIXED} quote="Great, talk then."',
        # Nobody knows how it was told, or a person noted it.
        f'{FIXED} quote="Great, talk then."',
        f'{FIXED.replace("<2@x.example>", "you")} quote="12:30 on Friday it is."',
        # Read by another clock than the process's.
        f'{FIXED} quote="9:30 on Friday it is."',
        '2026-11-04 15:00 promised by=2026-11-06 source=<2@x.example> quote="You\'ll hear by Friday."',
    ],
)
def test_what_was_told_otherwise_stays_the_instant_that_it_is(text: str) -> None:
    assert moved(text) == []


def test_it_is_one_deed_with_the_zone_and_can_be_taken_back(run: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "harlow.timeline"
    file.write_text(f'{HEAD}{FIXED} end="2026-11-06 13:15" quote="12:30 on Friday it is."\n', "utf-8")
    assert run("import", file).returncode == 0

    def interviews() -> list[tuple[str, str]]:
        with opened(home) as store:
            process = store.process("harlow")
        assert process is not None
        clock = process.header.tz
        return [(f"{one.start.astimezone(clock)}", f"{one.end.astimezone(clock)}") for one in process.interviews]

    before = interviews()
    assert before == [("2026-11-06 12:30:00-05:00", "2026-11-06 13:15:00-05:00")]
    assert run("about", "harlow", "--zone", "America/Chicago").returncode == 0
    assert interviews() == [("2026-11-06 12:30:00-06:00", "2026-11-06 13:15:00-06:00")]
    assert run("undo").returncode == 0
    assert interviews() == before
    assert run("undo", "--again").returncode == 0
    assert interviews() == [("2026-11-06 12:30:00-06:00", "2026-11-06 13:15:00-06:00")]
