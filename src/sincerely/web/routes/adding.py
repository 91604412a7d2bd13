"""An event added by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.processes.adding import Entry, Unfit, add_entry
from sincerely.core.facts import people_known
from sincerely.core.process import Process
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.adding import adding_page

from .forms import Asked, Long, Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the form, and take it."""
    site = pages.site

    def found(name: str) -> Process:
        with site.opened() as store:
            process = store.process(name)
        if process is None:
            raise Absent
        return process

    def form(request: Request, process: Process, filled: dict[str, Any], fault: Unfit | None = None) -> Response:
        now = site.clock().astimezone(process.header.tz)
        shown = adding_page(process.header, now, people_known(process), filled, fault)
        return pages.show(request, "processes/add.html", 422 if fault else 200, here="processes", **shown)

    @app.get("/add/{name:path}", response_class=HTMLResponse)
    def adding(request: Request, name: str, verb: Asked = "interviewed") -> Response:
        return form(request, found(name), {"verb": verb})

    @app.post("/add/{name:path}", response_class=HTMLResponse)
    def add(
        request: Request,
        name: str,
        verb: Text,
        at: Annotated[datetime, Form()],
        token: Text = "",
        who: Long = "",
        by: Annotated[date | None, Form()] = None,
        start: Annotated[datetime | None, Form()] = None,
        minutes: Annotated[int, Form()] = 60,
        asks: Annotated[bool, Form()] = False,  # noqa: FBT002 - a box to tick
        purpose: Text = "other",
        channel: Text = "email",
        words: Long = "",
    ) -> Response:
        pages.check(request, token)
        process = found(name)
        zone = process.header.tz
        entry = Entry(
            verb=verb,
            at=at.replace(tzinfo=zone),
            who=who,
            by=by,
            start=start.replace(tzinfo=zone) if start else None,
            minutes=minutes,
            asks=asks,
            purpose=purpose,
            channel=channel,
            words=words,
        )
        try:
            with site.opened() as store:
                deed = add_entry(store, process.header, entry, site.clock())
        except Unfit as fault:
            return form(request, process, vars(entry), fault)
        return pages.done(f"/p/{quote(process.header.id)}", deed.label)
