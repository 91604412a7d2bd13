"""``sincerely tone``."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from .common import always_json, put

_EPILOG = """Examples:

\b
  sincerely tone "I'm disappointed, and grateful for your time."
  sincerely tone "I need an answer by tomorrow."
  sincerely tone --jsonl < texts.jsonl      {"id": 1, "text": "…"} a line
"""


@click.command("tone", epilog=_EPILOG)
@click.argument("text", required=False)
@always_json
@click.option("--jsonl", is_flag=True, help="Read objects with id and text from standard input, one a line.")
def tone_command(text: str | None, *, jsonl: bool) -> None:
    """Say how a text would land, and which words make it land badly.

    Honest, courteous disappointment passes. A report of discrimination, harassment, fraud, danger or unpaid work is
    no bad-mouthing.
    """
    from sincerely.app.models.telling_tone import told

    if jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                put(_answer(line, number))
        return
    if text is None:
        raise click.UsageError('expected a text, such as: sincerely tone "Thank you for nothing."')
    put({"id": None, **told(text)})


def _answer(line: bytes, number: int) -> dict[str, Any]:
    from sincerely.app.models.telling_tone import told

    asked: Any = None
    try:
        asked = json.loads(line)
        return {"id": asked.get("id"), **told(str(asked["text"]))}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        name = asked.get("id") if isinstance(asked, dict) else None
        return {"id": name, "error": f"line {number}: expected an object with id and text ({error})"}
