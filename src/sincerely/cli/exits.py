"""A finding's exits, events by hand, and undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from .common import Failure, one_line

if TYPE_CHECKING:
    from sincerely.app.processes.exits import Deed
    from sincerely.app.today.reporting import Line
    from sincerely.store.base import Store


def _finding(function: Any) -> Any:
    for argument in (
        click.argument("who", default=""),
        click.argument("process", default=""),
        click.argument("code"),
    ):
        function = argument(function)
    return function


@contextmanager
def opened_store() -> Iterator[Store]:
    """Open the store; what can't be done is said in one line."""
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.wiring import opened
    from sincerely.core.timeline import TimelineError
    from sincerely.store.base import StoreError

    with one_line(StoreError, NothingThere, TimelineError), opened() as store:
        yield store


def _find(store: Store, code: str, process: str, who: str) -> Line:
    from sincerely.app.processes.exits import find
    from sincerely.app.today.policies import policy_of

    return find(store, policy_of(store), moment_now(), code, process, who)


def moment_now() -> datetime:
    """Return this instant."""
    return datetime.now().astimezone()


def say_deed(deed: Deed) -> None:
    """Say what was done, and how to take it back."""
    click.echo(f'{deed.label}. "sincerely undo" takes it back.')


@click.command(
    "done", epilog="Examples:\n\n\b\n  sincerely done THX001 acme dana@acme.example --by phone\n  sincerely done ASK001"
)
@_finding
@click.option("--by", "channel", default="", help="How: phone, linkedin, card, in-person, other.")
def done_command(code: str, process: str, who: str, channel: str) -> None:
    """Say that a finding was settled elsewhere: by a call, on LinkedIn, with a card.

    PROCESS is its name or the beginning of it, WHO an address or item; both may be left out where one finding fits.
    """
    from sincerely.app.processes.exits import settle

    with opened_store() as store:
        say_deed(settle(store, _find(store, code, process, who), "done", moment_now(), channel=channel))


@click.command("dismiss", epilog="Examples:\n\n\b\n  sincerely dismiss REF001 acme")
@_finding
def dismiss_command(code: str, process: str, who: str) -> None:
    """Say that a finding is not for you."""
    from sincerely.app.processes.exits import settle

    with opened_store() as store:
        say_deed(settle(store, _find(store, code, process, who), "dismissed", moment_now()))


@click.command("snooze", epilog="Examples:\n\n\b\n  sincerely snooze WAIT003 acme --until 2026-03-20")
@_finding
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), required=True, metavar="DAY", help="The day, as 2026-03-20."
)
def snooze_command(code: str, process: str, who: str, until: datetime) -> None:
    """Be reminded of a finding on a day of your choice."""
    from sincerely.app.processes.exits import settle

    if until.date() <= moment_now().date():
        raise Failure(f"{until:%Y-%m-%d} is not ahead; choose a later day")
    with opened_store() as store:
        say_deed(settle(store, _find(store, code, process, who), "snoozed", moment_now(), until=until.date()))


@click.command("wrong", epilog="Examples:\n\n\b\n  sincerely wrong THX001 acme dana@acme.example")
@_finding
def wrong_command(code: str, process: str, who: str) -> None:
    """Say that what a finding stands on did not happen, or not like this."""
    from sincerely.app.processes.exits import wrong

    with opened_store() as store:
        say_deed(wrong(store, _find(store, code, process, who), moment_now()))


_NOTE = """Examples:

\b
  sincerely note acme 'wrote dana@acme.example purpose=check-in channel=phone'
  sincerely note acme '2026-03-04 15:00 promised by=2026-03-13'
"""


@click.command("note", epilog=_NOTE)
@click.argument("process")
@click.argument("line")
def note_command(process: str, line: str) -> None:
    """Add an event to PROCESS by hand, in the timeline notation; without a time it happened now."""
    from sincerely.app.processes.exits import note
    from sincerely.app.processes.regrouping import named

    with opened_store() as store:
        say_deed(note(store, named(store, process), line, moment_now()))


@click.command("undo", epilog="Examples:\n\n\b\n  sincerely undo\n  sincerely undo --again\n  sincerely undo --list")
@click.option("--again", is_flag=True, help="Say again what was last taken back.")
@click.option("--list", "listing", is_flag=True, help="Show what can be taken back, newest first.")
def undo_command(*, again: bool, listing: bool) -> None:
    """Take back the last thing you said."""
    from sincerely.app.processes.exits import deeds, redo, undo

    with opened_store() as store:
        if listing:
            for deed in reversed(deeds(store)):
                click.echo(
                    f"{deed.at.astimezone():%Y-%m-%d %H:%M}  {deed.label}{'  (taken back)' if deed.undone else ''}"
                )
            return
        deed = redo(store, moment_now()) if again else undo(store, moment_now())
        click.echo(f"{'Said again' if again else 'Taken back'}: {deed.label}.")
