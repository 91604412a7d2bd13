"""The phone: installing the pages as an app, the worker that keeps pages on a device, and what a device keeps.

The manifest, the worker and the page for when nothing is kept say nothing about anybody: browsers ask for them without
a session, and so they are served without one.
"""

from __future__ import annotations

import json
from functools import cache

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from sincerely.web.pages import STATIC, Pages, static

MANIFEST, WORKER, OFFLINE = "/manifest.webmanifest", "/worker.js", "/offline"
# What the kept pages need; everything else is for pages that are not kept.
_ASSETS = (
    "style.css", "card.css", "debrief.css", "sheet.css", "settings.css", "app.js", "keep.js", "kept.js", "phone.js",
    "vendor/htmx/htmx.min.js", "icon.svg", "icon-192.png",
)  # fmt: skip
_NONE = "const ASSETS = [];"
# The desk in the light, as in style.css: browsers take one colour, before any page is there.
_DESK = "#f4efe4"


def routes(app: FastAPI, pages: Pages) -> None:
    """Serve what a phone needs."""

    @app.get(MANIFEST)
    def manifest() -> Response:
        return Response(
            json.dumps(_manifest()), media_type="application/manifest+json", headers={"cache-control": "no-cache"}
        )

    @app.get(WORKER)
    def worker() -> Response:
        return Response(_worker(), media_type="text/javascript", headers={"cache-control": "no-cache"})

    @app.get(OFFLINE, response_class=HTMLResponse)
    def offline() -> Response:
        return HTMLResponse(pages.templates.get_template("phone/offline.html").render())

    @app.get("/settings/phone", response_class=HTMLResponse)
    def phone(request: Request) -> Response:
        return pages.show(request, "settings/phone.html", here="settings")


@cache
def _manifest() -> dict[str, object]:
    """Return how the pages present themselves as an app."""
    sizes = (("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"))
    icons = [*sizes, ("icon-maskable-512.png", "512x512", "maskable")]
    drawings = [("icon.svg", "any"), ("icon-maskable.svg", "maskable")]
    return {
        "id": "/",
        "name": "Sincerely",
        "short_name": "Sincerely",
        "description": "Follows through after a job interview: what is owed, what to wait for, and until when.",
        "lang": "en",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": _DESK,
        "background_color": _DESK,
        "icons": [
            *({"src": static(name), "sizes": size, "type": "image/png", "purpose": use} for name, size, use in icons),
            *({"src": static(name), "sizes": "any", "type": "image/svg+xml", "purpose": use} for name, use in drawings),
        ],
        "shortcuts": [
            {"name": name, "url": path, "icons": [{"src": static("icon-192.png"), "sizes": "192x192"}]}
            for name, path in (("Debrief", "/debrief"), ("Today", "/"))
        ],
    }


@cache
def _worker() -> str:
    """Return the worker with the addresses of what it keeps: another file whenever one of them is another."""
    text = (STATIC / "worker.js").read_text("utf-8")
    assert _NONE in text
    return text.replace(_NONE, f"const ASSETS = {json.dumps([OFFLINE, *map(static, _ASSETS)])};")
