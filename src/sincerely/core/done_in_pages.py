"""What a program says once something was done in its pages: "your test has been submitted", "Assessment completed"."""

from __future__ import annotations

import re
from functools import lru_cache

# Between an item and what was done may stand what it was for, and nothing that is another thing than the item.
_FOR = (
    r"(?:\W+(?!(?:that|which|who|link|invitation|results?|report|feedback|deadline|date|time|slot|request|account"
    r"|registration|section|part|but|and|aber|und|mais|et|dass?|welche[rns]?|einladung|ergebnis\w*|frist|termin|qui"
    r"|que|résultats?|you|ihnen|dir|vous|te)\b)\w+){0,9}?\W+"
)
_YOUR = (
    r"\b(?:your|ihre?n?|deine?n?|votre|vos|ton|tes|the|das|der|die|le|la|les)\W+(?:(?!(?:of|from|to)\b)\w+\W+){0,2}?"
)
_PUT_IN = (
    r"(?:(?:has|have|was|were) (?:(?:now|just|successfully) )?(?:been )?(?:successfully )?"
    r"(?:submitted|completed(?! by (?!you\b))|received|recorded|sent(?: off)? to (?!you\b|your\b))"
    r"|(?:wurden?|ist|sind) (?:(?:von (?:ihnen|dir)|(?!ihnen\b|dir\b)\w+) ){0,3}"
    r"(?:abgeschlossen|eingereicht|übermittelt|abgesendet|eingegangen|gespeichert|empfangen)"
    r"|(?:a|ont) (?:bien )?été (?:bien )?"
    r"(?:enregistrée?s?|reçue?s?|soumise?s?|terminée?s?|validée?s?)"
    # What was only sent may have been sent to the candidate.
    r"|(?:a|ont) (?:bien été|été bien) (?:envoyée?s?|transmise?s?)"
    r"|(?:est|sont) (?:bien )?(?:terminée?s?|enregistrée?s?))\b"
)
# The same as a heading.
_PUT = (
    r"(?:submitted|completed?|received|finished|abgeschlossen|eingereicht|eingegangen|übermittelt|envoyée?s?"
    r"|terminée?s?|reçue?s?|enregistrée?s?)"
)
_YOU_DID = (
    r"\byou(?: have|['’]ve) (?:(?:now|just|already|successfully) ){0,2}(?:completed|submitted|finished)\W+"
    r"(?:(?!(?:parts?|sections?|half|steps?|first|of|out|similar|another|previous|other)\b)\w+\W+){0,3}?"
)
_SIE_HABEN = r"\b(?:sie haben|du hast)\W+(?:\w+\W+){0,2}?"
_HABEN_SIE = r"(?:abgeschlossen|eingereicht|absolviert|beendet|übermittelt|abgesendet)\b"
_VOUS_AVEZ = (
    r"\b(?:(?:vous avez|tu as) (?:bien )?|merci d['’]avoir )"
    r"(?:terminé|passé|complété|soumis|envoyé|finalisé|réalisé)\W+(?:\w+\W+){0,2}?"
)
# What such programs call whatever was made, and what they call an interview that nobody else was at.
_MADE = r"submissions?|solutions?|responses|einreichung|lösung(?:en)?|abgabe"
_RECORDED, _REFERENCES = "video-interview", "references"
_INTERVIEW = r"interviews?"
_LEFT_IN = (
    r"(?:(?:has|have|was) (?:(?:now|just|successfully) )?(?:been )?(?:successfully )?(?:submitted|received|recorded)"
    r"|wurden? (?:\w+ ){0,2}(?:eingereicht|übermittelt|abgesendet))\b"
)
# What is still to be done: "once you have completed the test", "your test has not been submitted"; or not as it should.
_NOT_DONE = re.compile(
    r"\b(?:not|no|never|missing|yet|still|once|when|until|if|unless|before|after|please|should|must|would|confirm|ensure"
    r"|sure|check|but|only|unfortunately|incomplete|partly|nur|aber|leider|hälfte|teilweise|unvollständig|mais|seulement"
    r"|malheureusement|nicht|kein\w*|noch|nachdem|sobald|wenn|falls|bitte|pas|encore|dès|si|lorsque|quand|après|veuillez)\b"
    r"|n['’]t\b|\?",
    re.IGNORECASE,
)
# What follows is about something else.
_CLAUSE_ENDS = re.compile(r"[.;!:]|,(?!\W*(?:but|aber|mais)\b)|\b(?:and|und|et)\b")
# So much of a sentence is looked at.
_LONGEST = 600


def done_in_pages(key: str, words: str, sentence: str) -> bool:
    """Whether a program's sentence says that an item was done in its pages, and not "once it has been submitted".

    Args:
        key: the item, from `items.item_key`.
        words: the pattern of its names.
        sentence: the program's.
    """
    return _is_done(_done(key, words), sentence)


def work_done_in_pages(sentence: str) -> bool:
    """Whether a program says that work was handed in without naming it: "Your submission has been received"."""
    return _is_done(_done("", _MADE), sentence)


def _is_done(pattern: re.Pattern[str], sentence: str) -> bool:
    found = pattern.search(sentence[:_LONGEST])
    if found is None:
        return False
    ends = _CLAUSE_ENDS.search(sentence, found.end())
    return _NOT_DONE.search(sentence[: ends.start() if ends else _LONGEST]) is None


@lru_cache(maxsize=128)
def _done(key: str, words: str) -> re.Pattern[str]:
    ways = [
        rf"{_YOUR}(?:{words})(?!\w){_FOR}{_PUT_IN}",
    ]
    if key != _REFERENCES:
        # One reference that is there is one of several.
        ways.append(rf"^\W*(?:(?!new\b|neue|nouv)\w+ ){{0,2}}?(?:{words}) (?:successfully |erfolgreich )?{_PUT}\W*$")
    if key:
        ways += [
            rf"{_YOU_DID}(?:{words})(?!\w)",
            rf"{_SIE_HABEN}(?:{words})(?!\w){_FOR}{_HABEN_SIE}",
            rf"{_VOUS_AVEZ}(?:{words})(?!\w)",
        ]
    if key == _RECORDED:
        # An interview that "was submitted" was held with a camera.
        ways += [rf"{_YOUR}{_INTERVIEW}{_FOR}{_LEFT_IN}", rf"^\W*{_INTERVIEW} submitted\W*$"]
    return re.compile("|".join(ways), re.IGNORECASE)
