"""The date expressions of the sample's templates: days told from the day on which the sample is opened.

An expression is an anchor, steps, a wall time, a zone to show it in, and a format, all but one optional::

    -3bd 10:15                       three business days before the opening day, at 10:15
    +5bd 14:00 @ny | EEE d MMM       shown on New York's clocks
    mail +10bd | EEEE, MMMM d        ten business days after the day of the mail itself
    -100d bd 09:20                   a hundred days ago, or the business day before that
    now -95min                       elapsed time before the opening instant
    mail eonw | near                 the Friday of the week after the mail's

Days are counted on the calendar of the process (the employer's), whoever writes the mail. Without a wall time a
moment is at midday. Formats are CLDR letters (``EEEE d MMMM yyyy HH:mm``), ``o`` for "13th", ``aa`` for "pm",
``de:`` for German names, or one of the names in `NAMED`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from typing import Final

from sincerely.core.working_time import WorkingCalendar

NOON: Final = time(12)
_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 4
_NEAR: Final = 7  # a bare weekday names a day less than a week ahead
_EXPRESSION: Final = re.compile(r"\{\{([^{}]+)\}\}")
_STEP: Final = re.compile(r"([+-]\d+)(bd|d|w|h|min)")
_WALL: Final = re.compile(r"(\d\d):(\d\d)")
_PATTERN: Final = re.compile(r"'([^']*)'|(([EMydHhmaoz])\3*)|([^A-Za-z']+)|(.)", re.DOTALL)
_MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
_DAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
}


class ExpressionError(ValueError):
    """A template says something that is no date expression."""


@dataclass(frozen=True)
class Frame:
    """What the expressions of one mail are resolved against.

    Attributes:
        now: the instant at which the sample is opened.
        calendars: working time by place ("ny", "london", …).
        home: the place whose calendar counts the days.
        written: when the mail was written; expressions that begin with ``mail`` need it.
    """

    now: datetime
    calendars: Mapping[str, WorkingCalendar]
    home: str
    written: datetime | None = None

    def moment(self, expression: str) -> datetime:
        """Return the instant that an expression names, on the clock of the place it is shown in."""
        words = expression.partition("|")[0].split()
        here = self.calendars[self.home]
        at = _anchored(self, words[0] if words else "")
        show = here
        for word in words:
            if word.startswith("@"):
                show = self._calendar(word[1:])
            elif word not in _ANCHORS:
                at = _stepped(at, word, here)
        return show.local(at)

    def text(self, expression: str) -> str:
        """Return what an expression says in words; without a format that is an ISO time."""
        pattern = expression.partition("|")[2].strip()
        moment = self.moment(expression)
        if pattern == "near":
            return self._near(moment)
        return formatted(moment, pattern or "iso")

    def fill(self, text: str) -> str:
        """Replace every ``{{expression}}`` of a text."""
        return _EXPRESSION.sub(lambda found: self.text(found[1]), text)

    def of(self, written: datetime) -> Frame:
        """Return the same frame for a mail that was written then."""
        return replace(self, written=written)

    def _calendar(self, place: str) -> WorkingCalendar:
        try:
            return self.calendars[place]
        except KeyError:
            raise ExpressionError(f"no place is called {place!r}") from None

    def _near(self, moment: datetime) -> str:
        """Name a day as people do: the weekday alone when it is the next one ahead, else with its date."""
        since = self.calendars[self.home].local(self.written or self.now).date()
        if timedelta() < moment.date() - since < _NEAR * _DAY:
            return formatted(moment, "EEEE")
        return formatted(moment, "EEEE, MMMM d" if self.home in {"ny", "chicago"} else "EEEE d MMMM")


_ANCHORS: Final = frozenset({"now", "mail"})


def _anchored(frame: Frame, word: str) -> datetime:
    here = frame.calendars[frame.home]
    if word == "now":
        return here.local(frame.now)
    if word == "mail":
        if frame.written is None:
            raise ExpressionError("the mail's own date is not known yet")
        return here.at(here.local(frame.written).date(), NOON)
    return here.at(here.local(frame.now).date(), NOON)


def _stepped(at: datetime, word: str, calendar: WorkingCalendar) -> datetime:
    """Take one step from an instant on a calendar."""
    there = calendar.local(at)
    if wall := _WALL.fullmatch(word):
        return calendar.at(there.date(), time(int(wall[1]), int(wall[2])))
    if step := _STEP.fullmatch(word):
        return _counted(at, int(step[1]), step[2], calendar)
    if word in _DAY_STEPS:
        return calendar.at(_DAY_STEPS[word](there.date(), calendar), there.time())
    raise ExpressionError(f"{word!r} is no step, time, @place or anchor")


def _counted(at: datetime, count: int, unit: str, calendar: WorkingCalendar) -> datetime:
    there = calendar.local(at)
    match unit:
        case "bd":
            return calendar.at(calendar.business_day_after(there.date(), count), there.time())
        case "d" | "w":
            return calendar.add_days(at, count * (7 if unit == "w" else 1))
        case "h":
            return (at.astimezone(UTC) + timedelta(hours=count)).astimezone(at.tzinfo)
        case _:
            return (at.astimezone(UTC) + timedelta(minutes=count)).astimezone(at.tzinfo)


def _business_day(day: date, calendar: WorkingCalendar) -> date:
    return day if calendar.is_business_day(day) else calendar.business_day_after(day, -1)


def _friday(day: date, _calendar: WorkingCalendar) -> date:
    return day + (_FRIDAY - day.weekday()) * _DAY


def _next_friday(day: date, calendar: WorkingCalendar) -> date:
    return _friday(day, calendar) + 7 * _DAY


_DAY_STEPS: Final[Mapping[str, Callable[[date, WorkingCalendar], date]]] = {
    "bd": _business_day,
    "eow": _friday,
    "eonw": _next_friday,
}

NAMED: Final[Mapping[str, Callable[[datetime], str]]] = {
    "rfc": format_datetime,
    "iso": lambda at: at.isoformat(timespec="minutes"),
    "ics": lambda at: f"{at:%Y%m%dT%H%M%S}",
    "icsutc": lambda at: f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
    "icsdate": lambda at: f"{at:%Y%m%d}",
}


def formatted(at: datetime, pattern: str) -> str:
    """Write a moment by a named format or a pattern of CLDR letters.

    Raises:
        ExpressionError: a letter of the pattern means nothing.
    """
    if pattern in NAMED:
        return NAMED[pattern](at)
    language, pattern = ("de", pattern[3:]) if pattern.startswith("de:") else ("en", pattern)
    pieces = []
    for quoted, field, _, plain, unknown in _PATTERN.findall(pattern):
        if unknown:
            raise ExpressionError(f"{unknown!r} in {pattern!r} is no field; put words into single quotes")
        pieces.append(_field(at, field, language) if field else quoted or plain)
    return "".join(pieces)


def _field(at: datetime, field: str, language: str) -> str:
    day, month = _DAYS[language].split()[at.weekday()], _MONTHS[language].split()[at.month - 1]
    short = {"EEE": day[:3], "MMM": month[:3]}
    fields = {
        **short,
        "EEEE": day,
        "MMMM": month,
        "MM": f"{at.month:02}",
        "M": str(at.month),
        "yyyy": str(at.year),
        "yy": f"{at.year % 100:02}",
        "dd": f"{at.day:02}",
        "d": str(at.day),
        "o": ordinal(at.day),
        "HH": f"{at.hour:02}",
        "H": str(at.hour),
        "h": str(at.hour % 12 or 12),
        "mm": f"{at.minute:02}",
        "a": "AM" if at.hour < 12 else "PM",
        "aa": "am" if at.hour < 12 else "pm",
        "z": at.tzname() or "",
    }
    try:
        return fields[field]
    except KeyError:
        raise ExpressionError(f"{field!r} is no field") from None


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th and so on."""
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
