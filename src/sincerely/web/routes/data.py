"""The person's data: all of it out, a backup, a backup back in, and everything erased for good."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool

from sincerely.app import wiring
from sincerely.app.mail_in import bringing
from sincerely.app.mail_in.reading_in import Readings
from sincerely.app.processes import erasing
from sincerely.app.processes.erasing_one import erase_process
from sincerely.app.processes.exits import NothingThere
from sincerely.app.processes.regrouping import listed, named
from sincerely.app.processes.transfer import export
from sincerely.app.today.known import Known
from sincerely.store.base import StoreError
from sincerely.web.pages import Pages
from sincerely.web.security import CLEAR
from sincerely.web.uploading import Door, NotTaken, receive
from sincerely.web.views.settings import data_page

from .forms import Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the data page."""
    site = pages.site

    def page(request: Request, error: str = "", status: int = 200) -> Response:
        with site.opened() as store:
            counts, processes = store.counts(), listed(store)
        shown = data_page(counts, processes, bringing.kept(site.home), erasing.kept_before(site.home), site.home)
        return pages.show(request, "settings/data.html", status, here="settings", error=error, **shown)

    @app.get("/settings/data", response_class=HTMLResponse)
    def data(request: Request) -> Response:
        return page(request)

    @app.post("/settings/data/export")
    def everything(request: Request, token: Text = "") -> Response:
        pages.check(request, token)

        def make(folder: Path) -> Path:
            with site.opened() as store:
                export(store, folder / "sincerely")
            return Path(shutil.make_archive(str(folder / "sincerely"), "zip", folder, "sincerely"))

        return _download(make, f"sincerely-{site.clock():%Y-%m-%d}.zip")

    @app.post("/settings/data/backup")
    def backup(request: Request, token: Text = "") -> Response:
        pages.check(request, token)

        def make(folder: Path) -> Path:
            with site.opened() as store:
                store.backup(folder / "sincerely.db")
            return folder / "sincerely.db"

        return _download(make, f"sincerely-{site.clock():%Y-%m-%d}.db")

    @app.post("/settings/data/forget")
    def forget(request: Request, name: Text, token: Text = "") -> Response:
        pages.check(request, token)
        there = bringing.forget(site.home, name)
        said = "Deleted. What was read from it stays." if there else "It was deleted already."
        return pages.done("/settings/data", said, undo="")

    @app.post("/settings/data/erase")
    def erase(request: Request, said: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        readings: Readings = app.state.readings
        try:
            if " ".join(said.casefold().split()) == erasing.WORDS:
                readings.stop()
            done = erasing.erase(site.home, said, wiring.open_secrets)
        except erasing.NotMeant as error:
            return page(request, str(error), 422)
        readings.forget()
        site.known = Known()
        with site.opened():
            answer = pages.show(request, "settings/erased.html", here="settings", done=done)
        # What this browser kept of it goes too.
        answer.headers["clear-site-data"] = CLEAR
        return answer

    _erasing_one(app, pages, page)
    _restoring(app, pages, page)


def _erasing_one(app: FastAPI, pages: Pages, page: Callable[..., Response]) -> None:
    site = pages.site

    @app.post("/settings/data/erase-process")
    def erase_one(request: Request, process: Text = "", said: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        try:
            with site.opened() as store:
                done = erase_process(store, named(store, process), said, site.home, site.clock())
        except (erasing.NotMeant, StoreError, NothingThere) as error:
            return page(request, str(error), 422)
        site.known = Known()
        with site.opened():
            return pages.show(request, "settings/erased_process.html", here="settings", done=done)


def _restoring(app: FastAPI, pages: Pages, page: Callable[..., Response]) -> None:
    site = pages.site

    @app.post("/settings/data/restore")
    async def restore(request: Request) -> Response:
        with tempfile.TemporaryDirectory(prefix="sincerely-restore-") as folder:
            door = Door(
                lambda token: pages.check(request, token),
                lambda name: bringing.place_in(Path(folder), name),
                bringing.room(site.home) // 3,
            )
            try:
                got = await receive(request, door)
            except NotTaken as error:
                return await run_in_threadpool(page, request, str(error), 422)
            if not got.files:
                return await run_in_threadpool(page, request, "Choose a backup: a file that ends in .db.", 422)
            return await run_in_threadpool(put_back, request, got.files[0])

    @app.post("/settings/data/restore-before")
    def before(request: Request, name: Text, token: Text = "") -> Response:
        pages.check(request, token)
        found = [path for path in erasing.kept_before(site.home) if path.name == name]
        return put_back(request, found[0]) if found else page(request, "That copy is not there any more.", 404)

    def put_back(request: Request, backup: Path) -> Response:
        found = app.state.readings.look()
        if found is not None and found.running:
            return page(request, f"{found.what} is being read; stop it first.", 409)
        try:
            erasing.restore(site.home, backup, site.clock())
        except StoreError as error:
            return page(request, str(error).replace(f"{backup.parent}/", ""), 422)
        app.state.readings.forget()
        site.known = Known()  # events are numbered anew
        return pages.done("/settings/data", "Restored. What was there before is kept below.", undo="")


def _download(make: Callable[[Path], Path], name: str) -> Response:
    """Make a file in a folder of its own, send it, and delete both."""
    folder = Path(tempfile.mkdtemp(prefix="sincerely-out-"))
    try:
        path = make(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(path, filename=name, media_type="application/octet-stream", background=gone)
