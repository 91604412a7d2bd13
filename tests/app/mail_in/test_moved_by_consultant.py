"""A consultant who moves an interview in a few words: it keeps its hour, its people and its process."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from sincerely.app.mail_in.sync import sync
from sincerely.app.wiring import opened, reader
from sincerely.core.asking import still_open
from sincerely.core.events import Slot
from sincerely.core.process import Process
from sincerely.sources.detect import open_source

ME, LEE = "robin@mail.example", "lee@harlowtalent.example"
NOW = datetime(2026, 12, 10, 16, tzinfo=UTC)
INVITES = "Larkhill would like 45 minutes with Prakash Rao, their VP of Engineering, this Thursday, 10 December, at 2pm on Teams. Does that work?"
SIGNED = "Lee Moran\nConsultant\nHarlow Talent Partners\n"


def mail(
    number: int, body: str, date: str, *, own: bool = False, to: int = 0, subject: str = "Larkhill, Data Analyst"
) -> str:
    names = (f"Robin Ashdown <{ME}>", f"Lee Moran <{LEE}>")
    sender, recipient = names if own else reversed(names)
    thread = f"In-Reply-To: <{to}@x.example>\nReferences: <{to}@x.example>\n" if to else ""
    signed = "Robin" if own else SIGNED
    return (
        f"From: {sender}\nTo: {recipient}\nSubject: {'Re: ' if to else ''}{subject}\nDate: {date}\nMessage-ID: <{number}@x.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n{thread}\n{'Hi Lee' if own else 'Hi Robin'},\n\n{body}\n\n{signed}"
    )


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Process]]:
    """Read mails, each in a sync of its own, or some in one, and return the processes that are known then."""
    numbers = count()

    def sync_each(*found: str | tuple[str, ...]) -> list[Process]:
        for texts in found:
            folder = tmp_path / str(next(numbers))
            folder.mkdir()
            for number, text in enumerate((texts,) if isinstance(texts, str) else texts):
                (folder / f"{number}.eml").write_text(text)
            with opened(tmp_path / "home") as store:
                done = sync(store, [open_source(folder)], reader(store, [ME], NOW), NOW, lambda *_: None)
            assert not done.failed
        with opened(tmp_path / "home") as store:
            return store.processes(row.header.id for row in store.summaries())

    return sync_each


APPLIED = mail(
    5,
    "Good speaking just now. The role is Data Analyst at Larkhill, fully remote. I have sent them your CV as agreed and will let you know what they say.",
    "Tue, 1 Dec 2026 10:25:00 +0000",
)
FIRST = mail(1, INVITES, "Mon, 7 Dec 2026 10:25:00 +0000")
YES = mail(2, "Thursday 2pm works for Larkhill.", "Tue, 8 Dec 2026 08:00:00 +0000", own=True, to=1)


def _moved(body: str) -> str:
    return mail(3, body, "Thu, 10 Dec 2026 08:35:00 +0000", subject="Larkhill today")


MOVED = _moved(
    "So sorry, Prakash is stuck. They ask for tomorrow, same time, same link. I said yes for you, shout if not!"
)


@pytest.mark.parametrize(
    "body",
    [
        "So sorry, Prakash is stuck in a board meeting. They ask for tomorrow, same time, same link. I said yes for you as you told me Friday is free, shout if not!",
        "So sorry, Prakash is stuck. They moved the interview to tomorrow, same time. I confirmed it for you.",
    ],
)
def test_an_interview_that_a_consultant_moves_keeps_its_hour_and_its_people(
    read: Callable[..., list[Process]], body: str
) -> None:
    [process] = read(APPLIED, FIRST, YES, _moved(body))
    assert [(one.start, one.people) for one in process.interviews] == [
        (datetime(2026, 12, 11, 14, tzinfo=UTC), ("Prakash Rao",))
    ]


@pytest.mark.parametrize("together", [(FIRST, YES), (YES, MOVED), (APPLIED, FIRST, YES, MOVED)])
def test_what_was_agreed_on_in_the_same_sync_is_moved_too(
    read: Callable[..., list[Process]], together: tuple[str, ...]
) -> None:
    mails = (APPLIED, FIRST, YES, MOVED)
    first = mails.index(together[0])
    [process] = read(*mails[:first], together, *mails[first + len(together) :])
    assert [one.start for one in process.interviews] == [datetime(2026, 12, 11, 14, tzinfo=UTC)]


def test_what_is_only_asked_for_is_a_question_with_its_day(read: Callable[..., list[Process]]) -> None:
    [process] = read(APPLIED, FIRST, YES, _moved("So sorry, Prakash is stuck. Could we do tomorrow, same time?"))
    assert [one.start for one in process.interviews] == [datetime(2026, 12, 10, 14, tzinfo=UTC)]
    asked = [event.start for event in still_open(process) if isinstance(event, Slot)]
    assert asked == [datetime(2026, 12, 11, 14, tzinfo=UTC)]


def test_of_two_openings_of_one_consultant_the_one_that_is_named_is_moved(read: Callable[..., list[Process]]) -> None:
    other = mail(
        6,
        "One more: Tallybrook would like a phone screen with Greg Pruitt on Tuesday, 15 December, at 10am. He will call you, it's booked.",
        "Wed, 9 Dec 2026 10:25:00 +0000",
        subject="Tallybrook, Data Engineer",
    )
    found = read(APPLIED, FIRST, YES, other, MOVED)
    moved = [one for process in found for one in process.interviews if "Prakash Rao" in one.people]
    assert [one.start for one in moved] == [datetime(2026, 12, 11, 14, tzinfo=UTC)]
