"""Ranges within a day, and zones: "2:30–3:30 PM ET"."""

from __future__ import annotations

from dataclasses import replace

from .context import Context
from .grammar import glue, phrase, rule
from .numerals import with_half
from .values import HOUR, NOON, Tod

_DAY_LONG = 2 * NOON
_FARTHEST_EAST = 14 * 3600


def hours_from_to(first: Tod, second: Tod) -> Tod | None:
    """Return the time from one clock time to another, on the next day where the second is earlier."""
    if first.grain > HOUR or second.grain > HOUR:
        return None
    either = first.open12 and second.open12
    first, second = _agree(first, second)
    stop = second.start if not second.part or second.part in {"noon", "midnight"} else second.stop
    if stop <= first.start:
        stop += _DAY_LONG
    grain = min(first.grain, second.grain)
    return Tod(first.start, stop, grain, open12=either and first.start >= 25200, zone=second.zone or first.zone)


def _agree(first: Tod, second: Tod) -> tuple[Tod, Tod]:
    """Give both ends the half of the day that one of them names, or that working people mean."""
    if first.open12 and second.open12:
        first = first.settle()
        second = replace(second, open12=False)
        if second.start <= first.start < second.start + NOON:
            second = second.afternoon()
    elif first.open12:
        first = replace(first, start=first.start % NOON, open12=False)
        later = first.afternoon()
        end = second.start or _DAY_LONG
        if later.start < end and (second.start >= NOON or second.start == 0):
            first = later
    elif second.open12:
        second = replace(second, open12=False)
        later_start = second.start % NOON + NOON
        if second.start <= first.start < later_start:
            second = replace(second, start=later_start)
    return first, second


def _differ(first: Tod, second: Tod) -> bool:
    """Whether two zones are named: two ways to tell one instant."""
    return bool(first.zone and second.zone and first.zone != second.zone)


phrase("~to", "dash; to; until; through; dash to dash")
phrase("~and", "and; dash; to")
_KINDS = ("TOD", "HR", "HM", "WHR", "DOTTED")
# Figures of different make are no range of hours: "2013-2".
_APART = ({"HM", "HR"}, {"HM", "WHR"}, {"HM", "DOTTED"}, {"WHR", "DOTTED"}, {"HR", "DOTTED"})
for _one in _KINDS:
    for _two in _KINDS:
        if {_one, _two} not in _APART:
            _weak = "TOD" not in {_one, _two}
            rule(
                "TOD",
                f"[from] {_one} ~to {_two}; [in] between {_one} ~and {_two}; about {_one} or {_two}",
                latent=_weak,
                score=-4 if _weak else 0,
            )(lambda _c, first, second: None if _differ(first, second) else hours_from_to(first, second))
rule("TOD", "from WHR to|until|dash WHR; between WHR and WHR", score=2, latent=True)(
    lambda _c, first, second: hours_from_to(first, second)
)
_SHORT = 5 * 3600
_FIVE = 300


@rule("TOD", "[from] DOTTED ~to DOTTED|HR", score=-4)
def _dotted_range(context: Context, first: Tod, second: Tod) -> Tod | None:
    """Return a stretch told with dots, as they are where dates begin with the day: "1.30-2.15", "9.30 until 10"."""
    found = hours_from_to(first, second) if context.day_first else None
    if found is None or found.stop - found.start > _SHORT:
        return None
    return found if found.start % _FIVE == found.stop % _FIVE == 0 else None


rule("TOD", "at TOD slash TOD|HR|HM; at HR|HM slash TOD", score=-3)(
    lambda _c, first, second: None if _differ(first, second) else hours_from_to(first, second)
)
rule("TOD", "HR slash TOD")(
    lambda _c, first, second: hours_from_to(first, second) if first.open12 or first.start < second.start else None
)


@rule("TOD", "TOD slash|comma TOD; TOD lp TOD rp", score=-2)
def _in_two_zones(_context: Context, first: Tod, second: Tod) -> Tod | None:
    """Return one instant said twice: "3pm GMT / 10am EST"."""
    return first if _differ(first, second) else None


rule("TOD", "TOD lp TOD PLACE rp", score=-2)(lambda _c, first, _second, _place: first if first.zone else None)
rule("TOD", "TOD slash TOD", score=-2)(
    lambda _c, first, second: None if first.zone or second.zone else hours_from_to(first, second)
)


def _both_halves(first: Tod, second: Tod, half: str) -> Tod | None:
    one, two = with_half(first, half), with_half(second, half)
    return hours_from_to(one, two) if one and two else None


rule("TOD", "[from] HR AMA ~to HR AMA")(lambda _c, first, _a, second, _b: _both_halves(first, second, "a"))
rule("TOD", "[from] HR to HR in the MER")(lambda _c, first, second, half: _both_halves(first, second, half))


# Zones.
@rule("TOD", "TOD [comma] ZONE; TOD lp ZONE rp")
def _zoned(_context: Context, tod: Tod, zone: str) -> Tod | None:
    return replace(tod, zone=zone) if tod.part in {"", "noon", "midnight"} else None


rule("TOD", "HR|HM ZONE", score=-1)(_zoned)
rule("TOD", "TOD lp ZONE slash ZONE rp; TOD ZONE slash ZONE", score=-1)(
    lambda c, tod, zone, _other: _zoned(c, tod, zone)
)
phrase("~time", "[standard|daylight|summer] time")
rule("ZONE", "ZONE time; [local|new] PLACE ~time")(glue)
rule("ZONE", "PLACE", score=-1)(lambda _c, name: name if name in {"et", "ct", "mt", "pt"} else None)


def _east(zone: str, hours: Tod, sign: int) -> str | None:
    """Return a zone told by its distance from Greenwich: "UTC+2"."""
    if zone not in {"gmt", "utc"} or hours.start > _FARTHEST_EAST:
        return None
    return f"{sign * (hours.start // 60):+d}"


rule("ZONE", "ZONE plus HM|HR")(lambda _c, zone, hours: _east(zone, hours, 1))
rule("ZONE", "ZONE dash HM|HR")(lambda _c, zone, hours: _east(zone, hours, -1))
