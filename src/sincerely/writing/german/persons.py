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
# Verbs that change their vowel, whatever stands before them: "mitnimmt" goes as "nimmt" does.
_STRONG = {
    "spricht": ("sprechen", "sprichst"), "gibt": ("geben", "gibst"), "nimmt": ("nehmen", "nimmst"), "hält": ("halten", "hältst"),
    "sieht": ("sehen", "siehst"), "lässt": ("lassen", "lässt"), "trägt": ("tragen", "trägst"), "fährt": ("fahren", "fährst"),
    "läuft": ("laufen", "läufst"), "schläft": ("schlafen", "schläfst"), "fällt": ("fallen", "fällst"), "lädt": ("laden", "lädst"),
    "wächst": ("wachsen", "wächst"), "isst": ("essen", "isst"), "gisst": ("gessen", "gisst"), "fiehlt": ("fehlen", "fiehlst"),
    "bricht": ("brechen", "brichst"), "wirft": ("werfen", "wirfst"), "schlägt": ("schlagen", "schlägst"),
    "fängt": ("fangen", "fängst"), "liest": ("lesen", "liest"), "hilft": ("helfen", "hilfst"),
}  # fmt: skip
# What ends as a verb does and is none, or is one of the past.
_NO_VERB = re.compile(
    r"(?:nicht|echt|recht|selbst|fast|erst|jetzt|meist|leicht|gut|nett|dort|oft|seit|mit|statt|hielt|trat|riet|bot|bat|tat|schritt"
    r"|lacht|fort|kompetent|interessant|charmant|intelligent|exzellent|spannt)$"
)
_SMALL_T = re.compile(r"\bund (?:\w+ )?(?P<verb>[a-zäöüß]+t)\b")
_SMALL_EN = re.compile(r"\bund (?:\w+ )?[a-zäöüß]+en\b")
_THEIRS = re.compile(r"\b(?P<who>ihr|sein)(?P<end>e[nmrs]?)?(?= (?:[a-zäöüß]+e[nmrs]? )?[A-ZÄÖÜ])")
_TO_ONESELF = re.compile(r"\b(?:Zeit|Mühe|Gedanken|gemerkt|überlegt|angehört|angeschaut|angesehen|notiert)\b")
_REGULAR = re.compile(r"(?P<stem>[a-zäöüß]{3,})t$")
_PLURAL = re.compile(r"(?:\w{2,}(?:en|ern|eln)|sind|tun)$")
_PLURAL_DU = {
    "haben": "habt",
    "sind": "seid",
    "waren": "wart",
    "werden": "werdet",
    "können": "könnt",
    "wollen": "wollt",
}
_SUB = re.compile(r"^(?P<wh>wie|dass|was|warum|wo|ob) (?P<who>\w+)\b(?P<rest>.*?)(?P<verb>\w+)$")
_SUB_HOW = re.compile(r"^(?P<wh>wie [a-zäöüß]+) (?P<who>sie|er|[A-ZÄÖÜ]\w+)\b(?P<rest>.*?)(?P<verb>\w+)$")
_MAIN = re.compile(r"^(?P<who>sie|er|[A-ZÄÖÜ]\w+) (?P<verb>\w+)\b(?P<rest>.*)$")
_HER = re.compile(
    r"^(?P<who>ihr(?! (?:habt|seid|macht|könnt|wollt|werdet|wart|lasst|gebt|nehmt|sagt|arbeitet|sucht|plant|dürft|müsst|zu\w*|bei|beim|alle|beide)\b)|ihre"
    r"|ihren|ihrem|ihrer|sein|seine|seinen|seinem|seiner)\b"
)


def to_reader(text: str, reader: Reader) -> str:
    """Turn a note towards its reader, where the verb's form is sure; else leave it as it is."""
    if not reader.met:
        return text
    if reader.single:
        # A note begins large on a telephone: "Sie hat gelacht" is of her, and "Sie haben" is said to the reader.
        text = re.sub(
            r"^(?:Sie|Er)(?= (?:hat|ist|war|kann|hatte|wird|will|weiß|nimmt|gibt)\b)", lambda m: m[0].lower(), text
        )
    parts = re.split(r"(,? und )(?=(?:dass|wie|sie|er)\b)", text, maxsplit=1)
    if len(parts) == _TWO_CLAUSES and len(text) <= _LONGEST:
        first, second = to_reader(parts[0], reader), to_reader(parts[2], reader)
        sure = second != parts[2] and (first != parts[0] or not re.search(r"\b(?:sie|er|ihr\w*)\b", parts[0]))
        return f"{first}{parts[1]}{second}" if sure else text
    possessive = _HER.match(text)
    if possessive:
        return _possessive(text, possessive["who"], reader)
    for shape in (_SUB, _SUB_HOW, _MAIN):
        found = shape.match(text)
        if found:
            turned = _turned(found, reader)
            if turned:
                return turned
    return text


_TWO_CLAUSES = 3
# What is longer is no note of a clause or two.
_LONGEST = 300


def polite(text: str, *, formal: bool) -> str:
    """Say "Ihre Offenheit" where a note says "eure" or "deine" and the mail says Sie; a verb of theirs stays as it is."""
    if not formal or re.search(r"\b(?:ihr|du) ", text):
        return text
    return _FAMILIAR.sub(lambda m: f"Ihr{m['end'] or ''}", text)


_FAMILIAR = re.compile(r"\b(?:[Ee]uer|[Ee]ur(?=e)|[Dd]ein)(?P<end>e[nmrs]?)?\b(?= (?:[a-zäöüß]+ )?[A-ZÄÖÜ])")


def of_one(text: str) -> bool:
    """Whether a note says of one woman what she does: "sie hat", and not "sie haben"."""
    for shape in (_SUB, _SUB_HOW, _MAIN):
        found = shape.match(text)
        if found and found["who"].casefold() == "sie" and not _PLURAL.match(found["verb"]):
            return bool(_second(found["verb"], Reader()))
    return False


def _possessive(text: str, who: str, reader: Reader) -> str:
    if who.startswith("sein") and not reader.single:
        return text
    ending = who.removeprefix("ihr").removeprefix("sein")
    return f"{_own(ending, reader, single=reader.single)}{_theirs(text[len(who) :], who[:3], reader, single=reader.single)}"


def _own(ending: str, reader: Reader, *, single: bool) -> str:
    if reader.formal:
        return f"Ihr{ending}"
    if single:
        return f"dein{ending}"
    return f"{'eur' if ending else 'euer'}{ending}"


def _theirs(rest: str, who: str, reader: Reader, *, single: bool) -> str:
    """Turn what else is theirs: "wie sie ihr Team führt" is "wie Sie Ihr Team führen"."""
    return _THEIRS.sub(lambda m: _own(m["end"] or "", reader, single=single) if m["who"][:3] == who else m[0], rest)


def _turned(found: re.Match[str], reader: Reader) -> str:
    who, verb, rest = found["who"], found["verb"], found["rest"]
    several = who == "sie" and bool(_PLURAL.match(verb))
    about = (reader.single and who in {"sie", "er"}) or bool(reader.called and who == reader.called)
    if not (several or about) or _has_second(found, reader, several=several):
        return ""
    if several:
        said, form = ("Sie", verb) if reader.formal else ("ihr", _plural_du(verb))
    else:
        said, form = ("Sie" if reader.formal else "du"), _second(verb, reader)
    if not form:
        return ""
    rest = _theirs(rest, "sei" if who == "er" else "ihr", reader, single=not several)
    if not reader.formal:
        mine = "dir" if _TO_ONESELF.search(f"{rest} {verb}") else "dich"
        rest = re.sub(r"\bsich\b", "euch" if several else mine, rest)
    if "wh" in found.re.groupindex:
        return f"{found['wh']} {said}{rest}{form}"
    return f"{said} {form}{rest}"


def _has_second(found: re.Match[str], reader: Reader, *, several: bool) -> bool:
    """Whether a second verb would have to be turned too: what is not sure stays as it was noted."""
    rest = found["rest"]
    if several and reader.formal:
        return False
    if "wh" in found.re.groupindex and ("," in rest or any(word in _VERB for word in rest.split())):
        return True
    if re.search(r",.*\b(?:sie|er)\b", rest) or any(w in _VERB for w in re.findall(r"\bund (?:\w+ )?(\w+)", rest)):
        return True
    if several:
        return bool(_SMALL_EN.search(rest))
    second = _SMALL_T.search(rest)
    if (
        second
        and found["verb"] in {"hat", "hatte", "ist", "war"}
        and re.match(r"(?:\w{2,}?)?(?:ge|er|be|ver|ent|zer)\w+t$", second["verb"])
    ):
        return False  # "hat alles gezeigt und erklärt" has one verb of its own
    return bool(second and not _NO_VERB.search(second["verb"]) and not second["verb"].endswith(("iert", "bereitet")))


def _plural_du(verb: str) -> str:
    if verb in _PLURAL_DU:
        return _PLURAL_DU[verb]
    return (
        re.sub(r"en$", "et", verb) if re.search(r"(?:[dt]|[bdfgkpst][nm]|chn)en$", verb) else re.sub(r"e?n$", "t", verb)
    )


def _second(verb: str, reader: Reader) -> str:
    if verb in _VERB:
        return _VERB[verb][0 if reader.formal else 1]
    strong = next((end for end in _STRONG if verb.endswith(end)), "")
    if strong:
        return f"{verb.removesuffix(strong)}{_STRONG[strong][0 if reader.formal else 1]}"
    stretched = re.fullmatch(r"(?P<stem>[a-zäöüß]{2,}[td])et", verb)
    if stretched and not verb.endswith(("lachtet", "dachtet")):
        return f"{stretched['stem']}en" if reader.formal else f"{stretched['stem']}est"
    regular = _REGULAR.match(verb)
    if not regular or verb.endswith(("tt", "et")) or _NO_VERB.search(verb):
        return ""
    stem = regular["stem"]
    plural = f"{stem}n" if stem.endswith(("er", "el")) and not stem.endswith("ier") else f"{stem}en"
    return plural if reader.formal else f"{stem}t" if stem.endswith(("s", "ß", "z", "x")) else f"{stem}st"
