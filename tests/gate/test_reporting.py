"""A report is where a wrong is told; who works with wages, unions and law reports nothing by naming them."""

from __future__ import annotations

import pytest

from sincerely.gate.tone import reports


@pytest.mark.parametrize(
    "text",
    [
        "I was injured on the first day, and the safety inspector has my photos.",
        "I have reported it to the labour authority, and they keep my payslips as evidence.",
        "We were told to backdate the invoices. I filed a complaint with the police.",
        "Man hat mir zwei Wochen nicht bezahlt. Ich habe das der Arbeitsinspektion gemeldet.",
        "On ne m'a jamais payée pour ces heures. J'ai saisi les prud'hommes.",
    ],
)
def test_a_wrong_that_is_told_is_a_report(text: str) -> None:
    assert reports(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is a no, and I am sorry, because I liked your old wages ledger. I go to a law office in York.",
        "I have worked on discrimination cases before the employment tribunal, and on fraud prevention with the police.",
        "I checked payslips and contracts for 640 people, and answered the union every month.",
        "I prepared the safety inspection and the accident statistics for the regulator.",
        "Ich prüfe seit Jahren Lohnabrechnungen und arbeite mit der Gewerkschaft zusammen.",
        "Thank you for the tour. I have never been paid so well, and the contract is signed.",
    ],
)
def test_the_matters_of_ones_work_are_none(text: str) -> None:
    assert not reports(text)
