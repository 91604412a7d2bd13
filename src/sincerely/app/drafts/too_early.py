"""Whether a mail that was just written may go out yet: who drafts a question for news early is told so at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sincerely.app.drafts.keeping import written_of
from sincerely.app.outgoing.message import outgoing_of
from sincerely.app.outgoing.reviewing import review_process
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.report import as_known
from sincerely.gate.verdict import Finding, Weight
from sincerely.writing.facts.grounds import Draft

# The hour of the day is no reason not to write; that message is held over night all the same.
_OF_THE_HOUR = frozenset({"OUT012"})
_CHECK_INS = frozenset({"check-in", "accept-silence"})


def told_early(draft: Draft, process: Process, now: datetime, policy: Policy) -> Draft:
    """Return a draft with what the gate would hold it for today, in words; as it is where it may go out.

    Args:
        draft: what was written.
        process: whose it is.
        now: as of when.
        policy: the profile.
    """
    if draft.what not in _CHECK_INS:
        return draft
    message = outgoing_of(written_of(process, draft.what, draft, now).text)
    known = as_known(process, now)[0]
    found = review_process(message, known, now, (), policy=policy).verdict.findings
    held = [f for f in found if f.weight is Weight.HOLD and not f.overruled and f.code not in _OF_THE_HOUR]
    return replace(draft, too_early=" ".join(map(_words, held)))


def _words(finding: Finding) -> str:
    until = "until then" if finding.not_before is not None else "for now"
    return f"{finding.message} The gate will hold this mail {until} ({finding.code})."
