"""Stored messages, read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.mime import parse
from sincerely.sources.base import Connected, Raw, Source, SourceError
from sincerely.store.base import Message, Store


@contextmanager
def read_again(store: Store, *, connect: bool = True) -> Iterator[Callable[[Message], Raw | None]]:
    """Yield what reads stored messages again; each source is opened once, and let go of in the end.

    It returns None for a message whose source is not known here, and raises what the source raises.

    Args:
        store: where the messages are known.
        connect: whether mail that lies on a server is fetched; else it is as if its source were not known.
    """
    from sincerely.app.wiring import source_named

    sources: dict[str, Source | None] = {}

    def read(message: Message) -> Raw | None:
        if message.source not in sources:
            sources[message.source] = source_named(message.source, store)
        source = sources[message.source]
        away = not connect and isinstance(source, Connected)
        return source.fetch(message.key, message.where) if source is not None and not away else None

    try:
        yield read
    finally:
        for source in sources.values():
            if isinstance(source, Connected):
                source.close()


def letters_of(store: Store, messages: Iterable[Message], *, connect: bool = True) -> list[tuple[Message, Letter]]:
    """Return stored messages as letters; those that can't be read now are left out.

    Args:
        store: where the messages are known.
        messages: which.
        connect: whether those that lie on a server are fetched; a review has to answer at once, and offline.
    """
    found = []
    with read_again(store, connect=connect) as read:
        for message in messages:
            try:
                raw = read(message)
            except (SourceError, OSError):  # a mail that is gone is no ground; the draft is written without it
                continue
            if raw is not None and raw.kind != "calendar":
                found.append((message, parse(raw.data)))
    return found
