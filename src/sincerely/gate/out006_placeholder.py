"""Something was left to fill in.

What
    Brackets, braces or marks of a template stand in the text or the subject: ``[Company]``, ``{{first_name}}``,
    ``<Role>``, ``XXX``, ``TODO``, an empty line to fill in; or there is no text at all.

Why it matters
    It says that this was a form letter, and that nobody read it before it went out.

Options
    None.

Fix
    Fill it in or take it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .case import Case
from .text import Said
from .verdict import Mark, Weight

CODE = "OUT006"
NAME = "placeholder"
WEIGHT = Weight.STOP


@dataclass(frozen=True)
class Options:
    """None."""


PASS = """
at 2026-03-05 10:00
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you [Ref 4411]

Dear Dana,

Thank you for your time. I have built two [sic] such tools.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear [First name],

Thank you for your time at {{company}}.

Best,
Robin
"""
_SLOT = r"""(?:your|the|their|his|her|my|insert|add|enter|fill|here|first|last|full|sur|given|hiring|interviewer|recruiter
    |manager|company|employer|organi[sz]ation|firm|name|names|title|role|position|job|date|day|time|phone|number|email
    |address|contact|team|department|project|skill|skills|topic|example|detail|details|reason|something|specific|city
    |firma|firmenname|unternehmensname|stellenbezeichnung|stelle|ansprechpartner|datum|vorname|nachname|anrede|position|unternehmen|nom|prénom|poste|entreprise|x{2,}
    |to\ be|tbd|tbc|tba|todo|salutation|recipient|candidate|signature|link|url|month|year|school|university|degree)"""
_MARKS = re.compile(
    rf"""
      \[\s*(?:{_SLOT})\b[^\]\n]{{0,60}}\]
    | \[[^\]\n]{{0,40}}\b(?:name|company|employer|position|role|title|date|here|topic|firma|stelle|interviewer|manager)\s*\]
    | \[\s*(?:_{{1,}}|\.{{2,}}|…|\?+|-+)?\s*\](?!\()
    | \{{\{{?\s*[\w\ .|'-]{{1,40}}\s*\}}?\}}
    | <<\s*[\w\ -]{{1,40}}\s*>> | «\s*(?:{_SLOT})[\w\ -]{{0,30}}»
    | <\s*(?:{_SLOT})(?:[\ _-][\w\ _-]{{1,30}})?\s*>
    | %%?[A-Z_]{{3,30}}%%? | %\w+% | \$\{{?[A-Z_]{{3,}}\}}? | \*\|\w+\|\*
    | \b[Xx]{{3,}}\b | \bXX(?=\ ?(?:h|Uhr|heures|Euro|euros|€|am|pm|o'clock)\b) | \bX\.X\.(?!\w) | \b(?:TODO|TBD|TBC|TBA|FIXME|PLACEHOLDER)\b | \blorem\ ipsum\b
    | \b(?:COMPANY|EMPLOYER|FIRST|LAST|INSERT|YOUR|INTERVIEWER|RECIPIENT|HIRING|JOB)[\ _](?:NAME|TITLE|MANAGER|HERE|TEXT|ROLE|COMPANY)\b
    | (?<![\w/])_{{3,}}(?![\w_]) | \(\s*(?:insert|add|fill\ in|your|enter|name\ of|company\ name|date\ here)\b[^)\n]{{0,50}}\)
    | (?<=\b[Dd]ear\ )(?:Name|Company|Firstname|FirstName|FNAME|Recipient|Interviewer|Mr\.?/Ms\.?(?:\ \w+)?|Sir/Madam/Name)\b
    | \b(?:FIRST|LAST|COMPANY|EMPLOYER|FULL|SUR)_?NAME\b
    | \(\s*(?:company|employer|name|role|position|title|date|firma|stelle|your\ name|first\ name)\s*\)
    | \[\[[^\]\n]{{1,40}}\]\] | \bx{{2,}}(?=\ (?:years?|months?|weeks?|days?|people|jahren?|monaten?|ans|mois|%|per\ cent))
    | (?<!format\ )(?<!as\ )\b(?:DD|TT|JJ)[./-]MM\b(?:[./-](?:YY|JJ|AA){{1,2}}\b)?
    | \btk(?:\ ?tk)+\b | (?<=\s)\?{{2,}}(?=\s\w|[.,;:]) | \[\w+(?:/\w+)+\]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:is|are|was|were|still|remains?|as|yet)\s+$")
_FINE = re.compile(r"\[(?:sic|…|\.\.\.|\d+|cid:[^\]]*|image[^\]]*|x)\]", re.IGNORECASE)


def check(case: Case) -> Iterator[Mark]:
    """Find what was left to fill in."""
    if not any(case.message.text[begin:stop].strip() for begin, stop in case.message.stretches):
        only = "It holds a picture and no text" if case.message.pictures else "There is no text yet"
        if case.message.pictures or not case.message.attachments:
            yield Mark(message=f"{only}: nothing of it can be read or checked.", proposal="Write what you want to say.")
    for begin, stop in case.message.stretches:
        for match in _MARKS.finditer(case.message.text, begin, stop):
            if _counts(match[0]) and not _is_meant(case.message.text, match.start(), match.end()):
                yield _mark(Said(match[0], match.start(), match.end()))
    for match in _MARKS.finditer(case.message.subject):
        if _counts(match[0]):
            yield _mark(Said(match[0], match.start(), match.end()), "subject")


def _is_meant(text: str, begin: int, stop: int) -> bool:
    """Whether it stands there on purpose: quoted as code, a box to tick, a rule, or said to be open still."""
    before = text[max(0, begin - 12) : begin]
    line = text[text.rfind("\n", 0, begin) + 1 : begin]
    ends = text.find("\n", stop)
    rest = text[stop : ends if ends >= 0 else len(text)]
    if line.count("`") % 2 and "`" in rest:
        return True
    if not text[begin:stop].strip("_") and not line.strip() and not rest.strip():
        return True  # a rule across the page
    is_box = text[begin:stop].strip("[ ]") == "" and not line.strip(" -*•\t") and text[begin] == "["
    return (
        before.endswith("`")
        or is_box
        or (text[begin:stop].isalpha() and text[begin:stop].isupper() and bool(_OPEN.search(before)))
    )


def _counts(found: str) -> bool:
    if _FINE.fullmatch(found):
        return False
    # "todo" and "company name" are words; TODO and COMPANY NAME are marks.
    return (
        not found.replace(" ", "").isalpha()
        or found.isupper()
        or found.lower() in {"lorem ipsum", "firstname"}
        or found[:1].isupper()
        or set(found.lower().replace(" ", "")) in ({"x"}, {"t", "k"})
    )


def _mark(said: Said, where: str = "text") -> Mark:
    shown = said.text or "an empty greeting"
    return Mark(
        message=f"“{shown}” was left to fill in.", said=said, where=where, proposal="Fill it in, or take it out."
    )
