"""How a text would land: negative, polite, and the words that carry it.

The encoder hears the text and each of its sentences; blunt turns of phrase, which count whatever it hears, politeness
and the naming of reasons are hand-made. A report of discrimination, harassment, fraud, danger or unpaid work is told
apart by what it names and by what was done about it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .reporting import reports_wrong
from .text import Said, sentences
from .tone_declining import declines, tells_own_work, weighs_matters, wishes_well
from .tone_foreign import FRENCH, GERMAN, is_calm
from .tone_plain import is_plain
from .tone_praise import praised
from .tone_turns import comes_near
from .tone_words import PAY, POLITE, SORT, TURNS, WHY, is_blunt, tokens
from .umlauts import heard_as

# Of a longer text the encoder hears enough to go by.
_FEW = 3
# From here on a text as a whole lands badly, and a sentence carries it.
_HALF = 0.5
# What is said of a text in a language that the encoder has not learnt.
_UNSURE = 0.4
_FEWEST_WORDS, _KNOWN = 6, 0.12
_SMALL = (
    GERMAN
    | FRENCH
    | frozenset("the and to of a i you is it for that my me we your with on be have not as at are".split())
)
# How likely a text lands badly at the least that says something bluntly, whatever else stands in it.
_BLUNT = 0.9
# A greeting has no more words than these.
_FORMULA = 4
# Longer texts are judged by their beginning: two megabytes of a draft are no mail.
LONGEST = 6_000


@dataclass(frozen=True)
class Culprit:
    """Words that would land badly, and why."""

    said: Said
    why: str


@dataclass(frozen=True)
class Tone:
    """How a text would land.

    Attributes:
        negative: how likely it is to land badly, 0 to 1.
        polite: how courteous it is, 0 to 1.
        culprits: the words that carry it, in order.
    """

    negative: float = 0.0
    polite: float = 0.0
    culprits: tuple[Culprit, ...] = ()


@dataclass(frozen=True)
class Heard:
    """How the encoder hears a text.

    Attributes:
        negative: how likely the whole lands badly, 0 to 1.
        sentences: how likely each sentence does, 0 to 1, in their order.
        kinds: for each thing that can be wrong how likely it is, in log-odds.
    """

    negative: float
    sentences: Sequence[float]
    kinds: Mapping[str, float]


Ear = Callable[[Sequence[str]], Heard]
"""Hears the sentences of a text."""


def hear(text: str, ear: Ear) -> Tone:
    """Return how a text would land."""
    every = list(sentences(text[:LONGEST]))
    if not every:
        return Tone()
    # "Dear Dana," and "Best, Robin" say nothing of tone, and blur what the text says.
    said = [s for s in every if not _is_formula(s.text)] or every
    spelt = heard_as(text[:LONGEST])
    # To ask for more pay is no matter of tone.
    said = [s for s in said if not _asks_for_pay(spelt(s.text))] or said
    lines = [spelt(s.text) for s in said]
    heard = ear(lines)
    negative, scores = heard.negative, list(heard.sentences)
    blunt = [is_blunt(low) or comes_near(low) for low in (line.lower().replace("’", "'") for line in lines)]
    if any(blunt):
        negative = max(negative, _BLUNT)
        scores = [max(score, _BLUNT) if b else score for score, b in zip(scores, blunt, strict=True)]
    elif _is_foreign(lines):
        negative = min(negative, _UNSURE)
    else:
        negative, scores = _soothed(lines, negative, scores)
    carrying = _carrying(said, scores) if negative >= _HALF else []
    culprits = tuple(Culprit(s, _why(spelt(s.text), heard.kinds)) for s in carrying)
    return Tone(negative, _polite(text[:LONGEST], said, negative), culprits)


def _soothed(lines: Sequence[str], negative: float, scores: Sequence[float]) -> tuple[float, list[float]]:
    """Return what the encoder heard without what it heard in sentences that cannot land badly.

    A short text of nothing else is none that does, nor a polite no in which nothing else strikes, nor a letter that says
    other things too and strikes in none of them; in others such a sentence is no culprit beside one that strikes. A
    longer tale of nothing else may have its point between the lines.
    """
    no = [declines(line) for line in lines]
    calm = [
        said_no
        or is_plain(line)
        or is_calm(line)
        or praise
        or weighs_matters(line)
        or tells_own_work(line)
        or (any(no) and wishes_well(line))
        for line, said_no, praise in zip(lines, no, praised(lines), strict=True)
    ]
    soothed = [min(score, _UNSURE) if quiet else score for score, quiet in zip(scores, calm, strict=True)]
    strikes = max(soothed) >= _HALF
    mild = not strikes and not all(calm) and max(scores) >= _HALF
    if (all(calm) and len(lines) <= _FEW) or (any(no) and not strikes) or mild:
        return min(negative, _UNSURE), soothed
    return negative, soothed if strikes else list(scores)


def reports(text: str) -> bool:
    """Whether a text reports discrimination, harassment, fraud, danger or unpaid work, rather than runs somebody down."""
    return reports_wrong(text[:LONGEST])


def _is_formula(line: str) -> bool:
    """Whether a line is a greeting, a close or a name: a few words, and no sentence."""
    return len(tokens(line)) <= _FORMULA and not line.rstrip("\"'”’)").endswith((".", "!", "?", "…"))


def _asks_for_pay(line: str) -> bool:
    """Whether a line asks whether there is room for more pay, and says nothing that is blunt."""
    low = line.lower().replace("’", "'")
    if PAY.search(low) is None or is_blunt(low) or any(turn.search(low) for _, turn in TURNS):
        return False
    return not any(SORT.get(word) == "insult" for word in tokens(low))


def _is_foreign(lines: Sequence[str]) -> bool:
    """Whether too few small words of English, German or French stand in a text to say anything of its tone."""
    words = [word for line in lines for word in tokens(line)]
    return len(words) >= _FEWEST_WORDS and sum(word in _SMALL for word in words) < _KNOWN * len(words)


def _carrying(said: Sequence[Said], scores: Sequence[float]) -> list[Said]:
    line = min(max(scores), _HALF)
    return [s for s, value in zip(said, scores, strict=True) if value >= line]


def _why(sentence: str, kinds: Mapping[str, float]) -> str:
    """Return the reason that a turn of phrase names, else the likeliest that the encoder hears."""
    lower = sentence.lower().replace("’", "'")
    for kind, turn in TURNS:
        if turn.search(lower):
            return WHY[kind]
    if any(SORT.get(word) == "insult" for word in tokens(sentence)):
        return WHY["disparagement"]
    return WHY[max(kinds, key=kinds.__getitem__, default="disparagement")]


def _polite(text: str, said: Sequence[Said], negative: float) -> float:
    marks = len(POLITE.findall(text.lower()))
    rude = sum(1 for s in said if any(SORT.get(word) == "insult" for word in tokens(s.text)))
    kind = 1 - 0.7 * negative if negative >= _HALF else 1.0
    return (1 - math.exp(-0.7 * marks)) * kind / (1 + rude)
