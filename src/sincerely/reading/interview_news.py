"""Interviews: invited to, fixed, moved, called off."""

from __future__ import annotations

from collections.abc import Iterator

from sincerely.core import events
from sincerely.core.people import is_person

from . import meetings
from .scene import Invitation
from .slots import Slot
from .telling import News, Teller

_ABOUT = (
    "interview", "call", "meeting", "conversation", "chat", "speak", "meet", "appointment", "visit", "gespräch",
    "entretien", "rendez", "termin", "slot", "session", "talk",
)  # fmt: skip
_CHOICE = frozenset(
    """work works suit suits available free make possible convenient do ok okay manage prefer which either option options
    availability calendly slots choose pick select whichever passt""".split()
)
# Words before a time that is no longer the time.
_OLD = frozenset("from original originally previous previously scheduled instead than your planned of old the".split())
_FIXED = 0.65
# A mail that is plainly about hiring need not name the interview.
_PLAIN = 0.8
_INVITED = 0.72
_HINTED = 0.4


def interview(teller: Teller) -> Iterator[News]:
    """Yield what a mail says about an interview."""
    scene = teller.scene
    if scene.invitations:
        yield from (_from_calendar(teller, invitation) for invitation in scene.invitations)
        return
    cancelled, changed = _strength(teller, "interview_cancelled"), _strength(teller, "interview_changed")
    if cancelled >= 0.8 and cancelled >= changed:
        yield _cancelled(teller, cancelled)
    elif changed >= 0.78 and (teller.scene.hiring > _PLAIN or _is_about_interview(teller)):
        yield from _changed(teller, changed)
    else:
        yield from _fixed_or_invited(teller)


def _strength(teller: Teller, means: str) -> float:
    """Return how strongly the text says something; the subject alone says nothing."""
    _, direct = teller.scene.best(means)
    return teller.strength(means) if direct >= 0.5 else 0.0


def _fixed_or_invited(teller: Teller) -> Iterator[News]:
    fixed, invited = teller.strength("interview_set"), teller.strength("interview_invite")
    if len(teller.slots) == 1 and "interview_invite" in teller.scene.said[teller.slots[0].index].meanings:
        fixed = max(fixed, invited)  # "I would like to interview you on Thursday at 10"
    if len(teller.slots) > 1 and invited >= _HINTED and teller.asks():
        invited = max(invited, 0.88)  # several times, and a question
    if fixed >= _FIXED and len(teller.slots) == 1 and not _left_open(teller):
        yield _fixed(teller, fixed)
    elif invited >= _INVITED:
        yield _invited(teller, invited)


def _is_about_interview(teller: Teller) -> bool:
    text = f"{teller.scene.letter.subject} {teller.scene.reply}".lower()
    return any(word in text for word in _ABOUT)


def _left_open(teller: Teller) -> bool:
    """Whether the time is a proposal, or one of several."""
    for index, statement in enumerate(teller.scene.said):
        tokens = set(statement.said.tokens)
        if tokens.isdisjoint(_CHOICE) or "boilerplate" in statement.meanings:
            continue
        if "interview_invite" in statement.meanings and ("?" in tokens or "asks" in statement.meanings):
            return True
        if index == teller.slots[0].index and "?" in tokens:
            return True
    return False


def _from_calendar(teller: Teller, invitation: Invitation) -> News:
    at, slot = teller.scene.at, invitation.slot
    sure = teller.sure(max(0.9, invitation.likelihood))
    if invitation.state == "cancelled":
        off = events.Cancelled(at=at, who=invitation.people, start=slot.start, uid=invitation.uid, confidence=sure)
        return teller.news("interview_cancelled", off, -1)
    kind, event = (
        ("interview_changed", events.Moved) if invitation.state == "changed" else ("interview_set", events.Scheduled)
    )
    told = event(at=at, who=invitation.people, start=slot.start, end=slot.end, uid=invitation.uid, confidence=sure)
    return teller.news(kind, told, -1)


def _cancelled(teller: Teller, strength: float) -> News:
    index, _ = teller.scene.best("interview_cancelled")
    slot = teller.slots[0] if len(teller.slots) == 1 else None
    event = events.Cancelled(
        at=teller.scene.at,
        who=_people(teller, index) or _human(teller),
        start=slot.start if slot else None,
        confidence=teller.sure(strength),
    )
    return teller.news("interview_cancelled", event, index)


def _changed(teller: Teller, strength: float) -> Iterator[News]:
    scene, sure = teller.scene, teller.sure(strength)
    index, _ = scene.best("interview_changed")
    slot = _new_slot(teller)
    if slot:
        people = _people(teller, slot.index) or _human(teller)
        event = events.Moved(at=scene.at, who=people, start=slot.start, end=slot.end, confidence=sure)
        yield teller.news("interview_changed", event, index)
        return
    yield teller.news("interview_changed", events.Moved(at=scene.at, who=scene.who(), confidence=sure), index)
    if teller.strength("interview_invite") >= _INVITED or teller.asks():
        asking = events.Heard(at=scene.at, who=scene.who(), asks=True, confidence=sure)
        yield teller.news("interview_invite", asking, max(teller.asking(), 0))


def _new_slot(teller: Teller) -> Slot | None:
    """Return the one new time; an old one stands behind "from" or "originally"."""
    fresh = []
    gone = {slot.index for slot in teller.slots if _is_gone(teller, slot.index)}
    for slot in teller.slots:
        if slot.index in gone and len(gone) < len({s.index for s in teller.slots}):
            continue
        text = teller.scene.said[slot.index].text
        before = text[max(0, slot.begin - 30) : slot.begin].lower().split()[-2:]
        phrase = text[slot.begin : slot.stop].lower()
        if not _OLD.isdisjoint(before) or phrase.startswith(("from ", "of ")):
            continue
        fresh.append(slot)
    if len({slot.start for slot in fresh}) != 1 or _left_open(teller):
        return None
    return meetings.lengthened(fresh[0], teller.scene.said)


def _is_gone(teller: Teller, index: int) -> bool:
    """Whether a sentence says which time is no longer possible."""
    words = teller.scene.said[index].said.text
    return any(
        phrase in words for phrase in ("not make", "not able to make", "unable to", "no longer", "not keep", "not do")
    )


def _fixed(teller: Teller, strength: float) -> News:
    slot = meetings.lengthened(teller.slots[0], teller.scene.said)
    people, sure = _people(teller, slot.index), teller.sure(max(strength, 0.85))
    event = events.Scheduled(at=teller.scene.at, who=people, start=slot.start, end=slot.end, confidence=sure)
    return teller.news("interview_set", event, slot.index)


def _invited(teller: Teller, strength: float) -> News:
    index, _ = teller.scene.best("interview_invite")
    event = events.Heard(at=teller.scene.at, who=teller.scene.who(), asks=True, confidence=teller.sure(strength))
    return teller.news("interview_invite", event, index)


def _people(teller: Teller, index: int) -> tuple[str, ...]:
    scene = teller.scene
    return meetings.interviewers(scene, index)


def _human(teller: Teller) -> tuple[str, ...]:
    """Return the sender, where nobody else is named."""
    return (
        teller.scene.who()
        if teller.scene.sender and (is_person(teller.scene.sender) or not teller.scene.machine)
        else ()
    )
