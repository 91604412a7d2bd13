"""Days as mails name them, in English and in German, and those that are named wrongly."""

from __future__ import annotations

import re
from datetime import date, timedelta

EN_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DE_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
EN_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DE_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
DAY = "|".join([*EN_DAYS, *DE_DAYS, *(f"{day[:3]}" for day in EN_DAYS)])
MONTH = "|".join(sorted({*EN_MONTHS, *DE_MONTHS, *(m[:3] for m in EN_MONTHS)}, key=len, reverse=True))
MONTH_FIRST = re.compile(rf"\b({DAY}),? (?:the )?({MONTH})\.? (\d{{1,2}})(?:,? (\d{{4}}))?\b")
DAY_FIRST = re.compile(rf"\b({DAY}),? (\d{{1,2}})\.? ({MONTH})(?: (\d{{4}}))?\b")
ORDINAL = re.compile(rf"\b({DAY}) the (\d{{1,2}})(?:st|nd|rd|th)\b")
TYPED = re.compile(rf"\b(?:{'|'.join([*EN_DAYS, *DE_DAYS])})s?\b|\b(?:{'|'.join(EN_MONTHS)})\b \d")


def weekday(name: str) -> int:
    names = DE_DAYS if name in DE_DAYS else EN_DAYS
    return [day[: len(name)] for day in names].index(name)


def month(name: str) -> int:
    names = DE_MONTHS if name in DE_MONTHS else EN_MONTHS
    return [m[: len(name)] for m in names].index(name) + 1


def nearest(month_: int, day: int, year: str, to: date) -> date:
    """The date that is meant: of the year that is named, or the nearest one."""
    if year:
        return date(int(year), month_, day)
    return min(
        (date(to.year + n, month_, day) for n in (-1, 0, 1) if valid(to.year + n, month_, day)),
        key=lambda d: abs(d - to),
    )


def valid(year: int, month_: int, day: int) -> bool:
    try:
        date(year, month_, day)
    except ValueError:
        return False
    return True


def wrong_weekdays(text: str, written: date) -> list[str]:
    """Every "Friday, March 13" in a text that is no Friday."""
    wrong = []
    for name, m, d, y in MONTH_FIRST.findall(text):
        if nearest(month(m), int(d), y, written).weekday() != weekday(name):
            wrong.append(f"{name} {m} {d} {y}")
    for name, d, m, y in DAY_FIRST.findall(text):
        if nearest(month(m), int(d), y, written).weekday() != weekday(name):
            wrong.append(f"{name} {d} {m} {y}")
    for name, d in ORDINAL.findall(text):
        ahead = next(written + timedelta(days=n) for n in range(62) if (written + timedelta(days=n)).day == int(d))
        if ahead.weekday() != weekday(name):
            wrong.append(f"{name} the {d}")
    return wrong
