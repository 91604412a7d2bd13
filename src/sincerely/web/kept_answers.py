"""Pages kept as they were answered, as long as they would be answered the same.

A page is kept only if its route says so, with `Pages.keep`: whose page depends on the store, the policy that the store
names and the clock, and on nothing else (no mail is read again, nothing is looked up on this machine, no form has a
name of its own). It is given again to the same browser, whose token its forms carry, for the same address, while

- the store's mark is what it was: every commit changes it, this program's and any other's, see `Store.version`;
- the clock shows the same minute, in the same zone: nothing on these pages is told more exactly;
- what the route named has not come, such as the instant at which a finding begins to hold.

Where the store can't tell of changes (PostgreSQL can't), nothing is kept.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .pages import TOAST, WISH, Site, Wish
from .security import visitor_of

# One minute's worth: so many bytes of pages, of at most 50 KB each, are more than anybody opens in it.
_MOST_BYTES = 8_000_000
_OK = 200


@dataclass(frozen=True)
class _Answer:
    """One answer."""

    made: datetime
    until: datetime | None
    headers: list[tuple[bytes, bytes]]
    body: bytes

    def holds(self, now: datetime) -> bool:
        """Whether it does, in the minute in which it was made; a clock that was put back proves nothing."""
        return self.made <= now and (self.until is None or now < self.until)

    async def send(self, send: Send) -> None:
        # What stands before puts its own headers into the list.
        await send({"type": "http.response.start", "status": _OK, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": self.body})


class KeptAnswers:
    """Answers what is kept, and keeps what may be. Stands behind everything that decides who may ask."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site
        self._stand: Hashable = None
        self._answers: dict[Hashable, _Answer] = {}
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = _key(scope)
        now = self.site.clock()
        stand = None if key is None else self._now(now)
        if stand is None:
            await self.app(scope, receive, send)
            return
        if stand != self._stand:
            self._stand, self._bytes = stand, 0
            self._answers.clear()
        found = self._answers.get(key)
        if found is not None and found.holds(now):
            await found.send(send)
            return
        copy = _Copy(send)
        wish = scope[WISH] = Wish()
        await self.app(scope, receive, copy)
        # What changed meanwhile may be in the answer or not.
        if wish.wanted and copy.status == _OK and stand == self._stand == self._now(self.site.clock()):
            self._keep(key, _Answer(now, wish.until, copy.headers, b"".join(copy.parts)))

    def _now(self, now: datetime) -> Hashable:
        mark = self.site.mark()
        if mark is None:
            return None
        return mark, now.replace(second=0, microsecond=0, tzinfo=None), now.utcoffset(), now.tzname(), now.fold

    def _keep(self, key: Hashable, answer: _Answer) -> None:
        if self._bytes + len(answer.body) <= _MOST_BYTES:
            self._bytes += len(answer.body)
            self._answers[key] = answer


@dataclass
class _Copy:
    """Sends an answer on, and has it afterwards."""

    send: Send
    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    parts: list[bytes] = field(default_factory=list)

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            self.parts.append(message.get("body", b""))
        await self.send(message)


def _key(scope: Scope) -> Hashable:
    """Return what an answer depends on in its request; None where it is not to be kept.

    Without a name of its own a browser gets a new one, and a toast is shown once.
    """
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    request = Request(scope)
    visitor = visitor_of(request)
    return (scope["path"], scope["query_string"], visitor) if visitor and TOAST not in request.cookies else None
