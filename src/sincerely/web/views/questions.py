"""What the page of questions shows."""

from __future__ import annotations

from typing import Any

from sincerely.app.questions import Question
from sincerely.app.wording import moment


def questions_page(found: list[Question]) -> dict[str, Any]:
    """Return what the page of questions shows."""
    return {
        "rows": [
            {
                "id": q.event.id,
                "process": q.header.id,
                "name": q.header.employer or q.header.id,
                "when": moment(q.event.at, q.header.tz),
                "words": q.words,
                "quote": q.event.quote,
            }
            for q in found
        ]
    }
