"""What the candidate says that they will send by a day, and what only sounds so."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Pledged, Submitted
from sincerely.reading.items.named import named
from sincerely.reading.items.promised import is_promised
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read
from sincerely.reading.scoring.words import plain

ITEMS = load_models().items
MAIL = """From: Ida Berg <ida.berg@mail.example>
To: Dana Holt <dana.holt@brightforge.example>
Subject: Re: Your application for Data Analyst at Brightforge
Date: Mon, 02 Mar 2026 10:00:00 +0000
Message-ID: <promised@mail.example>

Dear Dana,

{text}

Best regards,
Ida
"""


def of(text: str) -> Reading:
    me = frozenset({"ida.berg@mail.example"})
    raw = MAIL.format(text=text).encode()
    return read(raw, me=me, at=datetime(2026, 3, 2, tzinfo=UTC), models=load_models(), links=Links())


def pledges(text: str) -> dict[str, date | None]:
    found = [found.event for found in of(text).pledges]
    return {event.who[0]: event.by for event in found if isinstance(event, Pledged)}


@pytest.mark.parametrize(
    "sentence",
    [
        "I'll send you my certificate by Friday.",
        "As promised, I will email you the signed form by Friday.",
        "Thank you, will send the transcript by Friday.",
        "I will of course also send you a copy of my certificate by Friday.",
        "I am going to upload the portfolio by Friday.",
        "You will have my references by Friday.",
        "My transcript will follow by Friday.",
        "Mein Zeugnis reiche ich Ihnen bis Freitag nach.",
        "Ich werde Ihnen das Zeugnis bis Freitag zusenden.",
        "Wie versprochen sende ich Ihnen bis Freitag mein Zeugnis.",
        "Das Zeugnis folgt bis Freitag.",
        "Je vous enverrai mon certificat avant vendredi.",
        "I will send the form before our interview on Thursday.",
        "Thanks Dana, will get the references over to you on Thursday.",
        "I'll get the form back to you this evening.",
        "I shall let you have the transcript by Friday.",
        "The certificate I'll email you by Friday.",
        "My transcript will be with you by Friday.",
        "CV attached, references to follow on Monday.",
        "Sending the signed form later today.",
        "Gonna send u the cert tomorrow.",
        "Der Fragebogen kommt dann am Montag.",
        "Je vous envoie mon diplôme demain.",
        "Voici le formulaire, l'attestation suivra vendredi.",
    ],
)
def test_what_the_candidate_will_send(sentence: str) -> None:
    words = plain(sentence).split()
    assert any(is_promised(words, one) for one in named(words, ITEMS))


@pytest.mark.parametrize(
    "sentence",
    [
        "If you need it, I will send you my certificate by Friday.",
        "I would be happy to send my portfolio by Friday.",
        "I can send you the transcript by Friday.",
        "Shall I send you my certificate by Friday?",
        "I will not send the certificate by Friday.",
        "I will ask them to send you my certificate by Friday.",
        "My university will send the transcript by Friday.",
        "My old employer, Holt and Sons, will send the certificate by Friday.",
        "My old employer is slow but will send the certificate by Friday.",
        "You will receive the transcript from my university by Friday.",
        "You will send me the form by Friday.",
        "We will send the certificate by Friday.",
        "I will send you a note about my references by Friday.",
        "I will send my answer to the lady who asked for the certificate by Friday.",
        "I will bring my certificate on Friday.",
        "Attached is my certificate.",
        "Anbei sende ich Ihnen mein Zeugnis, das bis Freitag gilt.",
        "Hiermit reiche ich mein Zeugnis nach.",
        "Wenn Sie möchten, schicke ich Ihnen bis Freitag mein Zeugnis.",
        "Mein Zeugnis schicke ich mit.",
        "Meine Hochschule sendet Ihnen das Zeugnis bis Freitag zu.",
        "I sent you the certificate on Friday.",
        "I will share my portfolio with you in the interview on Friday.",
        "I will provide the certificate at our meeting on Friday.",
        "I will get my certificate on Friday.",
        "I'll have the transcript translated by Friday.",
        "You said that Kim will get the references over to you on Friday.",
        "Sending you the signed form.",
        "The certificate I will bring on Friday.",
        "The transcript should be with you by Friday.",
        "My references will be happy to talk to you on Friday.",
        "Das Zeugnis kommt am Freitag von meiner Hochschule.",
        "Wie am Freitag besprochen sende ich Ihnen mein Zeugnis.",
        "Ich sende Ihnen das Formular, das Sie am Freitag wollten.",
        "Je vous envoie mon diplôme.",
        "Attached is the form that follows your template.",
    ],
)
def test_what_only_sounds_so(sentence: str) -> None:
    words = plain(sentence).split()
    things = named(words, ITEMS)
    assert things
    assert not any(is_promised(words, one) for one in things)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Thank you for the interview today. I'll send you my certificate by Thursday.",
            {"certificate": date(2026, 3, 5)},
        ),
        (
            "Thank you for the interview today. I will send you my transcript and my certificate by 9 March.",
            {"transcript": date(2026, 3, 9), "certificate": date(2026, 3, 9)},
        ),
        (
            "Thank you for the interview today. I'll send you my certificate on Thursday, once my sister has found it.",
            {"certificate": date(2026, 3, 5)},
        ),
        (
            "Thank you for the interview today. I'll send you the form on Monday and my references on Tuesday.",
            {"form": date(2026, 3, 9), "references": date(2026, 3, 3)},
        ),
        ("Thank you for the interview today. I will send you the certificate dated 20 March.", {}),
        ("Thank you for the interview today. I will send you my certificate, which I get on 20 March.", {}),
        ("Thank you for the interview today. I'll send you my certificate once I have it.", {}),
        ("Thank you for the interview today. I'll send you my certificate.", {}),
        (
            "Thank you for the interview today. I have not managed the form yet, you'll have it by Friday.",
            {"form": date(2026, 3, 6)},
        ),
        (
            "Thank you for the interview today. My certificate is at home. I'll email it to you over the weekend.",
            {"certificate": date(2026, 3, 8)},
        ),
        (
            "Thank you for the interview today. I have the form and the certificate here. I'll email it by Friday.",
            {},
        ),
        ("Thank you for the interview today. I have the form. If you need it, I'll email it by Friday.", {}),
        (
            "Thank you for the interview today. Das Zeugnis schicke ich Ihnen am Wochenende.",
            {"certificate": date(2026, 3, 8)},
        ),
        ("Thank you for the interview today. I look forward to hearing from you by Thursday.", {}),
    ],
)
def test_a_promise_has_a_day(text: str, found: dict[str, date]) -> None:
    assert pledges(text) == found


def test_it_is_no_event_of_the_mail() -> None:
    reading = of("Thank you for the interview today. I'll send you my certificate by Thursday.")
    assert [found.event.verb for found in (*reading.events, *reading.questions)] == ["thanked"]
    assert reading.pledges[0].event.quote == "I'll send you my certificate by Thursday."
    assert reading.reply[reading.pledges[0].begin : reading.pledges[0].stop] == reading.pledges[0].event.quote


def test_what_a_referee_is_promised_is_no_debt_to_an_employer() -> None:
    text = (
        "I have an interview for the Data Analyst position at Brightforge. May I name you as a referee?"
        " I'll send you my certificate by Thursday."
    )
    assert pledges(text) == {}


def test_what_is_promised_in_german_is_not_handed_in_yet() -> None:
    reading = of("vielen Dank für das Gespräch. Ich sende Ihnen mein Zeugnis bis Mittwoch.")
    assert "submitted" not in {found.event.verb for found in (*reading.events, *reading.questions)}
    assert [found.event.who for found in reading.pledges] == [("certificate",)]


def test_a_sentence_full_of_days_promises_nothing() -> None:
    assert pledges("Thank you for the interview today. " + "I will send you the form by Friday and " * 20) == {}


@pytest.mark.parametrize(
    ("text", "handed_in"),
    [
        ("Ich sende Ihnen das Zeugnis bis Freitag zu.", False),
        ("Ich sende Ihnen das Zeugnis, sobald ich es habe.", False),
        ("Ich sende Ihnen hiermit das Zeugnis.", True),
        ("Ich sende Ihnen das Zeugnis, das Sie bis Freitag brauchen.", True),
        ("Anbei das Zeugnis; die Arbeitsprobe sende ich Ihnen bis Freitag nach.", True),
    ],
)
def test_what_comes_later_is_not_handed_in(text: str, *, handed_in: bool) -> None:
    found = of(text).events
    given = {item for each in found if isinstance(each.event, Submitted) for item in each.event.who}
    assert ("certificate" in given) is handed_in
