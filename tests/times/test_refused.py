"""Words and figures that are no time."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import datetime

import pytest

from sincerely.times import find

AT = datetime(2026, 3, 4, 15)


@pytest.mark.parametrize(
    "text",
    [
        "We may call you for a second round.",
        "This may march on; we sat in the sun.",
        "24/7 support in a nutshell",
        "Spring Boot and Sun Microsystems",
        "A talk for the March of Dimes",
        "Wait a second, please",
        "in a second interview",
        "Hi April, thanks. Best, June",
        "I fall for it every time, and last but not least",
        "The interview will last two hours.",
        "Call 212-555-0123 or (212) 555-0199, ext. 12.",
        "Call 650.650.6500 or +49 30 123456-78.",
        "Requisition JR-2024-1043, ticket REQ-12-05, job #2026",
        "Version 2.10.3, Python 3.11, RHEL 7.3-10",
        "We pay $1,200 or 15% more, €3.50 or 4,000 a year",
        "The office is at 12 March Street, Suite 1200.",
        "at 3 companies and at 10 sites",
        "3 to 5 years of experience, 40 hours per week",
        "The server is now running.",
        "See 192.168.1.10 and example.com/2026/x",
        "Copyright 1997-2002 Acme",
        "from monday.com and sun.com",
        "MP3, 4x4, B2B, A4, 7zip, 3D",
        "on Mondays we eat; every day counts",
        "10/10 would recommend, 50/50 chance",
        "room 101, line 3, step 2 of 5",
        "a midnight blue tuxedo",
        "the 1996 act and the 2000 election",
        "10:1 odds",
        "Calls cost 2p or 4p a minute, fonts are 11pt",
        "It fell from 19 to 17",
        "on Sun products and the DEC keyboard",
        "You can order one or two.",
        "the fall of an empire, a second quarter in a row",
        "THE BUTCHER BOY",
        "archive/2002-September/1.html",
        "in 44 years of research",
        "We sold 26,000 of them in 18 days.",
        "He managed to insult each of them within 15 minutes.",
        "I can push 132 press-ups in 60 seconds.",
        "It was the first major upgrade in nearly two years.",
        "I haven't slept in two days.",
        "I keep the heating off at night.",
        "Never one to shy away from Monday-morning quarterbacking",
        "They spin it eight ways to Sunday.",
        "AC on-line, battery charging: 100% (4:47)",
        "the Christmas catalogue and an Easter egg hunt",
        "Hi Wednesday, happy Friday and happy New Year!",
        "I got my server from Sun or from Dell.",
        "I scored well on the SAT in school.",
        "et tu, Brute",
        "We eat pizza every Friday.",
        "a 30-minute call, in a two-week sprint",
        "Please let us know 24 hours ahead.",
        "It's at 1900 Market Street, at 420 a day.",
        "Ring me at 555-0111.",
        "May I have two more days to think?",
        "Requisition 12/10, ref 11/12, build 10/11",
        "4th of July Avenue, July 4th Street, Fourth Street and September Street 4",
        "10 rue du 4 Septembre, place du 8 Mai 1945, 3 bd. du 1er Mai",
        "Straße des 17. Juni 135, Calle 9 de Julio, Plaza 25 de Mayo, Piazza 25 Aprile",
    ],
)
def test_nothing_is_found(text: str) -> None:
    assert find(text, AT) == []


@pytest.mark.parametrize("text", ["May", "1974", "morning", "ten thirty", "18th", "7 - 8", "sat"])
def test_a_weak_reading_holds_only_alone(text: str) -> None:
    [mention] = find(text, AT)
    assert mention.latent
    assert [m for m in find(f"our {text} thing", AT) if m.latent] == []


@pytest.mark.parametrize(
    "text", ["3 30", "two three", "4a", "1 adult", "a day", "3y", "August 32", "5m ago", "single o'clock"]
)
def test_not_even_alone(text: str) -> None:
    assert find(text, AT) == []


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("Send it before Monday is out.", "before Monday is out", 10),
        ("Send it before Monday closes, please", "before Monday closes", 10),
        ("before this week ends and you hear", "before this week ends", 9),
        ("A meeting before Monday is out of the question", "before Monday", 9),
        ("Whether we meet before Monday is up to Dana", "before Monday", 9),
        ("The talk before Monday ends the process", "before Monday", 9),
    ],
)
def test_a_day_is_out_only_where_a_clause_ends(text: str, quote: str, day: int) -> None:
    [mention] = find(text, AT)
    assert (mention.quote, mention.start, mention.end) == (quote, None, datetime(2026, 3, day))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Interview 1 - Tuesday, March 10, 10:00-10:30 AM", "Tuesday, March 10, 10:00-10:30 AM"),
        ("Room 4 – Thursday 12 March at 10am", "Thursday 12 March at 10am"),
        ("2 - Thursday, 12 March", "Thursday, 12 March"),
        ("from the 9th - Friday the 13th of March", "from the 9th - Friday the 13th of March"),
        ("Interviews: 9 - 13 March", "9 - 13 March"),
        ("Mon 9 - Fri 13 March", "Mon 9 - Fri 13 March"),
        ("call 2 - 4 pm on Friday", "2 - 4 pm on Friday"),
    ],
)
def test_a_rows_number_is_no_day(text: str, quote: str) -> None:
    assert [mention.quote for mention in find(text, AT)] == [quote]
