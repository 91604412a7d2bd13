"""Notes as people scribble them, made tidy and short enough for a sentence."""

from __future__ import annotations

import re

from .given_names import GIVEN

# First names that are words too: a capital at a note's beginning tells nothing of them.
_WORDS_TOO = frozenset(
    """art bill dan dawn dean dick drew frank grace guy hope jack jan joy june mark may pat penny ray rob rose said sue will ruby
    iris ivy miles eve faith heather holly lily olive poppy sandy""".split()
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ0-9\"“„])")
# People who type in a hurry begin small; "approx. three" and "St. Anna" end no sentence.
_SMALL_START = re.compile(r"(?<=[a-zäöüß]{4}[.!?])(?<!rox\.)(?<!dept\.)(?<!zirk\.)\s+(?=[a-zäöü])")
_BOTH = re.compile(
    r"^(?:they |sie )?(?:need|needs|want|wants|brauchen|suchen)\s*:\s*(?P<need>.+?)\s*[;,|/]\s*(?:me|i|ich)\s*:\s*(?P<deed>.+)$",
    re.IGNORECASE,
)
_NEED = re.compile(r"\s*(?:↔|<->|<=>|→|=>|->)\s*")
_FACES = re.compile(r"\s*(?:[:;]-?[)(DP]|<3|\(:|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+)(?=\s|$)")
# What stands in a form where somebody had nothing to say.
_NOTHING = re.compile(
    r"(?:n\.?\s?/?\s?a\.?|[-–—?.x/\s]*|none|nil|no|nope|nothing(?: \w+){0,2}|not (?:much|sure|a lot|really|applicable)(?: \w+)?"
    r"|don['’]?t know|dunno|no idea|idk|tbd|todo|can['’]?t remember|forgot|unclear|everything|all"
    r"|(?:mostly |only |just |some |a bit of )?(?:small ?talk|chit ?chat)"
    r"|nichts(?: \w+)?|keine?|nein|k\.?\s?a\.?|wei(?:ß|ss) (?:ich )?nicht|keine ahnung|nicht viel|unklar|alles|(?:nur )?small ?talk)",
    re.IGNORECASE,
)
# What is no matter for a thank-you, however it was noted: money, leave, gaps, what somebody fled from.
_PRIVATE = re.compile(
    r"(?:^(?:(?:about|my|the|their|good|great|decent|high|low|nice|das|mein|gutes|hohes) )*"
    r"(?:salary|wages?|pay|bonus|holidays?|vacation|annual leave|overtime|commute|parking|gehalt|urlaub|überstunden|parkplatz"
    r"|arbeitsweg)(?: (?:range|band|package|expectations?|£?\$?€?\d\S*|is|was|of|and)\b.*)?$"
    r"|\d+ (?:days?|weeks?|tage|wochen)['’]? (?:of )?(?:holidays?|vacation|leave|urlaub)\b"
    r"|\b(?:weakness(?:es)?|notice period|sick (?:leave|pay)|gaps? in (?:my|the) (?:cv|resume|résumé)|laid off|redundan\w+"
    r"|why I (?:left|leave|quit|want(?:ed)? to leave|was (?:let go|fired))|was fired|maternity|pregnan\w+"
    r"|near (?:my|our) (?:home|house|flat)|meinen? (?:schwächen?|lücken?)|lücken? im lebenslauf|gekündigt"
    r"|warum ich (?:gehe|gegangen bin|wechsle|gekündigt habe))\b)",
    re.IGNORECASE,
)
_CUTS = re.compile(r"\s*(?:;|\s[–—-]\s|,\s+(?:and|but|which|because|so|und|aber|weil|was)\b|,|\()")


def tidy(note: str) -> str:
    """Return a note in one line, without quotation marks around it and without a full stop at its end."""
    text = " ".join(note.split()).strip("•*- \t")
    if len(text) > 1 and text[0] in "\"“„'" and text[-1] in "\"”“'":
        text = text[1:-1].strip()
    return re.sub(r"[.;,:!\s]+$", "", _FACES.sub("", text))


def says_nothing(note: str) -> bool:
    """Whether a note is what people write where they have nothing to say: "n/a", "not much", "keine"."""
    return bool(_NOTHING.fullmatch(tidy(note)))


def is_private(note: str) -> bool:
    """Whether a note is about what nobody brings up in a thank-you: pay, leave, gaps, why somebody left."""
    return bool(_PRIVATE.search(note))


def sentences(note: str) -> list[str]:
    """Return a note's own sentences, tidy."""
    parts = (piece for part in _SENTENCE_END.split(" ".join(note.split())) for piece in _SMALL_START.split(part))
    return [part for part in map(tidy, parts) if part]


def clip(text: str, most: int) -> str:
    """Return at most ``most`` words, cut where a clause ends; empty where there is no such place."""
    if len(text.split()) <= most:
        return text
    best = ""
    for cut in _CUTS.finditer(text):
        part = text[: cut.start()].rstrip()
        if 3 <= len(part.split()) <= most:
            best = part
    return best


def need_and_deed(note: str) -> tuple[str, str]:
    """Return what they need and what the person did, of a note such as ``an owner for billing ↔ ran it for a year``."""
    both = _BOTH.match(tidy(note))
    if both:
        return tidy(both["need"]), tidy(both["deed"])
    parts = _NEED.split(tidy(note), maxsplit=1)
    return (tidy(parts[0]), tidy(parts[1])) if len(parts) == 2 and all(parts) else ("", tidy(note))


def is_proper(word: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether a capitalised word keeps its capital: an acronym, a name, something with capitals or figures inside."""
    bare = word.strip("'’\".,;:()")
    bare = re.sub(r"['’]s$", "", bare)
    return (
        bare == "I"
        or bare.startswith(("I'", "I’"))
        or any(c.isupper() or c.isdigit() for c in bare[1:])
        or bare.casefold() in names
    )


def is_given(word: str) -> bool:
    """Whether a word with a capital is a first name, and no other word."""
    bare = re.sub(r"['’]s$", "", word.strip("'’\".,;:()"))
    return bare[:1].isupper() and bare.casefold() in GIVEN - _WORDS_TOO
