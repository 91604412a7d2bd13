"""``sincerely check``: a timeline file, reported."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from .common import At, Failure, at_option, json_option, now_or, one_line, put

_EPILOG = """Examples:

\b
  sincerely check acme.timeline
  sincerely check acme.timeline --at 2026-03-17T09:00 --json
  sincerely export --timeline | sincerely check -
"""


@click.command("check", epilog=_EPILOG)
@click.argument("file", metavar="FILE")
@at_option
@json_option
@click.option("--policy", "profile", default="default", metavar="PROFILE", help="default, strict, campus or agency.")
def check_command(file: str, at: At | None, profile: str, *, as_json: bool) -> int:
    """Report what holds of the processes in a timeline file (- reads from standard input).

    A time without an offset is wall time on each process's own clock. Exit code 1 when something holds, or when
    an expectation in the file (TIME ! CODE who) is not met.
    """
    from sincerely.app.today.checking import check
    from sincerely.app.today.policies import load_policy
    from sincerely.app.today.reporting import as_json as finding_json
    from sincerely.core.policy import PolicyError
    from sincerely.core.timeline import TimelineError

    moment = now_or(at)

    def clock(zone: ZoneInfo) -> datetime:
        return moment.within(zone)

    with one_line(TimelineError, PolicyError):
        checked = check(_text(file), "-" if file == "-" else file, clock, load_policy(profile or "default"))
    for unmet in checked.unmet:
        click.echo(
            f"{file}:{unmet.expectation.line}: {unmet.expectation.code} {unmet.expectation.who} does not stand then",
            err=True,
        )
    if as_json:
        for line in checked.lines:
            put(finding_json(line, naive=moment.naive))
    else:
        from .render import print_lines

        print_lines(checked.lines)
    return 1 if checked.lines or checked.unmet else 0


def _text(file: str) -> str:
    try:
        if file == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return Path(file).read_text("utf-8-sig")
    except OSError as error:
        raise Failure(f"{file}: cannot be read ({error.strerror}); name a timeline file") from error
    except UnicodeDecodeError as error:
        raise Failure(f"{file}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
