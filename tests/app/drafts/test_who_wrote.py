"""How things stand is asked of who wrote last for the employer; and a name is taken the right way round."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.support import load, process_of

from sincerely.app.drafts.drafting import Plain, Wish, drafts
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.facts.situation import Style
from sincerely.writing.words.names import person_of

STORY = """process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled    lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00" source=<1@acme.example>
2026-03-05 09:00 promised     by=2026-03-13 source=<2@acme.example>
process hooli employer="Hooli" role="Clerk" zone=America/New_York country=US
2026-03-09 09:00 offered      jo@hooli.example by=2026-03-20
"""
NAMED = "2026-03-05 09:00 prefers kim@acme.example contact=kim@acme.example\n"


@dataclass(frozen=True)
class Mailed(Plain):
    """A background that knows who wrote which mail."""

    def sender(self, source: str) -> str:
        return {"<1@acme.example>": "anna.kern@acme.example", "<2@acme.example>": "anna.kern@acme.example"}.get(
            source, ""
        )


def _to(code: str, story: str = STORY, who: str = "") -> str:
    timelines = load(story)
    acme = process_of(timelines[0], timelines)
    [made] = drafts(acme, code, Mailed(style=Style(name="Robin Vale")), Wish(who))
    assert isinstance(made, Draft)
    return made.to


@pytest.mark.parametrize("code", ["WAIT003", "OFF002"])
def test_it_goes_to_who_wrote_last(code: str) -> None:
    assert _to(code) == "anna.kern@acme.example"
    assert _to(code, who="lee@acme.example") == "lee@acme.example"


def test_whom_they_named_for_questions_is_asked() -> None:
    assert _to("WAIT003", STORY.replace("process hooli", f"{NAMED}process hooli")) == "kim@acme.example"


@pytest.mark.parametrize(
    ("address", "shown", "full"),
    [
        ("anna.kern@acme.example", "Kern Anna", "Anna Kern"),
        ("anna.kern@acme.example", "Anna Kern", "Anna Kern"),
        ("salma.rose@acme.example", "Salma Rose", "Salma Rose"),
        ("thomas.frank@acme.example", "Frank Thomas", "Frank Thomas"),  # both are first names: as it is shown
        ("hr1@acme.example", "Kern Anna", "Kern Anna"),
    ],
)
def test_a_family_name_that_comes_first(address: str, shown: str, full: str) -> None:
    assert person_of(address, shown).full == full
