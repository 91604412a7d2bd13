"""Lists with ticks and open boxes: what is ticked is there, unless ticks are nothing but bullets."""

from __future__ import annotations

import pytest
from tests.reading.items.test_asked import asked

TEXT = "Dear Robin,\n\n{}\n\n{}\n\nDana"
MISSING = "Please upload what is missing by March 10."


@pytest.mark.parametrize(
    "rows",
    [
        "✅ CV\n✅ References\n❌ Passport copy\n❌ Transcript",
        "✔️ CV\n✔️ References\n☐ Passport copy\n☐ Transcript",
        "- ☑ CV\n- ☑ References\n- ☐ Passport copy\n- ☐ Transcript",
    ],
)
def test_what_is_ticked_beside_what_is_open_is_not_asked_for(rows: str) -> None:
    assert set(asked(TEXT.format(f"What we still need:\n\n{rows}", MISSING))) == {"id", "transcript"}


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Please upload the following by March 10:", "✅ CV\n✅ References\n✅ Passport copy"),
        ("Please upload the ticked documents by March 10:", "☑ CV\n☐ Transcript\n☑ Passport copy"),
    ],
)
def test_ticks_are_bullets_or_say_what_to_send(heading: str, rows: str) -> None:
    assert {"resume", "id"} <= set(asked(TEXT.format(f"{heading}\n\n{rows}", "Thank you.")))
