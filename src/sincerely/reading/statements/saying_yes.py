"""Whether the candidate says yes to an offer in so many words, or puts the answer off.

A warm word for an offer sounds like a yes, and a yes ends every other process. So it takes words that say it; where the
answer is still to come ("let me sleep on it", "you'll have my answer by Wednesday") nothing was said yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_GLAD = (
    r"(?:(?:hereby|gladly|happily|formally|gratefully|officially|really|very|so|more|than|just|am|would (?:be|like|love|\w+ be|also be)|will|happy|pleased|delighted|thrilled|glad|"
    r"honou?red|excited|overjoyed|proud|to|can|do|and|of course|absolutely|certainly|wholeheartedly) ){0,8}"
)
_JOB = r"(?:job|role|position|post|place|offer|opportunity|apprenticeship)"
_PAPER = r"(?:contract|offer(?: letter)?|letter|agreement|copy|paperwork|vertrag\w*|arbeitsvertrag\w*|exemplar\w*)"
# What else is accepted: a no, and a time.
_OTHER = (
    r"(?! (?:that|this)(?: [,.;!]|$)| (?:that|this|the|your|their|his|her)(?: \w+)? (?:decision|outcome|news|invitation|invite|slot|time|date|meeting|interview|call|apolog\w+|"
    r"criticism|feedback|calendar|terms of|cookies)\b| (?:the )?(?:interview|invitation|slot|cookies)\b| (?:an? )?offers? (?:of|at|from|above)\b| (?:\S )?\d)"
)
_YES = re.compile(
    rf"\b(?:i|we) {_GLAD}accept\b{_OTHER}"
    rf"|\b(?:happy|pleased|delighted|thrilled|glad|honou?red|excited) to accept\b{_OTHER}"
    rf"|\b(?:confirm|formal|official|this is) (?:\w+ )?my acceptance\b|\bmy (?:formal acceptance|acceptance (?:of|is))\b|\baccepted(?: ,)? with (?:pleasure|thanks|gratitude)\b"
    rf"|\bi {_GLAD}(?:take|have) (?:it(?! (?:from|up|to|away|into|as|easy|out|that|for granted)\b)|(?:the|this|your) {_JOB})\b"
    r"|\b(?:it is|it[’']?s|my answer is|the answer is|that is|so) (?:a |an )?(?:\w+ )?yes\b|\byes from me\b|\byes to (?:the|your|this) (?:\w+ )?(?:offer|job|role|position)\b"
    r"|\bi am in(?= [.!,]|$)|\bcount me in\b|\bi am on board\b"
    rf"|\bi would (?:\w+ )?(?:love|be (?:\w+ )?(?:delighted|happy|thrilled|honou?red|glad|pleased)) to (?:join (?:you|the|your)|come and work|take (?:it|the|this|up))\b"
    rf"|\bsigned {_PAPER}\b(?! (?:by|once|as soon|when|if)\b)|\b{_PAPER} (?:\w+ )?(?:signed|unterschrieben)\b|\bi (?:have )?(?:just )?signed (?:it|the|and)\b"
    # "Ich nehme an, dass …" takes nothing but a guess.
    r"|\bnehme\b(?: \w+){0,5}? (?:angebot|stelle|position|job|vertrag|platz|ausbildungsplatz|praktikumsplatz|es|sie|ihn)\b(?: \w+){0,6}? an(?= [.,!;:]| und\b| –|$)"
    r"|\b(?:angebot|stelle|position|job|platz|vertrag)\b(?: \w+){0,5}? (?:nehme ich(?: \w+){0,4} an\b|annehmen\b|anzunehmen\b)"
    r"|\bsage(?: \w+){0,4} zu(?= [.,!;:]| und\b| –|$)|\bmeine (?:\w+ )?zusage\b|\bich bin dabei(?= [.,!;:]|$)|^bin dabei\b|\b(?:ein|mein) (?:\w+ ){0,2}ja\b|\bunterschriebene\w* \w*vertrag\w*"
    r"|\bj['’] ?accepte\b(?! (?:\w+ )?(?:votre|cette|la|l['’]) ?(?:décision|invitation|entretien|réunion)\b)|\b(?:ravie?|heureux|heureuse|honorée?|plaisir|joie) (?:de vous confirmer mon accord|d['’] ?accepter)\b"
    r"|\bc['’] ?est (?:un (?:grand )?)?oui\b|\bma réponse est oui\b|\bje (?:la|le) (?:prends|veux)\b|\bcontrat signé\b|\bsigné le contrat\b"
)
# A yes under a condition, a question, or none at all.
_BUT = re.compile(
    r"\b(?:if|but|however|aber|allerdings|mais|unless|before|until|till|whether|provided|assuming|not|never|cannot|unable|regret|sadly|unfortunately|wenn|falls|sofern|bevor|ehe|sobald|ob|nicht|"
    r"leider|würde(?! mich)|si|s['’]il|avant|pas|malheureusement|lorsque|pourrais)\b|\?"
)
_MEANS_TO = r"\b(?:let me|will|would|want|need|must|like|going|shall|should|allow me|having|and|then|just|first|can i|may i|could i) (?:\w+ ){0,6}?"
_LATER = re.compile(
    r"\b(?:sleep on (?:it|this)|(?:think|talk|mull|look|go|read) (?:(?:it|this|things|everything|the \w+|that) )?(?:over|through|about)|think about|"
    r"(?:talk|speak|discuss|go over)\b(?: \w+){0,5}? (?:with|to) (?:my|her|him|them)|weigh (?:it|this|up)|digest|consider (?:it|this|your|the|my)|get back to you|"
    r"come back to you|(?:time|day|days|weekend|week|moment|bit) (?:\w+ )?to (?:think|consider|decide|read|review|digest|reflect)|(?:a (?:few|couple of)|some) (?:more )?(?:days|time)|more time|"
    r"(?:my|an|a|final) (?:\w+ )?(?:answer|decision|response|reply) (?:\w+ ){0,3}?(?:by|on|before|tomorrow|tonight|next|soon|shortly|once|as soon|when|after|until)|"
    r"answer (?:you )?(?:by|before|tomorrow|next|soon|shortly|once|after)|decide by|(?:will )?let you know (?:by|on|before|tomorrow|soon|shortly|once|as soon|when|after|my|what i|either)|"
    r"before i (?:say|sign|accept|decide|answer|commit|give|can)|give me (?:a|until|till|some|the)"
    r"|(?:darüber|drüber) (?:noch )?(?:\w+ ){0,2}(?:schlafen|nachdenken)|schlafe (?:\w+ ){0,3}(?:darüber|drüber)|überleg\w*|bedenkzeit|durch(?:zu)?lesen|bespreche\w*|besprechen|"
    r"melde mich|(?:gebe|geb|sage) (?:\w+ ){0,5}bescheid|(?:meine|eine) (?:\w+ )?(?:antwort|entscheidung|rückmeldung)|entscheide\w*|etwas zeit|(?:ein )?paar tage"
    r"|réfléchir|réflexion|en (?:parler|discuter)|relire|(?:reviens|reviendrai) vers|ma réponse (?:d['’]ici|avant|sous|demain|lundi|mardi|mercredi|jeudi|vendredi|la semaine)|quelques jours|"
    r"temps d[e'’]|répondrai|tiendrai (?:\w+ )?au courant)\b"
    rf"|{_MEANS_TO}(?:read|review|study|go over|look over|look at|check|run) (?:it|this|the|through|that|everything|my)\b"
)


def says_yes(said: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence says yes to an offer, without an if or a before.

    Args:
        said: the words of each sentence, in lower case, contractions written out.
    """
    return any(_YES.search(text) and not _BUT.search(text) for text in map(" ".join, said))


def puts_off(said: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence says that the answer is still to come. That one has slept on it is no such sentence."""
    return any(_LATER.search(text) for text in map(" ".join, said))


_OFFER = re.compile(
    r"\b(?:(?:your|the|this|job|formal|written|an|our|my) (?:\w+ )?offer|offer (?:of|letter|you|for)|(?:arbeits)?vertrag|vertrags?angebot|(?:stellen|job)angebot|"
    r"(?:ihr|das|euer|dein) (?:\w+ )?angebot|zusage|(?:votre|l['’]|une|cette) ?(?:offre|proposition)|promesse d['’]embauche|contrat)\b"
)


def is_about_offer(text: str) -> bool:
    """Whether a text, in lower case and written out, names an offer or its contract."""
    return _OFFER.search(text) is not None


__all__ = ["is_about_offer", "puts_off", "says_yes"]
