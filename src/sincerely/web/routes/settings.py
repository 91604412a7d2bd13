"""Settings: what there is, and the person themselves, their style, and how they are reminded."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.background import reminder_settings
from sincerely.app.connections import choosing
from sincerely.app.drafts import style
from sincerely.app.here import here
from sincerely.app.processes.papers import kept
from sincerely.app.today.policies import chosen
from sincerely.core.account import AccountError
from sincerely.web.pages import Pages
from sincerely.web.views.settings import overview_page, reminders_page, you_page

from .forms import Text

Long = Annotated[str, Form(max_length=2000)]


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the settings."""
    site = pages.site

    @app.get("/settings", response_class=HTMLResponse)
    def settings(request: Request) -> Response:
        with site.opened() as store:
            reminders = reminder_settings.load(store, here())
            shown = overview_page(chosen(store), choosing.addresses(store), store.accounts(), kept(store), reminders)
        return pages.show(request, "settings/settings.html", here="settings", rows=shown)

    _you(app, pages)
    _reminders(app, pages)


def _you(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    def page(request: Request, error: str = "", status: int = 200) -> Response:
        with site.opened() as store:
            shown = you_page(store, style.style_of(store), choosing.addresses(store), store.accounts())
        return pages.show(request, "settings/you.html", status, here="settings", error=error, **shown)

    @app.get("/settings/you", response_class=HTMLResponse)
    def you(request: Request) -> Response:
        return page(request)

    @app.post("/settings/you/style")
    def set_style(request: Request, key: Text, value: Long = "", language: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                deed = choosing.as_deed(
                    store, "style", lambda: style.set_style(store, key, value, language), site.clock()
                )
            except style.BadStyle as error:
                return page(request, str(error), 422)
        return pages.done("/settings/you", deed.label)

    @app.post("/settings/you/forget")
    def forget(request: Request, key: Text, token: Text = "") -> Response:
        pages.check(request, token)

        def reset() -> str:
            style.reset_style(store, key)
            return f"{key}: what was learnt counts again"

        with site.opened() as store:
            try:
                deed = choosing.as_deed(store, "style", reset, site.clock())
            except style.BadStyle as error:
                return page(request, str(error), 422)
        return pages.done("/settings/you", deed.label)

    @app.post("/settings/you/address")
    def address(request: Request, address: Text, do: Text = "add", token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                change = choosing.remove_address if do == "remove" else choosing.add_address
                deed = change(store, address, site.clock())
            except (AccountError, choosing.NoAddress) as error:
                return page(request, str(error), 422)
        return pages.done("/settings/you", deed.label)


def _reminders(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    def page(request: Request, error: str = "", status: int = 200) -> Response:
        with site.opened() as store:
            shown = reminders_page(reminder_settings.load(store, here()), store.accounts())
        return pages.show(request, "settings/reminders.html", status, here="settings", error=error, **shown)

    @app.get("/settings/reminders", response_class=HTMLResponse)
    def reminders(request: Request) -> Response:
        return page(request)

    @app.post("/settings/reminders")
    def choose(
        request: Request,
        by: Text,
        digest: Text = "",
        quiet_from: Text = "",
        quiet_until: Text = "",
        most: Annotated[int, Form(ge=0, le=reminder_settings.MOST)] = 3,
        urgent: Text = "",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        quiet = f"{quiet_from}-{quiet_until}" if quiet_from and quiet_until else "off"

        def save() -> str:
            before = reminder_settings.load(store, here())
            told = {"by": by, "digest": digest or "off", "quiet": quiet, "urgent": bool(urgent), "most": most}
            reminder_settings.save(store, reminder_settings.change(before, **told))
            return "Reminders changed"

        with site.opened() as store:
            try:
                deed = choosing.as_deed(store, "reminders", save, site.clock())
            except (reminder_settings.BadWish, ValueError) as error:
                return page(request, str(error), 422)
        return pages.done("/settings/reminders", deed.label)
