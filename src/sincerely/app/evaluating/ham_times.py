"""Times found in real mail, against what a person said of each of them: is a moment or stretch of the calendar meant?

A file of judgements holds one mail a line: ``{"mail": …, "times": [[begin, quote, verdict], …]}``. Verdicts are
``time``; ``length`` for a length of time that has no place on the calendar ("it takes 60 seconds"), or no particular
one ("at night"); ``none`` where no time is meant at all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sincerely.app.today.working_calendars import working_calendar
from sincerely.reading.letters import mime
from sincerely.times import TimeMention, find

from .figures import OURS, Fault, Measure, Score, share

_NAME = "false times per 100 mails, of those judged by hand"
_LENGTHS = "of these, lengths of time that have no place on the calendar"
_ALL = "times found per 100 mails, true or false"
_KEPT = "true times found there, of those once found"
_UNJUDGED = "times found there that nobody has judged yet"
_WRONG = {"length": "a length of time", "none": "no time"}
# For mail whose date can't be read.
_AT = datetime(2002, 9, 1)  # noqa: DTZ001 - a wall time


@dataclass(frozen=True)
class _Judgement:
    begin: int
    stop: int
    verdict: str


def measure(judged: Path, ham: Path) -> tuple[list[Measure], list[Fault]]:
    """Return the lines of the table and the errors; nothing where the mails or the judgements are missing."""
    mails = sorted(ham.glob("*.eml"))
    if not mails:
        return [], []
    found = {path.name: _times(path) for path in mails}
    lines = [Measure(_ALL, {OURS: Score(_per_100(sum(map(len, found.values())), len(mails)))}, "per 100")]
    if not judged.is_file():
        return lines, []
    counts: Counter[str] = Counter()
    faults = []
    known = {name: judgements for name, judgements in _judgements(judged) if name in found}
    kept = [
        any(_overlap(mention, one) for mention in found[name])
        for name, judgements in known.items()
        for one in judgements
        if one.verdict == "time"
    ]
    for name, judgements in known.items():
        for mention in found[name]:
            verdict = _verdict(mention, judgements)
            counts[verdict] += 1
            if verdict in _WRONG:
                faults.append(Fault(_NAME, name, f"“{' '.join(mention.quote.split())}” is {_WRONG[verdict]}"))
    false = counts["none"] + counts["length"]
    lines += [
        Measure(_NAME, {OURS: Score(_per_100(false, len(known)))}, "per 100", at_most=2),
        Measure(_LENGTHS, {OURS: Score(_per_100(counts["length"], len(known)))}, "per 100"),
        Measure(_KEPT, {OURS: share(sum(kept), len(kept))}),
        Measure(_UNJUDGED, {OURS: Score(counts["unjudged"], of=counts.total())}, "count"),
    ]
    return lines, faults


def _times(path: Path) -> list[TimeMention]:
    letter = mime.parse(path.read_bytes())
    return find(letter.text, letter.date or _AT, "US", working_calendar("US", "UTC"))


def _judgements(path: Path) -> Iterator[tuple[str, list[_Judgement]]]:
    for line in path.read_text("utf-8").splitlines():
        told = json.loads(line)
        yield told["mail"], [_Judgement(begin, begin + len(quote), what) for begin, quote, what in told["times"]]


def _verdict(mention: TimeMention, judgements: list[_Judgement]) -> str:
    """Return what was said of the words: they may be cut a little differently by now."""
    return next((one.verdict for one in judgements if _overlap(mention, one)), "unjudged")


def _overlap(mention: TimeMention, one: _Judgement) -> bool:
    return mention.begin < one.stop and one.begin < mention.stop


def _per_100(count: int, mails: int) -> float:
    return 100 * count / max(1, mails)
