"""The debrief: five minutes after the interview, on the phone; saved as one types."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app import debrief_form
from sincerely.app.debrief_notes import NotADay, note_down
from sincerely.app.draft_grounds import gathered
from sincerely.app.exits import NothingThere
from sincerely.app.sheets import Clash
from sincerely.core.process import Process
from sincerely.store.base import Store
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.debrief import debrief_page, labels

from . import sheets


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the debrief."""
    site = pages.site

    @app.get("/debrief/{name:path}", response_class=HTMLResponse)
    def debrief(request: Request, name: str) -> Response:
        with site.opened() as store:
            return _show(request, store, _process(store, name))

    @app.post("/debrief/{name:path}")
    def save(request: Request, name: str, sent: sheets.Form) -> Response:
        pages.check(request, sent.token)
        if not sent.fits:
            return pages.sorry(request, "That is too much for one form", "Put the rest into a second note.", 413)
        now, here = site.clock(), f"/debrief/{quote(name)}"
        with site.opened() as store:
            process = _process(store, name)
            try:
                done = debrief_form.type_in(store, process, sent.typed, now, add=sent.do == "add")
            except NothingThere as error:
                return pages.sorry(request, "There has been no interview yet", str(error), 409)
            if done.clashes or not sent.do:
                # It saves itself, or two texts are to be shown; what this window says stays as it is.
                status = 409 if done.clashes and sent.do else 200
                return _show(request, store, process, done.clashes, sheets.window_of(sent.typed, done.clashes), status)
            if sent.do != "done":
                return pages.done(f"{here}#others" if sent.do == "add" else here)
            try:
                deed = note_down(store, name, now, _names(store, process))
            except NotADay as error:
                return _show(request, store, process, status=422, wrong=str(error))
            except NothingThere:
                return pages.done(f"/p/{quote(name)}", "Nothing new to note.", undo="")
        return pages.done(f"/p/{quote(name)}", deed.label)

    def _process(store: Store, name: str) -> Process:
        found = store.process(name)
        if found is None:
            raise Absent
        return found

    def _names(store: Store, process: Process) -> Mapping[str, str]:
        return gathered(store, process, site.clock()).background.names

    def _show(
        request: Request,
        store: Store,
        process: Process,
        clashes: Mapping[str, Clash] = MappingProxyType({}),
        window: sheets.Window | None = None,
        status: int = 200,
        wrong: str = "",
    ) -> Response:
        try:
            told = debrief_form.form(store, process, site.clock(), _names(store, process))
        except NothingThere:
            return pages.show(request, "debrief/none.html", 200, here="processes", header=process.header)
        here = window or sheets.fresh_window()
        shown = {
            **debrief_page(told, here.fields, here.seen),
            "window": here.name,
            "clashes": sheets.both(clashes, labels(told)),
            "wrong": wrong,
        }
        return pages.show(request, "debrief/debrief.html", status, here="processes", **shown)
