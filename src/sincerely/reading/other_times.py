"""Times in an interview's mail at which no interview begins: the same hour elsewhere, arriving, office hours, a fallback.

Where the words around leave it open, as for a call to prepare, it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from .slots import Slot
from .statements import Statement
from .time_clauses import around, names_day

# The same hour by another clock: in brackets or "which is", or by what stands behind.
_THAT_IS = re.compile(
    r"^\s*,?\s*(?:\(\s*(?:that(?:['’]s| is)|which is|i\.?e\.?,?|=|das (?:ist|sind))?|(?:which|that) is|i\.e\.|das (?:ist|sind))\s*(?:at\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"^\s*(?:(?:your|my|our|local|their|ihrer|deiner|unserer) (?:local )?(?:time|zeit)\b|(?:for|with) (?:you|me|us)\b)",
    re.IGNORECASE,
)
_CITY = re.compile(r"^\s*(?:in [A-Z]|[A-Z]\w+ time\b)")
_IN_CITY = re.compile(r"\b[A-Z]\w+ time$|\b[A-Z]\w+/[A-Z]\w+\)?$")
_ARRIVE = re.compile(
    r"\b(?:arriv\w+|report|check[- ]?in|sign[- ]?in|log (?:in|on)|be (?:there|here)|get (?:there|here)|doors?|lobby opens|dial-in opens"
    r"|eintreffen|einfinden|finden sie sich)\b[^.;!?]*$",
    re.IGNORECASE,
)
_EARLIEST = timedelta(minutes=90)
_HOURS = re.compile(
    r"\b(?:office|working|opening|business|reception) hours\b|\b(?:öffnungs|sprech|büro|geschäfts)zeiten\b|\bhoraires\b",
    re.IGNORECASE,
)
_FALLBACK = re.compile(
    r"^\W*(?:if (?:that|this|it|the (?:time|slot|date)|these|you can)\b[^,]*(?:n['’]t|not|cannot)|(?:alternatively|otherwise|as a (?:backup|fallback)|failing that)\b"
    r"|(?:falls|wenn) [^,]*\bnicht\b|(?:alternativ|ansonsten|andernfalls|ersatzweise|sinon)\b)",
    re.IGNORECASE,
)
# Another appointment than the interview, which the mail may name all the same.
_ANOTHER = re.compile(
    r"\bto prepare\b|\bprep(?:aration)? (?:call|chat)\b|\b(?:info(?:rmation)?|q ?& ?a) (?:session|evening)\b|\bwebinar\b|\bopen day\b|\bdebrief\b|\btour\b",
    re.IGNORECASE,
)


def kept(slots: Sequence[Slot], said: Sequence[Statement]) -> list[Slot]:
    """Return the times at which an interview may begin; all, where none would be left."""
    left = [slot for slot in slots if not _HOURS.search(said[slot.statement].text[: slot.begin])]
    left = [slot for slot in left if not _is_same(slot, slots, said) and not _is_arrival(slot, slots, said)]
    firm = [slot for slot in left if not _FALLBACK.match(said[slot.statement].text)]
    return firm or left or list(slots)


def is_another(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether a time's clause names another appointment."""
    return _ANOTHER.search("".join(around(slot, said[slot.statement]))) is not None


def _is_same(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    """Whether a time tells the one before it by another clock."""
    text = said[slot.statement].text
    before = [one.stop for one in slots if one.statement == slot.statement and one.stop <= slot.begin]
    if not before or names_day(text[slot.begin : slot.stop]):
        return False
    between, behind = text[max(before) : slot.begin], text[slot.stop :]
    if _THAT_IS.match(between):
        return True
    if _BESIDE.match(between) is None:
        return False
    return bool(_ELSEWHERE.match(behind) or _CITY.match(behind) or _IN_CITY.search(text[slot.begin : slot.stop]))


# Nothing but the first one's zone stands between: "2 PM with Ida, 3 PM in Room B" are two.
_BESIDE = re.compile(r"^\W*(?:[A-Z]{2,5}\b\W*)?(?:(?:or|and|bzw)\b\W*)?$")


def _is_arrival(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    """Whether one is to be there then for an interview that begins soon after."""
    soon = any(timedelta(0) < one.start - slot.start <= _EARLIEST for one in slots)
    return soon and _ARRIVE.search(around(slot, said[slot.statement])[0]) is not None
