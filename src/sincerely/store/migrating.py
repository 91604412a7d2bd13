"""Bring a database's tables to this version, with Alembic; whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from .sqlite_database import SqliteDatabase
from .sqlite_errors import explain


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations that are due, inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def migrate_sqlite(database: SqliteDatabase, revision: str = "head") -> None:
    """Make or migrate a file's tables.

    Of two programs that open the same old file, the second waits for the first and finds nothing left to do.

    Raises:
        StoreError: nothing was changed.
    """
    raw = database.connect()
    try:
        # A table that another one refers to is made anew and renamed by some migrations.
        raw.execute("PRAGMA foreign_keys=OFF")
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        # Python's driver must not decide where transactions begin: the tables change all at once.
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        with engine.begin() as connection:
            upgrade(connection, revision)
    except sqlite3.Error as error:
        raise explain(error, database.path) from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise explain(error.orig, database.path) from error
        raise
    finally:
        raw.close()
