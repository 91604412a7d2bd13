"""Drafts into the Drafts folder of a connected mailbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from .common import json_option, one_line, put

if TYPE_CHECKING:
    from sincerely.app.drafts.drafts_folder import Placed
    from sincerely.store.base import Store


def put_drafts(names: Iterable[str], sender: str, *, again: bool, as_json: bool) -> int:
    """Put drafts into Drafts, and say what came of each."""
    from sincerely.app.drafts.drafts_folder import put_draft

    from .exits import moment_now

    for name in names:
        _told(lambda store, name=name: put_draft(store, name, moment_now(), sender, again=again), as_json=as_json)  # type: ignore[misc]
    return 0


@click.command(
    "to-drafts", epilog="Examples:\n\n\b\n  sincerely outgoing to-drafts o1\n  sincerely outgoing to-drafts o1 --again"
)
@click.argument("message")
@click.option("--from", "sender", default="", metavar="ADDRESS", help="The mailbox, where several are connected.")
@click.option("--again", is_flag=True, help="You have deleted it there: put it there once more.")
@json_option
def to_drafts_command(message: str, sender: str, *, again: bool, as_json: bool) -> None:
    """Put MESSAGE into your mailbox's Drafts folder, to finish and send it in your own mail program.

    It is then not sent from here: its approval ends. What you send is recognised in your Sent folder, and settles its
    finding.
    """
    from sincerely.app.drafts.drafts_folder import put_message

    from .exits import moment_now

    _told(lambda store: put_message(store, message, moment_now(), sender, again=again), as_json=as_json)


def _told(work: Callable[[Store], Placed], *, as_json: bool) -> None:
    from sincerely.core.outbound import CannotStep
    from sincerely.outbox.eml import NoAddress
    from sincerely.sources.base import SourceError

    from .exits import opened_store

    with opened_store() as store, one_line(CannotStep, NoAddress, SourceError):
        placed = work(store)
    put(_as_json(placed)) if as_json else _say(placed)


def _as_json(placed: Placed) -> dict[str, object]:
    return {
        "id": placed.name,
        "mailbox": placed.handed.account,
        "folder": placed.folder,
        "message_id": placed.handed.message_id,
        "at": placed.handed.at.isoformat(),
        "new": placed.new,
        "older": placed.older,
        "ended": placed.ended.name if placed.ended is not None else None,
    }


def _say(placed: Placed) -> None:
    handed = placed.handed
    if not placed.new:
        when = f"{handed.at.astimezone():%Y-%m-%d %H:%M}"
        click.echo(f"{placed.name} is in Drafts of {handed.account} already, with this text (put there {when}).")
        click.echo("Nothing was changed. Have you deleted it there? --again puts it there once more.")
        return
    click.echo(f"{placed.name} is in {placed.folder} of {handed.account}: finish and send it in your mail program.")
    if placed.older:
        lies = "version lies" if placed.older == 1 else "versions lie"
        click.echo(f"{placed.older} older {lies} there too: nothing of yours is deleted.")
    if placed.ended is not None:
        click.echo(f"{placed.ended.name} is not sent from here any more.")
    for each in placed.attach:
        click.echo(f"Attach {each} before you send it.")
    click.echo('Once it lies in Sent, "sincerely sync" counts it as sent.')
