"""Outlook's ``.msg`` files that are damaged or built to harm: said in plain words, and no more work than they are long."""

from __future__ import annotations

import struct
from collections import deque
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.counting import work
from tests.sources.contract import Reading, raws, said
from tests.sources.msg_writer import Said, compound, mail
from tests.sources.test_msg import DANA, LEE, ROBIN, SENT

from sincerely.reading.letters import mime
from sincerely.sources import msg_rtf
from sincerely.sources.base import Fault, SourceError
from sincerely.sources.msg import Msg, unwrap
from sincerely.sources.msg_compound import Compound, Damaged

GOOD = compound(mail(Said({0x0037: "Hello", 0x1000: "word " * 3000, **DANA}, times={0x0039: SENT}), [ROBIN, LEE]))


@pytest.mark.parametrize("length", [0, 8, 511, 512, 700, 1024, 2048, len(GOOD) // 2, len(GOOD) - 512, len(GOOD) - 1])
def test_a_file_that_was_cut_off_is_a_fault_or_a_shorter_mail(length: int) -> None:
    found = unwrap("x.msg", GOOD[:length])
    assert isinstance(found, Fault | bytes)
    if length < 1024:
        assert isinstance(found, Fault)


def table(data: bytes) -> int:
    """Where the table of sectors begins."""
    return (int.from_bytes(data[76:80], "little") + 1) * 512


@pytest.mark.parametrize("loop", [0, 1, 2, 5])
def test_chains_that_go_in_a_circle_end(loop: int) -> None:
    """Every sector leads to the same one, or to itself."""
    start = table(GOOD)
    for row in (struct.pack("<128I", *[loop] * 128), struct.pack("<128I", *range(128))):
        assert isinstance(unwrap("x.msg", GOOD[:start] + row + GOOD[start + 512 :]), Fault | bytes)


def test_a_table_that_lists_itself_ends() -> None:
    data = bytearray(GOOD)
    data[68:76] = struct.pack("<II", 3, 0xFFFF)  # more of the table, in a sector that leads to itself
    data[4 * 512 : 5 * 512] = struct.pack("<128I", *[3] * 128)
    data[44:48] = struct.pack("<I", 0xFFFFFFFF)
    assert isinstance(unwrap("x.msg", bytes(data)), Fault | bytes)


def test_absurd_sizes_are_said() -> None:
    directory = (int.from_bytes(GOOD[48:52], "little") + 1) * 512
    data = bytearray(GOOD)
    for place in range(directory + 120, directory + 2048, 128):
        data[place : place + 4] = b"\xff\xff\xff\x7f"
    found = unwrap("x.msg", bytes(data))
    assert isinstance(found, Fault)
    assert "its streams claim more than the file holds" in found.what


def test_streams_that_share_their_sectors_are_refused() -> None:
    """A thousand streams that each claim the whole file would otherwise cost a thousand readings of it."""
    big = {f"__substg1.0_{n:04X}0102": b"x" * 5000 for n in range(1000)}
    file = Compound(compound(big))
    numbers = [*file.root.streams.values()] * 10
    with pytest.raises(Damaged, match="more than the file holds"):
        deque(map(file.read, numbers), 0)


def test_a_directory_in_a_circle_is_left() -> None:
    data = bytearray(GOOD)
    directory = (int.from_bytes(GOOD[48:52], "little") + 1) * 512
    for number in range(8):
        place = directory + number * 128 + 68
        data[place : place + 12] = struct.pack("<III", 1, 2, 1)
    assert isinstance(unwrap("x.msg", bytes(data)), Fault | bytes)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"From: a@b.example\n\nhello", "is not an Outlook file, though it is called one; open it in Outlook"),
        (compound({"WordDocument": b"x"}), "can't be read: it holds something else than a mail; open it in Outlook"),
        (compound({"__properties_version1.0": b"x"})[:520], "can't be read: its table of sectors is missing"),
        (GOOD[:30] + b"\x63" + GOOD[31:], "can't be read: its sectors are of an unknown size"),
    ],
)
def test_what_is_no_mail_is_said(data: bytes, what: str) -> None:
    found = unwrap("x.msg", data)
    assert isinstance(found, Fault)
    assert what in str(found)


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_damage_is_borne(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    found = unwrap("x.msg", bytes(data))
    if isinstance(found, bytes):
        mime.parse(found)


def test_a_damaged_file_among_good_ones(tmp_path: Path) -> None:
    (tmp_path / "good.msg").write_bytes(GOOD)
    (tmp_path / "bad.msg").write_bytes(GOOD[:600])
    items = Reading().sync(Msg(tmp_path))
    [raw] = raws(items)
    assert raw.place == str(tmp_path / "good.msg")
    assert said(items) == [f"{tmp_path}/bad.msg: {said(items)[0].partition(': ')[2]}"]
    with pytest.raises(SourceError, match="holds no mail"):
        Msg(tmp_path).fetch("bad.msg|600|1")


@pytest.mark.slow
def test_a_file_that_is_too_long_is_said(tmp_path: Path) -> None:
    path = tmp_path / "big.msg"
    with path.open("wb") as file:
        file.write(GOOD)
        file.truncate(200 * 1024 * 1024)  # takes no room on disk
    items = Reading().sync(Msg(path))
    assert raws(items) == []
    assert said(items) == [f"{path}: is 210 MB long, which is more than is read of such a file"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [b"{", b"}", b"{}", rb"\'e9", rb"\u8364?", rb"\uc9", rb"{\*\htmltag64 <p>}", rb"\htmlrtf x\htmlrtf0 ", rb"\f1", b"\\", b"\\a" * 30, b"{\\fonttbl", b"-1", b"\r\n"],
)  # fmt: skip
def test_work_on_rtf_grows_with_its_length(piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (work(monkeypatch, [msg_rtf], partial(msg_rtf.read, piece * n)) for n in (2000, 4000))
    assert many <= 2.2 * few + 1000


@pytest.mark.parametrize("flags", [b"\x00", b"\xff", b"\x55", b"\xff\x0c\xf0"])
def test_work_on_packed_rtf_grows_with_its_length(flags: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(n: int) -> bytes:
        return struct.pack("<IIII", 0, 0x7FFFFFFF, 0x75465A4C, 0) + flags * n

    few, many = (work(monkeypatch, [msg_rtf], partial(msg_rtf.unpacked, make(n))) for n in (2000, 4000))
    assert many <= 2.2 * few + 1000
    assert len(msg_rtf.unpacked(make(4000))) <= 9 * len(make(4000))


def test_work_on_a_directory_grows_with_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of streams, each looked up and read."""

    def read(data: bytes) -> int:
        file = Compound(data)
        return sum(len(file.read(number)) for number in file.root.streams.values())

    files = [compound({f"__substg1.0_{n:04X}0102": b"x" * 70 for n in range(count)}) for count in (1000, 2000)]
    few, many = (work(monkeypatch, [], partial(read, data)) for data in files)
    assert many <= 2.2 * few + 1000
