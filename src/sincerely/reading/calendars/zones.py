"""Time zones by the names that calendars give them.

Programs name a zone as IANA does ("Europe/Berlin"), as Windows does ("W. Europe Standard Time"), as Outlook
shows it ("(UTC-05:00) Eastern Time (US & Canada)"), with a path before it ("/freeassociation.sourceforge.net/
Europe/Berlin"), as an abbreviation, or as an offset ("GMT+0100").
"""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .zone_names import ABBREVIATIONS, DISPLAYED, WINDOWS

_LONGEST = 120
_IANA = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}")
_GMT = re.compile(r"\(?\s*(?:GMT|UTC|Z)?\s*([+-])\s*([0-9]{1,2})(?::?([0-9]{2}))?\s*\)?", re.IGNORECASE)
_SHOWN = re.compile(r"^\((?:GMT|UTC)[^)]{0,12}\)\s*", re.IGNORECASE)
_AREAS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian")
_SUMMER = re.compile(r"(?:daylight|summer|standard) time\b", re.IGNORECASE)


def zone(name: str) -> tzinfo | None:
    """Return the zone of a name that means one zone wherever it is written; none for any other.

    >>> str(zone("Eastern Standard Time")), zone("Customized Time Zone")
    ('America/New_York', None)
    """
    return _exact(name.strip(" \t\"'")[:_LONGEST])


def guess(name: str) -> tzinfo | None:
    """Return the zone that a vaguer name probably means: "EST", "GMT+0100", "(GMT+01:00) Amsterdam, Berlin"."""
    return _vague(name.strip(" \t\"'")[:_LONGEST])


@lru_cache(maxsize=1024)
def _exact(name: str) -> tzinfo | None:
    if name.casefold() in {
        "utc",
        "gmt",
        "z",
        "zulu",
        "etc/utc",
        "etc/gmt",
        "coordinated universal time",
        "tzone://microsoft/utc",
    }:
        return UTC
    standard = _SUMMER.sub("Standard Time", name)
    windows = WINDOWS.get(standard.casefold()) or WINDOWS.get(re.sub(r" [0-9]$", "", standard).casefold())
    if windows:
        return _iana(windows)
    parts = name.strip("/").split("/")
    for count in (3, 2):
        # A globally unique name ends with the IANA one.
        if len(parts) >= count and (found := _iana("/".join(parts[-count:]))):
            return found
    return None


@lru_cache(maxsize=1024)
def _vague(name: str) -> tzinfo | None:
    if known := ABBREVIATIONS.get(name.upper()):
        return _iana(known)
    if found := _exact(name) or _iana(name):
        return found
    shown = _SHOWN.sub("", name)
    if known := DISPLAYED.get(shown.casefold()):
        return _iana(known)
    for city in shown.split(","):
        place = city.strip().replace(" ", "_")
        if place and (found := next(filter(None, (_iana(f"{area}/{place}") for area in _AREAS)), None)):
            return found
    if (offset := _GMT.match(name)) and int(offset[2]) <= 14:
        away = timedelta(hours=int(offset[2]), minutes=min(int(offset[3] or 0), 59))
        return timezone(-away if offset[1] == "-" else away)
    return None


def _iana(name: str) -> ZoneInfo | None:
    """Return the zone of that name in the IANA database, in whatever case it is written."""
    if not _IANA.fullmatch(name):
        return None
    for spelled in (name, "/".join("_".join(w.capitalize() for w in p.split("_")) for p in name.split("/"))):
        try:
            return ZoneInfo(spelled)
        except (ZoneInfoNotFoundError, ValueError, OSError):  # the name of a folder is an OSError
            continue
    return None
