"""``sincerely sync``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from .common import Failure, json_option, one_line, put

_EPILOG = """Examples:

\b
  sincerely sync ~/Mail                      a Maildir, or a folder of mailboxes
  sincerely sync inbox.mbox sent.mbox calendar.ics
  sincerely sync                             what was read before, and connected mailboxes: only what is new costs time
  sincerely sync takeout-1.zip               a takeout as it is downloaded; its mail is unpacked beside the store
  sincerely sync takeout.mbox --me robin@mail.example
"""


@click.command("sync", epilog=_EPILOG)
@click.argument("sources", nargs=-1, type=click.Path(readable=False, path_type=Path), metavar="[SOURCE]...")
@click.option("--me", multiple=True, metavar="ADDRESS", help="Your own address; found by itself where it can be.")
@json_option
def sync_command(sources: tuple[Path, ...], me: tuple[str, ...], *, as_json: bool) -> int:
    """Read mail and calendars into the store: mbox, Maildir, .eml, .msg and .ics files, folders and archives.

    Nothing there is changed. Without SOURCE, what was read before is read again, and so is every connected mailbox:
    copies of what was sent from here that its Sent folder still lacks are put there.
    Exit code 2 when a source, or a file or folder inside one, could not be read; the rest is.
    """
    from dataclasses import replace

    from sincerely.app.mail_in import bringing
    from sincerely.app.mail_in.reading_in import ALONE
    from sincerely.app.mail_in.spool import SpoolError
    from sincerely.app.mail_in.sync import sync
    from sincerely.app.outgoing.filing import file_copies
    from sincerely.app.wiring import home, opened, reader, sources_at, sources_before
    from sincerely.sources.base import SourceError
    from sincerely.store.base import StoreError

    from .progress import reading_progress

    with one_line(StoreError, SourceError, SpoolError), opened() as store:
        ready = bringing.ready(sources, home())
        found = sources_at(ready.paths) if sources else sources_before(store)
        found = replace(found, notes=(*ready.notes, *found.notes), failed=found.failed + len(ready.notes))
        if not found.sources and not found.failed:
            raise click.UsageError(
                "nothing to read: name a mailbox, such as: sincerely sync ~/Mail, "
                "or connect yours: sincerely account add ADDRESS"
            )
        if not found.sources:
            raise Failure("; ".join(found.notes))
        # The pages see that somebody reads; two who read at once finish both, and nothing doubles.
        with store.alone(ALONE), reading_progress() as progress:
            done = sync(store, found.sources, reader(store, me), datetime.now().astimezone(), progress)
        missing: list[str] = []
        names = {source.name for source in found.sources}
        copied = file_copies(store, datetime.now().astimezone(), missing.append, names)
    # A folder that refuses is met while looking for sources, and again by each that reads around it.
    for note in dict.fromkeys((*found.notes, *done.notes, *missing)):
        click.echo(f"sincerely: {note}", err=True)
    if as_json:
        counts = {"read": done.read, "new": done.new, "events": done.events, "unsure": done.unsure}
        put({**counts, "seconds": round(done.seconds, 2)})
    else:
        click.echo(done.summary)
        if copied:
            click.echo(
                f"Also put {copied} {'copy' if copied == 1 else 'copies'} of what you sent into your Sent folder."
            )
    return 2 if done.failed or done.refused or found.failed else 0
