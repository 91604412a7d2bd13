"""The person's English notes, turned into the part of a sentence that they can be.

Notes come in any shape: ``the migration story``, ``how they pair``, ``ran two such migrations``, ``I led …``. What
shape a note has is told by its first words; one that fits nowhere is quoted after a colon, where anything may stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .clipping import is_proper, tidy

_WH = frozenset("how why what where when that whether who".split())
_DETERMINERS = frozenset(
    """the a an this these those my your his her their our its no some any every each all both several many much such
    one two three four five six seven eight nine ten twelve twenty more most almost nearly over about half""".split()
)
_SUBJECTS = frozenset("they she he it we you there everyone everybody nobody".split())
_AUXILIARIES = frozenset(
    "is are was were has have had can could will would does do did should must may might isn't aren't".split()
)
# What tells a clause such as "the team ships weekly"; nouns of the same form are rare.
_THIRD = frozenset(
    """ships runs works makes writes builds pays gives lets helps takes keeps knows cares learns decides owns talks thinks
    teaches trusts listens meets asks wants loves goes comes gets publishes deploys reads thinks seems feels""".split()
)
_PAST = frozenset(
    """ran built led made wrote did had was were brought taught grew set cut kept held took gave went saw sold won began
    drove chose spoke found spent left met put got oversaw rebuilt rewrote dealt came knew understood stood sent spun
    read shrank shut fought caught paid became undertook withdrew lost hit used""".split()
)
_NOT_PAST = frozenset(
    "experienced advanced detailed skilled seasoned based related limited mixed unified distributed".split()
)
_PREDICATES = frozenset(
    "certified qualified trained fluent familiar comfortable able available proficient used".split()
)
_PRESENT = frozenset(
    "know have speak can could will would love understand bring enjoy teach hold manage maintain like run".split()
)
# These are nouns as often as verbs; what follows them tells.
_EITHER = frozenset("work design lead use build write own support".split())
_VERB_FOLLOWS = _DETERMINERS | frozenset("with on in at as for daily well it them".split())
_NO_GERUND = frozenset("nothing something anything everything thing morning evening spring king ring string".split())
_SEND = re.compile(
    r"^(?:(?:to|will|i'll|i will|would|i'd)\s+)*(?:send|share|forward|email|mail|pass on)\s+(?:(?:him|her|them|you|on|over)\s+)*",
    re.IGNORECASE,
)
_LIKED = re.compile(
    r"^i\s+(?:really\s+|especially\s+|particularly\s+|very much\s+|also\s+)?(?:like|liked|love|loved|enjoy|enjoyed|appreciated)\s+",
    re.IGNORECASE,
)
_TALKED = re.compile(
    r"^(?:(?:we|she|he|they)\s+)?(?:talked|spoke|chatted|told me|discussed|explained|talking)\s+(?:about\s+|to me about\s+)?",
    re.IGNORECASE,
)
_KNOWN = _WH | _DETERMINERS | _SUBJECTS | _PAST | _PRESENT | _EITHER | _PREDICATES


def object_of(note: str, turn: Callable[[str], str], names: frozenset[str]) -> tuple[str, str]:
    """Return how a note stands after a verb such as "liked", and the note so turned.

    Returns:
        ``object`` with words that follow "I especially liked", or ``sentence`` with one of the person's own.
    """
    text = _begin(_LIKED.sub("", tidy(note)), names)
    first = _word(text)
    if first == "i" or first.startswith(("i'", "i’")):
        return "sentence", turn(text)
    if first in _WH:
        return "object", turn(text)
    if _is_clause(text):
        return "object", f"that {turn(text)}"
    return "object", turn(_with_the(text, names))


def topic_of(note: str, turn: Callable[[str], str], names: frozenset[str]) -> tuple[str, str]:
    """Return how a note stands after "about": as an ``object``, or as a ``clause`` after "that"."""
    text = _begin(_TALKED.sub("", tidy(note)), names)
    if _word(text) == "that":
        return "clause", turn(text.partition(" ")[2])
    if _word(text) not in _WH and _is_clause(text):
        return "clause", turn(text)
    return "object", turn(text)


def deed_of(note: str, names: frozenset[str]) -> tuple[str, str]:
    """Return what somebody did or can: as a ``verb`` that follows "I", an ``object`` they bring, or a ``sentence``."""
    text = _begin(tidy(note), names)
    words = text.split()
    first, following = _word(text), words[1].casefold() if len(words) > 1 else ""
    if first == "i":
        return "verb", text.partition(" ")[2]
    if first.startswith(("i'", "i’")) or _is_clause(text):
        return "sentence", text
    if first in _PREDICATES and (first != "used" or following == "to"):
        return "verb", f"am {text}"
    if _is_past(first) or first in _PRESENT or (first in _EITHER and following in _VERB_FOLLOWS):
        return "verb", text
    if _is_gerund(first):
        return "object", f"experience in {text}"
    if first in _DETERMINERS or words[0][:1].isdigit() or words[0][:1].isupper():
        return "object", text
    return "object", f"my {text}"


def need_of(note: str, turn: Callable[[str], str], names: frozenset[str]) -> tuple[str, str]:
    """Return what they need: as an ``object`` after "you need", or a ``sentence``."""
    text = _begin(
        re.sub(r"^(?:they|you|we)\s+(?:need|want|are looking for|look for)\s+", "", tidy(note), flags=re.IGNORECASE),
        names,
    )
    text = re.sub(r"^(?:need|needs|want|wants|looking for)\s+", "", text, flags=re.IGNORECASE)
    if _is_clause(text) and _word(text) in _SUBJECTS:
        return "sentence", turn(text)
    return "object", turn(text)


def sent_item(note: str, names: frozenset[str]) -> str:
    """Return what was to be sent, with an article where it has none: "send her the link" is "the link"."""
    return _with_the(_begin(_SEND.sub("", tidy(note)), names), names)


def _with_the(text: str, names: frozenset[str]) -> str:
    words = text.split()
    first = _word(text)
    known = first in _DETERMINERS or first in _WH or first in {"it", "him", "them", "being", "that"}
    if not words or known or _is_gerund(first) or words[0][:1].isdigit() or words[0][:1].isupper():
        return text
    if re.search(r"['’]s$|s['’]$", words[0]) or is_proper(words[0], names):
        return text
    return f"the {text}"


def _begin(text: str, names: frozenset[str]) -> str:
    """Write the first word small, unless it is one that keeps its capital."""
    first = text.split(" ", 1)[0]
    if not first[:1].isupper() or is_proper(first, names):
        return text
    second = text.partition(" ")[2].split(" ", 1)[0]
    if first.casefold() not in _KNOWN and second[:1].isupper():
        return text  # two capitals in a row are a name
    return text[:1].lower() + text[1:]


def _word(text: str) -> str:
    return text.split(" ", 1)[0].casefold().strip('.,;:!?()"“”') if text else ""


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and len(word) > 4 and word not in _NO_GERUND


def _is_clause(text: str) -> bool:
    """Whether a note is a clause of its own: a subject and a verb that no relative pronoun takes."""
    # The month is no auxiliary.
    words = [word.strip(".,;:()").casefold() for word in text.split() if word.strip(".,;:()") != "May"]
    if not words:
        return False
    if words[0] in _SUBJECTS and len(words) > 1:
        return True
    for index, word in enumerate(words[:8]):
        if word in _WH or word in {"which", "whose"}:
            return False
        if index and (word in _AUXILIARIES or (word in _THIRD and words[index - 1] not in _DETERMINERS)):
            return True
    return False
