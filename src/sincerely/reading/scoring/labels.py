"""What the encoder is asked of a mail: kinds, what sentences say, what times and words are."""

from __future__ import annotations

KINDS = (
    "offer", "rejection", "interview_cancelled", "interview_changed", "interview_set", "interview_invite",
    "assessment", "reference_check", "request", "promise", "acknowledgement", "outreach", "other",
)  # fmt: skip
"""Kinds of hiring mail, the weightiest first."""
GRAVE_KINDS = frozenset(KINDS[:6])
"""Those that it is grave to assert wrongly: offers, rejections, interviews."""
ITEMS = (
    "writing-sample", "references", "transcript", "form", "salary", "portfolio", "start-date", "work-permit", "test",
    "take-home", "case-study", "video-interview", "presentation", "resume", "cover-letter", "certificate", "id",
    "bank-details",
)  # fmt: skip
SAID = (
    "offered", "rejected", "reason", "cancelled", "moved", "scheduled", "invited", "assessed", "reference-call",
    "acknowledged", "promised", "outreach", "asks", "heard", "prefers:calls", "prefers:silence", "prefers:contact",
    "told-why", "agreed", "declined", "thanked", "wrote:check-in", "wrote:reply", "wrote:reschedule", "wrote:other",
    "named", "applied", "accepted", "withdrew", "asked-why", "asked", "told", "briefed", "reminded",
    "thanked-reference",
    *(f"requested:{item}" for item in ITEMS),
    *(f"submitted:{item}" for item in ITEMS),
    "lands-badly",
)  # fmt: skip
"""What a sentence, or a mail, can say."""
TIMES = ("nothing", "start", "due", "promised", "answer-by")
"""What a time expression can be: nothing of these, an interview's start, the day something is due, a promise's, an offer's."""
WORDS = ("company", "role", "person")
"""What a word can belong to: the employer's name, the opening's title, somebody whom the candidate will meet."""
TONES = (
    "disparagement", "bitterness", "sarcasm", "threat", "entitlement", "begging", "over-familiarity", "pressure",
)  # fmt: skip
"""What can be wrong with how a text of the candidate would land."""
MAIL = ("sender-meets", "for-another", *TONES)
"""What else is asked of a mail: whether its writer will be at the interview, whether another house than the writer's has
the opening, and what is wrong with its tone."""
