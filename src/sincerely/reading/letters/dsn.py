r"""What a mail server reports about a mail: RFC 3464, with what servers make of it. Never raises.

>>> [found] = recipients(b"Reporting-MTA: dns; mx.acme.example\n\nFinal-Recipient: rfc822; dana@acme.example\n"
...                      b"Action: failed\\nStatus: 5.1.1\n")
>>> found.address, found.fate, found.reason
('dana@acme.example', 'failed', 'no-such-address')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from . import charsets
from .bounce_words import reason_in

Fate = Literal["failed", "delayed", "arrived"]
"""It never arrived; it is still being tried; or it went on (delivered, relayed, expanded)."""

_FATES: dict[str, Fate] = {
    "failed": "failed",
    "delayed": "delayed",
    "delivered": "arrived",
    "relayed": "arrived",
    "expanded": "arrived",
}
_CLASSES: dict[str, Fate] = {"5": "failed", "4": "delayed", "2": "arrived"}
# Enhanced status codes (RFC 3463) and what they mean for whoever wrote. What is not here, or only says "other", is
# told by the words.
_REASONS = {
    "1.1": "no-such-address", "1.3": "no-such-address", "1.6": "no-such-address", "2.1": "no-such-address",
    "1.2": "no-such-domain", "1.10": "no-such-domain", "4.4": "no-such-domain", "2.2": "mailbox-full",
    "2.3": "too-large", "3.4": "too-large", "4.1": "not-in-time", "4.2": "not-in-time", "4.3": "not-in-time",
    "4.7": "not-in-time", "7.0": "refused", "7.1": "refused", "7.26": "refused", "7.23": "refused",
}  # fmt: skip
# Codes that servers give to whatever they refuse: what they say beside them is surer.
_VAGUE = frozenset({"0.0", "1.0", "2.0", "3.0", "4.0", "5.0", "7.0", "7.1", "1.10", "4.1"})
# More recipients than these are no person's mail.
_MOST = 100
_CODE = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_ADDRESS = re.compile(r"[^\s<>;,()\[\]\"']{1,64}@[^\s<>;,()\[\]\"']{1,255}")
_ESCAPED = re.compile(r"\\x\{([0-9A-Fa-f]{2,6})\}")


@dataclass(frozen=True)
class Recipient:
    """What became of a mail on its way to one of those it was for.

    Attributes:
        address: whom it was for, in lower case.
        final: the address at which it failed, where it was passed on; else the same.
        fate: what became of it.
        reason: ``no-such-address``, ``no-such-domain``, ``mailbox-full``, ``too-large``, ``refused``, ``not-in-time``
            (given up after trying) or ``other``.
        status: the enhanced status code, such as ``5.1.1``; empty where there is none.
        told: what the server said, on one line.
    """

    address: str
    final: str
    fate: Fate
    reason: str = "other"
    status: str = ""
    told: str = ""


def recipients(report: bytes) -> tuple[Recipient, ...]:
    """Return what a ``message/delivery-status`` part says of each recipient."""
    found: list[Recipient] = []
    for fields in _groups(charsets.decode(report)[0]):
        one = _recipient(fields)
        if one is not None and len(found) < _MOST:
            found.append(one)
    return tuple(found)


def _groups(text: str) -> Iterator[dict[str, str]]:
    """Yield the fields of each recipient: after a blank line, or, where a server left that out, a name said again."""
    fields: dict[str, str] = {}
    last = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line[:1] in {" ", "\t"} and last and line.strip():
            fields[last] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        key = name.strip().lower()
        if not line.strip() or (key in fields and key.endswith("-recipient")):
            if fields:
                yield fields
            fields, last = {}, ""
        if colon and key and " " not in key:
            fields.setdefault(key, value.strip())
            last = key
    if fields:
        yield fields


def _recipient(fields: dict[str, str]) -> Recipient | None:
    final = address_in(fields.get("final-recipient", ""))
    original = address_in(fields.get("original-recipient", ""))
    if not (final or original):
        return None
    told = " ".join(_typed(fields.get("diagnostic-code", "")).split())[:500]
    status = _status(fields.get("status", ""), told)
    action = fields.get("action", "").split("(")[0].split(";")[0].strip().lower()
    fate = _FATES.get(action) or _CLASSES.get(status[:1])
    if fate is None:
        return None
    return Recipient(original or final, final or original, fate, reason_of(status, told), status, told)


def _typed(value: str) -> str:
    """Return a value without the type that stands before it: ``smtp; 550 …``."""
    kind, semicolon, rest = value.partition(";")
    return rest.strip() if semicolon and len(kind) < 20 and " " not in kind.strip() else value.strip()


def _status(status: str, told: str) -> str:
    """Return the code: the words' own where the field says nothing but "something"."""
    said, inside = _CODE.search(status), _CODE.search(told)
    if said is None or (said[0][2:] in _VAGUE and inside is not None and inside[1] == said[1]):
        said = inside or said
    return said[0] if said is not None else ""


def reason_of(status: str, told: str) -> str:
    """Return why a mail came back, by the status code and, where that is vague, by what was said."""
    detail = status[2:]
    known = _REASONS.get(detail, "")
    if not known or detail in _VAGUE:
        return reason_in(told) or known or ("refused" if detail.startswith("7.") else "other")
    return known


def address_in(value: str) -> str:
    """Return the address of a recipient field, in lower case; with its type, brackets and escapes taken off."""
    text = _ESCAPED.sub(lambda match: _character(match[1]), _typed(value))
    found = _ADDRESS.search(text)
    return found[0].strip(".").lower() if found is not None else ""


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0x110000 else ""
