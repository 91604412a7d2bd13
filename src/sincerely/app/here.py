"""The reader's own time zone, with its clock changes: an offset alone is wrong half the year."""

from __future__ import annotations

import os
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

_LINK = Path("/etc/localtime")


def here() -> tzinfo:
    """Return the zone of this machine: ``TZ``, else the system's, else today's offset."""
    names = [os.environ.get("TZ", "").removeprefix(":")]
    try:
        target = str(_LINK.resolve())
        names.append(target.partition("zoneinfo/")[2])
    except OSError:
        pass
    for name in names:
        try:
            if name:
                return ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            continue
    zone = datetime.now().astimezone().tzinfo
    assert zone is not None
    return zone


def now() -> datetime:
    """Return this instant in the reader's own zone."""
    return datetime.now(here())
