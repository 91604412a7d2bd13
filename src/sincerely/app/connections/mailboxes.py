"""Connected mailboxes: found, tried, kept, changed and forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sincerely.accounts.providers import Settings, known_settings
from sincerely.accounts.vault import Vault
from sincerely.app.connections import not_let_in
from sincerely.app.connections.signing_in import secret_name
from sincerely.app.mail_in.own_addresses import with_more
from sincerely.core.account import Account, AccountError
from sincerely.sources.base import SourceError
from sincerely.sources.imap import Imap
from sincerely.sources.imap_line import Pace, SignIn
from sincerely.store.base import Store

_SPAN = re.compile(r"(\d{1,3})\s*([dwmy])")
# Somebody waits for the answer: one try, and no long one.
_SECONDS = 15.0
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def settings_of(address: str, *, ask_network: bool = False) -> Settings | None:
    """Return what is known of an address's provider; the network is asked only where the person lets it."""
    known = known_settings(address)
    if known is not None or not ask_network:
        return known
    from sincerely.accounts.lookup import look_up

    return look_up(address)


def days_of(text: str) -> int:
    """Read how far back to go: "90d", "6m", "2y"; "all" is 0.

    Raises:
        AccountError: it is none of these.
    """
    if text.strip().lower() == "all":
        return 0
    found = _SPAN.fullmatch(text.strip().lower())
    if not found or not int(found[1]):
        raise AccountError(f'expected how far back, such as 90d, 6m, 1y or all, found "{text}"')
    return int(found[1]) * _DAYS[found[2]]


def account_named(store: Store, address: str) -> Account:
    """Return the account of an address.

    Raises:
        AccountError: there is none.
    """
    found = [account for account in store.accounts() if account.address.casefold() == address.casefold()]
    if not found:
        known = ", ".join(account.address for account in store.accounts())
        raise AccountError(f"{address}: is not connected" + (f"; connected are {known}" if known else ""))
    return found[0]


@dataclass(frozen=True)
class Tried:
    """What a connection shows.

    Attributes:
        folders: those that are read.
        left_out: those that are not, and why.
        unsent: what is in the way of sending, and what to do; "" where it works, or is not wanted.
    """

    folders: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unsent: str = ""


def try_account(account: Account, sign_in: SignIn) -> Tried:
    """Connect, sign in and look at the folders.

    Raises:
        SourceError: it does not work; the message says why and what to do.
    """
    if account.imap is None:
        raise SourceError(account.address, "has no server: it works from files", 'name one with "--imap"')
    source = Imap(account, sign_in, Pace(delays=(), answer=_SECONDS))
    try:
        chosen = source.folders()
    finally:
        source.close()
    if chosen.missing:
        raise SourceError(account.address, f'there is no folder "{chosen.missing[0]}"', 'name others with "--folder"')
    left_out = tuple(f"{one.place.rpartition(', ')[2]} ({one.why})" for one in chosen.left_out)
    return Tried(tuple(folder.shown for folder in chosen.folders), left_out)


def useful(account: Account) -> Account:
    """Return an account that can be read, or sent with, or both.

    Raises:
        AccountError: it is for nothing.
    """
    if account.imap is None and not account.may_send:
        raise AccountError("Name a server: one to read at, one to send with, or both")
    return account


def try_servers(account: Account, sign_in: SignIn, in_the_way: Callable[[], str]) -> Tried:
    """Try all that a mailbox is for: reading, sending, or both.

    Args:
        account: the mailbox.
        sign_in: gives what to sign in with.
        in_the_way: tries to send, and returns what is in the way; "" where nothing is.

    Raises:
        AccountError: it is for nothing, or only to send with, and that does not work.
        SourceError: it can't be read.
    """
    if useful(account).imap is not None:
        return replace(try_account(account, sign_in), unsent=in_the_way() if account.may_send else "")
    if unsent := in_the_way():
        raise AccountError(unsent)
    return Tried()


def connect(store: Store, vault: Vault, account: Account, secret: str, now: datetime) -> None:
    """Keep an account, and its secret in the vault; its address is the person's own.

    Raises:
        AccountError: it is connected already.
        VaultError: the secret cannot be kept; nothing was changed.
    """
    if any(known.address.casefold() == account.address.casefold() for known in store.accounts()):
        raise AccountError(f'{account.address}: is connected already; "sincerely account set" changes it')
    if secret:
        vault.put(secret_name(account), secret)
    with store.transaction():
        store.save_account(account, now)
        not_let_in.forget(store, _source(account))
        store.set_setting("me", with_more(store.setting("me") or (), [account.address]))


def renew(store: Store, vault: Vault, account: Account, secret: str, now: datetime) -> None:
    """Keep what a connected mailbox is signed in with from now on, and the name that it is signed in as.

    Args:
        store: the candidate's store.
        vault: where secrets are kept.
        account: the mailbox; nothing of it but the name to sign in with is kept.
        secret: tried, and what was kept before is no longer needed.
        now: the instant.

    Raises:
        AccountError: it is not connected any more, or signs in otherwise by now.
        VaultError: the secret cannot be kept; nothing was changed.
    """
    kept = account_named(store, account.address)
    if secret_name(kept) != secret_name(account):
        raise AccountError(f"{kept.address}: signs in another way by now; begin again")
    vault.put(secret_name(kept), secret)
    with store.transaction():
        store.save_account(replace(kept, login=account.login), now)
        not_let_in.forget(store, _source(kept))


def _source(account: Account) -> str:
    return f"imap:{account.address}"


def disconnect(store: Store, vault: Callable[[], Vault], address: str) -> Account:
    """Forget an account and its secret; what was read from it stays.

    Raises:
        AccountError: there is none.
        VaultError: the secret cannot be removed; nothing was changed.
    """
    account = account_named(store, address)
    if account.imap is not None or account.smtp is not None:
        vault().remove(secret_name(account))
    store.remove_account(account.address)
    not_let_in.forget(store, _source(account))
    return account


def change(store: Store, address: str, now: datetime, **values: object) -> Account:
    """Change some fields of an account.

    Raises:
        AccountError: there is none, or it cannot be so.
    """
    before = account_named(store, address)
    changed = replace(before, **values)  # type: ignore[arg-type]  # checked by the command
    if (before.imap or before.smtp) and not (changed.imap or changed.smtp):
        forget = f'"sincerely account remove {before.address}" forgets it, and its password'
        raise AccountError(f"{before.address}: would be neither read nor sent with; {forget}")
    store.save_account(changed, now)
    return changed
