"""When an interview takes place and with whom, as far as a mail's text says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sincerely.core.people import employer_key, is_person
from sincerely.times import TimeMention

from . import people
from .letter import Letter
from .scene import Scene
from .slots import Slot
from .statements import Statement, mentions

_RANGE = re.compile(r"\d\s*(?:[ap]\.?m\.?)?\s*(?:-|–|—|to|until|till|bis|and)\s*\d", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?P<count>\d{1,3}|an?|one|two|three|half an|forty[- ]five|thirty|sixty|ninety|twenty|fifteen)"
    r"(?P<half> and a half)?[- ]?(?P<unit>min(?:ute)?s?|hours?|hrs?|h)\b"
    r"(?! (?:earlier|later|before|after|ahead|late|early|away|from|drive|sooner))",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "half an": 0.5, "forty-five": 45, "forty five": 45,
           "thirty": 30, "sixty": 60, "ninety": 90, "twenty": 20, "fifteen": 15}  # fmt: skip
_CLOCK_GRAINS = frozenset({"hour", "minute", "second"})
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
        for which, mention in enumerate(statement.times):
            if mention.start is None or mention.grain not in _CLOCK_GRAINS or not _SHOWS_CLOCK.search(mention.quote):
                continue
            if _is_bare_clock(mention):
                near = min(days, key=lambda day: _distance(day, index, which), default=None)
                mention = (near and _joined(near.said, near.mention, mention)) or mention  # noqa: PLW2901
            if mention.start is not None and mention.start > statement.clock.at - _PAST:
                end = _end(mention, statement)
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
        and (mention.grain == "day" or (mention.grain in _CLOCK_GRAINS and not _is_bare_clock(mention)))
    ]
    sure = [day for day in found if day.likely >= _HARDLY]
    return sure or [day for day in found if day.mention.grain == "day"]


def _distance(day: _Day, index: int, which: int) -> tuple[bool, float, float]:
    """Return how far a day stands from an hour: one before it is nearer than one behind it."""
    away = index - day.place + (which - day.which) / 100
    return abs(away) > _NEAR and day.likely < _HARDLY, abs(away) * (1 if away > 0 else 1.5), -day.likely


# "24 hours ahead" is an instant, but no appointment.
_SHOWS_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}\b|\d\s*[ap]\.?\s?m\b|\b(?:at|from|to|by|@|um)\s+\d{1,2}\b|\bnoon\b|\bmidday\b|o.?clock|\b\d{1,2}\s?h\b"
    r"|half past|quarter|\b(?:at|by) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\d\s*(?:[-–]|\btil{1,2}\b|\buntil\b|\bto\b|\bbis\b)\s*\d",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|today|tonight|tomorrow|next|this"
    r"|week|morrow)|\d(?:st|nd|rd|th)\b|\d[/-]\d{1,2}\b(?!:)|\d\.\d{1,2}\.",
    re.IGNORECASE,
)


def _is_bare_clock(mention: TimeMention) -> bool:
    """Whether a time names no day of its own."""
    return _DATED.search(mention.quote) is None


def _joined(before: Statement, day: TimeMention, clock: TimeMention) -> TimeMention | None:
    """Read "Date: 12 March" and "Time: 14:00" as one time."""
    figure = re.search(r"\d|noon|midday", clock.quote)
    hours = clock.quote[figure.start() :] if figure else clock.quote
    named = day.quote if day.grain == "day" else f"{day.start:%Y-%m-%d}"
    for mention in mentions(f"{named} at {hours}", before.clock):
        if mention.grain in _CLOCK_GRAINS and mention.start is not None:
            return TimeMention(clock.quote, clock.begin, clock.stop, mention.start, mention.end, mention.grain)
    return None


def _end(mention: TimeMention, statement: Statement) -> datetime | None:
    """Return the end that the words give: of a range, or by a length named in the sentence."""
    if mention.start is None or mention.end is None:
        return None
    if _RANGE.search(mention.quote) and timedelta(0) < mention.end - mention.start <= _LONGEST:
        return mention.end
    length = None if "lesson" in statement.words or "presentation" in statement.words else length_of(statement.text)
    return mention.start + length if length else None


def length_of(text: str) -> timedelta | None:
    """Return how long a text says that something takes: "a 45-minute call", "about an hour"."""
    match = _LENGTH.search(text)
    if not match or "within" in text[max(0, match.start() - 12) : match.start()].lower():
        return None
    word = match["count"].lower()
    count = float(word) if word.isdigit() else _COUNTS.get(word.replace("-", " "), _COUNTS.get(word, 0))
    if match["half"]:
        count += 0.5
    minutes = count * (60 if match["unit"].lower().startswith("h") else 1)
    return timedelta(minutes=minutes) if 10 <= minutes <= 600 else None


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
    """interview call last take takes minutes duration allow lasts minute hour conversation chat meeting dauer dauert
    minuten entretien durée""".split()
)
_OTHER_LENGTHS = frozenset(
    "test assessment exercise before prior early earlier arrive lesson presentation tour".split()
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
            return Slot(slot.start, slot.start + length, slot.statement, slot.begin, slot.stop)
    return slot


def interviewers(scene: Scene, first: int) -> tuple[str, ...]:
    """Return whom one will meet: those named, and the sender where the mail says that he or she will be there.

    Args:
        scene: the mail.
        first: the statement that names the time; people named near it come first.
    """
    said, letter = scene.said, scene.letter
    text = "\n".join(statement.sentence.text for statement in said)
    known = people.book(letter, f"{text}\n{scene.signature}")
    mine = _own_names(letter, scene.me)
    firm = employer_key(scene.company)
    found: list[str] = []
    for name in _named(scene, first):
        who = people.address_of(name, known)
        if who.lower() in scene.me or _plain(who) in mine or not is_person(who):
            continue
        if firm and employer_key(name) in firm:
            continue
        found.append(who)
    sender = scene.sender
    present = _PRESENT_TOO if found else _PRESENT
    if sender and is_person(sender) and sender not in found and scene.insight.sender_meets >= present:
        found.append(sender)
    return tuple(dict.fromkeys(found))


# Who names others and arranges need not be there: beside others the writer must be surer to come.
_PRESENT = 0.5
_PRESENT_TOO = 0.9


def _named(scene: Scene, first: int) -> list[str]:
    """Return the names of those to meet in the mail's own words, nearest to the time first, each in its fullest form."""
    own = {word for word in re.findall(r"\w+", scene.letter.from_.name.lower()) if len(word) > 1}
    names: list[tuple[int, str]] = []
    for stretch in scene.insight.stretches("person"):
        if stretch.source >= 0:
            away = abs(stretch.source - max(first, 0))
            told = people.split(stretch.text)
            names += [(away, name) for name in told if not set(re.findall(r"\w+", name.lower())) <= own]
    ordered = [name for _, name in sorted(names, key=lambda pair: pair[0])]
    full = [name for name in ordered if not any(_is_part(name, other) for other in ordered)]
    return list(dict.fromkeys(full))


def _is_part(name: str, other: str) -> bool:
    return name != other and set(name.lower().split()) < set(other.lower().split())


def _own_names(letter: Letter, me: frozenset[str]) -> frozenset[str]:
    return frozenset(_plain(name) for name, address in (*letter.to, *letter.cc) if address.lower() in me and name)


def _plain(name: str) -> str:
    return " ".join(name.lower().split())
