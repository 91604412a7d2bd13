"""The part of a house that a title names behind a comma, "Site Engineer, Rail"; and whose own title is no opening."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from sincerely.reading.calendars.zone_names import CITIES
from sincerely.reading.scoring.role_words import is_worker

from .house_names import pack
from .likeness import role_words
from .role import differ, is_title

_NAME = r", (?P<part>[A-ZÀ-Þ][\w&'’/-]*(?: (?:of |and |& )?[A-ZÀ-Þ][\w&'’/-]*){0,3})"
_PART = re.compile(rf"{_NAME}(?=\s*$|\s[-–—|(]|\s?[|:(])")
# Within a sentence, where the title ends: "for Site Engineer, Rail and are glad".
_TOLD = re.compile(
    rf"{_NAME}(?=\s*$|\s?[.!?;:()|\n]|\s[-–—]\s"
    r"|\s(?:and|at|with|in|on|has|have|was|is|role|position|opening|job|vacancy|post|und|bei|et|chez)\b)"
)
_AHEAD = re.compile(
    r"(?:\b(?:for|as|of|is|the|our|your|this|an?|als|für|de|poste|stelle|role|position|offer|job|opening|title)|:)\s*$",
    re.IGNORECASE,
)
_DAYS = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
PLACES = frozenset({*CITIES, *(zone.rpartition("/")[2].replace("_", " ").casefold() for zone in CITIES.values())})
# Where, how and for how long one works is no part of the house.
_TERMS = re.compile(
    r"(?:[\w.-]+ )?(?:office|branch|campus|büro|filiale)|(?:standort|filiale|agence de) .+|(?:remote|hybrid|onsite|on-site|home ?office|freelance"
    r"|(?:full|part)[ -]time|vollzeit|teilzeit|temps (?:plein|partiel)|permanent|temporary|contract|internship|fixed[ -]term|befristet|unbefristet|cdi|cdd"
    r"|(?:maternity|paternity|parental leave) cover)(?: (?:position|role|job|contract|hours|only|or .+|and .+|und .+|ou .+))?|(?:grade|level|band) \w+",
    re.IGNORECASE,
)
_MARK = re.compile(r"\d|^[A-Z]{2,4}$")
_NEAR = 12


def with_part(title: str, subject: str, text: str, taken: Collection[str]) -> str:
    """Return a title with the part of the house that stands behind a comma in a mail's text, or there and in its subject.

    What only the subject has there is rather what the mail is about, and a place, "Backend Engineer, Lyon", is where the
    work is.

    Args:
        title: as it was found.
        subject: the mail's.
        text: what its writer says.
        taken: names of houses and people, of which none is part of it.
    """
    at = subject.find(f"{title},") if title else -1
    match = _PART.match(subject, at + len(title)) if at >= 0 else None
    if match is not None and f"{title}{match[0]}" not in text:
        match = None
    part = match["part"] if match is not None else _told(title, text)
    # A number, or what one must hold: "JR88120", "CDL".
    if not part or (match is None and _MARK.search(part)) or _DAYS.match(part) or part.casefold() in PLACES:
        return title
    if _TERMS.fullmatch(part):
        return title
    if re.search(rf"\b(?:based in|located in|work is in|offices? in|near) {re.escape(part)}\b", text):
        return title
    packed = pack(part)
    free = not any(name and (packed in name or name in packed) for name in map(pack, taken))
    return f"{title}, {part}" if free else title


def _told(title: str, text: str) -> str:
    """Return the part that a sentence names behind a title of which it says that it is the opening."""
    at = text.find(f"{title},") if title else -1
    while at >= 0:
        match = _TOLD.match(text, at + len(title))
        if match is not None and _AHEAD.search(text[max(0, at - _NEAR) : at]):
            return match["part"]
        at = text.find(f"{title},", at + 1)
    return ""


def are_of_two_parts(one: str, other: str) -> bool:
    """Whether two titles are the same but for the part of the house: "Site Engineer, Rail" and "Site Engineer, Roads"."""
    (first, _, part), (second, _, another) = one.rpartition(", "), other.rpartition(", ")
    same = bool(first and second) and role_words(first) == role_words(second)
    mine, theirs = role_words(part), role_words(another)
    return same and bool(mine and theirs) and mine.isdisjoint(theirs)


def is_in_full(title: str, known: str) -> bool:
    """Whether a title names in full what was known by the part of the house alone: "Site Engineer, Rail" for "Rail"."""
    words = role_words(known)
    return bool(words) and words < role_words(title) and is_title(title) and not is_worker(known)


def is_bearers(title: str, persons: Iterable[str]) -> bool:
    """Whether a title stands behind or before the name of whoever bears it: "Ida Holm, Staff Engineer" is no opening."""
    return any(" " in who and re.search(rf"(?<!\w){re.escape(who)}(?!\w)", title) for who in persons)


def signed_with(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where in a text, such as what a mail answers, somebody signs: the line below their name, and what it says.

    Args:
        text: with the marks of quotes or without.
        names: of those who may have written it.
    """
    told = {" ".join(name.casefold().split()) for name in names if " " in name.strip()}
    begin, signs = 0, False
    for line in text.splitlines(keepends=True):
        bare = line.strip("> \t\r\n")
        if signs and bare and not _PRONOUNS.fullmatch(bare):
            yield begin, begin + len(line)
            signs = False
        elif bare:
            signs = _PRONOUNS.sub("", bare).strip().casefold() in told
        begin += len(line)


# How to speak of somebody, behind or below the name.
_PRONOUNS = re.compile(r"\(?\b(?:she|he|they|her|him|them|sie|er)(?:/\w{2,5}){1,2}\)?", re.IGNORECASE)


_ITEM = re.compile(r"\s*(?:\(?[1-9a-e][.)]|[-•*–])\s")


def lists_several(titles: Iterable[tuple[str, str]]) -> bool:
    """Whether a list has several openings, of which the mail then is not about one.

    Args:
        titles: each behind the line that it stands in, up to it.
    """
    listed = [title for text, title in titles if _ITEM.match(text)]
    return any(differ(one, other) for one, other in combinations(listed, 2))
