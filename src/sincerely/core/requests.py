"""What the employer asked for, and what settled it: handed in, named, or confirmed by a receipt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from .events import Acknowledged, Event, Heard, Moved, Named, Pledged, Requested, Scheduled, Submitted
from .facts import day_of, settled
from .items import REFERENCES, is_made_work, is_received, is_work_received, item_key
from .process import Interview, Process
from .working_time import WorkingCalendar

# A request or a pledge, and what settles it.
_HANDING_IN: frozenset[type[Event]] = frozenset({Requested, Pledged, Submitted, Named, Acknowledged, Heard})
_RECORDED = "video-interview"
_FORM = "form"
_TESTS = frozenset({"test", "assessment"})
_QUESTIONNAIRE = re.compile(r"\b(?:questionnaires?|fragebogen)\b", re.IGNORECASE)
Owed = TypeVar("Owed", Requested, Pledged)


def requests_of(process: Process, events: Iterable[Event]) -> list[tuple[str, list[Requested], Event | None]]:
    """Return each item that was asked for, with its requests and what settled it; None where nothing has yet."""
    return _owed(Requested, process, events)


def _owed(kind: type[Owed], process: Process, events: Iterable[Event]) -> list[tuple[str, list[Owed], Event | None]]:
    """Return each item that is owed, with what says so and what settled it; None where nothing has yet.

    What was done where no mail shows it, such as a test in a browser, is known by a later word of the employer's that
    says that it came, by the item's name.

    Args:
        kind: what says so.
        process: whose words they are: its employer's name and its opening's title name no item.
        events: in their order.
    """
    waiting: dict[str, list[Owed]] = {}
    found: list[tuple[str, list[Owed], Event | None]] = []
    own = (process.header.employer, process.header.role)
    for event in events:
        if isinstance(event, kind):
            for item in event.who:
                waiting.setdefault(item_key(item), []).append(event)
        elif waiting:
            found += [(key, waiting.pop(key), event) for key in _settles(process, event, waiting, own)]
    return found + [(key, owed, None) for key, owed in waiting.items()]


def open_requests(process: Process) -> dict[str, list[Requested]]:
    """Return the requests that nothing was handed in for since, by item."""
    if not process.all(Requested):
        return {}
    events = (event for event in process.of(_HANDING_IN) if not settled(process, event))
    return {key: requests for key, requests, done in requests_of(process, events) if done is None}


def open_pledges(process: Process) -> dict[str, list[Pledged]]:
    """Return what the candidate said that they would send and have not, by item.

    What is asked for is a request, and what was to be brought along is sent where they said so since.
    """
    if not process.all(Pledged):
        return {}
    events = (event for event in process.of(_HANDING_IN) if not settled(process, event))
    asked = to_send(process)
    owed = _owed(Pledged, process, events)
    return {key: pledges for key, pledges, done in owed if done is None and key not in asked}


def are_brought(requests: Sequence[Requested]) -> bool:
    """Whether something is to be brought along by all that asks for it: no mail carries it."""
    return bool(requests) and all(request.how == "bring" for request in requests)


def to_send(process: Process) -> dict[str, list[Requested]]:
    """Return of the open requests those that a mail may settle, by item."""
    return {key: requests for key, requests in open_requests(process).items() if not are_brought(requests)}


def meeting_of(process: Process, request: Requested, calendar: WorkingCalendar) -> Interview | None:
    """Return the interview to which something is to be brought; None where none is known.

    The one on the day that the request names, or that was moved since; without a day, or where none takes place on that
    day any more, the next one after the request.
    """
    ahead = [interview for interview in process.interviews if interview.start > request.at]
    if request.by is None or is_off(process, request, calendar):
        return next(iter(ahead), None)
    day = day_of(request.by, calendar)
    on_it = (interview for interview in ahead if calendar.day(interview.start) == day)
    moved = (i for i in ahead if any(isinstance(e, Moved) and e.at > request.at for e in i.evidence))
    return next(on_it, None) or next(moved, None)


def is_off(process: Process, request: Requested, calendar: WorkingCalendar) -> bool:
    """Whether an interview was fixed for the day that a request names, and none takes place then any more."""
    if request.by is None:
        return False
    day = day_of(request.by, calendar)
    fixed = (*process.all(Scheduled), *process.all(Moved))
    was = any(one.start is not None and calendar.day(one.start) == day for one in fixed)
    return was and not any(calendar.day(interview.start) == day for interview in process.interviews)


def have_references(process: Process) -> bool:
    """Whether the references were handed in, or the employer says that it has them."""
    if any(item_key(item) == REFERENCES for event in process.all(Submitted) for item in event.who):
        return True
    if not process.all(Requested):
        return False
    told = requests_of(process, process.of(_HANDING_IN))
    return any(key == REFERENCES and isinstance(done, Acknowledged | Heard) for key, _, done in told)


def _is_one(process: Process, owed: Sequence[Event]) -> bool:
    """Whether the mails that ask for something call it a questionnaire."""
    asking = {event.source for event in owed if event.source.startswith("<")}
    quotes = [*(e.quote for e in owed), *(e.quote for e in process.events if e.source in asking)]
    return any(map(_QUESTIONNAIRE.search, quotes))


def _settles(process: Process, event: Event, waiting: Mapping[str, Sequence[Event]], own: tuple[str, ...]) -> list[str]:
    """Return which of the items that are waited for an event settles."""
    if isinstance(event, Submitted):
        return [key for key in dict.fromkeys(map(item_key, event.who)) if key in waiting]
    if isinstance(event, Named):
        return [REFERENCES] if REFERENCES in waiting else []
    if not isinstance(event, Acknowledged | Heard) or not event.quote:
        return []
    # What asks for an item does not say that it came.
    earlier = [key for key, owed in waiting.items() if owed[-1].at < event.at]
    came = [key for key in earlier if is_received(key, event.quote, own)]
    if _QUESTIONNAIRE.search(event.quote) and is_received(_FORM, event.quote, own):
        # A questionnaire that somebody has to sit is read as a test, and its receipt calls it by its name.
        came += [key for key in earlier if key in _TESTS and key not in came and _is_one(process, waiting[key])]
    if came or not is_work_received(event.quote):
        return came
    # What a program calls a submission is the one work that was to be made.
    made = [key for key in earlier if is_made_work(key) or key == _RECORDED]
    return made if len(made) == 1 else []
