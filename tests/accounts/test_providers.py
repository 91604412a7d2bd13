"""The table of providers is well formed, and an address finds its own."""

from __future__ import annotations

from collections import Counter

import pytest

from sincerely.accounts.providers import known_settings, saves_sent, settings_by_exchanger, table
from sincerely.core.account import Account, AccountError, Server


@pytest.mark.parametrize("name", sorted(table()))
def test_each_provider(name: str) -> None:
    told = table()[name]
    assert set(told) <= {"domains", "mx", "imap", "smtp", "password", "note", "source", "saves_sent", "also_smtp"}
    assert told["source"]
    assert told["password"] in {"app", "usual", "oauth"}
    assert told.get("domains") or told.get("mx")
    for domain in told.get("domains", ()):
        found = known_settings(f"Robin@{domain.upper()}")
        assert found is not None
        assert found.imap == Server.parse(told["imap"], 993)
    for suffix in told.get("mx", ()):
        assert settings_by_exchanger(f"mx1.{suffix}.") is not None


@pytest.mark.parametrize(
    ("host", "saves"),
    [
        ("smtp.gmail.com", True),
        ("SMTP.office365.com.", True),
        ("smtp.fastmail.com", False),
        ("smtp.own.example", False),
        ("127.0.0.1", False),
    ],
)
def test_who_saves_what_was_sent(host: str, *, saves: bool) -> None:
    assert saves_sent(host) is saves


def test_no_domain_is_named_twice() -> None:
    counted = Counter(domain for told in table().values() for domain in told.get("domains", ()))
    assert [domain for domain, count in counted.items() if count > 1] == []


def test_an_unknown_domain_is_nobodys() -> None:
    assert known_settings("robin@notgmail.com") is None
    assert settings_by_exchanger("mx.notgoogle.com.") is None


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("imap.mail.example", Server("imap.mail.example", 993)),
        ("IMAP.mail.example:143", Server("imap.mail.example", 143, "starttls")),
        ("tls://127.0.0.1:10993", Server("127.0.0.1", 10993)),
        ("mail.example:10993", Server("mail.example", 10993, "starttls")),
    ],
)
def test_servers(text: str, server: Server) -> None:
    assert Server.parse(text, 993) == server
    assert Server.parse(str(server), 1) == server


@pytest.mark.parametrize(
    "text", ["", ":993", "a b", "host:", "host:0", "host:65536", "host:x", "http://host", "a..b", "-a", "host:99 3"]
)
def test_no_servers(text: str) -> None:
    with pytest.raises(AccountError, match="expected a server"):
        Server.parse(text, 993)


@pytest.mark.parametrize("address", ["", "robin", "robin@", "robin@mail", "a b@mail.example", "a\r\n@mail.example"])
def test_no_addresses(address: str) -> None:
    with pytest.raises(AccountError, match="expected an address"):
        Account(address=address)
