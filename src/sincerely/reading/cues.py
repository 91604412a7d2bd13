"""Patterns over plain words, and where they stand in a sentence.

A pattern is a row of elements with a space between: a word (``offer``, ``interview*`` for every word that begins so),
a class of the lexicon (``{advance}``), alternatives (``(a|the|this new)``). An element with ``?`` may be missing;
``..`` is a gap of up to five words, ``...`` of up to twelve, ``.2`` of up to two; ``!(…)`` and ``!{…}`` say what must
not follow here, ``~(…)`` what must not follow anywhere, ``-(…)`` what must not stand inside. ``^`` at the beginning wants the beginning of a clause.

Patterns find nothing by themselves: whether what they find is asserted, denied or only supposed is for
`sincerely.reading.clauses` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .clauses import ASSERTED, CONDITION, CONSEQUENCE, GENERAL, POLITE, Clauses

_ELEMENT = re.compile(r"([!~-]?)(?:\{([\w-]+)\}|\(([^()]*)\)|(\S+?))(\??)(?=\s|$)")
_CLASS = re.compile(r"\{([\w-]+)\}")
_GAPS = {"..": 5, "...": 12}
# Words before which an element is looked for; "*" stands for "any word may begin it".
_ANY = "*"


@dataclass(frozen=True)
class Cue:
    """One way of saying something.

    Attributes:
        means: what is said, such as ``rejection`` or ``interview_invite``.
        pattern: in the notation above.
        weight: how much it proves, 0 to 1: strong cues assert by themselves, weak ones add up.
        denied: what it means under a negator; empty when then it means nothing. ``=`` keeps the meaning.
        loosest: the least asserted mode in which it still counts.
    """

    means: str
    pattern: str
    weight: float = 0.9
    denied: str = ""
    loosest: int = POLITE


def read_lexicon(text: str) -> dict[str, str]:
    """Read classes from lines of ``name = word|two words``."""
    entries = (line.partition(" = ") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {name.strip(): words.strip() for name, _, words in entries}


def read_cues(text: str) -> tuple[Cue, ...]:
    """Read cues from lines of ``weight flags pattern`` under ``[meaning]`` headings; ``#`` begins a comment line.

    Flags: ``=`` the pattern holds its own negation; ``>`` it counts in the consequence of a condition too;
    ``?`` in the condition itself too; ``*`` in general statements and of what comes later too; ``-`` none.
    """
    cues = []
    means = ""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            means = line.strip("[] ")
            continue
        weight, flags, pattern = line.split(None, 2)
        loosest = CONDITION if "?" in flags else CONSEQUENCE if ">" in flags else GENERAL if "*" in flags else POLITE
        cues.append(Cue(means, pattern, float(weight), "=" if "=" in flags else "", loosest))
    return tuple(cues)


class Hit(NamedTuple):
    """A cue that was found.

    Attributes:
        means: what is said.
        weight: how much it proves.
        begin: offset of its first character in the plain sentence.
        stop: offset after its last character.
        pattern: which pattern it was.
    """

    means: str
    weight: float
    begin: int
    stop: int
    pattern: str


class _Compiled:
    """A cue whose regular expression is made when it is first needed: most never are."""

    __slots__ = ("_regex", "_source", "cue", "without")

    def __init__(self, cue: Cue, source: str, without: frozenset[str]) -> None:
        self.cue = cue
        self.without = without
        self._source = source
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        if self._regex is None:
            self._regex = re.compile(self._source)
        return self._regex


class Cues:
    """A set of cues that are looked for together; each is tried only where one of its own words stands."""

    def __init__(self, cues: Iterable[Cue], lexicon: Mapping[str, str]) -> None:
        self._by_word: dict[str, list[_Compiled]] = {}
        self._by_prefix: dict[str, list[_Compiled]] = {}
        self._always: list[_Compiled] = []
        for cue in cues:
            self._add(cue, lexicon)

    def _add(self, cue: Cue, lexicon: Mapping[str, str]) -> None:
        source, marks, without = _translate(cue.pattern, lexicon)
        compiled = _Compiled(cue, source, without)
        if not marks:
            self._always.append(compiled)
        for mark in marks:
            table, key = (self._by_prefix, mark[:-1][:4]) if mark.endswith("*") else (self._by_word, mark)
            table.setdefault(key, []).append(compiled)

    def find(self, said: Clauses) -> list[Hit]:
        """Return what is said, strongest first for each meaning left to the caller."""
        text = said.text + " "
        hits: list[Hit] = []
        for found in self._candidates(said.tokens):
            for match in found.regex.finditer(text):
                if found.without and not found.without.isdisjoint(match[0].split()):
                    continue
                hit = _judge(found.cue, said, match.start(), match.end() - 1)
                if hit is not None:
                    hits.append(hit)
        return hits

    def _candidates(self, tokens: tuple[str, ...]) -> Iterator[_Compiled]:
        seen: set[int] = set()
        by_word, by_prefix = self._by_word, self._by_prefix
        for found in self._always:
            yield found
        for token in set(tokens):
            for found in (*by_word.get(token, ()), *self._prefixed(by_prefix, token)):
                if id(found) not in seen:
                    seen.add(id(found))
                    yield found

    @staticmethod
    def _prefixed(table: Mapping[str, list[_Compiled]], token: str) -> Iterator[_Compiled]:
        for length in (2, 3, 4):
            yield from table.get(token[:length], ())


def _judge(cue: Cue, said: Clauses, begin: int, stop: int) -> Hit | None:
    """Return what a match says where it stands, or None when it says nothing."""
    if said.mode(begin, stop) > cue.loosest:
        return None
    means = cue.means
    if cue.denied != "=" and said.possible(begin):
        return None
    if cue.denied != "=" and (said.negated(begin) or said.denies(begin, stop)):
        means = cue.denied
    return Hit(means, cue.weight, begin, stop, cue.pattern) if means else None


def _translate(pattern: str, lexicon: Mapping[str, str]) -> tuple[str, frozenset[str], frozenset[str]]:
    """Return a pattern as a regular expression, the words of which one must be there, and those that must not."""
    source = r"(?<!\S)"
    best: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    if pattern.startswith("^ "):
        source = r"(?:^|(?<=[,;:–()!?] )|(?<=(?:and|but) )|(?<=(?:that|also) ))"
        pattern = pattern[2:]
    for match in _ELEMENT.finditer(pattern):
        denied, name, group, word, optional = match.groups()
        if word and len(word) > 1 and set(word) & set("(){}"):
            raise ValueError(f'cannot read "{word}" in the pattern "{pattern}": brackets do not nest')
        gap = _gap(word or "")
        if gap:
            source += rf"(?:\S+ ){{0,{gap}}}?"
            continue
        alternatives = lexicon[name] if name else (group if group is not None else word)
        alternatives = _CLASS.sub(lambda found: lexicon[found[1]], alternatives)
        if denied == "-":
            without |= frozenset(alternatives.split("|"))
            continue
        body = _alternatives(alternatives)
        if denied:
            source += f"(?!{body})" if denied == "!" else rf"(?!(?:\S+ )*?{body})"
            continue
        source += f"(?:{body}){'?' if optional else ''}"
        if not optional:
            best = _rarer(best, _first_words(alternatives))
    return source, best, without


def _gap(word: str) -> int:
    return _GAPS.get(word) or (int(word[1:]) if re.fullmatch(r"\.\d+", word) else 0)


@lru_cache(maxsize=4096)
def _alternatives(text: str) -> str:
    """Return ``a|b c|d*`` as a regular expression in which every word brings its space."""
    parts = []
    for option in sorted(text.split("|"), key=len, reverse=True):
        words = [
            re.escape(word[:-1]) + r"\S* " if word.endswith("*") else re.escape(word) + " " for word in option.split()
        ]
        parts.append("".join(words).replace(r"\ ", " "))
    return "(?:" + "|".join(parts) + ")"


def _first_words(text: str) -> frozenset[str]:
    return frozenset(option.split()[0] for option in text.split("|") if option.strip())


_FREQUENT = frozenset(
    """a an the you your we our i to of in on at for and or is are was be been have has will would not with it this
    that us can as by from do if me my <address> , : ? so no""".split()
)


def _rarer(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Return the set whose presence says more: without frequent words, then the smaller."""
    if not one:
        return other
    return min((one, other), key=lambda words: (len(words & _FREQUENT), len(words)))


__all__ = ["ASSERTED", "CONSEQUENCE", "GENERAL", "POLITE", "Cue", "Cues", "Hit"]
