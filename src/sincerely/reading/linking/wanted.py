"""What each mail of a thread asks for and nothing was handed in for yet: by that an answer in it is understood."""

from __future__ import annotations

from collections.abc import Iterable

from .clues import Clues
from .openings import Known


class Wanted:
    """The things that are asked for, by the mail that asks and the process that it belongs to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._by_mail: dict[str, tuple[str, set[str]]] = {}
        self._asking: set[str] = set()

    def learn(self, process: str, clues: Clues) -> None:
        """Take up what a mail asks for, or strike out what it hands in."""
        for home, items in self._by_mail.values() if clues.gives else ():
            if home == process:
                items.difference_update(clues.gives)
        if clues.asks:
            self._asking.add(clues.message_id)
        if clues.wants and clues.message_id:
            self._by_mail.setdefault(clues.message_id, (process, set()))[1].update(clues.wants)

    def is_asked(self, mails: Iterable[str]) -> bool:
        """Whether one of some mails asks something that a word answers."""
        return not self._asking.isdisjoint(mails)

    def in_thread(self, mails: Iterable[str], home: Known | None = None) -> tuple[frozenset[str], frozenset[str]]:
        """Return what some mails ask for, and what else the same processes wait for, or the one that they belong to."""
        asking = [self._by_mail[mail] for mail in mails if mail in self._by_mail]
        homes = {process for process, _ in asking} | ({home.header.id} if home is not None else set())
        here = {item for _, items in asking for item in items}
        waiting = {item for home, items in self._by_mail.values() if home in homes for item in items}
        return frozenset(here), frozenset(waiting - here)
