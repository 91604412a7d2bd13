"""Connected mailboxes: found, tried, kept, read only or not, and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import FastAPI, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.accounts.providers import IMAP_PORT, SMTP_PORT
from sincerely.accounts.vault import VaultError
from sincerely.app import unlocking, wiring
from sincerely.app.erasing import clear_sample
from sincerely.app.mailboxes import account_named, change, connect, days_of, disconnect, settings_of, try_account
from sincerely.app.reading_in import Busy, Reading
from sincerely.app.signing_in import given, sign_in_of
from sincerely.core.account import Account, AccountError, Server
from sincerely.sources.base import SourceError
from sincerely.sources.imap_line import SignIn
from sincerely.web.pages import Pages
from sincerely.web.views.accounts import accounts_page, for_pages, new_page

from .forms import Text

Secret = Annotated[str, Form(max_length=1000)]
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

    def account(self) -> Account:
        """Return the account.

        Raises:
            AccountError: it cannot be so.
        """
        smtp = self.smtp.strip()
        return Account(
            address=self.address.strip().lower(),
            login=self.user.strip(),
            imap=Server.parse(self.imap, IMAP_PORT),
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
                tried = try_account(account, sign_in_of(account, wiring.open_secrets, wiring.home()))
            except _TAKEN as error:
                return listed(request, for_pages(error), 422, tried=None)
        shown = {"address": account.address, "folders": tried.folders, "left": tried.left_out}
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
        shown = new_page(new, known, unlocking.wanted(wiring.open_secrets()), looked_up=look_up)
        return pages.show(request, "settings/account_new.html", status, here="settings", error=error, **shown)

    @app.get("/settings/accounts/new", response_class=HTMLResponse)
    def new(request: Request, address: Address = "") -> Response:
        return page(request, _New(address))

    @app.post("/settings/accounts/look-up")
    def look_up(request: Request, address: Text, token: Text = "") -> Response:
        pages.check(request, token)
        return page(request, _New(address), look_up=True)

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
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        typed = _New(address, imap, smtp, user, since, bool(read_only), ca)
        if site.home != wiring.home():
            return page(request, typed, _DEMO, 409)
        if not password:
            return page(request, typed, "Type the password; it is kept in your system's keyring, or sealed.", 422)
        try:
            account = typed.account()
            vault = wiring.open_secrets()
            unlocking.unlock(vault, passphrase)
            sign_in = given(account, password)
            try_account(account, sign_in)
            unsent = _in_the_way(account, sign_in)
            if clear_sample(site.home):
                site.sample = False
            with site.opened() as store:
                connect(store, vault, account, password, site.clock())
        except _TAKEN as error:
            return page(request, typed, for_pages(error), 422)
        now = site.clock()
        try:
            reading = Reading(what=account.address, account=account.address, began=now, changed=now)
            app.state.readings.begin(reading)
        except Busy as error:
            return pages.done("/start", f"{account.address} is connected. {error}.", undo="")
        return pages.done("/start", f"Connected, but it can't send yet: {unsent}" if unsent else "", undo="")


def _in_the_way(account: Account, sign_in: SignIn | None) -> str:
    """Return what is in the way of sending with a mailbox; "" where it works, or is not wanted."""
    found = wiring.account_outbox(account, sign_in).attempt() if account.may_send else None
    return found.told if found is not None else ""
