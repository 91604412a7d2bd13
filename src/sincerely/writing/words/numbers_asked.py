"""Numbers that are told, where a request files them under the paper that shows them: "your NMC PIN" is no certificate."""

from __future__ import annotations

import re

# The papers that bear a number, and what they are called: where one of these is asked for, it is sent.
_PAPERS = {
    "certificate": r"certificat|diploma|licen[cs]e|record|proof|degree|zeugnis|urkunde|nachweis|bescheinigung|zertifikat|diplôme|attestation|preuve",
    "id": r"passport|licen[cs]e|card|proof|ausweis\b|reisepass|führerschein|passeport|carte",
    "work-permit": r"permit|visa|proof|card|titel|erlaubnis|bescheinigung|permis|titre|carte",
}
_COPY = r"scan|cop(?:y|ies)|photo|kopien?|foto|abschrift|copie|scanné"
# Whom to call is asked of everybody, and so is a number of things.
_CALLS = r"(?:phone|telephone|mobile|cell|contact|fax|room|telefon|handy|mobil|zimmer|téléphone|portable|fixe)"
_NUMBER = {
    "en": re.compile(
        r"\b(?:your|and|or) (?P<said>(?:(?!(?:and|or|your|the|a)\b)[\w.-]{1,30} ){0,3}(?:PIN|number))\b(?! of\b)",
        re.IGNORECASE,
    ),
    "de": re.compile(r"\b(?:Ihre[rn]?|deine[rn]?) (?P<said>[\w-]{1,40}nummer)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:votre|ton) (?P<said>num[ée]ro(?: (?:de |d['’]|du )?(?!de\b|et\b)[\w.-]{1,30}(?: [A-Z]{2,8})?)?)",
        re.IGNORECASE,
    ),
}
_PLAIN = {"en": "my registration number", "de": "meine Registrierungsnummer", "fr": "mon numéro d'enregistrement"}
_MY = {"en": "my", "de": "meine", "fr": "mon"}


def number_asked(quote: str, item: str, language: str) -> str:
    """Return the number that a request asks for, such as "my NMC PIN"; empty where it asks for the paper itself.

    Args:
        quote: the words of the request.
        item: the item under which it is filed.
        language: of the mail that answers.
    """
    papers = _PAPERS.get(item)
    if papers is None:
        return ""
    for asked, pattern in _NUMBER.items():
        for found in pattern.finditer(quote):
            rest = quote[: found.start("said")] + quote[found.end("said") :]
            if re.search(_CALLS, found["said"], re.IGNORECASE) or re.search(f"{papers}|{_COPY}", rest, re.IGNORECASE):
                continue
            return f"{_MY[language]} {found['said']}" if asked == language else _PLAIN[language]
    return ""
