"""``sincerely acts``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import click

from .common import always_json, put

# Lines that are answered together: more make it no faster.
_BATCH = 1000
_EPILOG = """Examples:

\b
  sincerely acts "Could you send us your references by Friday?"
  sincerely acts --jsonl < sentences.jsonl      {"id": 1, "text": "…"} a line
"""


@click.command("acts", epilog=_EPILOG)
@click.argument("text", required=False)
@always_json
@click.option("--jsonl", is_flag=True, help="Read objects with id and text from standard input, one a line.")
def acts_command(text: str | None, *, jsonl: bool) -> None:
    """Say what a sentence does: ask for something, promise something, propose to meet."""
    from sincerely.app.models.telling_acts import told

    if jsonl:
        lines = ((number, line) for number, line in enumerate(sys.stdin.buffer, 1) if line.strip())
        while batch := list(islice(lines, _BATCH)):
            put(*_answers(batch))
        return
    if text is None:
        raise click.UsageError('expected a text, such as: sincerely acts "Could you send it?"')
    put({"id": None, "acts": told(text)})


def _answers(lines: Sequence[tuple[int, bytes]]) -> Iterator[dict[str, Any]]:
    """Answer some numbered lines, in their order."""
    from sincerely.app.models.telling_acts import told_of_all

    asked = [_asked(line, number) for number, line in lines]
    told = iter(told_of_all([text for _, text, error in asked if not error]))
    for name, _, error in asked:
        yield {"id": name, "error": error} if error else {"id": name, "acts": next(told)}


def _asked(line: bytes, number: int) -> tuple[Any, str, str]:
    """Return a line's id and text, and what is wrong with it."""
    asked: Any = None
    try:
        asked = json.loads(line)
        return asked.get("id"), str(asked["text"]), ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        name = asked.get("id") if isinstance(asked, dict) else None
        return name, "", f"line {number}: expected an object with id and text ({error})"
