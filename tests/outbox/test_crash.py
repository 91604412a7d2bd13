"""Some fifty of the crash table's kills; `make soak` does a thousand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.store.judges import judge
from tests.store.postgres import Postgres

from sincerely.core.outbound import State
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

from .crash import (
    BOUNDARIES,
    COMBINATIONS,
    LATER,
    Case,
    Place,
    Row,
    Workers,
    approved,
    kill_once,
    mail_server,
    table,
    workers,
)
from .server import Server
from .soak import KILLS

SOME = 2 * len(BOUNDARIES)  # every boundary, alone and with a second sender


@pytest.fixture(scope="module")
def processes() -> Iterator[Workers]:
    with workers() as made:
        yield made


@pytest.fixture
def server() -> Iterator[tuple[Server, Path]]:
    with mail_server() as made:
        yield made


def kill(numbers: range, url: str, server: tuple[Server, Path], processes: Workers) -> list[Row]:
    def opened(candidate: str) -> SqlStore:
        return open_store(url, "home", candidate, judge)

    place = Place(url, opened, *server, processes)
    rows = [kill_once(Case.numbered(n), place) for n in numbers]
    sys.stdout.write(f"{table(rows)}\n")
    return rows


def test_every_combination_comes_in_turn() -> None:
    cases = [Case.numbered(number) for number in range(COMBINATIONS)]
    found = {(case.boundary, case.copies, case.pair, case.by_itself) for case in cases}
    assert len(found) == COMBINATIONS < KILLS / 2
    assert {case.boundary for case in cases[:SOME]} == set(BOUNDARIES)


@pytest.mark.slow
def test_killed_on_sqlite(tmp_path: Path, server: tuple[Server, Path], processes: Workers) -> None:
    rows = kill(range(SOME), sqlite_url(tmp_path / "store.sqlite"), server, processes)
    found = {(row.case.boundary, row.found) for row in rows if not row.case.pair}
    assert ("before the claim", State.APPROVED) in found
    assert ("claimed written", State.APPROVED) in found
    assert ("confirmed", State.SENT) in found
    for boundary in (
        "claimed",
        "EHLO",
        "STARTTLS",
        "AUTH",
        "DATA",
        "before the dot",
        "TEXT",
        "TAKEN",
        "answered",
        "sent written",
    ):
        assert (boundary, State.UNKNOWN) in found


@pytest.mark.slow
def test_many_senders_at_once(tmp_path: Path, server: tuple[Server, Path], processes: Workers) -> None:
    """Nobody is killed, and nobody stands still: whoever comes first sends it."""
    url = sqlite_url(tmp_path / "store.sqlite")
    store = approved(open_store(url, "home", "robin", judge), "Thank you")
    job: dict[str, Any] = {"url": url, "candidate": "robin", "name": "o1", "now": LATER.isoformat(), "stop": ""}
    job |= {"port": server[0].port, "ca": str(server[1])}
    ended = [processes.wait(pid) for pid in [processes.start(**job) for _ in range(6)]]
    assert sorted(ended) == [0, 3, 3, 3, 3, 3]
    assert len(server[0].taken) == 1
    assert store.outgoings()[0].state is State.SENT


@pytest.mark.slow
def test_killed_on_postgres(
    postgres: Postgres, postgres_database: str, server: tuple[Server, Path], processes: Workers
) -> None:
    kill(range(1, SOME, 2), postgres.url(postgres_database), server, processes)
