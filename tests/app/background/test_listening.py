"""Listening to mailboxes, on a clock that the tests move: nothing here waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from sincerely.app.background.listening import FIRST_GAP, IDLE, LONGEST_GAP, Ear, Ears
from sincerely.app.background.loop import Waiter
from sincerely.core.account import Account, Server
from sincerely.planning.waking import FIRST_PAUSE, LONGEST_PAUSE
from sincerely.sources.base import SourceError

GONE = SourceError("robin@mail.example", "cannot be reached", "look whether you are online")
PUSH, QUIET = True, False


@dataclass
class Scripted:
    """A mailbox that answers as the test says, and a clock that goes on while it is waited for."""

    answers: Iterator[bool | Exception]
    now: timedelta = timedelta()
    waits: list[float] = field(default_factory=list)
    closed: int = 0

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        answer = next(self.answers)
        self.now += timedelta(seconds=seconds) if answer is False else timedelta()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def interrupt(self) -> None:
        return

    def close(self) -> None:
        self.closed += 1


class Rests(Waiter):
    """Remembers how long it was to sleep, and lets the clock go on by it."""

    def __init__(self, box: Scripted) -> None:
        super().__init__()
        self.box = box
        self.spans: list[timedelta] = []

    def wait(self, span: timedelta) -> bool:
        self.spans.append(span)
        self.box.now += span
        return False


def listen(*answers: bool | Exception) -> tuple[Scripted, Rests, list[timedelta]]:
    """Listen until the answers have been given; return the mailbox, the rests, and when something was heard."""
    heard: list[timedelta] = []
    box = Scripted(iter(()))
    rests = Rests(box)
    ear = Ear(lambda _: box, lambda: heard.append(box.now), rests, lambda: box.now)

    def all_answers() -> Iterator[bool | Exception]:
        yield from answers
        ear.stop()
        yield False

    box.answers = all_answers()
    ear.run()
    return box, rests, heard


def test_what_came_before_is_looked_for_once_and_then_each_push() -> None:
    box, _, heard = listen(QUIET, QUIET, PUSH)
    assert box.waits == [0, *[IDLE.total_seconds()] * 3]
    assert heard == [timedelta(), FIRST_GAP + IDLE]
    assert box.closed == 1


def test_a_mailbox_that_cannot_be_reached_is_tried_ever_later() -> None:
    box, rests, heard = listen(*[GONE] * 12, QUIET)
    assert rests.spans[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert max(rests.spans) == LONGEST_PAUSE
    assert box.closed == 13
    assert len(heard) == 1  # whatever came meanwhile


def test_whatever_goes_wrong_it_goes_on() -> None:
    _, rests, heard = listen(ValueError("a server sent nonsense"), PUSH)
    assert (rests.spans[0], len(heard)) == (FIRST_PAUSE, 1)


def test_mail_that_pours_in_is_told_of_less_and_less_often() -> None:
    _, rests, heard = listen(*[PUSH] * 20)
    assert len(heard) == 20
    assert rests.spans[:3] == [FIRST_GAP, 2 * FIRST_GAP, 4 * FIRST_GAP]
    assert rests.spans[-1] == LONGEST_GAP


def test_after_a_quiet_hour_it_is_told_of_at_once_again() -> None:
    _, rests, _ = listen(*[PUSH] * 9, QUIET, PUSH)
    assert rests.spans[-1] == FIRST_GAP


def test_where_nothing_is_pushed_the_waiting_can_be_ended() -> None:
    slept: list[Callable[[float], None]] = []
    box = Scripted(iter(()))
    ear = Ear(lambda sleep: slept.append(sleep) or box, lambda: None)  # type: ignore[func-returns-value]
    waiting = threading.Thread(target=slept[0], args=(3600.0,))
    waiting.start()
    while waiting.is_alive():
        ear.again()
        waiting.join(0.01)


@pytest.fixture
def boxes() -> dict[str, Blocking]:
    return {}


class Blocking:
    """A mailbox in which nothing comes until it is interrupted."""

    def __init__(self) -> None:
        self.begun, self.interrupted, self.closed = threading.Event(), threading.Event(), threading.Event()

    def wait(self, seconds: float) -> bool:
        self.begun.set()
        if seconds:
            self.interrupted.wait(60)
            self.interrupted.clear()
        return bool(seconds)

    def interrupt(self) -> None:
        self.interrupted.set()

    def close(self) -> None:
        self.closed.set()


def account(name: str) -> Account:
    return Account(address=f"{name}@mail.example", imap=Server("mail.example", 993))


@contextmanager
def all_of(boxes: dict[str, Blocking]) -> Iterator[Ears]:
    def opened(account: Account, _: object) -> Blocking:
        return boxes.setdefault(account.address, Blocking())

    ears = Ears(opened, lambda: None)
    yield ears
    ears.close()


def test_mailboxes_come_and_go(boxes: dict[str, Blocking]) -> None:
    with all_of(boxes) as ears:
        ears.follow([account("robin"), account("kim"), Account(address="files@mail.example")])
        assert sorted(boxes) == ["kim@mail.example", "robin@mail.example"]
        ears.follow([account("robin")])
        assert boxes["kim@mail.example"].closed.is_set()
        assert not boxes["robin@mail.example"].closed.is_set()
    assert boxes["robin@mail.example"].closed.is_set()


def test_a_machine_that_slept_looks_over_new_connections(boxes: dict[str, Blocking]) -> None:
    heard = threading.Semaphore(0)
    box = Blocking()
    ears = Ears(lambda *_: box, heard.release)
    ears.follow([account("robin")])
    assert heard.acquire(timeout=60)  # what came before
    ears.again()
    assert heard.acquire(timeout=60)
    ears.close()
    assert box.closed.is_set()
