"""The date in an attribution line or a quoted header, as mail programs of seven languages write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTH_NAMES = (
    "jan january januar jänner jän janv janvier enero ene gen gennaio januari janeiro",
    "feb february februar febr fév févr février febrero febbraio februari fev fevereiro",
    "mar march märz mär mrz mars marzo maart mrt março",
    "apr april avr avril abril abr aprile",
    "may mai mayo maggio mag mei maio",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juil juillet julio luglio lug julho",
    "aug august août aoû agosto ago augustus",
    "sep sept september septembre septiembre settembre set setembro",
    "oct october okt oktober octobre octubre ottobre ott out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember déc décembre diciembre dic dicembre dezembro",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
MONTHS = frozenset(_MONTHS)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PATTERNS = (
    re.compile(r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})\b"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.|º|°|er)?[\s-]+(?:de |d')?(?P<month>{_MONTH})\b\.?,?[\s-]+(?:de |del )?"
        r"(?P<y>\d{4}|\d{2}\b)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})\b"),
)
_CLOCK = re.compile(
    r"\b(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\s*(a\.?\s?m|p\.?\s?m)\b\.?)?(?:\s*(?:\(?(?:GMT|UTC)\)?\s*)?([+-]\d{1,2}(?::?\d{2})?)"
    r"|\s*\(?(GMT|UTC|Z)\b)?",
    re.IGNORECASE,
)
_YEARS = range(1980, 2101)


def find(text: str) -> datetime | None:
    """Return the date and time in ``text``, aware if it names an offset, else as the writer's wall clock.

    None without a whole date. "3/4/2024" is the American order beside AM or PM, else day first.
    """
    text = text[:400]
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match is None:
            continue
        day = _day(match, text)
        if day is not None:
            # The clock stands after the date, or before it ("10:12 am on March 4").
            clock = _CLOCK.search(text, match.end()) or _CLOCK.search(text[: match.start()])
            return _with_clock(day, clock)
    return None


def _day(match: re.Match[str], text: str) -> datetime | None:
    parts = match.groupdict()
    year = int(parts["y"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if "month" in parts:
        month, day = _MONTHS[parts["month"].lower()], int(parts["d"])
    elif "m" in parts:
        month, day = int(parts["m"]), int(parts["d"])
    else:
        first, second = int(parts["a"]), int(parts["b"])
        american = parts["sep"] == "/" and re.search(r"\d\s*[ap]\.?m\b", text, re.IGNORECASE) is not None
        month, day = (first, second) if (american or second > 12) and first <= 12 else (second, first)
    if year not in _YEARS:
        return None
    try:
        return datetime(year, month, day)  # noqa: DTZ001  the writer's wall clock: no zone is named
    except ValueError:
        return None


def _with_clock(day: datetime, clock: re.Match[str] | None) -> datetime:
    if clock is None:
        return day
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    half = (clock[4] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return day
    return day.replace(hour=hour, minute=minute, second=second, tzinfo=_zone(clock))


def _zone(clock: re.Match[str]) -> timezone | None:
    if clock[5]:
        digits = clock[5][1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
        minutes += hours * 60
        return timezone(timedelta(minutes=-minutes if clock[5][0] == "-" else minutes)) if minutes < 1440 else None
    return UTC if clock[6] else None
