"""Migrations lead from nothing to what `tables` says, on both databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from sincerely.store import migrating, revisions
from sincerely.store.base import StoreError
from sincerely.store.migrating import migrate_sqlite
from sincerely.store.migrations import __file__ as migrations
from sincerely.store.opening import open_database, open_store, sqlite_url
from sincerely.store.postgres_database import make_engine
from sincerely.store.revisions import HEAD, REVISIONS
from sincerely.store.sqlite_database import SqliteDatabase
from sincerely.store.tables import PRIVILEGES, metadata

from .contract_base import at_once
from .contract_outbound import WRITTEN, dispatch
from .every_table import PRIVATE, copy_sqlite, fill, see, see_all
from .judges import judge
from .postgres import OWNER, Postgres
from .schema import described


def test_the_list_of_revisions_is_what_is_there() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations).parent))
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(script.revision for script in reversed(scripts)) == REVISIONS
    assert scripts[0].revision == HEAD


def test_every_table_has_an_owner_and_its_rights() -> None:
    assert set(PRIVILEGES) == set(metadata.tables)
    for table in metadata.tables.values():
        assert {"tenant", "candidate"} <= set(table.columns.keys())
        for constraint in (table.primary_key, *table.foreign_key_constraints):
            names = [column.name for column in constraint.columns]
            assert names == ["seq"] or names[:2] == ["tenant", "candidate"]
        for index in table.indexes:
            assert {"tenant", "candidate"} <= {column.name for column in index.columns}


def _differences(connection: Connection) -> list[object]:
    def there(_: object, name: str | None, *others: object) -> bool:
        # Alembic would add to PostgreSQL what is for SQLite alone.
        return connection.dialect.name == "sqlite" or name != "ix_source_message_words"

    opts = {"compare_type": True, "compare_server_default": False, "include_object": there}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, metadata))


def test_sqlite_has_the_tables(tmp_path: Path) -> None:
    migrate_sqlite(SqliteDatabase(tmp_path / "migrated.sqlite"))
    open_database(sqlite_url(tmp_path / "new.sqlite")).close()
    with create_engine(f"sqlite:///{tmp_path / 'migrated.sqlite'}").connect() as migrated:
        assert _differences(migrated) == []
        tables = described(migrated)
        with create_engine("sqlite://").begin() as made:
            metadata.create_all(made)
            assert {one for one in tables if not one.startswith("trigger")} == described(made)
        with create_engine(f"sqlite:///{tmp_path / 'new.sqlite'}").connect() as new:
            assert tables == described(new)
            marks = "PRAGMA application_id", "SELECT version_num FROM alembic_version"
            for mark in marks:
                assert migrated.exec_driver_sql(mark).scalar() == new.exec_driver_sql(mark).scalar()


@pytest.mark.slow
def test_postgresql_has_the_tables(postgres: Postgres) -> None:
    name = postgres.empty_database()
    migrated, made = (make_engine(postgres.url(database, OWNER)) for database in (postgres.database(), name))
    with migrated.connect() as one, made.begin() as other:
        metadata.create_all(other)
        assert _differences(one) == []
        assert described(one) == described(other)
    migrated.dispose()
    made.dispose()


def test_two_that_open_a_new_file_at_once(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "store.sqlite")
    at_once(*[lambda: open_database(url).close()] * 4)
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


def test_an_older_store_is_migrated_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite"
    open_database(sqlite_url(path)).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(revisions, "REVISIONS", ("0000", *REVISIONS))

    def upgrade(connection: Connection, revision: str) -> None:
        assert revision == "head"
        connection.exec_driver_sql("CREATE TABLE added (x)")
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{HEAD}'")

    monkeypatch.setattr(migrating, "upgrade", upgrade)
    database = open_database(sqlite_url(path))
    assert isinstance(database, SqliteDatabase)
    assert database.revision() == HEAD
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM added").fetchall() == []


def test_a_store_of_the_first_revision_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    migrate_sqlite(SqliteDatabase(path), "0001")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO setting VALUES ('home', 'robin', 'me', '[\"robin@mail.example\"]')")
    store = open_store(sqlite_url(path), "home", "robin", judge)
    assert store.setting("me") == ["robin@mail.example"]
    assert store.papers() == []
    store.close()


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_store_of_any_revision_keeps_what_it_has(tmp_path: Path, revision: str) -> None:
    full, path = tmp_path / "full.sqlite", tmp_path / "store.sqlite"
    store = open_store(sqlite_url(full), "home", "robin", judge)
    fill(store)
    everything, wanted = see_all(store), see(store)
    store.close()
    migrate_sqlite(SqliteDatabase(path), revision)
    copy_sqlite(full, path)
    for _ in range(2):
        store = open_store(sqlite_url(path), "home", "robin", judge)
        assert see(store) == wanted
        store.close()
    store = open_store(sqlite_url(path), "home", "robin", judge)
    assert (see_all(store) == everything) == (revision >= "0007")
    store.place_messages([replace(PRIVATE, message_id="2@x.example", process="acme")])
    assert {message.key for message in store.messages_of("acme")} == {"k", "p"}
    store.close()


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite"
    upgrade = migrating.upgrade

    def fail_at_the_end(connection: Connection, revision: str) -> None:
        upgrade(connection, revision)
        raise RuntimeError("the power went out")

    monkeypatch.setattr(migrating, "upgrade", fail_at_the_end)
    with pytest.raises(RuntimeError, match="power"):
        migrate_sqlite(SqliteDatabase(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    migrate_sqlite(SqliteDatabase(path))
    assert SqliteDatabase(path).revision() == HEAD


def test_a_migration_that_the_disk_stops_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def upgrade(connection: Connection, revision: str) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql("CREATE TABLE added (x)")

    monkeypatch.setattr(migrating, "upgrade", upgrade)
    with pytest.raises(StoreError, match=r"store\.sqlite: the disk is full; nothing was changed"):
        migrate_sqlite(SqliteDatabase(tmp_path / "store.sqlite"))


def test_a_store_of_before_there_were_drafts(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    migrate_sqlite(SqliteDatabase(path), "0001")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO process VALUES ('home', 'robin', 'acme', '', '', 'UTC', 'US', 'direct', '', '', 0, 0, 0, 0, 0)"
        )
    store = open_store(sqlite_url(path), "home", "robin", judge)
    assert [row.header.id for row in store.summaries()] == ["acme"]
    assert store.drafts() == []
    kept = store.add_outgoing(dispatch(store.add_version(WRITTEN)))
    assert store.outgoings() == [kept]
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        for change in ("UPDATE draft SET body = ''", "DELETE FROM draft", "UPDATE outgoing SET digest = '0'",
                       "DELETE FROM outgoing"):  # fmt: skip
            with pytest.raises(sqlite3.IntegrityError, match=r"only ever added|never"):
                connection.execute(change)
