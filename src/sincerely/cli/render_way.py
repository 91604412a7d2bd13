"""How one process and the list of all look in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sincerely.app.today.reporting import state_of
from sincerely.app.today.wording import city, headline
from sincerely.web.views.naming import named

from .render import console, table_of

if TYPE_CHECKING:
    from sincerely.app.today.reporting import Line
    from sincerely.core.finding import Finding
    from sincerely.core.process import Process
    from sincerely.store.base import Summary

_Row = tuple[datetime, Text]
# Of what they wrote so much: the whole sentence stands in the mail.
_QUOTED = 200


def print_way(process: Process, held: Sequence[Line], ahead: Sequence[Finding], now: datetime, short: str) -> None:
    """Print a process's way: what holds, what happened, and what comes next.

    Args:
        process: whose way it is.
        held: what holds of it.
        ahead: what will hold if nothing happens.
        now: the instant.
        short: as much of its name as commands need.
    """
    out, header = console(), process.header
    title = " · ".join(part for part in (header.employer, header.role) if part)
    out.print(Text(title or header.id, style="bold"))
    out.print(Text(f"{state_of(process, now)} · times of {city(header.tz)} · in commands: {short}", style="dim"))
    if held:
        out.print(Padding(table_of(held, out.width, None), (1, 0, 0, 0)))
    _print_rows(out, "So far", [*_happened(process, now), (now, Text("now", style="bold red"))], now, header.tz)
    _print_rows(out, "Ahead", sorted(_coming(process, ahead, now), key=lambda row: row[0]), now, header.tz)


def _print_rows(out: Console, title: str, rows: Sequence[_Row], now: datetime, zone: tzinfo) -> None:
    """Print a heading, and under it what happens when; a day is named once."""
    if not rows:
        return
    out.print(Padding(Text(title, style="bold"), (1, 0, 0, 0)))
    table = Table.grid(padding=(0, 2))
    for _ in ("day", "time"):
        table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    before = ""
    for at, words in rows:
        there = at.astimezone(zone)
        year = "" if there.year == now.astimezone(zone).year else f" {there.year}"
        day = f"{there:%a} {there.day} {there:%b}{year}"
        table.add_row("" if day == before else day, f"{there:%H:%M}", words)
        before = day
    out.print(table)


def _happened(process: Process, now: datetime) -> Iterator[_Row]:
    standing, unsure = ({event.id for event in some} for some in (process.events, process.unsure))
    for event in process.told:
        if event.at > now:
            continue
        style = "" if event.id in standing else "dim" if event.id in unsure else "strike dim"
        words = Text(named(headline(event, process.header)), style=style)
        if event.id in unsure:
            words.append(" (unsure)", style="magenta")
        if event.quote:
            quote = " ".join(event.quote.split())
            words.append(
                f"\n“{quote if len(quote) <= _QUOTED else f'{quote[:_QUOTED].rstrip()} …'}”", style="italic dim"
            )
        yield event.at, words


def _coming(process: Process, ahead: Sequence[Finding], now: datetime) -> Iterator[_Row]:
    for interview in process.interviews:
        if interview.start > now:
            people = named(", ".join(interview.people))
            yield interview.start, Text(f"Interview with {people}" if people else "Interview")
    for finding in ahead:
        yield finding.opens, Text(named(finding.message), style="dim")


def print_processes(rows: Sequence[Summary]) -> None:
    """Print every process: its name, where it stands, when something last happened, and what it is about."""
    name = max((len(row.header.id) for row in rows), default=0)
    state = max((len(row.state) for row in rows), default=0)
    for row in rows:
        header = row.header
        last = f"{row.last_at.astimezone(header.tz):%Y-%m-%d}" if row.last_at else ""
        title = " · ".join(part for part in (header.employer, header.role) if part)
        click.echo(f"{header.id:{name}}  {row.state:{state}}  {last:10}  {title}".rstrip())
