"""An SMTP server on 127.0.0.1 that tells at which command it is, and misbehaves as it is told to."""

from __future__ import annotations

import base64
import socket
import socketserver
import ssl
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any, Literal

DROP, HANG = b"drop", b"hang"
# Of a whole text: it is not kept, and nobody is told.
LOSE = b"lose"
TWICE = b"250 2.0.0 taken, twice"
Show = Literal["plain", "tls", "starttls"]


@dataclass(frozen=True)
class Taken:
    """A message that the server took."""

    data: bytes
    sender: str
    recipients: tuple[str, ...]

    @property
    def message_id(self) -> str:
        return str(message_from_bytes(self.data)["Message-ID"])


@dataclass
class Manners:
    """How a server behaves.

    Attributes:
        at: told each command before it is answered: HELLO (a connection), EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, TEXT (all of it was
            read), TAKEN (it is kept, and not answered yet), QUIT.
        answers: what is said instead, once each: an answer, `DROP` or `HANG`.
        offers: what EHLO lists.
        password: who may sign in.
        tokens: who may sign in by XOAUTH2; None where that is not offered.
        unknown: addresses of nobody.
        rewrite: what the server makes of a message that it keeps.
    """

    at: Callable[[str], None] = lambda _: None
    answers: defaultdict[str, deque[bytes]] = field(default_factory=lambda: defaultdict(deque))
    offers: tuple[str, ...] = ("8BITMIME",)
    password: str = ""
    tokens: set[str] | None = None
    unknown: tuple[str, ...] = ()
    rewrite: Callable[[bytes], bytes] = lambda data: data

    def instead(self, command: str, *answers: bytes) -> None:
        self.answers[command].extend(answers)


class Server(socketserver.ThreadingTCPServer):
    """Keeps what it took in ``taken``, and what it was told in ``heard``."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, manners: Manners, show: Show, trust: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.manners = manners
        self.show = show
        self.trust = trust
        self.taken: list[Taken] = []
        self.heard: list[str] = []
        self._talks = 0
        self._quiet = threading.Condition()

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._quiet:
            self._talks += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        with self._quiet:
            self._talks -= 1
            self._quiet.notify_all()

    def wait_until_quiet(self) -> None:
        """Wait until every connection so far has ended, so that what was taken is all that is taken."""
        with self._quiet:
            assert self._quiet.wait_for(lambda: self._talks == 0, timeout=60)

    @property
    def port(self) -> int:
        port: int = self.server_address[1]
        return port


class _Over(Exception):
    """The connection is to end."""


class _Talk(socketserver.BaseRequestHandler):
    server: Server
    request: socket.socket

    def handle(self) -> None:
        with suppress(OSError, _Over):
            if self.server.show == "tls":
                self._wrap()
            self._open()
            self.server.manners.at("HELLO")
            self._answer("HELLO", b"220 test.example ESMTP")
            while line := self.reader.readline():
                self._command(line.decode("utf-8", "replace").strip())

    def finish(self) -> None:
        with suppress(OSError, AttributeError):
            self.reader.close()
        with suppress(OSError):
            self.request.close()

    def _open(self) -> None:
        self.reader = self.request.makefile("rb")

    def _wrap(self) -> None:
        assert self.server.trust is not None
        self.request = self.server.trust.wrap_socket(self.request, server_side=True)

    def _answer(self, command: str, usual: bytes) -> bytes:
        """Answer a command as scripted, else as usual; return what was said."""
        script = self.server.manners.answers[command]
        said = script.popleft() if script else usual
        if said == DROP:
            raise _Over
        if said == HANG:
            # Until the client has had enough.
            while self.reader.read(4096):
                pass
            raise _Over
        self.request.sendall(said + b"\r\n")
        return said

    def _command(self, line: str) -> None:
        verb = line[:4].upper().strip() if line[:8].upper() != "STARTTLS" else "STARTTLS"
        self.server.heard.append(line)
        self.server.manners.at(verb)
        act = getattr(self, f"_{verb.lower()}", None)
        if act is None:
            self._answer(verb, b"502 5.5.1 no such command")
        else:
            act(line)

    def _ehlo(self, _: str) -> None:
        offers = [*self.server.manners.offers]
        ways = ["PLAIN"] * bool(self.server.manners.password) + ["XOAUTH2"] * (self.server.manners.tokens is not None)
        if ways:
            offers.append(f"AUTH {' '.join(ways)}")
        lines = ["test.example", *offers]
        marks = ["-"] * (len(lines) - 1) + [" "]
        said = "\r\n".join(f"250{mark}{text}" for mark, text in zip(marks, lines, strict=True))
        self.sender = ""
        self.recipients: list[str] = []
        self._answer("EHLO", said.encode())

    _helo = _ehlo

    def _starttls(self, _: str) -> None:
        if self._answer("STARTTLS", b"220 go ahead").startswith(b"220"):
            self.reader.close()
            self._wrap()
            self._open()

    def _auth(self, line: str) -> None:
        if line.split()[1].upper() == "XOAUTH2":
            self._xoauth2(line)
            return
        given = base64.b64decode(line.split()[2]).split(b"\0")[2].decode()
        right = given == self.server.manners.password
        self._answer("AUTH", b"235 2.7.0 welcome" if right else b"535 5.7.8 Username and Password not accepted")

    def _xoauth2(self, line: str) -> None:
        """As Google and Microsoft do: a refusal is explained first, and follows when that was acknowledged."""
        told = base64.b64decode(line.split()[2]).decode()
        if told.partition("auth=Bearer ")[2].rstrip("\x01") in (self.server.manners.tokens or ()):
            self._answer("AUTH", b"235 2.7.0 welcome")
            return
        self.request.sendall(b"334 " + base64.b64encode(b'{"status":"401"}') + b"\r\n")
        assert self.reader.readline() == b"\r\n"
        self._answer("AUTH", b"535 5.7.8 Username and Password not accepted")

    def _mail(self, line: str) -> None:
        self.sender = line.partition("<")[2].partition(">")[0]
        self._answer("MAIL", b"250 2.1.0 ok")

    def _rcpt(self, line: str) -> None:
        to = line.partition("<")[2].partition(">")[0]
        usual = b"550 5.1.1 no such user" if to in self.server.manners.unknown else b"250 2.1.5 ok"
        if self._answer("RCPT", usual).startswith(b"250"):
            self.recipients.append(to)

    def _data(self, _: str) -> None:
        if not self._answer("DATA", b"354 go on").startswith(b"354"):
            return
        lines = []
        while (line := self.reader.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                raise _Over  # the text never ended: it is thrown away
            lines.append(line[1:] if line.startswith(b".") else line)
        self.server.manners.at("TEXT")
        self._keep(b"".join(lines))

    def _keep(self, data: bytes) -> None:
        script = self.server.manners.answers["TEXT"]
        if script and script[0][:1] in {b"4", b"5"}:
            self._answer("TEXT", b"")
            return
        if script and script[0] == LOSE:
            script.popleft()
            raise _Over
        copies = 2 if script and script[0] == TWICE else 1
        kept = Taken(self.server.manners.rewrite(data), self.sender, tuple(self.recipients))
        self.server.taken.extend([kept] * copies)
        self.server.manners.at("TAKEN")
        self._answer("TEXT", b"250 2.0.0 taken")

    def _quit(self, _: str) -> None:
        self._answer("QUIT", b"221 2.0.0 bye")
        raise _Over


@contextmanager
def serving(
    manners: Manners | None = None, show: Show = "plain", trust: ssl.SSLContext | None = None
) -> Iterator[Server]:
    """Run a server until the end."""
    with Server(manners or Manners(), show, trust) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
