"""A referee's answer: yes, you may name me; or no."""

from __future__ import annotations

from sincerely.core import events
from sincerely.reading.statements.scene import Found
from sincerely.reading.statements.telling import NOTICED, Teller


def answer(teller: Teller) -> Found | None:
    """Return whether a referee agrees or declines; None for any other mail."""
    agreed, declined = teller.likely("agreed"), teller.likely("declined")
    scene = teller.scene
    if max(agreed, declined) < NOTICED or not scene.human or scene.sender in scene.employers - scene.referees:
        return None
    if scene.invitations:
        return None  # who fixes an interview says no more than that
    what, event = ("declined", events.Declined) if declined > agreed else ("agreed", events.Agreed)
    told = event(at=scene.at, who=scene.who())
    return teller.news("other", told, teller.where(what), max(agreed, declined)).found
