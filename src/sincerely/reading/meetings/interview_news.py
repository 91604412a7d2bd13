"""Interviews: invited to, fixed, moved, called off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.core import events
from sincerely.core.people import is_person
from sincerely.reading.statements import meeting_times as meetings
from sincerely.reading.statements.scene import Invitation
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.telling import CERTAIN, NOTICED, News, Teller

from . import (
    agenda,
    arrivals,
    asked_times,
    heard_of_it,
    moved_times,
    other_appointments,
    other_times,
    same_hours,
    trials,
)
from .meeting_people import interviewers
from .named_people import names_in
from .offer_calls import is_offer_call
from .whose_names import is_one_persons

# A time is taken for an interview's start when that is likelier than not; the only time there is, sooner.
_START = 0.5
_ONLY = 0.15
_ANEW = 0.3
# How sure one can be of an interview that is moved to one of two times, or may be another appointment.
_EITHER = 0.69
# What invites in few words, in a mail of a known process, is as likely an interview as not: to be asked.
_ASKED = 0.5
# How sure an interview ahead is moved that a sentence says is moved, whatever else the mail is about.
_MOVED = 0.95
# Below this what is seen of an interview is a question at most, and a proposal that is plain says more.
_SURELY = 0.9
# How sure it is that an answer is expected to a time that is asked about.
_INVITES = 0.8
# Of eleven desks that moved an interview and were seen with less, one was in the truth among those who are met.
_HARDLY = 0.3


def interview(teller: Teller) -> Iterator[News]:
    """Yield what a mail says about interviews: by its calendar parts, else by its words."""
    scene = teller.scene
    standing = [invitation for invitation in scene.invitations if invitation.state != "declined"]
    if scene.invitations and not standing:
        return  # the candidate will not come, whatever the words beside say
    shown = [_from_calendar(teller, invitation) for invitation in standing]
    if any(invitation.sure for invitation in standing):
        yield from (news for news, invitation in zip(shown, standing, strict=True) if invitation.sure)
        return
    words = [news for news in _by_words(teller) if not (shown and _lacks_time(news.found.event))]
    yield from words
    if not any(isinstance(news.found.event, events.Slot) for news in words):
        yield from shown


def _lacks_time(event: events.Event) -> bool:
    """Whether an interview is told of without its time, which the entry beside has."""
    return isinstance(event, events.Scheduled | events.Moved) and event.start is None


def _by_words(teller: Teller) -> Iterator[News]:
    news = {what: heard_of_it.told(teller, what) for what in ("cancelled", "moved", "scheduled", "invited")}
    if _says_moved(teller):
        news["moved"] = max(news["moved"], _MOVED)
    what = max(news, key=news.__getitem__)
    trial = trials.proposed(teller)
    asked = bool(trial) and all(teller.scene.said[slot.statement].text.rstrip().endswith("?") for slot in trial)
    if trial and (news[what] < _SURELY or (asked and what == "scheduled")):
        event = events.Heard(at=teller.scene.at, who=teller.scene.who(), asks=True)
        yield teller.news("interview_invite", event, trial[0].statement, max(_INVITES, teller.likely("asks")))
        return
    if news[what] < NOTICED:
        return
    if what == "cancelled" and moved_times.replaces(teller.slots, teller.scene.said):
        yield from _moved(teller, news[what])
    elif what == "cancelled":
        yield from _cancelled(teller, news[what])
    elif what == "moved":
        yield from _moved(teller, news[what])
    elif what == "scheduled":
        yield from _scheduled(teller, news[what])
    else:
        yield _invited(teller, news[what])


def _says_moved(teller: Teller) -> bool:
    """Whether a sentence moves the interview that lies ahead to another time, in so many words."""
    meeting, said = teller.scene.meeting, teller.scene.said
    return meeting is not None and any(
        slot.start != meeting.start
        and asked_times.is_moved_to(slot, said)
        and not same_hours.is_unclear(slot, teller.scene)
        for slot in teller.slots
    )


def _from_calendar(teller: Teller, invitation: Invitation) -> News:
    at, slot = teller.scene.at, invitation.slot
    likely = max(0.92, invitation.likelihood) if invitation.sure else _ASKED
    if invitation.state == "cancelled":
        off = events.Cancelled(at=at, who=invitation.people, start=slot.start, uid=invitation.uid)
        return teller.news("interview_cancelled", off, -1, likely)
    kind, event = (
        ("interview_changed", events.Moved) if invitation.state == "changed" else ("interview_set", events.Scheduled)
    )
    told = event(at=at, who=invitation.people, start=slot.start, end=slot.end, uid=invitation.uid)
    return teller.news(kind, told, -1, likely)


def _starts(teller: Teller) -> list[Slot]:
    """Return the times at which an interview begins, in the order of the text."""
    slots = [slot for slot in teller.slots if not other_appointments.is_anothers(slot, teller.scene.said)]
    slots = arrivals.without(slots, teller.scene.said)
    found = [slot for slot in slots if slot.likely >= _START]
    if not found and len(slots) == 1 and slots[0].likely >= _ONLY:
        found = slots
    found = other_times.kept(found, teller.scene.said)
    return [meetings.lengthened(slot, teller.scene.said) for slot in found]


def _programme(teller: Teller) -> list[Slot]:
    """Return the interviews of a day's programme, and those that other sentences set on other days.

    Where no row names anybody, rows without a gap are the course of one interview, and others leave it open; so do they
    where another hour of the day is its beginning.
    """
    said = teller.scene.said
    rows = agenda.rows(said)
    days = {row.start.date() for row in rows}
    hours = {row.start for row in rows}
    starts = _starts(teller)
    here = [slot for slot in starts if slot.start.date() in days]
    if not rows or any(slot.start not in hours for slot in here):
        return []
    if names_in(teller.scene, rows):
        found = [meetings.lengthened(row, said) for row in rows if agenda.is_interview(row, said)]
    else:
        found = [slot._replace(end=agenda.course(rows)) for slot in here if slot.start == rows[0].start]
    others = [slot for slot in starts if slot not in here]
    return sorted((*found, *others), key=lambda slot: (slot.statement, slot.begin)) if found else []


def _moved_to(teller: Teller) -> list[Slot]:
    """Return the times that an interview may be moved to: one, as a rule; what it is moved from is none."""
    said = teller.scene.said
    turned = [moved_times.turned(slot, said) for slot in teller.slots]
    another = moved_times.on_another_day(turned, said)
    if another is not None:
        return [meetings.lengthened(another, said)]
    left = moved_times.without_old(turned, said)
    if not left and moved_times.only_place(teller.scene.reply):
        left = turned
    found = [slot for slot in moved_times.new_ones(left, said) if slot.likely >= _ONLY]
    found = found or [slot for slot in left if slot.likely >= _START]
    if not found:
        best = max(left, key=lambda slot: slot.likely, default=None)
        # Where the words rule out the others, what is left is the only one.
        least = _ANEW if len(left) > 1 else _ONLY
        found = [best] if best is not None and best.likely >= least else []
    return [meetings.lengthened(slot, said) for slot in found]


def _cancelled(teller: Teller, likely: float) -> Iterator[News]:
    index = teller.where("cancelled")
    starts = _starts(teller)
    who = interviewers(teller.scene, index) or _writer(teller)
    event = events.Cancelled(at=teller.scene.at, who=who, start=starts[0].start if starts else None)
    yield teller.news("interview_cancelled", event, index, likely)
    yield from _asking(teller, "interview_cancelled")


def _asking(teller: Teller, kind: str) -> Iterator[News]:
    """Yield that an answer is expected, where what else the mail says does not tell."""
    if teller.says("asks"):
        asking = events.Heard(at=teller.scene.at, who=teller.scene.who(), asks=True)
        yield teller.news(kind, asking, teller.where("asks"), max(CERTAIN, teller.likely("asks")))


def _moved(teller: Teller, likely: float) -> Iterator[News]:
    scene, index = teller.scene, teller.where("moved")
    starts = _moved_to(teller)
    if starts:
        slot = max(starts, key=lambda start: start.likely)
        # Of two times that may both be the new one, one may be the old: it is asked which. What is only asked for leaves the
        # interview where earlier mail has it; where none has, the last word on it is all that is known.
        asked = scene.known and asked_times.is_asked(slot, scene.said)
        unclear = asked or same_hours.is_unclear(slot, scene)
        likely = likely if len(starts) == 1 and not unclear else min(likely, _EITHER)
        who = interviewers(scene, slot.statement) or (() if _only_tells(teller) else _writer(teller))
        event = events.Moved(at=scene.at, who=who, start=slot.start, end=slot.end)
    else:
        event = events.Moved(
            at=scene.at,
            who=interviewers(scene, index) or (() if scene.meeting and _only_tells(teller) else scene.who()),
        )
        # Asserted, this takes the interview from its day: it may be its place only that changes.
        asked = scene.known and 0 <= index < len(scene.said) and asked_times.is_asking(scene.said[index])
        likely = likely if moved_times.is_open(scene.reply) and not asked else min(likely, _EITHER)
    yield teller.news("interview_changed", event, index, likely)
    yield from _asking(teller, "interview_changed")


def _scheduled(teller: Teller, likely: float) -> Iterator[News]:
    scene = teller.scene
    if is_offer_call(scene):
        yield from _asking(teller, "interview_invite")
        return
    starts = _programme(teller) or _starts(teller)
    starts = moved_times.without_old(starts, scene.said) or starts
    asked = bool(starts) and scene.known and all(asked_times.is_asked(slot, scene.said) for slot in starts)
    asks = events.Heard(at=scene.at, who=scene.who(), asks=True)
    if asked and not all(asked_times.is_asked_after(slot, scene.said) for slot in starts):
        # Nothing is fixed before the answer. Of a mail that no process is known to, nothing but the time tells what it is.
        yield teller.news("interview_invite", asks, starts[0].statement, max(_INVITES, likely))
        return
    if asked:
        # Who invites to a time and asks politely whether it suits may well count on it: nobody may overlook it.
        likely = min(likely, _EITHER)
    for slot in starts:
        who = interviewers(scene, slot.statement, slot, starts)
        event = events.Scheduled(at=scene.at, who=who, start=slot.start, end=slot.end)
        other = len(starts) > 1 and other_times.is_another(slot, scene.said)
        other = other or other_appointments.among_themselves(slot, scene.said)
        other = other or other_times.is_standing(slot, scene.said)
        yield teller.news("interview_set", event, slot.statement, min(likely, _EITHER) if other else likely)
    if not starts and not _is_no_news(teller):
        # It is fixed, but nothing here says when: worth a look by the person, and nothing to reckon with.
        event = events.Scheduled(at=scene.at, who=interviewers(scene, -1))
        yield teller.news("interview_set", event, teller.where("scheduled"), min(likely, 0.7))
    if asked and not teller.says("asks"):
        yield teller.news("interview_set", asks, starts[0].statement, _INVITES)
    yield from _asking(teller, "interview_set")


# A line of who one is, and how to be reached: "Kim Holm | Consultant | 0113 496 0355".
_CARD = re.compile(r"[^|\n]+\|[^|\n]+\|[^|\n]*\d|[^|\n]+\|[^|\n]*\d[\d ]{6,}\d")


def _is_no_news(teller: Teller) -> bool:
    """Whether nothing is fixed that has no time: an answer is still asked for, or what seems to say it is the writer's card."""
    index, said = teller.where("scheduled"), teller.scene.said
    if teller.says("asks") and teller.scene.known:
        return True
    return 0 <= index < len(said) and _CARD.search(said[index].sentence.text) is not None


def _invited(teller: Teller, likely: float) -> News:
    event = events.Heard(at=teller.scene.at, who=teller.scene.who(), asks=True)
    # All that is told is that an answer is expected. Where the whole is seen to be something else, whether it invites
    # besides is of no account; only who proposes something unasked is owed none.
    if teller.insight.kind not in {"interview_invite", "outreach"}:
        asked = min(teller.likely("heard"), teller.likely("asks"))
        if asked >= CERTAIN:
            return teller.news("other", event, teller.where("asks"), asked)
    return teller.news("interview_invite", event, teller.where("invited"), likely)


def _writer(teller: Teller) -> tuple[str, ...]:
    """Return the sender, where nobody else is named."""
    scene = teller.scene
    return scene.who() if scene.sender and (is_person(scene.sender) or not scene.machine) else ()


def _only_tells(teller: Teller) -> bool:
    """Whether who tells of a move is met by nobody: a desk, a consultant, a colleague of those who are known to be met."""
    scene, meeting = teller.scene, teller.scene.meeting
    if meeting is not None and (scene.via == "agency" or (meeting.who and scene.sender not in meeting.who)):
        return True
    return _only_arranges(teller)


def _only_arranges(teller: Teller) -> bool:
    """Whether a desk wrote, where hardly anybody will be met: moved, an interview has those of its event."""
    return not is_one_persons(teller.scene.letter.from_) and teller.insight.sender_meets < _HARDLY
