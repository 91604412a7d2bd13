"""Whoever is killed while writing leaves whole transactions, and the next run adds the rest."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from sincerely.core.events import Agreed
from sincerely.core.header import Header
from sincerely.store.base import Change, Message
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

from .judges import MINUTE, NOW, judge
from .programs import start_python

ROUNDS, PROCESSES = 72, 4
# Writes a line before each transaction, so that whoever kills it knows how far it is.
WRITER = """
import signal
import sys
from pathlib import Path
from tests.store.test_killed import ROUNDS, one_round, open_at
store = open_at(Path(sys.argv[1]))
for number in range(ROUNDS):
    print(number, flush=True)
    one_round(store, number)
signal.pause()
"""


def open_at(path: Path) -> SqlStore:
    return open_store(sqlite_url(path), "home", "robin", judge)


def one_round(store: SqlStore, number: int) -> None:
    """Add one event to each process, and the mail that shows it, as a sync does."""
    who = f"{number}@uni.example"
    agreed = Agreed(at=NOW + number * MINUTE, who=(who,), source=who)
    with store.transaction():
        store.add([Change(Header(id=f"p{n}"), [agreed]) for n in range(PROCESSES)], NOW)
        store.add_messages([Message(source="mbox", key=who, digest=f"{number:032x}", kind="request", process="p0")])
        store.save_source("mbox", {"round": number}, NOW)


def assert_whole(store: SqlStore) -> int:
    """Check that rounds are there as wholes; return how many."""
    counts = store.counts()
    rounds = counts["messages"]
    assert counts["events"] == rounds * PROCESSES
    state = store.source_state("mbox")
    assert state is None if rounds == 0 else state == {"round": rounds - 1}
    for summary in store.summaries():
        process = store.process(summary.header.id)
        assert process is not None
        assert len(process.told) == summary.events == rounds
        assert len(process.around) == rounds * (PROCESSES - 1)
        judged = judge(process, NOW)
        assert (summary.wake_at, summary.holds, summary.state) == (judged.wake_at, judged.holds, judged.state)
    return rounds


# After so many lines, and the line may be written while the transaction before it is still under way.
@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 2, 7, 19, 40])
def test_killed_in_the_middle(tmp_path: Path, after: int) -> None:
    path = tmp_path / "store.sqlite"
    open_at(path).close()
    with start_python(WRITER, path) as writer:
        assert writer.stdout is not None
        for _ in range(after):
            assert writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
    assert writer.returncode == -signal.SIGKILL
    store = open_at(path)
    done = assert_whole(store)
    assert after - 1 <= done <= ROUNDS
    for number in range(ROUNDS):
        one_round(store, number)
    assert assert_whole(store) == ROUNDS


@pytest.mark.slow
def test_killed_while_the_tables_are_made(tmp_path: Path) -> None:
    for delay in range(6):
        path = tmp_path / f"store{delay}.sqlite"
        opens = f"""
import os, signal, sqlite3
from pathlib import Path
from sincerely.store.opening import open_database, sqlite_url
from sincerely.store import sqlite_database
left = [{delay * 4}]
def traced(statement):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
connect = sqlite_database.SqliteDatabase.connect
def spied(self):
    connection = connect(self)
    connection.set_trace_callback(traced)
    return connection
sqlite_database.SqliteDatabase.connect = spied
open_database(sqlite_url(Path({str(path)!r})))
"""
        with start_python(opens) as killed:
            killed.wait()
        assert killed.returncode == -signal.SIGKILL
        store = open_at(path)
        one_round(store, 0)
        assert assert_whole(store) == 1
