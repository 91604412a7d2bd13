"""A small grammar: sentences with slots. One whose slots have no facts is not written.

A template is text with ``{slot}``; conditions may stand before it in brackets: ``[promised !second]`` wants the fact
``promised`` and no fact ``second``, and what it wants counts as ground. ``<formal|informal>`` gives the one or the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from .grounds import Fact, Facts, Ground, Sentence

_CONDITION = re.compile(r"\[([^\]]*)\]\s*")
_SLOT = re.compile(r"\{(\w+)\}")
_EITHER = re.compile(r"<([^<>|]*)\|([^<>|]*)>")
_END = re.compile(r"[.!?…][\"”“’)]*$")


@dataclass(frozen=True)
class Move:
    """One thing that a mail says.

    Attributes:
        part: what the sentence is in the mail: ``thanks``, ``body``, ``close``.
        tiers: alternatives in order of preference; those of one tier are equals, and content chooses among them.
        opens: whether it begins a paragraph.
    """

    part: str
    tiers: tuple[tuple[str, ...], ...]
    opens: bool = False


def move(part: str, *tiers: str | tuple[str, ...], opens: bool = False) -> Move:
    """Return a move; a tier of one alternative may be given as plain text."""
    return Move(part, tuple((tier,) if isinstance(tier, str) else tier for tier in tiers), opens)


@dataclass(frozen=True)
class Plan:
    """What a kind of mail says, in order, and its subject where it begins a thread."""

    subject: tuple[str, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Voice:
    """How a mail speaks: formally or not, and which equals it chooses."""

    formal: bool
    seed: int


def seed_of(text: str, position: int = 0) -> int:
    """Return a number that the same content always gives; neighbours in one panel get neighbouring ones."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big") + position


def write(plan: Move, facts: Facts, voice: Voice) -> Sentence | None:
    """Return the sentence of a move, or None where the facts for every alternative are wanting."""
    for tier in plan.tiers:
        able = [template for template in tier if _permits(template, facts)]
        if able:
            return _filled(able[voice.seed % len(able)], facts, voice, plan.part)
    return None


def line(templates: Iterable[str], facts: Facts, voice: Voice) -> Fact | None:
    """Return the first of several lines whose facts are there, as words and their grounds: subjects, greetings."""
    for template in templates:
        if _permits(template, facts):
            return Fact(_text(template, facts, voice).rstrip("."), _grounds(template, facts))
    return None


@lru_cache(maxsize=1024)
def _wants(template: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]:
    """Return conditions, refusals and slots of a template, and its text."""
    found = _CONDITION.match(template)
    conditions = found[1].split() if found else []
    body = template[found.end() :] if found else template
    wanted = tuple(c for c in conditions if not c.startswith("!"))
    refused = tuple(c[1:] for c in conditions if c.startswith("!"))
    return wanted, refused, tuple(dict.fromkeys(_SLOT.findall(body))), body


def _permits(template: str, facts: Facts) -> bool:
    wanted, refused, slots, _ = _wants(template)
    return all(name in facts for name in (*wanted, *slots)) and not any(name in facts for name in refused)


def _grounds(template: str, facts: Facts) -> tuple[Ground, ...]:
    wanted, _, slots, _ = _wants(template)
    return tuple(dict.fromkeys(g for name in (*slots, *wanted) for g in facts[name].grounds))


def _text(template: str, facts: Facts, voice: Voice) -> str:
    body = _EITHER.sub(lambda m: m[1] if voice.formal else m[2], _wants(template)[3])
    return " ".join(_SLOT.sub(lambda m: facts[m[1]].text, body).split())


def _filled(template: str, facts: Facts, voice: Voice, part: str) -> Sentence | None:
    grounds = _grounds(template, facts)
    if not grounds:
        return None
    text = _text(template, facts, voice)
    # What the person noted may end as a sentence does, and so may the template.
    text = re.sub(r"([.!?…])([\"”“’)]*)[.]$", r"\1\2", text)
    text = text if _END.search(text) or text.endswith(":") else text + "."
    return Sentence(_capital(text), grounds, part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def paragraphs(sentences: Sequence[tuple[Sentence, bool]]) -> str:
    """Return sentences as text; each that opens a paragraph begins a new one."""
    text = ""
    for sentence, opens in sentences:
        gap = "" if not text else "\n\n" if opens else " "
        text += gap + sentence.text
    return text
