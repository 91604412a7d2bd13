"""The store's part that remembers connected mailboxes."""

from __future__ import annotations

from datetime import datetime

from sincerely.core.account import Account

from .account_rows import account_of, account_values
from .owned import Owned
from .rows import plain, to_micros


class Accounts(Owned):
    """Accounts of one candidate."""

    def accounts(self) -> list[Account]:
        with self._reading():
            return [account_of(row) for row in self._rows("account_all")]

    def save_account(self, account: Account, now: datetime) -> None:
        with self._writing():
            self._run("account_save", [{**account_values(account), "changed_at": to_micros(now)}])

    def remove_account(self, address: str) -> bool:
        with self._writing():
            return self._run("account_remove", [{"address": plain(address)}]) > 0
