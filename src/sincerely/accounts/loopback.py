"""Where the browser brings the answer of a sign-in: a port of 127.0.0.1 that is open for that long (RFC 8252)."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Self

from .oauth import OAuthError

# A favicon, or a page of somebody who guessed the port, is not yet the answer.
_MOST_REQUESTS = 20
_PAGE = b"""<!doctype html><meta charset="utf-8"><title>Sincerely</title>
<p>Thank you. You may close this page and go back to Sincerely."""


class Loopback:
    """A listener for one answer."""

    def __init__(self) -> None:
        self._answers: list[str] = []
        answers = self._answers

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:
                if self.path.startswith("/?"):
                    answers.append(self.path)
                self.send_response(200 if self.path.startswith("/?") else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Referrer-Policy", "no-referrer")
                self.end_headers()
                self.wfile.write(_PAGE if self.path.startswith("/?") else b"")

            def log_message(self, *_: object) -> None:
                """Say nothing: the code stands in the request."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)

    @property
    def redirect(self) -> str:
        """The address to come back to."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.server_close()

    def answer(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> str:
        """Wait for the browser, at most so many seconds, and return path and query of its request.

        Raises:
            OAuthError: nobody came.
        """
        until = clock() + seconds
        for _ in range(_MOST_REQUESTS):
            self._server.timeout = max(0.0, until - clock())
            try:
                self._server.handle_request()
            except TimeoutError:
                continue
            if self._answers:
                return self._answers[0]
            if clock() >= until:
                break
        raise OAuthError("nobody came back from the provider's page; begin again")
