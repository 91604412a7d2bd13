"""A time for an interview."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Slot(NamedTuple):
    """A time for an interview.

    Attributes:
        start: aware.
        end: None when nobody said.
        statement: which statement names it; -1 for a calendar part.
        begin, stop: where it stands in that statement.
        likely: how likely an interview begins then, 0 to 1.
    """

    start: datetime
    end: datetime | None
    statement: int
    begin: int = 0
    stop: int = 0
    likely: float = 1.0
