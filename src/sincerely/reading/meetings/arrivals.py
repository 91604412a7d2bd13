"""When one is to be at the door, which is not when the interview begins: "please arrive at 1.45pm to sign in", "13:45 Uhr am Empfang"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Statement

# Nobody waits longer at a reception than this.
_BEFORE = timedelta(minutes=75)
_AT_DOOR = re.compile(
    r"\b(?:arriv(?:e|ing|al)|sign(?:ing)? in|check(?:ing)? in|register(?:ing)?|report to|(?:at|to|by) (?:the |our )?(?:main )?(?:reception|front desk|gate|lobby|entrance|security|foyer)|doors? opens?"
    r"|einfinden|einzufinden|anmelden|anzumelden|(?:am|on|an der|zum|zur|beim) (?:empfang|pforte|eingang|rezeption|pförtner|anmeldung|tor)|eintreffen|einlass"
    r"|(?:à|par) l['’]accueil|vous présenter|présentez-vous|arriver|arrivez|arrive à|retirer (?:un|votre) badge)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:interviews?|meeting|panel|conversation|talk|call|it|we|session|\w*gespräch\w*|termin|treffen|vorstellung|wir|entretien|rendez-vous|rencontre|échange|nous)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:.!?()]|,(?! ?\d)| (?:and|und|et|so|then|dann|puis|but|aber|mais) ", re.IGNORECASE)


def without(slots: Sequence[Slot], said: Sequence[Statement]) -> list[Slot]:
    """Return times without those at which one only arrives for an interview that begins soon after, and is named.

    That it is one's interview is as likely of its beginning as it is of the arrival.
    """
    kept: list[Slot] = []
    for slot in slots:
        after = [
            one for one in slots if timedelta(0) < one.start - slot.start <= _BEFORE and _is_beginning(one, slots, said)
        ]
        if not after or not _is_arrival(slot, slots, said):
            kept.append(slot)
            continue
        begins = min(after, key=lambda one: one.start)
        slots = [
            one._replace(likely=max(one.likely, slot.likely)) if one.start == begins.start else one for one in slots
        ]
        kept = [one._replace(likely=max(one.likely, slot.likely)) if one.start == begins.start else one for one in kept]
    likely = {one.start: one.likely for one in slots}
    return [one._replace(likely=likely[one.start]) for one in kept]


def _is_arrival(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    before, after = _around(slot, slots, said)
    clause = f"{before} at {after}"
    return _AT_DOOR.search(clause) is not None and _TALK.search(clause) is None


def _is_beginning(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> bool:
    before, after = _around(slot, slots, said)
    clause = f"{before} at {after}"
    return _TALK.search(clause) is not None and _AT_DOOR.search(clause) is None


def _around(slot: Slot, slots: Sequence[Slot], said: Sequence[Statement]) -> tuple[str, str]:
    """Return the words of a time's own clause in front of it and behind it; what leads to another time is that one's."""
    text = said[slot.statement].text
    others = [one for one in slots if one.statement == slot.statement and one.start != slot.start]
    begin = max((one.stop for one in others if one.stop <= slot.begin), default=0)
    end = min((one.begin for one in others if one.begin >= slot.stop), default=len(text))
    before = _BREAK.split(text[begin : slot.begin])[-1]
    pieces = _BREAK.split(text[slot.stop : end])
    leads_on = len(pieces) == 1 and end < len(text)
    return before, "" if leads_on else pieces[0]
