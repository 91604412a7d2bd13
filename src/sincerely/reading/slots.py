"""A time for an interview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Slot:
    """A time for an interview.

    Attributes:
        start: aware.
        end: None when nobody said.
        index: which statement names it; -1 for a calendar part.
        begin, stop: where it stands in that statement.
    """

    start: datetime
    end: datetime | None
    index: int
    begin: int = 0
    stop: int = 0
