"""Who calls whom at which number, and in which program an interview is held."""

from __future__ import annotations

import pytest

from sincerely.reading.meetings.call_said import call_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'll call you at 2pm on 07700 900123.", "By phone: they call you on 07700 900123"),
        ("Ida will ring you on Tuesday on the number on your CV.", "By phone: Ida calls you on the number on your CV"),
        ("A phone interview is arranged with Ida Holm, who will call you.", "By phone: Ida Holm calls you"),
        ("Your phone interview is on Tuesday. We will call you.", "By phone: they call you"),
        ("Please call us at 2pm on 01632 960123.", "By phone: you call 01632 960123"),
        ("Ich rufe Sie am Montag um 14 Uhr unter 0171 5550123 an.", "By phone: they call you on 0171 5550123"),
        ("Das Telefoninterview findet am Montag um 14 Uhr statt.", "By phone"),
        ("Nous vous appellerons lundi à 14h au 06 12 34 56 78.", "By phone: they call you on 06 12 34 56 78"),
        ("Dial-in: +44 20 7946 0991, PIN 1234 5678#", "Dial in: +44 20 7946 0991, PIN 1234 5678#"),
        ("Dial-in number: +1 202 555 0100\nMeeting ID: 987 6543 2100\n", "Dial in: +1 202 555 0100, Meeting ID 987 6543 2100"),
        ("The interview is on Tuesday at 2pm via Microsoft Teams.", "Online: Microsoft Teams"),
        ("Das Gespräch findet über Zoom statt.", "Online: Zoom"),
    ],
)  # fmt: skip
def test_how_it_is_held(text: str, words: str) -> None:
    assert call_in(text)[0] == words


@pytest.mark.parametrize(
    "text",
    [
        "If you have any questions, please call me on 01632 960123. The interview is at 2pm.",
        "We will call you tomorrow to arrange a time.",
        "I will call you at 2pm to confirm.",
        "Ida will call you on your mobile with the outcome.",
        "Thank you for our phone interview.",
        "Wie telefonisch besprochen, treffen wir uns am Montag um 14 Uhr.",
        "You have experience with Teams and Zoom.",
        "Tel 01632 960123. The interview is on Tuesday at 2pm.",
        "Sollten Sie verhindert sein, rufen Sie mich unter 0171 5550123 an.",
    ],
)
def test_other_calls_are_no_interview(text: str) -> None:
    assert call_in(text) == ("", "")
