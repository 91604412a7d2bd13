"""Which candidate's way to which opening at which employer this is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo


@dataclass(frozen=True, kw_only=True)
class Header:
    """What a process is about.

    Attributes:
        id: its name, unique for one candidate.
        employer: the employer's name.
        role: the opening's title.
        zone: the employer's IANA time zone.
        country: ISO 3166 code, with a subdivision where it matters (``DE-BY``).
        via: ``direct`` or ``agency``.
        consultant: the agency's consultant, an address.
    """

    id: str
    employer: str = ""
    role: str = ""
    zone: str = "UTC"
    country: str = "US"
    via: str = "direct"
    consultant: str = ""

    @cached_property
    def tz(self) -> ZoneInfo:
        """The employer's time zone."""
        return ZoneInfo(self.zone)
