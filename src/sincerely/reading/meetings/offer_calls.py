"""A call in which an offer is told or talked through: nobody is interviewed then, and nobody thanked for an interview."""

from __future__ import annotations

import re

from sincerely.reading.statements.scene import Scene

_OFFER = (
    r"(?:(?:the|your|our|an|that|this|job|written|formal|details of (?:the|your|our)) ){0,3}(?:offer|package|contract)"
)
_ABOUT_OFFER = re.compile(
    rf"\b(?:(?:talk|walk|go|run|take)(?:ing)? (?:you |it |things )?(?:through|over)|discuss\w*|present\w*|(?:talk|call|chat|speak|questions?) (?:to you |with you )?about|share) {_OFFER}\b(?! (?:manager|management|negotiat))"
    r"|\boffer (?:call|chat|discussion|conversation)\b|\b(?:call|chat) to (?:make|extend) (?:you )?an offer\b"
    r"|\b(?:(?:das|unser|ihr|dein)\w* (?:\w*angebot|\w*vertrag)\w* (?:\w+ ){0,4}?(?:besprechen|durchgehen|durchsprechen|vorstellen|erläutern)|über (?:das|unser|ihr|dein)\w* (?:\w*angebot|\w*vertrag)\w* (?:\w+ ){0,3}?(?:sprechen|reden|telefonieren))\b"
    r"|\b(?:(?:discuter|parler|échanger) (?:de|au sujet de|sur) |(?:vous |te )?présenter |(?:re)?passer en revue )(?:l['’]|la |votre |ta |notre )(?:offre|proposition|contrat)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:(?:good|great|wonderful|fantastic|lovely|exciting|happy|brilliant|some|an?) news|news (?:for you|to share|:\))|gute (?:nachricht(?:en)?|neuigkeiten)|(?:schöne|tolle|erfreuliche) (?:nachricht(?:en)?|neuigkeiten)|bonnes? nouvelles?|excellentes? nouvelles?)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:call|ring|phone|chat|speak|talk|catch|anruf\w*|telefon\w*|sprechen|telefonat|appel\w*|téléphon\w*|parler|échanger)\b",
    re.IGNORECASE,
)
# With these somebody else is met, and something is still to be decided.
_ROUND = re.compile(
    r"\b(?:interview\w*|meet\w*|round|stage|steps?|panel|team|manager|director|lead|head|founders?|c[et]o|ceo|vp|hiring|present\w*|case|test|task|visit|on-?site|office|trial"
    r"|\w*gespräch\w*|kennenlern\w*|treffen|runde|chef\w*|leiter\w*|leitung|geschäftsführ\w*|probe\w*|hospit\w*|entretien\w*|rencontr\w+|tour|équipe|responsable|directeur|directrice|dirigeant\w*|suite)\b",
    re.IGNORECASE,
)
# Nobody tells news in so many words before the call.
_MOST = 60


def is_offer_call(scene: Scene) -> bool:
    """Whether a mail that names a time is about a call in which an offer is told, or the one that is held talked through."""
    text = scene.reply
    if _ABOUT_OFFER.search(text):
        return _INTERVIEWS.search(text) is None
    if not scene.human or sum(len(one.words) for one in scene.said) > _MOST:
        return False
    if not (scene.offered or _NEWS.search(f"{scene.letter.subject}\n{text}")):
        return False
    return _ROUND.search(text) is None and any(one.times and _CALL.search(one.text) for one in scene.said)


_INTERVIEWS = re.compile(
    r"\b(?:interview\w*|(?:vorstellungs|bewerbungs)gespräch\w*|entretien\w*)\b(?! (?:went|was|last|yesterday|today))",
    re.IGNORECASE,
)
