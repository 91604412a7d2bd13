"""What the gate's verdict makes of a message: approved, held, refused, claimed, void. Pure; `now` is data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sincerely.core.outbound import Dispatch, Overruled, Step

from .verdict import Decision, Finding, Verdict, Weight


class NothingToOverrule(ValueError):
    """A check was named that has nothing against this text; the message says which."""


@dataclass(frozen=True)
class Refused:
    """A message that may not go out as it is.

    Attributes:
        message: as it stands now: not approved, with what was overruled so far.
        findings: what is in the way.
        forbidden: codes that the person named and that the profile lets nobody overrule.
    """

    message: Dispatch
    findings: tuple[Finding, ...]
    forbidden: tuple[str, ...] = ()


def approve(
    message: Dispatch,
    verdict: Verdict,
    reasons: Mapping[str, str],
    now: datetime,
    seen: int,
    undo: timedelta = timedelta(0),
) -> Dispatch | Refused:
    """Return the message approved, held until the gate's earliest time where it says so; or what is in the way.

    Args:
        message: not approved yet; what was overruled of its very text before is in it.
        verdict: what the gate says of that text with this and all of ``reasons`` overruled.
        reasons: why, by the code of each check that is overruled now.
        now: when it is approved.
        seen: the newest event of the process that is known.
        undo: how long the person may still change their mind, where it may go out at once.

    Raises:
        NothingToOverrule: a check is named that has found nothing.
    """
    asked = _overrule(message, verdict, reasons, now)
    standing_against = tuple(finding for finding in verdict.findings if not finding.overruled)
    codes = {finding.code for finding in standing_against}
    kept = tuple(each for each in asked if each.code not in codes)
    if verdict.decision is Decision.SEND:
        not_before, why = now + undo, ""
    elif verdict.decision is Decision.HOLD and verdict.not_before is not None:
        not_before, why = verdict.not_before, _reasons(standing_against, Weight.HOLD)
    else:
        in_the_way = _in_the_way(standing_against, verdict)
        refused = message.after(Step.OVERRULE, now, overruled=kept) if kept != message.overruled else message
        return Refused(refused, in_the_way, tuple(each.code for each in asked if each.code in codes))
    return message.after(
        Step.APPROVE,
        now,
        approved_at=now,
        not_before=not_before,
        seen=seen,
        overruled=kept,
        advised=tuple(dict.fromkeys(f.code for f in standing_against if f.weight is Weight.ADVISE)),
        why=why,
    )


def _overrule(message: Dispatch, verdict: Verdict, reasons: Mapping[str, str], now: datetime) -> tuple[Overruled, ...]:
    """Return what is overruled of a message's very text: so far, and now."""
    found = {finding.code for finding in verdict.findings}
    for code in reasons:
        if code not in found:
            known = f"only {', '.join(sorted(found))}" if found else "no check has"
            raise NothingToOverrule(f"{code} has nothing against this text ({known}); leave it out")
    still = [each for each in message.overruled if each.digest == message.digest and each.code not in reasons]
    return (*still, *(Overruled(code, reason, message.digest, now) for code, reason in reasons.items()))


def _in_the_way(findings: Iterable[Finding], verdict: Verdict) -> tuple[Finding, ...]:
    wanted = Weight.STOP if verdict.decision is Decision.STOP else Weight.HOLD
    return tuple(finding for finding in findings if finding.weight is wanted)


def _reasons(findings: Iterable[Finding], weight: Weight) -> str:
    return " ".join(dict.fromkeys(finding.message for finding in findings if finding.weight is weight))


def claim(message: Dispatch, verdict: Verdict, now: datetime) -> Dispatch:
    """Return a message whose approval stands after the gate's last word: claimed, held longer, or void."""
    if verdict.decision is Decision.SEND:
        return message.after(Step.CLAIM, now)
    against = [finding for finding in verdict.findings if not finding.overruled]
    if verdict.decision is Decision.HOLD and verdict.not_before is not None:
        return message.after(Step.HOLD, now, not_before=verdict.not_before, why=_reasons(against, Weight.HOLD))
    return message.after(Step.VOID, now, why=" ".join(finding.message for finding in _in_the_way(against, verdict)))
