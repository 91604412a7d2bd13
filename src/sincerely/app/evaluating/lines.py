"""An outcome as `sincerely eval --json` prints it: one object a value, one a row of a further table, one an error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .figures import Outcome


def json_lines(outcome: Outcome, commit: str, *, errors: bool, reveal: bool) -> Iterator[dict[str, Any]]:
    """Yield the objects.

    Args:
        outcome: what a set came to.
        commit: which code was measured.
        errors: whether every error is told.
        reveal: whether what blind mail says is told too.
    """
    head = {"set": outcome.name, "commit": commit}
    if outcome.skipped:
        yield {**head, "skipped": outcome.skipped}
        return
    for note in outcome.notes:
        yield {**head, "note": note}
    for measure in outcome.measures:
        for who, score in measure.scores.items():
            value: dict[str, Any] = {"who": who, "value": round(score.value, 4), "unit": measure.unit}
            value |= {"right": score.right, "of": score.of, "at_least": measure.at_least, "at_most": measure.at_most}
            yield {**head, "measure": measure.name, **value}
    for table in outcome.tables:
        for row in table.rows:
            yield {**head, "table": table.title, **dict(zip(table.header, row, strict=True))}
    if errors:
        for fault in outcome.faults:
            told = {"measure": fault.measure, "case": fault.case, "wrong": fault.wrong, "grave": fault.grave}
            hidden = outcome.blind and not reveal
            yield {**head, "error": told | ({} if hidden else {"detail": fault.detail})}
