"""Every figure of the gate's policy is fixed by a case: were it another one, some verdict would be different."""

from __future__ import annotations

import pytest
from tests.gate.case_files import cases, example
from tests.support import POLICY

from sincerely.core.policy import Policy
from sincerely.gate.checks import CHECKS
from sincerely.gate.verdict import Finding

CASES = cases()
# A slightly different figure each.
OTHERS: dict[tuple[str, str], object] = {
    ("OUT003", "verdict"): "stop",
    ("OUT004", "likely"): 0.95,
    ("OUT008", "thanks_least"): 70,
    ("OUT008", "thanks_most"): 140,
    ("OUT008", "check_in_most"): 100,
    ("OUT011", "after"): "20h",
    ("OUT011", "likely"): 0.95,
    ("OUT011", "surely"): 0.1,
    ("OUT012", "quiet_from"): 20,
    ("OUT012", "quiet_until"): 8,
    ("OUT013", "alike"): 0.9,
    ("OUT016", "crowd"): 2,
}


def test_no_figure_is_left_out() -> None:
    codes = {check.CODE for check in CHECKS}
    assert set(OTHERS) == {(code, key) for code, table in POLICY.tables.items() if code in codes for key in table}


@pytest.mark.slow
@pytest.mark.parametrize(("code", "key"), OTHERS, ids=[".".join(name) for name in OTHERS])
def test_another_figure_is_another_verdict(code: str, key: str) -> None:
    changed = POLICY.with_overrides({code: {key: OTHERS[code, key]}})
    examples = [example(text) for check in CHECKS if code == check.CODE for text in (check.PASS, check.FAIL)]
    own = [*(case for case in CASES if case.code == code), *examples]
    assert any(
        _found(case.review().verdict.findings, code) != _found(case.review(changed).verdict.findings, code)
        for case in own
    )


def test_overruling_a_stop_is_a_figure_too() -> None:
    check = next(check for check in CHECKS if check.CODE == "OUT006")
    changed: Policy = POLICY.with_overrides({"GATE": {"overrule_stop": 0}})
    case = example(check.FAIL)
    assert case.review(overruled=["OUT006"]).verdict != case.review(changed, ["OUT006"]).verdict


def _found(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]
