"""Whether two names mean the same opening or the same employer."""

from __future__ import annotations

import re

from sincerely.core.people import employer_key

_LEVELS = {"sr": "senior", "jr": "junior", "i": "1", "ii": "2", "iii": "3", "mgr": "manager", "eng": "engineer", "dev": "developer",
           "swe": "engineer", "frontend": "front-end", "backend": "back-end", "ops": "operations", "admin": "administrator"}  # fmt: skip
_EMPTY = frozenset(
    "the a an of for and in at to m w f d x remote hybrid onsite full part time permanent contract".split()
)
_DECISIVE = frozenset("senior junior lead principal staff head chief intern 1 2 3 manager director assistant".split())

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Fewer bare letters than three may stand for anything.
_FEW = 2

# "Periop" is short for "Perioperative"; "sales" is not for "Salesforce", nor "account" for "Accountant".
_SHORT, _LONGER, _LONGEST = 5, 6, 9
# What is cut off is an ending, or stands behind the O of "physio": "Personalreferent" and "Localisation" are words beside
# "Personal" and "Local", and other openings.
_CUT_OFF = re.compile(r"(?!i[sz])[aeiou]\w*(?:ive|al|ions?)")
_MOST_INITIALS = 4
# In a title all in capitals these look like initials.
_SMALL = frozenset(
    "am au auf aus aux bei das de dem der des die du en et im la le les mit on or par sur to und von zu zum zur".split()
)
# No title has more words; each is held against each.
_MOST_WORDS = 24


def role_words(role: str) -> frozenset[str]:
    """Return the words of a job title that tell it from others."""
    return frozenset(_in_order(role))


def _in_order(role: str) -> list[str]:
    words = _WORD.findall(role.lower())
    return [_LEVELS.get(word, word) for word in words if word not in _EMPTY]


def _initials(role: str) -> set[str]:
    """Return the words of a title that may be initials: in capitals, where those tell anything."""
    words = _WORD.findall(role)
    shouted = role.isupper() and any(len(word) > _MOST_INITIALS for word in words)
    found = {word.lower() for word in words if 1 < len(word) <= _MOST_INITIALS and word.isupper()}
    return found - _SMALL if shouted else found


def _is_cut(word: str, whole: str) -> bool:
    """Whether a word is another one cut short: "Periop", "Physio"."""
    rest = whole[len(word) :]
    if len(word) < _SHORT or not whole.startswith(word) or word in _DECISIVE:
        return False
    return _LONGER <= len(rest) <= _LONGEST and (word.endswith("o") or _CUT_OFF.fullmatch(rest) is not None)


def _written_out(role: str, other: str) -> frozenset[str]:
    """Return the words of a title, those that it shortens as the other one spells them: "RN Periop"."""
    words, spelt = _in_order(role), _in_order(other)
    if max(len(words), len(spelt)) > _MOST_WORDS:
        return frozenset(words)
    initials = _initials(role)
    out: set[str] = set()
    for word in words:
        size = len(word)
        rows = (spelt[begin : begin + size] for begin in range(len(spelt) - size + 1)) if word in initials else ()
        whole = next((row for row in rows if word == "".join(name[0] for name in row)), None)
        out |= set(whole) if whole else {next((name for name in spelt if _is_cut(word, name)), word)}
    return frozenset(out)


def role_likeness(one: str, other: str) -> float:
    """Return how likely two titles name the same opening, 0 to 1; 0.5 where either is unknown."""
    mine, theirs = _written_out(one, other), _written_out(other, one)
    if not mine or not theirs:
        return 0.5
    if mine == theirs:
        return 1.0
    shared = len(mine & theirs)
    if not shared:
        return 0.0
    part = shared / min(len(mine), len(theirs))
    # Told by its initials, "Registered Nurse" counts once: an "RN ED" is none of the "ICU".
    more = max(0, len(mine) - len(role_words(one))) + max(0, len(theirs) - len(role_words(other)))
    whole = (shared - more) / max(1, len(mine | theirs) - more)
    if (mine ^ theirs) & _DECISIVE and (mine & _DECISIVE) and (theirs & _DECISIVE):
        whole *= 0.6
    return max(whole, 0.85 * part if part == 1.0 else 0.0)


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
