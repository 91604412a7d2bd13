"""Search across everything, and a mail that it finds."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.mail_in.evidence import mail_of
from sincerely.app.processes.searching import DEEPEST, search, words_of
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.paging import Begin
from sincerely.web.views.searching import search_page

from .forms import Asked

_DIGEST = "sha256:"


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve search."""
    site = pages.site

    @app.get("/search", response_class=HTMLResponse)
    def searching(
        request: Request,
        q: Asked = "",
        every: Annotated[str, Query(alias="all", max_length=9)] = "",
        begin: Begin = 0,
    ) -> Response:
        with site.opened() as store:
            found = search(store, q, DEEPEST)
        pages.keep(request)
        return pages.show(request, "search/search.html", here="search", **search_page(found, q, every, begin))

    @app.get("/m/{digest}", response_class=HTMLResponse)
    def mail(request: Request, digest: str, q: Asked = "") -> Response:
        with site.opened() as store:
            message = store.message_named(f"{_DIGEST}{digest}")
            process = store.process(message.process) if message is not None and message.process else None
            if message is None or process is None:
                raise Absent
            shown, note = mail_of(store, message, " ".join(words_of(q)))
        return pages.show(
            request, "search/mail.html", here="search", header=process.header, message=message, mail=shown, note=note
        )
