"""The exits of a finding, and their undoing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.processes import exits
from sincerely.app.processes.closing import close
from sincerely.app.today.reporting import Line, one_line
from sincerely.store.base import Store
from sincerely.web.pages import Absent, Pages, back
from sincerely.web.security import place_on_this_server
from sincerely.web.views.deeds import deed_words
from sincerely.web.views.findings import line_id, row

from .forms import Long, Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the exits and undo."""
    _exits(app, pages)
    _deeds(app, pages)


def _exits(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    def held(store: Store, name: str) -> Line | None:
        """Return the finding of that name, as long as it holds; of a page's own, or one that Today shows for many."""
        now, seen = site.clock(), pages.known.look(store, site.policy)
        found = seen.lines(seen.lively(now), now)
        return next((line for line in (*found, *one_line(found)) if line_id(line) == name), None)

    def settled(request: Request, status: int) -> Response:
        return pages.sorry(request, "That was settled already", "Today shows what is left.", status)

    @app.get("/exits/{name}", response_class=HTMLResponse)
    def choices(request: Request, name: str) -> Response:
        with site.opened() as store:
            line = held(store, name)
        if line is None:
            return settled(request, 404)
        shown = row(line, site.clock(), pages.serves)
        return pages.show(request, "today/exits.html", row=shown, to=back(request))

    @app.post("/exit")
    def leave(
        request: Request,
        line: Text,
        how: Annotated[Literal["done", "dismissed", "snoozed", "wrong"], Form()],
        to: Long = "",
        token: Text = "",
        channel: Text = "",
        until: Annotated[date | None, Form()] = None,
    ) -> Response:
        pages.check(request, token)
        if how == "snoozed" and until is None:
            return pages.sorry(request, "No day was chosen", "Choose the day on which to be reminded.", 422)
        now = site.clock()
        with site.opened() as store:
            found = held(store, line)
            if found is None:
                return settled(request, 409)
            try:
                if how == "wrong":
                    deed = exits.wrong(store, found, now)
                else:
                    deed = exits.settle(store, found, how, now, until=until, channel=channel)
            except exits.NothingThere:
                return settled(request, 409)
        return pages.done(place_on_this_server(to) or back(request), deed_words(deed))


def _deeds(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    @app.post("/close")
    def close_it(request: Request, process: Text, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            found = store.process(process)
            if found is None:
                raise Absent
            deed = close(store, found.header, site.clock())
        return pages.done(back(request), deed.label)

    @app.post("/undo")
    def undo(request: Request, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            last = exits.deeds(store)[-1:]
            again = bool(last and last[0].undone)
            try:
                deed = (exits.redo if again else exits.undo)(store, site.clock())
            except exits.NothingThere as error:
                return pages.sorry(request, "Nothing to undo", str(error), 409)
        said = f"{'Said again' if again else 'Taken back'}. {deed_words(deed)}"
        return pages.done(back(request), said, undo="Undo" if again else "Say it again")
