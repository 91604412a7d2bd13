"""Where a process's employer is: guessed where the candidate is, and corrected by the first mail that tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.mail_in.known_links import completed
from sincerely.app.mail_in.reading_mail import Reader, Said
from sincerely.app.mail_in.sample_in import SAMPLE_ZONE
from sincerely.app.mail_in.sync import sync
from sincerely.app.models.reading_models import load_models
from sincerely.app.wiring import opened, reader, sources_at
from sincerely.core.events import Applied
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues
from sincerely.store.base import Change, Store

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
BERLIN = ("DE", "Europe/Berlin")
ME = "robin@mail.example"
RELAY = "Halvorsen Hiring Team <no-reply@us.greenhouse-mail.io>"
DANA = "Dana Lee <dana@halvorsen.com>"
RECEIPT = "Thank you for applying for the Data Analyst position at Halvorsen. We have received your application."
INVITES = "We would like to invite you to an interview for the Data Analyst position. When are you free next week?"
FIXED = "Your interview for the Data Analyst position at Halvorsen is confirmed for Thursday, March 26 at 2:00 PM."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


def receive(store: Store, folder: Path, *mails: tuple[str, str, str], zone: str = "Europe/Berlin") -> None:
    """Read mails, each of a sender, a Date and what it says, in one sync."""
    for sender, date, text in mails:
        number = len(list(folder.glob("*.eml"))) + 1
        head = f"From: {sender}\nTo: {ME}\nSubject: Data Analyst at Halvorsen\nDate: {date}\nMessage-ID: <{number}@h.example>\n"
        (folder / f"{number}.eml").write_text(f"{head}\nDear Robin,\n\n{text}\n\nKind regards\n", "utf-8")
    reads = Reader(load_models(), frozenset({ME}), ZoneInfo(zone), NOW)
    sync(store, sources_at([folder]).sources, reads, NOW, lambda _label, _done, _total: None)


def place(store: Store) -> tuple[str, str]:
    [row] = store.summaries()
    return row.header.country, row.header.zone


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


RECEIVED = (RELAY, "Mon, 02 Mar 2026 10:00:00 +0000", RECEIPT)
FROM_DENVER = (DANA, "Tue, 10 Mar 2026 10:00:00 -0600", INVITES)
FROM_LONDON = ("Lee Wong <lee@halvorsen.co.uk>", "Wed, 11 Mar 2026 10:00:00 +0000", INVITES)


def test_a_relays_process_is_where_the_candidate_is(store: Store, inbox: Path) -> None:
    receive(store, inbox, RECEIVED)
    assert place(store) == BERLIN


@pytest.mark.parametrize("apart", [False, True])
def test_the_first_person_who_writes_corrects_it_and_no_later_one(store: Store, inbox: Path, *, apart: bool) -> None:
    if apart:
        for mail in (RECEIVED, FROM_DENVER, FROM_LONDON):
            receive(store, inbox, mail)
    else:
        receive(store, inbox, RECEIVED, FROM_DENVER, FROM_LONDON)
    assert place(store) == ("US", "America/Denver")


@pytest.mark.parametrize("apart", [False, True])
def test_a_person_where_the_candidate_is_confirms_it(store: Store, inbox: Path, *, apart: bool) -> None:
    at_home = (DANA, "Tue, 10 Mar 2026 10:00:00 +0100", INVITES)
    if apart:
        for mail in (RECEIVED, at_home, FROM_LONDON):
            receive(store, inbox, mail)
    else:
        receive(store, inbox, RECEIVED, at_home, FROM_LONDON)
    assert place(store) == BERLIN


def test_an_address_corrects_it_where_the_clock_tells_nothing(store: Store, inbox: Path) -> None:
    receive(store, inbox, RECEIVED, FROM_LONDON)
    assert place(store) == ("GB", "Europe/London")


def test_what_programs_write_from_then_on_is_understood_there(store: Store, inbox: Path) -> None:
    receive(store, inbox, RECEIVED, FROM_DENVER, (RELAY, "Mon, 16 Mar 2026 10:00:00 +0000", FIXED))
    [row] = store.summaries()
    process = store.process(row.header.id)
    assert process is not None
    assert [one.start for one in process.interviews] == [datetime(2026, 3, 26, 20, tzinfo=UTC)]


def test_where_a_person_said_that_it_is_it_stays(store: Store, inbox: Path) -> None:
    header = Header(id="halvorsen", employer="Halvorsen", role="Data Analyst", zone=BERLIN[1], country=BERLIN[0])
    store.add([Change(header, [Applied(at=datetime(2026, 3, 1, 9, tzinfo=UTC), source="me")])], NOW)
    receive(store, inbox, FROM_DENVER)
    assert place(store) == BERLIN


def test_a_calendars_process_is_where_the_candidate_is(store: Store, inbox: Path) -> None:
    (inbox / "mine.ics").write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1@h.example\nDTSTAMP:20260310T100000Z\n"
        "DTSTART:20260326T130000Z\nDTEND:20260326T140000Z\nSUMMARY:Job interview Halvorsen - Data Analyst\n"
        f"ORGANIZER;CN=Dana Lee:mailto:dana@halvorsen.com\nATTENDEE;CN=Robin:mailto:{ME}\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    receive(store, inbox)
    assert place(store) == BERLIN


@pytest.mark.parametrize(
    "said",
    [
        Said(clues=Clues(at=NOW, country="GB", zone="Europe/London")),
        Said(clues=Clues(at=NOW, country="GB", zone="Europe/London", placed=True), sent=True),
        Said(clues=Clues(at=NOW, country="GB", zone="Europe/London", placed=True, about_referee=True)),
        Said(),
    ],
)
def test_what_tells_nothing_of_the_employer_moves_nothing(said: Said) -> None:
    header = Header(id="one", country=BERLIN[0], zone=BERLIN[1])
    assert completed(header, said, BERLIN) == header


def test_what_is_no_guess_is_not_corrected() -> None:
    said = Said(clues=Clues(at=NOW, country="GB", zone="Europe/London", placed=True))
    tokyo = Header(id="one", country="JP", zone="Asia/Tokyo")
    assert completed(tokyo, said, BERLIN) == tokyo
    assert completed(Header(id="one", country=BERLIN[0], zone=BERLIN[1]), said).zone == BERLIN[1]


def test_the_sample_is_read_where_its_candidate_lives(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert reader(store, now=NOW).home == BERLIN
    store.set_setting("sample", NOW.isoformat())
    assert reader(store, now=NOW).home == ("US", SAMPLE_ZONE)
