"""What was noted for oneself and can't stand in a mail as it is: the person is asked for it, and it is not sent."""

from __future__ import annotations

import re

from sincerely.writing.english.words import MANNERS
from sincerely.writing.german.nouns import has_unknown, with_nouns
from sincerely.writing.german.scraps import is_scrap, is_without_who

# What is left of a phone's spelling, and what nobody writes to an employer.
_PHONE = re.compile(
    r"(?<![\w'’./&-])(?:ur|u|n|y|rly|lil|gonna|wanna|gotta|dunno|nvm|idk|innit|ya|yea|yeah|nah|w/|w/o|meh|af|kinda|sorta|wtf)(?![\w'’/&-])"
)
_RUDE = re.compile(
    r"\b(?:crap\w*|bull)?shit\w*\b|\bcrap\w*\b|\bfuck\w*\b|\bminging\b|\bsucks?\b|\bpissed\b|\bschei(?:ß|ss)\w*|\bkacke\b",
    re.IGNORECASE,
)
# A full stop inside: two notes in one, and neither has a beginning.
_TWO = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bz\. B)(?<!\bd\. h)(?<=[a-zäöüß\d)]{2})(?<!\d)[.] (?=[a-zäöü])")
_SHORT_FORM = re.compile(
    r"\b(?:approx|dept|esp|incl|resp|vs|no|nr|st|dr|max|min|ca|inkl|bzgl|evtl|zzgl|vgl|ggf|usw|bzw|etc|inc|avg|vol|ext|mr|mrs|ms|prof|assoc|temp|sog|insb)\.$"
)
# Praise alone says nothing that is worth thanking for.
_PRAISE = re.compile(
    r"(?:(?:very|really|so|pretty|all|it was|was|sehr|echt|ganz|war|richtig) ){0,2}(?:good|great|nice|super|cool|brilliant|lovely|amazing|awesome"
    r"|excellent|wonderful|fab|fantastic|interesting|gut|toll|klasse|prima|spitze|spannend|interessant|schön|top|okay|alright|decent)"
    r"(?: (?:vibes?|stuff|people|place|talk|chat|gespräch|leute))?",
    re.IGNORECASE,
)
# "Very pro" says neither of whom nor of what.
_VERY = re.compile(r"(?:very|really|so|quite|super|pretty) (?P<how>[a-z-]+)")
# "Me and her both trained there": of whom "her" is, and where "I" stands, nobody can turn.
_ME_AND = re.compile(r"(?:(?:me|him|her|us|them) and |\w+ and me\b(?! ?$))", re.IGNORECASE)
# Nobody thanks a decent lad for being one.
_SOMEBODY = re.compile(
    r"(?:an? )?(?:(?:very|really|sehr|echt|ganz) )?(?:(?!my\b|the\b|their\b|how\b|that\b|der\b|die\b|das\b|ihre?\b|deine?\b|eure?\b|mit\b)[\w-]+ ){1,2}(?:man|woman|guy|guys|bloke|lad|lady|chap|fella|person|dude|boss|head|owner|manager|supervisor|mann|frau|typ|kerl"
    r"|chef|chefin|mensch)(?=$|,)",
    re.IGNORECASE,
)
# When, and not what: "start 7.30", "shifts 4 on 2 off".
_HOURS = re.compile(
    r"^(?:starts?|finish(?:es)?|shifts?|hours|nights?|days|breaks?|lunch|schicht\w*|beginn|pause\w*) \d", re.IGNORECASE
)
# "Drove vans 11 years clean licence" wants a word in between.
_RUN_ON = re.compile(
    r"^[a-z]+ .*\b\d+ (?:years|months) (?!(?:in|at|on|as|of|for|with|and|or|but|running|ago|before|straight|together|now|across|under|without|until"
    r"|till|later|old|full|part|by|from|to|there|here|alone|each|solo|abroad|after|while|when|since|so|then|plus|including|experience|doing)\b)[a-z]{3,}"
)
_LANGUAGES = {
    "fr": frozenset(
        "le la les des du un une et est dans pour avec qui que sur pas mon ma mes son sa ses leurs nous vous très bien aussi de en ans".split()
    ),
    "es": frozenset(
        "el los las una unos y es con para por muy pero mi mis su sus como más también del al que de en".split()
    ),
    "it": frozenset("il lo gli uno una e è con per molto ma mio mia sono della del dei che anche nel".split()),
    "nl": frozenset("het een en van met voor niet ik zijn heb werk ook goed naar bij dat maar veel".split()),
}
_ACCENTS = re.compile(r"[àâçèéêëîïôùûñòìãõ]")
_WORDS = re.compile(r"[^\W\d_]+")
_OWN = {
    "en": frozenset(
        "the and of with is are was that how to for their they she he my i you what in on at a as about".split()
    ),
    "de": frozenset(
        "der die das und mit ist sind war dass wie zu für ihr sie er ich mein was in im am bei ein eine nicht".split()
    ),
}


def unreadable(part: str, field: str, language: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a note's part can't be sent as it is, so that the person must write it as it should be read.

    Args:
        part: one of a note's own sentences, mended as far as it can be.
        field: ``liked``, ``topic``, ``fit`` or ``send``.
        language: of the mail.
        known: German nouns of the process's own texts.
    """
    text = part.strip()
    if _RUDE.search(text) or _is_of_elsewhere(text, language):
        return True
    if language in _OWN and any(not _SHORT_FORM.search(text[: cut.start() + 1]) for cut in _TWO.finditer(text)):
        return True
    if language == "en" and (_PHONE.search(text) or _ME_AND.match(text) or (field == "fit" and _RUN_ON.match(text))):
        return True
    if language == "de" and field != "send" and _in_no_german_sentence(text, field, known):
        return True
    if field == "liked" and language in _OWN and (_PRAISE.fullmatch(text) or _SOMEBODY.match(text)):
        return True
    very = _VERY.fullmatch(text) if field == "liked" and language == "en" else None
    if very and very["how"] not in MANNERS:
        return True
    return field == "topic" and language in _OWN and bool(_HOURS.match(text))


def runs_on(note: str) -> bool:
    """Whether a deed and what is had run into each other without a word between: "drove vans 11 years clean licence"."""
    return bool(_RUN_ON.match(note))


def _in_no_german_sentence(text: str, field: str, known: frozenset[str]) -> bool:
    """Whether a note has a verb with nobody who does it, or was typed small with a noun that nobody knows."""
    mended = with_nouns(text, known)
    if field != "fit" and (is_without_who(mended) or (field == "topic" and is_scrap(mended))):
        return True
    return not _LARGE.search(text) and has_unknown(mended)


_LARGE = re.compile(r"(?<=[^\W_] )[A-ZÄÖÜ][a-zäöüß]|(?<=[,;] )[A-ZÄÖÜ][a-zäöüß]")


def _is_of_elsewhere(text: str, language: str) -> bool:
    """Whether a note is in a language that no mail is written in: of another that is, the thread's own words tell."""
    text = re.sub(r"\bà la \w+", "", text)
    words = [word.casefold() for word in _WORDS.findall(text)]
    own = sum(word in _OWN.get(language, frozenset()) for word in words)
    if language not in _OWN:
        return False
    best = max(sum(word in small for word in words) for small in _LANGUAGES.values())
    accents = len(_ACCENTS.findall(text))
    return best > own and (best > 1 or (accents > 0 and own == 0))
