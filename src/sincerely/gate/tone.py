"""How a text would land: negative, polite, and the words that carry it.

Each sentence gets a score from a linear model over words, sorts of words and turns of phrase; the text's score is a
second small model over its worst sentences. A report of discrimination, harassment, fraud, danger or unpaid work is
told apart by what it names and by what was done about it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .text import Said, sentences
from .tone_features import features, tokens
from .tone_words import BLUNT, POLITE, SORT, TURNS, WHY

# A sentence whose score is this high carries the text's tone, or at least its worst one does.
_CARRIES = 0.5
# What is said of a text in a language that the model has not learnt.
_UNSURE = 0.4
_FEWEST_WORDS, _ENGLISH = 6, 0.12
_SMALL = frozenset(
    f"w {word}" for word in "the and to of a i you is it for that my me we your with on be have not as at are".split()
)
# How likely a text lands badly at the least that says something bluntly, whatever else stands in it.
_BLUNT = 0.9
# So many words of reporting, each another one, make a report.
_REPORTS = 2
# Longer texts are judged by their beginning: two megabytes of a draft are no mail.
LONGEST = 40_000


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
        negative: how likely the whole lands badly, in log-odds.
        sentences: how likely each sentence does, likewise.
        kinds: how likely each thing that can be wrong is, likewise.
    """

    negative: float
    sentences: Sequence[float]
    kinds: Mapping[str, float]


Ear = Callable[[Sequence[str]], Heard]
"""Hears the sentences of a text."""


@dataclass(frozen=True)
class ToneModel:
    """Coefficients, learnt by bench/train_tone.py.

    Attributes:
        bias: of a sentence.
        weights: of a sentence's features.
        text: of the text, in the order of `of_text`.
        kinds: for each kind of what is wrong the weights of features, to name the reason.
    """

    bias: float
    weights: Mapping[str, float]
    text: Sequence[float]
    kinds: Mapping[str, Mapping[str, float]]


def read_tone(told: Mapping[str, Any]) -> ToneModel:
    """Make the model from its JSON form."""
    return ToneModel(told["bias"], told["weights"], tuple(told["text"]), told["kinds"])


def hear(text: str, model: ToneModel) -> Tone:
    """Return how a text would land."""
    said = list(sentences(text[:LONGEST]))
    if not said:
        return Tone()
    scores = [score(s.text, model) for s in said]
    negative = sigmoid(whole([value for value, _ in scores], model.text))
    blunt = [BLUNT.search(s.text.lower().replace("’", "'")) is not None for s in said]
    if any(blunt):
        negative = max(negative, _BLUNT)
        scores = [(max(v, 1.0) if b else v, names) for (v, names), b in zip(scores, blunt, strict=True)]
    elif _is_foreign(names for _, names in scores):
        negative = min(negative, _UNSURE)
    carrying = _carrying(said, scores) if negative >= _CARRIES else []
    culprits = tuple(Culprit(s, _why(names, model)) for s, names in carrying)
    return Tone(negative, _polite(text[:LONGEST], scores, negative), culprits)


def reports(text: str) -> bool:
    """Whether a text reports discrimination, harassment, fraud, danger or unpaid work, rather than runs somebody down."""
    named = {word for word in tokens(text[:LONGEST]) if SORT.get(word) == "report"}
    return len(named) >= _REPORTS


def score(sentence: str, model: ToneModel) -> tuple[float, list[str]]:
    """Return a sentence's score, above zero for what lands badly, and its features."""
    names = features(sentence, tokens(sentence))
    get = model.weights.get
    learnt = sum(get(name, 0.0) for name in names) * len(names) ** -0.5 if names else 0.0
    return model.bias + learnt, names


def whole(scores: Sequence[float], weights: Sequence[float]) -> float:
    """Return a text's score from its sentences'."""
    return sum(weight * value for weight, value in zip(weights, of_text(scores), strict=True))


def of_text(scores: Sequence[float]) -> tuple[float, ...]:
    """Return what the text's own model sees: a one, the worst, the second worst, the mean, how many."""
    ranked = sorted(scores, reverse=True)
    second = ranked[1] if len(ranked) > 1 else min(ranked[0], 0.0)
    soft = math.log(sum(math.exp(max(min(s, 30.0), -30.0)) for s in scores))
    return (1.0, ranked[0], second, sum(scores) / len(scores), soft, math.log(len(scores)))


def sigmoid(value: float) -> float:
    """Return the logistic function, safe at both ends."""
    return 1 / (1 + math.exp(-max(min(value, 30.0), -30.0)))


def _is_foreign(found: Iterable[Sequence[str]]) -> bool:
    """Whether too few small words of English stand in a text to say anything of its tone."""
    words = [name for names in found for name in names if name.startswith("w ")]
    return len(words) >= _FEWEST_WORDS and sum(word in _SMALL for word in words) < _ENGLISH * len(words)


def _carrying(said: Iterable[Said], scores: Sequence[tuple[float, list[str]]]) -> list[tuple[Said, list[str]]]:
    worst = max(value for value, _ in scores)
    line = min(worst, 0.0)
    return [(s, names) for s, (value, names) in zip(said, scores, strict=True) if value >= line]


def _why(names: Sequence[str], model: ToneModel) -> str:
    for turn, _ in TURNS:
        if f"t {turn}" in names:
            return WHY[turn]
    if "s insult" in names:
        return WHY["disparagement"]
    found = {kind: sum(weights.get(name, 0.0) for name in names) for kind, weights in model.kinds.items()}
    kind = max(found, key=lambda k: found[k], default="disparagement")
    return WHY.get(kind, "it runs them down")


def _polite(text: str, scores: Sequence[tuple[float, list[str]]], negative: float) -> float:
    marks = len(POLITE.findall(text.lower()))
    rude = sum(1 for _, names in scores if "s insult" in names)
    return (1 - math.exp(-0.7 * marks)) * (1 - 0.7 * negative) / (1 + rude)
