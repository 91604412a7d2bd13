"""A mail, read: what it says, as events with their quotes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from sincerely.core.events import (
    Acknowledged,
    Applied,
    Cancelled,
    Event,
    Heard,
    Moved,
    Pledged,
    Requested,
    Scheduled,
    Slot,
    Submitted,
)
from sincerely.core.items import says_received
from sincerely.core.people import is_address, is_machine
from sincerely.core.working_time import WorkingCalendar

from . import automatic, away, mail_clock, received
from .automatic import Automatic
from .doubted_clock import with_doubt
from .hours import zones_said
from .items import promised as items_promised
from .letters import mime
from .letters.language import is_read, language_of
from .letters.letter import Address, Letter
from .letters.name_order import in_order
from .letters.passing_on import passed_on, passed_through
from .letters.people import is_persons
from .linking import places, relays
from .linking.links import Clues, Link, Links
from .linking.role import requisition_of
from .linking.talked_days import Days
from .meetings import accepting, proposals
from .meetings.agreeing import Answer, Proposal
from .more_time import with_more_time
from .moved_hours import with_day_asked, with_its_day, with_its_hour
from .panel_told import with_panel
from .received import Verdict
from .scoring.models import Models
from .sent import mail as sent
from .sent.in_thread import in_thread
from .staging import staged
from .statements.answer_wanted import offer_left
from .statements.scene import Found, Scene
from .statements.statement import Clock
from .talked_days import days_before, days_of, on_talked_day
from .told_through import told_through
from .topic import may_be_hiring

# How sure one can be of a mail that one cannot read.
_UNREAD = 0.5
# How sure it is that the candidate will send what a sentence of theirs says they will.
_PLEDGED = 0.8


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a mail says.

    Attributes:
        letter: its headers and text.
        reply: what its writer says, without quotes and signature.
        signature: the writer's.
        kind: one of the thirteen.
        confidence: how sure the kind is, 0 to 1.
        company: the employer; empty where the mail does not tell.
        house: the employer; where the mail tells none, the agency or the house whose desk or program wrote it.
        role: the opening's title; likewise.
        via: ``direct`` or ``agency``.
        sent: whether the candidate wrote it.
        events: what it shows and is sure.
        questions: what it seems to show: to be asked, not assumed.
        pledges: what the candidate says in it that they will send by a day; not yet done, and none of its events.
        clues: what leads to its process; None for mail that shows nothing and is no recruiter's first.
        link: the process; None without links, or where it shows nothing.
        automatic: what a program says of the candidate's own mail; then there are no events.
        zone: by whose clock its times were understood; None where they were not looked for.
        proposal: the times that it proposes for an interview, where links are given.
        answer: what it answers, if it answers a proposal; likewise.
    """

    letter: Letter
    reply: str = ""
    signature: str = ""
    kind: str = "other"
    confidence: float = 1.0
    company: str = ""
    house: str = ""
    role: str = ""
    via: str = "direct"
    sent: bool = False
    events: tuple[Found, ...] = ()
    questions: tuple[Found, ...] = ()
    pledges: tuple[Found, ...] = ()
    clues: Clues | None = None
    link: Link | None = None
    automatic: Automatic | None = None
    zone: tzinfo | None = None
    proposal: Proposal | None = None
    answer: Answer | None = None

    @property
    def process(self) -> str | None:
        """The process it belongs to, as far as the links know one."""
        return self.link.process if self.link else None


def read(  # noqa: PLR0913 - what a reader is handed, each by its name
    data: bytes | Letter,
    *,
    me: frozenset[str],
    at: datetime | None,
    models: Models,
    links: Links | None = None,
    home: tuple[str, str] = places.HOME,
    country: str = "",
    zone: tzinfo | None = None,
    calendar: WorkingCalendar | None = None,
    sent: bool | None = None,
) -> Reading:
    """Read a mail. Never raises.

    Args:
        data: the mail as bytes, or parsed already.
        me: the candidate's addresses, in lower case.
        at: when it came, for mail without a readable date.
        models: what reading knows; `sincerely.app.models` loads it.
        links: the processes known so far. They are only asked: whoever stores the reading calls
            ``links.add`` for a new process and ``links.learn`` with its clues.
        home: the candidate's own country and IANA zone. So much is guessed of an employer whose mail does not tell where
            it is; `places.home_of` finds both by a zone.
        country: the employer's, for dates and holidays; without it that of ``home``, unless the mail tells.
        zone: the employer's, for times of which the mail doesn't say in which zone they are; without it they are
            understood in the likeliest zone whose clock shows the offset of the mail's Date, or in that offset. Where a program wrote and its clock shows Greenwich's time, as servers' do
            wherever they stand, they are understood in the zone of the process that it goes on with, else where its
            address or signature places it, else in that of ``home``.
        calendar: the employer's working days.
        sent: whether the candidate wrote it; None where the sender's address tells.
    """
    letter = in_order(data if isinstance(data, Letter) else mime.parse(data))
    country = country or home[0]
    told = (
        None
        if sent or letter.from_.address.lower() in me
        else automatic.of(letter, mail_clock.clock(letter, at, country))
    )
    if told is not None:
        found = links.find(told.clues) if links is not None else None
        # It goes on with what is known, and begins nothing.
        link = found if found is not None and found.process is not None else None
        return Reading(letter=letter, automatic=told, clues=told.clues, link=link)
    inner = passed_on(letter, me)
    if inner is not None:
        letter, sent = inner, None
    own = sent if sent is not None else letter.from_.address.lower() in me
    when = letter.date or letter.received or at or mail_clock.EPOCH
    if zone is not None:
        when = mail_clock.there(when, zone)
    known = links is not None and links.knows(letter)
    if not known and not may_be_hiring(letter, models.glance):
        return Reading(letter=letter, sent=own)
    told_in = (
        ""
        if zone is not None
        else mail_clock.own_zone(when, home)
        if own
        else mail_clock.zone_of(letter, when, links, home)
    )
    when = mail_clock.there(when, ZoneInfo(told_in)) if told_in else when
    told_zone = mail_clock.told(letter, links, own=own)
    clock = Clock(at=mail_clock.there(when, told_zone) if told_zone else when, country=country, calendar=calendar)
    scene = staged(letter, me, models, clock, own=own, known=known, links=links)
    if links is not None:
        scene = replace(
            scene,
            referees=links.referees,
            awaited=links.awaited,
            answers=links.answers(letter),
            employers=links.employers,
            asked_why=scene.sender in links.asked_why,
            offered=links.holds_offer(letter),
            met=own and links.has_met(letter, when),
            met_people=links.met(when) if own else frozenset(),
            meeting=links.meeting_of(letter, when),
            accepted=not own and links.has_accepted(letter),
        )
    verdict = sent_or_received(scene, own=own)
    talked = days_before(scene, links)
    if not own:
        verdict = _with_meeting(scene, _on_talked_day(scene, verdict, talked, links))
        verdict = with_more_time(scene, verdict if told_zone else with_doubt(scene, verdict, clock, home[1]))
    verdict = in_thread(scene, verdict, links) if own else verdict
    told_to = passed_through(letter, me) if inner is None else None
    if told_to is not None:
        clock = Clock(at=mail_clock.passed_at(told_to, when), country=country, calendar=calendar)
        scene, verdict = told_through(scene, verdict, staged(told_to, me, models, clock, own=False, known=known))
    if not own and away.is_automatic(letter):
        # A program's receipt is no word of the employer's, whatever it says beside; that work came is one.
        kept = (f for f in verdict.found if not isinstance(f.event, Heard) or says_received(f.event.quote))
        verdict = replace(verdict, found=tuple(kept))
    # A word or two of a referee tell no language, but a yes is one that is read.
    yes = scene.sender in scene.awaited and bool(verdict.found)
    if not yes and not is_read(language_of(f"{letter.subject}\n{scene.reply or letter.text}")) and not letter.calendars:
        # In a language that it does not know it says so, and asserts nothing; of somebody in a process it asks.
        asked = not own and scene.human and scene.sender in scene.employers
        verdict = Verdict("other", _UNREAD, (received.unread(scene),) if asked else ())
    reading = Reading(
        letter=letter,
        reply=scene.reply,
        signature=scene.signature,
        kind=verdict.kind,
        confidence=verdict.confidence,
        sent=own,
        zone=scene.at.tzinfo,
        house=scene.company or scene.house,
        events=tuple(found for found in verdict.found if found.certain),
        questions=tuple(found for found in verdict.found if not found.certain),
    )
    promises = own and known and bool(_pledges(scene, verdict))
    if not verdict.found and verdict.kind == "other" and scene.hiring < received.SURELY_ABOUT and not promises:
        return reading
    reading = replace(reading, company=scene.company, role=scene.role, via=scene.via)
    # The candidate may answer a recruiter's letter that shows nothing else.
    if not verdict.found and verdict.kind != "outreach" and not promises:
        return reading
    days = days_of(scene.said, scene.at, talked)
    reading = replace(reading, clues=replace(_clues(scene, reading, home, when), days=days))
    return _linked(reading, scene, verdict, links, passed=told_to is not None)


def _with_meeting(scene: Scene, verdict: Verdict) -> Verdict:
    """Return what a mail says, with what the interview ahead that earlier mail told adds to it."""
    verdict = with_its_hour(scene, with_its_day(scene, with_panel(scene, verdict, scene.meeting), scene.meeting))
    return verdict if _is_ahead_today(scene) else with_day_asked(scene, verdict)


def _on_talked_day(scene: Scene, verdict: Verdict, talked: Days | None, links: Links | None) -> Verdict:
    known = links is not None and links.days.before(scene.letter) is not None
    return on_talked_day(scene, verdict, talked, known=known)


def _is_ahead_today(scene: Scene) -> bool:
    """Whether the interview that is known is of the very day on which a mail was written."""
    start = scene.meeting.start if scene.meeting is not None else None
    return start is not None and start.astimezone(scene.at.tzinfo).date() == scene.at.date()


def _linked(reading: Reading, scene: Scene, verdict: Verdict, links: Links | None, *, passed: bool) -> Reading:
    """Return a reading with what it has to do with other mails: what is promised, proposed or answered in it."""
    referees = reading.clues is not None and reading.clues.about_referee
    pledges = _pledges(scene, verdict) if reading.sent and not referees else ()
    reading = replace(reading, pledges=pledges)
    if links is None or reading.clues is None:
        return reading
    text = f"{reading.letter.subject}\n{reading.reply}"
    reading = replace(reading, link=links.named_among(links.find(reading.clues), text))
    return reading if passed or referees else _talking(reading, scene, verdict)


def _talking(reading: Reading, scene: Scene, verdict: Verdict) -> Reading:
    """Return a reading with the times that its mail proposes, and with what it answers to others."""
    if (not reading.sent and scene.machine) or not is_read(language_of(f"{reading.letter.subject}\n{scene.reply}")):
        return reading
    own = reading.sent
    return replace(
        reading,
        proposal=proposals.proposal_of(scene, verdict.found, own=own),
        answer=accepting.answer_of(scene, own=own),
    )


def _clues(scene: Scene, reading: Reading, home: tuple[str, str], when: datetime) -> Clues:
    letter = scene.letter
    others = (*letter.to, *letter.cc) if reading.sent else (letter.from_, *letter.reply_to)
    people = frozenset(box.address.lower() for box in others if _leads_on(box, scene, own=reading.sent))
    met = [who for found in reading.events for who in _met(found.event)]
    meets = frozenset(who.lower() for who in met if is_address(who))
    # A thank-you goes to whom an invitation only named.
    shown = (name for name, address in letter.to if address.lower() not in scene.me) if reading.sent else met
    own_domains = {address.rpartition("@")[2] for address in scene.me}
    domains = [
        domain for address in sorted(people) if (domain := relays.own_domain(address)) and domain not in own_domains
    ]
    # A program nobody writes to may still write from its employer's own domain.
    program = "" if reading.sent else relays.own_domain(letter.from_.address)
    told = places.country_of(domains[0] if domains else program, scene.signature)
    person = scene.human and not relays.is_relay(letter.from_.address)  # whose clock is no server's
    # A person's own clock tells where the employer is, whatever zone the times are told in.
    written = when if person else scene.at
    country, zone = places.place_of(told, written, home)
    zone = places.zone_by_phone(scene.signature, written) or zone
    own_clock = None if reading.sent else zones_said.of_writer(scene.reply)
    clock = own_clock.key if isinstance(own_clock, ZoneInfo) and scene.human else ""
    if clock:
        country, zone = places.home_of(own_clock)
    return Clues(
        message_id=letter.message_id,
        thread=tuple(dict.fromkeys((*letter.references, *((letter.in_reply_to,) if letter.in_reply_to else ())))),
        uids=tuple(invitation.uid for invitation in scene.invitations if invitation.uid and invitation.sure),
        employer=reading.company,
        role=reading.role,
        requisition=requisition_of(f"{letter.subject}\n{scene.reply}"),
        domain=domains[0] if domains else "",
        people=people | (meets - scene.me),
        via=reading.via,
        consultant=scene.sender if reading.via == "agency" else "",
        at=scene.at,
        country=country,
        zone=zone,
        placed=not reading.sent and (bool(clock) or places.tells(told, written, person=person)),
        clock=clock,
        asks_why=any(found.event.verb == "asked-why" for found in reading.events),
        goes_on=_goes_on(scene, reading),
        names=frozenset(name for name in shown if name and not is_address(name)),
        doubts=tuple(found.event for found in reading.questions if isinstance(found.event, Slot)),
        slots=tuple(found.event for found in reading.events if isinstance(found.event, Slot)),
        asked=_who(reading, "asked", "named"),
        settled=_who(reading, "agreed", "declined"),
        wants=tuple(item for found in reading.events if isinstance(found.event, Requested) for item in found.event.who),
        gives=tuple(item for found in reading.events if isinstance(found.event, Submitted) for item in found.event.who),
        applies=any(isinstance(found.event, Applied | Acknowledged) for found in reading.events),
        asks=any(isinstance(found.event, Heard) and found.event.asks for found in reading.events),
        offer=offer_left(reading.events),
        accepted=any(found.event.verb == "accepted" for found in reading.events),
        about_referee=any(found.event.verb in _OF_REFEREES for found in (*reading.events, *reading.questions)),
    )


def _goes_on(scene: Scene, reading: Reading) -> bool:
    """Whether a mail can begin nothing: the candidate's own, but an application; what moves or cancels a known interview."""
    if reading.sent:
        return not any(found.event.verb == "applied" for found in reading.events)
    return scene.meeting is not None and any(
        isinstance(found.event, Moved | Cancelled) for found in (*reading.events, *reading.questions)
    )


def _pledges(scene: Scene, verdict: Verdict) -> tuple[Found, ...]:
    """Return what the candidate says that they will send to an employer."""
    if not scene.referees.isdisjoint(box.address.lower() for box in scene.letter.to):
        return ()
    given = {item for found in verdict.found if isinstance(found.event, Submitted) for item in found.event.who}
    return tuple(
        _pledge(scene, one) for one in items_promised.promised(scene.said, scene.items) if one.item not in given
    )


def _pledge(scene: Scene, one: items_promised.Promise) -> Found:
    sentence = scene.said[one.statement].sentence
    quote = scene.reply[sentence.begin : sentence.stop]
    event = Pledged(at=scene.at, who=(one.item,), by=one.by, confidence=_PLEDGED, quote=quote)
    return Found(event, sentence.begin, sentence.stop)


def _leads_on(mailbox: Address, scene: Scene, *, own: bool) -> bool:
    """Whether an address leads to one house: a system's is for all, but a person's at a system is that person's alone."""
    address = mailbox.address.lower()
    if not address or address in scene.me or is_machine(address):
        return False
    return not relays.is_relay(address) or address == scene.sender or (own and is_persons(mailbox))


def _met(event: Event) -> tuple[str, ...]:
    """Return whom an interview is with: they write, and are written to, in threads of their own."""
    return event.who if isinstance(event, Scheduled | Moved) else ()


def _who(reading: Reading, *verbs: str) -> frozenset[str]:
    """Return the addresses of whom some facts of a mail are about, sure or not."""
    found = (one.event for one in (*reading.events, *reading.questions) if one.event.verb in verbs)
    return frozenset(who.lower() for event in found for who in event.who if is_address(who))


# What passes between the candidate and a referee, and not an employer.
_OF_REFEREES = frozenset({"asked", "agreed", "declined", "told", "briefed", "reminded", "thanked-reference"})


def sent_or_received(scene: Scene, *, own: bool) -> Verdict:
    """Return what a mail says, by who wrote it."""
    return sent.read(scene) if own else received.read(scene)


__all__ = ["Found", "Reading", "read"]
