"""What is asked for and handed in, by one name, and by the words in which an employer confirms that it came."""

from __future__ import annotations

import re
from functools import lru_cache

REFERENCES = "references"
# Work that is made for the employer takes longer than what lies on the shelf.
_MADE_WORK = ("test", "assessment", "assignment", "case-study", "challenge", "exercise", "presentation", "project",
              "take-home", "task")  # fmt: skip
_WORK = r"(?:tests?|assessments?|assignments?|challenges?|exercises?|tasks?|solutions?)|aufgaben?|lösung|exercices?"
# How the parts of a receipt name an item: "we have your references", "Ihr Zeugnis ist eingegangen". Only items whose
# word says nothing else: "your answer" may be anything.
_WORDS = {
    "writing-sample": r"writing samples?|arbeitsproben?",
    "references": r"references?|referees?(?:'s?|’s?)? (?:letters?|replies|answers)|referenzen|références",
    "transcript": r"transcripts?|(?:noten|leistungs)übersicht|relevés? de notes",
    "form": r"forms?|questionnaires?|formular|fragebogen|personalbogen|formulaire",
    "portfolio": r"portfolios?|mappe",
    "certificate": r"certificates?|diplomas?|zeugnisse?|diplômes?",
    "work-permit": r"work permit|visa|right[- ]to[- ]work (?:documents?|papers?)|arbeitserlaubnis|titre de séjour",
    "id": r"passport|(?:photo )?id|identity (?:card|document)|ausweis(?:kopie)?|pièce d'identité",
    "presentation": r"presentation|slides|präsentation|présentation",
    "case-study": r"case stud(?:y|ies)|fallstudie|étude de cas|" + _WORK,
    "take-home": r"take[- ]home(?: \w+)?|" + _WORK,
    "test": _WORK,
    "video-interview": r"(?:video|recorded|one[- ]way) (?:interview|answers|recording)s?|recordings?|videointerview",
    "resume": r"cv|curriculum vitae|r[eé]sum[eé]|lebenslauf",
    "cover-letter": r"cover(?:ing)? letter|anschreiben|lettre de motivation",
}

_CAME = re.compile(
    r"\b(?:received|arrived|came (?:in|through)|landed|have (?:got )?your|got your|safely|in hand|thank(?:s| you) for"
    r"|completed|completing|finished|eingegangen|angekommen|erhalten|bekommen|dank(?:e)? für|abgeschlossen|reçu[es]*"
    r"|parvenue?s?|merci (?:pour|de))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|no|never|missing|yet|still|once|when|until|if|unless|before|please|should|will|need|waiting|await\w*|without"
    r"|n't|nicht|kein\w*|fehl\w*|noch|sobald|wenn|bitte|pas|manque\w*|encore|dès|si|veuillez)\b|n['’]t\b",
    re.IGNORECASE,
)


def item_key(item: str) -> str:
    """Return an item's name in one spelling."""
    key = "-".join(item.casefold().replace("_", " ").replace("-", " ").split())
    return REFERENCES if key == "reference" else key


def is_made_work(item: str) -> bool:
    """Whether an item must be made first, such as a test or a case study."""
    return any(word in item_key(item) for word in _MADE_WORK)


def is_named(key: str, receipt: str) -> bool:
    """Whether the words of a receipt name an item.

    Args:
        key: from `item_key`; one that is not known here is named by its own words.
        receipt: the sentence in which an employer, or its program, says that something came.
    """
    return bool(receipt) and _words(key).search(receipt) is not None


def says_it_came(sentence: str) -> bool:
    """Whether a sentence says that something arrived or was done, and not that it is missing or still to come."""
    return _CAME.search(sentence) is not None and _NOT_YET.search(sentence) is None


@lru_cache(maxsize=128)
def _words(key: str) -> re.Pattern[str]:
    words = _WORDS.get(key.removesuffix("s"), _WORDS.get(key, re.escape(key).replace(r"\-", "[- ]")))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
