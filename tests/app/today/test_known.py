"""What is kept between pages never shows: Today is the same as if it were made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.support import POLICY, load

from sincerely.app.processes.questions import open_questions
from sincerely.app.today.known import Known
from sincerely.app.today.listing import today_of
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened
from sincerely.core.events import Heard, Thanked
from sincerely.store.base import Change, Store

START = datetime(2026, 3, 4, 20, tzinfo=UTC)
STORY = """
process acme employer="Acme" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13
2026-03-05 10:00 requested writing-sample by=2026-03-09
2026-03-06 09:00 agreed kim@uni.example
process bolt employer="Bolt" zone=Europe/Berlin country=DE
2026-03-03 09:00 interviewed petra@bolt.example
2026-03-06 09:00 rejected confidence=0.4
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as found:
        found.add([Change(told.header, told.events) for told in load(STORY)], START)
        yield found


@pytest.mark.slow
def test_today_is_what_it_is_anew_whatever_the_clock_does(store: Store) -> None:
    known = Known()
    for hours in (*range(0, 24 * 21, 5), 3, 100, 24 * 60):  # backwards too
        now = START + timedelta(hours=hours)
        assert today_of(store, now, POLICY, known) == today_of(store, now, POLICY)
        seen = known.look(store, POLICY)
        assert open_questions(store, now, seen) == open_questions(store, now)
        store.sweep(now)


def test_it_is_forgotten_when_something_is_added_renamed_or_judged_otherwise(store: Store) -> None:
    known, now = Known(), START + timedelta(days=1)
    acme = load(STORY)[0].header
    before = today_of(store, now, POLICY, known)
    store.add([Change(acme, [Thanked(at=now, who=("dana@acme.example",))])], now)
    thanked = today_of(store, now, POLICY, known)
    assert len(thanked.owed) == len(before.owed) - 1
    store.set_header(replace(acme, employer="Acme & Sons"), now)
    assert today_of(store, now, POLICY, known) == today_of(store, now, POLICY) != thanked
    strict = load_policy("strict")
    assert today_of(store, now, strict, known) == today_of(store, now, strict)
    # An event of one process bears on the others: it is theirs to be forgotten too.
    store.add([Change(replace(acme, id="acme-2"), [Heard(at=now, asks=True)])], now)
    assert today_of(store, now, strict, known) == today_of(store, now, strict)


def test_nothing_is_loaded_or_reported_twice(store: Store) -> None:
    known = Known()
    first = today_of(store, START, POLICY, known)
    again = today_of(store, START + timedelta(seconds=1), POLICY, known)
    assert [a.process is b.process for a, b in zip(first.all, again.all, strict=True)] == [True] * len(first.all)
    assert [a.finding is b.finding for a, b in zip(first.all, again.all, strict=True)] == [True] * len(first.all)
