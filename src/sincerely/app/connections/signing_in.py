"""Signing in to a mailbox: a password or a token, out of the vault when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sincerely.accounts.oauth import Asking, Client, OAuthError, PermissionEnded, Tokens, endpoints_named, refreshed
from sincerely.accounts.vault import Vault, VaultError
from sincerely.core.account import Account, Credential, Password, Token
from sincerely.outbox.mailbox import NoPassword
from sincerely.outbox.mailbox import SignIn as Presents
from sincerely.sources.base import SignInRefused, SourceError
from sincerely.sources.imap_line import SignIn

# How long the provider's page waits for a yes.
_PATIENCE = 600.0


def secret_name(account: Account) -> str:
    """Return the name of an account's secret in the vault."""
    return f"{account.auth}:{account.address}"


def given(account: Account, secret: str) -> SignIn:
    """Return what signs in with a secret that is not kept yet."""

    def sign_in(*, renew: bool = False) -> Credential:
        return _credential(account, secret, renewed=renew)

    return sign_in


def sign_in_of(account: Account, vault: Callable[[], Vault], home: Path) -> SignIn:
    """Return what signs in to an account: it opens the vault when it is asked, not before.

    A token that has ended is fetched anew, and kept.
    """

    def sign_in(*, renew: bool = False) -> Credential:
        try:
            secret = vault().get(secret_name(account))
            if secret is None:
                raise _none_kept(account, vault().place)
            if account.auth == "oauth":
                return Token(account.user, _current(account, vault(), home, Tokens.parse(secret), renew=renew).access)
        except (VaultError, OAuthError) as error:
            told = str(error).replace("ADDRESS", account.address)
            what, _, remedy = told.partition("; ")
            kind = SignInRefused if isinstance(error, PermissionEnded) else SourceError
            raise kind(account.address, f"cannot be signed in to: {what}", remedy or "try again") from error
        return _credential(account, secret, renewed=renew)

    return sign_in


def client_secret_of(account: Account, vault: Vault) -> str:
    """Return the secret of the client that a mailbox signed in with by OAuth; "" where none is known.

    Raises:
        VaultError: the vault cannot be read.
    """
    try:
        return Tokens.parse(vault.get(secret_name(account)) or "").client_secret
    except OAuthError:  # nothing is kept, or it is damaged
        return ""


def for_sending(sign_in: SignIn) -> Presents:
    """Return the same for an outbox, which tells in its own words what is in the way."""

    def present(*, renew: bool = False) -> Credential:
        try:
            return sign_in(renew=renew)
        except SourceError as error:
            raise NoPassword(f"{error.place}: {error.what}; {error.remedy}.") from error

    return present


def password_in(file: Path, user: str) -> Presents:
    """Return what signs somebody in with a password from the first line of a file, read each time it is needed."""

    def sign_in(*, renew: bool = False) -> Credential:  # noqa: ARG001 - a password is not renewed
        try:
            secret = file.expanduser().read_text("utf-8").partition("\n")[0].strip("\r")
        except (OSError, UnicodeError) as error:
            raise NoPassword(f"{file}: the password can't be read; name a file whose first line it is.") from error
        return Password(user, secret)

    return sign_in


def _credential(account: Account, secret: str, *, renewed: bool) -> Credential:
    if account.auth == "oauth":
        if renewed:  # it was fetched a moment ago
            remedy = "check the client id's permissions"
            raise SignInRefused(account.address, "the mail server refuses the token", remedy)
        return Token(account.user, Tokens.parse(secret).access)
    return Password(account.user, secret)


def _none_kept(account: Account, place: str) -> SignInRefused:
    option = "--sign-in" if account.auth == "oauth" else "--password"
    remedy = f'give one with "sincerely account set {account.address} {option}"'
    return SignInRefused(account.address, f"no secret is kept for it in {place}", remedy)


def _current(account: Account, vault: Vault, home: Path, tokens: Tokens, *, renew: bool) -> Tokens:
    now = datetime.now(UTC)
    if not renew and not tokens.ended(now):
        return tokens
    new = refreshed(endpoints_named(account.oauth, home), account.client_id, tokens, now)
    vault.put(secret_name(account), new.dump())
    return new


def by_browser(account: Account, client_secret: str, home: Path, show: Callable[[str], None]) -> str:
    """Let the person say yes at the provider's page, and return the secret to keep.

    Args:
        account: with whom, and with which client id.
        client_secret: that of the client; "" where it has none.
        home: the data folder.
        show: opens the page, or shows where it is.

    Raises:
        OAuthError: no permission came.
    """
    from sincerely.accounts.loopback import Loopback

    endpoints = endpoints_named(account.oauth, home)
    with Loopback() as loopback:
        asking = Asking(endpoints, Client(account.client_id, client_secret), loopback.redirect)
        show(asking.url)
        code = asking.code_of(loopback.answer(_PATIENCE))
    return asking.tokens(code, datetime.now(UTC)).dump()
