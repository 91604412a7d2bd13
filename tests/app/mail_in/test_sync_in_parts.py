"""A source that brings what matters first: it is of use before the rest was read, and nothing is lost in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.mail_in.sync import sync
from sincerely.app.wiring import opened, reader
from sincerely.sources.base import Checkpoint, Item, Known, Raw, SourceError, State

NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
ME = "robin@mail.example"
HEAD = (
    "From: Dana Ito <dana@acme.example>\nTo: robin@mail.example\nSubject: {}\nDate: {}\nMessage-ID: <{}@acme.example>\n"
)
INVITATION = HEAD.format("Interview for the Data analyst position", "Mon, 02 Mar 2026 09:00:00 +0000", "two") + (
    "\nDear Robin,\n\nwe would like to invite you to an interview for the position of Data analyst at Acme Corp on "
    "Wednesday, 18 March 2026 at 2 pm.\n\nKind regards,\nDana Ito\nAcme Corp\n"
)
RECEIPT = HEAD.format("Your application as Data analyst", "Mon, 23 Feb 2026 09:00:00 +0000", "one") + (
    "\nDear Robin,\n\nthank you for your application for the position of Data analyst at Acme Corp. We have received it "
    "and will get back to you.\n\nKind regards,\nDana Ito\nAcme Corp\n"
)
SMALL_TALK = HEAD.format("Coffee", "Tue, 03 Mar 2026 09:00:00 +0000", "three") + "\nHi Robin,\n\nnice weather today.\n"


class Parts:
    """What matters, a useful checkpoint, the rest."""

    name = "imap:robin@mail.example"

    def __init__(self, first: list[str], rest: list[str], between: Callable[[], None] = lambda: None) -> None:
        self.mails = [*first, *rest]
        self.first, self.between, self.closed = len(first), between, 0

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        for number in range(len(self.mails)):
            if number == self.first:
                yield Checkpoint({}, number, len(self.mails), useful=True)
                self.between()
            if not known([str(number)]):
                yield self.fetch(str(number))
        yield Checkpoint({"all": True}, len(self.mails), len(self.mails))

    def fetch(self, key: str, where: str = "") -> Raw:
        return Raw(key, self.mails[int(key)].encode())

    def close(self) -> None:
        self.closed += 1


def run(home: Path, source: Parts) -> tuple[int, int, int]:
    with opened(home) as store:
        done = sync(store, [source], reader(store, [ME], NOW), NOW, lambda *_: None)
    return done.read, done.new, done.failed


def processes(home: Path) -> list[tuple[str, int]]:
    with opened(home) as store:
        return [(row.header.employer, row.events) for row in store.summaries()]


def test_what_matters_is_of_use_before_the_rest(tmp_path: Path) -> None:
    seen: list[list[tuple[str, int]]] = []
    source = Parts([INVITATION, SMALL_TALK], [RECEIPT], lambda: seen.append(processes(tmp_path)))
    assert run(tmp_path, source) == (3, 3, 0)
    [[(employer, events)]] = seen
    assert employer == "Acme Corp"
    [(employer, more)] = processes(tmp_path)
    assert more > events
    assert source.closed == 1
    assert run(tmp_path, source) == (0, 0, 0)


@pytest.mark.parametrize("error", [SourceError("there", "broke", "again"), KeyboardInterrupt()])
def test_what_breaks_after_that_is_read_again(tmp_path: Path, error: BaseException) -> None:
    def stop() -> None:
        raise error

    source = Parts([INVITATION, SMALL_TALK], [RECEIPT], stop)
    if isinstance(error, SourceError):
        assert run(tmp_path, source) == (2, 2, 1)
    else:
        with pytest.raises(KeyboardInterrupt):
            run(tmp_path, source)
        with opened(tmp_path) as store:
            assert store.source_state(source.name) is None
    assert source.closed == 1
    source.between = lambda: None
    run(tmp_path, source)
    whole = Parts([INVITATION, SMALL_TALK, RECEIPT], [])
    run(tmp_path / "other", whole)
    assert [events for _, events in processes(tmp_path)] == [events for _, events in processes(tmp_path / "other")]
