"""OUT016 of an address from which a mail came back: until something reaches it, and only where it is none."""

from __future__ import annotations

import pytest
from tests.gate.case_files import example

from sincerely.gate.verdict import Decision, Finding

CASE = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
{told}
---
From: Robin Vale <robin@mail.example>
To: {to}
Subject: Data analyst

Dear Dana,

Thursday at ten suits me well.

Best,
Robin
"""
DANA = "Dana Ito <Dana@acme.example>"
BACK = "2026-03-04 17:30 corrected 3f2a9c01b7de returned=dana@acme.example reason="
CHANGED = "2026-03-04 18:00 heard dana@acme.example"


def found(told: str, to: str = DANA) -> tuple[Decision, list[Finding]]:
    verdict = example(CASE.format(told=told, to=to)).review().verdict
    return verdict.decision, [each for each in verdict.findings if each.code == "OUT016"]


@pytest.mark.parametrize(
    ("reason", "says"),
    [("no-such-address", "there is no such address"), ("no-such-domain", "no such domain takes mail")],
)
def test_an_address_that_is_none(reason: str, says: str) -> None:
    decision, [finding] = found(BACK + reason)
    assert decision is Decision.STOP
    assert finding.message == f"Your mail to dana@acme.example came back on Wednesday 4 March: {says}."
    assert finding.quote.casefold() == "dana@acme.example"
    assert "in their signature or the invitation" in finding.proposal


@pytest.mark.parametrize(
    ("told", "to"),
    [
        (f"{BACK}mailbox-full", DANA),
        (f"{BACK}too-large", DANA),
        (f"{BACK}no-such-address", "Dana Ito <d.ito@acme.example>"),
        (f"{BACK}no-such-address\n{CHANGED}", DANA),
        ("2026-03-06 17:30 corrected 3f2a9c01b7de returned=dana@acme.example reason=no-such-address", DANA),
    ],
    ids=["full", "too large", "another address", "heard from since", "later"],
)
def test_what_may_arrive_passes(told: str, to: str) -> None:
    assert found(told, to) == (Decision.SEND, [])


def test_it_stands_beside_what_else_is_wrong_with_who_gets_it() -> None:
    _, marks = found(f"{BACK}no-such-address", f"{DANA}, Pat <pat@globex.example>")
    assert len(marks) == 2
