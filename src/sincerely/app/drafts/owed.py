"""Whether a mail is owed at all: who drafts an answer to what was answered long ago is told what stands instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sincerely.app.drafts.draft_targets import CODES
from sincerely.app.today.policies import load_policy
from sincerely.app.today.reporting import report_process
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import AskedWhy, Rejected, Thanked
from sincerely.core.people import is_address
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.report import as_known
from sincerely.rules import RULES

# One more referee may always be asked.
_ALWAYS = frozenset({"REF001"})


def not_owed(process: Process, code: str, who: str, now: datetime, policy: Policy) -> str:
    """Return in one line that a finding neither stands, nor will, nor ran out; empty where it does.

    What only ran out, or is still to come, is no reason not to write: the draft itself says how early it is.

    Args:
        process: whose the mail would be.
        code: a rule's code, or a kind of mail by its name.
        who: whom it is to, where the person says so.
        now: as of when.
        policy: the profile.
    """
    wanted = code.upper()
    if wanted not in CODES or wanted in _ALWAYS:
        return ""
    header = process.header
    known = as_known(process, now)[0]
    if _is_found(known, wanted, policy) or _may_be(known, wanted, who):
        return ""
    standing = dict.fromkeys(finding.code for finding in report_process(process, now, policy).findings)
    instead = f"what stands there is {', '.join(standing)}" if standing else "nothing is owed there now"
    return f"{wanted} does not stand in {header.id}: {instead}. --anyway writes it all the same"


def concerned(processes: Sequence[Process], code: str) -> Process | None:
    """Return the first process in which a finding stands at some time: nobody withdraws from the job that they took."""
    policy = load_policy()
    return next((process for process in processes if _is_found(process, code.upper(), policy)), None)


def _is_found(process: Process, code: str, policy: Policy) -> bool:
    rule = next((each for each in RULES if code == each.CODE), None)
    header = process.header
    calendar = working_calendar(header.country, header.zone)
    found = rule.check(process, policy.for_process(header.id), calendar) if rule is not None else ()
    return any(True for _ in found)


def _may_be(process: Process, code: str, who: str) -> bool:
    """Whether a mail that no rule asks for is right all the same: to whom no event names, or after a no on paper."""
    if code == "BYE001":
        return isinstance(process.outcome, Rejected) and not process.all(AskedWhy)
    thanked = {person.casefold() for event in process.all(Thanked) for person in event.who}
    return code == "THX001" and is_address(who) and who.casefold() not in thanked
