"""When an interview takes place and with whom, as far as a mail's text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

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
    r"(?P<half> and a half)?[- ]?(?P<unit>min(?:ute)?s?|hours?|hrs?|h)\b",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "half an": 0.5, "forty-five": 45, "forty five": 45,
           "thirty": 30, "sixty": 60, "ninety": 90, "twenty": 20, "fifteen": 15}  # fmt: skip
_CLOCK_GRAINS = frozenset({"hour", "minute", "second"})
_PAST = timedelta(hours=12)
_LONGEST = timedelta(hours=11)


def slots(said: Sequence[Statement]) -> list[Slot]:
    """Return the clock times ahead that a mail names, in order, each once."""
    found: list[Slot] = []
    day: tuple[int, TimeMention] | None = None
    for index, statement in enumerate(said):
        clock_seen = False
        for mention in statement.times:
            if mention.start is None or mention.grain not in _CLOCK_GRAINS:
                if mention.start is not None and mention.grain == "day":
                    day = (index, mention)
                continue
            if not _SHOWS_CLOCK.search(mention.quote):
                continue
            clock_seen = True
            if day and index - day[0] <= 3 and _is_bare_clock(mention) and day[1] is not mention:
                mention = _joined(said[day[0]], day[1], mention) or mention  # noqa: PLW2901
            if mention.start is not None and mention.start > statement.clock.at - _PAST:
                found.append(Slot(mention.start, _end(mention, statement), index, mention.begin, mention.stop))
        if clock_seen:
            continue
    return _once(found)


# "24 hours ahead" is an instant, but no appointment.
_SHOWS_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}\b|\d\s*[ap]\.?\s?m\b|\b(?:at|from|to|by|@|um)\s+\d{1,2}\b|\bnoon\b|\bmidday\b|o.?clock|\b\d{1,2}\s?h\b"
    r"|half past|quarter|\b(?:at|by) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\d\s*[-–]\s*\d",
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
    for mention in mentions(f"{day.quote} at {hours}", before.clock):
        if mention.grain in _CLOCK_GRAINS and mention.start is not None:
            return TimeMention(clock.quote, clock.begin, clock.stop, mention.start, mention.end, mention.grain)
    return None


def _end(mention: TimeMention, statement: Statement) -> datetime | None:
    """Return the end that the words give: of a range, or by a length named in the sentence."""
    if mention.start is None or mention.end is None:
        return None
    if _RANGE.search(mention.quote) and timedelta(0) < mention.end - mention.start <= _LONGEST:
        return mention.end
    length = (
        None
        if "lesson" in statement.said.tokens or "presentation" in statement.said.tokens
        else length_of(statement.text)
    )
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
        if known is None or (known.end is None and slot.end is not None):
            best[slot.start] = slot
    return sorted(best.values(), key=lambda slot: (slot.index, slot.begin))


def lengthened(slot: Slot, said: Sequence[Statement]) -> Slot:
    """Give a slot without an end the length that another sentence names."""
    if slot.end is not None:
        return slot
    for statement in said:
        words = set(statement.said.tokens)
        if words.isdisjoint(
            {
                "interview",
                "call",
                "last",
                "take",
                "takes",
                "minutes",
                "duration",
                "allow",
                "lasts",
                "minute",
                "hour",
                "conversation",
                "chat",
                "meeting",
            }
        ):
            continue
        if not words.isdisjoint(
            {
                "test",
                "assessment",
                "exercise",
                "before",
                "prior",
                "early",
                "earlier",
                "arrive",
                "lesson",
                "presentation",
                "tour",
            }
        ):
            continue
        length = length_of(statement.sentence.text)
        if length:
            return Slot(slot.start, slot.start + length, slot.index, slot.begin, slot.stop)
    return slot


_WITH_ME = re.compile(
    r"\b(?:with (?:me|myself)|meeting you|speaking (?:with|to) you|talking (?:with|to) you|i will (?:call|ring|phone)|"
    r"i am looking forward to (?:meeting|speaking|talking)|meet (?:with )?me|my (?:office|zoom|calendar)|you and (?:i|me)|"
    r"(?:i|we) (?:would )?(?:like|love) to (?:talk|speak|chat|meet)|see you|chat with you|join (?:me|us)|me and)\b"
)
_DESK = re.compile(
    r"\b(?:coordinat\w+|assistant|recruit\w*|talent|human resources|hr|people (?:operations|team|partner)|scheduling|"
    r"administrator|secretary|personal|office manager|sourc\w+|staffing|resourcing|assistenz|personalreferent\w*)\b",
    re.IGNORECASE,
)


def interviewers(scene: Scene, first: int) -> tuple[str, ...]:
    """Return whom one will meet: those named, else the sender where they speak of themselves.

    Args:
        scene: the mail.
        first: the statement that names the time; people named near it come first.
    """
    said, letter = scene.said, scene.letter
    text = "\n".join(statement.sentence.text for statement in said)
    known = people.book(letter, f"{text}\n{scene.signature}")
    names: list[str] = []
    for statement in _nearest(said, first):
        names += people.named_after_lead(statement.sentence.text)
    mine = _own_names(letter, scene.me)
    firm = employer_key(scene.company)
    found = [
        people.address_of(name, known) for name in dict.fromkeys(names) if not firm or employer_key(name) not in firm
    ]
    found = [who for who in found if who.lower() not in scene.me and _plain(who) not in mine and is_person(who)]
    sender = scene.sender
    if (
        sender
        and is_person(sender)
        and _speaks_of_self(said, [who for who in found if who != sender], scene.signature)
        and sender not in found
    ):
        found.append(sender)
    return tuple(dict.fromkeys(found))


def _nearest(said: Sequence[Statement], first: int) -> list[Statement]:
    return (
        sorted(said, key=lambda statement: abs(said.index(statement) - max(first, 0))) if len(said) < 60 else list(said)
    )


def _own_names(letter: Letter, me: frozenset[str]) -> frozenset[str]:
    return frozenset(_plain(name) for name, address in (*letter.to, *letter.cc) if address.lower() in me and name)


def _plain(name: str) -> str:
    return " ".join(name.lower().split())


_AND_ME = re.compile(
    r"\b(?:with|and|join|joined by|meet) (?:me|myself)\b|\b(?:myself|me) and\b|\bmy \w+ [\w ]{0,30}and i\b|\band i (?:will|would|are|look|want)\b"
    r"|\byou and me\b|\bme and you\b"
)
_I_CALL = re.compile(
    r"\bi (?:will|shall) (?:\w+ )?(?:call|ring|phone|interview|meet|telephone) you\b|\bi will be (?:interviewing|calling|ringing|phoning)\b|\bje vous appell|\bich rufe sie"
)


def _speaks_of_self(said: Sequence[Statement], found: Sequence[str], signature: str) -> bool:
    """Whether the sender will be there."""
    texts = [statement.said.text for statement in said]
    if any(_AND_ME.search(text) for text in texts):
        return True
    if found:
        return False
    if _DESK.search(signature):
        return any(_I_CALL.search(text) for text in texts)
    return any(_WITH_ME.search(text) or _I_CALL.search(text) for text in texts)
