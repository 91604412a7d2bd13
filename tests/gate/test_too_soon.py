"""A question for news where the employer writes only to those whom it chooses."""

from __future__ import annotations

import pytest
from tests.gate.case_files import example

RECEIPT = "2026-02-02 18:00 {} jobs@acme.example\n2026-02-02 18:00 prefers jobs@acme.example silence=yes\n"
MAIL = """---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Hi Dana,

Is there any news about the data analyst position?

Best,
Robin
"""
CHOSEN = "They write only to those whom they choose: a question for news has no day on which it would be welcome."


def messages(events: str, at: str) -> list[str]:
    head = f'at {at}\nprocess acme employer="Acme Corp" role="Data analyst" zone=Europe/London country=GB\n'
    found = example(head + events + MAIL).review().verdict.findings
    return [finding.message for finding in found if finding.code == "OUT001"]


@pytest.mark.parametrize(
    "later", ["15:00 interviewed dana@acme.example", '15:00 promised by=2026-03-06 quote="by Friday"']
)
def test_what_a_receipt_says_to_everybody_ends_with_a_later_word(later: str) -> None:
    events = f"{RECEIPT.format('acknowledged')}2026-03-04 {later}\n"
    assert messages(events, "2026-03-11 10:00") == []
    assert "too soon" in messages(events, "2026-03-05 10:00")[0]


def test_it_holds_where_nothing_came_since() -> None:
    assert messages(RECEIPT.format("acknowledged"), "2026-03-11 10:00") == [CHOSEN]


def test_it_holds_where_it_was_said_after_the_interview() -> None:
    events = "2026-01-30 15:00 interviewed dana@acme.example\n" + RECEIPT.format("heard")
    assert messages(events, "2026-03-02 10:00") == [CHOSEN]
