"""Times of day: clock times, "half past three", parts of the day, and a clock time within a part."""

from __future__ import annotations

from dataclasses import replace

from .context import Context
from .grammar import glue, phrase, rule, same
from .lexicon import PARTS
from .numerals import clock, with_half
from .values import HOUR, MINUTE, NOON, QUARTER, Tod


def _half(_context: Context, tod: Tod, half: str) -> Tod | None:
    return with_half(tod, half)


rule("TOD", "HR [ish] [in] [the] MER; HR MER ish; HR o'clock [in] [the] MER; HM|HMM|TOD|DOTTED MER; HR dash MER")(_half)
rule("TOD", "TOD|HM|HMM|DOTTED AMA|PMP; at [about] HR PMP")(_half)
# "4p" may be a price.
rule("TOD", "HR PMP", latent=True)(_half)
rule(
    "TOD",
    "HR o'clock [sharp]; at [about] HR [sharp]; at HR o'clock; at HM|HMM; HR|HM|TOD|DOTTED h|uhr; HM hours|hrs",
)(same)
rule("TOD", "TOD hours|hrs")(glue)
rule("TOD", "about HR; HR ish", latent=True)(same)
rule("TOD", "[at] HM|HMM ish", latent=True)(same)
rule("TOD", "at [about|exactly] TOD; TOD sharp")(same)
rule("TOD", "about|for|exactly|sometime TOD; TOD about|ish|exactly; TOD dash ish; from TOD on")(glue)
# "9.30" is a time beside a date, a zone or the like; behind "at" only where people write it so.
rule("TOD", "at|about DOTTED")(lambda c, tod: tod if c.day_first else None)


# "Make it 430" is a time, and "make it 4" one with a word behind it that says what is changed.
rule("TOD", "make it [at] HMM; make it [at] HR actually|instead|then")(same)


# Hours in words: "three o'clock", "ten thirty", "twelve oh three".
def _hour_minute(_context: Context, hour: Tod, minute: int) -> Tod | None:
    if not 0 <= minute <= 59 or hour.grain != HOUR or hour.part:
        return None
    found = clock(hour.start // 3600, minute)
    return replace(found, open12=hour.open12) if found else None


@rule("TOD", "HR MM MER")
def _spaced(context: Context, hour: Tod, minute: int, half: str) -> Tod | None:
    tod = _hour_minute(context, hour, minute)
    return with_half(tod, half) if tod else None


rule("WHR", "WN")(lambda _c, hour: clock(hour) if 1 <= hour <= 12 else None)
rule("TOD", "WHR [in] [the] MER; WHR o'clock MER; WCLOCK MER")(_half)
rule("TOD", "WHR o'clock; at [about] WHR; at WCLOCK")(same)
rule("TOD", "about WHR; WCLOCK", latent=True)(same)
rule("TOD", "at HR MM")(_hour_minute)
rule("WCLOCK", "WHR [dash] WN")(lambda c, hour, minute: _hour_minute(c, hour, minute) if minute >= 10 else None)
rule("WCLOCK", "WHR [dash] TENS [dash] WN")(
    lambda c, hour, tens, ones: _hour_minute(c, hour, tens + ones) if 0 < ones < 10 else None
)
rule("WCLOCK", "WHR [dash] oh|ou|o|zero [dash] WN")(
    lambda c, hour, ones: _hour_minute(c, hour, ones) if ones < 10 else None
)


# Minutes before and after the hour.
def _minutes_from(tod: Tod, minutes: int) -> Tod | None:
    """Return a full hour moved by some minutes: "quarter past three", "20 to 2pm"."""
    if tod.grain != HOUR or tod.part not in {"", "noon", "midnight"} or not 0 < abs(minutes) < 60:
        return None
    start = (tod.start + 60 * minutes) % (2 * NOON)
    return Tod(start, start + 60, MINUTE, open12=tod.open12, zone=tod.zone)


def _quarter_from(unit: int, tod: Tod, minutes: int) -> Tod | None:
    return _minutes_from(tod, minutes) if unit == QUARTER else None


def _units_from(unit: int, tod: Tod, minutes: int) -> Tod | None:
    return _minutes_from(tod, minutes) if unit == MINUTE else None


_HOURS = "TOD|HR|WHR|NOON"
rule("TOD", "at|for|about|say half HR|WHR")(lambda _c, tod: _minutes_from(tod, 30))
rule("TOD", "half HR|WHR", latent=True)(lambda _c, tod: _minutes_from(tod, 30))
rule("TOD", f"[at|for|about] half past {_HOURS}")(lambda _c, tod: _minutes_from(tod, 30))
rule("TOD", f"[at|for|about] [a] UNIT past|after {_HOURS}")(lambda _c, unit, tod: _quarter_from(unit, tod, 15))
rule("TOD", f"[at|for|about] [a] UNIT to|before|until {_HOURS}")(lambda _c, unit, tod: _quarter_from(unit, tod, -15))
rule("TOD", f"[at] N UNIT past|after|from {_HOURS}")(lambda _c, n, unit, tod: _units_from(unit, tod, n))
rule("TOD", f"[at] N UNIT to|before {_HOURS}")(lambda _c, n, unit, tod: _units_from(unit, tod, -n))
rule("TOD", "[at] WN|TENS after TOD")(lambda _c, n, tod: _minutes_from(tod, n))


@rule("TOD", "[about] WN|TENS to WHR", score=1)
def _minutes_to(context: Context, minutes: int, hour: Tod) -> Tod | None:
    """Return "ten to ten" and "twenty to nine"; "ten to four" may be a day's work as well."""
    ahead = (hour.start // 3600 - minutes) % _NOON
    is_range = minutes <= _NOON and 0 < ahead <= _RANGES
    return None if is_range else _at_minutes_to(context, minutes, hour)


@rule("TOD", "at|for WN|TENS to WHR", score=1)
def _at_minutes_to(_context: Context, minutes: int, hour: Tod) -> Tod | None:
    return _minutes_from(hour, -minutes) if minutes in _TO_HOUR else None


_TO_HOUR = frozenset({5, 10, 20})
_NOON = 12
# So many hours a range in bare words may be long.
_RANGES = 8
rule("TOD", "[at] N past TOD|NOON")(lambda _c, n, tod: _minutes_from(tod, n))
rule("TOD", "[at] N past HR|WHR", latent=True)(lambda _c, n, tod: _minutes_from(tod, n))
rule("TOD", "[at] N to|until NOON; at N to TOD|HR|WHR", latent=True)(lambda _c, n, tod: _minutes_from(tod, -n))


# Parts of the day.
phrase("~in-the", "in|at|during|over [the]; at about; about the")
rule("TOD", "[the] POD; about POD; AFTER", latent=True)(same)
rule("TOD", "~in-the POD")(same)
rule("NOON", "POD")(lambda _c, tod: tod if tod.part in {"noon", "midnight"} else None)
rule("TOD", "[at|the|about] NOON; NOON ish")(same)
rule("TOD", "N NOON")(lambda _c, number, tod: tod if number == 12 else None)

_FINER = {
    ("early", "morning"): (6, 9), ("late", "morning"): (10, 12), ("middle", "morning"): (9, 11),
    ("early", "afternoon"): (12, 15), ("late", "afternoon"): (15, 18), ("middle", "afternoon"): (14, 16),
    ("early", "evening"): (17, 20), ("late", "evening"): (20, 24), ("middle", "evening"): (19, 21),
    ("late", "night"): (21, 24), ("early", "night"): (18, 21),
}  # fmt: skip


def _hours(start: int, stop: int, part: str) -> Tod:
    return Tod(start * 3600, stop * 3600, HOUR, part=part)


def finer(which: str, part: Tod) -> Tod | None:
    """Return the early, middle or late hours of a part of the day."""
    hours = _FINER.get((which, part.part))
    return _hours(*hours, f"{which} {part.part}") if hours else None


for _which in ("early", "late", "middle"):
    rule("POD", f"{_which} [dash] POD; {_which} in the POD")(lambda _c, part, which=_which: finer(which, part))
FIRST_THING = _hours(8, 10, "early morning")
rule("POD", "first thing [in] [the] POD")(lambda _c, part: FIRST_THING if part.part == "morning" else None)
rule("POD", "the middle of the day")(lambda _c: _hours(11, 14, "midday"))
rule("AFTER", "after lunch")(lambda _c: _hours(13, 17, "after lunch"))
rule("AFTER", "after work|hours; after business hours")(lambda _c: _hours(17, 21, "after work"))
rule("AFTER", "after school")(lambda _c: _hours(15, 21, "after school"))

# The ends of a working day: the day is over at midnight, its business at five.
END_OF_DAY = _hours(17, 24, "end of day")
_CLOSE = Tod(61200, 61260, HOUR, part="close")
rule("POD", "[the] EOD; [the] end of [the] day; close of day; end dash of dash day")(lambda _c, *_eod: END_OF_DAY)
phrase("~business-day", "business; play; business hours; [the] business|working day; the workday")
rule("POD", "[the] COB; [the] end|close of ~business-day; end|close dash of dash business")(lambda _c, *_cob: _CLOSE)


# A clock time within a part of the day: "3 in the afternoon", "morning at 9".
def in_part(_context: Context, tod: Tod, part: Tod) -> Tod | None:
    """Return a clock time in the half of the day that a part of the day names; None where it is in the other."""
    if not part.part or tod.part or tod.grain > HOUR:
        return None
    if not tod.open12:
        return tod if part.start <= tod.start < part.stop else None
    start = tod.start % NOON
    morning = replace(tod, start=start, stop=tod.stop - tod.start + start, open12=False)
    later = morning.afternoon()
    if part.start <= morning.start < part.stop:
        return morning
    return later if part.start <= later.start < part.stop or part.part != "morning" else morning


_CLOCKS = "TOD|HR|WHR|HM|HMM"
rule("TOD", "TOD|HR|HM|HMM [in|at] [the] POD; WHR in the POD")(in_part)
rule("TOD", f"[in] [the] POD [at|comma|about] {_CLOCKS}; POD at about {_CLOCKS}")(
    lambda c, part, tod: in_part(c, tod, part)
)
NIGHT = PARTS["night"]
