"""A program with which one books a talk is nobody's employer: whose people are invited is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Moved, Scheduled
from sincerely.core.header import Header
from sincerely.reading.letters import mime
from sincerely.reading.linking.bookings import house_booked, is_booking
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.linking.no_house import is_no_house
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
PROGRAM = "Timeloop <notifications@timeloop.example>"
ENDS = "\n\nReschedule | Cancel\n\nSent by Timeloop. Book your own talks with Timeloop."
ENDET = "\n\nVerschieben | Absagen\n\nGesendet von Timeloop"
FIN = "\n\nReplanifier | Annuler\n\nEnvoyé par Timeloop"
INVITED = "\n\nInvitees:\nmarta.lindqvist@tallpines.example, robin@mail.example"
BOOKED = (
    "Hi Robin, your Interview with Marta Lindqvist at 16:00 on Thursday, 22 October 2026 is scheduled.\n\n"
    f"Event:\nInterview, Payroll Lead\n\nDate & time:\n16:00 – 16:45, Thursday, 22 October 2026{INVITED}{ENDS}"
)
MOVED = (
    "Hi Robin, Marta Lindqvist has rescheduled your Interview.\n\nEvent:\nInterview, Payroll Lead\n\n"
    "Updated date & time:\n14:15 – 15:00, Friday, 23 October 2026\n\n"
    f"Former date & time:\n16:00 – 16:45, Thursday, 22 October 2026{INVITED}{ENDS}"
)


def letter(text: str, sender: str = PROGRAM, subject: str = "Confirmed: Interview with Marta Lindqvist") -> bytes:
    return (
        f"From: {sender}\nTo: Robin Ashdown <robin@mail.example>\nSubject: {subject}\n"
        "Date: Mon, 19 Oct 2026 18:15:00 +0100\nMessage-ID: <2@timeloop.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    ).encode()


def house(text: str, sender: str = PROGRAM) -> str:
    parsed = mime.parse(letter(text, sender))
    return house_booked(parsed, parsed.text, ME)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Your Intro call (Tallpines) with Marta Lindqvist is scheduled.{ENDS}", "Tallpines"),
        (f"Your Intro call (Tallpines) with Marta Lindqvist is scheduled.{INVITED}{ENDS}", "Tallpines"),
        (f"Your talk with Marta Lindqvist of Tall Pines is scheduled.{INVITED}{ENDS}", "Tall Pines"),
        (f"Dein Kennenlerngespräch (Tallpines) mit Marta Lindqvist ist gebucht.{ENDET}", "Tallpines"),
        (f"Votre entretien (Tallpines) avec Marta Lindqvist est confirmé.{FIN}", "Tallpines"),
        (f"Your Intro call (30 min) with Marta Lindqvist is scheduled.{ENDS}", ""),
        (f"Your Intro call (Zoom) with Marta Lindqvist is scheduled.{ENDS}", ""),
        (
            f"Your call with Marta Lindqvist is scheduled. Invitees: marta.lindqvist@freemail.example, a@b.example{ENDS}",
            "",
        ),
        (f"Your Intro call (Tallpines) with Marta Lindqvist is scheduled.{INVITED}", ""),  # no program's ways out
    ],
)
def test_whose_people_are_invited_is_the_house(text: str, name: str) -> None:
    assert house(text) == name


@pytest.mark.parametrize(
    ("sender", "text", "program"),
    [
        (PROGRAM, BOOKED, True),
        ("Calendly <notifications@calendly.com>", f"Your call is scheduled.{ENDS.replace('Timeloop', 'us')}", True),
        ("Tall Pines <no-reply@tallpines.example>", BOOKED, False),  # the house's own desk books with it
        ("Marta Lindqvist <marta.lindqvist@tallpines.example>", BOOKED, False),
        (
            "Tall Pines <no-reply@tallpines.example>",
            f"Interview at Tall Pines.{ENDS.replace('Timeloop', 'Tall Pines')}",
            False,
        ),
        (
            "Tall Pines <no-reply@tallpines.example>",
            f"Gespräch bei der Tall Pines GmbH.{ENDET.replace('Timeloop', 'Tall Pines')}",
            False,
        ),
        (PROGRAM, "Thank you for your interest. We cannot change our decision.", False),
    ],
)
def test_a_program_says_whose_it_is_and_offers_both_ways_out(sender: str, text: str, *, program: bool) -> None:
    assert is_booking(mime.parse(letter(text, sender))) is program


def booked(text: str, subject: str) -> Reading:
    links = Links([Header(id="pines", employer="Tallpines", role="Payroll Lead", zone="Europe/London", country="GB")])
    at = datetime(2026, 10, 12, 9, tzinfo=UTC)
    links.learn("pines", Clues(people=frozenset({"kim@tallpines.example"}), domain="tallpines.example", at=at))
    home = ("GB", "Europe/London")
    return read(letter(text, subject=subject), me=ME, at=None, models=load_models(), links=links, home=home)


@pytest.mark.parametrize(
    ("text", "subject", "verb", "start"),
    [
        (
            BOOKED,
            "Confirmed: Interview with Marta Lindqvist on Thursday, 22 October 2026",
            Scheduled,
            "2026-10-22 16:00",
        ),
        (MOVED, "Updated: Interview with Marta Lindqvist on Friday, 23 October 2026", Moved, "2026-10-23 14:15"),
    ],
)
def test_what_is_booked_belongs_to_the_house_and_is_with_who_is_invited(
    text: str, subject: str, verb: type[Scheduled | Moved], start: str
) -> None:
    found = booked(text, subject)
    assert found.process == "pines"
    (event,) = (one.event for one in found.events if isinstance(one.event, verb))
    assert event.who == ("marta.lindqvist@tallpines.example",)
    assert f"{event.start:%Y-%m-%d %H:%M}" == start


@pytest.mark.parametrize("name", ["Confirmed", "Updated", "Rescheduled", "Bestätigt", "Confirmé"])
def test_what_became_of_an_appointment_is_no_house(name: str) -> None:
    assert is_no_house(name)


@pytest.mark.parametrize("name", ["Reminder Media", "Confirmation Partners", "Update AG"])
def test_a_house_may_have_such_a_word(name: str) -> None:
    assert not is_no_house(name)
