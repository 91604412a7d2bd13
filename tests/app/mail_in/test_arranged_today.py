"""What Today makes of a time that was agreed on by two mails, and of one of which it is asked whether it was moved."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from tests.app.conftest import Run
from tests.app.mail_in.test_arranging import ME, ONE, mail, proposed, reply

AFTER = "2026-12-03T16:00+00:00"
MOVE = "We need to reschedule our Thursday conversation. What times could you do on Monday?"


@pytest.mark.parametrize("order", list(permutations(range(2))))
@pytest.mark.parametrize("at_once", [True, False])
def test_the_interview_that_was_agreed_on_is_held_and_thanked_for(
    run: Run, tmp_path: Path, order: tuple[int, ...], *, at_once: bool
) -> None:
    mails = [proposed(ONE), reply("Thursday at 2 works for me.")]
    for number, place in enumerate(order):
        path = tmp_path / ("mail" if at_once else f"mail{number}")
        path.mkdir(exist_ok=True)
        (path / f"{number}.eml").write_text(mails[place])
        if not at_once:
            run("sync", path, "--me", ME)
    if at_once:
        run("sync", tmp_path / "mail", "--me", ME)
    said = run("today", "--at", AFTER).stdout
    assert "Note what was said in the interview of Thursday 3 December" in " ".join(said.split())
    assert "unsure" not in said
    assert "0 new events" in run("sync", "--me", ME).stdout


def test_the_question_comes_first_and_nothing_is_late(run: Run, tmp_path: Path) -> None:
    for number, text in enumerate((proposed(ONE), reply("Yes, that suits me."), mail(3, MOVE, to=2)), 1):
        (tmp_path / f"{number}.eml").write_text(text)
        run("sync", tmp_path / f"{number}.eml", "--me", ME)
    asked = run("questions", "--json").stdout
    assert '"moved"' in asked
    said = run("today", "--at", "2026-12-05T12:00+00:00").stdout
    assert said.index("unsure") < said.index("REF001")
    assert "THX" not in said
    assert "WAIT002" not in said
    assert "WAIT004" in said
    [question] = [json.loads(line) for line in asked.splitlines()]
    run("answer", question["id"], "yes")
    assert "WAIT004" in run("today", "--at", "2026-12-05T12:00+00:00").stdout
