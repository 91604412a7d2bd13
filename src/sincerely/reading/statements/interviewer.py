"""Mail to one who interviews others for the house that they work for: it has every word of an interview, and is none of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

_NAME = r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2})"
_WHOLE = r"([A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w'’.-]*\w){1,2})(?![\w'’]|,? (?:who|our|the)\b)"
# "Scheduled to interview Ida Holm": whoever is interviewed oneself is so with, by, for or at somebody. One word more may
# be a house, a place or a day, and "Ida Holm's team" interviews.
_INTERVIEW = re.compile(
    rf"\b(?i:you(?:['’]re|['’]ll| are| will| have been|['’]ve been)?) (?:[a-z]+ ){{0,3}}(?:to interview|interview|interviewing) {_WHOLE}"
    rf"|\bThank you for (?:agreeing to interview|interviewing) {_WHOLE}"
)
# What is read, written and decided by those who choose; that others choose is told to candidates, too.
_CHOOSES = re.compile(
    r"\b(?:review|read|see|study|look at|look through|attached is|attached are) (?:the |(?:his|her|their) (?:\w+ )?|(?:candidate|applicant)['’]?s? )(?:r[ée]sum[ée]|cv|application|portfolio)\b"
    r"|\b(?:interview kit|interviewer (?:kit|guide|feedback))\b"
    r"|\b(?:(?:your|written) feedback (?:on|about|for|within|by|form)|submit (?:your )?feedback)\b|\bdebrief\b",
    re.IGNORECASE,
)
_SCORES = re.compile(
    r"\b(?:complete|submit|fill (?:in|out)|add|enter|return) (?:your|the|a|an) (?:\w+ )?score ?card\b"
    # Candidates get one, too: "Your scorecard is attached".
    r"|\b(?:need|await|missing|waiting for|send us|send me) your (?:\w+ )?score ?card\b|\byour (?:\w+ )?score ?card (?:is (?:due|missing|needed|wanted)\b|by\b|within\b|(?:for|on) (?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
# Candidates are asked how it was, and are assessed themselves: this tells something beside another one's name only.
_ASSESSES = re.compile(
    r"\b(?:complete|submit|fill (?:in|out)|add|enter|return) (?:your|the|a|an) (?:\w+ )?(?:interview(?:er)? feedback|candidate (?:feedback|evaluation))\b(?! survey)"
    r"|\b(?:Ihren|deinen|den) (?:Bewertungsbogen|Beurteilungsbogen)\b|\b(?:la|votre|ta) (?:grille|fiche) d['’]évaluation\b",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    rf"\b(?:[Cc]andidate|[Aa]pplicant)(?::| is|,)? {_NAME}|\b(?:mit|von) (?:der Bewerberin|dem Bewerber|der Kandidatin|dem Kandidaten) {_NAME}"
    rf"|\b(?:avec|recevez|recevrez|de) (?:la candidate|le candidat) {_NAME}"
)
# Whoever is told so is a candidate after all.
_OWN = re.compile(
    r"\byour (?:\w+ )?(?:application|candidacy|r[ée]sum[ée]|cv|interviewers?)\b|\b(?:you applied|for applying|interview you|meeting you)\b"
    r"|\byour interview (?:for|at|is|on|has|will|was)\b|\b(?:ihr|dein)e?m? vorstellungsgespräch\b|\b(?:votre|ton) entretien d['’]embauche\b"
    r"|\b(?:ihre|deine) (?:bewerbung|unterlagen)\b|\b(?:votre|ta) candidature\b"
    # One who only plays at it.
    r"|\b(?:mock|role[- ]?play\w*|(?:interview )?exercise|case study|as part of (?:the|your) (?:task|test|case|assignment))\b",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december candidates applicants people""".split()
)


def interviews_others(said: Sequence[str], mine: AbstractSet[str]) -> bool:
    """Whether a mail takes its reader for one who interviews somebody else.

    Args:
        said: its subject and sentences, as they stand.
        mine: the words of the candidate's name, in lower case.
    """
    candidates = [match for one in said for match in _CANDIDATE.finditer(one)]
    if any(_OWN.search(one) for one in said) or any(_is_ones_own(match, mine) for match in candidates):
        return False
    chooses = any(_CHOOSES.search(one) for one in said)
    if chooses and any(_is_another(match, mine) for one in said for match in _INTERVIEW.finditer(one)):
        return True
    # Of a mailbox that spells no whole name nobody knows whose the candidate's is.
    named = len(mine) > 1 and any(_is_another(match, mine) for match in candidates)
    if any(_SCORES.search(one) for one in said):
        return True
    return named and any(_ASSESSES.search(one) for one in said)


def _words(match: re.Match[str]) -> list[str]:
    return next(filter(None, match.groups()), "").casefold().replace("’", "'").split()


def _is_another(match: re.Match[str], mine: AbstractSet[str]) -> bool:
    words = _words(match)
    return bool(words) and mine.isdisjoint(words) and _NO_NAME.isdisjoint(words)


def _is_ones_own(match: re.Match[str], mine: AbstractSet[str]) -> bool:
    return not mine.isdisjoint(_words(match))
