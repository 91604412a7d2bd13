"""When a mail is one that asks, and from when on what is grave counts: whoever only offers help asks nothing."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.reader import read
from sincerely.reading.statements.telling import OFFERS

JOB = """Interview outcome

Dear Robin,

Thank you for attending your recent interview. The panel enjoyed your presentation. After careful consideration, I am
sorry to inform you that on this occasion you have not been successful.

If you would like feedback, please contact Ida Berg on ida.berg@wharfside.example.

We would like to take this opportunity to thank you for your interest in the Trust.

Job title\tPayroll Manager
Interview date\t20/10/2026

Yours sincerely

Recruitment Team

Wharfside Hospitals"""
LOAN = """Dear Robin,

Thank you for applying for a personal loan. After careful consideration, I am sorry to inform you that on this occasion you
have not been successful.

Yours sincerely

Lending Team
Wharfside Bank"""
GRANT = """Dear Robin,

Thank you for your interview with the panel about your grant. After careful consideration, I am sorry to inform you that on
this occasion your application has not been successful.

Yours sincerely

Wharfside Arts Fund"""
TAIL = """Please do not reply to this email, as it is sent from an address that is not monitored. You are receiving this because you
have an account with Wayline. Reference 512-11-88."""


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me know if you need anything at all.",
        "Shout if any problems.",
        "Please feel free to contact me if you have any questions.",
        "Please do get in touch if there is anything unclear.",
        "Let me know if you have any questions before we speak.",
        "Please reach out if anything is unclear or you need directions.",
        "Let us know if there's anything else we can do for you.",
        "Please let me know if there are any problems with the link.",
        "Let me know if you need any help, or anything else.",
        "Shout if you need anything from me.",
        "Just give us a call if you run into trouble.",
    ],
)
def test_an_offer_of_help_asks_nothing(sentence: str) -> None:
    assert OFFERS.match(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me know if you can make it.",
        "Let us know if you have a preference.",
        "Let me know if Thursday works.",
        "Please call me if you need to move it, and could you confirm by Friday?",
        "Let me know when you could start.",
        "Please let us know if any of the three dates suit you.",
        "Let me know if you have any questions or which day suits you.",
        "Let me know if you have any questions, and whether Friday works.",
        "Let us know if any changes to your notice period or salary expectation have come up.",
        "Let me know if there is any day you cannot start.",
        "Let me know if there is anything you cannot make.",
        "Let us know if you need any of the dates moved.",
        "Let us know if any date is impossible.",
    ],
)
def test_a_question_stays_one(sentence: str) -> None:
    assert not OFFERS.match(sentence)


def _unwrapped(text: str) -> str:
    """Return a text as programs send it: a line for each paragraph; rows of a table, and who signs, stand alone."""
    rows = (part if "\t" in part else " ".join(part.split("\n")) for part in text.split("\n\n"))
    return "\n\n".join(rows)


@pytest.mark.parametrize(("text", "asserted"), [(JOB, True), (LOAN, False), (GRANT, False)])
def test_a_programs_plain_no_counts_and_that_to_anything_else_does_not(text: str, *, asserted: bool) -> None:
    """A first look takes each of them for no mail of hiring: what is grave is asserted only where no doubt is left."""
    mail = (
        "From: noreply@wayline-jobs.example\nTo: robin@mail.example\nSubject: Outcome of your interview: 512-11-88\n"
        "Date: Thu, 29 Oct 2026 10:05:00 +0000\nMessage-ID: <p@wayline-jobs.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{_unwrapped(text)}\n\n{_unwrapped(TAIL)}\n"
    )
    found = read(mail.encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    assert any(one.event.verb == "rejected" for one in found.events) is asserted
