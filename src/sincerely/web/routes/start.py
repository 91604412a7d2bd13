"""The first run: from nothing to a useful Today. The sample, one's own mail in any form, or a connected mailbox."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from sincerely.app.mail_in import bringing
from sincerely.app.mail_in.reading_in import Busy, Reading, Readings
from sincerely.app.mail_in.sample_in import sample_reading
from sincerely.app.processes.erasing import clear_sample
from sincerely.app.today.listing import nothing_sent, today_of
from sincerely.core.people import is_address
from sincerely.sources.base import SourceError
from sincerely.web.pages import Pages, Refused
from sincerely.web.uploading import Door, NotTaken, receive
from sincerely.web.views.start import reading_page, size

from .forms import Text

Mail = Annotated[str, Form(max_length=1_000_000)]
_NO_ROOM = "This does not fit: {room} are free for it. Bring it by its path instead, then nothing is copied."


@dataclass
class _Desk:
    """What the handlers share."""

    pages: Pages
    readings: Readings

    def page(self, request: Request, error: str = "", status: int = 200, **typed: str) -> Response:
        """Return the page, with what is wrong and what was typed."""
        site, now = self.pages.site, self.pages.site.clock()
        with site.opened() as store:
            counts = store.counts()
            unsent = nothing_sent(store, processes=bool(counts["processes"]))
            found = today_of(store, now, site.policy) if counts["processes"] else None
            accounts = [account.address for account in store.accounts() if account.imap]
        room = bringing.room(site.home)
        shown = {
            "reading": reading_page(self.readings.look(), found, self.pages.serves),
            "error": error,
            "typed": {"path": "", "me": "", "mail": "", **typed},
            "counts": counts,
            "unsent": unsent,
            "accounts": accounts,
            "room": room,
            "room_words": size(room),
        }
        return self.pages.show(request, "start/start.html", status, here="start", **shown)

    def begin(self, request: Request, what: str, paths: tuple[Path, ...], me: str) -> Response:
        """Begin to read; the sample goes first."""
        site, now = self.pages.site, self.pages.site.clock()
        if clear_sample(site.home):
            site.sample = False
        reading = Reading(what=what, paths=tuple(map(str, paths)), me=addresses(me), began=now, changed=now)
        return self.start(request, reading)

    def start(self, request: Request, reading: Reading) -> Response:
        """Begin a reading that is all said."""
        try:
            self.readings.begin(reading)
        except Busy as error:
            return self.page(request, str(error), 409)
        return self.pages.done("/start")

    def busy(self) -> str:
        """Return what is being read, in words; "" where nothing is."""
        found = self.readings.look()
        return f"{found.what} is being read; wait for it, or stop it." if found is not None and found.running else ""


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the first run."""
    site = pages.site
    readings = app.state.readings = Readings(site.open, site.home, site.clock)
    desk = _Desk(pages, readings)

    @app.get("/start", response_class=HTMLResponse)
    def start(request: Request) -> Response:
        return desk.page(request)

    @app.post("/start/sample")
    def sample(request: Request, token: Text = "") -> Response:
        pages.check(request, token)
        if busy := desk.busy():
            return desk.page(request, busy, 409)
        with site.opened() as store:
            reading = sample_reading(store, site.home, site.clock())
        if reading is None:
            return desk.page(request, "You have read mail of your own; the sample would stand among it.", 409)
        return desk.start(request, reading)

    @app.post("/start/stop")
    def stop(request: Request, token: Text = "") -> Response:
        pages.check(request, token)
        readings.stop()
        return pages.done("/start")

    @app.post("/start/again")
    def again(request: Request, token: Text = "") -> Response:
        pages.check(request, token)
        found = readings.look()
        if found is None or found.running:
            return pages.done("/start")
        now = site.clock()
        once_more = Reading(
            what=found.what, paths=found.paths, account=found.account, me=found.me, began=now, changed=now
        )
        return desk.start(request, once_more)

    _from_here(app, desk)
    _from_the_browser(app, desk)


def _from_here(app: FastAPI, desk: _Desk) -> None:
    """Take what lies on this machine, or was pasted."""
    pages = desk.pages

    @app.post("/start/path")
    def path(request: Request, place: Text = "", me: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        where = Path(place.strip().strip("\"'")).expanduser()
        wrong, status = desk.busy(), 409
        if not wrong:
            wrong, status = _wrong_with(where, place), 422
        if wrong:
            return desk.page(request, wrong, status, path=place, me=me)
        return desk.begin(request, where.name or str(where), (where,), me)

    @app.post("/start/paste")
    def paste(request: Request, mail: Mail = "", me: Text = "", token: Text = "") -> Response:
        pages.check(request, token)
        if busy := desk.busy():
            return desk.page(request, busy, 409, mail=mail, me=me)
        try:
            place = bringing.paste(pages.site.home, mail, pages.site.clock())
        except SourceError as error:
            return desk.page(request, f"{error.place} {error.what}: {error.remedy}.", 422, me=me)
        return desk.begin(request, "the mail that you pasted", (place,), me)


def _from_the_browser(app: FastAPI, desk: _Desk) -> None:
    """Take files in."""
    pages, site = desk.pages, desk.pages.site

    @app.post("/start/files")
    async def files(request: Request) -> Response:
        room = bringing.room(site.home)
        folder: list[Path] = []

        def place(name: str) -> Path:
            if not folder:
                folder.append(bringing.new_folder(site.home, site.clock()))
            return bringing.place_in(folder[0], name)

        def check(token: str) -> None:
            pages.check(request, token)

        try:
            got = await receive(request, Door(check, place, room, _NO_ROOM.format(room=size(room))))
        except Refused:
            _drop(folder)
            raise
        except NotTaken as error:
            _drop(folder)
            return await run_in_threadpool(desk.page, request, str(error), 422)
        return await run_in_threadpool(came, request, got.files, got.fields.get("me", ""), folder)

    def came(request: Request, found: list[Path], me: str, folder: list[Path]) -> Response:
        if not found:
            return desk.page(request, "No file was chosen. Choose a mailbox, a takeout or single mails.", 422, me=me)
        if busy := desk.busy():
            _drop(folder)
            return desk.page(request, busy, 409, me=me)
        what = found[0].name if len(found) == 1 else f"{found[0].name} and {len(found) - 1} more"
        return desk.begin(request, what, tuple(found), me)


def _wrong_with(where: Path, typed: str) -> str:
    """Return what is wrong with a path that was typed; "" where nothing is."""
    if not typed.strip():
        return "Say where your mail lies, such as ~/Downloads/takeout.zip."
    if not where.is_absolute():
        return "Give the whole path, such as ~/Downloads/takeout.zip."
    try:
        there = where.exists()
    except (OSError, ValueError):
        there = False
    return "" if there else f"There is nothing at {where}. Check the path."


def addresses(text: str) -> tuple[str, ...]:
    """Return the addresses in what somebody typed; what is none is left out."""
    parts = text.replace(",", " ").replace(";", " ").split()
    return tuple(dict.fromkeys(part.strip("<>").lower() for part in parts if is_address(part.strip("<>"))))


def _drop(folder: list[Path]) -> None:
    for one in folder:
        shutil.rmtree(one, ignore_errors=True)
