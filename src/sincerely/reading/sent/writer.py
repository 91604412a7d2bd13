"""One mail of the candidate's, with what several readers of it ask."""

from __future__ import annotations

from dataclasses import dataclass

from sincerely.core import events
from sincerely.core.people import is_unread
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements import saying_yes
from sincerely.reading.statements.own_answer import day_of_answer
from sincerely.reading.statements.scene import Found, Scene
from sincerely.reading.statements.telling import NOTICED, Teller

# So much of what a mail answers tells what it is about.
QUOTED = 2000
# How sure an item is that a sentence names and calls attached.
NAMED = 0.6
SURE = 0.9


@dataclass(frozen=True)
class Writer:
    """One sent mail."""

    scene: Scene
    teller: Teller

    @property
    def to(self) -> tuple[str, ...]:
        """Return to whom it went, the candidate and programs apart."""
        addresses = (mailbox.address.lower() for mailbox in self.scene.letter.to)
        return tuple(dict.fromkeys(a for a in addresses if a and a not in self.scene.me and not is_unread(a)))

    @property
    def to_referee(self) -> bool:
        """Whether it went to somebody who is a referee already."""
        return bool(self.scene.referees.intersection(self.to))

    def found(self, event: events.Event, what: str, likely: float | None = None) -> Found:
        """Attach the sentence that shows an event."""
        sure = self.teller.likely(what) if likely is None else likely
        return self.teller.news("other", event, self.teller.where(what), max(sure, 0.8)).found

    def puts_off(self) -> bool:
        """Whether it says that an answer will come."""
        return saying_yes.puts_off([one.words for one in self.scene.said]) or day_of_answer(self.scene.said) is not None

    def puts_off_offer(self) -> bool:
        """Whether it says that its answer to an offer will come."""
        offered = self.scene.offered or self.teller.likely("accepted") >= NOTICED or self.is_about_offer()
        return offered and self.puts_off()

    def is_about_offer(self) -> bool:
        """Whether what it says or answers names an offer, or its contract."""
        about = f"{self.scene.letter.subject}\n{self.scene.reply}\n{self.scene.quoted[:QUOTED]}"
        return saying_yes.is_about_offer(plain(about))
