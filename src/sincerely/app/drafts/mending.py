"""What one press can mend of what the gate has found: a sentence taken out, a name put right, somebody in copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sincerely.core.people import is_address
from sincerely.gate.message import Outgoing
from sincerely.gate.verdict import Finding

# What is wrong is that it is said at all.
_BETTER_LEFT_OUT = frozenset({"OUT004", "OUT006", "OUT009", "OUT010"})
_COPY = re.compile(r"Put (\S+@\S+) in copy\.")
_INSTEAD = re.compile(r"Send it to (\S+@\S+)\.")
_NAME = re.compile(r"Name (.{1,80})\.")
_BLANK = re.compile(r"[ \t]*\n?")


@dataclass(frozen=True)
class Mend:
    """A change of one field.

    Attributes:
        words: what it does, for the button.
        field: ``to``, ``cc`` or ``body``.
        text: what the field says afterwards.
    """

    words: str
    field: str
    text: str


def mends(findings: Iterable[Finding], message: Outgoing, fields: Mapping[str, str]) -> tuple[Mend | None, ...]:
    """Return what one press mends of each finding."""
    return tuple(_mend(finding, message, fields) for finding in findings)


def _mend(finding: Finding, message: Outgoing, fields: Mapping[str, str]) -> Mend | None:
    copy = _COPY.fullmatch(finding.proposal)
    if copy is not None and is_address(copy[1]):
        return Mend(finding.proposal.rstrip("."), "cc", ", ".join(filter(None, (fields["cc"].strip(), copy[1]))))
    instead = _INSTEAD.fullmatch(finding.proposal)
    if instead is not None and is_address(instead[1]):
        return Mend(finding.proposal.rstrip("."), "to", instead[1])
    if finding.begin is None or finding.stop is None or finding.where != "text":
        return None
    begin, stop = finding.begin, finding.stop
    name = _NAME.fullmatch(finding.proposal)
    if finding.code == "OUT005" and name is not None:
        return Mend(f"Write “{name[1]}” there", "body", message.text[:begin] + name[1] + message.text[stop:])
    if finding.code in _BETTER_LEFT_OUT:
        return _left_out(message, begin)
    return None


def _left_out(message: Outgoing, place: int) -> Mend | None:
    """Take the sentence out that stands at a place, with the blank behind it."""
    said = next((each for each in message.sentences if each.begin <= place < each.stop), None)
    if said is None:
        return None
    before, after = message.text[: said.begin], message.text[said.stop :]
    blank = _BLANK.match(after)
    after = after[blank.end() if blank is not None and not before.endswith("\n\n") else 0 :]
    whole = f"{before.rstrip(' ') if after.startswith(chr(10)) else before}{after}"
    return Mend("Take that sentence out", "body", re.sub(r"\n{3,}", "\n\n", whole))
