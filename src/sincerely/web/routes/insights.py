"""Insights: what the search looks like in figures."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.insights.figures import Recent
from sincerely.web.pages import Pages


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the insights."""
    site = pages.site
    recent = Recent()

    @app.get("/insights", response_class=HTMLResponse)
    def insights(request: Request) -> Response:
        # The charts' library loads with the first of them, and no other page pays for it.
        from sincerely.web.views.insights import insights_page

        with site.opened() as store:
            pages.keep(request)
            found = recent.of(store, site.clock(), site.policy)
        return pages.show(request, "insights/insights.html", here="insights", **insights_page(found))
