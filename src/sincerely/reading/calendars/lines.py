"""iCalendar bytes into components and properties; whatever is broken costs one line, not the file.

Calendars in mail are broken in a hundred ways: lines that were wrapped again on their way, a missing END, two
calendars in one, bytes of another charset. Every fault is noted with its line, and the reading goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sincerely.reading.letters import html_text

# Nothing that matters is longer; what is longer is cut.
_LONGEST_LINE = 200_000
# A text that goes on over lines that were never folded is copied with each of them.
_LONGEST_TEXT = 20_000
_MOST_FAULTS = 100
_DEEPEST = 16
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,100}(?=[;:])")
_PARAM = re.compile(r';([^=:;"]{0,100})(?:=((?:"[^"]*+"|[^":;]++)*+))?')
_CARETS = {"^n": "\n", "^'": '"', "^^": "^"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
# A line that is no property goes on with one of these, when that was the last before it.
_TEXTS = frozenset({"DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "X-ALT-DESC"})
_NO_PARAMS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CalendarFault:
    """What is wrong in a calendar.

    Attributes:
        line: counted from 1, as an editor shows it; 0 when it is about the whole.
        what: in plain words.
    """

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}" if self.line else self.what


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: ``NAME;PARAM=…:value``, the value still escaped."""

    name: str
    value: str
    line: int
    params: Mapping[str, str] = field(default_factory=lambda: _NO_PARAMS)


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def all(self, *names: str) -> list[Property]:
        """Return the properties of these names, in order."""
        return [p for p in self.properties if p.name in names]

    def first(self, name: str) -> Property | None:
        """Return the first property of that name."""
        return next((p for p in self.properties if p.name == name), None)

    def text(self, name: str) -> str:
        """Return the first property of that name as plain text; "" when there is none."""
        found = self.first(name)
        return plain(found.value) if found else ""


class Faults:
    """Collects what is wrong, up to a bound."""

    def __init__(self) -> None:
        self.found: list[CalendarFault] = []

    def note(self, line: int, what: str) -> None:
        """Add one; after a hundred the rest is only counted as more."""
        if len(self.found) < _MOST_FAULTS:
            fault = CalendarFault(line, what)
            if fault not in self.found[-1:]:
                self.found.append(fault)
        elif len(self.found) == _MOST_FAULTS:
            self.found.append(CalendarFault(line, "and there is more that is wrong from here on"))


def components(data: bytes | str, faults: Faults) -> list[Component]:
    """Return the outermost components of a file, usually one VCALENDAR."""
    tree = _Tree(faults)
    for number, line in _lines(data):
        tree.take(line, number)
    for left in tree.stack[1:]:
        faults.note(left.line, f"BEGIN:{left.name} has no END")
    return tree.stack[0].inside


class _Tree:
    """Components as they are opened and closed.

    Attributes:
        stack: the open ones, outermost first.
        too_deep: names of open ones that lie too deep: they are followed, so that their END is understood, and
            forgotten.
    """

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.stack = [Component("", 0)]
        self.too_deep: list[str] = []

    def take(self, line: str, number: int) -> None:
        """Put one content line where it belongs."""
        found = content_line(line, number, self.faults)
        if found is None:
            if line.strip():
                self._odd(line, number)
        elif found.name == "BEGIN":
            self._begin(Component(found.value.strip().upper(), number))
        elif found.name == "END":
            self._end(found.value.strip().upper(), number)
        elif not self.too_deep:
            self.stack[-1].properties.append(found)

    def _odd(self, line: str, number: int) -> None:
        """Take a line that is no property for the rest of a text before it, where there is one."""
        here = [] if self.too_deep else self.stack[-1].properties
        last = here[-1] if here else None
        if last is None or last.name not in _TEXTS:
            self.faults.note(number, f"is no property: {line.strip()[:60]!r}")
            return
        self.faults.note(number, f"is no property; taken as the rest of {last.name}")
        if len(last.value) < _LONGEST_TEXT:
            here[-1] = Property(last.name, f"{last.value}\\n{line}", last.line, last.params)

    def _begin(self, component: Component) -> None:
        here = self.stack
        if component.name == "VCALENDAR" and len(here) > 1:
            self.faults.note(component.line, "a calendar begins inside another; the one before has no END")
            del here[1:], self.too_deep[:]
        if component.name == "VEVENT" and here[-1].name == "VEVENT":
            self.faults.note(component.line, "an entry begins inside another; the one before has no END")
            here.pop()
        if len(here) > _DEEPEST:
            self.faults.note(component.line, f"lies more than {_DEEPEST} components deep; not read")
            self.too_deep.append(component.name)
        else:
            here[-1].inside.append(component)
            here.append(component)

    def _end(self, name: str, number: int) -> None:
        if self.too_deep and self.too_deep[-1] == name:
            self.too_deep.pop()
            return
        if all(component.name != name for component in self.stack[1:]):
            self.faults.note(number, f"END:{name} without a BEGIN")
            return
        self.too_deep.clear()
        while self.stack[-1].name != name:
            self.faults.note(self.stack[-1].line, f"BEGIN:{self.stack[-1].name} has no END")
            self.stack.pop()
        self.stack.pop()


def content_line(line: str, number: int, faults: Faults) -> Property | None:
    """Take one content line apart; none when it is not one."""
    name = _NAME.match(line)
    if name is None:
        return None
    upper = name[0].rpartition(".")[2].upper()
    at = name.end()
    if line[at] == ":":
        return Property(upper, line[at + 1 :], number)
    params: dict[str, str] = {}
    while (param := _PARAM.match(line, at)) and param.end() > at:
        if param[2] is None or not param[1].strip():
            faults.note(number, f"{upper} has a parameter without a name or a value")
        else:
            params.setdefault(param[1].strip().upper(), _param_value(param[2]))
        at = param.end()
    if at >= len(line) or line[at] != ":":
        faults.note(number, f"{upper} has a damaged parameter")
        at = line.find(":", at)
        if at < 0:
            return None
    value = line[at + 1 :]
    if params.get("TZID", "").startswith("(") and ")" not in params["TZID"]:
        # TZID=(UTC-05:00) Eastern Time (US & Canada):2026… without the quotes that it needs.
        rest, _, value = value.rpartition(":")
        params["TZID"] += f":{rest}"
    return Property(upper, value, number, params)


def _param_value(value: str) -> str:
    """Take the quotes away, and what RFC 6868 wrote for characters that cannot stand there."""
    value = value.replace('"', "").strip()
    return re.sub(r"\^[n'^]", lambda m: _CARETS[m[0]], value) if "^" in value else value


def plain(value: str) -> str:
    """Undo the escapes of a text value."""
    if "\\" in value:
        value = _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
    return value.strip()


def _lines(data: bytes | str) -> Iterator[tuple[int, str]]:
    """Yield the content lines, unfolded, each with the number of its first line.

    Folding may part the bytes of one character, so it is undone before they are decoded.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else _utf8(data)
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    whole: list[bytes] = []
    begun = 0
    for number, line in enumerate(raw.split(b"\n"), 1):
        bare = line.removesuffix(b"\r")
        if bare[:1] in {b" ", b"\t"} and whole:
            whole.append(bare[1:])
            continue
        if whole:
            yield begun, _decoded(b"".join(whole))
        whole, begun = [bare], number
    yield begun, _decoded(b"".join(whole))


def _utf8(data: bytes) -> bytes:
    """Return the bytes without byte order mark, UTF-16 turned into UTF-8."""
    for mark, charset in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(charset, "replace").encode()
    if data[1:12:2] == b"\0" * 6:
        return data.decode("utf-16-le", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _decoded(line: bytes) -> str:
    """Return a line without zero-width letters and marks of direction, which would part addresses and times."""
    cut = line[:_LONGEST_LINE]
    try:
        text = cut.decode()
    except UnicodeDecodeError:
        text = cut.decode("utf-8", "replace") if len(line) > len(cut) else cut.decode("cp1252", "replace")
    return text if text.isascii() else html_text.visible(text)
