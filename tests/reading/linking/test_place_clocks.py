"""By whose clock somebody may write, by the place below their mail."""

from __future__ import annotations

import pytest

from sincerely.reading.linking.place_clocks import hinted


@pytest.mark.parametrize(
    ("signature", "zone"),
    [
        ("Lea Brunner\nPeople Ops | Austin, TX", "America/Chicago"),
        ("Larkhill, Portland, ME", "America/New_York"),
        ("Larkhill LLC, Wilmington, DE 19801", "America/New_York"),
        ("Larkhill, Dublin, CA", "America/Los_Angeles"),
        # Two letters that stand for a country as well.
        ("Larkhill GmbH\nHamburg, DE", "Europe/Berlin"),
        ("Larkhill GmbH\nMusterstadt, DE", None),
        ("Larkhill, Toronto, CA", "America/Toronto"),
        ("Larkhill, Haifa, IL", "Asia/Jerusalem"),
        ("Offices in Boston, MA | Austin, TX", None),
        ("Lea Brunner, MD", None),
    ],
)
def test_the_place_below_a_mail(signature: str, zone: str | None) -> None:
    found = hinted("", signature)
    assert (found and str(found)) == zone
