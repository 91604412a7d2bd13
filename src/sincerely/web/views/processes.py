"""What the list and the board of processes show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sincerely.app.today.wording import day
from sincerely.store.base import Summary

from .paging import Part, part

STAGES = (
    ("applied", "Applied", ("new", "applied")),
    ("ahead", "Interview ahead", ("interview ahead",)),
    ("interviewed", "Interviewed", ("interviewed",)),
    ("offer", "Offer", ("offer", "accepted")),
    ("ended", "Ended", ("rejected", "withdrawn", "closed")),
)
"""The board's columns: key, title, states."""
_STAGE_OF = {state: key for key, _, states in STAGES for state in states}
# So many are shown at once.
A_PAGE, IN_A_COLUMN = 50, 20
TONES = {"offer": "is-good", "accepted": "is-good", "interview ahead": "is-soon", "interviewed": "is-soon"}


@dataclass(frozen=True)
class Listed:
    """A process in a list.

    Attributes:
        id: its name.
        employer: the employer's name.
        role: the opening's title.
        state: where it stands, in a word.
        tone: the class of its chip.
        stage: the column that it is in.
        last: the day of the last event.
        holds: whether something holds of it now.
    """

    id: str
    employer: str
    role: str
    state: str
    tone: str
    stage: str
    last: str
    holds: bool


def _stage(row: Summary) -> str:
    return _STAGE_OF.get(row.state, "applied")


def listed_row(row: Summary) -> Listed:
    """Return a process as lists show it."""
    return Listed(
        row.header.id,
        row.header.employer or row.header.id,
        row.header.role,
        row.state,
        TONES.get(row.state, ""),
        _stage(row),
        day(row.last_at, row.header.tz) if row.last_at else "",
        row.holds,
    )


def processes_page(
    rows: list[Summary], text: str, stage: str, begin: int, *, board: bool, known: int
) -> dict[str, Any]:
    """Return what the list, or the board, shows.

    Args:
        rows: those that the text was found in.
        text: what is looked for.
        stage: the only stage to show; "" for all.
        begin: how many of the list to pass over; the board shows the beginning of each column.
        board: in columns by stage.
        known: how many processes there are at all.
    """
    of_stage: dict[str, list[Summary]] = {key: [] for key, _, _ in STAGES}
    for row in rows:
        of_stage[_stage(row)].append(row)
    kept = [row for row in rows if stage in {"", _stage(row)}]
    return {
        "part": _part(kept, begin, A_PAGE),
        "columns": [
            {"key": key, "title": title, "part": _part(of_stage[key], 0, IN_A_COLUMN)}
            for key, title, _ in STAGES
            if stage in {"", key}
        ],
        "stages": [
            {"key": key, "title": title, "count": len(of_stage[key])} for key, title, _ in STAGES if of_stage[key]
        ],
        "all": len(rows),
        "known": known,
        "text": text,
        "stage": stage,
        "board": board,
    }


def _part(rows: Sequence[Summary], begin: int, most: int) -> Part[Listed]:
    shown = part(rows, begin, most)
    return Part([listed_row(row) for row in shown.rows], shown.first, shown.count, shown.before, shown.after)
