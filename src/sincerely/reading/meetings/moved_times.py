"""Which of the times in a mail that moves an interview is the old one, and which the new: by the clause around each.

Of "not Friday at 3 but Tuesday at 9" an interview is as likely to begin at the one as at the other; what tells them apart
is grammar: what a time is moved from and to, what is denied of it, and what it stands in place of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import CLOCK_GRAINS, Statement, mentions
from sincerely.reading.statements.time_clauses import around, names_day, until_next

_ON = r"(?:\s+(?:on|at|for|the|am|um|den|dem|der|le|la|de|du))*\s*$"
# Verbs that move an appointment: as what somebody does, and as what happens to it.
_MOVE = (
    r"(?:move|moving|reschedule|rescheduling|postpone|postponing|push|pushing|shift|shifting|cancel|cancelling|change|changing"
    r"|reporter|repousser|décaler|déplacer)"
)
_MOVED = (
    r"(?:moved|moves|rescheduled|postponed|pushed|shifted|changed|changes|cancell?ed|becomes|put (?:off|back)|brought forward"
    r"|verschoben|verschieben|verlegt|verlegen|abgesagt|reportée?|décalée?|annulée?)"
)
_NOT = r"(?:\b(?:not|no longer|cannot|unable|nicht(?: mehr)?|kein\w*|ne|plus possible)\b|n['’]t\b)"
# What else than a time something is moved to: "to room 4B", but not "to a later date".
_PLACE = (
    r"(?:online\b|(?:from (?!\d)[\w -]{1,30} )?(?:in|to|into|nach|vers)\s+"
    r"(?!(?:\w+ ){0,3}(?:date|day|time|slot|week|month|later|earlier|point|termin|zeitpunkt)\b)[^\s,;.])"
)
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
    rf"{_NOT}|\bis (?:out|off|gone|taken)\b|\bfällt aus\b|\bentfällt\b|\bcancell?ed\b|\babgesagt\b|\bannulée?s?\b|\b{_MOVED}\b(?!\s+{_PLACE})",
    re.IGNORECASE,
)
# "The interview scheduled for Friday at 3 is now on Tuesday": what is said of a time goes before what leads to it.
_NOW_IS = re.compile(
    rf"^\s*(?:is|was|has|have|will|needs|must|can|wo|does|ist|wird|muss|est)(?:\b|n)(?:[^,;]*\bnow(?: be| take place)?\s*$|[^,;]*(?:{_GONE.pattern}))",
    re.IGNORECASE,
)
_MOVED_TO = re.compile(rf"\b(?:{_MOVED}|{_MOVE})\b[^,;]{{0,20}}\b(?:to|until|for|auf|au)\s*$", re.IGNORECASE)
# "Von Mittwoch, 14 Uhr, auf Donnerstag", "from Friday at 3 (that was) to Monday".
_FROM = re.compile(r"\b(?:from|von|du|de)\s*(?:dem |the |le )?$", re.IGNORECASE)
_ON_TO = re.compile(r"\)?,?\s*(?:to|auf|au|à|until)\s*(?:den |the |le )?$", re.IGNORECASE)
_MOVED_FROM = re.compile(
    rf"\b(?:{_MOVE}|{_MOVED})\b(?:\s+(?:it|(?:your|the|our)\s+[\w ]{{1,40}}?))?\s+from\s*$", re.IGNORECASE
)
# "15:00 not 14:00" denies what follows.
_DENIES_NEXT = re.compile(r"\s*(?:not|nicht|pas|no longer)(?: on| at| am| um| à)?\s*", re.IGNORECASE)
# "Not on Zoom on Thursday at 2 but in Leeds", "moving Thursday at 2 online": what changes is the place.
_NOT_THERE = re.compile(
    rf"{_NOT}[^,;]{{0,60}}\b(?:in|on|at|via|by|per|bei|à|sur)\s+(?!the\b)\w[^,;]{{0,60}}{_ON}", re.IGNORECASE
)
_BUT_THERE = re.compile(
    rf"\s*,?\s*(?:but|sondern|mais)\s+(?:at|on|via|by|here|bei|chez|à|dans|{_PLACE})\s*\w", re.IGNORECASE
)
# "Thursday at 2 is not in Leeds but in York", "wurde in einen anderen Raum verlegt".
_NOT_IN = re.compile(
    rf"[^,;]{{0,60}}{_NOT}[^,;]{{0,60}}\b(?:in|on|at|via|bei|à|sur)\s+(?!the\b)\w[^,;]{{0,60}},?\s*\b(?:but|sondern|mais)\s+(?:at|on|via|by|here|bei|chez|à|dans|{_PLACE})\s*\w"
    r"|[^,;]{0,60}\b(?:in|nach)\s+(?!(?:\w+ ){0,3}\w*(?:woche|monat|termin|zeit|zukunft))(?:\w+\s+){1,4}(?:verlegt|verschoben)\b",
    re.IGNORECASE,
)
_THERE = re.compile(rf"\s*{_PLACE}", re.IGNORECASE)
# "The interview set for Friday at 3, has been moved to Monday": the comma ends no clause.
_FIXED_FOR = re.compile(
    rf"\b(?:scheduled|planned|set|booked|due|arranged|geplant|prévu) (?:for|on)\b{_ON}", re.IGNORECASE
)
_MOVES_ON = re.compile(
    rf"\s*,?\s*(?:(?:is|was|has|had|have|will|must|needs|got|gets|be|been|being|to|now) ){{0,4}}{_MOVED}\b[^,;]{{0,20}}\b(?:to|until|for|on)\s*$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:to|until|till|bis|auf)\s+", re.IGNORECASE)


_ONLY_PLACE = re.compile(
    r"\bnew (?:place|location|venue|room|address|building|link)\b|\b(?:place|location|venue|room|address|link)\b[^.;!?]{0,40}\b(?:has|have|is|was|had to be) chang"
    r"|\bsame (?:day and )?time\b|\btime (?:stays|remains|is unchanged)|\bneue[rn]? (?:ort|raum|adresse|link)\b|\bzur (?:gleichen|selben) zeit\b"
    r"|\b(?:nouveau lieu|nouvelle (?:adresse|salle))\b|\bà la même heure\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:further notice|postpon\w+|cancell?\w*|call(?:ed|ing)? off|put (?:off|on hold)|on hold|no new|not yet|tba|tbc|tbd|to be (?:confirmed|determined|announced|rescheduled|arranged))\b"
    r"|\bpush(?:ing|ed)? (?:it|(?:your|the|our|this)\b[^.!?\n]{1,30}) back\b(?! (?:by|an?|\d)\b)"
    r"|\b(?:a|an|another|some other|different|other|later|new|alternative|suitable) (?:new )?(?:date|day|time|slot|appointment|interview time)s?\b|\bavailab|\bwhen\b"
    r"|\b(?:bis auf weiteres|absagen|abgesagt|neue[nrs]? (?:termin|zeit)\w*|anderen termin|noch nicht|jusqu['’]à nouvel ordre|annul\w+|nouvelle date|nouveau créneau|autre (?:date|créneau))\b",
    re.IGNORECASE,
)


_IN_PLACE = re.compile(
    r"\b(?:instead|rather than|stattdessen|statt|anstatt|au lieu|plutôt)\b|\bsame (?:time|hour)\b|\b(?:gleichen?|selben?) (?:uhr)?zeit\b|\bmême heure\b",
    re.IGNORECASE,
)


def is_instead(text: str) -> bool:
    """Whether a sentence puts something in the place of another, or keeps the hour of what it is about."""
    return _IN_PLACE.search(text) is not None


def only_place(text: str) -> bool:
    """Whether a mail that moves an interview says that it is moved elsewhere, or that its time holds."""
    return _ONLY_PLACE.search(text) is not None


def is_open(text: str) -> bool:
    """Whether a mail says that an interview has no time for now, or asks for one."""
    return _OPEN.search(text) is not None


def without_old(slots: Sequence[Slot], said: Sequence[Statement]) -> list[Slot]:
    """Return the times that are not said to hold no longer."""
    return [slot for slot in slots if not _is_old(slot, said[slot.statement])]


def new_ones(slots: Sequence[Slot], said: Sequence[Statement]) -> list[Slot]:
    """Return the times to which something is said to move."""
    return [slot for slot in slots if _is_new(slot, said[slot.statement]) or _is_called_new(slot, said)]


_INSTEAD = re.compile(
    r"\b(?:new (?:date|time|slot)|neue\w* (?:termin|zeit)|nouvel\w+ (?:date|heure|horaire|créneau))\b[^.,;!?]{0,30}$",
    re.IGNORECASE,
)


def replaces(slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    """Whether a mail names a new time in so many words, as behind "is cancelled"."""
    return any(_is_called_new(slot, said) for slot in slots)


def _is_called_new(slot: Slot, said: Sequence[Statement]) -> bool:
    return _INSTEAD.search(said[slot.statement].text[: slot.begin]) is not None


# It stands right behind the day that it is said of: at the same time of other days other things happen.
_SAME_HOUR = re.compile(
    r"\s*[,(–]?\s*(?:(?:verschieben|verlegen|verschoben|verlegt)\b,?\s*)?(?:(?:at|um|zu|à) )?(?:(?:the|die|der|zur|la) )?"
    r"(?:same (?:(?:day and )?time|hour)\b(?! zone)|(?:gleichen?|selben?|dieselbe) (?:uhrzeit|zeit|stunde)\b|même (?:heure|horaire|hour)\b)",
    re.IGNORECASE,
)
# What an interview moves to, and not what is decided, or begins, on a day.
_ONTO = re.compile(
    r"\b(?:to|auf|au|rescheduled (?:for|on)|is (?:now )?(?:on|for)|ist (?:jetzt|nun) am|est (?:désormais )?(?:le|au))(?: (?:the|den|le))*\s*$"
    r"|\b(?:new (?:date|day)|neue\w* (?:termin|tag)|nouvelle date)\b[^.,;!?]{0,20}$",
    re.IGNORECASE,
)


_ONTO_SAME = re.compile(
    r"\b(?:to|auf|à) (?:the|die|la) (?:same (?:time|hour)|gleiche (?:uhr)?zeit|même (?:heure|hour))(?: (?:on|am|le|the))*\s*$",
    re.IGNORECASE,
)


def on_another_day(slots: Sequence[Slot], said: Sequence[Statement]) -> Slot | None:
    """Return the only time that a mail names, on the day that it is moved to: "from Wednesday at 2 to Thursday, same time".

    None where several times are named, where the one does hold, or no other day is told with the hour being the same.
    """
    if len({slot.start for slot in slots}) != 1 or not any(_is_given_up(slot, said[slot.statement]) for slot in slots):
        return None
    old = slots[0]
    new = [
        day
        for index, statement in enumerate(said)
        for time in statement.times
        if time.grain == "day" and time.start is not None and time.start.date() != old.start.date()
        for day in [Slot(time.start, None, index, time.begin, time.stop, old.likely)]
        if _is_same_hour(day, statement)
    ]
    return _shifted(old, new[0]) if len({day.start for day in new}) == 1 else None


_PUT_OFF = re.compile(r",? (?:is|est) (?:reporté|déplacé|décalé|repoussé|avancé)e? au\b", re.IGNORECASE)


def _is_given_up(slot: Slot, statement: Statement) -> bool:
    return _is_old(slot, statement) or _PUT_OFF.match(until_next(slot, statement)) is not None


def _is_same_hour(day: Slot, statement: Statement) -> bool:
    """Whether something moves to a day and keeps its hour."""
    before = around(day, statement)[0]
    if _SAME_HOUR.match(statement.text, day.stop):
        return _ONTO.search(before) is not None
    return _ONTO_SAME.search(before) is not None


def is_at_same_hour(day: Slot, statement: Statement) -> bool:
    """Whether a day is named with its hour being the same as another one's."""
    return _SAME_HOUR.match(statement.text, day.stop) is not None or _is_same_hour(day, statement)


def _shifted(old: Slot, day: Slot) -> Slot:
    apart = timedelta(days=(day.start.date() - old.start.date()).days)
    return day._replace(start=old.start + apart, end=old.end and old.end + apart)


def turned(slot: Slot, said: Sequence[Statement]) -> Slot:
    """Return the new time where the old one and it were read as one range: "from Friday at 3 to Tuesday at 9"."""
    statement = said[slot.statement]
    first, _, last = _TO.sub("\n", statement.text[slot.begin : slot.stop], count=1).partition("\n")
    if names_day(first) and names_day(last):
        for found in mentions(last, statement.clock):
            if found.start is not None and found.grain in CLOCK_GRAINS:
                return slot._replace(start=found.start, end=None, begin=slot.stop - len(last))
    if (
        slot.end is not None
        and last
        and (_MOVED_FROM.search(around(slot, statement)[0]) or _moves_from(slot, statement))
    ):
        return slot._replace(start=slot.end, end=None, begin=slot.stop - len(last))
    return slot


# "Push our interview tomorrow from 11 to 1"; what is moved to a day takes its hours there: "moved to Friday from 2 to 3".
_MOVES_IT = re.compile(
    rf"\b{_MOVE}\s+(?:back\s+)?(?:it|(?:your|the|our|my|this)\s(?!.*\b(?:to|until|till)\b)[\w ]{{1,60}}?)\s*$",
    re.IGNORECASE,
)
_THEN_FROM = re.compile(r"(?!for\b)[^\d]*(?:\d{1,2}(?:st|nd|rd|th)?\b[^\d:]{0,20})?,?\s*\bfrom\s", re.IGNORECASE)


def _moves_from(slot: Slot, statement: Statement) -> bool:
    """Whether something is moved on a day that is told before both its hours: "move it tomorrow from 2 to 4"."""
    quote = statement.text[slot.begin : slot.stop]
    return _THEN_FROM.match(quote) is not None and _MOVES_IT.search(statement.text[: slot.begin]) is not None


def _is_old(slot: Slot, statement: Statement) -> bool:
    before, after = around(slot, statement)
    if _WAS.search(before):
        return True
    if _KEPT.search(before):
        return False
    if _NOW_IS.search(after) or _moves_on(slot, statement):
        return True
    if _changes_place(slot, statement):
        return False
    if _DENIES_NEXT.fullmatch(after):
        after = ""
    if _IS.search(before):
        return False
    if _FROM.search(before) and _ON_TO.match(until_next(slot, statement)):
        return True
    return bool(_TOUCHED.search(before) or _GONE.search(after) or _MOVED_TO.search(after) or _leads_on(slot, statement))


def _is_new(slot: Slot, statement: Statement) -> bool:
    before, after = around(slot, statement)
    return not (_WAS.search(before) or _NOW_IS.search(after) or _moves_on(slot, statement)) and bool(
        _IS.search(before) or re.match(r"\s*(?:instead|stattdessen)\b", after)
    )


def _moves_on(slot: Slot, statement: Statement) -> bool:
    """Whether what was fixed for a time is said to move to the next one."""
    return bool(_FIXED_FOR.search(around(slot, statement)[0]) and _MOVES_ON.match(until_next(slot, statement)))


def _changes_place(slot: Slot, statement: Statement) -> bool:
    """Whether what is moved or denied is where one meets at a time, and not the time."""
    before, behind = around(slot, statement)[0], until_next(slot, statement)
    if _NOT_IN.match(behind) or (_NOT_THERE.search(before) and _BUT_THERE.match(behind)):
        return True
    return bool(_TOUCHED.search(before) and not re.search(_NOT, before) and _THERE.match(behind))


def _leads_on(slot: Slot, statement: Statement) -> bool:
    """Whether a time is what another one is moved from: "from 2 pm to 4 pm", where these are two times."""
    before, after = around(slot, statement)
    follows = next((time for time in statement.times if time.begin >= slot.stop), None)
    on = after.strip().lower() == "to" or (
        follows is not None and not after.strip() and follows.quote.lower().startswith("to ")
    )
    return on and before.lower().rstrip().endswith("from")
