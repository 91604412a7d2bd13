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
    assert len(codes) == len(set(codes)) == 24


def test_every_finding_has_evidence_and_a_message() -> None:
    for rule in RULES:
        text = rule.FAIL
        timelines = load(text if "process " in text else HEAD + text)
        for timeline in timelines:
            for finding in history_of.findings(timeline, timelines):
                assert finding.message.endswith((".", "?"))
                assert finding.evidence
                assert all(isinstance(event, Event) for event in finding.evidence)


def ask_when_message(promised: str) -> str:
    held = 'scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"'
    timelines = load(f"{HEAD}2026-03-02 09:00 {held}\n2026-03-02 10:00 promised by={promised}\n")
    findings = history_of.findings(timelines[0], timelines)
    return next(finding.message for finding in findings if finding.code == "WAIT001")


def test_a_day_named_before_the_interview_is_asked_about_by_name() -> None:
    """It does not settle when they decide, but whoever asks as if nothing was said has not read their mail."""
    asked = "Before the interview of Wednesday 4 March they named Friday 20 March. Ask there whether it still holds; afterwards, wait for that day."
    assert ask_when_message("2026-03-20") == asked
    for of_the_round_before in ("2026-03-03", "2026-03-04"):
        assert ask_when_message(of_the_round_before).startswith("Ask in the interview of Wednesday 4 March when")


@pytest.mark.parametrize(("channel", "to"), [(" channel=contact", "kim@acme.example"), ("", "dana@acme.example")])
def test_thanks_go_through_whoever_asked_for_that(channel: str, to: str) -> None:
    wish = f"prefers kim@acme.example contact=kim@acme.example{channel}"
    held = 'scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"'
    timelines = load(f"{HEAD}2026-03-02 09:00 {held}\n2026-03-04 15:00 {wish}\n")
    owed = [f for f in history_of.findings(timelines[0], timelines) if f.code == "THX001"]
    assert {(f.who, f.fix.to) for f in owed if f.fix is not None} == {("dana@acme.example", to)}
    assert all(("Everything is to go through kim@acme.example." in f.message) is bool(channel) for f in owed)


@pytest.mark.parametrize("who", ["acmecorp@myworkday.com", "acme.corp@hire.example"])
def test_nobody_is_asked_why_at_a_mailbox_that_bears_the_employers_name(who: str) -> None:
    timelines = load(f"{HEAD}2026-03-04 15:00 interviewed dana@acme.example\n2026-03-20 09:00 rejected {who}\n")
    asked = [f for f in history_of.findings(timelines[0], timelines) if f.code == "BYE001"]
    assert {f.fix.to for f in asked if f.fix is not None} == {"dana@acme.example"}
