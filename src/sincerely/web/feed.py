"""The public address: nothing is there but the calendar feed, for whoever knows its secret."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sincerely.app.connections.feed import PATH
from sincerely.planning.ics_text import MEDIA_TYPE

Feed = Callable[[str], str | None]
"""Returns the feed's text for a secret; None for a wrong one."""

_SUFFIX = ".ics"
_HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff", "x-robots-tag": "noindex"}


class PublicDoor:
    """Stands before the pages: what comes to the public host gets the feed or nothing; the pages stay private."""

    def __init__(self, app: ASGIApp, host: str, feed: Feed) -> None:
        self.app = app
        self.host = host.lower()
        self.feed = feed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or Request(scope).headers.get("host", "").lower() != self.host:
            await self.app(scope, receive, send)
            return
        answer = await run_in_threadpool(self._answer, Request(scope))
        await answer(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        path = request.url.path
        if request.method in {"GET", "HEAD"} and path.startswith(PATH) and path.endswith(_SUFFIX):
            text = self.feed(path.removeprefix(PATH).removesuffix(_SUFFIX))
            if text is not None:
                return Response(text, media_type=MEDIA_TYPE, headers=_HEADERS)
        return PlainTextResponse("There is nothing here.", 404, _HEADERS)
