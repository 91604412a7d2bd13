"""What the debrief shows: one question a line, and what is known already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sincerely.app.drafts.sheets import mark
from sincerely.app.interviews.debrief_form import ABOUT_PERSON, Form, Met
from sincerely.app.today.wording import day, moment
from sincerely.core.people import is_address
from sincerely.writing.words.names import person_of

_ASK = {
    "topic": "What did {who} talk about?",
    "liked": "What did you like about it?",
    "need": "They need",
    "did": "You have done",
    "send": "Did you say that you would send something?",
}
_FOR_ALL = {
    "there": "Who was there",
    "others": "Somebody else",
    "decide": "By when they decide",
    "contact": "Whom to write to",
    "calls": "Whether to call",
    "note": "For yourself",
}
_HINTS = {"topic": "The migration, the team, what worries them", "liked": "", "need": "an owner for billing"}


@dataclass(frozen=True)
class Question:
    """One field about a person."""

    name: str
    what: str
    label: str
    text: str
    seen: str


@dataclass(frozen=True)
class Section:
    """One person with what is asked, or with what is known."""

    who: str
    id: str
    name: str
    address: str
    there: bool
    questions: dict[str, Question]
    known: tuple[str, ...]


def debrief_page(told: Form, values: Mapping[str, str], seen: Mapping[str, str]) -> dict[str, Any]:
    """Return what the debrief shows.

    Args:
        told: the form.
        values: what fields say in the window that asks, where that is not what is kept.
        seen: marks of what that window had seen of them.
    """
    zone = told.process.header.tz
    fields = {**told.fields, **values}
    end = told.interview.end
    return {
        "header": told.process.header,
        "interview": moment(told.interview.start, zone),
        "sections": [_section(index, person, told, fields, seen) for index, person in enumerate(told.people)],
        "fields": {name: fields.get(name, "") for name in _FOR_ALL},
        "seen": {name: seen.get(name, mark(told.fields.get(name, ""))) for name in (*_FOR_ALL, "extra")},
        "extra": fields.get("extra", ""),
        "addresses": [person.who for person in told.people if is_address(person.who)],
        "decides": day(told.decides.by, zone) if told.decides and told.decides.by else "",
        "wish": told.wish.contact if told.wish else "",
        "day": f"{told.day:%A} {told.day.day} {told.day:%B}" if told.day else "",
        "no_day": bool(fields.get("decide", "").strip()) and told.day is None,
        "noted": told.noted,
        "begun": told.begun,
        "saved": told.saved_at.astimezone(zone).strftime("%H:%M") if told.saved_at else "",
        "nothing_to_ask": _all_known(told),
        "said_on": f"{end.astimezone(zone):%A}",
    }


def labels(told: Form) -> dict[str, str]:
    """Return what each field asks, by its name."""
    found = dict(_FOR_ALL)
    for person in told.people:
        name = _first(person)
        found |= {f"{what}:{person.who}": f"{name}: {_ask(what, person)}" for what in ABOUT_PERSON}
    return found


def _all_known(told: Form) -> bool:
    asked = any(person.asked for person in told.people) or not told.interview.confirmed
    return not asked and told.decides is not None and told.wish is not None


def _section(index: int, person: Met, told: Form, fields: Mapping[str, str], seen: Mapping[str, str]) -> Section:
    questions = {}
    for what in ABOUT_PERSON if not person.known else ():
        name = f"{what}:{person.who}"
        known = seen.get(name, mark(told.fields.get(name, "")))
        questions[what] = Question(name, what, _ask(what, person), fields.get(name, ""), known)
    notes = tuple(text for note in person.known for text in (note.topic, note.liked, note.fit, note.send) if text)
    shown = person.who if is_address(person.who) and person.name != person.who else ""
    return Section(person.who, f"p{index}", person.name, shown, person.there, questions, notes)


def _ask(what: str, person: Met) -> str:
    return _ASK[what].format(who=_first(person) or "they")


def _first(person: Met) -> str:
    return person_of(person.who, person.name).first or person.name if person.who else ""
