"""A process as text: the notation of journals, rule examples, tests, documentation and bug reports.

`parse` and `format_timeline` are each other's inverse: what was written and read again is the same.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from types import UnionType
from zoneinfo import ZoneInfo

from .events import Event, Scheduled, field_names
from .header import Header
from .notation import NotationError, Token, quote, read_time, tokens, write_time
from .rulings import Exit
from .verbs import VERBS

# Only these end a line: other separators may stand in what people write.
_LINE = re.compile(r"\r\n|\n|\r")
HEADER_KEYS = ("employer", "role", "zone", "country", "via", "consultant")
_EVERYWHERE = ("source", "confidence", "quote")
# Keys whose values are quoted even where they need not be: they read as sentences.
_ALWAYS_QUOTED = frozenset(
    {"employer", "role", "quote", "start", "end", "was", "liked", "fit", "note", "reason", "title"}
)


class TimelineError(ValueError):
    """A timeline that can't be read: names the file, the line, and what was expected."""


@dataclass(frozen=True)
class Expectation:
    """At this instant that finding stands."""

    at: datetime
    code: str
    who: str
    line: int


@dataclass(frozen=True)
class Timeline:
    """One process as it was written: its header, its events in their order, and what is expected of it."""

    header: Header
    events: tuple[Event, ...]
    expected: tuple[Expectation, ...] = ()


def parse(text: str, name: str = "timeline") -> list[Timeline]:
    """Read every process of a text.

    Args:
        text: lines in the notation.
        name: what to call it in errors and in the events' sources, usually a file's name.

    Raises:
        TimelineError: nothing of the text is taken; the message names place and remedy.
    """
    parts: list[tuple[Header, list[Event], list[Expectation]]] = []
    for number, line in enumerate(_LINE.split(text.removeprefix("\ufeff")), 1):
        place = f"{name}:{number}"
        try:
            words = tokens(line)
            if not words:
                continue
            if words[0][:2] == (None, "process"):
                parts.append((_header(words[1:]), [], []))
            else:
                _take(words, parts[-1] if parts else None, place, number)
        except NotationError as error:
            raise TimelineError(f"{place}: {error}") from error
    seen: set[str] = set()
    for header, _, _ in parts:
        if header.id in seen:
            raise TimelineError(f'{name}: process "{header.id}" stands there twice; give each its own name')
        seen.add(header.id)
    return [Timeline(header, tuple(events), tuple(expected)) for header, events, expected in parts]


def _header(words: list[Token]) -> Header:
    if not words or words[0].key is not None or words[0].comma:
        raise NotationError('expected a name after "process", such as: process acme-analyst zone=… country=…')
    values: dict[str, str] = {}
    for word in words[1:]:
        if word.key not in HEADER_KEYS:
            raise NotationError(f'expected one of {", ".join(HEADER_KEYS)}, found "{word.key or word.value}"')
        values[word.key] = word.value
    for key in ("zone", "country"):
        if not values.get(key):
            raise NotationError(f"expected {key}=, such as zone=America/New_York country=US")
    if values.get("via", "direct") not in {"direct", "agency"}:
        raise NotationError(f'expected via=direct or via=agency, found "{values["via"]}"')
    try:
        ZoneInfo(values["zone"])
    except (ValueError, OSError, KeyError) as error:
        raise NotationError(f'expected a time zone such as Europe/Berlin, found "{values["zone"]}"') from error
    return Header(id=words[0].value, **values)


def _take(
    words: list[Token], part: tuple[Header, list[Event], list[Expectation]] | None, place: str, number: int
) -> None:
    if part is None:
        raise NotationError('expected a line that begins with "process" first')
    header, events, expected = part
    at, rest = _time(words, header.tz)
    if not rest or rest[0].key is not None or rest[0].comma:
        raise NotationError("expected a verb after the time")
    if rest[0].value == "!":
        if len(rest) not in {2, 3} or any(word.key for word in rest):
            raise NotationError("expected TIME ! CODE who")
        expected.append(Expectation(at, rest[1].value, _who(rest[2].value) if rest[2:] else "-", number))
        return
    kind = VERBS.get(rest[0].value)
    if kind is None:
        raise NotationError(f'expected a verb, found "{rest[0].value}"; verbs are {", ".join(VERBS)}')
    events.append(_event(kind, at, rest[1:], header.tz, place))


def _time(words: list[Token], zone: ZoneInfo) -> tuple[datetime, list[Token]]:
    text = words[0].value
    taken = 1
    if len(text) == 10 and len(words) > 1 and words[1].key is None and words[1].value[:1].isdigit():
        text, taken = f"{text} {words[1].value}", 2
    at = read_time(text, zone)
    if not isinstance(at, datetime):
        raise NotationError(f'expected a time of day after {text}, such as "{text} 09:00"')
    return at, words[taken:]


def _event(kind: type[Event], at: datetime, words: list[Token], zone: ZoneInfo, place: str) -> Event:
    people, rest = _people(words, commas=not issubclass(kind, Exit))
    if kind.takes == "item" and not people:
        raise NotationError(f'expected what was {kind.verb}, such as "{kind.verb} writing-sample"')
    values: dict[str, typing.Any] = {}
    if issubclass(kind, Exit):
        if not 1 <= len(people) <= 2:
            raise NotationError(f'expected a code and perhaps who, such as "{kind.verb} THX001 dana@acme.example"')
        values["code"], people = people[0], people[1:]
    allowed = _keys(kind)
    for word in rest:
        if word.key not in allowed:
            raise NotationError(f'"{kind.verb}" knows {", ".join(allowed)}; found "{word.key}"')
        if word.key in values:
            raise NotationError(f"{word.key}= stands there twice")
        values[word.key] = _value(word.value, _types(kind)[word.key], zone, word.key)
    if issubclass(kind, Scheduled) and values.get("start") is None:
        raise NotationError('expected start="2026-03-04 14:00"')
    values.setdefault("source", place)
    return kind(at=at, who=tuple(dict.fromkeys(_who(p) for p in people if p != "-")), **values)


def _people(words: list[Token], *, commas: bool) -> tuple[list[str], list[Token]]:
    """Split off the list of people or items: words with commas between them, before the first key."""
    people: list[str] = []
    wanted = True
    for index, word in enumerate(words):
        if word.key is not None:
            if people and wanted:
                raise NotationError("expected somebody after the comma")
            return people, words[index:]
        if word.comma:
            if wanted:
                raise NotationError("expected somebody before the comma")
            wanted = True
        else:
            if commas and not wanted:
                raise NotationError(f'expected a comma, or a key such as source=, before "{word.value}"')
            people.append(word.value)
            wanted = False
    if people and wanted:
        raise NotationError("expected somebody after the comma")
    return people, []


def _who(text: str) -> str:
    return text.lower() if "@" in text else text


_KEYS: dict[type[Event], tuple[str, ...]] = {}
_TYPES: dict[type[Event], dict[str, object]] = {}


def _keys(kind: type[Event]) -> tuple[str, ...]:
    if kind not in _KEYS:
        own = tuple(name for name in field_names(kind) if name not in {"at", "who", "code", *_EVERYWHERE})
        _KEYS[kind] = own + _EVERYWHERE
    return _KEYS[kind]


def _types(kind: type[Event]) -> dict[str, object]:
    if kind not in _TYPES:
        _TYPES[kind] = typing.get_type_hints(kind)
    return _TYPES[kind]


def _value(text: str, wanted: object, zone: ZoneInfo, key: str) -> object:
    """Read a value as its field's type wants it."""
    options = typing.get_args(wanted) if typing.get_origin(wanted) in {UnionType, typing.Union} else (wanted,)
    if date in options or datetime in options:
        value = read_time(text, zone)
        if date not in options and not isinstance(value, datetime):
            raise NotationError(f'expected a time of day in {key}=, such as {key}="{text} 14:00"')
        return value
    if bool in options:
        if text not in {"yes", "no"}:
            raise NotationError(f'expected {key}=yes or {key}=no, found "{text}"')
        return text == "yes"
    if int in options or float in options:
        return _number(text, int if int in options else float, key)
    if typing.get_origin(wanted) is typing.Literal and text not in typing.get_args(wanted):
        raise NotationError(
            f'expected {key}= one of {", ".join(filter(None, typing.get_args(wanted)))}, found "{text}"'
        )
    return text.lower() if key == "contact" and "@" in text else text


def _number(text: str, kind: type[int | float], key: str) -> float:
    try:
        value = kind(text)
    except ValueError as error:
        raise NotationError(f'expected a number in {key}=, found "{text}"') from error
    if not 0 <= value <= (1 if kind is float else 1000):
        raise NotationError(f'expected {key}= between 0 and {1 if kind is float else 1000}, found "{text}"')
    return value


def format_timeline(header: Header, events: Iterable[Event], expected: Iterable[Expectation] = ()) -> str:
    """Write a process in the notation."""
    head = [f"process {quote(header.id)}"]
    head += [
        f"{key}={quote(value, always=key in _ALWAYS_QUOTED)}"
        for key in HEADER_KEYS
        if (value := getattr(header, key)) and (key, value) != ("via", "direct")
    ]
    lines = [" ".join(head)]
    lines += [format_event(event, header.tz) for event in events]
    lines += [f"{write_time(e.at, header.tz)} ! {e.code} {quote(e.who)}" for e in expected]
    return "\n".join(lines) + "\n"


def format_event(event: Event, zone: ZoneInfo) -> str:
    """Write one event as a line."""
    words = [write_time(event.at, zone), event.verb.ljust(11)]
    if isinstance(event, Exit):
        words.append(f"{quote(event.code)} {quote(event.first)}")
    elif event.who:
        words.append(", ".join(quote(person) for person in event.who))
    words += _written(event, zone)
    return " ".join(words).rstrip()


def _written(event: Event, zone: ZoneInfo) -> Iterator[str]:
    for key in _keys(type(event)):
        value = getattr(event, key)
        if value is None or value == "" or (key == "confidence" and value == 1):
            continue
        if isinstance(value, bool):
            if value or key != "asks":
                yield f"{key}={'yes' if value else 'no'}"
        elif isinstance(value, date):
            yield f"{key}={quote(write_time(value, zone), always=key in _ALWAYS_QUOTED)}"
        elif isinstance(value, int | float):
            yield f"{key}={value:g}" if isinstance(value, int) else f"{key}={value!r}"
        else:
            yield f"{key}={quote(value, always=key in _ALWAYS_QUOTED)}"


__all__ = ["Expectation", "Timeline", "TimelineError", "format_event", "format_timeline", "parse"]
