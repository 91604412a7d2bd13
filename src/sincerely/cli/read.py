"""``sincerely read``."""

from __future__ import annotations

from pathlib import Path

import click

from .common import At, at_option, json_option, now_or, put

_EPILOG = """Examples:

\b
  sincerely read mail.eml
  sincerely read invitation.ics inbox.mbox --json
  sincerely read sent/*.eml --me robin@mail.example
"""


@click.command("read", epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--me", multiple=True, metavar="ADDRESS", help="Your own address: mail from it was sent by you.")
@at_option
@json_option
def read_command(paths: tuple[Path, ...], me: tuple[str, ...], at: At | None, *, as_json: bool) -> None:
    """Say what mail and calendar files say; nothing is stored.

    What can't be read gets an answer too, which says why.
    """
    from sincerely.app.here import here
    from sincerely.app.looking import look

    moment = now_or(at)
    mine = frozenset(address.strip().lower() for address in me)
    for answer in look(paths, mine, moment.within(moment.given.tzinfo or here())):
        if as_json:
            put(answer)
        else:
            from .render import print_reading

            print_reading(answer)
