"""A mail as it was formatted, made harmless."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

from sincerely.app.mail_in.evidence import formatted
from sincerely.web.letter import letter_page
from sincerely.web.pages import Absent, Pages


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve letters."""
    site = pages.site

    @app.get("/letter/{name:path}/{event_id}", response_class=HTMLResponse)
    def letter(name: str, event_id: str) -> Response:
        with site.opened() as store:
            found = pages.process(store, name)
            event = next((e for e in found.told if e.id == event_id), None) if found else None
            mail = formatted(store, event) if event is not None else None
        if mail is None:
            raise Absent
        return letter_page(*mail)
