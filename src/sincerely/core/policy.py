"""Policy is data: how long things may take, and how often something may be done.

A profile is a TOML file of tables, one for each rule, whose values are spans (``"24h"``, ``"5bd"``, ``"30d"``),
numbers or words. `Policy.of` hands a rule its own table as the rule's ``Options``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from typing import Any, TypeVar, cast

from .lazy import lazy
from .working_time import WorkingCalendar

Options = TypeVar("Options")
_SPAN = re.compile(r"(\d{1,4})\s*(h|d|bd)")


class PolicyError(ValueError):
    """A policy that can't be read: names the table, the key, and what was expected."""


@dataclass(frozen=True)
class Span:
    """A length of time: elapsed hours (``h``), days on the wall clock (``d``) or business days (``bd``)."""

    count: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> Span:
        """Read ``"24h"``, ``"30d"`` or ``"5bd"``.

        Raises:
            PolicyError: it is no span.
        """
        match = _SPAN.fullmatch(text.strip())
        if match is None:
            raise PolicyError(f'expected a span such as "24h", "30d" or "5bd", found "{text}"')
        return cls(int(match[1]), match[2])

    def after(self, instant: datetime, calendar: WorkingCalendar) -> datetime:
        """Return the instant this long after another."""
        if self.unit == "bd":
            return calendar.add_business_days(instant, self.count)
        if self.unit == "d":
            return calendar.add_days(instant, self.count)
        try:
            return instant + self._length
        except OverflowError:
            return instant

    def day_after(self, instant: datetime, calendar: WorkingCalendar) -> date:
        """Return the employer's day on which the instant this long after another lies."""
        if self.unit == "h":
            return calendar.day(self.after(instant, calendar))
        return self.days_after(calendar.day(instant), calendar)

    def days_after(self, day: date, calendar: WorkingCalendar) -> date:
        """Return the day this many days or business days after another; hours count as whole days."""
        if self.unit == "bd":
            return calendar.business_day_after(day, self.count)
        try:
            return day + (self._length if self.unit == "d" else timedelta(days=-(-self.count // 24)))
        except OverflowError:
            return day

    def before(self, instant: datetime) -> datetime:
        """Return the instant this many hours (a day has 24) before another."""
        try:
            return instant - self._length
        except OverflowError:
            return instant

    @lazy
    def _length(self) -> timedelta:
        """On a calendar without weekends: a day has 24 hours."""
        return timedelta(hours=self.count) if self.unit == "h" else timedelta(days=self.count)

    def __str__(self) -> str:
        """Return the notation."""
        return f"{self.count}{self.unit}"


@dataclass(frozen=True, eq=False)
class Policy:
    """Each rule's options by the rule's code: a profile, and what the person says otherwise.

    Attributes:
        name: what `app.today.policies.load_policy` makes it again from.
        tables: the values, by rule and name.
        processes: values of single processes that go before these, by process, rule and name.
    """

    name: str
    tables: Mapping[str, Mapping[str, Any]]
    processes: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    _made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def of(self, code: str, options: type[Options]) -> Options:
        """Return a rule's options.

        Raises:
            PolicyError: the profile lacks a value that the rule needs, or has one that it can't use.
        """
        made = self._made.get(code)
        if made is None:
            made = self._made[code] = _build(code, self.tables.get(code, {}), options)
        return made

    def for_process(self, process: str) -> Policy:
        """Return the policy that holds for one process."""
        own = self.processes.get(process)
        if not own:
            return self
        made = self._made.get(f"={process}")
        if made is None:
            made = self._made[f"={process}"] = self.with_overrides(own)
        return cast("Policy", made)

    def with_overrides(self, overrides: Mapping[str, Mapping[str, Any]], name: str = "") -> Policy:
        """Return this policy with some values replaced, as a profile or a user does it."""
        tables = {code: dict(table) for code, table in self.tables.items()}
        for code, table in overrides.items():
            for key in table:
                if key not in tables.get(code, {}):
                    raise PolicyError(f'{code}.{key}: no rule has this value; see "sincerely explain {code}"')
            tables.setdefault(code, {}).update(table)
        return Policy(name or self.name, tables, self.processes)


_KINDS: dict[str, tuple[type, ...]] = {"int": (int,), "float": (int, float), "str": (str,)}


def _build(code: str, table: Mapping[str, Any], options: type[Options]) -> Options:
    values: dict[str, Any] = {}
    for wanted in fields(options):  # type: ignore[arg-type]  # Options are dataclasses
        if wanted.name not in table:
            raise PolicyError(f"{code}.{wanted.name}: the policy lacks this value")
        value = table[wanted.name]
        try:
            values[wanted.name] = Span.parse(value) if wanted.type in {"Span", Span} else value
        except (PolicyError, AttributeError) as error:
            raise PolicyError(f"{code}.{wanted.name}: {error}") from error
        kinds = _KINDS.get(str(wanted.type))
        if kinds is not None and (not isinstance(value, kinds) or isinstance(value, bool)):
            raise PolicyError(f"{code}.{wanted.name}: expected {wanted.type}, found {value!r}")
    return options(**values)
