"""Where an account sends: settings, without any secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from sincerely.core.account import Credential

Security = Literal["tls", "starttls", "plain"]
HERE = "127.0.0.1"
PORTS: dict[Security, int] = {"tls": 465, "starttls": 587, "plain": 25}


class Unsafe(ValueError):
    """These settings would send a password or a mail unprotected; the message says what to use."""


class NoPassword(Exception):
    """The password can't be had just now; the message says what to do. Raised by what is asked for it."""


class SignIn(Protocol):
    """Gives what to sign in with. It is asked when a message is to go out, not before, and again for each."""

    def __call__(self, *, renew: bool = False) -> Credential:
        """Return it; with ``renew`` the last token was refused, and another is to be fetched.

        Raises:
            NoPassword: there is none just now, or the person must sign in again.
        """


@dataclass(frozen=True)
class Mailbox:
    """A server that takes mail.

    Attributes:
        host, port: where it listens.
        security: encrypted from the start, after STARTTLS, or not at all: that only on this very machine.
        ca: a file with the certificate authority to trust instead of the system's; empty for the system's.

    Raises:
        Unsafe: not encrypted, and not on this machine.
    """

    host: str
    port: int
    security: Security = "tls"
    ca: str = ""

    def __post_init__(self) -> None:
        if self.security == "plain" and self.host != HERE:
            raise Unsafe(f"{self.host}: without encryption mail goes to {HERE} only; use TLS (465) or STARTTLS (587)")

    @property
    def place(self) -> str:
        """What to call it in messages."""
        return f"{self.host}:{self.port}"
