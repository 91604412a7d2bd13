"""The consultant speaks with the employer.

What
    The process runs through an agency, and the message goes to the employer. An answer in a thread that the employer
    began is fine, with the consultant in copy.

Why it matters
    The agency has agreed with the employer how they talk. Who goes around the consultant loses two advocates.

Options
    ``verdict``: ``advise``, or ``stop`` as the profile ``agency`` has it.

Fix
    Send it to the consultant, who passes it on; or, in the employer's own thread, put the consultant in copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Prefers

from .case import Case
from .message import Mailbox
from .text import Said
from .verdict import Mark, Weight

CODE = "OUT003"
NAME = "not-your-channel"
WEIGHT = Weight.ADVISE


@dataclass(frozen=True)
class Options:
    """See above."""

    verdict: str


PASS = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US via=agency consultant=jo@talent.example
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Jo Marsh <jo@talent.example>
Subject: Thank you note for Dana Ito

Hi Jo,

Would you pass this on to Dana? I enjoyed our talk about the data analyst position.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US via=agency consultant=jo@talent.example
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Hi Dana,

I enjoyed our talk about the data analyst position.

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find a message that goes around the consultant."""
    if case.process is None or case.process.header.via != "agency" or case.message.public:
        return
    theirs = next((box for box in case.message.everybody if _to_employer(case, box)), None)
    if theirs is None:
        return
    copied = bool(case.consultant) and case.consultant in case.addresses
    if case.in_their_thread and copied:
        return
    who = case.process.header.consultant or "your consultant"
    if case.in_their_thread:
        told, proposal = f"They wrote to you, and {who} does not see your answer.", f"Put {who} in copy."
    else:
        told, proposal = (
            f"{_why(case, who)}, and this goes straight to the employer.",
            f"Send it to {who}.",
        )
    yield Mark(message=told, said=Said(theirs.address, 0, 0), where="to", proposal=proposal)


def _why(case: Case, who: str) -> str:
    """Say why not: the consultant asked for it in so many words, or it is how the opening runs."""
    wishes = case.process.all(Prefers) if case.process is not None else ()
    if any(wish.contact.casefold() == case.consultant for wish in wishes if wish.contact):
        return f"{who} asked that everything go through them"
    return f"This opening runs through {who}"


def _to_employer(case: Case, box: Mailbox) -> bool:
    """Whether somebody is at the employer: known there, or under its name."""
    if not box.address or box.address.casefold() == case.consultant:
        return False
    return box.address != case.message.sender.address and case.is_theirs(box)
