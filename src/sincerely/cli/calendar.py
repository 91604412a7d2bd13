"""``sincerely calendar``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .asking import secret_from
from .common import At, Failure, at_option, json_option, now_or, one_line, put

if TYPE_CHECKING:
    from sincerely.app.connections.calendar_out import Pushed
    from sincerely.planning.entry_words import Shows

_EPILOG = """Examples:

\b
  sincerely calendar due.ics                 a file that any calendar imports
  sincerely calendar due.ics --discreet      for a calendar that others may look into
  sincerely calendar push --url https://dav.example/ --user robin      the password is asked for, and not shown
  sincerely calendar push --dry-run          what would be written
  sincerely calendar read https://dav.example/robin/work/
  sincerely calendar feed new --public https://search.example
"""


class _FileOrCommand(click.Group):
    """A group whose first argument may also be a file: then it is written."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            return super().resolve_command(ctx, ["file", *args])
        return super().resolve_command(ctx, args)


@click.group("calendar", cls=_FileOrCommand, epilog=_EPILOG, subcommand_metavar="FILE | push | read | feed ...")
def calendar_command() -> None:
    """Put what is due and what to wait for into a calendar; read interviews from one.

    Entries name the employer and what is to be done, and no person.
    """


def _shows(*, discreet: bool, people: bool) -> Shows | None:
    from sincerely.planning.entry_words import Shows

    if discreet and people:
        raise click.UsageError("choose one of --discreet and --people")
    return Shows.LITTLE if discreet else Shows.ALL if people else None


_discreet = click.option("--discreet", is_flag=True, help="Name neither employer nor person.")
_people = click.option("--people", is_flag=True, help="Also name people, and say why.")
_policy = click.option("--policy", "profile", default="", metavar="PROFILE", help="As for today.")


@calendar_command.command("file")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@at_option
@_discreet
@_people
@_policy
def file_command(target: Path, at: At | None, profile: str, *, discreet: bool, people: bool) -> None:
    """Write an .ics file to import; the same entry has the same name each time."""
    from sincerely.app.connections.calendar_out import as_file, entries_for
    from sincerely.app.here import here
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import opened
    from sincerely.core.policy import PolicyError
    from sincerely.planning.entry_words import Shows
    from sincerely.store.base import StoreError

    shows = _shows(discreet=discreet, people=people) or Shows.SOME
    zone = here()
    with one_line(StoreError, PolicyError), opened(profile=profile) as store:
        now = now_or(at).within(zone)
        found = entries_for(store, policy_of(store, profile), now, zone, shows)
    try:
        target.write_bytes(as_file(found, now).encode())
    except OSError as error:
        raise Failure(f"{target}: can't be written ({error.strerror}); choose another place") from error
    click.echo(f"{len(found)} {'entry' if len(found) == 1 else 'entries'} in {target}.")


@calendar_command.command("push")
@click.option("--url", default="", metavar="ADDRESS", help="Your CalDAV server; remembered.")
@click.option("--user", default="", metavar="NAME", help="Your name there; remembered.")
@click.option("--password", "ask", is_flag=True, help="Ask for a new password.")
@click.option("--password-file", type=click.Path(path_type=Path), help="Take the password from there.")
@click.option("--new", "anew", is_flag=True, help="Make another calendar; the one before was deleted.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@_discreet
@_people
@_policy
@json_option
def push_command(
    url: str, user: str, password_file: Path | None, profile: str,
    *, ask: bool, anew: bool, dry_run: bool, discreet: bool, people: bool, as_json: bool,
) -> None:  # fmt: skip
    """Keep a calendar of our own on your CalDAV server up to date. Nobody else's entries are touched.

    The password is kept where those of your mailboxes are: in the system's keyring, else in the sealed file.
    """
    from dataclasses import replace

    from sincerely.accounts.vault import VaultError
    from sincerely.app.connections import calendar_settings
    from sincerely.app.connections.calendar_out import entries_for, push
    from sincerely.app.connections.calendar_secret import moved, secret_name
    from sincerely.app.here import here
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import connected, open_secrets, opened, own_calendar
    from sincerely.core.policy import PolicyError
    from sincerely.dav.errors import DavError
    from sincerely.store.base import StoreError

    now = datetime.now().astimezone()
    given: list[str] = []

    def secret(_: str) -> str:
        given.append(secret_from(password_file, f"Password of {settings.user} at {settings.server}"))
        return given[-1]

    with one_line(StoreError, PolicyError, DavError, VaultError), opened(profile=profile) as store:
        before = calendar_settings.load(store)
        settings = calendar_settings.changed(before, server=url, user=user)
        new = ask or password_file is not None or moved(settings, before)
        settings = replace(settings, password_file="") if new else settings
        shows = _shows(discreet=discreet, people=people) or settings.shows
        settings = replace(settings, shows=shows, own="" if anew else settings.own)
        wanted = entries_for(store, policy_of(store, profile), now, here(), settings.shows)
        with connected(settings, secret if new else None) as dav:
            if given and not dry_run:
                dav.home()  # it is tried before it is kept
                open_secrets().put(secret_name(settings), given[-1])
            if not dry_run:
                calendar_settings.save(store, settings)
            done = push(store, own_calendar(settings, dav), wanted, now, dry_run=dry_run)
    _print_push(done, dry_run=dry_run, as_json=as_json)


def _print_push(done: Pushed, *, dry_run: bool, as_json: bool) -> None:
    for step in done.steps:
        do = "left" if step.uid in done.left else str(step.do)
        summary = done.summaries.get(step.uid, "")
        if as_json:
            put({"do": do, "uid": step.uid, "summary": summary})
        elif do not in {"keep", "forget", "adopt"}:
            click.echo(f"{do:8}  {summary or 'an entry whose matter is settled'}")
    if not as_json:
        verb = "would be written" if dry_run else "written"
        click.echo(f"{done.writes} {verb}, {len(done.steps) - done.writes} as they are.")


@calendar_command.command("read")
@click.argument("address", metavar="ADDRESS")
@click.option("--stop", is_flag=True, help="Read this calendar no longer.")
def read_command(address: str, *, stop: bool) -> None:
    """Read interviews from a calendar on your server, now and in the background. It is never changed."""
    from dataclasses import replace

    from sincerely.app.connections import calendar_settings
    from sincerely.app.mail_in.sync import sync
    from sincerely.app.wiring import calendar_sources, connected, opened, reader
    from sincerely.dav.errors import DavError
    from sincerely.store.base import StoreError

    now = datetime.now().astimezone()
    with one_line(StoreError, DavError), opened() as store:
        settings = calendar_settings.load(store)
        others = tuple(url for url in settings.reads if url != address)
        if stop:
            calendar_settings.save(store, replace(settings, reads=others))
            click.echo("It is read no longer; what was read is kept.")
            return
        settings = replace(settings, reads=(*others, address))
        with connected(settings) as dav:
            found = [one for one in calendar_sources(settings, dav) if one.name.endswith(f":{address}")]
            done = sync(store, found, reader(store), now, lambda *_: None)
        if done.failed:
            raise Failure("; ".join(done.notes))
        calendar_settings.save(store, settings)
    for note in done.notes:
        click.echo(f"sincerely: {note}", err=True)
    click.echo(done.summary)


@calendar_command.group("feed")
def feed_group() -> None:
    """A secret address under which calendars fetch your entries, where Sincerely is hosted under a public one."""


@feed_group.command("new")
@click.option("--public", "address", default="", metavar="ADDRESS", help="Where this Sincerely is hosted; remembered.")
@_discreet
@_people
def new_command(address: str, *, discreet: bool, people: bool) -> None:
    """Make a feed and show its address, this once. An earlier address ends."""
    from sincerely.app.connections.feed import NoFeed, new, set_public
    from sincerely.app.wiring import opened
    from sincerely.planning.entry_words import Shows
    from sincerely.store.base import StoreError

    shows = _shows(discreet=discreet, people=people) or Shows.SOME
    with one_line(StoreError, NoFeed), opened() as store:
        if address:
            set_public(store, address)
        click.echo(new(store, shows))
    click.echo("Whoever knows this address can read the feed. It is shown only now.", err=True)


@feed_group.command("revoke")
def revoke_command() -> None:
    """End the feed: its address leads nowhere from now on."""
    from sincerely.app.connections.feed import revoke
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    with one_line(StoreError), opened() as store:
        there = revoke(store)
    click.echo("The feed has ended." if there else "There was no feed.")
