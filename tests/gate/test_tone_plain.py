"""The plainest sentences cannot land badly; a word beside them leaves them to the encoder."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sincerely.gate.tone import Heard, hear
from sincerely.gate.tone_declining import tells_own_work
from sincerely.gate.tone_plain import is_plain
from sincerely.gate.tone_words import PAY


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you again for everything.",
        "Many thanks for the tour.",
        "Yes, please delete my files.",
        "Please remove my data from your system.",
        "Could you send me the form once more?",
        "Please keep my documents on file.",
        "You may of course call my former manager.",
        "She can reach me in the afternoon.",
    ],
)
def test_plain_sentences_cannot_land_badly(sentence: str) -> None:
    assert is_plain(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for nothing.",
        "Thank you for your time, which I shall not get back.",
        "Thank you so much for the tour!",
        "Thank you for the rejection.",
        "Please delete my files now.",
        "Please remove my name from your pathetic list.",
        "Please delete my files, since you never read them.",
        "Please keep your offer.",
        "Please find somebody who answers.",
        "You may call my lawyer.",
        "You can ask my friends what I think of you.",
        "Please, please give me a chance.",
    ],
)
def test_a_word_beside_them_is_left_to_the_encoder(sentence: str) -> None:
    assert not is_plain(sentence)


def test_what_is_plain_is_no_culprit_beside_what_strikes() -> None:
    def harsh(lines: Sequence[str]) -> Heard:
        return Heard(0.95, [0.95] * len(lines), {})

    assert hear("Yes, please delete my files. Thank you again for everything.", harsh).negative < 0.5
    found = hear("Yes, please delete my files. You never read them.", harsh)
    assert [culprit.said.text for culprit in found.culprits] == ["You never read them."]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("I hope for a figure around the middle of your range.", True),
        ("I had hoped for a salary nearer to sixty thousand.", True),
        ("I had hoped for a salary that does not shame you.", False),
        ("I had hoped for a reply.", False),
    ],
)
def test_what_somebody_hopes_to_earn_is_no_matter_of_tone(line: str, asks: bool) -> None:  # noqa: FBT001
    assert (PAY.search(line.lower()) is not None) is asks


def test_who_mentored_somebody_told_of_their_own_work() -> None:
    assert tells_own_work("I mentored four students on a surgical ward, which is close to my heart.")
    assert not tells_own_work("I mentored four students better than any of yours.")
