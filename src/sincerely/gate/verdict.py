"""What the gate says of a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .text import Said


class Weight(StrEnum):
    """What a check that hits does to a message."""

    STOP = "stop"
    HOLD = "hold"
    ADVISE = "advise"


class Decision(StrEnum):
    """What is to become of a message."""

    SEND = "send"
    HOLD = "hold"
    STOP = "stop"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What one check has found.

    Attributes:
        message: a sentence or two that name the words or the day.
        said: the exact words; None where something is missing rather than said.
        where: ``text`` or ``subject``: what the offsets of ``said`` count in.
        proposal: what to do instead.
        not_before: from when it may go out, for checks that hold; None where no day is known.
        weight: what it does, where that isn't what its check does otherwise.
    """

    message: str
    said: Said | None = None
    where: str = "text"
    proposal: str = ""
    not_before: datetime | None = None
    weight: Weight | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A mark with the check that made it.

    Attributes:
        code: the check, such as ``OUT001``.
        weight: what it does.
        overruled: the person has overruled this check for this text, and policy lets them.
    """

    code: str
    weight: Weight
    message: str
    quote: str = ""
    begin: int | None = None
    stop: int | None = None
    where: str = "text"
    proposal: str = ""
    not_before: datetime | None = None
    overruled: bool = False


@dataclass(frozen=True)
class Verdict:
    """What is to become of a message, and why.

    Attributes:
        decision: ``send``, also with advice; ``hold`` until ``not_before``; ``stop``.
        not_before: the earliest instant at which it passes; None where none is known, or none is needed.
        findings: stops first, then what holds, then advice.
    """

    decision: Decision
    not_before: datetime | None
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        """Whether it may go out as it is, without any advice left."""
        return self.decision is Decision.SEND and all(f.overruled for f in self.findings)
