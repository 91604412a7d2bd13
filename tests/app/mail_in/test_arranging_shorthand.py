"""Meetings that people of a known process arrange in shorthand, over two mails or four: "coffee wed 8am?", "wed 8 works"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.app.mail_in.test_arranging import Read, asked, home, mail, read, reply, starts

__all__ = ["home", "read"]

THANKS = "Thank you for your application for the Data Analyst position. We have received it and will review it."
CALL = "saw your application, great work. you free thurs aft for a call? 4 ish"
WEDNESDAY = datetime(2026, 12, 9, 8, tzinfo=UTC)
THURSDAY = datetime(2026, 12, 3, 16, 30, tzinfo=UTC)


def _two(read: Read, asks: str, yes: str) -> tuple[list[datetime], list[datetime | None]]:
    """Return what two mails of Wednesday 2 December come to, after an application was received."""
    asking = mail(3, asks, to=2).replace("27 Nov", "2 Dec")
    answer = reply(yes, 4, 3).replace("27 Nov", "2 Dec")
    found = read(mail(1, THANKS), reply("Thank you, I look forward to it."), asking, answer)
    return starts(found), asked(found)


@pytest.mark.parametrize(
    "asks", ["sorry!! totally swamped. coffee nxt wed 8am? milstead's", "Coffee next Wednesday at 8am?"]
)
@pytest.mark.parametrize("yes", ["wed 8 works, see you there!", "Wednesday at 8 works.", "yes, wed 8 is great"])
def test_a_coffee_that_is_agreed_on(read: Read, asks: str, yes: str) -> None:
    assert _two(read, asks, yes) == ([WEDNESDAY], [])


def test_a_figure_behind_a_weekday_is_the_hour_where_no_such_day_is_near(read: Read) -> None:
    asks, yes = "Ida wants to meet you. fri 10? zoom", "fri 10 works"
    assert _two(read, asks, yes) == ([datetime(2026, 12, 4, 10, tzinfo=UTC)], [])


@pytest.mark.parametrize("later", ["make it 430 actually, got a board thing", "Could we make it 4:30 actually?"])
@pytest.mark.parametrize("yes", ["4:30 is fine.", "4:30 works"])
def test_an_hour_that_is_changed_once_the_day_is_agreed(read: Read, later: str, yes: str) -> None:
    found = read(
        mail(1, CALL), reply("thurs works, 4 is good. video or phone?"), mail(3, later, to=2), reply(yes, 4, 3)
    )
    assert starts(found) == [THURSDAY]


def test_a_day_that_is_put_off_is_moved(read: Read) -> None:
    first = (mail(3, "fri 10? zoom", to=2), reply("fri 10 works", 4, 3))
    then = (mail(5, "Ida is stuck in Leeds tmrw, mon 10?", to=4), reply("mon 10 ok", 6, 5))
    mails = [one.replace("27 Nov", "2 Dec") for one in (*first, *then)]
    found = read(mail(1, THANKS), reply("Thank you, I look forward to it."), *mails)
    assert starts(found) == [datetime(2026, 12, 7, 10, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("asks", "yes"),
    [
        ("Coffee machine is broken until wed 8am!", "ok"),
        ("The team meets wed 8am.", "sounds good"),
        ("Can you send it by fri 10?", "fri 10 works"),
        ("I can't make it 430, sorry.", "4:30 is fine."),
    ],
)
def test_what_is_no_meeting_of_theirs(read: Read, asks: str, yes: str) -> None:
    assert _two(read, asks, yes)[0] == []


@pytest.mark.parametrize(
    ("asks", "yes", "later", "fine"),
    [
        (
            "Passt Ihnen Donnerstag, der 3. Dezember um 16 Uhr für ein Vorstellungsgespräch?",
            "Ja, Donnerstag um 16 Uhr passt mir.",
            "Doch lieber um 16:30 Uhr, tut mir leid.",
            "16:30 Uhr passt mir auch.",
        ),
    ],
)
def test_an_hour_that_is_changed_in_german(read: Read, asks: str, yes: str, later: str, fine: str) -> None:
    first, second = mail(1, asks, german=True), reply(yes, german=True)
    third, fourth = mail(3, later, to=2, german=True), reply(fine, 4, 3, german=True)
    assert starts(read(first, second, third, fourth)) == [THURSDAY]
