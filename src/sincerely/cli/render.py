"""How findings look in a terminal: colour where there is one, tables as wide as the window."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sincerely.app.today.wording import headline
from sincerely.core.finding import Stage

if TYPE_CHECKING:
    from sincerely.app.today.reporting import Line
    from sincerely.app.today.today import Today


_MARKS = {
    Stage.LATE: ("●", "bold red"),
    Stage.DUE: ("●", "yellow"),
    Stage.SOON: ("○", "cyan"),
    Stage.OPEN: ("·", "dim"),
}
_NARROW = 72
_AS_THEY_ARE: Mapping[str, str] = MappingProxyType({})


def console(*, stderr: bool = False) -> Console:
    """Return a console as wide as the window; without colour where output is no terminal or NO_COLOR is set."""
    return Console(stderr=stderr, highlight=False, soft_wrap=False)


def day(instant: datetime, zone: tzinfo) -> str:
    """Return a short day and time, such as ``Tue 17 Mar 09:00``."""
    there = instant.astimezone(zone)
    return f"{there:%a} {there.day} {there:%b} {there:%H:%M}"


def print_lines(lines: Sequence[Line]) -> None:
    """Print findings as one table, most urgent first."""
    out = console()
    if not lines:
        out.print("Nothing holds. A good day.", style="green")
        return
    out.print(table_of(lines, out.width))


def table_of(
    lines: Sequence[Line],
    width: int,
    short: Mapping[str, str] | None = _AS_THEY_ARE,
    now: datetime | None = None,
) -> Table:
    """Return findings as a table.

    Args:
        lines: the findings.
        width: of the window.
        short: for names of processes what is enough of them; None where the process needs no naming.
        now: where what ends today says so.
    """
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=1)
    table.add_column(width=8, style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    if width >= _NARROW:
        table.add_column(justify="right", no_wrap=True)
    for line in lines:
        mark, style = _MARKS[line.stage]
        words = Text(line.finding.message)
        if short is not None:
            words.append(f"\n{where(line, short)}", style="dim")
        row = [Text(mark, style=style), Text(line.finding.code), words]
        told = _ends(line, now) or "\n".join(filter(None, (when_of(line), _elsewhere(line, now))))
        when = Text(told, style=style if line.stage in {Stage.LATE, Stage.DUE} else "dim")
        if width >= _NARROW:
            row.append(when)
        else:
            words.append("\n" if short is None else " · ")
            words.append(when.plain.replace("\n", " "), style="dim")
        table.add_row(*row)
    return table


def where(line: Line, short: Mapping[str, str] = _AS_THEY_ARE) -> str:
    """Return employer and role, with the name that commands take, or what is enough of it."""
    header = line.process.header
    name = short.get(header.id, header.id)
    names = " · ".join(name for name in (header.employer, header.role) if name)
    return f"{names} · {name}" if names else name


def when_of(line: Line) -> str:
    """Return what a finding's stage says about time: the day that its message names."""
    said, at = _named(line)
    return f"{said} {day(at, line.process.header.tz)}" if at is not None else ""


def _named(line: Line) -> tuple[str, datetime | None]:
    finding = line.finding
    if finding.due is not None:
        return {Stage.LATE: "was due", Stage.DUE: "due since"}.get(line.stage, "due"), finding.due
    if line.stage is Stage.LATE and finding.late is not None:
        return "late since", finding.late
    return "until", finding.closes


def _elsewhere(line: Line, now: datetime | None) -> str:
    """Return whose clock a time is told by, and what the person's own says, where that is another."""
    from sincerely.app.today.wording import both_clocks

    at = _named(line)[1]
    if at is None or now is None:
        return ""
    _, differs, clocks = both_clocks(at, line.process.header.tz, now.tzinfo).partition(" in ")
    return f"in {clocks}" if differs else ""


def _ends(line: Line, now: datetime | None) -> str:
    """Return until when something is still in time, where that is today."""
    from sincerely.app.today.ending import end_of
    from sincerely.app.today.wording import clocks

    end = None if now is None else end_of(line, now)
    return "" if end is None or now is None else f"until {clocks(end, line.process.header.tz, now.tzinfo)}"


_GROUPS = (
    ("tonight", "Today", "bold red"),
    ("late", "Late", "bold red"),
    ("due", "Due", "bold yellow"),
    ("soon", "Soon", "bold cyan"),
    ("waiting", "Waiting", "bold"),
)


def print_today(today: Today) -> None:
    """Print Today in its groups, and what was done this week."""
    out = console()
    out.print(Text(f"Today, {today.now:%A} {today.now.day} {today.now:%B}", style="bold"))
    if today.ends:
        out.print(Text(f"Ends today: {'; '.join(today.ends)}.", style="bold red"))
    first = any(question.waits for question in today.asked)
    if first:
        _print_asked(out, today)
    for name, title, style in _GROUPS:
        found: Sequence[Line] = getattr(today, name)
        if found:
            out.print(Padding(Text(f"{title} ({len(found)})", style=style), (1, 0, 0, 0)))
            out.print(table_of(found, out.width, today.short, today.now))
    if not today.owed:
        words = "Nothing is owed, as far as is sure." if today.questions else "Nothing is owed. A good day."
        out.print(Padding(Text(words, style="green"), (1, 0, 0, 0)))
    if today.done:
        out.print(Padding(Text(f"Done this week ({len(today.done)})", style="bold green"), (1, 0, 0, 0)))
        for deed in today.done:
            out.print(Text(f"✓ {deed.words}", style="dim"))
    if today.questions and not first:
        _print_asked(out, today)
    for notice in today.notices:
        out.print(Padding(Text(notice, style="italic"), (1, 0, 0, 0)))
    if today.owed and sys.stdout.isatty():
        hint = "Settle one: sincerely done | dismiss | snooze | wrong CODE [PROCESS]. Why: sincerely explain CODE."
        out.print(Padding(Text(hint, style="dim"), (1, 0, 0, 0)))


# So many of the things that are unsure are named; an offer may be among them, with a day.
_NAMED = 3


def _print_asked(out: Console, today: Today) -> None:
    many = "one thing is" if today.questions == 1 else f"{today.questions} things are"
    out.print(Padding(Text(f'{many.capitalize()} unsure: "sincerely questions" asks.', style="magenta"), (1, 0, 0, 0)))
    told = dict.fromkeys(
        f"{q.header.employer or q.header.id}: {q.words if q.doubt else f'{headline(q.event, q.header)}?'}"
        for q in today.asked
    )
    for words in list(told)[:_NAMED]:
        out.print(Text(f"? {words}", style="dim"))


def print_page(page: Mapping[str, Any]) -> None:
    """Print a rule's page."""
    out = console()
    out.print(f"[bold]{page['code']}[/] [dim]{page['name']}[/]")
    out.print(f"{escape(page['summary'])}")
    for heading, text in page["sections"].items():
        if heading == "Options":
            continue
        out.print(f"\n[bold]{escape(heading)}[/]")
        out.print(Padding(Text(" ".join(text.split())), (0, 0, 0, 2)))
    if page["options"]:
        out.print("\n[bold]Options[/]")
        about = _option_texts(page["sections"].get("Options", ""))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="cyan", no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for option in page["options"]:
            said = about.get(option["name"], "")
            source = f" {option['source']}" if option["source"] else ""
            table.add_row(f"  {option['name']}", option["value"], Text(f"{said}{source}"))
        out.print(table)
    for title, name in (("Finds", "finds"), ("Passes", "passes")):
        out.print(f"\n[bold]Example: {title.lower()}[/]")
        for example in page["examples"][name].splitlines():
            out.print(Text(f"  {example}", style="dim"), soft_wrap=True)


def _option_texts(section: str) -> dict[str, str]:
    import re

    found = re.findall(r"``(\w+)``: (.*?)(?=``\w+``:|\Z)", section, re.DOTALL)
    return {name: f"{' '.join(text.split())}" for name, text in found}


_READ = frozenset({"en", "de", "fr"})


def print_reading(answer: Mapping[str, Any]) -> None:
    """Print what one mail or calendar file says."""
    out = console()
    if "error" in answer:
        out.print(Text(f"{answer['path']}: {answer['error']}", style="red"))
        return
    out.print(Text(answer["path"], style="bold"))
    for entry in answer.get("entries", ()):
        people = ", ".join(str(person) for person in entry["attendees"])
        out.print(Padding(Text(f"{entry['start']}  {entry['summary']}  {people}"), (0, 0, 0, 2)))
    if "entries" in answer:
        return
    out.print(Text(f"  {answer['from']}: {answer['subject']}", style="dim"))
    about = " · ".join(part for part in (answer["company"], answer["role"]) if part)
    out.print(Text(f"  {answer['kind']} ({answer['confidence']:.0%} sure){f' · {about}' if about else ''}"))
    if answer["language"] not in _READ:
        out.print(Text("  in a language that is not read", style="yellow"))
    for event in (*answer["events"], *answer.get("questions", ())):
        keys = {
            k: v for k, v in event.items() if k not in {"event", "at", "quote", "begin", "stop", "confidence"} and v
        }
        facts = " ".join(f"{key}={value}" for key, value in keys.items())
        out.print(Text(f"    {event['event']} {facts}", style="cyan"))
        if event["quote"]:
            out.print(Text(f"      “{event['quote']}”", style="italic dim"))
