"""When an interview takes place and with whom, as far as a mail's text says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sincerely.times import TimeMention

from .lengths_said import is_length, length_of, opened, over
from .slots import Slot
from .statement import CLOCK_GRAINS, Statement, mentions
from .time_clauses import names_day

_WORD = r"noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_RANGE = re.compile(
    rf"(?:\d\s*(?:[ap]\.?m\.?)?|\b(?:{_WORD}))\s*(?:-|–|—|(?:to|until|till?|bis|and))\s*(?:\d|(?:(?:half|quarter) (?:past|to) )?(?:{_WORD})\b|half\b)",
    re.IGNORECASE,
)
_PAST = timedelta(hours=12)
_LONGEST = timedelta(hours=11)


Likely = Callable[[int, int], float]
"""How likely an interview begins at a time: the statement, and which of its times."""


def slots(said: Sequence[Statement], likely: Likely) -> list[Slot]:
    """Return the clock times ahead that a mail names, in order, each once.

    An hour without a day of its own ("at 14:00, same day") belongs to the day that is told nearest to it, of those
    on which an interview may be.
    """
    days = _days(said, likely)
    found: list[Slot] = []
    for index, statement in enumerate(said):
        for which, told in enumerate(statement.times):
            mention = (
                opened(told, statement, starts=likely(index, which) >= _HARDLY) if told.grain in CLOCK_GRAINS else told
            )
            if mention.start is None or mention.grain not in CLOCK_GRAINS or not _SHOWS_CLOCK.search(mention.quote):
                continue
            if is_bare_clock(mention) and is_length(statement.text, mention.begin, mention.stop):
                continue
            if is_bare_clock(mention):
                near = min(days, key=lambda day: _distance(day, index, which), default=None)
                mention = (near and joined(near.said, near.mention, mention)) or mention
            if mention.start is not None and mention.start > statement.clock.at - _PAST:
                end = ends(mention, statement) or _over(mention.start, said, index, which)
                found.append(Slot(mention.start, end, index, mention.begin, mention.stop, likely(index, which)))
    return _once(found)


class _Day(NamedTuple):
    """A day that a mail names, with how likely an interview is on it."""

    place: int
    which: int
    said: Statement
    mention: TimeMention
    likely: float


# A day that is hardly an interview's still says which day an hour right behind it means.
_HARDLY = 0.3
_NEAR = 3


def _days(said: Sequence[Statement], likely: Likely) -> list[_Day]:
    found = [
        _Day(index, which, statement, mention, likely(index, which))
        for index, statement in enumerate(said)
        for which, mention in enumerate(statement.times)
        if mention.start is not None
        and (mention.grain == "day" or (mention.grain in CLOCK_GRAINS and not is_bare_clock(mention)))
    ]
    sure = [day for day in found if day.likely >= _HARDLY]
    return sure or [day for day in found if day.mention.grain == "day"]


def _distance(day: _Day, index: int, which: int) -> tuple[bool, float, float]:
    """Return how far a day stands from an hour: one before it is nearer than one behind it."""
    away = index - day.place + (which - day.which) / 100
    return abs(away) > _NEAR and day.likely < _HARDLY, abs(away) * (1 if away > 0 else 1.5), -day.likely


# "24 hours ahead" is an instant, but no appointment.
_SHOWS_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}\b|\d\s*[ap]\.?\s?m\b|\b(?:at|from|to|by|@|um)\s+\d{1,2}\b|\bnoon\b|\bmidday\b|o.?clock|\b\d{1,2}\s?h\b|\b\d{1,2} in the\b|\d[\s-]?ish\b"
    rf"|half past|quarter|\b(?:at|by|from) (?:{_WORD})\b|\bhalf (?:\d|(?:{_WORD})\b)"
    rf"|\b(?:{_WORD}|twenty)\s*(?:[-–]|\b(?:till?|until|to|past)\b)\s*(?:{_WORD})\b"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.? \d{1,2}$|\bmake it\b"
    r"|\d\s*(?:[-–]|\btil{1,2}\b|\buntil\b|\bto\b|\bbis\b)\s*\d",
    re.IGNORECASE,
)


def is_bare_clock(mention: TimeMention) -> bool:
    """Whether a time names no day of its own."""
    return not names_day(mention.quote)


def joined(before: Statement, day: TimeMention, clock: TimeMention) -> TimeMention | None:
    """Read "Date: 12 March" and "Time: 14:00" as one time."""
    # Of "half 1" the hour alone is another time.
    figure = re.search(r"\d|noon|midday|\bhalf\b|\bquarter\b", clock.quote, re.IGNORECASE)
    hours = clock.quote[figure.start() :] if figure else clock.quote
    named = day.quote if day.grain == "day" else f"{day.start:%Y-%m-%d}"
    for mention in mentions(f"{named} at {hours}", before.clock):
        if mention.grain in CLOCK_GRAINS and mention.start is not None:
            return TimeMention(clock.quote, clock.begin, clock.stop, mention.start, mention.end, mention.grain)
    return None


def ends(mention: TimeMention, statement: Statement) -> datetime | None:
    """Return the end that the words give: of a range, or by a length named in the sentence."""
    if mention.start is None or mention.end is None:
        return None
    lasts = mention.end - mention.start
    if (_RANGE.search(mention.quote) or length_of(mention.quote) == lasts) and timedelta(minutes=5) < lasts <= _LONGEST:
        return mention.end
    length = None if not _SHOWN.isdisjoint(statement.words) else length_of(statement.text)
    return mention.start + length if length else None


# What one is to show has a length of its own.
_SHOWN = frozenset(
    "lesson presentation präsentation kurzpräsentation vortrag kurzvortrag lehrprobe présentation exposé".split()
)


def _over(start: datetime, said: Sequence[Statement], index: int, which: int) -> datetime | None:
    """Return the end that the next time tells, in the same statement or the one behind it."""
    behind = [(said[index], mention) for mention in said[index].times[which + 1 : which + 2]]
    if not behind and index + 1 < len(said):
        behind = [(said[index + 1], mention) for mention in said[index + 1].times[:1]]
    return next((end for statement, mention in behind if (end := over(start, mention, statement))), None)


def _once(found: list[Slot]) -> list[Slot]:
    best: dict[datetime, Slot] = {}
    for slot in found:
        known = best.get(slot.start)
        if known is None:
            best[slot.start] = slot
        else:
            end, surer = known.end or slot.end, max(known, slot, key=lambda one: one.likely)
            best[slot.start] = surer._replace(end=end)
    return sorted(best.values(), key=lambda slot: (slot.statement, slot.begin))


# Beside these words a length is the interview's; beside those it is something else's.
_LASTS = frozenset(
    """interview call last take takes minutes duration length allow lasts minute min mins hour hr hrs conversation chat meeting dauer dauert
    minuten entretien durée""".split()
)
_OTHER_LENGTHS = frozenset(
    """test assessment exercise before prior early earlier arrive lesson presentation tour walk drive ride bus train
    präsentation kurzpräsentation vortrag kurzvortrag lehrprobe rundgang aufgabe présentation exposé visite exercice""".split()
)


def lengthened(slot: Slot, said: Sequence[Statement]) -> Slot:
    """Give a slot without an end the length that another sentence names."""
    if slot.end is not None:
        return slot
    for statement in said:
        words = set(statement.words)
        if words.isdisjoint(_LASTS):
            continue
        if not words.isdisjoint(_OTHER_LENGTHS):
            continue
        length = length_of(statement.sentence.text)
        if length:
            return slot._replace(end=slot.start + length)
    return slot
