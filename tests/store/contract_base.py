"""What the parts of the store's contract share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from sincerely.core.process import Process
from sincerely.store.base import Judge, Judged, Message
from sincerely.store.sql_store import SqlStore

from .judges import NOW, judge

Open = Callable[..., SqlStore]
WEEK = timedelta(days=7)
YEAR_1 = datetime.min.replace(tzinfo=UTC)
YEAR_9999 = datetime.max.replace(tzinfo=UTC)
MAIL = Message(
    source="mbox:/mail/inbox",
    key="<1@acme.example>",
    digest="00ff" * 8,
    place="inbox, byte 17",
    where="17",
    message_id="<1@acme.example>",
    date=NOW,
    sender="Dana <dana@acme.example>",
    subject="Your interview – Tuesday",
    sent=True,
    kind="interview_set",
    confidence=0.875,
    process="acme",
)


class Counting:
    """A judge that keeps the names of what it was asked about."""

    def __init__(self, inner: Judge = judge) -> None:
        self.inner = inner
        self.asked: list[str] = []

    def __call__(self, process: Process, now: datetime) -> Judged:
        self.asked.append(process.header.id)
        return self.inner(process, now)


class Base:
    @pytest.fixture
    def reopen(self) -> Open:
        """Open the test's own empty database again, for other tenants, candidates and judges."""
        raise NotImplementedError

    @pytest.fixture
    def store(self, reopen: Open) -> SqlStore:
        return reopen()


def at_once(*work: Callable[[], None]) -> None:
    """Run each in a thread of its own; the first error becomes ours."""
    errors: list[BaseException] = []

    def guarded(one: Callable[[], None]) -> None:
        try:
            one()
        except BaseException as error:  # noqa: BLE001  (raised again below, in the test's own thread)
            errors.append(error)

    threads = [Thread(target=guarded, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
