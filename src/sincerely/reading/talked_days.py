"""The day of which a thread talks, handed on from mail to mail: "next week?", "Thursday suits me, from 4", "4:30 then"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby

from sincerely.core.events import Event, Requested, Scheduled
from sincerely.times import TimeMention

from .letters.language import language_of
from .linking.links import Links
from .linking.talked_days import Days
from .received import Verdict
from .statements.deadlines import is_deadline
from .statements.meeting_times import is_bare_clock
from .statements.scene import Found, Scene
from .statements.statement import Clock, Statement, statements
from .statements.telling import Teller
from .statements.time_clauses import names_day

# So much of what a mail answers is looked at, and so many days are a choice.
_QUOTED, _MOST = 3000, timedelta(days=14)
_DAY = timedelta(days=1)
_WEEKDAY = re.compile(r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:this|coming|next|today|tomorrow)\b|\d(?:st|nd|rd|th)\b|\d[./-]\d|\d\.(?!\d)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"(?:> ?)*")

# A day is talked about to meet on it, or in few words: what is decided then, begins or is over then is another.
_MEETS = re.compile(
    r"\b(?:free|availab\w+|suits?|works?|meet\w*|talk|speak|call|chat|interview\w*|visit|come|slots?|see you|looks? (?:good|fine)|(?:is|are|be) (?:good|fine|great|perfect|ok|okay|best)"
    r"|passt|passen|zeit|treffen|sprechen|\w*gespräch\w*|termin\w*|telefon\w*|\w*kommen|kennenlernen|gut|prima|geht|ginge|klappt"
    r"|libre|dispo\w*|convien\w*|rencontr\w+|entretien|appel\w*|échang\w+|parler|voir|venir|parfait|créneaux?)\b",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\b(?:decid\w+|decision|let you know|get back|feedback|hear (?:from|back)|in touch|start(?:s|ed|ing)?|begin\w*|join\w*|away|on (?:holiday|leave|vacation)|back (?:on|in|from|at)|closes?|closing|deadline"
    r"|holidays?|moved (?:house|in)|applied|posted|entscheid\w*|rückmeldung|melden|meldet|melde|beginn\w*|anfang\w*|eintritt\w*|urlaub|zurück|frist|bewerbungsschluss|décid\w+|décision|congés?|vacances|de retour"
    r"|début\w*|commenc\w+|reviendr\w+|clôture)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:can['’]?t|cannot|unable|impossible|(?:does|do|is|are|am|will)(?:n['’]t| not) (?:\w+ )?(?:work|suit|free|available|possible|good|be)|not (?:free|available|possible)"
    r"|(?:passt|geht|klappt|schaffe|kann|können)\b[^.!?,;]{0,30}\bnicht|nicht (?:möglich|passen)|keine zeit|verhindert"
    r"|ne (?:me |nous )?(?:convient|peux|pouvons|pourrai)\w* pas|pas (?:possible|disponible|libre))\b",
    re.IGNORECASE,
)
_FEW = 8


def _is_of_meeting(text: str) -> bool:
    if _OF_ELSE.search(text) or _REFUSES.search(text):
        return False
    return "?" in text or _MEETS.search(text) is not None or len(text.split()) <= _FEW


def days_before(scene: Scene, links: Links | None) -> Days | None:
    """Return the days of which the mail talks that one answers, where it is known; else what is quoted of it."""
    known = links.days.before(scene.letter) if links is not None else None
    return known or _quoted(scene)


def days_of(said: Sequence[Statement], at: datetime, before: Days | None) -> Days | None:
    """Return the days of which a mail talks: those that it names, else those of which the mail talks that it answers.

    A weekday alone is of the days that were talked about, "Thursday" of "next week". Deadlines are no days to meet on,
    nor is that of a decision, or of the first day there.

    Args:
        said: what the mail says.
        at: when it was sent.
        before: of which days the mail talks that it answers.
    """
    days: set[date] = set()
    period = before
    spans: set[Days] = set()
    talking = (statement for statement in said if _is_of_meeting(statement.sentence.text))
    for time in (one for statement in talking for one in statement.times if not is_deadline(one)):
        if time.start is None or is_bare_clock(time) or time.start.date() < at.date():
            continue
        end = time.end or time.start
        if time.grain in {"day", "hour", "minute"} and end - time.start <= _DAY:
            days.add(_within(time, period) or time.start.date())
        elif _DAY < end - time.start <= _MOST:
            period = (time.start.date(), (end - _DAY).date())
            spans.add(period)
    if days:
        return (min(days), max(days)) if max(days) - min(days) <= _MOST else None
    if len(spans) == 1:
        return spans.pop()
    # Who cannot then leaves open on which day.
    refused = any(_REFUSES.search(statement.sentence.text) for statement in said)
    return before if before is not None and before[1] >= at.date() and not refused else None


def _within(time: TimeMention, before: Days | None) -> date | None:
    """Return the day that a weekday alone means, of those that were talked about."""
    assert time.start is not None
    if before is None or not _WEEKDAY.search(time.quote) or _DATED.search(time.quote):
        return None
    days = (before[0] + count * _DAY for count in range((before[1] - before[0]).days + 1))
    found = [day for day in days if day.weekday() == time.start.weekday()]
    return found[0] if len(found) == 1 else None


def _quoted(scene: Scene) -> Days | None:
    """Return the days of which what a mail quotes talks, the oldest first."""
    lines = scene.quoted[:_QUOTED].splitlines()
    levels = [(_depth(line), _QUOTES.sub("", line, count=1)) for line in lines]
    found: Days | None = None
    for _, level in groupby(sorted(levels, key=lambda one: -one[0]), key=lambda one: one[0]):
        text = "\n".join(line for _, line in level)
        # It was written before: what is "Tuesday" there may be today.
        clock = Clock(at=scene.at - _DAY, language=language_of(text))
        found = days_of(statements(text, clock), scene.at, found)
    return found


def _depth(line: str) -> int:
    match = _QUOTES.match(line)
    return match[0].count(">") if match else 0


def on_talked_day(scene: Scene, verdict: Verdict, before: Days | None, *, known: bool) -> Verdict:
    """Return what a mail says, with an interview of which it names the hour alone on the one day that was talked about.

    Args:
        scene: the mail.
        verdict: what it says.
        before: of which days the mail talks that it answers.
        known: whether that mail was read; of what is quoted of it, it is asked.
    """
    if before is None or before[0] != before[1] or scene.invitations or scene.meeting is not None:
        return verdict
    times = [one for statement in scene.said for one in statement.times]
    if names_day(scene.letter.subject) or any(not is_bare_clock(one) for one in times):
        return verdict
    bare = {slot.start for slot in Teller(scene).slots}
    moved = {start: datetime.combine(before[0], start.timetz()) for start in bare if start.date() != before[0]}
    moved = {start: there for start, there in moved.items() if there > scene.at}
    if not moved:
        return verdict
    return replace(verdict, found=tuple(_there(found, moved, known=known) for found in verdict.found))


def _there(found: Found, moved: dict[datetime, datetime], *, known: bool) -> Found:
    event: Event = found.event
    if isinstance(event, Scheduled) and event.start in moved:
        start = moved[event.start]
        end = event.end and start + (event.end - event.start)
        return replace(found, event=replace(event, start=start, end=end), certain=found.certain and known)
    if isinstance(event, Requested) and event.how == "bring" and not isinstance(event.by, datetime):
        days = {start.date(): there.date() for start, there in moved.items()}
        return replace(found, event=replace(event, by=days.get(event.by, event.by))) if event.by is not None else found
    return found
