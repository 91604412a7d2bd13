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
    r"|also|coffee|tea|lunch|breakfast|drinks?|a|quick|call|chat|phone|zoom|teams|kaffee|mittagessen|telefonat|café|déjeuner|oder|vielleicht|wie wäre|wie wär['’]?s|passt|ginge|geht|ihnen|dir|es|mit|ou|et|peut-être|disons|on|pourquoi pas|ça vous irait)\b\W*){0,6}",
    re.IGNORECASE,
)
# An hour that is put in the place of the one that was spoken of: "make it 430 actually", "könnten wir lieber 16:30 sagen?".
_CHANGES = re.compile(
    r"(?:^\W*|[,;:.!?–—-]\s+|\b(?:let['’]?s|let us|shall we|(?:can|could|may|might) (?:we|you)|(?:have|need|want) to|must|please|better|but|so|and|then) )(?:(?:maybe|perhaps|please|rather|better) )?make it(?: at)?\s*$"
    r"|\b(?:lieber|doch eher|stattdessen|besser)(?: (?:um|auf|ab|gegen))?\s*$|\b(?:plutôt|finalement)(?: (?:à|vers))?\s*$",
    re.IGNORECASE,
)
_MADE_SO = re.compile(r"\s*make it\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|cannot|never|unable|nicht|kein\w*|pas)\b|n['’]t\b", re.IGNORECASE)
_PLACE = r"(?:at|in|here|bei|im|in der|à|au|chez|hier|ici)(?: (?:the|our|my|us|uns|unserem?|nous|la|le))?(?: [\w'’-]{2,20}){0,2}"
# Behind what was said for a reason, "Ida is stuck in Leeds tomorrow, Monday 10am?"; of a list of days each may suit.
_NEAR = 300
_COMMA = re.compile(
    r"^(?!.*\b(?:free|available|could|can|do|works?|suits?|or|either|frei|zeit|passt|oder|libre|disponible|ou)\b).*(?P<mark>[,;.!?]\s|\s[–—-]\s)[^,;–—!?]*$",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = re.compile(
    rf"\W*(?:(?:works?|suits?|be|ok(?:ay)?|good|fine|for you|with you|you|instead|then|passen|recht|gut|convenir|bon)\b\W*){{0,4}}(?:{_PLACE})?\W*\?+\W*(?:[\w'’-]{{1,20}}(?:\W{{1,3}}|$)){{0,4}}",
    re.IGNORECASE,
)


def is_asked_barely(slot: Slot, scene: Scene) -> bool:
    """Whether somebody whom the candidate knows from a process asks about a day and hour and says nothing else of it."""
    statement = scene.said[slot.statement]
    if not (scene.known and scene.human and scene.sender in scene.employers) or slot.start <= scene.at:
        return False
    return is_bare(slot, statement)


def is_changed_barely(slot: Slot, scene: Scene) -> bool:
    """Whether somebody of a known process puts an hour in the place of another in a word or two: "make it 4:30, actually"."""
    statement = scene.said[slot.statement]
    if not (scene.known and scene.human and scene.sender in scene.employers) or slot.start <= scene.at:
        return False
    text = statement.text
    made_so = _MADE_SO.match(text, slot.begin)
    before = text[: made_so.end() if made_so else slot.begin]
    return _CHANGES.search(before) is not None and _DENIES.search(before) is None


def is_bare(slot: Slot, statement: Statement) -> bool:
    """Whether a sentence asks about a day and hour and says nothing else of it: "Monday 7 December at 10am?"."""
    text = statement.text
    first = max(0, slot.begin - _NEAR)
    comma = _COMMA.search(text[first : slot.begin])
    begin = first + comma.end("mark") if comma else 0
    times = [one for one in statement.times if one.start is not None and one.begin >= begin]
    if len(times) != 1 or times[0].begin != slot.begin or times[0].grain not in CLOCK_GRAINS or is_bare_clock(times[0]):
        return False
    return bool(_BEFORE.fullmatch(text, begin, times[0].begin) and _BEHIND.fullmatch(text, times[0].stop))
