"""The part of a house behind a title, whose own title it is, and lists of several openings."""

from __future__ import annotations

import pytest

from sincerely.reading.linking.role_part import (
    are_of_two_parts,
    is_bearers,
    is_in_full,
    lists_several,
    signed_with,
    with_part,
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We have your application for Site Engineer, Rail Bridges and are glad of it.", "Site Engineer, Rail Bridges"),
        ("Attached is the offer: Site Engineer, Rail, with the usual terms.", "Site Engineer"),
        ("We are looking for a Site Engineer, Rail.", "Site Engineer, Rail"),
        ("You will meet Site Engineer, Rail lead and others.", "Site Engineer"),
        ("You applied for Site Engineer, Maya Roth and I have read it.", "Site Engineer"),
        ("Thank you for applying as Site Engineer, London.", "Site Engineer"),
        ("You applied as Site Engineer, Thursday at the latest we write.", "Site Engineer"),
        ("You applied for Site Engineer, Thank you.", "Site Engineer"),
        ("You applied for Site Engineer, JR88120.", "Site Engineer"),
        ("You applied as Site Engineer, CDL.", "Site Engineer"),
        ("It is about the position of Site Engineer, Leeds Office.", "Site Engineer"),
        ("You applied as Site Engineer, Full Time.", "Site Engineer"),
        ("Es geht um die Stelle als Site Engineer, Standort Kempten.", "Site Engineer"),
        ("You applied as Site Engineer, Maternity Cover.", "Site Engineer"),
        ("You applied as Site Engineer, Contract Law.", "Site Engineer, Contract Law"),
        ("You applied as Site Engineer, Remote Sensing.", "Site Engineer, Remote Sensing"),
        ("You applied as Site Engineer, House of Larch Pharma.", "Site Engineer"),
    ],
)
def test_the_part_of_the_house_may_stand_in_the_sentence_alone(text: str, title: str) -> None:
    assert with_part("Site Engineer", "Your application", text, ["Larch Pharma", "Maya Roth"]) == title


def test_two_parts_of_a_house_have_two_openings() -> None:
    assert are_of_two_parts("Site Engineer, Rail", "Site Engineer, Roads")
    assert not are_of_two_parts("Site Engineer, Rail", "Site Engineer, Rail Bridges")
    assert not are_of_two_parts("Site Engineer", "Site Engineer, Rail")
    assert not are_of_two_parts("Nurse, Full Time", "Nurse, Night Shift")
    assert not are_of_two_parts("Site Engineer, Rail", "Site Manager, Roads")


def test_what_somebody_is_who_is_named_with_it_is_no_opening() -> None:
    assert is_bearers("Ida Holm, Staff Engineer", ["Ida Holm"])
    assert is_bearers("Staff Engineer Ida Holm", ["Ida Holm"])
    assert not is_bearers("Staff Engineer, Holm Bridges", ["Ida Holm"])
    assert not is_bearers("Site Engineer, Ida", ["Ida"])  # one word may be a house's


def test_what_somebody_signs_with_in_a_quote_is_found() -> None:
    text = "> Hi Robin,\n> how was it?\n>\n> Jo Lane (she/her)\n> Consultant, Software Engineering\n> Fern Search\n"
    [(begin, stop)] = signed_with(text, ["Jo Lane", "Robin Vale"])
    assert text[begin:stop] == "> Consultant, Software Engineering\n"
    assert list(signed_with("Jo Lane spoke of a Software Engineer.", ["Jo Lane"])) == []
    assert list(signed_with("Jo\nSoftware Engineer\n", ["Jo"])) == []


def test_a_list_of_openings_is_of_none_of_them() -> None:
    assert lists_several([("1) Larch, Site Manager, 50k", "Site Manager"), ("2) Tarn, Cook", "Cook")])
    assert not lists_several([("1) Site Manager, 50k", "Site Manager"), ("2) Leeds", "Site Manager")])
    assert not lists_several([("The Site Manager will meet you.", "Site Manager"), ("You cook, as a Cook.", "Cook")])


def test_a_title_told_in_full_takes_the_place_of_the_team() -> None:
    assert is_in_full("Site Engineer, Rail Bridges", "Rail Bridges")
    assert not is_in_full("Site Engineer, Rail Bridges", "Site Engineer")
    assert not is_in_full("Site Engineer", "Rail Bridges")
    assert not is_in_full("Rail Bridges and Roads", "Rail Bridges")
