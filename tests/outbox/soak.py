"""``make soak``: a thousand kills, half of them on SQLite and half on PostgreSQL; says how each ended."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.store.judges import judge
from tests.store.postgres import running

from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

from .crash import Case, Place, Row, kill_once, mail_server, table, workers

KILLS = 1000
_EVERY = 50


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder, running() as server:
        yield {
            "SQLite": sqlite_url(Path(folder) / "store.sqlite"),
            "PostgreSQL": server.url(server.database()),
        }


def soak(name: str, url: str, numbers: range) -> list[Row]:
    def opened(candidate: str) -> SqlStore:
        return open_store(url, "home", candidate, judge)

    rows: list[Row] = []
    with mail_server() as (server, ca), workers() as processes:
        for number in numbers:
            rows.append(kill_once(Case.numbered(number), Place(url, opened, server, ca, processes)))
            if len(rows) % _EVERY == 0:
                sys.stderr.write(f"{name}: {len(rows)} of {len(numbers)}\n")
    return rows


def main(kills: int) -> None:
    with databases() as urls:
        for name, url in urls.items():
            rows = soak(name, url, range(kills // len(urls)))
            sys.stdout.write(f"{name}: {table(rows)}\n\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)
