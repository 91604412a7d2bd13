"""The pages as an application: an explicit list of areas, and what is said when something is not as it should be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from functools import partial

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response

from sincerely.app.connections.feed import feed
from sincerely.store.base import StoreError

from .api.door import ApiDoor
from .feed import PublicDoor
from .files import Files
from .front_door import FrontDoor
from .kept_answers import KeptAnswers
from .pages import STATIC, Absent, Pages, Refused, Site
from .routes import (
    accounts,
    adding,
    calendars,
    cards,
    data,
    debrief,
    drafts,
    evidence,
    exits,
    insights,
    letters,
    outgoing,
    papers,
    phone,
    policy,
    processes,
    questions,
    regrouping,
    rules,
    searching,
    settings,
    start,
    today,
    unlocking,
)
from .security import Guard

__all__ = ["Site", "create_app"]

AREAS: tuple[Callable[[FastAPI, Pages], None], ...] = (
    today.routes,
    exits.routes,
    questions.routes,
    processes.routes,
    adding.routes,
    regrouping.routes,
    searching.routes,
    evidence.routes,
    letters.routes,
    cards.routes,
    debrief.routes,
    outgoing.routes,
    drafts.routes,
    rules.routes,
    insights.routes,
    start.routes,
    settings.routes,
    policy.routes,
    accounts.routes,
    unlocking.routes,
    papers.routes,
    calendars.routes,
    phone.routes,
    data.routes,
)


def create_app(site: Site) -> FastAPI:
    """Return the pages as an application."""
    app = FastAPI(title="Sincerely", docs_url=None, redoc_url=None, openapi_url=None)
    pages = app.state.pages = Pages(site)
    # Compressed, other than pages: these hold no secret that its length could betray beside what others chose.
    app.mount("/static", Files(STATIC), name="static")
    for routes in AREAS:
        routes(app, pages)
    pages.prefixes = frozenset(_prefix(getattr(route, "path", "")) for route in app.routes)
    _faults(app, pages)
    app.add_middleware(KeptAnswers, site=site)
    if site.locked:
        app.add_middleware(FrontDoor, site=site)
    app.add_middleware(Guard, hosts=site.hosts)
    app.add_middleware(ApiDoor, place=site)
    if site.public:
        app.add_middleware(PublicDoor, host=site.public, feed=partial(_feed, site))
    return app


def _prefix(path: str) -> str:
    """Return a route's address as far as it is the same for all."""
    return path.partition("{")[0]


def _feed(site: Site, secret: str) -> str | None:
    now = site.clock()
    with site.opened() as store:
        return feed(store, secret, site.policy, now, now.tzinfo or UTC)


def _faults(app: FastAPI, pages: Pages) -> None:
    @app.exception_handler(StoreError)
    def _store_error(request: Request, error: StoreError) -> Response:
        return pages.sorry(request, "The store can't be used now", str(error), 503)

    @app.exception_handler(RequestValidationError)
    def _unfit(request: Request, _: Exception) -> Response:
        return pages.sorry(request, "Something is missing", "Go back, fill in what is missing, and try again.", 422)

    @app.exception_handler(Refused)
    def _refused(request: Request, _: Exception) -> Response:
        text = "This page was open for too long, or came from somewhere else. Nothing was changed; please try again."
        return pages.sorry(request, "Please try again", text, 403)

    @app.exception_handler(405)
    def _not_like_this(request: Request, _: Exception) -> Response:
        return pages.sorry(request, "This can't be opened like that", "Use the buttons of the pages.", 405)

    def nothing(request: Request, _: Exception) -> Response:
        return pages.sorry(request, "There is nothing here", "The page may have moved, or its process was merged.", 404)

    app.add_exception_handler(404, nothing)
    app.add_exception_handler(Absent, nothing)
