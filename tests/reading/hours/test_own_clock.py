"""What people say of their own clock, and of whose clock a time is told by."""

from __future__ import annotations

import pytest

from sincerely.reading.hours.zones_said import are_yours, of_subject, of_writer


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("We're in Austin, so everything I say is Central :)", "America/Chicago"),
        ("Everything we send you is in Pacific time.", "America/Los_Angeles"),
        ("I’m on London time, by the way.", "Europe/London"),
        ("We are in the Mountain time zone.", "America/Denver"),
        ("We're on CST.", "America/Chicago"),
        ("All of my times are Eastern.", "America/New_York"),
        ("Our time zone is Berlin.", "Europe/Berlin"),
    ],
)
def test_a_writer_names_their_clock(text: str, zone: str) -> None:
    assert str(of_writer(text)) == zone


@pytest.mark.parametrize(
    "text",
    [
        "Everything I say is Central to how we work.",
        "Everything I say is confidential.",
        "We're in Austin.",
        "The team in Denver is on Mountain time.",
        "(all times in PT)",  # of this mail's times, and no word of who wrote it
        "I'm in PT until June.",
        "We're on time.",
        "We're on Slack.",
        "I'm on London time. We're on Pacific time.",
    ],
)
def test_other_words_name_no_clock(text: str) -> None:
    assert of_writer(text) is None


@pytest.mark.parametrize(
    ("subject", "zone"),
    [
        ("Invitation: Intro @ Tue Nov 3, 2026 1pm - 1:30pm (CST)", "America/Chicago"),
        ("Re: Interview Thursday 15:00 CET", "Europe/Berlin"),
        ("Barista (PT)", None),
        ("Your test is due at 5pm (UST)", None),
        ("Vorstellungsgespräch 3.12., 14:00 ist bestätigt", None),
        ("Entretien : 14:00 est retenu", None),
        ("Interview 2pm est. 30 min", None),
        ("1pm (EST) / 10am (PST)", None),
        ("Interview with our CTO on 5/12", None),
    ],
)
def test_a_zone_behind_the_hour_of_a_subject(subject: str, zone: str | None) -> None:
    found = of_subject(subject)
    assert (found and str(found)) == zone


@pytest.mark.parametrize(
    ("text", "yours"),
    [
        ("Tuesday at 1:00 your time works.", True),
        ("Tuesday at 1pm (your time) works.", True),
        ("Could we do noon your time?", True),
        ("Passt 10 Uhr Ihrer Zeit?", True),
        ("Thirty minutes of your time would be great.", False),
        ("Thank you for your time.", False),
        ("On Friday 6 your time sheets are due.", False),
        ("That is 1pm your time, 2pm my time.", False),
    ],
)
def test_by_whose_clock(text: str, yours: bool) -> None:  # noqa: FBT001
    assert are_yours(text) is yours
