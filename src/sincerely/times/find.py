"""Find time expressions in a text and place them on the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate

from sincerely.core.working_time import WorkingCalendar

from . import (
    rules_clock,
    rules_dated,
    rules_days,
    rules_deadlines,
    rules_durations,
    rules_holidays,
    rules_hours,
    rules_lists,
    rules_parts,
    rules_periods,
    rules_ranges,
)  # fmt: skip
from .chart import Chart, Reading, parse
from .context import Context
from .guards import is_refused
from .invisible import Seen, seen
from .lexicon import load
from .lexing import lexical
from .neighbours import Draft, lend
from .rules_lists import Several
from .tokens import Island, has_anchor, islands, lower, may_begin
from .values import GRAINS, span_of

# Listed by hand: what is not here is no rule.
RULE_FILES = (
    rules_durations, rules_days, rules_clock, rules_hours, rules_dated, rules_periods, rules_parts, rules_holidays,
    rules_ranges, rules_deadlines, rules_lists,
)  # fmt: skip
load()

# Categories that can stand by themselves.
_FINAL = ("DATE", "AT", "TOD", "SPAN", "IN", "IVL", "DEAD", "OPEN", "NOW", "SEVERAL")
_FINALS = frozenset(_FINAL)
_LONGEST_ALONE = 120
# Texts up to here may be one expression in words that are no anchors ("ten thirty").
_SHORT = 32


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and the stretch of the calendar that it means.

    Attributes:
        quote: the words, ``text[begin:stop]``.
        begin, stop: where they stand, in characters.
        start: first instant; None for deadlines.
        end: the instant at which it is over; None for "after", "since", "from".
        grain: the finest unit that the words give.
        latent: a reading that holds only because the words stand alone ("May", "1974").
    """

    quote: str
    begin: int
    stop: int
    start: datetime | None
    end: datetime | None
    grain: str
    latent: bool = False

    @property
    def deadline(self) -> bool:
        """Whether the words say by when."""
        return self.start is None


def find(text: str, at: datetime, country: str = "US", calendar: WorkingCalendar | None = None) -> list[TimeMention]:
    """Return the time expressions of a text, in order, none overlapping another.

    Args:
        text: any text.
        at: the reference time, such as when the mail was sent. Naive means wall time, and so are the answers;
            aware answers are in its zone.
        country: two letters; it decides between 3/4 as March 4 and as 3 April, and which holiday a name means.
        calendar: working days, for business days; without one every Monday to Friday is one.
    """
    bare = None if text.isascii() else seen(text)
    if bare is not None:
        return [_placed(mention, bare, text) for mention in find(bare.text, at, country, calendar)]
    low = lower(text)
    if len(low) > _SHORT and not has_anchor(low):
        return []
    context = Context(at, country, calendar)
    drafts = [d for island in islands(low) for d in _in_island(island, text, low, context)]
    if not drafts:
        return _alone(text, low, context) if len(low) <= _LONGEST_ALONE else []
    if len(drafts) > 1:
        lend(drafts, low, context)
    return [mention for draft in drafts if (mention := _mention(draft, text, context))]


def _placed(mention: TimeMention, bare: Seen, text: str) -> TimeMention:
    """Return what was found in a text as it is seen with its place in the text as it is written."""
    begin, stop = bare.place(mention.begin), bare.place(mention.stop - 1) + 1
    return replace(mention, quote=text[begin:stop], begin=begin, stop=stop)


def _in_island(island: Island, text: str, low: str, context: Context) -> list[Draft]:
    chart = parse(lexical(island, text, context), context)
    drafts: list[Draft] = []
    for place, reading in _best_row(chart, island, low):
        if isinstance(reading.value, Several):
            drafts.extend(_draft(island, begin, end, day) for begin, end, day in reading.value.days)
        else:
            drafts.append(_draft(island, place, reading.end, reading.value))
    return drafts


def _draft(island: Island, place: int, end: int, value: object) -> Draft:
    begin, stop = island.begins[place], island.ends[end - 1]
    words = island.words[place:end]
    if words[-1] in {".", ",", "to"} and words[-2] not in {"m", "p", "a"}:
        words.pop()
        stop = island.ends[end - 2]
    return Draft(value, begin, stop, words)


def _alone(text: str, low: str, context: Context) -> list[TimeMention]:
    """Return the reading of a text that is nothing but one expression, even a weak one."""
    # The first word, and else the first island, tells of nearly every text that it does not begin with one.
    if not may_begin(low):
        return []
    island = next(islands(low, every=True), None)
    if island is None or low[: island.begins[0]].strip() or low[island.ends[-1] :].strip(" .!?\n\t"):
        return []
    chart = parse(lexical(island, text, context), context)
    size = len(island.words)
    while size and island.words[size - 1] in {".", "!", "?"}:
        size -= 1
    whole = [r for c in (*_FINAL, "WEAK") for r in chart.cells[0].get(c, ()) if r.end >= size]
    whole.sort(key=lambda reading: -reading.score)
    for reading in whole:
        mention = _mention(_draft(island, 0, reading.end, reading.value), text, context, latent=True)
        if mention:
            return [mention]
    return []


def _by_weight(candidate: tuple[float, Reading]) -> float:
    return candidate[0]


def _best_row(chart: Chart, island: Island, low: str) -> list[tuple[int, Reading]]:
    """Return the row of readings that explains most of the island with the fewest pieces, none of them refused."""
    row = _row(chart, island, None)
    if any(is_refused(island, place, reading, low) for place, reading in row):
        return _row(chart, island, low)
    return row


def _row(chart: Chart, island: Island, low: str | None) -> list[tuple[int, Reading]]:
    """Return the best row; only with the whole text it is known which readings are refused."""
    if all(map(_FINALS.isdisjoint, chart.cells)):
        return []
    size = len(island.words)
    # Signs count nothing: a stop or a comma more explains no more.
    length = [0, *accumulate([word[0].isalnum() for word in island.words])]
    weights = [0.0] * (size + 1)
    choice: list[Reading | None] = [None] * size
    for place in range(size - 1, -1, -1):
        weights[place] = weights[place + 1]
        cell = chart.cells[place]
        if _FINALS.isdisjoint(cell):
            continue
        least, base = weights[place], -10 * length[place] - 5
        found = [
            (weight, reading)
            for category in _FINAL
            if category in cell
            for reading in cell[category]
            if not reading.latent
            and (weight := 10 * length[reading.end] + base + reading.score + weights[reading.end]) > least
        ]
        if len(found) > 1:
            found.sort(key=_by_weight, reverse=True)
        for weight, reading in found:
            if low is None or not is_refused(island, place, reading, low):
                weights[place], choice[place] = weight, reading
                break
    row, place = [], 0
    while place < size:
        chosen = choice[place]
        if chosen is None:
            place += 1
        else:
            row.append((place, chosen))
            place = chosen.end
    return row


def _mention(draft: Draft, text: str, context: Context, *, latent: bool = False) -> TimeMention | None:
    try:
        span = span_of(draft.value, context)
    except (ValueError, OverflowError):  # no such day, or beyond the calendar's ends
        return None
    if span is None or (span.start is None and span.end is None):
        return None
    if span.start is not None and span.end is not None and span.start >= span.end:
        return None
    begin, stop = draft.begin, draft.stop
    start, end = span.start, span.end
    if context.zone is not None:
        start, end = _out(start, context), _out(end, context)
    return TimeMention(text[begin:stop], begin, stop, start, end, GRAINS[span.grain], latent)


def _out(wall: datetime | None, context: Context) -> datetime | None:
    return None if wall is None else wall.replace(tzinfo=context.zone)
