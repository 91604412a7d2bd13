"""Reading a quote: whose words they are, when they were written, and the words themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from . import reply_attribution, reply_headers
from .letter import Address
from .reply_parts import Quote

QUOTED = re.compile(r"[ \t]{0,3}>")
_PREFIX = re.compile(r"[ \t]{0,3}(?:[A-Z][A-Za-z]{0,3})?>[ \t]?")
# So many lines at the beginning of a quote are looked at for what stands above it, or for a ">".
_LOOK = 6


class Above(NamedTuple):
    """What stands above a quote: lines ``[first, after)``, and ``column`` characters of the next line."""

    first: int
    after: int
    kind: Literal["reply", "forward"]
    sender: Address | None
    date: datetime | None
    subject: str = ""
    to: tuple[Address, ...] = ()
    column: int = 0


def read(lines: list[str], above: Above | None, latest: Above | None) -> tuple[Quote | None, Above | None]:
    """Return a quote, offsets left open, and what stands above it.

    Args:
        lines: from the first line above the quote; the list may be changed.
        above: what stands above, with ``after`` counted within ``lines``.
        latest: what stood above the quote before, which holds where nothing else does.
    """
    if above is not None:
        lines = lines[above.after :]
        if above.column and lines:
            lines[0] = lines[0][above.column :]
    if any(_PREFIX.match(line) for line in lines[:_LOOK] if line.strip()):
        lines = [_PREFIX.sub("", line, count=1) for line in lines]
    if above is None:
        above = _inside(lines)
        lines = lines[above.after :] if above else lines
    text = "\n".join(lines).strip()
    who = above or latest
    if not text and above is None:
        return None, who
    if who is None:
        return Quote("reply", None, None, "", (), text, 0, 0), None
    return Quote(who.kind, who.sender, who.date, who.subject, who.to, text, 0, 0), who


def of_block(block: reply_headers.Block) -> Above:
    """Return quoted headers as what stands above a quote."""
    kind: Literal["reply", "forward"] = "forward" if block.kind == "forward" else "reply"
    return Above(block.first, block.after, kind, block.sender, block.date, block.subject, block.to)


def of_attribution(found: reply_attribution.Attribution, after: int) -> Above:
    """Return an attribution as what stands above a quote that begins with line ``after``."""
    return Above(found.first, after, "reply", found.sender, found.date)


def at_top(lines: Sequence[str], first: int, stop: int, *, sure: bool) -> Above | None:
    """Return what stands in the first lines of ``lines[first:stop]``.

    Args:
        lines: without quote prefixes.
        first: where a quote may begin.
        stop: where it ends.
        sure: whether this is known to be a quote; then less evidence is asked for.
    """
    while first < stop and not lines[first].strip():
        first += 1
    if first >= stop:
        return None
    block = reply_headers.starting_at(lines, first, stop)
    if block is not None:
        return of_block(block)
    for last in range(first, min(first + 4, stop)):
        if not lines[last].strip():
            break
        found = reply_attribution.ending_at(lines, last, first, before_quote=sure)
        if found is not None and found.first == first:
            return of_attribution(found, last + 1)
    return None


def _inside(lines: Sequence[str]) -> Above | None:
    """Read an attribution or headers that are quoted themselves, as Apple's programs have it."""
    if not any(line.strip() for line in lines[:_LOOK]):
        return None
    return at_top(lines, 0, len(lines), sure=False)
