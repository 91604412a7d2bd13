"""OAuth 2 with the person's own client id: authorization code with PKCE, and refresh (RFC 6749, 7636, 8252)."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any, Self
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

_TIMEOUT = 30
_MOST = 64 * 1024
# A token that is about to end is fetched anew before it is used.
_EARLY = timedelta(seconds=60)
_AGAIN = 'sign in again: "sincerely account set ADDRESS --sign-in"'
# RFC 6749, sections 4.1.2.1 and 5.2.
_MEANINGS = {
    "access_denied": ("you said no at the provider's page", "add the account again and say yes to reading mail"),
    "invalid_grant": ("the permission has ended or was taken back", _AGAIN),
    "invalid_client": ("the server does not know the client id, or its secret", "check both at the provider's console"),
    "unauthorized_client": ("the client id may not sign in this way", "register it as a desktop (native) application"),
    "redirect_uri_mismatch": ("the client id is not for programs", "register it as a desktop (native) application"),
    "invalid_scope": ("the client id may not read mail", "add the mail permission to it at the provider's console"),
}


# Another yes, or the client's new secret, mends these.
_ENDED = frozenset({"invalid_grant", "invalid_client"})


class OAuthError(Exception):
    """Signing in did not work; nothing was kept. The message says why and what to do, and holds no secret."""


class PermissionEnded(OAuthError):
    """What was kept lets nobody in any more; signing in again mends it."""


@dataclass(frozen=True)
class Endpoints:
    """An authorization server.

    Attributes:
        name: as in the table.
        authorize: the page where the person says yes.
        token: where codes become tokens.
        scope: what is asked for.
        extra: further parameters of the first.
    """

    name: str
    authorize: str
    token: str
    scope: str
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Client:
    """The person's own registration. A desktop client's secret is none, but some servers want it."""

    id: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class Tokens:
    """What signing in gave.

    Attributes:
        access: for the mail server, until ``ends``.
        refresh: for the next access token.
        ends: when the access token ends (ISO, UTC).
        client_secret: of the client that they are for.
    """

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    ends: str
    client_secret: str = field(default="", repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `dump` wrote.

        Raises:
            OAuthError: it is something else.
        """
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError):
            raise PermissionEnded(f"what is kept to sign in with is damaged; {_AGAIN}") from None

    def dump(self) -> str:
        """Return them as a text for the vault."""
        return json.dumps(asdict(self))

    def ended(self, now: datetime) -> bool:
        """Whether the access token has ended, or is about to."""
        return datetime.fromisoformat(self.ends) <= now + _EARLY


@dataclass(frozen=True)
class Asking:
    """One try to sign in: what only this program knows of it."""

    endpoints: Endpoints
    client: Client
    redirect: str
    state: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)

    @property
    def url(self) -> str:
        """The page to open. It holds a digest of the verifier, never the verifier."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        told = {
            "response_type": "code",
            "client_id": self.client.id,
            "redirect_uri": self.redirect,
            "scope": self.endpoints.scope,
            "state": self.state,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
            **self.endpoints.extra,
        }
        return f"{self.endpoints.authorize}?{urlencode(told)}"

    def code_of(self, answer: str) -> str:
        """Return the code that the browser brought back.

        Args:
            answer: path and query of its request.

        Raises:
            OAuthError: the person or the server said no, or the answer is not for this try.
        """
        told = {name: values[0] for name, values in parse_qs(urlsplit(answer).query).items()}
        if not secrets.compare_digest(told.get("state", "").encode(), self.state.encode()):
            raise OAuthError("the answer was not for this sign-in (its state differs); nothing was taken, begin again")
        if "error" in told:
            raise OAuthError(_meaning(told["error"]))
        if not told.get("code"):
            raise OAuthError("the provider's page sent no code back; begin again")
        return told["code"]

    def tokens(self, code: str, now: datetime) -> Tokens:
        """Exchange a code for tokens.

        Raises:
            OAuthError: the server refuses, or gives none that last.
        """
        told = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.redirect,
            "client_id": self.client.id,
            "code_verifier": self.verifier,
        }
        found = _granted(self.endpoints, self.client, told, now)
        if not found.refresh:
            raise OAuthError("the provider gave no lasting permission; remove this program there and sign in again")
        return found


def refreshed(endpoints: Endpoints, client_id: str, tokens: Tokens, now: datetime) -> Tokens:
    """Fetch a new access token.

    Raises:
        OAuthError: the permission has ended, or the server refuses.
    """
    told = {"grant_type": "refresh_token", "refresh_token": tokens.refresh, "client_id": client_id}
    found = _granted(endpoints, Client(client_id, tokens.client_secret), told, now)
    return found if found.refresh else replace(found, refresh=tokens.refresh)


def endpoints_named(name: str, home: Path) -> Endpoints:
    """Return an authorization server from the table, or from ``oauth.toml`` in the data folder.

    Raises:
        OAuthError: there is none of that name, or it is not to be trusted with a token.
    """
    own = home / "oauth.toml"
    table, added = _table(), _added(own)
    told = {**table.get(name, {}), **added.get(name, {})}
    missing = [key for key in ("authorize", "token", "scope") if not isinstance(told.get(key), str)]
    if missing:
        raise OAuthError(f'{name}: {own} says no "{missing[0]}" for it; known are {", ".join({**table, **added})}')
    for key in ("authorize", "token"):
        place = urlsplit(told[key])
        if place.scheme != "https" and place.hostname != "127.0.0.1":
            raise OAuthError(f'{name}: expected an address that begins with https:// for "{key}"')
    return Endpoints(name, told["authorize"], told["token"], told["scope"], told.get("extra", {}))


def endpoint_names(home: Path) -> tuple[str, ...]:
    """Return the names of all authorization servers that are known; the table's alone where one's own can't be read."""
    try:
        return tuple({**_table(), **_added(home / "oauth.toml")})
    except OAuthError:
        return tuple(_table())


def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("sincerely").joinpath("accounts/oauth.toml").read_text("utf-8"))


def _added(own: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(own.read_text("utf-8")) if own.exists() else {}
    except (OSError, ValueError) as error:
        raise OAuthError(f"{own}: cannot be read ({error})") from error


class _NoWayOn(HTTPRedirectHandler):
    """A token is asked for where the table says, and nowhere else."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def _granted(endpoints: Endpoints, client: Client, told: dict[str, str], now: datetime) -> Tokens:
    if client.secret:
        told["client_secret"] = client.secret
    request = Request(endpoints.token, urlencode(told).encode(), {"Accept": "application/json"})  # noqa: S310 - https, see above
    try:
        with build_opener(_NoWayOn).open(request, timeout=_TIMEOUT) as answer:
            found = json.loads(answer.read(_MOST))
        access, lasts = found["access_token"], int(found.get("expires_in", 3600))
    except HTTPError as error:
        code = _code_of(error)
        raise (PermissionEnded if code in _ENDED else OAuthError)(_meaning(code)) from None
    except OSError as error:
        raise OAuthError(f"{urlsplit(endpoints.token).hostname}: does not answer ({error}); try again") from error
    except (ValueError, KeyError, TypeError):
        raise OAuthError("the provider's answer is none that is known here; try again later") from None
    ends = (now.astimezone(UTC) + timedelta(seconds=lasts)).isoformat()
    return Tokens(str(access), str(found.get("refresh_token", "")), ends, client.secret)


def _code_of(error: HTTPError) -> str:
    with error:
        try:
            return str(json.loads(error.read(_MOST))["error"])
        except (ValueError, KeyError, TypeError, OSError):
            return f"HTTP {error.code}"


def _meaning(code: str) -> str:
    what, remedy = _MEANINGS.get(code, (f'the provider says "{code[:80]}"', "try again later"))
    return f"{what}; {remedy}"
