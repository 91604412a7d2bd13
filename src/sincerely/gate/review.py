"""Judge an outgoing message: send it, hold it until an instant, or stop it. Pure; `now` is data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from types import ModuleType

from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.report import as_known

from .case import Case, Desk
from .checks import CHECKS
from .message import Outgoing
from .verdict import Decision, Finding, Mark, Verdict, Weight

_ORDER = {Weight.STOP: 0, Weight.HOLD: 1, Weight.ADVISE: 2}
# Checks whose weight a profile may raise.
_RAISED = frozenset({"OUT003"})
# A hold may run into the next one; more than a handful in a row there are not.
_MOST_HOLDS = 8


@dataclass(frozen=True)
class Options:
    """The table GATE: whether the person may overrule a check that stops."""

    overrule_stop: int


def review(
    message: Outgoing,
    process: Process | None,
    now: datetime,
    desk: Desk,
    *,
    overruled: Iterable[str] = (),
    checks: Iterable[ModuleType] = CHECKS,
) -> Verdict:
    """Return what is to become of a message.

    Args:
        message: what is to go out.
        process: the process that it belongs to; events later than ``now`` are ignored.
        now: when it would go out, an aware instant.
        desk: policy, working time, ear.
        overruled: codes of the checks that the person has overruled for this very text.
        checks: which checks to ask; all by default.
    """
    known = as_known(process, now)[0] if process is not None else None
    listed, named = tuple(checks), frozenset(overruled)
    first = tuple(_findings(Case(message, known, now, desk), listed, named))
    standing = [f for f in first if not f.overruled]
    if any(f.weight is Weight.STOP for f in standing):
        return Verdict(Decision.STOP, None, first)
    if not any(f.weight is Weight.HOLD for f in standing):
        return Verdict(Decision.SEND, None, first)
    return Verdict(Decision.HOLD, _earliest(Case(message, known, now, desk), listed, named), first)


def _earliest(case: Case, checks: tuple[ModuleType, ...], overruled: frozenset[str]) -> datetime | None:
    """Return the first instant found at which nothing holds any more; None where no instant is known."""
    holding = tuple(check for check in checks if check.WEIGHT is Weight.HOLD)
    for _ in range(_MOST_HOLDS):
        held = [f for f in _findings(case, holding, overruled) if not f.overruled]
        if not held:
            return case.now
        days = [f.not_before for f in held]
        if any(day is None for day in days):
            return None
        later = max(day for day in days if day is not None)
        if later <= case.now:
            return None
        case = replace(case, now=later)
    return None


def _findings(case: Case, checks: tuple[ModuleType, ...], overruled: frozenset[str]) -> Iterator[Finding]:
    found = [
        _finding(mark, check, case.desk.policy, overruled=check.CODE in overruled)
        for check in checks
        for mark in check.check(case)
    ]
    yield from sorted(found, key=lambda f: (_ORDER[f.weight], f.code, f.begin or 0))


def _finding(mark: Mark, check: ModuleType, policy: Policy, *, overruled: bool) -> Finding:
    weight: Weight = mark.weight or check.WEIGHT
    if check.CODE in _RAISED and mark.weight is None:
        weight = Weight(policy.of(check.CODE, check.Options).verdict)
    forbidden = weight is Weight.STOP and not policy.of("GATE", Options).overrule_stop
    said = mark.said
    in_text = said is not None and mark.where != "to"
    return Finding(
        code=check.CODE,
        weight=weight,
        message=mark.message,
        quote=said.text if said is not None else "",
        begin=said.begin if said is not None and in_text else None,
        stop=said.stop if said is not None and in_text else None,
        where=mark.where,
        proposal=mark.proposal,
        not_before=mark.not_before,
        overruled=overruled and not forbidden,
    )
