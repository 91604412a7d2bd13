"""Known mail providers, from their table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sincerely.core.account import Server

IMAP_PORT, SMTP_PORT = 993, 465


@dataclass(frozen=True)
class Settings:
    """Where mail is read and sent.

    Attributes:
        imap, smtp: the servers; None where there is none.
        found: how they were found, for people.
        password: "app", "usual" or "oauth".
        note: what to do at the provider first; "" for nothing.
        login: the name to sign in with; "" for the address.
        name: the provider's in the table; "" for none.
        sure: whether the servers are known to be the provider's: what was asked of the network is shown first.
    """

    imap: Server | None
    smtp: Server | None
    found: str
    password: str = "usual"  # noqa: S105 - what kind of password
    note: str = ""
    login: str = ""
    name: str = ""
    sure: bool = True


def known_settings(address: str) -> Settings | None:
    """Return the settings of an address at a known provider."""
    domain = address.rpartition("@")[2].lower()
    return next((_settings(name, told) for name, told in table().items() if domain in told.get("domains", ())), None)


def settings_by_exchanger(host: str) -> Settings | None:
    """Return the settings of the provider whose mail exchanger this is."""
    host = f".{host.rstrip('.').lower()}"
    for name, told in table().items():
        if any(host.endswith(f".{suffix}") for suffix in told.get("mx", ())):
            return _settings(name, told)
    return None


def saves_sent(host: str) -> bool:
    """Whether the provider of an outgoing server puts a copy of what goes out into Sent by itself.

    Of a server that is not known here: no, as SMTP leaves that to the sender.
    """
    host = host.lower().rstrip(".")
    saving = [told for told in table().values() if told.get("saves_sent")]
    return any(host in {Server.parse(told["smtp"], SMTP_PORT).host, *told.get("also_smtp", ())} for told in saving)


@cache
def table() -> Mapping[str, Mapping[str, Any]]:
    """Return the table as it is written."""
    text = resources.files("sincerely").joinpath("accounts/providers.toml").read_text("utf-8")
    return tomllib.loads(text)


def _settings(name: str, told: Mapping[str, Any]) -> Settings:
    return Settings(
        Server.parse(told["imap"], IMAP_PORT),
        Server.parse(told["smtp"], SMTP_PORT),
        f"known provider ({name})",
        told["password"],
        told.get("note", ""),
        name=name,
    )
