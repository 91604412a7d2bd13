"""What was closed only because nothing was heard: whatever is heard after all opens it again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.support import HEAD, load, process_of

from sincerely.core.events import Accepted, Closed, Event, Rejected, Withdrew
from sincerely.core.process import Process

CLOSING = datetime(2026, 3, 5, 14, tzinfo=UTC)
CLOSED = "2026-03-05 09:00 closed reason=silent\n"


def folded(lines: str) -> Process:
    [timeline] = load(HEAD + lines)
    return process_of(timeline)


@pytest.mark.parametrize(
    "word",
    [
        "heard d@a.example",
        "heard d@a.example asks=yes",
        "requested transcript",
        "assessed",
        "promised by=2026-04-10",
        'moved d@a.example start="2026-04-09 14:00"',
        "interviewed d@a.example",
        'scheduled d@a.example start="2026-04-09 14:00"',
        "offered by=2026-04-10",
    ],
)
@pytest.mark.parametrize("closed", [CLOSED, "2026-03-05 09:00 done WAIT005\n"])
def test_a_word_reopens_what_was_closed_as_silent(closed: str, word: str) -> None:
    process = folded(f"{closed}2026-04-01 09:00 {word}\n")
    assert process.outcome is None
    assert process.ended_before == CLOSING
    assert process.reopened is process.events[-1]


@pytest.mark.parametrize("word", ["heard asks=yes", "requested transcript", "assessed", "promised by=2026-04-10"])
@pytest.mark.parametrize("ended", ["rejected", "accepted", "withdrew", "closed", 'closed reason="too far away"'])
def test_a_word_does_not_reopen_what_somebody_decided(ended: str, word: str) -> None:
    process = folded(f"2026-03-05 09:00 {ended}\n2026-04-01 09:00 {word}\n")
    assert process.outcome is not None
    assert (process.reopened, process.ended_before) == (None, None)


@pytest.mark.parametrize("deed", ["wrote purpose=check-in", "acknowledged", "prefers back=2026-04-10", "told-why"])
def test_what_is_no_word_of_theirs_does_not_end_the_silence(deed: str) -> None:
    assert isinstance(folded(f"{CLOSED}2026-04-01 09:00 {deed}\n").outcome, Closed)


def test_a_word_before_the_closing_or_with_it_does_not_end_the_silence() -> None:
    assert isinstance(folded(f"{CLOSED}2026-03-05 09:00 heard\n2026-03-04 09:00 heard\n").outcome, Closed)


@pytest.mark.parametrize(("verb", "kind"), [("rejected", Rejected), ("accepted", Accepted), ("withdrew", Withdrew)])
def test_any_other_outcome_replaces_a_closing_as_silent(verb: str, kind: type[Event]) -> None:
    process = folded(f"{CLOSED}2026-04-01 09:00 {verb}\n")
    assert isinstance(process.outcome, kind)
    assert process.oddities == ()
    kept = folded(f'2026-03-05 09:00 closed reason="too far away"\n2026-04-01 09:00 {verb}\n')
    assert isinstance(kept.outcome, Closed)
    assert "Which one holds?" in kept.oddities[0].question
