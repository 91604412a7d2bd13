"""Lengths of time that are told and not planned: "we sold them all in 18 days" names no day of the calendar."""

from __future__ import annotations

import re

# How far back the words may stand that tell one from the other.
_REACH = 110
_CLAUSE_END = re.compile(r"[.!?;][\s\"')]|\n\s*\n")
_UNITS = frozenset({
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs",
    "day", "days", "week", "weeks", "month", "months", "year", "years", "fortnight",
})  # fmt: skip
# "In the last two weeks" is a stretch of the calendar.
_NAMED = frozenset({"last", "past", "next", "coming", "this", "these", "the", "from", "previous", "following"})
_SECONDS = frozenset({"second", "seconds", "sec", "secs"})
_LONG = frozenset({"month", "months", "year", "years"})
# What is done now about a time to come: no story.
_ARRANGED = (
    "to|scheduled|arranged|booked|set|planned|agreed|confirmed|asked|told|promised|expected|decided|said|hoped|wanted"
    "|needed|required|moved|postponed|invited|requested|offered|proposed|suggested|extended|given"
)
_PAST = (
    "[a-z]{2,}ed|did|had|got|made|took|sold|wrote|built|ran|came|saw|gave|lost|won|grew|rose|fell|found|spent|learnt"
    "|done|been|seen|gone|written|grown|fallen|risen|went|drove|read|met"
)
# Somebody did something.
_DONE = re.compile(
    r"\b(?:i|we|he|she|they|it|you|who|which|people|have|has|having)"
    r"(?: [a-z]+ly| also| just| then| all| even| already)?"
    rf" (?!(?:{_ARRANGED})\b)(?:{_PAST})\b(?! (?:{_ARRANGED})\b)"
)
_MANAGED = re.compile(r"\b(?:managed|was able|were able|used|began|started) to \w+")
_PLANNED = re.compile(
    r"\b(?:will|shall|would|should|can|could|may|might|must|please|going|let|let's|plan|plans|hope|hopes|aim|aims|call"
    r"|expect|expects|is|are|am|be|due|to|if|complete|return|submit|send|reply|respond|sign|finish|by|until"
    rf"|{_ARRANGED})\b|'(?:ll|d|re|m)\b|\b(?:it|he|she|that|there|here|what|who)'s\b"
)
_AT_ONCE = re.compile(r"\b(?:will|shall|be|back|call)\b|'ll\b")
_MODAL = re.compile(r"\b(?:will|shall|would|should|can|could|may|might|must|please)\b|'ll\b")
# "The first upgrade in two years", "I haven't slept in two days", "20 times in an hour".
_RARE = re.compile(r"\b(?:first|only|biggest|largest|worst|best|highest|lowest|fastest|slowest|longest)\b")
_NOT_SINCE = re.compile(r"\b(?:have|has|had|'ve|'s)(?:n't| not| never| hardly)\b")
_COUNTED = re.compile(r"(?:\b(?:times|twice|once)|%) $")
# Told for itself in front of a clause: "…, and in two weeks we meet".
_FRONTED = re.compile(r"(?:[,:(–-]|\b(?:and|but|that|so|then|or)) $")
_PAST_BEHIND = re.compile(r"\s+(?:yesterday|flat|last (?:week|month|year|night))\b")


def is_told(words: list[str], low: str, begin: int, stop: int) -> bool:
    """Whether "in" or "within" a time only says how long something took, and no time of the calendar.

    Args:
        words: the expression's tokens in small letters.
        low: the whole text in small letters.
        begin: where the expression begins.
        stop: and where it ends.
    """
    unit = words[-1]
    if unit not in _UNITS or not _NAMED.isdisjoint(words):
        return False
    if _PAST_BEHIND.match(low, stop):
        return True
    before = _CLAUSE_END.split(low[max(0, begin - _REACH) : begin])[-1]
    before = " ".join(before.split()) + " "
    if _COUNTED.search(before):
        return True
    if unit in _SECONDS:
        # Nobody makes an appointment in seconds, unless it is said at once: "In 5 seconds …", "I'll be back in …".
        return before != " " and not _AT_ONCE.search(before)
    return not _FRONTED.search(before) and _is_told_of(before, unit)


def _is_told_of(before: str, unit: str) -> bool:
    """Whether what stands before a length of time tells of what was, and of nothing to come after it."""
    last = -1
    for pattern in (_DONE, _MANAGED, _NOT_SINCE):
        last = max(last, *(match.end() for match in pattern.finditer(before)), -1)
    if last >= 0:
        return not _PLANNED.search(before, last)
    rare = _RARE.search(before) if unit in _LONG else None
    return rare is not None and not _MODAL.search(before) and not _PLANNED.search(before, rare.end())
