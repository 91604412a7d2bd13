"""Notes as people scribble them, made tidy and short enough for a sentence."""

from __future__ import annotations

import re

from . import french_scribbles
from .given_names import GIVEN

# First names that are words too: a capital at a note's beginning tells nothing of them.
_WORDS_TOO = frozenset(
    """art bill dan dawn dean dick drew frank grace guy hope jack jan joy june mark may pat penny ray rob rose said sue will ruby
    iris ivy miles eve faith heather holly lily olive poppy sandy""".split()
)
_TITLED = "ca Ca Nr Dr St Mr Ms Mrs M MM Mme Mlle Prof Hr Fr approx Approx incl inkl Inkl vs"
_SENTENCE_END = re.compile(
    "(?<=[.!?])" + "".join(rf"(?<!\b{short}[.])" for short in _TITLED.split()) + r"\s+(?=[A-ZÀ-ÖØ-Þ0-9\"“„«])"
)
# People who type in a hurry begin small; "approx. three" and "St. Anna" end no sentence.
_SHORT = """approx dept incl resp asst temp univ comp govt tech corp exec prof admin mgmt zirk inkl bzgl evtl insb zzgl bspw
mind teilw env resp"""
_SMALL_START = re.compile(
    rf"(?<=[a-zäöüß]{{4}}[.!?]){''.join(f'(?<!{short}[.])' for short in _SHORT.split())}\s+(?=[a-zäöü])"
)
_BOTH = re.compile(
    r"^(?:they |sie |ils )?(?:need|needs|want|wants|brauchen|suchen|(?:re)?cherchent|besoins?)\s*:\s*(?P<need>.+?)"
    r"\s*[;,|/]\s*(?:me|i|ich|moi)\s*:\s*(?P<deed>.+)$",
    re.IGNORECASE,
)
# Who says "we" in quotation marks is somebody else.
_THEIR_WORDS = re.compile(r"[\"“„](?:we|our|us|wir|unser\w*|uns)\b", re.IGNORECASE)
_NEED = re.compile(r"\s*(?:↔|<->|<=>|→|=>|->)\s*")
_FACE = r"\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F"
# A run of them is tried at its beginning only: from each of its faces anew, a long one took seconds.
_FACES = re.compile(rf"(?<!\s)\s*(?:[:;]-?[)(DP]|<3|\(:|(?<![{_FACE}])[{_FACE}]++)(?=\s|$)")
# A laugh at the end is the person's own; forty ha are hectares.
_LAUGHS = re.compile(r"(?:,\s?(?:ha|heh|hah)|[,\s]\s?(?:haha(?:ha)*|hehe|hihi|lol|rofl|xd))$", re.IGNORECASE)
# So does a short word, or a bracket: "at my last job. sql", "(last year). speak Swedish".
_SHORTEST = """esp max min avg etc vgl ggf usw inc ltd div ext hrs yrs wks abs bes exp dep dir gen int lit mrs rev sec sen str
tel vol zzt sog evt inh std tgl bzw ing sgt cpt jan feb mar apr jun jul aug sep oct nov dec okt dez"""
_SHORT_START = re.compile(
    rf"(?:(?<=(?<![a-zäöüß])[a-zäöüß]{{3}}[.!?])|(?<=\b(?:me|it|us|up|go|on|in|zu|an|da)[.!?])|(?<=[)%][.!?])){''.join(f'(?<!{short}[.])' for short in _SHORTEST.split())}\s+(?=[a-zäöü])"
)
# What stands in a form where somebody had nothing to say.
_NOTHING = re.compile(
    r"(?:n\.?\s?/?\s?a\.?|[-–—?.x/\s]*|none|nil|no|nope|nothing"
    r"(?: (?:much|really|special|else|in particular|particular|specific|new|yet|so far|at all|to (?:add|say|report|note)))*"
    r"|not (?:much|sure|a lot|really|applicable)(?: (?:really|yet|here|to (?:add|say|report)|said|else|i think))?"
    r"|(?:i )?liked nothing|meh|fine|ok(?:ay)?(?: i guess)?|geht so|see (?:my )?cv|(?:same )?as (?:in )?(?:my )?cv|siehe lebenslauf"
    r"|don['’]?t know|dunno|no idea|idk|tbd|todo|can['’]?t remember|forgot|unclear|everything|all"
    r"|(?:mostly |only |just |some |a bit of )?(?:small ?talk|chit ?chat)"
    r"|nichts(?: (?:besonderes|bestimmtes|konkretes|neues|weiter|weiteres|mehr|wirklich|gesagt))?"
    r"|keine?|nein|k\.?\s?a\.?|wei(?:ß|ss) (?:ich )?nicht|keine ahnung|nicht viel|unklar|alles|(?:nur )?small ?talk"
    rf"|{french_scribbles.NOTHING})",
    re.IGNORECASE,
)
# What is no matter for a thank-you, however it was noted: money, leave, gaps, what somebody fled from, what was said
# in confidence. A maternity ward, redundant servers and a system's weaknesses are the work itself.
_PRIVATE = re.compile(
    r"(?:^(?:(?:we|wir|talked|spoke|discussed|asked|haben|about|über|my|the|their|good|great|decent|high|low|nice|das|mein"
    r"|gutes|hohes) )*(?:salary|wages?|pay|bonus|holidays?|vacation|annual leave|overtime|commute|parking|gehalt|urlaub|überstunden"
    r"|parkplatz|arbeitsweg)(?: (?:range|band|package|expectations?|£?\$?€?\d\S*|is|was|of|and|gesprochen|geredet)\b.*)?$"
    r"|\d+ (?:days?|weeks?|tage|wochen)['’]? (?:of )?(?:holidays?|vacation|leave|urlaub)\b"
    r"|\bmy (?:\w+ and )?weakness(?:es)?\b|\bweakness(?:es)?\b(?! (?:of|in|with)\b)|\b(?:notice period|sick pay|on sick leave"
    r"|my sick leave|gaps? in (?:my|the) (?:cv|resume|résumé)|laid off|redundancies|redundancy (?:pay|package|round)"
    r"|(?:made|being|was|were|am) redundant|why I (?:left|leave|quit|want(?:ed)? to leave|was (?:let go|fired))|was fired"
    r"|maternity (?:leave|pay)|parental leave|near (?:my|our) (?:home|house|flat)|meinen? (?:schwächen?|lücken?)"
    r"|elternzeit|mutterschutz|schwanger|lücken? im lebenslauf|gekündigt|warum ich (?:gehe|gegangen bin|wechsle|gekündigt habe))\b"
    r"|(?:\b(?:am|is|are|was|be|getting|my|her)|['’](?:m|s|re)) pregnan\w+"
    r"|\b(?:my|his|her) (?:health|illness|divorce|burn-?out|operation)\b"
    r"|\bmeine? (?:krankheit|gesundheit|scheidung|burn-?out)\b"
    r"|(?:^|[,;:(–-] ?)(?:(?:confidential(?:ly)?|off the record|keep (?:(?:it|this) )?(?:quiet|secret)|between us|not public yet"
    r"|vertraulich|unter uns|nicht weitersagen|noch nicht öffentlich)(?=$|[,;:.)!])|don['’]?t (?:tell|mention|write)\b)"
    rf"{french_scribbles.PRIVATE})",
    re.IGNORECASE,
)
_DISLIKE = re.compile(
    r"(?:i )?(?:did(?:n['’]?t| not)|do(?:n['’]?t| not)) (?:really |much |particularly )?(?:like|love|enjoy|trust)\b"
    r"|(?:i (?:was|am) )?(?:not (?:so )?(?:sure|keen|happy|convinced)|unsure|wary) (?:about|on|of|with|by)\b|(?:i )?hated\b|disliked\b"
    r"|(?:(?:ich )?mochte|mir gefiel|gefiel mir|gefallen hat mir) (?:\w+ ){0,3}?nicht\b|nicht gefallen\b"
    f"{french_scribbles.DISLIKE}",
    re.IGNORECASE,
)
_CUTS = re.compile(
    r"\s*(?:;|\s[–—-]\s|,\s+(?:and|but|which|because|so|und|aber|weil|was|et|mais|parce|car|qui)\b|,|\()"
)


def tidy(note: str) -> str:
    """Return a note in one line, without quotation marks around it and without a full stop at its end."""
    text = " ".join(note.split()).strip("•*- \t")
    if len(text) > 1 and text[0] in "\"“„'" and text[-1] in "\"”“'" and not _THEIR_WORDS.match(text):
        text = text[1:-1].strip()
    return _LAUGHS.sub("", _FACES.sub("", text).rstrip(".;,:! \t\n"))


def says_nothing(note: str) -> bool:
    """Whether a note is what people write where they have nothing to say: "n/a", "not much", "keine"."""
    return bool(_NOTHING.fullmatch(tidy(note)))


def is_private(note: str) -> bool:
    """Whether a note is about what nobody brings up in a thank-you: pay, leave, gaps, why somebody left."""
    return bool(_PRIVATE.search(note))


def is_dislike(note: str) -> bool:
    """Whether a note of what was liked says what was not: "didn't like the office", "not sure about the team"."""
    return bool(_DISLIKE.match(note))


def sentences(note: str) -> list[str]:
    """Return a note's own sentences, tidy."""
    parts = (piece for part in _SENTENCE_END.split(" ".join(note.split())) for piece in _SMALL_START.split(part))
    return [part for part in map(tidy, (piece for part in parts for piece in _SHORT_START.split(part))) if part]


def clip(text: str, most: int) -> str:
    """Return at most ``most`` words, cut where a clause ends; empty where there is no such place."""
    if len(text.split()) <= most:
        return text
    best = ""
    for cut in _CUTS.finditer(text):
        part = text[: cut.start()].rstrip()
        words = len(part.split())
        if words > most:
            break
        best = part if words >= 3 else best
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
