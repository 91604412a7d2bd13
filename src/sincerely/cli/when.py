"""``sincerely when``."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from .common import At, always_json, at_option, now_or, put

_EPILOG = """Examples:

\b
  sincerely when "by the end of next week" --at 2026-03-04T15:00
  sincerely when "Thursday the 12th at 3pm ET" --at 2026-03-04T15:00-05:00 --country US
  sincerely when --jsonl < sentences.jsonl      {"id": 1, "text": "…", "at": "2026-03-04T15:00"} a line
"""


@click.command("when", epilog=_EPILOG)
@click.argument("text", required=False)
@at_option
@click.option(
    "--country", default="US", metavar="CODE", help="Whose dates, holidays and, in doubt, language: US, GB, DE-BY, …"
)
@always_json
@click.option("--jsonl", is_flag=True, help="Read objects with id, text and at from standard input, one a line.")
def when_command(text: str | None, at: At | None, country: str, *, jsonl: bool) -> None:
    """Find the time expressions in TEXT (English, German or French) and say which stretch of the calendar each means.

    Intervals are half-open; a deadline ("by Friday") has no start.
    """
    from sincerely.app.models.telling_time import mentions

    if jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                put(_answer(line, number, at, country))
        return
    if text is None:
        raise click.UsageError('expected a text, such as: sincerely when "by Friday"')
    put({"id": None, "times": mentions(text, now_or(at).given, country)})


def _answer(line: bytes, number: int, at: At | None, country: str) -> dict[str, Any]:
    from datetime import datetime

    from sincerely.app.models.telling_time import mentions

    asked: Any = None
    try:
        asked = json.loads(line)
        moment = datetime.fromisoformat(asked["at"]) if asked.get("at") else now_or(at).given
        found = mentions(asked["text"], moment, asked.get("country", country))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        name = asked.get("id") if isinstance(asked, dict) else None
        return {"id": name, "error": f"line {number}: expected an object with id, text and at ({error})"}
    return {"id": asked.get("id"), "times": found}
