"""The measuring measures: figures, the page, the command."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.app.evaluating_cases import SHOP, TRUTH, pair, quiet

from sincerely.app.evaluating import ham_set, page, records
from sincerely.app.evaluating.figures import OURS, Fault, Measure, Outcome, Score, Tally, aim, f1, share, shown
from sincerely.app.evaluating.folders import folders
from sincerely.app.evaluating.lines import json_lines
from sincerely.app.evaluating.pairs import digest
from sincerely.app.evaluating.peers import Peers
from sincerely.app.evaluating.running import SETS, evaluate
from sincerely.cli.main import main


def test_a_share_of_nothing_is_whole_and_f1_counts_both_sides() -> None:
    assert share(0, 0).value == 1.0
    assert share(1, 4) == Score(0.25, 1, 4)
    assert f1(0, 0, 0) == 1.0
    assert f1(0, 3, 0) == 0.0
    assert f1(2, 4, 2) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("aims", "value", "met"),
    [
        ({"at_least": 0.9}, 0.9, True),
        ({"at_least": 0.9}, 0.89, False),
        ({"at_most": 0}, 0, True),
        ({"at_most": 0}, 1, False),
        ({}, 0.1, None),
    ],
)
def test_whether_a_measure_reaches_its_aim(aims: dict[str, float], value: float, met: object) -> None:
    measure = Measure("x", {OURS: Score(value)}, at_least=aims.get("at_least"), at_most=aims.get("at_most"))
    assert measure.met is met


def test_a_peer_alone_reaches_nothing() -> None:
    assert Measure("x", {"peer 1": Score(1)}, at_least=0.5).met is None


def test_how_values_are_shown() -> None:
    assert shown(Score(0.51249), "share") == "0.512"
    assert shown(Score(3, of=1406), "count") == "3 of 1,406"
    assert shown(Score(12345.6), "a second") == "12,346/s"
    assert shown(Score(21.04), "times") == "21.0×"
    assert shown(None, "share") == ""
    assert aim(Measure("x", {}, "count", at_most=0)) == "none"
    assert aim(Measure("x", {}, at_least=0.88)) == "≥ 0.88"


def test_a_tally_keeps_everybody_apart() -> None:
    tally = Tally()
    tally.add("days", OURS, right=True)
    tally.add("days", OURS, right=False)
    tally.add("days", "peer 1", right=False)
    assert tally.scores("days") == {OURS: Score(0.5, 1, 2), "peer 1": Score(0.0, 0, 1)}
    assert tally.scores("weeks") == {}


def test_other_mail_that_is_taken_for_hiring_is_listed(tmp_path: Path) -> None:
    ham = pair(tmp_path / "data" / "mail" / "ham", truth=None)
    pair(ham, "002-shop", SHOP, truth=None)
    outcome = ham_set.measure(folders(data=tmp_path / "data", tests=tmp_path), Peers())
    kinds, events, _ = outcome.measures
    assert kinds.scores[OURS] == Score(1, of=2)
    assert events.scores[OURS] == Score(1, of=2)
    assert kinds.met is False
    assert {fault.case for fault in outcome.faults} == {"001-no.eml"}


@pytest.fixture
def small(tmp_path: Path) -> list[str]:
    """A corpus of two mails, and nothing else."""
    corpus = pair(tmp_path / "tests" / "corpus" / "test")
    pair(corpus, "002-secret-title", truth=TRUTH.replace("kind=rejection", "kind=offer").replace("rejected", "offered"))
    return ["--data", str(tmp_path / "data"), "--tests", str(tmp_path / "tests")]


def test_sets_that_are_not_there_say_so(tmp_path: Path) -> None:
    where = folders(data=tmp_path / "data", tests=tmp_path / "tests")
    outcomes = list(evaluate(where, Peers(), [], quiet))
    assert [outcome.name for outcome in outcomes] == list(SETS)
    assert all(str(tmp_path) in outcome.skipped or outcome.name == "acts" for outcome in outcomes)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["eval", *arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


def test_the_command_says_the_same_twice(small: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, *small, "--set", "corpus", "--errors", "--json")
    assert code == 0
    rows = [json.loads(line) for line in out.splitlines()]
    assert {"measure": "kinds: right", "value": 0.5, "of": 2}.items() <= next(
        row for row in rows if row.get("measure") == "kinds: right"
    ).items()
    assert out == run(capsys, *small, "--set", "corpus", "--errors", "--json")[1]


@pytest.mark.slow
def test_blind_mail_keeps_what_it_says(small: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for form in ([], ["--json"]):
        _, out, _ = run(capsys, *small, "--set", "corpus", "--errors", *form)
        assert "002" in out
        assert "secret" not in out
        assert "Unfortunately" not in out
    _, out, _ = run(capsys, *small, "--set", "corpus", "--errors", "--reveal", "--json")
    assert "Unfortunately" in out


def test_other_mails_than_those_whose_digest_was_kept_are_named(
    small: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "tests" / "corpus" / "test.sha256"
    kept.write_text("0" * 64 + "\n", "utf-8")
    assert "these are other mails" in run(capsys, *small, "--set", "corpus", "--json")[1]
    kept.write_text(digest(kept.with_suffix("")) + "\n", "utf-8")
    assert "as it was committed" in run(capsys, *small, "--set", "corpus", "--json")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--set", "rhymes"], 'no set is called "rhymes"'),
        (["--set", "times", "--write", "x.md"], "--write wants every set"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_broken_truth_is_one_line(small: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "tests" / "corpus" / "test" / "001-no.events").unlink()
    code, _, err = run(capsys, *small, "--set", "corpus")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert "001-no.events" in err


def outcome(value: float, **further: object) -> Outcome:
    measures = [Measure("day | right", {OURS: Score(value, 1, 2), "peer 1": Score(0.25)}, at_least=0.9)]
    faults = [Fault("day right", "a_b", "x, not *y*", "said <b>", grave=True), Fault("day right", "a_b", "z")]
    return replace(Outcome("times", "Times", "Cases.", measures, faults=faults), **further)  # type: ignore[arg-type]  # likewise


def test_the_page_keeps_the_first_figures(tmp_path: Path) -> None:
    path = tmp_path / "measures.md"
    page.publish(path, [outcome(0.5)], "aaaa")
    page.publish(path, [outcome(0.75)], "bbbb")
    text = path.read_text("utf-8")
    assert "| day \\| right | ≥ 0.90 | 0.750 ✗ | 0.250 | 0.500 (aaaa) |" in text
    record = records.remembered(path.with_suffix(".json"))
    assert record["first"]["times: day | right"] == {"value": 0.5, "commit": "aaaa", "right": 1, "of": 2}
    assert record["last"]["times: day | right"]["commit"] == "bbbb"


def test_a_record_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "measures.json").write_text("[]", "utf-8")
    with pytest.raises(ValueError, match=r"measures\.json"):
        page.publish(tmp_path / "measures.md", [outcome(0.5)], "aaaa")
    assert not (tmp_path / "measures.md").exists()


def test_the_page_tells_errors_by_case_and_of_blind_mail_no_details() -> None:
    record: dict[str, dict[str, object]] = {"first": {}, "last": {}}
    text = page.written([outcome(0.5)], record, "aaaa")
    assert "- a\\_b: **grave:** x, not \\*y\\* — said \\<b\\>; z\n" in text
    assert "said" not in page.written([outcome(0.5, blind=True)], record, "aaaa")
    assert "Not measured: gone." in page.written([outcome(0.5, skipped="gone")], record, "aaaa")
    assert "No errors remain." in page.written([outcome(0.5, faults=())], record, "aaaa")


def test_json_lines_hide_blind_details_until_they_are_asked_for() -> None:
    blind = outcome(0.5, blind=True)
    hidden, revealed = (list(json_lines(blind, "aaaa", errors=True, reveal=reveal)) for reveal in (False, True))
    assert [row["error"].get("detail") for row in hidden if "error" in row] == [None, None]
    assert [row["error"].get("detail") for row in revealed if "error" in row] == ["said <b>", ""]
    assert not any("error" in row for row in json_lines(blind, "aaaa", errors=False, reveal=False))


@pytest.mark.slow
def test_the_sample_is_measured() -> None:
    [outcome] = evaluate(folders(), Peers(), ["sample"], quiet)
    figures = {measure.name: measure.scores[OURS] for measure in outcome.measures}
    assert figures["kinds: right"].of == 190
    assert figures["findings of Today: those that stand are shown"].of
