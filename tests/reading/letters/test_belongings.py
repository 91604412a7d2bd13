"""What to bring along, in the employer's words."""

from __future__ import annotations

import pytest

from sincerely.reading.letters.belongings import belongings


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Please bring your passport and two proofs of address to the interview.", ["your passport and two proofs of address"]),
        ("Bring your passport and your badge.", ["your passport and your badge"]),
        ("Please bring with you:\n\n- a photo ID\n- your degree\n\nThanks", ["a photo ID", "your degree"]),
        ("To bring: photo ID for the front desk.", ["photo ID"]),
        ("Bitte bringen Sie Ihren Ausweis und Ihre Zeugnisse mit.", ["Ihren Ausweis und Ihre Zeugnisse"]),
        ("Merci de vous munir de votre carte d'identité.", ["votre carte d'identité"]),
        ("Pensez à apporter votre diplôme.", ["votre diplôme"]),
    ],
)  # fmt: skip
def test_what_to_bring(text: str, things: list[str]) -> None:
    assert list(belongings(text)) == things


@pytest.mark.parametrize(
    "text",
    [
        "I'll bring the puppets.",
        "Bring nothing but yourself!",
        "We'd like to bring you on as an analyst.",
        "The experience you bring to the team is great.",
        "Please bring your passport or send a scan of it beforehand.",
        "There is no need to bring a CV.",
        "Please bring your passport on your first day.",
        "Sie bringen viel mit.",
        "Bring up any questions you have.",
    ],
)
def test_what_is_not_brought_to_an_interview(text: str) -> None:
    assert belongings(text) == ()
