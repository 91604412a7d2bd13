"""The door of pages that can be reached from elsewhere: a passphrase, sessions that end, and attempts that wait."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sincerely.app.connections.front_door import fits

from .pages import Site, static
from .routes.phone import MANIFEST, OFFLINE, WORKER
from .security import CLEAR, COOKIE, FIELD, Tokens
from .sessions import WHOLE, Sessions
from .throttle import EVERYBODY, PASSPHRASE, Attempts

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
# What tells nothing about anybody, and is needed before the door opens: browsers ask for these without cookies.
_OPEN = "/static/"
_OPEN_PAGES = frozenset({MANIFEST, WORKER, OFFLINE})
_SAFE = frozenset({"GET", "HEAD"})
_MOST_BYTES = 8000
_YEAR = "max-age=31536000"
_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    '<title>{title} · Sincerely</title><link rel="icon" href="{icon}" type="image/svg+xml">'
    '<link rel="manifest" href="{manifest}"><link rel="stylesheet" href="{style}">'
    '<script src="{kept}" defer></script><script src="{door}" defer></script></head><body><main id="main" class="page">'
    '<header class="page-head"><h1>{title}</h1><p class="lede">{text}</p></header>'
    '<p class="notice" data-unsent hidden><span>Words of yours on this <b></b> have not reached Sincerely. {unsent}'
    "</span></p>"
    "{form}</main></body></html>"
)
_IN = Markup(
    '<form method="post" action="{action}" class="sheet"><input type="hidden" name="{field}" value="{token}">'
    '<input type="hidden" name="to" value="{to}"><div class="field"><label for="passphrase">Passphrase</label>'
    '<input id="passphrase" name="passphrase" type="password" autocomplete="current-password" required autofocus>'
    '</div><p class="actions section"><button class="primary">Sign in</button></p></form>'
)
_OUT = Markup(
    '<form method="post" action="{action}" class="sheet"><input type="hidden" name="{field}" value="{token}">'
    '<p class="actions"><button class="primary">Sign out</button></p></form>'
)


_FILES = {"style": "style.css", "icon": "icon.svg", "kept": "kept.js", "door": "door.js"}
_SENT = "They are sent when you have signed in."
_THROWN = Markup('Signing out throws them away: <a href="/">let them be sent first</a>.')


class FrontDoor:
    """Lets through who has signed in, and serves the pages for it. Stands behind `Guard`, before the pages."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site
        self.sessions = Sessions()
        self.tokens = Tokens()
        self.attempts = Attempts(PASSPHRASE)
        self.everybody = Attempts(EVERYBODY)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            # Nothing here speaks anything else, and nothing else is let through.
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        secure = scope.get("scheme") == "https"

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start" and secure:
                _seal(MutableHeaders(scope=message))
            await send(message)

        answer = await self._answer(request, secure=secure)
        await (answer or self.app)(scope, receive, sealed)

    async def _answer(self, request: Request, *, secure: bool) -> Response | None:
        """Return an answer of the door's own; None lets the request through."""
        if self.site.https and not secure:
            return PlainTextResponse("This server is to be opened by https. Check the proxy in front of it.", 403)
        path = request.url.path
        if path.startswith(_OPEN) or (path in _OPEN_PAGES and request.method in _SAFE):
            return None
        now = self.site.clock()
        name = _cookie(secure=secure)
        held = request.cookies.get(name, "")
        inside = bool(held) and self.sessions.holds(held, now)
        if path == SIGN_IN and request.method in _SAFE:
            return RedirectResponse("/", 303) if inside else self._form(request, "Sign in", "", 200)
        if path == SIGN_IN and request.method == "POST":
            return await self._sign_in(request, secure=secure)
        if not inside:
            return _outside(request)
        if path == SIGN_OUT:
            return await self._sign_out(request, name, held)
        return None

    async def _sign_in(self, request: Request, *, secure: bool) -> Response:
        form = await _fields(request)
        if not self.tokens.fits(request, form.get(FIELD, "")):
            return self._form(request, "Please try again", "This page was open for too long.", 403, form.get("to", ""))
        client = request.client.host if request.client else ""
        now = self.site.clock()
        wait = max(self.attempts.wait(client, now), self.everybody.wait("", now))
        if wait:
            text = f"Too many attempts. Try again in {wait} seconds; trying earlier does not help."
            answer = self._form(request, "Please wait", text, 429, form.get("to", ""))
            answer.headers["retry-after"] = str(wait)
            return answer
        # Counted before it is looked at: many at once are many attempts.
        self.attempts.fail(client, now)
        self.everybody.fail("", now)
        if not await run_in_threadpool(self._fits, form.get("passphrase", "")):
            return self._form(request, "Sign in", "That is not the passphrase.", 401, form.get("to", ""))
        self.attempts.succeed(client)
        self.everybody.succeed("")
        answer = RedirectResponse(_local(form.get("to", "")), 303)
        seconds = int(WHOLE.total_seconds())
        opened = self.sessions.open(now)
        answer.set_cookie(
            _cookie(secure=secure), opened, max_age=seconds, secure=secure, httponly=True, samesite="strict", path="/"
        )
        return answer

    def _fits(self, passphrase: str) -> bool:
        with self.site.opened() as store:
            return fits(store, passphrase)

    async def _sign_out(self, request: Request, name: str, held: str) -> Response:
        if request.method in _SAFE:
            return self._page(
                request, "Sign out", "Whoever opens the pages here is asked for the passphrase again.", _OUT
            )
        form = await _fields(request)
        if not self.tokens.fits(request, form.get(FIELD, "")):
            return self._page(request, "Please try again", "This page was open for too long.", _OUT, 403)
        self.sessions.close(held)
        answer = RedirectResponse(SIGN_IN, 303)
        answer.delete_cookie(name, secure=name.startswith("__Host-"), httponly=True, samesite="strict", path="/")
        # What a browser kept of the pages goes too.
        answer.headers["clear-site-data"] = CLEAR
        return answer

    def _form(self, request: Request, title: str, text: str, status: int, to: str = "") -> Response:
        wanted = to or request.query_params.get("to", "")
        told = text or "Your pages can be reached from elsewhere, so they ask for your passphrase."
        return self._page(request, title, told, _IN, status, wanted)

    def _page(self, request: Request, title: str, text: str, form: Markup, status: int = 200, to: str = "") -> Response:
        visitor = self.tokens.visitor(request)
        action = SIGN_OUT if form is _OUT else SIGN_IN
        made = form.format(action=action, field=FIELD, token=self.tokens.token(visitor), to=_local(to))
        files = {name: static(file) for name, file in _FILES.items()}
        unsent = _THROWN if form is _OUT else _SENT
        page = _PAGE.format(title=title, text=text, form=made, unsent=unsent, manifest=MANIFEST, **files)
        answer = HTMLResponse(page, status)
        answer.set_cookie(COOKIE, visitor, httponly=True, samesite="strict", path="/")
        return answer


def _outside(request: Request) -> Response:
    """Answer who has not signed in: pages lead to the door, everything else is told."""
    if request.method not in _SAFE:
        text = "You are signed out. What you wrote is still in its page: sign in in another tab, then send it again."
        return PlainTextResponse(text, 401)
    to = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    door = f"{SIGN_IN}?{urlencode({'to': to})}" if to != "/" else SIGN_IN
    if request.headers.get("hx-request"):
        return Response(status_code=401, headers={"hx-redirect": door})
    return RedirectResponse(door, 303)


def _cookie(*, secure: bool) -> str:
    # A name that begins so is taken by browsers only from this very host, by https.
    return "__Host-sincerely-door" if secure else "sincerely-door"


def _seal(headers: MutableHeaders) -> None:
    """Let cookies travel by https alone, and the browser come back by nothing else."""
    headers.setdefault("strict-transport-security", _YEAR)
    cookies = headers.getlist("set-cookie")
    if cookies:
        del headers["set-cookie"]
        for cookie in cookies:
            headers.append("set-cookie", cookie if "; secure" in cookie.lower() else f"{cookie}; Secure")


def _local(to: str) -> str:
    """Return a path of ours to go on to, ``/`` for whatever else is named."""
    plain = to.isascii() and to.isprintable() and to.startswith("/") and not to.startswith(("//", "/\\"))
    return to if plain and not to.startswith((SIGN_IN, SIGN_OUT)) else "/"


async def _fields(request: Request) -> dict[str, str]:
    """Return a form's fields; none of one that is longer than a passphrase can be."""
    data = b""
    async for part in request.stream():
        data += part
        if len(data) > _MOST_BYTES:
            return {}
    found = parse_qs(data.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    return {name: values[0] for name, values in found.items()}
