"""A letter's text into what its writer says, the signature, and what is quoted.

Every character belongs to one fragment: put together again they are the text. Quotes are found by their ``>``,
by an attribution line, by quoted headers, by a separator, or by what the HTML marked; the work grows with the
number of lines, whatever is in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal, NamedTuple

from sincerely.reading import html_text, reply_attribution, reply_headers, signature
from sincerely.reading.letter import Address, Letter, Mark

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


def of(letter: Letter) -> Parts:
    """Take a letter's text apart, with what its HTML said."""
    return split(letter.text, letter.marks)


def split_html(html: str) -> Parts:
    """Take an HTML mail apart; offsets are those in ``html_text.convert(html).text``."""
    made = html_text.convert(html)
    return split(made.text, made.marks)


def split(text: str, marks: Sequence[Mark] = ()) -> Parts:
    r"""Take a text apart.

    Args:
        text: lines end with ``\n``; carriage returns before it are kept and ignored.
        marks: what HTML said about stretches of it.
    """
    cutter = _Cutter(text)
    cutter.mark(marks)
    cutter.find_quotes()
    cutter.find_signatures()
    return cutter.parts()


_QUOTED = re.compile(r"[ \t]{0,3}>")
_PREFIX = re.compile(r"[ \t]{0,3}>[ \t]?")
_FROM_LINE = re.compile(r">From ")
_BLANK_BEFORE_QUOTE = 6
# A line broken by a relay: the line before was full, and this one goes on in lower case.
_FULL = 60


class _Above(NamedTuple):
    """What stands above a quote: lines ``[first, after)``."""

    first: int
    after: int
    kind: Literal["reply", "forward"]
    sender: Address | None
    date: datetime | None
    subject: str = ""
    to: tuple[Address, ...] = ()


class _Cutter:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._begins = [0]
        for line in self._lines:
            self._begins.append(self._begins[-1] + len(line) + 1)
        self._begins[-1] -= 1
        self._kinds: list[Kind] = ["reply"] * len(self._lines)
        self._plain = [False] * len(self._lines)  # quoted by its ">"
        self._above: dict[int, _Above] = {}

    # -- quotes

    def mark(self, marks: Sequence[Mark]) -> None:
        """Take over what the HTML said."""
        line = 0
        for mark in marks:
            while line < len(self._lines) - 1 and self._begins[line + 1] <= mark.begin:
                line += 1
            last = line
            while last < len(self._lines) and self._begins[last] < mark.stop:
                self._kinds[last] = "signature" if mark.kind == "signature" else "quote"
                last += 1
            if mark.kind != "signature":
                self._read_above(line, last)

    def _read_above(self, first: int, stop: int) -> None:
        """Read who is quoted at the beginning of a stretch that is known to be a quote."""
        index = first
        while index < stop and not self._lines[index].strip():
            index += 1
        if index >= stop:
            return
        block = reply_headers.starting_at(self._lines, index, len(self._lines))
        if block is not None:
            self._note_block(block)
            return
        for last in range(index, min(index + 4, stop)):
            found = reply_attribution.ending_at(self._lines, last, index, before_quote=True)
            if found is not None:
                self._above[found.first] = _Above(found.first, last + 1, "reply", found.sender, found.date)
                return

    def find_quotes(self) -> None:
        """Mark lines quoted by ``>``, the lines above them, and quotes that go on to the end."""
        for index, line in enumerate(self._lines):
            if ">" in line[:4] and _QUOTED.match(line) and not _FROM_LINE.match(line):
                self._kinds[index] = "quote"
                self._plain[index] = True
        self._join_broken_lines()
        self._find_attributions()
        self._find_open_quote()

    def _join_broken_lines(self) -> None:
        for index in range(1, len(self._lines) - 1):
            if self._plain[index] or not (self._plain[index - 1] and self._plain[index + 1]):
                continue
            line = self._lines[index]
            if line[:1].islower() and len(self._lines[index - 1]) >= _FULL and len(line) < _FULL:
                self._kinds[index] = "quote"

    def _find_attributions(self) -> None:
        """Look above each stretch of ``>`` lines."""
        floor = 0
        for index, plain in enumerate(self._plain):
            if not plain or (index and self._kinds[index - 1] == "quote"):
                if self._kinds[index] == "quote":
                    floor = index + 1
                continue
            above = index - 1
            lowest = max(floor, index - _BLANK_BEFORE_QUOTE)
            while above >= lowest and not self._lines[above].strip():
                above -= 1
            floor_now, floor = floor, index + 1
            if above < lowest:
                continue
            found = reply_attribution.ending_at(self._lines, above, floor_now, before_quote=True)
            if found is not None:
                self._quote(found.first, index)
                self._above[found.first] = _Above(found.first, index, "reply", found.sender, found.date)
            else:
                self._headers_above(above, floor_now, index)

    def _headers_above(self, above: int, floor: int, quote: int) -> None:
        """Look for "Begin forwarded message:" or a header block that ends right above a quote."""
        for first in range(above, max(floor, above - 8) - 1, -1):
            line = self._lines[first]
            if not line.strip():
                continue
            if reply_headers.separator(line) is None and reply_headers.label(line) is None:
                continue
            block = reply_headers.starting_at(self._lines, first, quote)
            if block is not None and block.after > above:
                self._quote(first, quote)
                self._note_block(block)
                return
        return

    def _find_open_quote(self) -> None:
        """Find where unprefixed text of others begins; it goes on to the end."""
        blocks = 0
        for index, line in enumerate(self._lines):
            if self._kinds[index] != "reply" or not line.strip():
                continue
            block = self._block_at(index)
            if block is not None:
                if self._followed_by_prefixed(block.after):
                    blocks += 1
                    self._quote(block.first, block.after)
                    self._note_block(block)
                    continue
                self._quote(block.first, len(self._lines))
                self._note_block(block)
                return
            found = self._attribution_at(index)
            if found is not None:
                self._quote(found.first, len(self._lines))
                self._above[found.first] = found
                return

    def _block_at(self, index: int) -> reply_headers.Block | None:
        """Return quoted headers that begin at a line; cheap for most lines."""
        line = self._lines[index]
        if ":" not in line[:40] and line.lstrip(" \t*")[:1] not in {
            "-",
            "_",
            "=",
            "–",
            "—",
            "*",
            "B",
            "b",
            "A",
            "D",
            "I",
            "S",
        }:
            return None
        return reply_headers.starting_at(self._lines, index, len(self._lines))

    def _followed_by_prefixed(self, after: int) -> bool:
        for index in range(after, min(after + _BLANK_BEFORE_QUOTE, len(self._lines))):
            if self._plain[index]:
                return True
            if self._lines[index].strip():
                return False
        return False

    def _attribution_at(self, index: int) -> _Above | None:
        """Return an attribution that ends at a line with text of others below it."""
        line = self._lines[index].rstrip()
        if not line.endswith((":", "：")):
            return None
        floor = index
        while floor > 0 and index - floor < 4 and self._kinds[floor - 1] == "reply":
            floor -= 1
        found = reply_attribution.ending_at(self._lines, index, floor, before_quote=False)
        if found is None:
            return None
        return _Above(found.first, index + 1, "reply", found.sender, found.date)

    def _quote(self, first: int, stop: int) -> None:
        self._kinds[first:stop] = ["quote"] * (stop - first)

    def _note_block(self, block: reply_headers.Block) -> None:
        kind: Literal["reply", "forward"] = "forward" if block.kind == "forward" else "reply"
        self._above[block.first] = _Above(
            block.first, block.after, kind, block.sender, block.date, block.subject, block.to
        )

    # -- signatures

    def find_signatures(self) -> None:
        """Mark signatures in each stretch of the writer's own words, from the last to the first."""
        ends_letter = True
        for first, stop in reversed(list(self._runs("reply"))):
            start = signature.begins(self._lines, first, stop, ends_letter=ends_letter)
            self._kinds[start:stop] = ["signature"] * (stop - start)
            ends_letter = ends_letter and not any(line.strip() for line in self._lines[first:start])
        self._delimiters_above_marks()

    def _delimiters_above_marks(self) -> None:
        """A line "--" right above what the HTML marked as signature belongs to it."""
        for before, after in pairwise(range(len(self._lines))):
            if (
                self._kinds[before] == "reply"
                and self._kinds[after] == "signature"
                and self._lines[before].strip() in {"--", "—", "-"}
            ):
                self._kinds[before] = "signature"

    def _runs(self, kind: Kind) -> list[tuple[int, int]]:
        """Return the stretches of lines of one kind."""
        found: list[tuple[int, int]] = []
        for index, this in enumerate(self._kinds):
            if this != kind:
                continue
            if found and found[-1][1] == index:
                found[-1] = (found[-1][0], index + 1)
            else:
                found.append((index, index + 1))
        return found

    # -- result

    def parts(self) -> Parts:
        """Return everything found."""
        replies = [piece for span in self._runs("reply") if (piece := self._piece(*span))]
        signatures = [piece for span in self._runs("signature") if (piece := self._piece(*span))]
        fragments = []
        index = 0
        while index < len(self._kinds):
            last = index
            while last < len(self._kinds) and self._kinds[last] == self._kinds[index]:
                last += 1
            fragments.append(Fragment(self._kinds[index], self._begins[index], self._begins[last]))
            index = last
        return Parts("\n\n".join(replies), "\n".join(signatures), self._quotes(), tuple(fragments))

    def _piece(self, first: int, stop: int) -> str:
        while first < stop and not self._lines[first].strip():
            first += 1
        return self._text[self._begins[first] : self._begins[stop]].rstrip() if first < stop else ""

    def _quotes(self) -> tuple[Quote, ...]:
        found: list[Quote] = []
        latest: _Above | None = None
        for first, stop in self._runs("quote"):
            cuts = [index for index in range(first + 1, stop) if index in self._above]
            for begin, end in pairwise([first, *cuts, stop]):
                above = self._above.get(begin)
                latest = above or latest
                quote = self._read_quote(begin, end, above, latest)
                if quote is not None:
                    found.append(quote)
        return tuple(found)

    def _read_quote(self, first: int, stop: int, above: _Above | None, latest: _Above | None) -> Quote | None:
        lines = self._lines[above.after if above else first : stop]
        if any(_QUOTED.match(line) for line in lines[:_BLANK_BEFORE_QUOTE] if line.strip()):
            lines = [_PREFIX.sub("", line, count=1) for line in lines]
        text = "\n".join(lines).strip("\n").rstrip()
        if not text and above is None:
            return None
        who = above or latest
        return Quote(
            who.kind if who else "reply",
            who.sender if who else None,
            who.date if who else None,
            who.subject if who else "",
            who.to if who else (),
            text,
            self._begins[first],
            self._begins[stop],
        )
