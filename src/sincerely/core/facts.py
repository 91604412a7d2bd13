"""Facts of a process that rules and the gate share: who interviewed, what was asked for, how dates are said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from .asking import doubted
from .events import (
    Agreed,
    Briefed,
    Cancelled,
    Debriefed,
    Declined,
    Event,
    Heard,
    Interviewed,
    Moved,
    Named,
    Offered,
    Prefers,
    Rejected,
    Requested,
    Scheduled,
    Thanked,
    Told,
    ToldWhy,
    Wrote,
)
from .items import REFERENCES, item_key
from .people import is_address, is_machine, is_person, is_same_person, name_words
from .process import Interview, Process, remembered
from .working_time import WorkingCalendar

INTERVIEWS: frozenset[type[Event]] = frozenset({Scheduled, Moved, Interviewed})
"""The verbs that an interview comes from."""
# Who is named in one of these is one of the employer's people.
_WITH_THEIR_PEOPLE: frozenset[type[Event]] = frozenset(
    {Scheduled, Moved, Cancelled, Interviewed, Heard, Wrote, Thanked, Offered, Rejected, ToldWhy}
)
# From this many people on, a panel is not thanked one by one.
PANEL = 5


def interviewers(process: Process, interview: Interview) -> tuple[str, ...]:
    """Return who is to be thanked for an interview, addresses and names.

    Desks, rooms and coordinators are left out, and so is a name whose address is known as well: by which that one
    writes, where the invitation does not tell it. Of a panel of five or more those named in the debrief count, else the
    first. Where the invitation names nobody, the debrief does.
    """
    invited = [person for person in interview.people if is_person(person)]
    people = tuple(dict.fromkeys([_by_address(process, person, invited) for person in _once(tuple(invited))]))
    if 0 < len(people) < PANEL:
        return people
    named = tuple(dict.fromkeys(who for note in debriefs(process, interview) for who in note.who if is_person(who)))
    if not people:
        return named
    return tuple(person for person in people if person in named) or people[:1]


def _by_address(process: Process, who: str, others: Sequence[str]) -> str:
    """Return the one address of the employer's that spells somebody's whole name, else the name."""
    if is_address(who) or len(name_words(who)) == 1:
        return who
    found = [address for address in people_known(process) if is_same_person(who, address, others)]
    return found[0] if len(found) == 1 else who


def _once(people: tuple[str, ...]) -> tuple[str, ...]:
    """Return people without the names whose addresses stand beside them: Ingo Matthes and matthes@ are one."""
    addresses = [person for person in people if is_address(person)]
    if not addresses or len(addresses) == len(people):
        return people
    twice = {
        name
        for name in people
        if not is_address(name) and any(is_same_person(name, address, people) for address in addresses)
    }
    return tuple([person for person in people if person not in twice])


def thanks(process: Process, interview: Interview, who: str) -> tuple[Thanked, ...]:
    """Return the thank-yous to an interviewer since an interview ended, also to another address that is theirs."""
    found = process.concerning(Thanked, who, interview.end)
    if found:
        return found
    return tuple(
        [
            event
            for event in process.all(Thanked)
            if event.at >= interview.end and any(is_same_person(who, other, interview.people) for other in event.who)
        ]
    )


def debriefs(process: Process, interview: Interview) -> tuple[Debriefed, ...]:
    """Return the notes made since an interview ended and before the next one did."""
    notes = process.all(Debriefed)
    following = next_interview(process, interview) if notes else None
    return tuple([n for n in notes if n.at >= interview.end and (following is None or n.at < following.end)])


def next_interview(process: Process, interview: Interview) -> Interview | None:
    """Return the interview that ends next after this one."""
    for other in process.interviews:
        if other.end > interview.end:
            return other
    return None


def open_interviews(process: Process) -> tuple[Interview, ...]:
    """Return the interviews whose debts an outcome has not ended, and of which nobody asks whether they took place.

    A call with nobody but the one whose offer followed it within a day told the offer, and was none.
    """
    if process.outcome is not None:
        return ()
    ended, doubts = process.ended_before, doubted(process)
    offers = process.all(Offered)
    if ended is None and not doubts and not offers:
        return process.interviews
    return tuple(
        [
            i
            for i in process.interviews
            if (ended is None or i.end > ended) and i not in doubts and not any(_told_in(offer, i) for offer in offers)
        ]
    )


_A_DAY = timedelta(days=1)


def _told_in(offer: Offered, interview: Interview) -> bool:
    """Whether an offer is what a call was about, with only the one who then wrote it."""
    soon = interview.start <= offer.at <= interview.start + _A_DAY
    return soon and len(interview.people) == 1 and interview.people == offer.who


def settled(process: Process, event: Event) -> bool:
    """Whether an outcome that did not stand ended what an event began; it stays so when the process opens again."""
    return process.ended_before is not None and event.at <= process.ended_before


def takes_back(word: Heard) -> bool:
    """Whether a word of the employer's that asks nothing ends the wait for an answer.

    What a program tells of an application, with words that show it and nobody's name, takes back nobody's question.
    """
    return not word.asks and (bool(word.who) or not word.quote)


def earliest(*instants: datetime | None) -> datetime | None:
    """Return the earliest of those that are known."""
    first = None
    for instant in instants:
        if instant is not None and (first is None or instant < first):
            first = instant
    return first


def latest(*instants: datetime | None) -> datetime | None:
    """Return the latest of those that are known."""
    last = None
    for instant in instants:
        if instant is not None and (last is None or instant > last):
            last = instant
    return last


def moment(by: date, calendar: WorkingCalendar, since: datetime | None = None) -> datetime:
    """Return the instant that a deadline means: as given, or the day's last working moment."""
    return by if isinstance(by, datetime) else calendar.last_working_moment(by, since)


def pledged_moment(by: date, calendar: WorkingCalendar, since: datetime) -> datetime:
    """Return the instant that a deadline of the candidate's own means: the end of a day on which nobody works.

    Who says "over the weekend" has its Sunday, and needs no working hours of the employer's.
    """
    if isinstance(by, datetime) or calendar.is_business_day(by):
        return moment(by, calendar, since)
    return calendar.end_of(by)


def day_of(by: date, calendar: WorkingCalendar) -> date:
    """Return the employer's calendar day of a deadline."""
    return calendar.day(by) if isinstance(by, datetime) else by


def end_of_business(since: datetime, days: int, calendar: WorkingCalendar) -> datetime:
    """Return 17:00 of the business day that is ``days`` business days after an instant."""
    return calendar.closing(calendar.business_day_after(calendar.day(since), days))


def references_request(process: Process) -> Requested | None:
    """Return the latest request for references, answered or not."""
    found = _reference_requests(process)
    return found[-1] if found else None


_OF_REFEREES = re.compile(r"\b(?:referees?|references?|referenz\w*|références?|référents?)\b", re.IGNORECASE)


def not_called_any_more(process: Process, since: datetime) -> bool:
    """Whether an offer that came later lets nobody expect that referees are still called.

    They are where references are asked for since, or were not given, and where the offer itself speaks of them.
    """
    offer, request = process.offer, references_request(process)
    if offer is None or offer.at < since:
        return False
    if request is not None and not settled(process, request):
        given = any(request.at <= naming.at <= offer.at for naming in process.all(Named))
        if request.at >= offer.at or not given:
            return False
    return not any(_OF_REFEREES.search(one.quote) for one in process.all(Offered))


def referees_needed(process: Process, usual: int) -> int:
    """Return how many referees the employer wants: as many as it said, else as many as is usual."""
    said = [request for request in _reference_requests(process) if request.count]
    if not said:
        return usual
    last, many = said[-1], said[-1].count or 0
    if not _ONE_MORE.search(last.quote[:_LONGEST]):
        return many
    before = {who for event in process.all(Named) if event.at <= last.at for who in event.who}
    return many + max(len(before), *(request.count or 0 for request in said[:-1]), 0)


# Who is asked for beside those whom the employer has.
_ONE_MORE = re.compile(
    r"\b(?:one more|another|(?:some(?:one|body)|anyone|anybody) else|an? (?:further|additional|third|fourth)"
    r"|(?:noch|eine?n?) weitere\w*|noch (?:jemand\w*|eine?n?)|une? autre|quelqu['’]un d['’]autre|supplémentaire)\b",
    re.IGNORECASE,
)
_LONGEST = 600


@remembered
def _reference_requests(process: Process) -> tuple[Requested, ...]:
    return tuple([r for r in process.all(Requested) if any(item_key(item) == REFERENCES for item in r.who)])


@remembered
def people_known(process: Process) -> tuple[str, ...]:
    """Return the addresses of the employer's people, those heard of last first."""
    named = dict.fromkeys([who for event in reversed(process.of(_WITH_THEIR_PEOPLE)) for who in event.who])
    known = [who for who in named if is_address(who) and not is_machine(who)]
    return tuple(sorted(known, key=lambda who: not is_person(who) or is_called_after(who, process.header.employer)))


def is_called_after(who: str, employer: str) -> bool:
    """Whether a mailbox bears the employer's name, as those of hiring systems do: "riverbendhealth@myworkday.com"."""
    house = "".join(filter(str.isalnum, employer.casefold()))
    local, _, domain = who.casefold().partition("@")
    name = "".join(filter(str.isalnum, local))
    return len(name) >= _NAME and house.startswith(name) and name not in domain


# Shorter ones are as well somebody's given name.
_NAME = 6


def whom_to_write(process: Process) -> str:
    """Return who is to be asked how things stand: the agency's consultant, the contact named, or who wrote last."""
    contacts = [wish.contact for wish in process.all(Prefers) if wish.contact]
    return process.addressee or (contacts[-1] if contacts else next(iter(people_known(process)), ""))


def ready(process: Process, who: str, at: datetime | None = None) -> bool:
    """Whether a referee has agreed and was briefed for this opening, by an instant where one is given."""
    briefed = process.concerning(Briefed, who)
    if not briefed or (at is not None and briefed[0].at > at):
        return False
    answer: Event | None = process.consent.get(who)
    if answer is not None and at is not None and answer.at > at:
        answer = next((e for e in reversed(_answers(process, who)) if e.at <= at), None)
    return isinstance(answer, Agreed)


def _answers(process: Process, who: str) -> Sequence[Event]:
    here = [e for kind in (Agreed, Declined) for e in process.concerning(kind, who)]
    outside = [o.event for o in process.outside if isinstance(o.event, Agreed | Declined) and who in o.event.who]
    return sorted([*here, *outside], key=lambda e: e.at)


def last_mail_to(process: Process, who: str) -> datetime | None:
    """Return when a referee was last told or briefed, for any of the candidate's processes."""
    return process.once(_last_mails).get(who)


def _last_mails(process: Process) -> dict[str, datetime]:
    """Return when each referee was last told or briefed."""
    mails = [*process.all(Told), *process.all(Briefed)]
    mails += [o.event for o in process.outside if isinstance(o.event, Told | Briefed)]
    return {who: mail.at for mail in sorted(mails, key=lambda mail: mail.at) for who in mail.who}


def say_day(instant: datetime | date, calendar: WorkingCalendar) -> str:
    """Return a day in words, such as ``Tuesday 17 March``, of the employer's calendar."""
    return _in_words(day_of(instant, calendar))


@lru_cache(maxsize=4096)
def _in_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def say_time(instant: datetime, calendar: WorkingCalendar) -> str:
    """Return a day and time in words, such as ``Thursday 5 March, 15:00``, of the employer's clock."""
    day, clock = calendar.wall(instant)
    if (clock.hour, clock.minute, clock.second) == (0, 0, 0) and day != date.min:
        # Midnight ends the day before.
        return f"the end of {say_day(instant - timedelta(minutes=1), calendar)}"
    return f"{_in_words(day)}, {clock.hour:02}:{clock.minute:02}"
