"""Which of the times in a mail that moves an interview is the old one, and which the new: by the clause around each.

Of "not Friday at 3 but Tuesday at 9" an interview is as likely to begin at the one as at the other; what tells them apart
is grammar: what a time is moved from and to, what is denied of it, and what it stands in place of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .slots import Slot
from .statements import CLOCK_GRAINS, Statement, mentions
from .time_clauses import around, names_day

_ON = r"(?:\s+(?:on|at|for|the|am|um|le|de|du))*\s*$"
# Verbs that move an appointment: as what somebody does, and as what happens to it.
_MOVE = r"(?:move|moving|reschedule|rescheduling|postpone|postponing|push|pushing|shift|shifting|cancel|cancelling|change|changing)"
_MOVED = (
    r"(?:moved|moves|rescheduled|postponed|pushed|shifted|changed|changes|cancell?ed|becomes|put (?:off|back)|brought forward"
    r"|verschoben|verschieben|verlegt|verlegen|abgesagt|reportée?|décalée?|annulée?)"
)
_NOT = r"(?:\b(?:not|no longer|cannot|unable|nicht(?: mehr)?|kein\w*|ne|plus possible)\b|n['’]t\b)"
_KEPT = re.compile(
    r"^\W*(?:\w+\s+)?(?:if|unless|should|in case|wenn|falls|si)\b|\b(?:wait|forget|hesitate)\b", re.IGNORECASE
)
# What stands right before the old time, or before the time that something is instead of.
_WAS = re.compile(
    r"\b(?:instead of|rather than|in place of|in lieu of|statt|anstatt|anstelle (?:von|des)|au lieu d[eu])\b[^,;]{0,30}$"
    r"|\b(?:originally|previously|formerly|initially|ursprünglich|bisher\w*|initialement|prévue?|old (?:date|time|slot))\b[^,;]*$"
    r"|\b(?:was|were|had|war|hatten?)(?: (?:you|it|this|been|to be))*(?: (?:scheduled|planned|due|set|booked|agreed|down|said|arranged|meant|geplant))?"
    rf"{_ON}|\bvom{_ON}",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?:\b(?:to|until|till|for|becomes|auf|au|à|jetzt|nun)|\bnow(?: (?:be|take place|happen|start))?|\bnew (?:date|time|slot)\b[^,;]{{0,20}}|\bneue\w*\b[^,;]{{0,30}}"
    rf"|\bnouvel\w*\b[^,;]{{0,30}}){_ON}",
    re.IGNORECASE,
)
_TOUCHED = re.compile(
    rf"\b{_MOVE}\b(?:(?!\b(?:to|for|until)\b)[^,;])*$|{_NOT}(?:(?!\b(?:until|before|bis|vor)\b)[^,;])*$", re.IGNORECASE
)
# "Thursday at 2 has been moved to room 4B" is still Thursday at 2.
_GONE = re.compile(
    rf"{_NOT}|\bis (?:out|off|gone|taken)\b|\bfällt aus\b|\bentfällt\b|\b{_MOVED}\b(?!\s+(?:in|to|into|nach)\s+\S)",
    re.IGNORECASE,
)
# "The interview scheduled for Friday at 3 is now on Tuesday": what is said of a time goes before what leads to it.
_NOW_IS = re.compile(
    rf"^\s*(?:is|was|has|have|will|needs|must|can|wo|does|ist|wird|muss|est)(?:\b|n)(?:[^,;]*\bnow(?: be| take place)?\s*$|[^,;]*(?:{_GONE.pattern}))",
    re.IGNORECASE,
)
_MOVED_TO = re.compile(rf"\b{_MOVED}\b[^,;]{{0,20}}\b(?:to|until|for|auf|au)\s*$", re.IGNORECASE)
_MOVED_FROM = re.compile(
    rf"\b(?:{_MOVE}|{_MOVED})\b(?:\s+(?:it|(?:your|the|our)\s+[\w ]{{1,40}}?))?\s+from\s*$", re.IGNORECASE
)
_TO = re.compile(r"\s+(?:to|until|till|bis|auf)\s+", re.IGNORECASE)


def without_old(slots: Sequence[Slot], said: Sequence[Statement]) -> list[Slot]:
    """Return the times that are not said to hold no longer."""
    return [slot for slot in slots if not _is_old(slot, said[slot.statement])]


def new_ones(slots: Sequence[Slot], said: Sequence[Statement]) -> list[Slot]:
    """Return the times to which something is said to move."""
    return [slot for slot in slots if _is_new(slot, said[slot.statement])]


def turned(slot: Slot, said: Sequence[Statement]) -> Slot:
    """Return the new time where the old one and it were read as one range: "from Friday at 3 to Tuesday at 9"."""
    statement = said[slot.statement]
    first, _, last = _TO.sub("\n", statement.text[slot.begin : slot.stop], count=1).partition("\n")
    if names_day(first) and names_day(last):
        for found in mentions(last, statement.clock):
            if found.start is not None and found.grain in CLOCK_GRAINS:
                return slot._replace(start=found.start, end=None)
    if slot.end is not None and _MOVED_FROM.search(around(slot, statement)[0]):
        return slot._replace(start=slot.end, end=None)
    return slot


def _is_old(slot: Slot, statement: Statement) -> bool:
    before, after = around(slot, statement)
    if _WAS.search(before):
        return True
    if _KEPT.search(before):
        return False
    if _NOW_IS.search(after):
        return True
    if _IS.search(before):
        return False
    return bool(_TOUCHED.search(before) or _GONE.search(after) or _MOVED_TO.search(after) or _leads_on(slot, statement))


def _is_new(slot: Slot, statement: Statement) -> bool:
    before, after = around(slot, statement)
    return not (_WAS.search(before) or _NOW_IS.search(after)) and bool(
        _IS.search(before) or re.match(r"\s*(?:instead|stattdessen)\b", after)
    )


def _leads_on(slot: Slot, statement: Statement) -> bool:
    """Whether a time is what another one is moved from: "from 2 pm to 4 pm", where these are two times."""
    before, after = around(slot, statement)
    follows = next((time for time in statement.times if time.begin >= slot.stop), None)
    on = after.strip().lower() == "to" or (
        follows is not None and not after.strip() and follows.quote.lower().startswith("to ")
    )
    return on and before.lower().rstrip().endswith("from")
