"""The sentence that shows an event, in its mail, as plain text: HTML is never rendered."""

from __future__ import annotations

from dataclasses import dataclass

from sincerely.core.events import Event
from sincerely.reading.mime import parse
from sincerely.store.base import Message, Store

from .exits import BY_HAND
from .letters import read_again


@dataclass(frozen=True)
class Evidence:
    """A mail as text, cut at the sentence that matters."""

    sender: str
    to: str
    date: str
    subject: str
    attachments: str
    before: str
    quote: str
    after: str


def evidence_of(store: Store, event: Event) -> tuple[Evidence | None, str]:
    """Return the mail that shows an event, and a note where it can't be shown."""
    if event.source == BY_HAND:
        return None, "You said so."
    message = store.message_named(event.source)
    if message is None:
        return None, f"Source: {event.source}" if event.source else "No source was kept."
    return mail_of(store, message, event.quote)


def mail_of(store: Store, message: Message, wanted: str = "") -> tuple[Evidence | None, str]:
    """Return a mail as text, cut at a quote where one is wanted; and a note where it can't be shown."""
    try:
        with read_again(store) as read:
            raw = read(message)
    except Exception as error:  # noqa: BLE001 - whatever keeps a source from reading is said, not raised
        return None, f"The mail can't be read again: {error}"
    if raw is None:
        return None, f"The mail can't be read again: {message.place} is not a place that is known here."
    if raw.kind == "calendar":
        return None, f"Calendar entry: {message.place}"
    letter = parse(raw.data)
    before, quote, after = _cut(letter.text, wanted)
    shown = Evidence(
        sender=_who(letter.from_),
        to=", ".join(_who(a) for a in (*letter.to, *letter.cc)),
        date=f"{letter.date:%A} {letter.date.day} {letter.date:%B %Y, %H:%M}" if letter.date else "",
        subject=letter.subject,
        attachments=", ".join(a.name or a.content_type for a in letter.attachments),
        before=before,
        quote=quote,
        after=after,
    )
    return shown, ""


def _who(address: tuple[str, str]) -> str:
    name, where = address
    return f"{name} <{where}>" if name and where else name or where


def _cut(text: str, quote: str) -> tuple[str, str, str]:
    """Cut a text at a quote; white space may differ."""
    import re

    if not quote:
        return text, "", ""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    match = re.search(pattern, text) if pattern else None
    if match is None:
        return text, "", ""
    return text[: match.start()], match[0], text[match.end() :]
