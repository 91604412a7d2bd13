"""Which events belong to which process, and what it is about: merging, splitting and putting right by hand."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.app.processes.being_about import FIELDS, NotSo, say_about
from sincerely.app.processes.exits import NothingThere
from sincerely.app.processes.regrouping import apart, listed, merge, movable, new_name, split
from sincerely.app.processes.setting_aside import set_aside
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.store.base import Store
from sincerely.web.pages import Absent, Pages
from sincerely.web.views.regrouping import merge_page, split_page

from .forms import Text


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve the forms, and take them."""
    _merging(app, pages)
    _splitting(app, pages)
    _about(app, pages)


def _found(store: Store, name: str) -> Process:
    process = store.process(name)
    if process is None:
        raise Absent
    return process


def _merging(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    @app.get("/merge/{name:path}", response_class=HTMLResponse)
    def merging(request: Request, name: str) -> Response:
        with site.opened() as store:
            shown = merge_page(_found(store, name).header, listed(store))
        return pages.show(request, "processes/merge.html", here="processes", **shown)

    @app.post("/merge/{name:path}")
    def merge_it(request: Request, name: str, into: Text, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            other, goal = _found(store, name).header, _found(store, into).header
            try:
                deed = merge(store, other, goal, site.clock())
            except NothingThere as error:
                return pages.sorry(request, "These can't be merged", f"{error}.", 409)
        return pages.done(f"/p/{quote(goal.id)}", deed.label)


def _splitting(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    @app.get("/split/{name:path}", response_class=HTMLResponse)
    def splitting(request: Request, name: str, event: Annotated[list[str] | None, Query()] = None) -> Response:
        with site.opened() as store:
            shown = split_page(_found(store, name), listed(store), event or [])
        return pages.show(request, "processes/split.html", here="processes", **shown)

    @app.post("/split/{name:path}")
    def split_it(
        request: Request,
        name: str,
        event: Annotated[list[str] | None, Form()] = None,
        to: Text = "",
        employer: Text = "",
        role: Text = "",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        with site.opened() as store:
            process = _found(store, name)
            meant = [e for e in movable(process) if e.id in set(event or ())]
            goal = _goal(store, process.header, to, employer.strip(), role.strip())
            try:
                deed = split(store, process.header, meant, goal, site.clock())
            except NothingThere:
                what = "Tick some of the events, and not all of them; to move all of them, merge the two processes."
                return pages.sorry(request, "Which events belong elsewhere?", what, 422)
        return pages.done(f"/p/{quote(goal.id)}", deed.label)


def _about(app: FastAPI, pages: Pages) -> None:
    site = pages.site

    @app.get("/about/{name:path}", response_class=HTMLResponse)
    def being(request: Request, name: str) -> Response:
        with site.opened() as store:
            header = _found(store, name).header
        return pages.show(request, "processes/about.html", here="processes", header=header)

    @app.post("/about/{name:path}")
    def say(
        request: Request,
        name: str,
        employer: Text = "",
        role: Text = "",
        country: Text = "",
        zone: Text = "",
        via: Text = "",
        consultant: Text = "",
        token: Text = "",
    ) -> Response:
        pages.check(request, token)
        said = dict(zip(FIELDS, (employer, role, country, zone, via, consultant), strict=True))
        if via != "agency":
            del said["consultant"]  # the field stays filled when the way is changed
        if not via:
            del said["via"]
        with site.opened() as store:
            header = _found(store, name).header
            try:
                deed = say_about(store, header, said, site.clock())
            except NotSo as error:
                return pages.sorry(request, "That can't be", f"{str(error).capitalize()}.", 422)
            except NothingThere:
                return pages.done(f"/p/{quote(name)}", "Nothing was changed")
        return pages.done(f"/p/{quote(name)}", deed.label)

    @app.post("/not-mine/{name:path}")
    def not_mine(request: Request, name: str, token: Text = "") -> Response:
        pages.check(request, token)
        with site.opened() as store:
            try:
                deed = set_aside(store, _found(store, name).header, site.clock())
            except NothingThere:
                return pages.done("/processes", "It is set aside already")
        return pages.done("/processes", deed.label)


def _goal(store: Store, header: Header, to: str, employer: str, role: str) -> Header:
    """Return where the events go: to a process there is, or to a new one."""
    if to:
        return _found(store, to).header
    return apart(
        header, new_name(store, employer or header.employer, role or header.role), employer=employer, role=role
    )
