"""Where mails lie that wait for something, and how they are known and read again; nothing else of them is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b

from sincerely.sources.base import Connected, Raw, Source, SourceError

Opened = Callable[[str], Source | None]
"""Returns a source by its name; None where there is none any more."""


@lru_cache(maxsize=20_000)
def mark(name: str) -> str:
    """Return the digest by which a Message-ID, an address or a domain is known; of nothing, nothing."""
    if not name:
        return ""
    return blake2b(name.casefold().encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def read_again(lies: tuple[str, str, str], opened: Opened, held: Opened = lambda _: None) -> Raw | None:
    """Return a mail as it lies there; None where it cannot be read any more.

    Args:
        lies: its source and key, and where it is there.
        opened: opens a source, which is closed again.
        held: returns one that is open already, and stays so.
    """
    name, key, where = lies
    mine = held(name)
    source = mine or opened(name)
    if source is None:
        return None
    try:
        return source.fetch(key, where)
    except SourceError:
        return None
    finally:
        if mine is None and isinstance(source, Connected):
            source.close()
