"""The list of processes, and each one's way."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.regrouping import listed
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.processes import process_page, processes_page


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the processes."""
    site = pages.site

    @app.get("/processes", response_class=HTMLResponse)
    def processes(request: Request) -> Response:
        with site.opened() as store:
            rows = listed(store)
        return pages.show(request, "processes/list.html", here="processes", **processes_page(rows))

    @app.get("/p/{name:path}", response_class=HTMLResponse)
    def process(request: Request, name: str) -> Response:
        with site.opened() as store:
            found = store.process(name)
        if found is None:
            raise Absent
        shown = process_page(found, site.clock(), site.policy, pages.serves)
        return pages.show(request, "processes/process.html", here="processes", **shown)
