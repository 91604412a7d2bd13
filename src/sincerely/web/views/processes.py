"""What the list and the board of processes show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sincerely.app.wording import day
from sincerely.store.base import Summary

STAGES = (
    ("applied", "Applied", ("new", "applied")),
    ("ahead", "Interview ahead", ("interview ahead",)),
    ("interviewed", "Interviewed", ("interviewed",)),
    ("offer", "Offer", ("offer", "accepted")),
    ("ended", "Ended", ("rejected", "withdrawn", "closed")),
)
"""The board's columns: key, title, states."""
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


def listed_row(row: Summary) -> Listed:
    """Return a process as lists show it."""
    return Listed(
        row.header.id,
        row.header.employer or row.header.id,
        row.header.role,
        row.state,
        TONES.get(row.state, ""),
        next((key for key, _, states in STAGES if row.state in states), "applied"),
        day(row.last_at, row.header.tz) if row.last_at else "",
        row.holds,
    )


def processes_page(rows: list[Summary], text: str, stage: str, *, board: bool, known: int) -> dict[str, Any]:
    """Return what the list, or the board, shows.

    Args:
        rows: those that the text was found in.
        text: what is looked for.
        stage: the only stage to show; "" for all.
        board: in columns by stage.
        known: how many processes there are at all.
    """
    shown = [listed_row(row) for row in rows]
    counts = {key: sum(row.stage == key for row in shown) for key, _, _ in STAGES}
    kept = [row for row in shown if stage in {"", row.stage}]
    return {
        "rows": kept,
        "columns": [
            {"key": key, "title": title, "rows": [row for row in kept if row.stage == key]}
            for key, title, _ in STAGES
            if stage in {"", key}
        ],
        "stages": [{"key": key, "title": title, "count": counts[key]} for key, title, _ in STAGES if counts[key]],
        "all": len(shown),
        "known": known,
        "text": text,
        "stage": stage,
        "board": board,
    }
