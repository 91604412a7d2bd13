"""``sincerely insights``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import At, at_option, json_option, now_or, one_line, put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sincerely.app.insights.figures import Insights
    from sincerely.app.insights.own import Punctuality
    from sincerely.app.insights.waits import Curve

_EPILOG = """Examples:

\b
  sincerely insights
  sincerely insights --json | jq 'select(.figure == "wait") | .median_days'
"""


@click.command("insights", epilog=_EPILOG)
@at_option
@json_option
@click.option("--policy", "profile", default="", metavar="PROFILE", help="For once: default, strict, campus or agency.")
def insights_command(at: At | None, profile: str, *, as_json: bool) -> None:
    """Show what your search looks like in figures: how long employers take, how far it goes, how punctual you are.

    Who has not answered yet counts for as long as you have waited, neither as a no nor left out. No median is given
    for fewer than three.
    """
    from sincerely.app.here import here
    from sincerely.app.insights.figures import as_json as objects
    from sincerely.app.insights.figures import insights_of
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import opened
    from sincerely.core.policy import PolicyError
    from sincerely.store.base import StoreError

    zone = here()
    with one_line(StoreError, PolicyError), opened(profile=profile) as store:
        found = insights_of(store, now_or(at).within(zone).astimezone(zone), policy_of(store, profile))
    if as_json:
        for line in objects(found):
            put(line)
    elif not found.processes:
        click.echo('Nothing to count yet. "sincerely sync PATH" reads your mail; "sincerely demo" shows a sample.')
    else:
        for text in _lines(found):
            click.echo(text)


def _lines(found: Insights) -> Iterator[str]:
    yield "How long employers took"
    yield _waited("after you applied", found.applications)
    yield _waited("after an interview", found.interviews)
    yield ""
    yield "How far it went"
    most = max(row.reached for row in found.funnel)
    for row in found.funnel:
        went = ", ".join(f"{count} {end}" for end, count in row.ends)
        bar = "█" * -(-20 * row.reached // most)
        further = f"  no further: {went}" if went else ""
        yield f"  {row.stage!s:<17} {row.reached:>4}  {bar:<20}{further}".rstrip()
    yield ""
    yield "You, in time"
    yield _kept("thank-yous", found.thank_yous)
    yield _kept("hand-ins", found.hand_ins)
    if found.referees:
        yield ""
        yield "What your referees carry"
    for referee in found.referees:
        load = f"named in {referee.named}, {referee.lately} of {found.at_most} this month"
        yield f"  {referee.who}: {referee.answer or 'no answer yet'}; {load}; told how it ended in {referee.told_how}"


def _waited(label: str, of: Curve) -> str:
    from sincerely.app.insights.waits import ENOUGH

    counted = f"{of.answered} of {of.count} answered"
    if of.median is not None:
        return f"  {label}: half by day {of.median:.0f} ({counted})"
    why = "fewer than half so far" if of.enough else f"from {ENOUGH} on there is a median"
    return f"  {label}: {counted}; {why}"


def _kept(name: str, kept: Punctuality) -> str:
    half = f"; half within {kept.median:.0f} h (of {len(kept.hours)})" if kept.median is not None else ""
    owed = f"{kept.open} still open" + (f" ({kept.overdue} overdue)" if kept.overdue else "")
    return f"  {name}: {kept.on_time} on time, {kept.late} late, {kept.never} never, {owed}{half}"
