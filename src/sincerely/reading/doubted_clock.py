"""Interviews whose hour may be by another clock than the one by which it was read: they are asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sincerely.core.corrections import SURE
from sincerely.core.events import Moved, Scheduled
from sincerely.core.people import is_person

from .linking import places
from .linking.place_clocks import hinted
from .received import Verdict
from .statements.scene import Found, Scene
from .statements.statement import Clock
from .statements.whose_clock import Told, told_in

_ASKED = SURE - 0.01


def with_doubt(scene: Scene, verdict: Verdict, clock: Clock, home: str) -> Verdict:
    """Return what a mail says; an interview as a question where the writer's place has another hour than was read.

    The Date of a mail shows its writer's clock, but for one that shows the candidate's own or Greenwich's: so write
    programs on the way, too.

    Args:
        scene: the mail.
        verdict: what it says.
        clock: by which its times were read.
        home: the candidate's own zone.
    """
    date = scene.letter.date
    slots = [found for found in verdict.found if found.certain and isinstance(found.event, Scheduled | Moved)]
    if not slots or date is None or not is_person(scene.sender):
        return verdict
    if date.utcoffset() != timedelta(0) and not places.shows(home, date):
        return verdict
    there = hinted(scene.reply, scene.signature)
    if there is None:
        return verdict

    def is_doubted(found: Found) -> bool:
        event = found.event
        if found not in slots or not isinstance(event, Scheduled | Moved) or event.start is None or event.uid:
            return False
        other = event.start.astimezone(there).utcoffset() != event.start.utcoffset()
        return other and told_in(event.quote or scene.reply[found.begin : found.stop], clock, event.start) is Told.BARE

    return replace(
        verdict,
        found=tuple(
            replace(found, certain=False, event=replace(found.event, confidence=min(found.event.confidence, _ASKED)))
            if is_doubted(found)
            else found
            for found in verdict.found
        ),
    )
