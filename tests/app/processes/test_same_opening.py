"""One opening that became two processes at one employer: it is asked before anything is withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.drafts.drafting import NoSuchDraft, Plain, drafts
from sincerely.app.processes import put_forward_twice
from sincerely.app.processes.exits import undo
from sincerely.app.processes.questions import answer, open_questions
from sincerely.app.processes.regrouping import merge, named, standing
from sincerely.app.processes.same_opening import same
from sincerely.app.today.listing import agreeing, today_of
from sincerely.app.today.policies import policy_of
from sincerely.app.wiring import opened
from sincerely.core.process import Process
from sincerely.core.timeline import parse
from sincerely.reading.linking.naming import same_house
from sincerely.store.base import Change, Store, Summary
from sincerely.writing.facts.grounds import Draft

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
TITLE = """process birk-engineer employer="Birk Systems" role="Software Engineer" zone=America/New_York country=US
2026-11-02 09:00 acknowledged
"""
ACCEPTED = "2026-11-19 10:00 offered by=2026-11-27\n2026-11-23 10:00 accepted\n"
TEAM = """process birk-storage employer="Birk" role="Storage Platform" zone=America/New_York country=US
2026-11-03 09:00 heard dana@birk.example asks=yes
2026-11-10 15:00 interviewed dana@birk.example
"""
PORTER = """process birk-porter employer="Birk Systems" role="Night Porter" zone=America/New_York country=US
2026-11-04 09:00 acknowledged
"""
TARN = """process tarn employer="Tarn Foods" role="Storage" zone=America/New_York country=US
2026-11-04 09:00 heard ida@tarn.example asks=yes
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


def tell(store: Store, *stories: str) -> None:
    told = [one for story in stories for one in parse(story)]
    store.add([Change(one.header, one.events) for one in told], NOW)


def asked(store: Store) -> list[str]:
    return [question.event.id for question in open_questions(store, NOW) if question.same is not None]


def codes(store: Store, process: str) -> set[str]:
    today = agreeing(today_of(store, NOW, policy_of(store)))
    shown = (*today.late, *today.due, *today.soon, *today.waiting)
    return {line.finding.code for line in shown if line.process.header.id == process}


def withdrawal(store: Store, process: str) -> None:
    found = store.process(process)
    assert found is not None
    drafts(found, "OFF003", Plain(), at=NOW)


def test_nothing_is_withdrawn_from_what_may_be_the_accepted_job(store: Store) -> None:
    tell(store, TITLE + ACCEPTED, TEAM)
    assert codes(store, "birk-storage") == {"OFF004"}
    with pytest.raises(NoSuchDraft, match="may be this very opening"):
        withdrawal(store, "birk-storage")
    [question] = asked(store)
    answer(store, question, yes=True, now=NOW)
    [row] = standing(store.summaries())
    assert (row.header.id, row.header.role, row.state) == ("birk-engineer", "Software Engineer", "accepted")
    assert not codes(store, "birk-storage") & {"OFF003", "OFF004"}


def test_two_openings_are_told_apart_and_one_is_withdrawn_from(store: Store) -> None:
    tell(store, TITLE + ACCEPTED, TEAM)
    [question] = asked(store)
    answer(store, question, yes=False, now=NOW)
    assert asked(store) == []
    assert "OFF003" in codes(store, "birk-storage")
    withdrawal(store, "birk-storage")
    undo(store, NOW)
    assert asked(store) == [question]
    assert codes(store, "birk-storage") == {"OFF004"}


def test_what_a_third_employer_offered_is_told_and_withdrawn_for(store: Store) -> None:
    held = "2026-11-19 10:00 offered by=2026-12-04\n"
    third = TARN + "2026-11-20 10:00 offered by=2026-12-11\n"
    tell(store, TITLE + held, TEAM, third)
    assert {"OFF002", "OFF004"} <= codes(store, "birk-storage")
    found = store.process("birk-storage")
    assert found is not None
    [told] = drafts(found, "OFF002", Plain(), at=NOW)
    assert isinstance(told, Draft)
    assert "11 December" in told.body or "December 11" in told.body
    assert "4 December" not in told.body
    assert "December 4" not in told.body
    store.add([Change(one.header, one.events) for one in parse(TARN + "2026-11-23 09:00 accepted\n")], NOW)
    assert "OFF003" in codes(store, "birk-storage")
    withdrawal(store, "birk-storage")


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        ((TITLE, TEAM), 1),
        ((TITLE, PORTER), 0),  # both were applied for, and both have titles
        ((TITLE + ACCEPTED, PORTER), 1),  # where a job hangs on it, it is asked all the same
        ((TITLE, TARN), 0),
        ((TITLE, TEAM + "2026-11-12 09:00 rejected\n"), 0),
        ((TITLE, TEAM + "2026-11-12 09:00 apart birk-engineer\n"), 0),
    ],
    ids=["a team's name", "two titles", "two titles, one accepted", "another house", "over", "told apart"],
)
def test_when_it_is_asked(store: Store, stories: tuple[str, ...], expected: int) -> None:
    tell(store, *stories)
    assert len(asked(store)) == expected


def test_what_may_be_part_of_several_is_asked_of_one_after_the_other(store: Store) -> None:
    tell(store, TITLE, PORTER, TEAM)
    [question] = asked(store)
    answer(store, question, yes=False, now=NOW)
    [other] = asked(store)
    assert other != question
    answer(store, other, yes=False, now=NOW)
    assert asked(store) == []


def test_each_question_about_an_offer_has_a_name_of_its_own(store: Store) -> None:
    tell(store, TITLE + ACCEPTED, TEAM, TEAM.replace("birk-storage", "birk-search").replace("Storage", "Search"))
    found = asked(store)
    assert len(found) == len(set(found)) == 2
    for question in found:
        answer(store, question, yes=False, now=NOW)
    # Two teams' names may be one opening still.
    assert len(asked(store)) == 1


AGENCY = """process birk-{name} employer="Birk Systems" role="Site Engineer" via=agency consultant={who} zone=Europe/London country=GB
2026-11-0{day} 09:00 heard {who} asks=yes
"""


@pytest.mark.parametrize("yes", [False, True])
def test_what_two_agencies_offer_is_asked_once(store: Store, *, yes: bool) -> None:
    one, other = (
        AGENCY.format(name=name, who=f"dana@{name}.example", day=day) for name, day in (("quill", 3), ("reed", 4))
    )
    tell(store, one, other)
    [question] = open_questions(store, NOW)
    assert question.double is not None
    answer(store, question.event.id, yes=yes, now=NOW)
    assert open_questions(store, NOW) == []


def test_two_openings_that_agencies_offer_stay_apart_once_an_offer_is_made(store: Store) -> None:
    one, other = (
        AGENCY.format(name=name, who=f"dana@{name}.example", day=day) for name, day in (("quill", 3), ("reed", 4))
    )
    tell(store, one, other)
    answer(store, open_questions(store, NOW)[0].event.id, yes=False, now=NOW)
    tell(store, one + "2026-11-20 09:00 offered by=2026-12-04\n")
    assert open_questions(store, NOW) == []
    assert "OFF004" not in codes(store, "birk-reed")
    undo(store, NOW)
    assert len(open_questions(store, NOW)) == 1


@pytest.mark.parametrize("employer", ["Birkenau", "Birkenstolz Werke", "Tarn Birkhahn"])
def test_a_name_that_only_begins_alike_is_another_house(store: Store, employer: str) -> None:
    tell(store, TITLE.replace("Birk Systems", "Birk") + ACCEPTED, TEAM.replace('"Birk"', f'"{employer}"'))
    assert asked(store) == []
    assert "OFF004" not in codes(store, "birk-storage")


def test_a_job_that_was_taken_long_ago_is_not_what_begins_now(store: Store) -> None:
    tell(store, (TITLE + ACCEPTED).replace("2026-11", "2024-11"), TEAM)
    assert asked(store) == []
    assert not codes(store, "birk-storage") & {"OFF003", "OFF004"}


def test_what_nobody_has_heard_of_for_long_is_not_what_begins_now(store: Store) -> None:
    tell(store, TITLE.replace("2026-11", "2025-11"), TEAM)
    assert asked(store) == []


def test_only_some_of_many_at_one_employer_are_held_against_each_other(store: Store) -> None:
    many = 60
    tell(store, *(TEAM.replace("birk-storage", f"birk-{number}") for number in range(many)))
    rows = store.summaries()
    loaded: list[str] = []

    def load(names: Iterable[str]) -> list[Process]:
        loaded.extend(names)
        return store.processes(loaded)

    assert len(list(same(rows, load))) == len(asked(store))
    assert len(loaded) < 20
    tell(store, TITLE + ACCEPTED)
    with_offer = [one for one in same(store.summaries(), store.processes) if "birk-engineer" in one.event.who]
    assert len(with_offer) == many


@pytest.mark.parametrize("taken_back", [True, False])
def test_who_said_two_may_say_one_after_all(store: Store, *, taken_back: bool) -> None:
    tell(store, TITLE, TEAM)
    [question] = asked(store)
    answer(store, question, yes=False, now=NOW)
    if taken_back:
        undo(store, NOW)
        answer(store, question, yes=True, now=NOW)
    else:
        merge(store, named(store, "birk-storage"), named(store, "birk-engineer"), NOW)
    assert [row.header.id for row in standing(store.summaries())] == ["birk-engineer"]
    assert asked(store) == []


def test_agencies_clients_that_have_nothing_in_common_are_not_held_against_each_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def house(one: str, other: str) -> bool:
        compared.append((one, other))
        return same_house(one, other)

    monkeypatch.setattr(put_forward_twice, "same_house", house)
    names = ["Birk Systems", "BS Birk", "Tarn Foods", "TF", "Larch", "Velm GmbH", "Velmora", "Reder", "Quill Homes"]
    rows = [
        replace(row, header=replace(row.header, id=f"p{number}", employer=name))
        for number, name in enumerate(names)
        for row in told_by_agency(store)
    ]
    assert list(put_forward_twice.doubles(store, rows)) == []
    assert set(compared) == {("Birk Systems", "BS Birk"), ("Tarn Foods", "TF"), ("Velm GmbH", "Velmora")}


def told_by_agency(store: Store) -> list[Summary]:
    if not store.summaries():
        tell(store, AGENCY.format(name="quill", who="dana@quill.example", day=3))
    return list(store.summaries())
