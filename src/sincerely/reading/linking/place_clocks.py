"""By whose clock somebody may write, by the place that they name: "Austin, TX" below a mail, "we're in Austin".

It is a hint and no more: a seat is named by those who work elsewhere, too.
"""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from sincerely.reading.calendars.zone_names import CITIES
from sincerely.reading.calendars.zones import guess

# States of one zone, or of which nearly all live in one; in the others only a city tells.
_STATES = {
    "America/New_York": "CT DC DE GA MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL LA MN MO MS OK TX WI",
    "America/Denver": "CO MT NM UT WY",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Phoenix": "AZ",
    "Pacific/Honolulu": "HI",
}
# Also what stands behind people's names: "Lea Brunner, MD".
_DEGREES = frozenset({"MA", "MD", "MS", "PA"})
# What such letters stand for behind a city elsewhere: "Hamburg, DE", "Toronto, CA".
_COUNTRIES = {
    "DE": {"Europe/Berlin"},
    "CA": {
        f"America/{city}"
        for city in ("Toronto", "Vancouver", "Edmonton", "Winnipeg", "Halifax", "Montreal", "Regina", "St_Johns")
    },
    "IL": {"Asia/Jerusalem"},
    "CO": {"America/Bogota"},
    "AR": {"America/Buenos_Aires", "America/Argentina/Buenos_Aires"},
}
# Few write of Delaware, and all of Germany's towns are in no list.
_DELAWARE = frozenset({"wilmington", "dover", "newark", "lewes", "new castle"})
_BY_STATE = {state: zone for zone, states in _STATES.items() for state in states.split()}
_CAP = r"[A-Z][A-Za-z.'’-]{1,20}"
_CITY_AND_STATE = re.compile(
    rf"(?<![\w&])(?P<city>{_CAP}(?: {_CAP}){{0,2}}), ?(?P<state>[A-Z]{{2}})(?P<code> \d{{5}})?(?(code)|(?=\s*(?:$|[|,;•·)])))",
    re.MULTILINE,
)
_WE_ARE_IN = re.compile(
    rf"\b(?:[Ww]e|I)(?:['’](?:re|m)| are| am)(?: all| both| based| here)? in (?P<city>{_CAP}(?: {_CAP}){{0,2}})\b"
)


def hinted(reply: str, signature: str) -> ZoneInfo | None:
    r"""Return the zone of the one place that a mail's writer names as theirs; None where they name none, or two zones.

    >>> str(hinted("", "Lea Brunner\nPeople Ops | Austin, TX")), hinted("", "Lea Brunner, MD")
    ('America/Chicago', None)
    """
    found = {_of(match) for match in _CITY_AND_STATE.finditer(signature)}
    found |= {CITIES.get(match["city"].lower()) for match in _WE_ARE_IN.finditer(reply)}
    names = found - {None}
    zone = guess(names.pop() or "") if len(names) == 1 else None
    return zone if isinstance(zone, ZoneInfo) else None


def _of(match: re.Match[str]) -> str | None:
    city = CITIES.get(match["city"].lower())
    there = city or str(guess(match["city"]) or "")
    if there in _COUNTRIES.get(match["state"], ()):
        return there
    if match["state"] == "DE" and match["city"].lower() not in _DELAWARE:
        return None
    is_place = city is not None or match["code"] is not None or match["state"] not in _DEGREES
    return (_BY_STATE.get(match["state"]) or city) if is_place else None
