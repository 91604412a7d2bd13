"""Fuzz the time grammar: ``python -m bench.fuzz.times FOLDER -max_total_time=600``."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import atheris

with atheris.instrument_imports(include=["sincerely"]):
    from sincerely.times import find
    from sincerely.times.lexicon import WORDS

from .harness import picked, run

_CASES = Path("tests/times/deadlines.jsonl")
_MARKS = (
    " ",
    ", ",
    "-",
    "–",
    ":",
    "/",
    ".",
    "\n",
    "(",
    ")",
    "'",
    "’",
    "+",
    "\u200b",
    "İ",
    "ß",
    " am ",
    " pm ",
    " Uhr ",
)
_NUMBERS = (*map(str, range(62)), "2026", "2027", "1999", "0", "00", "31.", "1st", "22nd", "12:30", "3/4", "2026-03-05")
_WORDS = (*(f" {word}" for word in sorted(WORDS)), *_MARKS, *(f" {number}" for number in _NUMBERS), *_NUMBERS)
_MOMENTS = (
    datetime(2026, 3, 4, 15),  # noqa: DTZ001 - wall time is what is tested
    datetime(2028, 2, 29, 23, 59, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo("Europe/Berlin")),
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(2011, 12, 29, 12, tzinfo=ZoneInfo("Pacific/Apia")),
)
_COUNTRIES = ("US", "GB", "DE", "FR", "", "XX")


def check(data: bytes) -> None:
    """Check that whatever is found lies in the text, in order, and ends after it begins."""
    if len(data) < 2:
        return
    at = _MOMENTS[data[0] % len(_MOMENTS)]
    text = picked(data[1:], _WORDS)
    last = 0
    for mention in find(text, at, _COUNTRIES[data[0] // 8 % len(_COUNTRIES)]):
        assert last <= mention.begin < mention.stop <= len(text), "places"
        assert text[mention.begin : mention.stop] == mention.quote, "quote"
        assert mention.start is not None or mention.end is not None, "neither start nor end"
        if mention.start is not None and mention.end is not None:
            assert mention.start < mention.end, "ends before it begins"
        assert all(side is None or side.tzinfo is at.tzinfo for side in (mention.start, mention.end)), "zone"
        last = mention.stop


if __name__ == "__main__":
    texts = [json.loads(line)["text"] for line in _CASES.read_text("utf-8").splitlines()]
    run(check, (b"\0\0" + text.encode() for text in texts), (*WORDS, *_MARKS))
