"""A store with rows in every table, and those rows in tables of an older version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
from psycopg import sql

from sincerely.core.account import Account
from sincerely.core.finding import Stage
from sincerely.core.handed import Handed, Place
from sincerely.planning.reminding import Kind, Shown
from sincerely.store.base import Answered, Message, Paper
from sincerely.store.sql_store import SqlStore
from sincerely.store.tables import metadata

from .contract_outbound import WRITTEN, dispatch
from .judges import ACME, NOW, changes

MAIL = Message(source="mbox", key="k", digest="d", message_id="1@x.example", subject="Your interview", process="acme")
PRIVATE = Message(source="mbox", key="p", digest="e")
# Those that others refer to come first.
TABLES = tuple(table.name for table in metadata.sorted_tables)


def fill(store: SqlStore) -> None:
    """Put rows into every table."""
    store.add(changes(ACME), NOW)
    store.add_messages([MAIL, PRIVATE])
    store.save_source("mbox", {"uid": 7}, NOW)
    store.set_setting("me", ["robin@mail.example"])
    store.save_account(Account(address="robin@mail.example"), NOW)
    store.save_handed(Handed(place=Place.FILE, message_id="<a@x.example>", digest="ab", at=NOW))
    store.add_outgoing(dispatch(store.add_version(WRITTEN)))
    store.add_paper(Paper(id="cv-1", kind="cv", added_at=NOW))
    store.keep_answered(Answered("ab" * 32, "cd" * 32, 201, "{}", NOW))
    store.claim_reminders([Shown("key", Stage.DUE, NOW, Kind.DIGEST)])


def see(store: SqlStore) -> list[object]:
    """Return what a store says of the tables that there always were, and what is made of them anew."""
    [process] = store.processes(row.header.id for row in store.summaries())
    return [
        process,
        *store.messages_of("acme"),
        store.message("mbox", "p"),
        store.source_state("mbox"),
        store.setting("me"),
        [found.process for found in store.search_messages(["interview"], 9)],
        store.counts(),
    ]


def see_all(store: SqlStore) -> list[object]:
    """Return what a store says of every table."""
    return [
        *see(store),
        store.accounts(),
        store.handed(Place.FILE),
        store.drafts(),
        store.outgoings(),
        store.papers(),
        store.answered("ab" * 32),
        store.reminded(["key"], NOW),
    ]


def copy_sqlite(full: Path, old: Path) -> None:
    """Copy rows of a full store into an older one, as far as there are tables."""
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("ATTACH ? AS full", [str(full)])
        there = {name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
        for table in filter(there.__contains__, TABLES):
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM full.{table}")


def copy_postgres(full: str, old: str) -> None:
    """Copy them in PostgreSQL; the URLs are its administrator's, whom no policy binds."""
    with psycopg.connect(full) as one, psycopg.connect(old) as other:
        found = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        there = {name for (name,) in other.execute(found)}
        for table in filter(there.__contains__, TABLES):
            known = (
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s"
            )
            names = [name for (name,) in other.execute(known, [table]) if name != "seq"]
            columns = sql.SQL(", ").join(map(sql.Identifier, names))
            rows = one.execute(sql.SQL("SELECT {} FROM {}").format(columns, sql.Identifier(table))).fetchall()
            values = sql.SQL(", ").join([sql.Placeholder()] * len(names))
            insert = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), columns, values)
            other.cursor().executemany(insert, rows)
