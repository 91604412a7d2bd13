"""What the readers of single pieces of news share: how sure they are, and the sentence that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from sincerely.core.events import Event
from sincerely.reading.scoring.insight import Insight
from sincerely.reading.scoring.labels import KINDS

from . import meeting_times as meetings
from .scene import Found, Scene
from .slots import Slot

# Below this a first look takes a mail for none of the candidate's own search: what is grave in it is asked.
ABOUT = 0.25
# Below this, what a mail seems to say is asked, not assumed.
CERTAIN = 0.5
# A wrong rejection, offer or interview is the grave error: these must be surer. Of 3,156 mails of 30 hands that were
# held out, many of them written to mislead, 885 of 1,089 such events lay above these lines, and seven that were wrong.
_GRAVELY = {"rejected": 0.9, "offered": 0.94, "scheduled": 0.92, "moved": 0.9, "cancelled": 0.9}
# From here on it counts although a first look takes the mail for none of hiring. Of 3,156 mails that were held out seven
# were such a case, and all of them what they seemed; of 1,406 mails about anything else none was.
_PLAIN, _NO_DOUBT = 0.97, 0.02
# To be invited where one is not is half as bad: one answers, and is told.
_INVITED = 0.8
GRAVE = frozenset(_GRAVELY)
# Below this it is not even asked.
NOTICED = 0.35
# Of what a sentence says and the whole mail does not seem to be.
_CONTRADICTED = 0.7
# A mail of a kind brings that news, whichever sentence it is that says so.
_SHOWN = 0.95
OF_KIND = {
    "offered": "offer", "rejected": "rejection", "cancelled": "interview_cancelled", "moved": "interview_changed",
    "scheduled": "interview_set", "invited": "interview_invite", "assessed": "assessment",
    "requested:references": "reference_check", "promised": "promise", "acknowledged": "acknowledgement",
}  # fmt: skip
"""The kind of mail that each piece of news makes."""
# That somebody wrote, and no more, is not worth a question.
_TRIVIAL = frozenset({"heard", "prefers"})

_TROUBLE = r"(?:questions?|concerns?|problems?|issues?|queries|doubts?|worries|difficult(?:y|ies)|trouble)"
# "if any of the dates suit you" and "if there is any day you cannot start" are questions.
_ANYTHING = (
    r"anything(?: else| more| further| at all)?(?=\s*[.!,;)]*$| before | (?:is |seems )?(?:unclear|not clear)| (?:that )?(?:I|we) can\b| you "
    r"(?:need|want|(?:wish|would like|['’]d like) to (?:ask|know|discuss|clarify))| (?:comes|crops) up)"
)
_BY_THE_WAY = (
    r"(?:,|;|\bor|\band)\s+(?:(?:also|please|then|let (?:me|us) know)\s+)*(?:which|what|when|whether|how|who|where|if|could|can|would|will|do|are|"
    r"confirm|send|tell|reply|choose|pick|bring|any (?:of|chang|day|date|time))"
)
OFFERS = re.compile(
    rf"(?![^\n]*?{_BY_THE_WAY}\b)"
    r"(?:(?:please|just|but|and|do|so)\s+)*(?:let (?:me|us) know|shout|reach out|get in touch|drop (?:me|us) a line|(?:contact|call|ring|email) (?:me|us)|"
    r"give (?:me|us) a (?:shout|call|ring)|feel free to \w+(?: \w+)?)(?: any ?time)? if "
    rf"(?:you (?:need (?:any(?:thing)?\b(?! of\b| moved| changed)|help|more|further)|(?:have|run into|get) (?:any |other |further |more )*(?:{_TROUBLE}|stuck)\b)|"
    rf"(?:there(?:['’]s| is| are) )?(?:any (?:other |further |more )*{_TROUBLE}\b|{_ANYTHING}))[^?]*$",
    re.IGNORECASE,
)


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

    @property
    def insight(self) -> Insight:
        """Return the encoder's view."""
        return self.scene.insight

    @cached_property
    def slots(self) -> list[Slot]:
        """Return the clock times ahead that the text names, each with how likely an interview begins then."""
        likely = {(timed.statement, timed.which): timed.likely for timed in self.insight.times("start")}
        return meetings.slots(self.scene.said, lambda statement, which: likely.get((statement, which), 0.0))

    def likely(self, what: str) -> float:
        """Return how likely the mail says something, 0 to 1.

        What makes a kind of mail is held against the kind that the encoder sees in the whole: together they are sure,
        and news that is weightier than the whole mail seems to be is a question at most.
        """
        said, kind = self.insight.says(what), OF_KIND.get(what)
        if kind is None:
            return said
        if kind == self.insight.kind:
            return max((said + self.insight.kinds[kind]) / 2, _SHOWN * self.insight.kinds[kind])
        heavier = KINDS.index(kind) < KINDS.index(self.insight.kind)
        return min(said, _CONTRADICTED) if heavier else said

    def says(self, what: str) -> bool:
        """Whether the mail says something, as likely as not at least."""
        return self.likely(what) >= NOTICED and not (what == "asks" and self._only_offers())

    def _only_offers(self) -> bool:
        """Whether what sounds most like a question only offers help: "Let me know if you need anything", "Shout if any problems"."""
        index, said = self.where("asks"), self.scene.said
        return 0 <= index < len(said) and OFFERS.match(said[index].sentence.text) is not None

    def where(self, what: str) -> int:
        """Return the statement that says it most; -1 for the subject."""
        return self.insight.where(what)

    def news(self, kind: str, event: Event, index: int, likely: float) -> News:
        """Attach the sentence that shows an event; ``index`` is -1 where no single one does."""
        event = replace(event, confidence=round(min(likely, 0.99), 3))
        certain = likely >= _line(kind, event.verb) and (event.verb not in GRAVE or self._is_about_hiring(likely))
        said = self.scene.said
        if not 0 <= index < len(said):
            return News(kind, Found(event, certain=certain))
        sentence = said[index].sentence
        quoted = replace(event, quote=self.scene.reply[sentence.begin : sentence.stop])
        return News(kind, Found(quoted, sentence.begin, sentence.stop, certain))

    def _is_about_hiring(self, likely: float) -> bool:
        """Whether what is grave is of the candidate's search: the first look says so, or the careful one leaves no doubt."""
        return self.scene.hiring >= ABOUT or (likely >= _PLAIN and self.insight.kinds["other"] < _NO_DOUBT)


def _line(kind: str, verb: str) -> float:
    """Return from which likelihood on news is told, and below which it is asked."""
    if verb in GRAVE:
        return _GRAVELY[verb]
    return _INVITED if kind == "interview_invite" else CERTAIN


def is_worth_telling(news: News) -> bool:
    """Whether an event is sure enough to be told, or weighty enough to be asked about."""
    event = news.found.event
    return event.confidence >= (CERTAIN if event.verb in _TRIVIAL else NOTICED)
