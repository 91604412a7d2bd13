"""The store's contract: connected mailboxes."""

from __future__ import annotations

from dataclasses import replace

from sincerely.core.account import Account, Server
from sincerely.store.sql_store import SqlStore

from .contract_base import WEEK, Base, Open
from .judges import NOW

ACCOUNT = Account(
    address="robin@mail.example",
    login="robin \udcff",
    imap=Server("imap.mail.example", 993),
    smtp=Server("smtp.mail.example", 587, "starttls"),
    read_only=True,
    folders=("INBOX", "Bewerbungen/München"),
    since_days=90,
    ca="/etc/own-ca.pem",
)
FILES = Account(address="alice@mail.example")
OAUTH = Account(address="bob@mail.example", auth="oauth", oauth="google", client_id="123.apps")


class AccountContract(Base):
    def test_accounts_come_back(self, store: SqlStore) -> None:
        assert store.accounts() == []
        for account in (ACCOUNT, FILES, OAUTH):
            store.save_account(account, NOW)
        assert store.accounts() == [FILES, OAUTH, ACCOUNT]

    def test_an_account_is_replaced(self, store: SqlStore) -> None:
        store.save_account(ACCOUNT, NOW)
        changed = replace(ACCOUNT, read_only=False, folders=(), smtp=None, login="")
        store.save_account(changed, NOW + WEEK)
        assert store.accounts() == [changed]

    def test_an_account_is_forgotten_once(self, store: SqlStore) -> None:
        store.save_account(ACCOUNT, NOW)
        store.save_account(FILES, NOW)
        assert store.remove_account(ACCOUNT.address)
        assert not store.remove_account(ACCOUNT.address)
        assert store.accounts() == [FILES]

    def test_nobody_sees_or_removes_anothers_account(self, reopen: Open) -> None:
        alice, bob = reopen("agency", "alice"), reopen("agency", "bob")
        other = reopen("elsewhere", "alice")
        alice.save_account(ACCOUNT, NOW)
        for store in (bob, other):
            assert store.accounts() == []
            assert not store.remove_account(ACCOUNT.address)
        assert alice.accounts() == [ACCOUNT]
