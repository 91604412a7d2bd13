"""``sincerely account``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .asking import secret_from
from .common import Failure, json_option, one_line, put

if TYPE_CHECKING:
    from sincerely.core.account import Account
    from sincerely.sources.imap_line import SignIn

_EPILOG = """Examples:

\b
  sincerely account add robin@mail.example           the password is asked for, and not shown
  sincerely account add robin@mail.example --read-only --since 6m
  sincerely account add robin@own.example --imap imap.own.example:993 --smtp smtp.own.example:465 --user robin
  sincerely account add robin@mail.example --imap none         only sends; what comes is read from files
  sincerely account test robin@mail.example
  sincerely account set robin@mail.example --folder INBOX --folder Sent
"""


def _errors() -> tuple[type[Exception], ...]:
    from sincerely.accounts.oauth import OAuthError
    from sincerely.accounts.vault import VaultError
    from sincerely.core.account import AccountError
    from sincerely.sources.base import SourceError
    from sincerely.store.base import StoreError

    return OAuthError, VaultError, AccountError, SourceError, StoreError


def _options(function: Any) -> Any:
    """Add what `add` and `set` share."""
    for option in reversed(
        (
            click.option("--imap", metavar="HOST:PORT", help='Where mail is read; "none" to send only.'),
            click.option("--smtp", metavar="HOST:PORT", help='Where mail goes out; "none" for nowhere.'),
            click.option("--user", metavar="NAME", help="The name to sign in with, where it is not the address."),
            click.option(
                "--folder", "folders", multiple=True, metavar="NAME", help='Read only this one; "all" for all.'
            ),
            click.option("--since", metavar="SPAN", help="How far back to read: 90d, 6m, 1y (the default), all."),
            click.option("--ca", type=click.Path(path_type=Path), help="Trust this authority instead of the system's."),
            click.option("--password-file", type=click.Path(path_type=Path), help="Take the password from there."),
            click.option("--read-only/--may-send", default=None, help="Never send with it, and put no draft into it."),
        )
    ):
        function = option(function)
    return function


@click.group("account", epilog=_EPILOG)
def account_command() -> None:
    """Connect your mailbox: it is read by IMAP, and nothing in it is changed. Or only send with it.

    Passwords are kept in the system's keyring, else in a file that a passphrase seals (secrets.sealed in the data
    folder); never in the database. Best make a password for this program alone at your provider.
    """


@account_command.command("add")
@click.argument("address")
@_options
@click.option("--oauth", metavar="NAME", help="Sign in by OAuth: google, microsoft, or one in oauth.toml.")
@click.option("--client-id", metavar="ID", help="Your own client id, for --oauth.")
@click.option("--client-secret-file", type=click.Path(path_type=Path), help="Its secret, where it has one.")
@click.option("--look-up", is_flag=True, help="Ask DNS and the provider's own page for the servers.")
@click.option("--files", is_flag=True, help="No server: this address works from files.")
@click.option("--no-test", is_flag=True, help="Keep it without trying it.")
def add(
    address: str,
    *,
    files: bool,
    no_test: bool,
    oauth: str | None,
    client_id: str | None,
    client_secret_file: Path | None,
    password_file: Path | None,
    look_up: bool,
    **told: Any,
) -> None:
    """Connect ADDRESS. Its servers are known for many providers; else name them."""
    from sincerely.app.connections.mailboxes import connect, try_servers
    from sincerely.app.connections.signing_in import given
    from sincerely.app.wiring import open_secrets, opened
    from sincerely.core.account import Account

    trouble = ""
    with one_line(*_errors()):
        values, address = _values(told), Account(address=address.strip().lower()).address
        if oauth:
            values |= {"auth": "oauth", "oauth": oauth, "client_id": client_id or ""}
        if not files and not (values.get("imap") or {"imap", "smtp"} <= values.keys()):
            values = _found(address, values, look_up=look_up)
        account = Account(address=address, **values)
        if not files and not (account.imap or account.may_send):
            raise click.UsageError('it would be neither read nor sent with; "--files" connects an address without both')
        secret = "" if files else _secret_of(account, password_file, client_secret_file)
        if not files and not no_test:
            sign_in = given(account, secret)
            tried = try_servers(account, sign_in, lambda: _sending(account, sign_in))
            if account.imap is not None:
                _show(account, tried)
            trouble = tried.unsent
        with opened() as store:
            connect(store, open_secrets(), account, secret, datetime.now().astimezone())
    click.echo(f"{account.address} is connected: {_way(account, open_secrets().place)}.")
    if trouble:
        click.echo(f'sincerely: {trouble} "sincerely account test {account.address}" tries again', err=True)


@account_command.command("list")
@json_option
def list_accounts(*, as_json: bool) -> None:
    """Every connected mailbox."""
    from sincerely.app.wiring import opened

    with one_line(*_errors()), opened() as store:
        accounts = store.accounts()
    for account in accounts:
        if as_json:
            put({**asdict(account), "imap": str(account.imap or ""), "smtp": str(account.smtp or "")})
        else:
            click.echo(_line(account))
    if not accounts and not as_json:
        click.echo('No mailbox is connected; "sincerely account add ADDRESS" connects one.')


@account_command.command("test")
@click.argument("address")
def test(address: str) -> None:
    """Connect to ADDRESS, sign in for reading and for sending, and show which folders are read. Nothing is sent."""
    from sincerely.app.connections.mailboxes import account_named, try_account
    from sincerely.app.connections.signing_in import sign_in_of
    from sincerely.app.wiring import home, open_secrets, opened

    with one_line(*_errors()), opened() as store:
        account = account_named(store, address)
        if account.imap is not None or not account.may_send:
            _show(account, try_account(account, sign_in_of(account, open_secrets, home())))
        if account.may_send:
            trouble = _sending(account)
            if trouble:
                raise Failure(trouble)
            click.echo(f"{account.address}: can send, at {account.smtp}; nothing was sent.")


@account_command.command("remove")
@click.argument("address")
def remove(address: str) -> None:
    """Forget ADDRESS and its password. What was read from it stays."""
    from sincerely.app.connections.mailboxes import disconnect
    from sincerely.app.wiring import open_secrets, opened

    with one_line(*_errors()), opened() as store:
        account = disconnect(store, open_secrets, address)
    click.echo(f"{account.address} is forgotten, and its password; what was read from it stays.")


@account_command.command("set")
@click.argument("address")
@_options
@click.option("--password", "--sign-in", "ask", is_flag=True, help="Ask for a new password; by OAuth, sign in again.")
@click.option("--client-secret-file", type=click.Path(path_type=Path), help="For --sign-in, where the client has one.")
def change_account(
    address: str, *, ask: bool, client_secret_file: Path | None, password_file: Path | None, **told: Any
) -> None:
    """Change what is kept about ADDRESS."""
    from sincerely.app.connections.mailboxes import account_named, change
    from sincerely.app.connections.signing_in import secret_name
    from sincerely.app.wiring import open_secrets, opened

    with one_line(*_errors()), opened() as store:
        values = _values(told)
        if not values and not ask and password_file is None:
            raise click.UsageError("nothing to change: name an option, such as --read-only or --since 2y")
        account = account_named(store, address)
        if ask or password_file is not None:
            secret = _secret_of(account, password_file, client_secret_file)
            open_secrets().put(secret_name(account), secret)
        account = change(store, address, datetime.now().astimezone(), **values)
    click.echo(_line(account))


def _found(address: str, values: dict[str, Any], *, look_up: bool) -> dict[str, Any]:
    """Return what was said and, for the rest, what is known of the provider; the person confirms the network's word."""
    import sys

    from sincerely.app.connections.mailboxes import settings_of

    domain = address.rpartition("@")[2]
    known = settings_of(address)
    if known is None and not look_up and sys.stdin.isatty():
        look_up = click.confirm(f"The servers of {domain} are not known here. Ask DNS and {domain} for them?", err=True)
    if known is None and look_up:
        known = settings_of(address, ask_network=True)
    if known is None:
        raise Failure(
            f"{address}: its provider is not known here; name its servers: --imap HOST:PORT --smtp HOST:PORT "
            "(--imap none to send only), or let the network be asked: --look-up"
        )
    login = {"login": known.login} if known.login else {}
    found = {"imap": known.imap, "smtp": known.smtp, **login, **values}
    signed = f", signed in as {found['login']}" if login else ""
    told = f"read at {found['imap'] or 'nowhere'}, sent at {found['smtp'] or 'nowhere'}{signed}"
    click.echo(f"{known.found}: {told}", err=True)
    if known.note:
        click.echo(f"First: {known.note}.", err=True)
    if not known.sure and not (sys.stdin.isatty() and click.confirm("Are these right?", err=True)):
        raise Failure("nothing was changed; where they are right, name them: --imap HOST:PORT --smtp HOST:PORT")
    return found


def _values(told: dict[str, Any]) -> dict[str, Any]:
    """Return an account's fields from the options that were given."""
    from sincerely.accounts.providers import IMAP_PORT, SMTP_PORT
    from sincerely.app.connections.mailboxes import days_of
    from sincerely.core.account import Server

    folders: Sequence[str] = told["folders"]
    found = {
        "login": told["user"],
        "folders": (() if folders == ("all",) else folders) if folders else None,
        "since_days": days_of(told["since"]) if told["since"] else None,
        "ca": str(told["ca"].expanduser().absolute()) if told["ca"] else None,
        "read_only": told["read_only"],
    }
    values = {name: value for name, value in found.items() if value is not None}
    for name, port in (("imap", IMAP_PORT), ("smtp", SMTP_PORT)):
        if told[name]:
            values[name] = None if told[name] == "none" else Server.parse(told[name], port)
    return values


def _secret_of(account: Account, password_file: Path | None, client_secret_file: Path | None) -> str:
    """Return what to sign in with: a password, or what the provider's page gave."""
    if account.auth == "password":
        return secret_from(password_file, f"Password for {account.user}")
    import webbrowser

    from sincerely.accounts.passphrase import from_file
    from sincerely.app.connections.signing_in import by_browser
    from sincerely.app.wiring import home

    def show(url: str) -> None:
        click.echo(f"Say yes at this page; it opens by itself where there is a browser:\n{url}", err=True)
        webbrowser.open(url)

    return by_browser(account, from_file(client_secret_file) if client_secret_file else "", home(), show)


def _show(account: Account, tried: Any) -> None:
    click.echo(f"{account.address}: signed in. Read: {', '.join(tried.folders) or 'nothing'}.")
    if tried.left_out:
        click.echo(f"Left out: {', '.join(tried.left_out)}.")


def _sending(account: Account, sign_in: SignIn | None = None) -> str:
    """Return what is in the way of sending, and what to do; nothing where it works."""
    from sincerely.app.wiring import account_outbox

    found = account_outbox(account, sign_in).attempt()
    return f"{account.address}: can't send yet, at {account.smtp}: {found.told}" if found is not None else ""


def _way(account: Account, place: str) -> str:
    if account.imap is not None:
        return f'its secret is in {place}; "sincerely sync" reads it'
    return f"to send with; its secret is in {place}" if account.smtp else "from files"


def _line(account: Account) -> str:
    parts = [f"read at {account.imap}" if account.imap else "is not read" if account.smtp else "from files"]
    parts.append("read only" if account.read_only else f"sent at {account.smtp}" if account.smtp else "nothing is sent")
    if account.imap:
        parts.append(f"folders {', '.join(account.folders)}" if account.folders else "all folders")
        parts.append(f"{account.since_days} days back" if account.since_days else "all of it")
    return f"{account.address}: {'; '.join(parts)}"
