"""What a measuring comes to: measures with their values, further tables, and the errors that remain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

OURS = "sincerely"

Unit = Literal["share", "count", "per 100", "a second", "times"]


@dataclass(frozen=True)
class Score:
    """One value of a measure.

    Attributes:
        value: in the measure's unit.
        right, of: what a share was made of.
    """

    value: float
    right: int | None = None
    of: int | None = None


@dataclass(frozen=True)
class Measure:
    """One line of the table.

    Attributes:
        name: what is measured.
        scores: by who was measured: `OURS`, or a peer by name and version.
        unit: how a value reads.
        at_least, at_most: what is aimed at; None where nothing is.
        steady: whether the same files and code always give the same value; speeds do not.
    """

    name: str
    scores: Mapping[str, Score]
    unit: Unit = "share"
    at_least: float | None = None
    at_most: float | None = None
    steady: bool = True

    @property
    def met(self) -> bool | None:
        """Whether our own value reaches what is aimed at; None where nothing is, or nothing was measured."""
        own = self.scores.get(OURS)
        if own is None or (self.at_least is None and self.at_most is None):
            return None
        low = self.at_least is None or own.value >= self.at_least
        return low and (self.at_most is None or own.value <= self.at_most)


@dataclass(frozen=True)
class Fault:
    """One error that remains.

    Attributes:
        measure: the line of the table that it spoils.
        case: the mail, sentence or file.
        wrong: what is wrong with it, in words that do not give the case away.
        detail: what the case says and what was found.
        grave: a wrong rejection, offer or interview.
    """

    measure: str
    case: str
    wrong: str
    detail: str = ""
    grave: bool = False


@dataclass(frozen=True)
class Details:
    """A further table: per kind, per verb."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Outcome:
    """What one set came to.

    Attributes:
        name: what `--set` calls it.
        title: for headings.
        about: which files they are, and how they count, in a sentence or two.
        skipped: why nothing was measured; empty where something was.
        blind: whoever writes the reader must not see what its cases say.
    """

    name: str
    title: str
    about: str
    measures: Sequence[Measure] = ()
    tables: Sequence[Details] = ()
    faults: Sequence[Fault] = ()
    notes: Sequence[str] = ()
    skipped: str = ""
    blind: bool = False


@dataclass
class Tally:
    """Counts right and wrong, by who was measured and what."""

    counts: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def add(self, name: str, who: str, *, right: bool) -> None:
        """Count one case."""
        row = self.counts.setdefault(name, {}).setdefault(who, [0, 0])
        row[0] += right
        row[1] += 1

    def scores(self, name: str) -> dict[str, Score]:
        """Return the shares of what was counted under a name."""
        return {who: share(right, of) for who, (right, of) in self.counts.get(name, {}).items()}


def share(right: int, of: int) -> Score:
    """Return a part of a whole; of nothing everything is right."""
    return Score(right / of if of else 1.0, right, of)


def f1(right: int, found: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    return 2 * right / (found + wanted) if found + wanted else 1.0


def percent(value: float) -> str:
    """Return a share as the tables show it."""
    return f"{value:.3f}"


def shown(score: Score | None, unit: Unit) -> str:
    """Return a value as the tables show it."""
    if score is None:
        return ""
    if unit == "share":
        return percent(score.value)
    if unit == "count":
        return f"{score.value:.0f}" if score.of is None else f"{score.value:.0f} of {score.of:,}"
    if unit == "per 100":
        return f"{score.value:.1f} per 100"
    return f"{score.value:,.0f}/s" if unit == "a second" else f"{score.value:,.1f}×"


def aim(measure: Measure) -> str:
    """Return what is aimed at, as the tables show it."""
    if measure.at_least is not None:
        return f"≥ {_bound(measure.at_least, measure.unit)}"
    if measure.at_most is not None:
        return "none" if measure.at_most == 0 else f"≤ {_bound(measure.at_most, measure.unit)}"
    return ""


def _bound(value: float, unit: Unit) -> str:
    return f"{value:.2f}" if unit == "share" else shown(Score(value), unit)


def everybody(measures: Iterable[Measure]) -> list[str]:
    """Return who was measured, ourselves first, the others in the order in which they first stand there."""
    return list(dict.fromkeys([OURS, *(who for measure in measures for who in measure.scores)]))
