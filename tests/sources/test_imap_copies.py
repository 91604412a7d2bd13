"""Single folders of an account: which is for what, what lies in it, and what is added to it, once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest
from imapclient import IMAPClient

from sincerely.outbox.imap_folder import ImapFolder
from sincerely.sources.base import SourceError
from sincerely.sources.imap_copies import ImapCopies
from sincerely.sources.imap_folders import folder_for
from sincerely.sources.imap_line import Pace

from .bad_imap import PASSWORD as BAD_PASSWORD
from .bad_imap import BadServer, Box
from .dovecot import Dovecot, sign_in

NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
MAIL = b"From: robin@mail.example\r\nTo: dana@acme.example\r\nSubject: %s\r\nMessage-ID: <%s@x>\r\n\r\nHello.\r\n"
_NUMBERS = count(1)


@pytest.mark.parametrize(
    ("listed", "drafts", "sent"),
    [
        (["\\Drafts Entwürfe", "Drafts", "\\Sent Raus", "Sent"], "Entwürfe", "Raus"),
        (["INBOX", "Templates", "Vorlagen", "Drafts", "Sent/2024", "Sent"], "Drafts", "Sent"),
        (["INBOX.Sent Items.2023", "INBOX.Sent Items", "INBOX.Brouillons"], "INBOX.Brouillons", "INBOX.Sent Items"),
        (["INBOX", "Outbox", "Acme"], None, None),
        (["\\Drafts,\\NoSelect Entwurf", "\\Sent,\\NonExistent Gone"], None, None),
    ],
)
def test_the_server_says_what_a_folder_is_for_else_its_name_does(
    listed: list[str], drafts: str | None, sent: str | None
) -> None:
    rows = []
    for line in listed:
        marks, _, name = line.rpartition(" ") if line.startswith("\\") else ("", "", line)
        rows.append((tuple(mark.encode() for mark in marks.split(",") if mark), b"/", name.encode("utf-7")))
    for role, wanted in (("drafts", drafts), ("sent", sent)):
        found = folder_for(role, rows)  # type: ignore[arg-type]
        assert (None if found is None else found.raw.decode("utf-7")) == wanted


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[ImapCopies]:
    address = f"copies-{next(_NUMBERS)}@mail.example"
    dovecot.put(address, [])
    account = dovecot.account(address)
    with closing(ImapCopies(account, sign_in(account), Pace(lambda _: None))) as mailbox:
        yield mailbox


def lying(dovecot: Dovecot, mailbox: ImapCopies, folder: str) -> list[bytes]:
    with dovecot.client(mailbox.account.address) as client:
        client.select_folder(folder, readonly=True)
        return [each[b"BODY[]"] for each in client.fetch(client.search(), ["BODY.PEEK[]"]).values()]


@pytest.mark.slow
def test_the_likeliest_come_first_and_flags_stay(dovecot: Dovecot, mailbox: ImapCopies) -> None:
    original = MAIL.replace(b"\r\n\r\n", b"\r\nX-Google-Original-Message-ID: <1@x>\r\n\r\n") % (b"renamed", b"9")
    mails = [
        MAIL % (b"other", b"8"),
        original,
        MAIL % (b"it", b"1"),
        b"To: lee@acme.example\r\n\r\nto somebody else\r\n",
    ]
    dovecot.put(mailbox.account.address, mails, "Ausgang")
    found = list(mailbox.candidates("sent", "<1@x>", ("dana@acme.example",), date(2020, 1, 1)))
    assert found == [mails[2], mails[1], mails[0]]
    assert list(mailbox.candidates("sent", "<1@x>", (), date(2020, 1, 1))) == [mails[2], mails[1]]
    assert list(mailbox.candidates("sent", "<7@x>", ("dana@acme.example",), date(2999, 1, 1))) == []
    with dovecot.client(mailbox.account.address) as client:
        client.select_folder("Ausgang", readonly=True)
        assert all(b"\\Seen" not in flags for flags in client.get_flags(client.search()).values())


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_connection_that_breaks_while_something_is_added_adds_it_once(
    dovecot: Dovecot, mailbox: ImapCopies, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """Nobody knows whether the server had it: it is looked for before it is added again."""
    add, broken = IMAPClient.append, [True]

    def breaking(client: IMAPClient, *arguments: Any, **more: Any) -> Any:
        if when == "before" and broken:
            broken.clear()
            raise ConnectionResetError
        told = add(client, *arguments, **more)
        if broken:
            broken.clear()
            raise ConnectionResetError
        return told

    monkeypatch.setattr(IMAPClient, "append", breaking)
    found = mailbox.folder("drafts")
    folder = ImapFolder(mailbox.line, found.raw, found.shown)
    mail = MAIL % (b"draft", b"d1")
    assert folder.add(mail, "<d1@x>", b"\\Draft", NOW) is (when == "before")
    assert folder.add(mail, "<d1@x>", b"\\Draft", NOW) is False
    assert lying(dovecot, mailbox, "Drafts") == [mail]


def test_an_account_without_such_a_folder(bad: BadServer) -> None:
    account = bad.account()
    with closing(ImapCopies(account, sign_in(account, BAD_PASSWORD), Pace(lambda _: None))) as mailbox:
        with pytest.raises(SourceError, match="has no folder for drafts; make one in your mail program"):
            mailbox.folder("drafts")
        bad.boxes["Sent"] = Box({1: MAIL % (b"it", b"1")})
        assert len(list(mailbox.candidates("sent", "<1@x>", (), date(2020, 1, 1)))) == 1
