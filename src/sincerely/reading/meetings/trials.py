"""A day of work on trial that is proposed: "wegen Probearbeiten, ich würd sagen Freitag ab 7", "a trial shift on Friday from 7?"."""

from __future__ import annotations

import re

from sincerely.reading.statements.meeting_times import is_bare_clock
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.telling import Teller

_TRIAL = re.compile(
    r"\b(?:probe(?:arbeit\w*|tag\w*|schicht\w*)|schnupper(?:n|tag\w*|arbeit\w*)|hospit(?:ation|ier)\w*"
    r"|(?:paid )?trial (?:work )?(?:days?|shifts?|morning|afternoon|session)|work(?:ing)? trial|taster (?:day|shift)"
    r"|(?:demi-)?journée (?:d['’]essai|d['’]immersion)|essai (?:professionnel|en atelier|en cuisine)|service d['’]essai)\b",
    re.IGNORECASE,
)
# It waits for the reader's yes.
_ASKS = re.compile(
    r"\?|\b(?:würde?n? (?:ich|wir) sagen|(?:ich|wir) würde?n? sagen|(?:sag|gib|gebt|sagt|geben sie|sagen sie)\b[^.;!?]{0,30}\bbescheid|wenn (?:du|sie|es|das|ihr)\b[^.;!?]{0,40}\b(?:frei|zeit|passt|klappt|können|kannst|einrichten)"
    r"|passt (?:es|das|ihnen|dir)|(?:ginge|geht|klappt) (?:es|das)|(?:wir )?(?:schlagen?|schlage ich)\b[^.;!?]{0,60}\bvor|vorschlag|einladen"
    r"|(?:I|we)(?:['’]d| would) (?:say|suggest|propose|like to (?:invite|offer|have) you)|let (?:me|us) know|if (?:you can|you['’]re|you are|that|it)\b[^.;!?]{0,40}\b(?:off|free|works?|suits?|make|ok)|how about|what about|invite you"
    r"|(?:je|nous) (?:dirais|dirions|propos\w+)|(?:dis|dites)-(?:moi|nous)|si (?:tu peux|vous pouvez|cela|ça)\b|vous inviter)",
    re.IGNORECASE,
)
# It was, or is only spoken of: "after the trial shift", "das Probearbeiten hat uns gefallen".
_OVER = re.compile(
    r"\b(?:nach|after|following|seit|since|suite à|après|bis zum|until)(?: [\w'’]+){0,2} $"
    r"|\b(?:war|waren|hat|hatte|haben|was|were|had|went|enjoyed|thanks?|danke|merci|était|été|avons)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:absag\w*|abgesagt|verschieb\w*|verschoben|verleg\w*|ausfall\w*|fällt\b.{0,30}\baus|cancel\w*|reschedul\w*|postpon\w*|mov(?:e|ed)|annul\w*|report(?:er|ée?)|décal\w*)\b",
    re.IGNORECASE,
)


def proposed(teller: Teller) -> list[Slot]:
    """Return the hours ahead at which a day of work on trial may begin, as far as a mail only proposes it."""
    scene = teller.scene
    if not any(_TRIAL.search(statement.text) for statement in scene.said):
        return []
    return [slot for slot in teller.slots if slot.start > scene.at and _is_proposed(slot, teller)]


def _is_proposed(slot: Slot, teller: Teller) -> bool:
    said = teller.scene.said
    statement = said[slot.statement]
    if any(one.begin == slot.begin and is_bare_clock(one) for one in statement.times):
        return False
    above = said[slot.statement - 1].text if slot.statement else ""
    trial = _TRIAL.search(statement.text)
    begins = statement.text[: trial.start()] if trial else ""
    if trial is None and (trial := _TRIAL.search(above)) is not None:
        begins = above[: trial.start()]
    if trial is None or _OVER.search(begins) or _OVER.search(statement.text) or _CHANGES.search(statement.text):
        return False
    behind = said[slot.statement + 1].text if slot.statement + 1 < len(said) else ""
    return _ASKS.search(statement.text) is not None or _ASKS.search(behind) is not None
