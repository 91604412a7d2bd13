"""The card to take along to an interview."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.here import here
from sincerely.app.interviews.carding import Card, card_of
from sincerely.app.processes import exits
from sincerely.web.pages import Absent, Pages


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the card, as a page and to print."""
    site = pages.site

    def made(name: str) -> Card:
        """Return a process's card; absent where there is no such process, or no interview of it is known."""
        now = site.clock()
        with site.opened() as store:
            found = pages.process(store, name)
            if found is None:
                raise Absent
            try:
                # The clock's zone has its clock changes where it is one; an offset alone is wrong half the year.
                own = now.tzinfo if isinstance(now.tzinfo, ZoneInfo) else here()
                return card_of(store, found, now, own)
            except exits.NothingThere:
                raise Absent from None

    @app.get("/card/{name:path}", response_class=HTMLResponse)
    def card(request: Request, name: str) -> Response:
        found = made(name)
        answered = any(shown for _, shown in found.wants)
        return pages.show(request, "card/card.html", here="processes", card=found, answered=answered)

    @app.get("/print/{name:path}")
    def printed(name: str) -> Response:
        from sincerely.app.interviews.card_pdf import card_pdf

        headers = {"content-disposition": "inline; filename=card.pdf"}
        return Response(card_pdf(made(name)), media_type="application/pdf", headers=headers)
