"""The debrief as a form: what it asks, what is known already, and what was typed so far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from sincerely.app.drafts.sheets import Merged, Sheet, Typed, as_kept, keep, load, mark, merge, of_kept
from sincerely.app.interviews.day_said import day_said
from sincerely.app.interviews.debriefing import held
from sincerely.app.processes.exits import NothingThere
from sincerely.app.today.known import Look
from sincerely.app.today.reporting import Line
from sincerely.core.events import Debriefed, Prefers, Promised
from sincerely.core.facts import debriefs, interviewers
from sincerely.core.people import is_person
from sincerely.core.process import Interview, Process
from sincerely.store.base import Store
from sincerely.writing.facts.situation import FIELDS
from sincerely.writing.words.names import person_of

# What is asked about each person; "need" and "did" are the two sides of where one fits.
ABOUT_PERSON = ("topic", "liked", "need", "did", "send")
ABOUT_ALL = ("there", "others", "extra", "decide", "contact", "calls", "note")
# In a sheet: those about other interviews of the process.
_BEFORE = "before"
_BETWEEN = re.compile(r"[,;\n]+")


@dataclass(frozen=True)
class Met:
    """Somebody who was there, or may have been.

    Attributes:
        who: their address, or the name where no more is known; empty stands for the interview as a whole.
        name: as people call them.
        there: the form says that they were there.
        asked: what is asked about them; nothing where notes about them are known.
        known: the notes that are.
    """

    who: str
    name: str
    there: bool = True
    asked: tuple[str, ...] = ()
    known: tuple[Debriefed, ...] = ()


@dataclass(frozen=True)
class Form:
    """The debrief of one interview.

    Attributes:
        process, interview: which.
        fields: what the form says now.
        people: who was there.
        decides: the day by which they decide, where that was known before.
        wish: how they want to be written to, where that was known before.
        day: what the words typed for it mean.
        noted: that what was typed is kept as events, and nothing was changed since.
        made: the events that were made of it, by what they are about: ``ID/SOURCE`` and a mark of what they say.
        saved_at: when it was last saved.
        by: the window that wrote each field last.
    """

    process: Process
    interview: Interview
    fields: Mapping[str, str]
    people: tuple[Met, ...]
    decides: Promised | None = None
    wish: Prefers | None = None
    day: date | None = None
    noted: bool = False
    made: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    saved_at: datetime | None = None
    by: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def name(self) -> str:
        """The sheet's."""
        return sheet_name(self.process)

    def of(self, what: str, who: str = "") -> str:
        """Return what a field says."""
        return self.fields.get(f"{what}:{who}" if what in ABOUT_PERSON else what, "")

    @property
    def begun(self) -> bool:
        """Whether anything was typed."""
        return any(text.strip() for name, text in self.fields.items() if name != "there")


def sheet_name(process: Process) -> str:
    """Return the name of a process's debrief sheet."""
    return f"debrief:{process.header.id}"


def name_of(interview: Interview) -> str:
    """Return what names an interview in forms and sheets: the events that show it, which outlast that it is moved.

    Any one of these is name enough.
    """
    return " ".join(event.id for event in interview.evidence)


def about(process: Process, named: str, now: datetime) -> Interview:
    """Return the interview that a form is about: the one that it names, the last where it names none.

    Raises:
        NothingThere: there has been none, or none that is named so.
    """
    last = held(process, now)
    if not named:
        return last
    found = next((i for i in process.interviews if i.end <= now and _same(named, i)), None)
    if found is None:
        raise NothingThere("the interview that this is about was taken back, or has not been yet")
    return found


def _same(named: object, interview: Interview) -> bool:
    """Whether a name is an interview's; sheets of before named it by when it ended."""
    return not set(str(named).split()).isdisjoint({interview.end.isoformat(), *name_of(interview).split()})


def form(store: Store, process: Process, now: datetime, names: Mapping[str, str], named: str = "") -> Form:
    """Return the debrief of an interview with what was typed so far; see `about` for which, and for what it raises."""
    interview = about(process, named, now)
    return form_of(process, interview, _sheet_for(store, process, interview), names)


def form_ahead(store: Store, process: Process, now: datetime, names: Mapping[str, str]) -> Form:
    """Return the debrief of a process's next interview, to be taken along; of its last where none lies ahead.

    Raises:
        NothingThere: no interview is known.
    """
    ahead = [interview for interview in process.interviews if interview.end > now]
    interview = ahead[0] if ahead else held(process, now)
    return form_of(process, interview, _sheet_for(store, process, interview), names)


def due(look: Look, now: datetime) -> list[Line]:
    """Return the debriefs that are owed, most urgent first."""
    return [line for line in look.lines(look.lively(now), now) if line.finding.code == "THX003"]


def _sheet_for(store: Store, process: Process, interview: Interview) -> Sheet:
    """Return what was typed about this very interview."""
    sheet = load(store, sheet_name(process))
    if _same(sheet.about.get("interview", ""), interview):
        return sheet
    before = (of_kept(kept) for kept in sheet.about.get(_BEFORE, ()))
    return next((one for one in before if _same(one.about["interview"], interview)), Sheet())


def keep_sheet(store: Store, process: Process, interview: Interview, sheet: Sheet) -> None:
    """Keep what was typed about an interview; what was typed about others stays beside it."""
    last = load(store, sheet_name(process))
    before = [of_kept(kept) for kept in last.about.get(_BEFORE, ())]
    others = [one for one in (*before, last) if one.fields and not _same(one.about.get("interview", ""), interview)]
    said = {**sheet.about, "interview": name_of(interview), _BEFORE: [as_kept(_bare(one)) for one in others]}
    keep(store, sheet_name(process), replace(sheet, about=said))


def _bare(sheet: Sheet) -> Sheet:
    return replace(sheet, about={name: told for name, told in sheet.about.items() if name != _BEFORE})


def form_of(process: Process, interview: Interview, sheet: Sheet, names: Mapping[str, str]) -> Form:
    """Return the debrief of an interview as a form."""
    stands = {f"{event.id}/{event.source}" for event in process.events}
    made = {group: (told[0], told[1]) for group, told in sheet.about.get("made", {}).items() if told[0] in stands}
    own = {name for name, _ in made.values()}
    invited = tuple(person for person in interview.people if is_person(person))
    fields = {"there": "\n".join(invited), **sheet.fields}
    decides = [p for p in process.all(Promised) if p.by and p.at >= interview.start and f"{p.id}/{p.source}" not in own]
    wishes = [w for w in process.all(Prefers) if w.contact and f"{w.id}/{w.source}" not in own]
    found = Form(
        process,
        interview,
        fields,
        _people(process, interview, fields, own, names),
        decides=decides[-1] if decides else None,
        wish=wishes[-1] if wishes else None,
        day=day_said(fields.get("decide", ""), interview.end, process),
        made=made,
        saved_at=sheet.at,
        by=sheet.by,
    )
    return replace(found, noted=bool(made) and sheet.about.get("of") == mark_of(fields))


def mark_of(fields: Mapping[str, str]) -> str:
    """Return a mark of everything that a form says."""
    return mark("\x1f".join(f"{name}={text.strip()}" for name, text in sorted(fields.items()) if text.strip()))


def people_in(text: str) -> tuple[str, ...]:
    """Return the names and addresses of a list that people type."""
    return tuple(dict.fromkeys(filter(None, (" ".join(part.split()) for part in _BETWEEN.split(text)))))


def _people(
    process: Process, interview: Interview, fields: Mapping[str, str], own: set[str], names: Mapping[str, str]
) -> tuple[Met, ...]:
    notes = tuple(n for n in debriefs(process, interview) if f"{n.id}/{n.source}" not in own)
    there = set(people_in(fields.get("there", "")))
    invited = tuple(person for person in interview.people if is_person(person))
    added = people_in(fields.get("extra", ""))
    told = tuple(who for who in interviewers(process, interview) if who not in invited)
    everybody = tuple(dict.fromkeys((*invited, *told, *added)))
    found = []
    for who in everybody:
        known = tuple(note for note in notes if who in note.who and any(getattr(note, f) for f in FIELDS))
        here = who in there or who not in invited
        asked = ABOUT_PERSON if here and not known else ()
        found.append(Met(who, person_of(who, names.get(who, "")).full or who, here, asked, known))
    if not any(person.there for person in found):
        whole = tuple(note for note in notes if not note.who and any(getattr(note, f) for f in FIELDS))
        found.append(Met("", "", there=True, asked=() if whole else ABOUT_PERSON, known=whole))
    return tuple(found)


def type_in(
    store: Store, process: Process, typed: Typed, now: datetime, named: str = "", *, add: bool = False
) -> Merged:
    """Save what one window has typed; what another has changed too stays as it is, and both texts come back.

    Args:
        store: the candidate's store.
        process: whose debrief.
        typed: what the window sends.
        now: when.
        named: the interview that the form is about, see `about`.
        add: those named under "others" become people of their own.

    Raises:
        NothingThere: there has been no such interview.
    """
    interview = about(process, named, now)
    with store.transaction():
        sheet = _sheet_for(store, process, interview)
        invited = "\n".join(person for person in interview.people if is_person(person))
        merged = merge({"there": invited, **sheet.fields}, sheet.by, typed)
        fields = dict(merged.fields)
        if add and fields.get("others"):
            more = (*people_in(fields.get("extra", "")), *people_in(fields["others"]))
            fields |= {"extra": "\n".join(dict.fromkeys(more)), "others": ""}
        if fields != dict(sheet.fields):
            keep_sheet(store, process, interview, Sheet(fields, merged.by, sheet.about, now))
    return replace(merged, fields=fields)
