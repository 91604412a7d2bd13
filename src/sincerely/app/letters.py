"""A stored message, read again."""

from __future__ import annotations

from sincerely.reading.letter import Letter
from sincerely.reading.mime import parse
from sincerely.sources.base import SourceError
from sincerely.store.base import Message


def letter_of(message: Message) -> Letter | None:
    """Read a stored message again; None where that can't be done now."""
    from .wiring import source_named

    source = source_named(message.source)
    try:
        raw = source.fetch(message.key, message.where) if source is not None else None
    except (SourceError, OSError):  # a mail that is gone is no ground; the draft is written without it
        return None
    return parse(raw.data) if raw is not None and raw.kind != "calendar" else None
