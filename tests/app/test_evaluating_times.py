"""What other suites expect, peers and commands that are played, and replies to the letter."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
from tests.app.evaluating_cases import write_lines

from sincerely.app.evaluating import acts_set, ham_times, peer_worker, replies_set, times_cases
from sincerely.app.evaluating.figures import OURS, Score, share
from sincerely.app.evaluating.folders import Folders, folders
from sincerely.app.evaluating.peers import PeerError, Peers
from sincerely.app.evaluating.times_cases import Case, Span

SUITES: list[dict[str, object]] = [
    {"set": "duckling", "kind": "datetime", "text": "4/25", "values": ["2013-04-25T00:00:00"], "direction": None},
    {"set": "duckling", "kind": "negative", "text": "may", "values": []},
    {"set": "duckling", "kind": "datetime", "text": "before christ", "values": [], "direction": None},
    {"set": "duckling", "kind": "datetime", "text": "by 4pm", "values": ["2013-02-12T16:00:00"], "direction": "Before"},
    {
        "set": "duckling", "kind": "datetimeInterval", "text": "by tomorrow", "direction": None,
        "values": ["2013-02-12T04:30:00", "2013-02-13T00:00:00"],
    },
    {"set": "ctparse", "text": "11.9.", "gold": "Time[]{2013-09-11 X:X (X/X)}"},
    {"set": "ctparse", "text": "2 days", "gold": "Duration[]{2 days}"},
    {"set": "chrono", "kind": "none", "text": "-", "checks": []},
    {
        "set": "chrono", "kind": "single", "text": "10 August", "checks": [
            {"path": 'result.start.get("year")', "op": "toBe", "value": 2013},
            {"path": 'result.start.get("month")', "op": "toBe", "value": 8},
            {"path": 'result.start.get("day")', "op": "toBe", "value": 10},
        ],
    },
    {
        "set": "chrono", "kind": "single", "text": "August", "checks": [
            {"path": 'result.start.get("year")', "op": "toBe", "value": 2013},
            {"path": 'result.start.get("month")', "op": "toBe", "value": 8},
        ],
    },
    {
        "set": "chrono", "kind": "single", "text": "9pm", "checks": [
            {"path": "result.start", "op": "toBeDate", "value": "2013-02-12T21:00:00.000Z"},
        ],
    },
]  # fmt: skip


def test_what_the_suites_expect(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "cases.jsonl", [{"at": "2013-02-12T04:30:00", **case} for case in SUITES])
    found = {case.text: case for case in times_cases.suites(path)}
    assert {text: case.day and case.day.isoformat() for text, case in found.items()} == {
        "4/25": "2013-04-25",
        "may": None,
        "by 4pm": "2013-02-12",
        "by tomorrow": "2013-02-12",
        "11.9.": "2013-09-11",
        "-": None,
        "10 August": "2013-08-10",
        "August": "2013-08-01",
        "9pm": "2013-02-12",
    }
    assert {text for text, case in found.items() if case.by_end} == {"by 4pm", "by tomorrow"}
    assert [text for text, case in found.items() if case.month_only] == ["August"]
    assert {case.country for case in found.values() if case.suite == "ctparse"} == {"GB"}


FIFTH, NINTH = date(2026, 3, 5), date(2026, 3, 9)


def case(day: date | None, suite: str = "duckling", **further: bool) -> Case:
    return Case(suite, "x", datetime(2026, 3, 2, 9), "US", day, **further)  # noqa: DTZ001 - a wall time


@pytest.mark.parametrize(
    ("asked", "found", "right"),
    [
        (case(None), [], True),
        (case(None), [Span(FIFTH, FIFTH)], False),
        (case(FIFTH), [], False),
        (case(FIFTH), [Span(FIFTH, NINTH)], True),
        (case(NINTH), [Span(FIFTH, NINTH)], False),
        (case(NINTH, by_end=True), [Span(FIFTH, NINTH)], True),
        (case(NINTH), [Span(None, NINTH)], True),
        (case(FIFTH, by_end=True), [Span(FIFTH, None)], True),
        (case(FIFTH), [Span(FIFTH, FIFTH), Span(NINTH, NINTH)], True),
        (case(date(2026, 3, 1), month_only=True), [Span(NINTH, NINTH)], True),
        (case(date(2026, 4, 1), month_only=True), [Span(NINTH, NINTH)], False),
        (case(date(2026, 3, 1), month_only=True), [Span(None, None)], False),
        # The last deadline counts; of somebody who knows none, the last time.
        (case(FIFTH, "deadlines"), [Span(None, FIFTH), Span(NINTH, NINTH)], True),
        (case(NINTH, "deadlines"), [Span(FIFTH, FIFTH), Span(NINTH, NINTH)], True),
        (case(NINTH, "deadlines"), [Span(None, NINTH), Span(None, FIFTH)], False),
    ],
)
def test_which_day_counts(asked: Case, found: list[Span], right: object) -> None:
    assert times_cases.is_right(asked, found) is right


def test_times_in_real_mail_are_counted_against_judgements(tmp_path: Path) -> None:
    head = "Date: Thu, 05 Mar 2026 10:00:00 -0500\nSubject: x\n\n"
    (tmp_path / "a.eml").write_text(head + "Come on Friday, 13 March 2026. It is 100% full (4:47).\n", "utf-8")
    (tmp_path / "b.eml").write_text(head + "See you tomorrow.\n", "utf-8")
    text = "Come on Friday, 13 March 2026. It is 100% full (4:47)."
    times = [[text.index("Friday"), "Friday, 13 March 2026", "time"], [text.index("4:47"), "4:47", "none"]]
    judged = write_lines(tmp_path / "judged.jsonl", [{"mail": "a.eml", "times": times}, {"mail": "b.eml", "times": []}])
    lines, faults = ham_times.measure(judged, tmp_path)
    figures = {line.name: line.scores[OURS] for line in lines}
    false = len(faults)
    assert false <= 1, "only what was judged to be none can be false"
    assert figures["false times per 100 mails, of those judged by hand"].value == 50.0 * false
    assert figures["true times found there, of those once found"] == share(1, 1)
    assert figures["times found there that nobody has judged yet"] == Score(1, of=2 + false)
    assert ham_times.measure(tmp_path / "none.jsonl", tmp_path)[1] == []
    assert ham_times.measure(judged, tmp_path / "nowhere") == ([], [])


REPLY = """A top reply.
%% mail
Yes, Friday is fine.

On Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:
> Friday?
%% reply
{said}
%% signature
%% quoted
Dana <d@acme.example> | 2024-03-04T10:12 | Friday?
"""


def own_replies(tmp_path: Path, said: str) -> Folders:
    path = tmp_path / "tests" / "reading" / "replies" / "top.txt"
    path.parent.mkdir(parents=True)
    path.write_text(REPLY.format(said=said), "utf-8")
    return folders(data=tmp_path / "data", tests=tmp_path / "tests")


def test_replies_are_compared_to_the_letter(tmp_path: Path) -> None:
    outcome = replies_set.measure(own_replies(tmp_path, "Yes, Friday is fine."), Peers())
    assert [measure.scores[OURS] for measure in outcome.measures] == [share(1, 1), share(1, 1)]


def test_a_letter_too_much_is_an_error(tmp_path: Path) -> None:
    outcome = replies_set.measure(own_replies(tmp_path, "Yes, Friday is fine!"), Peers())
    assert [measure.scores[OURS] for measure in outcome.measures] == [share(0, 1), share(0, 1)]
    [fault] = outcome.faults
    assert fault.case == "top.txt"


def played(tmp_path: Path, body: str) -> Peers:
    """An interpreter that says what a peer says."""
    path = tmp_path / "python"
    path.write_text(f"#!/bin/sh\ncat > {tmp_path}/asked.json\n{body}\n", "utf-8")
    path.chmod(0o755)
    return Peers(python=path)


def test_nobody_is_asked_without_an_interpreter() -> None:
    assert Peers().ask("replies", ["x"]) == []


def test_peers_that_are_not_installed_are_left_out() -> None:
    assert Peers(python=Path(sys.executable)).ask("reply parts", [{"text": "x", "html": False}]) == []


def test_a_peer_answers(tmp_path: Path) -> None:
    peers = played(tmp_path, """echo '{"version": "9.1", "answers": ["Yes."], "seconds": 0.5}'""")
    [one, other] = peers.ask("replies", ["Yes.\n> No?"], seconds=3)
    assert (one.who, other.who) == ("email-reply-parser 9.1", "mail-parser-reply 9.1")
    assert one.rate == 2.0
    asked = json.loads((tmp_path / "asked.json").read_text())
    assert asked == {"peer": "mail-parser-reply", "task": "replies", "questions": ["Yes.\n> No?"], "seconds": 3}


@pytest.mark.parametrize("body", ["echo 'no such thing' >&2; exit 3", "exit 1"])
def test_a_peer_that_breaks_is_named(tmp_path: Path, body: str) -> None:
    with pytest.raises(PeerError, match="email-reply-parser failed"):
        played(tmp_path, body).ask("replies", ["x"])


def test_an_interpreter_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PeerError, match="could not be asked"):
        Peers(python=tmp_path / "nowhere").ask("replies", ["x"])


@pytest.fixture
def worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., object]:
    """Run the worker in this process, with invented packages in a peer's place."""

    def run(peer: str, source: str, questions: list[object], seconds: float | None = None) -> object:
        package = {"email-reply-parser": "email_reply_parser", "quotequail": "quotequail"}[peer]
        (tmp_path / f"{package}.py").write_text(source, "utf-8")
        about = tmp_path / f"{package}-7.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 7.0\n", "utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        asked = {"peer": peer, "task": "x", "questions": questions, "seconds": seconds}
        monkeypatch.setattr(sys, "stdin", StringIO(json.dumps(asked)))
        peer_worker.main()
        sys.modules.pop(package, None)
        return json.loads(capsys.readouterr().out)

    return run


def test_the_worker_takes_a_peer_that_raises_for_one_that_finds_nothing(worker: Callable[..., object]) -> None:
    source = "class EmailReplyParser:\n    @staticmethod\n    def parse_reply(text):\n        return text[:3] if len(text) < 9 else 1 / 0\n"
    told = worker("email-reply-parser", source, ["Yes. No.", "much too long"])
    assert isinstance(told, dict)
    assert (told["version"], told["answers"]) == ("7.0", ["Yes", []])


def test_the_worker_stops_when_its_time_is_over(worker: Callable[..., object]) -> None:
    source = "def unwrap(text):\n    return {'text_top': text.upper()}\n"
    told = worker("quotequail", source, [{"text": "a", "html": False}] * 5, seconds=-1.0)
    assert isinstance(told, dict)
    assert told["answers"] == ["A"]


def test_the_worker_says_when_a_peer_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: dict[str, object] = {"peer": "parsedatetime", "task": "times", "questions": [], "seconds": None}
    monkeypatch.setattr(sys, "stdin", StringIO(json.dumps(asked)))
    monkeypatch.setitem(sys.modules, "parsedatetime", None)
    peer_worker.main()
    assert json.loads(capsys.readouterr().out) == {"missing": "parsedatetime"}


# -- acts --------------------------------------------------------------------------------------------------

PYTHON = sys.executable
# Plays `sincerely acts --jsonl`: whoever says "please" asks, whoever says "let's" proposes.
ACTS = """
import json, sys
for line in sys.stdin:
    told = json.loads(line)
    text = told["text"].lower()
    acts = {"request": 0.9 * ("please" in text), "promise": 0.99, "meeting": 0.8 * ("let's" in text)}
    print(json.dumps({"id": told["id"], "acts": acts}))
"""
SENTENCES = [("Please call me.", True), ("Let's meet.", True), ("It rains.", False), ("Please!", False)]


@pytest.fixture
def acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    write_lines(
        tmp_path / "data" / "acts" / "email_intent_train.jsonl",
        [{"text": text, "intent": intent} for text, intent in SENTENCES],
    )
    plays(tmp_path, monkeypatch, ACTS)
    return folders(data=tmp_path / "data", tests=tmp_path / "tests")


def plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """Let a script answer in place of `python -m sincerely acts`; it still runs training scripts."""
    script = tmp_path / "acts.py"
    script.write_text(source, "utf-8")
    python = tmp_path / "interpreter"
    python.write_text(f'#!/bin/sh\ncase "$1" in -m) exec {PYTHON} {script};; *) exec {PYTHON} "$@";; esac\n', "utf-8")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))


def test_acts_are_asked_as_anybody_asks(acts: Folders) -> None:
    outcome = acts_set.measure(acts, Peers())
    shipped, right, speed = outcome.measures
    assert shipped.scores[OURS].value == pytest.approx(0.8)
    assert right.scores[OURS] == share(3, 4)
    assert speed.scores[OURS].value > 0
    assert speed.met is not None
    assert "train_acts.py is not there" in outcome.notes[0]


def test_five_folds_count(acts: Folders, tmp_path: Path) -> None:
    trainer = tmp_path / "bench" / "train_acts.py"
    trainer.parent.mkdir()
    trainer.write_text("print('0.9 0.2 0.4 0.1'.replace(' ', chr(10)))", "utf-8")
    outcome = acts_set.measure(acts, Peers())
    folds = outcome.measures[0]
    assert folds.scores[OURS].value == pytest.approx(2 / 3)
    assert folds.met is False
    assert [(fault.case, fault.wrong) for fault in outcome.faults] == [("Let's meet.", "0.20, not above 0.5")]


@pytest.mark.parametrize("said", ["print(0.5)", "print('many')", "raise SystemExit('no scikit-learn')"])
def test_training_that_fails_is_said(acts: Folders, tmp_path: Path, said: str) -> None:
    trainer = tmp_path / "bench" / "train_acts.py"
    trainer.parent.mkdir()
    trainer.write_text(said, "utf-8")
    outcome = acts_set.measure(acts, Peers())
    assert outcome.notes[0].startswith("Five folds were not measured: ")
    assert len(outcome.measures) == 3


@pytest.mark.parametrize("source", ["raise SystemExit('no such command')", "print('{}')", ""])
def test_a_command_that_does_not_answer_is_left_out(
    acts: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    plays(tmp_path, monkeypatch, source)
    assert acts_set.measure(acts, Peers()).skipped.startswith("there is no command acts that answers")
