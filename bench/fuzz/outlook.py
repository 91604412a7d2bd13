"""Fuzz the reading of Outlook's files: ``python -m bench.fuzz.outlook FOLDER -max_total_time=600``."""

from __future__ import annotations

from datetime import UTC, datetime

import atheris

with atheris.instrument_imports(include=["sincerely"]):
    from sincerely.reading.letters import mime
    from sincerely.sources import msg_rtf
    from sincerely.sources.msg import unwrap

from tests.sources.msg_writer import MEETING, Said, compound, compressed, mail, names

from .harness import run

_RTF = (
    rb"{\rtf1\ansi\fromhtml1{\fonttbl{\f1\fcharset204 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 caf\'e9 \u8364?}}"
)
_WORDS = (
    b"{", b"}", rb"{\*", rb"\htmlrtf", rb"\htmlrtf0", rb"\'e9", rb"\u-10179?", rb"\uc9", rb"\fonttbl", rb"\f1", rb"\fcharset128",
    rb"\fromhtml1", rb"\par", rb"{\*\htmltag84 <b>}", b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff", b"\x00\x00\x00\x00", b"LZFu", b"MELA",
)  # fmt: skip
_SENT = datetime(2026, 3, 3, 15, 10, tzinfo=UTC)


def check(data: bytes) -> None:
    """Check that any bytes are a mail or a fault; likewise its compressed body, packed and unpacked."""
    if data[:1] == b"r":
        assert len(msg_rtf.read(data[1:]).text) <= 2 * len(data) + 10, "more text than RTF"
    elif data[:1] == b"z":
        assert len(msg_rtf.unpacked(data[1:])) <= 9 * len(data), "more RTF than can be packed into it"
    else:
        found = unwrap("x.msg", data)
        if isinstance(found, bytes):
            assert len(found) < 100_000 + 20 * len(data), "more mail than file"
            mime.parse(found)


def seeds() -> list[bytes]:
    """Return files of every kind that is told apart, small enough to be changed whole."""
    said = {0x0037: "Offer", 0x1000: "We are glad.", 0x0C1A: "Dana", 0x5D01: "dana@acme.example"}
    inner = mail(Said(said, {0x1009: compressed(_RTF)}, times={0x0039: _SENT}), head=24)
    files = [
        mail(Said(said, times={0x0039: _SENT}), [Said({0x3001: "Robin"}, numbers={0x0C15: 1})]),
        mail(Said({0x0037: "x"}, {0x1009: compressed(_RTF)})),
        mail(Said({0x0037: "Größe"}, numbers={0x3FFD: 1252}, encoding="cp1252")),
        mail(Said({0x007D: "From: a@b.example\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\n\r\n"})),
        mail(Said(said), [], [Said(numbers={0x3705: 5}, within=inner), Said({0x3707: "a.ics"}, {0x3701: b"BEGIN:VCALENDAR"})]),
        {
            **mail(Said({0x001A: "IPM.Schedule.Meeting.Request"}, {0x8000: b"\x04\0"}, times={0x0060: _SENT})),
            "__nameid_version1.0": names([(MEETING, 3)]),
        },
    ]  # fmt: skip
    return [*map(compound, files), b"r" + _RTF, b"z" + compressed(_RTF)]


if __name__ == "__main__":
    run(check, seeds(), _WORDS)
