"""What an employer wrote to a recruiter who passes it on: it was not written to the candidate, so it is asked about."""

from __future__ import annotations

from dataclasses import replace

from . import received
from .received import Verdict
from .scene import Found, Scene
from .telling import GRAVE

# What is worth a question; and how sure the kind of a mail is that was written to somebody else.
_TOLD = GRAVE | {"requested", "promised", "assessed", "invited"}
_SECOND_HAND = 0.5


def told_through(scene: Scene, verdict: Verdict, inner: Scene) -> tuple[Scene, Verdict]:
    """Return a mail with what the one says that it passes on, as questions.

    Args:
        scene: the mail with its writer's note.
        verdict: what that says.
        inner: the mail that the writer passes on.
    """
    told = received.read(inner)
    found = [_second_hand(one, scene) for one in told.found if one.event.verb in _TOLD]
    if not found:
        return scene, verdict
    sure = {one.event.verb for one in verdict.found if one.certain}
    found = [one for one in found if one.event.verb not in sure]
    asked = {one.event.verb for one in found}
    # What the writer's own words only hint at, the words below tell.
    own = [one for one in verdict.found if one.certain or one.event.verb not in asked]
    kind, confidence = verdict.kind, verdict.confidence
    if kind == "other":
        kind, confidence = told.kind, min(told.confidence, _SECOND_HAND)
    scene = replace(scene, company=inner.company or scene.company, role=inner.role or scene.role, via="agency")
    return scene, replace(verdict, kind=kind, confidence=confidence, found=(*own, *found))


def _second_hand(found: Found, scene: Scene) -> Found:
    """Return an event of the inner mail as a question; its words stand in no text of the writer's own."""
    event = replace(found.event, at=scene.at, confidence=min(found.event.confidence, _SECOND_HAND))
    return Found(event, certain=False)
