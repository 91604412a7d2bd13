"""Long lists in parts: a cursor says where the last part ended, so that nothing is skipped when the list changes."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

from fastapi import Query

from .problems import Problem

T = TypeVar("T")
Key = tuple[str | int, ...]
Limit = Annotated[int, Query(ge=1, le=200, description="At most so many.", examples=[50])]
Cursor = Annotated[
    str, Query(max_length=600, description="`next` of the part before; empty for the first.", examples=[""])
]


def part(rows: Sequence[T], key: Callable[[T], Key], cursor: str, limit: int) -> tuple[list[T], str | None]:
    """Return the part of a list that follows a cursor, and the cursor of the next part.

    Args:
        rows: the whole list.
        key: orders it, each row in one way only.
        cursor: where the last part ended; empty for the first.
        limit: at most so many rows.

    Raises:
        Problem: it is no cursor of this list.
    """
    ordered = sorted(rows, key=key)
    if cursor:
        after = _read(cursor)
        try:
            ordered = [row for row in ordered if key(row) > after]
        except TypeError:
            raise _unfit() from None
    shown = ordered[:limit]
    return shown, _write(key(shown[-1])) if len(ordered) > limit else None


def _write(key: Key) -> str:
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def _read(cursor: str) -> Key:
    try:
        told = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
    except (binascii.Error, ValueError):
        raise _unfit() from None
    if not isinstance(told, list) or not all(type(each) in {str, int} for each in told):
        raise _unfit()
    return tuple(told)


def _unfit() -> Problem:
    return Problem("unfit", "cursor: expected `next` of an earlier answer to the same question.")
