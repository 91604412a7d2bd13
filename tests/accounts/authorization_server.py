"""A small authorization server of the tests' own: it checks PKCE, gives each code once, and can say no."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, CLIENT_SECRET = "invented-client", "invented-client-secret"


@dataclass
class Grants:
    """What was given out, and how the server behaves."""

    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refresh: set[str] = field(default_factory=set)
    access: set[str] = field(default_factory=set)
    lasts: int = 3600
    no_refresh: bool = False
    rotate: bool = False
    broken: bytes = b""
    asked: list[dict[str, str]] = field(default_factory=list)


class AuthorizationServer:
    """On a free port of 127.0.0.1."""

    def __init__(self) -> None:
        self.grants = grants = Grants()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                told = {name: values[0] for name, values in parse_qs(body).items()}
                grants.asked.append(told)
                status, answer = _answer(grants, told)
                data = grants.broken or json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def toml(self) -> str:
        """The server as `oauth.toml` names it."""
        base = f"http://127.0.0.1:{self._server.server_port}"
        return f'[tests]\nauthorize = "{base}/authorize"\ntoken = "{base}/token"\nscope = "mail"\n'

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def consent(self, url: str, *, no: bool = False, state: str = "") -> str:
        """Say yes at the page, and return where the browser is sent."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        back = {"state": state or asked["state"]}
        if no:
            back["error"] = "access_denied"
        else:
            back["code"] = secrets.token_urlsafe(8)
            self.grants.codes[back["code"]] = asked
        return f"{asked['redirect_uri']}?{urlencode(back)}"


def _answer(grants: Grants, told: dict[str, str]) -> tuple[int, dict[str, object]]:
    if (told.get("client_id"), told.get("client_secret")) != (CLIENT, CLIENT_SECRET):
        return 401, {"error": "invalid_client"}
    if told["grant_type"] == "refresh_token":
        if told["refresh_token"] not in grants.refresh:
            return 400, {"error": "invalid_grant"}
        if grants.rotate:
            grants.refresh.discard(told["refresh_token"])
        return 200, _given(grants, refresh=grants.rotate)
    asked = grants.codes.pop(told["code"], None)  # once
    digest = hashlib.sha256(told.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    if asked is None or challenge != asked["code_challenge"] or told["redirect_uri"] != asked["redirect_uri"]:
        return 400, {"error": "invalid_grant"}
    return 200, _given(grants, refresh=not grants.no_refresh)


def _given(grants: Grants, *, refresh: bool) -> dict[str, object]:
    access = secrets.token_urlsafe(8)
    grants.access.add(access)
    given: dict[str, object] = {"access_token": access, "expires_in": grants.lasts, "token_type": "Bearer"}
    if refresh:
        given["refresh_token"] = secrets.token_urlsafe(8)
        grants.refresh.add(str(given["refresh_token"]))
    return given
