"""Long lists a page at a time: so that a page stays light, however much has happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Query

A_PAGE = 30
T = TypeVar("T")
Begin = Annotated[int, Query(alias="from", ge=0, le=1_000_000)]
"""How many of a list to pass over."""


@dataclass(frozen=True)
class Part(Generic[T]):
    """What a page shows of a list.

    Attributes:
        rows: that part.
        first: the number of the first of them, from 1.
        count: how many the list has.
        before: where the page before begins; None on the first.
        after: where the next page begins; None where none follows.
    """

    rows: Sequence[T]
    first: int
    count: int
    before: int | None
    after: int | None

    @property
    def more(self) -> int:
        """How many follow."""
        return self.count - self.first + 1 - len(self.rows)


def part(items: Sequence[T], begin: int, most: int = A_PAGE) -> Part[T]:
    """Return the page that holds the item at ``begin``; the last one where the list has become shorter."""
    first = min(begin, max(len(items) - 1, 0)) // most * most
    rows = items[first : first + most]
    last = first + len(rows)
    before = first - most if first else None
    return Part(rows, first + 1, len(items), before, last if last < len(items) else None)
