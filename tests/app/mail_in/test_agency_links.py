"""An agency's openings: who the consultant is, and when a client's name is taken for the employer's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sincerely.app.mail_in.known_links import completed
from sincerely.app.mail_in.reading_mail import Said
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues

JO = "jo@fernvale.example"
AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
DIRECT = Header(id="fern", employer="Fern Vale", role="Cook", zone="Europe/Dublin", country="IE")
THROUGH = Header(
    id="fern", employer="Fern Vale", role="Cook", zone="Europe/Dublin", country="IE", via="agency", consultant=JO
)


def said(via: str, employer: str = "", role: str = "", who: str = JO) -> Said:
    consultant = who if via == "agency" else ""
    clues = Clues(people=frozenset({who}), via=via, consultant=consultant, at=AT)
    return Said(clues=clues, employer=employer, role=role)


def test_an_agency_that_names_no_client_yet_is_known_as_one() -> None:
    found = completed(DIRECT, said("agency"))
    assert (found.via, found.consultant, found.employer) == ("agency", JO, "Fern Vale")
    # Who recruits for another house makes no agency of this one.
    assert completed(DIRECT, said("agency", who="sam@other.example")) == DIRECT


@pytest.mark.parametrize(
    ("message", "employer"),
    [
        (said("direct", "Globex"), "Globex"),
        (said("agency", "Globex", "Cook"), "Globex"),
        (said("direct", "Globex", who="dana@globex.example"), "Fern Vale"),
        (said("direct", "Fern Vale Recruitment"), "Fern Vale"),
        (said("direct", "Globex", "Forklift Driver"), "Fern Vale"),
    ],
)
def test_the_known_consultant_names_the_client_of_this_opening(message: Said, employer: str) -> None:
    found = completed(THROUGH, message)
    assert (found.employer, found.via, found.consultant) == (employer, "agency", JO)


def test_whom_a_consultant_only_mentions_is_not_the_client() -> None:
    unnamed = replace(THROUGH, employer="")
    assert completed(unnamed, said("agency", "Globex", "Cook")).employer == "Globex"
    assert completed(unnamed, replace(said("agency", "Globex", "Cook"), client=False)) == unnamed
    # That it is an agency is known all the same.
    found = completed(DIRECT, replace(said("agency", "Globex"), client=False))
    assert (found.via, found.employer) == ("agency", "Fern Vale")
