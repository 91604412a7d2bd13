"""Facts of a process that rules and the gate share: who interviewed, what was asked for, how dates are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from .events import (
    Agreed,
    Briefed,
    Debriefed,
    Declined,
    Event,
    Heard,
    Interviewed,
    Named,
    Rejected,
    Requested,
    Scheduled,
    Submitted,
    Thanked,
    Told,
    Wrote,
)
from .people import is_address, is_machine, is_person
from .process import Interview, Process
from .working_time import CLOSES, WorkingCalendar

REFERENCES = "references"
# Work that is made for the employer takes longer than what lies on the shelf.
_MADE_WORK = ("test", "assessment", "assignment", "case-study", "challenge", "exercise", "presentation", "project",
              "take-home", "task")  # fmt: skip
# From this many people on, a panel is not thanked one by one.
PANEL = 5


def interviewers(process: Process, interview: Interview) -> tuple[str, ...]:
    """Return who is to be thanked for an interview, addresses and names.

    Desks, rooms and coordinators are left out. Of a panel of five or more those named in the debrief count,
    else the first. Where the invitation names nobody, the debrief does.
    """
    people = tuple(person for person in interview.people if is_person(person))
    if 0 < len(people) < PANEL:
        return people
    named = tuple(dict.fromkeys(who for note in debriefs(process, interview) for who in note.who if is_person(who)))
    if not people:
        return named
    return tuple(person for person in people if person in named) or people[:1]


def debriefs(process: Process, interview: Interview) -> tuple[Debriefed, ...]:
    """Return the notes made since an interview ended and before the next one did."""
    following = next_interview(process, interview)
    return tuple(
        note
        for note in process.all(Debriefed)
        if note.at >= interview.end and (following is None or note.at < following.end)
    )


def next_interview(process: Process, interview: Interview) -> Interview | None:
    """Return the interview that ends next after this one."""
    return next((other for other in process.interviews if other.end > interview.end), None)


def open_interviews(process: Process) -> Iterator[Interview]:
    """Yield the interviews whose debts an outcome has not ended."""
    if process.outcome is None:
        for interview in process.interviews:
            if process.ended_before is None or interview.end > process.ended_before:
                yield interview


def earliest(*instants: datetime | None) -> datetime | None:
    """Return the earliest of those that are known."""
    return min((i for i in instants if i is not None), default=None)


def moment(by: date, calendar: WorkingCalendar, since: datetime | None = None) -> datetime:
    """Return the instant that a deadline means: as given, or the day's last working moment."""
    return by if isinstance(by, datetime) else calendar.last_working_moment(by, since)


def day_of(by: date, calendar: WorkingCalendar) -> date:
    """Return the employer's calendar day of a deadline."""
    return calendar.local(by).date() if isinstance(by, datetime) else by


def end_of_business(since: datetime, days: int, calendar: WorkingCalendar) -> datetime:
    """Return 17:00 of the business day that is ``days`` business days after an instant."""
    return calendar.at(calendar.business_day_after(calendar.local(since).date(), days), CLOSES)


def item_key(item: str) -> str:
    """Return an item's name in one spelling."""
    key = "-".join(item.casefold().replace("_", " ").replace("-", " ").split())
    return REFERENCES if key == "reference" else key


def is_made_work(item: str) -> bool:
    """Whether an item must be made first, such as a test or a case study."""
    return any(word in item_key(item) for word in _MADE_WORK)


def open_requests(process: Process) -> dict[str, list[Requested]]:
    """Return the requests that nothing was handed in for since, by item."""
    waiting: dict[str, list[Requested]] = {}
    for event in process.events:
        if process.ended_before is not None and event.at <= process.ended_before:
            continue  # what an outcome ended stays ended, also when the process opens again
        if isinstance(event, Requested):
            for item in event.who:
                waiting.setdefault(item_key(item), []).append(event)
        elif isinstance(event, Submitted):
            for item in event.who:
                waiting.pop(item_key(item), None)
        elif isinstance(event, Named):
            waiting.pop(REFERENCES, None)
    return waiting


def references_request(process: Process) -> Requested | None:
    """Return the latest request for references, answered or not."""
    found = [r for r in process.all(Requested) if any(item_key(item) == REFERENCES for item in r.who)]
    return found[-1] if found else None


def referees_needed(process: Process, usual: int) -> int:
    """Return how many referees the employer wants: as many as it said, else as many as is usual."""
    said = [r.count for r in process.all(Requested) if r.count and any(item_key(i) == REFERENCES for i in r.who)]
    return said[-1] if said else usual


def people_known(process: Process) -> tuple[str, ...]:
    """Return the addresses of the employer's people, those heard of last first."""
    theirs: tuple[type[Event], ...] = (Scheduled, Interviewed, Heard, Wrote, Thanked, Rejected)
    seen = [
        who
        for event in reversed(process.events)
        if isinstance(event, theirs)
        for who in event.who
        if is_address(who) and not is_machine(who)
    ]
    return tuple(dict.fromkeys((*(who for who in seen if is_person(who)), *seen)))


def ready(process: Process, who: str, at: datetime | None = None) -> bool:
    """Whether a referee has agreed and was briefed for this opening, by an instant where one is given."""
    consent = process.consent.get(who)
    if at is None:
        return isinstance(consent, Agreed) and bool(process.concerning(Briefed, who))
    answers = [e for e in _answers(process, who) if e.at <= at]
    return (
        bool(answers) and isinstance(answers[-1], Agreed) and any(b.at <= at for b in process.concerning(Briefed, who))
    )


def _answers(process: Process, who: str) -> Sequence[Event]:
    here = [e for kind in (Agreed, Declined) for e in process.concerning(kind, who)]
    outside = [o.event for o in process.outside if isinstance(o.event, Agreed | Declined) and who in o.event.who]
    return sorted([*here, *outside], key=lambda e: e.at)


def last_mail_to(process: Process, who: str) -> datetime | None:
    """Return when a referee was last told or briefed, for any of the candidate's processes."""
    here = [e.at for kind in (Told, Briefed) for e in process.concerning(kind, who)]
    outside = [o.event.at for o in process.outside if isinstance(o.event, Told | Briefed) and who in o.event.who]
    return max([*here, *outside], default=None)


def say_day(instant: datetime | date, calendar: WorkingCalendar) -> str:
    """Return a day in words, such as ``Tuesday 17 March``, of the employer's calendar."""
    return _in_words(calendar.local(instant).date() if isinstance(instant, datetime) else instant)


@lru_cache(maxsize=4096)
def _in_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def say_time(instant: datetime, calendar: WorkingCalendar) -> str:
    """Return a day and time in words, such as ``Thursday 5 March, 15:00``, of the employer's clock."""
    there = calendar.local(instant)
    if (there.hour, there.minute, there.second) == (0, 0, 0):
        # Midnight ends the day before.
        return f"the end of {say_day(instant - timedelta(minutes=1), calendar)}"
    return f"{say_day(instant, calendar)}, {there:%H:%M}"
