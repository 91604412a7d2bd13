"""A server that has just started: what every page needs is loaded before somebody waits for it."""

from __future__ import annotations

import gc
import threading
from contextlib import suppress

from fastapi import FastAPI

from sincerely.app.today.listing import today_of
from sincerely.store.base import StoreError

from .pages import Pages


def warm_beside(app: FastAPI) -> None:
    """Do so in a thread, while the server answers already. A store that can't be read is told by the first page."""

    def work() -> None:
        with suppress(StoreError):
            warm(app)

    threading.Thread(target=work, name="warm", daemon=True).start()


def warm(app: FastAPI) -> None:
    """Load what pages need, and let the garbage collector look at it no more.

    The collector goes through everything that lives, and nothing answers meanwhile: with 200 processes and 50,000 mails
    for 130 ms on a quiet machine, 600 on a busy one; through what came since the start, for 30. What was loaded by now
    stays as long as the server does, or goes when nothing refers to it.

    Raises:
        StoreError: the store can't be read.
    """
    pages: Pages = app.state.pages
    site = pages.site
    with site.opened() as store:
        today_of(store, site.clock(), site.policy, pages.known)
    for name in pages.templates.list_templates():
        pages.templates.get_template(name)
    gc.collect()
    gc.freeze()
