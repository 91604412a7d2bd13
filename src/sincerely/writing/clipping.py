"""Notes as people scribble them, made tidy and short enough for a sentence."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ0-9\"“„])")
_NEED = re.compile(r"\s*(?:↔|<->|<=>|→|=>|->)\s*")
_CUTS = re.compile(r"\s*(?:;|\s[–—-]\s|,\s+(?:and|but|which|because|so|und|aber|weil|was)\b|,|\()")


def tidy(note: str) -> str:
    """Return a note in one line, without quotation marks around it and without a full stop at its end."""
    text = " ".join(note.split()).strip("•*- \t")
    if len(text) > 1 and text[0] in "\"“„'" and text[-1] in "\"”“'":
        text = text[1:-1].strip()
    return re.sub(r"[.;,:!\s]+$", "", text)


def sentences(note: str) -> list[str]:
    """Return a note's own sentences, tidy."""
    return [part for part in map(tidy, _SENTENCE_END.split(" ".join(note.split()))) if part]


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
