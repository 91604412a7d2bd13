"""``sincerely merge``, ``split`` and ``about``: which mail belongs to which process, and what that is, by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import Failure, one_line
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
    from sincerely.app.processes.regrouping import merge, named

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
    from sincerely.app.processes.regrouping import apart, listed, named, split

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
    from sincerely.app.today.wording import headline

    for number, event in enumerate(_told(process), 1):
        when = event.at.astimezone(process.header.tz)
        click.echo(f"{number:3} {when:%Y-%m-%d}  {headline(event, process.header)}")


def _chosen(process: Process, numbers: Sequence[int]) -> list[Event]:
    told = _told(process)
    wrong = [str(number) for number in numbers if not 1 <= number <= len(told)]
    if wrong:
        raise Failure(f"{process.header.id} has no event {', '.join(wrong)}; it has 1 to {len(told)}")
    return [told[number - 1] for number in sorted(set(numbers))]


_ABOUT = """Examples:

\b
  sincerely about acme                                     what it is about, as far as is known
  sincerely about acme --role "Data analyst"
  sincerely about acme --employer "Acme Corp" --zone Europe/Berlin --country DE-BY
  sincerely about acme --via agency --consultant jo@talent.example
  sincerely about acme --not-mine                          I work there, or interview others: keep it off Today
"""


@click.command("about", epilog=_ABOUT)
@click.argument("process")
@click.option("--employer", help="The employer's name, as mails to them should have it.")
@click.option("--role", help='The opening\'s title; "" where none is known.')
@click.option("--country", help="Where the employer is: two letters, with a region where its holidays differ.")
@click.option("--zone", help="Its time zone, such as Europe/Berlin.")
@click.option("--via", help="agency, where a consultant speaks with the employer; else direct.")
@click.option("--consultant", metavar="ADDRESS", help="The agency's consultant, to whom all mails then go.")
@click.option("--mine/--not-mine", "mine", default=None, help="Whether it is an application of yours at all.")
def about_command(process: str, *, mine: bool | None, **said: str | None) -> None:
    """Say what PROCESS is about, where it was read wrongly; without options show it.

    Drafts, checks and dates go by it from now on. Its name stays, and later mail does not change what you said. What
    is not yours, as where you work today or interview others, is kept off Today with all later mail about it, until
    you say --mine or apply there.
    """
    from sincerely.app.processes.being_about import FIELDS, NotSo, say_about
    from sincerely.app.processes.regrouping import named
    from sincerely.app.processes.setting_aside import bring_back, set_aside

    with opened_store() as store:
        if mine is not None:
            if any(value is not None for value in said.values()):
                raise Failure("say --mine or --not-mine alone")
            now = moment_now()
            say_deed(bring_back(store, process, now) if mine else set_aside(store, named(store, process), now))
            return
        header = named(store, process)
        given = {name: value for name, value in said.items() if value is not None}
        if not given:
            for name in FIELDS:
                click.echo(f"{name:10} {getattr(header, name) or 'not known'}")
            return
        with one_line(NotSo):
            say_deed(say_about(store, header, given, moment_now()))
