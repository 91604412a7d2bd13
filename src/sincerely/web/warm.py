"""A server that has just started: what every page needs is loaded before somebody waits for it."""

from __future__ import annotations

import gc

from fastapi import FastAPI

from sincerely.app.listing import today_of

from .pages import Pages


def warm(app: FastAPI) -> None:
    """Load what pages need, and let the garbage collector look at it no more.

    The collector goes through everything that lives, again and again, and nothing answers meanwhile: with 200 processes
    and 50,000 mails for some 130 ms, in one request of forty (`bench/pages.py`). What was loaded by now stays as long
    as the server does, or goes when nothing refers to it.

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
