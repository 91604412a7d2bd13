"""Who does the background work on a store: one program at a time, by a lock that dies with it.

On SQLite the operating system holds it, on a file beside the store; on PostgreSQL the server does, for a connection.
Either way nothing is left behind by a program that was killed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .alone_file import alone

Held = Callable[[], bool]
"""Whether the work is still ours: a connection may be lost while its program lives on."""

_NAME = "sincerely.work:"


@contextmanager
def working_alone(url: str, tenant: str) -> Iterator[Held | None]:
    """Be the one that works on a tenant's store, where nobody else is; None where somebody is.

    Raises:
        StoreError: nobody can tell.
    """
    from .opening import SQLITE

    if url.startswith(SQLITE):
        with _on_file(Path(url.removeprefix(SQLITE))) as held:
            yield held
    else:
        with _on_server(url, tenant) as held:
            yield held


@contextmanager
def _on_file(store: Path) -> Iterator[Held | None]:
    # Not on the store itself: closing any handle on it would give up SQLite's own locks.
    place = store.with_name(f"{store.name}.working")
    with alone(place) as ours:
        yield (lambda: True) if ours else None


@contextmanager
def _on_server(url: str, tenant: str) -> Iterator[Held | None]:
    from sqlalchemy import Connection, text
    from sqlalchemy.exc import DBAPIError

    from .postgres_database import make_engine
    from .postgres_errors import explain

    engine = make_engine(url)
    place = engine.url.render_as_string(hide_password=True)
    ask = text("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
    let_go = text("SELECT pg_advisory_unlock(hashtextextended(:name, 0))")
    name = {"name": f"{_NAME}{tenant}"}

    def held_by(connection: Connection) -> Held:
        def held() -> bool:
            # The server gives the lock up with the connection, so that whoever can still ask still holds it.
            try:
                connection.exec_driver_sql("SELECT 1")
            except DBAPIError:
                return False
            return True

        return held

    try:
        connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        ours = bool(connection.scalar(ask, name))
    except DBAPIError as error:
        engine.dispose()
        raise explain(error, place) from error
    try:
        yield held_by(connection) if ours else None
    finally:
        # The server finds out later that a connection is gone, and whoever asks at once would be told no.
        if ours and not connection.invalidated:
            with contextlib.suppress(DBAPIError):
                connection.execute(let_go, name)
        # Closed for good and not put back into the pool: that gives the lock up in any case.
        with contextlib.suppress(DBAPIError):
            connection.invalidate()
            connection.close()
        engine.dispose()
