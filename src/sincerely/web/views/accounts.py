"""What the pages of connected mailboxes show, and errors without the commands that a terminal has for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit

from sincerely.accounts.providers import Settings
from sincerely.app.connections.browser_sign_in import SignIn
from sincerely.app.connections.not_let_in import Refusal
from sincerely.core.account import Account

_COMMAND = re.compile(r',?\s*(?:and )?(?:give (?:it|one) )?(?:with )?"sincerely [^"]*"(?: connects one| changes it)?')
_OPTION = re.compile(r';? ?(?:name (?:one|others) with )?"--[\w-]+(?: [A-Z]+)?"')
_BY_OAUTH = 'add the account with "--oauth google" or "--oauth microsoft"'
_SINCE = (("90d", "3 months"), ("6m", "6 months"), ("1y", "a year"), ("2y", "2 years"), ("all", "all of it"))
_AGAIN = {"password": "New password", "oauth": "Sign in again"}


class Typed(Protocol):
    """A mailbox as it was typed."""

    address: str
    imap: str
    smtp: str
    user: str
    since: str
    read_only: bool
    ca: str
    then: str
    oauth: str
    client_id: str


def for_pages(error: object) -> str:
    """Return an error in words that somebody on a page can act upon."""
    text = " ".join(str(error).split())
    text = text.replace(
        'where the name is not the address, "--user"', "where the name is not the address, say it below"
    )
    text = text.replace(_BY_OAUTH, "connect the mailbox by OAuth")
    text = _OPTION.sub("", _COMMAND.sub("", text)).strip(" ;,:")
    return text if text.endswith((".", "!", "?")) else f"{text}."


def accounts_page(accounts: Sequence[Account], refused: Mapping[str, Refusal]) -> dict[str, Any]:
    """Return every connected mailbox, and why one did not let us in when it was read last."""
    return {
        "accounts": [
            {
                "address": one.address,
                "reads": f"{one.imap.host}, port {one.imap.port}" if one.imap else "",
                "sends": f"{one.smtp.host}, port {one.smtp.port}" if one.smtp else "",
                "back": _back(one.since_days),
                "folders": ", ".join(one.folders) or "all but drafts, junk and bin",
                "read_only": one.read_only,
                "oauth": one.oauth,
                "refused": refused[one.address].what if one.address in refused else "",
                "again": _AGAIN[one.auth] if one.imap is not None or one.may_send else "",
            }
            for one in accounts
        ]
    }


def again_page(account: Account, passphrase: str, *, here: bool) -> dict[str, Any]:
    """Return the form by which a connected mailbox is signed in to anew.

    Args:
        account: the mailbox.
        passphrase: which passphrase has to be typed; "" for none.
        here: whether the browser may be on the machine that the provider's answer comes to.
    """
    return {
        "title": _AGAIN[account.auth],
        "address": account.address,
        "login": account.login,
        "oauth": account.oauth,
        "passphrase": passphrase,
        "oauth_here": here,
    }


def _back(days: int) -> str:
    return {0: "all of it", 365: "a year back", 730: "two years back"}.get(days, f"{days} days back")


def new_page(new: Typed, known: Settings | None, passphrase: str, *, looked_up: bool, mine: str = "") -> dict[str, Any]:
    """Return the form for a mailbox: what is known of its provider, and what has to be typed."""
    imap = new.imap or (f"{known.imap.host}:{known.imap.port}" if known and known.imap else "")
    smtp = new.smtp or (f"{known.smtp.host}:{known.smtp.port}" if known and known.smtp else "")
    return {
        "new": new,
        "login": new.user or (known.login if known else ""),
        "mine": mine,
        "imap": imap,
        "smtp": smtp,
        "known": known,
        "note": known.note if known else "",
        "oauth": new.oauth or (known.name if known else ""),
        "oauth_only": known is not None and known.password == "oauth",  # noqa: S105 - what kind of password
        "app_password": known is not None and known.password == "app",  # noqa: S105 - likewise
        "looked_up": looked_up,
        "asked": bool(new.address),
        "passphrase": passphrase,
        "since": _SINCE,
    }


def oauth_page(begun: SignIn, passphrase: str) -> dict[str, Any]:
    """Return what is shown while somebody is at the provider's page."""
    return {
        "address": begun.account.address,
        "provider": urlsplit(begun.url).hostname,
        "url": begun.url,
        "which": begun.name,
        "again": begun.again,
        "passphrase": passphrase,
    }
