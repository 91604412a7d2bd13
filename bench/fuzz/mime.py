"""Fuzz the reading of raw mail: ``python -m bench.fuzz.mime FOLDER -max_total_time=600``."""

from __future__ import annotations

from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sincerely"]):
    from sincerely.reading.letters import forwarded, mime

from .harness import run

_SEEDS = Path("src/sincerely/data/sample"), Path("tests")
_WORDS = """From:|To:|Cc:|Subject:|Date:|Message-ID:|References:|In-Reply-To:|Received:|Reply-To:|Sender:|MIME-Version: 1.0|
Content-Type: multipart/mixed; boundary=b|Content-Type: multipart/alternative; boundary="b"|Content-Type: text/html|
Content-Type: text/plain; charset=|Content-Type: text/plain; format=flowed; delsp=yes|Content-Type: message/rfc822|
Content-Type: text/calendar; method=REQUEST|Content-Transfer-Encoding: base64|Content-Transfer-Encoding: quoted-printable|
Content-Disposition: attachment; filename="a.ics"|filename*=utf-8''%e2%82%ac|--b|--b--|utf-8|utf-7|utf-16|iso-2022-jp|gb18030|
hz|big5|windows-1252|koi8-r|=?utf-8?b?|=?utf-8?q?|?=|=?iso-2022-jp?B?GyRC?=|<a@b.example>|"a" <|group: a@b.example;|
Mon, 2 Mar 2026 10:00:00 +0100|<blockquote>|<div class="gmail_quote">|<p>|&nbsp;|>From |begin:vcalendar|application/ms-tnef"""
_LINES = [word.strip("\n").encode() for word in _WORDS.split("|")] + [
    b"\n",
    b"\r\n\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
]


def check(data: bytes) -> None:
    """Check that any bytes are a letter with sane text, places and dates; what is attached too."""
    letter = mime.parse(data)
    assert "\r" not in letter.text, "line ends"
    assert all(0 <= mark.begin < mark.stop <= len(letter.text) for mark in letter.marks), "marks"
    letter.text.encode()
    for date in (letter.date, letter.received):
        assert date is None or date.tzinfo is not None, "a date without offset"
    head = mime.headers(data)
    assert (head.from_, head.subject, head.date) == (letter.from_, letter.subject, letter.date), "headers alone"
    for one in forwarded.of(letter):
        assert isinstance(one.text, str), "forwarded"


if __name__ == "__main__":
    files = sorted(path for folder in _SEEDS for path in folder.rglob("*.eml"))
    run(check, (path.read_bytes() for path in files[::8]), _LINES)
