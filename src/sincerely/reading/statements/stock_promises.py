"""Promises in the words that everybody has for them: "we will be in touch by Friday", "die Entscheidung verschiebt sich auf Mittwoch"."""

from __future__ import annotations

import re

from .statement import Statement

_SOON = r"[^.?!;:]{0,30}?"
_ENGLISH = (
    rf"\b(?:we|i)(?:['’]ll| will| shall| expect to| aim to| plan to| should)\b(?! not\b){_SOON}\b(?:be in touch|be back in touch|get back to you|come back to you|let you know|have (?:a|an|our|the|your) (?:final )?(?:decision|answer)|make (?:a|our|the) (?:final )?decision|reach a decision|give you (?:a|an|our) (?:final )?(?:answer|decision|update))\b"
    rf"|\byou(?:['’]ll| will| should| can expect to)\b{_SOON}\bhear (?:back )?from (?:us|me)\b"
    r"|\b(?:decision|answer)\b(?: (?:has|have|had|is|was|will|has been|had to be|being|been|got|to be))* (?:pushed|delayed|postponed|put back|slipped|slips|moved)\b"
    r"|\b(?:pushed?|delay(?:ed)?|postponed?|put back|moved?) (?:back )?(?:the|our|their|that) (?:final )?decision\b"
)
_GERMAN = (
    rf"\b(?:wir|ich) (?:melden?|meld) (?:uns|mich)\b|\bmelden? (?:wir uns|ich mich)\b|\b(?:wir|ich) geben? (?:ihnen|dir)\b{_SOON}\bbescheid\b|\bgeben? (?:wir|ich) (?:ihnen|dir)\b{_SOON}\bbescheid\b"
    r"|\b(?:hören sie|sie hören|du hörst|hörst du)\b[^.?!;:]{0,25}?\bvon (?:uns|mir)\b"
    r"|\bentscheidung\b(?: [^\s.,;?!:]+){0,3}? (?:verschiebt|verzögert) sich\b|\b(?:verschiebt|verzögert) sich (?:leider |noch )?(?:die|unsere) entscheidung\b"
    r"|\bentscheidung\b(?: [^\s.,;?!:]+){0,4}? (?:verschoben|vertagt)\b|\b(?:die|unsere|eine) entscheidung (?:fällt|treffen wir|kommt)\b"
)
_FRENCH = (
    r"\b(?:nous|je) (?:vous|te) (?:recontact\w+|rappeller\w+|tiendr\w+ (?:au courant|informée?))\b|\b(?:nous|je) (?:reviendr\w+|reven\w+|reviens) vers (?:vous|toi)\b"
    rf"|\b(?:nous|je) (?:vous|te) (?:donner|fer)\w+{_SOON}\b(?:réponse|retour)\b|\b(?:vous|tu) aur(?:ez|as){_SOON}\b(?:réponse|retour)\b"
    r"|\bdécision\b(?: (?:est|sera|a été|a dû être|finale|donc))* (?:reportée|repoussée|décalée|retardée)\b|\b(?:repouss|report|décal)(?:é|er|ons|ent) (?:la|leur|notre) décision\b"
)
_PROMISE = re.compile(f"{_ENGLISH}|{_GERMAN}|{_FRENCH}", re.IGNORECASE)
# "Je reviens vers vous au sujet de notre rendez-vous de jeudi", "ich melde mich wegen Freitag": the writer does so now.
_NOW = re.compile(
    r"\b(?:vers (?:vous|toi)|meld\w* (?:uns|mich|wir uns|ich mich)) (?:(?!bis\b|d['’]ici\b|by\b)[^\s.,;?!:]+ ){0,3}?(?:au sujet|concernant|à propos|suite|pour|car|wegen|bezüglich|zu|zum|zur|aufgrund|weil|da|aus|nach)\b",
    re.IGNORECASE,
)
# Where something must come first, or where nothing will come, no day is promised; and "if all goes well" leaves it open.
_OPEN = re.compile(
    r"\b(?:if|unless|once|should you|when you|as soon as|provided|not|never|wenn|falls|sofern|sobald|sollten|nicht|nie|kein\w*|si|dès que|lorsque|quand|pas|jamais|sauf)\b|n['’]t\b",
    re.IGNORECASE,
)


def is_stock_promise(statement: Statement) -> bool:
    """Whether a sentence says in so many words when the house decides or writes; its day is another matter."""
    text = statement.sentence.text
    found = _PROMISE.search(text)
    if found is None or text.rstrip().endswith("?") or _OPEN.search(text):
        return False
    return _NOW.search(text) is None
