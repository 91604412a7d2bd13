"""A mail that moves an interview to an hour and names no day, or to a day at the same hour: the rest is what another mail told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from sincerely.core.events import Moved, Scheduled, Slot

from .letters.language import language_of
from .meetings.bare_questions import is_changed_barely
from .meetings.other_appointments import speaks_of_change
from .meetings.same_hours import is_unclear_day, same_hour
from .received import Verdict
from .statements.meeting_times import is_bare_clock
from .statements.scene import Found, Scene
from .statements.statement import CLOCK_GRAINS, Clock, statements
from .statements.telling import Teller
from .statements.time_clauses import names_day

# So much of what a mail answers tells of which day it is.
_QUOTED = 1500
# A day that may be the interview's.
_A_DAY = 0.3


def with_its_day(scene: Scene, verdict: Verdict, meeting: Slot | None) -> Verdict:
    """Return what a mail says, with a moved interview's bare hour on the day that the interview is known to be.

    Args:
        scene: the mail.
        verdict: what it says.
        meeting: the interview that lies ahead, as earlier mail told it; without it the hour is asked about, as no mail
            says its day.
    """
    if not any(isinstance(found.event, Moved) and found.event.start is not None for found in verdict.found):
        return verdict
    teller = Teller(scene)
    if _names_a_day(teller):
        return verdict
    bare = {slot.start for slot in teller.slots if _is_bare(scene, slot.statement, slot.begin)}
    return replace(verdict, found=tuple(_on_its_day(found, scene, bare, meeting) for found in verdict.found))


def with_its_hour(scene: Scene, verdict: Verdict) -> Verdict:
    """Return what a mail says, with an interview that is moved to a day at the hour that it is known to have: "to Friday, same time"."""
    start, meeting = same_hour(scene), scene.meeting
    if start is None or meeting is None or meeting.start is None or is_unclear_day(scene):
        return verdict
    end = meeting.end and start + (meeting.end - meeting.start)
    agreed = any(_AGREED.search(one.text) for one in scene.said)

    def timed(found: Found) -> Found:
        if not isinstance(found.event, Moved) or found.event.start is not None:
            return found
        event = replace(found.event, start=start, end=end)
        # What was only asked for is so once somebody says yes to it for the candidate.
        event = replace(event, confidence=max(event.confidence, _SETTLED)) if agreed else event
        return replace(found, event=event, certain=found.certain or agreed)

    return replace(verdict, found=tuple(map(timed, verdict.found)))


# Who stands between may settle it: "They ask for tomorrow, same time. I said yes for you, shout if not!"
_AGREED = re.compile(
    r"\bI(?:['’]ve| have)?(?: (?:already|gladly|just))? (?:said yes|agreed|confirmed|accepted|told them (?:yes|(?:that )?(?:it|that) (?:works|is fine|suits))|booked|put you (?:down|in))\b(?! (?:receipt|that (?:I|we)))"
    r"|\bhabe (?:ich )?(?:\w+ ){0,4}?(?:zugesagt|bestätigt|zugestimmt|eingetragen)\b|\bj['’]ai (?:\w+ ){0,3}?(?:accepté|confirmé|dit (?:que )?oui)\b",
    re.IGNORECASE,
)
_SETTLED = 0.9


def with_day_asked(scene: Scene, verdict: Verdict) -> Verdict:
    """Return what a mail says, with an interview of which it says no more than the hour as a question: "4:30 then, see you".

    The day was agreed before, and seldom is the one on which that is written; what was proposed may tell it.
    """
    if scene.invitations or not any(_is_timed_at_all(found) for found in verdict.found):
        return verdict
    times = [one for statement in scene.said for one in statement.times]
    if names_day(scene.letter.subject) or any(not is_bare_clock(one) for one in times):
        return verdict
    bare = {slot.start for slot in Teller(scene).slots if _is_bare(scene, slot.statement, slot.begin)}
    changed = {slot.start for slot in Teller(scene).slots if is_changed_barely(slot, scene)}
    # Put in the place of another hour it proposes that; on which day, the two mails tell together.
    found = tuple(one for one in verdict.found if not (_is_timed_at_all(one) and _start(one) in changed))
    verdict = replace(verdict, found=found)
    bare = {start for start in bare if start.weekday() not in _weekdays_before(scene)}
    found = tuple(
        replace(one, certain=False) if _is_timed(one) and _start(one) in bare else one for one in verdict.found
    )
    return replace(verdict, found=found)


def _weekdays_before(scene: Scene) -> set[int]:
    """Return the days of the week that what a mail answers names: after "Thursday at 6 suits me", "6 is fine" on that day is that day."""
    before = statements(scene.quoted[:_QUOTED], Clock(at=scene.at, language=language_of(scene.quoted[:_QUOTED])))
    times = [one for statement in before for one in statement.times]
    return {one.start.weekday() for one in times if one.start is not None and not is_bare_clock(one)}


def _start(found: Found) -> datetime | None:
    return found.event.start if isinstance(found.event, Scheduled) else None


def _is_timed(found: Found) -> bool:
    return found.certain and _start(found) is not None


def _is_timed_at_all(found: Found) -> bool:
    return _start(found) is not None


def _is_bare(scene: Scene, index: int, begin: int) -> bool:
    return any(one.begin == begin and is_bare_clock(one) for one in scene.said[index].times)


def _names_a_day(teller: Teller) -> bool:
    """Whether a mail names a day on which the interview may be, or to which something is moved."""
    return any(
        speaks_of_change(statement) or teller.insight.time(index, which, "start") >= _A_DAY
        for index, statement in enumerate(teller.scene.said)
        for which, one in enumerate(statement.times)
        if one.grain == "day" or (one.grain in CLOCK_GRAINS and not is_bare_clock(one))
    )


def _on_its_day(found: Found, scene: Scene, bare: set[datetime], meeting: Slot | None) -> Found:
    event = found.event
    if not isinstance(event, Moved) or event.start is None or event.start not in bare:
        return found
    if meeting is None or meeting.start is None:
        return replace(found, certain=False)
    day = meeting.start.astimezone(scene.at.tzinfo).date()
    start = datetime.combine(day, event.start.timetz())
    end = event.end and start + (event.end - event.start)
    return replace(found, event=replace(event, start=start, end=end))
