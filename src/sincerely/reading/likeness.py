"""Whether two names mean the same opening or the same employer."""

from __future__ import annotations

import re

from sincerely.core.people import employer_key

from .role_words import HEADS

_LEVELS = {"sr": "senior", "jr": "junior", "i": "1", "ii": "2", "iii": "3", "mgr": "manager", "eng": "engineer", "dev": "developer",
           "swe": "engineer", "frontend": "front-end", "backend": "back-end", "ops": "operations", "admin": "administrator"}  # fmt: skip
_EMPTY = frozenset(
    "the a an of for and in at to m w f d x remote hybrid onsite full part time permanent contract".split()
)
_DECISIVE = frozenset("senior junior lead principal staff head chief intern 1 2 3 manager director assistant".split())


# Fewer bare letters than three may stand for anything.
_FEW = 2


def role_words(role: str) -> frozenset[str]:
    """Return the words of a job title that tell it from others."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", role.lower())
    return frozenset(_LEVELS.get(word, word) for word in words if word not in _EMPTY)


# "RN", "ED", "SRE": so many letters may stand for as many words of a title.
_INITIALS = range(2, 5)
# A word that breaks off: "periop" of "perioperative", and not "account" of "accountant".
_BEGUN, _CUT_OFF = 5, 6


def role_likeness(one: str, other: str, *, broken_off: bool = False) -> float:
    """Return how likely two titles name the same opening, 0 to 1; 0.5 where either is unknown.

    Args:
        one: a title.
        other: another; either may have the other's words by their initials, as "RN" is a "Registered Nurse".
        broken_off: whether a word may be the beginning of one of the other's: only where something else speaks for it.
    """
    mine, theirs = role_words(_shortened(one, other)), role_words(_shortened(other, one))
    if broken_off:
        mine, theirs = _completed(mine, theirs), _completed(theirs, mine)
    if not mine or not theirs:
        return 0.5
    if mine == theirs:
        return 1.0
    shared = len(mine & theirs)
    if not shared:
        return 0.0
    part = shared / min(len(mine), len(theirs))
    whole = shared / len(mine | theirs)
    if (mine ^ theirs) & _DECISIVE and (mine & _DECISIVE) and (theirs & _DECISIVE):
        whole *= 0.6
    return max(whole, 0.85 * part if part == 1.0 else 0.0)


def _shortened(title: str, other: str) -> str:
    """Return a title with its words by their initials where the other one has these: what is said alike counts once."""
    words = re.findall(r"[^\W_]+", title)
    for short in re.findall(r"\b[A-Z]+\b", other):
        size = len(short)
        for at in range(len(words) - size + 1) if size in _INITIALS else ():
            part = words[at : at + size]
            if "".join(word[0].upper() for word in part) != short or min(map(len, part)) == 1:
                continue
            # "RN" works by itself; in "SE Manager" somebody else does, and it is no Site Engineer.
            if part[-1].lower() in HEADS and not HEADS.isdisjoint({*other.lower().split()} - {short.lower()}):
                continue
            words[at : at + size] = [short]
            title = " ".join(words)
            break
    return title


def _completed(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return the words of a title, those that break off as the other one has them in full."""
    return frozenset(
        next((o for o in others if o.startswith(w) and len(w) >= _BEGUN and len(o) >= len(w) + _CUT_OFF), w)
        for w in words
    )


def employer_likeness(one: str, other: str) -> float:
    """Return how likely two names mean the same employer, 0 to 1; 0.5 where either is unknown."""
    mine, theirs = employer_key(one), employer_key(other)
    if not mine or not theirs:
        return 0.5
    packed, packed_other = mine.replace(" ", ""), theirs.replace(" ", "")
    if packed == packed_other:
        return 1.0
    shorter, longer = sorted((packed, packed_other), key=len)
    if len(shorter) > 3 and longer.startswith(shorter):
        return 0.9
    words, others = set(mine.split()), set(theirs.split())
    if words <= others or others <= words:
        return 0.8
    return 0.8 if is_short_for(one, other) or is_short_for(other, one) else 0.0


# "H&P", "M+K", "R. & B.": two letters that somebody wrote as initials.
_LETTERS = re.compile(r"\s*\w\.?\s?[&+]\s?\w\.?\s*")
_JOINS = frozenset({"and", "und", "et"})


def is_short_for(short: str, name: str) -> bool:
    """Whether a name is another one's initials, as "H&P" is of "Harrow & Pike"; two bare letters may be anybody's."""
    words = [word for word in employer_key(name).split() if word not in _JOINS]
    letters = employer_key(short).replace(" ", "")
    enough = len(letters) > _FEW or _LETTERS.fullmatch(short) is not None
    return enough and len(words) > 1 and letters == "".join(word[0] for word in words)
