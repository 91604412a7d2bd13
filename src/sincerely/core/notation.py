"""The words of the timeline notation: tokens, values and times of one line, both ways."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    \s+                                   # between tokens
    | (?P<comment>\#.*)                   # only reached after white space, or at the start of the line
    | (?P<comma>,)
    | (?:(?P<key>[A-Za-z][A-Za-z0-9_-]*)=)?
      (?: "(?P<quoted>(?:[^"\\]|\\.)*)" | (?P<open>") | (?<==)(?P<value>[^\s"]*) | (?P<plain>[^\s,"]+) )
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_TIME = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?)?)?"
)
_BARE = re.compile(r"""[^\s"#,=\\]+""")


class Token(NamedTuple):
    """One word of a line: a key with its value, a value alone, or a comma."""

    key: str | None
    value: str
    quoted: bool
    comma: bool = False


class NotationError(ValueError):
    """A line that can't be read; the message says what was expected."""


def tokens(line: str) -> list[Token]:
    """Return a line's tokens; a comment ends it.

    Raises:
        NotationError: a quote is not closed.
    """
    found: list[Token] = []
    place = 0
    while place < len(line):
        match = _TOKEN.match(line, place)
        if match is None:
            raise NotationError(f'expected a word or a value in double quotes, found "{line[place:][:20]}"')
        if match["open"]:
            raise NotationError("expected a closing double quote")
        if match["comment"] is not None:
            if place == 0 or line[place - 1].isspace():
                break
            raise NotationError(f'expected white space before "{match["comment"][:20]}"')
        place = match.end()
        if match["comma"]:
            found.append(Token(None, ",", quoted=False, comma=True))
        elif match["quoted"] is not None:
            found.append(Token(match["key"], _unescape(match["quoted"]), quoted=True))
        elif match["plain"] is not None:
            found.append(Token(None, match["plain"], quoted=False))
        elif match["key"]:
            found.append(Token(match["key"], match["value"], quoted=False))
    return found


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda m: _ESCAPED.get(m[1], m[1]), text)


def quote(value: str, *, always: bool = False) -> str:
    """Return a value as the notation writes it: in double quotes where it needs them."""
    if value and not always and _BARE.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def read_time(text: str, zone: tzinfo) -> datetime | date:
    """Read ``2026-03-02`` as a day and ``2026-03-02 09:00`` as an instant (in UTC) of that zone.

    Seconds and an offset may follow the time; an offset wins over the zone.

    Raises:
        NotationError: it is no such time.
    """
    match = _TIME.fullmatch(text)
    if match is None:
        raise NotationError(f'expected a time such as 2026-03-02 09:00, found "{text}"')
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        micro = int((fraction or "0").ljust(6, "0"))
        wall = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), micro)  # noqa: DTZ001  (the zone follows)
        if offset:
            return datetime.fromisoformat(f"{wall.isoformat()}{offset}").astimezone(UTC)
        return wall.replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise NotationError(f'expected a time that exists, found "{text}"') from error


def write_time(value: date, zone: tzinfo) -> str:
    """Return a day or an instant as the notation writes it; `read_time` gives the same back."""
    if not isinstance(value, datetime):
        return value.isoformat()
    try:
        there = value.astimezone(zone)
    except OverflowError:
        there = value
    grain = "auto" if there.microsecond else "seconds" if there.second else "minutes"
    # The clock shows some hours twice; without the offset the first of them would be read.
    shown = there if there.fold or there.tzinfo is not zone else there.replace(tzinfo=None)
    return shown.isoformat(sep=" ", timespec=grain)
