"""A mailbox that the person connected: where its servers are, and what may be done with it. No secret is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, Self

from .people import is_address

Security = Literal["tls", "starttls"]
Auth = Literal["password", "oauth"]

# How far back a mailbox is read where nobody says otherwise.
SINCE_DAYS = 365
# Ports on which TLS begins with the first byte: RFC 8314, sections 3.2 and 3.3.
_TLS_PORTS = frozenset({993, 465})
_HOST = re.compile(r"(?=.{1,253}\Z)(?!-)[A-Za-z0-9-]{1,63}(?<!-)(?:\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\.?\Z")


class AccountError(ValueError):
    """An account cannot be as it was said; the message says what was expected."""


@dataclass(frozen=True)
class Server:
    """A mail server. Without encryption none is ever talked to.

    Attributes:
        host: its name, or an IPv4 address.
        port: where it listens.
        security: "tls" from the first byte, or "starttls".
    """

    host: str
    port: int
    security: Security = "tls"

    @classmethod
    def parse(cls, text: str, port: int) -> Self:
        """Read ``host``, ``host:port`` or ``starttls://host:port``.

        Args:
            text: what the person or the table says.
            port: which it is where none is named.

        Raises:
            AccountError: it is none of these.
        """
        scheme, separator, place = text.strip().rpartition("://")
        host, _, named = place.partition(":")
        number = int(named) if named.isascii() and named.isdecimal() and len(named) < 6 else 0 if ":" in place else port
        if not _HOST.match(host) or not 0 < number < 65536 or scheme not in {"", "tls", "starttls"}:
            raise AccountError(f'expected a server such as imap.example.org or imap.example.org:{port}, found "{text}"')
        implied: Security = "tls" if number in _TLS_PORTS else "starttls"
        return cls(host.lower(), number, implied if not separator else "tls" if scheme == "tls" else "starttls")

    def __str__(self) -> str:
        return f"{self.security}://{self.host}:{self.port}"


@dataclass(frozen=True, kw_only=True)
class Account:
    """One address and how to reach its mail.

    Attributes:
        address: what it is known by.
        login: the name to sign in with; mostly the address.
        imap: where mail is read; None for an account that works from files.
        smtp: where mail goes out; None where nothing can.
        auth: "password" (best one made for this program) or "oauth".
        oauth: which authorization server signs in, such as "google"; "" for a password.
        client_id: the person's own, for OAuth.
        read_only: nothing is ever sent with it, and no draft is put into it.
        folders: those to read; empty for all but drafts, junk and bin.
        since_days: how many days back its mail is read; 0 for all of it.
        ca: a file with the certificate authority to trust instead of the system's; "" for the system's.
    """

    address: str
    login: str = ""
    imap: Server | None = None
    smtp: Server | None = None
    auth: Auth = "password"
    oauth: str = ""
    client_id: str = ""
    read_only: bool = False
    folders: tuple[str, ...] = field(default=())
    since_days: int = SINCE_DAYS
    ca: str = ""

    def __post_init__(self) -> None:
        if not is_address(self.address) or any(ord(c) < 33 or ord(c) == 127 for c in self.address):
            raise AccountError(f'expected an address such as robin@mail.example, found "{self.address}"')
        if any(ord(c) < 32 or ord(c) == 127 for c in self.login):
            raise AccountError("a name to sign in with holds no control characters")
        if self.auth == "oauth" and not (self.oauth and self.client_id):
            raise AccountError("signing in by OAuth needs to know with whom, and your own client id")

    @property
    def user(self) -> str:
        """The name to sign in with."""
        return self.login or self.address

    @property
    def may_send(self) -> bool:
        """Whether anything can go out with it."""
        return self.smtp is not None and not self.read_only

    @property
    def sends_at(self) -> Server:
        """Where mail goes out with it.

        Raises:
            AccountError: nothing can; the message says why, and what would let it.
        """
        change = f"sincerely account set {self.address}"
        if self.read_only:
            raise AccountError(
                f'{self.address}: is connected read only, so nothing is sent; "{change} --may-send" lets it'
            )
        if self.smtp is None:
            raise AccountError(f'{self.address}: no server to send with is known; "{change} --smtp HOST:PORT" names it')
        return self.smtp


@dataclass(frozen=True)
class Password:
    """A password to sign in with."""

    user: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Token:
    """An OAuth access token to sign in with."""

    user: str
    secret: str = field(repr=False)


Credential = Password | Token


def xoauth2(user: str, token: str) -> str:
    r"""Return what XOAUTH2 sends for IMAP and for SMTP, before base64: Google's and Microsoft's own form.

    >>> xoauth2("robin@mail.example", "abc")
    'user=robin@mail.example\x01auth=Bearer abc\x01\x01'
    """
    return f"user={user}\x01auth=Bearer {token}\x01\x01"
