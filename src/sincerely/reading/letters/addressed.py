"""Whom a mail speaks to, of those who only get a copy: "Dear Dana, dear Lee", to Dana with Lee in Cc, is for both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sincerely.core.people import name_words

from .letter import Address
from .letter_phrases import GREETING_WORDS, begins_greeting

# What stands in a greeting beside names, in small letters or not.
_BESIDE = frozenset(
    """and und et y e en und sowie & there again mr mrs ms mx miss dr prof professor herr herrn frau mme mlle m sir madam
    dear liebe lieber hi hello hey hallo sehr geehrte geehrter cher chère to the of hiring interview selection van von
    der den de del di da du la le geehrten""".split()
)
_ALL = frozenset(
    """all both everyone everybody team panel committee board colleagues folks members ladies gentlemen mesdames messieurs
    damen herren zusammen alle beide tous toutes todos todas tutti allen allemaal interviewers""".split()
)
# What greets and is no name.
_NAMELESS = (
    _BESIDE | _ALL | GREETING_WORDS | frozenset("day morning afternoon evening tag morgen abend monsieur madame".split())
    | frozenset("candidate candidates applicant applicants bewerber bewerberin bewerbende candidat candidate".split())
)  # fmt: skip
# Capitalised words with which the letter itself begins.
_BEGINNING = frozenset(
    "thank thanks many i it we this that what your just as vielen danke ich es wir merci je gracias grazie bedankt".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|&|[,;:!–—]|\s-\s")
_MARKS = frozenset(",;:!–—-")
_TO_ALL = re.compile(
    r"\b(?:you (?:both|all|two|three|four)|(?:both|all) of you|(?:ihnen|euch) (?:beiden|allen)|vous (?:deux|tous|toutes))\b",
    re.IGNORECASE,
)
_LONGEST = 200
_BESIDE_NAMES = _BESIDE | frozenset(
    "à also auch aussi your votre ihrer ihrem colleague collègue kollegin kollegen".split()
)
# "Thank you and Ms Park for", "ich danke Ihnen und Frau Park für", "merci à vous et à Monsieur Park pour".
_BESIDE_YOU = re.compile(
    r"\b(?:thank(?:s to)?(?: both)? you|(?:danke|dank|bedanke)\b[^.!?,]{0,40}\b(?:ihnen|dir|euch)|merci\b[^.!?,]{0,30}\b(?:vous|toi)"
    r"|remerci\w{1,5}[ ,][^.!?]{0,20}\b(?:vous|toi))"
    r"(?: and(?: to)?| as well as| und(?: auch)?| sowie| et(?: aussi)?| ainsi qu[e']|,(?= à )) ?((?:(?!and best|kind|mit|für|pour|for)[^\s;.!?]{1,30} ){1,8}?)"
    r"(?:for|who|für|fürs|dass|pour|d['’]avoir|de (?:ce|cet|cette|votre|ton|l)\b)",
    re.IGNORECASE,
)


def addressed(text: str, thanks: str, copied: Iterable[Address], others: Iterable[Address]) -> Iterator[str]:
    """Yield the addresses of those in copy to whom a mail speaks as well, by name or with all.

    Args:
        text: of the mail, as its writer wrote it.
        thanks: the sentence in which it thanks.
        copied: who gets a copy.
        others: to whom it goes; a name that is theirs greets them.
    """
    greeted = set(_greeted(text))
    greeted |= set(_thanked_beside(thanks))
    everybody = bool(greeted & _ALL) or _TO_ALL.search(thanks) is not None
    names = greeted - {word for mailbox in others for word in _names(mailbox)}
    for mailbox in copied:
        local = name_words(mailbox.address)
        # lpark@ where "Mr Park" is greeted
        joined = len(local) == 1 and any(len(word) > 2 and local[0][1:] == word for word in names)
        if everybody or joined or names.intersection(_names(mailbox)):
            yield mailbox.address.lower()


def _thanked_beside(thanks: str) -> Iterator[str]:
    """Yield the words of names that a sentence thanks in one breath with its reader: "merci à vous et à Monsieur Park"."""
    for match in _BESIDE_YOU.finditer(" ".join(thanks[:_LONGEST].split())):
        words = [word.rstrip(",") for word in match[1].split()]
        if any(not word[:1].isupper() and word.casefold() not in _BESIDE_NAMES for word in words):
            continue  # "thank you and please tell Park for me"
        for word in words:
            if word[:1].isupper() and word.casefold() not in _NAMELESS:
                yield from (part for part in name_words(word) if len(part) > 1)


def _names(mailbox: Address) -> set[str]:
    return {word for word in (*name_words(mailbox.name), *name_words(mailbox.address)) if len(word) > 1}


def _greeted(text: str) -> Iterator[str]:
    """Yield the words of the greeting, in plain small letters: of the first line, and of those that greet after it."""
    first = True
    for line in text[:_LONGEST].splitlines():
        if not line.strip():
            continue
        greets = begins_greeting(line.strip())
        if not (first or greets):
            return
        first = False
        words, ended = _names_before(line)
        for word in words if greets else words[:ended]:
            yield from name_words(word) or (word.casefold(),)


def names_greeted(line: str) -> Iterator[str]:
    """Yield the words of names in a line that greets, in plain small letters."""
    words, ended = _names_before(line)
    for word in words[: ended or None]:
        if word.rstrip(".").casefold() not in _NAMELESS:
            yield from (part for part in name_words(word) if len(part) > 1)


def _names_before(line: str) -> tuple[list[str], int]:
    """Return the words before a line begins to tell something, and how many of them stand before a mark or its end."""
    words: list[str] = []
    ended = 0
    for token in _TOKEN.findall(line):
        if token.strip() in _MARKS:
            ended = len(words)
            continue
        plain = token.rstrip(".").casefold()
        if plain in _BEGINNING or not (token[0].isupper() or plain in _BESIDE or plain in _ALL):
            return words, ended
        words.append(token)
    return words, len(words)
