"""Working calendars by country and zone; public holidays come from the `holidays` package, year by year.

The package takes a while to load, and many a question needs no business day: it is loaded when one is asked for.
"""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sincerely.core.working_time import WorkingCalendar

if TYPE_CHECKING:
    from holidays import HolidayBase

# Beyond these years nobody has announced holidays; weekdays are all that is known.
_YEARS = range(1970, 2101)
_USUAL_WEEKEND = frozenset({5, 6})


@dataclass(eq=False)
class _Country:
    """What `holidays` knows of a country or region; one that it does not know has the usual weekend only."""

    code: str
    region: str
    years: dict[int, frozenset[date]] = field(default_factory=dict)

    def weekend(self) -> frozenset[int]:
        found = self._load(None)
        return _USUAL_WEEKEND if found is None else frozenset(found.weekend)

    def holidays(self, year: int) -> frozenset[date]:
        if year not in self.years:
            found = self._load(year)
            self.years[year] = frozenset() if found is None else frozenset(found)
        return self.years[year]

    def _load(self, year: int | None) -> HolidayBase | None:
        holidays = _package()
        with warnings.catch_warnings():
            # That some feast's date is only estimated in a year far away is no news for the reader.
            warnings.simplefilter("ignore")
            for region in (self.region or None, None):
                try:
                    found: HolidayBase = holidays.country_holidays(self.code, subdiv=region, years=year)
                except NotImplementedError:
                    continue
                return found
        return None


@lru_cache(maxsize=1)
def _package() -> Any:
    """Return `holidays`, so that it loads the countries that are asked for.

    Its list of them imports all 250 as soon as one is wanted, which takes longer than most of what a command does. In
    its place stands a package with the same modules, which reads that list only where somebody asks it for a name.
    """
    import holidays

    name = "holidays.countries"
    spec = None if name in sys.modules else find_spec(name)
    if spec is not None and spec.loader is not None:
        loader, package = spec.loader, module_from_spec(spec)

        def the_rest(wanted: str) -> Any:
            package.__dict__.pop("__getattr__", None)
            loader.exec_module(package)
            return getattr(package, wanted)

        package.__dict__["__getattr__"] = the_rest
        sys.modules[name] = holidays.countries = package
    return holidays


class _Weekend:
    def __init__(self, country: _Country) -> None:
        self._country = country
        self._days: frozenset[int] | None = None

    def __contains__(self, weekday: object) -> bool:
        if self._days is None:
            self._days = self._country.weekend()
        return weekday in self._days


class _Holidays:
    def __init__(self, country: _Country) -> None:
        self._country = country

    def __contains__(self, day: Any) -> bool:
        return day.year in _YEARS and day in self._country.holidays(day.year)


@lru_cache(maxsize=512)
def working_calendar(country: str, zone: str) -> WorkingCalendar:
    """Return when people work in a country (``DE``, ``DE-BY``) and zone.

    A country or region that `holidays` does not know has Saturdays and Sundays off, and no holidays.
    """
    known = _country(country.upper())
    return WorkingCalendar(ZoneInfo(zone), _Weekend(known), _Holidays(known))


@lru_cache(maxsize=512)
def _country(name: str) -> _Country:
    code, _, region = name.partition("-")
    return _Country(code, region)
