"""``sincerely merge`` and ``sincerely split``: which mail belongs to which process, by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import Failure
from .exits import moment_now, opened_store, say_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sincerely.core.events import Event
    from sincerely.core.process import Process


@click.command("merge", epilog="Examples:\n\n\b\n  sincerely merge acme acme-data-analyst")
@click.argument("process")
@click.argument("into")
def merge_command(process: str, into: str) -> None:
    """Say that PROCESS and INTO are one: all that is known of the first belongs to the second.

    Later mail follows. Names may be given by their beginnings.
    """
    from sincerely.app.regrouping import merge, named

    with opened_store() as store:
        say_deed(merge(store, named(store, process), named(store, into), moment_now()))


_SPLIT = """Examples:

\b
  sincerely split acme                                   list its events, numbered
  sincerely split acme 4 5 9 --to acme-designer --role "Designer"
"""


@click.command("split", epilog=_SPLIT)
@click.argument("process")
@click.argument("events", nargs=-1, type=int, metavar="[NUMBER]...")
@click.option("--to", "name", default="", metavar="NAME", help="The process that they belong to; new, or one there is.")
@click.option("--employer", default="", help="Of a new process, where it differs.")
@click.option("--role", default="", help="Likewise.")
def split_command(process: str, events: tuple[int, ...], name: str, employer: str, role: str) -> None:
    """Say that some events of PROCESS belong to another one; without numbers list them.

    Later mail in the same threads follows.
    """
    from sincerely.app.regrouping import apart, listed, named, split

    with opened_store() as store:
        header = named(store, process)
        found = store.process(header.id)
        assert found is not None
        if not events:
            _list(found)
            return
        if not name:
            raise Failure("name the process that they belong to: --to NAME")
        known = {row.header.id: row.header for row in listed(store)}
        to = known.get(name) or apart(header, name, employer=employer, role=role)
        say_deed(split(store, header, _chosen(found, events), to, moment_now()))


def _told(process: Process) -> Sequence[Event]:
    from sincerely.core.corrections import uncorrected
    from sincerely.core.rulings import Merged, Split

    return [event for event in uncorrected(process.told) if not isinstance(event, Merged | Split)]


def _list(process: Process) -> None:
    from sincerely.app.wording import headline

    for number, event in enumerate(_told(process), 1):
        when = event.at.astimezone(process.header.tz)
        click.echo(f"{number:3} {when:%Y-%m-%d}  {headline(event, process.header)}")


def _chosen(process: Process, numbers: Sequence[int]) -> list[Event]:
    told = _told(process)
    wrong = [str(number) for number in numbers if not 1 <= number <= len(told)]
    if wrong:
        raise Failure(f"{process.header.id} has no event {', '.join(wrong)}; it has 1 to {len(told)}")
    return [told[number - 1] for number in sorted(set(numbers))]
