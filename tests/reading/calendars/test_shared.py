"""Other people's calendars, some of them broken on purpose: all are read, and as `icalendar` reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest

from sincerely.reading.calendars.entries import entries

CALENDARS = Path(__file__).parents[3] / "../shared/data/calendars"
WINDOW = (datetime(1990, 1, 1, tzinfo=UTC), datetime(1994, 1, 1, tzinfo=UTC))
pytestmark = pytest.mark.skipif(not CALENDARS.is_dir(), reason="needs ../shared/data/calendars")


def files() -> list[Path]:
    return sorted(CALENDARS.rglob("*.ics"))


@pytest.mark.parametrize("file", files(), ids=lambda f: f.name)
def test_all_are_read(file: Path) -> None:
    data = file.read_bytes()
    reading = entries(data)
    assert len(reading.entries) == data.upper().count(b"BEGIN:VEVENT")
    expanded = entries(data, window=WINDOW)
    assert len(expanded.faults) < 20


def _theirs(file: Path) -> list[tuple[str, object, str]] | None:
    """What `icalendar` makes of a file; none where it gives up."""
    # It remembers the zones of one file for the next.
    icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]  # theirs
    try:
        calendars = icalendar.Calendar.from_ical(file.read_bytes(), multiple=True)
    except ValueError:
        return None
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    return [(str(e.get("UID", "")), _start(e), str(e.get("SUMMARY", ""))) for e in events]


def _start(event: icalendar.Component) -> object:
    try:
        return getattr(event.get("DTSTART"), "dt", None)
    except ValueError:
        return None


@pytest.mark.filterwarnings("ignore::icalendar.error.GloballyUniqueTZIDGuessed")
@pytest.mark.parametrize("file", files(), ids=lambda f: f.name)
def test_what_icalendar_reads_we_read_alike(file: Path) -> None:
    theirs = _theirs(file)
    if theirs is None:
        pytest.skip("icalendar gives up on it")
    ours = entries(file.read_bytes()).entries
    for (uid, start, summary), entry in zip(theirs, ours, strict=False):
        assert entry.uid == uid.strip()
        assert entry.summary == " ".join(summary.split())
        if isinstance(start, datetime):
            aware = start if start.tzinfo else start.replace(tzinfo=UTC)
            assert entry.start == aware
        elif isinstance(start, date):
            assert entry.all_day
            assert entry.start is not None
            assert entry.start.date() == start
