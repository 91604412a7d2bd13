"""A first glance at a mail: can it be about hiring at all? Most mail is not, and is looked at for a moment only.

The topic model's weights are added up over the words of the mail's beginning, without sentences, cues or clauses. So
it is a rough likeness of what the model says after a careful reading; the line is drawn low, because what falls below
it is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .letter import Letter
from .linear import Linear
from .relays import is_relay, system_of

# What a mail is about shows in its first words.
_LETTERS = 1500
_WORDS = 350
# In log-odds. A mail without a word stands at -3.0: what falls well below that speaks of something else.
_LINE = -3.75
_WORD = re.compile(r"[^\W\d_]+")
_HEADERS = ("list-id", "list-unsubscribe", "precedence", "auto-submitted", "feedback-id")


def may_be_hiring(letter: Letter, topic: Linear) -> bool:
    """Whether reading the whole mail can be worth it."""
    if letter.calendars or letter.forwarded or is_relay(letter.from_.address):
        return True
    return topic.logits(_features(letter))[0] >= _LINE


def _features(letter: Letter) -> Iterator[str]:
    words = _WORD.findall(letter.text[:_LETTERS].lower())[:_WORDS]
    for word in set(words):
        yield f"w {word}"
    for one, two in set(pairwise(words)):
        yield f"b {one} {two}"
    for word in set(_WORD.findall(letter.subject.lower())):
        yield f"s {word}"
    for name in _HEADERS:
        if name in letter.headers:
            yield f"h {name}"
    for piece in set(_WORD.findall(letter.from_.address.partition("@")[0].lower())):
        yield f"l {piece}"
    system = system_of(letter.from_.address)
    if system:
        yield from ("relay", f"r {system}")
    if letter.in_reply_to:
        yield "reply"
