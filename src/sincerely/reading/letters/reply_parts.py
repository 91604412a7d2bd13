"""What a text is taken apart into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from .letter import Address

Kind = Literal["reply", "signature", "quote"]


class Fragment(NamedTuple):
    """A stretch of the text, whole lines."""

    kind: Kind
    begin: int
    stop: int


class Quote(NamedTuple):
    """Something that somebody wrote before.

    Attributes:
        kind: ``forward`` if a separator says that it was passed on, else ``reply``.
        sender: who wrote it, as far as the lines above it say; the name or the address may be empty.
        date: aware only if those lines name an offset.
        subject: empty unless quoted headers name it.
        to: those whom quoted headers name.
        text: without the lines above it and without one level of ``>``.
        begin: offset of the first line above it in the given text.
        stop: offset after it.
    """

    kind: Literal["reply", "forward"]
    sender: Address | None
    date: datetime | None
    subject: str
    to: tuple[Address, ...]
    text: str
    begin: int
    stop: int


@dataclass(frozen=True)
class Parts:
    """A text taken apart.

    Attributes:
        reply: the writer's own words; answers between quotes are joined by a blank line.
        signature: the writer's signature and what the program or list adds; empty when there is none.
        quoted: what others wrote, in order.
        fragments: the whole text, cut at line starts.
    """

    reply: str
    signature: str
    quoted: tuple[Quote, ...]
    fragments: tuple[Fragment, ...]
