"""What the encoder sees in a mail: how likely each kind is, what each sentence says, what each time and word is."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from . import labels
from .encoding import Encoded, Word
from .linear import sigmoid
from .role_words import is_worker

_SAID = {name: index for index, name in enumerate(labels.SAID)}
_WORD = 0.5
# A capitalised word right beside a name is hardly ever something else.
_BESIDE = {labels.WORDS.index(what): least for what, least in {"person": 0.12, "company": 0.15}.items()}
# A title may be written small, "cellar hand", and hold small words, "Dean of Students".
_ROLE = labels.WORDS.index("role")
_TITLE = 0.15
# No title ends with these; one that does was cut: "conducteur de".
_LINKS = frozenset("de du des d of".split())
_OWNERS = frozenset(
    "la le les un une du des notre votre leur nos vos ce cet cette ces ici mon ma mes son sa ses tout moins plus".split()
)
_LINKED = frozenset({("de", "la"), ("de", "l"), *((letter, mark) for letter in "dl" for mark in "'’")})
_PERSON = labels.WORDS.index("person")
# Small words within names, and how likely a letter before a name must be part of it: "Plan B. Ana Roth" has none.
_PARTICLES = frozenset("van von der den de la le da das do dos del della di du des ten ter zu zur al bin".split())
_INITIAL = 0.03
_EITHER = re.compile(r"[/:*]in(?:nen)?\b|/(?P<other>[^\W\d_]{1,40})")
_HYPHENS = frozenset("-‐‑·")
_JOINTS = frozenset({" ", ". "})
# What a wrong offer, rejection or interview costs, a missed one being 1. Of 1,651 mails of eighteen hands that were held
# out from an earlier network 0.839 were right with 1, and 43 had a wrong one; with 0.5 that was 0.841 and 62, with none 0.847 and 79.
_WRONG = 1.0
_INTERVIEW = frozenset(kind for kind in labels.KINDS if kind.startswith("interview_"))


class Outputs(NamedTuple):
    """The encoder's scores for one mail, in log-odds.

    Attributes:
        kind: one a kind.
        mail: one for each thing that a mail can say, then one for each of `labels.MAIL`.
        sentences: the same things, for every sentence.
        times: for every time, one for each of `labels.TIMES`.
        words: for every piece, one for each of `labels.WORDS`.
    """

    kind: Sequence[float]
    mail: Sequence[float]
    sentences: Sequence[Sequence[float]]
    times: Sequence[Sequence[float]]
    words: Sequence[Sequence[float]]


NOTHING = Outputs((), (), (), (), ())
"""What is seen of a mail that is not looked at."""


@dataclass(frozen=True)
class Calibration:
    """How scores become probabilities; fitted on mails that were held out (`bench/reader/calibrate.py`).

    Attributes:
        said: weights of the whole mail's view and of the strongest sentence's, and a constant.
        kind: by how much the kinds' scores are sharpened.
        shifts: what is added for some things that a mail can say, by their name up to a colon: what is rare is seen
            with less confidence than it deserves.
    """

    said: tuple[float, float, float] = (0.5, 0.5, 0.0)
    kind: float = 1.0
    shifts: Mapping[str, float] = field(default_factory=dict)


Encoder = Callable[[Encoded], Outputs]


class Stretch(NamedTuple):
    """Words that belong together: a name, a title.

    Attributes:
        source: as in `encoding.Word`.
        text: the words.
        score: how likely the least likely of those is that the encoder takes for part of it.
        begin: where they begin in that text.
    """

    source: int
    text: str
    score: float
    begin: int


class Timed(NamedTuple):
    """A time, and how likely it is what was asked for.

    Attributes:
        statement: which one.
        which: which of its times.
        likely: 0 to 1.
    """

    statement: int
    which: int
    likely: float


@dataclass(frozen=True)
class Insight:
    """The encoder's view of one mail, as probabilities."""

    encoded: Encoded
    outputs: Outputs
    calibration: Calibration = Calibration()

    @property
    def looked(self) -> bool:
        """Whether the encoder was asked at all: what is surely no hiring mail is not worth its time."""
        return bool(self.outputs.kind)

    @cached_property
    def kinds(self) -> dict[str, float]:
        """Return how likely each kind is; together 1."""
        return dict(zip(labels.KINDS, _softmax([self.calibration.kind * s for s in self.outputs.kind]), strict=True))

    @cached_property
    def kind(self) -> str:
        """Return the likeliest kind; one that brings grave news only where that is likely enough."""
        return max(labels.KINDS, key=self._worth)

    def _worth(self, kind: str) -> float:
        """Return how likely a kind is, less what it would cost if its grave news were none."""
        if kind not in labels.GRAVE_KINDS:
            return self.kinds[kind]
        # Whether an interview is offered or set may be in doubt where it is none that there is one.
        alike = _INTERVIEW if kind in _INTERVIEW else {kind}
        return self.kinds[kind] - _WRONG * (1 - sum(self.kinds[one] for one in alike))

    def says(self, what: str) -> float:
        """Return how likely the mail says something, by the whole mail's view and the strongest sentence's."""
        column = _SAID[what]
        strongest = max(row[column] for row in self.outputs.sentences)
        whole, sentence, bias = self.calibration.said
        bias += self.calibration.shifts.get(what.partition(":")[0], 0.0)
        return sigmoid(whole * self.outputs.mail[column] + sentence * strongest + bias)

    def where(self, what: str) -> int:
        """Return the statement that says it most; -1 for the subject."""
        column = _SAID[what]
        rows = self.outputs.sentences
        return max(range(len(rows)), key=lambda index: rows[index][column]) - 1

    def statement(self, index: int, what: str) -> float:
        """Return how likely one statement says something."""
        rows = self.outputs.sentences
        return sigmoid(rows[index + 1][_SAID[what]]) if index + 1 < len(rows) else 0.0

    def times(self, what: str) -> list[Timed]:
        """Return the times that may be what is asked for, the likeliest first."""
        column = labels.TIMES.index(what)
        found = [
            Timed(index, which, _softmax(scores)[column])
            for (index, which, _), scores in zip(self.encoded.mentions, self.outputs.times, strict=False)
        ]
        return sorted(found, key=lambda timed: -timed.likely)

    def time(self, index: int, which: int, what: str) -> float:
        """Return how likely one time of a statement is something."""
        return next((t.likely for t in self.times(what) if (t.statement, t.which) == (index, which)), 0.0)

    @property
    def sender_meets(self) -> float:
        """Return how likely the writer will be at the interview."""
        return self._asked("sender-meets")

    @property
    def for_another(self) -> float:
        """Return how likely another house than the writer's has the opening."""
        return self._asked("for-another")

    def _asked(self, what: str) -> float:
        scores = self.outputs.mail
        return sigmoid(scores[len(labels.SAID) + labels.MAIL.index(what)]) if scores else 0.0

    def stretches(self, what: str, least: float = _WORD) -> list[Stretch]:
        """Return the words that belong to a company's name, a role's or a person's, in the order of the mail.

        Args:
            what: ``company``, ``role`` or ``person``.
            least: how likely each word must be part of one.
        """
        return list(self._stretches(labels.WORDS.index(what), least))

    def _stretches(self, column: int, least: float) -> Iterator[Stretch]:
        run: list[int] = []
        words, scores = self.encoded.words, self.outputs.words
        for index, word in enumerate(words):
            inside = sigmoid(scores[word.piece][column]) > least
            if run and (not inside or words[run[-1]].source != word.source):
                yield self._stretch(run, column)
                run = []
            if inside:
                run.append(index)
        if run:
            yield self._stretch(run, column)

    def _widened(self, run: Sequence[int], column: int) -> Sequence[int]:
        """Return a name with the parts of it right before and behind that the encoder was less sure of."""
        first, last = run[0], run[-1]
        while self._belongs(first - 1, first, column):
            first -= 1
        while self._belongs(last + 1, last, column):
            last += 1
        return range(first, last + 1)

    def _belongs(self, index: int, beside: int, column: int) -> bool:
        """Whether a word belongs to the name that the word beside it is part of."""
        words = self.encoded.words
        if not 0 <= index < len(words) or words[index].source != words[beside].source:
            return False
        word, text = words[index], self.encoded.texts[words[index].source]
        before, after = sorted((word, words[beside]), key=lambda one: one.begin)
        told = (
            self._in_name(min(index, beside), max(index, beside), goes_on=index > beside) if column == _PERSON else None
        )
        if told is not None:
            return told
        if column == _ROLE and index > beside and (self._goes_on(beside) or self._links(index, beside)):
            return text[before.stop : after.begin] in {"", " "} and (
                text[word.begin].isalnum() or text[word.begin] in "'’"
            )
        if column == _ROLE and before.stop == after.begin and _is_either(text, after.begin if index > beside else -1):
            return True
        if before.stop == after.begin:
            # "E-commerce", "Entwickler-in": one word to whoever reads it.
            return text[word.begin] in _HYPHENS or (
                text[words[beside].begin] in _HYPHENS and text[word.begin].isalpha()
            )
        if text[before.stop : after.begin] not in _JOINTS:
            return False
        likely = sigmoid(self.outputs.words[word.piece][column])
        if column == _ROLE:
            return likely > _TITLE
        capitals = all(text[one.begin].isupper() or text[one.begin] == "&" for one in (before, after))
        return capitals and likely > _BESIDE[column]

    def _goes_on(self, index: int) -> bool:
        """Whether no title ends with a word: "gestionnaire de", "garde d'", "chef de la"."""
        words, text = self.encoded.words, self.encoded.texts[self.encoded.words[index].source]
        said = [text[word.begin : word.stop].lower() for word in words[max(0, index - 1) : index + 1]]
        return said[-1] in _LINKS or tuple(said) in _LINKED

    def _links(self, index: int, beside: int) -> bool:
        """Whether a word links a title to what its bearer does: "gestionnaire de dossiers", and not "de notre agence"."""
        words, text = self.encoded.words, self.encoded.texts[self.encoded.words[index].source]
        source = words[index].source
        said = [text[one.begin : one.stop] for one in words[index : index + 3] if one.source == source]
        if said[0] not in {"de", "d"} or not is_worker(text[words[beside].begin : words[beside].stop]):
            return False
        work = said[-1] if said[0] == "d" else "".join(said[1:2])
        return len(work) > 1 and work.islower() and work not in _OWNERS

    def _in_name(self, first: int, last: int, *, goes_on: bool) -> bool | None:
        """Whether two neighbours are of one person's name, as far as a particle or an initial tells; None where neither stands.

        After "van der" and "dos" the name goes on; "S. K." begins it. A particle that nothing stands before is no part: "de Mme".
        """
        words, text = self.encoded.words, self.encoded.texts[self.encoded.words[first].source]
        one, other = (text[words[index].begin : words[index].stop] for index in (first, last))
        apart = text[words[first].stop : words[last].begin]
        column = labels.WORDS.index("person")
        likely = sigmoid(self.outputs.words[words[first].piece][column])
        if goes_on and one in _PARTICLES and apart == " ":
            return other in _PARTICLES or other[:1].isupper()
        if other in _PARTICLES and apart == " ":
            return one[:1].isupper() and sigmoid(self.outputs.words[words[last].piece][column]) > _BESIDE[_PERSON]
        if one == "." and apart == " " and first and _is_initial(text, words[first - 1]):
            return other[:1].isupper()
        if other == "." and not apart and _is_initial(text, words[first]):
            return likely > _INITIAL
        return None

    def _stretch(self, run: Sequence[int], column: int) -> Stretch:
        likely = min(sigmoid(self.outputs.words[self.encoded.words[index].piece][column]) for index in run)
        words = [self.encoded.words[index] for index in self._widened(run, column)]
        text = self.encoded.texts[words[0].source]
        return Stretch(words[0].source, text[words[0].begin : words[-1].stop], likely, words[0].begin)


def _is_either(text: str, at: int) -> bool:
    """Whether a title goes on where a text has a stroke, or what stands behind one: "Koch/Köchin", "Entwickler:in"."""
    if at <= 0:
        return False
    either = _EITHER.match(text, at) or (_EITHER.match(text, at - 1) if text[at - 1] in "/:*" else None)
    # Behind a stroke stands a place as well: "Designer/Berlin".
    return either is not None and (either["other"] is None or is_worker(either["other"]))


def _is_initial(text: str, word: Word) -> bool:
    return word.stop - word.begin == 1 and text[word.begin].isupper()


def _softmax(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
