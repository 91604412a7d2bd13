"""Applications lent to tests: to build one takes longer than most tests do with it.

What an application remembers between two requests (loaded processes, tokens of forms, what is being read, failed
attempts, sessions) is new for each borrower.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from sincerely.app.mail_in.reading_in import Readings
from sincerely.web.api.callers import Callers
from sincerely.web.api.door import ApiDoor
from sincerely.web.app import Site, create_app
from sincerely.web.security import Tokens

_free: dict[Any, list[FastAPI]] = {}
_lent: list[FastAPI] = []


class _Stand(Site):
    """Stands for the site of whoever borrowed the application."""

    def __init__(self, site: Site) -> None:
        self.lend(site)

    def lend(self, site: Site) -> None:
        object.__setattr__(self, "stood_for", site)

    def __getattribute__(self, name: str) -> Any:
        own = object.__getattribute__
        return own(self, name) if name in {"lend", "stood_for"} else getattr(own(self, "stood_for"), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(object.__getattribute__(self, "stood_for"), name, value)


def lend(site: Site) -> FastAPI:
    """Return an application over a site, until the test ends."""
    free = _free.setdefault(_sort(site), [])
    app = free.pop() if free else create_app(_Stand(site))
    pages = app.state.pages
    pages.site.lend(site)
    pages.tokens = Tokens()
    vars(app.state.readings).update(vars(Readings(site.open, site.home, site.clock)))
    api = _api(app)
    if site.locked or site.public:
        app.middleware_stack = None
    elif api is not None:
        api.state.callers = Callers(pages.site)
    _lent.append(app)
    return app


def _sort(site: Site) -> Any:
    return site.hosts, site.locked, site.public, site.https


def _api(app: FastAPI) -> FastAPI | None:
    """Return the application of the API where it was made already."""
    part: Any = app.middleware_stack
    while part is not None and not isinstance(part, ApiDoor):
        part = getattr(part, "app", None)
    return vars(part)["_api"] if part is not None else None


def give_back() -> None:
    """Take back what was lent."""
    for app in _lent:
        _free[_sort(app.state.pages.site)].append(app)
    _lent.clear()
