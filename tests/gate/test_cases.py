"""The gate's cases: 640 mails that were written from the design before the code, by somebody who did not write it.

Every figure of docs/gate.md is counted here. What is not right yet is listed by name, so that nothing gets worse
unnoticed and nothing gets better without a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import pytest
from tests.each import of_each
from tests.gate.case_files import FOLDER, Written, cases

from sincerely.gate.checks import CHECKS
from sincerely.gate.verdict import Finding

CASES = cases()
# Irony, allusion and a no in disguise that the ear for tone does not hear, and what it hears wrongly.
NOT_YET = frozenset("""out004-01""".split())


def test_the_cases_are_the_ones_that_were_measured_by() -> None:
    for line in (FOLDER / "cases.sha256").read_text("utf-8").splitlines():
        digest, name = line.split()
        assert sha256((FOLDER / name).read_bytes()).hexdigest() == digest
    assert len(CASES) == 40 * len(CHECKS)


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted({case.code for case in CASES}))
def test_hits_and_passes_and_offsets(code: str) -> None:
    @of_each([case for case in CASES if case.code == code], lambda case: case.name)
    def is_judged(case: Written) -> None:
        findings = case.review().verdict.findings
        _hits_or_passes(case, [finding for finding in findings if finding.code == code])
        _stand_where_the_words_stand(case, findings)

    is_judged()


def _hits_or_passes(case: Written, found: list[Finding]) -> None:
    right = bool(found) is case.hits and _words(case, found) and _until(case, found)
    assert right is (case.name not in NOT_YET), (case.why, found)


def _words(case: Written, found: list[Finding]) -> bool:
    """Whether a finding overlaps the words of the case."""
    if not case.words or not case.hits:
        return True
    text = case.message.text
    begin = text.find(case.words)
    return any(
        (f.quote and (f.quote in case.words or case.words in f.quote))
        or (f.begin is not None and f.stop is not None and f.begin < begin + len(case.words) and begin < f.stop)
        for f in found
    )


def _until(case: Written, found: list[Finding]) -> bool:
    return not case.until or any(f.not_before == case.instant(case.until) for f in found)


def _stand_where_the_words_stand(case: Written, findings: Iterable[Finding]) -> None:
    message = case.message
    for finding in findings:
        if finding.begin is not None:
            text = message.subject if finding.where == "subject" else message.text
            assert " ".join(text[finding.begin : finding.stop].split()) == finding.quote
