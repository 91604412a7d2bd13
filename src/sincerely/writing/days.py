"""Days in words, as people of a country write them."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
}
# Countries whose English puts the month first.
_MONTH_FIRST = frozenset({"US", "CA", "PH"})


def local_day(when: date, zone: tzinfo) -> date:
    """Return the calendar day of a deadline or an instant."""
    if not isinstance(when, datetime):
        return when
    try:
        return when.astimezone(zone).date()
    except OverflowError:
        return when.date()


def say_day(day: date, language: str, country: str) -> str:
    """Return a day in words.

    >>> say_day(date(2026, 3, 4), "en", "US"), say_day(date(2026, 3, 4), "en", "GB"), say_day(date(2026, 3, 4), "de", "DE")
    ('Wednesday, March 4', 'Wednesday 4 March', 'Mittwoch, 4. März')
    """
    weekday, month = _DAYS[language][day.weekday()], _MONTHS[language][day.month - 1]
    if language == "de":
        return f"{weekday}, {day.day}. {month}"
    if country.partition("-")[0] in _MONTH_FIRST:
        return f"{weekday}, {month} {day.day}"
    return f"{weekday} {day.day} {month}"


def on_day(day: date, language: str, country: str) -> str:
    """Return a day as it stands in a sentence.

    >>> on_day(date(2026, 3, 4), "en", "GB"), on_day(date(2026, 3, 4), "de", "DE")
    ('on Wednesday 4 March', 'am Mittwoch, dem 4. März')
    """
    if language == "de":
        return f"am {say_day(day, language, country).replace(', ', ', dem ')}"
    return f"on {say_day(day, language, country)}"


def until_day(day: date, language: str, country: str) -> str:
    """Return a day as it stands after "by" or "bis".

    >>> until_day(date(2026, 3, 4), "en", "GB"), until_day(date(2026, 3, 4), "de", "DE")
    ('Wednesday 4 March', 'Mittwoch, den 4. März')
    """
    said = say_day(day, language, country)
    return said.replace(", ", ", den ") if language == "de" else said


def words_of(day: date) -> set[str]:
    """Return every word by which a day may be called, small: weekday and month in both languages, figures."""
    found = {str(day.day), str(day.year), f"{day.day}."}
    for language in ("en", "de"):
        weekday, month = _DAYS[language][day.weekday()], _MONTHS[language][day.month - 1]
        found |= {weekday.casefold(), month.casefold(), weekday[:3].casefold(), month[:3].casefold()}
    return found
