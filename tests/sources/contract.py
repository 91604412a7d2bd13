"""What every source must do. Subclass `SourceContract` once per adapter and say how its mail gets there."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest

from sincerely.sources.base import Checkpoint, Fault, Item, LeftOut, Raw, Source, SourceError, SourceGone, State


def letter(number: int, *, size: int = 0) -> bytes:
    """An invented mail; no two are the same."""
    body = f"See you on day {number}.\n" + "".join(f"Line {n} of a long story.\n" for n in range(size // 25))
    return (
        f"Message-ID: <{number}@acme.example>\nFrom: Dana <dana@acme.example>\nSubject: Friday {number}\n\n{body}"
    ).encode()


def calendar(number: int, *, size: int = 0) -> bytes:
    """An invented calendar file."""
    event = f"BEGIN:VEVENT\nUID:{number}@acme.example\nSUMMARY:Day {number}\nDTSTART:20260304T140000Z\nEND:VEVENT\n"
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{event * (1 + size // len(event))}END:VCALENDAR\n".encode()


class Reading:
    """A reader that stores what it gets, as the sync does: what came before a checkpoint, with its state."""

    def __init__(self) -> None:
        self.state: State = {}
        self.stored: dict[str, bytes] = {}
        self.asked = 0

    def known(self, keys: Sequence[str]) -> Collection[str]:
        self.asked += 1
        return {key for key in keys if key in self.stored}

    def sync(self, source: Source, *, stop_after: int | None = None) -> list[Item]:
        """Read the source; with ``stop_after`` the power fails after that many items."""
        items: list[Item] = []
        waiting: list[Raw] = []
        for item in source.scan(json.loads(json.dumps(self.state)), self.known):
            if stop_after is not None and len(items) >= stop_after:
                break
            items.append(item)
            if isinstance(item, Raw):
                waiting.append(item)
            elif isinstance(item, Checkpoint):
                self.stored |= {raw.key: raw.data for raw in waiting}
                self.state, waiting = item.state, []
        return items


def raws(items: list[Item]) -> list[Raw]:
    return [item for item in items if isinstance(item, Raw)]


def said(items: list[Item]) -> list[str]:
    """What the person is told."""
    return [str(item) for item in items if isinstance(item, Fault | LeftOut)]


def snapshot(root: Path) -> dict[str, tuple[str, int, int]]:
    """Everything below a path: content, time of change, mode."""
    return {
        str(path): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.lstat().st_mtime_ns,
            path.lstat().st_mode,
        )
        for path in sorted([root, *root.rglob("*")])
    }


class SourceContract:
    """The behaviour of every source. ``root`` is where it lies."""

    make = staticmethod(letter)

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        return tmp_path / "mail"

    def open(self, root: Path) -> Source:
        """Return a source for what lies at ``root``."""
        raise NotImplementedError

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        """Add mails to what lies at ``root``, which may not exist yet."""
        raise NotImplementedError

    def empty(self, root: Path) -> None:
        """Take all mail away, but not the place itself."""
        raise NotImplementedError

    def remove(self, root: Path) -> None:
        """Take the place itself away."""
        raise NotImplementedError

    def test_returns_the_bytes_it_was_given(self, root: Path) -> None:
        mails = [self.make(n) for n in range(3)]
        self.put(root, mails)
        assert sorted(raw.data for raw in raws(Reading().sync(self.open(root)))) == sorted(mails)

    def test_keys_are_stable_and_tell_messages_apart(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(20)])
        first, second = ({r.key for r in raws(Reading().sync(self.open(root)))} for _ in range(2))
        assert first == second
        assert len(first) == 20

    def test_says_where_a_message_is(self, root: Path) -> None:
        self.put(root, [self.make(1)])
        [raw] = raws(Reading().sync(self.open(root)))
        assert str(root) in raw.place

    def test_ends_with_a_checkpoint_that_says_all_is_done(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(3)])
        last = Reading().sync(self.open(root))[-1]
        assert isinstance(last, Checkpoint)
        assert last.done == last.total > 0

    def test_a_second_scan_yields_nothing(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(5)])
        reading = Reading()
        reading.sync(self.open(root))
        assert raws(reading.sync(self.open(root))) == []
        assert raws(reading.sync(self.open(root))) == []

    def test_a_second_scan_yields_what_was_added(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(5)])
        reading = Reading()
        reading.sync(self.open(root))
        self.put(root, [self.make(n) for n in range(5, 8)])
        assert {raw.data for raw in raws(reading.sync(self.open(root)))} == {self.make(n) for n in range(5, 8)}
        assert len(reading.stored) == 8

    def test_what_is_known_is_not_read_again_whatever_the_state(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(5)])
        reading = Reading()
        reading.sync(self.open(root))
        for state in ({}, {"version": 99}, {"version": 1, "offset": "x", "folders": [3], "held": None}):
            reading.state = state
            assert raws(reading.sync(self.open(root))) == []

    def test_the_power_may_fail_at_any_item(self, root: Path) -> None:
        mails = [self.make(n, size=30_000) for n in range(12)]
        self.put(root, mails)
        everything = len(Reading().sync(self.open(root)))
        for stop in range(everything):
            reading = Reading()
            reading.sync(self.open(root), stop_after=stop)
            reading.sync(self.open(root))
            assert sorted(reading.stored.values()) == sorted(mails)

    def test_an_empty_place_is_no_error_the_first_time(self, root: Path) -> None:
        self.put(root, [])
        assert raws(Reading().sync(self.open(root))) == []

    def test_suddenly_empty_is_not_believed(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(3)])
        reading = Reading()
        reading.sync(self.open(root))
        self.empty(root)
        for _ in range(2):  # and goes on not being believed
            with pytest.raises(SourceGone, match=r"is empty, though it held 3 at the last sync; what was read"):
                reading.sync(self.open(root))
        assert len(reading.stored) == 3

    def test_suddenly_missing_is_not_believed(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(3)])
        reading = Reading()
        reading.sync(self.open(root))
        self.remove(root)
        with pytest.raises(SourceGone, match=r"is missing, though it held 3 at the last sync"):
            reading.sync(self.open(root))

    def test_back_again_it_is_read_on(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(3)])
        reading = Reading()
        reading.sync(self.open(root))
        self.empty(root)
        with pytest.raises(SourceGone):
            reading.sync(self.open(root))
        self.put(root, [self.make(n) for n in range(4)])
        reading.sync(self.open(root))
        assert {self.make(n) for n in range(4)} <= set(reading.stored.values())

    def test_never_there_is_an_error_with_a_remedy(self, root: Path) -> None:
        with pytest.raises(SourceError, match="there is no such file or folder; check the path") as caught:
            Reading().sync(self.open(root))
        assert not isinstance(caught.value, SourceGone)
        assert str(root) in caught.value.place

    def test_fetches_a_message_again(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(5)])
        source = self.open(root)
        for raw in raws(Reading().sync(source)):
            assert source.fetch(raw.key, raw.where).data == raw.data
            assert source.fetch(raw.key, raw.where).place == raw.place

    def test_missing_message_is_an_error(self, root: Path) -> None:
        self.put(root, [self.make(1)])
        for where in ("", "0", "12345678901234567890", "../../etc/passwd", "no\0where"):
            with pytest.raises(SourceError, match="no-such-key"):
                self.open(root).fetch("no-such-key", where)

    def test_leaves_no_trace(self, root: Path) -> None:
        self.put(root, [self.make(n) for n in range(5)])
        before = snapshot(root)
        files = [path for path in [root, *root.rglob("*")] if path.is_file()]
        for path in files:  # as if it had not been read since it was written
            os.utime(path, ns=(1_000_000_000, path.stat().st_mtime_ns))
        source = self.open(root)
        for raw in raws(Reading().sync(source)):
            source.fetch(raw.key, raw.where)
        assert {path.stat().st_atime_ns for path in files} == {1_000_000_000}
        assert snapshot(root) == before

    def test_its_name_says_kind_and_place(self, root: Path) -> None:
        self.put(root, [self.make(1)])
        assert self.open(root).name.endswith(f":{root}")
