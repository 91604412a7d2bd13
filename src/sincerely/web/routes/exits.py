"""The exits of a finding, and their undoing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import FastAPI, Form, Request
from fastapi.responses import Response

from sincerely.app import exits
from sincerely.app.closing import close
from sincerely.web.pages import Absent, Pages, back
from sincerely.web.views.deeds import deed_words

from .forms import Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the exits and undo."""
    site = pages.site

    @app.post("/exit")
    def leave(
        request: Request,
        code: Text,
        process: Text,
        who: Text,
        how: Annotated[Literal["done", "dismissed", "snoozed", "wrong"], Form()],
        token: Text = "",
        channel: Text = "",
        until: Annotated[date | None, Form()] = None,
    ) -> Response:
        pages.check(request, token)
        if how == "snoozed" and until is None:
            return pages.sorry(request, "No day was chosen", "Choose the day on which to be reminded.", 422)
        now = site.clock()
        with site.opened() as store:
            try:
                line = exits.find(store, site.policy, now, code, process, who)
                if how == "wrong":
                    deed = exits.wrong(store, line, now)
                else:
                    deed = exits.settle(store, line, how, now, until=until, channel=channel)
            except exits.NothingThere:
                return pages.sorry(request, "That was settled already", "Today shows what is left.", 409)
        return pages.done(back(request), deed_words(deed))

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
