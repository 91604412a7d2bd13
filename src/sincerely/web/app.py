"""The pages. Each handler calls one use case and shows what it returns."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote
from zoneinfo import ZoneInfo

from fastapi import FastAPI, Form, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sincerely.app import exits
from sincerely.app.carding import Card, card_of
from sincerely.app.evidence import evidence_of
from sincerely.app.explaining import UnknownRule, explain
from sincerely.app.feed import feed
from sincerely.app.here import here
from sincerely.app.listing import today_of
from sincerely.app.questions import answer, open_questions
from sincerely.app.regrouping import listed
from sincerely.core.policy import Policy
from sincerely.store.base import Store, StoreError

from . import views
from .feed import PublicDoor
from .security import COOKIE, FIELD, Guard, Tokens, path

_HERE = Path(__file__).parent
Text = Annotated[str, Form(max_length=400)]


@dataclass(frozen=True)
class Site:
    """What the pages need to run.

    Attributes:
        opened: opens the store for one request.
        policy: the profile.
        clock: tells the time, aware, on the reader's clock.
        hosts: the values of Host that are ours.
        public: the Host under which the calendar feed is served, and nothing else; "" for none.
    """

    opened: Callable[[], AbstractContextManager[Store]]
    policy: Policy
    clock: Callable[[], datetime]
    hosts: tuple[str, ...]
    public: str = ""


class Pages:
    """Templates, tokens and answers."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.tokens = Tokens()
        self.templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self.version = version("sincerely")

    def show(self, request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page, with a token for its forms."""
        visitor = self.tokens.visitor(request)
        token = self.tokens.token(visitor)

        def csrf() -> Markup:
            return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token)

        shown = {"here": "", "undo": None, "version": self.version, **values}
        answer = HTMLResponse(self.templates.get_template(name).render(csrf=csrf, **shown), status)
        answer.set_cookie(COOKIE, visitor, httponly=True, samesite="strict", path="/")
        return answer

    def sorry(self, request: Request, heading: str, text: str, status: int) -> HTMLResponse:
        """Return a page that says what went wrong and what to do."""
        return self.show(request, "message.html", status, heading=heading, text=text)


def create_app(site: Site) -> FastAPI:
    """Return the pages as an application."""
    app = FastAPI(title="Sincerely", docs_url=None, redoc_url=None, openapi_url=None)
    pages = Pages(site)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    _reading(app, pages)
    _carding(app, pages)
    _writing(app, pages)
    _answering(app, pages)

    @app.exception_handler(StoreError)
    def _store_error(request: Request, error: StoreError) -> Response:
        return pages.sorry(request, "The store can't be used now", str(error), 503)

    @app.exception_handler(RequestValidationError)
    def _unfit(request: Request, _: Exception) -> Response:
        return pages.sorry(request, "Something is missing", "Go back, fill in what is missing, and try again.", 422)

    @app.exception_handler(405)
    def _not_like_this(request: Request, _: Exception) -> Response:
        return pages.sorry(request, "This can't be opened like that", "Use the buttons of the pages.", 405)

    @app.exception_handler(404)
    def _nothing_here(request: Request, _: Exception) -> Response:
        return _nothing(request, pages)

    app.add_middleware(Guard, hosts=site.hosts)
    if site.public:
        app.add_middleware(PublicDoor, host=site.public, feed=partial(_feed, site))
    return app


def _feed(site: Site, secret: str) -> str | None:
    now = site.clock()
    with site.opened() as store:
        return feed(store, secret, site.policy, now, now.tzinfo or UTC)


def _reading(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    @app.get("/", response_class=HTMLResponse)
    def today(request: Request) -> Response:
        with site.opened() as store:
            found = today_of(store, site.clock(), site.policy)
            empty = not store.counts()["processes"]
            last = exits.deeds(store)[-1:]
        undo = last[0] if last and (site.clock() - last[0].at).days < 1 else None
        return pages.show(request, "today.html", here="today", undo=undo, **views.today_page(found, empty=empty))

    @app.get("/processes", response_class=HTMLResponse)
    def processes(request: Request) -> Response:
        with site.opened() as store:
            rows = listed(store)
        return pages.show(request, "processes.html", here="processes", **views.processes_page(rows))

    @app.get("/questions", response_class=HTMLResponse)
    def questions(request: Request) -> Response:
        with site.opened() as store:
            found = open_questions(store, site.clock())
        return pages.show(request, "questions.html", here="questions", **views.questions_page(found))

    @app.get("/p/{name:path}", response_class=HTMLResponse)
    def process(request: Request, name: str) -> Response:
        with site.opened() as store:
            found = store.process(name)
        if found is None:
            return _nothing(request, pages)
        return pages.show(request, "process.html", **views.process_page(found, site.clock(), site.policy))

    @app.get("/e/{name:path}/{event_id}", response_class=HTMLResponse)
    def evidence(request: Request, name: str, event_id: str) -> Response:
        with site.opened() as store:
            found = store.process(name)
            event = next((e for e in found.told if e.id == event_id), None) if found else None
            if found is None or event is None:
                return _nothing(request, pages)
            mail, note = evidence_of(store, event)
        return pages.show(request, "evidence.html", **views.evidence_page(found, event, mail, note))

    @app.get("/explain/{code}", response_class=HTMLResponse)
    def rule(request: Request, code: str) -> Response:
        try:
            page = explain(code)
        except UnknownRule as error:
            return pages.sorry(request, "There is no such rule", str(error), 404)
        return pages.show(request, "rule.html", page=page)


def _carding(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    def made(name: str) -> Card | None:
        """Return a process's card; None where there is no such process, or no interview of it is known."""
        now = site.clock()
        with site.opened() as store:
            found = store.process(name)
            try:
                # The clock's zone has its clock changes where it is one; an offset alone is wrong half the year.
                own = now.tzinfo if isinstance(now.tzinfo, ZoneInfo) else here()
                return card_of(store, found, now, own) if found is not None else None
            except exits.NothingThere:
                return None

    @app.get("/card/{name:path}", response_class=HTMLResponse)
    def card(request: Request, name: str) -> Response:
        found = made(name)
        if found is None:
            return _nothing(request, pages)
        return pages.show(request, "card.html", card=found, answered=any(shown for _, shown in found.wants))

    @app.get("/print/{name:path}")
    def printed(request: Request, name: str) -> Response:
        from sincerely.app.card_pdf import card_pdf

        found = made(name)
        if found is None:
            return _nothing(request, pages)
        headers = {"content-disposition": "inline; filename=card.pdf"}
        return Response(card_pdf(found), media_type="application/pdf", headers=headers)


def _writing(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    @app.post("/exit")
    def leave(
        request: Request,
        code: Text,
        process: Text,
        who: Text,
        how: Annotated[Literal["done", "dismissed", "snoozed", "wrong"], Form()],
        token: Text = "",
        channel: Text = "",
        until: Annotated[date | None, Form()] = None,
    ) -> Response:
        if not pages.tokens.fits(request, token):
            return _refused(request, pages)
        if how == "snoozed" and until is None:
            return pages.sorry(request, "No day was chosen", "Choose the day on which to be reminded.", 422)
        now = site.clock()
        with site.opened() as store:
            try:
                line = exits.find(store, site.policy, now, code, process, who)
            except exits.NothingThere:
                return pages.sorry(request, "That was settled already", "Today shows what is left.", 409)
            if how == "wrong":
                exits.wrong(store, line, now)
            else:
                exits.settle(store, line, how, now, until=until, channel=channel)
        # Back to the page that it came from; only its path, so that nobody sends the reader elsewhere.
        return RedirectResponse(path(request.headers.get("referer", "/")), status_code=303)

    @app.post("/wrong")
    def wrong(request: Request, process: Text, event: Text, token: Text = "") -> Response:
        if not pages.tokens.fits(request, token):
            return _refused(request, pages)
        with site.opened() as store:
            found = store.process(process)
            meant = [e for e in found.told if e.id == event] if found else []
            if found is None or not meant:
                return _nothing(request, pages)
            exits.correct(store, found.header, meant, site.clock(), f"{meant[0].verb}: that is wrong")
        return RedirectResponse(f"/p/{quote(found.header.id)}", status_code=303)


def _answering(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    @app.post("/answer")
    def settle(
        request: Request, event: Text, said: Annotated[Literal["yes", "no"], Form()], token: Text = ""
    ) -> Response:
        if not pages.tokens.fits(request, token):
            return _refused(request, pages)
        with site.opened() as store:
            try:
                answer(store, event, yes=said == "yes", now=site.clock())
            except exits.NothingThere:
                return pages.sorry(request, "That was settled already", "Today shows what is left.", 409)
        return RedirectResponse("/questions", status_code=303)

    @app.post("/undo")
    def undo(request: Request, token: Text = "") -> Response:
        if not pages.tokens.fits(request, token):
            return _refused(request, pages)
        with site.opened() as store:
            last = exits.deeds(store)[-1:]
            turn = exits.redo if last and last[0].undone else exits.undo
            try:
                turn(store, site.clock())
            except exits.NothingThere as error:
                return pages.sorry(request, "Nothing to undo", str(error), 409)
        return RedirectResponse("/", status_code=303)


def _refused(request: Request, pages: Pages) -> Response:
    text = "This page was open for too long, or came from somewhere else. Nothing was changed; please try again."
    return pages.sorry(request, "Please try again", text, 403)


def _nothing(request: Request, pages: Pages) -> Response:
    return pages.sorry(request, "There is nothing here", "The page may have moved, or its process was merged.", 404)
