"""Things are made once: a program that asks again with the same Idempotency-Key is given the same answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, Header, Request
from fastapi.responses import Response
from pydantic import BaseModel

from sincerely.store.base import Answered, Store

from .callers import Caller
from .problems import Problem

_Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="Any text that is new for each thing to be made; again, for a day, the answer is the same.",
        examples=["6f1d1b2e-7c1e-4c0e-9a63-0d5f1d7b4a11"],
    ),
]


@dataclass(frozen=True)
class Once:
    """Whether this was asked before.

    Attributes:
        request: what was asked.
        key: the program's own name for it; None where it gave none.
    """

    request: Request
    key: str | None

    def make(self, caller: Caller, asked: BaseModel, work: Callable[[Store], BaseModel]) -> Response:
        """Do the work, or give the answer that it had; both in one transaction with the answer's keeping.

        Raises:
            Problem: the key was used for something else.
        """
        with caller.store() as store:
            if self.key is None:
                return _answer(work(store).model_dump_json())
            name = _digest(caller.token.digest, self.request.method, self.request.url.path, self.key)
            what = _digest(asked.model_dump_json())
            with store.transaction():
                known = store.answered(name)
                if known is None:
                    body = work(store).model_dump_json()
                    store.keep_answered(Answered(name, what, 201, body, caller.now))
                    return _answer(body)
        if known.request != what:
            raise Problem("key-used", "The body differs from that of the first request with this key.")
        return _answer(known.body, again=True)


def _once(request: Request, key: _Key = None) -> Once:
    return Once(request, key)


AtMostOnce = Annotated[Once, Depends(_once)]


def _answer(body: str, *, again: bool = False) -> Response:
    headers = {"idempotent-replayed": "true"} if again else {}
    return Response(body, 201, headers, "application/json")


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
