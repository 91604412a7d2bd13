"""``sincerely worker``."""

from __future__ import annotations

import click

from .common import one_line

_EPILOG = """Examples:

\b
  sincerely worker          the background work of "serve", without pages
"""


@click.command("worker", epilog=_EPILOG)
@click.option("--policy", "profile", default="", metavar="PROFILE", help="For once: default, strict, campus or agency.")
def worker_command(profile: str) -> None:
    """Do the background work until Ctrl-C: read what is new, send what is approved, remind, push to the calendar.

    New mail in a connected mailbox is noticed at once where its server pushes, else within a quarter of an hour.

    Of several programs on one store only one works; the others wait for it to end.
    """
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import home, opened
    from sincerely.core.policy import PolicyError
    from sincerely.store.base import StoreError

    from .working import background, ended_by_signals

    with one_line(StoreError, PolicyError):
        with opened(home(), profile=profile) as store:
            policy_of(store, profile)  # What is wrong with the store, or the profile, is said here.
        work = background(home(), profile)
        with ended_by_signals(work.stop):
            click.echo("Working in the background (Ctrl-C ends it)", err=True)
            work.run()
