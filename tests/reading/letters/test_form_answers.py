"""Replies to a plain-text form as Gmail, Outlook and iOS quote it: what stands below each question is its answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.reading.letters.form_answers import Form, filled, names_in
from sincerely.reading.letters.mime import parse

HEAD = "Data analyst at Acme Corp, Wed 4 March, 14:00"
BEGIN = (
    "Five minutes, while it is fresh. Answer this mail: write below each question, or above all of them with their",
    "numbers. Leave out what you don't know.",
)
END = "That is all. Nobody but you gets this mail."
FORM = Form(
    {
        1: "Were Dana Whitlock, Lee O'Brien there, and who else?",
        2: "What did Dana Whitlock talk about?",
        3: "What does Dana Whitlock need that you have done?",
        4: "By when did they say that they would decide?",
    },
    (HEAD, *BEGIN, END),
)
ASKED = "\n".join([HEAD, "", *BEGIN, "", *(f"({n}) {q}\n\n" for n, q in FORM.questions.items()), END])

GMAIL = """From: Robin <robin@mail.example>
Subject: Re: How was it?
Content-Type: text/plain; charset=utf-8

On Wed, Mar 4, 2026 at 5:02 PM <robin@mail.example> wrote:

> Data analyst at Acme Corp, Wed 4 March, 14:00
>
> Five minutes, while it is fresh. Answer this mail: write below each
> question, or above all of them with their
> numbers. Leave out what you don't know.
>
> (1) Were Dana Whitlock, Lee O\u2019Brien there, and who
> else?
>
both

>
> (2) What did Dana Whitlock talk about?
>

the migration to the new warehouse,
and who owns it

> (3) What does Dana Whitlock need that you have done?
>
>
> (4) By when did they say that they would decide?
>
by the end of next week
>
> That is all. Nobody but you gets this mail.
>
"""
NUMBERED = """From: Robin <robin@mail.example>
Subject: Re: How was it?
Content-Type: text/plain; charset=utf-8

1. only Dana
2) the migration
4: Friday

Tired now.

Sent from my iPhone

> On 4 Mar 2026, at 17:02, robin@mail.example wrote:
>\x20
> (1) Were Dana Whitlock, Lee O'Brien there, and who else?
>\x20
>\x20
> (2) What did Dana Whitlock talk about?
>\x20
> (3) What does Dana Whitlock need that you have done?
>\x20
> (4) By when did they say that they would decide?
>\x20
> That is all. Nobody but you gets this mail.
"""
OUTLOOK = """From: Robin <robin@mail.example>
Subject: AW: How was it?
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><div class="WordSection1"><p class="MsoNormal">Hier sind meine Notizen.</p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Von:</b> robin@mail.example<br>
<b>Gesendet:</b> Mittwoch, 4. M&auml;rz 2026 17:02<br><b>An:</b> robin@mail.example<br><b>Betreff:</b> How was it?</p></div>
<p class="MsoNormal">Data analyst at Acme Corp, Wed 4 March, 14:00</p>
<p class="MsoNormal">(1)&nbsp;Were Dana Whitlock, Lee O'Brien there, and who else?</p>
<p class="MsoNormal"><span style="color:#1F497D">Yes, and Kim Odell</span></p>
<p class="MsoNormal">(2) What did Dana Whitlock talk about?</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">(3) What does Dana Whitlock need that you have done?</p>
<p class="MsoNormal"><span style="color:#1F497D">an owner; I ran it for a year</span></p>
<p class="MsoNormal">(4) By when did they say that they would decide?</p>
<p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">That is all. Nobody but you gets this mail.</p></div></body></html>
"""
INSIDE = """From: Robin <robin@mail.example>
Subject: Re: How was it?

Sent from my iPad

> On 4 Mar 2026, at 17:02, robin@mail.example wrote:
>
> (1) Were Dana Whitlock, Lee O'Brien there, and who else?
> Dana was
>
> (2) What did Dana Whitlock talk about?
> The move
>
> (3) What does Dana Whitlock need that you have done?
> no
> (4) By when did they say that they would decide?
> 13 March
"""


@pytest.mark.parametrize(
    ("mail", "answers", "rest"),
    [
        (
            GMAIL,
            {1: "both", 2: "the migration to the new warehouse,\nand who owns it", 4: "by the end of next week"},
            "",
        ),
        (NUMBERED, {1: "only Dana", 2: "the migration", 4: "Friday\nTired now."}, ""),
        (OUTLOOK, {1: "Yes, and Kim Odell", 3: "an owner; I ran it for a year"}, "Hier sind meine Notizen."),
        (INSIDE, {1: "Dana was", 2: "The move", 4: "13 March"}, ""),
    ],
    ids=["gmail", "numbered on an iPhone", "outlook", "within the quote"],
)
def test_answers_are_read_however_they_are_quoted(mail: str, answers: dict[int, str], rest: str) -> None:
    found = filled(FORM, parse(mail.encode()))
    assert found.answers == answers
    assert found.rest == rest


def test_the_form_itself_answers_nothing() -> None:
    found = filled(FORM, parse(f"From: a@b.example\n\n{ASKED}".encode()))
    assert (found.answers, found.rest) == ({}, "")


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("yes", ("dana@a.example", "lee@a.example")),
        ("Both, and Kim Odell", ("dana@a.example", "lee@a.example", "Kim Odell")),
        ("only Dana", ("dana@a.example",)),
        ("all but not Lee", ("dana@a.example",)),
        ("not Lee", ("dana@a.example",)),
        ("Lee and sam@a.example", ("lee@a.example", "sam@a.example")),
        ("ja, beide", ("dana@a.example", "lee@a.example")),
        ("no idea", ()),
    ],
)
def test_who_was_there(answer: str, who: tuple[str, ...]) -> None:
    assert names_in(answer, [("dana@a.example", "Dana Whitlock"), ("lee@a.example", "Lee Park")]) == who


@given(st.text(alphabet="(12) >?\nWerDana.\u00a0", max_size=300))
def test_any_text_is_read(text: str) -> None:
    filled(FORM, parse(b"From: a@b.example\n\n" + text.encode()))
    names_in(text, [("dana@a.example", "Dana Whitlock")])
