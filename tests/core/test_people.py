"""Who is who: one person's several addresses, and names beside addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.core.people import is_same_person

LEE, LAURA = "lee.park@acme.example", "laura.park@acme.example"


@pytest.mark.parametrize(
    ("who", "address"),
    [
        (LEE, "Lee.Park@Acme.example"),
        (LEE, "lpark@acme.example"),
        (LEE, "l.park@acme.example"),
        (LEE, "lee_park@acme.example"),
        (LEE, "leepark@acme.example"),
        (LEE, "park.lee@acme.example"),
        (LEE, "lee.p@acme.example"),
        (LEE, "lpark+jobs@acme.example"),
        (LEE, "park@acme.example"),
        ("park@acme.example", LEE),
        ("lee.van.der.berg@acme.example", "lvanderberg@acme.example"),
        ("Dana Smith", "dana@lumora.example"),
        ("Dana Smith", "d.smith@lumora.example"),
        ("Dana Smith", "dana.smith@gmail.com"),
        ("Smith, Dana", "dsmith@lumora.example"),
        ("Dr. Dana M. Smith, PhD", "dsmith@lumora.example"),
        ("Dana Smith (she/her)", "dsmith@lumora.example"),
        ("Jürgen Groß-Müller", "juergen.gross-mueller@lumora.example"),
        ("Zoë O’Brien", "z.obrien@lumora.example"),
        ("Lea Engel", "leaengel@lumora.example"),
        ("Dana", "dana.smith@lumora.example"),
        ("dana@lumora.example", "Dana Smith"),
    ],
)
def test_they_spell_one_name(who: str, address: str) -> None:
    assert is_same_person(who, address, (who, "kim.roe@acme.example", "Kim Roe"))


@pytest.mark.parametrize(
    ("who", "address"),
    [
        (LEE, "lee.parker@acme.example"),
        (LEE, "lparker@acme.example"),
        (LEE, "k.park@acme.example"),
        (LEE, "kpark@acme.example"),
        (LEE, LAURA),
        (LEE, "lee.park2@acme.example"),
        (LEE, "lpark@other.example"),
        (LEE, "lpark@eu.acme.example"),
        (LEE, "lee@acme.example"),
        (LEE, "l.p@acme.example"),
        ("lee.park@gmail.com", "lpark@gmail.com"),
        ("lpark@acme.example", "leepark@acme.example"),
        ("lpark@acme.example", "park@acme.example"),
        ("Dana Smith", "dana.smithers@lumora.example"),
        ("Dana Smith", "smithers@lumora.example"),
        ("Dana Smith", "d@lumora.example"),
        ("Dana M. Smith", "msmith@lumora.example"),
        ("Info Desk", "info@lumora.example"),
        ("", "dana@lumora.example"),
        ("-", "-@lumora.example"),
        ("李明", "lee@lumora.example"),
        ("somebody from the team of Dana Smith", "smith@lumora.example"),
    ],
)
def test_they_do_not(who: str, address: str) -> None:
    assert not is_same_person(who, address)
    assert not is_same_person(address, who)


@pytest.mark.parametrize(
    ("who", "address", "others"),
    [
        ("l.park@acme.example", LAURA, (LAURA,)),
        (LEE, "l.park@acme.example", (LAURA,)),
        (LEE, "lpark@acme.example", ("Laura Park",)),
        (LEE, "park@acme.example", ("kim.park@acme.example",)),
        ("Dana Smith", "dana@lumora.example", ("Dana Roe",)),
        ("Dana Smith", "dana@lumora.example", ("dana.roe@lumora.example",)),
    ],
)
def test_where_it_may_be_another_it_is_not_known_whose(who: str, address: str, others: tuple[str, ...]) -> None:
    assert is_same_person(who, address)
    assert not is_same_person(who, address, (who, *others))


def test_who_is_known_by_name_and_by_address_is_one() -> None:
    assert is_same_person("Dana Smith", "dana@lumora.example", ("Dana Smith", "dana@lumora.example"))
    assert is_same_person(LEE, "lpark@acme.example", (LEE, "Lee Park"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_that_stands_for_a_name_makes_it_fail(one: str, other: str) -> None:
    for address in (other, f"{other}@acme.example"):
        assert is_same_person(one, address) is is_same_person(address, one)


def test_one_name_alone_is_nobodys_at_free_mail() -> None:
    assert not is_same_person("Dana", "dana@gmail.com")
    assert not is_same_person("Dana Smith", "smith@gmail.com")
    assert is_same_person("Dana Smith", "dana.smith@gmail.com")
    assert is_same_person("Dana", "dana@acme.example")
