"""Find time expressions in a text and place them on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from sincerely.core.working_time import WorkingCalendar

from . import rules_clock, rules_days, rules_deadlines, rules_durations, rules_holidays, rules_periods, rules_ranges
from .chart import Chart, Reading, parse
from .context import Context
from .guards import is_refused
from .holiday_names import NAME_WORDS
from .lexicon import load
from .tokens import Island, has_anchor, islands, lower
from .values import GRAINS, At, Day, Span, Tod, span_of

RULE_FILES = (
    rules_durations, rules_days, rules_clock, rules_periods, rules_holidays, rules_ranges, rules_deadlines,
)  # fmt: skip
load()

# Categories that can stand by themselves.
_FINAL = ("DATE", "AT", "TOD", "SPAN", "IN", "IVL", "DEAD", "OPEN")
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


def find(
    text: str, at: datetime, country: str = "US", calendar: WorkingCalendar | None = None
) -> list[TimeMention]:
    """Return the time expressions of a text, in order, none overlapping another.

    Args:
        text: any text.
        at: the reference time, such as when the mail was sent. Naive means wall time, and so are the answers;
            aware answers are in its zone.
        country: two letters; it decides between 3/4 as March 4 and as 3 April, and which holiday a name means.
        calendar: working days, for business days; without one every Monday to Friday is one.
    """
    low = lower(text)
    if len(low) > _SHORT and not has_anchor(low):
        return []
    context = Context(at, country, calendar)
    found: list[TimeMention] = []
    for island in islands(low):
        if island.anchored:
            found.extend(_in_island(island, text, low, context))
    if not found and len(low) <= _LONGEST_ALONE:
        found = _alone(text, low, context)
    return found


def _in_island(island: Island, text: str, low: str, context: Context) -> list[TimeMention]:
    from .lexing import lexical  # noqa: PLC0415

    chart = parse(lexical(island, text, context), context)
    best = _best_row(chart, island, low, context)
    return [m for place, reading in best if (m := _mention(island, place, reading, text, context))]


def _alone(text: str, low: str, context: Context) -> list[TimeMention]:
    """Return the reading of a text that is nothing but one expression, even a weak one."""
    from .lexing import lexical  # noqa: PLC0415

    rows = list(islands(low))
    if len(rows) != 1 or low[: rows[0].begins[0]].strip() or low[rows[0].ends[-1] :].strip(" .!?\n\t"):
        return []
    island = rows[0]
    chart = parse(lexical(island, text, context), context)
    size = len(island.words)
    while size and island.words[size - 1] in {".", "!", "?"}:
        size -= 1
    whole = [r for c in (*_FINAL, "WEAK") for r in chart.cells[0].get(c, ()) if r.end >= size]
    whole.sort(key=lambda reading: -reading.score)
    for reading in whole:
        mention = _mention(island, 0, reading, text, context, latent=True)
        if mention:
            return [mention]
    return []


def _best_row(chart: Chart, island: Island, low: str, context: Context) -> list[tuple[int, Reading]]:
    """Return the row of readings that explains most of the island with the fewest pieces."""
    del context
    size = len(island.words)
    # Signs count nothing: a stop or a comma more explains no more.
    length = [0, *accumulate(word[0].isalnum() for word in island.words)]
    weights = [0.0] * (size + 1)
    choice: list[Reading | None] = [None] * size
    for place in range(size - 1, -1, -1):
        weights[place] = weights[place + 1]
        cell = chart.cells[place]
        for category in _FINAL:
            for reading in cell.get(category, ()):
                if reading.latent or is_refused(island, place, reading, low):
                    continue
                weight = 10 * (length[reading.end] - length[place]) - 5 + reading.score + weights[reading.end]
                if weight > weights[place]:
                    weights[place], choice[place] = weight, reading
    row, place = [], 0
    while place < size:
        chosen = choice[place]
        if chosen is None:
            place += 1
        else:
            row.append((place, chosen))
            place = chosen.end
    return row


def _mention(
    island: Island, place: int, reading: Reading, text: str, context: Context, *, latent: bool = False
) -> TimeMention | None:
    try:
        span = span_of(reading.value, context)
    except (ValueError, OverflowError):
        return None
    if span is None or (span.start is None and span.end is None):
        return None
    if span.start is not None and span.end is not None and span.start >= span.end:
        return None
    begin, stop = island.begins[place], island.ends[reading.end - 1]
    quote = text[begin:stop]
    if quote.endswith((".", ",")) and not quote.lower().endswith((".m.", "p.", "a.")):
        stop -= 1
    return TimeMention(
        text[begin:stop], begin, stop, _out(span.start, context), _out(span.end, context), GRAINS[span.grain], latent
    )


def _out(wall: datetime | None, context: Context) -> datetime | None:
    return None if wall is None else wall.replace(tzinfo=context.zone)


_ = (At, Day, Span, Tod, timedelta, NAME_WORDS)
