"""A form on the web that is filled in hands in what was asked for, referees by name too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 10, 20, 9, tzinfo=UTC)
MARTA, DEV = "marta.iverson@mail.example", "dev.chandra@north.example"


def told(text: str, wants: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return what a mail to an employer hands in, and whom it names, where a house of its own has asked for it."""
    links = Links([Header(id="larkhill", employer="Larkhill", role="Clerk", zone="Europe/London", country="GB")])
    people = frozenset({"dana@larkhill.example"})
    links.learn("larkhill", Clues(message_id="1@larkhill.example", people=people, domain="larkhill.example", at=AT))
    links.learn("larkhill", Clues(message_id="9@checkwell.example", wants=wants, at=AT))
    links.learn("", Clues(people=frozenset({MARTA, DEV}), settled=frozenset({MARTA, DEV}), about_referee=True, at=AT))
    data = (
        "From: Robin Ashdown <robin@mail.example>\nTo: Dana Lee <dana@larkhill.example>\nSubject: Re: Larkhill\n"
        "Date: Mon, 02 Nov 2026 12:45:00 +0000\nMessage-ID: <2@mail.example>\nIn-Reply-To: <1@larkhill.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\nRobin\n"
    )
    found = read(data.encode(), me=ME, at=None, models=load_models(), links=links, home=("GB", "Europe/London"))
    every = [one.event for one in found.events if one.event.verb in {"submitted", "named"}]
    return {event.verb: event.who for event in every}


@pytest.mark.parametrize(
    ("text", "wants", "given"),
    [
        (
            "Dear Dana,\n\nI've filled in the Checkwell form this morning: Marta Iverson and Dev Chandra. No holidays booked.",
            ("references", "id"),
            {"submitted": ("references",), "named": (DEV, MARTA)},
        ),
        ("Dear Dana,\n\nI have completed the online form.", ("references",), {"submitted": ("references",)}),
        ("Dear Dana,\n\nI have completed the online form.", ("form", "references"), {"submitted": ("form",)}),
        ("Liebe Dana,\n\nich habe das Formular eben ausgefüllt.", ("form",), {"submitted": ("form",)}),
        ("Bonjour Dana,\n\nJ'ai bien rempli le formulaire ce matin.", ("form",), {"submitted": ("form",)}),
        ("Dear Dana,\n\nI have not filled in the form yet, as the link fails.", ("references",), {}),
        ("Dear Dana,\n\nI will fill in the form tonight.", ("references",), {}),
    ],
)
def test_a_form_that_is_filled_in_hands_in_what_is_waited_for(
    text: str, wants: tuple[str, ...], given: dict[str, tuple[str, ...]]
) -> None:
    assert told(text, wants) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Dear Dana,\n\nThanks for today. Could you ask Raj to send me the slides?", {}),
        ("Liebe Dana,\n\nkönnten Sie mir die Präsentation schicken?", {}),
        ("Bonjour Dana,\n\nPourriez-vous m'envoyer la présentation ?", {}),
        ("Liebe Dana,\n\nvielen Dank! Ist das Gehalt verhandelbar?", {}),
        ("Dear Dana,\n\nI was thinking of a salary of 42,000 pounds, does that fit?", {"submitted": ("salary",)}),
    ],
)
def test_who_asks_for_a_thing_or_about_it_hands_none_in(text: str, given: dict[str, tuple[str, ...]]) -> None:
    assert told(text, ("salary", "presentation")) == given
