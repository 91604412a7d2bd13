"""``sincerely outgoing``: what is approved, held, sent; and sending by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .common import At, Failure, at_option, json_option, now_or, one_line, put
from .draft_put import to_drafts_command
from .outgoing_send import COMMANDS, draft_of, say_ways_out

_EPILOG = """Examples:

\b
  sincerely outgoing                            what is approved, held until when, and why
  sincerely outgoing eml o1 thanks.eml          to be opened and sent in your mail program
  sincerely outgoing sent o1                    you have sent it: the debt is settled
  sincerely outgoing sent o1 --at 2026-03-05T09:30
  sincerely outgoing to-drafts o1               into your Drafts folder, to finish and send it from there
  sincerely outgoing withdraw o1
  sincerely outgoing send o1                    now, with the connected mailbox that it is from
  sincerely outgoing by-itself off              send each by hand, nothing in the background
  sincerely outgoing look o1                    nobody knows whether it went out: look for its copy
"""


@click.group("outgoing", invoke_without_command=True, epilog=_EPILOG)
@at_option
@json_option
@click.pass_context
def outgoing_command(ctx: click.Context, at: At | None, *, as_json: bool) -> None:
    """Show what is on its way out: approved, held until when and why, sent, or in doubt.

    An approval is for a day. When anything new becomes known of the process meanwhile, you are asked again.
    """
    if ctx.invoked_subcommand is not None:
        return
    from sincerely.app.outgoing.outgoing_listing import as_json as line_json
    from sincerely.app.outgoing.outgoing_listing import lines
    from sincerely.app.outgoing.recovering import recover

    from .exits import moment_now, opened_store

    with opened_store() as store:
        recover(store, moment_now())
        found = lines(store, now_or(at).within)
    for line in found:
        if as_json:
            put(line_json(line))
            continue
        message = line.message
        click.echo(f"{message.name:<4} {line.words}: to {', '.join(message.text.to)}, “{message.text.subject}”")
        draft = f"d{message.draft} version {message.version}" if message.draft is not None else "written elsewhere"
        click.secho(f"     {line.header.id}, {draft}{f'; {line.why}' if line.why else ''}", dim=True)
        if line.state == "unknown":
            say_ways_out(message.name)
        for each in message.overruled:
            click.secho(f"     {each.code} overruled: {each.reason}", dim=True)
    if not found and not as_json:
        click.echo('Nothing is on its way out; "sincerely approve DRAFT" approves a draft.')


@outgoing_command.command("eml", epilog="Examples:\n\n\b\n  sincerely outgoing eml o1 thanks.eml")
@click.argument("message")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@at_option
def eml_command(message: str, file: Path, at: At | None) -> int:
    """Write the approved MESSAGE to FILE, to be sent by hand from any mail program; nothing is sent by it.

    Its Message-ID is the approved one, so that its copy is known when your sent mail is read; nor is it sent from here
    in the background any more. Exit code 1 where the
    approval no longer holds: then nothing is written, and you are asked again.
    """
    from sincerely.app.outgoing.mail_file import mail_file
    from sincerely.app.today.wording import moment
    from sincerely.core.outbound import CannotStep
    from sincerely.outbox.eml import NoAddress

    from .exits import opened_store

    with opened_store() as store, one_line(CannotStep, NoAddress):
        if str(file) != "-" and file.exists():
            raise Failure(f"{file}: is there already; name another file")
        made = mail_file(store, message, now_or(at).within)
    if not made.data:
        click.echo(f"{made.message.name} is not written. {made.why}")
        click.echo(f'Read it again, then "sincerely approve {draft_of(made.message)}".')
        return 1
    _put_file(file, made.data)
    told = str(file) == "-"
    for each in made.message.text.attach:
        click.echo(f"Attach {each} before you send it.", err=told)
    if made.later is not None:
        click.echo(f"Hold it until {moment(made.later, made.zone)} (their time).", err=told)
    if not made.message.sender:
        click.echo("Your own address is not known; your mail program puts it in.", err=told)
    click.echo(f'{file}: when you have sent it, say "sincerely outgoing sent {made.message.name}".', err=told)
    return 0


def _put_file(file: Path, data: bytes) -> None:
    if str(file) == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        with file.open("xb") as out:
            out.write(data)
    except OSError as error:
        raise Failure(f"{file}: cannot be written ({error.strerror}); name another file") from error


@outgoing_command.command(
    "sent", epilog="Examples:\n\n\b\n  sincerely outgoing sent o1\n  sincerely outgoing sent o1 --at 2026-03-05T09:30"
)
@click.argument("message")
@click.option("--anyway", is_flag=True, help="It did go out, though the approval no longer held, or not yet.")
@at_option
@json_option
def sent_command(message: str, at: At | None, *, anyway: bool, as_json: bool) -> int:
    """Say that you have sent MESSAGE by hand; its finding is settled, once.

    Where the approval no longer holds nothing is recorded, and you are asked again: exit code 1. "sincerely undo"
    takes it back.
    """
    from sincerely.app.outgoing.outgoing_listing import as_json as line_json
    from sincerely.app.outgoing.outgoing_listing import line_of
    from sincerely.app.outgoing.sent_by_hand import told_sent
    from sincerely.app.today.wording import headline
    from sincerely.core.outbound import CannotStep

    from .exits import moment_now, opened_store

    with opened_store() as store, one_line(CannotStep):
        told = told_sent(store, message, now_or(at).within, moment_now(), anyway=anyway)
        line = line_of(store, told.message, now_or(at).within)
    if as_json:
        put({**line_json(line), "events": [event.id for event in told.events], "why": told.why or line.why})
    elif told.why:
        name = told.message.name
        click.echo(f"{name} is not recorded as sent. {told.why}")
        click.echo(f'Not sent yet? Read it again, then "sincerely approve {draft_of(told.message)}".')
        click.echo(f'Sent all the same? "sincerely outgoing sent {name} --anyway --at TIME" records it.')
    else:
        words = "; ".join(headline(event, told.process.header) for event in told.events)
        click.echo(f'{told.message.name} is sent. {words}. "sincerely undo" takes it back.')
    return 1 if told.why else 0


@outgoing_command.command("withdraw", epilog="Examples:\n\n\b\n  sincerely outgoing withdraw o1")
@click.argument("message")
def withdraw_command(message: str) -> None:
    """Take the approval of MESSAGE back; its draft stays."""
    from sincerely.app.outgoing.withdrawing import withdraw
    from sincerely.core.outbound import CannotStep

    from .exits import moment_now, opened_store

    with opened_store() as store, one_line(CannotStep):
        found = withdraw(store, message, moment_now())
    click.echo(f'{found.name} is withdrawn. "sincerely approve {draft_of(found)}" approves it again.')


@outgoing_command.command(
    "by-itself", epilog="Examples:\n\n\b\n  sincerely outgoing by-itself off\n  sincerely outgoing by-itself on"
)
@click.argument("how", type=click.Choice(["on", "off"]), required=False)
def by_itself_command(how: str | None) -> None:
    """Let approved messages go out by themselves, in the background, or send each by hand.

    With "on", as it is from the beginning, "sincerely serve" and "sincerely worker" send what you approved, through the
    connected mailbox that it is from, once its time has come: never in the first 30 seconds, never what has been
    overtaken by news. "sincerely outgoing withdraw MESSAGE" stops one before that. What you approve "--by-hand", or
    write to a file, is yours to send.
    """
    from sincerely.app.outgoing.sent_by_whom import is_on, turn

    from .exits import opened_store

    with opened_store() as store:
        if how is not None:
            turn(store, on=how == "on")
        on = is_on(store)
    click.echo(
        "Approved messages go out by themselves when their time has come."
        if on
        else 'Nothing goes out by itself; "sincerely outgoing send MESSAGE" sends one.'
    )


for _command in (to_drafts_command, *COMMANDS):
    outgoing_command.add_command(_command)
