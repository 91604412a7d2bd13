"""A referee's answer: yes, you may name me; or no."""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.core import events
from sincerely.reading.statements.scene import Found, Scene
from sincerely.reading.statements.telling import NOTICED, Teller

# How likely it is that who was asked agrees by words that may be of anything: it is asked.
_PERHAPS = 0.45
_DO = r"(?:do (?:it|that|this|so)|help(?: out| you)?(?= ?[.!,;-]|$)|oblige|be (?:a|your|one)|act as|give (?:you|one|them|her|him)|speak|talk|chat|vouch|recommend|put in a word|take (?:the|a|their|her|his) call)"
_YES = re.compile(
    rf"\b(?:happy|glad|delighted|pleased|honou?red|love|willing) to {_DO}\b|\b(?:tell|let|have|get) (?:her|him|them|the\w*) (?:to )?(?:ring|call|phone|e-?mail|contact|text) me\b"
    r"|\b(?:they|she|he) (?:can|may|could|should) (?:just |always |absolutely )?(?:ring|call|phone|e-?mail|contact) me\b"
    r"|\bmach(?:e)? ich (?:doch |natürlich |sehr |wirklich )?gerne?\b|\b(?:können|kann|dürfen|darf|sollen|soll) (?:mich |nur |gern[e]? |ruhig |jederzeit |einfach |sich ){0,4}(?:anrufen|melden)\b|\bgib (?:ihnen |ihr |ihm )?(?:ruhig |gern[e]? )?meine nummer\b"
    r"|\b(?:ils|elles?|on|il) (?:peu(?:t|vent)|n ont qu a|n a qu a) m ?['’]? ?(?:appeler|écrire|contacter|joindre)\b|\bje (?:le |te le )?fer(?:ai|ais) (?:ça )?(?:avec plaisir|volontiers)\b"
)
# Nothing but a yes.
_SHORT = 9
_BARE_YES = re.compile(
    r"^(?:hi|hello|hey|hallo|hoi|salut|bonjour|coucou|lieb\w+|ch[eè]re?)?[\w ,]{0,20}?\b(?:yes|yep|yeah|sure|of course|absolutely|definitely|no problem|no worries|with pleasure|gladly|ja|klar|natürlich|selbstverständlich|sehr gerne?|gerne?|kein problem"
    r"|oui|bien sûr|avec plaisir|volontiers|pas de (?:souci|soucis|problème)|sans problème|d'accord)\b"
)
_REFERENCE = re.compile(r"\b(?:refe?re|recomm|empfehl|auskunft|référen|répond|vouch)", re.IGNORECASE)
_OF_SEARCH = re.compile(
    rf"{_REFERENCE.pattern}|\b(?:jobs?|appl(?:y|ied|ication)|interview|candidate|hiring|bewerb|stelle\b|arbeitgeber|emploi|poste\b|candidature|recrut)",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^(?:(?:re|aw|antw|sv|fwd?|wg|tr) ?: ?){1,9}", re.IGNORECASE)
_NO = re.compile(
    r"\b(?:can ?not|not|never|no longer|rather|unable|afraid|unfortunately|leider|nicht|kein(?! problem)\w*|lieber|ungern|malheureusement|désolée?|hélas|ne|pas(?! de (?:souci|soucis|problème)))\b"
)


def answer(teller: Teller) -> Found | None:
    """Return whether a referee agrees or declines; None for any other mail."""
    agreed, declined = teller.likely("agreed"), teller.likely("declined")
    scene = teller.scene
    if not scene.human or scene.sender in scene.employers - scene.referees or scene.invitations:
        return None  # who fixes an interview says no more than that
    if max(agreed, declined) < NOTICED:
        return _perhaps(teller) if scene.sender in scene.awaited else None
    what, event = ("declined", events.Declined) if declined > agreed else ("agreed", events.Agreed)
    told = event(at=scene.at, who=scene.who())
    found = teller.news("other", told, teller.where(what), max(agreed, declined)).found
    # Where it is known who was asked, somebody else who names no reference may agree to anything.
    anything = (scene.referees and _is_of_anything(scene)) or (
        scene.sender in scene.awaited and _has_its_own_subject(scene)
    )
    return replace(found, certain=False) if anything else found


def _is_of_anything(scene: Scene) -> bool:
    """Whether somebody who was not asked writes, and neither that mail nor what it answers speaks of a reference."""
    if scene.sender in scene.referees | scene.awaited:
        return False
    return _REFERENCE.search(f"{scene.letter.subject}\n{scene.reply}\n{scene.quoted}") is None


def _has_its_own_subject(scene: Scene) -> bool:
    """Whether a mail that answers none of the search's is headed by something else: a referee is a friend, too."""
    if scene.answers or not _REPLY.sub("", scene.letter.subject).strip():
        return False
    return _OF_SEARCH.search(f"{scene.letter.subject}\n{scene.reply}\n{scene.quoted}") is None


def _perhaps(teller: Teller) -> Found | None:
    """Return that somebody who was asked may have agreed: in a word or two, without a subject or what they answer."""
    said = [" ".join(statement.words) for statement in teller.scene.said]
    index = next((at for at, words in enumerate(said) if _YES.search(words) and not _NO.search(words)), -1)
    whole = " ".join(said)
    if index < 0 and len(whole.split()) <= _SHORT and _BARE_YES.search(whole) and not _NO.search(whole):
        index = 0
    if index < 0 or _has_its_own_subject(teller.scene):
        return None
    told = events.Agreed(at=teller.scene.at, who=teller.scene.who())
    return teller.news("other", told, index, _PERHAPS).found
