"""Times: the day right, nothing found where there is nothing, and how many sentences a second."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sincerely.app.models.telling_time import times_in
from sincerely.times import TimeMention

from . import clock, ham_times
from .figures import OURS, Fault, Measure, Outcome, Score, Tally
from .folders import Folders
from .peers import Peers
from .times_cases import SUITES, Case, Span, day_found, deadlines, is_right, suites

_ABOUT = (
    "The test suites of ctparse, duckling and chrono: the day on which the first time found begins (ends, where the "
    "suite's time is a deadline). Our own deadlines of hiring mail: the last day of the last deadline. Nothing: the "
    "suites' texts without a time. False times: what is found in 200 real mails about anything, each judged by hand."
)
_REACH = {"ctparse": 0.92, "duckling": 0.88, "chrono": 0.92, "deadlines": 0.95, "nothing": 0.97}
_NAMES = {name: f"day right: {name}" for name in SUITES} | {
    "deadlines": "end of deadline right, to the day",
    "nothing": "nothing found where there is nothing",
}
_INSTANT = timedelta(microseconds=1)
_SENTENCES = 400
# How long a peer may take over these; one that is slower answers as many as it can.
_PATIENCE = 10.0


def measure(folders: Folders, peers: Peers) -> Outcome:
    """Measure the times."""
    cases = list(suites(folders.suites)) if folders.suites.is_file() else []
    own = list(deadlines(folders.deadlines)) if folders.deadlines.is_file() else []
    if not cases and not own:
        return Outcome("times", "Times", _ABOUT, skipped=f"neither {folders.suites} nor {folders.deadlines} is there")
    cases += own
    answers = {OURS: [_ours(case) for case in cases]}
    for peer in peers.ask("times", [_question(case) for case in cases]):
        answers[peer.who] = [_spans(given) for given in peer.given]
    tally = Tally()
    for who, found in answers.items():
        for case, spans in zip(cases, found, strict=True):
            tally.add(_name(case), who, right=is_right(case, spans))
    measures = [
        Measure(_NAMES[name], tally.scores(_NAMES[name]), at_least=_REACH[name])
        for name in _NAMES
        if _NAMES[name] in tally.counts
    ]
    faults = [
        _fault(case, spans) for case, spans in zip(cases, answers[OURS], strict=True) if not is_right(case, spans)
    ]
    lines, false = ham_times.measure(folders.judged_times, folders.ham)
    missing = [f"{path} is not there" for path in (folders.suites, folders.deadlines) if not path.is_file()]
    measures += [*lines, *_speeds(folders, own, peers)]
    return Outcome("times", "Times", _ABOUT, measures, faults=[*faults, *false], notes=missing)


def _name(case: Case) -> str:
    return _NAMES[case.suite if case.day else "nothing"]


def _find(text: str, at: datetime, country: str) -> list[TimeMention]:
    """Find times as `sincerely when` does."""
    return times_in(text, at, country)


def _ours(case: Case) -> list[Span]:
    return [Span(_first(found), _last(found)) for found in _find(case.text, case.at, case.country)]


def _first(found: TimeMention) -> date | None:
    return found.start.date() if found.start else None


def _last(found: TimeMention) -> date | None:
    return (found.end - _INSTANT).date() if found.end else None


def _spans(given: Sequence[Sequence[str | None]]) -> list[Span]:
    # Without a day there is no date at all; that a time was found counts where there is none.
    days = [[date.fromisoformat(day) if day else None for day in pair] for pair in given]
    return [Span(first, last) for first, last in days]


def _question(case: Case) -> dict[str, Any]:
    # Mail speaks of what is ahead; chrono's suite does not, unless it says so.
    asked = _asked(case.text, case.at)
    return {**asked, "day_first": case.country != "US", "forward": case.suite != "chrono"}


def _asked(text: str, at: datetime) -> dict[str, Any]:
    return {"text": text, "at": at.isoformat(), "day_first": False, "forward": True}


def _fault(case: Case, spans: list[Span]) -> Fault:
    day = day_found(case, spans)
    if case.day is None:
        return Fault(_name(case), case.text, f"found {day}", f"at {case.at:%a %Y-%m-%d %H:%M}")
    wanted = f"{case.day:%Y-%m}" if case.month_only else f"{case.day}"
    return Fault(
        _name(case), case.text, f"{day or 'nothing'}, not {wanted}", f"{case.suite}, at {case.at:%a %Y-%m-%d %H:%M}"
    )


def _speeds(folders: Folders, own: Sequence[Case], peers: Peers) -> Iterator[Measure]:
    at = datetime(2026, 3, 4, 15)  # noqa: DTZ001 - a wall time, as the questions to the peers are
    kinds = []
    if folders.sentences.is_file():
        kinds.append(("sentences of business mail", list(_strided(_texts(folders.sentences)))))
    if own:
        kinds.append(("sentences with a deadline", list(_strided([case.text for case in own]))))
    for name, texts in kinds:
        yield from _speed(name, texts, at, peers)


def _speed(name: str, texts: Sequence[str], at: datetime, peers: Peers) -> Iterator[Measure]:
    """Yield the rate of each, and how many times faster we are than each."""
    scores = {OURS: Score(clock.rate(texts, lambda text: _find(text, at, "US")))}
    for peer in peers.ask("times", [_asked(text, at) for text in texts], seconds=_PATIENCE):
        scores[peer.who] = Score(peer.rate)
    yield Measure(f"speed: {name}", scores, "a second", at_least=5000, steady=False)
    for who, score in scores.items():
        if who.startswith("dateparser"):
            faster = {OURS: Score(scores[OURS].value / score.value)}
            yield Measure(f"speed: {name}, beside dateparser", faster, "times", at_least=20, steady=False)


def _texts(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]


def _strided(texts: Sequence[str]) -> Sequence[str]:
    """Return so many of them, from all over the file."""
    return texts[:: max(1, len(texts) // _SENTENCES)][:_SENTENCES]
