"""The first figures of each line, kept beside the last ones: nobody can forget how it began."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .figures import OURS, Outcome


def remembered(path: Path) -> dict[str, Any]:
    """Return the record of a file: under ``first`` and ``last`` each line's value and the commit; empty without one.

    Raises:
        ValueError: the file is no such record.
    """
    if not path.is_file():
        return {"first": {}, "last": {}}
    record = json.loads(path.read_text("utf-8"))
    if not isinstance(record, dict) or not {"first", "last"} <= record.keys():
        raise ValueError(f'{path}: expected an object with "first" and "last"; remove the file to begin anew')
    return record


def updated(record: Mapping[str, Any], outcomes: Iterable[Outcome], commit: str) -> dict[str, Any]:
    """Return a record with these figures as the last ones, and as the first ones where there were none."""
    first, last = dict(record["first"]), dict(record["last"])
    for outcome in outcomes:
        for measure in outcome.measures:
            score = measure.scores.get(OURS)
            if score is None:
                continue
            # Speeds belong to one machine and one run; they are kept all the same, to the nearest whole.
            value = round(score.value, 4) if measure.steady else round(score.value, 1)
            entry: dict[str, Any] = {"value": value, "commit": commit}
            if score.of is not None:
                entry |= {"right": score.right, "of": score.of} if score.right is not None else {"of": score.of}
            key = f"{outcome.name}: {measure.name}"
            first.setdefault(key, entry)
            last[key] = entry
    return {"first": first, "last": last}


def save(path: Path, record: Mapping[str, Any]) -> None:
    """Write a record."""
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
