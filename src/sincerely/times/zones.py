"""Zones as people write them. Pure: offsets by rule, no time zone files."""

from __future__ import annotations

from datetime import datetime, timedelta

# Standard offset in minutes, and whose summer time applies. "EST" in July is what people write for the time
# that clocks in New York show, so the American names follow the clocks; so do the European. MST stays: Arizona.
_RULED = {
    "et": (-300, "us"), "est": (-300, "us"), "ct": (-360, "us"), "cst": (-360, "us"), "mt": (-420, "us"),
    "mst": (-420, ""), "pt": (-480, "us"), "pst": (-480, "us"), "akt": (-540, "us"), "akst": (-540, "us"),
    "hst": (-600, ""), "ast": (-240, "us"), "nst": (-210, "us"), "edt": (-240, ""), "cdt": (-300, ""),
    "mdt": (-360, ""), "pdt": (-420, ""), "akdt": (-480, ""), "adt": (-180, ""), "ndt": (-150, ""),
    "gmt": (0, ""), "utc": (0, ""), "z": (0, ""), "wet": (0, "eu"), "west": (60, ""), "bst": (60, ""),
    "uk": (0, "eu"), "cet": (60, "eu"), "cest": (120, ""), "mez": (60, "eu"), "mesz": (120, ""), "met": (60, "eu"),
    "eet": (120, "eu"), "eest": (180, ""), "msk": (180, ""), "trt": (180, ""), "gst": (240, ""), "pkt": (300, ""),
    "ist": (330, ""), "ict": (420, ""), "wib": (420, ""), "sgt": (480, ""), "hkt": (480, ""), "awst": (480, ""),
    "pht": (480, ""), "jst": (540, ""), "kst": (540, ""), "aest": (600, ""), "aedt": (660, ""), "acst": (570, ""),
    "acdt": (630, ""), "nzst": (720, ""), "nzdt": (780, ""), "sast": (120, ""), "eat": (180, ""), "wat": (60, ""),
    "brt": (-180, ""), "art": (-180, ""), "clt": (-240, ""),
}  # fmt: skip
NAMES = frozenset(_RULED)
# Minutes for which a name stands elsewhere: Ireland's summer time and Israel's time, China's, Arabia's.
_ELSEWHERE = {"ist": (60, 120, 180), "cst": (480,), "ast": (180,)}
# Spoken names, with or without "time", "standard time", "daylight time".
SPOKEN = {
    "eastern": "et", "central": "ct", "mountain": "mt", "pacific": "pt", "uk": "uk", "london": "uk",
    "berlin": "cet", "paris": "cet", "madrid": "cet", "rome": "cet", "amsterdam": "cet", "zurich": "cet",
    "vienna": "cet", "york": "et", "india": "ist", "indian": "ist", "singapore": "sgt", "japan": "jst",
}  # fmt: skip


def offset_of(zone: str, wall: datetime, ours: timedelta | None = None) -> timedelta:
    """Return the offset of a zone at a wall time there.

    Args:
        zone: a name from ``NAMES``, or minutes east of Greenwich as a signed number ("+120").
        wall: naive wall time.
        ours: the offset where it was written, if known: "IST" is Irish where clocks are an hour ahead.
    """
    if ours is not None and ours // timedelta(minutes=1) in _ELSEWHERE.get(zone, ()):
        return ours
    if zone[0] in "+-":
        return timedelta(minutes=int(zone))
    minutes, summer = _RULED[zone]
    if summer and _is_summer(summer, wall):
        minutes += 60
    return timedelta(minutes=minutes)


def _is_summer(rule: str, wall: datetime) -> bool:
    """Whether clocks are an hour ahead: America by the law of 2007, Europe by that of 1996."""
    if rule == "us":
        return _sunday(wall, 3, 8) <= wall < _sunday(wall, 11, 1)
    return _sunday(wall, 3, 25) <= wall < _sunday(wall, 10, 25)


def _sunday(wall: datetime, month: int, earliest: int) -> datetime:
    """Return 2:00 of the first Sunday of a month not before a day."""
    first = wall.replace(month=month, day=earliest, hour=2, minute=0, second=0, microsecond=0)
    return first + timedelta(days=(6 - first.weekday()) % 7)
