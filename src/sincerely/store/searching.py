"""The store's part that finds words: in what events say, and in who wrote which mail about what."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sincerely.core.events import Event

from .base import Message
from .owned import Owned
from .rows import event_of, message_of, plain, told

# Statements are whole, so they look for so many words; what is more is looked for as one, in its order.
_WORDS = 3

PATTERNS = {name: tuple(f"{name}_{index}" for index in range(_WORDS)) for name in ("word", "quoted", "written")}
"""The parameters of the statements that search."""


class Searching(Owned):
    """Finds words, whatever their case; of other letters than A to Z SQLite tells the cases apart."""

    def search_events(self, words: Sequence[str], most: int) -> list[tuple[str, Event]]:
        if not words:
            return []
        quoted = _patterns("quoted", [plain(word) for word in words])
        # Bodies are JSON in plain ASCII, so a word is looked for as it is written there.
        written = _patterns("written", [json.dumps(word)[1:-1] for word in words])
        with self._reading():
            rows = self._rows("search_events", most=most, **quoted, **written)
            return [(told(row[0]), event_of(row)) for row in rows]

    def search_messages(self, words: Sequence[str], most: int) -> list[Message]:
        if not words:
            return []
        with self._reading():
            patterns = _patterns("word", [plain(word) for word in words])
            return [message_of(row) for row in self._rows("search_messages", most=most, **patterns)]


def _patterns(name: str, words: Sequence[str]) -> dict[str, str]:
    """Return LIKE patterns as parameters: one a word, and what finds everything for those that are left over."""
    escaped = [word.replace("!", "!!").replace("%", "!%").replace("_", "!_") for word in words]
    found = [*escaped[: _WORDS - 1], "%".join(escaped[_WORDS - 1 :])]
    found += [""] * (_WORDS - len(found))
    return {key: f"%{word}%" if word else "%" for key, word in zip(PATTERNS[name], found, strict=True)}
