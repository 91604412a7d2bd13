"""Mail and calendar files to readings: the pure stages, handed what they need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from sincerely.app.interviews.debrief_answers import Answers
from sincerely.app.mail_in.approached import approached
from sincerely.app.mail_in.by_the_way import told_by_the_way
from sincerely.app.mail_in.calendar_clues import clues_of
from sincerely.core.corrections import SURE
from sincerely.core.events import (
    Acknowledged,
    Briefed,
    Cancelled,
    Event,
    Offered,
    Prefers,
    Rejected,
    Scheduled,
    Slot,
    ThankedReference,
    Told,
)
from sincerely.core.people import is_address, is_machine, is_person
from sincerely.reading.automatic import is_worth
from sincerely.reading.calendars.entries import CalendarReading, Entry, entries
from sincerely.reading.calendars.interviews import accepted, declined, interview_likelihood
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.mime import parse
from sincerely.reading.linking import places
from sincerely.reading.linking.clients import names_client
from sincerely.reading.linking.links import Clues, Link, Links
from sincerely.reading.linking.relays import is_recruiting, is_relay
from sincerely.reading.linking.signed_house import signs_as
from sincerely.reading.linking.which_opening import Mail
from sincerely.reading.meetings.invitations import ANSWERS
from sincerely.reading.reader import Reading, read
from sincerely.reading.scoring.models import Models
from sincerely.reading.topic import may_be_hiring

# An entry that is an interview with at least this likelihood is taken for one; with less it is asked, or nothing.
_INTERVIEW = 0.7
_PERHAPS = 0.4
# A dentist fixes appointments and a landlord turns applicants down; an employer names what it is about.
_WORK = re.compile(
    r"\b(?:interview\w*|candida\w+|position|role|vacanc\w+|recruit\w*|hiring|job|career\w*|resume|cv|r[ée]sum[ée]"
    r"|bewerb\w*|stelle|vorstellungs\w*|entretien|poste|sollicitatie|vacature|colloquio|entrevista)\b",
    re.IGNORECASE,
)
# One applies for flats and loans, too, and hands in papers there: so a title says more, and the reader must be surer.
_HINTS = re.compile(
    r"\b(?:appl(?:y|ied|ying|ications?|icants?)|unterlagen|kennenlern\w*|probearbeit\w*|probetag\w*|candidatures?|postul\w+)\b",
    re.IGNORECASE,
)
# A mail that names no job begins a process from this confidence on. Of 59 that did, in 1,143 mails of four hands, 40
# were as sure; of three that seemed to be about a job and were not, none.
_NO_DOUBT = 0.95
# From here on with a title, an electrician comes to tenants, too, or with such a word; and from there with both.
_HINTED = 0.75
_BOTH = 0.6
# Papers are asked for everywhere, and whatever one applied for may be offered.
_OF_ANYTHING = frozenset({"offer", "request"})
# Marks what Sincerely itself wrote to the person: no evidence of anything. See `outbox.self_mail`.
REMINDER = "x-sincerely"
# Marks what went to many, as so many addresses do.
BULK = ("list-id", "list-unsubscribe", "precedence", REMINDER)
MANY = 6
_TO_REFEREES = (Told, Briefed, ThankedReference)
# Below this nobody can say which of two processes a mail belongs to.
_UNSURE = SURE - 0.01
# What others ask for in an employer's name, and how sure it is then whose errand it is.
ERRANDS = frozenset({"assessment", "reference_check", "request"})
_IN_ITS_NAME = 0.8
# How sure a day is that a program names.
_PLAIN = 0.95
# A later version of an entry that is an interview already is one, whatever it calls itself.
_FOLLOWS = 0.95
# A day and the hour that the clocks may give it.
_ONE_DAY = timedelta(hours=25)
_WORKING_HOURS = (9, 17)


@dataclass(frozen=True)
class Said(Mail):
    """What one message says, ready to be kept.

    Attributes:
        kind: one of the thirteen.
        confidence: of the kind.
        employer: as far as this message tells.
        also: further processes that what it says to a referee is about.
        names_work: whether it may be the first that is known of a process, see `_names_work`.
        in_words: whether it speaks of a job in so many words, or comes from a system that hires and does nothing else.
        approached: whether somebody of a house that is known asks whether the candidate would like another opening.
        elsewhere: what it says by the way of other processes, with their names.
        client: whether it says of that employer that the opening is there, where an agency may have written it.
        signs: the name with which its house signs, where the process's employer goes by another, see `signs_as`.
        writer: ``person`` or ``desk``, who wrote to few; empty for a program, for many and for the candidate.
    """

    kind: str = "other"
    confidence: float = 1.0
    employer: str = ""
    also: tuple[str, ...] = ()
    names_work: bool = True
    in_words: bool = True
    writer: str = ""
    client: bool = True
    signs: str = ""
    approached: bool = False
    elsewhere: tuple[tuple[str, Event], ...] = ()


@dataclass
class Reader:
    """Reads for one candidate.

    Attributes:
        models: what reading knows.
        me: the candidate's addresses.
        zone: the candidate's zone, for calendar entries without one, and for employers of whom nothing tells theirs.
        now: when the reading happens.
        answers: knows the answers to debriefs that were mailed; None where nobody asks.
    """

    models: Models
    me: frozenset[str]
    zone: tzinfo
    now: datetime
    answers: Answers | None = None

    @property
    def home(self) -> tuple[str, str]:
        """The candidate's own country and IANA zone."""
        return places.home_of(self.zone)

    def look(self, data: bytes) -> tuple[Letter, bool]:
        """Return a mail as a letter, and whether it is worth a careful reading."""
        letter = parse(data)
        if self.answers is not None:
            if self.answers.is_own(letter):
                return letter, False
            if self.answers.knows(letter):
                return letter, True
        worth = may_be_hiring(letter, self.models.glance) or is_worth(letter)
        return letter, worth and REMINDER not in letter.headers

    def mail(self, data: bytes, links: Links, *, sent: bool, name: str) -> tuple[Reading, Said]:
        """Read one mail among what is known so far."""
        reading = read(
            data,
            me=self.me,
            at=self.now,
            models=self.models,
            links=links,
            home=self.home,
            sent=True if sent else None,
        )
        answered = self.answers.said(reading.letter) if self.answers is not None else None
        if answered is not None:
            # What the person says of their own interview is no hiring mail, whatever it quotes.
            process, events = answered
            noted = tuple(replace(event, source=name, at=min(event.at, self.now)) for event in events)
            return reading, Said(noted, also=(process,), sent=True)
        found = [_sourced(f.event, name, certain=True) for f in reading.events]
        found += [_sourced(event, name, certain=True) for event in _absence(reading, self.now)]
        found += [_sourced(pledge.event, name, certain=True) for pledge in reading.pledges]
        found += [_sourced(f.event, name, certain=False) for f in reading.questions]
        link, clues = _errand(reading, links) or (reading.link, reading.clues)
        said = Said(
            # Mail from the future has a wrong clock: what it says is known now, not later.
            tuple(replace(event, at=min(event.at, self.now)) for event in found),
            link,
            clues,
            reading.role,
            reading.sent,
            reading.kind,
            reading.confidence,
            reading.company,
            _also(reading, found, links),
            _names_work(reading),
            _in_words(reading),
            _writer(reading),
            names_client(reading.company, reading.letter.subject, reading.reply),
            _signs(reading, link, links),
        )
        if not said.sent:
            said = replace(said, elsewhere=tuple(told_by_the_way(clues, link, reading.reply, links, name)))
        return reading, approached(said, reading.reply, links, name)

    def calendar(self, data: bytes | CalendarReading, links: Links, name: str) -> tuple[list[Said], list[str]]:
        """Read a calendar file, or one that is parsed already: what its interviews say, and what was wrong with it."""
        found = data if isinstance(data, CalendarReading) else entries(data, own_zone=self.zone)
        said = []
        for entry in found.entries:
            one = self._entry(entry, links, name)
            if one is not None:
                said.append(one)
                if one.link is not None and one.clues is not None:
                    learn(links, one.link, one.clues)
        return said, [f"{fault.what}" for fault in found.faults]

    def _entry(self, entry: Entry, links: Links, name: str) -> Said | None:
        begins = entry.start
        if begins is None or entry.method in ANSWERS or (entry.all_day and not _is_one_day(entry)):
            return None
        follows = links.knows_entry(entry.uid)
        no = declined(entry, self.me) and not entry.cancelled
        if no and not follows:
            return None
        likelihood, people = interview_likelihood(entry, self.me, known_people=links.has_of_employers(entry))
        likelihood = max(likelihood, _FOLLOWS) if follows else likelihood
        if likelihood < _PERHAPS:
            return None
        told = answered_at(entry, begins, self.now)
        known = (told or min(begins, self.now)) if no else _made(entry, begins, self.now, follows=follows)
        who = tuple(person.address or person.name for person in people)
        # Of a whole day nobody knows the hour, nor whether it is the interview's day or its deadline's: it is asked.
        sure = likelihood >= _INTERVIEW and not no and (entry.cancelled or not entry.all_day)
        rank = self.models.pieces.place
        clues = clues_of(entry, people, links, me=self.me, at=known, rank=rank, sure=sure)
        country, zone = places.place_of(places.country_of(clues.domain, ""), begins, self.home)
        start, end = _hours(entry, begins, ZoneInfo(zone))
        names = frozenset(w for w in who if w and not is_address(w))
        clues = replace(clues, country=country, zone=zone, names=names)
        confidence = likelihood if sure else min(likelihood, _UNSURE)
        kind = Cancelled if entry.cancelled or no else Scheduled
        event = kind(
            # Exports stamp an entry anew each time: what was declined before is no news, and is asked once.
            at=(links.refused(entry.uid, start) or known) if no else known,
            who=who,
            start=start,
            end=end,
            uid=entry.uid,
            source=name,
            confidence=round(confidence, 3),
            quote=entry.summary,
        )
        said: tuple[Event, ...] = (event,)
        came = told if kind is Scheduled and accepted(entry, self.me) else None
        if came is not None and links.refused(entry.uid, start, before=came):
            # Declined, and accepted after all; another fact than what the entry had said all along.
            said = (event, replace(event, at=came, end=None, confidence=_UNSURE))
        clues = replace(clues, doubts=tuple(one for one in said if isinstance(one, Slot) and one.confidence < SURE))
        # An interview follows an application: where the employer is known, other words for the opening begin nothing.
        link = links.find(replace(clues, goes_on=True))
        # What names neither an employer nor an opening begins nothing: nobody could tell what it is about.
        if link.process is None and (entry.cancelled or no or not (clues.employer or clues.role)):
            return None
        what = "interview_cancelled" if kind is Cancelled else "interview_set"
        return Said(said, link, clues, clues.role, kind=what, confidence=likelihood, employer=clues.employer)


def _is_one_day(entry: Entry) -> bool:
    return entry.start is not None and entry.end is not None and entry.end - entry.start <= _ONE_DAY


def _hours(entry: Entry, begins: datetime, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """Return from when to when an entry lasts: one of a whole day as long as people work where its employer is."""
    if not entry.all_day:
        return begins, entry.end
    opens, closes = (datetime.combine(begins.date(), time(hour), zone) for hour in _WORKING_HOURS)
    return opens, closes


def answered_at(entry: Entry, start: datetime, now: datetime) -> datetime | None:
    """Return when the candidate had given the answer that an entry shows; None where nothing tells."""
    return min(entry.told_at, start, now) if entry.told_at else None


def _made(entry: Entry, start: datetime, now: datetime, *, follows: bool) -> datetime:
    """Return when an entry said what it says: a new version of one that is known, later than the old one did.

    Exports stamp all entries with their own time, so that an interview is never known later than it begins.
    """
    if follows and entry.stamp and (entry.sequence > 0 or entry.cancelled):
        return min(max(entry.stamp, entry.created or entry.stamp), start, now)
    return min(entry.created or entry.stamp or start - timedelta(days=1), now)


def _names_work(reading: Reading) -> bool:
    """Whether a mail may begin a process: it names a job or a title, comes from where jobs do, or leaves no doubt."""
    if _in_words(reading):
        return True
    if reading.sent:  # what the candidate writes is always of one kind, and says nothing by it
        return bool(reading.role)
    hinted = reading.kind not in _OF_ANYTHING and _HINTS.search(f"{reading.letter.subject}\n{reading.reply}")
    return reading.confidence >= (_NO_DOUBT, _HINTED, _BOTH)[bool(reading.role) + bool(hinted)]


def _in_words(reading: Reading) -> bool:
    system = not reading.sent and is_recruiting(reading.letter.from_.address)
    return system or _WORK.search(f"{reading.letter.subject}\n{reading.reply}") is not None


def _errand(reading: Reading, links: Links) -> tuple[Link, Clues] | None:
    """Return where a mail belongs that asks for something in the name of another house, and what of it leads there."""
    link, clues = reading.link, reading.clues
    if reading.sent or link is None or link.header is None or clues is None or reading.kind not in ERRANDS:
        return None
    if any(name in reading.letter.headers for name in BULK):
        return None
    name = links.errand_of(f"{reading.letter.subject}\n{reading.reply}", reading.role)
    if name is None:
        return None
    # Its own house and people write for many.
    thread = Clues(message_id=clues.message_id, thread=clues.thread, at=clues.at)
    return Link(name, None, _IN_ITS_NAME, "named"), thread


def _signs(reading: Reading, link: Link | None, links: Links) -> str:
    """Return with which name the house of a process signs a mail, where another one is known for it.

    It speaks for itself where it has the application, says no or makes an offer. Whoever screens, tests or books for a
    house writes in its threads as well, and signs with another name.
    """
    known = links.header(link.process) if link is not None and link.process is not None else None
    if not any(isinstance(found.event, Acknowledged | Rejected | Offered) for found in reading.events):
        return ""
    if known is None or reading.sent or known.via != "direct" or reading.via != "direct":
        return ""
    return signs_as(reading.letter, reading.reply, reading.signature, reading.company, known.employer)


def is_bulk(letter: Letter) -> bool:
    """Whether a mail went to many: such mail belongs to no process that it does not name."""
    return len(letter.to) + len(letter.cc) > MANY or any(name in letter.headers for name in BULK)


def _writer(reading: Reading) -> str:
    letter, address = reading.letter, reading.letter.from_.address
    if reading.sent or reading.automatic is not None or is_bulk(letter) or is_machine(address) or is_relay(address):
        return ""
    return "person" if is_person(address) else "desk"


def _absence(reading: Reading, now: datetime) -> Iterator[Event]:
    """Yield until when an out-of-office says that somebody is away."""
    told = reading.automatic
    if told is not None and told.away is not None and told.away.back is not None and told.sender:
        at = reading.letter.date or reading.letter.received or now
        yield Prefers(at=at, who=(told.sender,), back=told.away.back, confidence=_PLAIN, quote=told.away.quote)


def _also(reading: Reading, found: list[Event], links: Links) -> tuple[str, ...]:
    """Return all processes that a mail is about, where these may be several."""
    if any(isinstance(event, _TO_REFEREES) for event in found):
        return links.mentioned(reading.reply)
    if reading.automatic is not None and reading.automatic.away is not None and reading.link is not None:
        own = reading.link.process
        return tuple(dict.fromkeys(name for name in (own, *links.with_person(reading.automatic.sender)) if name))
    return ()


def _sourced(event: Event, name: str, *, certain: bool) -> Event:
    confidence = max(event.confidence, SURE) if certain else min(event.confidence, _UNSURE)
    return replace(event, source=name, confidence=round(confidence, 3))


def learn(links: Links, link: Link, clues: Clues) -> str | None:
    """Take a message's place in, so that what follows it is found there; return the process's name."""
    if link.header is not None:
        links.add(link.header)
    name = link.process or (link.header.id if link.header else None)
    links.learn(name or "", clues)
    return name
