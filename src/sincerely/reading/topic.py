"""Whether a mail can be about hiring at all: a cheap look that must not miss, before the careful one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .letters.letter import Letter
from .linking.relays import is_relay, system_of
from .scoring.linear import Linear, sigmoid
from .statements.statement import Statement

# Enough of a mail to see what it may be about.
_GLANCE = 1500
_MOST_WORDS = 350
# So few different words are too few to tell by: only where they speak plainly against it is a mail none. Of 4,604 short
# mails about hiring none lay below this, and 24 below nought; of 146 short mails about anything else seven lay above.
_SHORT, _DOUBTED = 40, -1.5
_HEADERS = ("list-id", "list-unsubscribe", "precedence", "auto-submitted", "feedback-id")
_BULK = frozenset({"list-id", "list-unsubscribe", "precedence"})
_PIECES = re.compile(r"[^a-z]+")
_PUNCTUATION = str.maketrans(dict.fromkeys("()[]{}<>.,;:!?\"'’“”/|*_=-–—&\n\r\t", " "))


def glance(letter: Letter) -> set[str]:
    """Return the words that a glance at a mail takes in."""
    return set(f"{letter.subject} {letter.text[:_GLANCE]}".lower().translate(_PUNCTUATION).split())


# Whoever says two of these speaks of hiring more plainly than any sum of weak words speaks against it. Of 21,588 mails of
# hiring the weights alone left out 46, of which 22 say two; of 1,406 mails about anything else two more are looked at.
_OPENLY = frozenset(
    """interview interviews application applying apply applied candidate candidates shortlisted shortlisting recruitment vacancy
    position role vorstellungsgespräch bewerbung entretien candidature""".split()
)
_TWO = 2


def may_be_hiring(letter: Letter, model: Linear) -> bool:
    """Whether reading the whole mail can be worth it."""
    if letter.calendars or letter.forwarded or is_relay(letter.from_.address):
        return True
    words = glance(letter)
    if len(words & _OPENLY) >= _TWO:
        return True
    least = _DOUBTED if len(words) <= _SHORT and not _BULK & letter.headers.keys() else 0.0
    weights = model.weights
    score = model.bias[0]
    for word in words:
        row = weights.get(word)
        if row is not None:
            score += row[0][1]
    return score > least


def features(letter: Letter, said: Sequence[Statement], subject: str, quoted: str, role: str) -> list[str]:
    """Return what the topic model sees of a mail.

    Args:
        letter: its headers.
        said: the reply's statements.
        subject: in plain words.
        quoted: what it answers, in plain words.
        role: the job title that it names, or nothing.
    """
    found = {f"h {name}" for name in _HEADERS if name in letter.headers}
    words: list[str] = []
    for statement in said:
        words += ["^", *statement.words]
        if len(words) > _MOST_WORDS:
            break
    found |= {f"w {word}" for word in words}
    found |= {f"b {one} {two}" for one, two in pairwise(words)}
    found |= {f"s {word}" for word in subject.split()}
    found |= {f"o {word}" for word in quoted.split()[:_MOST_WORDS]}
    local = letter.from_.address.partition("@")[0].lower()
    found |= {f"l {piece}" for piece in _PIECES.split(local) if len(piece) > 1}
    system = system_of(letter.from_.address)
    if system:
        found |= {"relay", f"r {system}"}
    if role:
        found.add("role")
    if letter.in_reply_to:
        found.add("reply")
    return sorted(found)


def hiring(model: Linear, seen: Sequence[str]) -> float:
    """Return how likely a mail is about the candidate's own job search."""
    return sigmoid(model.logits(seen)[0])
