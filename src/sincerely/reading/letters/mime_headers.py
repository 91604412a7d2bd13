"""Header lines to values: unfolding, encoded words, addresses, dates. Each is linear and none raises."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import NamedTuple

from . import charsets
from .letter import Address

# A header block longer than this is an attack or no header block.
BLOCK_CAP = 256 * 1024
VALUE_CAP = 32 * 1024
ADDRESS_CAP = 500

_END = re.compile(rb"\n\r?\n")
_NAME = re.compile(rb"[!-9;-~]{1,76}[ \t]*:")
_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"\?=\s+(?==\?[^?\s]{1,40}\?[bBqQ]\?)")
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
)
_SPACES = re.compile(r"\s+")
_FOLD = re.compile(r"\0[ \t\0]*")


class Fields(NamedTuple):
    """Header lines read.

    Attributes:
        values: the wanted headers' raw texts by name, unfolded, in the mail's order.
        good: how many lines were headers.
        bad: how many were neither headers nor went on with one.
    """

    values: dict[str, list[str]]
    good: int
    bad: int


def end_of_block(data: bytes) -> int:
    """Return where the blank line after the headers ends; the length of ``data`` when there is none."""
    match = _END.search(data, 0, BLOCK_CAP)
    if match is not None:
        return match.end()
    return len(data) if len(data) <= BLOCK_CAP else data.rfind(b"\n", 0, BLOCK_CAP) + 1


def select(block: bytes, wanted: Mapping[bytes, str]) -> Fields:
    """Read the wanted headers of a block; names in ``wanted`` are in lower case."""
    values: dict[str, list[str]] = {}
    good = bad = 0
    for line in _lines(block):
        name, colon, value = line.partition(b":")
        key = wanted.get(name.lower())
        if key is not None and colon:
            good += 1
            try:
                text = value.strip().decode("ascii")
            except UnicodeDecodeError:
                text = charsets.decode_header(value.strip())
            if "\0" in text or len(text) > VALUE_CAP:
                text = _FOLD.sub(" ", text[:VALUE_CAP])
            if key in values:
                values[key].append(text)
            else:
                values[key] = [text]
        elif colon and b" " not in name.rstrip():
            good += 1
        elif line and not line.isspace():
            bad += 1
    return Fields(values, good, bad)


def mended(block: bytes) -> bytes:
    """Return a header block without the lines that are none."""
    return b"\n".join(line.replace(b"\0", b"") for line in _lines(block) if _NAME.match(line))


def _lines(block: bytes) -> list[bytes]:
    """Return header lines; where one was folded stands a NUL, since NUL is nobody's character."""
    flat = block.replace(b"\r\n", b"\n").replace(b"\n ", b"\0 ").replace(b"\n\t", b"\0 ")
    return flat.split(b"\n")


def words(text: str) -> str:
    """Return a header's text with its encoded words decoded and its white space made plain."""
    if "=?" in text:
        # White space between two encoded words is not part of the text (RFC 2047, section 6.2).
        text = _join_words(_BETWEEN_WORDS.sub("?=", text))
    # Some letters that nobody sees count as printable.
    if not (text.isascii() and text.isprintable()):
        text = _SPACES.sub(" ", text.replace("\t", " ").replace("\n", " "))
        text = _CONTROL.sub("", text).replace("\xa0", " ")
    return text.strip()


def _join_words(text: str) -> str:
    """Decode runs of encoded words; a character may be cut between two of one charset and encoding."""
    pieces: list[str] = []
    pending, label, end = b"", "", 0
    for match in _WORD.finditer(text):
        charset = match[1].partition("*")[0].lower()  # RFC 2231 adds a language: utf-8*en
        if pending and (match.start() != end or charset != label):
            pieces.append(charsets.decode(pending, label)[0])
            pending = b""
        pieces.append(text[end : match.start()])
        pending += _unwrap(match[2], match[3])
        label, end = charset, match.end()
    if pending:
        pieces.append(charsets.decode(pending, label)[0])
    pieces.append(text[end:])
    return "".join(pieces)


def _unwrap(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    try:
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        return raw


# Possessive, so that no run of spaces is gone through twice.
_PLAIN = re.compile(r'\s*+(?:"([^"\\<>]*+)"\s*+|([^"\\<>,;:()@=]*+))<\s*+([^\s<>,;:()"@]++@[^\s<>,;:()"@]++)\s*+>\s*+')
_BARE = re.compile(r'\s*+([^\s<>,;:()"@]++@[^\s<>,;:()"@]++)\s*+')


def addresses(values: Iterable[str]) -> tuple[Address, ...]:
    """Return the mailboxes of one header's values; groups are flattened, what is no address is left out."""
    found: list[Address] = []
    for value in values:
        simple = _PLAIN.fullmatch(value)
        if simple is not None:
            found.append(Address(words(simple[1] or simple[2] or ""), _lower_domain(simple[3])))
            continue
        bare = _BARE.fullmatch(value)
        if bare is not None:
            found.append(Address("", _lower_domain(bare[1])))
            continue
        for part in _split_mailboxes(value):
            address = _mailbox(part)
            if address is not None:
                found.append(address)
            if len(found) >= ADDRESS_CAP:
                return tuple(found)
    return tuple(found)


def _lower_domain(address: str) -> str:
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{domain.lower()}"


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|\\.|[(),:;<>]|[^"\\(),:;<>]+', re.DOTALL)


def _split_mailboxes(value: str) -> Iterable[list[str]]:
    """Yield the items of each mailbox: split at commas and groups, with comments left out."""
    part: list[str] = []
    depth, angle = 0, False
    for match in _TOKEN.finditer(value):
        item = match[0]
        if item == "(":
            depth += 1
        elif item == ")":
            depth = max(depth - 1, 0)
        elif depth:
            continue
        elif item == "," or (item == ";" and not angle):
            yield part
            part, angle = [], False
        elif item == ":" and not angle:
            part = []  # the name of a group
        else:
            angle = item == "<" or (angle and item != ">")
            part.append(item)
    yield part


def _mailbox(items: list[str]) -> Address | None:
    """Return the mailbox that items spell, or None."""
    if "<" in items:
        at = len(items) - 1 - items[::-1].index("<")
        name = "".join(_unquote(item) for item in items[:at] if item not in {"<", ">"})
        address = "".join(item for item in items[at + 1 :] if item != ">")
        address = address.rpartition(":")[2]  # an old route: <@relay:local@domain>
    else:
        name, address = "", "".join(items)
        if "@" not in address:
            return Address(words(name or address), "") if address.strip() else None
        if " " in address.strip():
            name, _, address = address.strip().rpartition(" ")
    address = "".join(address.split())
    name = words(name).strip("'\" ")
    if not address and not name:
        return None
    return Address("" if name == address else name, _lower_domain(words(address)))


def _unquote(item: str) -> str:
    if not item.startswith('"'):
        return item
    return re.sub(r"\\(.)", r"\1", item.strip('"'), flags=re.DOTALL)


_ID = re.compile(r"<\s*([^<>\s]{1,998})\s*>")


def message_ids(value: str) -> tuple[str, ...]:
    """Return the Message-IDs of a header, without angle brackets; bare ones are taken as they stand."""
    found = _ID.findall(value)
    return tuple(found or [word for word in value.split() if "@" in word][:100])


_DATE = re.compile(
    r"(?:[a-z]{3,9}\.?\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?"
    r"(?:\s*([+-]\d{4})\b)?(.*)",
    re.IGNORECASE | re.DOTALL,
)
_MONTHS = {
    m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_ZONES: dict[str, float] = {
    "gmt": 0,
    "ut": 0,
    "utc": 0,
    "z": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
}
_ZONES |= {"pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "jst": 9, "ist": 5.5}
# Mail did not exist before, and a clock after is broken; there is no clock here to compare with.
_FIRST_YEAR, _LAST_YEAR = 1980, 2100


def date(value: str) -> datetime | None:
    """Return a Date header as an aware time in the sender's zone, or None when unreadable or absurd."""
    match = _DATE.match(value.strip()[:200])
    if match is None:
        return _odd_date(value)
    day, month, year, hour, minute, second, offset, rest = match.groups()
    number = _MONTHS.get(month.lower())
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)
    if number is None or not _FIRST_YEAR <= full <= _LAST_YEAR:
        return None
    zone = _offset(offset) if offset else _zone(rest)
    if zone is None:
        return None
    try:
        # A leap second is the second before.
        return datetime(full, number, int(day), int(hour), int(minute), min(int(second or 0), 59), tzinfo=zone)
    except ValueError:
        return None


def _offset(text: str) -> timezone | None:
    sign = -1 if text[0] == "-" else 1
    minutes = int(text[1:3]) * 60 + int(text[3:5])
    if not minutes:
        return UTC
    return timezone(timedelta(minutes=sign * minutes)) if minutes < 24 * 60 else None


def _zone(rest: str) -> timezone:
    word = rest.strip().strip("()").split(" ", 1)[0].strip("()").lower()
    hours = _ZONES.get(word, 0)
    return timezone(timedelta(hours=hours)) if hours else UTC


def _odd_date(value: str) -> datetime | None:
    """Read what only a lenient reader can: ISO dates, asctime, a swapped order."""
    text = value.strip()[:100]
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        try:
            fields = parsedate_tz(text)
            if fields is None:
                return None
            shift = timezone(timedelta(seconds=fields[9] or 0))
            found = datetime(*fields[:5], min(fields[5], 59), tzinfo=shift)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
