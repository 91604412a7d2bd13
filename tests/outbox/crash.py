"""The crash table: a sender is killed at a boundary, the next start settles what it left, and nothing is sent twice.

The sender is killed with SIGKILL while it stands still there: at a command of the server, which answers only after
the kill, or at a hook between two steps. Then comes what comes in the product: `recover`, a look at the copies in the
Sent folder, and where there is none, the person, who in this test knows what the server has.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from threading import Event
from typing import Any

from tests.app.contract_approval import NOW, STORY, WRITTEN
from tests.sources.certificates import make, shown
from tests.store.judges import changes
from tests.store.programs import start_python_program

from sincerely.app.drafts.kept import message_named
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.recovering import recover
from sincerely.app.outgoing.sending import send
from sincerely.app.outgoing.sent_by_hand import told_sent
from sincerely.app.outgoing.settling import again, give_up, look
from sincerely.core.account import Account, Credential, Password
from sincerely.core.account import Server as At
from sincerely.core.outbound import State
from sincerely.outbox.base import Fate
from sincerely.outbox.mailbox import Mailbox
from sincerely.outbox.smtp import Smtp
from sincerely.store.sql_store import SqlStore

from .server import LOSE, Manners, Server, serving

HOOKS = (
    "before the claim", "locked", "claimed written", "claimed", "before the dot", "answered", "sent written",
    "confirmed",
)  # fmt: skip
COMMANDS = ("HELLO", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "TEXT", "TEXT lost", "TAKEN", "QUIT")
BOUNDARIES = (*HOOKS, *COMMANDS)
# What the server makes of a message that it keeps, and what the Sent folder shows of it.
COPIES = ("same Message-ID", "original kept", "another Message-ID", "no Sent folder")
LATER = NOW + timedelta(minutes=1)
PASSWORD = "invented horse"
_SENDER = "Robin <robin@mail.example>"
_PATIENCE = 60


@dataclass(frozen=True)
class Case:
    """One kill.

    Attributes:
        number: of the run.
        boundary: where the sender is killed.
        copies: what the Sent folder shows.
        pair: a second sender tries the same message while the first stands at the boundary.
        by_itself: the background sends, not a command; and in a pair, of each one.
    """

    number: int
    boundary: str
    copies: str
    pair: bool
    by_itself: bool = False

    @classmethod
    def numbered(cls, number: int) -> Case:
        """Return a case; every combination comes in turn, one of each boundary before any comes again."""
        pair, rest = number % 2 == 1, number // 2
        turn, at = divmod(rest, len(BOUNDARIES))
        copies = COPIES[(at + turn) % len(COPIES)]
        return cls(number, BOUNDARIES[at], copies, pair, by_itself=(at + turn // len(COPIES)) % 2 == 1)


COMBINATIONS = len(BOUNDARIES) * len(COPIES) * 2 * 2


@dataclass(frozen=True)
class Row:
    """What came of it: how the next start found the message, and how it ended."""

    case: Case
    found: State
    settled: str
    at_server: int
    state: State


@contextmanager
def mail_server() -> Iterator[tuple[Server, Path]]:
    """Run the server that takes mail after STARTTLS and a password, as most do; with the file that vouches for it."""
    with tempfile.TemporaryDirectory() as folder:
        certificates = make(Path(folder))
        with serving(
            Manners(offers=("8BITMIME", "STARTTLS"), password=PASSWORD), "starttls", shown(certificates)
        ) as server:
            yield server, certificates.ca


def outbox(port: int, ca: str) -> Smtp:
    """Return what sends through it."""

    def sign_in(*, renew: bool = False) -> Credential:
        assert not renew, "a password is not renewed"
        return Password("robin", PASSWORD)

    return Smtp(Mailbox("127.0.0.1", port, security="starttls", ca=ca), sign_in)


class Workers:
    """Processes that send, each to be killed."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self._program = program

    def _ask(self, **job: Any) -> int:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(json.dumps(job) + "\n")
        self._program.stdin.flush()
        return int(self._program.stdout.readline())

    def start(self, **job: Any) -> int:
        return self._ask(**job)

    def wait(self, pid: int) -> int:
        return self._ask(wait=pid)


@contextmanager
def workers() -> Iterator[Workers]:
    with start_python_program("tests.outbox.crash_worker") as program:
        yield Workers(program)
        assert program.stdin is not None
        program.stdin.close()


class _Stop:
    """The boundary at which the first sender stands still until it is killed."""

    def __init__(self, server: Server, boundary: str) -> None:
        self.reached, self.go_on = Event(), Event()
        self.hook = boundary if boundary in HOOKS else ""
        self._command = boundary.removesuffix(" lost")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(_PATIENCE)
        self.port: int = self._listener.getsockname()[1]
        if boundary == "TEXT lost":
            server.manners.instead("TEXT", LOSE)
        if not self.hook:
            server.manners.at = self._at

    def _at(self, command: str) -> None:
        if command == self._command and not self.reached.is_set():
            self.reached.set()
            self.go_on.wait(_PATIENCE)

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Wait until the sender stands there; let the server go on in the end."""
        with self._listener:
            if self.hook:
                told, _ = self._listener.accept()
                with told:
                    yield
            else:
                assert self.reached.wait(_PATIENCE)
                yield
                self.go_on.set()


class _Copies:
    def __init__(self, copies: list[bytes]) -> None:
        self.copies = copies

    def of(self, _: object) -> list[bytes]:
        return self.copies


def rewriting(how: str) -> Callable[[bytes], bytes]:
    """What a server does with the Message-ID."""
    if how not in {"original kept", "another Message-ID"}:
        return lambda data: data

    def rewrite(data: bytes) -> bytes:
        mail = message_from_bytes(data)
        old = str(mail["Message-ID"])
        mail.replace_header("Message-ID", f"<server.{old.strip('<>')}>")
        if how == "original kept":
            mail["X-Microsoft-Original-Message-ID"] = old
        return mail.as_bytes()

    return rewrite


def approved(store: SqlStore, subject: str) -> SqlStore:
    """Put an approved thank-you into an empty store."""
    store.add(changes(STORY), NOW)
    store.save_account(Account(address="robin@mail.example", smtp=At("mail.example", 465)), NOW)
    store.add_version(replace(WRITTEN, text=replace(WRITTEN.text, subject=subject)))
    approve_draft(store, "d1", Wish(sender=_SENDER), lambda _: NOW)
    return store


@dataclass(frozen=True)
class Place:
    """Where a case happens.

    Attributes:
        url: of the database.
        opened: opens a candidate's store in it.
        server: takes the mail.
        ca: vouches for the server.
        processes: send.
    """

    url: str
    opened: Callable[[str], SqlStore]
    server: Server
    ca: Path
    processes: Workers


def kill_once(case: Case, place: Place) -> Row:
    """Kill a sender, settle what it left, and return what came of it."""
    server, processes = place.server, place.processes
    candidate = f"robin{case.number}"
    store = approved(place.opened(candidate), f"Thank you {case.number}")
    server.taken.clear()
    server.manners.rewrite = rewriting(case.copies)
    job: dict[str, Any] = {"url": place.url, "candidate": candidate, "name": "o1", "now": LATER.isoformat()}
    job |= {"port": server.port, "ca": str(place.ca)}
    stop = _Stop(server, case.boundary)
    pid = processes.start(**job, stop=stop.hook, tell=stop.port, by_itself=case.by_itself)
    with stop.standing():
        if case.pair:
            second = processes.start(**job, stop="", tell=0, by_itself=not case.by_itself)
            assert processes.wait(second) in {0, 3}
        os.kill(pid, signal.SIGKILL)
        ended = processes.wait(pid)
    assert ended == -signal.SIGKILL or case.boundary == "QUIT"
    server.wait_until_quiet()
    server.manners.at = lambda _: None
    server.manners.answers.clear()
    found = _restarted(store)
    settled = _settle(case, store, place, found)
    row = Row(case, found, settled, len(_at(server, case)), store.outgoings()[0].state)
    _check(row, store)
    store.close()
    return row


def _restarted(store: SqlStore) -> State:
    """Let the next start look; a server that is told of a death takes a moment to believe it."""
    for _ in range(5000):
        recover(store, LATER)
        state = message_named(store, "o1").state
        if state is not State.CLAIMED:
            return state
    raise AssertionError("a claimed message was left behind")


def _at(server: Server, case: Case) -> list[bytes]:
    wanted = f"Thank you {case.number}"
    return [each.data for each in server.taken if message_from_bytes(each.data)["Subject"] == wanted]


def _settle(case: Case, store: SqlStore, place: Place, found: State) -> str:
    through = outbox(place.server.port, str(place.ca))
    if found is State.SENT:
        return "had been confirmed"
    if found is State.APPROVED:
        assert send(store, "o1", through, lambda: LATER, lambda: None).fate is Fate.TAKEN
        return "had not begun: sent"
    copies = _at(place.server, case)
    looked = look(store, "o1", _Copies(copies if case.copies != "no Sent folder" else []))
    if looked.by is not None:
        return f"found by {looked.by}"
    if copies:
        told_sent(store, "o1", lambda _: LATER, LATER, anyway=True)
        return "the person found it"
    if case.number % 4 < 2:
        again(store, "o1", LATER)
        approve_draft(store, "d1", Wish(sender=_SENDER), lambda _: LATER)
        assert send(store, "o2", through, lambda: LATER, lambda: None).fate is Fate.TAKEN
        return "the person sent it again"
    give_up(store, "o1", LATER)
    return "the person gave it up"


def _check(row: Row, store: SqlStore) -> None:
    """Nothing twice, nothing lost without a trace, and recorded as often as it was sent."""
    assert row.at_server <= 1, f"sent twice: {row}"
    assert row.state in {State.SENT, State.WITHDRAWN}, row
    assert row.at_server == (1 if row.state is State.SENT else 0), f"lost: {row}"
    process = store.process("acme")
    assert process is not None
    assert [event.verb for event in process.events].count("thanked") == row.at_server, row


def table(rows: list[Row]) -> str:
    """Return the figures: by boundary how the next start found the message, and how all were settled."""
    pairs, by_itself = sum(row.case.pair for row in rows), sum(row.case.by_itself for row in rows)
    lines = [f"{len(rows)} kills, {pairs} of them with a second sender at work, {by_itself} of the background's sender"]
    for boundary in BOUNDARIES:
        of_it = Counter(str(row.found) for row in rows if row.case.boundary == boundary)
        told = ", ".join(f"{count} {state}" for state, count in sorted(of_it.items()))
        lines.append(f"  {boundary:<17} {told}")
    doubted = [row for row in rows if row.found is State.UNKNOWN]
    lines.append(f"unknown at the next start: {len(doubted)}")
    lines += [f"  {how:<45} {count}" for how, count in Counter(row.settled for row in doubted).most_common()]
    lines.append("the others:")
    others = Counter(row.settled for row in rows if row.found is not State.UNKNOWN)
    lines += [f"  {how:<45} {count}" for how, count in others.most_common()]
    twice = sum(1 for row in rows if row.at_server > 1)
    lost = sum(1 for row in rows if (row.at_server == 1) != (row.state is State.SENT))
    lines.append(f"twice at the server: {twice}; lost without a trace: {lost}")
    return "\n".join(lines)
