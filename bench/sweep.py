"""A sweep over a million stored processes of which one in a hundred is due: the plan, the time, and what it touched.

    PYTHONPATH=src:. python bench/sweep.py [--rows 1000000] [--database sqlite|postgresql] [--in-one 40]

The processes are stories in the timeline notation, moved in time; each stored ``wake_at`` is what the engine says of
it, and the sweep judges with every rule and the default policy. They belong to tenants of 100 candidates with
``--in-one`` processes each, so that each is judged among the candidate's others. PostgreSQL is started for the
occasion, with its durability switched on, and entered as the application's role.
"""

from __future__ import annotations

import argparse
import itertools
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from tests.scratch import left_behind, scratch
from tests.store.postgres import OWNER, Postgres, running

from sincerely.app.today.policies import load_policy
from sincerely.app.today.reporting import report_process, state_of
from sincerely.core.events import Event
from sincerely.core.fold import fold
from sincerely.core.process import Process
from sincerely.core.timeline import parse
from sincerely.store.base import Judged
from sincerely.store.database import Database
from sincerely.store.judging import judged_values, sweep_all
from sincerely.store.opening import open_database, sqlite_url
from sincerely.store.rows import event_values, header_values, to_micros
from sincerely.store.sqlite_statements import STATEMENTS

NOW = datetime(2026, 3, 10, 15, tzinfo=UTC)
STORED = NOW - timedelta(days=1)
CANDIDATES_OF_A_TENANT = 100
BATCH = 20_000
STORIES = """
process interviewed employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-02-16 10:00 applied
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-04 17:30 thanked dana@acme.example
2026-03-05 10:00 requested writing-sample by=2026-03-09
2026-03-06 09:00 submitted writing-sample
process silent employer="Bolt Ltd" role="Analyst" zone=Europe/Berlin country=DE-BE
2026-02-16 10:00 applied
2026-02-17 10:00 acknowledged no-reply@bolt.example
2026-02-24 10:00 heard sam@bolt.example asks=yes
2026-02-24 12:00 wrote sam@bolt.example purpose=reply
process referred employer="Curio Inc" role="Editor" zone=Europe/London country=GB
2026-02-16 10:00 applied
2026-03-03 10:00 requested references count=2 by=2026-03-12
2026-03-03 11:00 asked kim@uni.example
2026-03-04 09:00 agreed kim@uni.example
process refused employer="Dune plc" role="Planner" zone=Europe/London country=GB
2026-01-16 10:00 applied
2026-02-02 09:00 scheduled pat@dune.example start="2026-02-04 14:00" end="2026-02-04 15:00"
2026-02-04 17:30 thanked pat@dune.example
2026-02-20 09:00 rejected
2026-02-22 09:00 asked-why pat@dune.example
"""


def judge(process: Process, now: datetime) -> Judged:
    report = report_process(process, now, load_policy("default"))
    return Judged(report.wake_at, bool(report.findings), state_of(process, now))


@dataclass
class Asked:
    """A judge that counts, and knows how long it was at work."""

    count: int = 0
    seconds: float = 0.0

    def __call__(self, process: Process, now: datetime) -> Judged:
        begun = time.process_time()
        judged = judge(process, now)
        self.count += 1
        self.seconds += time.process_time() - begun
        return judged


@dataclass(frozen=True)
class Story:
    """A process as it is stored, but for its name."""

    header: dict[str, Any]
    judged: dict[str, Any]
    events: list[dict[str, Any]]


def moved(event: Event, by: timedelta) -> Event:
    """Return the event with every instant and day moved."""
    changed: dict[str, Any] = {
        field.name: value + by for field in fields(event) if isinstance(value := getattr(event, field.name), datetime)
    }
    return replace(event, **changed)


def stories() -> tuple[list[Story], list[Story]]:
    """Return stories that are due at NOW, and those that are not."""
    due: list[Story] = []
    rest: list[Story] = []
    for timeline in parse(STORIES, "bench"):
        for hours in range(-24 * 60, 24, 7):
            events = [moved(event, timedelta(hours=hours)) for event in timeline.events]
            judged = judged_values(fold(timeline.header, events), judge, STORED)
            made = Story(header_values(timeline.header), judged, [event_values(event) for event in events])
            wakes = judged["wake_at"]
            (due if wakes is not None and wakes <= to_micros(NOW) else rest).append(made)
    return due, rest


def rows(count: int, in_one: int) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield each process's row and its events' rows; one in a hundred is due."""
    due, rest = stories()
    for number in range(count):
        pool = due if number % 100 == 37 else rest
        story = pool[number * 7919 % len(pool)]
        candidate = number // in_one
        owner = {"tenant": f"agency{candidate // CANDIDATES_OF_A_TENANT}", "candidate": f"c{candidate}"}
        name = f"p{number}"
        head = {**owner, **story.header, **story.judged, "id": name}
        yield head, [{**owner, **event, "process": name, "added_at": 0} for event in story.events]


def fill_sqlite(path: Path, count: int, in_one: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        made = rows(count, in_one)
        while batch := list(itertools.islice(made, BATCH)):
            connection.execute("BEGIN")
            connection.executemany(STATEMENTS["process_add"], [head for head, _ in batch])
            connection.executemany(STATEMENTS["event_add"], [event for _, events in batch for event in events])
            connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def fill_postgresql(url: str, count: int, in_one: int) -> None:
    """As the server's administrator: whom row-level security does not bind, and who may COPY."""
    with psycopg.connect(url, autocommit=True) as connection:
        made = rows(count, in_one)
        while batch := list(itertools.islice(made, BATCH)):
            copy(connection, "process", [head for head, _ in batch])
            copy(connection, "event", [event for _, events in batch for event in events])
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def copy(connection: psycopg.Connection, table: str, batch: Sequence[dict[str, Any]]) -> None:
    names = list(batch[0])
    statement = psycopg.sql.SQL("COPY {} ({}) FROM STDIN").format(
        psycopg.sql.Identifier(table), psycopg.sql.SQL(", ").join(map(psycopg.sql.Identifier, names))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as writer:
        for row in batch:
            writer.write_row([row[name] for name in names])


@contextmanager
def sqlite(count: int, in_one: int) -> Iterator[Database]:
    for left in left_behind("sweep"):
        shutil.rmtree(left, ignore_errors=True)
    folder = scratch("sweep")
    try:
        path = folder / "store.sqlite"
        database = open_database(sqlite_url(path))
        fill_sqlite(path, count, in_one)
        print(f"  {path.stat().st_size / 2**20:,.0f} MB")
        with closing(sqlite3.connect(path)) as connection:
            for name in ("due", "process_due"):
                sql = STATEMENTS[name]
                values = dict.fromkeys(re.findall(r":(\w+)", sql), 1) | {"candidates": "[]"}
                for step in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values):
                    print(f"  plan of {name}: {step[3]}")
        yield database
        database.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgresql(count: int, in_one: int) -> Iterator[Database]:
    durable = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "shared_buffers": "256MB"}
    with running(**durable, max_wal_size="8GB") as server:
        name = server.database()
        fill_postgresql(server.url(name, "postgres"), count, in_one)
        explain(server, name)
        database = open_database(server.url(name))
        yield database
        database.close()


def explain(server: Postgres, name: str) -> None:
    with psycopg.connect(server.url(name, OWNER)) as connection:
        [[size]] = connection.execute("SELECT pg_database_size(current_database())").fetchall()
        print(f"  {size / 2**20:,.0f} MB")
        [[body]] = connection.execute("SELECT prosrc FROM pg_proc WHERE proname = 'sincerely_due'").fetchall()
        query = body.replace("<= now", f"<= {to_micros(NOW)}").replace("LIMIT most", "LIMIT 1000")
        for [line] in connection.execute(f"EXPLAIN (ANALYZE, BUFFERS) {query}"):
            print(f"  plan of due: {line}")


def measure(database: Database, limit: int) -> None:
    asked = Asked()
    begun, worked = time.perf_counter(), time.process_time()
    steps = list(iter(lambda: len(sweep_all(database, asked, NOW, limit)), 0))
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    print(f"  swept {sum(steps):,} in {len(steps)} steps: {seconds:.2f} s, {sum(steps) / seconds:,.0f} a second;")
    print(f"  of the processor this program took {worked:.2f} s, of which the rules {asked.seconds:.2f} s;")
    print(f"  it judged {asked.count:,}")
    begun = time.perf_counter()
    assert sweep_all(database, asked, NOW, limit) == []
    print(f"  again, nothing being due: {(time.perf_counter() - begun) * 1000:.2f} ms")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--in-one", type=int, default=40, help="how many processes a candidate has")
    options.add_argument("--limit", type=int, default=1000, help="how many a step takes at most")
    chosen = options.parse_args()
    begun = time.perf_counter()
    print(f"{chosen.rows:,} processes, {chosen.in_one} of each candidate, on {chosen.database}")
    with (sqlite if chosen.database == "sqlite" else postgresql)(chosen.rows, chosen.in_one) as database:
        print(f"  stored in {time.perf_counter() - begun:.0f} s")
        measure(database, chosen.limit)


if __name__ == "__main__":
    main()
