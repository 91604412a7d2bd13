"""Whether a mail can be about hiring at all: a cheap look that must not miss, before the careful one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .letter import Letter
from .linear import Linear, sigmoid
from .relays import is_relay, system_of
from .statements import Statement

# Enough of a mail to see what it is about.
_LOOK = 6000
_MOST_WORDS = 350
_STRONG_CUE = 0.8
_HEADERS = ("list-id", "list-unsubscribe", "precedence", "auto-submitted", "feedback-id")
_PIECES = re.compile(r"[^a-z]+")
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
        words += ["^", *statement.said.tokens]
        found |= {f"c {hit.means.partition(':')[0]}" for hit in statement.hits if hit.weight >= _STRONG_CUE}
        if len(words) > _MOST_WORDS:
            break
    found |= {f"w {word}" for word in words}
    found |= {f"b {one} {two}" for one, two in zip(words, words[1:], strict=False)}
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
