"""Five minutes after the interview: whom you met, what was said, when they decide. It asks only what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sincerely.app.drafts.draft_targets import asks_when
from sincerely.app.processes.exits import BY_HAND, Deed, NothingThere, add
from sincerely.core.events import Debriefed, Event, Interviewed, Prefers, Promised
from sincerely.core.facts import debriefs, interviewers
from sincerely.core.people import is_same_person
from sincerely.core.process import Interview, Process
from sincerely.store.base import Store
from sincerely.writing.facts.situation import FIELDS
from sincerely.writing.words.names import person_of

Key = Literal["with", "topic", "liked", "fit", "send", "answer-by", "contact"]
_NOTES: Mapping[Key, str] = {
    "topic": "What did {who} talk about?",
    "liked": "What did you like about it?",
    "fit": "Where do you fit? What they need ↔ what you did",
    "send": "Did you say that you would send something?",
}


@dataclass(frozen=True)
class Question:
    """One thing that is not known yet.

    Attributes:
        key: the option that answers it, without dashes.
        who: whom it is about; empty where it is the whole interview.
        words: the question.
    """

    key: Key
    words: str
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What the person says about one interview; empty where they say nothing.

    Attributes:
        who: whom the notes are about; several for those who were there.
        notes: by ``liked``, ``fit``, ``topic``, ``send``, ``note``.
        answer_by: the day by which they said that they would decide.
        contact: whom to write to, as they wish.
    """

    who: tuple[str, ...] = ()
    notes: Mapping[str, str]
    answer_by: date | None = None
    contact: str = ""


def held(process: Process, now: datetime) -> Interview:
    """Return the interview that a debrief is about: the last that has ended.

    Raises:
        NothingThere: there is none yet.
    """
    past = [interview for interview in process.interviews if interview.end <= now]
    if past:
        return past[-1]
    ahead = process.last_interview
    when = f"; the one on {ahead.start.astimezone(process.header.tz):%Y-%m-%d %H:%M} lies ahead" if ahead else ""
    raise NothingThere(f"{process.header.id}: no interview has been yet{when}")


def questions(process: Process, now: datetime, names: Mapping[str, str]) -> list[Question]:
    """Return what is not known yet of the last interview, in the order in which it is asked.

    Raises:
        NothingThere: there has been no interview.
    """
    interview = held(process, now)
    people = interviewers(process, interview)
    asked: list[Question] = [] if people else [Question("with", "Whom did you meet? Names or addresses, by comma")]
    notes = debriefs(process, interview)
    for who in people:
        told = {f for note in notes if who in note.who for f in FIELDS if getattr(note, f)}
        shown = person_of(who, names.get(who, "")).full or who
        if not told:
            asked += [Question(key, words.format(who=shown), who) for key, words in _NOTES.items()]
    if asks_when(process, interview):
        asked.append(Question("answer-by", "By when did they say that they would decide? A day, as 2026-03-13"))
    if not any(wish.contact for wish in process.all(Prefers)):
        asked.append(Question("contact", "Whom should you write to, if they said so? An address"))
    return asked


def meant(process: Process, interview: Interview, who: str) -> str:
    """Return the interviewer whom a name, an address or the beginning of one means; else what was said."""
    wanted = who.strip().casefold()
    known = [p for p in interviewers(process, interview) if p.casefold().startswith(wanted)]
    named = [p for p in interviewers(process, interview) if wanted in person_of(p).full.casefold().split()]
    # The calendar has an address, and people say a name: Jun Takeda is jtakeda@.
    alike = [p for p in interviewers(process, interview) if is_same_person(who.strip(), p, interview.people)]
    found = known or named or alike
    return found[0] if len(found) == 1 else who.strip()


def debrief(store: Store, process: Process, answers: Answers, now: datetime) -> Deed:
    """Keep what the person says, as events that can be undone.

    Raises:
        NothingThere: there has been no interview, or nothing was said.
    """
    events = _events(process, held(process, now), answers, now)
    if not events:
        raise NothingThere('nothing was said; such as --liked "…", --fit "…", --topic "…", --send "…", --answer-by DAY')
    who = ", ".join(answers.who) or "the interview"
    return add(store, process.header, events, now, f"{process.header.employer or process.header.id}: notes about {who}")


def _slot_of(process: Process, last: Interview, name: str, now: datetime) -> tuple[Interview, str]:
    """Return in which interview of the last one's day somebody was met, and who is meant: a panel has a slot each."""
    zone = process.header.tz
    day = last.start.astimezone(zone).date()
    others = [one for one in process.interviews if one.end <= now and one.start.astimezone(zone).date() == day]
    for slot in (last, *reversed(others)):
        person = meant(process, slot, name)
        if person in slot.people:
            return slot, person
    return last, meant(process, last, name)


def _events(process: Process, interview: Interview, answers: Answers, now: datetime) -> list[Event]:
    met: dict[Interview, list[str]] = {}
    who: list[str] = []
    for name in answers.who:
        slot, person = _slot_of(process, interview, name, now)
        who.append(person)
        met.setdefault(slot, []).append(person)
    events: list[Event] = []
    for slot, people in met.items():
        if not slot.confirmed or any(name not in slot.people for name in people):
            there = tuple(dict.fromkeys((*slot.people, *people)))
            events.append(Interviewed(at=slot.end, who=there, source=BY_HAND))
    notes = {name: " ".join(text.split()) for name, text in answers.notes.items()}
    if any(notes.values()):
        liked, fit, topic, send, note = (notes.get(name, "") for name in ("liked", "fit", "topic", "send", "note"))
        events.append(
            Debriefed(at=now, who=tuple(who), source=BY_HAND, liked=liked, fit=fit, topic=topic, send=send, note=note)
        )
    if answers.answer_by is not None:
        # Said in the interview: a promise made before it would not count for it.
        events.append(
            Promised(at=interview.end, who=tuple(who[:1]), by=answers.answer_by, what="answer", source=BY_HAND)
        )
    if answers.contact:
        events.append(Prefers(at=interview.end, contact=answers.contact.strip().lower(), source=BY_HAND))
    return events
