"""Runs in a peer's own Python, alone: reads questions on standard input, writes a peer's answers on standard output.

Nothing of ours is imported here. Answers for ``times`` are lists of [first day, last day, end is known] in the order
of the text; for ``replies`` and ``reply parts`` what the writer says.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import logging
import sys
import time
import warnings
from collections.abc import Callable
from datetime import datetime
from typing import Any

_Answer = Callable[[Any], Any]


def dateparser() -> _Answer:
    """Return how dateparser's search answers."""
    search = importlib.import_module("dateparser.search").search_dates

    def answer(question: Any) -> Any:
        settings = {
            "RELATIVE_BASE": datetime.fromisoformat(question["at"]),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY" if question["day_first"] else "MDY",
        }
        found = search(question["text"], languages=["en"], settings=settings) or []
        return [[when.date().isoformat()] * 2 for _, when in found]

    return answer


def parsedatetime() -> _Answer:
    """Return how parsedatetime answers; its Australian locale writes the day first."""
    module = importlib.import_module("parsedatetime")
    calendars = {
        first: module.Calendar(module.Constants("en_AU" if first else "en_US", usePyICU=False))
        for first in (False, True)
    }

    def answer(question: Any) -> Any:
        at = datetime.fromisoformat(question["at"])
        found = calendars[question["day_first"]].nlp(question["text"], sourceTime=at) or ()
        return [[one[0].date().isoformat()] * 2 for one in found]

    return answer


def ctparse() -> _Answer:
    """Return how ctparse answers: one time a text; an interval has two ends."""
    parse = importlib.import_module("ctparse").ctparse
    logging.disable(logging.CRITICAL)

    def day(when: Any) -> str | None:
        if when is None or None in (when.year, when.month, when.day):
            return None
        return f"{when.year:04}-{when.month:02}-{when.day:02}"

    def answer(question: Any) -> Any:
        # Without a limit some texts keep it for minutes.
        found = parse(question["text"], ts=datetime.fromisoformat(question["at"]), timeout=2.0)
        if found is None:
            return []
        what = found.resolution
        if hasattr(what, "t_from"):
            first, last = day(what.t_from), day(what.t_to)
            return [[first or last, last or first]]
        return [[day(what)] * 2] if hasattr(what, "year") else []

    return answer


def email_reply_parser() -> _Answer:
    """Return what the Python port of GitHub's parser leaves visible."""
    parser = importlib.import_module("email_reply_parser").EmailReplyParser
    answer: _Answer = parser.parse_reply
    return answer


def mail_parser_reply() -> _Answer:
    """Return the newest reply as mail-parser-reply cuts it, without its signature, in all its languages."""
    parser = importlib.import_module("mailparser_reply").EmailReplyParser(
        languages=["en", "de", "cs", "da", "es", "fr", "it", "ja", "ko", "nl", "pl", "sv", "zh"]
    )

    def answer(question: Any) -> Any:
        replies = parser.read(question).replies
        return replies[0].body if replies else ""

    return answer


def quotequail() -> _Answer:
    """Return what quotequail finds above what it takes for a quote or forwarded mail; HTML stays HTML."""
    module = importlib.import_module("quotequail")

    def answer(question: Any) -> Any:
        text = question["text"]
        parts = module.unwrap_html(text) if question["html"] else module.unwrap(text)
        return text if parts is None else parts.get("html_top" if question["html"] else "text_top") or ""

    return answer


_PEERS = {
    "dateparser": (dateparser, "dateparser"),
    "parsedatetime": (parsedatetime, "parsedatetime"),
    "ctparse": (ctparse, "ctparse"),
    "email-reply-parser": (email_reply_parser, "email_reply_parser"),
    "mail-parser-reply": (mail_parser_reply, "mail-parser-reply"),
    "quotequail": (quotequail, "quotequail"),
}


def _ask(answer: _Answer, question: Any) -> Any:
    try:
        return answer(question)
    except Exception:  # noqa: BLE001 - a peer that raises has found nothing
        return []


def main() -> None:
    """Answer what is asked on standard input."""
    asked = json.load(sys.stdin)
    warnings.simplefilter("ignore")
    make, package = _PEERS[asked["peer"]]
    try:
        answer = make()
    except ImportError:
        json.dump({"missing": package}, sys.stdout)
        return
    if asked["questions"]:
        _ask(answer, asked["questions"][0])  # what it loads at first use is not its speed
    answers = []
    begun = time.process_time()
    for question in asked["questions"]:
        answers.append(_ask(answer, question))
        if asked["seconds"] is not None and time.process_time() - begun > asked["seconds"]:
            break
    spent = time.process_time() - begun
    version = importlib.metadata.version(package)
    json.dump({"version": version, "answers": answers, "seconds": spent}, sys.stdout)


if __name__ == "__main__":
    main()
