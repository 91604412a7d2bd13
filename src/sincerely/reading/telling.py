"""What the readers of single pieces of news share: how sure they are, and the sentence that shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from sincerely.core.events import Event

from . import meetings
from .scene import Found, Scene
from .slots import Slot
from .statements import Statement

# Below this, what a mail seems to say is asked, not assumed.
CERTAIN = 0.75
# Below this it is not even asked.
NOTICED = 0.5
# That somebody wrote, and no more, is not worth a question.
_TRIVIAL = frozenset({"heard", "prefers"})


@dataclass(frozen=True)
class News:
    """An event and the kind of mail that it makes.

    Attributes:
        kind: one of the thirteen.
        found: the event, where it stands, and whether it is sure.
    """

    kind: str
    found: Found


@dataclass(frozen=True)
class Teller:
    """One scene, with what several readers ask of it."""

    scene: Scene

    @staticmethod
    def is_worth_telling(news: News) -> bool:
        """Whether an event is sure enough to be told, or weighty enough to be asked about."""
        event = news.found.event
        trivial = event.verb in _TRIVIAL and news.kind in {"other", "interview_invite"}
        return event.confidence >= (CERTAIN if trivial else NOTICED)

    @cached_property
    def slots(self) -> list[Slot]:
        """Return the clock times ahead that the text names."""
        return meetings.slots(self.scene.said)

    def strength(self, means: str) -> float:
        """Return how strongly the mail says something."""
        return self.scene.strong.get(means, 0.0)

    def sure(self, strength: float) -> float:
        """Return how sure an event is: never surer than that the mail is about hiring at all."""
        return round(min(strength, 0.99) * (0.35 + 0.65 * self.scene.hiring), 3)

    def news(self, kind: str, event: Event, index: int) -> News:
        """Attach the sentence that shows an event; ``index`` is -1 where no single one does."""
        said = self.scene.said
        if not 0 <= index < len(said):
            return News(kind, Found(event, certain=event.confidence >= CERTAIN))
        sentence = said[index].sentence
        quoted = replace(event, quote=self.scene.reply[sentence.begin : sentence.stop])
        return News(kind, Found(quoted, sentence.begin, sentence.stop, event.confidence >= CERTAIN))

    def asks(self) -> bool:
        """Whether an answer is expected, politeness ("any questions?") apart."""
        return any(asks(statement) for statement in self.scene.said)

    def asking(self) -> int:
        """Return the statement that asks most plainly; -1 where none does."""
        ranked = [
            (statement.strength("asks"), -index) for index, statement in enumerate(self.scene.said) if asks(statement)
        ]
        return -max(ranked)[1] if ranked else -1


def asks(statement: Statement) -> bool:
    """Whether a statement expects an answer."""
    return "asks" in statement.meanings and "boilerplate" not in statement.meanings
