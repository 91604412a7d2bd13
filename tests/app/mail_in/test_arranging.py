"""A time that one mail proposes and another one accepts is an interview, whichever is read first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from sincerely.app.interviews.carding import card_of
from sincerely.app.mail_in.arranging import TALKS
from sincerely.app.mail_in.sync import sync
from sincerely.app.mail_in.waiting_mail import waiting
from sincerely.app.processes.erasing_one import erase_process
from sincerely.app.processes.questions import answer, open_questions
from sincerely.app.wiring import opened, reader
from sincerely.core.events import Scheduled, Slot
from sincerely.core.process import Process
from sincerely.sources.detect import open_source

ME, DANA = "robin@mail.example", "dana@acme.example"
NOW = datetime(2026, 12, 2, 16, tzinfo=UTC)
THURSDAY, FRIDAY = datetime(2026, 12, 3, 14, tzinfo=UTC), datetime(2026, 12, 4, 10, tzinfo=UTC)
MONDAY, TUESDAY = datetime(2026, 12, 7, 11, 30, tzinfo=UTC), datetime(2026, 12, 1, 10, tzinfo=UTC)
ONE = "We would like to invite you to an interview. Would Thursday 3 December at 2pm suit you?"
SEVERAL = """We would like to meet you for an interview. Could you do one of these?

- Thursday 3 December at 2pm
- Friday 4 December at 10am
- Monday 7 December, 11:30

Let me know which suits you best."""
TWO_THINGS = f"{ONE} And could you send us the names of two referees?"
EINER = (
    "Gerne möchten wir Sie zu einem Vorstellungsgespräch einladen. Passt Ihnen Donnerstag, der 3. Dezember um 14 Uhr?"
)
MEHRERE = """wir möchten Sie gerne zu einem Vorstellungsgespräch einladen. Wir können Ihnen folgende Termine anbieten:

1. Donnerstag, 03.12.2026, 14:00 Uhr
2. Freitag, 04.12.2026, 10:00 Uhr

Bitte teilen Sie uns mit, welcher Termin Ihnen passt."""


def mail(number: int, body: str, *, own: bool = False, to: int = 0, german: bool = False, subject: str = "") -> str:
    """A mail of 27 November, a Friday, each an hour later; ``to``: which one it answers."""
    names = (f"Robin Ashdown <{ME}>", f"Dana Reed <{DANA}>")
    sender, recipient = names if own else reversed(names)
    about = "Vorstellungsgespräch als Datenanalystin" if german else "Interview for the Data Analyst position"
    subject = subject or ("Re: " if to else "") + about
    thread = f"In-Reply-To: <{to}@x.example>\nReferences: <{to}@x.example>\n" if to else ""
    hello = ("Sehr geehrte Frau Reed" if german else "Hi Dana") if own else "Hallo Robin" if german else "Dear Robin"
    return f"""From: {sender}
To: {recipient}
Subject: {subject}
Date: 27 Nov 2026 {8 + number:02}:00:00 +0000
Message-ID: <{number}@x.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
{thread}
{hello},

{body}

{"Viele Grüße" if german else "Best wishes"}
{"Robin" if own else "Dana"}
"""


def proposed(body: str, number: int = 1) -> str:
    return mail(number, body, german=body in {EINER, MEHRERE})


def reply(body: str, number: int = 2, to: int = 1, *, german: bool = False) -> str:
    return mail(number, body, own=True, to=to, german=german)


Read = Callable[..., list[Process]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def read(tmp_path: Path, home: Path) -> Read:
    """Read mails, each in a sync of its own, and return the processes that are known then."""
    numbers = count()

    def sync_each(*found: str, now: datetime = NOW) -> list[Process]:
        for text in found:
            path = tmp_path / f"{next(numbers)}.eml"
            path.write_text(text)
            with opened(home) as store:
                done = sync(store, [open_source(path)], reader(store, [ME], now), now, lambda *_: None)
            assert not done.failed
        with opened(home) as store:
            return store.processes(row.header.id for row in store.summaries())

    return sync_each


def starts(processes: list[Process]) -> list[datetime]:
    return [interview.start for process in processes for interview in process.interviews]


def asked(processes: list[Process]) -> list[datetime | None]:
    return [event.start for process in processes for event in process.unsure if isinstance(event, Slot)]


ACCEPTS = {
    (ONE, "Thursday at 2 works for me."): THURSDAY,
    (ONE, "Yes, that suits me."): THURSDAY,
    (ONE, "Yes please!"): THURSDAY,
    (ONE, "Thank you for the invitation. I look forward to meeting you on Thursday 3 December at 14:00."): THURSDAY,
    (ONE, "Sorry for the late reply! Thursday at 2 works, will it be by Zoom?"): THURSDAY,
    (SEVERAL, "The first one, please."): THURSDAY,
    (SEVERAL, "Option 2 would be best."): FRIDAY,
    (SEVERAL, "I can't do Thursday, but Friday at 10 works."): FRIDAY,
    (SEVERAL, "Friday 10am it is, thanks."): FRIDAY,
    (EINER, "Donnerstag um 14 Uhr passt mir sehr gut."): THURSDAY,
    (EINER, "Ja, sehr gerne."): THURSDAY,
    (MEHRERE, "Gerne nehme ich den ersten Termin."): THURSDAY,
    (MEHRERE, "am Donnerstag habe ich leider eine Prüfung, der Freitag passt mir aber gut."): FRIDAY,
}


@pytest.mark.parametrize(("proposal", "accepts"), ACCEPTS)
@pytest.mark.parametrize("first", ["proposal", "answer"])
def test_a_proposed_time_that_the_candidate_accepts_is_an_interview(
    read: Read, proposal: str, accepts: str, first: str
) -> None:
    german = proposal in {EINER, MEHRERE}
    mails = [proposed(proposal), reply(accepts, german=german)]
    [process] = read(*(mails if first == "proposal" else reversed(mails)))
    assert starts([process]) == [ACCEPTS[proposal, accepts]]
    [shown] = process.all(Scheduled)
    assert (shown.source, shown.at.hour) == ("<2@x.example>", 10)
    assert shown.quote in accepts
    assert not asked([process])


NOTHING = [
    (ONE, "Could we do 3pm instead?"),
    (ONE, "Thursday at 2 works, but could we make it 3pm?"),
    (ONE, "Unfortunately Thursday at 2 does not work for me. Could we do another day?"),
    (ONE, "Thursday at 3 works for me."),
    (ONE, "Thursday 10 December at 2pm works for me."),
    (ONE, "I have an exam on Thursday at 2pm, sorry."),
    (ONE, "I am afraid I have another appointment then. Is there another time?"),
    (ONE, "Thank you! I will check with my manager and get back to you."),
    (ONE, "Yes, I do have a driving licence."),
    (SEVERAL, "Thursday or Friday both work."),
    (SEVERAL, "Any of these work for me."),
    (SEVERAL, "None of these work, sorry."),
    (SEVERAL, "The first interview went well, I thought."),
    (EINER, "leider passt mir der Termin nicht. Ginge auch 15 Uhr?"),
    (EINER, "die Stelle passt sehr gut zu meinem Profil."),
    (MEHRERE, "beide Termine passen mir."),
    (MEHRERE, "ich muss noch mit meinem Chef sprechen und melde mich."),
]


@pytest.mark.parametrize(("proposal", "answered"), NOTHING)
def test_what_accepts_no_time_asserts_none(read: Read, proposal: str, answered: str) -> None:
    processes = read(proposed(proposal), reply(answered, german=proposal in {EINER, MEHRERE}))
    assert not starts(processes)
    assert not asked(processes)


ASKED = {
    (ONE, "Thursday at 2 works for me if that is still free."): [THURSDAY],
    (ONE, "Perfect, thank you."): [THURSDAY],
    (SEVERAL, "Yes, that suits me."): [THURSDAY, FRIDAY, MONDAY],
    (SEVERAL, "Could we do the second one?"): [FRIDAY],
    (MEHRERE, "ja, der Termin passt mir."): [THURSDAY, FRIDAY],
    (TWO_THINGS, "Yes."): [THURSDAY],
}


@pytest.mark.parametrize(("proposal", "answered"), ASKED)
@pytest.mark.parametrize("first", ["proposal", "answer"])
def test_what_leaves_it_open_is_asked(read: Read, proposal: str, answered: str, first: str) -> None:
    mails = [proposed(proposal), reply(answered, german=proposal == MEHRERE)]
    processes = read(*(mails if first == "proposal" else reversed(mails)))
    assert not starts(processes)
    assert asked(processes) == ASKED[proposal, answered]


def test_of_several_that_are_asked_about_one_yes_is_enough(read: Read, home: Path) -> None:
    read(proposed(SEVERAL), reply("Yes, that suits me."))
    with opened(home) as store:
        found = open_questions(store, NOW)
        answer(store, next(q.event.id for q in found if q.event.start == FRIDAY), yes=True, now=NOW)  # type: ignore[attr-defined]
        assert not open_questions(store, NOW)
    assert starts(read()) == [FRIDAY]


CONFIRMS = [
    "Great, see you then!",
    "Perfect, I have booked Thursday 3 December at 2pm for us.",
    "See you on Thursday at 2.",
]


@pytest.mark.parametrize("confirmed", CONFIRMS)
@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2)])
def test_confirmed_it_is_still_one_interview(read: Read, home: Path, confirmed: str, order: tuple[int, ...]) -> None:
    mails = [proposed(ONE), reply("Thursday at 2 works for me."), mail(3, confirmed, to=2)]
    processes = read(*(mails[place] for place in order))
    assert starts(processes) == [THURSDAY]
    with opened(home) as store:
        assert not open_questions(store, NOW)
        kept = store.setting(TALKS)
    again = read(*mails)
    assert [process.told for process in again] == [process.told for process in processes]
    with opened(home) as store:
        assert store.setting(TALKS) == kept


def test_moved_by_the_confirmation_it_is_one_interview(read: Read) -> None:
    moved = "Thank you. We have to move your interview on Thursday to Friday 4 December at 10am, I am sorry."
    assert starts(read(proposed(ONE), reply("Yes, that suits me."), mail(3, moved, to=2))) == [FRIDAY]


OWN = "Thank you for the invitation to interview. I could do Tuesday 1 December at 10 or Thursday at 2pm."
THEIRS = {
    "Tuesday at 10 works for us, see you then!": TUESDAY,
    "The second one works for us. Speak then!": THURSDAY,
    "Thursday it is.": THURSDAY,
}


@pytest.mark.parametrize("accepts", THEIRS)
@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2)])
def test_a_time_of_the_candidates_that_the_employer_accepts_is_an_interview(
    read: Read, accepts: str, order: tuple[int, ...]
) -> None:
    invites = "We would like to invite you to an interview. When would suit you next week?"
    mails = [proposed(invites), reply(OWN), mail(3, accepts, to=2)]
    processes = read(*(mails[place] for place in order))
    assert starts(processes) == [THEIRS[accepts]]


def test_another_hour_that_is_accepted_is_on_the_day_that_was_proposed(read: Read) -> None:
    mails = [proposed(ONE), reply("Could we do 3pm instead?"), mail(3, "That works, see you then.", to=2)]
    assert starts(read(*mails)) == [THURSDAY.replace(hour=15)]


def test_what_the_employer_leaves_open_is_no_interview(read: Read) -> None:
    for last in ("Let me check with Lee and get back to you.", "Unfortunately that does not work for us."):
        assert not starts(read(proposed(ONE), reply("Could we do 3pm instead?"), mail(3, last, to=2)))


def test_in_a_thread_of_its_own_the_time_must_be_named(read: Read) -> None:
    alone = mail(2, "Thursday at 2 works for me.", own=True, subject="Data Analyst interview")
    assert starts(read(proposed(ONE), alone)) == [THURSDAY]
    bare = mail(3, "Yes, that suits me.", own=True, subject="Something else")
    assert asked(read(proposed(ONE), bare, now=NOW)) in ([], [THURSDAY])


def test_a_time_that_is_named_to_somebody_else_is_no_answer(read: Read) -> None:
    other = reply("Thursday at 2 works for me.", to=0).replace("Dana Reed <dana@acme", "Kim Ito <kim@elsewhere")
    assert not starts(read(proposed(ONE), other))


def test_a_time_that_is_gone_gives_way_to_the_next_one(read: Read) -> None:
    gone = "I am sorry, that slot has just gone. Would Friday 4 December at 10am suit you for the interview instead?"
    mails = [
        proposed(ONE),
        reply("Thursday at 2 works for me."),
        mail(3, gone, to=2),
        reply("Yes, that suits me.", 4, 3),
    ]
    assert starts(read(*mails)) == [FRIDAY]


def test_a_time_that_is_named_again_may_answer_what_stood_before(read: Read) -> None:
    reminded = mail(2, "Great to hear that you are still interested. Did you get my last mail?", to=1)
    late = mail(3, "Sorry for the delay. Thursday 3 December at 2pm works for me.", own=True, to=2)
    assert starts(read(proposed(ONE), reminded, late)) == [THURSDAY]


def test_an_answer_that_waits_keeps_nothing_private_and_gets_its_place(read: Read, home: Path) -> None:
    answers = reply("Thursday at 2 works for me.")
    assert not read(answers)
    with opened(home) as store:
        [one] = waiting(store)
        assert "x.example" not in "".join(one.marks)
        assert store.message_named("<2@x.example>") is None
    [process] = read(proposed(ONE))
    with opened(home) as store:
        assert not waiting(store)
        found = store.message_named("<2@x.example>")
        assert found is not None
        assert (found.process, found.sent) == (process.header.id, True)


def test_nothing_of_it_is_left_where_the_process_is_erased(read: Read, home: Path) -> None:
    [process] = read(proposed(ONE), reply("Thursday at 2 works for me."))
    with opened(home) as store:
        assert store.setting(TALKS)
        erase_process(store, process.header, process.header.id, home, NOW)
        assert not store.setting(TALKS)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (0, 2, 3, 1), (1, 3, 0, 2)])
def test_agreed_on_and_moved_by_the_candidate_it_is_one_interview(read: Read, order: tuple[int, ...]) -> None:
    moves = reply("I have come down with the flu. Could we move our interview to Monday 7 December at 2pm?", 3)
    confirms = mail(4, "No problem at all, see you on Monday!", to=3)
    mails = [proposed(ONE), reply("Thursday at 2 works for me."), moves, confirms]
    assert starts(read(*(mails[place] for place in order))) == [datetime(2026, 12, 7, 14, tzinfo=UTC)]


def test_the_card_has_the_place_of_the_mail_that_was_accepted_and_no_words_of_the_candidates(
    read: Read, home: Path
) -> None:
    place = f"{ONE} We would meet in Room 4, 9 Long Lane, London. Please bring your passport."
    [process] = read(mail(1, place), reply("Thursday at 2 works for me. I will call you from 5 Elm Street at noon."))
    with opened(home) as store:
        card = card_of(store, process, NOW, UTC)
    assert card.place.words == "Room 4, 9 Long Lane, London"
    assert card.bring == ("your passport",)
    assert card.said == ("We would meet in Room 4, 9 Long Lane, London.",)


def test_that_an_interview_is_fixed_is_not_asked_where_it_is_known(read: Read, home: Path) -> None:
    again = mail(3, "Great. The interview will be at our office, 9 Long Lane.", to=2)
    assert starts(read(proposed(ONE), reply("Thursday at 2 works for me."), again)) == [THURSDAY]
    with opened(home) as store:
        assert not open_questions(store, NOW)


def test_an_answer_that_goes_to_somebody_else_is_asked_about(read: Read) -> None:
    friend = reply("Thursday at 2 works for me.").replace("Dana Reed <dana@acme", "Kim Ito <kim@elsewhere")
    processes = read(proposed(ONE), friend)
    assert not starts(processes)
    assert asked(processes) == [THURSDAY]
    colleague = reply("Thursday at 2 works for me.", 3).replace("Dana Reed <dana@acme", "Lee Park <lee@acme")
    assert starts(read(colleague)) == [THURSDAY]


BOTH = "Could you come in for an interview Thursday 3 December at 2pm or Friday 4 December at 10am?"
WANTS_ANOTHER = (
    "I have an exam on Thursday and can't do Friday morning, sorry. Would Monday 7 December work, any time after 1?"
)


def test_a_yes_after_another_time_was_asked_for_is_none_to_what_was_refused(read: Read) -> None:
    processes = read(
        mail(1, BOTH), reply(WANTS_ANOTHER), mail(3, "Monday is fine, round the back.", to=2), reply("Perfect, see you then!", 4, to=3)
    )  # fmt: skip
    assert THURSDAY not in [*starts(processes), *asked(processes)]
    assert FRIDAY not in [*starts(processes), *asked(processes)]


def test_what_was_refused_may_be_taken_after_all_by_name(read: Read) -> None:
    only = mail(3, "I am afraid we only have those two.", to=2)
    processes = read(
        mail(1, BOTH), reply(WANTS_ANOTHER), only, reply("Then Friday 4 December at 10am works for me.", 4, to=3)
    )
    assert FRIDAY in [*starts(processes), *asked(processes)]
