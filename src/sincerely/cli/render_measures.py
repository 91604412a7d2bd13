"""How measures look in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from sincerely.app.evaluating.figures import aim, everybody, shown

from .render import console

if TYPE_CHECKING:
    from rich.console import Console

    from sincerely.app.evaluating.figures import Measure, Outcome


def print_outcome(outcome: Outcome, *, errors: bool, reveal: bool) -> None:
    """Print what a set came to: its table, further tables, and the errors where they are asked for."""
    out = console()
    out.print(f"\n[bold]{escape(outcome.title)}[/]")
    out.print(Padding(escape(outcome.about), (0, 0, 1, 2)), style="dim")
    if outcome.skipped:
        out.print(f"  Not measured: {escape(outcome.skipped)}.", style="yellow")
        return
    for note in outcome.notes:
        out.print(f"  {escape(note)}", style="dim")
    who = everybody(outcome.measures)
    out.print(_table(["", "at least", *who], (_cells(measure, who) for measure in outcome.measures)))
    for details in outcome.tables:
        out.print(f"\n[bold]{escape(details.title)}[/]")
        out.print(_table(details.header, details.rows))
    if errors:
        _print_errors(out, outcome, reveal=reveal)
    elif outcome.faults:
        out.print(f"\n  {len(outcome.faults)} errors; --errors lists them.", style="dim")


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for number, name in enumerate(header):
        table.add_column(escape(name), justify="right" if number else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _cells(measure: Measure, who: Sequence[str]) -> list[str]:
    values = [escape(shown(measure.scores.get(one), measure.unit)) for one in who]
    if measure.met is not None:
        values[0] = f"[green]{values[0]}[/]" if measure.met else f"[bold red]{values[0]}[/]"
    return [escape(measure.name), escape(aim(measure)), *values]


def _print_errors(out: Console, outcome: Outcome, *, reveal: bool) -> None:
    hidden = outcome.blind and not reveal
    for fault in outcome.faults:
        mark = "[bold red]grave[/] " if fault.grave else ""
        out.print(f"  {mark}{escape(fault.case)}: {escape(fault.wrong)}", soft_wrap=True)
        if fault.detail and not hidden:
            out.print(f"      {escape(' '.join(fault.detail.split()))}", style="dim", soft_wrap=True)
