"""``sincerely demo``."""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path

import click

from .common import one_line

_EPILOG = """Examples:

\b
  sincerely demo           see it work; your own data is not touched
  sincerely demo --once    print Today and end
"""


@click.command("demo", epilog=_EPILOG)
@click.option("--once", is_flag=True, help="End after printing Today.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of 127.0.0.1; a free one by default.")
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser.")
def demo_command(port: int, *, once: bool, browser: bool) -> None:
    """Read a sample mailbox and calendar, print Today, and serve it to the browser.

    The sample is invented, and as old as today. It lies in a temporary folder that goes when you stop.
    """
    from sincerely.app.demo import prepare
    from sincerely.app.today.listing import agreeing
    from sincerely.store.base import StoreError

    from .progress import reading_progress
    from .render import print_today

    with tempfile.TemporaryDirectory(prefix="sincerely-demo-") as folder, one_line(StoreError):
        now = datetime.now().astimezone()
        with reading_progress() as progress:
            shown = prepare(Path(folder), now, progress)
        click.echo(shown.summary, err=True)
        print_today(agreeing(shown.today))
        if once or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return
        from .listening import Listening
        from .serving import serve

        serve(Path(folder), Listening(port=port), browser=browser)
