"""What is asked for and handed in, by one name, and by the words in which an employer confirms that it came."""

from __future__ import annotations

import re
from functools import lru_cache

from .done_in_pages import done_in_pages, work_done_in_pages

REFERENCES = "references"
# Work that is made for the employer takes longer than what lies on the shelf.
_MADE_WORK = ("test", "assessment", "assignment", "case-study", "challenge", "exercise", "presentation", "project",
              "take-home", "task")  # fmt: skip
_WORK = (
    r"tests?|assessments?|assignments?|challenges?|exercises?|einsendeaufgaben?|testaufgaben?|online-?tests?"
    r"|aufgaben?|exercices?|évaluations?"
)
# How a receipt names an item: "we have your references", "Ihr Zeugnis ist da". Only words that say nothing else.
_WORDS = {
    "writing-sample": r"writing samples?|arbeitsproben?",
    "references": r"references?|referenzen|références",
    "transcript": r"transcripts?|(?:noten|leistungs)übersicht|relevés? de notes",
    "form": r"forms?|questionnaires?|formular|fragebogen|personalbogen|formulaire",
    "portfolio": r"portfolios?",
    "certificate": r"certificates?|diplomas?|zeugnisse?|diplômes?",
    "work-permit": r"work permit|right[- ]to[- ]work (?:documents?|papers?)|share code|i-9"
    r"|arbeitserlaubnis|aufenthaltstitel|titre de séjour",
    "id": r"passport|photo id|identity (?:card|document)|ausweis(?:kopie)?|pièce d'identité",
    "presentation": r"presentation|slides|präsentation|présentation",
    "case-study": r"case stud(?:y|ies)|fallstudie|étude de cas|" + _WORK,
    "take-home": r"take[- ]home|" + _WORK,
    "test": _WORK,
    "video-interview": r"(?:video|recorded|one[- ]way|on[- ]demand|asynchronous)[- ](?:interview|answers|recording)s?"
    r"|recordings?|video-?interviews?|entretiens? (?:vidéo|différé)s?(?: différés?)?",
    "resume": r"cv|curriculum vitae|r[eé]sum[eé]|lebenslauf",
    "cover-letter": r"cover(?:ing)? letter|anschreiben|lettre de motivation",
}
# Between "received" and the item there are a few words, none of which says that it is about something else.
_FEW = (
    r"(?:\W+(?!(?:questions?|about|regarding|interest\w*|messages?|patience|appl\w+|concerning|only|but|nur|aber|fragen?"
    r"|starting|beginning|considering|results?|link|invitation|requests?|ergebnis\w*|résultats?"
    r"|mais)\b)\w+){0,3}?\W+"
)
_HAVE = (
    r"(?:received|(?<!à )(?<!à la )(?<!dès )(?<!après )(?<!attente de )(?<!à votre )réception de vo(?:s|tre)"
    r"|got your|(?:have|has|had) your|thank(?:s| you) for|receipt of|arrival of|erhalten|bekommen|danke? für"
    r"|eingang|reçu|merci (?:pour|de vo(?:s|tre)|d['’]avoir \w+))"
)
_CAME = (
    r"(?:(?:has|have|is|are|was|were) (?:(?:now|all|both|just|safely|also) )?(?:been )?(?:received|completed?|finished"
    r"|submitted|here|in|on file)|arrived|came|reached|landed|went through"
    r"|(?:ist|sind) (?:\w+ )?(?:vollständig|da)|liegt? (?:\w+ ){0,3}vor|liegen (?:\w+ ){0,3}vor"
    r"|eingegangen|angekommen|bekommen|erhalten|reçue?s?|parvenue?s?|arrivée?s?)"
)
_NOT_YET = re.compile(
    r"\b(?:not|no|never|missing|yet|still|once|when|until|if|unless|before|please|should|must|will|need|waiting|await\w*"
    r"|without|can|could|may|might|would|to be|outstanding|due|attached|link"
    r"|lost|blank|empty|unsigned|cut off|out of date|outdated|expired|incomplete|illegible|unreadable"
    r"|abgelaufen|veraltet|unvollständig\w*|unleserlich|périmée?s?|expirée?s?|incompl[eè]te?s?|illisibles?"
    r"|by (?:\w+day|tomorrow)|nicht|kein\w*"
    r"|fehl\w*|noch|brauch\w*|benötig\w*|kann|können|müss\w*|soll\w*|sobald|wenn|bitte|ausstehend|anbei|pas|manque\w*|encore|dès|si|pou[vr]\w+|peut|doit|devez|faut|veuillez|ci-joint\w*"
    # What the other one has, or got.
    r"|(?:you|sie|vous) (?:\w+ )?(?:have|haben|avez)|(?:have you|haben sie|avez-vous))\b|n['’]t\b",
    re.IGNORECASE,
)
# One of two is there, and the other one is not.
_PART = re.compile(
    r"\b(?:(?:only )?(?:one|1|some|part|half) of|(?:nur )?eine?[rns]? (?:von|ihrer|deiner|der)|l['’]une? de|une? de vos"
    r"|une partie)\b",
    re.IGNORECASE,
)
# What follows is about something else.
_CLAUSE_ENDS = re.compile(r"[.;,!:]|\b(?:and|und|et)\b")


@lru_cache(maxsize=4096)
def item_key(item: str) -> str:
    """Return an item's name in one spelling."""
    key = "-".join(item.casefold().replace("_", " ").replace("-", " ").split())
    return REFERENCES if key == "reference" else key


def is_made_work(item: str) -> bool:
    """Whether an item must be made first, such as a test or a case study."""
    return any(word in item_key(item) for word in _MADE_WORK)


def is_received(key: str, sentence: str, own: tuple[str, ...] = ()) -> bool:
    """Whether an employer's sentence says that an item came, by its name.

    Args:
        key: from `item_key`; an item that is not known here is named by its own words.
        sentence: its own words; "not yet", "please send" and "once we have" say that it did not.
        own: names in which the item's word means nothing: the employer's, the opening's title.
    """
    for name in own:
        if name:
            sentence = re.sub(re.escape(name), " ", sentence, flags=re.IGNORECASE)
    found = _says(key).search(sentence)
    if found is not None and _PART.search(sentence[: found.end()]):
        return False
    if found is None:
        return done_in_pages(key, words_of(key), sentence)
    ends = _CLAUSE_ENDS.search(sentence, found.end())
    clause = sentence[: ends.start() if ends else len(sentence)]
    if not clause.rstrip().endswith("?") and _NOT_YET.search(clause) is None:
        return True
    return done_in_pages(key, words_of(key), sentence)


def is_work_received(sentence: str) -> bool:
    """Whether a program says that work came, without its name: "Your submission has been received"."""
    return work_done_in_pages(sentence)


def says_received(sentence: str) -> bool:
    """Whether a sentence says of anything that is handed in that it came."""
    return is_work_received(sentence) or any(is_received(key, sentence) for key in _WORDS)


def words_of(key: str) -> str:
    """Return the pattern of an item's names."""
    return _WORDS.get(key) or _WORDS.get(key.removesuffix("s")) or re.escape(key).replace(r"\-", "[- ]")


@lru_cache(maxsize=128)
def _says(key: str) -> re.Pattern[str]:
    words = words_of(key)
    item = rf"(?<!\w)(?:{words})(?!\w)"
    return re.compile(rf"\b{_HAVE}{_FEW}{item}|{item}{_FEW}{_CAME}\b", re.IGNORECASE)
