"""``sincerely style``: how you write, learnt from your sent mail, and yours to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import json_option, one_line, put

if TYPE_CHECKING:
    from sincerely.app.drafts.style import Kept, Line
    from sincerely.store.base import Store

_EPILOG = """Examples:

\b
  sincerely style
  sincerely style set sign-off "Best wishes"
  sincerely style set signature "+44 113 496 0123\\nlinkedin.example/robin"
  sincerely style set formality informal
  sincerely style reset sign-off
"""


@click.group("style", invoke_without_command=True, epilog=_EPILOG)
@json_option
@click.pass_context
def style_command(context: click.Context, *, as_json: bool) -> None:
    """How your drafts are written: name, sign-off, signature, formality, languages.

    Learnt from your sent mail, each with what it was learnt from; what you set yourself always goes first.
    """
    if context.invoked_subcommand is not None:
        return
    from sincerely.app.drafts.style import style_of

    from .exits import opened_store

    with opened_store() as store:
        kept = style_of(store)
        if not as_json:
            _show(store, kept)
            return
    for line in kept.lines():
        put(line.as_json())


def _show(store: Store, kept: Kept) -> None:
    for line in kept.lines():
        value = line.value.replace("\n", " / ") or "-"
        click.echo(f"{line.key:28} {value}")
        click.secho(f"{'':28} {_why(store, line)}", dim=True)
    if not kept.learnt.letters:
        click.echo('Nothing was learnt yet: "sincerely sync" reads your sent mail.')


def _why(store: Store, line: Line) -> str:
    if line.edited:
        return f'you set it; "sincerely style reset {line.key.partition(" ")[0]}" takes it back'
    if line.habit is None:
        return "follows the thread" if line.key in {"formality", "languages"} else "not learnt yet"
    from sincerely.app.drafts.style import shown_by

    latest = shown_by(store, line.habit)
    return f"learnt from {line.habit.count} of {line.habit.of} {line.mails}" + (
        f", the last of {latest}" if latest else ""
    )


@style_command.command("set", epilog='Examples:\n\n\b\n  sincerely style set sign-off "Viele Grüße" --language de')
@click.argument("key")
@click.argument("value")
@click.option(
    "--language", type=click.Choice(["en", "de", "fr"]), default=None, help="Of a sign-off; else its words tell."
)
def set_command(key: str, value: str, language: str | None) -> None:
    r"""Set KEY to VALUE.

    KEY is name, sign-off, signature (\n begins a new line), formality (formal or informal), or languages (one or
    more of en, de and fr, the favourite first).
    """
    from sincerely.app.drafts.style import BadStyle, set_style

    from .exits import opened_store

    with one_line(BadStyle), opened_store() as store:
        told = set_style(store, key, value, language or "")
    click.echo(f'{told}. "sincerely style reset {key}" takes it back.')


@style_command.command("reset", epilog="Examples:\n\n\b\n  sincerely style reset sign-off")
@click.argument("key")
def reset_command(key: str) -> None:
    """Forget what you set, so that what was learnt counts again."""
    from sincerely.app.drafts.style import BadStyle, reset_style

    from .exits import opened_store

    with one_line(BadStyle), opened_store() as store:
        there = reset_style(store, key)
    click.echo(f"{key}: what was learnt counts again." if there else f"{key}: you had not set it.")
