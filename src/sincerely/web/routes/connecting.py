"""Connecting a mailbox, whatever signs in: tried, kept, and read from then on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from fastapi import FastAPI
from fastapi.responses import Response

from sincerely.accounts.oauth import OAuthError
from sincerely.accounts.providers import IMAP_PORT, SMTP_PORT
from sincerely.accounts.vault import VaultError
from sincerely.app import wiring
from sincerely.app.connections import unlocking
from sincerely.app.connections.mailboxes import connect, days_of, renew, try_servers
from sincerely.app.connections.signing_in import given
from sincerely.app.mail_in.reading_in import Busy, Reading, Readings
from sincerely.app.processes.erasing import clear_sample
from sincerely.core.account import Account, AccountError, Server
from sincerely.sources.base import SourceError
from sincerely.sources.imap_line import SignIn
from sincerely.web.pages import Pages
from sincerely.web.security import place_on_this_server

DEMO = "This is the demo: its data goes when it ends. Start Sincerely with “sincerely serve” to connect a mailbox."
TAKEN = (AccountError, OAuthError, SourceError, VaultError)


@dataclass
class Mailbox:
    """A mailbox as it was typed."""

    address: str = ""
    imap: str = ""
    smtp: str = ""
    user: str = ""
    since: str = "1y"
    read_only: bool = False
    ca: str = ""
    then: str = ""
    oauth: str = ""
    client_id: str = ""

    @classmethod
    def of(cls, account: Account, then: str) -> Self:
        """Return how an account would be typed."""
        return cls(
            account.address,
            str(account.imap or ""),
            str(account.smtp or ""),
            account.login,
            read_only=account.read_only,
            ca=account.ca,
            then=then,
            oauth=account.oauth,
            client_id=account.client_id,
        )

    def account(self) -> Account:
        """Return the account.

        Raises:
            AccountError: it cannot be so.
        """
        imap, smtp = self.imap.strip(), self.smtp.strip()
        return Account(
            address=self.address.strip().lower(),
            login=self.user.strip(),
            imap=Server.parse(imap, IMAP_PORT) if imap else None,
            smtp=Server.parse(smtp, SMTP_PORT) if smtp else None,
            auth="oauth" if self.oauth else "password",
            oauth=self.oauth,
            client_id=self.client_id.strip(),
            read_only=self.read_only,
            since_days=days_of(self.since or "1y"),
            ca=self.ca.strip(),
        )


def connected(app: FastAPI, pages: Pages, account: Account, secret: str, passphrase: str, then: str) -> Response:
    """Try a mailbox, keep it and begin to read it; return the answer that says so.

    Raises:
        AccountError, SourceError, VaultError: it does not work; nothing was kept.
    """
    site, vault = pages.site, wiring.open_secrets()
    unlocking.unlock(vault, passphrase)
    sign_in = given(account, secret)
    unsent = try_servers(account, sign_in, lambda: in_the_way(account, sign_in)).unsent
    if clear_sample(site.home):
        site.sample = False
    with site.opened() as store:
        connect(store, vault, account, secret, site.clock())
    after = place_on_this_server(then)
    busy = _begun(app.state.readings, account, site.clock()) if account.imap is not None else ""
    said = busy or _said(account, unsent, back=bool(after))
    return pages.done(after or ("/start" if account.imap is not None else "/settings/accounts"), said, undo="")


def renewed(app: FastAPI, pages: Pages, account: Account, secret: str, passphrase: str) -> Response:
    """Try a connected mailbox with a new secret, keep that and read the mailbox; return the answer that says so.

    Raises:
        AccountError, SourceError, VaultError: it does not work; what was known stays.
    """
    site, vault = pages.site, wiring.open_secrets()
    unlocking.unlock(vault, passphrase)
    sign_in = given(account, secret)
    unsent = try_servers(account, sign_in, lambda: in_the_way(account, sign_in)).unsent
    with site.opened() as store:
        renew(store, vault, account, secret, site.clock())
    if account.imap is not None:
        _begun(app.state.readings, account, site.clock())  # what is being read already is not stopped for it
    site.at_once()
    kept = "Signed in anew" if account.auth == "oauth" else "The new password is kept"
    said = f"it can't send yet: {unsent}" if unsent else f"{account.address} works."
    return pages.done("/settings/accounts", f"{kept}: {said}", undo="")


def in_the_way(account: Account, sign_in: SignIn | None) -> str:
    """Return what is in the way of sending with a mailbox; "" where it works, or is not wanted."""
    found = wiring.account_outbox(account, sign_in).attempt() if account.may_send else None
    return found.told if found is not None else ""


def _begun(readings: Readings, account: Account, now: datetime) -> str:
    """Begin to read a mailbox, and say how far that has come."""
    try:
        readings.begin(Reading(what=account.address, account=account.address, began=now, changed=now))
    except Busy as error:
        return f"{account.address} is connected. {error}."
    return ""


def _said(account: Account, unsent: str, *, back: bool) -> str:
    """Return what has to be said of a mailbox that is connected now."""
    if account.imap is None:
        return f"{account.address} is connected, to send with."
    if unsent:
        return f"Connected, but it can't send yet: {unsent}"
    return f"{account.address} is connected, and is being read meanwhile." if back else ""
