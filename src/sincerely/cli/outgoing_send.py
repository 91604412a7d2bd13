"""``sincerely outgoing send``, and the ways out where nobody knows whether a message went out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .common import json_option, one_line, put

if TYPE_CHECKING:
    from sincerely.app.outgoing.sending import Outcome
    from sincerely.outbox.base import Outbox
    from sincerely.outbox.mailbox import Security

_SEND = """Examples:

\b
  sincerely outgoing send o1                  with the connected mailbox that it is from
  sincerely outgoing send o1 --smtp mail.example.com --user robin --password-file ~/.mail-password
  sincerely outgoing send o1 --smtp mail.example.com:587 --starttls --user robin --password-file FILE
"""


def _server(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[str, int] | None:
    if value is None:
        return None
    host, _, port = value.partition(":")
    port = port or "0"
    if not host or not port.isdecimal() or int(port) > 65535:
        raise click.BadParameter(f'expected a server such as mail.example.com or mail.example.com:465, found "{value}"')
    return host, int(port)


@click.command("send", epilog=_SEND)
@click.argument("message")
@click.option(
    "--smtp", metavar="HOST:PORT", callback=_server, help="An outgoing server, where the mailbox is not connected."
)
@click.option("--user", default="", metavar="NAME", help="Whom to sign in as, mostly your whole address.")
@click.option(
    "--password-file", type=click.Path(path_type=Path), metavar="FILE", help="Its first line is the password."
)
@click.option("--tls", "security", flag_value="tls", help="Encrypted from the start (usual: port 465).")
@click.option("--starttls", "security", flag_value="starttls", help="Encrypted after STARTTLS (port 587).")
@click.option("--plain", "security", flag_value="plain", help="Not encrypted: to 127.0.0.1 only.")
@json_option
def send_command(
    message: str,
    smtp: tuple[str, int] | None,
    user: str,
    password_file: Path | None,
    security: Security | None,
    *,
    as_json: bool,
) -> int:
    """Send the approved MESSAGE now, at most once, with the connected mailbox that it is from.

    Your mail is read first: anything new in the process ends the approval, and you are asked again; where the mailbox
    can't be read, nothing is sent. Exit code 1 where it was not sent, or nobody knows: then it is never sent again by
    itself.
    """
    from sincerely.app.outgoing.posting import post
    from sincerely.core.outbound import CannotStep
    from sincerely.outbox.eml import NoAddress
    from sincerely.outbox.mailbox import Unsafe

    from .exits import moment_now, opened_store

    if smtp is None and (user or password_file is not None or security is not None):
        raise click.UsageError("--user, --password-file, --tls, --starttls and --plain go with --smtp HOST:PORT")
    if bool(user) != (password_file is not None):
        raise click.UsageError("expected --user NAME and --password-file FILE together")
    with opened_store() as store, one_line(CannotStep, NoAddress, Unsafe):
        through = None if smtp is None else _outbox(*smtp, security or "tls", user, password_file)
        found = post(store, message, moment_now, note, through=through)
    _say(found, as_json=as_json)
    return 0 if found.message.state == "sent" else 1


def _outbox(host: str, port: int, security: Security, user: str, password_file: Path | None) -> Outbox:
    from sincerely.app.connections.signing_in import password_in
    from sincerely.app.wiring import outbox
    from sincerely.outbox.mailbox import PORTS, Mailbox

    sign_in = password_in(password_file, user) if password_file is not None else None
    return outbox(Mailbox(host, port or PORTS[security], security), sign_in)


def note(line: str) -> None:
    """Say what is wrong and stops nothing."""
    click.echo(f"sincerely: {line}", err=True)


def _say(found: Outcome, *, as_json: bool) -> None:
    message = found.message
    if as_json:
        fate = None if found.fate is None else str(found.fate)
        put({"id": message.name, "state": str(message.state), "fate": fate, "why": found.why})
        return
    if found.fate == "taken":
        click.echo(f"{message.name} is sent: to {', '.join(message.text.to)}, “{message.text.subject}”.")
    elif message.state == "sent":
        click.echo(f"{message.name} was sent already. {found.why}")
    elif found.fate == "unknown":
        click.echo(f"Nobody knows whether {message.name} went out. {found.why}")
        say_ways_out(message.name)
    else:
        click.echo(f"{message.name} is not sent. {found.why}")
        if message.state == "void":
            click.echo(f'Read it again, then "sincerely approve {draft_of(message)}".')


def say_ways_out(name: str) -> None:
    """Say what can be done where nobody knows whether a message went out."""
    click.echo(f'"sincerely outgoing look {name}" looks for its copy in the mail that was read; or say yourself:')
    click.echo(f"  sincerely outgoing found {name}     it went out")
    click.echo(f"  sincerely outgoing again {name}     approve and send it once more, at your own risk")
    click.echo(f"  sincerely outgoing give-up {name}   leave it")


def draft_of(message: Any) -> str:
    """Return what to approve again."""
    return f"FILE --process {message.process}" if message.draft is None else f"d{message.draft}"


@click.command("look", epilog="Examples:\n\n\b\n  sincerely outgoing look o1")
@click.argument("message")
def look_command(message: str) -> int:
    """Look for the copy of a MESSAGE in doubt, in the mail that was read and in your Sent folder; found, it is sent.

    Exit code 1: not found.
    """
    from sincerely.app.outgoing.posting import search
    from sincerely.core.outbound import CannotStep
    from sincerely.sources.base import SourceError

    from .exits import moment_now, opened_store

    with opened_store() as store, one_line(CannotStep, SourceError):
        found = search(store, message, moment_now, note)
    if found.message.state == "sent":
        click.echo(f"{found.message.name} is sent. {found.message.why}")
        return 0
    click.echo(f"No copy of {found.message.name} was found, which proves nothing.")
    say_ways_out(found.message.name)
    return 1


@click.command("found", epilog="Examples:\n\n\b\n  sincerely outgoing found o1")
@click.argument("message")
def found_command(message: str) -> None:
    """Say that a MESSAGE in doubt did go out: you have seen it in your Sent folder, or they have answered."""
    from sincerely.app.outgoing.sent_by_hand import told_sent
    from sincerely.app.outgoing.settling import in_doubt
    from sincerely.app.today.wording import headline
    from sincerely.core.outbound import CannotStep

    from .exits import moment_now, opened_store

    with opened_store() as store, one_line(CannotStep):
        doubted = in_doubt(store, message)
        told = told_sent(store, message, lambda _: doubted.changed_at, moment_now(), anyway=True)
    words = "; ".join(headline(event, told.process.header) for event in told.events)
    click.echo(f'{told.message.name} is sent. {words}. "sincerely undo" takes it back.')


@click.command("again", epilog="Examples:\n\n\b\n  sincerely outgoing again o1")
@click.argument("message")
def again_command(message: str) -> None:
    """Let a MESSAGE in doubt be sent once more: you are asked to approve it anew."""
    from sincerely.app.outgoing.settling import again
    from sincerely.core.outbound import CannotStep

    from .exits import moment_now, opened_store

    with opened_store() as store, one_line(CannotStep):
        ended = again(store, message, moment_now())
    click.echo(
        f'{ended.name} is ended. "sincerely approve {draft_of(ended)}" approves it anew, under a new Message-ID.'
    )


@click.command("give-up", epilog="Examples:\n\n\b\n  sincerely outgoing give-up o1")
@click.argument("message")
def give_up_command(message: str) -> None:
    """Leave a MESSAGE in doubt as it is: it is not sent again, and not counted as sent."""
    from sincerely.app.outgoing.settling import give_up
    from sincerely.core.outbound import CannotStep

    from .exits import moment_now, opened_store

    with opened_store() as store, one_line(CannotStep):
        ended = give_up(store, message, moment_now())
    click.echo(f"{ended.name} is given up. Should its copy be found later, it counts as sent.")


COMMANDS = (send_command, look_command, found_command, again_command, give_up_command)
