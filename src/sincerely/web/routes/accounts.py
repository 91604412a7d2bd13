"""Connected mailboxes: found, tried, kept, read only or not, and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.accounts.providers import IMAP_PORT, SMTP_PORT
from sincerely.accounts.vault import VaultError
from sincerely.app import choosing, unlocking, wiring
from sincerely.app.erasing import clear_sample
from sincerely.app.mailboxes import (
    account_named,
    change,
    connect,
    days_of,
    disconnect,
    settings_of,
    try_account,
    try_servers,
)
from sincerely.app.reading_in import Busy, Reading, Readings
from sincerely.app.signing_in import given, sign_in_of
from sincerely.core.account import Account, AccountError, Server
from sincerely.sources.base import SourceError
from sincerely.sources.imap_line import SignIn
from sincerely.web.pages import Pages, Site
from sincerely.web.security import place_on_this_server
from sincerely.web.views.accounts import accounts_page, for_pages, new_page

from .forms import Asked, Secret, Text

Address = Annotated[str, Query(max_length=320)]
_DEMO = "This is the demo: its data goes when it ends. Start Sincerely with “sincerely serve” to connect a mailbox."
_TAKEN = (AccountError, SourceError, VaultError)


@dataclass
class _New:
    """A mailbox as it was typed."""

    address: str = ""
    imap: str = ""
    smtp: str = ""
    user: str = ""
    since: str = "1y"
    read_only: bool = False
    ca: str = ""
    then: str = ""

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
            read_only=self.read_only,
            since_days=days_of(self.since or "1y"),
            ca=self.ca.strip(),
        )


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the accounts."""
    site = pages.site

    def listed(request: Request, error: str = "", status: int = 200, **more: Any) -> Response:
        with site.opened() as store:
            shown = accounts_page(store.accounts())
        return pages.show(request, "settings/accounts.html", status, here="settings", error=error, **shown, **more)

    @app.get("/settings/accounts", response_class=HTMLResponse)
    def accounts(request: Request) -> Response:
        return listed(request, tried=None)

    @app.post("/settings/accounts/test")
    def test(request: Request, address: Text, passphrase: Secret = "", token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                account = account_named(store, address)
                unlocking.unlock(wiring.open_secrets(), passphrase)
                sign_in = sign_in_of(account, wiring.open_secrets, wiring.home())
                tried = try_account(account, sign_in) if account.imap is not None else None
            except _TAKEN as error:
                return listed(request, for_pages(error), 422, tried=None)
        shown = {
            "address": account.address,
            "reads": tried is not None,
            "folders": tried.folders if tried is not None else (),
            "left": tried.left_out if tried is not None else (),
        }
        return listed(request, tried={**shown, "unsent": _in_the_way(account, None)})

    @app.post("/settings/accounts/read-only")
    def read_only(request: Request, address: Text, value: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                account = change(store, address, site.clock(), read_only=bool(value))
            except AccountError as error:
                return listed(request, for_pages(error), 422, tried=None)
        said = "is only read now" if account.read_only else "may send now, what you approve"
        return pages.done("/settings/accounts", f"{account.address} {said}.", undo="")

    @app.post("/settings/accounts/remove")
    def remove(request: Request, address: Text, passphrase: Secret = "", token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                unlocking.unlock(wiring.open_secrets(), passphrase)
                account = disconnect(store, wiring.open_secrets, address)
            except (AccountError, VaultError) as error:
                return listed(request, for_pages(error), 422, tried=None)
        return pages.done("/settings/accounts", f"{account.address} and its password are forgotten.", undo="")

    _new(app, pages)


def _new(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    def page(request: Request, new: _New, error: str = "", status: int = 200, *, look_up: bool = False) -> Response:
        known = None
        if new.address and not error:
            try:
                Account(address=new.address.strip().lower())
                known = settings_of(new.address.strip(), ask_network=look_up)
            except AccountError as wrong:
                error, status = for_pages(wrong), 422
        mine = "" if new.address else _mine(site)
        shown = new_page(new, known, unlocking.wanted(wiring.open_secrets()), looked_up=look_up, mine=mine)
        return pages.show(request, "settings/account_new.html", status, here="settings", error=error, **shown)

    @app.get("/settings/accounts/new", response_class=HTMLResponse)
    def new(request: Request, address: Address = "", then: Asked = "") -> Response:
        return page(request, _New(address, then=then))

    @app.post("/settings/accounts/look-up")
    def look_up(request: Request, address: Text, then: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        return page(request, _New(address, then=then), look_up=True)

    @app.post("/settings/accounts/new")
    def add(
        request: Request,
        address: Text,
        imap: Text = "",
        smtp: Text = "",
        user: Text = "",
        since: Text = "1y",
        password: Secret = "",
        passphrase: Secret = "",
        read_only: Text = "",
        ca: Text = "",
        then: Text = "",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        typed = _New(address, imap, smtp, user, since, bool(read_only), ca, then)
        if site.home != wiring.home():
            return page(request, typed, _DEMO, 409)
        if not password:
            return page(request, typed, "Type the password; it is kept in your system's keyring, or sealed.", 422)
        try:
            account = typed.account()
            vault = wiring.open_secrets()
            unlocking.unlock(vault, passphrase)
            sign_in = given(account, password)
            unsent = try_servers(account, sign_in, lambda: _in_the_way(account, sign_in)).unsent
            if clear_sample(site.home):
                site.sample = False
            with site.opened() as store:
                connect(store, vault, account, password, site.clock())
        except _TAKEN as error:
            return page(request, typed, for_pages(error), 422)
        after = place_on_this_server(then)
        busy = _begun(app.state.readings, account, site.clock()) if account.imap is not None else ""
        said = busy or _said(account, unsent, back=bool(after))
        return pages.done(after or ("/start" if account.imap is not None else "/settings/accounts"), said, undo="")


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


def _mine(site: Site) -> str:
    """Return the address that is most likely to be connected next; "" where none is known."""
    with site.opened() as store:
        return next(iter(choosing.unconnected(store)), "")


def _in_the_way(account: Account, sign_in: SignIn | None) -> str:
    """Return what is in the way of sending with a mailbox; "" where it works, or is not wanted."""
    found = wiring.account_outbox(account, sign_in).attempt() if account.may_send else None
    return found.told if found is not None else ""
