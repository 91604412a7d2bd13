"""Invitations that the candidate declines: asked about once, whatever is read first, and no more once that is settled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count, permutations
from pathlib import Path

import pytest

from sincerely.app.mail_in.early_answers import WAITING
from sincerely.app.mail_in.sync import sync
from sincerely.app.processes.exits import undo
from sincerely.app.processes.questions import answer, open_questions
from sincerely.app.wiring import opened, reader
from sincerely.core.rulings import Corrected
from sincerely.sources.detect import open_source
from sincerely.store.base import Change, Store

ME, DANA = "robin@mail.example", "dana@acme.example"
NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
START = "20260318T140000Z"
AFTER = datetime(2026, 3, 19, tzinfo=UTC)


def entry(
    partstat: str = "NEEDS-ACTION", *, stamp: int = 2, start: str = START, uid: str = "one", more: str = ""
) -> str:
    """An interview, as it was written on a day of March."""
    return f"""BEGIN:VEVENT
UID:{uid}@x.example
DTSTAMP:202603{stamp:02}T120000Z
CREATED:20260302T120000Z
DTSTART:{start}
DTEND:{start.replace("T14", "T15")}
SUMMARY:Interview: Data Analyst
ORGANIZER:mailto:{DANA}
ATTENDEE;PARTSTAT={partstat}:mailto:{ME}
{more}
END:VEVENT
"""


def mail(number: int, day: int, method: str, body: str, sender: str = ME, to: str = DANA) -> str:
    return f"""From: {sender}
To: {to}
Subject: Interview: Data Analyst at Acme
Date: {day:02} Mar 2026 13:00:00 +0000
Message-ID: <{number}@mail.example>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method={method}

BEGIN:VCALENDAR
METHOD:{method}
{body}END:VCALENDAR
"""


def calendar(*entries: str) -> str:
    return f"BEGIN:VCALENDAR\n{''.join(entries)}END:VCALENDAR\n"


INVITED = mail(1, 2, "REQUEST", entry(), DANA, ME)
DECLINED = mail(2, 3, "REPLY", entry("DECLINED"))
ACCEPTED = mail(3, 5, "REPLY", entry("ACCEPTED"))
AGAIN = mail(4, 6, "REPLY", entry("DECLINED"))
OWN_NO, OWN_YES = calendar(entry("DECLINED", stamp=4)), calendar(entry("ACCEPTED", stamp=6))

Read = Callable[..., None]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def read(tmp_path: Path, home: Path) -> Read:
    """Read mails and calendars, each in a sync of its own."""
    numbers = count()

    def sync_each(*found: str, now: datetime = NOW) -> None:
        for text in found:
            path = tmp_path / f"{next(numbers)}.{'ics' if text.startswith('BEGIN') else 'eml'}"
            path.write_text(text)
            with opened(home) as store:
                done = sync(store, [open_source(path)], reader(store, [ME], now), now, lambda *_: None)
            assert (done.new, done.failed) == (1, 0)

    return sync_each


def asked(home: Path, now: datetime = AFTER) -> list[str]:
    with opened(home) as store:
        return [question.event.verb for question in open_questions(store, now)]


def held(home: Path) -> list[datetime]:
    with opened(home) as store:
        return [one.start for process in store.histories() for one in process.interviews]


def say(home: Path, *, yes: bool, now: datetime = NOW) -> None:
    with opened(home) as store:
        [question] = open_questions(store, now)
        answer(store, question.event.id, yes=yes, now=now)


def waiting(store: Store) -> list[object]:
    return list(store.setting(WAITING) or ())


@pytest.mark.parametrize("order", list(permutations([INVITED, DECLINED, OWN_NO])))
def test_whatever_is_read_first_it_is_asked_once(read: Read, home: Path, order: tuple[str, ...]) -> None:
    read(*order)
    assert len(held(home)) == 1
    assert asked(home) == ["cancelled"]
    say(home, yes=True)
    assert asked(home) == held(home) == []


def test_in_one_sync_an_answer_may_be_dated_before_its_invitation(read: Read, home: Path, tmp_path: Path) -> None:
    early = DECLINED.replace("Date: 03 Mar", "Date: 01 Mar")
    box = tmp_path / "box.mbox"
    box.write_text("".join(f"From a@b.example Mon Jan  5 09:00:00 2026\n{one}\n" for one in (early, INVITED)))
    with opened(home) as store:
        sync(store, [open_source(box)], reader(store, [ME], NOW), NOW, lambda *_: None)
        assert waiting(store) == []
    assert asked(home) == ["cancelled"]
    read(ACCEPTED)
    assert asked(home) == []


def test_what_waits_tells_nobody_what_it_is_about(read: Read, home: Path) -> None:
    read(DECLINED, calendar(*(entry("DECLINED", stamp=4, uid=name) for name in ("one", "dinner"))))
    with opened(home) as store:
        assert len(waiting(store)) == 2
        assert not any(word in str(waiting(store)) for word in ("x.example", "Analyst", "0318", "03-18", "acme"))
    read(INVITED)
    with opened(home) as store:
        assert len(waiting(store)) == 1  # the dinner
        [question] = open_questions(store, AFTER)
        shown = store.message_named(question.event.source)
        assert shown
        assert shown.place


def test_a_no_to_another_time_goes_on_waiting(read: Read, home: Path) -> None:
    read(DECLINED, mail(1, 2, "REQUEST", entry(start="20260320T140000Z"), DANA, ME))
    assert asked(home) == []


def test_what_was_declined_long_ago_is_not_kept(read: Read, home: Path) -> None:
    read(calendar(entry("DECLINED", start="20250318T140000Z")))
    with opened(home) as store:
        assert waiting(store) == []


def test_nobody_else_declines_before_the_invitation_comes(read: Read, home: Path) -> None:
    read(mail(2, 3, "REPLY", entry("DECLINED"), "lee@acme.example"), INVITED)
    assert asked(home) == []


@pytest.mark.parametrize(
    "order",
    [
        (INVITED, DECLINED, ACCEPTED),
        (INVITED, OWN_NO, ACCEPTED),
        (INVITED, DECLINED, OWN_NO, ACCEPTED),
        (INVITED, DECLINED, OWN_YES),
        (INVITED, OWN_NO, OWN_YES),
        (INVITED, DECLINED, OWN_NO, OWN_YES),
        (DECLINED, ACCEPTED, INVITED),
        (DECLINED, INVITED, ACCEPTED),
        (OWN_NO, OWN_YES, INVITED),
        (OWN_NO, INVITED, OWN_YES),
        # Not every program stamps anew what it changes.
        (INVITED, OWN_NO, calendar(entry("ACCEPTED", stamp=2, more="LAST-MODIFIED:20260306T120000Z"))),
    ],
)
def test_declined_and_accepted_after_all_is_no_question(read: Read, home: Path, order: tuple[str, ...]) -> None:
    read(*order)
    assert len(held(home)) == 1
    assert asked(home) == []


@pytest.mark.parametrize(
    "order",
    [
        (INVITED, ACCEPTED, AGAIN),
        (INVITED, AGAIN, ACCEPTED),
        (INVITED, DECLINED, ACCEPTED, AGAIN),
        (INVITED, OWN_YES, AGAIN.replace("06 Mar", "07 Mar")),
        (INVITED, ACCEPTED, calendar(entry("DECLINED", stamp=6))),
        (INVITED, calendar(entry("DECLINED", stamp=6)), ACCEPTED),
        (INVITED, OWN_NO, OWN_YES, calendar(entry("DECLINED", stamp=7))),
        (INVITED, OWN_NO, calendar(entry("ACCEPTED", stamp=4))),
        (AGAIN, ACCEPTED, INVITED),
        (DECLINED, ACCEPTED, AGAIN, INVITED),
    ],
)
def test_a_no_that_may_be_the_last_word_stays_a_question(read: Read, home: Path, order: tuple[str, ...]) -> None:
    read(*order)
    assert len(held(home)) == 1
    assert asked(home) == ["cancelled"]


@pytest.mark.parametrize("more", [(), (OWN_NO,)])
def test_what_is_off_and_accepted_after_all_is_asked_about(read: Read, home: Path, more: tuple[str, ...]) -> None:
    read(INVITED, DECLINED, *more)
    say(home, yes=True)
    assert held(home) == []
    read(ACCEPTED)
    assert asked(home) == ["scheduled"]
    say(home, yes=True)
    assert len(held(home)) == 1
    assert asked(home) == []


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ((INVITED, DECLINED), (OWN_NO,)),
        ((INVITED, DECLINED, OWN_NO), ()),
        ((INVITED, OWN_NO), (DECLINED,)),
        ((INVITED, OWN_NO, DECLINED), ()),
        # Each export is stamped anew.
        ((INVITED, DECLINED), (OWN_NO, calendar(entry("DECLINED", stamp=12)), calendar(entry("DECLINED", stamp=13)))),
        ((DECLINED, INVITED), (OWN_NO,)),
    ],
)
def test_what_was_answered_is_not_asked_again(
    read: Read, home: Path, before: tuple[str, ...], then: tuple[str, ...]
) -> None:
    read(*before)
    say(home, yes=False)
    assert asked(home) == []
    read(*then, now=datetime(2026, 3, 14, tzinfo=UTC))
    assert asked(home) == []
    assert len(held(home)) == 1
    with opened(home) as store:
        undo(store, NOW)
    assert asked(home) == ["cancelled"]


def test_each_export_says_the_same(read: Read, home: Path) -> None:
    known = []
    for stamp in range(4, 8):
        read(*([INVITED] if stamp == 4 else []), calendar(entry("DECLINED", stamp=stamp)))
        with opened(home) as store:
            [process] = store.histories()
            known.append(process.told)
    assert known == known[:1] * 4


def test_a_later_no_is_news_after_an_answer(read: Read, home: Path) -> None:
    read(INVITED, DECLINED)
    say(home, yes=False)
    read(mail(4, 12, "REPLY", entry("DECLINED")), now=datetime(2026, 3, 14, tzinfo=UTC))
    assert asked(home) == ["cancelled"]


@pytest.mark.parametrize("first", [True, False])
def test_a_no_that_came_back_is_no_answer(read: Read, home: Path, *, first: bool) -> None:
    """The employer never learnt of it, and the calendar says so still."""
    read(INVITED, DECLINED, *([OWN_NO] if first else []))
    with opened(home) as store:
        [process] = store.histories()
        ids = tuple(event.id for event in process.unsure if event.source == "<2@mail.example>")
        assert len(ids) == 1
        back = Corrected(at=NOW, who=ids, returned=DANA, source="<back@mail.example>")
        store.add([Change(process.header, [back])], NOW)
    read(*([] if first else [OWN_NO]))
    assert asked(home) == ["cancelled"]


def test_to_take_a_yes_back_is_no_no(read: Read, home: Path) -> None:
    read(INVITED, DECLINED)
    say(home, yes=True)
    with opened(home) as store:
        undo(store, NOW)
    assert asked(home) == ["cancelled"]
