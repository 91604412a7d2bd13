"""What tells one state of a database from the next."""

from __future__ import annotations

from typing import NamedTuple


class Version(NamedTuple):
    """A state of a database, as one who watches it tells it; two who watch give the same state different marks.

    Attributes:
        watched: tells who watches.
        data: changes with every commit.
        tables: changes when tables do: after a migration, and when another store was put in this one's place.
    """

    watched: int
    data: int
    tables: int
