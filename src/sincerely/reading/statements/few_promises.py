"""Promises in few words: "I'd expect to come back to you that week", "you should hear Tuesday or Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sincerely.core.events import Promised

from . import answers
from .counted_from import counted_from
from .deadlines import day_of, last_day
from .statement import Statement
from .telling import News, Teller

_BACK = r"(?:be in touch|be back in touch|(?:come|get) back to you|let you know)"
_PROMISE = re.compile(
    rf"\b(?:we|i)(?:['’]d| would) (?:expect|hope|aim|plan) to\b(?! not\b)[^.?!;:]{{0,30}}?\b{_BACK}\b"
    rf"|\b(?:we|i)(?:['’]ll| will)\b(?! not\b)[^.?!;:]{{0,120}}\band (?:then |will |i['’]ll |we['’]ll )?{_BACK}\b"
    # "You should hear Tuesday", and not a bell.
    r"|\byou(?:['’]ll| will| should| can expect to) hear\b(?! (?:the|an?|about|it|this|that|what|how|my|our|your|him|her|them|people|all|some|me|us)\b)",
    re.IGNORECASE,
)
# Where something must come first, or nothing comes, no day is promised.
_OPEN = re.compile(
    r"\b(?:if|unless|once|should you|when you|as soon as|provided|not|never)\b|n['’]t\b",
    re.IGNORECASE,
)
# How sure a promise is that is told in its stock words.
_STOCK = 0.8
_OR = re.compile(r",?\s*(?:or|oder|ou)(?: (?:on|by|am|le|bis))?\s+", re.IGNORECASE)


def promised_in_few_words(teller: Teller) -> Iterator[News]:
    """Yield the promise that a sentence makes in few words, whatever the rest of the mail is about."""
    for index, statement in enumerate(teller.scene.said):
        day = day_in_few_words(statement)
        if day is not None and not any(answers.is_awaited(statement, one) for one in statement.times):
            yield teller.news("promise", Promised(at=teller.scene.at, by=day), index, _STOCK)
            return


def day_in_few_words(statement: Statement) -> date | None:
    """Return by when a sentence says, in words that mean nothing else, that the house writes; of two days the later."""
    if not says_so(statement.sentence.text):
        return None
    return counted_from([statement], 0) or _either(statement) or last_day(statement)


def says_so(text: str) -> bool:
    """Whether a sentence tells of the house's next word."""
    return _PROMISE.search(text) is not None and not text.rstrip().endswith("?") and _OPEN.search(text) is None


def _either(statement: Statement) -> date | None:
    """Return the later of two days of which either may be it."""
    for first, last in pairwise(statement.times):
        if _OR.fullmatch(statement.text, first.stop, last.begin):
            days = [day for one in (first, last) if (day := day_of(one)) is not None]
            return max((day for day in days if day >= statement.clock.at.date()), default=None)
    return None


__all__ = ["promised_in_few_words", "says_so"]
