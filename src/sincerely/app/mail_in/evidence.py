"""The sentence that shows an event, in its mail, as plain text; or the mail as it was formatted, made harmless."""

from __future__ import annotations

from dataclasses import dataclass

from sincerely.app.mail_in.letters import read_again
from sincerely.app.processes.exits import BY_HAND
from sincerely.core.events import Event
from sincerely.reading.letters.html_text import visible
from sincerely.reading.letters.mime import markup, parse
from sincerely.reading.letters.safe_html import safe
from sincerely.store.base import Message, Store


@dataclass(frozen=True)
class Evidence:
    """A mail as text, cut at the sentence that matters; ``formatted`` where there is HTML to look at too.

    Nothing invisible is left in it, such as what turns the direction of writing around.
    """

    sender: str
    to: str
    date: str
    subject: str
    attachments: str
    before: str
    quote: str
    after: str
    formatted: bool = False


def evidence_of(store: Store, event: Event) -> tuple[Evidence | None, str]:
    """Return the mail that shows an event, and a note where it can't be shown."""
    data, note = _mail(store, event)
    return (_shown(data, event.quote), "") if data is not None else (None, note)


def mail_of(store: Store, message: Message, wanted: str = "") -> tuple[Evidence | None, str]:
    """Return a mail as text, cut at a quote where one is wanted; and a note where it can't be shown."""
    data, note = _bytes_of(store, message)
    return (_shown(data, wanted), "") if data is not None else (None, note)


def formatted(store: Store, event: Event) -> tuple[Evidence, str] | None:
    """Return the mail that shows an event, and its HTML made harmless; None where there is none."""
    data, _ = _mail(store, event)
    if data is None:
        return None
    shown = _shown(data, event.quote)
    return (shown, safe(markup(data))) if shown.formatted else None


def _mail(store: Store, event: Event) -> tuple[bytes | None, str]:
    """Return a mail's bytes, or a note that says why there are none."""
    if event.source == BY_HAND:
        return None, "You said so."
    message = store.message_named(event.source)
    if message is None:
        return None, f"Source: {event.source}" if event.source else "No source was kept."
    return _bytes_of(store, message)


def _bytes_of(store: Store, message: Message) -> tuple[bytes | None, str]:
    try:
        with read_again(store) as read:
            raw = read(message)
    except Exception as error:  # noqa: BLE001 - whatever keeps a source from reading is said, not raised
        return None, f"The mail can't be read again: {error}"
    if raw is None:
        return None, f"The mail can't be read again: {message.place} is not a place that is known here."
    if raw.kind == "calendar":
        return None, f"Calendar entry: {message.place}"
    return raw.data, ""


def _shown(data: bytes, words: str) -> Evidence:
    letter = parse(data)
    before, quote, after = _cut(letter.text, words)
    return Evidence(
        sender=_who(letter.from_),
        to=", ".join(_who(a) for a in (*letter.to, *letter.cc)),
        date=f"{letter.date:%A} {letter.date.day} {letter.date:%B %Y, %H:%M}" if letter.date else "",
        subject=visible(letter.subject),
        attachments=visible(", ".join(a.name or a.content_type for a in letter.attachments)),
        before=before,
        quote=quote,
        after=after,
        formatted=letter.html,
    )


def _who(address: tuple[str, str]) -> str:
    name, where = address
    return visible(f"{name} <{where}>" if name and where else name or where)


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
