"""``export``, ``import``, ``backup``, ``restore`` and ``erase``."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from .common import Failure, one_line

_EXPORT = """Examples:

\b
  sincerely export my-search                 everything, into a new folder
  sincerely export --timeline > all.timeline
  sincerely export --timeline --process acme-analyst
"""


@click.command("export", epilog=_EXPORT)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--timeline", is_flag=True, help="Print the processes in the timeline notation instead.")
@click.option("--process", "names", multiple=True, metavar="NAME", help="With --timeline: only this one.")
def export_command(folder: Path | None, names: tuple[str, ...], *, timeline: bool) -> None:
    """Write everything that Sincerely keeps to FOLDER, as plain files."""
    from sincerely.app.processes.transfer import TransferError, export, timelines
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    if folder is None and not timeline:
        raise click.UsageError("expected a folder, or --timeline")
    with one_line(StoreError, TransferError), opened() as store:
        if timeline:
            known = {row.header.id for row in store.summaries()}
            missing = [name for name in names if name not in known]
            if missing:
                raise Failure(f'no process is called "{missing[0]}"; "sincerely processes" lists them')
            click.echo(timelines(store, names or None), nl=False)
            return
        assert folder is not None
        moved = export(store, folder)
    click.echo(f"{folder}: {moved.processes} processes, {moved.events} events, {moved.messages} messages.")


@click.command("import", epilog="Examples:\n\n\b\n  sincerely import my-search\n  sincerely import acme.timeline")
@click.argument("path", type=click.Path(path_type=Path))
def import_command(path: Path) -> None:
    """Take an export or a timeline file in. What is there already stays once; nothing is taken of what is broken."""
    from sincerely.app.processes.transfer import TransferError, take
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    with one_line(StoreError, TransferError), opened() as store:
        moved = take(store, path, datetime.now().astimezone())
    click.echo(f"{path}: {moved.processes} processes, {moved.events} new events.")


@click.command("backup", epilog="Examples:\n\n\b\n  sincerely backup ~/Backups/sincerely.db")
@click.argument("file", type=click.Path(path_type=Path))
def backup_command(file: Path) -> None:
    """Copy the store to FILE, safely while it is in use. `restore` takes it back."""
    from sincerely.app.wiring import backup
    from sincerely.store.base import StoreError

    with one_line(StoreError):
        size = backup(file)
    click.echo(f'{file}: {size:,} bytes. "sincerely restore {file}" brings it back.')


@click.command("restore", epilog="Examples:\n\n\b\n  sincerely restore ~/Backups/sincerely.db")
@click.argument("file", type=click.Path(path_type=Path))
def restore_command(file: Path) -> None:
    """Make the store what a backup holds, also while it is in use. What is there now is kept beside it."""
    from sincerely.app.processes.erasing import restore
    from sincerely.app.wiring import home
    from sincerely.store.base import StoreError

    with one_line(StoreError):
        before = restore(home(), file, datetime.now().astimezone())
    click.echo(f'{file} is restored. What was there before: "sincerely restore {before}" brings it back.')


_ERASE = """Examples:

\b
  sincerely erase acme-analyst               one process, with all that belongs to it
  sincerely erase acme-analyst --say acme-analyst
  sincerely erase                            everything
  sincerely erase --say "erase everything"
"""


@click.command("erase", epilog=_ERASE)
@click.argument("process", default="")
@click.option("--say", default="", metavar="WORDS", help="Say here that you mean it, instead of typing it when asked.")
def erase_command(process: str, say: str) -> None:
    """Erase PROCESS, or everything that Sincerely keeps, for good: facts, drafts, letters, passwords, brought files.

    You are asked to type the name of the process, or "erase everything". Your mail itself stays, and what lies in your
    mailbox or calendar. Nothing brings the rest back but a backup.
    """
    if process:
        _erase_one(process, say)
        return
    from sincerely.app.processes.erasing import WORDS, NotMeant, erase
    from sincerely.app.wiring import home, open_secrets
    from sincerely.store.base import StoreError

    with one_line(StoreError, NotMeant):
        if not say and sys.stdin.isatty():
            say = click.prompt(f'Everything in {home()} goes for good. Type "{WORDS}"', default="", show_default=False)
        done = erase(home(), say, open_secrets)
    click.echo(
        f"Erased: {done.processes} processes, {done.messages} messages' traces, {done.secrets} passwords, "
        f"{done.files} brought files. Your mail is as it was."
    )
    for left in done.left:
        click.echo(f"Left, and yours to take away: {left}.")


def _erase_one(process: str, say: str) -> None:
    from sincerely.app.processes.erasing import NotMeant
    from sincerely.app.processes.erasing_one import erase_process
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.processes.regrouping import named
    from sincerely.app.wiring import home, opened
    from sincerely.store.base import StoreError

    with one_line(StoreError, NotMeant, NothingThere), opened() as store:
        header = named(store, process)
        if not say and sys.stdin.isatty():
            what = f"{header.employer or header.id}, {header.role}" if header.role else header.employer or header.id
            say = click.prompt(f'{what}: goes for good. Type "{header.id}"', default="", show_default=False)
        done = erase_process(store, header, say, home(), datetime.now().astimezone())
    click.echo(
        f"Erased: {done.name}, {done.events} facts, {done.messages} messages' traces, {done.drafts} drafts. "
        "Your mail is as it was."
    )
    for left in done.left:
        click.echo(f"Left, and yours to take away: {left}.")
