"""The lines of a text sorted into the writer's own words, signatures and quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

from . import reply_attribution, reply_headers, reply_quotes, signature
from .letter import Mark
from .reply_parts import Fragment, Kind, Parts, Quote
from .reply_quotes import QUOTED, Above

# A "From" that mail stores escape, and GroupWise's attribution, of which only the first is like that.
_NOT_QUOTED = re.compile(r">From |>>> .{3,200}>>>\s*$")
_INITIALS = re.compile(r"[ \t]{0,3}([A-Z][A-Za-z]{0,3})>")
# What some writers quote with instead of ">"; only right below an attribution.
_OWN_PREFIX = re.compile(r"[ \t]{0,2}(?:--\]|[|#%:}~=!]{1,2}(?=[ \t]|$))")
_LEFT_OUT = re.compile(
    r"\s*[<\[({]?\s*(?:\.{3,}|…|snip|cut|schnipp|gekürzt|coupé)[\w\s.…-]{0,20}[>\])}]?\s*$", re.IGNORECASE
)
_END_OF_FORWARD = re.compile(r"[\s-]*end (?:of )?forwarded (?:text|message)[\s-]*$", re.IGNORECASE)
# So many lines, most of them blank, may stand between an attribution and its quote.
_APART = 6
# So many lines of the writer's own may stand between an attribution and the first quoted line.
_OWN_BEFORE = 3
# A line broken by a relay: the line before was full, and this one goes on in lower case.
_FULL = 60


class Cutter:
    """Sorts lines: first what the HTML marked, then quotes, then signatures."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._begins = list(accumulate((len(line) + 1 for line in self._lines), initial=0))
        self._begins[-1] -= 1
        self._arrows = ">" in text
        self._worded = reply_headers.may_be_worded(text)
        self._kinds: list[Kind] = ["reply"] * len(self._lines)
        self._plain = [False] * len(self._lines)  # quoted by its ">"
        self._above: dict[int, Above] = {}
        self._open_mark = False
        self._prefix = ""

    # -- quotes

    def mark(self, marks: Sequence[Mark]) -> None:
        """Take over what the HTML said."""
        line = 0
        for mark in marks:
            self._open_mark = self._open_mark or mark.kind == "quote-on"
            while line < len(self._lines) - 1 and self._begins[line + 1] <= mark.begin:
                line += 1
            last = line
            while last < len(self._lines) and self._begins[last] < mark.stop:
                self._kinds[last] = "signature" if mark.kind == "signature" else "quote"
                last += 1
            if mark.kind != "signature":
                self._note(reply_quotes.at_top(self._lines, line, last, sure=True))

    def find_armour(self) -> None:
        """Mark what PGP puts around signed text: nobody says that."""
        inside = False
        for index, line in enumerate(self._lines if "-----BEGIN PGP" in self._text else ()):
            if line.startswith("-----BEGIN PGP"):
                inside = True
            if inside:
                self._kinds[index] = "signature"
            # A signature ends with its last line, the headers of a signed message with a blank one.
            if line.startswith("-----END PGP") or (not line.strip() and self._armour_opens(index)):
                inside = False

    def _armour_opens(self, blank: int) -> bool:
        return any(line.startswith("-----BEGIN PGP SIGNED") for line in self._lines[max(0, blank - 4) : blank])

    def find_quotes(self) -> None:
        """Mark lines quoted by ``>``, the lines above them, and quotes that go on to the end."""
        for index, line in enumerate(self._lines if self._arrows else ()):
            if ">" in line[:4] and QUOTED.match(line) and not _NOT_QUOTED.match(line):
                self._kinds[index] = "quote"
                self._plain[index] = True
        if self._arrows:
            self._find_initials()
            self._join_broken_lines()
            self._find_attributions()
        self._find_open_quote()
        self._join_over_blanks()
        self._distrust_marks()

    def _find_initials(self) -> None:
        """Lines that begin with somebody's initials, such as "DS> ", are quoted if there are several."""
        found: dict[str, list[int]] = {}
        for index, line in enumerate(self._lines):
            if ">" in line[:8] and (match := _INITIALS.match(line)):
                found.setdefault(match[1], []).append(index)
        for indexes in found.values():
            for index in indexes if len(indexes) > 1 else ():
                self._kinds[index] = "quote"
                self._plain[index] = True

    def _distrust_marks(self) -> None:
        """A whole mail in a container for quotes, with nothing that says so, is the writer's own."""
        if self._above or any(self._plain) or self._open_mark:
            return
        if not any(kind != "quote" and line.strip() for kind, line in zip(self._kinds, self._lines, strict=True)):
            self._kinds = ["reply"] * len(self._kinds)

    def _join_broken_lines(self) -> None:
        for index in range(1, len(self._lines) - 1):
            if self._plain[index] or not (self._plain[index - 1] and self._plain[index + 1]):
                continue
            line = self._lines[index]
            if line[:1].islower() and len(self._lines[index - 1]) >= _FULL and len(line) < _FULL:
                self._kinds[index] = "quote"

    def _join_over_blanks(self) -> None:
        """Blank lines between two quotes, or between a quote and the line above it, belong to them."""
        for first, stop in self._runs("reply"):
            inside = first > 0 and stop < len(self._kinds)
            if not inside or any(line.strip() for line in self._lines[first:stop]):
                continue
            if self._kinds[first - 1] == self._kinds[stop] == "quote":
                self._quote(first, stop)

    def _find_attributions(self) -> None:
        """Look above each stretch of ``>`` lines."""
        floor = 0
        for index, plain in enumerate(self._plain):
            if not plain or (index and self._kinds[index - 1] == "quote"):
                if self._kinds[index] == "quote":
                    floor = index + 1
                continue
            above = index - 1
            lowest = max(floor, index - _APART)
            while above >= lowest and self._is_gap(self._lines[above]):
                above -= 1
            floor_now, floor = floor, index + 1
            if above < lowest:
                continue
            found = reply_attribution.ending_at(self._lines, above, floor_now, before_quote=True)
            if found is not None:
                self._quote(found.first, index)
                self._note(reply_quotes.of_attribution(found, index))
            else:
                self._headers_above(above, floor_now, index)

    @staticmethod
    def _is_gap(line: str) -> bool:
        """Whether a line is blank, or says that something was left out."""
        return not line.strip() or (len(line) < 40 and _LEFT_OUT.match(line) is not None)

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
                self._note(reply_quotes.of_block(block))
                return

    def _find_open_quote(self) -> None:
        """Find where unprefixed text of others begins; it goes on to the end."""
        index = -1
        while (index := index + 1) < len(self._lines):
            line = self._lines[index]
            if self._kinds[index] != "reply" or not line.strip() or self._is_plain_prose(line):
                continue
            headers = self._headers_at(index)
            above = headers or self._attribution_at(index)
            if above is None:
                continue
            self._note(above)
            own = 0 if headers else _OWN_BEFORE
            after = above.after
            if not (self._followed_by_prefixed(after, own) or self._find_own_prefix(after)):
                after = self._end_of_forward(after)
            self._quote(above.first, after)
            index = max(index, after - 1)

    def _is_plain_prose(self, line: str) -> bool:
        """Whether nothing that stands above a quote can be in a line: most are done with here."""
        return line[0].isalpha() and ":" not in line and "：" not in line and not self._worded

    def _end_of_forward(self, begin: int) -> int:
        """Return where a forwarded text says that it ends; else it goes on to the end of the mail."""
        for index in range(begin, len(self._lines)):
            line = self._lines[index]
            if len(line) < 80 and "orward" in line and _END_OF_FORWARD.match(line):
                return index + 1
        return len(self._lines)

    def _own_prefix_at(self, after: int) -> tuple[int, str] | None:
        """Return the first line that is not blank and its prefix, if that is one of somebody's own."""
        for index in range(after, min(after + _APART, len(self._lines))):
            if self._lines[index].strip():
                match = _OWN_PREFIX.match(self._lines[index])
                return None if match is None else (index, match[0])
        return None

    def _find_own_prefix(self, after: int) -> bool:
        """Mark lines quoted by a prefix of somebody's own, if such a line comes first below an attribution."""
        found = self._own_prefix_at(after)
        if found is None:
            return False
        index, prefix = found
        if prefix == self._prefix:
            return True
        self._prefix = prefix
        for at in range(index, len(self._lines)):
            if self._lines[at].startswith(self._prefix) and self._kinds[at] == "reply":
                self._kinds[at] = "quote"
                self._plain[at] = True
        return True

    def _headers_at(self, index: int) -> Above | None:
        """Return quoted headers that begin at a line; cheap for most lines."""
        if not reply_headers.may_begin(self._lines[index], worded=self._worded):
            return None
        block = reply_headers.starting_at(self._lines, index, len(self._lines))
        return None if block is None else reply_quotes.of_block(block)

    def _followed_by_prefixed(self, after: int, own: int) -> bool:
        """Whether a line quoted by ">" comes soon, after at most ``own`` lines that are not blank."""
        for index in range(after, min(after + _APART + own, len(self._lines))):
            if self._plain[index]:
                return True
            if not self._is_gap(self._lines[index]):
                own -= 1
                if own < 0:
                    return False
        return False

    def _attribution_at(self, index: int) -> Above | None:
        """Return an attribution that ends at a line with text of others below it."""
        line = self._lines[index].rstrip()
        if not line.endswith((":", "：", ">>>", "--")):
            shared = reply_attribution.on_same_line(line) if ": " in line and "<" in line else None
            return shared and Above(index, index, "reply", shared[1], shared[2], column=shared[0])
        floor = index
        while floor > 0 and index - floor < 4 and self._kinds[floor - 1] == "reply":
            floor -= 1
        barred = self._own_prefix_at(index + 1) is not None
        found = reply_attribution.ending_at(self._lines, index, floor, before_quote=barred)
        return None if found is None else reply_quotes.of_attribution(found, index + 1)

    def _quote(self, first: int, stop: int) -> None:
        self._kinds[first:stop] = ["quote"] * (stop - first)

    def _note(self, above: Above | None) -> None:
        if above is not None:
            self._above[above.first] = above

    # -- signatures

    def find_signatures(self) -> None:
        """Mark signatures in each stretch of the writer's own words, from the last to the first."""
        ends_letter = True
        for first, stop in reversed(list(self._runs("reply"))):
            start = signature.begins(self._lines, first, stop, ends_letter=ends_letter)
            self._kinds[start:stop] = ["signature"] * (stop - start)
            ends_letter = ends_letter and not any(line.strip() for line in self._lines[first:start])

    def _all_runs(self) -> list[tuple[Kind, int, int]]:
        """Return the stretches of lines of one kind each."""
        found: list[tuple[Kind, int, int]] = []
        index = 0
        for kind, group in groupby(self._kinds):
            stop = index + sum(1 for _ in group)
            found.append((kind, index, stop))
            index = stop
        return found

    def _runs(self, kind: Kind) -> list[tuple[int, int]]:
        return [(first, stop) for this, first, stop in self._all_runs() if this == kind]

    # -- result

    def parts(self) -> Parts:
        """Return everything found."""
        pieces: dict[Kind, list[str]] = {"reply": [], "signature": [], "quote": []}
        runs = self._all_runs()
        for kind, first, stop in runs:
            if kind != "quote" and (piece := self._piece(first, stop)):
                pieces[kind].append(piece)
        fragments = tuple(Fragment(kind, self._begins[first], self._begins[stop]) for kind, first, stop in runs)
        quotes = self._quotes([(first, stop) for kind, first, stop in runs if kind == "quote"])
        return Parts("\n\n".join(pieces["reply"]), "\n".join(pieces["signature"]), quotes, fragments)

    def _piece(self, first: int, stop: int) -> str:
        while first < stop and not self._lines[first].strip():
            first += 1
        return self._text[self._begins[first] : self._begins[stop]].rstrip() if first < stop else ""

    def _quotes(self, runs: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
        found: list[Quote] = []
        latest: Above | None = None
        for first, stop in runs:
            cuts = [index for index in range(first + 1, stop) if index in self._above]
            for begin, end in pairwise([first, *cuts, stop]):
                above = self._above.get(begin)
                if above is not None:
                    above = above._replace(after=above.after - begin)
                lines = self._lines[begin:end]
                if self._prefix:
                    lines = [line.removeprefix(self._prefix) for line in lines]
                quote, latest = reply_quotes.read(lines, above, latest)
                if quote is not None:
                    found.append(quote._replace(begin=self._begins[begin], stop=self._begins[end]))
        return tuple(found)
