"""``sincerely serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .common import one_line

_EPILOG = """Examples:

\b
  sincerely serve
  sincerely serve --port 8080 --no-browser
  sincerely serve --host 0.0.0.0 --name desk.example --cert desk.pem --key desk.key
  sincerely serve --name search.example --proxy 127.0.0.1     behind a proxy of yours that speaks https
"""


@click.command("serve", epilog=_EPILOG)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7411,
    show_default=True,
    help="Port; 0 takes a free one.",
)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Address to listen on.")
@click.option("--name", "names", multiple=True, metavar="HOST[:PORT]", help="Name under which others open the pages.")
@click.option("--cert", type=click.Path(path_type=Path), help="Certificate for https, a PEM file.")
@click.option("--key", type=click.Path(path_type=Path), help="The certificate's key, a PEM file.")
@click.option("--proxy", default="", metavar="ADDRESS", help="A proxy that speaks https for us, and is believed.")
@click.option("--plain-http", "plain", is_flag=True, help="No https: whoever is on the network can read everything.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="The passphrase's file; only you may read it.")
@click.option("--new-passphrase", is_flag=True, help="Ask for a new passphrase.")
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser.")
@click.option("--policy", "profile", default="", metavar="PROFILE", help="For once: default, strict, campus or agency.")
@click.option("--work/--no-work", "works", default=True, help="Read what is new, remind and push meanwhile.")
def serve_command(profile: str, *, browser: bool, works: bool, **told: Any) -> None:
    """Serve the pages to this machine's browser, until Ctrl-C. Nobody else can reach them.

    With --host, --name or --proxy others can: then a passphrase is asked for, once here and in each browser, which
    signs in for 12 hours at most and 30 minutes without a click. By plain http nothing is served beyond this machine
    unless you say --plain-http: your passphrase and your mail could be read, and changed, by anybody on the way.

    Meanwhile the background work is done: what was read before is read again, and you are reminded as you chose.
    Of several programs on one store only one does it.
    """
    from sincerely.app.wiring import home
    from sincerely.core.policy import PolicyError
    from sincerely.store.base import StoreError

    from .listening import Listening
    from .serving import serve

    listening = Listening(**told)
    listening.check()
    with one_line(StoreError, PolicyError):
        serve(home(), listening, browser=browser, works=works, profile=profile)
