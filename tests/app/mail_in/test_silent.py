"""What an old mailbox's first import closes: what was silent for 45 days, once nothing is ahead any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.judges import judge
from tests.support import load, process_of

from sincerely.app.mail_in.silent import close_silent, silent_since
from sincerely.app.processes.exits import undo
from sincerely.core.events import Closed, Heard
from sincerely.store.base import Change
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

ACME = 'process acme employer="Acme Corp" zone=America/New_York country=US\n'
RECEIPT = "2026-10-01 09:00 acknowledged\n"
PROMISE = '2026-10-01 09:00 promised by=2026-12-20 quote="all told by 20 December"\n'
TRANSCRIPT = "2026-10-01 09:00 requested transcript by=2026-12-10\n"
IMPORTED = "2026-11-28 09:00"


def ended(lines: str, now: str) -> str | None:
    """Return when a process is closed as silent, as the employer's clock shows it."""
    [timeline] = load(ACME + lines)
    zone = timeline.header.tz
    at = silent_since(process_of(timeline), datetime.fromisoformat(now).replace(tzinfo=zone))
    return None if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def test_silent_for_forty_five_days_it_ended_when_they_were_over() -> None:
    assert ended(RECEIPT, "2026-11-15 07:59") is None
    assert ended(RECEIPT, "2026-11-15 08:00") == "2026-11-15 08:00"
    assert ended(RECEIPT, IMPORTED) == "2026-11-15 08:00"


@pytest.mark.parametrize(
    ("lines", "over"),
    [
        # Ten business days on, over Christmas and New Year.
        (PROMISE, "2027-01-05 09:00"),
        (TRANSCRIPT, "2026-12-11 00:00"),
        (PROMISE + TRANSCRIPT, "2027-01-05 09:00"),
        (TRANSCRIPT + "2026-10-02 09:00 submitted transcript\n", "2026-12-11 00:00"),
        ('2026-10-01 09:00 requested transcript by="2026-12-10 12:00"\n', "2026-12-10 12:00"),
        ("2026-10-01 09:00 offered by=2026-12-04\n", "2026-12-05 00:00"),
        # What is still to be settled is not past: an interview that may be one, and a date that may be meant.
        ('2026-10-01 09:00 scheduled start="2026-12-04 14:00" confidence=0.4\n', "2026-12-04 14:00"),
        (PROMISE.replace("quote", "confidence=0.4 quote"), "2027-01-05 09:00"),
    ],
)
def test_what_is_ahead_is_waited_for(lines: str, over: str) -> None:
    assert ended(RECEIPT + lines, IMPORTED) is None
    assert ended(RECEIPT + lines, over) == over
    assert ended(RECEIPT + lines, "2027-06-01 09:00") == over


def test_an_interview_ahead_is_waited_for_and_forty_five_days_after_it() -> None:
    interview = '2026-10-01 09:00 scheduled dana@acme.example start="2026-12-04 14:00" end="2026-12-04 15:00"\n'
    assert ended(RECEIPT + interview, IMPORTED) is None
    assert ended(RECEIPT + interview, "2027-06-01 09:00") == "2027-01-18 15:00"


def test_a_date_long_past_changes_nothing() -> None:
    assert ended(RECEIPT + "2026-10-01 09:00 promised by=2026-10-09\n", IMPORTED) == "2026-11-15 08:00"


def test_a_date_at_the_end_of_time_is_no_error() -> None:
    assert ended("9999-12-30 09:00 heard\n", IMPORTED) is None
    assert ended(RECEIPT + "2026-10-01 09:00 promised by=9999-12-31\n", IMPORTED) is None


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(sqlite_url(tmp_path / "store.sqlite"), "home", "robin", judge)
    yield store
    store.close()


def test_what_was_closed_opens_with_the_next_word_and_closes_with_its_undoing(store: SqlStore) -> None:
    now = datetime(2026, 11, 28, 9, tzinfo=UTC)
    busy = ACME.replace("acme", "busy")
    timelines = load(ACME + RECEIPT + busy + RECEIPT + PROMISE)
    store.add([Change(timeline.header, timeline.events) for timeline in timelines], now)
    deed = close_silent(store, ["acme", "busy", "gone"], now)
    assert deed is not None
    assert deed.label == "closed 1 process that had long been silent"
    [acme, other] = [store.process(name) for name in ("acme", "busy")]
    assert acme is not None
    assert isinstance(acme.outcome, Closed)
    assert other is not None
    assert other.outcome is None
    assert close_silent(store, ["acme", "busy"], now) is None
    heard = Heard(at=datetime(2026, 12, 1, 15, tzinfo=UTC), who=("dana@acme.example",), asks=True, source="mail")
    store.add([Change(acme.header, [heard])], heard.at)
    again = store.process("acme")
    assert again is not None
    assert again.outcome is None
    assert again.reopened == heard
    undo(store, heard.at)
    never = store.process("acme")
    assert never is not None
    assert (never.outcome, never.ended_before, never.reopened) == (None, None, None)
