"""The person's CV and the postings: what drafts may stand on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from sincerely.app import wiring
from sincerely.app.mail_in.bringing import place_in
from sincerely.app.processes.giving import give, label, take_away
from sincerely.app.processes.papers import kept
from sincerely.app.processes.regrouping import listed
from sincerely.reading.letters.document import LARGEST, DocumentFault
from sincerely.web.pages import Absent, Pages
from sincerely.web.uploading import Door, NotTaken, Received, receive
from sincerely.web.views.settings import papers_page

from .forms import Text

_TOO_LARGE = f"This is larger than {LARGEST // 1_000_000} MB. Save it as a smaller PDF or as text, and bring that."
_LONGEST_TEXT = 400_000


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the papers."""
    site = pages.site

    def page(request: Request, error: str = "", status: int = 200) -> Response:
        with site.opened() as store:
            shown = papers_page(kept(store), [row.header for row in listed(store)])
        return pages.show(request, "settings/papers.html", status, here="settings", error=error, **shown)

    @app.get("/settings/papers", response_class=HTMLResponse)
    def papers(request: Request) -> Response:
        return page(request)

    @app.get("/settings/papers/{name}", response_class=HTMLResponse)
    def paper(request: Request, name: str) -> Response:
        with site.opened() as store:
            found = store.paper(name)
        if found is None or found.removed_at is not None:
            raise Absent
        lines = [(number, line) for number, line in enumerate(found.lines, 1) if line.strip()]
        return pages.show(request, "settings/paper.html", here="settings", paper=found, lines=lines)

    @app.post("/settings/papers/remove")
    def remove(request: Request, paper: Text, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            found = store.paper(paper)
            if found is None or found.removed_at is not None:
                raise Absent
            deed = take_away(store, found, site.clock())
        return pages.done("/settings/papers", deed.label)

    _adding(app, pages, page)


def _adding(app: FastAPI, pages: Pages, page: Callable[..., Response]) -> None:
    """Take a paper in, as a file or as text."""
    site = pages.site

    @app.post("/settings/papers")
    async def add(request: Request) -> Response:
        with tempfile.TemporaryDirectory(prefix="sincerely-paper-") as folder:
            door = Door(
                lambda token: pages.check(request, token),
                lambda name: place_in(Path(folder), name),
                LARGEST + _LONGEST_TEXT,
                _TOO_LARGE,
                _LONGEST_TEXT,
            )
            try:
                got = await receive(request, door)
            except NotTaken as error:
                return await run_in_threadpool(page, request, str(error), 422)
            return await run_in_threadpool(keep, request, got)

    def keep(request: Request, got: Received) -> Response:
        text, process = got.fields.get("text", ""), got.fields.get("process", "")
        if not got.files and not text.strip():
            return page(request, "Choose a file, or paste the text.", 422)
        try:
            data = wiring.file_bytes(got.files[0], None) if got.files else text.encode("utf-8", "replace")
            document = wiring.document_of(data)
        except DocumentFault as fault:
            return page(request, f"{got.files[0].name if got.files else 'What was pasted'} {fault}.", 422)
        name = got.files[0].name if got.files else "pasted"
        with site.opened() as store:
            header = None
            if process:
                known = store.process(process)
                if known is None:
                    return page(request, "That process is not there any more. Choose another.", 422)
                header = known.header
            found = give(store, data, document, name, site.clock(), header)
        said = f"{label(found.paper)} kept" if found.new else f"{label(found.paper)} was kept already"
        return pages.done("/settings/papers", said, undo="Undo" if found.new else "")
