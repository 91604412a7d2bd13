"""Today: what is owed, what to wait for, what to settle."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.connections import not_let_in
from sincerely.app.processes import exits
from sincerely.app.today.listing import agreeing, nothing_sent, today_of
from sincerely.web.pages import Pages
from sincerely.web.views.deeds import deed_words
from sincerely.web.views.notices import SEALED, led
from sincerely.web.views.paging import Begin
from sincerely.web.views.today import today_page

from .unlocking import locked


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve Today."""
    site = pages.site

    @app.get("/", response_class=HTMLResponse)
    def today(
        request: Request,
        every: Annotated[str, Query(alias="all", max_length=8)] = "",
        begin: Begin = 0,
    ) -> Response:
        with site.opened() as store:
            found = agreeing(today_of(store, site.clock(), site.policy, pages.known))
            unsent = nothing_sent(store, processes=bool(found.names))
            last = exits.deeds(store)[-1:]
            refused = not_let_in.refusals(store) if found.notices else {}
        sealed = any(SEALED in notice for notice in found.notices)
        if not sealed:  # whether it is still so is asked of this machine
            pages.keep(request, found.wake_at)
        shown = today_page(found, pages.serves, every, begin)
        shown["notices"] = led(found.notices, refused, locked=sealed and locked(site))
        said = deed_words(last[0]) if last else ""
        undone = bool(last and last[0].undone)
        return pages.show(request, "today/today.html", here="today", said=said, unsent=unsent, undone=undone, **shown)
