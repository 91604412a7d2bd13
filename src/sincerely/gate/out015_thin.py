"""A thank-you that could go to anybody.

What
    It lacks the thanks, the opening, or the reason why you fit it.

Why it matters
    The note is read to be reminded who you were. "Thanks for your time" reminds of nobody.

Options
    None.

Fix
    Name what is missing; the debrief has the material.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Debriefed

from . import grounds
from .case import Case
from .fit import tells_a_fit
from .text import sentences
from .verdict import Mark, Weight

CODE = "OUT015"
NAME = "thin"
WEIGHT = Weight.ADVISE


@dataclass(frozen=True)
class Options:
    """None."""


PASS = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:20 debriefed   dana@acme.example liked="the migration story" fit="ran two such migrations"
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for the talk about the data analyst position. I have run two such migrations, and would like to run yours.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you so much for your time yesterday. It was a pleasure to meet you.

Best,
Robin
"""
_THANKS = re.compile(
    r"\b(?:thank\w*|grateful\w*|gratitude|appreciat\w+|dank\w*|bedank\w*|merci|remerci\w*|reconnaissante?s?|schätzen|gracias|grazie|obrigad\w|in your debt)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\b(?:position|role|job|opening|post|vacancy|stelle|aufgabe|poste|puesto)\b", re.IGNORECASE)
# What was written to somebody, as a line of a CV is not.
_WRITTEN = re.compile(
    r"\b(?:i|i['’]\w+|me|my|you\w*|thank\w*|ich|mich|mir|meine?\w*|sie|ihnen|ihre?\w*|du|dir|dich|dank\w*|je|j['’]\w+|mon|ma|mes|vous|votre|vos|merci)\b",
    re.IGNORECASE,
)
# A line of the CV with fewer words says nothing of a fit; with so much of one the note does.
_LINE, _MOSTLY = 3, 0.6


def check(case: Case) -> Iterator[Mark]:
    """Find a thank-you that lacks one of its three parts."""
    if case.message.public or not case.is_note:
        return
    lacks = [
        name
        for name, there in (("the thanks", _thanks), ("the opening", _opening), ("why you fit it", _fit))
        if not there(case)
    ]
    if lacks:
        yield Mark(
            message=f"The note lacks {' and '.join(lacks)}.",
            said=case.message.sentences[0] if case.message.sentences else None,
            proposal="Say it in one sentence of your own; your debrief has what you talked about.",
        )


def _thanks(case: Case) -> bool:
    return bool(_THANKS.search(case.message.plain))


def _opening(case: Case) -> bool:
    text = f"{case.message.plain} {case.message.subject.lower()}"
    if _OPENING.search(text):
        return True
    header = case.process.header if case.process is not None else None
    if header is None or not header.role:
        return header is None
    return grounds.content(header.role) <= grounds.content(text)


def _fit(case: Case) -> bool:
    if tells_a_fit(case.message.plain):
        return True
    words = grounds.content(case.message.plain)
    if _is_told_again(case, words):
        return True
    notes = case.process.all(Debriefed) if case.process is not None else ()
    fits = grounds.content(" ".join(note.fit for note in notes))
    return bool(fits) and len(fits & words) >= min(2, len(fits))


def _is_told_again(case: Case, words: set[str]) -> bool:
    """Whether the note says most of a line of the CV or an earlier mail, or one of its sentences says mostly that.

    That they speak of the same opening at the same house says nothing of a fit, nor does what an earlier mail thanked
    for or looked forward to.
    """
    header = case.process.header if case.process is not None else None
    plain = grounds.content(f"{header.employer} {header.role}") if header is not None else set()
    said = [said.text for told in case.told_before for said in sentences(told)]
    parts = [told for told in case.told_before if not _WRITTEN.search(told)]
    parts += [part for part in said if not _WRITTEN.search(part) or tells_a_fit(part)]
    lines = [known for part in parts if len(known := grounds.content(part) - plain) >= _LINE]
    if any(len(line & words) >= _MOSTLY * len(line) for line in lines):
        return True
    again = [grounds.content(said.text) - plain for said in case.message.sentences]
    return any(len(line & now) >= max(_LINE, _MOSTLY * len(now)) for line in lines for now in again)
