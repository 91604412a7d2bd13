"""Events in words, for people: the pages and the terminal say the same."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from sincerely.core.events import Event, Heard, Offered, Pledged, Prefers, Promised, Rejected, Requested, Slot, Wrote
from sincerely.core.header import Header
from sincerely.core.rulings import Corrected, Exit, Snoozed
from sincerely.writing.saying.tongue import item_words

_PURPOSES = {
    "check-in": "You checked in with {who}",
    "reply": "You answered {who}",
    "reschedule": "You asked {who} for another time",
    "other": "You wrote to {who}",
}
_WORDS = {
    "applied": "You applied",
    "acknowledged": "They confirmed your application",
    "assessed": "They invited you to a test",
    "scheduled": "Interview fixed",
    "moved": "Interview moved",
    "cancelled": "Interview cancelled",
    "interviewed": "Interview with {who}",
    "debriefed": "You noted the interview",
    "promised": "They said when they will decide",
    "thanked": "You thanked {who}",
    "requested": "They asked for {who}",
    "submitted": "You handed in {who}",
    "pledged": "You said that you would send {who}",
    "asked": "You asked {who} to be a referee",
    "agreed": "{who} agreed to be your referee",
    "declined": "{who} declined to be your referee",
    "told": "You told {who} that a call may come",
    "briefed": "You briefed {who}",
    "named": "You named {who} as your referee",
    "reminded": "You reminded {who}",
    "thanked-reference": "You thanked {who} and said how it ended",
    "wrote": "You wrote to {who}",
    "heard": "{who} wrote",
    "rejected": "They said no",
    "offered": "They offered you the job",
    "accepted": "You accepted",
    "withdrew": "You withdrew",
    "closed": "Closed",
    "asked-why": "You asked {who} for the reason",
    "told-why": "They gave their reason",
    "prefers": "What they wish",
    "found": "An opening was found: {who}",
    "started": "You started on {who}",
    "dismissed": "Not for you",
    "snoozed": "Put off",
    "done": "Done elsewhere",
    "corrected": "Corrected",
    "merged": "Merged with {who}",
    "split": "Split",
    "apart": "Another opening than {who}",
}


# What is asked for and handed in is the person's own.
_HANDED = frozenset({"requested", "submitted", "pledged"})


def your_item(item: str) -> str:
    """Return what is handed in as one says it to the person: their salary expectation is yours.

    >>> your_item("salary"), your_item("form"), your_item("safety-passport")
    ('your salary expectation', 'the completed form', 'the safety passport')
    """
    words = item_words(item, "en")
    return f"your {item.replace('-', ' ')}" if words.startswith("when ") else re.sub(r"\bmy\b", "your", words)


def day(when: date, zone: ZoneInfo) -> str:
    """Return a day, such as ``Tue 17 March``."""
    there = when.astimezone(zone) if isinstance(when, datetime) else when
    return f"{there:%a} {there.day} {there:%B}"


def moment(when: datetime, zone: ZoneInfo) -> str:
    """Return a day and a time, such as ``Tue 17 March, 09:00``."""
    return f"{day(when, zone)}, {when.astimezone(zone):%H:%M}"


def city(zone: tzinfo) -> str:
    """Return a time zone as people say it, such as ``New York``."""
    return str(getattr(zone, "key", "UTC")).rpartition("/")[2].replace("_", " ")


def both_clocks(when: datetime, zone: ZoneInfo, own: tzinfo | None) -> str:
    """Return a day and a time on the employer's clock; where the reader's says otherwise, on both.

    >>> when = datetime(2026, 3, 10, 15, tzinfo=ZoneInfo("America/New_York"))
    >>> both_clocks(when, ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin"))
    'Tue 10 March, 15:00 in New York, 20:00 here'
    """
    said, there = moment(when, zone), when.astimezone(zone)
    here = when.astimezone(own or zone)
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return said
    another = f"{here:%a} " if here.date() != there.date() else ""
    return f"{said} in {city(zone)}, {another}{here:%H:%M} here"


def clocks(when: datetime, zone: ZoneInfo, own: tzinfo | None) -> str:
    """Return a time of day alone, on the employer's clock; where the reader's says otherwise, on both.

    >>> when = datetime(2026, 3, 10, 15, tzinfo=ZoneInfo("America/New_York"))
    >>> clocks(when, ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin"))
    '15:00 in New York, 20:00 here'
    """
    there, here = when.astimezone(zone), when.astimezone(own or zone)
    said, ours = ("midnight" if not (t.hour or t.minute) else f"{t:%H:%M}" for t in (there, here))
    return said if there.replace(tzinfo=None) == here.replace(tzinfo=None) else f"{said} in {city(zone)}, {ours} here"


def headline(event: Event, header: Header, own: tzinfo | None = None) -> str:
    """Return an event in a few words; an interview's times on the reader's clock too, where that is known."""
    zone = header.tz
    # What is brought along is the thing itself, and no copy of it.
    brought = isinstance(event, Requested) and event.how == "bring"
    sent = event.verb in _HANDED and not brought
    who = ", ".join(map(your_item, event.who)) if sent else ", ".join(event.who)
    who = who.replace("-", " ") if event.takes == "item" and not sent else who
    who = who or header.employer or "they"
    words = _WORDS[event.verb].format(who=who)
    if brought:
        words = f"They asked you to bring {who}"
    if isinstance(event, Slot):
        words += _slot(event, zone, own)
    elif isinstance(event, Wrote):
        words = _PURPOSES[event.purpose].format(who=who) + ("" if event.channel == "email" else f" ({event.channel})")
    elif isinstance(event, Exit):
        words = f"{words}: {event.code}" + (f" {event.first}" if event.who else "")
        if isinstance(event, Snoozed) and event.until is not None:
            words += f", until {day(event.until, zone)}"
    else:
        words += _detail(event, zone)
    return words if words.partition(" ")[0].count("@") else words[:1].upper() + words[1:]


def _slot(event: Slot, zone: ZoneInfo, own: tzinfo | None) -> str:
    people = f" with {', '.join(event.who)}" if event.who else ""
    if event.start is None:
        return people
    begins, _, elsewhere = both_clocks(event.start, zone, own).partition(" in ")
    end = f"–{event.end.astimezone(zone):%H:%M}" if event.end else ""
    return f": {begins}{end}{f' in {elsewhere}' if elsewhere else ''}{people}"


def _detail(event: Event, zone: ZoneInfo) -> str:
    match event:
        case Promised(by=by) if by is not None:
            return f": by {day(by, zone)}"
        case Requested(by=by) | Pledged(by=by) | Offered(by=by) if by is not None:
            return f", by {day(by, zone)}"
        case Heard(asks=True):
            return " and asked you something"
        case Rejected(reason=reason) if reason:
            return f": {reason}"
        case Prefers():
            return f": {_wish(event, zone)}"
        case Corrected(returned=returned, note=note) if returned:
            return f": a mail to {returned} {note or 'came back'}"
        case Corrected(note=note) if note:
            return f" ({note})"
    return ""


def _wish(wish: Prefers, zone: ZoneInfo) -> str:
    wishes = ["no calls"] if wish.calls is False else []
    wishes += ["only shortlisted candidates hear from them"] if wish.silence else []
    to = "everything" if wish.channel == "contact" else "questions"
    wishes += [f"{to} to {wish.contact}"] if wish.contact else []
    wishes += [f"{wish.first} is away, back on {day(wish.back, zone)}"] if wish.back else []
    return ", ".join(wishes) or wish.note or "noted"


def title(header: Header) -> str:
    """Return a process in words, as one asks for it: ``Data analyst at Acme``."""
    return " at ".join(part for part in (header.role, header.employer) if part) or header.id
