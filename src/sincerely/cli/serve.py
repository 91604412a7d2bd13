"""``sincerely serve``."""

from __future__ import annotations

import click

from .common import one_line

_EPILOG = """Examples:

\b
  sincerely serve
  sincerely serve --port 8080 --no-browser
"""


@click.command("serve", epilog=_EPILOG)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7411,
    show_default=True,
    help="Port of 127.0.0.1; 0 takes a free one.",
)
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser.")
@click.option("--policy", "profile", default="default", metavar="PROFILE", help="default, strict, campus or agency.")
@click.option("--work/--no-work", "works", default=True, help="Read what is new, remind and push meanwhile.")
def serve_command(port: int, profile: str, *, browser: bool, works: bool) -> None:
    """Serve the pages to this machine's browser, until Ctrl-C. Nobody else can reach them.

    Meanwhile the background work is done: what was read before is read again, and you are reminded as you chose.
    Of several programs on one store only one does it.
    """
    from sincerely.app.policies import load_policy
    from sincerely.app.wiring import home
    from sincerely.core.policy import PolicyError
    from sincerely.store.base import StoreError

    from .serving import serve

    with one_line(StoreError, PolicyError):
        serve(home(), load_policy(profile), port, browser=browser, works=works)
