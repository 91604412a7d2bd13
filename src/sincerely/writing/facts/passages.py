"""A CV's or posting's lines, put together again where the page broke them, and what of a CV answers a posting.

Chosen by content alone: words that both have, those that name a skill or tool before others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sincerely.writing.words.skills import SKILLS

from .grounds import Ground

# Word processors draw points with a font of their own, which PDFs keep as these.
_BULLET = re.compile(r"^\s*(?:[•●▪■◦‣·*–—\-\uf0a7\uf0b7\u25e6\u2022]|o(?=\s+[A-ZÄÖÜ]))\s*(?=\S)")
_FULL = re.compile(r"[.!?:;]$")
# A line that fills so much of the page was broken by it, not by its writer; a shorter one ends where it ends.
_FILLS = 0.85
_LONG = 55
_LONGISH = 35
# After such a word something must follow.
_OPEN = re.compile(
    r"(?:,|\b(?:the|a|an|of|to|and|or|in|for|with|by|from|on|at|as|into|over|than|its|their|our|my|der|die|das|den|dem|des"
    r"|und|oder|von|zu|zur|zum|in|im|für|mit|bei|auf|ein|eine|einer|eines|einem|einen|sowie|als"
    r"|le|la|les|du|une|et|ou|de|pour|avec|dans|sur|aux?)|\b[dl]['’])$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:(?:work|professional|technical|key|other|further)? ?(?:skills|languages|education|experience|employment|projects"
    r"|publications|references|interests|awards|certificates|certifications|profile|summary|training|volunteering)"
    r"|(?:\w+ )?(?:kenntnisse|sprachen|ausbildung|studium|berufserfahrung|projekte|interessen|profil|weiterbildung|ehrenamt)"
    r"|(?:compétences|langues|formations?|expériences?(?: professionnelles?)?|projets|centres d['’]intérêt|profil|bénévolat))\W*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST = 60
_NEEDED = 40
_WANTS = re.compile(
    r"(?:experience|you have|you will|you are|ability|skills?|knowledge|degree|years|must|required|proficien|fluent"
    r"|erfahrung|kenntnis|fähig|studium|abschluss|jahre|sie haben|du hast|sicher|connaissance|maîtrise|compétence|diplôme|capacité|vous avez|tu as|années)",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"[:?]$|^(?:what|who|why|how|about|your|our|was|wer|dein|ihr|unser|votre|vos|notre|nos|qui)\w*\b\W*(?:\S+\s*){0,4}$",
    re.IGNORECASE,
)
# What a posting begins and ends with, and asks of nobody.
_NEWS = re.compile(
    r"\b(?:is|are) (?:now |currently )?(?:hiring|recruiting)\b|\bwe offer\b|\bapply\b|\bbenefits\b|\bwir bieten\b|\bbewirb\b"
    r"|\bnous (?:offrons|proposons|recrutons)\b|\bpostulez\b|\bavantages\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_](?:[\w+#.-]*[\w+#])?")
_ENDINGS = (
    "isations",
    "izations",
    "isation",
    "ization",
    "ations",
    "ation",
    "ings",
    "ing",
    "ers",
    "ed",
    "er",
    "es",
    "s",
)
_NOTHING = frozenset(
    """the and for with from this that have has had been were was are our your you their they them will would can could
    should must into over under than then when what which who whom whose where while about after before all any each
    every both more most some such not only own same very also well good great strong excellent solid proven ability
    able experience experienced knowledge skill understanding work working worked team role job position company year
    month day time people new using use used help helping part including include etc bring offer look looking join
    responsible plus advantage similar ideally least within across through per between during against tool tools
    und der die das den dem des ein eine einen einem einer mit für von bei aus auf als auch oder sowie sind ist wir sie
    ihre ihr unser unsere erfahrung erfahrungen kenntnis kenntnisse gute sehr sicherer umgang jahre arbeit arbeiten
    aufgabe aufgaben bereich bereichen stelle verlangt idealerweise
    les des une est pas vous nous votre vos notre nos avec pour dans qui que cette sont aux ont plus très bien sur par
    expérience expériences connaissance connaissances maîtrise bonne bon solide solides ans année années poste travail
    équipe équipes capacité sens gestion""".split()
)


@dataclass(frozen=True)
class Passage:
    """One thing that a CV or posting says.

    Attributes:
        text: in one line, without the point before it.
        grounds: the lines that it stands on.
        listed: whether a point stands before it.
        whole: whether no word of it was broken at a line's end.
    """

    text: str
    grounds: tuple[Ground, ...]
    listed: bool = False
    whole: bool = True


@dataclass(frozen=True)
class Pair:
    """What a posting asks for, and what of the CV answers it."""

    need: Passage
    deed: Passage
    score: float


def passages(lines: Iterable[Ground]) -> tuple[Passage, ...]:
    """Return what some lines say, each with the lines that it stands on."""
    found: list[Passage] = []
    last: Ground | None = None
    given = list(lines)
    width = max((len(line.text.strip()) for line in given), default=0)
    for line in given:
        bullet = _BULLET.match(line.text)
        text = " ".join((line.text[bullet.end() :] if bullet else line.text).split())
        if not text:
            continue
        if (
            found
            and last is not None
            and not bullet
            and _next_to(last, line)
            and _goes_on(found[-1], last, text, width)
        ):
            found[-1] = _longer(found[-1], text, line)
        else:
            found.append(Passage(text, (line,), bullet is not None))
        last = line
    return tuple(found)


def wanted(posting: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return what a posting asks for, those that name a skill first."""
    found = [p for p in posting if 3 <= len(p.text.split()) <= _NEEDED and not _asks_nothing(p.text)]
    scored = [(_names_skill(p.text) + bool(_WANTS.search(p.text)), -n, p) for n, p in enumerate(found)]
    return tuple(p for score, _, p in sorted(scored, key=lambda s: (-s[0], -s[1])) if score)


def _asks_nothing(text: str) -> bool:
    return bool(HEADING.search(text) or _NEWS.search(text))


def _names_skill(text: str) -> bool:
    return any(word in SKILLS for word in re.findall(r"[\w+#'-]+", text.casefold()))


def _next_to(line: Ground, other: Ground) -> bool:
    """Whether one line follows another in the same file; a blank one between them parts them."""
    (name, _, at), (other_name, _, other_at) = line.source.rpartition(":"), other.source.rpartition(":")
    return name == other_name and at.isdecimal() and other_at.isdecimal() and int(at) + 1 == int(other_at)


def _goes_on(passage: Passage, last: Ground, text: str, width: int) -> bool:
    written = last.text.strip()
    if len(passage.text.split()) > _MOST or written.endswith(":") or HEADING.search(text) or _PART.match(text):
        return False
    if _OPEN.search(written):
        return True
    if text[:1].islower():
        return len(written) >= _LONGISH or passage.listed
    fills = len(written) >= max(_LONG, _FILLS * width)
    return fills and not _FULL.search(written) and not _YEAR.search(text) and (passage.listed or len(text.split()) > 2)


def ends(passage: Passage) -> bool:
    """Whether a passage can be quoted: no word of it was broken, and it does not stop in the middle."""
    return passage.whole and not _OPEN.search(passage.text)


def _longer(passage: Passage, text: str, line: Ground) -> Passage:
    broken = passage.text.endswith(("-", "\u00ad")) and text[:1].islower()
    joined = f"{passage.text}{text}" if broken else f"{passage.text} {text}"
    return Passage(joined, (*passage.grounds, line), passage.listed, passage.whole and not broken)


def pairs(deeds: Sequence[Passage], needs: Sequence[Passage]) -> tuple[Pair, ...]:
    """Return what of a CV answers what of a posting, the best first; each passage stands in one pair at most."""
    wanted = [telling(need.text) for need in needs]
    common = Counter(word for words in wanted for word in words)
    scored = [
        Pair(need, deed, score)
        for need, words in zip(needs, wanted, strict=True)
        for deed in deeds
        if (score := _score(words & telling(deed.text), common)) > 0
    ]
    found: list[Pair] = []
    for pair in sorted(scored, key=lambda p: -p.score):
        if not any(pair.need == other.need or pair.deed == other.deed for other in found):
            found.append(pair)
    return tuple(found)


def _score(shared: set[str] | frozenset[str], common: Counter[str]) -> float:
    """Weigh what two passages share: two telling words, or one that names a skill; the rarer the better."""
    skills = shared & _SKILLS
    if len(shared) < 2 and not skills:
        return 0
    return sum((2 if word in _SKILLS else 1) / math.sqrt(common[word]) for word in shared)


@lru_cache(maxsize=4096)
def telling(text: str) -> frozenset[str]:
    """Return the stems of a text's telling words."""
    found = (word.casefold().strip(".-") for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in found if word not in _NOTHING and (len(word) > 2 or word in SKILLS))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


_SKILLS = frozenset(map(_stem, SKILLS))
