"""``sincerely outgoing send`` with a connected mailbox: a real Dovecot to read, and servers to send with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.accounts.authorization_server import CLIENT, CLIENT_SECRET, AuthorizationServer
from tests.outbox.server import DROP, LOSE, Manners, serving
from tests.sources.bad_imap import BadServer
from tests.sources.certificates import Certificates, make, shown
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.accounts.oauth import Tokens
from sincerely.app.connections.signing_in import secret_name
from sincerely.app.wiring import open_secrets
from sincerely.core.account import Account
from sincerely.core.account import Server as At

from .calling import Call
from .conftest import PASSPHRASE
from .desk import Desk, approved, keep, nowhere, settings

FIRST, LASTING = "invented-access-token-1", "invented-refresh-token-1"
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


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make(tmp_path_factory.mktemp("tls"))


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
        keep(settings(dovecot, desk.address, stranger), PASSWORD)
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


# Servers that misbehave


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "answer", "fate", "state"),
    [
        ("HELLO", DROP, "later", "approved"),
        ("EHLO", DROP, "later", "approved"),
        ("AUTH", b"454 4.7.0 temporary", "later", "approved"),
        ("MAIL", b"550 5.1.8 not your address", "refused", "void"),
        ("RCPT", b"451 4.7.1 greylisted, come back", "later", "approved"),
        ("RCPT", b"550 5.1.1 no such user", "refused", "void"),
        ("DATA", DROP, "later", "approved"),
        ("TEXT", b"554 5.7.1 no", "refused", "void"),
        ("TEXT", b"451 4.3.0 later", "unknown", "unknown"),
        ("TEXT", DROP, "unknown", "unknown"),
        ("TEXT", LOSE, "unknown", "unknown"),
    ],
)
def test_a_server_that_misbehaves(desk: Desk, command: str, answer: bytes, fate: str, state: str) -> None:
    """What did not go out for sure is sent once more, and arrives once; what may have is not sent again by itself."""
    desk.smtp.manners.instead(command, answer)
    row = json.loads(desk.send("--json").out)
    assert (row["fate"], row["state"]) == (fate, state)
    assert row["why"]
    desk.smtp.wait_until_quiet()
    before = len(desk.smtp.taken)
    assert before == (1 if (answer, fate) == (DROP, "unknown") else 0)
    again = desk.send()
    assert again.code == (0 if state == "approved" else 2)
    assert len(desk.smtp.taken) == before + (state == "approved")


@pytest.mark.slow
def test_starttls_or_nothing(desk: Desk, dovecot: Dovecot) -> None:
    """Whoever takes STARTTLS out of the answer learns neither password nor mail."""
    trust = shown(dovecot.certificates)
    with serving(Manners(password=PASSWORD, offers=()), "starttls", trust) as lying:
        account = settings(dovecot, desk.address, lying)
        keep(replace(account, smtp=At("127.0.0.1", lying.port, "starttls")), PASSWORD)
        row = json.loads(desk.send("--json").out)
        assert (row["fate"], row["state"]) == ("account", "approved")
        assert {line.split()[0].upper() for line in lying.heard} <= {"EHLO", "QUIT"}
    with serving(Manners(password=PASSWORD, offers=("STARTTLS",)), "starttls", trust) as honest:
        keep(replace(account, smtp=At("127.0.0.1", honest.port, "starttls")), PASSWORD)
        assert desk.send().code == 0
        assert len(honest.taken) == 1


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
        grants.grants.access.add(FIRST)
        grants.grants.refresh.add(LASTING)
        ends = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        keep(account, Tokens(FIRST, LASTING, ends, CLIENT_SECRET).dump())
        approved(call, tmp_path, account.address)
        yield ByToken(Desk(call, account.address, smtp), grants, imap, account)


@pytest.mark.slow
def test_sent_by_token(by_token: ByToken) -> None:
    assert by_token.desk.send().code == 0
    assert (len(by_token.desk.smtp.taken), by_token.refreshes) == (1, 0)


@pytest.mark.slow
def test_a_token_that_ends_between_reading_and_sending_is_renewed_once(by_token: ByToken) -> None:
    by_token.desk.smtp.manners.at = lambda command: (
        by_token.grants.grants.access.discard(FIRST) if command == "HELLO" else None
    )
    assert by_token.desk.send().code == 0
    assert (len(by_token.desk.smtp.taken), by_token.refreshes) == (1, 1)
    assert by_token.kept.access != FIRST


@pytest.mark.slow
def test_a_server_that_takes_no_token(by_token: ByToken) -> None:
    """It was renewed once; the message waits, and what to do is said."""
    by_token.desk.smtp.manners.tokens = set()
    row = json.loads(by_token.desk.send("--json").out)
    assert (row["state"], row["fate"]) == ("approved", "account")
    assert "your client id may send mail" in row["why"]
    assert (by_token.refreshes, by_token.desk.smtp.taken) == (1, [])
    by_token.desk.smtp.manners.tokens = by_token.grants.grants.access
    assert by_token.desk.send().code == 0


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_server_without_oauth(by_token: ByToken) -> None:
    by_token.desk.smtp.manners.tokens = None
    row = json.loads(by_token.desk.send("--json").out)
    assert (row["fate"], "offers no sign-in by OAuth" in row["why"]) == ("account", True)


# Secrets


@pytest.mark.slow
def test_the_password_is_left_nowhere(desk: Desk, home: Path) -> None:
    """Not in the store, a backup, an export, nor in anything that was said, when all goes well and when it does not."""
    told = [desk.call("draft", "d1", "--to-drafts"), desk.call("approve", "d1", "--from", f"Robin <{desk.address}>")]
    desk.smtp.manners.instead("AUTH", f"535 5.7.8 {PASSWORD} is not the password".encode())
    told += [desk.call("outgoing", "send", "o2"), desk.call("account", "test", desk.address)]
    desk.smtp.manners.password = "another"
    told += [desk.call("outgoing", "send", "o2", "--json"), desk.call("account", "test", desk.address)]
    told.append(desk.call("remind", "--by", "mail", "--digest", "00:00", "--quiet", "off"))
    desk.smtp.manners.password = PASSWORD
    told += [desk.call("outgoing", "send", "o2"), desk.call("outgoing"), desk.call("outgoing", "--json")]
    assert len(desk.smtp.taken) == 1
    told += [desk.call("backup", home / "copy.db"), desk.call("export", home / "export")]
    nowhere(home, told, PASSWORD, PASSPHRASE)


@pytest.mark.slow
def test_no_token_is_left_anywhere(by_token: ByToken, home: Path) -> None:
    call = by_token.desk.call
    told = [by_token.desk.send("--json"), call("account", "test", by_token.account.address), call("account", "list")]
    by_token.grants.grants.access.clear()
    renewed = call("account", "test", by_token.account.address)
    assert renewed.code == 0, renewed.err
    told += [renewed, call("backup", home / "copy.db"), call("export", home / "export")]
    nowhere(home, told, FIRST, LASTING, by_token.kept.access, CLIENT_SECRET, PASSPHRASE)
