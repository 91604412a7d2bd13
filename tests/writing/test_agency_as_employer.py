"""The agency's own name is no employer's in what goes to its consultant."""

from __future__ import annotations

import pytest

from sincerely.core.header import Header
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.saying.told import _is_the_agencys

from .drafting import HEAD, HELD, made


@pytest.mark.parametrize(
    ("employer", "via", "consultant", "agencys"),
    [
        ("Fern Vale", "agency", "jo@fernvale.example", True),
        ("Fern Vale Recruitment", "agency", "jo@fern-vale.example", True),
        ("Globex", "agency", "jo@fernvale.example", False),
        ("Fern Vale", "direct", "", False),
        ("", "agency", "jo@fernvale.example", False),
        ("ING", "agency", "jo@staffing.example", False),
        ("Art", "agency", "jo@artjobs.example", False),
        ("RVA", "agency", "jo@rva.example", True),
        ("Vale", "agency", "jo@fernvale.example", False),
    ],
)
def test_an_agencys_name_is_told_from_its_clients(employer: str, via: str, consultant: str, *, agencys: bool) -> None:
    header = Header(id="one", employer=employer, via=via, consultant=consultant)
    assert _is_the_agencys(header) is agencys


@pytest.mark.parametrize("employer", ["Fern Vale", "Acme Corp"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_consultant_is_not_thanked_for_an_interview_elsewhere(employer: str, language: str) -> None:
    to = "jo@fernvale.example"
    head = HEAD.replace("Acme Corp", employer) + f" via=agency consultant={to}"
    no = f"2026-03-20 09:00 rejected {to}\n"
    [found] = made(f"{head}\n{HELD}{no}", "BYE001", to, language=language)
    assert isinstance(found, Draft)
    assert "time that you gave" not in found.body
    assert "Zeit, die" not in found.body
