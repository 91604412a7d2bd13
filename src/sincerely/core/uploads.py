"""What is to be handed in where they say, and in no mail: "upload it in our portal", "im Bewerberportal hochladen"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .events import Requested

_OF_THEIRS = (
    r"(?:candidate|applicants?|applications?|careers?|hiring|recruit\w+|online|web|internal|shared|secure|google"
    r"|dropbox)['’]?s?"
)
_PLACE = (
    r"(?:\w*portal|platform|website|workspace|dropbox|dashboard|bewerberbereich"
    rf"|{_OF_THEIRS} (?:system|account|profile|site|pages?|form|folder|drive|tool|area))"
)
# These are places only where something goes through them: what comes "in PDF form" or "on one page" goes into a mail.
_THROUGH = (
    r"\b(?:via|through|using|into|under|at|with)\b (?:the|our|your|this|that) (?:[\w-]+ ){0,3}"
    r"(?:link|url|form|page|site|system|account|profile|folder|drive)\b(?! (?:of|that|which|you)\b)"
)
_PLACE_DE = (
    r"(?:\w*portal|plattform|profil|konto|account|website|webseite|karriereseite|cloud|link|online-?formular"
    r"|bewerberbereich)"
)
_PLACE_FR = r"(?:portail|plateforme|compte|formulaire en ligne|lien|espace|site|dossier (?:partagé|en ligne)|profil)"
_UPLOAD = re.compile(
    r"\bupload(?:ing)?\b|\b(?:be|get|have (?:\w+ ){1,3}) ?uploaded\b"
    r"|\bhoch(?:zu)?laden\b|\b(?:lade|laden|lad|ladet)\b[^.;!?]{0,120}\bhoch\b|\bhochgeladen werden\b"
    r"|\btélévers(?:er|ez)\b|\btélécharg(?:er|ez)\b[^.;!?]{0,80}\b(?:sur|dans|via) (?:votre|notre|le|la|l['’]|ce)"
    rf"|\b(?:dépos|ajout)\w+\b[^.;!?]{{0,80}}\b(?:sur|dans|via)\b[^.;!?]{{0,30}}\b{_PLACE_FR}\b"
    r"|\b(?:submit|add|attach|complete|fill in|fill out|hand in|provide|enter)\b[^.;!?]{0,80}"
    rf"(?:\b(?:via|through|in|on|into|using|under|at)\b [^.;!?]{{0,30}}\b{_PLACE}\b|{_THROUGH})"
    r"|\b(?:submit|complete|fill in|fill out|hand in|enter)\b[^.;!?]{0,60}\bonline\b"
    rf"|\b(?:im|in|über|ins|via|unter|auf)\b[^.;!?]{{0,30}}\b{_PLACE_DE}\b[^.;!?]{{0,40}}"
    r"\b(?:einreichen|einzureichen|ausfüllen|auszufüllen|hinterlegen|einstellen|ergänzen|hinzufügen)\b"
    r"|\bremplir\b[^.;!?]{0,60}\ben ligne\b"
    # "Complete your form at https://…"; "you will get the form from Checkwell in a separate mail, please complete it".
    r"|\b(?:submit|complete|fill in|fill out|ausfüllen|remplir)\b[^.;!?]{0,80}[ (]https?://"
    r"|\b(?:get|receive|erhalten|bekommen|recevrez)\b[^.;!?]{0,40}\b(?:from|von|de|d'un)\b[^.;!?]{0,40}"
    r"\b(?:separate[rn]?|séparé)\b[^.;!?]{0,40}\b(?:complete|fill|ausfüllen|remplir)",
    re.IGNORECASE,
)
# A mail will do as well, or is what they want; and what they themselves have uploaded is no wish.
_BY_MAIL = re.compile(
    r"\b(?:e-?mails?|per mail|by mail|par mail|courriels?|reply|replying|antworten|anhang|en réponse)\b"
    r"|\b(?:send|schick\w*|sende\w*|zusenden|r?envoy\w+)\b[^.;!?]{0,60}\b(?:us|me|uns|mir|(?:nous|moi)\b|or|oder|ou)\b",
    re.IGNORECASE,
)
# What comes to the person apart is no way back, and what is returned is.
_APART = re.compile(
    r"\b(?:in|by|via|per|mit|par|dans) (?:an? |einer |un )?(?:separate[rn]? (?:e-?)?mail|(?:e-?)?mail séparé)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\breturn(?:ed|ing)? (?:it|them|to)\b|\b(?:send|bring|post|scan) (?:it|them) back\b"
    r"|\bzurück\w*|\brenvoy\w+|\bretourn\w+",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:we|i)(?:['’]ve| have| had| will|['’]ll)? (?:\w+ )?upload"
    r"|\b(?:wir|ich) (?:haben|habe|werden|werde)\b[^.;!?]{0,60}\bhoch"
    r"|\b(?:nous|j['’]) ?(?:avons|ai)\b[^.;!?]{0,40}\b(?:télé|dépos)"
    r"|\b(?:do not|don['’]t|cannot|can['’]t|nicht|ne) (?:\w+ ){0,3}(?:upload|hoch|télé)",
    re.IGNORECASE,
)
# So much of a sentence is looked at.
_LONGEST = 600


def are_uploaded(requests: Sequence[Requested]) -> bool:
    """Whether the last words that ask for something want it put where they say, and would take no mail."""
    return bool(requests) and is_uploaded(requests[-1].quote)


def is_uploaded(quote: str) -> bool:
    """Whether a sentence asks to put something into a portal or a form, and not by mail."""
    words = quote[:_LONGEST]
    if not _UPLOAD.search(words) or _BACK.search(words):
        return False
    return not (_BY_MAIL.search(_APART.sub(" ", words)) or _THEIRS.search(words))
