"""Why a rule says what it says."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.today.explaining import UnknownRule, explain
from sincerely.web.pages import Pages


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve each rule's own page."""
    site = pages.site

    @app.get("/explain/{code}", response_class=HTMLResponse)
    def rule(request: Request, code: str) -> Response:
        try:
            page = explain(code)
        except UnknownRule as error:
            return pages.sorry(request, "There is no such rule", str(error), 404)
        with site.opened():  # says whether it is the sample: every page does
            pages.keep(request)
        return pages.show(request, "rules/rule.html", page=page)
