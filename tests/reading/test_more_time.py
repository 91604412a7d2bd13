"""An offer's day that is put off: the candidate asked for time, or the employer gives it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Offered
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 11, 16, 9, tzinfo=UTC)
ASKED = {
    "": "",
    "en": "On Fri, Nov 13, 2026 at 11:15 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Thank you! Another firm decides on Friday, would it be possible to have until Tuesday the 24th?\n",
    "de": "Am Fr., 13. Nov. 2026 um 11:15 Uhr schrieb Robin Ashdown <robin@mail.example>:\n\n> Vielen Dank! Könnte ich bis Dienstag, den 24. November, Bedenkzeit haben?\n",
    "fr": "Le ven. 13 nov. 2026 à 11:15, Robin Ashdown <robin@mail.example> a écrit :\n\n> Merci ! Pourrais-je avoir jusqu'au mardi 24 novembre pour réfléchir ?\n",
    "tells": "On Fri, Nov 13, 2026 at 11:15 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Thank you! I need a few more days. I will let you know by Tuesday 24 November.\n",
    "when": "On Fri, Nov 13, 2026 at 11:15 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Thank you! When do you need to know?\n",
    "wann": "Am Fr., 13. Nov. 2026 um 11:15 Uhr schrieb Robin Ashdown <robin@mail.example>:\n\n> Vielen Dank! Wie lange habe ich Zeit?\n",
    "park": "On Fri, Nov 13, 2026 at 11:15 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Thank you! When can I see the office?\n",
    "twice": "On Fri, Nov 13, 2026 at 11:15 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Thank you! Could I have until Tuesday 24 November? And could we talk about the pension?\n",
    "call": "On Fri, Nov 13, 2026 at 11:15 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Could we have a call about the offer on Tuesday the 24th?\n",
}


SUBJECTS = {
    "de": "AW: Ihr Vertragsangebot von Larkhill",
    "wann": "AW: Ihr Vertragsangebot von Larkhill",
    "fr": "RE : Votre offre chez Larkhill",
}


def offered(text: str, asked: str = "", subject: str = "") -> list[date | None]:
    """Return until when a mail says that the offer that is held stands."""
    subject = subject or SUBJECTS.get(asked, "Re: Your offer from Larkhill")
    links = Links([Header(id="larkhill", employer="Larkhill", role="Clerk", zone="UTC", country="GB")])
    people = frozenset({"dana@larkhill.example"})
    links.learn(
        "larkhill",
        Clues(message_id="1@larkhill.example", people=people, domain="larkhill.example", offer=True, at=AT),
    )
    data = (
        f"From: Dana Lee <dana@larkhill.example>\nTo: robin@mail.example\nSubject: {subject}\nDate: Mon, 16 Nov 2026 10:00:00 +0000\n"
        "Message-ID: <2@larkhill.example>\nIn-Reply-To: <1@larkhill.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n\nDana\n\n{ASKED[asked]}"
    )
    found = read(data.encode(), me=ME, at=None, models=load_models(), links=links)
    return [one.event.by for one in found.events if isinstance(one.event, Offered)]


@pytest.mark.parametrize(
    ("text", "asked", "day"),
    [
        ("Happy to wait until Friday 27 November.", "en", 27),
        ("I'm afraid I can only hold it until Monday.", "en", 23),
        ("Sorry, we can't wait that long. I need to know on Friday.", "en", 20),
        ("Tuesday is fine, no rush.", "tells", 24),
        ("Friday at the latest.", "when", 20),
        ("End of next week is fine.", "when", 27),
        ("Hallo,\n\nbis spätestens Freitag, bitte.", "wann", 20),
        ("Hallo,\n\nwir müssen es bis Freitag wissen.", "de", 20),
        ("Hallo,\n\ndas ist leider zu spät. Bis Montag können wir warten.", "de", 23),
        ("Hallo,\n\nkein Thema, lassen Sie sich Zeit bis Dienstag.", "de", 24),
        ("Bonjour,\n\nmardi, c'est parfait.", "fr", 24),
        ("Bonjour,\n\nmalheureusement non, il nous faut votre réponse lundi.", "fr", 23),
        ("I spoke to Mark. Tuesday is fine, end of day your time, but that is the limit.", "en", 24),
        ("Sure, no problem!", "en", 24),
        ("Until the 24th works for us.", "en", 24),
        ("Of course. Take until Tuesday.", "en", 24),
        ("You can have until Tuesday, November 24, close of business.", "", 24),
        ("We can wait until Friday 27 November.", "", 27),
        # Less than was asked for, and it is this that holds.
        ("The latest I can do is Monday.", "en", 23),
        ("Hallo,\n\nbis Dienstag ist in Ordnung.", "de", 24),
        ("Guten Tag,\n\nja, gerne, kein Problem.", "de", 24),
        ("Guten Tag,\n\nSie haben bis Dienstag, 24. November, Zeit.", "de", 24),
        ("Bonjour,\n\npas de problème pour mardi.", "fr", 24),
        ("Bonjour,\n\nvous avez jusqu'au mardi 24 novembre.", "fr", 24),
    ],
)
def test_an_offer_stands_until_the_day_that_is_granted(text: str, asked: str, day: int) -> None:
    assert offered(text, asked) == [date(2026, 11, day)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I'm afraid Tuesday is too late for us.", "en"),
        ("Unfortunately we cannot give you until the 24th.", ""),
        ("We can't extend the deadline to the 24th.", ""),
        ("Let me check with Mark, I will get back to you on Tuesday.", "en"),
        ("Would Monday be ok instead?", "en"),
        ("Tuesday is fine for the call with Mark.", "en"),
        ("Tuesday works.", "call"),
        ("Sure, no problem!", "call"),
        ("Please fill in the form. You have until Friday.", "en"),
        ("You have until Tuesday to send us the form.", "en"),
        ("Perfect, Mark will call you on Tuesday!", "en"),
        ("Sure, no problem!", "twice"),
        ("Hmm, Thursday?", "en"),
        ("Friday is fine.", "park"),
        ("In the yard. Raj needs to know by Friday.", "park"),
        ("I'm afraid we cannot hold it until Tuesday.", "en"),
        ("You need to know the rules by Friday.", "en"),
        ("Guten Tag,\n\ndas geht leider nicht, wir können Ihnen bis Dienstag keine Bedenkzeit geben.", "de"),
        ("Bonjour,\n\nmalheureusement mardi est trop tard.", "fr"),
    ],
)
def test_what_is_not_granted_moves_no_offers_day(text: str, asked: str) -> None:
    assert offered(text, asked) == []


def test_a_day_that_is_given_where_no_offer_is_spoken_of_is_another_things() -> None:
    assert offered("You can have until Tuesday, November 24.", subject="Re: Larkhill") == []
