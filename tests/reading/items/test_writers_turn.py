"""What the writer will see to is asked of nobody."""

from __future__ import annotations

import pytest
from tests.reading.statements.test_answer_wanted import reading

from sincerely.core.events import Requested
from sincerely.reading.items.writers_turn import is_writers_turn


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I'll get back to you on the salary question by Thursday.", True),
        ("I'll pass them on to the client tonight.", True),
        ("We've asked both your referees for a statement.", True),
        ("Die Gehaltsfrage kläre ich bis Donnerstag mit der Leitung.", True),
        ("Je reviens vers vous sur la question du salaire d'ici jeudi.", True),
        ("Je transmets vos diplômes au service du personnel.", True),
        ("I'll check your references once you have sent them.", False),
        ("We'll let you know by Friday, and please send us your start date.", False),
        ("I'll check with the team, so send two names.", False),
        ("We contacted your referees but one is still missing.", False),
        ("Ich prüfe das, sobald Ihre Zeugnisse da sind.", False),
        ("Je vérifie dès que vos diplômes arrivent.", False),
        ("Je vous saurais gré de nous transmettre les coordonnées de deux anciens employeurs d'ici à lundi.", False),
        ("Could you tell me what salary you want?", False),
    ],
)
def test_whose_turn_it_is(text: str, *, own: bool) -> None:
    assert is_writers_turn(text) is own


def _asked(text: str) -> list[tuple[str, ...]]:
    return [one.event.who for one in reading(text).events if isinstance(one.event, Requested)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We received your references. They were great. I'll send them to Raj by Friday.\n\nDana", []),
        ("Bonjour,\n\nJe reviens vers vous sur la question du salaire d'ici jeudi.\n\nDana", []),
        ("I'll get back to you on the contract. What salary do you expect?\n\nDana", [("salary",)]),
        ("I'll check with the team. Please send me two references.\n\nDana", [("references",)]),
    ],
)
def test_what_the_writer_sees_to_is_not_asked_for(text: str, asked: list[tuple[str, ...]]) -> None:
    assert _asked(text) == asked
