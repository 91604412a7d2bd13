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
_FIT = re.compile(
    r"\b(?:my (?:\w+ ){0,3}(?:experience|background|years|training|work|skills?|degree|time (?:at|as|in|with))|i(?:'ve| have| had)? (?:\w+ ){0,2}(?:led|built|ran|run|wrote|designed|taught"
    r"|trained|managed|worked|spent|did|done|kept|made|brought|learned|learnt|sold|cared|handled|grew|drew|drove|moved|cut|mended|repaired|planned|used|studied|organi[sz]ed|fixed|carried|looked after)"
    r"|(?:just|exactly) what i (?:do|did|have|learned)|what i (?:do|did|have done|bring|could bring)|i (?:could|can|would) (?:bring|add|help|contribute|offer)|i bring|i am used to|i know (?:how|what|from)|because i|since i|as i have)\b"
    r"|\b(?:i|i['’]ve|me|my)\b(?:(?!\b(?:wish|hope|look|hear\w*|listen\w*|you|your|their|his|her)\b)[^.!?;]){0,40}(?<!last )(?<!next )(?<!your )\byears?['’]? (?:of |in |as |with |at |on |experience\b)|\byears?['’]? (?:of |in |as |with |at |on |experience\b)[^.!?;]{0,60}\b(?:taught me|i have|i['’]ve|behind me|have shown me)\b"
    # What they look for is what one does: every day, for years.
    r"|\b(?:that|this|it|which) (?:is|was|has been|had been) (?:\w+ )?my (?:\w+ )?(?:job|work|trade|daily \w+|bread and butter|profession)\b|\bi(?:'ve| have)? (?:do|did|done) (?:just |exactly )?(?:that|this|it) (?:every|each|daily|for(?! you)|since|at|with|as|now)\b"
    r"|\b(?:genau |eben |gerade )?(?:das|dies) (?:mache|tue|tat|machte|leiste) ich\b|\bwas ich (?:[\w-]+ ){0,5}(?:mache|tue|gemacht habe|getan habe|tat|machte)\b|\b(?:ist|war) (?:[\w-]+ ){0,3}mein (?:\w+ )?(?:alltag|handwerk|beruf|tagesgeschäft|täglich(?:es)? brot)\b"
    r"|\bce que (?:je (?:fais|faisais|pratique)|j['’]ai (?:déjà )?(?:fait|pratiqué))\b|\bje (?:le |fais (?:cela |ça |exactement cela )|pratique (?:cela |ça )?)(?:fais )?(?:depuis|chaque|tous|toutes|pendant)\b|\b(?:est|était|fait partie de) (?:\w+ ){0,2}mon (?:quotidien|métier|travail)\b"
    # German and French tell what somebody did by a participle.
    r"|\b(?:meine?[nmr]? (?:\w+ )?(?:erfahrung\w*|ausbildung|kenntnisse|jahre)|ich bringe|ich weiß|ich kenne|weil ich|da ich|(?:mon|mes|ma) (?:expérience|années|formation|compétences)|parce que je|j['’]apporte|je sais)\b"
    r"|\bich (?:habe|hatte) (?!mich\b)[^.!?;]{0,80}\b(?!gefreut|gefallen|genossen|gespürt|gehört|geführt)(?:ge\w+(?:t|en)|\w+iert|\w{2,}ge\w+t|entwickelt|übernommen|betreut|verkauft|unterrichtet)\b"
    r"|\bj['’]ai (?:\w+ ){0,2}(?!apprécié|aimé|adoré|été|trouvé|passé|senti)\w{2,}(?:é|i|uit|duit|ert|u)\b",
    re.IGNORECASE,
)

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
    if _FIT.search(case.message.plain):
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
    parts += [part for part in said if not _WRITTEN.search(part) or _FIT.search(part)]
    lines = [known for part in parts if len(known := grounds.content(part) - plain) >= _LINE]
    if any(len(line & words) >= _MOSTLY * len(line) for line in lines):
        return True
    again = [grounds.content(said.text) - plain for said in case.message.sentences]
    return any(len(line & now) >= max(_LINE, _MOSTLY * len(now)) for line in lines for now in again)
