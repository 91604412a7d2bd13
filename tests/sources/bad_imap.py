"""An IMAP server that misbehaves as told. What it is asked it keeps, so that tests can see what a client dared."""

from __future__ import annotations

import base64
import contextlib
import re
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from sincerely.core.account import Account, Server

from .certificates import Certificates

PASSWORD = "invented-pass"


class Cut(Exception):
    """The connection is cut here."""


@dataclass
class Box:
    """A folder: what it is marked with, its UIDVALIDITY, and its messages by UID, with Google's labels of some."""

    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    marks: str = ""
    labels: dict[int, str] = field(default_factory=dict)

    @property
    def next_uid(self) -> int:
        return max(self.mails, default=0) + 1


@dataclass
class Manners:
    """How it behaves; by default well, with few capabilities.

    Attributes:
        cut_every: the connection is cut after so many messages.
        half: UIDs whose literal ends in the middle, with the connection.
        vanish: UIDs that are gone when their text is asked for.
        refusals: answers to the first sign-ins, such as "NO [LIMIT] Too many".
        no_search: SEARCH with words is refused.
        pretend: the size that a UID is said to have.
        on_fetch: called before each answer to a FETCH of texts.
    """

    cut_every: int = 0
    half: set[int] = field(default_factory=set)
    vanish: set[int] = field(default_factory=set)
    refusals: list[str] = field(default_factory=list)
    no_search: bool = False
    pretend: dict[int, int] = field(default_factory=dict)
    on_fetch: Callable[[], None] = lambda: None


class BadServer:
    """A server on a free port of 127.0.0.1, with TLS."""

    def __init__(self, certificates: Certificates) -> None:
        self.boxes: dict[str, Box] = {"INBOX": Box()}
        self.separator = "/"
        self.capabilities = "IMAP4rev1"
        self.manners = Manners()
        self.asked: list[str] = []
        self.connections = 0
        self.tokens: set[str] = set()
        self.certificates = certificates
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(certificates.certificate, certificates.key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []

    def account(self, **more: object) -> Account:
        values = {"address": "robin@mail.example", "ca": str(self.certificates.ca), "since_days": 0, **more}
        return Account(imap=Server("127.0.0.1", self.port), **values)  # type: ignore[arg-type]  # a test's own

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)

    def _start(self, work: Callable[[], None]) -> None:
        self._threads.append(threading.Thread(target=work, daemon=True))
        self._threads[-1].start()

    def _accept(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(plain)
            self._start(lambda plain=plain: self._serve(plain))  # type: ignore[misc]  # bound now

    def _serve(self, plain: socket.socket) -> None:
        with (
            contextlib.suppress(OSError, Cut, ValueError),
            plain,
            self._context.wrap_socket(plain, server_side=True) as connection,
            connection.makefile("rwb") as stream,
        ):
            Talk(self, stream).hold()


class Talk:
    """One connection."""

    def __init__(self, server: BadServer, stream: object) -> None:
        self.server = server
        self.stream = stream
        self.box = Box()
        self.given = 0

    def say(self, line: str | bytes) -> None:
        data = line.encode() if isinstance(line, str) else line
        self.stream.write(data + b"\r\n")  # type: ignore[attr-defined]
        self.stream.flush()  # type: ignore[attr-defined]

    def hold(self) -> None:
        self.say("* OK ready")
        while line := self.stream.readline():  # type: ignore[attr-defined]
            tag, _, rest = line.decode().strip().partition(" ")
            shown = re.sub(r"^(LOGIN) .*", r"\1", rest)
            self.server.asked.append(shown)
            name = rest.split(" ")[0].upper()
            if name == "UID":
                name += rest.split(" ")[1].upper()
            answer = getattr(self, f"do_{name.lower()}", None)
            told = answer(rest) if answer else "BAD what?"
            self.say(f"{tag} {told or 'OK done'}")
            if name == "LOGOUT":
                return

    def do_capability(self, _: str) -> None:
        self.say(f"* CAPABILITY {self.server.capabilities}")

    def do_login(self, rest: str) -> str:
        if self.server.manners.refusals:
            return self.server.manners.refusals.pop(0)
        return "OK in" if PASSWORD in rest else "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"

    def do_authenticate(self, rest: str) -> str:
        self.say("+ ")
        told = base64.b64decode(self.stream.readline()).decode()  # type: ignore[attr-defined]
        if rest.endswith("XOAUTH2") and any(f"auth=Bearer {token}\x01" in told for token in self.server.tokens):
            return "OK in"
        self.say("+ " + base64.b64encode(b'{"status":"400"}').decode())
        self.stream.readline()  # type: ignore[attr-defined]
        return "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"

    def do_logout(self, _: str) -> None:
        self.say("* BYE")

    def do_list(self, _: str) -> None:
        for name, box in self.server.boxes.items():
            self.say(f'* LIST ({box.marks}) "{self.server.separator}" "{name}"')

    def do_status(self, rest: str) -> str | None:
        shown = re.findall(r'STATUS "?(.*?)"? \(', rest)[0]
        box = self.server.boxes.get(shown)
        if box is None:
            return "NO no such folder"
        self.say(f'* STATUS "{shown}" (MESSAGES {len(box.mails)} UIDNEXT {box.next_uid} UIDVALIDITY {box.validity})')
        return None

    def do_examine(self, rest: str) -> str | None:
        name = rest.split(" ", 1)[1].strip('"')
        if name not in self.server.boxes:
            return "NO no such folder"
        self.box = self.server.boxes[name]
        self.say(f"* {len(self.box.mails)} EXISTS")
        self.say(f"* OK [UIDVALIDITY {self.box.validity}] .")
        self.say(f"* OK [UIDNEXT {self.box.next_uid}] .")
        return "OK [READ-ONLY] done"

    def do_uidsearch(self, rest: str) -> str | None:
        words = re.findall(r'SUBJECT "([^"]*)"', rest)
        if words and self.server.manners.no_search:
            return "BAD too long"
        first = re.search(r"UID (\d+):\*", rest)
        uids = [uid for uid in self.box.mails if not first or uid >= int(first[1])]
        if first and not uids and self.box.mails:
            uids = [max(self.box.mails)]  # "*" is the last one, whatever its number
        if words:
            heads = {uid: self.box.mails[uid].split(b"\r\n\r\n")[0].lower() for uid in uids}
            uids = [uid for uid in uids if any(word.encode() in heads[uid] for word in words)]
        self.say(f"* SEARCH {' '.join(map(str, uids))}")
        return None

    def do_uidfetch(self, rest: str) -> None:
        uids = [int(uid) for uid in rest.split(" ")[2].split(",")]
        numbers = {uid: number for number, uid in enumerate(sorted(self.box.mails), 1)}
        manners = self.server.manners
        texts = "BODY" in rest
        part = re.search(r"<0\.(\d+)>", rest)
        if texts:
            manners.on_fetch()
        for uid in uids:
            if uid not in self.box.mails or (texts and uid in manners.vanish):
                continue
            data = self.box.mails[uid]
            if not texts:
                self.say(f"* {numbers[uid]} FETCH (UID {uid} RFC822.SIZE {manners.pretend.get(uid, len(data))})")
                continue
            if part:
                data = data[: int(part[1])]
            name = "BODY[]<0>" if part else "BODY[]"
            labels = f"X-GM-LABELS ({self.box.labels.get(uid, '')}) " if "X-GM-LABELS" in rest else ""
            head = f"* {numbers[uid]} FETCH ({labels}UID {uid} {name} {{{len(data)}}}\r\n".encode()
            if uid in manners.half:
                self.stream.write(head + data[: len(data) // 2])  # type: ignore[attr-defined]
                self.stream.flush()  # type: ignore[attr-defined]
                raise Cut
            self.say(head + data + b")")
            self.given += 1
            if manners.cut_every and self.given >= manners.cut_every:
                raise Cut
