"""It would land badly.

What
    Words that run somebody down, nurse a grudge, mock, threaten, beg, demand or press, and words that are too close.
    In a mail to the employer, and in public all the more: there this employer must not be disparaged, by name or by
    plain allusion. Honest, courteous disappointment passes. A report of discrimination, harassment, fraud, danger or
    unpaid work is no bad-mouthing and is never discouraged: a labour authority, a regulator, a works council, a union
    or a lawyer is the proper place for it, and often protects who reports. How close friends may be is theirs to say:
    a private message to somebody at the employer's who has no part in the process is not blamed for it.

Why it matters
    Who parts with dignity may be hired later. What is written in anger is read for years.

Options
    ``likely``: from which likelihood on, 0 to 1, it is shown.

Fix
    Shows the words. Take them out, or let the text lie until tomorrow. Safe: nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .case import Case
from .private import is_private
from .tone import Culprit
from .tone_words import WHY, is_blunt
from .verdict import Mark, Weight

CODE = "OUT004"
NAME = "negative-talk"
WEIGHT = Weight.ADVISE


@dataclass(frozen=True)
class Options:
    """See above."""

    likely: float


PASS = """
at 2026-03-21 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-19 09:00 rejected
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Dear Dana,

I am disappointed, and grateful for your time. I wish you and your team every success.

Best,
Robin
"""
FAIL = """
at 2026-03-21 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-19 09:00 rejected
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Dear Dana,

Your panel was a joke and you wasted my time. You people have no idea what you are doing.

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find words that would land badly."""
    tone = case.tone
    if tone.negative < case.desk.policy.of(CODE, Options).likely:
        return
    cool = "Let it lie until tomorrow; you will say it better, or not at all."
    culprits = tone.culprits
    if any(map(_is_close, culprits)) and is_private(case):
        culprits = tuple(c for c in culprits if not _is_close(c) or is_blunt(_plain(c)))
    for culprit in culprits:
        said = case.in_text(culprit.said)
        yield Mark(message=f"“{said.text}” would land badly: {culprit.why}.", said=said, proposal=cool)
    if not tone.culprits:
        yield Mark(message="As a whole this reads as unkind, though no single word does.", proposal=cool)


def _is_close(culprit: Culprit) -> bool:
    return culprit.why == WHY["over-familiarity"]


def _plain(culprit: Culprit) -> str:
    return culprit.said.text.lower().replace("’", "'")
