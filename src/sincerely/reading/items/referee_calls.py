"""Referees whom nobody asks for: a mail tells that they were called, or will be, or asks for leave to call them."""

from __future__ import annotations

import re
from collections.abc import Sequence

# "I shall ring your referees", "we have now spoken to both", "hab mit deinem alten Meister telefoniert".
_CALLS = re.compile(
    r"\b(?:(?:contact|call|ring|approach|chas)(?:e|ing|ed)?(?! (?:details?|info|numbers?|data|address(?:es)?)\b)|phon(?:e|ing|ed)(?! numbers?\b)|called|rang|rung|spoken? (?:to|with)|speaking (?:to|with)|talked to|reach(?:ed|ing)? out|(?:take|taking|took|taken) up|"
    r"(?<!you )(?:had|have|having) a (?:word|call|chat) with|a (?:ring|call)|bell|(?:started|begun|completed|done|finished) (?:our |the |your )?reference|"
    r"(?:do|does|doing|run|running|make|making) (?:(?:our|the|your|some|all) )*(?:reference|ref) (?:checks?|calls?)|"
    r"(?:come|came|got|heard) back (?:to|from)|answered|replied|responded"
    r"|anrufe|anrufen|angerufen|rufe|rufen|rief|telefonier\w*|gesprochen|spreche|spricht|sprechen|sprach|erreicht|eingeholt|einholen|kontaktier\w*|gemeldet|befragt|getroffen|"
    r"geantwortet|ran|vorgeschwärmt|vollgeschwärmt|(?:liegen|liegt) (?:uns |mir )?(?:(?:inzwischen|nun|jetzt|bereits|schon) )?vor"
    r"|appel(?:er|ons|ions|le|lé|lerai|lerons)|joindre|joints?|contact(?:er|é|és|ons|erai|erons)|échangé|parlé|téléphon(?:er|é|ons)|coups? de fil|répondu|authentifi\w+)\b"
)
_REFEREES = re.compile(
    r"\b(?:referees?|references?|refs?|boss|bosses|gaffer|manager|employers?|head|supervisors?|colleagues?|archdeacon|"
    r"referenz\w*|auskünfte|auskunft|chefs?|chefin|vorgesetzte[nr]?|arbeitgebern?|meisters?|leiter|leiterin|leitung|führungskraft|ausbilder|ausbilderin|kolleg\w+|"
    r"références?|référents?|répondants?|anciens|ancienne?|employeurs?|collègues?|patrons?|supérieurs?|responsables?)\b"
)
# How somebody is asked to be named.
_NAMES = re.compile(
    r"\b(?:(?:send|email|mail|give|get|provide|supply|furnish|nominate|name|list|share|forward|submit|add|enter|upload|suggest|let|line|put|pass|pop|bring|drop|pick|need|needs|require[sd]?|want|wants|"
    r"missing|lack|lacks|obtain|complete|replace|(?:may|can|could|might) (?:we|i) have|have (?:the|two|three|2|3))\b(?:(?! know)[^;:?!]){0,80}\b(?:names?|numbers?|details|address(?:es)?|contacts?|info|information|referees?|"
    r"references?|refs|people|persons?|folks|someone|somebody|one|another|alternative|supervisors?|managers?|employers?|captains|humans)|(?:names?|numbers?|details)\b[^;:?!]{0,60}\bplease|which of|another|"
    r"(?:be)?nenn\w*|angeben|angabe|kontaktdaten|kontakte|lesquels?|laquelle|coordonnées|noms?|numéros?|adresses?|répondants|personnes|un autre|(?:file[rz]?|donne[rz]?|passe[rz]?) (?:moi|nous))\b"
)
_WHO = re.compile(r"\b(?:who|whom|qui|wen|wem|wer|welche[nr]?)\b")
_WHOEVER = re.compile(
    r"\b(?:supervisors?|managers?|somebody|someone|quelqu'un|namen?|nummern?|person|personen|jemand\w*|referenz|referenzen|referenzgebern?|vorgesetzte\w*|kolleg\w+|leiter\w*)\b"
)
_WANTED = re.compile(
    r"\b(?:do you have|have you got|is there|haben sie|hast du|avez vous|need|please|want|missing|bitte|geben|gib|gibst|schick\w*|senden|brauch\w*|bräuch\w*|benötig\w*|fehl\w*|bitten|hätte[n]? (?:wir|ich|gern)|nachzureichen|faut|manque|besoin|"
    r"two|three|zwei|drei|zweier|dreier|2|3)(?!\w)"
)
# "Dont deux supérieurs" is written out like "don't".
_DENIED = re.compile(
    r"\b(?:no need|not need|nothing|do not(?! (?:un|une|deux|trois|la|le|l|au)\b)|does not|not necessary|no (?:further|more|other)|not be|never|already|"
    r"nicht|kein\w*|nichts|schon|bereits|pas|aucun\w*|rien|déjà)\b"
)
# "The people you named", "den du aufgeschrieben hast": they are known.
_KNOWN = re.compile(
    r"\b(?:you|your form)\b[^,;:?!]{0,20}\b(?:named|gave|given|listed|put|provided|supplied|sent|mentioned|on your form)\b|\bon your (?:form|cv|application)\b|"
    r"\b(?:angegeben|aufgeschrieben|genannt|genannten|que (?:tu|vous) (?:as|avez)|indiqués|laissés)\b"
)

# "We will give your referees a ring", "please give them a nudge".
_A_RING = re.compile(r"\b(?:give|giving|gave)\b[^,;:?!]{0,40}\ba (?:ring|call|shout|nudge|heads)\b")
# "Kindly furnish two", "two will do", "merci d'en indiquer deux"; "two of your referees" are known.
_COUNT = r"\b(?:two|three|2|3|zwei|drei|deux|trois)\b(?! (?:of (?:your|the)|weeks?|days?|hours?|minutes?|months?|wochen|tagen?|jours|semaines)\b)"
_SO_MANY = re.compile(
    rf"\b(?:please|kindly|list|furnish|supply|get|after|indiquer|indiquez|fournir|fournissez|communiquer|communiquez|citer|citez|avez vous)\b[^,;:?!]{{0,40}}{_COUNT}"
    rf"|{_COUNT} (?:will|would) (?:do|be (?:enough|plenty|fine))\b"
)
# "Let me have them by Friday", "add them in the portal", "your references, please".
_HAND_OVER = re.compile(
    r"\b(?:(?:let (?:me|us) have|add|list|enter|upload|update) (?:them|yours|those)|get yours|(?:references|referees) ,? ?please)\b"
)
# "Ask your referees to complete it", "can your manager call me": that is the reader's to bring about; to expect a call is not.
_THEIR_DEED = re.compile(
    r"\b(?:ask|get|have|chase|remind|nudge|arrange for|can|could) (?:(?:both|one|all) (?:of )?|(?:both |one |all )?(?:of )?(?:your|the) (?:\w+ )?)"
    r"(?:referees?|references?|managers?|boss|supervisors?|employers?|other)\b(?! (?:know|to (?:expect|know|be))\b)"
)


def is_told(sentences: Sequence[str]) -> bool:
    """Whether a mail tells of calling referees, and asks for none.

    Args:
        sentences: the mail's, plain.
    """
    calls = any(_CALLS.search(text) and _REFEREES.search(text) for text in sentences)
    return calls and not any(_asks(text) for text in sentences)


def _asks(text: str) -> bool:
    """Whether a sentence asks for somebody to be named."""
    wanted = _WANTED.search(text)
    names = _NAMES.search(text) or (_WHOEVER.search(text) and wanted) or (_WHO.search(text) and (wanted or "?" in text))
    if any(pattern.search(text) for pattern in (_SO_MANY, _HAND_OVER, _THEIR_DEED)) and not _A_RING.search(text):
        return True
    return bool(names) and not _DENIED.search(text) and not _KNOWN.search(text) and not _A_RING.search(text)
