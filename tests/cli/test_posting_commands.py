"""``sincerely outgoing send`` with a connected mailbox: a real Dovecot to read, and servers to send with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from tests.accounts.authorization_server import CLIENT, CLIENT_SECRET, AuthorizationServer
from tests.outbox.crash import rewriting
from tests.outbox.server import DROP, Manners, Server, serving
from tests.sources.bad_imap import BadServer
from tests.sources.certificates import Certificates, make, shown
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.accounts.oauth import Tokens
from sincerely.app.filing import file_copies
from sincerely.app.signing_in import secret_name
from sincerely.app.wiring import open_secrets, opened
from sincerely.core.account import Account
from sincerely.core.account import Server as At
from sincerely.core.handed import Place

from .conftest import Call, Result
from .story import noon_story

NEWS = """From: Dana Ito <dana@acme.example>
To: {address}
Subject: Re: Your interview for the Data analyst position at Acme Corp
Date: {date}
Message-ID: <news-1@acme.example>

Dear Robin,

thank you for the interview for the position of Data analyst at Acme Corp yesterday. We would like to invite you to a
second interview next week. Could you tell me by tomorrow which day suits you?

Kind regards,
Dana Ito
Acme Corp
"""


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


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make(tmp_path_factory.mktemp("tls"))


def approved(call: Call, folder: Path, address: str) -> None:
    assert call("import", noon_story(folder)).code == 0
    assert call("draft", "THX001", "--process", "acme", "--to", "dana").code == 0
    told = call("approve", "d1", "--from", f"Robin <{address}>")
    assert told.code == 0, told.out


@pytest.fixture
def desk(call: Call, dovecot: Dovecot, address: str, tmp_path: Path) -> Iterator[Desk]:
    """Read from Dovecot; sent through a server with the same password and authority."""
    with serving(Manners(password=PASSWORD), "tls", shown(dovecot.certificates)) as smtp:
        account = replace(dovecot.account(address), smtp=At("127.0.0.1", smtp.port))
        keep(account, PASSWORD)
        dovecot.put(address, [])
        approved(call, tmp_path, address)
        yield Desk(call, address, smtp)


def keep(account: Account, secret: str) -> None:
    open_secrets().put(secret_name(account), secret)
    with opened() as store:
        store.save_account(account, datetime.now(UTC))


@pytest.mark.slow
def test_it_goes_out_through_the_mailbox_that_it_is_from(desk: Desk) -> None:
    found = desk.send()
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("o1 is sent: to dana@acme.example")
    [taken] = desk.smtp.taken
    assert (taken.sender, taken.recipients) == (desk.address, ("dana@acme.example",))
    assert desk.thanked() == 1
    twice = desk.send()
    assert (twice.code, twice.err) == (2, "sincerely: o1: this was sent already; nothing was changed\n")
    assert len(desk.smtp.taken) == 1


# The copy in Sent


def sent_folder(dovecot: Dovecot, address: str) -> list[tuple[tuple[bytes, ...], bytes]]:
    """Flags and text of what lies in Sent, as another mail program sees it."""
    with dovecot.client(address) as client:
        client.select_folder("Ausgang", readonly=True)
        told = client.fetch(client.search(), ["FLAGS", "BODY.PEEK[]"])
        return [(each[b"FLAGS"], each[b"BODY[]"]) for _, each in sorted(told.items())]


@pytest.mark.slow
def test_a_copy_is_put_into_sent_once(desk: Desk, dovecot: Dovecot) -> None:
    desk.smtp.manners.at = lambda command: (
        seen.append(sent_folder(dovecot, desk.address)) if command == "TAKEN" else None
    )
    seen: list[object] = []
    assert desk.send().code == 0
    assert seen == [[]]  # not before the server had it
    [(flags, data)] = sent_folder(dovecot, desk.address)
    assert b"\\Seen" in flags
    mail, taken = message_from_bytes(data), message_from_bytes(desk.smtp.taken[0].data)
    assert mail["Message-ID"] == taken["Message-ID"]
    assert mail.get_payload() == taken.get_payload()
    assert desk.call("sync").code == 0
    assert desk.thanked() == 1
    with opened() as store:
        store.save_handed(replace(store.handed(Place.SENT)[0], done=False))
        assert file_copies(store, datetime.now(UTC), pytest.fail) == 0
    assert len(sent_folder(dovecot, desk.address)) == 1


@pytest.mark.slow
def test_what_was_refused_leaves_no_copy(desk: Desk, dovecot: Dovecot) -> None:
    desk.smtp.manners.instead("TEXT", b"554 5.7.1 no")
    assert desk.send().code == 1
    assert sent_folder(dovecot, desk.address) == []


@pytest.mark.slow
def test_where_the_provider_saves_it_none_is_added(
    desk: Desk, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sincerely.app.filing.saves_sent", lambda host: host == "127.0.0.1")
    assert desk.send().code == 0
    assert sent_folder(dovecot, desk.address) == []


@pytest.mark.slow
def test_a_copy_that_could_not_be_put_there_is_put_there_later(desk: Desk, dovecot: Dovecot) -> None:
    account = replace(dovecot.account(desk.address), smtp=At("127.0.0.1", desk.smtp.port))
    gone = replace(account, imap=At("127.0.0.1", 1))
    desk.smtp.manners.at = lambda command: keep(gone, PASSWORD) if command == "TAKEN" else None
    found = desk.send()
    assert (found.code, found.out.startswith("o1 is sent")) == (0, True)
    assert "its copy is not in your Sent folder yet" in found.err
    assert sent_folder(dovecot, desk.address) == []
    keep(account, PASSWORD)
    with opened() as store:
        assert [file_copies(store, datetime.now(UTC), pytest.fail) for _ in range(2)] == [1, 0]
    assert len(sent_folder(dovecot, desk.address)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("copies", ["same Message-ID", "original kept", "another Message-ID"])
def test_in_doubt_the_sent_folder_is_looked_into(desk: Desk, dovecot: Dovecot, copies: str) -> None:
    """The provider has put a copy there, in a folder that is not read; by whatever name."""
    account = replace(dovecot.account(desk.address), smtp=At("127.0.0.1", desk.smtp.port), folders=("INBOX",))
    keep(account, PASSWORD)
    desk.smtp.manners.instead("TEXT", DROP)
    found = desk.send()
    assert (found.code, found.out.startswith("Nobody knows whether o1 went out.")) == (1, True)
    desk.smtp.wait_until_quiet()
    other = b"From: robin@mail.example\r\nTo: dana@acme.example\r\nSubject: Lunch\r\n\r\nOn Friday?\r\n"
    dovecot.put(desk.address, [other], "Ausgang")
    assert desk.call("outgoing", "look", "o1").code == 1
    dovecot.put(desk.address, [rewriting(copies)(desk.smtp.taken[0].data)], "Ausgang")
    found = desk.call("outgoing", "look", "o1")
    assert (found.code, found.out.startswith("o1 is sent. Its copy was found")) == (0, True), found.out
    assert desk.thanked() == 1
    assert len(sent_folder(dovecot, desk.address)) == 2  # and none was added


# Reminders


def late(desk: Desk, folder: Path) -> None:
    """Something was asked for days ago."""
    day = f"{datetime.now(UTC) - timedelta(days=6):%Y-%m-%d}"
    file = folder / "late.timeline"
    file.write_text(
        f'process beta employer="Beta Ltd" role="Analyst" zone=UTC country=US\n{day} 09:00 requested writing-sample\n',
        "utf-8",
    )
    assert desk.call("import", file).code == 0


@pytest.mark.slow
def test_a_reminder_is_a_mail_to_oneself_and_no_evidence(desk: Desk, dovecot: Dovecot, tmp_path: Path) -> None:
    late(desk, tmp_path)
    chosen = ("--by", "mail", "--digest", "00:00", "--quiet", "off")
    found = desk.call("remind", *chosen)
    assert found.code == 0, found.err
    [taken] = desk.smtp.taken
    assert (taken.sender, taken.recipients) == (desk.address, (desk.address,))
    mail = message_from_bytes(taken.data)
    assert mail["From"] == mail["To"] == desk.address
    assert (mail["Auto-Submitted"], mail["X-Sincerely"]) == ("auto-generated", "reminder")
    assert "Beta Ltd" in mail.get_payload()
    assert "Nothing to say now" in desk.call("remind").out
    dovecot.put(desk.address, [taken.data])
    before = desk.call("export", "--timeline").out
    assert json.loads(desk.call("sync", "--json").out)["events"] == 0
    assert desk.call("export", "--timeline").out == before


@pytest.mark.slow
def test_a_reminder_that_was_refused_is_said_later(desk: Desk, tmp_path: Path) -> None:
    late(desk, tmp_path)
    desk.smtp.manners.instead("AUTH", b"535 5.7.8 no")
    found = desk.call("remind", "--by", "mail", "--digest", "00:00", "--quiet", "off")
    assert (found.code, "the reminder is not sent" in found.err) == (2, True)
    assert desk.smtp.taken == []
    assert desk.call("remind").code == 0
    assert len(desk.smtp.taken) == 1


# What is in the way


@pytest.mark.slow
def test_news_in_the_mailbox_end_the_approval(desk: Desk, dovecot: Dovecot) -> None:
    date = f"{datetime.now(UTC):%a, %d %b %Y %H:%M:%S} +0000"
    dovecot.put(desk.address, [NEWS.format(address=desk.address, date=date).replace("\n", "\r\n").encode()])
    found = desk.send()
    assert found.code == 1
    assert "Something new is known since you approved it" in found.out
    assert desk.row["state"] == "void"
    assert desk.smtp.heard == []


@pytest.mark.slow
@pytest.mark.parametrize("more", [(), ("--smtp", "127.0.0.1:2525", "--plain")])
def test_a_read_only_mailbox_sends_nothing(desk: Desk, more: tuple[str, ...]) -> None:
    """By no server: the address is connected read only."""
    assert desk.call("account", "set", desk.address, "--read-only").code == 0
    found = desk.send(*more)
    told = f'sincerely: o1: {desk.address}: is connected read only, so nothing is sent; "sincerely account set '
    assert (found.code, found.err) == (2, f'{told}{desk.address} --may-send" lets it\n')
    assert (desk.smtp.heard, desk.row["state"]) == ([], "approved")


@pytest.mark.slow
def test_nothing_is_sent_before_the_mailbox_was_read(desk: Desk, dovecot: Dovecot) -> None:
    keep(
        replace(dovecot.account(desk.address), imap=At("127.0.0.1", 1), smtp=At("127.0.0.1", desk.smtp.port)),
        PASSWORD,
    )
    found = desk.send("--json")
    row = json.loads(found.out)
    assert (found.code, row["state"], row["fate"]) == (1, "approved", "later")
    assert row["why"].startswith("Your mailbox could not be read, and before that nothing is sent: ")
    assert desk.smtp.heard == []


@pytest.mark.slow
def test_a_wrong_password_and_a_wrong_certificate(desk: Desk, dovecot: Dovecot, certificates: Certificates) -> None:
    """Both leave it approved, and say what to do; the password went to nobody who could not prove who it is."""
    desk.smtp.manners.password = "another"
    row = json.loads(desk.send("--json").out)
    assert (row["state"], row["fate"]) == ("approved", "account")
    assert "app password" in row["why"]
    with serving(Manners(password=PASSWORD), "tls", shown(certificates)) as stranger:
        keep(replace(dovecot.account(desk.address), smtp=At("127.0.0.1", stranger.port)), PASSWORD)
        row = json.loads(desk.send("--json").out)
        assert (row["state"], row["fate"]) == ("approved", "account")
        assert "can't prove who it is" in row["why"]
        assert stranger.heard == []
    assert desk.smtp.taken == []


def test_no_mailbox_is_connected_for_it(call: Call, tmp_path: Path) -> None:
    approved(call, tmp_path, "robin@mail.example")
    found = call("outgoing", "send", "o1")
    assert (found.code, found.err) == (2, (
        "sincerely: o1: it is from robin@mail.example, which is not connected; "
        '"sincerely account add robin@mail.example" connects it, or name a server with --smtp\n'
    ))  # fmt: skip
    keep(Account(address="Robin@mail.example", imap=At("127.0.0.1", 1)), PASSWORD)
    found = call("outgoing", "send", "o1")
    assert (found.code, "no server to send with is known" in found.err) == (2, True)


def test_options_of_a_server_need_one(call: Call) -> None:
    found = call("outgoing", "send", "o1", "--user", "robin", "--password-file", "x")
    assert (found.code, "go with --smtp" in found.err) == (2, True)


# OAuth


@dataclass
class ByToken:
    """A mailbox that is signed in to by OAuth, for reading and for sending."""

    desk: Desk
    grants: AuthorizationServer
    imap: BadServer
    account: Account

    @property
    def refreshes(self) -> int:
        return sum(asked["grant_type"] == "refresh_token" for asked in self.grants.grants.asked)

    @property
    def kept(self) -> Tokens:
        return Tokens.parse(open_secrets().get(secret_name(self.account)) or "")


@pytest.fixture
def by_token(call: Call, home: Path, certificates: Certificates, tmp_path: Path) -> Iterator[ByToken]:
    with (
        AuthorizationServer() as grants,
        BadServer(certificates) as imap,
        serving(Manners(tokens=grants.grants.access), "tls", shown(certificates)) as smtp,
    ):
        home.mkdir()
        (home / "oauth.toml").write_text(grants.toml)
        imap.capabilities += " AUTH=XOAUTH2"
        imap.tokens = grants.grants.access
        told = {"auth": "oauth", "oauth": "tests", "client_id": CLIENT, "smtp": At("127.0.0.1", smtp.port)}
        account = imap.account(**told)
        grants.grants.access.add("first")
        grants.grants.refresh.add("lasting")
        ends = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        keep(account, Tokens("first", "lasting", ends, CLIENT_SECRET).dump())
        approved(call, tmp_path, account.address)
        yield ByToken(Desk(call, account.address, smtp), grants, imap, account)


def test_sent_by_token(by_token: ByToken) -> None:
    assert by_token.desk.send().code == 0
    assert (len(by_token.desk.smtp.taken), by_token.refreshes) == (1, 0)


def test_a_token_that_ends_between_reading_and_sending_is_renewed_once(by_token: ByToken) -> None:
    by_token.desk.smtp.manners.at = lambda command: (
        by_token.grants.grants.access.discard("first") if command == "HELLO" else None
    )
    assert by_token.desk.send().code == 0
    assert (len(by_token.desk.smtp.taken), by_token.refreshes) == (1, 1)
    assert by_token.kept.access != "first"


def test_a_server_that_takes_no_token(by_token: ByToken) -> None:
    """It was renewed once; the message waits, and what to do is said."""
    by_token.desk.smtp.manners.tokens = set()
    row = json.loads(by_token.desk.send("--json").out)
    assert (row["state"], row["fate"]) == ("approved", "account")
    assert "your client id may send mail" in row["why"]
    assert (by_token.refreshes, by_token.desk.smtp.taken) == (1, [])
    by_token.desk.smtp.manners.tokens = by_token.grants.grants.access
    assert by_token.desk.send().code == 0


def test_a_permission_that_was_taken_back(by_token: ByToken) -> None:
    def take_back(command: str) -> None:
        if command == "HELLO":
            by_token.grants.grants.access.clear()
            by_token.grants.grants.refresh.clear()

    by_token.desk.smtp.manners.at = take_back
    row = json.loads(by_token.desk.send("--json").out)
    assert (row["state"], row["fate"]) == ("approved", "account")
    assert f'sign in again: "sincerely account set {by_token.account.address} --sign-in"' in row["why"]
    assert by_token.desk.smtp.taken == []


def test_a_server_without_oauth(by_token: ByToken) -> None:
    by_token.desk.smtp.manners.tokens = None
    row = json.loads(by_token.desk.send("--json").out)
    assert (row["fate"], "offers no sign-in by OAuth" in row["why"]) == ("account", True)
