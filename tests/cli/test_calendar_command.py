"""Calendar and reminders from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest
from tests.cli.test_commands import Call, call, story

__all__ = ["call", "story"]


@pytest.fixture
def told(call: Call, story: Path) -> Call:
    assert call("import", story).code == 0
    return call


def entries(path: Path) -> list[str]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]


def test_a_file_to_import(told: Call, tmp_path: Path) -> None:
    path = tmp_path / "due.ics"
    result = told("calendar", path, "--at", "2026-03-05T16:00-05:00")
    assert (result.code, result.err) == (0, "")
    assert "Acme Corp: write on the 17th at the earliest" in entries(path)
    first = path.read_bytes()
    told("calendar", path, "--at", "2026-03-05T16:00-05:00")
    assert path.read_bytes() == first, "the same, byte for byte"
    told("calendar", path, "--discreet", "--at", "2026-03-05T16:00-05:00")
    assert set(entries(path)) == {"Sincerely: something is due", "Sincerely: waiting ends"}
    told("calendar", path, "--people", "--at", "2026-03-05T16:00-05:00")
    assert any("dana@acme.example" in summary for summary in entries(path))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("calendar", "/no/such/folder/due.ics"), "can't be written"),
        (("calendar", "due.ics", "--discreet", "--people"), "choose one"),
        (("calendar", "push"), "no server is known; name it with --url and --user"),
        (("calendar", "push", "--url", "http://cal.example/", "--user", "r"), "https://"),
        (("calendar", "push", "--url", "https://cal.example/", "--user", "r"), "no terminal to ask on"),
        (("calendar", "push", "--url", "http://127.0.0.1:9", "--user", "r", "--password-file", "/x"), "cannot be read"),
        (("calendar", "feed", "new"), "--public"),
        (("calendar", "feed", "new", "--public", "http://x.example"), "expected an address"),
        (("remind", "--quiet", "always"), "expected hours"),
        (("remind", "--by", "mail"), "--by desktop"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(told: Call, arguments: tuple[str, ...], says: str) -> None:
    result = told(*arguments)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1


def test_a_feed_is_shown_once_and_revoked(told: Call) -> None:
    made = told("calendar", "feed", "new", "--public", "https://search.example")
    assert made.out.startswith("https://search.example/feed/")
    assert told("calendar", "feed", "new").out != made.out
    assert told("calendar", "feed", "revoke").out == "The feed has ended.\n"
    assert told("calendar", "feed", "revoke").out == "There was no feed.\n"


def test_nobody_is_reminded_who_did_not_choose(told: Call) -> None:
    assert "Nobody is reminded" in told("remind").out
    row = json.loads(told("remind", "--dry-run", "--quiet", "off", "--digest", "00:00", "--json").out)
    assert row["by"] == "off"
    assert row["notice"]["title"].startswith("Sincerely: ")
    assert told("remind", "--dry-run", "--json").rows[0]["notice"] == row["notice"], "chosen and kept; nothing was said"
