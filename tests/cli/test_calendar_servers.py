"""Calendars on a real server, from the command line and in the background: filled, read, and their password kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.dav.conftest import radicale
from tests.dav.radicale import PASSWORD, USER, Radicale
from tests.sources.dovecot import Dovecot

from sincerely.app.background.background_jobs import jobs
from sincerely.app.wiring import open_secrets, opened
from sincerely.core.events import Slot
from sincerely.dav.client import Dav
from sincerely.dav.errors import DavError

from .calling import Call
from .conftest import PASSPHRASE, secret_file
from .desk import Desk, nowhere
from .test_posting_commands import NEWS

__all__ = ["radicale"]
pytestmark = pytest.mark.slow
ENTRY = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//EN\r\nBEGIN:VEVENT\r\nUID:interview-7@beta.example\r\n"
    "DTSTAMP:{stamp}\r\nDTSTART:{start}\r\nDTEND:{end}\r\nSUMMARY:Interview: Data analyst at Beta Ltd\r\n"
    "ORGANIZER;CN=Kim Lund:mailto:kim.lund@beta.example\r\n"
    "ATTENDEE;CN=Kim Lund:mailto:kim.lund@beta.example\r\nATTENDEE;CN=Robin:mailto:{me}\r\n"
    "SEQUENCE:{sequence}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return secret_file(tmp_path / "dav", f"{PASSWORD}\n")


def entry(dav: Dav, calendar: str, me: str, start: datetime, sequence: int = 0) -> None:
    """Put an interview into the person's calendar, or move it."""
    text = ENTRY.format(
        stamp=f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}",
        start=f"{start:%Y%m%dT%H%M%SZ}",
        end=f"{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}",
        me=me,
        sequence=sequence,
    )
    dav.put(calendar, "interview.ics", text, dav.listing(calendar).get("interview.ics", ""))


def slots() -> list[Slot]:
    """What is known of the interview at Beta."""
    with opened() as store:
        process = store.process("beta-data-analyst")
        assert process is not None
        return [event for event in process.events if isinstance(event, Slot)]


def test_it_is_filled_and_its_password_is_nowhere_but_in_the_vault(
    call: Call, desk: Desk, home: Path, radicale: Radicale, secret: Path, tmp_path: Path
) -> None:
    at = ("--url", radicale.url, "--user", USER)
    wrong = call("calendar", "push", *at, "--password-file", secret_file(tmp_path / "wrong", "not-the-one\n"))
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    assert "refused the user or the password" in wrong.err
    assert open_secrets().get(f"caldav:{USER}@{radicale.url}") is None
    told = [wrong, call("calendar", "push", *at, "--password-file", secret)]
    assert told[-1].code == 0, told[-1].err
    secret.unlink()
    told.append(call("calendar", "push"))
    assert told[-1].out.startswith("0 written"), told[-1].err
    with opened() as store:
        jobs(opened)["Calendar"](datetime.now(UTC))
        assert store.setting("calendar")["own"]
    told += [call("backup", home / "copy.db"), call("export", home / "export")]
    nowhere(home, told, PASSWORD, PASSPHRASE, "not-the-one")


def test_an_interview_is_read_and_follows_when_it_is_moved(
    call: Call, desk: Desk, radicale: Radicale, secret: Path
) -> None:
    calendar, start = radicale.address(), datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    dav = radicale.dav()
    dav.make_calendar(calendar, "Mine")
    entry(dav, calendar, desk.address, start)
    before = radicale.stored()
    assert call("calendar", "push", "--url", radicale.url, "--user", USER, "--password-file", secret).code == 0
    told = call("calendar", "read", calendar)
    assert told.code == 0, told.err
    [slot] = slots()
    assert (slot.verb, slot.start) == ("scheduled", start)
    entry(dav, calendar, desk.address, start + timedelta(days=1), 1)
    moved = radicale.stored()
    jobs(opened)["Reading"](datetime.now(UTC))
    assert {event.start for event in slots()} == {start, start + timedelta(days=1)}
    mine = {name for name in before if name.endswith("interview.ics")}
    assert {name: radicale.stored()[name] for name in mine} == {name: moved[name] for name in mine}
    dav.close()


def test_a_calendar_out_of_reach_keeps_no_mail_from_being_read(
    call: Call, desk: Desk, dovecot: Dovecot, radicale: Radicale, secret: Path
) -> None:
    calendar, dav = radicale.address(), radicale.dav()
    dav.make_calendar(calendar, "Mine")
    dav.close()
    call("calendar", "push", "--url", radicale.url, "--user", USER, "--password-file", secret)
    call("calendar", "read", calendar)
    open_secrets().remove(f"caldav:{USER}@{radicale.url}")
    now = datetime.now(UTC)
    dovecot.put(desk.address, [NEWS.format(address=desk.address, date=f"{now:%a, %d %b %Y %H:%M:%S} +0000").encode()])
    with pytest.raises(DavError, match="no password is known"):
        jobs(opened)["Reading"](now)
    with opened() as store:
        process = store.process("acme")
        assert process is not None
        assert any(event.source == "<news-1@acme.example>" for event in process.events)
