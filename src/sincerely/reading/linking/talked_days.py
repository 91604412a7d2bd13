"""Which day, or days, the mails of a thread talk about for a meeting: what answers them may name the hour alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sincerely.reading.letters.letter import Letter

from .clues import Clues

Days = tuple[date, date]
"""The first and the last of the days."""


class TalkedDays:
    """Days by the Message-ID of the mail that talks about them."""

    def __init__(self) -> None:
        self._days: dict[str, Days] = {}

    def set(self, days: Mapping[str, Days]) -> None:
        """Take up what is known already."""
        self._days |= days

    def learn(self, clues: Clues) -> None:
        """Remember the days about which a mail talks."""
        if clues.days is not None and clues.message_id:
            self._days[clues.message_id] = clues.days

    def before(self, letter: Letter) -> Days | None:
        """Return the days about which the nearest mail talks that one answers; None where none is known."""
        names = dict.fromkeys((letter.in_reply_to, *reversed(letter.references)))
        return next((self._days[name] for name in names if name in self._days), None)
