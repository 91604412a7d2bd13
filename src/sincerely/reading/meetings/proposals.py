"""What a mail proposes for an interview: one time, or several to choose from, with whom one would meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from sincerely.core import events
from sincerely.reading.statements.meeting_times import is_bare_clock, lengthened
from sincerely.reading.statements.scene import Found, Scene
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Statement
from sincerely.reading.statements.telling import ABOUT, CERTAIN, NOTICED, Teller

from . import asked_times, moved_times, other_times, same_hours, trials
from .accepting import clauses, masked, times_in
from .agreeing import Proposal, Proposed
from .bare_questions import is_asked_barely, is_bare, is_changed_barely
from .meeting_people import interviewers
from .offer_calls import is_offer_call
from .other_appointments import speaks_of_change

# So many times are no choice to be made by mail.
_MOST = 12
# A time so long is one within which the interview is to be.
_WIDE = timedelta(hours=2)
_BETWEEN = re.compile(r"\b(?:between|any ?time|zwischen|entre)\b", re.IGNORECASE)
_FALLBACK = re.compile(
    r"^\W*(?:if not\b|if (?:that|this|it|the (?:time|slot|date)|these|you can)\b[^,]{0,60}(?:n['’]t|not|cannot)|(?:alternatively|otherwise|failing that)\b"
    r"|(?:falls|wenn) [^,]{0,60}\bnicht\b|(?:alternativ|ansonsten|andernfalls|ersatzweise|sinon)\b)",
    re.IGNORECASE,
)
# What a candidate who is free says, or asks: such times are proposed, and not merely named.
_FREE = re.compile(
    r"^\W*(?:(?:or|so|shall we|let['’]?s) )?say\b|\b(?:available|free|could do|can do|can make|could make|would work|(?:would|does|could) \S{1,2} (?:work|be)|works|suits?|would suit|how about|what about|could we|can we|might we|(?:could|can|may|might) I (?:please |possibly )?(?:move|reschedule|postpone|push|shift|change|come|do|make|swap)|propose|suggest|happy to|prefer"
    r"|verfügbar|zeit|frei|passt|passen|passend|ginge|könnten? (?:ich|wir)|können wir|vorschlag\w*|vorschlagen|möglich|wäre"
    r"|disponible|libre|pourrions-nous|propos\w+|convien\w+|serait-il)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|\w+n['’]t|cannot|unable|busy|nicht|kein\w*|leider|verhindert|pas|unfortunately)\b", re.IGNORECASE
)
# When one would begin, send, decide or reach a referee is no time to meet.
_OF_ELSE = re.compile(
    r"\b(?:start(?:s|ing)?(?! at)|first day|begins?|beginning|notice|induction|join (?:you|the|your)|send\w*|submit\w*|hand in|complet\w+|test|task|assignment|sign|referees?|references?"
    r"|decide\w*|decision|deadline|clos(?:es|ed|ing)|open day"
    r"|anfangen|beginn\w*|starte?n?|antreten|eintritt\w*|arbeitstag|schick\w*|senden?|einreich\w*|vertrag|referenz\w*|entscheid\w*|frist|abgabe\w*"
    r"|commenc\w+|débuter?|prise de poste|envoyer|transmettre|contrat|références?|décid\w+|décision)\b",
    re.IGNORECASE,
)
# "My former boss is free on Thursday": others of the candidate's are no interviewers.
_OF_OTHERS = re.compile(
    r"\b(?:(?:she|he|they|my (?:former |old |current )?\w+) (?:is|are|would be|will be|works?|can|could)|(?:er|sie|meine? \w+) (?:ist|wäre|hat|hätte|kann|könnte)|(?:elle|il) (?:est|sera|serait|peut))\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:interview\w*|meet\w*|call|chat|talk|speak|conversation|visit|come (?:in|to|by)|\w*gespräch\w*|\w*interview|treffen|telefon\w*|kennenlernen|termin|entretien|rencontr\w+|rendez-vous|échange\w*)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"interview_invite", "interview_changed", "interview_set"})


def proposal_of(scene: Scene, found: Sequence[Found], *, own: bool) -> Proposal | None:
    """Return what a mail proposes; None where it proposes no time, or fixes one.

    Args:
        scene: the mail.
        found: what it says.
        own: whether the candidate wrote it.
    """
    if not own and is_offer_call(scene):
        return None
    teller = Teller(scene)
    slots = _own(teller) if own else _theirs(teller, found)
    times = tuple(_proposed(slot, slots, scene, own=own) for slot in slots) or _kept(scene, found, own=own)
    if not 0 < len(times) <= _MOST:
        return None
    moved = [one for one in found if isinstance(one.event, events.Moved | events.Cancelled)]
    times = tuple(_on_its_day(time, [one.event for one in moved]) for time in times)
    changes = scene.meeting is not None and _changes(scene, slots, times)
    unclear = any(same_hours.is_unclear(slot, scene) for slot in slots) or (
        not slots and same_hours.is_unclear_day(scene)
    )
    if own:
        return Proposal(times=times, sure=not unclear, moves=changes or teller.likely("wrote:reschedule") >= CERTAIN)
    # What is surely taken from its day stands no more; what may be is replaced.
    moves = not any(one.certain for one in moved) and (bool(moved) or changes)
    requested = any(isinstance(one.event, events.Requested) for one in found)
    questions = sum(one.text.rstrip().endswith("?") for one in scene.said)
    sure = teller.insight.kind in _KINDS and scene.hiring >= ABOUT
    sure = (
        sure
        or changes
        or bool(slots and slots == trials.proposed(teller))
        or (bool(slots) and all(is_asked_barely(slot, scene) for slot in slots))
        or (bool(slots) and all(is_changed_barely(slot, scene) for slot in slots))
    )
    return Proposal(
        times=times,
        sure=sure and not (changes and unclear),
        moves=moves,
        asks_more=requested or questions > 1,
        stands=scene.meeting.start if moves and scene.meeting is not None else None,
    )


def _on_its_day(time: Proposed, moved: Sequence[events.Event]) -> Proposed:
    """Return a time on the day on which the interview was known to be, where an hour alone is to be another: "2pm rather than noon"."""
    for one in moved:
        start = one.start if isinstance(one, events.Moved) else None
        if start is not None and start.timetz() == time.start.timetz() and start != time.start:
            return time._replace(start=start, end=time.end and start + (time.end - time.start), dated=True)
    return time


def _kept(scene: Scene, found: Sequence[Found], *, own: bool) -> tuple[Proposed, ...]:
    """Return the time that an interview would have on another day at its own hour, where it is asked to be moved there."""
    start, meeting = same_hours.same_hour(scene), scene.meeting
    day = same_hours.day_at_same_hour(scene.said)
    if start is None or meeting is None or meeting.start is None or day is None:
        return ()
    fixed = any(one.certain and isinstance(one.event, events.Slot) and one.event.start == start for one in found)
    statement = scene.said[day.statement]
    asked = asked_times.is_asked(day, scene.said) or (own and _FREE.search(statement.text) is not None)
    if fixed or not asked or _is_of_else(statement):
        return ()
    return (Proposed(start, meeting.end and start + (meeting.end - meeting.start), () if own else meeting.who),)


def _changes(scene: Scene, slots: Sequence[Slot], times: Sequence[Proposed]) -> bool:
    """Whether what is proposed stands in place of the interview ahead: its sentence moves something, or names its time as the old one."""
    assert scene.meeting is not None
    if any(time.start == scene.meeting.start for time in times):
        return False
    said = scene.said
    naming = [said[slot.statement] for slot in slots] or [one for one in said if one.times]
    return any(speaks_of_change(one) or moved_times.is_instead(one.text) for one in naming)


def _theirs(teller: Teller, found: Sequence[Found]) -> list[Slot]:
    """Return the times that an employer's mail asks about."""
    fixed = any(one.certain and isinstance(one.event, events.Slot) and one.event.start is not None for one in found)
    said = teller.scene.said
    invites = teller.likely("invited") >= NOTICED or teller.insight.kind in _KINDS
    if fixed:
        return []
    if trial := trials.proposed(teller):
        return trial
    if not (invites and (teller.says("asks") or teller.likely("invited") >= CERTAIN or _are_asked(teller))):
        scene = teller.scene
        return [slot for slot in teller.slots if is_asked_barely(slot, scene) or is_changed_barely(slot, scene)]
    slots = [slot for slot in teller.slots if slot.start > teller.scene.at and not _is_of_else(said[slot.statement])]
    kept = other_times.kept(slots, said)
    fallback = [slot for slot in slots if _is_fallback(slot, said)]
    kept = [slot for slot in slots if slot in kept or slot in fallback]
    return moved_times.without_old(kept, said) or kept


def _are_asked(teller: Teller) -> bool:
    """Whether each time is asked about, however short: "Say half 1?"."""
    return all(asked_times.is_asked(slot, teller.scene.said) for slot in teller.slots)


def _own(teller: Teller) -> list[Slot]:
    """Return the times at which the candidate says to be free."""
    scene = teller.scene
    slots = [slot for slot in teller.slots if slot.start > scene.at]
    free = {index: _free(scene.said[index]) for index in {slot.statement for slot in slots}}
    offering = {index for index, begins in free.items() if begins}
    # A list stands below the words that introduce it.
    below = {index for index in free if _is_listed(scene.said, index, offering)}
    return [
        slot
        for slot in slots
        if slot.begin in free[slot.statement] or slot.statement in below or is_bare(slot, scene.said[slot.statement])
    ]


def _free(statement: Statement) -> set[int]:
    """Return where the times of a sentence begin at which somebody says to be free: "not Tuesday, but Thursday is fine"."""
    text = masked(statement)
    # A time may begin with what asks: "(how) about half past one", "say half 1".
    if not (_FREE.search(text) or _FREE.search(statement.text)) or _OF_OTHERS.search(text) or _is_of_else(statement):
        return set()
    pieces = clauses(text, apart=_DENIED.search(text) is not None)
    return {one.begin for piece in pieces if not _DENIED.search(piece) for one in times_in(piece, statement)}


def _is_of_else(statement: Statement) -> bool:
    return _OF_ELSE.search(statement.text) is not None and _MEETING.search(statement.text) is None


def _is_listed(said: Sequence[Statement], index: int, offering: set[int]) -> bool:
    """Whether a statement that is nothing but a time stands below one that says that one is free."""
    for above in range(index - 1, max(-1, index - 6), -1):
        text = masked(said[above])
        if above in offering or text.endswith(":"):
            return above in offering or _FREE.search(text) is not None
        if len(said[above].words) > 8:
            return False
    return False


def _is_fallback(slot: Slot, said: Sequence[Statement]) -> bool:
    return _FALLBACK.match(said[slot.statement].text) is not None


def _proposed(slot: Slot, slots: Sequence[Slot], scene: Scene, *, own: bool) -> Proposed:
    statement = scene.said[slot.statement]
    longer = lengthened(slot, scene.said)
    wide = slot.end is not None and (slot.end - slot.start >= _WIDE or _BETWEEN.search(statement.text) is not None)
    bare = next((is_bare_clock(one) for one in statement.times if one.begin == slot.begin), False)
    dated = not bare or any(
        one.grain == "day" or not is_bare_clock(one) for each in scene.said for one in each.times if one.start
    )
    who = () if own else interviewers(scene, slot.statement, slot, list(slots))
    firm = not _is_fallback(slot, scene.said)
    return Proposed(slot.start, longer.end, who, firm, dated, wide)
