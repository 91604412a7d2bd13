"""The pages served for real on a free port of 127.0.0.1, and a Chromium to look at them."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright

from sincerely.web.app import Site, create_app

_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@contextmanager
def served(site: Site, port: int = 0) -> Iterator[str]:
    """Serve a site, on a free port or on one that it was served on before; yield its address."""
    with served_app(lambda host: create_app(replace(site, hosts=(host,))), port) as address:
        yield address


@contextmanager
def served_app(app: FastAPI | Callable[[str], FastAPI], port: int = 0) -> Iterator[str]:
    """Serve an application, or what is made of the host's name; yield its address."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port))
    sock.listen()  # whoever comes before the server is ready waits, and is not turned away
    host = f"127.0.0.1:{sock.getsockname()[1]}"
    made = app if isinstance(app, FastAPI) else app(host)
    server = uvicorn.Server(uvicorn.Config(made, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
    thread.start()
    try:
        yield f"http://{host}"
    finally:
        server.should_exit = True
        thread.join(10)


def chromium_path() -> str | None:
    """Return where a Chromium is, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """Start Chromium without any network of its own, with further switches."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*_QUIET, *more])
        try:
            yield browser
        finally:
            browser.close()
