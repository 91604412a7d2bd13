"""A connected mailbox with an approved thank-you: read from a real Dovecot, sent through a server with TLS."""

from __future__ import annotations

import json
import sqlite3
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.outbox.server import Manners, Server, serving
from tests.sources.certificates import shown
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.app.connections.signing_in import secret_name
from sincerely.app.wiring import open_secrets, opened
from sincerely.core.account import Account
from sincerely.core.account import Server as At

from .calling import Call, Result
from .story import noon_story

Seen = list[tuple[tuple[bytes, ...], bytes]]


@dataclass
class Desk:
    """A connected mailbox, and a thank-you that is approved."""

    call: Call
    address: str
    smtp: Server

    def send(self, *more: str) -> Result:
        return self.call("outgoing", "send", "o1", *more)

    @property
    def row(self) -> dict[str, object]:
        row: dict[str, object] = json.loads(self.call("outgoing", "--json").out.splitlines()[-1])
        return row

    def thanked(self) -> int:
        with opened() as store:
            process = store.process("acme")
            assert process is not None
            return sum(event.verb == "thanked" for event in process.events)


def approved(call: Call, folder: Path, address: str) -> None:
    assert call("import", noon_story(folder)).code == 0
    assert call("draft", "THX001", "--process", "acme", "--to", "dana").code == 0
    told = call("approve", "d1", "--from", f"Robin <{address}>")
    assert told.code == 0, told.out


def keep(account: Account, secret: str) -> None:
    open_secrets().put(secret_name(account), secret)
    with opened() as store:
        store.save_account(account, datetime.now(UTC))


def settings(dovecot: Dovecot, address: str, smtp: Server, **more: object) -> Account:
    """Return how the mailbox is reached."""
    return replace(dovecot.account(address), smtp=At("127.0.0.1", smtp.port), **more)  # type: ignore[arg-type]


@contextmanager
def at_a_desk(call: Call, dovecot: Dovecot, address: str, folder: Path) -> Iterator[Desk]:
    with serving(Manners(password=PASSWORD), "tls", shown(dovecot.certificates)) as smtp:
        keep(settings(dovecot, address, smtp), PASSWORD)
        dovecot.put(address, [])
        approved(call, folder, address)
        yield Desk(call, address, smtp)


def lying_in(dovecot: Dovecot, address: str, folder: str) -> Seen:
    """Return flags and text of what lies in a folder, as another mail program sees it."""
    with dovecot.client(address) as client:
        client.select_folder(folder, readonly=True)
        told = client.fetch(client.search(), ["FLAGS", "BODY.PEEK[]"])
        return [(each[b"FLAGS"], each[b"BODY[]"]) for _, each in sorted(told.items())]


def empty(dovecot: Dovecot, address: str, folder: str) -> None:
    """Delete what lies in a folder, as another mail program does."""
    with dovecot.client(address) as client:
        client.select_folder(folder)
        client.delete_messages(client.search())
        client.expunge()


def nowhere(home: Path, told: Iterable[Result], *secrets: str) -> None:
    """Check that secrets stand in no file below the data folder, plain or in base64, and in nothing that was said."""
    files = [path for path in home.rglob("*") if path.is_file()]
    assert {"copy.db", "sincerely.db", "secrets.sealed"} <= {path.name for path in files}
    said = "".join(result.out + result.err for result in told)
    with closing(sqlite3.connect(home / "copy.db")) as database:
        dumped = "\n".join(database.iterdump())
    for secret in (each for plain in secrets for each in (plain, b64encode(plain.encode()).decode())):
        assert secret not in said + dumped
        assert all(secret.encode() not in path.read_bytes() for path in files)
