"""The mail that settles a finding: its situation gathered from a process, and composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from sincerely.app.drafts.draft_targets import (
    CODES,
    KINDS,
    Target,
    answered,
    asks_when,
    kind_of,
    surprised,
    targets,
    unanswered,
    uploads,
    whom_they_named,
)
from sincerely.app.processes.people_named import names_in
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import (
    Acknowledged,
    Asked,
    Cancelled,
    Heard,
    Moved,
    Offered,
    Promised,
    Requested,
    Scheduled,
    Wrote,
)
from sincerely.core.facts import people_known, say_day
from sincerely.core.one_opening import perhaps_own
from sincerely.core.people import is_address, is_person
from sincerely.core.process import Interview, OfferElsewhere, Process
from sincerely.core.report import as_known
from sincerely.core.requests import open_requests
from sincerely.core.waiting import named_before
from sincerely.writing.compose import compose
from sincerely.writing.facts.grounds import Draft, Ground, Missing
from sincerely.writing.facts.situation import Situation, Style, Thread
from sincerely.writing.saying.told import latest
from sincerely.writing.words.names import Person, person_of


class NoSuchDraft(ValueError):
    """No mail settles that; the message says what does."""


@dataclass(frozen=True)
class Unwritten:
    """A mail that wants ground first."""

    what: str
    to: str
    missing: tuple[Missing, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as the command prints it."""
        return {"what": self.what, "to": self.to, "missing": [each.as_json() for each in self.missing]}


class Background(Protocol):
    """What lies around a process: names, threads, the CV, the posting, the person's own way of writing."""

    @property
    def style(self) -> Style:
        """How the person writes."""

    @property
    def names(self) -> Mapping[str, str]:
        """How people are called, by address."""

    @property
    def cv(self) -> tuple[Ground, ...]:
        """The CV's lines."""

    @property
    def posting(self) -> tuple[Ground, ...]:
        """The posting's lines."""

    @property
    def mail(self) -> tuple[Ground, ...]:
        """The process's mails."""

    def thread(self, who: str, source: str) -> Thread:
        """Return the conversation that a mail continues: the message ``source``, else the last one with somebody."""

    def sender(self, source: str) -> str:
        """Return who wrote the message that an event names; empty where that is not known, or nobody reads there."""

    def said(self, source: str, /) -> str:
        """Return what the message that an event names says, its subject first; empty where that is not known."""

    def said_by_mail(self) -> str:
        """Return what all the process's mails say, and whom they name."""

    def unread(self) -> frozenset[str]:
        """Return the addresses whose mails say that nobody reads answers to them."""


@dataclass(frozen=True)
class Wish:
    """What the person says about the mail they want.

    Attributes:
        who: whom it is to or about; or the item handed in.
        said: their own words for it.
        language: ``en``, ``de`` or ``fr``; else the thread decides.
    """

    who: str = ""
    said: str = ""
    language: str = ""


_NO_WISH = Wish()
# These ask or tell how things stand, whoever is asked.
_TO_WHO_WROTE = frozenset({"check-in", "accept-silence", "tell-others", "withdrawal"})
_THEIRS = (Heard, Requested, Promised, Scheduled, Moved, Cancelled, Acknowledged, Offered)
# These thank for an interview, so there must have been one.
_AFTER = frozenset({"thank-you", "ask-address"})


@dataclass(frozen=True)
class Plain:
    """The background of a timeline file: none but what its events say."""

    style: Style = field(default_factory=Style)
    names: Mapping[str, str] = field(default_factory=dict)
    cv: tuple[Ground, ...] = ()
    posting: tuple[Ground, ...] = ()
    messages: Mapping[str, str] = field(default_factory=dict)
    mail: tuple[Ground, ...] = ()

    def thread(self, who: str, source: str) -> Thread:
        return Thread(message_id=source if source.startswith("<") else self.messages.get(who, ""))

    def sender(self, source: str) -> str:
        return self.messages.get(source, "")

    def said(self, _: str, /) -> str:
        return ""

    def said_by_mail(self) -> str:
        return ""

    def unread(self) -> frozenset[str]:
        return frozenset()


# These speak of an offer as of another employer's, or as if none had come.
_OF_ANOTHER = frozenset({"withdrawal", "tell-others", "check-in"})
_NO_MAIL = {
    "THX003": 'the debrief settles it: "sincerely debrief {process}"',
    "REF005": "choose another referee; nothing is to be sent",
    "WAIT001": 'take the question along: "sincerely card {process}"',
    "WAIT002": "nothing is to be sent now; waiting is right",
    "OFF004": 'say first whether both are one opening: "sincerely questions"',
    "BYE002": "nothing is to be sent any more; let it go kindly",
    "MAIL001": "find the right address, then approve that draft again with it",
    "FIT001": "start the process first; nothing is to be sent yet",
}


def drafts(
    process: Process,
    code: str,
    background: Background,
    wish: Wish = _NO_WISH,
    at: datetime | None = None,
) -> list[Draft | Unwritten]:
    """Return the mail or mails that settle a finding, or what is missing for each.

    Args:
        process: the process.
        code: a rule's code, or a kind of mail by its name.
        background: what lies around the process.
        wish: whom it is to, and what the person gives for it.
        at: as of when; None takes everything that is known.

    Raises:
        NoSuchDraft: no mail settles that.
    """
    known = process if at is None else as_known(process, at)[0]
    what = kind_of(code, known, wish.who)
    if not what:
        told = _NO_MAIL.get(code.upper())
        if told:
            raise NoSuchDraft(f"{code.upper()} needs no mail: {told.format(process=process.header.id)}")
        raise NoSuchDraft(f'no draft is called "{code}"; there are {", ".join((*CODES, *KINDS))}')
    own = _unclear(known, what)
    if own is not None:
        raise NoSuchDraft(
            f"you have an offer of {own.employer} in {own.process}, which may be this very opening: "
            'say first whether both are one, "sincerely questions" asks'
        )
    found = surprised(known, wish.who, at) if code.upper() == "REF003" and what == "briefing" else []
    found = found or targets(known, what, wish.who, at)
    online = _online(known, wish.who) if what == "hand-in" else []
    if not found:
        return [*online] or [Unwritten(what, wish.who, (_nothing(known, what),))]
    return [*(_unheld(known, target) or _one(known, target, background, wish) for target in found), *online]


def _unclear(process: Process, what: str) -> OfferElsewhere | None:
    """Return the offer that may be this opening's own, where a mail would speak of it as of another's, or as of none.

    Of what a third employer offered or got a yes to is told, and withdrawn for, whatever is asked of the other.
    """
    own = perhaps_own(process)
    if what not in _OF_ANOTHER or not own:
        return None
    others = [held for held in process.offers_elsewhere if held not in own]
    if what == "tell-others" and any(held.ended is None for held in others):
        return None
    if what == "withdrawal" and any(held.accepted for held in others) and not any(held.accepted for held in own):
        return None
    return own[0]


def _online(process: Process, who: str) -> list[Unwritten]:
    """Say of what is to be uploaded where they want it: no mail carries it, and no link of theirs is opened here."""
    if is_address(who):
        return []
    asked = {item: quote for item, quote in uploads(process).items() if who.casefold() in item}
    return [Unwritten("hand-in", item, (_there(process, item, quote),)) for item, quote in asked.items()]


def _there(process: Process, item: str, quote: str) -> Missing:
    done = f"once it is there: sincerely done ASK001 {process.header.id} {item}"
    words = item.replace("-", " ")
    put = f"Fill in the {words}" if words.endswith(("form", "questionnaire")) else f"Upload your {words}"
    ask = f"{put} where they say: “{quote}”"
    return Missing("a mail that they would take for it", ask, done)


def _unheld(process: Process, target: Target) -> Unwritten | None:
    """Ask whether an interview took place at all, where another time was asked for and none was fixed since."""
    interview = target.interview
    if target.what not in _AFTER or interview is None or interview.confirmed:
        return None
    fixed = max((event.at for event in interview.evidence), default=interview.start)
    asked = [w for w in process.all(Wrote) if w.purpose == "reschedule" and fixed < w.at < interview.start]
    if not asked:
        return None
    day = say_day(interview.start, working_calendar(process.header.country, process.header.zone))
    where, end = f"sincerely note {process.header.id}", interview.end.astimezone(process.header.tz)
    ask = Missing(
        "an interview that is known to have taken place",
        f"You asked for another time than {day}. Were you there on that day, or when was it?",
        f"{where} '{end:%Y-%m-%d %H:%M} interviewed NAME@FIRM'; or {where} cancelled",
    )
    return Unwritten(target.what, target.about or target.to, (ask,))


def _nothing(process: Process, what: str) -> Missing:
    """Say why there is no such mail to write."""
    if what == "hand-in" and open_requests(process):
        card = f"sincerely card {process.header.id}"
        return Missing("anything to send", "What they asked for is to be brought along; no mail carries it.", card)
    return Missing("somebody to write to", "Nobody is owed this mail any more.")


def _one(process: Process, target: Target, background: Background, wish: Wish) -> Draft | Unwritten:
    event = answered(process, target)
    if event is not None and not process.addressee and not is_address(wish.who):
        target = replace(target, to=background.sender(event.source) or target.to)
    elif target.what in _TO_WHO_WROTE and not is_address(wish.who) and not whom_they_named(process):
        target = replace(target, to=_who_wrote(process, background) or target.to)
    target = _read_by_somebody(process, target, background, wish)
    situation = situation_of(process, target, background, wish)
    if not target.to and target.what not in {"thank-you", "reference-request"}:
        ask = Missing("whom to write to", "Nobody's address is known. Whom do you write to?", "add --to ADDRESS")
        return Unwritten(target.what, "", (ask,))
    made = compose(target.what, situation)
    if isinstance(made, Draft):
        return replace(made, about=target.about or target.item)
    return Unwritten(target.what, target.about or target.to, made)


def _who_wrote(process: Process, background: Background) -> str:
    """Return whose mail of the employer's came last: who writes there answers, whoever else was in the interview."""
    theirs = (event for event in reversed(process.events) if isinstance(event, _THEIRS) and event.source)
    return next((who for event in theirs if (who := background.sender(event.source))), "")


def _read_by_somebody(process: Process, target: Target, background: Background, wish: Wish) -> Target:
    """Return a mail with somebody else to write to, where what it goes to says that nobody reads there.

    Whoever names an address means it.
    """
    silent = frozenset() if is_address(wish.who) else background.unread()
    if target.to.casefold() not in silent:
        return target
    others = (who for who in people_known(process) if is_person(who) and who.casefold() not in silent)
    return replace(target, to=next(others, ""))


def situation_of(process: Process, target: Target, background: Background, wish: Wish = _NO_WISH) -> Situation:
    """Return everything that one mail may know."""
    names = {**names_in(process), **background.names}
    interview = target.interview
    event = answered(process, target)
    return Situation(
        process=process,
        to=_person(target.to, names),
        about=_person(target.about, names) if target.about else Person(),
        style=background.style,
        thread=background.thread(target.to, event.source if event is not None else ""),
        interview=interview,
        notes=target.notes,
        fields=target.fields,
        alone=target.alone,
        position=target.position,
        unreached=target.unreached,
        was_there=target.was_there,
        sudden=target.sudden,
        asks_when=_asks_when(process, interview),
        names=names,
        cv=background.cv,
        posting=background.posting,
        mail=background.mail,
        asking=_asking(process, target, background),
        said=wish.said,
        item=target.item,
        pending=unanswered(process) if target.item else (),
        language=wish.language,
    )


def _asking(process: Process, target: Target, background: Background) -> str:
    """Return what the mail says in which a referee was asked."""
    asked = latest(process, Asked, target.to) if target.what == "reference-reminder" else None
    return (background.said(asked.source) or asked.quote) if asked is not None else ""


def _asks_when(process: Process, interview: Interview | None) -> bool:
    """Whether a mail asks by when they decide: not where they wrote it before, which is better asked in person."""
    if interview is None or not asks_when(process, interview):
        return False
    header = process.header
    return named_before(process, interview, working_calendar(header.country, header.zone)) is None


def _person(who: str, names: Mapping[str, str]) -> Person:
    return person_of(who, names.get(who, "")) if who else Person()
