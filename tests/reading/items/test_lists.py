"""What lists ask for: the rows below a heading that asks, and not what the employer gives, does, or needs no more."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.asked_cases import days

from sincerely.reading.items.lists import heading
from sincerely.reading.scoring.words import plain


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("To go on we still need:", True),
        ("Please send us the following no later than Friday:", True),
        ("We have not yet received the following, please provide it:", True),
        ("We ask you to send us:", True),
        ("You will need to provide:", True),
        ("The following documents are missing:", True),
        ("Folgende Unterlagen fehlen uns noch:", True),
        ("We will send the contract once you upload:", True),
        ("Nous vous saurions gré de nous transmettre :", True),
        ("Nous allons vous envoyer :", False),
        ("We do not require:", False),
        ("Before you start we will send you the following:", False),
        ("This is what our team will provide:", False),
        ("What we provide:", False),
        ("We have what we need:", False),
        ("What you need not send:", False),
        ("Here is what you need to know:", False),
        ("The role requires:", False),
        ("On the day:", None),
        ("What happens next:", None),
    ],
)
def test_a_heading_asks_or_says_that_nothing_is_asked_for(text: str, *, asks: bool | None) -> None:
    assert heading(plain(text).split()) is asks


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("We do not require:\n- references\n- a background check", set()),
        (
            "Before you start we will send you the following:\n- Offer letter and direct deposit form\n- Start date\n- Work permit\n- Transcript of our talk",
            set(),
        ),
        ("This is what our team will provide:\n- a work permit\n- a case study\n- bank details form", set()),
        (
            "How we support you in the first weeks, and what we send:\n- a work permit\n- your transcript of the training",
            set(),
        ),
        ("We have what we need:\n- your diploma\n- your transcript", set()),
        (
            "On the day:\n- Please bring your passport\n- You will see a presentation of our portfolio\n- A work permit is arranged by us",
            {"id"},
        ),
        (
            "The next steps:\n1. Please send us your passport copy by Friday.\n2. We write to you again.\n3. We draw up the contract and the tax form.",
            {"id"},
        ),
        (
            "We provide:\n- a laptop\n- a portfolio of benefits\n- references from former staff\n\nPlease send us your passport copy by Friday.",
            {"id"},
        ),
        (
            "To go on we still need:\n- your transcript\n- two references\n- the consent form",
            {"transcript", "references", "form"},
        ),
    ],
)
def test_what_a_list_asks_for(text: str, items: set[str]) -> None:
    assert set(days(text)) - {"presentation", "case-study"} == items


def test_a_day_above_a_list_is_that_of_its_rows() -> None:
    asked = days(
        "By Friday 6 March I need from you:\n\n1. your yes, in writing\n2. a copy of your passport\n3. two references\n"
    )
    assert asked["id"] == asked["references"] == date(2026, 3, 6)


@pytest.mark.parametrize(
    "text",
    [
        "By 20 March we make our decision on these:\n\n- please send your portfolio\n- please send your passport copy\n",
        "Please send by 20 March:\n\n- your transcript\n- your portfolio by 9 March\n",
    ],
)
def test_a_row_has_its_own_day_or_none_where_the_heading_asks_for_nothing(text: str) -> None:
    assert days(text)["portfolio"] != date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Please bring with you:", True),
        ("What to bring:", True),
        ("Bitte mitbringen:", True),
        ("We will bring:", False),
        ("What not to bring:", False),
        ("Your route:", None),
    ],
)
def test_a_heading_may_say_what_to_bring(text: str, *, asks: bool | None) -> None:
    assert heading(plain(text).split()) is asks
