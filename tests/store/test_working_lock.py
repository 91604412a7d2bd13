"""One program works on a store; the lock dies with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sincerely.store.base import StoreError
from sincerely.store.opening import sqlite_url
from sincerely.store.working_lock import working_alone

from .postgres import Postgres

# Takes the lock, says so, and holds it until it is killed.
HOLDER = """
import sys
from sincerely.store.working_lock import working_alone
with working_alone(sys.argv[1], sys.argv[2]) as held:
    print(held is not None, flush=True)
    sys.stdin.read()
"""


def check(url: str) -> None:
    """The second does not get it, nor while the first lives; whoever is killed has let go."""
    with working_alone(url, "home") as held:
        assert held is not None
        assert held()
        with working_alone(url, "home") as second:
            assert second is None
    # Let go of is let go of at once, not when the server finds the connection gone.
    for _ in range(50):
        with working_alone(url, "home") as again:
            assert again is not None
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, url, "home"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin is not None
    assert other.stdout is not None
    try:
        assert other.stdout.readline() == "True\n"
        with working_alone(url, "home") as held:
            assert held is None
    finally:
        other.kill()
        other.wait()
        other.stdin.close()
        other.stdout.close()


def test_on_sqlite(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "store.sqlite")
    check(url)
    with working_alone(url, "home") as held:
        assert held is not None, "the lock died with its program"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match=r"can't be made"),
        working_alone(sqlite_url(tmp_path / "no" / "store.sqlite"), "home"),
    ):
        pass


@pytest.mark.slow
def test_on_postgresql(postgres: Postgres, postgres_database: str) -> None:
    url = postgres.url(postgres_database)
    check(url)
    # The server notices a connection that is gone when it next looks: until then nobody is told anything else.
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sincerely_app'"
    with working_alone(url, "home") as held:
        if held is None:
            postgres.execute(ended)
    with working_alone(url, "home") as held, working_alone(url, "another tenant") as another:
        assert held is not None
        assert another is not None
        postgres.execute(ended)
        assert not held(), "a lost connection is a lost lock"


@pytest.mark.slow
def test_a_server_that_is_not_there(postgres: Postgres) -> None:
    url = postgres.url("nowhere")
    with pytest.raises(StoreError), working_alone(url, "home"):
        pass
