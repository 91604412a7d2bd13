"""Forwarded mail: evidence by its own sender and date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.reading.letters import forwarded, mime
from sincerely.reading.letters.letter import Address

DANA = Address("Dana Smith", "dana@acme.example")
NOON = datetime(2024, 3, 4, 10, 12)  # noqa: DTZ001  a wall clock: the lines name no zone
SHARED = Path(__file__).parents[3] / "../shared/data/replies/quotequail/tests/files"

GMAIL = """FYI

---------- Forwarded message ---------
From: Dana Smith <dana@acme.example>
Date: Mon, Mar 4, 2024 at 10:12 AM
Subject: Interview on Thursday
To: Lee Okafor <lee@okafor.example>


Dear Lee,

could you come on Thursday?
"""


def test_gmail() -> None:
    [found] = forwarded.in_text(GMAIL)
    assert found.sender == DANA
    assert found.date == NOON
    assert found.subject == "Interview on Thursday"
    assert found.to == (Address("Lee Okafor", "lee@okafor.example"),)
    assert found.text == "Dear Lee,\n\ncould you come on Thursday?"
    assert GMAIL[found.begin : found.stop].startswith("---------- Forwarded")


@pytest.mark.parametrize(
    "separator",
    [
        "---------- Forwarded message ----------",
        "-------- Forwarded Message --------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "Anfang der weitergeleiteten Nachricht:",
        "---------- Message transféré ----------",
        "Début du message réexpédié :",
        "---------- Mensaje reenviado ----------",
        "Inicio del mensaje reenviado:",
        "---------- Messaggio inoltrato ----------",
        "Inizio messaggio inoltrato:",
        "---------- Doorgestuurd bericht ----------",
        "Begin doorgestuurd bericht:",
        "---------- Mensagem encaminhada ----------",
        "Início da mensagem encaminhada:",
    ],
)
def test_separators_in_seven_languages(separator: str) -> None:
    text = f"Look at this.\n\n{separator}\n\nFrom: Dana Smith <dana@acme.example>\nSubject: Offer\nDate: March 4, 2024 at 10:12:00 AM EST\n\nWe offer you the job.\n"
    [found] = forwarded.in_text(text)
    assert (found.sender, found.subject, found.text) == (DANA, "Offer", "We offer you the job.")
    assert found.date == NOON


@pytest.mark.parametrize(
    "labels",
    [
        ("Von", "Gesendet", "An", "Betreff", "Montag, 4. März 2024 10:12"),
        ("De", "Envoyé", "À", "Objet", "lundi 4 mars 2024 10:12"),
        ("De", "Enviado el", "Para", "Asunto", "lunes, 4 de marzo de 2024 10:12"),
        ("Da", "Inviato", "A", "Oggetto", "lunedì 4 marzo 2024 10:12"),
        ("Van", "Verzonden", "Aan", "Onderwerp", "maandag 4 maart 2024 10:12"),
        ("De", "Enviado", "Para", "Assunto", "segunda-feira, 4 de março de 2024 10:12"),
        ("From", "Sent", "To", "Subject", "Monday, March 4, 2024 10:12 AM"),
    ],
)
@pytest.mark.parametrize("separator", ["-----Original Message-----\n", "________________________________\n", ""])
def test_outlook_forwards_by_the_subject_alone(labels: tuple[str, ...], separator: str) -> None:
    sender, sent, to, subject, date = labels
    text = f"Zur Kenntnis\n\n{separator}{sender}: Dana Smith <dana@acme.example>\n{sent}: {date}\n{to}: Lee\n{subject}: Offer\n\nYes.\n"
    [found] = forwarded.in_text(text, subject="WG: Offer")
    assert (found.sender, found.date, found.subject, found.text) == (DANA, NOON, "Offer", "Yes.")
    assert forwarded.in_text(text, subject="AW: Offer") == ()


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Fwd: Offer", True),
        ("FW: Offer", True),
        ("WG: Angebot", True),
        ("TR: Offre", True),
        ("RV: Oferta", True),
        ("I: Offerta", True),
        ("ENC: Oferta", True),
        ("Re: Fwd: Offer", True),
        ("[Fwd: Offer]", True),
        ("Re: Offer", False),
        ("Forward deployed engineer", False),
        ("I am in: offer", False),
        ("", False),
    ],
)
def test_subjects(subject: str, expected: bool) -> None:  # noqa: FBT001  what the table expects
    assert forwarded.is_forward(subject) is expected


def test_an_attached_mail_speaks_for_itself() -> None:
    data = (
        b"From: kim@uni.example\r\nSubject: see attached\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/plain\r\n\r\nSee attached.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        b"From: Dana Smith <dana@acme.example>\r\nDate: Mon, 4 Mar 2024 10:12:00 +0100\r\nSubject: Offer\r\n"
        b"To: kim@uni.example\r\n\r\nWe offer you the job.\r\n--b--\r\n"
    )
    [found] = forwarded.of(mime.parse(data))
    assert found.sender == DANA
    assert found.date == datetime(2024, 3, 4, 10, 12, tzinfo=timezone(timedelta(hours=1)))
    assert found.date.astimezone(UTC).hour == 9
    assert (found.subject, found.text, found.begin) == ("Offer", "We offer you the job.", -1)


def test_a_letter_that_only_answers_passes_nothing_on() -> None:
    data = b"Subject: Re: Offer\n\nYes.\n\nOn Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:\n> Well?\n"
    assert forwarded.of(mime.parse(data)) == ()


def test_a_forward_within_a_forward_is_found_by_reading_on() -> None:
    inner = "---------- Forwarded message ---------\nFrom: Jo <jo@acme.example>\nDate: Sun, Mar 3, 2024 at 9:00 AM\nSubject: Opening\n\nWe hire.\n"
    [outer] = forwarded.in_text(GMAIL + "\n" + inner)
    [found] = forwarded.in_text(outer.text)
    assert (found.sender, found.text) == (Address("Jo", "jo@acme.example"), "We hire.")


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not beside the repository")
@pytest.mark.parametrize(
    ("name", "sender", "subject", "date", "begins"),
    [
        ("apple_forward", "foo@bar.example", "The Subject", "2016-03-24T20:16:25+01:00", "Text of the original email"),
        ("gmail_forward", "foo@bar.example", "The Subject", "2016-03-24T17:17:00", "Some text"),
        ("mailru_forward", "ivanivanov@example.com", "Тестовая тема", None, "Дорогой Петр,"),
        (
            "thunderbird_forward",
            "johndoe@example.com",
            "Re: Example subject",
            "2016-05-03T14:54:27+02:00",
            "Dear John,",
        ),
        ("outlook_forward", "", "The subject!", "2014-07-09T10:27:00", "Hi Foo,"),
    ],
)
def test_as_quotequail_unwraps(name: str, sender: str, subject: str, date: str | None, begins: str) -> None:
    html = (SHARED / f"{name}.html").read_bytes()
    letter = mime.parse(b"Subject: Fwd: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html)
    [found] = forwarded.of(letter)
    assert found.sender is not None
    assert (found.sender.address, found.subject) == (sender, subject)
    assert (found.date.isoformat() if found.date else None) == date
    assert found.text.startswith(begins)


@pytest.mark.slow
@given(st.text(max_size=200), st.text(max_size=30))
def test_never_raises(text: str, subject: str) -> None:
    for found in forwarded.in_text(f"x\n---- Forwarded message ----\n{text}", subject=subject):
        assert 0 <= found.begin <= found.stop


APPLE = """Begin forwarded message:

> From: Dana Smith <dana@acme.example>
> Subject: Interview on Thursday
> Date: March 4, 2024 at 10:12:00 AM
> To: Lee Okafor <lee@okafor.example>
>
> Dear Lee,
>
> could you come on Thursday?
"""


def test_apple_quotes_the_headers_with_the_mail() -> None:
    [found] = forwarded.in_text(APPLE)
    assert (found.sender, found.date, found.subject) == (DANA, NOON, "Interview on Thursday")
    assert found.to == (Address("Lee Okafor", "lee@okafor.example"),)
    assert found.text == "Dear Lee,\n\ncould you come on Thursday?"


def test_what_is_only_quoted_below_a_separator_has_no_headers() -> None:
    [found] = forwarded.in_text("Begin forwarded message:\n\n> Dear Lee,\n> the time is this: Thursday.\n")
    assert found.sender is None
    assert found.text == "Dear Lee,\nthe time is this: Thursday."
