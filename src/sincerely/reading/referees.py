"""A referee's answer: yes, you may name me; or no."""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.core import events

from .scene import Found, Scene

_ASKED = re.compile(
    r"\b(?:reference|referee|references|referees|refer to you|recommend(?:er|ation)|put you down|vouch|referenz\w*|référence)\b",
    re.IGNORECASE,
)
_MY_ASKING = re.compile(
    r"\b(?:be|name|list|use|give|put|willing|act|serve|provide|write|have)\b[^.?!]{0,80}\b(?:reference|referee|references|referees|recommendation)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:of course|certainly|absolutely|by all means|gladly|happy to|glad to|happily|delighted|honou?red|my pleasure|with pleasure|sure"
    r"|yes|no problem|go ahead|you may|you can|feel free|i'd be|i would be|i'll be|count on me|pleased to|natürlich|gerne?|selbstverständlich"
    r"|bien sûr|avec plaisir|put me down|use my name|would love to)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:can(?:no|['’])t|cannot|unable|not able|not allowed|do(?:es)?n['’]t allow|do(?:es)? not allow|not permitted|rather not|not comfortable|afraid|must say no|have to say no"
    r"|have to decline|must decline|i decline|unfortunately|wouldn['’]t be|would not be|not the right person|not the best person|someone else"
    r"|somebody else|another person|better to ask|leider|malheureusement|don['’]t think i|do not think i|against (?:our|company) policy|won['’]t be able)\b",
    re.IGNORECASE,
)
_LOOK = 800


def answer(scene: Scene) -> Found | None:
    """Return whether a referee agrees or declines; None for any other mail.

    The candidate's own question must be what is answered: quoted, or in the subject.
    """
    asked = _MY_ASKING.search(scene.quoted[:1500]) or (scene.letter.in_reply_to and _ASKED.search(scene.letter.subject))
    if not asked or not scene.human or not scene.quotes_me:
        return None
    text = scene.reply[:_LOOK]
    yes, no = _YES.search(text), _NO.search(text)
    if not yes and not no:
        return None
    declined = no is not None and (
        yes is None or "not" in no[0].lower() or no.start() < yes.start() or _strong_no(text)
    )
    event = (events.Declined if declined else events.Agreed)(at=scene.at, who=scene.who(), confidence=0.93)
    shown = no if declined else yes
    index = next(
        (i for i, s in enumerate(scene.said) if s.sentence.begin <= (shown.start() if shown else 0) < s.sentence.stop),
        -1,
    )
    if index < 0:
        return Found(event)
    sentence = scene.said[index].sentence
    return Found(replace(event, quote=scene.reply[sentence.begin : sentence.stop]), sentence.begin, sentence.stop)


def _strong_no(text: str) -> bool:
    return (
        re.search(
            r"\b(?:say no|decline|not allow|n['’]t allow|rather not|can(?:no|['’])t be|not comfortable)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )
