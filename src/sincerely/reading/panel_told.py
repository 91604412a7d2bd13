"""A mail that only tells whom one will meet, at an interview that is known already: "Just so you know who you'll be meeting:"."""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.core.events import Accepted, Offered, Rejected, Scheduled, Slot, Withdrew
from sincerely.core.people import is_person

from .letters import people
from .meetings import met_names, panel_lists
from .meetings.accepting import partners_in
from .received import Verdict
from .statements import deadlines
from .statements.scene import Found, Scene

_SURE = 0.9
# After a yes or a no whoever is named is met at work, or was.
_OVER = (Slot, Rejected, Offered, Accepted, Withdrew)
# "On your first day you will meet:", "the panel that marks your test:", "a video of our interviewers:".
_ELSEWHERE = re.compile(
    r"\b(?:first (?:day|week)|day one|induction|onboarding|orientation|video|(?:ersten?|erster) (?:arbeits)?(?:tag|woche)|einarbeitung|premier jour|première semaine)\b"
    r"|\b(?:that|which|who) (?:will |have |has )?(?:mark|scor|read|review|assess|judg|chose|select|approv)\w*\b",
    re.IGNORECASE,
)


def with_panel(scene: Scene, verdict: Verdict, meeting: Slot | None) -> Verdict:
    """Return what a mail says, with those whom its list names as met at an interview of its process.

    Args:
        scene: the mail.
        verdict: what it says; where that fixes, moves or cancels an interview, its people are told there; where it is a yes or a
            no, there is no interview any more.
        meeting: the interview that lies ahead, as earlier mail told it.
    """
    if meeting is None or any(isinstance(found.event, _OVER) for found in verdict.found):
        return verdict
    names = list(panel_lists.listed(scene.said))
    first = names[0].statement if names else _first_partners(scene)
    known = people.book(scene.letter, f"{scene.reply}\n{scene.signature}")
    who = tuple(dict.fromkeys(people.address_of(one.name, known) for one in names)) or partners_in(scene)
    who = tuple(one for one in who if one.lower() not in scene.me and is_person(one))
    if not who or not _is_of(scene, first, meeting):
        return verdict
    head = scene.said[max(0, first - 1) if names else first].sentence
    quote = scene.reply[head.begin : head.stop]
    event = Scheduled(
        at=scene.at, who=who, start=meeting.start, end=meeting.end, uid=meeting.uid, confidence=_SURE, quote=quote
    )
    return replace(verdict, found=(Found(event, head.begin, head.stop), *verdict.found))


def _first_partners(scene: Scene) -> int:
    """Return the sentence that says who the reader's partners in the talk are; the first where none does."""
    return next((at for at, one in enumerate(scene.said) if met_names.partners(one.sentence.text)), 0)


def _is_of(scene: Scene, first: int, meeting: Slot) -> bool:
    """Whether a list's heading names no other day than the interview's, and no other occasion."""
    assert meeting.start is not None
    day = meeting.start.astimezone(scene.at.tzinfo).date()
    heads = scene.said[max(0, first - 1) : first + 1]
    if any(_ELSEWHERE.search(one.text) for one in heads):
        return False
    days = [deadlines.day_of(mention) for one in heads for mention in one.times]
    return all(each is None or each == day for each in days)
