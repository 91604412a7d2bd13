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
    rf"(?! this(?: [,.;!]|$)| that\b(?! (?:\w+ )?{_JOB}\b)| (?:that|this|the|your|their|his|her|either|any|both|another|a|an)(?: \w+)? (?:decision|outcome|news|invitation|invite|slots?|times?|dates?|option|meeting|interview|call|apolog\w+|"
    r"criticism|feedback|calendar|terms of|cookies)\b| (?:the )?(?:interview|invitation|slot|cookies)\b| (?:the|your) (?:\w+ )?offer (?:to (?!join|work|become|be|start|take|come)|of an? (?:\w+ )?(?:call|meeting|chat|talk|visit|tour|interview|extension|lift|lunch|coffee)\b)| (?:an? )?offers? (?:of|at|from|above)\b| (?:\S )?\d)"
)
_PAPERS = r"(?:contract|offer|letter|agreement|paperwork|form of acceptance)"
_JOB_DE = r"(?:(?:stellen|job|vertrags)?angebot|stelle|position|job|vertrag|arbeitsvertrag|platz|ausbildungsplatz|praktikumsplatz)"
# Nothing but a yes, whatever else the mail leaves open.
_PLAIN = re.compile(
    r"\b(?:i|we) (?:(?:hereby|gladly|happily|formally|gratefully|officially|wholeheartedly|absolutely|therefore|do|very|so|and|of course) ){0,4}"
    rf"accept\b{_OTHER}|\b(?:writing|decided|pleasure|ready) to (?:\w+ ){{0,2}}?accept\b{_OTHER}|\band (?:hereby |gladly |happily )?accept (?:your|the|this) (?:\w+ ){{0,2}}?{_JOB}\b"
    r"|\b(?:formal|official|this(?: as)?|confirm|is) my (?:\w+ )?acceptance(?= [.,!]|$| of (?:the|your) )"
    rf"|\bi (?:have )?(?:just )?(?:signed (?:it|and (?:returned|sent|attached)|(?:the|your) (?:\w+ ){{0,2}}?{_PAPERS})|accepted (?:the|your) (?:\w+ )?offer(?= [.,!]| on| in| via|$))"
    rf"|\b(?:hiermit|gerne?|dankend) (?:\w+ ){{0,3}}?annehme(?= [.,!]| und\b|$)|\bich nehme (?:(?:sehr|gerne?|dankend|hiermit|natürlich|es|sie|ihn) ){{0,3}}an(?= [!.]|$)"
    r"|\b(?:mit (?:\w+ )?freuden?|gerne?|dankend|hiermit) nehme ich (?:\w+ ){0,2}?an(?= [.!]|$| und\b)|\b(?:ihnen|euch|dir) (?:zuzusagen|zusagen zu (?:können|dürfen))\b"
    rf"|\bnehme(?: \w+){{0,5}}? {_JOB_DE}\b(?: \w+){{0,6}}? an(?= [.,!;:]| und\b|$)"
    rf"|\b{_JOB_DE}\b(?: \w+){{0,4}}? (?:antreten werde|antrete)\b|\b{_JOB_DE} (?:habe ich |wurde )?(?:\w+ )?(?:unterschrieben|unterzeichnet)\b"
    r"|\bj['’] ?accepte (?:(?:donc|bien|volontiers|avec (?:\w+ )?(?:plaisir|joie|enthousiasme)) ){0,2}(?:votre|la|l['’]|le|ce|cette) ?(?:offre|proposition(?! de (?:rendez|date|créneau|report))|poste|contrat|promesse)\b"
    r"|\bje l['’] ?accepte\b|\bje prends (?:le poste|la place)\b|\bdonne mon accord(?= [.!]|$| pour (?:le poste|l['’] ?(?:offre|embauche)|votre (?:offre|proposition)))"
    r"|\bsigné (?:le|la|mon|ma|ce|cette|votre) (?:contrat|promesse|offre|proposition|lettre d)\b"
)
_YES = re.compile(
    rf"\b(?:i|we) {_GLAD}accept\b{_OTHER}|\b(?:like|love|want|wish|glad|going) to (?:\w+ )?accept\b{_OTHER}"
    r"|\bi (?:will be|am) (?:\w+ )?joining (?:you|the (?:team|company|firm)|your)\b(?! (?:\w+ ){0,3}?(?:call|interview|meeting|zoom|teams|lunch|visit|tour))"
    r"|^signed (?:and|,) (?:attached|returned|sent|dated|scanned)\b|\bje signe\b"
    r"|\band (?:\w+ )?accept(?= [.!]|$| with (?:\w+ )?(?:pleasure|thanks|gratitude|joy))|^accepted(?= [.!]|$| with)"
    r"|\b(?:happy|glad|delighted|thrilled|pleased|excited|proud) to (?:be able to )?say yes\b"
    rf"|\b(?:happy|pleased|delighted|thrilled|glad|honou?red|excited) to accept\b{_OTHER}"
    rf"|\b(?:confirm|formal|official|this is) (?:\w+ )?my acceptance\b|\bmy (?:formal acceptance|acceptance (?:of|is))\b|\baccepted(?: ,)? with (?:pleasure|thanks|gratitude)\b"
    rf"|\bi {_GLAD}(?:take|have) (?:it(?! (?:from|up|to|away|into|as|easy|out|that|for granted)\b)|(?:the|this|your) {_JOB})\b"
    r"|\b(?:it is|it[’']?s|my answer is|the answer is|that is|so) (?:a |an )?(?:\w+ )?yes\b|\byes from me\b|\byes to (?:the|your|this) (?:\w+ )?(?:offer|job|role|position)\b"
    r"|\bi am in(?= [.!,]|$)|\bcount me in\b|\bi am on board\b"
    rf"|\bi would (?:\w+ )?(?:love|be (?:\w+ )?(?:delighted|happy|thrilled|honou?red|glad|pleased)) to (?:join (?:you|the|your)|come and work|take (?:it|the|this|up))\b"
    rf"|\bsigned {_PAPER}\b(?! (?:by|once|as soon|when|if)\b)|\b{_PAPER} (?:\w+ )?(?:signed|unterschrieben)\b|\bi (?:have )?(?:just )?signed (?:it|and)\b"
    # "Ich nehme an, dass …" takes nothing but a guess.
    r"|\bnehme\b(?: \w+){0,5}? (?:angebot|stelle|position|job|vertrag|platz|ausbildungsplatz|praktikumsplatz|es|sie|ihn)\b(?: \w+){0,6}? an(?= [.,!;:]| und\b| –|$)"
    r"|\b(?:angebot|stelle|position|job|platz|vertrag)\b(?: \w+){0,5}? (?:nehme ich(?: \w+){0,4} an\b|annehmen\b|anzunehmen\b)"
    r"|\bsage(?: \w+){0,4} zu(?= [.,!;:]| und\b| –|$)|\bmeine (?:\w+ )?zusage\b|\bich bin dabei(?= [.,!;:]|$)|^bin dabei\b|\b(?:ein|mein) (?:\w+ ){0,2}ja\b|\bunterschriebene\w* \w*vertrag\w*"
    r"|\bj['’] ?accepte\b(?! (?:\w+ )?(?:votre|cette|la|l['’]|le|ce) ?(?:décision|invitation|entretien|réunion|rendez|créneau|horaire|date|refus|proposition de (?:rendez|date|créneau|report))\b)|\b(?:ravie?|heureux|heureuse|honorée?|plaisir|joie) (?:de vous confirmer mon accord|d['’] ?accepter)\b"
    r"|\bc['’] ?est (?:un (?:grand )?)?oui\b|\bma réponse est oui\b|\bje (?:la|le) (?:prends|veux)\b|\bcontrat signé\b|\bsigné le contrat\b"
)
# A yes under a condition, a question, or none at all.
_BUT = re.compile(
    r"\b(?:if|but|however|aber|allerdings|mais|unless|once|soon|hope|before|until|till|whether|provided|assuming|not|never|cannot|unable|regret|sadly|unfortunately|wenn|falls|sofern|bevor|ehe|sobald|ob|nicht|"
    r"leider|würde(?! mich)|si|s['’]il|avant|pas|malheureusement|lorsque|dès|pourrais)\b|\?"
)
_MEANS_TO = r"\b(?:let me|will|would|want|need|must|like|going|shall|should|allow me|having|and|then|just|first|can i|may i|could i) (?:\w+ ){0,6}?"
_LATER = re.compile(
    r"\b(?:sleep on (?:it|this)|(?:think|talk|mull|look|go|read) (?:(?:it|this|things|everything|the \w+|that) )?(?:over|through|about)|think about|"
    r"(?:talk|speak|discuss|go over)\b(?: \w+){0,5}? (?:with|to) (?:my|her|him|them)|weigh (?:it|this|up)|digest|consider (?:it|this|your|the|my)(?! (?:as )?(?:my|accepted|a (?:yes|done)))|get back to you|"
    r"come back to you|(?:time|day|days|weekend|week|moment|bit) (?:\w+ )?to (?:think|consider|decide|read|review|digest|reflect)|(?:a (?:few|couple of)|some) (?:more )?(?:days|time)|more time|"
    r"(?:my|an|a|final) (?:\w+ )?(?:answer|decision|response|reply) (?:\w+ ){0,3}?(?:by|on|before|tomorrow|tonight|next|soon|shortly|once|as soon|when|after|until)|"
    r"answer (?:you )?(?:by|before|tomorrow|next|soon|shortly|once|after)|decide by|(?:will )?let you know (?:by|on|before|tomorrow|soon|shortly|once|as soon|when|after|my|what i|either)|"
    r"(?:need|have|take|wait) (?:\w+ ){0,2}?(?:until|till)|bear with me|hear (?:back )?from me|(?:extend|push|move|postpone)\w* (?:\w+ ){0,3}?deadline|extension|"
    r"before i (?:say|sign|accept|decide|answer|commit|give|can)|give me (?:a|until|till|some|the)"
    r"|(?:darüber|drüber) (?:noch )?(?:\w+ ){0,2}(?:schlafen|nachdenken)|schlafe (?:\w+ ){0,3}(?:darüber|drüber)|überleg\w*|bedenkzeit|durch(?:zu)?lesen|bespreche\w*|besprechen|"
    r"melde? mich|(?:gebe|geb|sage|sag) (?:\w+ ){0,5}bescheid|(?:meine|eine) (?:\w+ )?(?:antwort|entscheidung|rückmeldung)|entscheide\w*|(?:etwas|bisschen|wenig|mehr) (?:mehr )?zeit|brauche (?:\w+ ){0,2}?bis|(?:zu oder ab|um (?:\w+ )?(?:geduld|aufschub))|frist (?:\w+ ){0,4}?verlänger\w*|"
    r"bis (?:\w+ ){1,3}?zeit|(?:ein )?paar tage"
    r"|réfléchir|réflexion|en (?:parler|discuter)|relire|(?:reviens|reviendrai) vers|ma réponse (?:d['’]ici|avant|sous|demain|lundi|mardi|mercredi|jeudi|vendredi|la semaine)|quelques jours|avoir jusqu|laisser jusqu|besoin de (?:\w+ ){0,2}?(?:temps|réflexion)|délai|"
    r"temps d[e'’]|répondrai|tiendrai (?:\w+ )?au courant)\b"
    rf"|{_MEANS_TO}(?:read|review|study|go over|look over|look at|check|run) (?:it|this|the|through|that|everything|my)\b"
)


def says_yes(said: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence says yes to an offer, without an if or a before.

    Args:
        said: the words of each sentence, in lower case, contractions written out.
    """
    return says_yes_plainly(said) or any(_YES.search(text) and not _BUT.search(text) for text in map(" ".join, said))


def says_yes_plainly(said: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence is nothing but a yes to an offer: "I accept", a signed contract; not only glad to join."""
    return any(_PLAIN.search(text) and not _BUT.search(text) for text in map(" ".join, said))


def puts_off(said: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence says that the answer is still to come. That one has slept on it is no such sentence."""
    return any(_LATER.search(text) for text in map(" ".join, said))


_OFFER = re.compile(
    r"\b(?:offer|offered (?:me|you|us) (?:the|a)|\w*vertrag|\w*angebot|anbieten|zusage|offre|proposition|promesse d['’] ?embauche|proposer (?:le|ce|un|une) (?:poste|place|contrat)|contrat)\b"
)


def is_about_offer(text: str) -> bool:
    """Whether a text, in lower case and written out, names an offer or its contract."""
    return _OFFER.search(text) is not None


__all__ = ["is_about_offer", "puts_off", "says_yes", "says_yes_plainly"]
