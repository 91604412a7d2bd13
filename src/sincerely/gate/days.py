"""Days that cannot be meant: a deadline that has passed, a weekday that is another day, an appointment that isn't then.

Only what is certain counts: a day that is named by its date, and the nearest such day where no year stands with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sincerely.core.facts import say_day
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar
from sincerely.times import TimeMention, find

from .case import Case
from .purpose import Purpose
from .text import Said
from .verdict import Mark

_WEEKDAYS = {
    name: number
    for number, names in enumerate((
        "monday mon montag lundi", "tuesday tue tues dienstag mardi", "wednesday wed mittwoch mercredi",
        "thursday thu thur thurs donnerstag jeudi", "friday fri freitag vendredi", "saturday samstag sonnabend samedi",
        "sunday sonntag dimanche",
    ))
    for name in names.split()
}  # fmt: skip
_NAMED = re.compile(rf"\b({'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\b", re.IGNORECASE)
# A weekday right before a date, outside what the grammar of times took: "Freitag, den 13. November".
_BEFORE = re.compile(
    rf"\b({'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\.?,? ?(?:the |den |dem |der |le )?$", re.IGNORECASE
)
# A day of the month stands there: "vendredi 9 h" names an hour.
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|okt|nov|dec|dez|januar|jänner|februar|märz|mai|may|juni|juli|june|july|january|february"
    r"|march|april|august|september|october|oktober|november|december|dezember|sept|janvier|février|mars|avril|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre)\b|\b\d{1,2}[./-]\d{1,2}\b|\d(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"(?:before|prior to)\b(?! (?:the )?(?:end|close)\b)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNTIL = re.compile(
    r"\b(?:by|until|till|before|no later than|bis(?: zum| spätestens)?|spätestens(?: am)?|vor dem|d'ici (?:au|le)|avant le|jusqu'au)"
    r"(?: (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?,? ?(?:the |den |dem |le )?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:expires|runs out|ends|is due) ?(?:on )?$", re.IGNORECASE)
# What is still to be done by then: one's own promise, what one has to answer, or what the reader is asked for.
_TO_COME = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall| must| need to| have to| can| am going to| plan to| hope to| am (?:asked|expected|due) to"
    r"|'m (?:asked|going|expected) to| have been asked to|'ve been asked to| have (?:\w+ )?(?:until|till)|'d (?:like|need|have) to"
    r"| would (?:like|need) to)\b"
    r"|\bhave been asked to\b|\b(?:could|can|would|will) you\b|\bplease\b|\blet me know\b"
    r"|\b(?:expires|runs out|is due|ends|must be|has to be|needs to be|is (?:open|good|valid))\b"
    r"|\b(?:ich|wir) (?:\w+ )?(?:muss|müssen|soll|werde|werden|schicke|sende|melde|gebe|kann|habe noch zeit)\b"
    r"|\b(?:muss|soll|werde|schicke|sende|melde|könnten|können) (?:ich|wir|sie)\b|\bbitte\b|\b(?:läuft .{0,30} ab|gilt|endet)\b"
    r"|\bje (?:dois|peux|vais|vous (?:enverrai|répondrai))\b|\bpourriez-vous\b",
    re.IGNORECASE,
)
# What has been is told in the past, and a day of it may well have passed.
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|hoped|wanted|promised|told|meant|would have|should have|couldn't|expired|ended|ran out"
    r"|missed|passed|since|sorry|apolog\w+|war|waren|hatte|hatten|wollte|wollten|sollte|abgelaufen|leider|étais|était|avait|aviez)\b",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:see you(?: both| all| again| then)?|seeing you|(?:looking|look) forward to (?:our|the|meeting you|speaking with you|talking to you)"
    r"(?: (?:interview|call|meeting|conversation|talk|chat))?|(?:our|the|my) (?:interview|meeting|call|appointment) (?:is )?)(?: (?:on|at))? ?$",
    re.IGNORECASE,
)
_THEN = re.compile(r"^ ?(?:interview|call|meeting|conversation|talk|appointment)\b", re.IGNORECASE)
# So far from a day, in letters, stands what is to be done by then.
_NEAR = 200
_HALF_A_YEAR = timedelta(days=183)
# Clocks apart: tomorrow here may be today there.
_APART = timedelta(hours=9)


def doubtful(case: Case) -> Iterator[Mark]:
    """Find days that cannot be meant."""
    process, calendar = case.process, case.desk.calendar
    if process is None or calendar is None:
        return
    here = calendar.local(case.now)
    for said in case.message.sentences:
        for mention in find(said.text, here, process.header.country[:2], calendar):
            mark = (
                _another_weekday(said, mention, here, calendar)
                or _passed(said, mention, here, calendar)
                or _no_appointment(case, process, said, mention, calendar)
            )
            if mark is not None:
                yield mark
                break


def _another_weekday(said: Said, mention: TimeMention, here: datetime, calendar: WorkingCalendar) -> Mark | None:
    """Mark a weekday beside a date that is another day of the week."""
    day = _dated(mention)
    if day is None:
        return None
    named = _NAMED.findall(mention.quote)
    before = _BEFORE.search(said.text, max(0, mention.begin - 24), mention.begin)
    names = [*named, *([before[1]] if before else [])]
    if len(names) != 1:
        return None
    if not _YEAR.search(mention.quote):
        day = _nearest(day, here.date())
    if day is None or day.weekday() == _WEEKDAYS[names[0].lower()]:
        return None
    begin = before.start() if before and not named else mention.begin
    spot = _within(said, begin, mention.stop)
    return Mark(
        message=f"“{spot.text}”: that date is a {say_day(day, calendar).split()[0]}.",
        said=spot,
        proposal="Look which of the two is meant, and set the other right.",
    )


def _passed(said: Said, mention: TimeMention, here: datetime, calendar: WorkingCalendar) -> Mark | None:
    """Mark a day by which something is still to be done, and which lies behind."""
    last = _dated(mention)
    if last is None or last >= here.date():
        return None
    until = mention.deadline or _UNTIL.search(said.text, max(0, mention.begin - 40), mention.begin) is not None
    before = said.text[max(0, mention.begin - _NEAR) : mention.begin].replace("’", "'")
    if not (until or _ENDS.search(before)):
        return None
    clause, after = before[_clause(before) :], said.text[mention.stop : mention.stop + _NEAR]
    if not (_TO_COME.search(clause) or _TO_COME.search(after)) or _PAST.search(clause):
        return None
    spot = _within(said, mention.begin, mention.stop)
    return Mark(
        message=f"“{spot.text}” is over: {say_day(last, calendar)} lies before the day on which this goes out.",
        said=spot,
        proposal="Name the day that holds now, or leave the sentence out.",
    )


def _no_appointment(
    case: Case, process: Process, said: Said, mention: TimeMention, calendar: WorkingCalendar
) -> Mark | None:
    """Mark the day of a meeting where the one that is known to lie ahead is on another day."""
    ahead = [interview for interview in process.interviews if interview.end > case.now]
    reading = case.reading
    if not ahead or case.open_question is not None or mention.start is None or mention.end is None:
        return None
    if reading.has(Purpose.RESCHEDULE, Purpose.ANSWER) or mention.grain not in {"day", "hour", "minute"}:
        return None
    before = said.text[max(0, mention.begin - 60) : mention.begin]
    after = said.text[mention.stop : mention.stop + 20]
    theirs = mention.quote.endswith(("'s", "’s")) and _THEN.match(after)
    if not (_SEEN.search(before) or theirs):
        return None
    begin, end = (_aware(each, calendar) for each in (mention.start, mention.end))
    first = datetime.combine(begin.date(), time.min, begin.tzinfo)
    if end <= case.now or any(one.start < end + _APART and one.end > first - _APART for one in ahead):
        return None
    spot = _within(said, mention.begin, mention.stop)
    return Mark(
        message=f"“{spot.text}”: the interview that is known is on {say_day(ahead[0].start, calendar)}.",
        said=spot,
        proposal="Look whether the day is right; if the interview was moved, say so here first.",
    )


def _dated(mention: TimeMention) -> date | None:
    """Return the one day that a mention names by its date; None where it names another stretch of time."""
    if mention.grain not in {"day", "hour", "minute"} or mention.end is None or not _DATE.search(mention.quote):
        return None
    if mention.start is not None and mention.end - mention.start > timedelta(days=1, hours=2):
        return None
    if mention.start is not None:
        return mention.start.date()
    at_midnight = mention.end.time() == time.min and not _FORMER.match(mention.quote)
    return (mention.end - timedelta(days=1)).date() if at_midnight else mention.end.date()


def _nearest(day: date, here: date) -> date | None:
    """Return the day of that date that lies nearest; None where there is none, such as 29 February."""
    found = []
    for year in (here.year - 1, here.year, here.year + 1):
        try:
            found.append(day.replace(year=year))
        except ValueError:
            continue
    near = [one for one in found if abs(one - here) <= _HALF_A_YEAR]
    return near[0] if len(near) == 1 else None


def _clause(before: str) -> int:
    """Return where the clause begins that goes on behind these words."""
    return max(before.rfind(mark) + 1 for mark in (";", ":", "–", "—", " but ", " aber "))


def _within(said: Said, begin: int, stop: int) -> Said:
    return Said(said.text[begin:stop], said.begin + begin, said.begin + stop)


def _aware(at: datetime, calendar: WorkingCalendar) -> datetime:
    return at if at.tzinfo is not None else calendar.at(at.date(), at.time())
