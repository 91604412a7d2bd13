"""A connected mailbox signed in to anew: what is given is tried, then kept; until then what was known stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app import wiring
from sincerely.app.connections import not_let_in
from sincerely.app.connections.mailboxes import account_named
from sincerely.core.account import Account, AccountError
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.accounts import again_page, for_pages

from .connecting import DEMO, TAKEN, renewed
from .forms import Secret, Text
from .unlocking import wanted

_EMPTY = "Type the new password; until then the one that was known stays."
_NOTHING_TO_TRY = "It is only read, and there is no server to read it at. Let it send first, then give the password."


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the page, and a new password."""
    site = pages.site

    @app.get("/settings/accounts/again", response_class=HTMLResponse)
    def again(request: Request, address: Annotated[str, Query(max_length=320)]) -> Response:
        account = connected_as(pages, address)
        with site.opened() as store:
            refused = not_let_in.refusals(store).get(account.address)
        said = f"It was not let in when it was read last: {for_pages(refused)}" if refused else ""
        return sign_in_page(pages, request, account, said)

    @app.post("/settings/accounts/password")
    def password(
        request: Request,
        address: Text,
        user: Text = "",
        password: Secret = "",
        passphrase: Secret = "",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        account = connected_as(pages, address)
        try:
            account = replace(account, login=user.strip())
            wrong = in_the_way(pages, account) or ("" if password else _EMPTY)
            if wrong:
                return sign_in_page(pages, request, account, wrong, 422)
            return renewed(app, pages, account, password, passphrase)
        except TAKEN as error:
            return sign_in_page(pages, request, account, for_pages(error), 422)


def connected_as(pages: Pages, address: str) -> Account:
    """Return the connected mailbox of an address.

    Raises:
        Absent: there is none.
    """
    with pages.site.opened() as store:
        try:
            return account_named(store, address)
        except AccountError:
            raise Absent from None


def in_the_way(pages: Pages, account: Account) -> str:
    """Return why nothing can be tried with a mailbox; "" where it can."""
    if pages.site.home != wiring.home():
        return DEMO
    return "" if account.imap is not None or account.may_send else _NOTHING_TO_TRY


def sign_in_page(pages: Pages, request: Request, account: Account, error: str = "", status: int = 200) -> Response:
    """Return the page that asks for a new password, or leads to the provider's page once more."""
    shown = again_page(account, wanted(), here=not pages.site.locked)
    return pages.show(request, "settings/account_again.html", status, here="settings", error=error, **shown)
