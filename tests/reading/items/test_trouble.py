"""What keeps somebody from handing a thing in."""

from __future__ import annotations

import pytest

from sincerely.reading.items.trouble import is_kept_from
from sincerely.reading.scoring.words import plain


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The test link isn't working for me, it says expired?", True),
        ("I can't open the case study.", True),
        ("The portal gives me an error when I upload the form.", True),
        ("Der Link zum Test ist leider abgelaufen.", True),
        ("Le lien vers le test ne marche pas.", True),
        ("The portal would not take it, so here is my form instead.", False),
        ("Done the test just now, not as hard as I feared.", False),
        ("I have uploaded the form in the portal.", False),
        ("The upload link didn't work, so the form is attached.", False),
        ("Ich habe den Test über den Link gemacht.", False),
    ],
)
def test_what_is_in_the_way_is_told_from_what_is_given(sentence: str, *, kept: bool) -> None:
    assert is_kept_from(plain(sentence).split()) is kept
