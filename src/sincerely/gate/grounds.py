"""What a claim can stand on: notes, quotes of mail, the opening; and how much of a sentence they cover."""

from __future__ import annotations

import re
from functools import lru_cache

from sincerely.core.events import Debriefed, Event, Offered, Pledged, Promised, Rejected, Requested, Submitted
from sincerely.core.process import Process

from .text import folded

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "ers", "er", "s", "ly", "ation", "ations", "ion")
_EMPTY = frozenset(
    """a an and are as at be been but by can could did do does for from had has have having he her here him his how i if
    in into is it its just like made make me more most much my no not now of off on one only or our out over so some such
    than that the their them then there these they this those through to too two up us very was we were what when where
    which while who whom will with would you your also about after again all any because before both each ever every
    never other own same since still well why without within year years month months time times day days thing way work
    worked working job position role team great good new first really always often used use using know known really
    ich ein eine der die das und in zu mit habe""".split()
)
_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100", "thousand": "1000", "million": "1000000", "dozen": "12", "twice": "2", "once": "1",
}  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word's stem, roughly: forms of one word should meet."""
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.rstrip("ey") if len(word) > 3 else word


_IRREGULAR = {
    "led": "lead", "ran": "run", "built": "build", "wrote": "write", "written": "write", "taught": "teach",
    "brought": "bring", "kept": "keep", "held": "hold", "spoke": "speak", "spoken": "speak", "drew": "draw",
    "drawn": "draw", "grew": "grow", "grown": "grow", "sold": "sell", "bought": "buy", "drove": "drive",
    "driven": "drive", "cut": "cut", "made": "make", "won": "win", "took": "take", "gave": "give", "began": "begin",
    "rode": "ride", "rewrote": "rewrite", "rebuilt": "rebuild", "found": "find", "saw": "see", "sang": "sing",
    "said": "say", "told": "tell", "children": "child", "people": "person", "men": "man", "women": "woman",
    "fixed": "fix", "mended": "mend", "trained": "train", "fought": "fight", "dealt": "deal", "set": "set",
}  # fmt: skip


def content(text: str) -> set[str]:
    """Return the stems of the words that carry meaning."""
    return {stem(word) for word in map(folded, _WORD.findall(text)) if word not in _EMPTY and not word.isdigit()}


def figures(text: str) -> set[str]:
    """Return the numbers of a text, words for numbers included."""
    found = set()
    for word in map(folded, re.findall(r"[\w.,]+", text)):
        bare = word.strip(".,").replace(",", "")
        if bare.replace(".", "").isdigit():
            found.add(bare)
        elif bare in _NUMBERS:
            found.add(_NUMBERS[bare])
    return found


def of_process(process: Process) -> str:
    """Return everything that a claim may stand on, as one text."""
    lines = [process.header.employer, process.header.role]
    for event in process.events:
        lines.append(event.quote)
        lines += _told(event)
    # Who holds another offer may say so.
    if any(offer.ended is None for offer in process.offers_elsewhere):
        lines.append("received another offer from another company, employer, firm or organisation")
    return "\n".join(line for line in lines if line)


def notes(process: Process) -> bool:
    """Whether any note of a debrief is known: without one nothing can be checked."""
    return any(_told(note) for note in process.all(Debriefed))


def _told(event: Event) -> list[str]:
    match event:
        case Debriefed():
            return [x for x in (event.liked, event.fit, event.topic, event.send, event.note) if x]
        case Requested() | Pledged() | Submitted():
            return [item.replace("-", " ") for item in event.who]
        case Promised():
            return [event.what] if event.what else []
        case Rejected():
            return [event.reason] if event.reason else []
        case Offered():
            return ["offer"]
        case _:
            return []
