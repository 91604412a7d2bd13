"""Words that stand where an employer's name may, and are none: a kind of firm, an amount, a number, a place."""

from __future__ import annotations

import re

from sincerely.reading.scoring.role_words import is_worker

from .house_names import HOUSE, pack

# "Logistikunternehmens" says what a client is, and not which; "Bauunternehmen Huber" is a name.
_KIND = (
    r"(?:\w*(?:unternehmen|konzern|hersteller|betrieb|verband|dienstleister|anbieter|zulieferer|händler|produzent|"
    r"marktführer|mittelständler|arbeitgeber|auftraggeber|mandant|kunde)(?:e?[ns]|es)?|\w*firma|\w*(?:gesellschaft|gruppe)"
    r"|(?:company|firm|business|manufacturer|organi[sz]ation|employer|client|retailer|provider|start-?up|charity)"
    r"|(?:société|entreprise|groupe|structure|établissement|employeur|client|industriel|acteur|cabinet|pme|eti))"
)
_OF_A_KIND = re.compile(
    rf"(?:an?|une?|eine[rmns]?|ein|des|unser\w*|our|my|notre) (?:[\w-]{{2,24}} ){{0,3}}{_KIND}\b(?!(?-i: [A-ZÀ-Þ]))",
    re.IGNORECASE,
)
# In the genitive, or so long: "Kunde" and "Gruppe" may be what a house calls itself.
_ONE_WORD = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß-]{2,}(?:unternehmens?|konzerns?|herstellers?|dienstleisters?|anbieters?|zulieferers?|händlers?|produzenten|betrieb(?:e?s))"
    r"|(?:Unternehmens?|Konzerns?|Herstellers?|Mandanten|Auftraggebers?|Arbeitgebers?)"
)
# A name begins with no article in small letters but "la", "le" and the like.
_ARTICLE = re.compile(r"(?:an?|une?|eine[rmns]?|ein) |(?:Eine[rmns]) ")
_AMOUNT = re.compile(r"(?:(?:CHF|EUR|USD|GBP|AUD|CAD|NZD)(?![A-Za-z])|[£€$])[\s.]?\d")
_NUMBER = re.compile(
    r"(?:vacancy|ref(?:erence|erenz)?|req(?:uisition)?|job|posting|kennziffer|stellennummer|position|référence|poste|offre)"
    r"[\s.:#№-]{0,3}(?:(?:no|nr|number|id|n°)[\s.:#№-]{0,3})?[A-Z]{0,4}\d[\d/.-]{2,12}",
    re.IGNORECASE,
)
# At a subject's head stands what became of an appointment: "Confirmed: interview on Monday".
_STATE = re.compile(
    r"(?:re)?(?:confirmed|confirmation|updated?|rescheduled|changed|cancell?ed|cancell?ation|reminder|invitation|accepted|declined|scheduled|new (?:event|meeting|interview))"
    r"|bestätigt|bestätigung|aktualisiert|geändert|verschoben|abgesagt|erinnerung|einladung|zusage|absage"
    r"|confirmée?|confirmation|modifiée?|reportée?|déplacée?|annulée?|rappel",
    re.IGNORECASE,
)


def is_no_house(name: str) -> bool:
    """Whether a name is of no house at all: it says what kind of firm one is, how much is paid, or an opening's number."""
    return (
        _OF_A_KIND.match(name) is not None
        or _ONE_WORD.fullmatch(name) is not None
        or _ARTICLE.match(name) is not None
        or _AMOUNT.match(name) is not None
        or _NUMBER.fullmatch(name) is not None
        or _STATE.fullmatch(name) is not None
    )


# "The region of Zug" is where a client sits; "Region Hannover" is a house that writes itself.
_REGION = re.compile(r"(?:Region|Raum|Großraum|Grossraum|Greater|Région|Standort|Nähe) (?=[A-ZÀ-Þ])")


# One is in a region, or from there; a house of that name writes, and somebody works for it.
_AT_PLACE = re.compile(
    r"\b(?:in|im|aus|from|within|across|around|near|nahe|en|dans|zone|ort:|location:|lieu:)(?: (?:the|der|dem|la|le))?\s+$",
    re.IGNORECASE,
)


def begins_as_region(name: str) -> bool:
    """Whether a name says of itself that it may be a region's: "Raum Celle", "Greater Anglia"."""
    return _REGION.match(name) is not None


def is_region(name: str, text: str) -> bool:
    """Whether a name says where an agency's client is to be found, and not what it is called: "Greater Anglia"."""
    if not begins_as_region(name):
        return False
    if name.startswith(_ONLY_PLACES):
        return True
    at = [match.start() for match in re.finditer(re.escape(name), text)]
    return not at or any(_AT_PLACE.search(text[max(0, one - _BEFORE) : one]) for one in at)


_ONLY_PLACES = ("Raum ", "Großraum ", "Grossraum ", "Nähe ")


# Of a house one is "at", "bei", "chez" it; "in" is of a place, but for what one is interested in.
_IN = re.compile(
    r"(?<!interest )(?<!interested )(?<!interesse )(?<!stake )\b(?:in|aus|nach|near|nearby|around|en|à|standort|ort:|location:|lieu:)\s+$"
    r"|\b(?:[A-Z]{1,2}-)?\d{4,5}\s+$",
    re.IGNORECASE,
)
_TO_HOUSE = re.compile(
    r"\b(?:candidature|postulé|postulez|intérêt|merci|bienvenue|welcome|join\w*) à\s+$", re.IGNORECASE
)
_ALONE_BEFORE = re.compile(r"(?:^|\n)[ \t]*$")
_BEHIND_COMMA, _ENDS = re.compile(r"[^\W\d_],[ \t]+$"), re.compile(r"[ \t]*(?:\n|$|[-–—|(])")
_OF_HOUSES = re.compile(
    rf"\b(?:{HOUSE}|Stadt|Gemeinde|Kanton|Land|Kreis|Landkreis|City|County|Town|Council|University|Universität|Klinikum|Spital)\b"
)
_BEFORE, _LONGER_BEFORE = 24, 48
_TWO_WORDS = re.compile(r"(?:Bad|Sankt|St\.?|Saint|San|Santa|New|Port|Mount|Fort|Los|Las|Le|La) \w+")


def is_only_a_place(name: str, text: str) -> bool:
    """Whether a text speaks of nothing but a place by a name: one is "in" it, or it stands behind a postal code.

    Args:
        name: as the text has it; of one word, or of two as "Bad Ischl": houses that have two are called by what they are.
        text: subject, reply and signature.
    """
    if (" " in name and not _TWO_WORDS.fullmatch(name)) or _OF_HOUSES.search(name):
        return False
    strong = False
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        line_ends = _ENDS.match(text, match.end()) is not None
        if _IN.search(before) and not _TO_HOUSE.search(before):
            strong = True
        elif not line_ends or not (_ALONE_BEFORE.search(before) or _BEHIND_COMMA.search(before)):
            return False
    return strong


# "Technician for Kent", "Außendienst für Nordhessen", "technicien pour la Loire": what one works for is told otherwise, and
# what one is glad of, or good for, is a house.
_FOR = re.compile(
    r"(?P<work>[\w-]+),? (?:für|for|pour)(?: (?:die|den|das|the|la|le|l['’]))?(?P<area> (?:raum|region|région|gebiet|area))?\s+$",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"\w*(?:dienst|vertrieb|service|betreuung|montage|wartung|sales|maintenance|ventes?)", re.IGNORECASE
)


def is_where_one_would_work(name: str, text: str) -> bool:
    """Whether a candidate's own mail has a name only as that of the region for which somebody is looked for.

    Args:
        name: as the text has it; of a title's end, "Außendienst Nordhessen", the last word counts.
        text: subject and reply; at the end of a line a title may have it once more.
    """
    if _OF_HOUSES.search(name) or (" " in name and name in text.partition("\n")[2]):
        return False
    return _is_only_for(name.rsplit(maxsplit=1)[-1], text)


def _is_only_for(name: str, text: str) -> bool:
    strong = False
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = text[max(0, match.start() - _LONGER_BEFORE) : match.start()]
        found = _FOR.search(before)
        if found is not None and (found["area"] or is_worker(found["work"]) or _OF_WORK.fullmatch(found["work"])):
            strong = True
        elif _ENDS.match(text, match.end()) is None:
            return False
    return strong


def is_spelled_by(label: str, name: str) -> bool:
    """Whether a domain's own name and a house's share what they are called by, or its initials."""
    slug, packed = pack(label), pack(name)
    initials = "".join(word[0] for word in name.lower().split())
    return bool(slug and packed) and (packed in slug or slug in packed or slug == initials)


# A shorter word may be part of many.
_LONG_WORD = 5


def shares_word(label: str, name: str) -> bool:
    """Whether a domain's own name and a house's have a word in common, or spell each other."""
    slug = pack(label)
    return is_spelled_by(label, name) or any(
        len(word) >= _LONG_WORD and word in slug for word in map(pack, name.split())
    )
