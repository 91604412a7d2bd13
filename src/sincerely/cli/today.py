"""``sincerely today``."""

from __future__ import annotations

import click

from .common import At, at_option, json_option, now_or, one_line, put

_EPILOG = """Examples:

\b
  sincerely today
  sincerely today --at 2026-03-17T09:00
  sincerely today --json | jq 'select(.stage == "late")'
"""


@click.command("today", epilog=_EPILOG)
@at_option
@json_option
@click.option("--policy", "profile", default="", metavar="PROFILE", help="For once: default, strict, campus or agency.")
def today_command(at: At | None, profile: str, *, as_json: bool) -> int:
    """Show what is owed, late and waited for, over all processes.

    Exit code 1 when something holds.
    """
    from sincerely.app.here import here
    from sincerely.app.today.listing import agreeing, today_of
    from sincerely.app.today.policies import policy_of
    from sincerely.app.today.reporting import as_json as finding_json
    from sincerely.app.wiring import opened
    from sincerely.core.policy import PolicyError
    from sincerely.store.base import StoreError

    moment = now_or(at)
    zone = moment.given.tzinfo or here()
    with one_line(StoreError, PolicyError), opened(profile=profile) as store:
        found = today_of(store, moment.within(zone).astimezone(zone), policy_of(store, profile))
        empty = not store.counts()["processes"]
    if as_json:
        for line in found.all:
            put(finding_json(line, zone if moment.naive else None, naive=moment.naive))
    elif empty:
        click.echo('Nothing has been read yet. "sincerely sync PATH" reads your mail; "sincerely demo" shows a sample.')
    else:
        from .render import print_today

        print_today(agreeing(found))
    return 1 if found.all else 0
