"""By when what was asked for is due: ASK001 and REF002 share it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sincerely.core.events import Pledged, Requested
from sincerely.core.facts import end_of_business, moment, pledged_moment
from sincerely.core.items import REFERENCES, is_made_work, item_key
from sincerely.core.working_time import WorkingCalendar

TO_TELL = {
    "salary": "Tell them what salary you expect",
    "availability": "Tell them when you are available",
    "start-date": "Tell them when you could start",
    "work-permit": "Tell them about your work permit",
    "notice-period": "Tell them your notice period",
}
"""What is answered in a sentence, and not handed in."""

# Who asks for something "when you get a moment" expects it within some days, and not by the next evening.
_NO_HURRY = re.compile(
    r"\b(?:when(?:ever)? (?:you (?:get|have|find|can|could)(?: spare)?"
    r" (?:a|the|some) (?:moment|minute|chance|second|time)"
    r"|(?:it suits|it is convenient|convenient|you can|you get round))|no (?:rush|hurry|urgency|great hurry)"
    r"|in (?:your own|your) time|at your (?:convenience|leisure)"
    r"|wenn (?:sie|du) (?:mal |gerade |einmal )?(?:zeit|einen moment|eine minute)"
    r"|bei gelegenheit|eilt nicht|keine eile"
    r"|quand (?:vous aurez|tu auras|vous avez|tu as) (?:un (?:moment|instant)|une minute|le temps)"
    r"|pas (?:d['’]urgence|pressé)|à l['’]occasion|sans urgence)\b",
    re.IGNORECASE,
)
_THINGS = {
    "id": "your ID",
    "resume": "your CV",
    "work-permit": "your right-to-work papers",
    "references": "your references",
}


def thing(key: str) -> str:
    """Return an item in words, as the person has it: ``your writing sample``."""
    return _THINGS.get(key, f"your {key.replace('-', ' ')}" if key != "other" else "what they name")


@dataclass(frozen=True)
class HandInOptions:
    """Options of ASK001, which is where they are explained."""

    days: int
    days_references: int
    days_made_work: int


def due_of(request: Requested | Pledged, options: HandInOptions, calendar: WorkingCalendar) -> datetime:
    """Return when an item is due: at its date's last working moment, else 17:00 some days on.

    A day that the candidate named is over at its end, where nobody works on it.
    """
    if request.by is not None:
        if isinstance(request, Pledged):
            return pledged_moment(request.by, calendar, request.at)
        return moment(request.by, calendar, request.at)
    if any(item_key(item) == REFERENCES for item in request.who):
        days = options.days_references
    elif any(is_made_work(item) for item in request.who):
        days = options.days_made_work
    else:
        days = options.days_made_work if _NO_HURRY.search(request.quote) else options.days
    return end_of_business(request.at, days, calendar)
