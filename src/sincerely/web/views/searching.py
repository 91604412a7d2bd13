"""What search shows, with the words that were looked for marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from sincerely.app.processes.searching import DEEPEST, Found, Met, words_of
from sincerely.app.today.wording import day, headline
from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.people import is_address
from sincerely.store.base import Message
from sincerely.writing.words.names import person_of

from .naming import named
from .paging import Part, part
from .processes import listed_row

AT_ONCE = 8
"""So many of a sort are shown beside the others."""
SORTS = ("processes", "people", "events", "mails")
"""What a search finds, as addresses name it."""


@dataclass(frozen=True)
class Sort:
    """What a search found of one sort.

    Attributes:
        part: which of it is shown.
        rows: that, as rows.
        count: how many there are; ``300+`` where the search ended there.
    """

    part: Part[Any]
    rows: Sequence[Any]
    count: str


def search_page(found: Found, text: str, every: str = "", begin: int = 0) -> dict[str, Any]:
    """Return what search shows.

    Args:
        found: what was found.
        text: what was looked for.
        every: the only sort to show, all of it, a page at a time; the beginning of each where it is none of them.
        begin: how many of that sort to pass over.
    """
    words = words_of(text)
    lists = dict(zip(SORTS, (found.processes, found.people, found.events, found.messages), strict=True))
    alone = every if lists.get(every) else ""

    def sort(name: str, row: Callable[[Any], Any]) -> Sort | None:
        items = lists[name]
        if not items or alone not in {"", name}:
            return None
        shown = part(items, begin) if alone else part(items, 0, AT_ONCE)
        count = f"{DEEPEST}+" if len(items) >= DEEPEST else str(len(items))
        return Sort(shown, [row(item) for item in shown.rows], count)

    return {
        "text": text,
        "asked": bool(words),
        "anything": found.anything,
        "alone": alone,
        "processes": sort("processes", listed_row),
        "people": sort("people", lambda met: _met(met, words)),
        "events": sort("events", lambda one: _sentence(one[0], one[1], words)),
        "mails": sort("mails", lambda one: _mail(one[0], one[1], words)),
    }


def _met(met: Met, words: list[str]) -> dict[str, Any]:
    return {
        "who": marked(met.who, words),
        "name": person_of(met.who).full if is_address(met.who) else "",
        "processes": [(header.id, header.employer or header.id) for header in met.processes],
    }


def _sentence(header: Header, event: Event, words: list[str]) -> dict[str, Any]:
    return {
        "process": header.id,
        "id": event.id,
        "quote": marked(event.quote, words),
        "words": named(headline(event, header)),
        "employer": header.employer or header.id,
        "when": day(event.at, header.tz),
    }


def _mail(header: Header, message: Message, words: list[str]) -> dict[str, Any]:
    return {
        "digest": message.digest,
        "subject": marked(message.subject or "No subject", words),
        "sender": marked(message.sender, words),
        "employer": header.employer or header.id,
        "when": day(message.date, header.tz) if message.date else "",
    }


def marked(text: str, words: list[str]) -> Markup:
    """Return a text, escaped, with each of the words in a mark."""
    if not words:
        return escape(text)
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    parts = re.split(f"({either})", text, flags=re.IGNORECASE)
    # Every second part is a word: split keeps what it split at.
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if index % 2 else escape(part) for index, part in enumerate(parts)
    )
