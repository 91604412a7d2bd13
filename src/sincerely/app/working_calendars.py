"""Working calendars by country and zone; public holidays come from the `holidays` package, year by year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from sincerely.core.working_time import WorkingCalendar

# Beyond these years nobody has announced holidays; weekdays are all that is known.
_YEARS = range(1970, 2101)


class _Holidays:
    """A country's public holidays, computed for a year when one of its days is asked for."""

    def __init__(self, country: str, region: str | None) -> None:
        self._country, self._region = country, region
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date) or day.year not in _YEARS:
            return False
        if day.year not in self._years:
            self._years[day.year] = frozenset(self._compute(day.year))
        return day in self._years[day.year]

    def _compute(self, year: int) -> Iterator[date]:
        import holidays

        yield from holidays.country_holidays(self._country, subdiv=self._region, years=year)


@lru_cache(maxsize=512)
def working_calendar(country: str, zone: str) -> WorkingCalendar:
    """Return when people work in a country (``DE``, ``DE-BY``) and zone.

    A country or region that `holidays` does not know has Saturdays and Sundays off, and no holidays.
    """
    code, _, region = country.upper().partition("-")
    weekend, known, found = _known(code, region or None)
    return WorkingCalendar(ZoneInfo(zone), weekend, _Holidays(code, found) if known else frozenset())


@lru_cache(maxsize=512)
def _known(country: str, region: str | None) -> tuple[frozenset[int], bool, str | None]:
    """Return the weekend and the region as far as `holidays` knows them."""
    import holidays

    try:
        try:
            found = holidays.country_holidays(country, subdiv=region)
        except NotImplementedError:
            region, found = None, holidays.country_holidays(country)
    except NotImplementedError:
        return frozenset({5, 6}), False, None
    return frozenset(found.weekend), True, region
