"""A mailbox connected by OAuth, from the page: the person says yes at the provider's, and comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fastapi import FastAPI, Request
from fastapi.responses import Response

from sincerely.accounts.oauth import OAuthError
from sincerely.app import wiring
from sincerely.app.connections import unlocking
from sincerely.app.connections.browser_sign_in import SignIn, SignIns
from sincerely.app.connections.mailboxes import useful
from sincerely.app.connections.signing_in import client_secret_of
from sincerely.core.account import AccountError
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.accounts import for_pages, oauth_page

from .accounts_again import connected_as, in_the_way, sign_in_page
from .connecting import DEMO, TAKEN, Mailbox, connected, renewed
from .forms import Secret, Text

# How long one press waits for a browser that is on its way back, in seconds.
_WAIT = 5.0
_NOT_YET = "Nobody came back from the provider's page yet. Say yes there, then press this again."
_OVER = "That sign-in has ended. Begin again."
_ELSEWHERE = "This works in a browser on the machine that Sincerely runs on; elsewhere take the command."


def routes(app: FastAPI, pages: Pages, new_page: Callable[..., Response]) -> None:
    """Serve the two steps.

    Args:
        app: the application.
        pages: what its pages need.
        new_page: shows the form for a mailbox, with what was typed and what is wrong.
    """
    site, tries = pages.site, SignIns()
    app.state.sign_ins = tries

    def waiting(request: Request, begun: SignIn, then: str, error: str = "", status: int = 200) -> Response:
        shown = oauth_page(begun, unlocking.wanted(wiring.open_secrets()))
        return pages.show(
            request, "settings/account_oauth.html", status, here="settings", error=error, then=then, **shown
        )

    @app.post("/settings/accounts/oauth")
    def begin(
        request: Request,
        address: Text,
        oauth: Text,
        client_id: Text = "",
        client_secret: Secret = "",
        imap: Text = "",
        smtp: Text = "",
        user: Text = "",
        since: Text = "1y",
        read_only: Text = "",
        ca: Text = "",
        then: Text = "",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        typed = Mailbox(address, imap, smtp, user, since, bool(read_only), ca, then, oauth, client_id)
        if site.home != wiring.home() or site.locked:
            return new_page(request, typed, DEMO if site.home != wiring.home() else _ELSEWHERE, 409)
        try:
            begun = tries.begin(useful(typed.account()), client_secret, site.home)
        except (AccountError, OAuthError) as error:
            return new_page(request, typed, for_pages(error), 422)
        return waiting(request, begun, then)

    @app.post("/settings/accounts/oauth/finish")
    def finish(
        request: Request, name: Text, address: Text = "", passphrase: Secret = "", then: Text = "", token: Text = ""
    ) -> Response:
        pages.check(request, token)
        begun = tries.named(name)
        if begun is None:
            try:
                return sign_in_page(pages, request, connected_as(pages, address), _OVER, 409)
            except Absent:
                return new_page(request, Mailbox(address, then=then), _OVER, 409)
        try:
            unlocking.unlock(wiring.open_secrets(), passphrase)  # before the code, which is good once
        except TAKEN as error:
            return waiting(request, begun, then, for_pages(error), 422)
        try:
            secret = begun.secret(_WAIT)
            if secret is None:
                return waiting(request, begun, then, _NOT_YET, 409)
            tries.close()
            return _tried(app, pages, begun, secret, then)
        except TAKEN as error:
            tries.close()
            if begun.again:
                return sign_in_page(pages, request, begun.account, for_pages(error), 422)
            return new_page(request, Mailbox.of(begun.account, then), for_pages(error), 422)

    _again(app, pages, tries, waiting)


def _again(app: FastAPI, pages: Pages, tries: SignIns, waiting: Callable[..., Response]) -> None:
    """Serve the first step for a mailbox that is connected already."""
    site = pages.site

    @app.post("/settings/accounts/oauth/again")
    def again(
        request: Request,
        address: Text,
        user: Text = "",
        client_secret: Secret = "",
        passphrase: Secret = "",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        account = connected_as(pages, address)
        wrong = in_the_way(pages, account) or (_ELSEWHERE if site.locked else "")
        if wrong or account.auth != "oauth":
            return sign_in_page(pages, request, account, wrong, 409)
        try:
            account = replace(account, login=user.strip())
            unlocking.unlock(wiring.open_secrets(), passphrase)
            secret = client_secret or client_secret_of(account, wiring.open_secrets())
            begun = tries.begin(account, secret, site.home, again=True)
        except TAKEN as error:
            return sign_in_page(pages, request, account, for_pages(error), 422)
        return waiting(request, begun, "")


def _tried(app: FastAPI, pages: Pages, begun: SignIn, secret: str, then: str) -> Response:
    if begun.again:
        return renewed(app, pages, begun.account, secret, "")
    return connected(app, pages, begun.account, secret, "", then)
