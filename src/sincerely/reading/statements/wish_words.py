"""Stock sentences by which employers say how they want to be written to: only whom we choose hears, please do not call."""

from __future__ import annotations

import re

_CHOSEN = r"(?:short-?listed|successful|selected|suitable|chosen|qualified)"
_HEARS = r"(?:contact(?:ed)?|notif(?:y|ied)|inform(?:ed)?|hear|get (?:a|an) (?:reply|answer)|be in touch|reach(?:ed)?|repl(?:y|ied)|respond(?:ed)?|write)"
_SILENT = re.compile(
    # Only shortlisted candidates will be notified.
    rf"\bonly (?:the )?{_CHOSEN} (?:candidates?|applicants?|people|ones)\b[^.;!?]{{0,40}}?\b(?:will|shall|are|can)\b[^.;!?]{{0,20}}?\b{_HEARS}\b"
    # We will only be in touch if you have been selected; we shall reply only to those.
    rf"|\b(?:will|shall|can|['’]ll)(?: be able to)? (?:only {_HEARS}|{_HEARS} only)\b[^.;!?]{{0,30}}?\b(?:if (?:you|your application)|(?:those|candidates|applicants) (?:who|that|we|short|select|success|whose)|{_CHOSEN})"
    # If you do not hear from us by May, please assume that you were not successful.
    r"|\bif you (?:do not|don['’]t|have not|haven['’]t) (?:hear|heard|received?)\b[^.;!?]{0,80}?(?:\b(?:assume|consider|take it)\b[^.;!?]{0,60}?\b(?:unsuccessful|filled|taken|closed|declined|rejected|a no|no longer|someone else|elsewhere|(?:an)?other (?:candidate|applicant|person|people)s?|not (?:been |be |being )?(?:successful|short-?listed|selected|chosen|progress\w*|proceed\w*|considered|tak\w+|going|mov\w+|invit\w+|offer\w*))\b"
    r"|\b(?:not been|been un|were not|was not|are un|un)(?: ?)(?:successful|shortlisted|selected)\b)"
    # Nur wer in die engere Wahl kommt, hört von uns; sollten Sie bis Mai nichts von uns hören, gilt das als Absage.
    r"|\bnur (?:wer|die|bewerber\w*|kandidat\w*|personen|ausgewählte\w*|geeignete\w*)\b[^.;!?]{0,80}?\b(?:hört|hören|benachrichtigt|kontaktiert|angeschrieben|erhalten|erhält|bekommen|bekommt)\b[^.;!?]{0,20}"
    r"(?:(?<=hört)|(?<=hören)|(?<=benachrichtigt)|(?<=kontaktiert)|(?<=angeschrieben)|\b(?:nachricht|antwort|rückmeldung)\b| von uns\b)"
    r"|\bmelden (?:wir )?uns nur\b[^.;!?]{0,20}?\b(?:wenn|falls|bei)\b[^.;!?]{0,60}?\b(?:wahl|auswahl|erfolg\w*|interesse|einlad\w+|ausgewählt\w*|passe?n?|passt|positiv\w*|zusage|geeignet\w*|berücksichtig\w*|weiter\w*|kennen\w*)\b"
    r"|\b(?:sollten|wenn|falls|hören) sie\b[^.;!?]{0,60}?\b(?:nichts|keine (?:nachricht|antwort|rückmeldung|einladung))\b[^.;!?]{0,60}?\b(?:gehen sie (?:bitte )?davon aus|betrachten sie|gilt|konnten wir|haben wir uns)\b[^.;!?]{0,40}?"
    r"\b(?:nicht|absage|anderweitig|anders|abgelehnt|erledigt|gegen|vergeben|besetzt)\b"
    # Seules les personnes retenues seront contactées; nous communiquerons uniquement avec les personnes sélectionnées.
    r"|\bseul(?:e)?s? (?:les |l[ea] )?(?:personnes?|candidat\w*|candidatures?|profils?|dossiers?)\b[^.;!?]{0,80}?\b(?:sera|seront|recevr\w+)\b[^.;!?]{0,20}?(?:\b(?:contact|convoqu|avis|inform|jointe?)\w*|\b(?:réponse|retour|nouvelles)\b)"
    r"|\b(?:communiquerons|contacterons|répondrons|joindrons|communiquera|contactera)(?:-nous)?,? (?:uniquement|seulement|exclusivement|qu['’e])(?! ?(?:vos|tes) )"
    r"|\bsans (?:réponse|nouvelles?|retour|appel)\b[^.;!?]{0,80}?\b(?:considér\w+|n['’](?:a|aura) pas été reten\w+|comme (?:refusée|rejetée|non reten\w+))"
    r"|\ble silence gardé\b",
    re.IGNORECASE,
)
_NO_CALLS = re.compile(
    r"\b(?:please |kindly )(?:do not|don['’]t|refrain from) (?:call|phone|ring|telephone|(?:calling|phoning|ringing))\b(?! (?:on|in|for|into|off|back|it)\b)"
    r"|\bno (?:more )?(?:(?:phone|telephone) calls?|phoning|calls?),? (?:please|thank you|thanks)(?=\s*(?:[,.;!)–—-]|$))"
    r"|\b(?:bitte|kindly) (?:nicht|keinesfalls) (?:mehr )?(?:anrufen|telefonisch nachfragen)\b|\bbitte sehen sie von (?:anrufen|telefonischen (?:nach|rück)fragen) ab\b"
    r"|\bbitte rufen sie (?:uns |mich )?nicht an\b|\b(?:please |kindly )(?:do not|don['’]t) contact (?:us|me) by (?:tele)?phone\b"
    r"|\b(?:merci|prière) de ne pas (?:(?:nous|m['’]) ?)?(?:appeler|téléphoner)\b|\bil (?:n['’]est|ne sera) (?:pas )?répondu ni aux appels\b|\bil n['’]est pas répondu aux appels\b",
    re.IGNORECASE,
)


# Whose silence it is, and about what: "falls Sie keine Antwort geben", "assume that the interview goes ahead", "we will
# only contact your referees".
_OF_ELSE = re.compile(
    r"\b(?:still (?:in|being|under)|(?:assume|consider)(?: that)? (?:we are|we['’]re) (?:good|fine|on|all)|going ahead|(?:the|your|their) (?:\w+ )?(?:referees?|references?)"
    r"|(?:der|ihr|das) (?:termin|gespräch)|geben|von ihnen|rückfragen|fehl\w+|(?:votre|ta) part|(?:vos|tes|les) (?:références|référents)|du lieu)\b",
    re.IGNORECASE,
)
# "Please do not call before nine", "phone my mobile instead": at another hour, or elsewhere, it is welcome.
_CALLS_ELSE = re.compile(
    r"\b(?:before|until|till|between|after|during|unless|except|avant|jusqu\w*|pendant|bevor|vor|bis|während|außer|instead)\b|\b(?:call|phone|ring|try) (?:me|us|my|our)\b",
    re.IGNORECASE,
)
# "Don't call me Mrs Lee", "do not ring the front bell", "do not call Ida".
_NO_CALLING = re.compile(
    r"\s(?:me (?!(?:about|regarding|at|on|for|to|again|please|directly|or|and)\b)\w|the (?:\w+ )?(?:bell|buzzer|number|doorbell|ward)\b|(?-i:[A-Z][a-z]+))",
    re.IGNORECASE,
)
_NEAR, _FAR = 20, 60


def hears_nothing(text: str) -> bool:
    """Whether a sentence says that only whom they choose will hear: "Only shortlisted candidates will be notified"."""
    return any(_OF_ELSE.search(text, match.start(), match.end() + _NEAR) is None for match in _SILENT.finditer(text))


def wants_no_calls(text: str) -> bool:
    """Whether a sentence asks not to be called, at whatever hour."""
    return any(
        _NO_CALLING.match(text, match.end()) is None
        and _CALLS_ELSE.search(text, match.end(), match.end() + _FAR) is None
        for match in _NO_CALLS.finditer(text)
    )
