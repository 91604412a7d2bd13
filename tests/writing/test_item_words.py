"""What is handed in has words in every language that drafts are written in."""

from __future__ import annotations

import pytest

from sincerely.reading.scoring import labels
from sincerely.writing.saying.tongue import ITEMS


@pytest.mark.parametrize("language", sorted(ITEMS))
def test_whatever_mail_asks_for_has_words(language: str) -> None:
    assert set(labels.ITEMS) <= set(ITEMS[language])
