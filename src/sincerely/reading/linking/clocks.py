"""By whose clock people tell their times, where they or the candidate said so in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sincerely.core.header import Header
from sincerely.reading.letters.letter import Letter

from .clues import Clues


class Clocks:
    """The zones that people said to be theirs, by address; and the processes of which a person told the zone."""

    def __init__(self) -> None:
        self._people: dict[str, str] = {}
        self._by_hand: set[str] = set()

    def set(self, people: Mapping[str, str], processes: Iterable[str]) -> None:
        """Take up what is known already."""
        self._people |= people
        self._by_hand.update(processes)

    def learn(self, clues: Clues) -> None:
        """Remember what a mail says of its writer's clock."""
        if clues.clock:
            self._people |= dict.fromkeys(clues.people, clues.clock)

    def of(self, letter: Letter, header: Header | None, *, own: bool) -> str:
        """Return the zone of whoever writes a mail to the candidate, or is written to; empty where nobody told it.

        Args:
            letter: the mail.
            header: the process of its thread: where a person told its zone, that holds for all of it.
            own: whether the candidate wrote it.
        """
        if header is not None and header.id in self._by_hand:
            return header.zone
        theirs = letter.to if own else (letter.from_,)
        zones = {self._people.get(mailbox.address.lower(), "") for mailbox in theirs}
        return zones.pop() if len(zones) == 1 else ""
