"""What a real server offers beyond the contract: changes, pushes, dates."""

from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Thread

import pytest
from tests.sources.contract import Reading, letter, raws, said

from .conftest import OpenImap
from .dovecot import Dovecot

pytestmark = pytest.mark.slow
_NUMBERS = count(1)


@pytest.fixture
def address() -> str:
    return f"lee-{next(_NUMBERS)}@mail.example"


def mail(number: int, *, size: int = 0) -> bytes:
    return letter(number, size=size).replace(b"\n", b"\r\n")


def test_special_folders_of_a_real_server(dovecot: Dovecot, open_imap: OpenImap, address: str) -> None:
    for number, folder in enumerate(("INBOX", "Ausgang", "Drafts", "Müll", "Jobs/Bücher")):
        dovecot.put(address, [mail(number)], folder)
    items = Reading().sync(open_imap(dovecot.account(address)))
    assert [(raw.folder, raw.sent) for raw in raws(items)] == [("", False), ("Ausgang", True), ("Jobs/Bücher", False)]
    assert sorted(said(items)) == [
        f"{address}, Drafts: left out, drafts were never sent",
        f"{address}, Müll: left out, it was thrown away",
    ]


def test_out_of_the_bin_again(dovecot: Dovecot, open_imap: OpenImap, address: str) -> None:
    """CONDSTORE tells that an old message is no longer marked as deleted: no UID is new."""
    dovecot.put(address, [mail(n) for n in range(3)])
    with dovecot.client(address) as client:
        client.select_folder("INBOX")
        client.add_flags([2], [b"\\Deleted"])
        reading = Reading()
        source = open_imap(dovecot.account(address))
        assert len(raws(reading.sync(source))) == 2
        assert raws(reading.sync(source)) == []
        client.remove_flags([2], [b"\\Deleted"])
        assert [raw.data for raw in raws(reading.sync(source))] == [mail(1)]


def test_old_mail_is_left_out_until_it_is_asked_for(dovecot: Dovecot, open_imap: OpenImap, address: str) -> None:
    now = datetime.now(UTC)
    with dovecot.client(address) as client:
        for days in (1, 100, 500):
            client.append("INBOX", mail(days), msg_time=now - timedelta(days=days))
    reading = Reading()
    items = reading.sync(open_imap(dovecot.account(address)))
    assert [raw.data for raw in raws(items)] == [mail(100), mail(1)]
    assert any("left out (1 message), older than 365 days" in told for told in said(items))
    items = reading.sync(open_imap(dovecot.account(address, since_days=0)))
    assert [raw.data for raw in raws(items)] == [mail(500)]


def test_a_push_ends_the_waiting(dovecot: Dovecot, open_imap: OpenImap, address: str) -> None:
    dovecot.put(address, [mail(1)])
    source = open_imap(dovecot.account(address))
    source.folders()
    delivery = Thread(target=dovecot.put, args=(address, [mail(2)]))
    delivery.start()
    assert source.wait(60)
    delivery.join()
    assert not source.wait(0)


def test_memory_does_not_grow_with_the_mailbox(dovecot: Dovecot, open_imap: OpenImap, address: str) -> None:
    dovecot.put(address, [mail(n, size=400_000) for n in range(60)])  # 24 MB
    source = open_imap(dovecot.account(address))
    source.folders()
    tracemalloc.start()
    for _ in source.scan({}, lambda _: ()):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 14_000_000


def test_a_message_of_60_megabytes_is_not_fetched_whole(dovecot: Dovecot, open_imap: OpenImap, address: str) -> None:
    huge = mail(2) + b"A picture that somebody took, and much too large.\r\n" * 1_180_000
    dovecot.put(address, [mail(1), huge, mail(3)])
    source = open_imap(dovecot.account(address))
    source.folders()
    tracemalloc.start()
    items = Reading().sync(source)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000
    assert [raw.data for raw in raws(items)] == [mail(3), huge[: 1024 * 1024], mail(1)]
    assert any("message 2: is 60 MB long; only its beginning was read" in told for told in said(items))
