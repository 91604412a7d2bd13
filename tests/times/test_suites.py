"""The figures that the grammar must keep, on other people's cases and on our own deadlines."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sincerely.times import find


def _load() -> ModuleType:
    """Import the scorer beside this file: tests are no package."""
    spec = importlib.util.spec_from_file_location("times_suites", Path(__file__).parent / "suites.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["times_suites"] = module
    spec.loader.exec_module(module)
    return module


suites = _load()
FLOORS = {"ctparse": 0.92, "duckling": 0.90, "chrono": 0.92}


@pytest.mark.parametrize("suite", FLOORS)
def test_day_right(suite: str) -> None:
    if not suites.SHARED.exists():
        pytest.skip("the suites' cases are not beside this checkout")
    marks = [
        suites.is_right(case, find(case.text, case.at, suites.COUNTRY[suite]))
        for case in suites.cases()
        if case.suite == suite and case.day
    ]
    assert sum(marks) / len(marks) >= FLOORS[suite]


def test_nothing_where_nothing_is() -> None:
    if not suites.SHARED.exists():
        pytest.skip("the suites' cases are not beside this checkout")
    wrong = [c.text for c in suites.cases() if c.day is None and find(c.text, c.at, suites.COUNTRY[c.suite])]
    assert wrong == []


def test_ends_of_deadlines() -> None:
    wrong = [c.text for c in suites.deadlines() if not suites.is_deadline_right(c, find(c.text, c.at, c.suite))]
    assert len(wrong) <= 0.05 * len(list(suites.deadlines())), wrong
