"""Which candidate's way to which opening at which employer this is."""

from __future__ import annotations

from collections.abc import Iterable
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


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Return for each process's name its shortest beginning, in whole words, that no other name shares.

    Commands take such a beginning instead of the name.
    """
    ordered = sorted(names)
    found: dict[str, str] = {}
    for index, name in enumerate(ordered):
        near = (*ordered[max(0, index - 1) : index], *ordered[index + 1 : index + 2])
        words = name.split("-")
        beginnings = ("-".join(words[:count]) for count in range(1, len(words)))
        # Among sorted names those that share a beginning stand beside each other.
        found[name] = next((short for short in beginnings if not any(n.startswith(short) for n in near)), name)
    return found
