"""Times in an interview's mail at which no interview begins: the same hour elsewhere, arriving, office hours, a fallback.

Where the words around leave it open, as for a call to prepare, it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from sincerely.reading.hours.zones_said import meant
from sincerely.reading.statements.lengths_said import says_over
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Statement
from sincerely.reading.statements.time_clauses import around, names_day, until_next

# The same hour by another clock: in brackets or "which is", or by what stands behind.
_THAT_IS = re.compile(
    r"^\s*,?\s*(?:\(\s*(?:that(?:['’]s| is)|which is|i\.?e\.?,?|=|das (?:ist|sind))?|(?:which|that) is|i\.e\.|das (?:ist|sind))\s*(?:at\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"^\s*(?:(?:your|my|our|local|their|ihrer|deiner|unserer) (?:local )?(?:time|zeit)\b|(?:yours|ours)\b|(?:for|with) (?:you|me|us)\b)",
    re.IGNORECASE,
)
_CITY = re.compile(
    r"^\s*(?:in (?!(?:Room|Raum|Zimmer|Salle|Building|Gebäude|Office|Studio|Suite|Hall)\b)[A-Z]|[A-Z]\w+ time\b)"
)
# "14:00 (15:00 with Paul Blanc)" are two.
_ITS_OWN = re.compile(r"^\s*(?:with (?!you\b|us\b|me\b)|mit|avec|for (?:the|your|a)\b)", re.IGNORECASE)
_IN_CITY = re.compile(r"\b[A-Z]\w+ time$|\b[A-Z]\w+/[A-Z]\w+\)?$")
_ARRIVE = re.compile(
    r"\b(?:arriv\w+|report|check[- ]?in|sign[- ]?in|log (?:in|on)|be (?:there|here)|get (?:there|here)|doors?|lobby opens|dial-in opens"
    r"|eintreffen|einfinden|(?:finden|melden) sie sich|seien sie|présentez-vous|soyez|arriv(?:er|ez))\b[^.;!?]*$",
    re.IGNORECASE,
)
_EARLIEST = timedelta(minutes=90)
# An interview may be outside them.
_HOURS = re.compile(
    r"(?:\b(?:office|working|opening|business|reception) hours\b|\b(?:öffnungs|sprech|büro|geschäfts)zeiten\b|\bhoraires\b)"
    r"(?:(?!\b(?:interview|meet|call|talk|\w*gespräch|entretien)\b).){0,200}$",
    re.IGNORECASE | re.DOTALL,
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
    left = [slot for slot in slots if not is_standing(slot, said)]
    readers = _by_readers_clock(slots, said)
    if readers:
        left = slots = [slot for slot in left if slot not in readers]
    left = [slot for slot in left if not _is_same(slot, slots, said) and not _is_arrival(slot, slots, said)]
    left = [slot for slot in left if not _is_end(slot, left, said)]
    firm = [slot for slot in left if not _FALLBACK.match(said[slot.statement].text)]
    return firm or left or list(slots)


# "9am your time / 2pm ours": the first hour is by the reader's clock, and the writer's stands behind.
_FIRST_YOURS = re.compile(
    r"^\s*(?:yours\b|(?:your|ihrer|deiner|votre) (?:local )?(?:time|zeit)\b|for you\b|bei (?:ihnen|dir)\b|chez vous\b)\s*\)?\s*(?:[(/=,]|or|bzw\.?|and|und|ou|,? ?which is)\s*(?:at |um |à )?$",
    re.IGNORECASE,
)
_THEN_OURS = re.compile(
    r"^\s*(?:ours\b|(?:our|my|unserer|meiner|local) (?:local )?(?:time|zeit)\b|for (?:us|me)\b|here\b|bei (?:uns|mir)\b|chez nous\b)",
    re.IGNORECASE,
)


def _by_readers_clock(slots: Sequence[Slot], said: Sequence[Statement]) -> list[Slot]:
    """Return the times that are told by the reader's clock, where the same hour by the writer's stands right behind."""
    found = []
    for slot in slots:
        text = said[slot.statement].text
        behind = [one for one in slots if one.statement == slot.statement and one.begin >= slot.stop]
        other = min(behind, key=lambda one: one.begin, default=None)
        if (
            other is not None
            and _FIRST_YOURS.match(text[slot.stop : other.begin])
            and _THEN_OURS.match(text[other.stop :])
        ):
            found.append(slot)
    return found


# "Reception is open from 8 to 6": whenever one comes.
_OPEN = re.compile(
    r"\b(?:reception|office|shop|store|building|branch|switchboard|phone ?lines?|helpdesk|canteen|car park|empfang|büro|rezeption|laden|geschäft|zentrale|filiale|accueil|bureau|standard|magasin|secrétariat)\b[^.;!?]{0,20}?"
    r"\b(?:(?:is|are) (?:open|manned|staffed|closed)|opens?|closes?|(?:ist|sind) (?:\w+ )?(?:geöffnet|besetzt|erreichbar|geschlossen|offen)|(?:est|sont) (?:ouvert|fermé|joignable)\w*)\b"
    r"|\b(?:empfang|büro|rezeption|laden|geschäft|zentrale|filiale)\b[^.;!?]{0,60}\b(?:geöffnet|besetzt|erreichbar|geschlossen)\b|\bwe (?:are )?open\b",
    re.IGNORECASE,
)
_MEETS = re.compile(r"\b(?:interview|meet|call|talk|chat|\w*gespräch|treffen|entretien|rendez-vous)\b", re.IGNORECASE)


def is_standing(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether a time tells when a house is open, whoever comes."""
    text = said[slot.statement].text
    if _HOURS.search(text[: slot.begin]):
        return True
    before = _CLAUSE.split(text[: slot.begin])[-1]
    clause = f"{before}{_CLAUSE.split(text[slot.stop : slot.stop + _NEAR])[0]}"
    return _OPEN.search(clause) is not None and _MEETS.search(clause) is None


# Between two clauses; and so far behind a time German has its verb.
_CLAUSE = re.compile(r"[;:!?()]|[.,]\s")
_NEAR = 30


def is_another(slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether a time's clause names another appointment."""
    return _ANOTHER.search("".join(around(slot, said[slot.statement]))) is not None


def _is_end(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    """Whether a time is only when another interview is over: "at 14:00 and is done at 15:30"."""
    return any(one.end == slot.start for one in slots) and says_over(said[slot.statement].text[: slot.begin])


def _is_same(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    """Whether a time tells the one before it by another clock."""
    text = said[slot.statement].text
    before = [one.stop for one in slots if one.statement == slot.statement and one.stop <= slot.begin]
    if not before or names_day(text[slot.begin : slot.stop]):
        return False
    between, behind = text[max(before) : slot.begin], text[slot.stop :]
    if _THAT_IS.match(between):
        return _ITS_OWN.match(behind) is None
    if yours := _YOURS.match(between):
        # "9 AM our time / 3 PM our time" are two.
        return re.match(rf"\s*{re.escape(yours['whose'])}\b", behind, re.IGNORECASE) is None
    if (whose := _OF_WHOM.match(between)) and (then := _ELSEWHERE.match(behind)):
        return whose["whose"][:3].lower() != then[0].strip()[:3].lower()  # "2 PM our time, 11 AM yours"
    if _BESIDE.match(between) is None and not (_names_zone(between) and _NOTHING_MORE.search(between)):
        return False
    if _names_zone(behind):
        return _is_same_instant(slot, next(one for one in slots if one.stop == max(before)), said)
    return bool(_ELSEWHERE.match(behind) or _CITY.match(behind) or _IN_CITY.search(text[slot.begin : slot.stop]))


# "2 PM (London) / 3 PM (Berlin)", but "2 PM (Ida) / 3 PM (Paul)" are two.
_BRACKETED = re.compile(r"\s*\((?P<place>[A-Z][\w.]{1,20}(?: [A-Z]\w{1,20})?)(?: time)?\)")


_NOTHING_MORE = re.compile(r"\)\s*[/|,=·–—-]?\s*(?:or )?$")


def _names_zone(words: str) -> bool:
    match = _BRACKETED.match(words)
    return match is not None and meant(match["place"]) is not None


def _is_same_instant(slot: Slot, other: Slot, said: Sequence[Statement]) -> bool:
    """Whether two times with places in brackets are one by their clocks: "10 AM (London) / 4 PM (London)" are not."""
    first, second = (_by_its_clock(one, said[one.statement].text) for one in (other, slot))
    return first == second


def _by_its_clock(slot: Slot, text: str) -> datetime:
    match = _BRACKETED.match(text, slot.stop)
    zone = meant(match["place"]) if match else None
    return slot.start.replace(tzinfo=zone) if zone else slot.start


# "at 10:00 your time (14:00 GMT)".
_YOURS = re.compile(
    r"^\s*(?P<whose>for (?:you|me|us)|(?:your|my|our|local|their|ihrer|deiner|unserer) (?:local )?(?:time|zeit))\s*(?:[(/=]|,? (?:or|which is|i\.e\.))\s*(?:at\s+)?$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"^\s*(?P<whose>(?:your|our|my|ihrer|unserer) (?:local )?(?:time|zeit)|ours|yours),\s*(?:at\s+)?$", re.IGNORECASE
)
# Nothing but the first one's zone stands between: "2 PM with Ida, 3 PM in London" are two, and so are "2 PM and 3 PM".
_BESIDE = re.compile(r"^\W*(?:[A-Z]{2,5}\b\W*)?(?:(?:or|bzw)\b\W*)?$")


def _is_arrival(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    """Whether one is to be there then for an interview that begins soon after."""
    ahead = [
        one.start - slot.start
        for one in slots
        if timedelta(0) < one.start - slot.start <= _EARLIEST and not _is_second(one, slot, said)
    ]
    statement = said[slot.statement]
    if not ahead or _ARRIVE.search(around(slot, statement)[0]) is None:
        return False
    # "Be here at 9:00 for your interview with Ida; at 10:00 you will meet Paul": nobody waits so long.
    return min(ahead) <= _WAITS or _FOR_IT.match(until_next(slot, statement)) is None


def _is_second(one: Slot, slot: Slot, said: Sequence[Statement]) -> bool:
    """Whether an interview is said to be another than the one that one arrives for: "be there at 2; the second is at 3:30"."""
    later = (one.statement, one.begin) > (slot.statement, slot.begin)
    return later and _SECOND.search(around(one, said[one.statement])[0]) is not None


_SECOND = re.compile(r"\b(?:second|2nd|zweite[rsn]?|deuxième|seconde)\b", re.IGNORECASE)
_WAITS = timedelta(minutes=30)
_FOR_IT = re.compile(r"\s*,?\s*for (?:your|the|our|an) (?:\w+ ){0,2}(?:interview|call)\b[^.;!?]*[.;!?]", re.IGNORECASE)
