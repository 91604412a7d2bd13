"""Today as it is shown says one thing at a time; for programs it holds all that the rules say."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from tests.app.conftest import Run

from sincerely.app.today.listing import agreeing, today_of
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened

SEARCH = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 interviewed dana@acme.example
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-10 15:00 interviewed gavin@hooli.example
process globex employer="Globex" zone=America/New_York country=US
2026-03-09 09:00 offered petra@globex.example
"""
REFEREES = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 interviewed dana@acme.example
2026-03-02 16:00 agreed kim@uni.example, lou@uni.example, ola@uni.example
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-03 15:00 interviewed gavin@hooli.example
process globex employer="Globex" zone=America/New_York country=US
2026-03-03 16:00 interviewed petra@globex.example
2026-03-03 17:00 requested references
2026-03-03 18:00 briefed lou@uni.example
2026-03-03 18:30 named ola@uni.example
"""


def codes(run: Run, home: Path, text: str, now: str, *, shown: bool) -> set[tuple[str, str, str]]:
    """Return what Today holds of a search: all of it, or as it is shown."""
    file = home.parent / "search.timeline"
    file.write_text(text, "utf-8")
    assert run("import", file).returncode == 0
    if not shown:
        rows = [json.loads(line) for line in run("today", "--json", "--at", now).stdout.splitlines()]
        return {(row["process"], row["code"], row["who"]) for row in rows}
    with opened(home) as store:
        found = agreeing(today_of(store, datetime.fromisoformat(now), load_policy()))
    return {(line.process.header.id, line.finding.code, line.finding.who) for line in found.all}


@pytest.mark.parametrize("accepted", ["", "2026-03-11 09:00 accepted\n"])
@pytest.mark.parametrize("shown", [True, False])
def test_from_whom_one_is_to_withdraw_nobody_asks_for_news(run: Run, home: Path, accepted: str, *, shown: bool) -> None:
    found = {(p, code) for p, code, _ in codes(run, home, SEARCH + accepted, "2026-03-12T12:00-05:00", shown=shown)}
    waits = {("acme", "WAIT003"), ("hooli", "WAIT002")}
    assert (("acme", "OFF003") in found) is bool(accepted)
    assert (found & waits) == (set() if accepted and shown else waits)


OWED = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 agreed kim@uni.example
2026-03-10 15:00 interviewed dana@acme.example
2026-03-10 16:00 requested references
2026-03-10 17:00 heard dana@acme.example asks=yes
process globex employer="Globex" zone=America/New_York country=US
2026-03-02 15:00 interviewed petra@globex.example
2026-03-09 09:00 offered petra@globex.example
2026-03-10 18:00 requested form
"""


def test_where_one_is_to_withdraw_nothing_else_is_owed(run: Run, home: Path) -> None:
    now = "2026-03-12T12:00-05:00"
    before = {(p, code) for p, code, _ in codes(run, home, OWED, now, shown=True)}
    assert {("acme", code) for code in ("THX001", "REF002", "ASK001", "WAIT004")} <= before
    accepted = OWED + "2026-03-11 09:00 accepted\n"
    every = {(p, code) for p, code, _ in codes(run, home, accepted, now, shown=False)}
    assert {("acme", "THX001"), ("acme", "OFF003")} <= every
    found = {(p, code) for p, code, _ in codes(run, home, accepted, now, shown=True)}
    assert {code for p, code in found if p == "acme"} == {"OFF003"}
    # Where one begins it is owed what was asked.
    assert ("globex", "ASK001") in found


def test_a_referee_is_told_one_thing_at_a_time(run: Run, home: Path) -> None:
    every = codes(run, home, REFEREES, "2026-03-04T12:00-05:00", shown=False)
    assert ("globex", "REF002", "ola@uni.example") in every
    assert {p for p, code, who in every if (code, who) == ("REF002", "kim@uni.example")} == {"acme", "hooli", "globex"}
    found = codes(run, home, REFEREES, "2026-03-04T12:00-05:00", shown=True)
    # One is called with the briefing, one is sent it, and one told of the interview that was first.
    assert {(p, who) for p, code, who in found if code == "REF003"} == {("globex", "ola@uni.example")}
    assert {(p, who) for p, code, who in found if code == "REF002"} == {
        ("globex", "kim@uni.example"),
        ("acme", "lou@uni.example"),
    }
    assert found < every


OFFERED = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 interviewed dana@acme.example
2026-03-09 09:00 offered dana@acme.example by=2026-03-12
process acme-corp employer="Acme Corp" zone=America/New_York country=US
2026-03-03 15:00 interviewed lee@acme.example
process globex employer="Globex" zone=America/New_York country=US
2026-03-05 15:00 interviewed petra@globex.example
"""


def shown_on(run: Run, home: Path, now: str) -> list[tuple[str, str, str]]:
    """Return the lines of the offers' Today in the order in which people see them."""
    codes(run, home, OFFERED, now, shown=False)
    with opened(home) as store:
        found = agreeing(today_of(store, datetime.fromisoformat(now), load_policy()))
    return [(line.stage, line.process.header.id, line.finding.code) for line in found.all]


def test_nobody_is_told_of_the_offer_that_they_made(run: Run, home: Path) -> None:
    told = {process for _, process, code in shown_on(run, home, "2026-03-10T12:00-05:00") if code == "OFF002"}
    assert told == {"globex"}


def test_an_answer_to_an_offer_comes_first_and_what_was_late_long_ago_last(run: Run, home: Path) -> None:
    lines = shown_on(run, home, "2026-03-10T12:00-05:00")
    late = [(process, code) for stage, process, code in lines if stage == "late"]
    due = [code for stage, _, code in lines if stage == "due"]
    assert due[0] == "OFF001"
    assert len(late) > 1
    order = [process for process, _ in late]
    assert order.index("globex") < order.index("acme-corp")


TOLD = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 agreed kim@uni.example, lou@uni.example
2026-03-03 10:00 told kim@uni.example
process acme-clerk employer="Acme" zone=America/New_York country=US
2026-03-03 10:01 told kim@uni.example
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-03 11:00 told kim@uni.example
2026-03-03 11:30 told lou@uni.example
2026-03-04 09:00 told kim@uni.example
"""


def test_what_was_done_for_many_processes_on_a_day_is_one_line(run: Run, home: Path) -> None:
    codes(run, home, TOLD, "2026-03-05T12:00-05:00", shown=False)
    with opened(home) as store:
        found = today_of(store, datetime.fromisoformat("2026-03-05T12:00-05:00"), load_policy())
    assert [deed.words for deed in found.done] == [
        "Wed 4 Mar: told kim@uni.example that a call may come (Hooli)",
        "Tue 3 Mar: told lou@uni.example that a call may come (Hooli)",
        "Tue 3 Mar: told kim@uni.example that a call may come (Hooli, Acme)",
    ]


ENDING = """process acme employer="Acme" zone=America/New_York country=US
2026-03-05 09:00 offered dana@acme.example by=2026-03-11
process globex employer="Globex" zone=America/New_York country=US
2026-03-05 10:00 requested references by=2026-03-11
2026-03-05 10:00 requested writing-sample by=2026-03-10
2026-03-10 12:00 requested id
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-05 09:00 offered gavin@hooli.example by="2026-03-11 12:00"
2026-03-05 10:00 wrote gavin@hooli.example purpose=reply
process umbra employer="Umbra" zone=America/New_York country=US
2026-03-06 09:00 offered sam@umbra.example by="2026-03-11 15:00"
2026-03-06 10:00 wrote sam@umbra.example purpose=reply
2026-03-07 09:00 offered sam@umbra.example by=2026-03-20
process initech employer="Initech" zone=America/New_York country=US
2026-03-06 09:00 offered bill@initech.example by=2026-03-11
2026-03-07 09:00 offered bill@initech.example by=2026-03-20
"""


@pytest.mark.parametrize(
    ("now", "tonight", "ends"),
    [
        ("2026-03-10T20:00-04:00", ["globex ASK001"], ["your writing sample for Globex (until midnight)"]),
        (
            "2026-03-11T10:00-04:00",
            ["acme OFF001", "globex ASK001"],
            [
                "the offer of Hooli (until 12:00)",
                "the first date of the offer of Umbra (until 15:00)",
                "the first date of the offer of Initech (until 17:00)",
                "the offer of Acme (until 17:00)",
                "your references for Globex (until 17:00)",
            ],
        ),
        (
            "2026-03-11T17:30-04:00",
            ["acme OFF001", "globex ASK001"],
            [
                "the offer of Acme (until midnight)",
                "your references for Globex (until midnight)",
            ],
        ),
        ("2026-03-12T00:00-04:00", [], []),
    ],
)
def test_what_ends_today_stands_above_what_is_late(
    run: Run, home: Path, now: str, tonight: list[str], ends: list[str]
) -> None:
    codes(run, home, ENDING, now, shown=False)
    with opened(home) as store:
        found = agreeing(today_of(store, datetime.fromisoformat(now), load_policy()))
    assert [f"{line.process.header.id} {line.finding.code}" for line in found.tonight] == tonight
    assert list(found.ends) == ends
    said = {line.process.header.id: line.finding.message for line in found.tonight if line.finding.code == "OFF001"}
    answer = "Answer the offer today: yes, no, or a word that you need more time."
    assert set(said.values()) <= {answer}
    assert set(found.tonight).isdisjoint([*found.late, *found.due, *found.soon])


def test_what_ends_today_is_said_on_both_clocks_and_by_the_readers_day(run: Run, home: Path) -> None:
    text = (
        'process acme employer="Acme" zone=America/New_York country=US\n'
        '2026-03-05 09:00 offered by="2026-03-11 20:00"\n'
    )
    codes(run, home, text, "2026-03-11T12:00-04:00", shown=False)
    with opened(home) as store:
        for now, ends in (
            ("2026-03-11T15:00-04:00", ("the offer of Acme (until 20:00)",)),
            # In Berlin that is one o'clock at night.
            ("2026-03-11T20:00+01:00", ()),
            ("2026-03-12T00:30+01:00", ("the offer of Acme (until 20:00 in New York, 01:00 here)",)),
        ):
            assert agreeing(today_of(store, datetime.fromisoformat(now), load_policy())).ends == ends


SHORT = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-20 14:00"
process globex employer="Globex" zone=America/New_York country=US
2026-03-02 10:00 scheduled petra@globex.example start="2026-03-21 14:00"
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-02 11:00 scheduled gavin@hooli.example start="2026-03-22 14:00"
2026-03-02 12:00 requested references
process nordlicht employer="Nordlicht" zone=Europe/Berlin country=DE-BY
2026-03-02 12:00 scheduled ute@nordlicht.example start="2026-03-23 14:00"
"""
FEW = "Nobody has agreed to be your referee yet; employers usually want 3 towards the end. The same for Globex."
CALM = "Nobody has agreed to be your referee yet. In Germany that is asked at the end, if at all: it is enough to know whom you would ask."


def test_that_referees_are_few_is_said_once_for_the_search(run: Run, home: Path) -> None:
    every = codes(run, home, SHORT, "2026-03-02T14:00-05:00", shown=False)
    assert {process for process, code, _ in every if code == "REF001"} == {"acme", "globex", "hooli", "nordlicht"}
    with opened(home) as store:
        found = agreeing(today_of(store, datetime.fromisoformat("2026-03-02T14:00-05:00"), load_policy()))
    said = {line.process.header.id: line.finding.message for line in found.soon if line.finding.code == "REF001"}
    # Who asked for them is told apart: there it is due.
    assert said.pop("hooli").startswith("Nobody has agreed to be your referee; 3 will be wanted. Have them by")
    assert said == {"acme": FEW, "nordlicht": CALM}


def test_what_is_said_once_is_settled_once_and_comes_back_as_one(run: Run, home: Path) -> None:
    text = SHORT.replace("2026-03-02 12:00 requested references\n", "")
    codes(run, home, text[: text.index("process nordlicht")], "2026-03-02T14:00-05:00", shown=False)

    def short() -> int:
        rows = [json.loads(line) for line in run("today", "--json", "--at", "2027-03-02T14:00").stdout.splitlines()]
        return sum(row["code"] == "REF001" for row in rows)

    assert short() == 3
    assert run("dismiss", "REF001").returncode == 0
    assert short() == 0
    assert run("undo").returncode == 0
    assert short() == 3
    assert run("dismiss", "REF001", "globex").returncode == 0
    assert short() == 2
