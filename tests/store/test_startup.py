"""A command on a laptop answers before SQLAlchemy would be loaded: it must not be, on the way to an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from sincerely.store.opening import open_store, sqlite_url

from .judges import ACME, BOLT, NOW, changes, judge
from .programs import run_python

ASKS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sincerely.store.base import Judged
from sincerely.store.opening import open_store, sqlite_url
now = datetime(2026, 3, 10, 15, tzinfo=UTC)
store = open_store(sqlite_url(Path(sys.argv[1])), "home", "robin", lambda process, now: Judged(None, False, "x"))
assert {process.header.id for process in store.lively(now)} == {"acme", "bolt"}
store.set_setting("asked", 1)
store.sweep(now)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"sqlalchemy", "alembic", "psycopg"}))
"""


MAKES = """
import sys
from pathlib import Path
from sincerely.store.opening import open_store, sqlite_url
store = open_store(sqlite_url(Path(sys.argv[1])), "home", "robin", None)
assert store.summaries() == []
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"sqlalchemy", "alembic", "psycopg"}))
"""


def test_a_new_store_needs_none_of_them(tmp_path: Path) -> None:
    assert run_python(MAKES, tmp_path / "store.sqlite").strip() == ""


@pytest.mark.slow
def test_neither_sqlalchemy_nor_alembic_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    store = open_store(sqlite_url(path), "home", "robin", judge)
    store.add(changes(ACME + BOLT), NOW)
    store.close()
    assert run_python(ASKS, path).strip() == ""
