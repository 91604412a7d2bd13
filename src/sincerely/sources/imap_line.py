"""A connection to an IMAP server that is made again when it breaks, politely."""

from __future__ import annotations

import contextlib
import errno
import imaplib
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import LoginError, ProtocolError

from sincerely.core.account import Account, Credential, Token, xoauth2

from .base import SourceError
from .imap_errors import explained, passes_by_itself

T = TypeVar("T")

# Seconds until a server must have been reached, and until it must have said something.
_REACHED, _ANSWERED = 20.0, 90.0
# Seconds to wait before the next try; after the last, the person is told. Whatever came through starts it anew.
_DELAYS = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
# Who is offline is told so at once.
_OFFLINE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN})
# A broken connection, and answers that are none. A refusal ("NO") is neither: it is told, not tried again.
BROKEN = (imaplib.IMAP4.abort, ProtocolError, OSError)


class SignIn(Protocol):
    """Gives what to sign in with. It is asked when a connection is made, not before."""

    def __call__(self, *, renew: bool = False) -> Credential:
        """Return it; with ``renew`` the last one was refused, and a token is to be fetched anew.

        Raises:
            SourceError: there is none, or the person must sign in again.
        """


@dataclass
class Pace:
    """How long to wait for a server, and between tries.

    Attributes:
        sleep: gets seconds.
        delays: seconds before each further try.
        tries: how many there were.
        answer: seconds until a server must have said something.
    """

    sleep: Callable[[float], None] = time.sleep
    delays: tuple[float, ...] = _DELAYS
    tries: int = 0
    answer: float = _ANSWERED

    def wait(self) -> bool:
        """Wait before the next try; False when there have been enough."""
        if self.tries >= len(self.delays):
            return False
        self.tries += 1
        self.sleep(self.delays[self.tries - 1])
        return True

    def reset(self) -> None:
        """Something came through."""
        self.tries = 0


# For whoever looks at one mail and waits for it: one more try, at once.
AT_ONCE = (0.0,)


class Renumbered(Exception):
    """The folder has other UIDs than when its reading began (UIDVALIDITY changed)."""


class Line:
    """A signed-in connection, and the folder that is open on it."""

    def __init__(self, account: Account, sign_in: SignIn, pace: Pace) -> None:
        self.account = account
        self.pace = pace
        self._sign_in = sign_in
        self._secret = ""
        self._client: IMAPClient | None = None
        self._folder: bytes | None = None
        self._validity = 0

    @property
    def is_open(self) -> bool:
        """Whether a connection is held."""
        return self._client is not None

    def do(self, work: Callable[[IMAPClient], T]) -> T:
        """Run ``work`` on the connection; when it breaks, connect again and run it again.

        Raises:
            SourceError: the server refuses, or the connection broke once too often.
        """
        while True:
            try:
                done = self.once(work)
            except BROKEN as error:
                if not self.pace.wait():
                    raise explained(self.account, error, self._secret) from error
            else:
                self.pace.reset()
                return done

    def once(self, work: Callable[[IMAPClient], T]) -> T:
        """Run ``work`` on the connection, which is made where there is none; drop it when it breaks.

        Raises:
            SourceError: the server refuses.
            Renumbered: the folder that was open is not what it was.
            OSError, IMAP4.abort, ProtocolError: the connection broke.
        """
        client = self._connected()
        try:
            return work(client)
        except BROKEN:
            self.drop()
            raise
        except imaplib.IMAP4.error as error:
            if passes_by_itself(error) and self.pace.wait():
                return self.once(work)
            raise explained(self.account, error, self._secret) from error

    def examine(self, folder: bytes, validity: int = 0) -> dict[bytes, Any]:
        """Open a folder for reading only: EXAMINE, so that no flag changes, "recent" neither.

        Args:
            folder: its name as the server writes it.
            validity: its UIDVALIDITY when its reading began; 0 when it begins now.

        Raises:
            Renumbered: the UIDVALIDITY is another.
        """
        told: dict[bytes, Any] = self.do(lambda client: client.select_folder(folder, readonly=True))
        now = int(told.get(b"UIDVALIDITY", 0))
        if validity and now != validity:
            raise Renumbered
        self._folder, self._validity = folder, now
        return told

    def drop(self) -> None:
        """Let go of the connection, whatever state it is in."""
        client, self._client = self._client, None
        if client is not None:
            with contextlib.suppress(Exception):
                client.shutdown()

    def cut(self) -> None:
        """Shut the connection down from another thread: whoever waits on it is told that it broke."""
        client = self._client
        if client is not None:
            with contextlib.suppress(OSError, AttributeError, ValueError):
                # Below the encryption: that belongs to the thread that waits.
                socket.socket.shutdown(client.socket(), socket.SHUT_RDWR)

    def close(self) -> None:
        """Say goodbye."""
        client, self._client, self._folder = self._client, None, None
        if client is not None:
            with contextlib.suppress(Exception):
                client.logout()
            with contextlib.suppress(Exception):
                client.shutdown()

    def _connected(self) -> IMAPClient:
        if self._client is None:
            client = self._signed_in()
            try:
                self._back_to_folder(client)
            except BaseException:
                with contextlib.suppress(Exception):
                    client.shutdown()
                raise
            self._client = client
        return self._client

    def _back_to_folder(self, client: IMAPClient) -> None:
        if self._folder is not None:
            told = client.select_folder(self._folder, readonly=True)
            if int(told.get(b"UIDVALIDITY", 0)) != self._validity:
                self._folder = None
                raise Renumbered

    def _signed_in(self) -> IMAPClient:
        renew = False
        while True:
            credential = self._sign_in(renew=renew)
            self._secret = credential.secret
            client = _encrypted(self.account, self.pace.answer)
            try:
                _present(client, credential)
            except LoginError as error:
                _hang_up(client)
                if isinstance(error.__context__, imaplib.IMAP4.abort):  # the line broke; nothing was refused
                    raise error.__context__ from None
                if passes_by_itself(error) and self.pace.wait():
                    continue
                if isinstance(credential, Token) and not renew:
                    renew = True
                    continue
                raise explained(self.account, error, credential.secret) from error
            except BaseException:
                _hang_up(client)
                raise
            return client


def _hang_up(client: IMAPClient) -> None:
    with contextlib.suppress(Exception):
        client.shutdown()


def _encrypted(account: Account, answer: float) -> IMAPClient:
    """Connect, with TLS and a certificate that is verified, always.

    Raises:
        SourceError: what will be the same at the next try: a wrong certificate, no encryption, no such host.
        OSError, IMAP4.abort: what may be better at the next.
    """
    server = account.imap
    if server is None:
        raise SourceError(account.address, "has no server to read from", 'name one with "--imap"')
    try:
        context = ssl.create_default_context(cafile=account.ca or None)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        at_once = server.security == "tls"
        timeout = SocketTimeout(connect=min(_REACHED, answer), read=answer)
        client = IMAPClient(
            server.host, server.port, ssl=at_once, ssl_context=context if at_once else None, timeout=timeout
        )
        # Names come and go as the server writes them: what is no valid modified UTF-7 can still be opened.
        client.folder_encode = False
        if not at_once:
            try:
                client.starttls(context)
            except BaseException:
                _hang_up(client)
                raise
    except (ssl.SSLError, FileNotFoundError, ConnectionRefusedError) as error:
        if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
            raise
        raise explained(account, error) from error
    except (imaplib.IMAP4.abort, OSError) as error:
        if isinstance(error, socket.gaierror) or getattr(error, "errno", None) in _OFFLINE:
            raise explained(account, error) from error
        raise
    except imaplib.IMAP4.error as error:
        raise explained(account, error) from error
    return client


def _present(client: IMAPClient, credential: Credential) -> None:
    """Sign in.

    Raises:
        LoginError: it is refused.
    """
    if isinstance(credential, Token):
        text = xoauth2(credential.user, credential.secret)
        client.sasl_login("XOAUTH2", lambda challenge: "" if challenge else text)
    elif client.has_capability("AUTH=PLAIN"):  # takes every character, which LOGIN does not
        client.plain_login(credential.user, credential.secret)
    else:
        client.login(credential.user, credential.secret)
