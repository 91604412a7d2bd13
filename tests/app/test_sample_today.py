"""The bundled sample, read: Today shows what the story says, and nothing else, whatever day it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from sincerely.app.evaluating import sample_set
from sincerely.app.evaluating.sample_truth import truth
from sincerely.sample.write import composed

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.mark.slow
@pytest.mark.parametrize("at", ["2026-03-11T12:00-04:00", "2026-11-28T09:00-05:00", "2027-01-04T07:00-05:00"])
def test_every_finding_is_right_and_none_is_missing(at: str) -> None:
    now = datetime.fromisoformat(at)
    letters = {letter.template.name: letter for letter in composed(now).letters()}
    _, faults = sample_set.findings(truth(SAMPLE, now), letters, now)
    assert faults == []
