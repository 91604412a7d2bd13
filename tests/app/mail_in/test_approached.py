"""Another team of a known employer writes; two openings of one employer stay apart; a team's name is no second opening."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.mail_in.reading_mail import Reader
from sincerely.app.mail_in.sync import sync
from sincerely.app.models.reading_models import load_models
from sincerely.app.processes.questions import open_questions
from sincerely.app.processes.regrouping import standing
from sincerely.app.wiring import opened, sources_at
from sincerely.store.base import Store

NOW = datetime(2026, 10, 28, 12, tzinfo=UTC)
ME = "robin@mail.example"
IDA, LEE = "Ida Holm <ida.holm@tarn.example>", "Lee Park <lee.park@tarn.example>"
ATS = "Tarn Works Recruiting <no-reply@greenhouse-mail.example>"
RECEIPT = "We have received your application for {} at Tarn Works and will be in touch."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


def receive(store: Store, folder: Path, *mails: tuple[str, int, str, str]) -> set[str]:
    """Read mails, each of a sender, a day of October, a subject and what it says; return the roles of what is known."""
    folder.mkdir(exist_ok=True)
    for sender, day, subject, text in mails:
        number = len(list(folder.glob("*.eml"))) + 1
        head = f"From: {sender}\nTo: Robin Vale <{ME}>\nSubject: {subject}\nDate: {day} Oct 2026 09:00:00 +0100\n"
        signed = sender.partition(" <")[0]
        body = f"Message-ID: <{number}@h.example>\n\nHi Robin,\n\n{text}\n\n{signed}\n"
        (folder / f"{number}.eml").write_text(head + body, "utf-8")
    reads = Reader(load_models(), frozenset({ME}), ZoneInfo("Europe/London"), NOW)
    sync(store, sources_at([folder]).sources, reads, NOW, lambda _label, _done, _total: None)
    return {row.header.role for row in standing(store.summaries())}


APPLIED = (ATS, 1, "Your application to Tarn Works", RECEIPT.format("Site Engineer"))
NO = (
    IDA,
    8,
    "Your application at Tarn Works",
    "Thank you for your time. We have decided to go with another candidate for the Site Engineer role. I am sorry.",
)
OTHER = (
    LEE,
    20,
    "Signalling at Tarn Works",
    "Ida shared your profile with me, I lead Signalling. We're opening a Systems Engineer role. Would you be up for a chat?",
)


def test_another_team_of_a_house_that_said_no_begins_a_process(store: Store, tmp_path: Path) -> None:
    assert receive(store, tmp_path / "in", APPLIED, NO) == {"Site Engineer"}
    assert receive(store, tmp_path / "later", OTHER) == {"Site Engineer", "Systems Engineer"}
    states = {row.header.role: row.state for row in standing(store.summaries())}
    assert states["Site Engineer"] == "rejected"


def test_the_letter_of_a_house_that_is_not_known_begins_nothing(store: Store, tmp_path: Path) -> None:
    stranger = (LEE.replace("tarn", "birk"), 20, "Signalling at Birk Works", OTHER[3])
    assert receive(store, tmp_path / "in", APPLIED, NO, stranger) == {"Site Engineer"}


def test_a_recruiter_who_calls_it_by_the_team_writes_of_the_same_opening(store: Store, tmp_path: Path) -> None:
    applied = (ATS, 1, "Your application to Tarn Works", RECEIPT.format("Site Engineer, Rail Bridges"))
    mail = (
        IDA,
        5,
        "Tarn Works - Rail Bridges",
        "I recruit for Rail Bridges at Tarn Works. Would you have 30 minutes early next week to talk through the role?",
    )
    assert receive(store, tmp_path / "in", applied, mail) == {"Site Engineer, Rail Bridges"}


def test_who_applies_for_two_parts_of_a_house_has_two_openings(store: Store, tmp_path: Path) -> None:
    first, second = (
        (ATS, day, "Your application to Tarn Works", RECEIPT.format(f"Site Engineer, {part}"))
        for day, part in ((1, "Rail Bridges"), (3, "Road Tunnels"))
    )
    both = {"Site Engineer, Rail Bridges", "Site Engineer, Road Tunnels"}
    assert receive(store, tmp_path / "in", first, second) == both


JO = "Jo Lane <jo@fernsearch.example>"
FIRST = (
    JO,
    2,
    "Site Manager",
    "Thank you for applying for the Site Manager role. My client is Larch Pharma and they would like to see your CV.",
)
SECOND = (
    JO,
    9,
    "And the other one",
    "The food client (it's Birk Mills) likes your profile, for them I need the names of two references.",
)
BOTH = (
    JO,
    12,
    "Larch / Birk",
    "Bad news first, Larch Pharma has passed. Birk Mills would like you to meet Ana Roth. Does Thursday at 2pm work?",
)


def test_a_consultants_two_clients_are_two_openings_and_either_says_no_for_itself(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", FIRST)
    receive(store, tmp_path / "later", SECOND, BOTH)
    employers = {row.header.employer: row.header.id for row in standing(store.summaries())}
    assert employers.keys() == {"Larch Pharma", "Birk Mills"}
    asked = [(one.header.employer, one.event.verb) for one in open_questions(store, NOW)]
    assert ("Larch Pharma", "rejected") in asked
    assert ("Birk Mills", "rejected") not in asked


def test_a_consultant_who_names_the_agency_alone_writes_of_what_goes_on(store: Store, tmp_path: Path) -> None:
    news = (JO, 9, "Moved", "They ask to move the interview to Friday at 2pm, same link.\n\nJo Lane\nFern Search Ltd")
    receive(store, tmp_path / "in", FIRST, news)
    assert len(standing(store.summaries())) == 1
