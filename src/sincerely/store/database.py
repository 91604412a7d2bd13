"""What the store needs of a database: named statements, in transactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from .base import Still
from .rows import Row
from .version import Version

Values = Mapping[str, Any]


class Database(Protocol):
    """SQLite or PostgreSQL; may be used by many threads, each of which has its own transactions.

    Everything below raises `StoreError` with place and remedy.

    Attributes:
        place: what to call it in messages.
    """

    place: str

    def writing(self, tenant: str, candidate: str = "") -> AbstractContextManager[None]:
        """Run a transaction that writes; inside another one, a part of it that can fail alone.

        Args:
            tenant: whose rows are seen and written.
            candidate: whose rows nobody else changes meanwhile; "" where rows are locked one by one.
        """

    def unguarded(self, tenant: str, candidate: str) -> AbstractContextManager[None]:
        """Run a transaction that may also delete what is otherwise only ever added.

        When it has ended, what was deleted is in none of the database's files any more.
        """

    def reading(self, tenant: str) -> AbstractContextManager[None]:
        """Read one consistent state of one tenant's rows; inside a transaction, that one's."""

    def rows(self, name: str, values: Values) -> list[Row]:
        """Run a statement inside a transaction and return its rows."""

    def stream(self, name: str, values: Values) -> Iterator[Row]:
        """Run a statement inside a transaction and yield its rows, without holding them all."""

    def run(self, name: str, values: Iterable[Values]) -> int:
        """Run a statement once for each set of values, inside a transaction; return how many rows it changed."""

    def alone(self, key: str) -> AbstractContextManager[Still | None]:
        """Hold a key of which there is one, until the end or the end of the process; None where somebody else does."""

    def version(self) -> Version | None:
        """Return a mark that is another one after every commit of anybody; None where the database can't tell.

        None inside a transaction too.
        """

    def backup(self, target: Path) -> None:
        """Write a copy of the whole database, of one instant, that replaces ``target`` when it is complete."""

    def close(self) -> None:
        """Let go of every connection."""
