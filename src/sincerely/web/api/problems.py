"""Errors as RFC 9457 says: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from sincerely.app.connections.narrowing import NotAllowed
from sincerely.app.drafts.drafting import NoSuchDraft
from sincerely.app.drafts.proposing import NoProposal
from sincerely.app.drafts.recipients import NoRecipient
from sincerely.app.outgoing.message import Unreadable
from sincerely.app.outgoing.reviewing import UnknownProcess
from sincerely.app.processes.exits import NothingThere
from sincerely.app.today.explaining import UnknownRule
from sincerely.core.outbound import CannotStep
from sincerely.core.policy import PolicyError
from sincerely.core.timeline import TimelineError
from sincerely.gate.approval import NothingToOverrule
from sincerely.store.base import StoreError

MEDIA_TYPE = "application/problem+json"
BASE = "/api/v1"


@dataclass(frozen=True)
class Kind:
    """A kind of problem.

    Attributes:
        status: the HTTP status.
        title: what it is, always the same words.
        do: what to do about it.
    """

    status: int
    title: str
    do: str


KINDS: Mapping[str, Kind] = {
    "not-json": Kind(400, "The body can't be read", "Send one JSON object, as UTF-8."),
    "no-token": Kind(401, "A token is needed", "Send Authorization: Bearer TOKEN; `sincerely token add` makes one."),
    "not-allowed": Kind(403, "The token is not good for that", "Make one with the scope that is named."),
    "elsewhere": Kind(403, "This came from somewhere else", "Use the server's own address, and no other page."),
    "not-found": Kind(404, "There is no such thing", "List what there is, and take its name from there."),
    "not-a-method": Kind(405, "This can't be done here", "See Allow, and the list of operations."),
    "conflict": Kind(409, "That can't be done as things stand", "Read it again, and decide anew."),
    "changed": Kind(412, "Somebody else changed it meanwhile", "Read it again, put your change into that."),
    "too-large": Kind(413, "The body is too large", "Send less than a megabyte."),
    "unfit": Kind(422, "Something in it does not fit", "See errors or detail; mend it, and send it again."),
    "key-used": Kind(422, "This Idempotency-Key was for something else", "Take a new key for a new request."),
    "no-version": Kind(428, "Say which version you have read", "Send its ETag as If-Match."),
    "too-often": Kind(429, "Too many failed attempts", "Wait as many seconds as Retry-After says."),
    "broken": Kind(500, "Something went wrong here", "Nothing was changed. Report it with the request that led to it."),
    "no-store": Kind(503, "The store can't be used now", "See detail; try again later."),
}  # fmt: skip

_ERRORS: Mapping[type[Exception], str] = {
    NothingThere: "not-found",
    UnknownRule: "not-found",
    UnknownProcess: "not-found",
    CannotStep: "conflict",
    NoSuchDraft: "unfit",
    NoProposal: "unfit",
    NoRecipient: "unfit",
    Unreadable: "unfit",
    TimelineError: "unfit",
    PolicyError: "unfit",
    NothingToOverrule: "unfit",
    NotAllowed: "not-allowed",
    StoreError: "no-store",
}
_STATUSES = {400: "not-json", 404: "not-found", 405: "not-a-method", 413: "too-large"}


class Problem(Exception):
    """One problem of a kind; raised by handlers, and answered as such."""

    def __init__(
        self,
        kind: str,
        detail: str,
        *,
        errors: Sequence[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.headers = headers or {}

    def response(self) -> Response:
        """Return it as an answer."""
        kind = KINDS[self.kind]
        body: dict[str, Any] = {
            "type": f"{BASE}/docs#{self.kind}",
            "title": kind.title,
            "status": kind.status,
            "detail": self.detail.encode("utf-8", "replace").decode(),
            "do": kind.do,
        }
        if self.errors:
            body["errors"] = list(self.errors)
        return JSONResponse(body, kind.status, dict(self.headers), MEDIA_TYPE)


def add_handlers(app: FastAPI) -> None:
    """Answer every error of an application as a problem."""

    @app.exception_handler(Problem)
    def _problem(_: Request, error: Problem) -> Response:
        return error.response()

    @app.exception_handler(RequestValidationError)
    def _unfit(_: Request, error: RequestValidationError) -> Response:
        found = [{"pointer": _pointer(one["loc"]), "detail": str(one["msg"])} for one in error.errors()]
        if any(one["type"] == "json_invalid" for one in error.errors()):
            return Problem("not-json", "The body is no JSON.", errors=found).response()
        where = ", ".join(one["pointer"] for one in found[:3])
        return Problem("unfit", f"Does not fit: {where}.", errors=found).response()

    @app.exception_handler(HTTPException)
    def _http(_: Request, error: HTTPException) -> Response:
        kind = _STATUSES.get(error.status_code, "unfit")
        return Problem(kind, str(error.detail), headers=error.headers).response()

    @app.exception_handler(Exception)
    def _broken(_: Request, error: Exception) -> Response:
        return Problem("broken", f"{type(error).__name__}; nothing more is said here.").response()

    for kind, name in _ERRORS.items():
        app.add_exception_handler(kind, _told(name))


def _told(name: str) -> Any:
    def answer(_: Request, error: Exception) -> Response:
        return Problem(name, " ".join(str(error).split())).response()

    return answer


def _pointer(place: Sequence[object]) -> str:
    """Return where in a request something is, such as ``body/overrule/0/code``."""
    return "/".join(str(part) for part in place)
