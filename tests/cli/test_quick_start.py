"""A command loads what it needs: whoever asks what is owed today waits for no reader, no guard and no 250 countries."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOADS = """
import sys
from sincerely.cli.main import main
try:
    main(sys.argv[2:])
except SystemExit:
    pass
wanted = sys.argv[1]
print("loaded", *sorted(name for name in sys.modules if name.startswith(wanted)), file=sys.stderr)
"""
STORY = """process acme employer="Acme" zone=Europe/Berlin country=DE
2026-03-02 09:00 offered by=2026-03-11
"""


def loaded(home: Path, prefix: str, *command: str) -> list[str]:
    """Return the modules of such a name that a command loads."""
    done = subprocess.run(
        [sys.executable, "-c", LOADS, prefix, *command],
        capture_output=True, text=True, check=True, env={**os.environ, "SINCERELY_HOME": str(home)},
    )  # fmt: skip
    return done.stderr.splitlines()[-1].split()[1:]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "story.timeline").write_text(STORY)
    loaded(tmp_path / "home", "none", "import", str(tmp_path / "story.timeline"))
    return tmp_path / "home"


def test_today_needs_no_reader_and_one_country(home: Path) -> None:
    today = ("today", "--at", "2026-03-10T10:00")
    assert loaded(home, "holidays.countries.", *today) == ["holidays.countries.germany"]
    assert loaded(home, "sincerely.gate", *today) == []
    assert "sincerely.reading.reader" not in loaded(home, "sincerely.reading", *today)


def test_a_rules_page_needs_no_guard(home: Path) -> None:
    assert loaded(home, "sincerely.gate", "explain", "THX001") == []
    assert loaded(home, "sincerely.gate", "explain", "OUT001") != []


COUNTRIES = """
from datetime import date
from sincerely.app.today.working_calendars import working_calendar
assert not working_calendar("DE-BY", "Europe/Berlin").is_business_day(date(2026, 6, 4))
from holidays.countries import Germany, France
import holidays
import holidays.countries
assert date(2026, 7, 14) in France(years=2026)
assert date(2026, 7, 4) in holidays.US(years=2026)
assert holidays.countries.Austria(years=2026)
"""


def test_who_wants_all_countries_has_them() -> None:
    subprocess.run([sys.executable, "-c", COUNTRIES], check=True)
