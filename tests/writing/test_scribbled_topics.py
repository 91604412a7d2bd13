"""Scribbles of a thing and a figure, of a manner and of a tool's years stand in a sentence as one would say them."""

from __future__ import annotations

import pytest

from tests.writing.drafting import draft

HELD = """2026-03-02 09:00 scheduled    dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 interviewed  dana@acme.example
2026-03-04 16:00 debriefed dana@acme.example {}
"""


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ('topic="job scheduler, then lock order"', "about the job scheduler, then lock order"),
        ('topic="two vans carry everything"', "that two vans carry everything"),
        ('topic="all nurses rotate the wards"', "that all nurses rotate the wards"),
        ('topic="trial task, remote 3 days"', "about the trial task."),
        ('topic="twenty minute talk, stock errors"', "about the twenty-minute talk and stock errors"),
        ('topic="remote 3 days"', ": remote 3 days"),
        ('liked="brisk and clear"', "how brisk and clear you were"),
        ('liked="friendly but firm"', "how friendly but firm you were"),
        ('fit="no HRX but iPay nine years"', "nine years of iPay"),
        ('fit="SAP, six years"', "six years of SAP"),
        # what stays as it is
        ('topic="two tills of the old kind"', "about two tills of the old kind"),
        ('topic="most orders over the counter"', "about most orders over the counter"),
        ('topic="two interview rounds"', "about two interview rounds"),
        ('liked="quick feedback"', "the quick feedback"),
        ('fit="drove 11 years"', "I drove for 11 years"),
    ],
)
def test_a_scribble_is_said_as_one_would(note: str, said: str) -> None:
    assert said in " ".join(draft(HELD.format(note), "THX001", "dana@acme.example").body.split())
