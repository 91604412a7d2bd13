"""Mail of the candidate's to a referee, and to an employer about one, read after what was agreed before."""

from __future__ import annotations

from datetime import UTC, datetime

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Briefed, Named
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

ANNA, LEE, ME = "anna.brandt@hallo.example", "lee.park@fellway.example", "nora.feld@mail.example"
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
FELLWAY = Header(id="fellway", employer="Fellway", role="Buyer", zone="Europe/London", country="GB")
QUILL = Header(id="quill", employer="Groupe Quill", role="Planner", zone="Europe/Paris", country="FR")
MAIL = """From: Nora Feld <{me}>
To: {to}
Subject: {subject}
Date: Tue, 10 Mar 2026 09:00:00 +0000
Message-ID: <one@mail.example>
Content-Type: text/plain; charset=utf-8

{text}

Nora
"""


def known() -> Links:
    links = Links([FELLWAY, QUILL])
    links.learn("", Clues(people=frozenset({ANNA}), asked=frozenset({ANNA}), settled=frozenset({ANNA}),
                          about_referee=True, at=AT))  # fmt: skip
    links.learn("fellway", Clues(people=frozenset({LEE}), domain="fellway.example", at=AT))
    return links


def wrote(to: str, subject: str, text: str) -> Reading:
    mail = MAIL.format(me=ME, to=to, subject=subject, text=text).encode()
    return read(mail, me=frozenset({ME}), models=load_models(), links=known(), at=AT)


def test_a_referee_who_is_told_what_to_speak_of_is_briefed() -> None:
    found = wrote(
        ANNA,
        "Re: a question",
        "Dear Anna,\n\nThank you again. I have given your name for the buyer role at Fellway; Lee Park will probably call you "
        "next week. What would help most is the supplier change and how we settled the claims.",
    )
    assert [each.event.who for each in found.events if isinstance(each.event, Briefed)] == [(ANNA,)]


def test_two_lines_are_no_briefing() -> None:
    found = wrote(
        ANNA, "Fellway", "Dear Anna,\n\nthe interview went well, so a call from Fellway may come this week. Thanks!"
    )
    assert not [each for each in found.events if isinstance(each.event, Briefed)]


def test_a_known_referee_with_a_number_is_named_to_the_employer() -> None:
    found = wrote(
        f"Lee Park <{LEE}>",
        "Re: Buyer",
        "Dear Lee,\n\nit was good to see the office. My reference is Anna Brandt, head of buying at Fieldhouse, 020 7946 0123.",
    )
    assert [each.event.who for each in found.events if isinstance(each.event, Named)] == [(ANNA,)]


def test_a_referee_of_whom_a_mail_only_speaks_is_not_named() -> None:
    found = wrote(
        f"Lee Park <{LEE}>", "Re: Buyer", "Dear Lee,\n\nI worked with Anna Brandt on the claims in 2022. Best wishes"
    )
    assert not [each for each in found.events if isinstance(each.event, Named)]


def test_a_mail_to_a_referee_speaks_of_what_it_names() -> None:
    links = known()
    assert links.mentioned("Fellway may call you") == ("fellway",)
    assert links.mentioned("Lee Park may call you, or somebody of Quill") == ("fellway", "quill")
    assert links.mentioned("Lee may call you about the park") == ()
