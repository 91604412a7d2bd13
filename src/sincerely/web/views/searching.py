"""What search shows, with the words that were looked for marked."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

from sincerely.app.searching import Found, words_of
from sincerely.app.wording import day, headline
from sincerely.core.people import is_address
from sincerely.writing.names import person_of

from .processes import listed_row


def search_page(found: Found, text: str) -> dict[str, Any]:
    """Return what search shows."""
    words = words_of(text)
    return {
        "text": text,
        "asked": bool(words),
        "anything": found.anything,
        "processes": [listed_row(row) for row in found.processes],
        "people": [
            {
                "who": marked(met.who, words),
                "name": person_of(met.who).full if is_address(met.who) else "",
                "processes": [(header.id, header.employer or header.id) for header in met.processes],
            }
            for met in found.people
        ],
        "events": [
            {
                "process": header.id,
                "id": event.id,
                "quote": marked(event.quote, words),
                "words": headline(event, header),
                "employer": header.employer or header.id,
                "when": day(event.at, header.tz),
            }
            for header, event in found.events
        ],
        "messages": [
            {
                "digest": message.digest,
                "subject": marked(message.subject or "No subject", words),
                "sender": marked(message.sender, words),
                "employer": header.employer or header.id,
                "when": day(message.date, header.tz) if message.date else "",
            }
            for header, message in found.messages
        ],
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
