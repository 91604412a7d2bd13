"""The API's place on the server: before the pages, so that neither's keys open the other.

A browser's cookie is never looked at here, and a token never there. So no page of somebody else's can make a browser
change anything: a browser sends cookies by itself, and a token never.
"""

from __future__ import annotations

from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sincerely.web.security import place as host_of

from .callers import Place
from .problems import BASE, Problem

# More than any draft or timeline line needs.
_MOST_BYTES = 1_000_000
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class ApiDoor:
    """Passes what is for the API to it, and everything else on to the pages."""

    def __init__(self, app: ASGIApp, place: Place) -> None:
        self.app = app
        self.place = place
        self.hosts = frozenset(host.lower() for host in place.hosts)
        self._api: ASGIApp | None = None
        self._making = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or not (path == BASE or path.startswith(f"{BASE}/")):
            await self.app(scope, receive, send)
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._check(Request(scope))
            inner = {**scope, "root_path": scope.get("root_path", "") + BASE}
            api = self._api if self._api is not None else await run_in_threadpool(self._made)
            await api(inner, await _taken(receive), protected)
        except Problem as problem:
            await problem.response()(scope, receive, protected)

    def _check(self, request: Request) -> None:
        if request.headers.get("host", "").lower() not in self.hosts:
            raise Problem("elsewhere", "This server answers only to its own address.")
        if self.place.https and request.url.scheme != "https":
            raise Problem("elsewhere", "This server is to be asked by https.")
        origin = request.headers.get("origin")
        if origin is not None and host_of(origin).lower() not in self.hosts:
            raise Problem("elsewhere", "This came from another page.")
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _MOST_BYTES:
            raise Problem("too-large", f"At most {_MOST_BYTES:,} bytes are taken.")

    def _made(self) -> ASGIApp:
        """Make the API when it is first asked: whoever never asks never waits for it."""
        with self._making:
            made = self._api
            if made is None:
                from .application import create_api

                made = self._api = create_api(self.place)
            return made


async def _taken(receive: Receive) -> Receive:
    """Receive a whole body and return what gives it again; one that is too large is given up, whatever it said."""
    parts: list[bytes] = []
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            parts, more = [], False  # the client has gone
            continue
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
        if sum(map(len, parts)) > _MOST_BYTES:
            raise Problem("too-large", f"At most {_MOST_BYTES:,} bytes are taken.")
    told = iter([{"type": "http.request", "body": b"".join(parts), "more_body": False}])

    async def again() -> Message:
        return next(told, None) or await receive()

    return again
