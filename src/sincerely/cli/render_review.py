"""How the gate's verdict looks in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from sincerely.core.events import Rejected
from sincerely.core.facts import say_time
from sincerely.gate.verdict import Decision, Finding, Weight

from .render import console

if TYPE_CHECKING:
    from sincerely.app.outgoing.reviewing import Review

_STYLES = {Weight.STOP: ("●", "bold red"), Weight.HOLD: ("●", "yellow"), Weight.ADVISE: ("○", "cyan")}


def print_review(found: Review) -> None:
    """Print a verdict: first what to do, then why, with the words and what to do instead."""
    out = console()
    out.print(_headline(found))
    for finding in found.verdict.findings:
        out.print(Padding(_finding(finding), (1, 0, 0, 0)))
    if isinstance(getattr(found.process, "outcome", None), Rejected) and found.verdict.decision is not Decision.SEND:
        out.print(
            Padding(
                Text("A no hurts, and nothing is urgent now. What you wrote is kept.", style="italic"), (1, 0, 0, 0)
            )
        )
    if found.note:
        out.print(Padding(Text(found.note, style="italic"), (1, 0, 0, 0)))


def which(found: Review) -> str:
    """Say in one line which process a message was judged by, where nobody had named one."""
    if found.process is None:
        return ""
    header = found.process.header
    about = " · ".join(part for part in (header.employer, header.role) if part)
    if len(found.fitting) < 2:
        return f"Judged as part of {header.id}" + (f" ({about})." if about else ".")
    names = ", ".join(one.id for one in found.fitting)
    return f"It may belong to {names}: judged as part of {header.id}, the strictest. --process names another."


def _headline(found: Review) -> Text:
    verdict, calendar = found.verdict, found.calendar
    if verdict.decision is Decision.STOP:
        return Text("Not like this: something in it should be put right first.", style="bold red")
    if verdict.decision is Decision.HOLD:
        if verdict.not_before is None:
            return Text("Keep it for now: no day is known on which it would be welcome.", style="bold yellow")
        when = (
            say_time(verdict.not_before, calendar) if calendar is not None else f"{verdict.not_before:%A %d %B, %H:%M}"
        )
        return Text(f"Not yet: it is welcome from {when} on (their time).", style="bold yellow")
    if verdict.clean:
        return Text("Good to go.", style="bold green")
    return Text("It may go out. Before it does, have a look:", style="bold cyan")


def _finding(finding: Finding) -> Text:
    mark, style = _STYLES[finding.weight]
    words = Text(f"{mark} ", style=style)
    words.append(f"{finding.code} ", style="dim")
    words.append(finding.message, style="strike" if finding.overruled else "")
    if finding.overruled:
        words.append(" You have overruled this.", style="dim")
    elif finding.proposal:
        words.append(f"\n  {finding.proposal}", style="dim")
    if finding.quote and finding.quote not in finding.message:
        words.append(f"\n  “{finding.quote}”", style="italic dim")
    return words
