"""An existing PostgreSQL database is prepared again by its owner; who opens one that was not is told before anything."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from sincerely.store import preparing
from sincerely.store.base import Message, StoreError
from sincerely.store.migrating import upgrade
from sincerely.store.opening import open_store
from sincerely.store.postgres_database import make_engine
from sincerely.store.postgres_opening import migrate_postgres
from sincerely.store.postgres_rights import how_to_prepare
from sincerely.store.revisions import HEAD, REVISIONS
from sincerely.store.tables import PRIVILEGES

from .every_table import PRIVATE, copy_postgres, fill, see, see_all
from .judges import ACME, NOW, changes, judge
from .postgres import APPLICATION, OWNER, PASSWORD, Postgres


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert preparing.main(["postgresql://owner@localhost/x"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_is_to_be_run_holds_no_secret() -> None:
    url = make_url("postgresql+psycopg://app:hush@db.example:5433/jobs?sslmode=require")
    told = "python -m sincerely.store.preparing postgresql://OWNER@db.example:5433/jobs app"
    assert how_to_prepare(url, "app") == f"run the migration as the tables' owner: {told}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("taken", "named"),
    [
        ("UPDATE (message_id, process) ON source_message", "UPDATE on source_message"),
        ("UPDATE ON source_message", "UPDATE on source_message"),
        ("UPDATE ON outgoing", "UPDATE on outgoing"),
        ("DELETE ON answered", "DELETE on answered"),
        ("EXECUTE ON FUNCTION sincerely_due(bigint, integer)", "EXECUTE on sincerely_due"),
    ],
)
def test_a_right_that_a_new_version_needs_is_missed_at_opening(
    postgres: Postgres, postgres_database: str, taken: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres.url(postgres_database)
    before = open_store(url, "home", "robin", judge)
    before.add(changes(ACME), NOW)
    before.add_messages([Message(source="mbox", key="k", digest="d")])
    postgres.execute(f"REVOKE {taken} FROM {APPLICATION}", postgres_database, OWNER)
    with pytest.raises(StoreError) as told:
        open_store(url, "home", "robin", judge)
    said = str(told.value)
    assert f"/{postgres_database}: this version needs rights that its role lacks ({named}); run the migration" in said
    assert "\n" not in said
    assert PASSWORD not in said
    command = said.rpartition("preparing ")[2].replace("OWNER@", f"{OWNER}:{PASSWORD}@")
    for _ in range(2):
        assert preparing.main(command.split()) == 0  # while another program works with it
        assert f'of revision {HEAD}, and the role "{APPLICATION}" may work' in capsys.readouterr().out
    before.place_messages([Message(source="mbox", key="k", digest="d", message_id="1@x", process="acme")])
    before.close()
    store = open_store(url, "home", "robin", judge)
    assert [message.key for message in store.messages_of("acme")] == ["k"]
    store.close()


@pytest.mark.slow
def test_it_is_run_as_it_is_told(postgres: Postgres, postgres_database: str) -> None:
    command = [sys.executable, "-m", "sincerely.store.preparing", postgres.url(postgres_database, OWNER)]
    done = subprocess.run([*command, APPLICATION], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, PASSWORD in done.stdout) == (0, "", False)
    done = subprocess.run([*command, "nobody"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'no role "nobody"; make it with CREATE ROLE' in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_every_right_that_is_granted_is_looked_for(postgres: Postgres, postgres_database: str) -> None:
    """A role that may do nothing but see which revision it is."""
    with psycopg.connect(postgres.url(postgres_database, OWNER), autocommit=True) as connection:
        for table in PRIVILEGES:
            revoke = sql.SQL("REVOKE ALL ON {} FROM {}")
            connection.execute(revoke.format(sql.Identifier(table), sql.Identifier(APPLICATION)))
    with pytest.raises(StoreError) as told:
        open_store(postgres.url(postgres_database), "home", "robin", judge)
    for table, rights in PRIVILEGES.items():
        for right in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            assert (f"{right} on {table}" in str(told.value)) == (right in rights)


@pytest.mark.slow
@pytest.mark.parametrize("revision", REVISIONS)
def test_a_database_of_any_revision_keeps_what_it_has(
    postgres: Postgres, postgres_database: str, revision: str
) -> None:
    full = open_store(postgres.url(postgres_database), "home", "robin", judge)
    fill(full)
    name = postgres.empty_database()
    engine = make_engine(postgres.url(name, OWNER))
    with engine.begin() as connection:
        upgrade(connection, revision)
    engine.dispose()
    copy_postgres(postgres.url(postgres_database, "postgres"), postgres.url(name, "postgres"))
    with pytest.raises(StoreError, match=r"run the migration.* as the tables' owner: python -m sincerely"):
        open_store(postgres.url(name), "home", "robin", judge)
    for _ in range(2):
        migrate_postgres(postgres.url(name, OWNER), APPLICATION)
    store = open_store(postgres.url(name), "home", "robin", judge)
    assert see(store) == see(full)
    assert (see_all(store) == see_all(full)) == (revision >= "0007")
    store.place_messages([replace(PRIVATE, message_id="2@x.example", process="acme")])
    assert {message.key for message in store.messages_of("acme")} == {"k", "p"}
    for each in (store, full):
        each.close()
    postgres.drop(name)
