"""It speaks of an attachment and has none.

What
    The text says that something is attached or enclosed, and nothing is.

Why it matters
    They have to write back for it, and the second mail says "sorry".

Options
    None.

Fix
    Attach it. If it stands on a page that you link to, say so instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .case import Case
from .text import Said
from .verdict import Mark, Weight

CODE = "OUT007"
NAME = "attachment-missing"
WEIGHT = Weight.ADVISE


@dataclass(frozen=True)
class Options:
    """None."""


PASS = """
at 2026-03-05 10:00
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Writing sample

Dear Dana,

I can attach the sample to my next mail if you like; I grew attached to it.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Writing sample

Dear Dana,

Please find attached the writing sample that you asked for.

Best,
Robin
"""
_SAYS = re.compile(
    r"\b(?:(?:please )?(?:find|see|have) (?:\w+ ){0,4}(?:attached|enclosed|attachment)"
    r"|\bhere(?:'?s| is| are| comes?) (?:my|the|our) (?:[\w-]+ ){1,5}as (?:an? )?(?:zip|pdf|word|docx?|jpe?g|scan|png|file)\b"
    r"|\bhere(?:'?s| is| are| comes?) (?:my|the|our|both|all) (?:[\w-]+ ){0,2}(?:pdf|scans?|documents?|files?|certificates?|forms?|sample|copy|copies|slides|contract|questionnaire)"
    r" (?:(?:that |which )?you (?:asked|requested|wanted|needed)|as (?:requested|asked|promised|agreed|discussed))\b(?![^.!?]{0,120}:$)"
    r"|(?:attached|enclosed) (?:please |you|is|are|to this|with this|herewith|as|in|my|the|a|also|here|below|there|and|both|by)\b"
    r"|(?:is|are|it|them|'ve|have|file|document|sample|references?|résumé|resume|cv|it as a pdf|copy|letter) (?:\w+ )?(?:attached|enclosed)\b"
    r"|(?:i|i've|i have|i am|i'm|we) (?:\w+ )?(?:attach(?:ed|ing)?|enclos(?:e|ed|ing))\b|attaching\b|enclosing\b"
    r"|(?:the|an?|in|my|this|as) (?:attachments?|enclosure)\b|^attached\b|\w attached$|^enclosed\b|in the attached\b|the (?:attached|enclosed)\b|\(attached\)"
    r"|\bhier (?:ist|sind|kommt|kommen) (?:[\w-]+ ){1,5}als (?:pdf|scan|datei|word|foto)\b|\bhier (?:ist|sind|kommt|kommen) (?:die|der|das) (?:gewünscht|erbeten|angefordert|versprochen)\w* (?:[\w-]+ )?(?:\w*unterlagen|\w*zeugnis\w*|dokument\w*|kopien?|scans?|formular\w*|\w*bescheinigung\w*|\w*nachweise?|\w*probe|lebenslauf|\w*mappe|pdfs?|datei\w*|zertifikat\w*|\w*vertrag|fragebogen|fotos?|präsentation|referenzliste)\b(?![^.!?]{0,80}:)"
    r"|(?:im anhang|in der anlage|anbei|beigefügt|als anhang)|(?:habe|ist|sind|finden) (?:\w+ ){0,6}angehängt|(?:send\w*|find) (?:[\w-]+ ){1,8}(?:with|in) this (?:e-?mail|mail|message)|the (?:file|document|pdf|letter) below|(?:ci-joint\w*|en pi[eè]ce jointe|en annexe)|adjunt[oa]\w*|in allegato|allegat[oa]|bijgevoegd|em anexo)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:attached to (?!this|the (?:mail|message|email|e-mail|present))|(?:can|could|may|might|shall|should|will|would|to|if i|happy to|glad to|gladly|let me) (?:\w+ ){0,2}(?:attach|enclose)\b"
    r"|(?:will|'ll|going to|able to) (?:[\w-]+ ){1,8}(?:as an?|in an?|by) attachment"
    r"|attach(?:ed)? (?:it|them|that|the \w+) (?:to|in|with) (?:my|the|an?) (?:last|next|earlier|previous|first|application|other|another|separate|new)"
    r"|(?:last|earlier|previous|yesterday's|other|first|your) (?:mail|email|e-mail|message|letter)|already (?:sent|attached|handed)|\b(?:i'd|i had) (?:\w+ )?(?:attached|enclosed)"
    r"|(?:no|without|not|n't|cannot|instead of|rather than|too large|never) (?:\w+ ){0,5}(?:attach\w*|enclos\w*)|(?:you|your|their) (?:\w+ ){0,2}(?:attached|enclosed|attachment)"
    r"|(?:attached|enclosed) (?:garage|garden|house|flat|room|building|strings?|yard|bath\w*|courtyard|space|conservatory|workshop|shed|label|tag)"
    r"|strings? attached|emotionally attached|(?:grew|grown|became|become|very|so|deeply|rather|quite|been|much) attached|military attach|attaché|will follow|separate (?:mail|email|message)"
    r"|\b(?:schicke|sende|reiche|folgen|kommen)(?: \w+){0,4} (?:morgen|später|nachher|heute abend|am \w+tag|nächste woche)\b"
    r"|attached (?:on|last|yesterday|earlier|before|in|to my)\b|(?:may|can|could|shall|should|want|wanted|prefer|would you like|would you rather|do you need|do you want|do you prefer) .{0,40}(?:as an? attachment|attached)\b.*\?|(?:im anhang|in der anlage) (?:ihre[rs]|deine[rs])|angehängt werden|(?:uploaded|upload|portal|link|online|shared folder|https?:)|attachment (?:theory|style|points?|issues?)|attached (?:great|much|such|importance|value|weight))",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Mark]:
    """Find talk of an attachment that is not there."""
    if case.message.attachments or case.message.public:
        return
    subject = case.message.subject
    if _SAYS.search(subject) and not subject.lower().startswith(("re:", "aw:", "fw")) and not _NOT.search(subject):
        yield Mark(
            message=f"The subject “{subject}” speaks of an attachment, and nothing is attached.",
            said=Said(subject, 0, len(subject)),
            where="subject",
            proposal="Attach it, or change the subject.",
        )
        return
    for said in case.message.all_sentences:
        line = said.text.replace("’", "'")
        if _SAYS.search(line) and not _NOT.search(line):
            yield Mark(
                message=f"“{said.text}” speaks of an attachment, and nothing is attached.",
                said=said,
                proposal="Attach it, or say where it is.",
            )
            return
