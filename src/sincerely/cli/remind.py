"""``sincerely remind``."""

from __future__ import annotations

from datetime import datetime

import click

from .common import json_option, one_line, put

_EPILOG = """Examples:

\b
  sincerely remind --dry-run                       what would be said now
  sincerely remind --by desktop --digest 08:30     choose; "serve" and "worker" keep to it
  sincerely remind --quiet 20:00-09:00 --most 2
  sincerely remind --by off
"""


@click.command("remind", epilog=_EPILOG)
@click.option("--dry-run", is_flag=True, help="Say what would be said, and when the next look is; nothing is shown.")
@click.option("--by", type=click.Choice(["off", "desktop", "mail"]), help="Choose how you are reminded.")
@click.option("--digest", metavar="TIME", help="When the morning's digest comes, such as 08:00; or off.")
@click.option("--quiet", metavar="HOURS", help="When nothing is said, such as 21:00-08:00; or off.")
@click.option("--most", type=int, metavar="N", help="How many notices a day at most.")
@click.option("--urgent/--no-urgent", default=None, help="Whether what can't wait is said at once.")
@click.option("--policy", "profile", default="", metavar="PROFILE", help="As for today.")
@json_option
def remind_command(profile: str, *, dry_run: bool, as_json: bool, **given: object) -> None:
    """Remind of what is due, now: each finding once for each stage, never in quiet hours, never more than you chose.

    Nobody is reminded before a way is chosen with --by. In the background "serve" and "worker" do this at the
    right time.
    """
    from sincerely.app.background import reminder_settings
    from sincerely.app.background.reminding import remind
    from sincerely.app.here import here
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import opened, sayer
    from sincerely.core.policy import PolicyError
    from sincerely.outbox.desktop import NoNotice
    from sincerely.store.base import StoreError

    zone = here()
    chosen = any(value is not None for value in given.values())
    with one_line(StoreError, PolicyError, NoNotice, reminder_settings.BadWish), opened(profile=profile) as store:
        settings = reminder_settings.change(reminder_settings.load(store, zone), **given)
        if chosen:
            reminder_settings.save(store, settings)
        say = None if dry_run else sayer(settings.by, store.accounts())
        done = remind(store, policy_of(store, profile), settings, datetime.now().astimezone(), say)
    said = done.words if say is not None or dry_run else None
    after = done.next_at.astimezone(zone) if done.next_at else None
    if as_json:
        words = {"title": said.title, "body": said.body} if said else None
        put({"by": str(settings.by), "notice": words, "next": after.isoformat() if after else None})
        return
    if say is None and not dry_run:
        click.echo('Nobody is reminded: choose a way with "sincerely remind --by desktop".')
        return
    click.echo(f"{said.title}\n{said.body}" if said else "Nothing to say now.")
    click.echo(f"Next look: {after:%a %d %b, %H:%M}." if after else "No next look: nothing lies ahead.")
