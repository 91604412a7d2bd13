"""People who write through a system, and the houses that they are of; programs, and firms that are called like one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.people import is_machine, is_unread
from sincerely.reading.letters.letter import Address
from sincerely.reading.letters.people import family_name, is_signed_by, is_spelt_out
from sincerely.reading.linking.links import Links
from sincerely.reading.linking.relays import tenant_of
from sincerely.reading.linking.shown_as import passed_by
from sincerely.reading.reader import Reading, read

ROBIN = "Robin Ashdown <robin@mail.example>"
INTERVIEW = "Hi Robin,\n\nyour interview for the Data Analyst role at Larkspur is confirmed for Thursday, 12 March at 2 pm.\n\nBest,\n"


def reading(
    sender: str, text: str, *, subject: str = "Interview", to: str = ROBIN, links: Links | None = None
) -> Reading:
    data = f"From: {sender}\nTo: {to}\nSubject: {subject}\nDate: Tue, 03 Mar 2026 10:00:00 +0000\n\n{text}\n".encode()
    at = datetime(2026, 3, 3, 15, tzinfo=UTC)
    return read(data, me=frozenset({"robin@mail.example"}), at=at, models=load_models(), links=links)


def who(found: Reading) -> set[str]:
    return {who for one in (*found.events, *found.questions) for who in one.event.who}


@pytest.mark.parametrize(
    ("sender", "sign_off"),
    [
        ("Dana Whitfield <dwhitfield@hire.lever.co>", "Dana"),
        ("Dana Whitfield <d.whitfield@hire.lever.co>", "Your Larkspur team"),
        ("Dana Whitfield <dana@hire.lever.co>", "Dana Whitfield\nTalent Partner, Larkspur"),
        ("Dana <dana@hire.lever.co>", "Dana"),
    ],
)
def test_who_signs_a_mail_at_a_relay_is_a_person_there_and_no_employer(sender: str, sign_off: str) -> None:
    text = "Dear Robin,\n\nThank you for your interest in the Data Analyst role at Larkspur. We have decided to move forward with other candidates.\n\n"
    found = reading(sender, text + sign_off)
    assert who(found) == {sender.partition("<")[2].strip(">")}
    assert found.company == "Larkspur"


@pytest.mark.parametrize(
    "sender",
    [
        "Larkspur Optik <larkspur@myworkday.com>",
        "Aspen Telecom <aspentelecom@myworkday.com>",
        "Tramway Centrale <tramway-centrale@teamtailor-mail.com>",
    ],
)
def test_a_firm_that_signs_a_mail_at_a_relay_is_no_person(sender: str) -> None:
    name = sender.partition(" <")[0]
    assert who(reading(sender, INTERVIEW.replace("Larkspur", name) + name)) == set()


def test_an_address_spells_a_person_by_initials_and_umlauts_and_a_firm_with_hyphens() -> None:
    assert is_spelt_out(Address("Jürgen Müller", "juergen.mueller@acme.personio.de"))
    assert is_spelt_out(Address("Dana Whitfield", "d.whitfield@hire.lever.co"))
    assert not is_spelt_out(Address("Silverbay Resorts", "silverbay-resorts@talent.icims.com"))
    assert not is_spelt_out(Address("Aspen Telecom", "aspentelecom@myworkday.com"))
    assert not is_signed_by(Address("Larkspur Hiring Team", "larkspur@myworkday.com"), "Larkspur Hiring Team")


def test_a_persons_address_at_a_relay_tells_the_house_by_its_domain() -> None:
    assert tenant_of(Address("Elin Sandberg", "elin.sandberg@fjordpay.teamtailor-mail.com")) == "Fjordpay"
    assert tenant_of(Address("", "fjordpay@myworkday.com")) == "Fjordpay"


def test_what_goes_to_and_comes_from_a_person_at_a_relay_is_one_process() -> None:
    links = Links()
    thanks = (
        "Dear Dana,\n\nthank you for the interview yesterday. I enjoyed learning about the Data Analyst role.\n\nRobin"
    )
    first = reading("Dana Whitfield <dana@hire.lever.co>", INTERVIEW + "Dana Whitfield\nLarkspur", links=links)
    assert first.link is not None
    assert first.link.header is not None
    assert first.clues is not None
    links.add(first.link.header)
    links.learn(first.link.header.id, first.clues)
    second = reading(ROBIN, thanks, subject="Thank you", to="Dana Whitfield <dana@hire.lever.co>", links=links)
    assert second.link is not None
    assert second.link.process == first.link.header.id


def test_a_firm_called_like_a_program_has_that_for_its_mailbox() -> None:
    assert not is_machine("portal@portal-energy.example")
    assert not is_machine("system@systemgroup.co.uk")
    assert is_machine("portal@larkspur.example")
    assert is_machine("alerts@alerts.larkspur.example")
    assert not is_unread("portal@larkspur.example")
    assert is_unread("no-reply@larkspur.example")


def test_what_the_candidate_sends_to_a_programs_mailbox_is_sent() -> None:
    text = "Dear team,\n\nplease find attached my application for the Data Analyst position.\n\nBest,\nRobin"
    found = reading(ROBIN, text, subject="Application: Data Analyst", to="Larkspur <portal@larkspur.example>")
    assert "applied" in [one.event.verb for one in found.events]


@pytest.mark.parametrize(
    "sender",
    [
        "Dana Lee | Brackwell <dana.lee@bwl.example>",
        "Dana Lee at Brackwell <dana.lee@bwl.example>",
        "Dana Lee - Brackwell <dana.lee@gmail.com>",
    ],
)
def test_a_firm_behind_a_persons_name_is_not_the_family_name(sender: str) -> None:
    text = "Hi Robin,\n\nthanks for talking to us. We at Brackwell would like you to send two references by Friday.\n\nDana\nBrackwell"
    assert reading(sender, text, subject="Next steps").company == "Brackwell"


def test_a_family_name_stands_last_or_before_a_comma() -> None:
    assert family_name(Address("Dr Dana Lee (Acme)", "dana.lee@acme.example")) == "lee"
    assert family_name(Address("Lee, Dana", "dana.lee@acme.example")) == "lee"
    assert family_name(Address("Sugarbush", "sugarbush@resort.example")) == ""


def test_who_writes_on_behalf_of_a_colleague_is_no_checker() -> None:
    assert passed_by(Address("Priya Nair on behalf of Tom Hale", "priya.nair@brackwell.example")) == ""
    assert passed_by(Address("Checkwell (on behalf of Larch)", "no-reply@checkwell.example")) == "Larch"
    assert passed_by(Address("Checkwell im Auftrag der Larch AG", "no-reply@checkwell.example")) == "Larch AG"
