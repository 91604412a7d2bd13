"""What the candidate's own mail hands in: what it gives, and not what it only names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Submitted
from sincerely.reading.items.given import is_handed_in, is_promised
from sincerely.reading.items.named import named
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.reading.scoring.words import plain

ITEMS = load_models().items
MAIL = """From: Ida Berg <ida.berg@mail.example>
To: Dana Holt <dana.holt@brightforge.example>
Subject: Re: Your application for Data Analyst at Brightforge
Date: Mon, 02 Mar 2026 10:00:00 +0000
Message-ID: <given@mail.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/plain; charset=utf-8

Dear Dana,

{text}

Best regards,
Ida

{files}--part--
"""
FILE = """--part
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="{name}"
Content-Transfer-Encoding: base64

eA==

"""


def submitted(text: str, *files: str) -> tuple[set[str], set[str]]:
    """Return what a mail surely hands in, and what is asked about."""
    raw = MAIL.format(text=text, files="".join(FILE.format(name=name) for name in files)).encode()
    told = read(
        raw,
        me=frozenset({"ida.berg@mail.example"}),
        at=datetime(2026, 3, 2, tzinfo=UTC),
        models=load_models(),
        links=Links(),
    )
    sure = {one.event.who[0] for one in told.events if isinstance(one.event, Submitted)}
    return sure, {one.event.who[0] for one in told.questions if isinstance(one.event, Submitted)}


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        (
            "Attached are the signed form, my transcript and a copy of my license.",
            {"form", "transcript", "certificate"},
        ),
        ("Please find my transcript and two references attached.", {"transcript", "references"}),
        ("My transcript and my diploma are both attached.", {"transcript", "certificate"}),
        ("Attached you will find my transcript and the form you asked for.", {"transcript", "form"}),
        ("With this mail I enclose my passport copy and the completed form.", {"id", "form"}),
        ("Attached: my diploma, my transcript.", {"certificate", "transcript"}),
        ("Anbei sende ich Ihnen mein Zeugnis und meine Referenzen.", {"certificate", "references"}),
        ("Here are my references and my transcript.", {"references", "transcript"}),
        ("Vous trouverez ci-joint mon diplôme.", {"certificate"}),
    ],
)
def test_what_is_attached_is_handed_in(sentence: str, items: set[str]) -> None:
    words = plain(sentence).split()
    assert {one.item for one in named(words, ITEMS) if is_handed_in(words, one)} == items


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        (
            "Two of the three documents are attached, my references I send on Friday; the passport is being renewed.",
            set(),
        ),
        ("Attached is the transcript you asked for in place of my diploma and references.", {"transcript"}),
        ("Could you resend the form you attached?", set()),
        ("I filled in the form that you attached.", set()),
        ("The form attached to your mail is the one for Norway.", set()),
        ("Sorry, I forgot to attach my transcript.", set()),
        ("I never attached my references to the mail.", set()),
        ("My references are with my former employer, my transcript is attached.", {"transcript"}),
        ("Attached is my transcript, but the diploma is still at the registry.", {"transcript"}),
        ("I attach my transcript instead of references.", {"transcript"}),
        ("Attached is a letter about my references.", set()),
        ("As to the references: here is my question.", set()),
        ("I enclose the transcript and look forward to sending you my references.", {"transcript"}),
        ("About the diploma you asked for, attached is my transcript.", {"transcript"}),
        ("Shall I attach my diploma?", set()),
        ("Anbei mein Zeugnis, die Referenzen reiche ich nach.", {"certificate"}),
    ],
)
def test_what_is_only_named_beside_it_is_not(sentence: str, items: set[str]) -> None:
    words = plain(sentence).split()
    assert {one.item for one in named(words, ITEMS) if is_handed_in(words, one)} == items


@pytest.mark.parametrize(
    "text",
    [
        "Two of the three documents are attached, my references I send on Friday; the passport is being renewed.",
        "Could you resend the form you attached? It was empty.",
    ],
)
def test_what_is_owed_still_is_not_told(text: str) -> None:
    sure, unsure = submitted(text, "d.pdf")
    assert not sure
    assert unsure.isdisjoint({"references", "form"})


def test_one_file_is_not_surely_three_things() -> None:
    text = "Attached are the signed form, my transcript and a copy of my license."
    sure, unsure = submitted(text, "scan.pdf")
    assert (sure | unsure) - {"id"} == {"form", "transcript", "certificate"}  # a license can be either
    assert "certificate" in unsure
    sure, unsure = submitted(text, "form.pdf", "transcript.pdf", "license.pdf", "license-back.pdf")
    assert sure >= {"form", "transcript", "certificate"}
    assert unsure <= {"id"}


def test_a_logo_or_a_card_is_nothing_that_is_handed_in() -> None:
    text = "Attached are the signed form, my transcript and a copy of my license."
    assert "certificate" in submitted(text, "form.pdf", "transcript.pdf", "smime.p7s", "ida.vcf", "image001.png")[1]


def test_a_day_to_start_on_needs_no_file() -> None:
    sure, _ = submitted(
        "My notice period is one month, so I could start on 4 May. The signed form is attached.", "form.pdf"
    )
    assert "start-date" in sure


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("As promised I'll send you my certificate of the OH diploma by Friday.", True),
        ("Das Zeugnis werde ich Ihnen bis Freitag schicken.", True),
        ("My certificate is attached, and my references will follow.", False),
        ("I sent my certificate yesterday.", False),
        ("I will be away on Friday; I sent my certificate yesterday.", False),
        ("Here is my certificate.", False),
    ],
)
def test_what_will_be_sent_is_promised(sentence: str, *, promised: bool) -> None:
    words = plain(sentence).split()
    one = next(one for one in named(words, ITEMS) if one.item == "certificate")
    assert is_promised(words, one) is promised


def test_what_is_promised_is_not_handed_in() -> None:
    sure, unsure = submitted("Thanks for the call. As promised I'll send you my certificate by Friday.")
    assert "certificate" not in sure | unsure


@pytest.mark.parametrize(
    "text",
    [
        "Share code to follow, the site was down.",
        "I'll send you my forklift cert tomorrow.",
        "I will try to send the form tonight.",
        "I will get the references over to you.",
        "The transcript should be with you by Friday, my university is posting it.",
        "Mein Zeugnis reiche ich nach.",
        "L'attestation suivra.",
        "Je vous envoie ma pièce d'identité demain.",
    ],
)
def test_what_is_to_come_is_not_handed_in(text: str) -> None:
    sure, unsure = submitted(text)
    assert not sure | unsure


def test_one_mail_hands_in_one_thing_and_promises_another() -> None:
    sure, unsure = submitted("Forklift cert attached. Share code to follow, site was down.", "forklift_cert.pdf")
    assert (sure, unsure) == ({"certificate"}, set())


@pytest.mark.parametrize(
    "text",
    ["My share code is W4K 9TT 2PL.", "Here is my share code: W4K 9TT 2PL.", "I've just sent you my share code."],
)
def test_a_code_in_the_text_is_handed_in(text: str) -> None:
    assert submitted(text)[0] == {"work-permit"}


def test_a_file_tells_what_it_is_by_its_name() -> None:
    text = "Here is what you asked for, my references are below."
    assert "work-permit" in submitted(text, "share_code.pdf")[0]
    assert "work-permit" not in set().union(*submitted(text, "IMG_2231.jpg"))
    assert "work-permit" in submitted(text + " Is this the right one?", "ShareCodeBerg.pdf")[1]
