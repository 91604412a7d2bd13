"""The agency's own name is no employer's in what goes to its consultant."""

from __future__ import annotations

import pytest

from sincerely.core.header import Header
from sincerely.writing.told import _is_the_agencys


@pytest.mark.parametrize(
    ("employer", "via", "consultant", "agencys"),
    [
        ("Fern Vale", "agency", "jo@fernvale.example", True),
        ("Fern Vale Recruitment", "agency", "jo@fern-vale.example", True),
        ("Globex", "agency", "jo@fernvale.example", False),
        ("Fern Vale", "direct", "", False),
        ("", "agency", "jo@fernvale.example", False),
    ],
)
def test_an_agencys_name_is_told_from_its_clients(employer: str, via: str, consultant: str, *, agencys: bool) -> None:
    header = Header(id="one", employer=employer, via=via, consultant=consultant)
    assert _is_the_agencys(header) is agencys
