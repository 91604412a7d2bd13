"""Who may talk to the server: this machine's browser, from our own pages, with our own token."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "sincerely"
FIELD = "token"
# Tells a browser to forget everything of ours: copies, the worker that keeps them, words that wait to be sent.
CLEAR = '"cache", "storage"'
_SAFE = frozenset({"GET", "HEAD"})
_HEADERS = {
    # Nothing from outside, nothing inline, no frame: mail is hostile, and our pages need none of it.
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Checks Host and Origin, and puts the protective headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        refusal = self._refusal(request)
        if refusal is not None:
            await PlainTextResponse(refusal, status_code=403)(scope, receive, send)
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", _keeping(scope))
            await send(message)

        await self.app(scope, receive, protected)

    def _refusal(self, request: Request) -> str | None:
        if request.headers.get("host", "").lower() not in self.hosts:
            return "This server answers only to its own address. Open the address that sincerely printed."
        if request.method in _SAFE:
            return None
        origin = request.headers.get("origin")
        if origin is None or place(origin).lower() not in self.hosts:
            return "This came from another page, and nothing was changed."
        return None


def _keeping(scope: Scope) -> str:
    """Return how long a browser may keep an answer: what is named with its digest for long, pages never."""
    if not scope["path"].startswith("/static/"):
        return "no-store"
    return "public, max-age=31536000, immutable" if scope["query_string"] else "no-cache"


def place(address: str) -> str:
    """Return an address's host and port; nothing where it is no address."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def place_on_this_server(address: str) -> str:
    """Return an address's path and query on this server, "" where it has none; never somebody else's."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if not parts.path:
        return ""
    return "/" + parts.path.lstrip("/\\") + (f"?{parts.query}" if parts.query else "")


def visitor_of(request: Request) -> str:
    """Return the name that a browser was given, "" where it has none."""
    known = request.cookies.get(COOKIE, "")
    return known if 20 <= len(known) <= 64 else ""


class Tokens:
    """Tokens against forged requests: one secret a run, one token a browser."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def visitor(self, request: Request) -> str:
        """Return the browser's name for this run, a new one where it has none."""
        return visitor_of(request) or secrets.token_urlsafe(24)

    def token(self, visitor: str) -> str:
        """Return the token that this browser's forms carry."""
        return hmac.new(self._secret, visitor.encode(), sha256).hexdigest()

    def fits(self, request: Request, token: str) -> bool:
        """Whether a form's token was made for the browser that sent it."""
        return hmac.compare_digest(self.token(request.cookies.get(COOKIE, "")).encode(), token.encode())
