"""What is told in words is no attachment; and a withdrawal that comes late does not say "at once"."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.grounds import Draft
from sincerely.writing.saying.tongue import is_told
from tests.writing.drafting import HEAD, HELD, made

ELSEWHERE = """
process bolt employer="Bolt Works" role="Analyst" zone=America/New_York country=US
2026-03-05 15:00 offered kim@bolt.example by=2026-03-20
2026-03-09 15:00 accepted kim@bolt.example
"""


@pytest.mark.parametrize("item", ["salary expectation", "expected-salary", "Gehaltsvorstellung", "notice_period", "start date"])  # fmt: skip
def test_a_figure_or_a_day_is_told(item: str) -> None:
    assert is_told(item)


@pytest.mark.parametrize("item", ["salary-slip", "payslips", "pay statement", "notice of eligibility form", "resume", "salary-certificate"])  # fmt: skip
def test_a_paper_is_sent(item: str) -> None:
    assert not is_told(item)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_withdrawal_may_come_late(language: str) -> None:
    text = HEAD + HELD + ELSEWHERE
    [found] = made(text, "OFF003", language=language)
    assert isinstance(found, Draft)
    for words in ("at once", "gleich", "aussitôt"):
        assert words not in found.body
    assert any(words in found.body for words in ("another offer", "ein anderes Angebot", "une autre offre"))
