"""One reading at a time, that can be stopped, and that a restart does not lose."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.mail_in import reading_in
from sincerely.app.mail_in.reading_in import ALONE, Busy, Reading, Readings, last
from sincerely.app.wiring import opened
from sincerely.sample.write import write
from sincerely.sources.mbox import Mbox
from sincerely.store.base import Store

NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
HEAD = "From x Mon Mar  2 09:00:00 2026\nFrom: Dana Ito <dana@acme.example>\nTo: robin@mail.example\nMessage-ID: <{}@acme.example>\nDate: Mon, 02 Mar 2026 09:{:02}:00 +0000\n"
INVITATION = (
    HEAD.format("i", 0)
    + "Subject: Interview for the Data analyst position\n\nDear Robin,\n\nwe would like to invite you to an "
    "interview for the position of Data analyst at Acme Corp on Wednesday, 18 March 2026 at 2 pm.\n\nKind regards,\nDana Ito\nAcme Corp\n\n"
)


@pytest.fixture
def readings(tmp_path: Path) -> Iterator[Readings]:
    made = Readings(lambda: opened(tmp_path / "home"), tmp_path / "home", lambda: NOW)
    yield made
    made.close()


def reading(*paths: Path, **more: object) -> Reading:
    return Reading(what="inbox.mbox", paths=tuple(map(str, paths)), began=NOW, changed=NOW, **more)  # type: ignore[arg-type]


def ended(readings: Readings) -> Reading:
    assert readings._thread is not None
    readings._thread.join(120)
    found = readings.look()
    assert found is not None
    return found


def mailbox(folder: Path, text: str = INVITATION) -> Path:
    path = folder / "inbox.mbox"
    path.write_text(text)
    return path


def test_it_reads_and_says_how_much(readings: Readings, tmp_path: Path) -> None:
    readings.begin(reading(mailbox(tmp_path), me=("robin@mail.example",)))
    found = ended(readings)
    assert (found.state, found.looked, found.new) == ("done", 1, 1)
    assert found.events >= 1
    with readings.open() as store:
        assert last(store) == found
        assert [row.header.employer for row in store.summaries()] == ["Acme Corp"]
        assert store.setting("me") == ["robin@mail.example"]


def test_labels_keep_junk_out_and_know_what_was_sent(readings: Readings, tmp_path: Path) -> None:
    junk = (
        INVITATION.replace("<i@", "<j@")
        .replace("Acme Corp", "Swindle Ltd")
        .replace("Subject:", "X-Gmail-Labels: Spam,Unread\nSubject:")
    )
    binned = junk.replace("<j@", "<k@").replace("Spam", "Trash")
    readings.begin(reading(mailbox(tmp_path, INVITATION + junk + binned)))
    found = ended(readings)
    assert (found.state, found.looked) == ("done", 1)
    assert any("junk is not read" in note for note in found.notes)
    assert any("thrown away" in note for note in found.notes)


def test_a_second_one_has_to_wait(readings: Readings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()
    whole = Mbox.scan

    def slowly(self: Mbox, *given: object) -> Iterator[object]:
        go.wait(60)
        yield from whole(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Mbox, "scan", slowly)
    readings.begin(reading(mailbox(tmp_path)))
    with pytest.raises(Busy, match=r"inbox\.mbox is being read"):
        readings.begin(reading(mailbox(tmp_path)))
    go.set()
    assert ended(readings).state == "done"


def test_what_is_stopped_stays_stopped(readings: Readings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = threading.Event()

    def endless(_: Mbox, *__: object) -> Iterator[object]:
        while True:
            seen.set()
            yield from ()
            readings.check()

    monkeypatch.setattr(Mbox, "scan", endless)
    readings.begin(reading(mailbox(tmp_path)))
    assert seen.wait(60)
    readings.stop()
    found = readings.look()
    assert found is not None
    assert found.state == "stopped"
    assert not readings.resume()


def test_what_a_restart_broke_off_goes_on(readings: Readings, tmp_path: Path) -> None:
    with readings.open() as store:
        reading_in._write(store, reading(mailbox(tmp_path), state="running"))
    assert readings.resume()
    assert ended(readings).state == "done"
    assert not readings.resume()


def test_when_the_program_ends_it_stays_to_be_done(
    readings: Readings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = threading.Event()

    def endless(_: Mbox, *__: object) -> Iterator[object]:
        while True:
            seen.set()
            yield from ()
            readings.check()

    monkeypatch.setattr(Mbox, "scan", endless)
    readings.begin(reading(mailbox(tmp_path)))
    assert seen.wait(60)
    readings.close()
    monkeypatch.undo()
    again = Readings(readings.open, readings.home, readings.clock)
    assert again.resume()
    assert ended(again).state == "done"


def test_another_program_comes_first(readings: Readings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_in, "_WAIT_SECONDS", 0.01)
    waiting = threading.Event()
    put = reading_in._write

    def told(store: Store, one: Reading) -> None:
        put(store, one)
        if one.state == "waiting":
            waiting.set()

    monkeypatch.setattr(reading_in, "_write", told)
    other: AbstractContextManager[Store] = opened(tmp_path / "home")
    with other as store:
        with store.alone(ALONE) as mine:
            assert mine is not None
            readings.begin(reading(mailbox(tmp_path)))
            assert waiting.wait(60)
        assert ended(readings).state == "done"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xd8\xff\xe0 a picture", "is neither a mailbox, nor a mail, nor a calendar; point to an mbox file"),
        (b"!BDN", "is an Outlook data file; export its mail as mbox or .eml files"),
        (b"PK\x03\x04 half a zip", "is damaged, or only a part of it; download or copy it again"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(readings: Readings, tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "file").write_bytes(data)
    readings.begin(reading(tmp_path / "file"))
    found = ended(readings)
    assert found.state == "failed"
    assert words in found.why


def test_what_is_not_there_says_so(readings: Readings, tmp_path: Path) -> None:
    readings.begin(reading(tmp_path / "nowhere.mbox"))
    assert "check the path" in ended(readings).why
    readings.begin(replace(reading(), account="robin@mail.example"))
    assert "connect it again" in ended(readings).why


@pytest.mark.slow
def test_first_findings_come_before_the_rest_was_understood(readings: Readings, tmp_path: Path) -> None:
    sample = write(tmp_path / "sample", NOW)
    seen: list[Reading] = []
    whole = readings._set

    def watched(store: Store, **values: object) -> None:
        whole(store, **values)
        assert readings._now is not None
        seen.append(readings._now)

    readings._set = watched  # type: ignore[method-assign]
    readings.begin(reading(sample.mbox, sample.maildir, me=(sample.me,)))
    done = ended(readings)
    assert done.state == "done"
    early = [one for one in seen if one.first and one.state == "running" and one.label == "Understanding"]
    assert early
    assert early[0].done < early[0].total
    glance = [one.done for one in seen if one.label == "A first look at the latest mails"]
    assert glance == sorted(glance)  # it never jumps back
    with readings.open() as store:
        assert len(store.summaries()) > 10
