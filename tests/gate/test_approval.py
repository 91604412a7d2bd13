"""What the gate's verdict makes of a message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sincerely.core.outbound import Dispatch, Overruled, State, Step, Text
from sincerely.gate.approval import NothingToOverrule, Refused, approve, claim
from sincerely.gate.verdict import Decision, Finding, Verdict, Weight

NOW = datetime(2026, 3, 5, 15, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TEXT = Text(to=("dana@acme.example",), subject="Thank you", body="Dear Dana,\n\nThank you.")
MESSAGE = Dispatch(process="acme", text=TEXT, digest=TEXT.digest, message_id="<a@x.example>", changed_at=NOW)
APPROVED = MESSAGE.after(Step.APPROVE, NOW, approved_at=NOW, not_before=NOW + HOUR)


def finding(code: str, weight: Weight, *, overruled: bool = False) -> Finding:
    return Finding(code=code, weight=weight, message=f"{code} says so.", overruled=overruled)


STOP = finding("OUT006", Weight.STOP)
HOLD = finding("OUT001", Weight.HOLD)
ADVICE = finding("OUT004", Weight.ADVISE)
OVERRULED = finding("OUT006", Weight.STOP, overruled=True)


def verdict(decision: Decision, *findings: Finding, until: datetime | None = None) -> Verdict:
    return Verdict(decision, until, findings)


def test_what_may_go_is_approved_from_now_on() -> None:
    found = approve(MESSAGE, verdict(Decision.SEND, ADVICE), {}, NOW, 7)
    assert isinstance(found, Dispatch)
    assert (found.state, found.not_before, found.approved_at, found.seen) == (State.APPROVED, NOW, NOW, 7)
    assert (found.advised, found.overruled, found.why) == (("OUT004",), (), "")


def test_what_is_held_is_approved_from_its_day_on() -> None:
    found = approve(MESSAGE, verdict(Decision.HOLD, HOLD, until=NOW + DAY), {}, NOW, 7)
    assert isinstance(found, Dispatch)
    assert (found.state, found.not_before, found.why) == (State.APPROVED, NOW + DAY, "OUT001 says so.")


@pytest.mark.parametrize(
    "said", [verdict(Decision.STOP, STOP, HOLD), verdict(Decision.HOLD, HOLD), verdict(Decision.STOP, STOP, ADVICE)]
)
def test_what_is_stopped_or_never_welcome_is_not_approved(said: Verdict) -> None:
    found = approve(MESSAGE, said, {}, NOW, 7)
    assert isinstance(found, Refused)
    assert found.message == MESSAGE
    assert [f.code for f in found.findings] == [said.findings[0].code]


def test_what_is_overruled_is_kept_with_its_reason_and_text() -> None:
    reasons = {"OUT006": "a joke between us"}
    found = approve(MESSAGE, verdict(Decision.SEND, OVERRULED), reasons, NOW, 7)
    assert isinstance(found, Dispatch)
    assert found.overruled == (Overruled("OUT006", "a joke between us", TEXT.digest, NOW),)
    refused = approve(MESSAGE, verdict(Decision.STOP, finding("OUT005", Weight.STOP), OVERRULED), reasons, NOW, 7)
    assert isinstance(refused, Refused)
    assert (refused.message.state, refused.message.overruled) == (State.DRAFT, found.overruled)
    assert refused.forbidden == ()


def test_what_a_profile_forbids_to_overrule_is_not_kept() -> None:
    refused = approve(MESSAGE, verdict(Decision.STOP, STOP), {"OUT006": "please"}, NOW, 7)
    assert isinstance(refused, Refused)
    assert refused.forbidden == ("OUT006",)
    assert refused.message.overruled == ()


def test_nothing_is_overruled_beforehand() -> None:
    with pytest.raises(NothingToOverrule, match=r"OUT002 has nothing against this text .only OUT006.; leave it out"):
        approve(MESSAGE, verdict(Decision.STOP, STOP), {"OUT002": "to be sure"}, NOW, 7)


def test_what_was_overruled_of_another_text_is_left_behind() -> None:
    with pytest.raises(NothingToOverrule, match=r"\(no check has\)"):
        approve(MESSAGE, verdict(Decision.SEND), {"OUT002": "to be sure"}, NOW, 7)
    other = replace(MESSAGE, overruled=(Overruled("OUT006", "of before", "0" * 64, NOW),))
    found = approve(other, verdict(Decision.SEND), {}, NOW, 7)
    assert isinstance(found, Dispatch)
    assert found.overruled == ()


def test_the_gates_last_word() -> None:
    assert claim(APPROVED, verdict(Decision.SEND), NOW).state is State.CLAIMED
    later = claim(APPROVED, verdict(Decision.HOLD, HOLD, until=NOW + DAY), NOW)
    assert (later.state, later.not_before) == (State.APPROVED, NOW + DAY)
    for said in (verdict(Decision.STOP, STOP), verdict(Decision.HOLD, HOLD)):
        assert claim(APPROVED, said, NOW).state is State.VOID
