"""What the forms for merging and splitting show."""

from __future__ import annotations

from typing import Any

from sincerely.app.processes.regrouping import movable
from sincerely.app.today.wording import day, headline
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.store.base import Summary

from .processes import Listed, listed_row


def merge_page(header: Header, rows: list[Summary]) -> dict[str, Any]:
    """Return with which others a process can be merged: those of the same employer first."""
    return {"header": header, "others": _others(header, rows)}


def split_page(process: Process, rows: list[Summary], chosen: list[str]) -> dict[str, Any]:
    """Return a process's events to choose from, and where they may go."""
    header = process.header
    return {
        "header": header,
        "others": _others(header, rows),
        "events": [
            {
                "id": event.id,
                "when": day(event.at, header.tz),
                "words": headline(event, header),
                "quote": event.quote,
                "chosen": event.id in chosen,
            }
            for event in movable(process)
        ],
    }


def _others(header: Header, rows: list[Summary]) -> list[Listed]:
    others = [listed_row(row) for row in rows if row.header.id != header.id]
    return sorted(others, key=lambda row: (row.employer != header.employer, row.employer.casefold(), row.role))
