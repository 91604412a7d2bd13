"""The consultant speaks with the employer.

What
    The process runs through an agency, or somebody of another house asked that everything go through them, and the
    message goes to the employer. An answer in a thread that the employer began is fine, with the consultant in copy.
    So it is where the agency has not named the employer and the message asks another house about this opening.
    Or it goes to nobody but a mailbox that says itself that it is not read, or to a hiring system's that bears the
    employer's name while somebody is known there.

Why it matters
    The agency has agreed with the employer how they talk. Who goes around the consultant loses two advocates.

Options
    ``verdict``: ``advise``, or ``stop`` as the profile ``agency`` has it.

Fix
    Send it to the consultant, who passes it on; or, in the employer's own thread, put the consultant in copy. What
    nobody reads goes to whoever wrote to you there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Prefers
from sincerely.core.facts import is_called_after, people_known, whom_to_write
from sincerely.core.people import FREE_MAIL, is_person, is_unread
from sincerely.core.process import Process

from . import grounds
from .case import Case, domain_names
from .message import Mailbox
from .purpose import Purpose
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
    if case.process is None or case.message.public:
        return
    unread = _unread(case, case.process)
    if unread is not None:
        yield unread
        return
    via, asked = case.process.header.via == "agency", _asked(case)
    if not via and not asked:
        return
    who = case.process.header.consultant if via else asked
    theirs = next((box for box in case.message.everybody if _to_employer(case, box, who)), None)
    unnamed = None if theirs else _unnamed(case, who)
    theirs = theirs or unnamed
    if theirs is None:
        return
    if case.in_their_thread and who.casefold() in case.addresses:
        return
    shown = who or "your consultant"
    if case.in_their_thread:
        told, proposal = f"They wrote to you, and {shown} does not see your answer.", f"Put {shown} in copy."
    else:
        why = f"{shown} asked that everything go through them" if asked else f"This opening runs through {shown}"
        where = f"to {theirs.domain}" if unnamed else "straight to the employer"
        told, proposal = f"{why}, and this goes {where}.", f"Send it to {shown}."
    yield Mark(message=told, said=Said(theirs.address, 0, 0), where="to", proposal=proposal)


# What speaks of an application as of one that both know: friends and hotels are told of "an interview".
_ABOUT = re.compile(
    r"\b(?:(?:the|your|this|my|our) (?:[\w-]+ ){0,3}(?:interviews?|applications?|position|role|vacancy|opening|job)|interviews? (?:for|about|with you)"
    r"|(?:das|dem|des|ihr\w*|mein\w*|unser\w*) (?:\w+ )?vorstellungsgespräche?s?|(?:die|der|ihre[r]?|meine[r]?) (?:\w+ )?bewerbung(?:en)?"
    r"|(?:die|der|ihre[r]?|diese[r]?) (?:\w+ )?stelle|(?:l['’]|(?:votre|notre|mon) (?:\w+ )?)entretien|(?:la|ma) candidature|(?:le|du|au|ce|votre) (?:\w+ )?poste)\b",
    re.IGNORECASE,
)
# "My application for the position of cook"
_NAMED = re.compile(
    r"\b(?:position|role|post|job|vacancy|stelle|poste) (?:of|as|als|de|d['’]) ?(?:an? |the |une? )?(?P<role>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
# Who is asked to be a referee is told for what.
_REFEREES = re.compile(
    r"\b(?:referees?|references?|referenz(?:en|geber\w*)?|référents?|références?|recommand\w+)\b", re.IGNORECASE
)


def _unnamed(case: Case, who: str) -> Mailbox | None:
    """Return who may be the employer that an agency has not named: strangers of another house, asked about this opening.

    Referees are none, nor is whom another opening knows; who writes to the consultant besides hides nothing.
    """
    process, message = case.process, case.message
    if (
        _REFEREES.search(message.plain)
        or process is None
        or case.in_their_thread
        or who.casefold() in case.addresses
        or case.to_referees
    ):
        return None
    role = grounds.content(process.header.role)
    named = _NAMED.search(message.plain)
    if role and named is not None and not role & grounds.content(named["role"]):
        return None  # another opening
    about = case.reading.has(Purpose.NUDGE, Purpose.ASK_WHY) or _ABOUT.search(f"{message.subject} {message.plain}")
    if not about and not (role and role <= grounds.content(f"{message.subject} {message.plain}")):
        return None
    elsewhere = {person.casefold() for there in case.desk.elsewhere for person in there.people}
    known = elsewhere | {person.casefold() for person in case.referees}
    houses = FREE_MAIL | {who.casefold().rpartition("@")[2], message.sender.domain}
    return next((b for b in message.to if b.domain not in houses and b.address.casefold() not in known), None)


def _unread(case: Case, process: Process) -> Mark | None:
    """Return what is to be said of a message that reaches only mailboxes which nobody reads.

    A small house may well have its name before the ``@`` of a free mail address, and read it.
    """
    employer = process.header.employer
    boxes = [box.address for box in case.message.everybody]
    silent = case.desk.unread() if boxes else frozenset[str]()
    says_so = [address for address in boxes if is_unread(address) or address.casefold() in silent]
    called = [
        address
        for address in boxes
        if is_called_after(address, employer) and address.rpartition("@")[2].casefold() not in FREE_MAIL
    ]
    if not boxes or {*says_so, *called} != {*boxes}:
        return None
    persons = [who for who in (whom_to_write(process), *people_known(process)) if is_person(who)]
    known = next(
        (w for w in persons if not (is_unread(w) or w.casefold() in silent or is_called_after(w, employer))), ""
    )
    if not says_so and not known:
        return None
    message = (
        f"Nobody reads what is written to {says_so[0]}: {'its name says' if is_unread(says_so[0]) else 'its mails say'} so."
        if says_so
        else f"{called[0]} looks like a hiring system's mailbox, and hardly anybody reads there."
    )
    proposal = (
        f"Send it to {known}." if known else "Look for somebody there who wrote to you, or for a form on their page."
    )
    said = Said((says_so or called)[0], 0, 0)
    return Mark(message=message, said=said, where="to", proposal=proposal, weight=Weight.ADVISE)


def _asked(case: Case) -> str:
    """Return who asked that everything go through them: the consultant, or whoever writes for another house.

    An employer that names the one to whom questions go is none of these, unless nobody else is to be written to.
    """
    wishes = case.process.all(Prefers) if case.process is not None else ()
    named = [wish.contact for wish in reversed(wishes) if wish.contact]
    if case.process is not None and case.process.header.via == "agency":
        return next((who for who in named if who.casefold() == case.consultant), "")
    asked = [wish.contact for wish in reversed(wishes) if wish.contact and wish.contact in wish.who]
    only = case.process.addressee if case.process is not None else ""
    return only or next((who for who in asked if _is_of_another_house(case, who)), "")


def _is_of_another_house(case: Case, who: str) -> bool:
    """Whether somebody is of another house than the employer, whose desks may have parts of its domain for their own."""
    labels = who.rpartition("@")[2].casefold().split(".")[:-1]
    names = domain_names(case.process.header.employer) if case.process is not None else frozenset()
    return bool(labels) and bool(names) and not any(_akin(label, name) for label in labels for name in names)


def _akin(one: str, other: str) -> bool:
    """Whether a domain's label and a name are one house's: "acme-careers" and "acme", "swk" and "stadtwerkekassel"."""
    if one.startswith(other) or (len(one) > 2 and other.startswith(one)):
        return True
    left = iter(other)
    return 2 < len(one) <= _INITIALS and one[0] == other[0] and all(letter in left for letter in one)


# A longer label is hardly a house's initials.
_INITIALS = 4


def _to_employer(case: Case, box: Mailbox, consultant: str) -> bool:
    """Whether somebody is at the employer: known there, or under its name; a consultant's colleagues are not."""
    if not box.address or box.address.casefold() == consultant.casefold():
        return False
    colleagues = box.domain and box.domain.casefold() == consultant.casefold().rpartition("@")[2]
    if colleagues and (case.consultant or _is_of_another_house(case, consultant)):
        return False
    return box.address != case.message.sender.address and case.is_theirs(box)
