"""Accounts to rows, and back."""

from __future__ import annotations

import json
from typing import Any

from sincerely.core.account import Account, Server

from .rows import Row, plain, told, write_json

_TEXTS = ("address", "login", "imap", "smtp", "auth", "oauth", "client_id")
ACCOUNT_COLUMNS = (*_TEXTS, "read_only", "folders", "since_days", "ca")
# What saving an account again changes.
ACCOUNT_VALUES = (*ACCOUNT_COLUMNS[1:], "changed_at")


def account_values(account: Account) -> dict[str, Any]:
    """Return an account as values for its row."""
    texts = {name: plain(str(getattr(account, name) or "")) for name in _TEXTS}
    return {
        **texts,
        "read_only": account.read_only,
        "folders": write_json(list(account.folders)),
        "since_days": account.since_days,
        "ca": plain(account.ca),
    }


def account_of(row: Row) -> Account:
    """Return the account of a row that has `ACCOUNT_COLUMNS`."""
    texts = {name: told(value) for name, value in zip(_TEXTS, row, strict=False)}
    read_only, folders, since_days, ca = row[len(_TEXTS) :]
    imap, smtp = (Server.parse(place, 1) if (place := texts.pop(name)) else None for name in ("imap", "smtp"))
    return Account(
        **texts,  # type: ignore[arg-type]  # `auth` was checked when it was written
        imap=imap,
        smtp=smtp,
        read_only=bool(read_only),
        folders=tuple(json.loads(folders)),
        since_days=since_days,
        ca=told(ca),
    )
