"""Mails on the disk that a store knows, so that their evidence can be shown, whatever a reader makes of them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sincerely.reading.letters.mime import parse
from sincerely.sources.base import Raw
from sincerely.sources.detect import discover
from sincerely.store.base import Message, Store


def keep(store: Store, folder: Path, process: str, own: str = "") -> list[str]:
    """Let a store know every mail of a folder as one of a process; return how events name them, by their place.

    Those from the ``own`` address were sent.
    """
    found = [
        Message(
            source=source.name,
            key=raw.key,
            where=raw.where,
            place=raw.place,
            digest=sha256(raw.data).hexdigest(),
            message_id=(letter := parse(raw.data)).message_id,
            sender=letter.from_.address.lower(),
            date=letter.date,
            sent=letter.from_.address.lower() == own,
            process=process,
        )
        for source in discover(folder).sources
        for raw in source.scan({}, lambda _: ())
        if isinstance(raw, Raw)
    ]
    store.add_messages(found)
    return [f"sha256:{message.digest}" for message in sorted(found, key=lambda each: each.place)]
