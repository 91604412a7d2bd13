"""Days in words, as people of a country write them."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
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
    >>> say_day(date(2026, 3, 4), "fr", "FR"), say_day(date(2026, 3, 1), "fr", "CH")
    ('mercredi 4 mars', 'dimanche 1er mars')
    """
    weekday, month = _DAYS[language][day.weekday()], _MONTHS[language][day.month - 1]
    if language == "de":
        return f"{weekday}, {day.day}. {month}"
    if language == "fr":
        return f"{weekday} {'1er' if day.day == 1 else day.day} {month}"
    if country.partition("-")[0] in _MONTH_FIRST:
        return f"{weekday}, {month} {day.day}"
    return f"{weekday} {day.day} {month}"


def on_day(day: date, language: str, country: str) -> str:
    """Return a day as it stands in a sentence.

    >>> on_day(date(2026, 3, 4), "en", "GB"), on_day(date(2026, 3, 4), "de", "DE"), on_day(date(2026, 3, 4), "fr", "FR")
    ('on Wednesday 4 March', 'am Mittwoch, dem 4. März', 'le mercredi 4 mars')
    """
    if language == "fr":
        return f"le {say_day(day, language, country)}"
    if language == "de":
        return f"am {say_day(day, language, country).replace(', ', ', dem ')}"
    return f"on {say_day(day, language, country)}"


def of_day(day: date, language: str, country: str) -> str:
    """Return a day as it stands behind what is of that day, such as a letter.

    >>> of_day(date(2026, 3, 4), "en", "GB"), of_day(date(2026, 3, 4), "de", "DE"), of_day(date(2026, 3, 4), "fr", "FR")
    ('of Wednesday 4 March', 'vom Mittwoch, dem 4. März', 'du mercredi 4 mars')
    """
    if language == "de":
        return on_day(day, language, country).replace("am ", "vom ", 1)
    return f"{'du' if language == 'fr' else 'of'} {say_day(day, language, country)}"


def until_day(day: date, language: str, country: str) -> str:
    """Return a day as it stands after "by", "bis" or "d'ici au".

    >>> until_day(date(2026, 3, 4), "en", "GB"), until_day(date(2026, 3, 4), "de", "DE")
    ('Wednesday 4 March', 'Mittwoch, den 4. März')
    """
    said = say_day(day, language, country)
    return said.replace(", ", ", den ") if language == "de" else said


def words_of(day: date) -> set[str]:
    """Return every word by which a day may be called, small: weekday and month in every language, figures."""
    found = {str(day.day), str(day.year), f"{day.day}."} | ({"1er"} if day.day == 1 else set())
    for language in _DAYS:
        weekday, month = _DAYS[language][day.weekday()], _MONTHS[language][day.month - 1]
        found |= {weekday.casefold(), month.casefold(), weekday[:3].casefold(), month[:3].casefold()}
    return found
