"""Times of day: clock times, parts of the day, ranges of them, zones; and a day together with its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from .context import Context
from .grammar import rule, same
from .lexicon import PARTS
from .numerals import clock, with_half
from .rules_days import merge
from .values import HOUR, MINUTE, At, Day, Span, Tod

_DAY_LONG = 86400


def _half(_context: Context, tod: Tod, half: str) -> Tod | None:
    return with_half(tod, half)


def _half_or_same(context: Context, tod: Tod, half: str = "") -> Tod | None:
    return _half(context, tod, half) if half else tod


rule("TOD", "HR MER", "HR ish MER", "HR MER ish", "HR o'clock MER", "HM MER", "HMM MER", "TOD MER", "HR in the MER", "HR dash MER", "HR ish in the MER")(_half)
rule("TOD", "TOD AMA", "HM AMA", "HMM AMA")(_half)
rule("TOD", "HR o'clock", "HR o'clock sharp", "at HR", "at about HR", "at HR sharp", "at HR o'clock")(lambda _c, tod: tod)
rule("TOD", "about HR", "HR ish", latent=True)(lambda _c, tod: tod)
rule("TOD", "HM ish", "at HM ish", "HMM ish", "at HMM ish", latent=True)(same)
rule("TOD", "at HM", "at HMM", "HM hours", "HM hrs", "HM h", "HM uhr", "TOD uhr", "HR uhr", "TOD h", "HR h", "TOD hours", "TOD hrs")(lambda _c, tod: tod)
rule("TOD", "at TOD", "at about TOD", "at exactly TOD", "TOD sharp")(lambda _c, tod: tod)
rule("TOD", "about TOD", "TOD about", "TOD ish", "for TOD", "from TOD on", "exactly TOD", "TOD exactly", "TOD dash ish")(same)
rule("TOD", "the POD", "POD", latent=True)(same)
rule("TOD", "in the POD", "at POD", "at the POD", "in POD", "during the POD", "about POD", "at about POD", "over POD", "over the POD")(lambda _c, tod: tod)
rule("NOON", "POD")(lambda _c, tod: tod if tod.part in {"noon", "midnight"} else None)
rule("TOD", "NOON", "at NOON", "NOON ish", "the NOON", "about NOON", "N NOON")(lambda _c, *parts: parts[-1] if len(parts) == 1 or parts[0] == 12 else None)


# "9.30": a time only beside a date, a zone or the like; behind "at" where people write it so.
rule("TOD", "DOTTED MER", "DOTTED h", "DOTTED hours", "DOTTED hrs", "DOTTED uhr", "DOTTED AMA")(_half_or_same)
rule("TOD", "at DOTTED", "about DOTTED")(lambda c, tod: tod if c.day_first else None)
rule("AT", "DATE DOTTED", "DATE comma DOTTED", "DATE at DOTTED", "DATE about DOTTED", "DATE dash DOTTED", "DATE lp DOTTED rp", score=-3)(
    lambda _c, day, tod: At(day, tod)
)
rule("AT", "DOTTED DATE", "DOTTED on DATE", "at DOTTED on DATE")(lambda _c, tod, day: At(day, tod))
rule("AT", "AT DOTTED", "AT at DOTTED", "AT comma DOTTED")(lambda c, at, tod: _refine(c, at, tod))


def _word_hour(_context: Context, hour: int) -> Tod | None:
    return clock(hour) if 1 <= hour <= 12 else None


rule("WHR", "WN")(_word_hour)
rule("TOD", "WHR MER", "WHR o'clock MER", "WHR in the MER")(_half)
rule("TOD", "WHR o'clock", "at WHR", "at about WHR")(lambda _c, tod: tod)
rule("TOD", "about WHR", latent=True)(same)


def _hour_minute(_context: Context, hour: Tod, minute: int) -> Tod | None:
    if not 0 <= minute <= 59 or hour.grain != HOUR or hour.part:
        return None
    found = clock(hour.start // 3600, minute)
    return replace(found, open12=hour.open12) if found else None


rule("TOD", "at HR MM")(_hour_minute)
rule("TOD", "HR MM MER")(lambda c, hour, minute, half: _halved(_hour_minute(c, hour, minute), half))
rule("WCLOCK", "WHR WN", "WHR dash WN")(lambda c, hour, minute: _hour_minute(c, hour, minute) if minute >= 10 else None)
rule("WCLOCK", "WHR TENS WN", "WHR TENS dash WN", "WHR dash TENS dash WN", "WHR dash TENS WN")(
    lambda c, hour, tens, ones: _hour_minute(c, hour, tens + ones) if 0 < ones < 10 else None
)
rule("WCLOCK", "WHR oh WN", "WHR zero WN", "WHR dash oh dash WN", "WHR dash zero dash WN", "WHR ou WN", "WHR o WN")(
    lambda c, hour, *parts: _hour_minute(c, hour, parts[-1]) if parts[-1] < 10 else None
)
rule("TOD", "WCLOCK", latent=True)(same)
rule("TOD", "at WCLOCK")(lambda _c, tod: tod)
rule("TOD", "WCLOCK MER")(_half)


def _halved(tod: Tod | None, half: str) -> Tod | None:
    return with_half(tod, half) if tod else None


def _minutes_from(tod: Tod, minutes: int) -> Tod | None:
    """Return a full hour moved by some minutes: "quarter past three", "20 to 2pm"."""
    if tod.grain != HOUR or (tod.part not in {"", "noon", "midnight"}) or not 0 < abs(minutes) < 60:
        return None
    start = (tod.start + 60 * minutes) % _DAY_LONG
    return Tod(start, start + 60, MINUTE, open12=tod.open12, zone=tod.zone)


for _hour in ("TOD", "HR", "WHR", "NOON"):
    _solid = _hour in {"TOD", "NOON"}
    for _lead in ("", "at ", "for ", "about "):
        rule("TOD", f"{_lead}half past {_hour}")(lambda _c, tod: _minutes_from(tod, 30))
        rule("TOD", f"{_lead}a UNIT past {_hour}", f"{_lead}UNIT past {_hour}", f"{_lead}a UNIT after {_hour}")(
            lambda _c, unit, tod: _minutes_from(tod, 15) if unit == 6 else None
        )
        rule("TOD", f"{_lead}a UNIT to {_hour}", f"{_lead}UNIT to {_hour}", f"{_lead}a UNIT before {_hour}")(
            lambda _c, unit, tod: _minutes_from(tod, -15) if unit == 6 else None
        )
    rule("TOD", f"N past {_hour}", f"at N past {_hour}", latent=not _solid)(lambda _c, n, tod: _minutes_from(tod, n))
    rule("TOD", f"N to {_hour}", f"at N to {_hour}", latent=True)(lambda _c, n, tod: _minutes_from(tod, -n))
    rule("TOD", f"N UNIT past {_hour}", f"N UNIT after {_hour}", f"N UNIT from {_hour}", f"at N UNIT past {_hour}")(
        lambda _c, n, unit, tod: _minutes_from(tod, n) if unit == MINUTE else None
    )
    rule("TOD", f"N UNIT to {_hour}", f"N UNIT before {_hour}", f"at N UNIT to {_hour}")(
        lambda _c, n, unit, tod: _minutes_from(tod, -n) if unit == MINUTE else None
    )


# A clock time within a part of the day: "3 in the afternoon", "tonight at 8".
def _in_part(_context: Context, tod: Tod, part: Tod) -> Tod | None:
    if not part.part or tod.part or tod.grain > HOUR:
        return None
    if not tod.open12:
        return tod if _overlap(tod, part) else None
    morning = replace(tod, start=tod.start % 43200, stop=tod.stop - tod.start + tod.start % 43200, open12=False)
    for choice in (morning, morning.afternoon()):
        if _overlap(choice, part):
            return choice
    return morning if part.part == "morning" else morning.afternoon()


def _overlap(tod: Tod, part: Tod) -> bool:
    return part.start <= tod.start < part.stop


_CLOCKS = ("TOD", "HR", "WHR", "HM", "HMM")
for _clock in _CLOCKS:
    rule("TOD", f"{_clock} in the POD", f"{_clock} POD", f"{_clock} at POD", f"{_clock} in POD", f"{_clock} at the POD")(_in_part)
    rule("TOD", f"POD at {_clock}", f"POD {_clock}", f"POD comma {_clock}", f"POD about {_clock}", f"in the POD at {_clock}", f"in the POD about {_clock}", f"in the POD comma {_clock}", f"POD at about {_clock}")(
        lambda c, part, tod: _in_part(c, tod, part)
    )
    rule("AT", f"{_clock} this POD", f"at {_clock} this POD")(lambda c, tod, part: _at(Day.of(c.today), _in_part(c, tod, part)))
    rule("AT", f"{_clock} TONIGHT", f"at {_clock} TONIGHT")(lambda c, tod, _night: _at(Day.of(c.today), _in_part(c, tod, PARTS["night"])))


def _at(day: Day, tod: Tod | None) -> At | None:
    return At(day, tod) if tod else None


# Finer parts: "early morning", "late in the afternoon".
_FINER = {
    ("early", "morning"): (6, 9), ("late", "morning"): (10, 12), ("middle", "morning"): (9, 11),
    ("early", "afternoon"): (12, 15), ("late", "afternoon"): (15, 18), ("middle", "afternoon"): (14, 16),
    ("early", "evening"): (17, 20), ("late", "evening"): (20, 24), ("middle", "evening"): (19, 21),
    ("late", "night"): (21, 24), ("early", "night"): (18, 21), ("middle", "day"): (11, 14),
}  # fmt: skip


def _finer(which: str, part: Tod) -> Tod | None:
    hours = _FINER.get((which, part.part))
    return Tod(hours[0] * 3600, hours[1] * 3600, HOUR, part=f"{which} {part.part}") if hours else None


for _which in ("early", "late", "middle"):
    rule("POD", f"{_which} POD", f"{_which} dash POD", f"{_which} in the POD")(lambda _c, part, which=_which: _finer(which, part))
rule("POD", "first thing in the POD", "first thing POD")(lambda _c, part: Tod(28800, 36000, HOUR, part="early " + part.part))
_FIRST_THING = Tod(28800, 36000, HOUR, part="early morning")
rule("AFTER", "after lunch")(lambda _c: Tod(46800, 61200, HOUR, part="after lunch"))
rule("AFTER", "after work", "after hours", "after business hours")(lambda _c: Tod(61200, 75600, HOUR, part="after work"))
rule("AFTER", "after school")(lambda _c: Tod(54000, 75600, HOUR, part="after school"))
rule("TOD", "AFTER", latent=True)(same)
rule("POD", "the middle of the day")(lambda _c: Tod(39600, 50400, HOUR, part="noon"))

# The ends of a working day.
_EOD = Tod(61200, 86400, HOUR, part="end of day")
_COB = Tod(61200, 61200 + 60, HOUR, part="close")
_ENDS = (
    "EOD", "the EOD", "end of day", "end of the day", "the end of the day", "the end of day", "day's end", "close of day",
    "end dash of dash day", "the day's end", "end of the UNIT", "the end of the UNIT",
)  # fmt: skip
rule("POD", *_ENDS[:-2])(lambda _c, *_rest: _EOD)
rule(
    "POD", "COB", "the COB", "close of business", "the close of business", "end of business", "the end of business",
    "close of play", "end of play", "the close of play", "business close", "close of business day",
    "end of business day", "the end of the business day", "end of the business day", "end of working day",
    "the end of the working day", "end of the working day", "end dash of dash business", "close dash of dash business",
    "close of the business day", "the close of the business day", "the end of business hours", "end of business hours",
    "the end of the workday", "end of the workday",
)(lambda _c, *_name: _COB)  # fmt: skip
rule("AT", "end of OFF", "the end of OFF", "close of OFF", "end of day OFF")(lambda c, n: At(Day.of(c.today + timedelta(days=n)), _EOD))

# Zones.
rule("TOD", "TOD ZONE", "TOD lp ZONE rp", "TOD comma ZONE")(lambda _c, tod, zone: replace(tod, zone=zone) if not tod.part else None)
rule("TOD", "HR ZONE", "HM ZONE", "TOD lp ZONE slash ZONE rp", score=-1)(lambda _c, tod, zone, *_more: replace(tod, zone=zone) if zone != "ist" or tod.stop else None)
rule("ZONE", "ZONE time", "PLACE time", "PLACE standard time", "PLACE daylight time", "PLACE summer time", "local PLACE time")(same)
rule("ZONE", "new PLACE time")(same)
rule("ZONE", "PLACE", score=-1)(lambda _c, name: name if name in {"et", "ct", "mt", "pt"} else None)


@rule("ZONE", "ZONE plus N", "ZONE plus HM", "ZONE plus HR")
def _offset(_context: Context, zone: str, number: object) -> str | None:
    return _east(zone, number, 1)


@rule("ZONE", "ZONE dash N", "ZONE dash HM", "ZONE dash HR")
def _offset_west(_context: Context, zone: str, number: object) -> str | None:
    return _east(zone, number, -1)


def _east(zone: str, number: object, sign: int) -> str | None:
    if zone not in {"gmt", "utc"} or isinstance(number, int):
        return None
    assert isinstance(number, Tod)
    return f"{sign * (number.start // 60):+d}" if number.start <= 50400 else None


# Ranges within a day.
def _span(first: Tod, second: Tod) -> Tod | None:
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
        if second.start <= first.start and second.start + 43200 > first.start:
            second = second.afternoon()
    elif first.open12:
        base = replace(first, start=first.start % 43200, stop=first.stop, open12=False)
        later = base.afternoon()
        end = second.start or _DAY_LONG
        first = later if later.start < end and (second.start >= 43200 or second.start == 0) else base
    elif second.open12:
        second = replace(second, open12=False)
        if second.start <= first.start and second.start % 43200 + 43200 > first.start:
            second = replace(second, start=second.start % 43200 + 43200)
    return first, second


_ENDS_OF_RANGE = ("TOD", "HR", "HM", "WHR", "DOTTED")
_JOINS = ("dash", "to", "until", "through", "dash to dash", "till")
for _one in _ENDS_OF_RANGE:
    for _two in _ENDS_OF_RANGE:
        if {_one, _two} in ({"HM", "HR"}, {"HM", "WHR"}, {"HM", "DOTTED"}, {"WHR", "DOTTED"}):
            continue  # "2013-2" is no range of hours
        _weak = "TOD" not in {_one, _two}
        rule(
            "TOD",
            *(f"{_one} {join} {_two}" for join in _JOINS),
            *(f"from {_one} {join} {_two}" for join in _JOINS),
            *(f"between {_one} {join} {_two}" for join in ("and", "dash", "to")),
            *(f"in between {_one} {join} {_two}" for join in ("and", "dash")),
            *(f"about {_one} or {_two}" for _ in (0,)),
            f"{_one} slash {_two}" if (_one, _two) == ("HR", "TOD") else f"at {_one} slash {_two}",
            latent=_weak,
            score=-4 if _weak else 0,
        )(lambda _c, first, second: _span(first, second))
rule("TOD", "TOD slash TOD", "TOD comma TOD", score=-2)(lambda _c, a, b: a if a.zone and b.zone and a.zone != b.zone else None)
rule("TOD", "TOD slash TOD", score=-3)(lambda _c, a, b: _span(a, b) if not (a.zone and b.zone) else None)
rule("TOD", "HR AMA dash HR AMA", "HR AMA to HR AMA", "from HR AMA to HR AMA", "from HR AMA dash HR AMA")(
    lambda _c, a, _x, b, _y: _pair(with_half(a, "a"), with_half(b, "a"))
)


def _pair(first: Tod | None, second: Tod | None) -> Tod | None:
    return _span(first, second) if first and second else None


rule("TOD", "TOD in the POD")(_in_part)
rule("TOD", "from HR to HR in the MER", "HR to HR in the MER")(
    lambda _c, a, b, half: _pair(with_half(a, half), with_half(b, half))
)


# A day and a time.
def _join(_context: Context, day: Day, tod: Tod) -> At | None:
    return At(day, tod)


_BETWEEN = ("", "at ", "comma ", "comma at ", "dash ", "lp ", "from ", "for ", "about ", "slash ", "in the ", "tee ", "dot ", "colon ", "comma from ", "between ", "by ")
rule(
    "AT", "DATE TOD", "DATE comma TOD", "DATE dash TOD", "DATE comma dash TOD", "DATE lp TOD rp", "DATE colon TOD",
    "DATE tee TOD", "DATE dot TOD", "DATE slash TOD", "DATE AFTER", "DATE the TOD", "DATE comma the TOD", "DATE and TOD",
)(_join)  # fmt: skip
rule("AT", "DATE HM", "DATE comma HM", "HM DATE", "DATE dash HM", score=-2)(lambda _c, *parts: At(parts[0], parts[1]) if isinstance(parts[0], Day) else At(parts[1], parts[0]))
rule("AT", "DATE WCLOCK", "DATE comma HR dash HR", score=-2)(lambda _c, day, *tods: At(day, tods[0]) if len(tods) == 1 else _range_at(day, *tods))
rule("AT", "TOD DATE", "TOD of DATE", "TOD comma DATE", "TOD lp DATE rp", "TOD dash DATE", "TOD the DATE")(
    lambda _c, tod, day: At(day, tod)
)
rule("AT", "HR OFF", "WHR OFF")(lambda c, tod, n: At(Day.of(c.today + timedelta(days=n)), tod))
rule("AT", "POD of DATE", "the POD of DATE", "in the POD of DATE", "on the POD of DATE", "AFTER DATE", "AFTER on DATE")(
    lambda _c, tod, day: At(day, tod)
)
rule("AT", "this POD")(lambda c, tod: At(Day.of(c.today), tod))
rule("AT", "TONIGHT")(lambda c, _night: At(Day.of(c.today), PARTS["night"]))
rule("AT", "last night")(lambda c: At(Day.of(c.today - timedelta(days=1)), PARTS["night"]))
rule("AT", "next POD")(
    lambda c, *parts: At(Day.of(c.today + timedelta(days=1)), parts[-1]) if len(parts) == 1 or parts[0] == 1 else None
)
rule("AT", "early DATE", "DATE early", "first thing DATE", "DATE first thing", "first thing on DATE")(lambda _c, day: At(day, _FIRST_THING))
rule("AT", "late DATE", "DATE late", "last thing DATE")(lambda _c, day: At(day, Tod(57600, 86400, HOUR, part="late")))
rule("AT", "later OFF", "OFF later")(lambda c, n: At(Day.of(c.today + timedelta(days=n)), Tod(c.at.hour * 3600, 86400, HOUR, part="later")) if n == 0 else None)


def _range_at(day: Day, first: Tod, second: Tod) -> At | None:
    tod = _span(first, second)
    return At(day, tod) if tod else None


def _refine(context: Context, at: At, tod: Tod) -> At | None:
    """Return a day's part made a clock time: "tomorrow morning at 9"."""
    if at.tod.part and not tod.part:
        return _at(at.day, _in_part(context, tod, at.tod))
    return None


rule("AT", "AT TOD", "AT comma TOD", "AT at HR", "AT lp TOD rp", "AT HR", "AT about HR", "AT at HM", "AT HM", "AT at HMM", "AT at WHR", "AT dash TOD", "AT colon TOD")(_refine)
rule("AT", "AT ZONE", "AT lp ZONE rp")(lambda _c, at, zone: At(at.day, replace(at.tod, zone=zone)) if not at.tod.part else None)
rule("AT", "AT DATE", "AT comma DATE", "AT lp DATE rp", "AT on DATE")(
    lambda c, at, day: At(merged, at.tod) if (merged := merge(c, at.day, day)) else None
)
rule("AT", "AT YR", "AT comma YR")(lambda _c, at, year: At(replace(at.day, year=year), at.tod) if at.day.year is None and at.day.day else None)
rule("AT", "at AT", "on AT", "for AT", "the AT", "about AT")(same)


@rule("IN", "AT for DUR", "AT lp DUR rp", "TOD for DUR", "AT comma DUR", "for DUR starting AT", "for DUR from AT", "for DUR starting from TOD", "for DUR from TOD")
def _lasting(context: Context, first: object, second: object) -> Span | None:
    from .values import Dur, span_of  # noqa: PLC0415

    start, dur = (second, first) if isinstance(first, Dur) else (first, second)
    span = span_of(start, context)
    if span is None or span.start is None or not isinstance(dur, Dur) or dur.grain > HOUR:
        return None
    return Span(span.start, dur.after(span.start, context), min(span.grain, dur.grain))
