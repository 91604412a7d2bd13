"""Calendars on a real server, under every source's contract."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
import vobject
from tests.dav.radicale import PASSWORD, USER, Radicale
from tests.sources.contract import Reading, SourceContract, raws

from sincerely.dav.client import Account, Dav, DavError, Missing
from sincerely.reading.calendars.entries import entries
from sincerely.sources.base import Source, SourceError, SourceGone
from sincerely.sources.caldav import CalDav

pytestmark = pytest.mark.slow


class Counting(Dav):
    """Counts what is asked for, by method."""

    def __init__(self, account: Account) -> None:
        super().__init__(account, lambda _: PASSWORD)
        self.asked: list[str] = []

    def _raw(self, method: str, url: str, body: str, headers: Any) -> Any:
        self.asked.append(method)
        return super()._raw(method, url, body, headers)


def interview(number: int, *, size: int = 0) -> bytes:
    """An invented entry, as the server writes it."""
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{number}@acme.example\r\nDTSTART:20260304T140000Z\r\nDTSTAMP:20260301T090000Z\r\n"
        f"DESCRIPTION:{'A long story. ' * (size // 14)}\r\nSUMMARY:Interview {number}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return str(vobject.readOne(text).serialize()).encode()


class TestCalDav(SourceContract):
    make = staticmethod(interview)

    @pytest.fixture(autouse=True)
    def server(self, radicale: Radicale) -> Radicale:
        self.radicale = radicale
        self.dav = Counting(Account(radicale.url, USER))
        return radicale

    @pytest.fixture
    def root(self, radicale: Radicale) -> Path:
        return cast("Path", radicale.address())  # what the contract does with a path, an address can do too

    def open(self, root: Path) -> Source:
        return CalDav(str(root), self.dav)

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        try:
            there = self.dav.listing(str(root))
        except Missing:
            self.dav.make_calendar(str(root), "Interviews")
            there = {}
        for mail in mails:
            [entry] = entries(mail).entries
            name = f"{entry.uid}.ics"
            self.dav.put(str(root), name, mail.decode(), there.get(name, ""))

    def empty(self, root: Path) -> None:
        for name, etag in self.dav.listing(str(root)).items():
            self.dav.delete(str(root), name, etag)

    def remove(self, root: Path) -> None:
        self.dav._ask("DELETE", f"{root}/", "")

    def test_never_there_is_an_error_with_a_remedy(self, root: Path) -> None:
        with pytest.raises(SourceError, match="there is no such calendar; check the address") as caught:
            Reading().sync(self.open(root))
        assert not isinstance(caught.value, SourceGone)
        assert str(root) in caught.value.place

    def test_leaves_no_trace(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(5)])
        before = self.radicale.stored()
        self.dav.asked.clear()
        source = self.open(root)
        for raw in raws(Reading().sync(source)):
            source.fetch(raw.key, raw.where)
        assert set(self.dav.asked) == {"PROPFIND", "REPORT"}
        assert self.radicale.stored() == before

    def test_again_costs_one_request_and_what_is_new(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(120)])
        reading = Reading()
        self.dav.asked.clear()
        assert len(raws(reading.sync(self.open(root)))) == 120
        assert self.dav.asked == ["PROPFIND"] * 2 + ["REPORT"] * 3
        self.dav.asked.clear()
        assert raws(reading.sync(self.open(root))) == []
        assert self.dav.asked == ["PROPFIND"]
        self.put(root, [self.make(500)])
        self.dav.asked.clear()
        assert len(raws(reading.sync(self.open(root)))) == 1
        assert self.dav.asked == ["PROPFIND", "REPORT", "REPORT"]

    def test_an_entry_that_was_moved_comes_again(self, root: Path) -> None:
        self.put(root, [self.make(1), self.make(2)])
        reading = Reading()
        reading.sync(self.open(root))
        self.put(root, [self.make(1).replace(b"20260304T14", b"20260305T10")])
        [raw] = raws(reading.sync(self.open(root)))
        [entry] = entries(raw.data).entries
        assert entry.start == datetime(2026, 3, 5, 10, tzinfo=UTC)

    def test_an_entry_that_was_deleted_is_no_alarm(self, root: Path) -> None:
        self.put(root, [self.make(1), self.make(2)])
        reading = Reading()
        reading.sync(self.open(root))
        self.dav.delete(str(root), "1@acme.example.ics", self.dav.listing(str(root))["1@acme.example.ics"])
        self.put(root, [self.make(3)])
        assert {raw.data for raw in raws(reading.sync(self.open(root)))} == {self.make(3)}

    def test_a_token_that_the_server_forgot_costs_a_listing(self, root: Path) -> None:
        self.put(root, [self.make(1)])
        reading = Reading()
        reading.sync(self.open(root))
        reading.state = {**reading.state, "token": "http://radicale.org/ns/sync/" + "0" * 64}
        self.put(root, [self.make(2)])
        assert {raw.data for raw in raws(reading.sync(self.open(root)))} == {self.make(2)}

    def test_a_server_without_tokens(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        marks = self.dav.marks
        monkeypatch.setattr(self.dav, "marks", lambda url: type(marks(url))("", marks(url).ctag))
        self.put(root, [self.make(1)])
        reading = Reading()
        assert len(raws(reading.sync(self.open(root)))) == 1
        self.dav.asked.clear()
        assert raws(reading.sync(self.open(root))) == []
        assert self.dav.asked == ["PROPFIND", "PROPFIND"]  # the marks, asked for twice above
        self.put(root, [self.make(2)])
        assert {raw.data for raw in raws(reading.sync(self.open(root)))} == {self.make(2)}

    def test_a_wrong_password_is_said_and_never_shown(self, root: Path) -> None:
        wrong = "another-Pa55word"
        source = CalDav(str(root), Dav(Account(self.radicale.url, USER), lambda _: wrong))
        with pytest.raises(SourceError, match="refused the user or the password") as caught:
            Reading().sync(source)
        assert wrong not in repr(caught.value) + str(caught.value.__cause__)

    @pytest.mark.parametrize(
        "url", ["http://cal.example/", "ftp://cal.example/", "cal.example", "https://robin:secret@cal.example/"]
    )
    def test_a_password_never_travels_in_the_open(self, url: str) -> None:
        with pytest.raises(DavError) as caught:
            Dav(Account(url, USER), lambda _: PASSWORD)
        assert "secret@" not in str(caught.value)

    def test_a_server_that_is_not_there(self) -> None:
        account = Account("http://127.0.0.1:9/", USER)
        with pytest.raises(SourceError, match="can't be reached"):
            Reading().sync(CalDav("http://127.0.0.1:9/robin/x", Dav(account, lambda _: PASSWORD)))
