"""Work that is handed in settles the work that its thread asked for, whatever the candidate calls it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Requested, Submitted
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read

ASKS = """From: Dana Holt <dana.holt@brightforge.example>
To: Nora Feld <nora.feld@mail.example>
Subject: Product Designer at Brightforge: next step
Date: Mon, 09 Nov 2026 09:00:00 +0100
Message-ID: <asks@brightforge.example>
Content-Type: text/plain; charset=utf-8

Dear Nora,

{asked}

Best regards,
Dana
"""
ANSWERS = """From: Nora Feld <nora.feld@mail.example>
To: Dana Holt <dana.holt@brightforge.example>
Subject: Re: Product Designer at Brightforge: next step
Date: Tue, 10 Nov 2026 09:00:00 +0100
Message-ID: <answers@mail.example>
{thread}Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Dear Dana,

{text}

Best regards,
Nora

--b
Content-Type: application/pdf; name="{file}"
Content-Disposition: attachment; filename="{file}"

x
--b--
"""
TAKE_HOME = "Please work on the attached take-home exercise and send it back by Monday, 16 November."
IN_THREAD = "In-Reply-To: <asks@brightforge.example>\nReferences: <asks@brightforge.example>\n"


def reading_of(mail: str, links: Links) -> Reading:
    """Read a mail, and take up where it belongs."""
    one = read(
        mail.encode(),
        me=frozenset({"nora.feld@mail.example"}),
        at=datetime(2026, 11, 10, tzinfo=UTC),
        models=load_models(),
        links=links,
    )
    if one.link is not None and one.link.header is not None:
        links.add(one.link.header)
    if one.link is not None and one.clues is not None:
        links.learn(one.process or (one.link.header.id if one.link.header else ""), one.clues)
    return one


def handed_in(asked: str, text: str, *, thread: str = IN_THREAD, file: str = "bracket_slides.pdf") -> set[str]:
    links = Links()
    first = reading_of(ASKS.format(asked=asked), links)
    assert any(isinstance(one.event, Requested) for one in first.events)
    second = reading_of(ANSWERS.format(thread=thread, text=text, file=file), links)
    return {item for one in second.events if isinstance(one.event, Submitted) for item in one.event.who}


@pytest.mark.parametrize(
    "text", ["Attached are the STEP file and the slides.", "Please find attached my CAD file and slides."]
)
def test_slides_that_answer_a_take_home_are_the_take_home(text: str) -> None:
    assert handed_in(TAKE_HOME, text) == {"take-home"}


def test_slides_in_another_thread_are_slides() -> None:
    text = "You asked about my last project: attached are the slides from that talk."
    assert "take-home" not in handed_in(TAKE_HOME, text, thread="")


def test_where_several_things_are_asked_for_each_goes_by_its_name() -> None:
    asked = f"{TAKE_HOME} And please send us slides about your last project by Friday, 20 November."
    assert "take-home" not in handed_in(asked, "Attached are the slides about my last project.")


def test_a_form_is_no_work() -> None:
    asked = "Please fill in the attached consent form and send it back by Monday, 16 November."
    assert "form" not in handed_in(asked, "Attached are the slides from my talk.")


def test_who_asks_in_which_form_to_send_it_has_not_sent_it() -> None:
    text = "Should I send the presentation as PDF or as slides? I am working on the exercise."
    assert "take-home" not in handed_in(TAKE_HOME, text)
