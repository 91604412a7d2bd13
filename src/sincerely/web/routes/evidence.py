"""The sentence that shows an event, in its mail; and "that is wrong"."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.mail_in.evidence import evidence_of
from sincerely.app.processes import exits
from sincerely.app.today.wording import headline
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.evidence import evidence_page

from .forms import Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve evidence."""
    site = pages.site

    @app.get("/e/{name:path}/{event_id}", response_class=HTMLResponse)
    def evidence(request: Request, name: str, event_id: str) -> Response:
        with site.opened() as store:
            found = pages.process(store, name)
            event = next((e for e in found.told if e.id == event_id), None) if found else None
            if found is None or event is None:
                raise Absent
            mail, note = evidence_of(store, event)
        shown = evidence_page(found, event, mail, note)
        return pages.show(request, "evidence/evidence.html", here="processes", **shown)

    @app.post("/wrong")
    def wrong(request: Request, process: Text, event: Text, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            found = store.process(process)
            meant = [e for e in found.told if e.id == event] if found else []
            if found is None or not meant:
                raise Absent
            label = f"{headline(meant[0], found.header)}: that is wrong"
            deed = exits.correct(store, found.header, meant, site.clock(), label)
        return pages.done(f"/p/{quote(found.header.id)}", deed.label)
