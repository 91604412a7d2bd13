"""Calendars: a secret address that calendars fetch, and a calendar server that is filled and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.accounts.vault import VaultError
from sincerely.app import wiring
from sincerely.app.connections import calendar_settings, choosing, feed, unlocking
from sincerely.app.connections.calendar_out import entries_for, push
from sincerely.app.connections.calendar_server import is_kept, named
from sincerely.app.connections.calendar_settings import CalendarSettings
from sincerely.app.here import here
from sincerely.dav.errors import DavError
from sincerely.planning.entry_words import Shows
from sincerely.web.pages import Pages
from sincerely.web.views.accounts import for_pages

from .forms import Secret, Text
from .unlocking import wanted

_DEMO = "This is the demo: its data goes when it ends. “sincerely serve” begins with your own."


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the calendar's settings."""
    site = pages.site

    def page(
        request: Request,
        error: str = "",
        status: int = 200,
        address: str = "",
        typed: CalendarSettings | None = None,
    ) -> Response:
        with site.opened() as store:
            kept = calendar_settings.load(store)
            shown: dict[str, Any] = {
                "calendar": kept,
                "typed": typed or kept,
                "passphrase": wanted(),
                "password_gone": not is_kept(kept),
                "public": feed.public(store),
                "feed_there": feed.stands(store),
                "new_address": address,
                "error": error,
            }
        return pages.show(request, "settings/calendar.html", status, here="settings", **shown)

    @app.get("/settings/calendar", response_class=HTMLResponse)
    def calendar(request: Request) -> Response:
        return page(request)

    @app.post("/settings/calendar/feed")
    def new_feed(request: Request, shows: Text = "some", token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                address = feed.new(store, _shows(shows))
            except feed.NoFeed as error:
                return page(request, str(error).partition(";")[0], 409)
        # Shown this once, so that it is no redirect: nobody but this answer ever holds it.
        return page(request, address=address)

    @app.post("/settings/calendar/revoke")
    def revoke(request: Request, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            there = feed.revoke(store)
        said = "The address has ended: nobody can fetch it any more." if there else "There was no address."
        return pages.done("/settings/calendar", said, undo="")

    _server(app, pages, page)


def _server(app: FastAPI, pages: Pages, page: Callable[..., Response]) -> None:
    """Serve what is said about a calendar server."""
    site = pages.site

    @app.post("/settings/calendar/server")
    def server(
        request: Request,
        url: Text = "",
        user: Text = "",
        password: Secret = "",
        passphrase: Secret = "",
        shows: Text = "some",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        if url and not _is_address(url):
            return page(request, f"{url}: expected an address such as https://calendar.example/dav/.", 422)
        if site.home != wiring.home():
            return page(request, _DEMO, 409)
        with site.opened() as store:
            before = calendar_settings.load(store)
        try:
            unlocking.unlock(wiring.open_secrets(), passphrase)
            new = named(before, url, user, password)
        except (DavError, VaultError) as error:
            return page(request, for_pages(error), 422, typed=replace(before, server=url, user=user))

        def save() -> str:
            calendar_settings.save(store, replace(new, shows=_shows(shows)))
            return f"Calendar server: {url}" if url else "Calendar server: none, and its password is forgotten"

        with site.opened() as store:
            deed = choosing.as_deed(store, "calendar", save, site.clock())
        said = deed.label if url else f"{deed.label}. Undo brings back the server, but not the password"
        return pages.done("/settings/calendar", said)

    @app.post("/settings/calendar/push")
    def write(request: Request, token: Text = "") -> Response:
        pages.check(request, token)
        now = site.clock()
        with site.opened() as store:
            settings = calendar_settings.load(store)
            wanted = entries_for(store, site.policy, now, here(), settings.shows)
            try:
                with wiring.connected(settings) as dav:
                    done = push(store, wiring.own_calendar(settings, dav), wanted, now)
            except DavError as error:
                return page(request, for_pages(error), 422)
        return pages.done("/settings/calendar", f"{done.writes} entries written.", undo="")

    @app.post("/settings/calendar/read")
    def read(request: Request, address: Text, do: Text = "add", token: Text = "") -> Response:
        pages.check(request, token)
        if not _is_address(address):
            return page(
                request, f"{address}: expected an address such as https://calendar.example/dav/robin/work/.", 422
            )

        def save() -> str:
            before = calendar_settings.load(store)
            others = tuple(one for one in before.reads if one != address)
            calendar_settings.save(store, replace(before, reads=others if do == "remove" else (*others, address)))
            return f"{address} is read no longer" if do == "remove" else f"{address} is read from now on"

        with site.opened() as store:
            deed = choosing.as_deed(store, "calendar", save, site.clock())
        return pages.done("/settings/calendar", deed.label)


def _shows(text: str) -> Shows:
    return Shows(text) if text in set(Shows) else Shows.SOME


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.netloc) and "@" not in parts.netloc
