"""``sincerely serve`` tells times here as clocks here show them, before and after they change."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx2
import pytest
from click.testing import CliRunner

from sincerely.app import here
from sincerely.cli.main import cli

TIMELINE = """\
process acme-analyst employer="Acme Corp" role="Data analyst" zone=Europe/Berlin country=DE via=direct
2026-01-05 09:00 scheduled dana@acme.example start="{year}-01-12 15:00" end="{year}-01-12 16:00"
2026-01-06 09:00 scheduled lee@acme.example start="{year}-07-13 15:00" end="{year}-07-13 16:00"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_now_is_told_in_the_zone_and_not_by_its_offset_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Denver")
    assert here.now().tzinfo == ZoneInfo("America/Denver")


@pytest.mark.slow
def test_pages_tell_times_here_as_they_were_and_will_be(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "acme.timeline"
    file.write_text(TIMELINE.format(year=here.now().year + 1))
    assert CliRunner().invoke(cli, ["import", str(file)]).exit_code == 0
    command = [sys.executable, "-m", "sincerely", "serve", "--no-browser", "--no-work", "--port", "0"]
    env = {
        **os.environ,
        "SINCERELY_HOME": str(home),
        "PYTHONPATH": ":".join(sys.path),
        "TZ": "America/Denver",
    }
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            url = next(word for word in server.stderr.readline().split() if word.startswith("http"))
            page = httpx2.get(f"{url}p/acme-analyst", timeout=60, follow_redirects=True).text
        finally:
            server.terminate()
    # Denver is eight hours behind Berlin in January and in July: an offset alone is an hour wrong in one of them.
    assert "12 January, 15:00 in Berlin, 07:00 here" in page
    assert "13 July, 15:00 in Berlin, 07:00 here" in page
    assert set(re.findall(r"15:00 in Berlin, (\d\d:\d\d) here", page)) == {"07:00"}
