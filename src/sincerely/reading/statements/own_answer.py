"""By which day the candidate says that their own answer will come: "I'll tell you by Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sincerely.reading.scoring.words import plain

from . import saying_yes
from .answers import clause_at, is_of_theirs
from .deadlines import day_of, is_deadline
from .statement import Statement

# What is told may be something else than the answer: "your questions", "my start date", "which day suits".
_NO_OTHER = (
    r"(?!(?: to| with| of| about)? (?:the|your|my|our|their|his|her|them|him|these|those|all|every\w+|which|where|how|more|about)\b"
    r"(?! (?:\w+ )?(?:answer|decision|reply|response|offer|acceptance|choice)\b))"
)
_ENGLISH = (
    rf"\b(?:tell you|let you know|answer|reply|respond|decide|confirm)\b{_NO_OTHER}|\bsay yes or no\b|\b(?:get|come) back to you\b"
    rf"|\b(?:be|get) in touch\b{_NO_OTHER}|\bhear (?:back )?from me\b|\b(?:my|an?|the) (?:\w+ )?(?:answer|decision|reply|response)\b"
    r"|\bmake (?:up )?my (?:mind|decision|choice)\b"
)
_NO_OTHER_DE = r"(?!.*\b(?:mein\w*|den|das|die|eine?n?)\b (?!(?:\w+ )?(?:antwort|entscheidung|rückmeldung|entschluss)))"
_GERMAN = (
    r"\bbescheid\b|\b(?:antworten?|entscheiden?)\b|\b(?:meine|eine|die) (?:\w+ )?(?:antwort|entscheidung|rückmeldung)\b"
    rf"|\bmelden?(?: ich)? mich\b|\bmich (?:\w+ ){{0,3}}?melden\b|\b(?:hören|hört|hörst)\b.*\bvon mir\b"
    rf"|\b(?:sage ich|ich sage|werde ich|ich werde) (?:es )?(?:ihnen|euch|dir)\b{_NO_OTHER_DE}"
)
_FRENCH = (
    r"\b(?:ma|mon|une) (?:\w+ )?(?:réponse|décision|choix|retour)\b|\b(?:reviens|reviendrai) vers (?:vous|toi)\b"
    r"|\b(?:vous|te) (?:le )?(?:dirai|réponds|répondrai|recontacte(?:rai)?)\b|\btiendrai? au courant\b"
)
_ANSWERS = re.compile(f"(?:{_ENGLISH}|{_GERMAN}|{_FRENCH})", re.IGNORECASE)
# Who does it stands before the clause, "we talk it over and will tell you", or the verb alone says it.
_GOES_ON = re.compile(
    r"\s*(?:then |so |also )?(?:will|shall)\b|.*\b(?:antworte|entscheide)\b(?: ich\b)?", re.IGNORECASE
)


def day_of_answer(said: Sequence[Statement]) -> date | None:
    """Return the day by which the candidate says that they will answer; None where they name none."""
    for statement in said:
        for mention in statement.times:
            day = day_of(mention)
            if day is None or day < statement.clock.at.date() or statement.text.rstrip().endswith("?"):
                continue
            clause = clause_at(statement, mention)
            theirs = is_of_theirs(clause) or _GOES_ON.match(clause) is not None
            later = is_deadline(mention) and saying_yes.puts_off([tuple(plain(clause).split())])
            if later or (theirs and _ANSWERS.search(clause)):
                return day
    return None
