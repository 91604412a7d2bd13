"""One candidate's rows of a database: every statement gets whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from .database import Database
from .rows import Row, plain


class Owned:
    """What the parts of a store share."""

    def __init__(self, database: Database, tenant: str, candidate: str) -> None:
        self._database = database
        self._tenant = tenant
        self._candidate = candidate
        self._mine = {"tenant": plain(tenant), "candidate": plain(candidate)}

    def _writing(self) -> AbstractContextManager[None]:
        return self._database.writing(self._tenant, self._candidate)

    def _reading(self) -> AbstractContextManager[None]:
        return self._database.reading(self._tenant)

    def _rows(self, statement: str, **values: object) -> list[Row]:
        return self._database.rows(statement, {**self._mine, **values})

    def _run(self, statement: str, rows: Iterable[Mapping[str, Any]]) -> int:
        return self._database.run(statement, ({**self._mine, **row} for row in rows))
