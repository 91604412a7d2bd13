"""Everyday mails, each one that a check once judged wrongly or the near miss beside it (tests/gate/everyday)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.each import of_each
from tests.gate.case_files import Written, read

EVERYDAY = list(read((Path(__file__).parent / "everyday" / "everyday.cases").read_text("utf-8")))


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in EVERYDAY}) == len(EVERYDAY) > 60


@pytest.mark.parametrize("code", sorted({case.code for case in EVERYDAY}))
def test_everyday_mails_are_judged_rightly(code: str) -> None:
    @of_each([case for case in EVERYDAY if case.code == code], lambda case: case.name)
    def is_judged(case: Written) -> None:
        findings = [f for f in case.review().verdict.findings if f.code == code]
        assert bool(findings) is case.hits, (case.why, findings)
        if case.until:
            assert any(f.not_before == case.instant(case.until) for f in findings)
        for finding in findings:
            if finding.begin is not None:
                text = case.message.subject if finding.where == "subject" else case.message.text
                assert " ".join(text[finding.begin : finding.stop].split()) == finding.quote

    is_judged()
