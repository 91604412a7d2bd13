"""Answer what they asked.

What
    Somebody there asked you something and has not had an answer. A check-in is no answer.
    That you talked since, on the phone or at an interview, is none by itself: nobody knows whether the question came
    up. It was settled there where they write in its thread that you talked, and ask nothing more; else say so yourself.

Why it matters
    While they wait for you, nothing moves; and how quickly you answer is the first thing that they learn of
    your work.

Options
    ``due``: when the answer should be out.
    ``late``: from when it looks like a lack of interest.

Fix
    Drafts the answer in their thread. Safe: nothing is sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import (
    Accepted,
    Acknowledged,
    Cancelled,
    Event,
    Heard,
    Moved,
    Scheduled,
    Slot,
    Submitted,
    ToldWhy,
    Wrote,
)
from sincerely.core.facts import say_time, settled, takes_back
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.requests import requests_of
from sincerely.core.working_time import WorkingCalendar

CODE = "WAIT004"
NAME = "answer-owed"
NEEDS = frozenset({Heard})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span


PASS = """
2026-03-03 15:00 heard       dana@acme.example
2026-03-04 09:00 heard       dana@acme.example asks=yes
2026-03-04 09:00 wrote       dana@acme.example purpose=reply
"""
FAIL = """
2026-03-03 09:00 heard       dana@acme.example asks=yes
2026-03-03 10:00 wrote       dana@acme.example purpose=check-in   # no answer
2026-03-03 15:00 wrote       dana@acme.example purpose=reply
2026-03-04 09:00 heard       lee@acme.example asks=yes
2026-03-04 11:00 heard       lee@acme.example                     # "never mind, found it"
2026-03-05 09:00 heard       dana@acme.example asks=yes
2026-03-05 09:00 cancelled   dana@acme.example                    # the same mail: "send me times that suit you"
2026-03-05 09:00 ! WAIT004 dana@acme.example
2026-03-03 09:00 ! WAIT004 dana@acme.example
2026-03-04 09:00 ! WAIT004 lee@acme.example
"""


# A question, and what settles it: an answer, what was asked for, or a newer word that asks nothing.
_TALK: frozenset[type[Event]] = frozenset({Heard, Wrote, Submitted, Acknowledged, Scheduled, Moved, Cancelled, ToldWhy})


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    if process.outcome is not None and not isinstance(process.outcome, Accepted):
        return
    asked: Heard | None = None
    for event in process.of(_TALK) if any(heard.asks for heard in process.all(Heard)) else ():
        if settled(process, event):
            continue
        if isinstance(event, Heard):
            if event.asks:
                asked = asked or event
            elif takes_back(event):
                asked = None
        elif isinstance(event, Acknowledged):
            # Their receipt of what they asked for, which was given where no mail shows it.
            asked = None if any(done is event for _, _, done in requests_of(process, process.events)) else asked
        elif _is_beside(event, asked):
            continue
        elif not (isinstance(event, Wrote) and event.purpose == "check-in") and not _is_of_one_mail(event, asked):
            asked = None
    if asked is None:
        return
    options = policy.of(CODE, Options)
    due = options.due.after(asked.at, calendar)
    asker = asked.first if asked.who else "They"
    yield Finding(
        code=CODE,
        who=asked.first,
        opens=asked.at,
        due=due,
        late=options.late.after(asked.at, calendar),
        message=f"{asker} asked you something. Answer by {say_time(due, calendar)}.",
        evidence=(asked,),
        fix=Fix("draft", "answer", process.addressee or asked.first, "Write the answer"),
    )


def _is_of_one_mail(event: Event, asked: Heard | None) -> bool:
    """Whether a mail that moves an interview is the one that asks: it does not answer itself, whichever comes first."""
    return asked is not None and isinstance(event, Slot) and event.at == asked.at


# What is to be written or told, and not when one has time.
_TO_WRITE = re.compile(
    r"\b(?:send|ping|drop|tell|write|e-?mail|forward|share|(?:let|give) (?:me|us)"
    r"|schick\w*|send(?:e|en)|schreib\w*|sag(?:en|st)?|mail(?:en|st)"
    r"|envoy\w+|écri\w+|dire|transmettre|donner)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d| ?(?:am|pm|a\.m|p\.m|uhr|h)\b)"
    r"|(?<!by )(?<!before )(?<!until )(?<!bis )(?<!avant )\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow"
    r"|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|morgen|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain)\b"
    r"|\b(?:interviews?|calls?|meet(?:ing)?|speak|gespräch\w*|sprechen|telefonieren|entretiens?|rendez-vous)\b"
    r"|\b(?:times?|slots?|calendar|book\w*|availab\w+|free|when|days?|dates?|schedul\w+|suits?|link|https?"
    r"|termin\w*|zeit\w*|wann|tage?|kalender|passt|uhr"
    r"|créneaux?|quand|dispo\w*|jours?|heures?|agenda|calendrier|convien\w+)\b",
    re.IGNORECASE,
)


def _is_beside(event: Event, asked: Heard | None) -> bool:
    """Whether an interview with somebody else is fixed, which tells nobody what was to be written to who asked."""
    if asked is None or not isinstance(event, Slot) or not event.who or asked.first in event.who:
        return False
    return _TO_WRITE.search(asked.quote) is not None and _TIMES.search(asked.quote) is None
