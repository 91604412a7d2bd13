"""The shapes of places in mails: streets by country, rooms, floors, buildings, offices, and how they stand in a row.

Parts of a regular grammar, without lookbehind and without nested repetition: the work grows with the text's length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CAP = r"[A-ZÀ-ÖØ-Þ][\w'’&-]{0,30}\.?"
_NAMES = rf"{CAP}(?:\s(?:(?:of|the|and|am|an|der|de|du|des|la|le|les|sur)\s)?{CAP}){{0,3}}"
_NUMBER = r"\d{1,5}[A-Za-z]?(?:\s?[-–/]\s?\d{1,5}[A-Za-z]?)?"
WAYS = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Square|Sq|Place|Court|Way|Drive|Quay|Wharf|Row|Terrace|Gardens?|Crescent|Close|Hill"
    r"|Boulevard|Blvd|Parade|Mews|Yard|Walk|Gate|Embankment|Broadway|Parkway|Pkwy|Highway|Hwy|Plaza|Green|Park|Grove|Rise|Bridge"
    r"|Circus|Esplanade|Strand|Pike|Market|Bank|Dock|Docks)"
)
_STREETS = (
    # 9 Long Lane, 14 Queen Square, 40 Vestry Street, 1900 E 6th St
    rf"{_NUMBER},?\s(?:(?:{CAP}|of|the|\d{{1,3}}(?:st|nd|rd|th))\s){{1,4}}{WAYS}\b\.?(?:\s(?:NW|NE|SW|SE|N|S|E|W)\b)?",
    # Unit 7 Tannery Road
    rf"(?:Unit|Suite)\s\d[\w.-]{{0,5}},?\s(?:{CAP}\s){{1,4}}{WAYS}\b\.?",
    # Hauptstraße 5; Lange Straße 12a; Am Wall 3, An der Alster 14
    r"[A-ZÄÖÜ][\w-]{1,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|graben|steig|kai)\s\d{1,4}\s?[a-z]?\b",
    rf"(?:{CAP}\s){{1,3}}(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Chaussee|Markt)\s\d{{1,4}}\s?[a-z]?\b",
    rf"(?:Am|An\s(?:der|den)|Im|In\s(?:der|den)|Zum|Zur|Auf\s(?:dem|der)|Unter\sden|Hinter\s(?:dem|der)|Vor\s(?:dem|der))\s(?:{CAP}\s){{1,2}}\d{{1,4}}\s?[a-z]?\b(?!\s?(?:Uhr|[:.]\d))",
    # 12 rue des Lilas, 3 bis avenue de l'Europe
    rf"\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|quai|impasse|allées?|chemin|route|cours|square|passage|faubourg|esplanade)(?:\s(?:d['’]|l['’])?(?:de\sl['’]\w{{1,30}}|du|des|de|la|les?|{CAP})){{1,5}}",
)
_ID = rf"(?:[A-Z]{{0,3}}\d[\w.-]{{0,6}}\b|[A-Z]\b|{CAP})"
_ROOMS = (
    rf"(?:(?:[Mm]eeting|[Cc]onference|[Ii]nterview|[Ss]eminar|[Tt]raining|[Cc]ommittee|[Ll]ecture)\s)?[Rr]oom\s(?!For\b|To\b|And\b|The\b|Service){_ID}",
    r"[Bb]oardroom(?:\s(?:[A-Z]|\d{1,3})\b)?",
    rf"(?:[Bb]esprechungs|[Kk]onferenz|[Ss]itzungs|[Ss]eminar|[Ss]chulungs)?[Rr]aum\s{_ID}",
    rf"(?:Zimmer|Büro)\s[A-Z]?\d[\w.-]{{0,6}}\b|(?:[Ss]alle\s(?:de\sréunion\s)?|Saal\s){_ID}|[Bb]ureau\s[A-Z]?\d[\w.-]{{0,6}}\b",
    r"(?:Suite|Unit|Studio|Lab|Ward|Theatre)\s\d[\w.-]{0,5}\b",
)
_FLOORS = (
    r"(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)|[Gg]round|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Tt]op)\s[Ff]loor\b",
    r"[Ff]loor\s\d{1,2}\b|[Ll]evel\s\d{1,2}\b(?=\s?[,.;)]|$|\n|\s(?:of|Board|Room))",
    r"\d{1,2}\.\s?(?:OG|UG|Stock|Etage|Obergeschoss|Stockwerk)\b|Erdgeschoss\b|\bEG\b",
    r"\d{1,2}(?:er|ère|e|ème)\sétage\b|(?:au\s)?rez-de-chaussée\b",
)
_KINDS = (
    r"(?:House|Building|Centre|Center|Tower|Chambers|Hall|Library|Campus|Institute|Hospital|School|College|Clinic|Surgery|Hotel"
    r"|Museum|Church|Depot|Mill|Wing|Town\sHall)"
)
_BUILDINGS = (
    rf"(?:{CAP}\s){{1,3}}{_KINDS}\b",
    r"(?:[Bb]uilding|[Bb]lock|Gebäude|Haus|Halle|[Bb]âtiment|Bau|Eingang|Aufgang|Pavillon)\s(?:[A-Z]?\d{1,3}[A-Z]?|[A-Z])\b",
)
_SITES = (
    r"(?:offices?|studios?|headquarters|HQ|premises|site|shop|store|showroom|branch|clinic|warehouse|workshop|plant|factory|school"
    r"|campus|depot|restaurant|salon|practice|surgery|yard|bakery|kitchen|head\soffice)"
)
# No town is called so: "at our office on Tuesday".
_DAYS = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,9}\b"
_OFFICES = (
    rf"[Oo]ur\s(?:(?:new|main|head|local|central|{CAP})\s){{0,3}}{_SITES}\b(?:\s(?:in|on)\s(?:the\s)?(?!{_DAYS}){_NAMES})?",
    rf"unser(?:em|er|en|e)\s(?:{CAP}\s)?(?:\w{{0,20}}(?:büro|standort|zentrale|sitz)|Büro|Geschäftsstelle|Niederlassung|Standort|Praxis|Werk|Zentrale|Haus|Filiale|Kanzlei|Werkstatt)\b(?:\s(?:in|im)\s(?:der\s)?{_NAMES})?",
    rf"(?:nos|notre)\s(?:locaux|bureaux|siège(?:\ssocial)?|agence|cabinet|atelier|magasin|établissement)\b(?:\s(?:de|à|d['’])\s?{_NAMES})?",
    r"(?:the\s)?[Mm]ain\s[Rr]eception\b",
)
_CODES = (
    r"(?:[A-Z][a-z]{1,20}\s){0,3}[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b",  # Leeds LS1 4AB
    r"(?:[A-Z][a-z]{1,20}\s){0,2}[A-Z]{2}\s\d{5}(?:-\d{4})?\b",  # NY 10013
    rf"(?:(?:D|A|CH|F|B|L)-)?\d{{4,5}}\s{_NAMES}",  # 80331 München
)


class Shape(NamedTuple):
    """A place found in a text.

    Attributes:
        begin: where it begins.
        stop: after its end.
        street: whether a street with its number is among it.
        exact: whether it is told to the house, the floor or the room, and not by a building's or an office's name alone.
    """

    begin: int
    stop: int
    street: bool
    exact: bool


def _any(*groups: tuple[str, ...]) -> str:
    return "|".join(f"(?:{shape})" for group in groups for shape in group)


_STRONG = _any(_STREETS, _ROOMS, _FLOORS, _BUILDINGS, _OFFICES)
_ANCHOR = re.compile(rf"(?<![\w-])(?:{_STRONG})")
_STREET = re.compile(rf"(?<![\w-])(?:{_any(_STREETS)})")
_EXACT = re.compile(rf"(?<![\w-])(?:{_any(_ROOMS, _FLOORS)})|\d")
# Parts that go on with a place whatever follows them.
_ALONE = re.compile(rf"(?:the\s)?(?:{_STRONG}|{_any(_CODES)})")
_SEGMENT = re.compile(rf"(?:the\s)?(?:{_STRONG}|{_any(_CODES)}|{_NAMES})")
_JOINT = re.compile(
    r",?\s?\(|,\s|\s[–-]\s|,?\s(?:in|on|at|im|in der)\s(?:the\s)?|\s(?:of|à|de)\s(?:the\s)?|\s\|\s|\s(?=[A-Z]{1,2}\d|Board|Room|Raum)"
)
_CLOSES = re.compile(r"\)")
_MOST, _FAR = 6, 120
# What stands behind a place after a comma and is none of it.
_NO_SEGMENT = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Diens|Mitt|Donners|Frei|Sams|Sonn)[a-z]{0,6}"
    r"|(?:Jan|Feb|Mar|Mär|Apr|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)[a-z]{0,8}|May|Mai|[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi"
    r"|Please|Bitte|Merci|We|I|You|The\s(?:interview|panel)|It|Kind|Best|Thanks|Wir|Ich|Sie|Nous|Je|Vous|Dr|Mr|Mrs|Ms|Herr|Frau|Mme|Parking"
    r"|Ask|If|When|Where|With|Microsoft|Zoom|Teams|Google|Webex)(?!\w)"
)


def shapes(text: str) -> list[Shape]:
    """Return the places of a sentence, each with the parts that stand with it in a row: room, building, street, town."""
    found: list[Shape] = []
    at = 0
    while (anchor := _ANCHOR.search(text, at)) is not None:
        stop = _rightwards(text, anchor.end())
        begin = _leftwards(text, anchor.start(), at)
        street = _STREET.search(text, begin, stop) is not None
        found.append(Shape(begin, stop, street, street or _EXACT.search(text, begin, stop) is not None))
        at = stop
    return found


def _rightwards(text: str, stop: int) -> int:
    """Return where the parts behind a place end."""
    for _ in range(_MOST):
        joint = _JOINT.match(text, stop)
        if joint is None or _NO_SEGMENT.match(text, joint.end()):
            break
        part = _SEGMENT.match(text, joint.end())
        # A bare name is a part of a place only where a mark ends it.
        if part is None or not (_is_bounded(text, part.end()) or _ALONE.match(text, joint.end())):
            break
        stop = part.end()
        if "(" in joint[0]:
            closed = _CLOSES.match(text, stop)
            if closed is None:
                return joint.start()
            stop = closed.end()
    return stop


def _is_bounded(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in ",.;:!?)\n" or text[at : at + 2] in {" (", " –", " -"}


def _leftwards(text: str, begin: int, least: int) -> int:
    """Return where the parts before a place begin: "Cedar House, 9 Long Lane"."""
    for _ in range(_MOST):
        if not text.endswith(", ", least, begin):
            break
        least = max(least, begin - _FAR)
        before = text[least : begin - 2]
        head = max(before.rfind(mark) for mark in (",", ":", " at ", " in ", " to ", ";", "(")) + 1
        piece = before[head:]
        bare = piece.strip()
        for word in ("at ", "in ", "to "):
            bare = bare.removeprefix(word)
        bare = bare.strip()
        part = _SEGMENT.fullmatch(bare) if bare else None
        if part is None or _NO_SEGMENT.match(bare):
            break
        begin = least + head + piece.find(bare)
    return begin
