"""The page of measures: every table, the first figures beside the last, and the errors that remain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from . import records
from .figures import Details, Fault, Measure, Outcome, Score, aim, everybody, shown

_HEAD = """# Measures

How well mail is read, beside other people's parsers in the same run, and the errors that remain. This page is written
by one command; `sincerely eval --help` says how to point it to the cases and to the peers. A ✗ stands where our own
value does not reach what is aimed at. "First" is the value of the first measuring, with the commit that was measured.
Speeds are processor time on one core of one machine: their ratios say more than they do.

Measured: `{commit}`.
"""
# A page is read: of more cases than these the rest is a command away; so is the end of a long detail.
_CASES = 200
_LONGEST = 160


def publish(path: Path, outcomes: Sequence[Outcome], commit: str) -> None:
    """Write the page, and beside it, as ``.json``, the record of first and last figures.

    Raises:
        ValueError: what stands beside the page is no such record.
    """
    beside = path.with_suffix(".json")
    record = records.updated(records.remembered(beside), outcomes, commit)
    path.write_text(written(outcomes, record, commit), "utf-8")
    records.save(beside, record)


def written(outcomes: Iterable[Outcome], record: Mapping[str, Any], commit: str) -> str:
    """Return the page as Markdown.

    Args:
        outcomes: what the sets came to.
        record: the first figures, by set and line.
        commit: which code was measured.
    """
    parts = [_HEAD.format(commit=commit)]
    for outcome in outcomes:
        parts += _section(outcome, record["first"])
    return "\n".join(parts)


def _section(outcome: Outcome, first: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {outcome.title}\n\n{outcome.about}\n"
    if outcome.skipped:
        yield f"Not measured: {outcome.skipped}.\n"
        return
    for note in outcome.notes:
        yield f"{note}\n"
    who = everybody(outcome.measures)
    rows = [_line(measure, who, first.get(f"{outcome.name}: {measure.name}")) for measure in outcome.measures]
    yield _table(["what", "at least", *who, "first"], rows)
    for details in outcome.tables:
        yield f"### {details.title}\n"
        yield _details(details)
    yield from _errors(outcome)


def _line(measure: Measure, who: Sequence[str], first: Mapping[str, Any] | None) -> list[str]:
    values = [shown(measure.scores.get(one), measure.unit) for one in who]
    if measure.met is False:
        values[0] += " ✗"
    began = ""
    if first is not None:
        began = f"{shown(Score(first['value'], of=first.get('of')), measure.unit)} ({first['commit']})"
    return [measure.name, aim(measure), *values, began]


def _details(details: Details) -> str:
    return _table(details.header, details.rows)


def _errors(outcome: Outcome) -> Iterator[str]:
    if not outcome.faults:
        yield "No errors remain.\n"
        return
    yield f"### Errors that remain: {len(outcome.faults)}\n"
    lines = [_error(case, faults, blind=outcome.blind) for case, faults in _by_case(outcome.faults).items()]
    if len(lines) > _CASES:
        left = len(lines) - _CASES
        lines[_CASES:] = [f"- … and {left} more: `sincerely eval --set {outcome.name} --errors`"]
    yield "\n".join(lines) + "\n"


def _by_case(faults: Iterable[Fault]) -> dict[str, list[Fault]]:
    cases: dict[str, list[Fault]] = {}
    for fault in faults:
        cases.setdefault(fault.case, []).append(fault)
    return cases


def _error(case: str, faults: Iterable[Fault], *, blind: bool) -> str:
    """Return what is wrong with one case in a line; what blind mails say stays with them."""
    told = []
    for fault in faults:
        grave = "**grave:** " if fault.grave else ""
        detail = f" — {_plain(_short(fault.detail))}" if fault.detail and not blind else ""
        told.append(f"{grave}{_plain(fault.wrong)}{detail}")
    return f"- {_plain(case)}: {'; '.join(told)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(_plain(cell) for cell in line) + " |\n" for line in lines)


def _plain(text: str) -> str:
    """Keep what Markdown would read as its own on one line and as it is."""
    line = " ".join(text.split())
    return "".join("\\" + sign if sign in "|*_<>`[]" else sign for sign in line)
