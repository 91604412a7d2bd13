"""Who asks: a program with a token, and a store that does no more than the token is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Annotated, Protocol

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from sincerely.app.connections.access import Refused, Scope, Token, check
from sincerely.app.connections.narrowing import narrowed
from sincerely.app.processes.exits import NothingThere
from sincerely.app.today.known import Known
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.store.base import Store
from sincerely.web.throttle import TOKENS, Attempts

from .problems import Problem

_BEARER = HTTPBearer(
    auto_error=False,
    scheme_name="token",
    bearerFormat="sincerely_…",
    description="A token that `sincerely token add NAME` made, in the header and never in an address.",
)
_CHALLENGE = {"www-authenticate": 'Bearer realm="sincerely"'}


class Place(Protocol):
    """What the API needs of the site that it is part of."""

    @property
    def opened(self) -> Callable[[], AbstractContextManager[Store]]:
        """Opens the store for one request."""

    @property
    def policy(self) -> Policy:
        """The profile."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """Tells the time, aware."""

    @property
    def known(self) -> Known:
        """What was loaded and reported for an earlier answer."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """The values of Host that are ours."""

    @property
    def https(self) -> bool:
        """Whether it is to be asked by https alone."""


@dataclass(frozen=True)
class Caller:
    """A program that was let in.

    Attributes:
        place: the site.
        token: what it showed.
    """

    place: Place
    token: Token

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store, as far as the token goes."""
        with self.place.opened() as store:
            yield narrowed(store, self.token.scopes)

    @property
    def now(self) -> datetime:
        """The instant."""
        return self.place.clock()

    @property
    def policy(self) -> Policy:
        """The profile."""
        return self.place.policy

    def within(self, _: tzinfo) -> datetime:
        """Return the instant, whatever zone's clock is asked for: it is no wall time."""
        return self.now


class Callers:
    """Lets programs in."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._attempts = Attempts(TOKENS)

    def admit(self, request: Request, shown: str, scope: Scope) -> Caller:
        """Return the caller whose token is good for something.

        Raises:
            Problem: there is no token, it is no good, or too many were tried.
        """
        now = self._place.clock()
        client = request.client.host if request.client else ""
        wait = self._attempts.wait(client, now)
        if wait:
            raise Problem("too-often", f"Wait {wait} seconds.", headers={"retry-after": str(wait)})
        if not shown:
            raise Problem("no-token", "There is no Authorization: Bearer in the request.", headers=_CHALLENGE)
        try:
            with self._place.opened() as store:
                token = check(store, shown, now)
        except Refused as error:
            self._attempts.fail(client, now)
            raise Problem("no-token", f"{error}.", headers=_CHALLENGE) from None
        self._attempts.succeed(client)
        if scope not in token.scopes:
            raise Problem("not-allowed", f'"{token.name}" may {_list(token)}; this needs the scope {scope}.')
        return Caller(self._place, token)


def _list(token: Token) -> str:
    return " and ".join(sorted(token.scopes)) or "do nothing"


def _needs(scope: Scope) -> Callable[..., Caller]:
    def admitted(
        request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)] = None
    ) -> Caller:
        callers: Callers = request.app.state.callers
        return callers.admit(request, given.credentials if given is not None else "", scope)

    return admitted


Reads = Annotated[Caller, Depends(_needs(Scope.READ))]
Proposes = Annotated[Caller, Depends(_needs(Scope.PROPOSE))]
Writes = Annotated[Caller, Depends(_needs(Scope.WRITE))]
Approves = Annotated[Caller, Depends(_needs(Scope.APPROVE))]


def known(store: Store, name: str) -> Process:
    """Return a process by its whole name.

    Raises:
        NothingThere: none is called so.
    """
    found = store.process(name)
    if found is None:
        raise NothingThere(f'no process is called "{name}"; /processes lists them')
    return found
