"""Every rule keeps its own promises: its examples, its page, its shape."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from tests.support import HEAD, history_of, load

from sincerely.core.events import Event
from sincerely.rules import RULES

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)


@each_rule
@pytest.mark.parametrize("name", ["PASS", "FAIL"])
def test_examples_hold(rule: ModuleType, name: str) -> None:
    """All and only the findings that an example names stand, each from the instant that it names."""
    text: str = getattr(rule, name)
    timelines = load(text if "process " in text else HEAD + text)
    found = {
        (timeline.header.id, at, code, who)
        for timeline in timelines
        for at, code, who in history_of(timeline, timelines)
        if code == rule.CODE
    }
    expected = {(t.header.id, e.at, e.code, e.who) for t in timelines for e in t.expected}
    assert found == expected
    assert bool(expected) is (name == "FAIL")


@each_rule
def test_rule_is_documented(rule: ModuleType) -> None:
    assert re.fullmatch(r"[A-Z]{3,4}\d{3}", rule.CODE)
    assert rule.__name__.rpartition(".")[2] == f"{rule.CODE}_{rule.NAME}".lower().replace("-", "_")
    for heading in ("What", "Why it matters", "Options", "Fix"):
        assert f"\n{heading}\n" in (rule.__doc__ or "")


def test_the_list_is_complete() -> None:
    codes = [rule.CODE for rule in RULES]
    assert len(codes) == len(set(codes)) == 23


def test_every_finding_has_evidence_and_a_message() -> None:
    for rule in RULES:
        text = rule.FAIL
        timelines = load(text if "process " in text else HEAD + text)
        for timeline in timelines:
            for finding in history_of.findings(timeline, timelines):
                assert finding.message.endswith((".", "?"))
                assert finding.evidence
                assert all(isinstance(event, Event) for event in finding.evidence)
