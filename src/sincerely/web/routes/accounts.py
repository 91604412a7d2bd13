"""Connected mailboxes: found, tried, kept, read only or not, and forgotten."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.accounts.oauth import endpoint_names
from sincerely.accounts.vault import VaultError
from sincerely.app import wiring
from sincerely.app.connections import choosing, not_let_in, unlocking
from sincerely.app.connections.mailboxes import account_named, change, disconnect, settings_of, try_account
from sincerely.app.connections.signing_in import sign_in_of
from sincerely.core.account import Account, AccountError
from sincerely.web.pages import Pages, Site
from sincerely.web.views.accounts import accounts_page, for_pages, new_page

from . import accounts_again, accounts_oauth
from .connecting import DEMO, TAKEN, Mailbox, connected, in_the_way
from .forms import Asked, Secret, Text
from .unlocking import locked

Address = Annotated[str, Query(max_length=320)]


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the accounts."""
    site = pages.site

    def listed(request: Request, error: str = "", status: int = 200, **more: Any) -> Response:
        with site.opened() as store:
            shown = accounts_page(store.accounts(), not_let_in.refusals(store))
        shown["secrets_locked"] = locked(site)
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
            except TAKEN as error:
                return listed(request, for_pages(error), 422, tried=None)
        shown = {
            "address": account.address,
            "reads": tried is not None,
            "folders": tried.folders if tried is not None else (),
            "left": tried.left_out if tried is not None else (),
        }
        return listed(request, tried={**shown, "unsent": in_the_way(account, None)})

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

    def page(request: Request, new: Mailbox, error: str = "", status: int = 200, *, look_up: bool = False) -> Response:
        known = None
        if new.address and not error:
            try:
                Account(address=new.address.strip().lower())
                known = settings_of(new.address.strip(), ask_network=look_up)
            except AccountError as wrong:
                error, status = for_pages(wrong), 422
        mine = "" if new.address else _mine(site)
        shown = new_page(new, known, unlocking.wanted(wiring.open_secrets()), looked_up=look_up, mine=mine)
        shown |= {"providers": endpoint_names(site.home), "oauth_here": not site.locked}
        return pages.show(request, "settings/account_new.html", status, here="settings", error=error, **shown)

    @app.get("/settings/accounts/new", response_class=HTMLResponse)
    def new(request: Request, address: Address = "", then: Asked = "") -> Response:
        return page(request, Mailbox(address, then=then))

    @app.post("/settings/accounts/look-up")
    def look_up(request: Request, address: Text, then: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        return page(request, Mailbox(address, then=then), look_up=True)

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
        typed = Mailbox(address, imap, smtp, user, since, bool(read_only), ca, then)
        if site.home != wiring.home():
            return page(request, typed, DEMO, 409)
        if not password:
            return page(request, typed, "Type the password; it is kept in your system's keyring, or sealed.", 422)
        try:
            return connected(app, pages, typed.account(), password, passphrase, then)
        except TAKEN as error:
            return page(request, typed, for_pages(error), 422)

    accounts_again.routes(app, pages)
    accounts_oauth.routes(app, pages, page)


def _mine(site: Site) -> str:
    """Return the address that is most likely to be connected next; "" where none is known."""
    with site.opened() as store:
        return next(iter(choosing.unconnected(store)), "")
