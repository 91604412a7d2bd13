"""Where a mail may belong to either of two openings it is asked, if something hangs on it; and nowhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient
from tests.app.conftest import Run
from tests.support import POLICY
from tests.web.conftest import HOST
from tests.web.lending import lend
from tests.web.test_pages import ORIGIN, token

from sincerely.app.mail_in.reading_mail import Reader, Said
from sincerely.app.mail_in.sync import sync
from sincerely.app.models.reading_models import load_models
from sincerely.app.processes.exits import undo
from sincerely.app.processes.questions import answer, open_questions
from sincerely.app.processes.telling_process import process_json
from sincerely.app.processes.which_opening import ANSWERED, DOUBTED
from sincerely.app.wiring import opened, sources_at
from sincerely.core.events import Applied, Scheduled
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.reading.linking.clues import Clues
from sincerely.reading.linking.links import Link
from sincerely.reading.linking.which_opening import asked_of, may_be_elsewhere
from sincerely.store.base import Store
from sincerely.web.app import Site

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ME = "robin@mail.example"
DANA = "Dana Lee <dana.lee@halvorsen.example>"
ANALYST = (
    "Halvorsen Jobs <jobs@halvorsen.example>",
    "Your application: Data Analyst",
    "Thank you for applying for the position of Data Analyst at Halvorsen. We have received your application.",
)
WRITER = (
    "Halvorsen Jobs <jobs@halvorsen.example>",
    "Your application: Technical Writer",
    "Thank you for applying for the position of Technical Writer at Halvorsen. We have received your application.",
)
FIXED = (
    DANA,
    "Interview at Halvorsen",
    "Thank you for your application. Your interview with me is confirmed for Thursday, 26 March 2026 at 2:00 pm.",
)
NO = (
    DANA,
    "Your application at Halvorsen",
    "Thank you for your application. Unfortunately we have decided not to move forward with your application.",
)
WORD = (
    DANA,
    "Your application at Halvorsen",
    "Thank you for your application. We are still reading all of them and ask for a little patience.",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


def receive(store: Store, folder: Path, *mails: tuple[str, str, str], answers: str = "", now: datetime = NOW) -> None:
    """Read mails, each of a sender, a subject and what it says, a day after the other."""
    folder.mkdir(exist_ok=True)
    for sender, subject, text in mails:
        number = len(list(folder.glob("*.eml"))) + 1
        thread = f"In-Reply-To: {answers}\n" if answers else ""
        head = f"From: {sender}\nTo: {ME}\nSubject: {subject}\nDate: {number + 9:02} Mar 2026 10:00:00 +0000\n"
        mail = f"{head}Message-ID: <{number}@h.example>\n{thread}\nDear Robin,\n\n{text}\n\nKind regards\n{sender.partition(' <')[0]}\n"
        (folder / f"{number}.eml").write_text(mail, "utf-8")
    reads = Reader(load_models(), frozenset({ME}), ZoneInfo("Europe/London"), now)
    sync(store, sources_at([folder]).sources, reads, now, lambda _label, _done, _total: None)


def asked(store: Store, now: datetime = NOW) -> list[str]:
    return [question.words for question in open_questions(store, now) if question.doubt]


def stands(store: Store, name: str) -> list[str]:
    """Return what stands of the two processes, by verb; what is unsure with a question mark."""
    process = store.process(f"halvorsen-{name}")
    assert process is not None
    unsure = {event.id for event in process.unsure}
    weighty = ("scheduled", "rejected")
    known = (*process.events, *process.unsure)
    return sorted(f"{e.verb}{'?' * (e.id in unsure)}" for e in known if e.verb in weighty)


FIXED_ASKS = (
    "Interview fixed: Thu 26 March, 14:00 with dana.lee@halvorsen.example. "
    "Does it belong to Technical Writer at Halvorsen?"
)
NO_ASKS = "They said no. Does it belong to Technical Writer at Halvorsen?"


def settle(store: Store, *, yes: bool) -> str:
    [question] = [one for one in open_questions(store, NOW) if one.doubt]
    return answer(store, question.event.id, yes=yes, now=NOW).label


def test_an_interview_stands_until_it_is_known_where_it_belongs(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    assert asked(store) == [FIXED_ASKS]
    assert (stands(store, "technical-writer"), stands(store, "data-analyst")) == (["scheduled"], [])
    assert settle(store, yes=True) == "Yes: to Technical Writer at Halvorsen"
    assert asked(store) == []
    assert stands(store, "technical-writer") == ["scheduled"]
    undo(store, NOW)
    assert asked(store) == [FIXED_ASKS]


def test_what_belongs_to_the_other_opening_goes_there_and_comes_back(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    assert settle(store, yes=False) == "No: to Data Analyst at Halvorsen"
    assert asked(store) == []
    assert (stands(store, "technical-writer"), stands(store, "data-analyst")) == ([], ["scheduled"])
    undo(store, NOW)
    assert asked(store) == [FIXED_ASKS]
    assert (stands(store, "technical-writer"), stands(store, "data-analyst")) == (["scheduled"], [])


def test_a_no_that_was_taken_back_and_said_again_holds(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    settle(store, yes=False)
    undo(store, NOW + MINUTE)
    [question] = [one for one in open_questions(store, NOW) if one.doubt]
    answer(store, question.event.id, yes=False, now=NOW + 2 * MINUTE)
    assert (stands(store, "technical-writer"), stands(store, "data-analyst")) == ([], ["scheduled"])


CODER = (
    "Halvorsen Jobs <jobs@halvorsen.example>",
    "Your application: Software Engineer",
    "Thank you for applying for the position of Software Engineer at Halvorsen. We have received your application.",
)


@pytest.mark.parametrize("mail", [FIXED, NO])
def test_of_three_openings_it_is_asked_of_one_after_the_other(
    store: Store, tmp_path: Path, mail: tuple[str, str, str]
) -> None:
    receive(store, tmp_path / "in", CODER, ANALYST, WRITER, mail)
    [words] = asked(store)
    assert words.endswith("Does it belong to Technical Writer at Halvorsen?")
    assert settle(store, yes=False) == "Not Technical Writer at Halvorsen; it is asked of Data Analyst at Halvorsen"
    [words] = asked(store)
    assert words.endswith("Does it belong to Data Analyst at Halvorsen?")
    [question] = [one for one in open_questions(store, NOW) if one.doubt]
    answer(store, question.event.id, yes=False, now=NOW + MINUTE)
    assert asked(store) == []
    assert stands(store, "software-engineer") == ["rejected" if mail is NO else "scheduled"]
    for _ in range(2):
        undo(store, NOW + 2 * MINUTE)
    [words] = asked(store)
    assert words.endswith("Does it belong to Technical Writer at Halvorsen?")


def test_what_an_older_version_remembered_is_asked_and_what_it_knew_answered_is_not(
    store: Store, tmp_path: Path
) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    [kept] = store.setting(DOUBTED) or []
    kept.pop("open")
    store.set_setting(DOUBTED, [kept])
    assert asked(store) == [FIXED_ASKS]
    store.set_setting(ANSWERED, [kept["asked"]])
    assert asked(store) == []
    receive(store, tmp_path / "in", MOVED)
    assert asked(store) == []


def test_who_withdraws_from_neither_by_name_is_asked_from_which(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER)
    head = f"From: {ME}\nTo: {DANA}\nSubject: My application\nDate: 15 Mar 2026 10:00:00 +0000\nMessage-ID: <9@me>\n"
    (tmp_path / "in" / "9.eml").write_text(f"{head}\nDear Dana,\n\nI would like to withdraw my application.\n\nRobin\n")
    receive(store, tmp_path / "in")
    assert {row.state for row in store.summaries()} == {"applied"}
    assert asked(store) == ["You withdrew. Does it belong to Technical Writer at Halvorsen?"]
    settle(store, yes=False)
    assert {row.header.role: row.state for row in store.summaries()} == {
        "Data Analyst": "withdrawn",
        "Technical Writer": "applied",
    }


@pytest.mark.parametrize(("yes", "ended"), [(True, "technical-writer"), (False, "data-analyst")])
def test_a_no_ends_nothing_before_it_is_known_what(store: Store, tmp_path: Path, ended: str, *, yes: bool) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, NO)
    assert asked(store) == [NO_ASKS]
    assert len(open_questions(store, NOW)) == 1
    assert stands(store, "technical-writer") == ["rejected?"]
    settle(store, yes=yes)
    assert open_questions(store, NOW) == []
    found = {row.header.id: row.state for row in store.summaries()}
    assert found.pop(f"halvorsen-{ended}") == "rejected"
    assert list(found.values()) == ["applied"]
    undo(store, NOW)
    assert asked(store) == [NO_ASKS]
    assert {row.state for row in store.summaries()} == {"applied"}


@pytest.mark.parametrize("apart", [True, False])
def test_what_the_same_person_writes_then_belongs_wherever_the_first_mail_does(
    store: Store, tmp_path: Path, *, apart: bool
) -> None:
    if apart:
        receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
        receive(store, tmp_path / "in", NO)
    else:
        receive(store, tmp_path / "in", ANALYST, WRITER, FIXED, NO)
    assert asked(store) == [NO_ASKS]
    assert stands(store, "technical-writer") == ["rejected?", "scheduled"]
    settle(store, yes=False)
    assert stands(store, "technical-writer") == []
    assert stands(store, "data-analyst") == ["rejected", "scheduled"]


def test_what_was_answered_is_not_asked_again(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    settle(store, yes=True)
    receive(store, tmp_path / "copies", ANALYST, WRITER, FIXED)
    assert asked(store) == []


REMINDERS = [
    (
        "Halvorsen Jobs <jobs@halvorsen.example>",
        "Reminder: your interview",
        "This is a reminder of your interview on Thursday, 26 March 2026 at 2:00 pm with Dana Lee.",
    ),
    (
        DANA,
        "Your interview",
        "Looking forward to our interview on Thursday, 26 March 2026 at 2:00 pm. Please bring your ID.",
    ),
]
MOVED = (DANA, "Your interview", "I am sorry, I have to move our interview to Friday, 27 March 2026 at 3:00 pm.")


@pytest.mark.parametrize("mail", [*REMINDERS, MOVED])
@pytest.mark.parametrize("yes", [True, False])
def test_the_same_interview_is_asked_about_once(
    store: Store, tmp_path: Path, mail: tuple[str, str, str], *, yes: bool
) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    settle(store, yes=yes)
    receive(store, tmp_path / "in", mail)
    assert asked(store) == []


@pytest.mark.parametrize("mail", REMINDERS)
def test_a_reminder_goes_where_the_interview_does(store: Store, tmp_path: Path, mail: tuple[str, str, str]) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    receive(store, tmp_path / "in", mail)
    assert asked(store) == [FIXED_ASKS]
    settle(store, yes=False)
    assert (stands(store, "technical-writer"), stands(store, "data-analyst")) == ([], ["scheduled", "scheduled"])


def test_a_no_after_the_answer_is_asked_again(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    settle(store, yes=False)
    receive(store, tmp_path / "in", NO)
    assert asked(store) == ["They said no. Does it belong to Data Analyst at Halvorsen?"]


def test_a_no_in_a_thread_that_nobody_doubts_stands(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    receive(store, tmp_path / "in", NO, answers="<2@h.example>")
    assert stands(store, "technical-writer") == ["rejected", "scheduled"]
    assert asked(store) == [FIXED_ASKS]


def test_a_no_in_the_doubted_thread_waits_with_it(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
    receive(store, tmp_path / "in", NO, answers="<3@h.example>")
    assert asked(store) == [NO_ASKS]


def test_where_nothing_hangs_on_it_nothing_is_asked(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, WORD)
    assert asked(store) == []


def test_of_one_opening_nothing_is_asked(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", WRITER, FIXED, NO)
    assert asked(store) == []
    assert stands(store, "technical-writer") == ["rejected", "scheduled"]


def test_of_one_opening_nothing_is_asked_whatever_title_is_read() -> None:
    # "Beat Amsler, Leiter Entwicklung" is who comes along, and no other opening.
    fixed = Scheduled(at=NOW, who=("dana.lee@halvorsen.example",), start=datetime(2026, 3, 26, 14, tzinfo=UTC))
    link = Link("one", None, 0.6, "perhaps")
    said = Said(events=(fixed,), link=link, clues=Clues(at=NOW), role="Leiter")
    one, other = (fold(Header(id=name, employer="Halvorsen"), [Applied(at=NOW)]) for name in ("one", "other"))
    assert may_be_elsewhere(said)
    assert asked_of(said, one, [], NOW) is None
    assert asked_of(said, one, [other], NOW) is not None


@pytest.mark.parametrize("mail", [FIXED, NO])
def test_a_thread_leaves_nothing_to_ask(store: Store, tmp_path: Path, mail: tuple[str, str, str]) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER)
    receive(store, tmp_path / "in", mail, answers="<1@h.example>")
    assert asked(store) == []
    assert stands(store, "data-analyst") != []


def test_a_title_leaves_nothing_to_ask(store: Store, tmp_path: Path) -> None:
    sender, subject, text = FIXED
    receive(
        store, tmp_path / "in", ANALYST, WRITER, (sender, subject, f"{text} We talk about the Data Analyst position.")
    )
    assert asked(store) == []
    assert stands(store, "data-analyst") == ["scheduled"]


def test_what_had_ended_is_no_rival(store: Store, tmp_path: Path) -> None:
    sender, subject, text = NO
    ended = (
        sender.replace("Dana Lee <dana.lee", "Jobs <jobs"),
        subject,
        text.replace("your application.", "your application for the Data Analyst position.", 1),
    )
    receive(store, tmp_path / "in", ANALYST, ended, WRITER, FIXED)
    assert stands(store, "data-analyst") == ["rejected"]
    assert asked(store) == []


def test_of_an_old_mailbox_nothing_is_asked(store: Store, tmp_path: Path) -> None:
    later = datetime(2026, 7, 20, 12, tzinfo=UTC)
    receive(store, tmp_path / "in", ANALYST, WRITER, NO, now=later)
    assert asked(store, later) == []
    assert stands(store, "technical-writer") == ["rejected"]


def test_its_question_is_answered_from_the_page_and_the_terminal(run: Run, home: Path, tmp_path: Path) -> None:
    with opened(home) as store:
        receive(store, tmp_path / "in", ANALYST, WRITER, FIXED)
        site = Site(lambda: opened(home), POLICY, lambda: NOW, (HOST,))
        with TestClient(lend(site), base_url=f"http://{HOST}") as browser:
            page = browser.get("/").text
            assert FIXED_ASKS in page
            [event] = re.findall(r'name="no" value="([0-9a-f]{12})"', page)
            form = {"token": token(page), "no": event}
            assert "No: to Data Analyst at Halvorsen" in browser.post("/answer", data=form, headers=ORIGIN).text
            assert FIXED_ASKS not in browser.get("/questions").text
            browser.post("/undo", data={"token": form["token"]}, headers=ORIGIN)
    with opened(home) as store:
        process = store.process("halvorsen-technical-writer")
        assert process is not None
        assert [one["question"] for one in process_json(store, process, NOW, POLICY)["questions"]] == [FIXED_ASKS]
    [row] = [json.loads(line) for line in run("questions", "--json").stdout.splitlines()]
    assert row["question"] == FIXED_ASKS
    said = " ".join(run("today", "--at", "2026-03-20T12:00").stdout.split())
    assert f"? Halvorsen: {FIXED_ASKS}" in said
    assert "Yes: to Technical Writer at Halvorsen" in run("answer", row["id"], "yes").stdout
    assert run("questions", "--json").stdout == ""
    assert "Yes: to Technical Writer" in run("undo").stdout
    assert len(run("questions", "--json").stdout.splitlines()) == 1


NO_WRITER = (
    DANA,
    "Technical Writer at Halvorsen",
    "Unfortunately we have decided not to move forward with your application as Technical Writer at Halvorsen.",
)


def test_who_said_no_of_one_opening_may_fix_an_interview_for_the_other(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", ANALYST, WRITER, NO_WRITER)
    assert asked(store) == []
    receive(store, tmp_path / "in", FIXED)
    assert asked(store) == [FIXED_ASKS]
    settle(store, yes=False)
    assert (stands(store, "technical-writer"), stands(store, "data-analyst")) == (["rejected"], ["scheduled"])


def test_where_all_else_is_over_an_interview_reopens_what_its_writer_ended(store: Store, tmp_path: Path) -> None:
    receive(store, tmp_path / "in", WRITER, NO_WRITER, FIXED)
    assert asked(store) == []
