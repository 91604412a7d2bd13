"""``sincerely acts``."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from .common import put

_EPILOG = """Examples:

\b
  sincerely acts "Could you send us your references by Friday?"
  sincerely acts --jsonl < sentences.jsonl      {"id": 1, "text": "…"} a line
"""


@click.command("acts", epilog=_EPILOG)
@click.argument("text", required=False)
@click.option("--jsonl", is_flag=True, help="Read objects with id and text from standard input, one a line.")
def acts_command(text: str | None, *, jsonl: bool) -> None:
    """Say what a sentence does: ask for something, promise something, propose to meet."""
    from sincerely.app.telling_acts import told

    if jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                put(_answer(line, number))
        return
    if text is None:
        raise click.UsageError('expected a text, such as: sincerely acts "Could you send it?"')
    put({"id": None, "acts": told(text)})


def _answer(line: bytes, number: int) -> dict[str, Any]:
    from sincerely.app.telling_acts import told

    asked: Any = None
    try:
        asked = json.loads(line)
        return {"id": asked.get("id"), "acts": told(str(asked["text"]))}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        name = asked.get("id") if isinstance(asked, dict) else None
        return {"id": name, "error": f"line {number}: expected an object with id and text ({error})"}
