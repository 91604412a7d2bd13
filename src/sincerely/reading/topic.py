"""Whether a mail can be about hiring at all: a cheap look that must not miss, before the careful one."""

from __future__ import annotations

import math

from .letter import Letter
from .relays import is_relay

# Enough of a mail to see what it is about.
_LOOK = 6000
_STRONG = frozenset(
    """application applied applying applicant applicants candidate candidates candidacy interview interviews
    interviewing interviewer recruiter recruiters recruiting recruitment hiring hire resume résumé cv vacancy
    referee referees reference references bewerbung bewerbungsgespräch vorstellungsgespräch stelle candidature
    entretien poste shortlisted shortlist onboarding salary employment internship assessment takehome career careers
    job jobs role position offer reschedule talent hackerrank codility transcript rejected unsuccessful
    availability available""".split()  # noqa: SIM905
)
_PUNCTUATION = str.maketrans(dict.fromkeys("()[]{}<>.,;:!?\"'’“”/|*_=-–—&\n\r\t", " "))


def may_be_hiring(letter: Letter) -> bool:
    """Whether reading the whole mail can be worth it."""
    if letter.calendars or letter.forwarded or is_relay(letter.from_.address):
        return True
    words = set(f"{letter.subject} {letter.text[:_LOOK]}".lower().translate(_PUNCTUATION).split())
    return not words.isdisjoint(_STRONG)


_WEIGHTS = {
    "application": 1.4,
    "applying": 2.0,
    "applied": 1.0,
    "applicant": 1.5,
    "applicants": 1.5,
    "candidate": 2.0,
    "candidates": 2.0,
    "candidacy": 3.0,
    "interview": 2.2,
    "interviews": 1.5,
    "interviewer": 2.0,
    "interviewing": 2.0,
    "recruiter": 2.0,
    "recruiting": 2.0,
    "recruitment": 2.0,
    "hiring": 2.5,
    "resume": 2.0,
    "résumé": 2.0,
    "cv": 1.8,
    "vacancy": 2.5,
    "referee": 2.0,
    "referees": 2.5,
    "references": 1.5,
    "bewerbung": 4.0,
    "vorstellungsgespräch": 4.0,
    "stelle": 1.5,
    "candidature": 3.0,
    "entretien": 2.0,
    "poste": 1.5,
    "shortlisted": 2.5,
    "onboarding": 1.0,
    "salary": 1.5,
    "employment": 1.6,
    "internship": 1.8,
    "assessment": 1.2,
    "takehome": 2.0,
    "career": 0.8,
    "careers": 1.0,
    "job": 0.8,
    "role": 1.6,
    "position": 1.4,
    "offer": 0.6,
    "talent": 1.2,
    "availability": 0.8,
    "available": 0.3,
    "team": 0.5,
    "transcript": 1.0,
    "opportunity": 0.7,
    "hire": 1.2,
    "analyst": 0.6,
    "engineer": 0.4,
    "background": 0.3,
    "start": 0.2,
    "panel": 0.7,
    "shortlist": 2.0,
    "reschedule": 1.0,
}
_AGAINST = {
    "manuscript": 5.0,
    "reviewers": 2.5,
    "journal": 2.5,
    "abstract": 2.0,
    "conference": 1.0,
    "loan": 4.0,
    "credit": 2.0,
    "mortgage": 4.0,
    "visa": 1.5,
    "apartment": 3.0,
    "lease": 3.0,
    "tenancy": 4.0,
    "landlord": 4.0,
    "flat": 2.0,
    "refund": 3.0,
    "order": 1.5,
    "delivery": 1.5,
    "shipping": 3.0,
    "parcel": 3.0,
    "discount": 3.0,
    "sale": 2.0,
    "newsletter": 2.5,
    "unsubscribe": 1.2,
    "webinar": 3.0,
    "insurance": 2.0,
    "claim": 1.5,
    "invoice": 2.5,
    "subscription": 2.5,
    "alert": 1.5,
    "alerts": 2.0,
    "verify": 1.0,
    "password": 2.5,
    "coupon": 3.0,
    "podcast": 2.0,
    "patch": 2.0,
    "linux": 2.0,
    "mailing": 1.5,
    "wrote": 0.5,
    "grant": 1.5,
    "scholarship": 1.5,
    "tickets": 1.5,
}


def hiring(letter: Letter, reply: str, quoted: str, models: object) -> float:
    """Return how likely a mail is about the candidate's own job search."""
    del models
    words = set(f"{letter.subject} {reply[:_LOOK]}".lower().translate(_PUNCTUATION).split())
    score = -2.5 + sum(_WEIGHTS.get(word, 0.0) - _AGAINST.get(word, 0.0) for word in words)
    older = set(quoted[:2000].lower().translate(_PUNCTUATION).split())
    score += 0.4 * sum(_WEIGHTS.get(word, 0.0) for word in older - words)
    if is_relay(letter.from_.address):
        score += 2.5
    return 1 / (1 + math.exp(-score))
