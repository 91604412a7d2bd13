"""A message's way from draft to sent: which step may follow which, and what an approval is worth."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sincerely.core.events import Heard, Thanked
from sincerely.core.outbound import LIVE, STEPS, CannotStep, Dispatch, State, Step, Text, number_in
from sincerely.core.standing import Holds, standing

DESIGN = Path(__file__).parents[2] / "docs" / "design.md"
NOW = datetime(2026, 3, 5, 15, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TEXT = Text(to=("dana@acme.example",), subject="Thank you", body="Dear Dana,\n\nThank you.")
MESSAGE = Dispatch(process="acme", text=TEXT, digest=TEXT.digest, message_id="<a@x.example>", changed_at=NOW)
APPROVED = MESSAGE.after(Step.APPROVE, NOW, approved_at=NOW, not_before=NOW + HOUR)
NEWS = Heard(at=NOW - DAY, who=("dana@acme.example",), source="<9@acme.example>")
OURS = Thanked(at=NOW, who=("lee@acme.example",), source="<b@x.example>")


@pytest.mark.parametrize(
    ("message", "since", "at", "holds"),
    [
        (APPROVED, (), NOW, Holds.EARLY),
        (APPROVED, (), NOW + HOUR, Holds.NOW),
        (APPROVED, (), NOW + HOUR + DAY - timedelta(microseconds=1), Holds.NOW),
        (APPROVED, (), NOW + HOUR + DAY, Holds.LAPSED),
        (APPROVED, (NEWS,), NOW, Holds.OVERTAKEN),
        (APPROVED, (NEWS,), NOW + 2 * HOUR, Holds.OVERTAKEN),
        (APPROVED, (OURS,), NOW + 2 * HOUR, Holds.NOW),
        (APPROVED, (OURS, NEWS), NOW + 2 * HOUR, Holds.OVERTAKEN),
        (replace(APPROVED, digest="0" * 64), (), NOW + 2 * HOUR, Holds.TAMPERED),
        (MESSAGE, (), NOW, Holds.NOT),
        (APPROVED.after(Step.CLAIM, NOW), (), NOW + 2 * HOUR, Holds.NOT),
        (APPROVED.after(Step.WITHDRAW, NOW), (), NOW + 2 * HOUR, Holds.NOT),
    ],
)
def test_what_an_approval_is_worth(message: Dispatch, since: tuple[Heard], at: datetime, holds: Holds) -> None:
    found = standing(message, since, frozenset({"<b@x.example>"}), at)
    assert found.holds is holds
    assert found.over is (holds in {Holds.LAPSED, Holds.OVERTAKEN, Holds.TAMPERED})


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_a_step_that_is_not_in_the_table_changes_nothing(state: State, step: Step) -> None:
    message = replace(APPROVED, state=state)
    if (state, step) in STEPS:
        assert message.after(step, NOW).state is STEPS[state, step]
    else:
        with pytest.raises(CannotStep, match="nothing was changed"):
            message.after(step, NOW)


def test_the_picture_shows_the_table() -> None:
    drawn = re.findall(r"^    (\w+) --> (\w+): (\w+)$", DESIGN.read_text("utf-8"), re.MULTILINE)
    assert sorted(drawn) == sorted((str(state), str(to), str(step)) for (state, step), to in STEPS.items())


def test_nothing_leads_away_from_sent() -> None:
    assert not [step for state, step in STEPS if state is State.SENT]
    assert State.SENT not in LIVE
    assert {state for (_, step), state in STEPS.items() if step is Step.CLAIM} == {State.CLAIMED}
    assert [state for state, step in STEPS if step is Step.CLAIM] == [State.APPROVED]


@pytest.mark.parametrize(
    "other",
    [
        replace(TEXT, to=("lee@acme.example",)),
        replace(TEXT, cc=("lee@acme.example",)),
        replace(TEXT, subject="Thank you "),
        replace(TEXT, body=TEXT.body + "\n"),
        replace(TEXT, in_reply_to="<1@acme.example>"),
        replace(TEXT, references=("<1@acme.example>",)),
        replace(TEXT, attach=("the sample",)),
        replace(TEXT, to=(), cc=("dana@acme.example",)),
    ],
)
def test_a_digest_is_of_every_part(other: Text) -> None:
    assert other.digest != TEXT.digest


@pytest.mark.parametrize(
    ("name", "letter", "number"),
    [
        ("d3", "d", 3),
        ("D12", "d", 12),
        ("3", "d", 3),
        ("o3", "d", None),
        ("o3", "o", 3),
        ("d", "d", None),
        ("", "o", None),
    ],
)
def test_names(name: str, letter: str, number: int | None) -> None:
    assert number_in(name, letter) == number  # type: ignore[arg-type]  # one of the two
