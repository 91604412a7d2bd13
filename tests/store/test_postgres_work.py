"""PostgreSQL's own: plans, rows that somebody else is at, and connections that break."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.sql import ClauseElement

from sincerely.core.events import Applied
from sincerely.core.header import Header
from sincerely.store.base import Change, Judged, StoreError
from sincerely.store.opening import open_store
from sincerely.store.statements import POSTGRESQL

from .contract import Open
from .judges import ACME, BOLT, NOW, changes, judge
from .postgres import APPLICATION, Postgres

pytestmark = pytest.mark.slow
WEEK = timedelta(days=7)

FILL = """
INSERT INTO process SELECT 'home', 'c' || n % 500, 'p' || n, '', '', 'UTC', 'US', 'direct', '', 'x', n % 100 = 0,
    CASE WHEN n % 100 = 0 THEN 5 ELSE 1000 + n END, 0, 0, 0 FROM generate_series(1, 20000) AS n
"""
VALUES = {"tenant": "home", "candidate": "c7", "candidates": '["c7", "c100"]', "now": 10, "most": 1000}


def plan(connection: psycopg.Connection, name: str) -> dict[str, str]:
    """Return the indices that a statement's plan uses, by the condition on each, and "Seq Scan" where it scans."""
    statement = POSTGRESQL[name]
    assert isinstance(statement, ClauseElement)
    sql = str(statement.compile(dialect=PGDialect_psycopg()))  # type: ignore[no-untyped-call]  # SQLAlchemy's
    [[found]] = connection.execute(f"EXPLAIN (FORMAT JSON) {sql}", VALUES).fetchall()
    nodes: dict[str, str] = {}

    def walk(node: dict[str, object]) -> None:
        if "Index Name" in node:
            nodes[str(node["Index Name"])] = str(node.get("Index Cond"))
        elif node["Node Type"] == "Seq Scan":
            nodes["Seq Scan"] = str(node["Relation Name"])
        for inner in node.get("Plans", []):  # type: ignore[attr-defined]  # a list
            walk(inner)

    walk(found[0]["Plan"])
    return nodes


@pytest.fixture
def many(postgres: Postgres, postgres_database: str) -> str:
    postgres.execute(FILL, postgres_database)
    postgres.execute("ANALYZE", postgres_database)
    return postgres_database


@pytest.mark.parametrize(
    ("name", "index", "condition"),
    [
        ("process_due", "ix_process_(wakes|due)", "wake_at <="),  # whichever holds fewer of other people's rows
        ("process_next_wake", "ix_process_wakes", "candidate ="),
        ("process_lively", "ix_process_holds", "candidate ="),
        ("process_lively", "ix_process_wakes", "wake_at <="),
    ],
)
def test_due_rows_are_found_by_their_index(
    postgres: Postgres, many: str, name: str, index: str, condition: str
) -> None:
    with psycopg.connect(postgres.url(many)) as connection:
        connection.execute("SELECT set_config('sincerely.tenant', 'home', false)")
        nodes = plan(connection, name)
    assert "Seq Scan" not in nodes
    assert any(re.fullmatch(index, name) and condition in found for name, found in nodes.items())


def test_the_worker_finds_due_rows_by_their_index(postgres: Postgres, many: str) -> None:
    """A function's plan is not shown where it is called: its statement is explained as the owner, whose it is."""
    with psycopg.connect(postgres.url(many, "sincerely_owner")) as connection:
        body = connection.execute("SELECT prosrc FROM pg_proc WHERE proname = 'sincerely_due'").fetchone()
        assert body is not None
        query = body[0].replace("<= now", "<= 10").replace("LIMIT most", "LIMIT 1000")
        [[found]] = connection.execute(f"EXPLAIN (FORMAT JSON) {query}").fetchall()
        assert '"Index Name": "ix_process_due"' in json.dumps(found)
        assert "Seq Scan" not in json.dumps(found)
    with psycopg.connect(postgres.url(many)) as connection:
        due = connection.execute("SELECT * FROM sincerely_due(10, 1000)").fetchall()
    assert len(due) == 200
    assert {tenant for tenant, _ in due} == {"home"}


def test_a_sweep_passes_over_what_another_is_at(postgres: Postgres, postgres_database: str, on_postgres: Open) -> None:
    store = on_postgres(judge=lambda _, now: Judged(now + WEEK, holds=False, state="x"))
    store.add([Change(Header(id=name), [Applied(at=NOW)]) for name in "abc"], NOW)
    with psycopg.connect(postgres.url(postgres_database)) as another:
        another.execute("SELECT set_config('sincerely.tenant', 'home', true)")
        another.execute("SELECT 1 FROM process WHERE id = 'b' FOR UPDATE")
        assert sorted(store.sweep(NOW + WEEK)) == ["a", "c"]
        assert store.sweep(NOW + WEEK) == []
    assert store.sweep(NOW + WEEK) == ["b"]


def test_a_broken_connection_is_told_and_the_next_one_works(postgres: Postgres, on_postgres: Open) -> None:
    store = on_postgres()
    store.add(changes(ACME), NOW)

    def interrupted() -> None:
        with store.transaction():
            store.add(changes(BOLT), NOW)
            postgres.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sincerely_app' AND xact_start < now()"
            )
            store.set_setting("after", 1)

    with pytest.raises(StoreError, match="try again"):
        interrupted()
    assert [summary.header.id for summary in store.summaries()] == ["acme"]


@pytest.mark.parametrize(
    ("part", "instead", "told"),
    [
        ("invented", "wrong", r"check .* the role, its password .*password authentication failed"),
        ("127.0.0.1:", "127.0.0.1:1", r"the server can't be reached"),
        ("127.0.0.1:", "127.0.0.1:x", r"the database's URL can't be read .*expected postgresql://"),
    ],
)
def test_a_database_that_does_not_open(
    postgres: Postgres, postgres_database: str, part: str, instead: str, told: str
) -> None:
    url = postgres.url(postgres_database)
    with pytest.raises(StoreError, match=told) as caught:
        open_store(url.replace(part, instead), "home", "robin", judge)
    assert "invented" not in str(caught.value)
    assert "wrong" not in str(caught.value)


def test_a_database_that_is_not_there(postgres: Postgres) -> None:
    with pytest.raises(StoreError, match=r"check .* the database's name .*\"nowhere\" does not exist"):
        open_store(postgres.url("nowhere"), "home", "robin", judge)


def test_a_backup_is_the_administrators(on_postgres: Open, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="pg_dump"):
        on_postgres().backup(tmp_path / "backup")


def test_a_database_given_back_is_as_new(postgres: Postgres) -> None:
    used = postgres.database()
    store = open_store(postgres.url(used), "home", "robin", judge)
    store.add(changes(ACME), NOW)
    postgres.give_back(used)
    assert postgres.database() == used
    with psycopg.connect(postgres.url(used, "postgres")) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (0,)
        assert connection.execute("SELECT is_called FROM event_seq_seq").fetchone() == (False,)
    store.close()
    postgres.give_back(used)


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE event DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE event ADD COLUMN more text",
        f"GRANT DELETE ON event TO {APPLICATION}",
        "UPDATE alembic_version SET version_num = '9731'",
        "INSERT INTO setting VALUES ('home', 'robin', 'profile', '1'); ANALYZE setting",
        "ALTER TABLE event DISABLE TRIGGER ALL",
        "DROP POLICY own_tenant ON event",
    ],
)
def test_a_database_that_was_made_another_is_not_used_again(postgres: Postgres, statement: str) -> None:
    used = postgres.database()
    for part in statement.split("; "):
        postgres.execute(part, used)
    postgres.give_back(used)
    following = postgres.database()
    assert following != used
    postgres.give_back(following)
