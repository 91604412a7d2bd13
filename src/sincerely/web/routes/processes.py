"""All processes, as a list and as a board; and each one's way."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.processes.regrouping import listed
from sincerely.app.processes.searching import matching, words_of
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.paging import Begin
from sincerely.web.views.process import process_page
from sincerely.web.views.processes import processes_page

from .forms import Asked


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the processes."""
    site = pages.site

    @app.get("/processes", response_class=HTMLResponse)
    def processes(
        request: Request,
        q: Asked = "",
        stage: Asked = "",
        view: Annotated[Literal["list", "board"], Query()] = "list",
        begin: Begin = 0,
    ) -> Response:
        with site.opened() as store:
            rows = listed(store)
        pages.keep(request)
        found = matching(rows, words_of(q))
        shown = processes_page(found, q, stage, begin, board=view == "board", known=len(rows))
        return pages.show(request, "processes/list.html", here="processes", **shown)

    @app.get("/p/{name:path}", response_class=HTMLResponse)
    def process(request: Request, name: str) -> Response:
        with site.opened() as store:
            now, seen = site.clock(), pages.known.look(store, site.policy)
            found = next(iter(seen.processes([name])), None)
            if found is None:
                raise Absent
            report = seen.report(found, now)
        shown = process_page(found, report, now, pages.serves)
        pages.keep(request, report.wake_at)
        return pages.show(request, "processes/process.html", here="processes", **shown)
