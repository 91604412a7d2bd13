"""Text to sentences, with exact offsets: ``text[s.begin : s.stop]`` is where a sentence stands.

A hard-wrapped line goes on in the next one; a blank line, a bullet, a greeting, a closing formula and a label
line end a sentence. Full stops of abbreviations, initials, numbers, addresses and clock times do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from . import letter_phrases


class Sentence(NamedTuple):
    """One sentence of a text.

    Attributes:
        text: on one line, without bullet or quote prefix, white space made single.
        begin: offset of its first character in the given text.
        stop: offset after its last character.
    """

    text: str
    begin: int
    stop: int


# A full stop after one of these ends no sentence, whatever comes next.
_NEVER_LAST = frozenset({
    "abs", "approx", "apt", "art", "attn", "bspw", "bzw", "c.-à-d", "ca", "capt", "cf", "col", "d.h", "dipl", "dott",
    "dr", "dra", "e.g", "eg", "evtl", "excl", "fig", "fr", "gen", "ggf", "hon", "hr", "i.e", "ie", "incl", "ing",
    "inkl", "lt", "m", "mag", "max", "messrs", "mgr", "mlle", "mme", "mr", "mrs", "ms", "mt", "mx", "nr", "núm",
    "p.ej", "p.ex", "ph", "pp", "prof", "rev", "sgt", "sig", "sr", "sra", "srta", "st", "str", "tel", "u.a", "vgl",
    "viz", "vol", "vs", "z.b", "zzgl",
})  # fmt: skip
# A full stop after one of these may end a sentence: it does before a word that begins one.
_MAYBE_LAST = frozenset({
    "a.k.a", "a.m", "a.s.a.p", "assn", "av", "ave", "bd", "blvd", "boul", "bros", "co", "corp", "dec", "dept", "etc", "ext", "feb", "fri",
    "gmbh", "inc", "jan", "jr", "jul", "jun", "llc", "ltd", "m.a", "min", "mon", "mar", "apr", "aug", "sept", "sep",
    "oct", "nov", "no", "p.m", "p.s", "ph.d", "plc", "rd", "s.a", "sat", "sun", "thu", "thur", "thurs", "tue", "tues",
    "u.k", "u.s", "u.s.a", "usw", "uvm", "wed", "e.t", "est", "hrs", "mins", "approx", "b.a", "b.sc", "m.sc", "mtg",
})  # fmt: skip
# These begin a sentence even after an abbreviation that may go on.
_BEGINNERS = frozenset({
    "a", "all", "also", "and", "any", "anyone", "are", "as", "at", "but", "can", "could", "do", "does", "each", "for",
    "from", "he", "her", "his", "how", "however", "i", "if", "in", "is", "it", "let", "looking", "my", "no", "once",
    "our", "please", "she", "should", "so", "some", "thank", "thanks", "that", "the", "their", "then", "there",
    "these", "they", "this", "those", "to", "unfortunately", "we", "what", "when", "where", "which", "while", "who",
    "will", "with", "would", "you", "your", "we'll", "we're", "i'll", "i'm", "it's", "you'll", "attached", "best",
    "regards", "feel", "kindly", "after", "before", "until", "wir", "sie", "ich", "bitte", "die", "der", "das",
    "nous", "vous", "je", "le", "la", "les", "nosotros", "usted",
})  # fmt: skip

_PREFIX = re.compile(r"\s*+(?:>\s?+)*+\s*+")
# "16. Juli 2026" at a line's head is a day, and no sixteenth point; "1. May we call you?" is one.
# "2. April Holm" is a point: so low a number is a day's only before a comma, a year, an hour or the line's end.
_MONTH = (
    r"(?:Jan(?:uary|uar)?|Jänner|Feb(?:ruary?|ruar|er)?|März|March|April?|Mai|May|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?"
    r"|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)\b\.?"
)
_DATED = r"(?=[,:;)]|\s*$|\s+(?:\d|[–—-]|(?:um|at|ab|von|bis|from|to|until|gegen)\b))"
_ANY_BULLET = (
    r"(?:[-*•·‣▪◦●○–—+]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[A-Z]\)|\[[ xX]?\])[ \t]+(?=\S)|[•·‣▪◦●○][ \t]*(?=\S)"
)
_IS_DATE = rf"(?:[1-9]\.[ \t]+{_MONTH}{_DATED}|(?:[12]\d|3[01])\.[ \t]+{_MONTH}(?![ \t]+(?:we|I|you)\b))"
_BULLET = re.compile(rf"(?!{_IS_DATE})(?:{_ANY_BULLET})")
# In a list from 1 on a line such as "2. April, our nurse" is one, too.
_NUMBERED = re.compile(rf"(?!{_IS_DATE})\d{{1,2}}\.[ \t]+\S")
_FIRST_POINT = re.compile(r"1\.[ \t]")
_BULLET_BESIDE = re.compile(_ANY_BULLET)
_LABEL = re.compile(r"[^\W\d_][\w /&'’()-]{0,30}:[ \t]+\S|[^\n]{1,60}:[ \t]*$")
_RULE = re.compile(r"[-_=*~#. \t]{3,}$|\|[-+:|= \t]{2,}$")
# A timetable's row: from one hour to another, or an hour with a gap or a mark behind it; the day may stand before it.
_HOUR = r"(?i:\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\b\.?|Uhr\b|h\b)?)"
_DAY = r"(?:[A-Z][a-z]+\.?,? (?:(?:[A-Z][a-z]+\.? )?\d{1,2}(?:st|nd|rd|th)?,? )?(?:20\d\d,? )?)?"
_HOUR_ROW = re.compile(
    rf"{_DAY}(?=\d{{1,2}}(?:[:.h]\d\d|\s?(?i:[ap]\.?m|Uhr)\b|\s?[-–—]))"
    rf"{_HOUR}(?:\s?(?:[-–—]|to|bis|à)\s?{_HOUR}(?![\w/]|[.,]\d)|\s{{2,}}|\t|\s[-–—|]\s|:\s)"
)
# The look-behind keeps a long run of stops from being tried at each of them.
_STOP = re.compile(r"(?<![.!?…。！？])[.!?…。！？]++[\"'”’»)\]*]*+(?=\s|$)|[。！？]++")
_WORD_BEFORE = re.compile(r"[\w.’'-]+$")
_WORD_AFTER = re.compile(r"[\s\"'“‘«(\[*]*([\w’']+)")
_SPACES = re.compile(r"[ \t]{2,}|\t")
# Dots that lead the eye from one column to the next end nothing.
_LEADERS = 5
_SHORT = 3
_INSIDE = frozenset("@/=&%#?:+")
# In narrower paragraphs a short line is a line of its own, of a list, an address or a signature.
_NARROW = 40
_NAME_LENGTH = 25


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text``, in order."""
    return tuple(found for begin, stop in _blocks(text) for found in _split(text, begin, stop))


class _Line(NamedTuple):
    """A line without its prefix: where it begins, what it says, and whether it is indented."""

    begin: int
    content: str
    indented: bool


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Yield runs of lines between blank lines and rules."""
    paragraph: list[_Line] = []
    at = 0
    for line in text.split("\n"):
        lead = _indent(line)
        content = line[lead:].rstrip()
        if content and not _RULE.match(content):
            paragraph.append(_Line(at + lead, content, line[:1] in {" ", "\t"}))
        elif paragraph:
            yield paragraph
            paragraph = []
        at += len(line) + 1
    if paragraph:
        yield paragraph


def _indent(line: str) -> int:
    match = _PREFIX.match(line)
    return match.end() if match else 0


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches in which hard-wrapped lines belong together."""
    for paragraph in _paragraphs(text):
        width = max(len(line.content) for line in paragraph)
        begin = -1
        stop = 0
        previous = ""
        listed = False
        hours = sum(_HOUR_ROW.match(line.content) is not None for line in paragraph) > 1
        bullets = _BULLET_BESIDE if _is_numbered(paragraph) else _BULLET
        for line in paragraph:
            bullet = bullets.match(line.content)
            alone = _stands_alone(line.content) or is_row(line.content)
            hangs = listed and line.indented
            apart = bullet or alone or _is_next_row(previous, line.content, hours=hours)
            if begin >= 0 and (apart or not (hangs or _goes_on(previous, line.content, width))):
                yield begin, stop
                begin = -1
            if begin < 0:
                begin = line.begin + (bullet.end() if bullet else 0)
                listed = bullet is not None
            stop = line.begin + len(line.content)
            previous = line.content
            if alone:
                yield begin, stop
                begin = -1
        if begin >= 0:
            yield begin, stop


def _is_numbered(paragraph: list[_Line]) -> bool:
    """Whether lines are points of a list from 1 on, one of which at least begins with no day."""
    heads = [line.content for line in paragraph]
    return any(map(_FIRST_POINT.match, heads)) and any(map(_NUMBERED.match, heads))


def _stands_alone(line: str) -> bool:
    return letter_phrases.is_greeting(line) or letter_phrases.is_closing(line)


def is_row(line: str) -> bool:
    """Return whether a line is one of a table's, between bars or with leaders from column to column."""
    return (line[0] == "|" and line.count("|") > 2) or f" {'.' * _LEADERS}" in line


def _is_next_row(previous: str, line: str, *, hours: bool) -> bool:
    """Whether a line is one more row of cells, or of a timetable, where the paragraph is one."""
    return (hours and _HOUR_ROW.match(line) is not None) or ("\t" in previous and "\t" in line)


def _goes_on(previous: str, line: str, width: int) -> bool:
    """Whether ``line`` continues the sentence that ``previous`` began, in a paragraph so many characters wide."""
    if line[0].islower():
        return True
    if _LABEL.match(line):
        return False
    if previous[-1] in ",;":
        return len(previous) > _NAME_LENGTH  # below that it is a greeting by the name alone, or an address
    # Broken because it was full: the next word had no place on it.
    return width >= _NARROW and len(previous) + 1 + len(line.split(None, 1)[0]) > width


def _split(text: str, begin: int, stop: int) -> Iterator[Sentence]:
    """Yield the sentences of one block."""
    at = begin
    for match in _STOP.finditer(text, begin, stop):
        end = match.end()
        if end < stop and not _ends(text, at, match.start(), end, stop):
            continue
        yield _sentence(text, at, end)
        at = end
        while at < stop and (text[at] == ">" or text[at].isspace()):
            at += 1
    if at < stop:
        yield _sentence(text, at, stop)


def _sentence(text: str, begin: int, stop: int) -> Sentence:
    piece = text[begin:stop]
    if "\n" in piece:
        lines = (line[_indent(line) :].rstrip() for line in piece.split("\n"))
        piece = " ".join(line for line in lines if line)  # a quote's mark alone is none
    if "\t" in piece or "  " in piece:
        piece = _SPACES.sub(" ", piece)
    return Sentence(piece, begin, stop)


def _ends(text: str, begin: int, mark: int, end: int, stop: int) -> bool:
    """Whether the stop characters at ``mark`` end a sentence."""
    after = _WORD_AFTER.match(text, end, min(end + 80, stop))
    word_after = after[1] if after else ""
    if text.startswith("." * _LEADERS, mark) and text[mark - 1 : mark].isspace():
        return False
    if text[mark] != "." or end - mark > 1:
        return not word_after[:1].islower() or text[mark] in "。！？"
    before = _WORD_BEFORE.search(text, max(begin, mark - 40), mark)
    word = before[0].strip("'’-").lower() if before else ""
    if text[mark - len(word) - 1 : mark - len(word)] in _INSIDE:
        return True  # the end of an address
    if word in _NEVER_LAST:
        return False
    if word_after[:1].islower():
        # Some write without capitals; an abbreviation that is not listed is short.
        return len(word) > _SHORT and word.isalpha() and word not in _MAYBE_LAST
    if word in _MAYBE_LAST or (len(word) == 1 and word.isalpha()):
        return len(word) > 1 and word_after.lower() in _BEGINNERS
    return not (word.isdigit() and len(word) <= 2 and word_after) or _after_number(text, begin, mark, word_after)


_MONTH_OR_DAY = re.compile(r"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])", re.IGNORECASE)


def _after_number(text: str, begin: int, mark: int, word_after: str) -> bool:
    """Whether a full stop after a small number ends a sentence: not in "4. März", nor at a sentence's start."""
    if not word_after[0].isalpha() or _MONTH_OR_DAY.match(word_after):
        return not word_after[0].isalpha()
    return mark - begin > 3 or not text[begin:mark].strip().isdigit()
