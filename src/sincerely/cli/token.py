"""``sincerely token``: what lets other programs in."""

from __future__ import annotations

from datetime import datetime

import click

from .common import Failure, json_option, one_line, put

_EPILOG = """Examples:

\b
  sincerely token add dashboard                      may read, and no more
  sincerely token add assistant --can-propose --days 30
  sincerely token add my-script --full
  sincerely token list
  sincerely token revoke assistant
"""


@click.group("token", epilog=_EPILOG)
def token_command() -> None:
    """Let your other programs use the API of "sincerely serve" (/api/v1), as far as you say.

    A token is shown once; only a digest of it is kept. None may approve a mail unless you say --can-approve: whoever
    holds such a token can let mail go out in your name.
    """


@token_command.command("add", epilog=_EPILOG)
@click.argument("name")
@click.option("--read-only", "kind", flag_value="read", default=True, help="It may read. The default.")
@click.option("--can-propose", "kind", flag_value="propose", help="It may also propose drafts, which you then judge.")
@click.option("--full", "kind", flag_value="full", help="It may also say and write what you could, but approve.")
@click.option("--can-approve", is_flag=True, help="It may approve too: mail then goes out on its word.")
@click.option("--days", type=click.IntRange(1, 3650), metavar="N", help="It ends by itself after so many days.")
@json_option
def add_token(name: str, kind: str, days: int | None, *, can_approve: bool, as_json: bool) -> None:
    """Make a token called NAME, and show it this once."""
    from sincerely.app.connections import access
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    scopes = {"read": access.READ_ONLY, "propose": access.CAN_PROPOSE, "full": access.FULL}[kind]
    scopes = scopes | {access.Scope.APPROVE} if can_approve else scopes
    with one_line(StoreError, access.NoToken), opened() as store:
        secret = access.add(store, name, scopes, datetime.now().astimezone(), days)
        made = access.tokens(store)[-1]
    if as_json:
        put({**made.as_json(), "token": secret})
        return
    click.echo(f'"{made.name}" may {", ".join(sorted(made.scopes))}. Its token, which is not shown again:', err=True)
    click.echo(secret)
    click.echo("It goes into the header Authorization: Bearer TOKEN, and never into an address.", err=True)
    if can_approve:
        click.echo("Whoever holds it can let mail go out in your name. Keep it like a password.", err=True)


@token_command.command("list")
@json_option
def list_tokens(*, as_json: bool) -> None:
    """Every token: what it may do, until when, and when it was last used."""
    from sincerely.app.connections import access
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    with one_line(StoreError), opened() as store:
        known = access.tokens(store)
    for token in known:
        if as_json:
            put(token.as_json())
            continue
        ends = f"until {token.ends_at.astimezone():%Y-%m-%d}" if token.ends_at else "until revoked"
        used = f"last used on {token.used_on}" if token.used_on else "never used"
        click.echo(f"{token.name:24} {', '.join(sorted(token.scopes)):32} {ends}, {used}")
    if not known and not as_json:
        click.echo('No program has a token; "sincerely token add NAME" makes one.')


@token_command.command("revoke")
@click.argument("name")
def revoke_token(name: str) -> None:
    """End the token called NAME, at once."""
    from sincerely.app.connections import access
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    try:
        with one_line(StoreError), opened() as store:
            access.revoke(store, name)
    except NothingThere as error:
        raise Failure(str(error)) from error
    click.echo(f'"{name}" opens nothing any more.')
