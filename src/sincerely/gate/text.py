"""Words, sentences and names of an outgoing text, with exact offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Said(NamedTuple):
    """A stretch of a text: its words on one line, and where they stand."""

    text: str
    begin: int
    stop: int


_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END = re.compile(r"[.!?…]+[\"'’”)\]]*(?=\s|$)|\n[ \t]*\n|\n(?=[ \t]*[-*•·] )|\n(?=[^\n]{0,60}[,:]\n)", re.UNICODE)
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Nr|No|Hr|Fr|Frl|vs|etc|approx|e\.g|i\.e|z\.B|bzw|ca|Sr|Sra|Jr|Inc|Ltd|Co|Corp)"
    r"|(?:^|\s)[A-Z])\.$"
)
# "Am 3. April": the dot makes a number the third.
_NUMBERED = re.compile(r"\b\d{1,2}\.$")
_MONTH = re.compile(
    r"\s(?:januar|jänner|februar|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")


def words(text: str) -> list[str]:
    """Return the words of a text as they stand."""
    return _WORD.findall(text)


def sentences(text: str, begin: int = 0, stop: int | None = None) -> Iterator[Said]:
    """Yield the sentences of a stretch; a hard-wrapped line goes on, a blank line or a bullet ends one."""
    stop = len(text) if stop is None else stop
    at = begin
    for match in _END.finditer(text, begin, stop):
        last = match.end()
        if match[0] == "." and (_NO_END.search(text, max(at, last - 12), last) or _is_date(text, at, last)):
            continue
        if (said := trimmed(text, at, last)) is not None:
            yield said
        at = last
    if (said := trimmed(text, at, stop)) is not None:
        yield said


def _is_date(text: str, at: int, last: int) -> bool:
    return _NUMBERED.search(text, max(at, last - 4), last) is not None and _MONTH.match(text, last) is not None


def trimmed(text: str, begin: int, stop: int) -> Said | None:
    """Return a stretch without white space around it; None where nothing is left."""
    piece = text[begin:stop]
    bare = piece.strip()
    if not bare:
        return None
    begin += len(piece) - len(piece.lstrip())
    return Said(_SPACE.sub(" ", bare), begin, begin + len(bare))


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a name without case and diacritics: ``Müller`` and ``Muller`` are one."""
    apart = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4096)
def spellings(name: str) -> frozenset[str]:
    """Return how a name may be written: without diacritics, or with ``ae``, ``oe`` and ``ue``."""
    long = name.casefold()
    for mark, pair in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe")):
        long = long.replace(mark, pair)
    return frozenset({folded(name), folded(long)})
