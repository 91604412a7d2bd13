"""German typed without umlauts, read as if it had them: ``Gespraech`` is heard as ``Gespräch``.

Only a German text without any umlaut is typed so. There *ae*, *oe* and *ue* are umlauts but where the spelling shows
another sound: after a vowel or *q* (neue, Frauen, Quelle), before *i* or at the end (Boeing, Vitae, Revue), in the endings *-uell*
and *-ael* (aktuell, Michael), and in few words that came from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_GERMAN = frozenset(
    """ich sie nicht ist zu den mit von für fuer ein eine einen auf wir es im dem mir mich ihnen ihre ihr der die das und du
    dich dir habe haben hat bin noch schon aber bei zum zur wie wenn dass auch nur""".split()
)
_OTHERS = frozenset("the of and to you is for that my your with have are was not i this on at we it be".split())
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile("[äöüÄÖÜ]")
# The first alternatives are left as they are; the last takes the umlaut.
_PAIR = re.compile(
    r"(?P<kept>[aeiouyäöüq]ue|[aeouyäöü]oe|[aeiouy]ae"
    r"|(?:ae|oe|ue)\b|ues\b|\b(?:sh|her|potat|tomat|d|g|t)oes\b|ael(?:a|s|e|is\w*)?\b|[tndsx]uell|tuen(?:d\w*)?\b|[fr]uel\b|(?:man|sam)uel"
    r"|zue(?=rs|rk|in|ig)|guest|guerill|tuesd|fluen|duett|suez|puert|\baero|maest|paella|boei|poe[tsm]|koe[xf]|soeb|[jn]oel|noem|phoen|oe[iuy])"
    r"|(?P<first>[AaOoUu])e",
    re.IGNORECASE,
)
# So many small words of German, and so great a share of them, make a German text.
_FEWEST, _SHARE = 2, 0.15
# The beginning of a text shows its language.
_ENOUGH = 6_000
_WITH = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}


def is_bare(text: str) -> bool:
    """Whether a text is German and typed without umlauts."""
    if _MARKED.search(text):
        return False
    told = [word.lower() for word in _WORD.findall(text[:_ENOUGH])]
    german = sum(word in _GERMAN for word in told)
    return german >= _FEWEST and german > sum(word in _OTHERS for word in told) and german >= _SHARE * len(told)


def heard_as(text: str) -> Callable[[str], str]:
    """Return what makes of a line of a text the line as it is heard; where nothing is to be made, the line itself."""
    return with_umlauts if is_bare(text) else str


def with_umlauts(line: str) -> str:
    """Return a German line that was typed without umlauts as if it had them."""
    return _PAIR.sub(lambda m: m[0] if m["kept"] else _WITH[m["first"]], line)
