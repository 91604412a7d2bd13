"""The sealed file of secrets, opened with its passphrase: once after each start, wherever something fails for it."""

from __future__ import annotations

from typing import Literal

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.accounts.vault import VaultError
from sincerely.app import wiring
from sincerely.app.connections import unlocking
from sincerely.web.pages import Pages, Site
from sincerely.web.security import place_on_this_server
from sincerely.web.views.accounts import for_pages

from .forms import Asked, Secret, Text

_OPEN = "Your passwords are unlocked until Sincerely stops."


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the passphrase's form."""
    site = pages.site

    @app.get("/settings/unlock", response_class=HTMLResponse)
    def ask(request: Request, then: Asked = "") -> Response:
        return unlock_page(pages, request, then)

    @app.post("/settings/unlock")
    def unlock(request: Request, passphrase: Secret = "", then: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        if locked(site):
            if not passphrase:
                return unlock_page(pages, request, then, "Type the passphrase.", 422)
            try:
                unlocking.unlock(wiring.open_secrets(), passphrase)
            except VaultError as error:
                return unlock_page(pages, request, then, for_pages(error), 422)
            site.at_once()
        return pages.done(place_on_this_server(then) or "/settings/accounts", _OPEN, undo="")


def unlock_page(pages: Pages, request: Request, then: str, error: str = "", status: int = 200) -> Response:
    """Return the page that asks for the passphrase, and leads back to where one was.

    Args:
        pages: what pages need.
        request: the request.
        then: a path of ours to go on to.
        error: what failed.
        status: the answer's.
    """
    shown = {"secrets_locked": locked(pages.site), "error": error, "then": place_on_this_server(then)}
    return pages.show(request, "settings/unlock.html", status, here="settings", **shown)


def locked(site: Site) -> bool:
    """Whether the secrets lie in a sealed file whose passphrase nobody has said since the program was started."""
    return site.home == wiring.home() and wanted() == "known"  # the demo has no secrets


def wanted() -> Literal["", "known", "new"]:
    """Return which passphrase has to be typed before a secret can be kept; "" for none."""
    try:
        return unlocking.wanted(wiring.open_secrets())
    except VaultError:  # said where something is wanted of it
        return ""
