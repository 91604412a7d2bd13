"""What the commands share: instants, JSON lines, errors in one line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, TypeVar

import click

# Made once: `json.dumps` with options makes one for each object.
_JSON = json.JSONEncoder(ensure_ascii=False)
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class At:
    """The instant that a command is asked about; without an offset it is a wall time, and answered likewise."""

    given: datetime

    @property
    def naive(self) -> bool:
        """Whether it was given without an offset."""
        return self.given.tzinfo is None

    def within(self, zone: tzinfo) -> datetime:
        """Return the instant, a wall time read on that zone's clock."""
        return (self.given.replace(tzinfo=zone) if self.naive else self.given).astimezone(UTC)


class _AtType(click.ParamType[At]):
    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> At:
        if isinstance(value, At):
            return value
        try:
            given = datetime.fromisoformat(value)
            if given.tzinfo is not None:
                given.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(
                f'expected a time such as 2026-03-05T10:00 or 2026-03-05T10:00-05:00, found "{value}"', param, ctx
            )
        return At(given)


def at_option(function: F) -> F:
    """Add ``--at``."""
    return click.option("--at", type=_AtType(), metavar="TIME", help="As of this time instead of now.")(function)


def json_option(function: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(function)


def always_json(function: F) -> F:
    """Add ``--json`` to a command that prints nothing else: whoever asks every command for it may ask this one."""
    return click.option("--json", is_flag=True, expose_value=False, help="One JSON object a line, as without it.")(
        function
    )


def now_or(at: At | None) -> At:
    """Return the instant asked about, else now in this machine's zone."""
    if at is not None:
        return at
    from sincerely.app.here import now

    return At(now())


def put(*values: Mapping[str, Any]) -> None:
    """Print JSON objects, each on a line of its own."""
    sys.stdout.write("".join([_JSON.encode(value) + "\n" for value in values]))


class Failure(click.ClickException):
    """Input or a store that can't be used: one line on stderr, exit code 2."""

    exit_code = 2


@contextmanager
def one_line(*errors: type[Exception]) -> Iterator[None]:
    """Turn errors whose message already says what, where and what to do into one line on stderr."""
    try:
        yield
    except errors as error:
        raise Failure(" ".join(str(error).split())) from error
