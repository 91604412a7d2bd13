"""Times that somebody of an employer's asks about in so few words that only who writes tells what for: "Thursday at 3?"."""

from __future__ import annotations

import re

from sincerely.reading.statements.meeting_times import is_bare_clock
from sincerely.reading.statements.scene import Scene
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import CLOCK_GRAINS, Statement

# What may stand around the time: nothing but what asks, and where.
_BEFORE = re.compile(
    r"\W*(?:(?:so|or|ok(?:ay)?|then|and|maybe|perhaps|say|would|could|can|does|do|how|how['’]?s|how is|how about|what about|you|we|meet|come|come by|make|suit"
    r"|also|oder|vielleicht|wie wäre|wie wär['’]?s|passt|ginge|geht|ihnen|dir|es|mit|ou|et|peut-être|disons|on|pourquoi pas|ça vous irait)\b\W*){0,6}",
    re.IGNORECASE,
)
_PLACE = r"(?:at|in|here|bei|im|in der|à|au|chez|hier|ici)(?: (?:the|our|my|us|uns|unserem?|nous|la|le))?(?: [\w'’-]{2,20}){0,2}"
_BEHIND = re.compile(
    rf"\W*(?:(?:works?|suits?|be|ok(?:ay)?|good|fine|for you|with you|you|instead|then|passen|recht|gut|convenir|bon)\b\W*){{0,4}}(?:{_PLACE})?\W*\?+\W*",
    re.IGNORECASE,
)


def is_asked_barely(slot: Slot, scene: Scene) -> bool:
    """Whether somebody whom the candidate knows from a process asks about a day and hour and says nothing else of it."""
    statement = scene.said[slot.statement]
    if not (scene.known and scene.human and scene.sender in scene.employers) or slot.start <= scene.at:
        return False
    return is_bare(slot, statement)


def is_bare(slot: Slot, statement: Statement) -> bool:
    """Whether a sentence asks about a day and hour and says nothing else of it: "Monday 7 December at 10am?"."""
    times = [one for one in statement.times if one.start is not None]
    if len(times) != 1 or times[0].begin != slot.begin or times[0].grain not in CLOCK_GRAINS or is_bare_clock(times[0]):
        return False
    text = statement.text
    return bool(_BEFORE.fullmatch(text, 0, times[0].begin) and _BEHIND.fullmatch(text, times[0].stop))
