"""Look again at who gets this.

What
    It goes to strangers in a long copy line, to people of another employer, or to several interviewers at once, who
    then see that they share one note; or a referee, or somebody private, stands beside the employer. Or it goes to an
    address from which a mail of yours came back, because there is no such address or no such domain.

Why it matters
    What everybody gets, nobody got. And nobody outside should learn from you who is hiring. What comes back was not
    written, whatever you believe.

Options
    ``crowd``: from how many recipients on a reply to all is held to be a mistake.

Fix
    Send it to who it is for; to several interviewers one note each. To the right address: it stands in a signature or
    an invitation, and is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.facts import say_day
from sincerely.core.people import is_person

from . import names
from .case import Case
from .message import Mailbox
from .purpose import Purpose
from .text import Said
from .verdict import Mark, Weight

CODE = "OUT016"
NAME = "recipients"
WEIGHT = Weight.STOP
# Of what comes back for another reason (a full mailbox, too much attached) a second try may arrive.
_NO_ADDRESS = {"no-such-address": "there is no such address", "no-such-domain": "no such domain takes mail"}


@dataclass(frozen=True)
class Options:
    """See above."""

    crowd: int


PASS = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-03 15:00 corrected   3f2a9c01b7de returned=d.ito@acme.example reason=no-such-address
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Cc: recruiting@acme.example
Subject: Data analyst

Dear Dana,

Thursday at ten suits me well.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example, lee@acme.example
2026-03-04 17:30 corrected   3f2a9c01b7de returned=lee@acme.example reason=no-such-address
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>, Lee Park <lee@acme.example>
Subject: Thank you

Dear both,

Thank you for the interview about the data analyst position yesterday.

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find people who should not get this, or not together."""
    if case.message.public:
        return
    yield from _came_back(case)
    boxes = [box for box in case.message.everybody if box.address and box.address != case.message.sender.address]
    crowd = case.desk.policy.of(CODE, Options).crowd
    if len(boxes) >= crowd:
        yield _mark(f"It goes to {len(boxes)} people.", boxes[-1], "Send it to the one or two whom it is for.")
        return
    other = next((box for box in boxes if _of_another(case, box)), None)
    if other is not None:
        yield _mark(f"{_name(other)} belongs to another employer.", other, f"Take {_name(other)} out.")
        return
    open_boxes = [*case.message.to, *case.message.cc]
    theirs = [box for box in open_boxes if case.is_theirs(box) and is_person(box.address)]
    if case.purpose is Purpose.THANKS and len(theirs) > 1:
        yield _mark(
            "Several interviewers share one note, and see it.", theirs[1], "Write to each alone, and differently."
        )
        return
    stranger = next((box for box in boxes if _is_stranger(case, box)), None)
    if stranger is not None:
        yield _mark(
            f"{_name(stranger)} has no part in this process, as far as is known.",
            stranger,
            f"Take {_name(stranger)} out.",
        )


def _came_back(case: Case) -> Iterator[Mark]:
    """Find addresses that are none: a mail to them came back for good, and nothing went to them or came since."""
    process, calendar = case.process, case.desk.calendar
    if process is None or calendar is None:
        return
    latest = {back.returned.casefold(): back for back in sorted(process.returns, key=lambda back: back.at)}
    for box in case.message.everybody:
        who = box.address.casefold()
        back = latest.get(who)
        if back is None or back.reason not in _NO_ADDRESS or back.at > case.now:
            continue
        if any(back.at < event.at <= case.now and who in map(str.casefold, event.who) for event in process.events):
            continue
        yield _mark(
            f"Your mail to {who} came back on {say_day(back.at, calendar)}: {_NO_ADDRESS[back.reason]}.",
            box,
            "Find the right address, in their signature or the invitation, and send it there.",
        )


def _mark(message: str, box: Mailbox, proposal: str) -> Mark:
    return Mark(message=message, said=Said(box.address, 0, 0), where="to", proposal=proposal)


def _name(box: Mailbox) -> str:
    return box.name or box.address


def _of_another(case: Case, box: Mailbox) -> bool:
    if case.is_theirs(box):
        return False
    domains = {who.rpartition("@")[2].casefold() for there in case.desk.elsewhere for who in there.people}
    return box.domain in domains - case.domains


def _is_stranger(case: Case, box: Mailbox) -> bool:
    """Whether somebody in a mail to the employer belongs neither to it nor to the agency nor to the writer."""
    if case.process is None or len(case.message.everybody) < 2:
        return False
    if case.is_theirs(box) or (case.agency and box.domain == case.agency):
        return False
    own, other = map(names.of_box, (case.message.sender, box))
    if own and {part.casefold() for part in own[:2]} <= {part.casefold() for part in other}:
        return False  # the writer's own other address
    right = (
        other
        for other in case.message.everybody
        if case.is_theirs(other) or other.address.casefold() == case.consultant
    )
    return any(right)
