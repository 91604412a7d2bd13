"""What SQLite runs is what the statements say, and every statement finds its rows by an index."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sincerely.store import compiling
from sincerely.store.opening import open_database, sqlite_url
from sincerely.store.sqlite_statements import STATEMENTS
from sincerely.store.statements import POSTGRESQL, SQLITE

READING = sorted(name for name, statement in STATEMENTS.items() if statement.lstrip().startswith("SELECT"))


def test_sqlite_statements_are_up_to_date() -> None:
    """Else run ``python -m sincerely.store.compiling``."""
    assert compiling.TARGET.read_text("utf-8") == compiling.compiled()
    assert compiling.TARGET_TABLES.read_text("utf-8") == compiling.compiled_tables()


def test_both_databases_have_the_same_statements() -> None:
    assert set(STATEMENTS) == set(SQLITE) == set(POSTGRESQL)


def plan(path: Path, name: str) -> list[str]:
    sql = STATEMENTS[name]
    values = {key: 3 if key in {"most", "now"} else "[]" for key in re.findall(r":(\w+)", sql)}
    with closing(sqlite3.connect(path)) as connection:
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    open_database(sqlite_url(path)).close()
    return path


@pytest.mark.parametrize("name", READING)
def test_nothing_scans_a_table(empty: Path, name: str) -> None:
    steps = plan(empty, name)
    assert [step for step in steps if step.startswith("SCAN") and "json_each" not in step] == []
    assert [step for step in steps if step.startswith("SEARCH")]


def test_a_sweep_reads_due_rows_only(empty: Path) -> None:
    assert plan(empty, "process_due")[0] == (
        "SEARCH process USING INDEX ix_process_wakes (tenant=? AND candidate=? AND wake_at<?)"
    )
    assert plan(empty, "due") == ["SEARCH process USING COVERING INDEX ix_process_due (wake_at<?)"]


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("message_with_id", "ix_source_message_id (tenant=? AND candidate=? AND message_id_hash=?)"),
        ("message_with_digest", "ix_source_message_digest (tenant=? AND candidate=? AND digest=?)"),
        ("message_sent", "ix_source_message_words (tenant=? AND candidate=?)"),
        ("search_messages", "ix_source_message_words (tenant=? AND candidate=?)"),
    ],
)
def test_a_message_is_found_without_reading_all(empty: Path, name: str, index: str) -> None:
    assert plan(empty, name)[0] == f"SEARCH source_message USING INDEX {index}"


def test_lively_reads_two_indices(empty: Path) -> None:
    steps = "\n".join(plan(empty, "process_lively"))
    assert "ix_process_holds (tenant=? AND candidate=?)" in steps
    assert "ix_process_wakes (tenant=? AND candidate=? AND wake_at<?)" in steps
