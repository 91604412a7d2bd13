"""A consultant's mail that does not say of which opening it is, and one opening through two agencies: both are asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.mail_in.reading_mail import Reader
from sincerely.app.mail_in.sync import sync
from sincerely.app.models.reading_models import load_models
from sincerely.app.processes.erasing_settings import Gone, without
from sincerely.app.processes.exits import BY_HAND, add_all, undo
from sincerely.app.processes.put_forward_twice import APART, doubles
from sincerely.app.processes.questions import answer, open_questions
from sincerely.app.processes.regrouping import standing
from sincerely.app.processes.which_opening import BETWEEN
from sincerely.app.today.listing import today_of
from sincerely.app.today.policies import policy_of
from sincerely.app.wiring import opened, sources_at
from sincerely.core.events import Rejected
from sincerely.core.rulings import Split
from sincerely.store.base import Change, Store

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ME = "robin@mail.example"
JO, NINA = "Jo Lane <jo@fernsearch.example>", "Nina Falk <nina@northrecruit.example>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


def receive(store: Store, folder: Path, *mails: tuple[str, int, str, str], now: datetime = NOW) -> None:
    """Read mails, each of a sender, a day of October, a subject and what it says, in one sync."""
    folder.mkdir(exist_ok=True)
    for sender, day, subject, text in mails:
        number = len(list(folder.glob("*.eml"))) + 1
        head = f"From: {sender}\nTo: {ME}\nSubject: {subject}\nDate: {day} Oct 2026 09:00:00 +0100\n"
        body = f"Message-ID: <{number}@h.example>\n\nHi Robin,\n\n{text}\n\nJo\n"
        (folder / f"{number}.eml").write_text(head + body, "utf-8")
    reads = Reader(load_models(), frozenset({ME}), ZoneInfo("Europe/London"), now)
    sync(store, sources_at([folder]).sources, reads, now, lambda _label, _done, _total: None)


def put_forward(sender: str, day: int, role: str, house: str) -> tuple[str, int, str, str]:
    text = f"Thank you for applying. I have submitted you to {house} for the {role} role; they answer by Friday week."
    return sender, day, f"{role} at {house}", text


SORRY = "Sorry to say they have decided not to go ahead with your application. They went with another candidate."
NO = (JO, 12, "News", SORRY)
COOK, BAKER = put_forward(JO, 1, "Cook", "Tarn Foods"), put_forward(JO, 5, "Head Baker", "Birk Mills")


def said_no(store: Store) -> set[str]:
    processes = [store.process(row.header.id) for row in standing(store.summaries())]
    return {one.header.employer for one in processes if one is not None and one.all(Rejected)}


def asked(store: Store) -> list[str]:
    return [question.words for question in open_questions(store, NOW) if isinstance(question.event, Rejected)]


def test_a_no_of_neither_opening_is_asked_of_one_after_the_other(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", COOK, BAKER, NO)
    assert said_no(store) == set()
    [words] = asked(store)
    assert words == "They said no. Does it belong to Head Baker at Birk Mills?"
    [question] = [one for one in open_questions(store, NOW) if isinstance(one.event, Rejected)]
    answer(store, question.event.id, yes=False, now=NOW)
    [words] = asked(store)
    assert words == "They said no. Does it belong to Cook at Tarn Foods?"
    undo(store, NOW + MINUTE)
    assert "Birk Mills" in asked(store)[0]
    answer(store, question.event.id, yes=False, now=NOW + 2 * MINUTE)
    assert "Does it belong to Cook at Tarn Foods?" in asked(store)[0]
    answer(store, question.event.id, yes=True, now=NOW + 3 * MINUTE)
    assert (said_no(store), asked(store)) == ({"Tarn Foods"}, [])
    # What answers that mail follows it.
    before = len(standing(store.summaries()))
    again = (JO, 13, "Re: News", "As I said, they chose somebody else for your application. Sorry!")
    receive(store, tmp_path / "later", again)
    assert len(standing(store.summaries())) == before


def asked_of(store: Store) -> list[str]:
    return [one.words for one in open_questions(store, NOW)]


def states(store: Store) -> dict[str, str]:
    return {row.header.employer: row.state for row in standing(store.summaries())}


SEEN = "Good news, they would like to see you. Your interview is on Thursday 22 October at 10am."


def test_an_interview_of_either_opening_stands_and_is_asked_about_once(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", COOK, BAKER, (JO, 12, "Interview", f"{SEEN} Please send me your CV by Monday."))
    assert states(store) == {"Birk Mills": "interview ahead", "Tarn Foods": "applied"}
    [words] = asked_of(store)
    assert words.endswith("Does it belong to Head Baker at Birk Mills?")
    [question] = open_questions(store, NOW)
    answer(store, question.event.id, yes=False, now=NOW)
    assert (asked_of(store), states(store)["Tarn Foods"]) == ([], "interview ahead")


def test_who_withdraws_from_either_opening_ends_none_of_them(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", COOK, BAKER)
    head = f"From: {ME}\nTo: jo@fernsearch.example\nSubject: Withdrawing\nDate: 9 Oct 2026 09:00:00 +0100\n"
    (tmp_path / "in" / "9.eml").write_text(
        f"{head}Message-ID: <9@me>\n\nHi Jo,\n\nI would like to withdraw my application.\n\nRobin\n", "utf-8"
    )
    receive(store, tmp_path / "in")
    assert set(states(store).values()) == {"applied"}
    [words] = asked_of(store)
    assert "Does it belong to" in words


def test_what_is_moved_is_the_interview_that_there_is(store: Store, tmp_path: Path) -> None:
    fixed = (JO, 7, "Cook at Tarn Foods", f"{SEEN} It is for the Cook role at Tarn Foods.")
    moved = (JO, 12, "Change", "The interview on Thursday 22 October is moved to Friday 23 October at 10am.")
    receive(store, tmp_path / "in", fixed, BAKER, moved)
    assert (asked_of(store), states(store)) == ([], {"Tarn Foods": "interview ahead", "Birk Mills": "applied"})


def test_a_title_in_small_letters_tells_which_opening_it_is(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", BAKER, COOK, (JO, 12, "News", f"The head baker people were in touch. {SEEN}"))
    assert (asked_of(store), states(store)["Birk Mills"]) == ([], "interview ahead")


def test_of_the_last_one_a_no_is_no(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", COOK, BAKER, NO)
    for _ in range(2):
        [question] = [one for one in open_questions(store, NOW) if isinstance(one.event, Rejected)]
        answer(store, question.event.id, yes=False, now=NOW)
    assert (said_no(store), asked(store)) == (set(), [])


def no_of(store: Store) -> list[tuple[str, bool]]:
    """Return of which employer a no is or is asked, and whether it is asked of which opening it is."""
    sure = [(employer, False) for employer in said_no(store)]
    return sure + [
        (q.header.employer, q.doubt is not None) for q in open_questions(store, NOW) if isinstance(q.event, Rejected)
    ]


def test_a_name_in_its_words_tells_which_opening_it_is(store: Store, tmp_path: Path) -> None:
    told = (JO, 12, "News", f"I spoke with Tarn Foods today. {SORRY}")
    receive(store, tmp_path / "in", COOK, BAKER, told)
    assert no_of(store) == [("Tarn Foods", False)]


def test_where_one_opening_is_over_it_is_the_other_one(store: Store, tmp_path: Path) -> None:
    by_title = (JO, 8, "Re: Head Baker at Birk Mills", SORRY)
    receive(store, tmp_path / "in", COOK, BAKER, by_title)
    assert no_of(store) == [("Birk Mills", False)]
    receive(store, tmp_path / "later", NO)
    assert sorted(no_of(store)) == [("Birk Mills", False), ("Tarn Foods", False)]


def older(store: Store, *, handed_on: bool) -> None:
    """Leave a no in the store as an older version did: the fact in one of two processes, and their names in a setting."""
    tarn, birk = (store.process(name) for name in ("tarn-foods-cook", "birk-mills-head-baker"))
    assert tarn is not None
    assert birk is not None
    no = Rejected(at=NOW - timedelta(days=2), source="<9@h.example>", confidence=0.49, quote=SORRY)
    with store.transaction():
        store.set_setting(BETWEEN, {no.id: [birk.header.id, tarn.header.id]})
        store.add([Change(birk.header, [no])], NOW)
    if handed_on:
        away = Split(at=NOW, who=(no.id,), to=tarn.header.id, source=BY_HAND)
        changes = [Change(tarn.header, [no]), Change(birk.header, [away])]
        add_all(store, changes, NOW, "Not Head Baker at Birk Mills")


@pytest.mark.parametrize("handed_on", [False, True])
def test_what_an_older_version_asked_is_asked_and_answered_as_ever(
    store: Store, tmp_path: Path, *, handed_on: bool
) -> None:
    receive(store, tmp_path / "in", COOK, BAKER)
    older(store, handed_on=handed_on)
    if handed_on:
        assert asked(store) == ["They said no. Does it belong to Cook at Tarn Foods?"]
        undo(store, NOW + MINUTE)
    assert asked(store) == ["They said no. Does it belong to Head Baker at Birk Mills?"]
    [question] = open_questions(store, NOW)
    answer(store, question.event.id, yes=False, now=NOW + 2 * MINUTE)
    assert asked(store) == ["They said no. Does it belong to Cook at Tarn Foods?"]
    answer(store, question.event.id, yes=True, now=NOW + 3 * MINUTE)
    assert (said_no(store), asked(store)) == ({"Tarn Foods"}, [])
    undo(store, NOW + 4 * MINUTE)
    assert (said_no(store), asked(store)) == (set(), ["They said no. Does it belong to Cook at Tarn Foods?"])


def test_two_mails_of_one_consultant_are_two_questions(store: Store, tmp_path: Path) -> None:
    offer = "Great news, they would like to offer you the job! They ask for your answer by Friday 23 October."
    receive(store, tmp_path / "in", COOK, BAKER, NO, (JO, 13, "Good news", offer))
    assert sorted(one.event.verb for one in open_questions(store, NOW)) == ["offered", "rejected"]
    [no] = [one for one in open_questions(store, NOW) if isinstance(one.event, Rejected)]
    answer(store, no.event.id, yes=True, now=NOW)
    assert said_no(store) == {"Birk Mills"}
    assert [one.event.verb for one in open_questions(store, NOW)] == ["offered"]


def test_which_employer_said_no_is_asked_however_long_ago(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", COOK, BAKER, NO)
    later = NOW + timedelta(days=60)
    again = (JO, 15, "Your application", SORRY)
    receive(store, tmp_path / "in", again, now=later)
    assert said_no(store) == set()


def test_one_opening_through_two_agencies_is_shown_until_the_person_says(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", COOK, put_forward(NINA, 6, "Cook", "Tarn Foods"))
    [double] = doubles(store, store.summaries())
    assert {double.first.consultant, double.later.consultant} == {"jo@fernsearch.example", "nina@northrecruit.example"}
    first = open_questions(store, NOW)[0]
    assert first.words.startswith("Cook at Tarn Foods reached you through fernsearch.example and through northrecruit")
    assert first.words in [one.words for one in today_of(store, NOW, policy_of(store)).asked]
    answer(store, first.event.id, yes=False, now=NOW)
    assert not list(doubles(store, store.summaries()))
    undo(store, NOW)
    assert list(doubles(store, store.summaries()))
    answer(store, first.event.id, yes=True, now=NOW)
    assert len(standing(store.summaries())) == 1
    undo(store, NOW)
    assert len(standing(store.summaries())) == 2


@pytest.mark.parametrize(
    "other",
    [
        put_forward(NINA, 6, "Payroll Officer", "Tarn Foods"),
        put_forward(NINA, 6, "Cook", "Birk Mills"),
        put_forward("Al Moss <al@fernsearch.example>", 6, "Cook", "Birk Mills"),
    ],
)
def test_two_openings_are_no_double(store: Store, tmp_path: Path, other: tuple[str, int, str, str]) -> None:
    receive(store, tmp_path / "in", COOK, other)
    assert len(standing(store.summaries())) == 2
    assert not list(doubles(store, store.summaries()))


def test_two_domains_of_one_agency_put_forward_once(store: Store, tmp_path: Path) -> None:
    other = put_forward("Jo Lane <jo.lane@fernsearch-group.example>", 6, "Cook", "Tarn Foods")
    receive(store, tmp_path / "in", COOK, other)
    assert len(standing(store.summaries())) == 1


def test_what_was_said_of_an_erased_opening_goes_with_it() -> None:
    gone = Gone(frozenset({"tarn"}))
    assert without(APART, [["birk", "tarn"], ["birk", "vale"]], gone) == [["birk", "vale"]]
    assert without(BETWEEN, {"1": ["tarn", "birk"], "2": ["birk", "vale"]}, gone) == {"2": ["birk", "vale"]}
