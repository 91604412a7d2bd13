"""What can be said: exits of findings, answers, events by hand, debriefs, and taking any of it back."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from sincerely.app.connections.access import Scope
from sincerely.app.drafts.draft_grounds import gathered
from sincerely.app.interviews.debriefing import Answers, debrief
from sincerely.app.interviews.debriefing import questions as to_tell
from sincerely.app.processes import exits
from sincerely.app.processes.questions import answer
from sincerely.store.base import Store

from . import asked, models
from .callers import Caller, Reads, Writes, known
from .once import AtMostOnce
from .operations import operation
from .problems import Problem

router = APIRouter()
_WRITE = Scope.WRITE
_MADE: dict[str, Any] = {"status_code": 201, "response_model": models.Deed}
# A reminder further off is a typing error, and calendars end somewhere.
_FURTHEST_DAYS = 3660


def deed_json(deed: exits.Deed) -> models.Deed:
    """Return a deed as the API tells it."""
    events = [item.partition("/")[0] for _, item in deed.items]
    return models.Deed(at=deed.at.isoformat(), label=deed.label, undone=deed.undone, events=events)


@router.post("/exits", tags=["Findings"], **_MADE, **operation(_WRITE, "not-found", "key-used"))
def leave(caller: Writes, body: asked.Exit, once: AtMostOnce) -> Response:
    """Take one of a finding's exits: done elsewhere, not for me, later, or that is wrong."""
    if (body.how == "snoozed") is (body.until is None):
        raise Problem("unfit", "until: expected the day with snoozed, and with nothing else.")
    now = caller.now
    if body.until is not None and not 0 <= (body.until - now.date()).days <= _FURTHEST_DAYS:
        raise Problem("unfit", f"until: expected a day from today on, at most {_FURTHEST_DAYS} days ahead.")

    def work(store: Store) -> models.Deed:
        line = exits.find(store, caller.policy, now, body.code, body.process, body.who)
        if body.how == "wrong":
            return deed_json(exits.wrong(store, line, now))
        return deed_json(exits.settle(store, line, body.how, now, until=body.until, channel=body.channel))

    return once.make(caller, body, work)


@router.post(
    "/processes/{process:path}/events/{event}/wrong",
    tags=["Processes"],
    **_MADE,
    **operation(_WRITE, "not-found", "key-used"),
)
def wrong(caller: Writes, process: str, event: str, once: AtMostOnce) -> Response:
    """Say that an event did not happen, or not like this. Nothing is deleted; /undo takes it back."""

    def work(store: Store) -> models.Deed:
        found = known(store, process)
        meant = [each for each in found.told if each.id == event]
        if not meant:
            raise exits.NothingThere(f'"{process}" has no event "{event}"; the process lists its events')
        return deed_json(exits.correct(store, found.header, meant, caller.now, f"{meant[0].verb}: that is wrong"))

    return once.make(caller, asked.Asked(), work)


@router.post(
    "/processes/{process:path}/events", tags=["Processes"], **_MADE, **operation(_WRITE, "not-found", "key-used")
)
def add(caller: Writes, process: str, body: asked.Line, once: AtMostOnce) -> Response:
    """Add an event by hand, in the timeline notation; without a time it happened now."""
    return once.make(
        caller,
        body,
        lambda store: deed_json(exits.note(store, known(store, process).header, body.line, caller.now)),
    )


@router.get(
    "/processes/{process:path}/debrief",
    tags=["Debrief"],
    response_model=list[models.ToTell],
    **operation(Scope.READ, "not-found"),
)
def to_note(caller: Reads, process: str) -> list[models.ToTell]:
    """List what is not known yet of the last interview, in the order in which one would ask."""
    with caller.store() as store:
        found = known(store, process)
        names = gathered(store, found, caller.now).background.names
        rows = to_tell(found, caller.now, names)
    return [models.ToTell(key=row.key.replace("-", "_"), who=row.who, words=row.words) for row in rows]


@router.post(
    "/processes/{process:path}/debrief", tags=["Debrief"], **_MADE, **operation(_WRITE, "not-found", "key-used")
)
def note_interview(caller: Writes, process: str, body: asked.Debrief, once: AtMostOnce) -> Response:
    """Note what was said in the last interview: what drafts may stand on."""
    now = caller.now
    if body.answer_by is not None and abs((body.answer_by - now.date()).days) > _FURTHEST_DAYS:
        raise Problem("unfit", f"answer_by: expected a day within {_FURTHEST_DAYS} days of today.")
    notes = {name: getattr(body, name) for name in ("liked", "fit", "topic", "send", "note")}
    said = Answers(who=tuple(body.who), notes=notes, answer_by=body.answer_by, contact=body.contact)
    return once.make(caller, body, lambda store: deed_json(debrief(store, known(store, process), said, now)))


@router.post("/questions/{question}/answer", tags=["Questions"], **_MADE, **operation(_WRITE, "not-found", "key-used"))
def settle(caller: Writes, question: str, body: asked.Said, once: AtMostOnce) -> Response:
    """Answer a question: yes makes it a fact, no strikes it."""
    return once.make(
        caller, body, lambda store: deed_json(answer(store, question, yes=body.said == "yes", now=caller.now))
    )


@router.post("/undo", tags=["Findings"], **_MADE, **operation(_WRITE, "not-found", "key-used"))
def undo(caller: Writes, once: AtMostOnce) -> Response:
    """Take back the last thing that was said and stands."""
    return _turned(caller, once, again=False)


@router.post("/redo", tags=["Findings"], **_MADE, **operation(_WRITE, "not-found", "key-used"))
def redo(caller: Writes, once: AtMostOnce) -> Response:
    """Say again what was last taken back."""
    return _turned(caller, once, again=True)


def _turned(caller: Caller, once: AtMostOnce, *, again: bool) -> Response:
    turn = exits.redo if again else exits.undo

    def work(store: Store) -> models.Deed:
        turn(store, caller.now)
        return deed_json(max(exits.deeds(store), key=lambda deed: deed.turned or deed.at))

    return once.make(caller, asked.Asked(), work)
