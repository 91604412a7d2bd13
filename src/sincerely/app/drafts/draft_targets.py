"""Whom a finding's mail goes to, about whom, and which notes count for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sincerely.core.events import (
    Agreed,
    Asked,
    Briefed,
    Debriefed,
    Declined,
    Event,
    Heard,
    Named,
    Offered,
    Prefers,
    Promised,
    Requested,
    ThankedReference,
    Told,
)
from sincerely.core.facts import debriefs, interviewers, people_known, ready, thanks
from sincerely.core.items import item_key
from sincerely.core.people import is_address, is_same_person
from sincerely.core.process import Interview, Process
from sincerely.core.requests import open_pledges, open_requests, to_send
from sincerely.core.uploads import are_uploaded
from sincerely.writing.facts.situation import FIELDS

# Which mail settles which finding; REF002 to REF004 depend on the process.
CODES = {
    "THX001": "thank-you",
    "THX002": "ask-address",
    "REF001": "reference-request",
    "REF002": "briefing",
    "REF003": "briefing",
    "REF004": "reference-reminder",
    "REF006": "reference-outcome",
    "WAIT003": "check-in",
    "WAIT004": "answer",
    "WAIT005": "accept-silence",
    "ASK001": "hand-in",
    "OFF001": "offer-thanks",
    "OFF002": "tell-others",
    "OFF003": "withdrawal",
    "BYE001": "ask-why",
    "BYE003": "stay-in-touch",
}
KINDS = (*dict.fromkeys(CODES.values()), "heads-up", "withdraw-reference")
_REFEREES = frozenset({"reference-request", "reference-reminder", "briefing", "heads-up", "reference-outcome"})


@dataclass(frozen=True, kw_only=True)
class Target:
    """One mail to write.

    Attributes:
        what: which kind.
        to: whom it goes to, an address or a name; empty where nobody is known.
        about: the interviewer or referee that it is about, where it goes to somebody else.
        interview: the one that it speaks of.
        notes: the debrief lines that it may use, and which of their ``fields``.
        alone: they are about this person alone.
        position: the person's place among the interviewers.
        unreached: interviewers of whom only the name is known, where the mail asks for them.
        was_there: whom it goes to was in the interview.
        item: what is handed in.
        sudden: a referee may be called already, and was not ready.
    """

    what: str
    to: str = ""
    about: str = ""
    interview: Interview | None = None
    notes: tuple[Debriefed, ...] = ()
    fields: tuple[str, ...] = FIELDS
    alone: bool = False
    position: int = 0
    unreached: tuple[str, ...] = ()
    was_there: bool = False
    item: str = ""
    sudden: bool = False


def kind_of(code: str, process: Process, who: str = "") -> str:
    """Return which kind of mail a finding's code, or a kind's own name, stands for; empty where there is none."""
    if code.lower() in KINDS:
        return code.lower()
    what = CODES.get(code.upper(), "")
    if what == "briefing":
        if code.upper() == "REF003" and any(isinstance(process.consent.get(w), Declined) for w in _named(process, who)):
            return "withdraw-reference"
        in_full = any("references" in r or "reference" in r for r in open_requests(process)) or process.all(Named)
        return "briefing" if in_full or code.upper() == "REF003" else "heads-up"
    return what


def _named(process: Process, who: str) -> tuple[str, ...]:
    return (who,) if who else tuple(w for naming in process.all(Named) for w in naming.who)


def targets(process: Process, what: str, who: str, at: datetime | None) -> list[Target]:
    """Return the mails that are wanted: one for each person or item, or the one that ``who`` names.

    Args:
        process: the process.
        what: the kind of mail.
        who: an address, a name or the beginning of one, or an item; empty for all that are owed.
        at: the instant; interviews after it have not been yet. None takes every interview of the process.
    """
    if what == "thank-you":
        return list(_thanks(process, who, at))
    if what == "hand-in":
        return list(_hand_ins(process, who))
    if what in _REFEREES:
        return [Target(what=what, to=person, interview=_last(process, at), notes=process.all(Debriefed)) for person in
                (_referees(process, what, who) or ("",))]  # fmt: skip
    if what == "withdraw-reference":
        found = [w for w in _named(process, "") if who in w and isinstance(process.consent.get(w), Declined)]
        return [Target(what=what, to=_main(process), about=person) for person in (found or [who])]
    interview = _last(process, at)
    if what == "ask-address" and interview is not None:
        return list(_asks_address(process, interview, who if is_address(who) else ""))
    to = who if is_address(who) else _to(process, what)
    notes = debriefs(process, interview) if interview is not None else ()
    theirs = tuple(note for note in notes if not note.who or to in note.who)
    return [Target(what=what, to=to, interview=interview, notes=theirs, alone=True)]


def surprised(process: Process, who: str, at: datetime | None) -> list[Target]:
    """Return the mails to those who were named and had not agreed, or not been briefed: a call may come today."""
    unready = dict.fromkeys(w for w in _named(process, "") if not ready(process, w))
    meant = _meant(unready, who) if who else [w for w in unready if not isinstance(process.consent.get(w), Declined)]
    return [
        Target(what="briefing", to=person, interview=_last(process, at), notes=process.all(Debriefed), sudden=True)
        for person in meant
    ]


def _asks_address(process: Process, interview: Interview, who: str) -> Iterator[Target]:
    """Yield the mail to whoever can tell who was there; to somebody who was there alone there is nothing to ask."""
    people = interviewers(process, interview)
    unreached = tuple(p for p in people if not is_address(p) and not thanks(process, interview, p))
    met = [p for p in people if is_address(p)]
    others = [p for p in people_known(process) if p not in met]
    to = who or process.addressee or next(iter([*others, *met]), "")
    there = to in people or any(is_same_person(p, to, people) for p in people if to)
    unreached = tuple(p for p in unreached if not (to and is_same_person(p, to, people)))
    if not unreached and (there or any(p != to for p in people)):
        return  # who was there is known
    yield Target(what="ask-address", to=to, interview=interview, unreached=unreached, was_there=there)


def _last(process: Process, at: datetime | None) -> Interview | None:
    held = [i for i in process.interviews if at is None or i.end <= at]
    return held[-1] if held else None


def _main(process: Process) -> str:
    return process.addressee or next(iter(people_known(process)), "")


def _to(process: Process, what: str) -> str:
    if process.addressee:
        return process.addressee
    if what == "answer":
        asked = next((h for h in reversed(process.all(Heard)) if h.asks and h.who), None)
        return asked.first if asked is not None else _main(process)
    return (whom_they_named(process) if what == "check-in" else "") or _main(process)


def whom_they_named(process: Process) -> str:
    """Return who is to be written to as they said last: whom all goes through, or to whom questions go."""
    contact = next((wish.contact for wish in reversed(process.all(Prefers)) if wish.contact), "")
    return process.addressee or contact


def _thanks(process: Process, who: str, at: datetime | None) -> Iterator[Target]:
    held = [i for i in process.interviews if at is None or i.end <= at]
    for interview in reversed(held):
        people = interviewers(process, interview)
        meant = _meant(people, who) if who else people
        owed = [p for p in meant if who or not thanks(process, interview, p)]
        if owed:
            yield from (_thank(process, interview, people, person) for person in owed)
            return
    if is_address(who) or not held:
        yield Target(what="thank-you", to=process.addressee or who, about=who, interview=held[-1] if held else None)


def _meant(people: Iterable[str], who: str) -> list[str]:
    """Return those whom an address, a name, or the beginning of one means."""
    wanted = who.casefold()
    known = list(people)
    exact = [p for p in known if p.casefold() == wanted]
    return (
        exact
        or [p for p in known if p.casefold().startswith(wanted)]
        or [p for p in known if wanted in p.casefold()]
        or [p for p in known if is_same_person(who, p, known)]
    )


def _thank(process: Process, interview: Interview, people: tuple[str, ...], person: str) -> Target:
    notes = debriefs(process, interview) or tuple(
        note for note in process.all(Debriefed) if interview.start <= note.at and set(note.who) & set(people)
    )
    own = tuple(note for note in notes if any(_same(name, person, people) for name in note.who) and _says(note))
    position = people.index(person)
    found = Target(
        what="thank-you",
        to=process.addressee or person,
        about=person,
        interview=interview,
        notes=own,
        alone=True,
        position=position,
    )
    if own:
        return found
    return _shared(found, notes, people, person)


def _shared(found: Target, notes: tuple[Debriefed, ...], people: tuple[str, ...], person: str) -> Target:
    """Share what was noted of the whole interview among those of whom nothing else was: no two get the same."""
    from dataclasses import replace

    common = tuple(note for note in notes if not note.who and _says(note))
    without = [p for p in people if not any(_same(n, p, people) for note in notes for n in note.who if _says(note))]
    if not common or person not in without:
        return replace(found, notes=())
    fields = [field for field in FIELDS if any(getattr(note, field) for note in common)]
    own = fields if len(without) == 1 else fields[without.index(person) :: len(without)]
    return replace(found, notes=common if own else (), fields=tuple(own), alone=len(people) == 1)


def _says(note: Debriefed) -> bool:
    return any(getattr(note, field) for field in FIELDS)


def _same(name: str, person: str, people: tuple[str, ...]) -> bool:
    """Whether a debrief's name means an interviewer: the same, or the name that an address spells."""
    if name.casefold() == person.casefold() or is_same_person(name, person, people):
        return True
    if is_address(name):
        return False
    parts = name.casefold().split()
    local = person.casefold().partition("@")[0]
    return bool(parts) and all(
        part in local.replace("_", ".").replace("-", ".").replace(" ", ".").split(".") for part in parts
    )


def _hand_ins(process: Process, who: str) -> Iterator[Target]:
    waiting = [*open_requests(process), *open_pledges(process)]
    to = who if is_address(who) else _main(process)
    online = () if is_address(who) else uploads(process)  # who names an address means a mail
    sent = [item for item in (*to_send(process), *open_pledges(process)) if item not in online]
    if (is_address(who) or not who) and waiting and not sent:
        return  # what is brought along needs no mail
    items = sent if is_address(who) or not who else [next((k for k in waiting if who.casefold() in k), who)]
    items = [item for item in items if item in sent or item not in waiting]  # what is brought along needs no mail
    if who and not items:
        return
    for item in items or [""]:
        yield Target(what="hand-in", to=to, item=item, interview=_last(process, None))


def uploads(process: Process) -> dict[str, str]:
    """Return what is to be put into a portal or a form, with the words that say so, by item."""
    found = {item: asked for item, asked in to_send(process).items() if are_uploaded(asked)}
    return {item: asked[-1].quote for item, asked in found.items() if item not in open_pledges(process)}


def _referees(process: Process, what: str, who: str) -> tuple[str, ...]:
    known = _known_referees(process)
    if who:
        return tuple(_meant(known, who)) or ((who,) if is_address(who) else ())
    if what == "reference-request":
        return ()
    if what == "reference-reminder":
        return tuple(w for w in known if w not in process.consent)
    if what == "reference-outcome":
        return tuple(dict.fromkeys(w for w in _named(process, "") if not process.concerning(ThankedReference, w)))
    done = {
        w for kind in ((Briefed, Told) if what == "heads-up" else (Briefed,)) for e in process.all(kind) for w in e.who
    }
    return tuple(w for w in process.agreed if w not in done) or process.agreed


def answered(process: Process, target: Target) -> Event | None:
    """Return the event that a mail answers: it goes to whoever reported that, in its thread."""
    if target.what == "hand-in":
        asked = [r for r in process.all(Requested) if any(item_key(w) == target.item for w in r.who)]
        return asked[-1] if asked else None
    if target.what == "answer":
        return next((h for h in reversed(process.all(Heard)) if h.asks), None)
    if target.what == "offer-thanks":
        return process.offer or process.last(Offered)
    return process.outcome if target.what == "ask-why" else None


def _known_referees(process: Process) -> tuple[str, ...]:
    here = [w for kind in (Asked, Agreed, Named) for event in process.all(kind) for w in event.who]
    outside = [w for o in process.outside if isinstance(o.event, Asked | Agreed) for w in o.event.who]
    return tuple(dict.fromkeys((*here, *process.consent, *outside)))


def unanswered(process: Process) -> tuple[str, ...]:
    """Return the referees who were asked and have not answered."""
    return tuple(dict.fromkeys(w for event in process.all(Asked) for w in event.who if w not in process.consent))


def asks_when(process: Process, interview: Interview | None) -> bool:
    """Whether no date is known by which they decide after an interview."""
    if interview is None:
        return False
    return not any(promise.by is not None and promise.at >= interview.start for promise in process.all(Promised))
