"""Every event can be said in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sincerely.app.today.today import _DEEDS
from sincerely.app.today.wording import headline
from sincerely.core.events import Event, Heard, Offered, Prefers, Promised, Rejected, Requested, Scheduled, Wrote
from sincerely.core.header import Header
from sincerely.core.verbs import KINDS

HEADER = Header(id="acme", employer="Acme", zone="America/New_York")
NOW = datetime(2026, 3, 4, 15, tzinfo=UTC)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.verb)
def test_every_verb_has_words(kind: type[Event]) -> None:
    for who in ((), ("dana@acme.example",)):
        words = headline(kind(at=NOW, who=who), HEADER)
        assert words[0].isupper() or words.startswith("dana@")
        assert "{" not in words


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            Wrote(at=NOW, who=("a@b.example",), purpose="check-in", channel="phone"),
            "You checked in with a@b.example (phone)",
        ),
        (Heard(at=NOW, who=("a@b.example",), asks=True), "a@b.example wrote and asked you something"),
        (Promised(at=NOW, by=date(2026, 3, 13)), "They said when they will decide: by Fri 13 March"),
        (
            Requested(at=NOW, who=("writing-sample",), by=date(2026, 3, 9)),
            "They asked for your writing sample, by Mon 9 March",
        ),
        (Requested(at=NOW, who=("id",), how="bring"), "They asked you to bring id"),
        (Offered(at=NOW, by=date(2026, 3, 9)), "They offered you the job, by Mon 9 March"),
        (Rejected(at=NOW, reason="no budget"), "They said no: no budget"),
        (Prefers(at=NOW, calls=False, contact="p@b.example"), "What they wish: no calls, questions to p@b.example"),
        (Scheduled(at=NOW, start=NOW, end=NOW), "Interview fixed: Wed 4 March, 10:00–10:00"),
    ],
    ids=lambda value: getattr(value, "verb", ""),
)
def test_details_are_said(event: Event, words: str) -> None:
    assert headline(event, HEADER) == words


def test_the_weeks_deeds_are_verbs_that_can_be_said() -> None:
    assert set(_DEEDS) <= set(KINDS)
