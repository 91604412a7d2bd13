"""The story holds whenever the sample is opened, and the tables agree with the mails."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.each import of_each

from sincerely.core.fold import fold
from sincerely.core.timeline import parse
from sincerely.core.verbs import VERBS
from sincerely.sample.templates import templates

from .openings import HOME, OPENINGS, SOME, TIMES, letters, moment, opened, table
from .timelines import events_by_process, header, told

STORY = table("story.toml")
EXPECTED = table("expected.toml")
TEMPLATES = {template.name: template for template in templates()}
KINDS = {
    "acknowledgement",
    "assessment",
    "interview_invite",
    "interview_set",
    "interview_changed",
    "interview_cancelled",
    "offer",
    "rejection",
    "request",
    "promise",
    "reference_check",
    "outreach",
    "other",
}
FACTS = {"verb", "who", "start", "end", "by", "item", "asks", "purpose", "count", "silence", "contact", "process"}
# One time a day for three years, another one each day: leap day, all holidays and clock changes are among them.
EVERY_DAY = [datetime.combine(date(2026, 1, 1) + timedelta(days=n), TIMES[n % 4], HOME) for n in range(3 * 365 + 1)]


def inside(window: dict[str, str], place: str, now: datetime) -> bool:
    after = "opens" not in window or moment(window["opens"], place, now) <= now
    before = "closes" not in window or now < moment(window["closes"], place, now)
    return after and before


@pytest.mark.slow
@pytest.mark.parametrize("name", STORY)
def test_every_finding_stands_whatever_day_it_is(name: str) -> None:
    process = STORY[name]
    for now in EVERY_DAY:
        for finding in process["findings"]:
            assert inside(finding, process["place"], now), (now, finding)
        for finding in process.get("absent", ()):
            assert not inside(finding, process["place"], now), (now, finding)


def test_findings_are_distinct_and_about_somebody_in_the_mails() -> None:
    known = set(opened(OPENINGS[0]).cast.people.values())
    addresses = {person.address for person in known}
    for name, process in STORY.items():
        pairs = [(finding["code"], finding["who"]) for finding in process["findings"]]
        assert len(pairs) == len(set(pairs)), name
        for _, who in pairs:
            assert who == "-" or who in addresses or who in {"writing-sample", "references", "salary", "start-date"}, (
                who
            )
        assert set(process["interviewers"]) <= addresses


def test_there_are_at_least_ten_processes_and_every_one_has_mail() -> None:
    assert len(STORY) >= 15
    assert {name for name, _ in by_process()} == set(STORY)


def by_process() -> Iterator[tuple[str, dict[str, Any]]]:
    for mail in EXPECTED.values():
        for event in (*mail["events"], *mail.get("maybe", ())):
            process = event.get("process", mail["process"])
            if process != "-":
                yield process, event


def test_each_mail_has_its_truth_and_each_truth_its_mail() -> None:
    assert set(EXPECTED) == set(TEMPLATES)


@of_each(list(EXPECTED))
def test_truth_is_well_formed(name: str) -> None:
    mail, template = EXPECTED[name], TEMPLATES[name]
    assert mail["kind"] in KINDS
    assert set(mail.get("also", ())) <= KINDS - {mail["kind"]}
    assert mail["process"] in {*STORY, "-", "several"}
    if template.sent or (mail["process"] == "-" and not mail.get("also")):
        assert mail["kind"] in {"other", "outreach"}
    people = {person.address for person in opened(OPENINGS[0]).cast.people.values()}
    for event in (*mail["events"], *mail.get("maybe", ())):
        assert event["verb"] in VERBS
        assert set(event) <= FACTS
        assert set(event.get("who", ())) <= people
        assert event.get("process", mail["process"]) != "several"


@pytest.mark.parametrize("now", SOME, ids=str)
def test_calendar_parts_say_what_the_truth_says(now: datetime) -> None:
    composer = opened(now)
    for name, letter in letters(now).items():
        invitation = composer.invitation(letter)
        if invitation is None:
            continue
        [event] = [e for e in EXPECTED[name]["events"] if e["verb"] in {"scheduled", "moved", "cancelled"}]
        assert (invitation.method == "CANCEL") is (event["verb"] == "cancelled")
        assert (invitation.sequence > 0) is (event["verb"] != "scheduled")
        if event["verb"] != "cancelled":
            place = STORY[EXPECTED[name]["process"]]["place"]
            assert invitation.start == moment(event["start"], place, now)
            assert invitation.end == moment(event["end"], place, now)
            invited = {person.address for person in invitation.attendees} - {"robin.ashdown@mail.example"}
            assert invited <= set(event["who"])


def test_every_question_was_answered() -> None:
    now = OPENINGS[0]
    order = sorted(EXPECTED, key=lambda name: letters(now)[name].written)
    open_: dict[str, str] = {}
    for name in order:
        for event in EXPECTED[name]["events"]:
            process = event.get("process", EXPECTED[name]["process"])
            if event["verb"] == "heard" and event["asks"]:
                open_[process] = name
            if event["verb"] in {"wrote", "withdrew"}:
                open_.pop(process, None)
    assert open_ == {}


@pytest.mark.parametrize("now", SOME[::2], ids=str)
def test_the_truth_folds_into_the_story(now: datetime) -> None:
    """Nothing in it is odd, and the people who interview are those of the story."""
    events = events_by_process(now)
    for name, process in STORY.items():
        folded = fold(header(name, process), events[name])
        assert folded.oddities == (), name
        invited = {who for interview in folded.interviews for who in interview.people}
        assert invited == (set(process["interviewers"]) if name != "harrowgate" else set()), name
        assert (folded.outcome is None) is (name not in {"osprey", "quillon", "saltmarsh", "marlowe", "castellan"})
        assert (folded.offer is None) is (name != "juniper")


@pytest.mark.parametrize("now", SOME[::2], ids=str)
def test_the_truth_can_be_told_in_the_timeline_notation(now: datetime) -> None:
    timelines = parse(told(now))
    assert [timeline.header.id for timeline in timelines] == list(STORY)
    events = events_by_process(now)
    for timeline in timelines:
        assert [(e.verb, e.facts) for e in timeline.events] == [(e.verb, e.facts) for e in events[timeline.header.id]]
        wanted = [(finding["code"], finding["who"]) for finding in STORY[timeline.header.id]["findings"]]
        assert [(expected.code, expected.who) for expected in timeline.expected] == wanted


@pytest.mark.slow
@pytest.mark.parametrize("now", SOME[::4], ids=str)
def test_the_rules_say_of_the_truth_what_the_story_says(now: datetime, tmp_path: Path) -> None:
    """The whole way but reading: what the mails mean, judged by the command, gives all and only the story."""
    file = tmp_path / "story.timeline"
    file.write_text(told(now), "utf-8")
    run = "from sincerely.cli.main import main; main()"
    command = [sys.executable, "-c", run, "check", str(file), "--at", now.isoformat(), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    found = [(row["process"], row["code"], row["who"]) for row in map(json.loads, done.stdout.splitlines())]
    wanted = [(name, finding["code"], finding["who"]) for name in STORY for finding in STORY[name]["findings"]]
    assert sorted(found) == sorted(wanted)
