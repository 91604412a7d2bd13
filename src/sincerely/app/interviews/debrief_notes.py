"""What was typed into a debrief, kept as events: again and again, each time only what has changed, and undoable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sincerely.app.drafts.sheets import Sheet, load, mark
from sincerely.app.interviews.debrief_form import Form, form, keep_sheet, mark_of, people_in, sheet_name
from sincerely.app.processes.exits import BY_HAND, Deed, NothingThere, add
from sincerely.core.events import Debriefed, Event, Interviewed, Prefers, Promised
from sincerely.core.people import is_address
from sincerely.core.rulings import Corrected
from sincerely.store.base import Store

_SECOND = timedelta(seconds=1)


class NotADay(ValueError):
    """The words for when they decide name no day ahead; the message says what does."""


def note_down(store: Store, process_name: str, now: datetime, names: Mapping[str, str], named: str = "") -> Deed:
    """Keep what a debrief says as events, and take back what it said before and no longer does.

    Args:
        store: the candidate's store.
        process_name: the process's.
        now: when.
        names: how people are called, by address.
        named: the interview that it is about, see `debrief_form.about`.

    Raises:
        NothingThere: there is no such process, it had no such interview, or nothing was said that is not kept already.
        NotADay: it can't be told by which day they decide.
    """
    with store.transaction():
        process = store.process(process_name)
        if process is None:
            raise NothingThere(f'no process is called "{process_name}"')
        told = form(store, process, now, names, named)
        if told.of("decide").strip() and told.day is None:
            raise NotADay(f'"{told.of("decide").strip()}" names no day ahead; write it as 2026-03-13')
        wanted = dict(_events(told, now))
        events, made = _changes(told, wanted, now)
        if not events:
            raise NothingThere("nothing was noted that is not kept already")
        deed = add(
            store,
            process.header,
            events,
            now,
            f"{process.header.employer or process.header.id}: notes on the interview",
        )
        about = {"made": {group: list(kept) for group, kept in made.items()}, "of": mark_of(told.fields)}
        keep_sheet(store, process, told.interview, Sheet(told.fields, told.by, about, now))
        return deed


def take_up(store: Store, process_name: str, now: datetime) -> Deed | None:
    """Keep what was typed and never finished, before something is written from it; None where there is nothing.

    Who was there is said by whoever types it: that a form which nobody has touched has them ticked says nothing.
    """
    process = store.process(process_name)
    if process is None or load(store, sheet_name(process)).at is None:
        return None
    try:
        return note_down(store, process_name, now, {})
    except (NothingThere, NotADay):
        return None


def _changes(told: Form, wanted: Mapping[str, Event], now: datetime) -> tuple[list[Event], dict[str, tuple[str, str]]]:
    """Return the events to add, and what then stands of this form."""
    made = dict(told.made)
    struck: list[str] = []
    events: list[Event] = []
    for group in dict.fromkeys((*made, *wanted)):
        before, event = made.get(group), wanted.get(group)
        if event is not None and before is not None and before[1] == _says(event):
            continue
        if before is not None:
            struck.append(before[0])
            del made[group]
        if event is not None:
            fresh = _unstruck(told, event)
            events.append(fresh)
            made[group] = f"{fresh.id}/{fresh.source}", _says(event)
    if struck:
        events.insert(0, Corrected(at=now, who=tuple(struck), source=BY_HAND, note="noted anew"))
    return events, made


def _says(event: Event) -> str:
    """Return a mark of what an event says, whenever it was said."""
    return mark(repr([(name, value) for name, value in event.facts if name != "at"]))


def _unstruck(told: Form, event: Event) -> Event:
    """Return the event at an instant at which no such event was taken back before: what is struck stays struck."""
    gone = {each.id for each in told.process.told}
    while event.id in gone:
        event = replace(event, at=event.at + _SECOND)
    return event


def _events(told: Form, now: datetime) -> Iterator[tuple[str, Event]]:
    interview = told.interview
    there = tuple(p.who for p in told.people if p.who and p.there)
    there = tuple(dict.fromkeys((*there, *people_in(told.of("others")))))
    known = interview.confirmed and set(there) <= set(interview.people) and "there" not in told.made
    if there and not known:
        yield "there", Interviewed(at=interview.end, who=there, source=BY_HAND)
    for person in told.people:
        note = _note(told, person.who, now) if person.there else None
        if note is not None:
            yield f"note:{person.who}", note
    if told.of("note").strip():
        yield "note", Debriefed(at=now, note=_line(told.of("note")), source=BY_HAND)
    if told.day is not None:
        words = _line(told.of("decide"))
        yield "decide", Promised(at=interview.end, by=told.day, what="answer", quote=words, source=BY_HAND)
    contact, calls = _line(told.of("contact")), {"no": False, "yes": True}.get(told.of("calls"))
    if contact or calls is not None:
        address = contact.lower() if is_address(contact) else contact
        yield "contact", Prefers(at=interview.end, contact=address, calls=calls, source=BY_HAND)


def _note(told: Form, who: str, now: datetime) -> Debriefed | None:
    need, did = _line(told.of("need", who)), _line(told.of("did", who))
    topic, liked, send = (_line(told.of(what, who)) for what in ("topic", "liked", "send"))
    fit = f"{need} ↔ {did}" if need and did else need or did
    if not any((topic, liked, fit, send)):
        return None
    people = (who,) if who else ()
    return Debriefed(at=now, who=people, topic=topic, liked=liked, fit=fit, send=send, source=BY_HAND)


def _line(text: str) -> str:
    return " ".join(text.split())
