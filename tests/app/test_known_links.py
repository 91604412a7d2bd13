"""What a later mail adds to what is known of a process."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.known_links import completed
from sincerely.app.reading_mail import Said
from sincerely.core.header import Header
from sincerely.reading.linking import Clues

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
PRIYA = "priya@stroudlane.example"


def header(employer: str = "", role: str = "") -> Header:
    return Header(id="one", employer=employer, role=role, zone="America/New_York", country="US")


def by_agency(employer: str) -> Said:
    return Said(clues=Clues(via="agency", consultant=PRIYA, at=AT), employer=employer)


def test_a_role_is_filled_in_and_stays() -> None:
    assert completed(header("Acme"), Said(role="Data Analyst")).role == "Data Analyst"
    assert completed(header("Acme", "Data Analyst"), Said(role="Marketing Director")).role == "Data Analyst"


@pytest.mark.parametrize("before", ["", "Stroud Lane Partners", "Stroudlane"])
def test_an_agency_names_its_client_in_the_end(before: str) -> None:
    found = completed(header(before), by_agency("Fenwick & Dole"))
    assert (found.employer, found.via, found.consultant) == ("Fenwick & Dole", "agency", PRIYA)


@pytest.mark.parametrize(
    "said",
    [by_agency(""), Said(employer="Fenwick & Dole", clues=Clues(at=AT)), Said(employer="Fenwick & Dole")],
)
def test_else_the_employer_stays(said: Said) -> None:
    assert completed(header("Stroud Lane Partners"), said) == header("Stroud Lane Partners")


def test_an_employer_does_not_become_another_by_an_agencys_word() -> None:
    assert completed(header("Acme"), by_agency("Fenwick & Dole")) == header("Acme")
