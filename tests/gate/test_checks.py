"""Every check keeps its own promises: its examples, its page, its shape."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from tests.gate.case_files import example

from sincerely.app.today.policies import PROFILES, load_policy
from sincerely.gate.checks import CHECKS
from sincerely.gate.verdict import Decision, Weight

each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.CODE)


@each_check
def test_examples_hold(check: ModuleType) -> None:
    for text, hits in ((check.FAIL, True), (check.PASS, False)):
        found = [f for f in example(text).review().verdict.findings if f.code == check.CODE]
        assert bool(found) is hits, found
        assert all(f.message.endswith((".", "?")) and f.proposal.endswith(".") for f in found)


@each_check
def test_check_is_documented(check: ModuleType) -> None:
    assert re.fullmatch(r"OUT0\d\d", check.CODE)
    assert check.__name__.rpartition(".")[2] == f"{check.CODE}_{check.NAME}".lower().replace("-", "_")
    for heading in ("What", "Why it matters", "Options", "Fix"):
        assert f"\n{heading}\n" in (check.__doc__ or "")
    for profile in PROFILES:
        assert load_policy(profile).of(check.CODE, check.Options)


def test_the_list_is_complete() -> None:
    assert [check.CODE for check in CHECKS] == [f"OUT{n:03}" for n in range(1, 17)]
    stops = {check.CODE for check in CHECKS if check.WEIGHT is Weight.STOP}
    holds = {check.CODE for check in CHECKS if check.WEIGHT is Weight.HOLD}
    assert stops == {"OUT005", "OUT006", "OUT010", "OUT014", "OUT016"}
    assert holds == {"OUT001", "OUT002", "OUT011", "OUT012"}


@pytest.mark.parametrize("code", ["OUT005", "OUT006", "OUT014"])
def test_a_stop_can_be_overruled_but_not_at_an_agency(code: str) -> None:
    check = next(c for c in CHECKS if code == c.CODE)
    case = example(check.FAIL)
    codes = {f.code for f in case.review().verdict.findings}
    free = case.review(overruled=codes).verdict
    bound = case.review(load_policy("agency"), codes).verdict
    assert free.decision is Decision.SEND
    assert all(f.overruled for f in free.findings)
    assert bound.decision is Decision.STOP


def test_an_agency_stops_what_goes_around_the_consultant() -> None:
    check = next(c for c in CHECKS if c.CODE == "OUT003")
    assert example(check.FAIL).review().verdict.decision is Decision.SEND
    assert example(check.FAIL).review(load_policy("agency")).verdict.decision is Decision.STOP


ANSWER = """at 2026-03-05 14:00
process kestrel employer="Kestrel Labs" role="Lab technician" zone=Europe/London country=GB-ENG
2026-03-04 15:00 interviewed orla@kestrel.example
2026-03-04 18:00 thanked orla@kestrel.example
2026-03-05 10:00 heard orla@kestrel.example asks=yes quote="When could you start?"
2026-03-05 12:00 heard {who} quote="Your application is now under review."
---
From: Dominic Vale <dominic.vale@mail.example>
To: Orla Hynes <orla@kestrel.example>
Subject: Start date

Dear Orla,

The first of April would suit me well. When do you expect to decide?

Kind regards,
Dominic
"""


@pytest.mark.parametrize(("who", "pesters"), [("-", False), ("orla@kestrel.example", True)])
def test_a_programs_word_takes_back_no_question(who: str, *, pesters: bool) -> None:
    findings = example(ANSWER.format(who=who)).review().verdict.findings
    assert ("OUT001" in {finding.code for finding in findings}) is pesters


ASKED = """
at 2026-03-05 10:00
process acme employer="{employer}" role="Data analyst" zone=America/New_York country=US
2026-03-03 10:00 prefers {who} contact={contact}
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <{to}>
Subject: Data analyst

Hi Dana,

I enjoyed our talk about the data analyst position.

Best,
Robin
"""
JO = "jo@talent.example"


@pytest.mark.parametrize(
    ("contact", "who", "employer", "to", "hit"),
    [
        (JO, JO, "Acme Corp", "dana@acme.example", True),
        (JO, JO, "Acme Corp", JO, False),
        (JO, JO, "Acme Corp", "ann@talent.example", False),
        # The employer's own people say to whom questions go, under one domain or two.
        ("kim@acme.example", "kim@acme.example", "Acme Corp", "dana@acme.example", False),
        ("kim@acme-careers.example", "kim@acme-careers.example", "Acme Corp", "dana@acme.example", False),
        ("kim@jobs.acme.example", "kim@jobs.acme.example", "Acme Corp", "dana@acme.example", False),
        ("kim@swk.example", "kim@swk.example", "Stadtwerke Kassel", "dana@stadtwerke-kassel.example", False),
        (JO, "kim@acme.example", "Acme Corp", "dana@acme.example", False),
        # Who the employer is nobody knows: then it may be the house that asked.
        (JO, JO, "", "dana@acme.example", False),
    ],
)
def test_who_asked_that_all_go_through_them_is_not_gone_around(
    contact: str, who: str, employer: str, to: str, *, hit: bool
) -> None:
    text = ASKED.format(contact=contact, who=who, employer=employer, to=to)
    found = [f for f in example(text).review().verdict.findings if f.code == "OUT003"]
    assert bool(found) is hit
    assert all(JO in f.message and "asked that everything" in f.message for f in found)
