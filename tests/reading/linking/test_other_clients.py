"""A second client's no, told by the way."""

from __future__ import annotations

import pytest

from sincerely.core.header import Header
from sincerely.reading.linking.other_clients import nos_of_others

TARN, LARCH = Header(id="tarn", employer="Tarn Foods"), Header(id="larch", employer="Larch Pharma")


@pytest.mark.parametrize(
    "text",
    [
        "Bad news first, Larch Pharma has passed, they liked you. Onwards: Tarn Foods would like to meet you.",
        "Larch Pharma went with someone else, sorry.",
        "Larch Pharma are not moving forward.",
        "Larch Pharma hat leider abgesagt.",
        "Bad news first: Larch has passed. Tarn Foods would still like to see you.",
        "Larch Pharma n'a pas donné suite.",
    ],
)
def test_a_no_of_the_other_client(text: str) -> None:
    assert [name for name, _ in nos_of_others(text, TARN, [LARCH])] == ["larch"]


@pytest.mark.parametrize(
    "text",
    [
        "Larch Pharma has passed your CV on to the team.",
        "Tell me whether Larch Pharma has passed.",
        "Tarn Foods has passed, Larch Pharma still looks.",
        "Larch has passed your CV on to Larch Works.",
        "Harrow has passed.",
        "They have passed. Larch Pharma would like to meet you.",
    ],
)
def test_no_no_of_the_other_client(text: str) -> None:
    assert not list(nos_of_others(text, TARN, [LARCH]))


def test_a_word_that_two_clients_begin_with_names_neither() -> None:
    other = Header(id="larch-homes", employer="Larch Homes")
    assert not list(nos_of_others("Larch has passed.", TARN, [LARCH, other]))
    assert not list(nos_of_others("Larch has passed.", other, [LARCH]))
