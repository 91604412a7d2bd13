"""``sincerely policy``: how long things may take, in words; a profile, and values of your own."""

from __future__ import annotations

from datetime import datetime

import click

from .common import json_option, one_line, put

_EPILOG = """Examples:

\b
  sincerely policy
  sincerely policy profile strict
  sincerely policy set WAIT003.after_promise 3bd
  sincerely policy set WAIT003.at_most 1 --process acme-analyst
  sincerely policy reset WAIT003.after_promise
"""
_process = click.option(
    "--process", default="", metavar="P", help="Only for this one: its name or the beginning of it."
)


@click.group("policy", invoke_without_command=True, epilog=_EPILOG)
@click.option("--process", default="", metavar="P", help="As it holds for this one.")
@json_option
@click.pass_context
def policy_command(context: click.Context, process: str, *, as_json: bool) -> None:
    """Show every value in words, with its source; yours to change, for all processes or for one."""
    if context.invoked_subcommand is not None:
        return
    from dataclasses import asdict

    from sincerely.app.today.policies import chosen
    from sincerely.app.today.policy_words import in_words

    from .exits import opened_store

    with opened_store() as store:
        name = _named(store, process)
        profile, groups = chosen(store).profile, in_words(store, name)
    if not as_json:
        click.echo(f"Profile {profile}.")
    for title, values in groups:
        if not as_json:
            click.echo(f"\n{title}")
        for value in values:
            if as_json:
                put(asdict(value))
                continue
            click.echo(f"  {value.words}")
            why = f"yours; otherwise {value.usual}" if value.own else value.source
            click.secho(f"    {value.name}. {why}", dim=True)


def _named(store: object, process: str) -> str:
    from sincerely.app.processes.regrouping import named

    return named(store, process).id if process else ""  # type: ignore[arg-type]  # the store that was opened


@policy_command.command("profile", epilog="Examples:\n\n\b\n  sincerely policy profile campus")
@click.argument("name")
def profile_command(name: str) -> None:
    """Take the profile NAME: default, strict, campus or agency. Values of your own stay."""
    from sincerely.app.today.policies import choose_profile
    from sincerely.core.policy import PolicyError

    from .exits import opened_store, say_deed

    with one_line(PolicyError), opened_store() as store:
        say_deed(choose_profile(store, name, datetime.now().astimezone()))


@policy_command.command("set", epilog="Examples:\n\n\b\n  sincerely policy set THX001.due 12h")
@click.argument("name")
@click.argument("value")
@_process
def set_command(name: str, value: str, process: str) -> None:
    """Set NAME, such as WAIT003.at_most, to VALUE: a number, a word, or a span such as 24h, 30d or 5bd."""
    from sincerely.app.today.policies import set_value
    from sincerely.core.policy import PolicyError

    from .exits import opened_store, say_deed

    with one_line(PolicyError), opened_store() as store:
        say_deed(set_value(store, name, value, datetime.now().astimezone(), _named(store, process)))


@policy_command.command(
    "reset", epilog="Examples:\n\n\b\n  sincerely policy reset\n  sincerely policy reset THX001.due"
)
@click.argument("name", required=False, default="")
@_process
def reset_command(name: str, process: str) -> None:
    """Let the profile's value count again; without NAME all of them."""
    from sincerely.app.today.policies import reset_value
    from sincerely.core.policy import PolicyError

    from .exits import opened_store, say_deed

    with one_line(PolicyError), opened_store() as store:
        say_deed(reset_value(store, name, datetime.now().astimezone(), _named(store, process)))
