"""What the events, the header and the person tell, as facts that sentences are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sincerely.core.events import (
    Accepted,
    Agreed,
    Asked,
    Briefed,
    Closed,
    Declined,
    Event,
    Found,
    Heard,
    Named,
    Offered,
    Pledged,
    Promised,
    Rejected,
    Requested,
    Submitted,
    Withdrew,
)
from sincerely.core.header import Header
from sincerely.core.one_opening import perhaps_own
from sincerely.core.people import employer_key, is_same_person, same_employer
from sincerely.core.process import Process
from sincerely.core.timeline import format_event
from sincerely.writing.facts.grounds import Fact, Ground
from sincerely.writing.facts.opening_names import role_in_words, short_employer, short_role, with_article
from sincerely.writing.facts.situation import Situation
from sincerely.writing.french.post import about, parted
from sincerely.writing.words.days import local_day, of_day, on_day, until_day
from sincerely.writing.words.numbers_asked import number_asked

from .tongue import are_many, is_told, item_key, item_words

E = TypeVar("E", bound=Event)
# What the person says may thank, and may look ahead to the next word, as the mail around it would.
_HAIL = re.compile(
    r"(?:hi|hello|hey|hallo|dear|liebe[rs]?|guten tag|sehr geehrte[rs]?|bonjour|bonsoir|salut|ch[eè]re?)\b[^,.!?\n]{0,40}[,!]\s*",
    re.IGNORECASE,
)
_THANKS_ITSELF = re.compile(
    r"(?:many thanks|thanks|thank you|thx|cheers|danke|vielen dank|herzlichen dank|besten dank|lieben dank|merci|je (?:vous|te) remercie)\b",
    re.IGNORECASE,
)
_ENDS_ITSELF = re.compile(
    r"\b(?:see you|speak (?:then|soon)|talk (?:then|soon)|look(?:ing)? forward|let me know|bis (?:dann|dahin|bald|morgen|montag"
    r"|dienstag|mittwoch|donnerstag|freitag)|freue? mich|sag(?:en sie)? mir|à (?:bientôt|demain|lundi|mardi|mercredi|jeudi|vendredi)|dites-moi|dis-moi|au plaisir"
    r"|me réjouis)\b[^.!?]{0,60}[.!?]*\s*$",
    re.IGNORECASE,
)
REFERENCES = frozenset({"references", "reference", "referees"})


def told(situation: Situation, language: str) -> dict[str, Fact]:
    """Return every fact that is there, by the name of its slot."""
    facts: dict[str, Fact] = {}
    for part in (_about, _met, _waiting, _asked_for, _ended, _referee, _elsewhere):
        facts |= {name: fact for name, fact in part(situation, _Sayer(situation, language)) if fact.grounds}
    if situation.said:
        words = _HAIL.sub("", situation.said.strip()) or situation.said.strip()
        words = words[:1].upper() + words[1:] if words != situation.said.strip() else words
        ground = Ground("you", words, "you")
        facts["said"] = Fact(words, (ground,))
        if _THANKS_ITSELF.match(words):
            facts["thanks_itself"] = Fact("", (ground,))
        if _ENDS_ITSELF.search(words):
            facts["ends_itself"] = Fact("", (ground,))
    return facts


class _Sayer:
    """Events as grounds and days as words, for one mail."""

    def __init__(self, situation: Situation, language: str) -> None:
        header = situation.process.header
        self.zone, self.country, self.language = header.tz, header.country, language

    def ground(self, event: Event) -> Ground:
        words = format_event(replace(event, source="", quote=""), self.zone)
        if event.quote:
            return Ground("mail", event.quote, event.source or words, event.id)
        return Ground("event", words, event.source, event.id)

    def on(self, event: Event, when: date | None = None) -> Fact:
        day = local_day(when or event.at, self.zone)
        return Fact(on_day(day, self.language, self.country), (self.ground(event),))

    def of(self, event: Event) -> Fact:
        """Return the day of a letter: "of Thursday 5 March", "vom Donnerstag, dem 5. März"."""
        return Fact(of_day(local_day(event.at, self.zone), self.language, self.country), (self.ground(event),))

    def day(self, event: Event, when: date) -> Fact:
        """Return a day as it stands after "by", or after "bis"."""
        return Fact(until_day(local_day(when, self.zone), self.language, self.country), (self.ground(event),))

    def flag(self, *events: Event) -> Fact:
        return Fact("", tuple(self.ground(event) for event in events))


_Part = Iterator[tuple[str, Fact]]


_A_NAME = 4


def _is_the_agencys(header: Header) -> bool:
    """Whether the agency's own name stands where the employer's is not known."""
    label = header.consultant.rpartition("@")[2].partition(".")[0].replace("-", "").casefold()
    name = "".join(filter(str.isalnum, employer_key(header.employer)))
    if header.via != "agency" or not label or not name:
        return False
    # A short name begins and is inside of too many others: ING is no part of a "staffing".
    return name == label if min(len(name), len(label)) < _A_NAME else name.startswith(label) or label.startswith(name)


def _about(situation: Situation, say: _Sayer) -> _Part:
    header = situation.process.header
    role, employer = short_role(header.role), short_employer(header.employer)
    if _is_the_agencys(header):
        employer = ""  # the client is not named yet, and no interview was at the agency
    if say.language == "fr":
        role, employer = parted(role, employer)
    if say.language == "en":
        employer = with_article(employer)
    ground = Ground("process", " at ".join(part for part in (header.role, employer) if part), header.id)
    if employer:
        yield "employer", Fact(employer, (ground,))
    if role:
        yield "role", Fact(role, (ground,))
    if role or employer:
        yield "post", Fact("the role" if role else "the position", (ground,))
        if say.language == "de":
            tail = (f" als {role}" if role else "") + (f" bei {employer}" if employer else "")
            yield "job_acc", Fact(f"die Stelle{tail}", (ground,))
            yield "job_dat", Fact(f"der Stelle{tail}", (ground,))
        if say.language == "fr":
            yield from ((name, Fact(words, (ground,))) for name, words in about(role, employer).items())
        named = role_in_words(role) if role else "position"
        if role and say.language == "en":
            yield "the_role", Fact(f"the {named}", (ground,))
        yield "job", Fact(f"the {named}" + (f" at {employer}" if employer else ""), (ground,))
    if situation.through_agency:
        yield "agency", Fact("", (Ground("process", f"via {header.consultant}", header.id),))
    if situation.style.name:
        yield "name", Fact(situation.style.name, (Ground("name", situation.style.name, "style"),))


def _met(situation: Situation, say: _Sayer) -> _Part:
    interview = situation.interview
    if interview is None:
        return
    grounds = tuple(say.ground(event) for event in interview.evidence)
    met, ahead = local_day(interview.end, say.zone), situation.process.header
    yield "met_day", Fact(on_day(met, say.language, say.country), grounds)
    yield "met_of", Fact(of_day(met, say.language, say.country), grounds)
    people = [situation.person(who) for who in interview.people]
    # One who is known by name and by address is one.
    named = list(dict.fromkeys(person.full for person in people if person.full))
    if named:
        yield "met_people", Fact(_listed(named, say.language), grounds)
    if situation.about.full:
        yield (
            "interviewer",
            Fact(situation.about.full, (Ground("name", situation.about.full, situation.about.address or ahead.id),)),
        )
    if situation.unreached:
        names = [situation.person(who).full or who for who in situation.unreached]
        yield "unreached", Fact(_listed(names, say.language), grounds)
    if situation.was_there:
        yield "was_there", Fact("", grounds)
    reader = situation.to.address
    if (
        reader
        and interview.people
        and not any(is_same_person(who, reader, interview.people) for who in interview.people)
    ):
        yield "not_there", Fact("", grounds)
    if situation.position == 0:
        yield "lead", Fact("", grounds)
        if situation.asks_when:
            yield "ask_when", Fact("", grounds)


def _listed(names: list[str], language: str) -> str:
    joiner = {"de": " und ", "fr": " et "}.get(language, " and ")
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + joiner + names[-1]


def _waiting(situation: Situation, say: _Sayer) -> _Part:
    process, interview = situation.process, situation.interview
    promised = process.last(Promised)
    if promised is not None and promised.by is not None and (interview is None or _after(promised, situation, say)):
        yield "promised_day", say.day(promised, promised.by)
    since = max([i.end for i in process.interviews] + [p.at for p in process.all(Promised)], default=None)
    checks = [c for c in process.check_ins if since is None or c.at >= since]
    if checks:
        yield "checked_day", say.on(checks[-1])
        yield "second", say.flag(checks[-1])


def _after(promised: Promised, situation: Situation, say: _Sayer) -> bool:
    """Whether a promise is about what follows the interview, and no older one."""
    interview = situation.interview
    assert interview is not None
    assert promised.by is not None
    return local_day(promised.by, say.zone) > local_day(interview.end, say.zone)


def _asked_for(situation: Situation, say: _Sayer) -> _Part:
    process, item = situation.process, situation.item
    # What is to be brought along nobody asked to be sent.
    sent = (request for request in process.all(Requested) if request.how != "bring")
    asked = [r for r in sent if item and any(item_key(w) == item_key(item) for w in r.who)]
    if item:
        request = asked[-1] if asked else None
        pledges = [p for p in process.all(Pledged) if any(item_key(w) == item_key(item) for w in p.who)]
        shown = request or (pledges[-1] if pledges else None)
        ground = say.ground(shown) if shown else Ground("you", item, "you")
        number = number_asked(shown.quote, item_key(item), say.language) if shown else ""
        words = number or item_words(item, say.language)
        bare = re.sub(
            r"^(?:(?:my|the|meine?|das|der|die|eine?|a|mon|ma|mes|le|la|les|une?)\s+|l['’])",
            "",
            words.replace("das ausgefüllte ", "ausgefülltes "),
        )
        yield "item", Fact(words, (ground,))
        yield "item_title", Fact(bare[:1].upper() + bare[1:], (ground,))
        if number or is_told(item):
            yield "told_item", Fact("", (ground,))
        elif are_many(item):
            yield "many_items", Fact("", (ground,))
        if shown is not None and request is None:
            yield "pledged", Fact("", (ground,))
        if request is not None:
            yield "requested_day", say.on(request)
            if request.by is not None:
                yield "due_day", say.day(request, request.by)
    wanted = [r for r in process.all(Requested) if any(item_key(w) in REFERENCES for w in r.who)]
    if item and item_key(item) in REFERENCES and (wanted or not asked):
        yield "references", Fact("", (say.ground(wanted[-1]) if wanted else Ground("you", item, "you"),))
    if wanted:
        yield "references_wanted", say.flag(wanted[-1])
        if wanted[-1].by is not None and not item:
            yield "due_day", say.day(wanted[-1], wanted[-1].by)
    heard = next((h for h in reversed(process.all(Heard)) if h.asks), None)
    if heard is not None:
        yield "heard_day", say.of(heard)
    if process.all(Submitted):
        yield "submitted", say.flag(*process.all(Submitted)[-1:])


def _ended(situation: Situation, say: _Sayer) -> _Part:
    process = situation.process
    names: dict[type[Event], str] = {Rejected: "rejected", Accepted: "accepted", Withdrew: "withdrew", Closed: "closed"}
    outcome = process.outcome
    if outcome is not None:
        yield names[type(outcome)], say.flag(outcome)
    if isinstance(outcome, Rejected):
        yield "no_day", say.on(outcome)
        yield "no_date", say.of(outcome)
        if outcome.reason:
            yield "reason", Fact(outcome.reason, (say.ground(outcome),))
    offered = process.offer or process.last(Offered)
    if offered is not None:
        yield "offered", say.flag(offered)
        if offered.by is not None:
            yield "offer_by", say.day(offered, offered.by)
    found = _opening_since(situation)
    if found is not None:
        yield "opening", Fact(short_role(found.title), (say.ground(found),))


def _opening_since(situation: Situation) -> Found | None:
    """Return the latest opening at this employer that was found since it said no: the one before is what it said no to."""
    process = situation.process
    outcome, employer = process.outcome, process.header.employer
    if outcome is None:
        return None
    here = [f for f in process.all(Found) if not f.employer or same_employer(f.employer, employer)]
    # What lies outside the process and yet shows in it is the same employer's.
    outside = [o.event for o in process.outside if isinstance(o.event, Found)]
    since = [f for f in (*here, *outside) if f.title and f.at >= outcome.at]
    return max(since, key=lambda f: f.at, default=None)


def _referee(situation: Situation, say: _Sayer) -> _Part:
    process, who = situation.process, situation.about.address or situation.to.address
    kinds: tuple[tuple[str, type[Event]], ...] = (
        ("agreed_day", Agreed), ("asked_day", Asked), ("named_day", Named), ("declined", Declined), ("briefed", Briefed)
    )  # fmt: skip
    for name, kind in kinds:
        event = latest(situation.process, kind, who)
        if event is not None:
            yield name, say.on(event)
            if kind is Asked and _names_the_job(situation):
                yield "asked_job", say.flag(event)
    naming = latest(process, Named, who)
    if situation.sudden and naming is not None:
        yield "sudden", say.flag(naming)
    if latest(process, Asked, who) and not latest(process, Agreed, who):
        yield "unagreed", say.flag(*[e for e in process.all(Named) if who in e.who])
    if situation.about.full or situation.about.address:
        shown = situation.about.full or situation.about.address
        yield "referee", Fact(shown, (Ground("name", shown, situation.about.address),))
    if situation.pending:
        asked = [a for a in process.all(Asked) if set(a.who) & set(situation.pending)]
        names = [situation.person(p).full or p for p in situation.pending]
        yield "pending", Fact(_listed(names, say.language), tuple(say.ground(a) for a in asked))
    ahead = process.last_interview
    if ahead is not None and situation.interview is None:
        day = on_day(local_day(ahead.start, say.zone), say.language, say.country)
        yield "ahead_day", Fact(day, tuple(say.ground(event) for event in ahead.evidence))


def _names_the_job(situation: Situation) -> bool:
    """Whether the mail that asked a referee named this job; who was asked in general is told of it only now."""
    header, said = situation.process.header, f" {_plain(situation.asking)} "
    names = (_plain(employer_key(header.employer)), _plain(short_role(header.role)))
    return any(name and f" {name} " in said for name in names)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def latest(process: Process, kind: type[E], who: str) -> E | None:
    """Return the latest event of a kind that is about somebody; what a referee said holds for the whole search."""
    here: list[E] = [e for e in process.all(kind) if who in e.who]
    if not here and kind in {Agreed, Asked, Declined}:
        here = [o.event for o in process.outside if isinstance(o.event, kind) and who in o.event.who]
    return here[-1] if here else None


def _elsewhere(situation: Situation, say: _Sayer) -> _Part:
    # What may be this very employer's own is not told to it as another's.
    own = perhaps_own(situation.process)
    offers = [held for held in situation.process.offers_elsewhere if held not in own]
    open_ = [held for held in offers if held.ended is None]
    if open_:
        latest = open_[-1].offered
        yield "held", say.flag(latest)
        if latest.by is not None:
            yield "held_by", say.day(latest, latest.by)
    accepted = [held.accepted for held in offers if held.accepted is not None]
    if accepted:
        yield "elsewhere", say.flag(accepted[-1])
