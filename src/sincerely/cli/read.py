"""``sincerely read``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .common import At, at_option, json_option, now_or, put

_EPILOG = """Examples:

\b
  sincerely read mail.eml
  sincerely read invitation.ics inbox.mbox saved-in-outlook.msg --json
  xclip -o | sincerely read - --at 2026-03-05T10:00
  sincerely read sent/*.eml --me robin@mail.example
"""


@click.command("read", epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="PATH...")
@click.option("--me", multiple=True, metavar="ADDRESS", help="Your own address: mail from it was sent by you.")
@at_option
@json_option
def read_command(paths: tuple[Path, ...], me: tuple[str, ...], at: At | None, *, as_json: bool) -> None:
    """Say what mail and calendar files say; nothing is stored.

    A PATH of - is standard input, and like a .txt file it may be a mail's text as it was copied out of a program:
    with From, Sent and Subject above it, a name and a date, or nothing but its body. --at stands in for a date that
    is missing. What can't be read gets an answer too, which says why.
    """
    from sincerely.app.here import here
    from sincerely.app.mail_in.looking import look

    moment = now_or(at)
    zone = (at.given.tzinfo if at else None) or here()
    mine = frozenset(address.strip().lower() for address in me)
    for answer in look(paths, mine, moment.within(zone).astimezone(zone), sys.stdin.buffer):
        if as_json:
            put(answer)
        else:
            from .render import print_reading

            print_reading(answer)
