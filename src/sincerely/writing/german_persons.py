"""From a German note about somebody to a mail to them: ihre Art is Ihre Art, wie sie das erklärt is wie Sie das erklären."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """Who reads it.

    Attributes:
        formal: ``Sie``; else ``du``, and ``ihr`` for several.
        single: the note is about the reader alone, so that "sie" and "er" may be the reader.
        called: the reader's first name.
        met: they were in the interview themselves; a consultant, who was not, is told of others.
    """

    formal: bool = True
    single: bool = False
    called: str = ""
    met: bool = True

    def say(self, formal: str, informal: str) -> str:
        """Return the one or the other."""
        return formal if self.formal else informal


_VERB = {
    "hat": ("haben", "hast"), "ist": ("sind", "bist"), "war": ("waren", "warst"), "wird": ("werden", "wirst"),
    "kann": ("können", "kannst"), "hatte": ("hatten", "hattest"), "will": ("wollen", "willst"), "weiß": ("wissen", "weißt"),
    "spricht": ("sprechen", "sprichst"), "gibt": ("geben", "gibst"), "nimmt": ("nehmen", "nimmst"),
    "hält": ("halten", "hältst"), "sieht": ("sehen", "siehst"), "lässt": ("lassen", "lässt"), "hilft": ("helfen", "hilfst"),
    "trifft": ("treffen", "triffst"), "liest": ("lesen", "liest"), "denkt": ("denken", "denkst"), "fand": ("fanden", "fandest"),
    "darf": ("dürfen", "darfst"), "muss": ("müssen", "musst"), "mag": ("mögen", "magst"), "fragte": ("fragten", "fragtest"),
    "erklärte": ("erklärten", "erklärtest"), "sprach": ("sprachen", "sprachst"), "leitet": ("leiten", "leitest"),
    "arbeitet": ("arbeiten", "arbeitest"), "entscheidet": ("entscheiden", "entscheidest"), "trägt": ("tragen", "trägst"),
    "geht": ("gehen", "gehst"),
}  # fmt: skip
_REGULAR = re.compile(r"(?P<stem>[a-zäöü]{3,})t$")
_PLURAL = re.compile(r"(?:\w{2,}(?:en|ern|eln)|sind)$")
_PLURAL_DU = {
    "haben": "habt",
    "sind": "seid",
    "waren": "wart",
    "werden": "werdet",
    "können": "könnt",
    "wollen": "wollt",
}
_SUB = re.compile(r"^(?P<wh>wie|dass|was|warum|wo|ob) (?P<who>\w+)\b(?P<rest>.*?)(?P<verb>\w+)$")
_MAIN = re.compile(r"^(?P<who>sie|er|[A-ZÄÖÜ]\w+) (?P<verb>\w+)\b(?P<rest>.*)$")
_HER = re.compile(r"^(?P<who>ihr|ihre|ihren|ihrem|ihrer|sein|seine|seinen|seinem|seiner)\b")


def to_reader(text: str, reader: Reader) -> str:
    """Turn a note towards its reader, where the verb's form is sure; else leave it as it is."""
    if not reader.met:
        return text
    possessive = _HER.match(text)
    if possessive:
        return _possessive(text, possessive["who"], reader)
    for shape in (_SUB, _MAIN):
        found = shape.match(text)
        if found:
            turned = _turned(found, reader)
            if turned:
                return turned
    return text


def _possessive(text: str, who: str, reader: Reader) -> str:
    ending = who.removeprefix("ihr").removeprefix("sein")
    if who.startswith("sein") and not reader.single:
        return text
    if reader.formal:
        return f"Ihr{ending}{text[len(who) :]}"
    if reader.single:
        return f"dein{ending}{text[len(who) :]}"
    return f"{'eur' if ending else 'euer'}{ending}{text[len(who) :]}"


def _turned(found: re.Match[str], reader: Reader) -> str:
    who, verb = found["who"], found["verb"]
    several = who == "sie" and bool(_PLURAL.match(verb))
    about = reader.single and (who in {"sie", "er"} or (reader.called and who == reader.called))
    if several:
        said, form = ("Sie", verb) if reader.formal else ("ihr", _PLURAL_DU.get(verb) or re.sub(r"e?n$", "t", verb))
    elif about:
        said, form = ("Sie" if reader.formal else "du"), _second(verb, reader)
    else:
        return ""
    if not form:
        return ""
    if "wh" in found.re.groupindex:
        return f"{found['wh']} {said}{found['rest']}{form}"
    return f"{said} {form}{found['rest']}"


def _second(verb: str, reader: Reader) -> str:
    if verb in _VERB:
        return _VERB[verb][0 if reader.formal else 1]
    regular = _REGULAR.match(verb)
    if not regular or verb.endswith(("tt", "et")):
        return ""
    stem = regular["stem"]
    plural = f"{stem}n" if stem.endswith(("er", "el")) else f"{stem}en"
    return plural if reader.formal else f"{stem}t" if stem.endswith(("s", "ß", "z", "x")) else f"{stem}st"
