"""What a check is handed: one message, the process that it belongs to, the instant, and the desk that judges."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sincerely.core.events import (
    Agreed,
    Asked,
    AskedWhy,
    Briefed,
    Cancelled,
    Debriefed,
    Declined,
    Event,
    Heard,
    Moved,
    Named,
    Rejected,
    Scheduled,
    Thanked,
    Told,
    ToldWhy,
    Wrote,
)
from sincerely.core.facts import people_known, takes_back
from sincerely.core.header import Header
from sincerely.core.people import employer_key, is_address, is_person
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

from .message import Mailbox, Outgoing
from .purpose import Purpose, Reading, read
from .text import Said, folded
from .tone import Tone


@dataclass(frozen=True)
class Elsewhere:
    """Another process of the candidate: its name is right there, and wrong here.

    Attributes:
        header: employer and role there.
        people: those whom it names at that employer.
        sent: what the candidate wrote there.
        ended: whether nothing goes on there: it may be spoken of, and only what is wished of it is wrong.
    """

    header: Header
    people: tuple[str, ...] = ()
    sent: tuple[Event, ...] = ()
    ended: bool = False


def _is_none(_: str) -> bool:
    return False


@dataclass(frozen=True)
class Desk:
    """What judging takes besides the message: policy, working time, the ear for tone.

    Attributes:
        policy: the profile.
        hear: says how a text would land.
        calendar: the employer's working time; None where no process is known.
        elsewhere: the candidate's other processes.
        grounds: what else the person may claim of themselves: the lines of their CV, and of what they wrote before.
        posting: what the employer asked for in writing: the lines of the posting. It backs what they are said to have
            said, and nothing that the person says of themselves.
        mails: returns what the process's mails say, which may be slow; it is asked where nothing else knows a name.
        is_word: whether a word in plain small letters is one that many texts use, whatever house is called so.
        unread: returns the addresses whose mails say that nobody reads answers to them; slow likewise.
    """

    policy: Policy
    hear: Callable[[str], Tone]
    calendar: WorkingCalendar | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    grounds: str = ""
    posting: str = ""
    mails: Callable[[], str] = str
    unread: Callable[[], frozenset[str]] = frozenset
    is_word: Callable[[str], bool] = _is_none


@dataclass(frozen=True)
class Case:
    """One message to be judged at one instant."""

    message: Outgoing
    process: Process | None
    now: datetime
    desk: Desk

    @cached_property
    def reading(self) -> Reading:
        """What the message is for."""
        # Who asked why had a no, wherever it was told.
        rejected = self.process is not None and (
            isinstance(self.process.outcome, Rejected) or self.process.last(AskedWhy) is not None
        )
        if self.to_referees:
            return Reading(Purpose.OTHER, {}, None)  # no news is asked of a referee, nor a reason
        return read(self.message, rejected=rejected, answers=self._answers)

    @property
    def read_in(self) -> str:
        """Where the purpose was read: with nothing below it the subject is the message."""
        return "text" if self.message.sentences else "subject"

    @property
    def purpose(self) -> Purpose:
        """What the message is for first of all."""
        return self.reading.main

    @cached_property
    def tone(self) -> Tone:
        """How the writer's own words would land."""
        return self.desk.hear("\n\n".join(self.message.text[begin:stop] for begin, stop in self.message.stretches))

    @cached_property
    def thanks_for_interview(self) -> bool:
        """Whether an interview lies behind it, as far as is known; thanks for something else are no thank-you note."""
        if self.process is None:
            return True
        if self.process.outcome is not None or self.process.offer is not None:
            return False
        return any(interview.end <= self.now for interview in self.process.interviews)

    @cached_property
    def referees(self) -> tuple[str, ...]:
        """Those who were asked for a reference, here or for another opening."""
        if self.process is None:
            return ()
        events: list[Event] = [event for kind in _WITH_REFEREES for event in self.process.all(kind)]
        events += [o.event for o in self.process.outside if isinstance(o.event, _WITH_REFEREES)]
        return tuple(dict.fromkeys(who for event in events for who in event.who))

    @cached_property
    def to_referees(self) -> bool:
        """Whether it goes to referees alone, and to nobody of the employer's who is one besides."""
        if not self.addresses or self.process is None:
            return False
        theirs = {who.casefold() for who in people_known(self.process)}
        theirs |= {who.casefold() for event in self.process.all(AskedWhy) for who in event.who}
        return self.addresses <= {who.casefold() for who in self.referees} - theirs

    @cached_property
    def is_note(self) -> bool:
        """Whether it is the note after an interview: it thanks for one, or stands in the place of the thanks."""
        if self.purpose is Purpose.THANKS:
            return self.thanks_for_interview
        process, calendar = self.process, self.desk.calendar
        if self.purpose is not Purpose.OTHER or process is None or calendar is None or not self.thanks_for_interview:
            return False
        last = [i for i in process.interviews if i.end <= self.now][-1]
        fresh = self.now < self.span("THX001", "late").after(last.end, calendar)
        met = {who.casefold() for who in last.people} & self.addresses
        thanked = any(t.at >= last.end and {w.casefold() for w in t.who} & met for t in process.all(Thanked))
        told = self.message.word_count >= _A_NOTE
        return fresh and told and bool(met) and not thanked and not self.message.answers

    @cached_property
    def _answers(self) -> bool:
        """Whether the employer asked something, this goes to who asked or into their thread, and nobody answered."""
        asked = self.open_question
        if asked is None:
            return False
        if self.message.answers and asked.source:
            return self.in_their_thread
        return bool({who.casefold() for who in asked.who} & self.addresses) or not asked.who

    @cached_property
    def open_question(self) -> Heard | None:
        """The employer's latest question that got no answer."""
        if self.process is None:
            return None
        heard = next((h for h in reversed(self.process.all(Heard)) if h.asks or takes_back(h)), None)
        if heard is None or not heard.asks:
            return None
        answered = any(w.at > heard.at and w.purpose != "check-in" for w in self.process.all(Wrote))
        return None if answered else heard

    @cached_property
    def in_their_thread(self) -> bool:
        """Whether it answers a mail that the employer sent."""
        if not self.message.answers:
            return False
        theirs = self._thread(ours=False)
        mine = self._thread(ours=True)
        first = self.message.answers[0]
        if first in theirs or (first not in mine and bool(theirs.intersection(self.message.answers))):
            return True
        return not any("@" in known for known in theirs | mine) and self._answers_by_hand

    @property
    def _answers_by_hand(self) -> bool:
        """Whether it goes to somebody who wrote, as a timeline tells it that names no mails."""
        if self.process is None:
            return False
        wrote = [event for kind in _THEY_WROTE for event in self.process.all(kind)]
        to = {box.address.casefold() for box in self.message.to}
        return any(who.casefold() in to for event in wrote for who in event.who)

    def _thread(self, *, ours: bool) -> frozenset[str]:
        if self.process is None:
            return frozenset()
        return frozenset(
            event.source.strip("<>") for event in self.process.events if event.source and (_is_ours(event) is ours)
        )

    @cached_property
    def told_before(self) -> tuple[str, ...]:
        """What the person has told of themselves: in their CV and in what they wrote to the employer, line by line."""
        quotes = [e.quote for e in self.process.events if _is_ours(e) and e.quote] if self.process is not None else []
        return (*self.desk.grounds.splitlines(), *quotes)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all who get it."""
        return frozenset(box.address.casefold() for box in self.message.everybody)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody at the employer who is known, addresses and names."""
        if self.process is None:
            return ()
        named = [who for interview in self.process.interviews for who in interview.people if is_person(who)]
        return tuple(dict.fromkeys((*people_known(self.process), *named)))

    @cached_property
    def everybody_known(self) -> tuple[str, ...]:
        """Everybody whom the process names, referees and consultant too."""
        if self.process is None:
            return ()
        named = [who for event in self.process.events if event.takes == "people" for who in event.who]
        told = [
            word for note in self.process.all(Debriefed) for word in f"{note.note} {note.topic} {note.liked}".split()
        ]
        return tuple(dict.fromkeys((*named, *self.people, self.process.header.consultant, *told)))

    @cached_property
    def spoken_of(self) -> tuple[str, ...]:
        """The words of the process's mails that are written as names are."""
        quotes = [event.quote for event in self.process.events if event.quote] if self.process is not None else []
        return tuple(dict.fromkeys(_CAPITAL.findall("\n".join((*quotes, self.desk.mails())))))

    @cached_property
    def domains(self) -> frozenset[str]:
        """The mail domains of the employer's people."""
        known = frozenset(who.rpartition("@")[2].casefold() for who in self.people if is_address(who))
        return known - {self.agency} - _ANYBODYS

    def is_theirs(self, box: Mailbox) -> bool:
        """Whether somebody belongs to the employer, as far as is known."""
        if not box.domain or box.domain == self.agency:
            return False
        if any(f".{box.domain}".endswith(f".{domain}") for domain in self.domains):
            return True
        if box.address.casefold() in map(str.casefold, self.people):
            return True
        return self.process is not None and box.domain.partition(".")[0] in domain_names(self.process.header.employer)

    @property
    def agency(self) -> str:
        """The mail domain of the agency that the process runs through."""
        return self.consultant.rpartition("@")[2]

    @property
    def consultant(self) -> str:
        """The agency's consultant, where the process runs through one."""
        if self.process is None or self.process.header.via != "agency":
            return ""
        return self.process.header.consultant.casefold()

    def in_text(self, said: Said) -> Said:
        """Return where words of the writer's own stretches, joined by blank lines, stand in the whole text."""
        at = 0
        for begin, stop in self.message.stretches:
            if at <= said.begin <= at + stop - begin:
                shift = begin - at
                return Said(said.text, said.begin + shift, min(said.stop + shift, stop))
            at += stop - begin + 2
        return said

    def span(self, code: str, key: str) -> Span:
        """Return a span that another table of the policy sets."""
        return Span.parse(str(self.desk.policy.tables[code][key]))


_THEY_WROTE: tuple[type[Event], ...] = (Heard, Scheduled, Moved, Cancelled, Rejected, ToldWhy)
_WITH_REFEREES = (Asked, Agreed, Declined, Told, Briefed, Named)
_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*")
# A line or two to an interviewer is a message; from this many words on it stands in the place of the note.
_A_NOTE = 35
# Mail domains that say nothing about who somebody works for.
_ANYBODYS = frozenset(
    {"gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "gmx.de", "web.de", "aol.com"}
)


def domain_names(employer: str) -> frozenset[str]:
    """Return what an employer's mail domain may be called."""
    words = "".join(c if c.isalnum() else " " for c in folded(employer_key(employer))).split()
    words = [word for word in words if word not in {"the", "and"}] or words
    joined = {glue.join(words[:n]) for n in range(1, len(words) + 1) for glue in ("", "-")}
    return frozenset(name for name in joined if len(name) > 2)


_OURS = ("wrote", "thanked", "submitted", "pledged", "asked-why", "applied", "withdrew", "accepted", "named", "asked", "told",
         "briefed", "reminded", "thanked-reference", "debriefed")  # fmt: skip


def _is_ours(event: Event) -> bool:
    return event.verb in _OURS
