"""Tokens for the person's other programs: what each may do, and until when.

Of a token only its SHA-256 is kept. That is enough, and right: a token is 256 random bits, so nobody can try likely
ones against a digest that they have read, which is all that a slow digest such as argon2 is good against; argon2
would cost every request a tenth of a second and 64 MiB. A passphrase, which a person thinks up, is another matter:
see `front_door`.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sincerely.app.processes.exits import NothingThere
from sincerely.store.base import Store

_TOKENS = "tokens"
# So that people, and programs that look for leaked secrets, know what it is.
PREFIX = "sincerely_"
# Compared with where there is no token, so that this takes no less time.
_NOBODYS = "0" * 64
_LONGEST_NAME = 60
_MOST_DAYS = 3650


class Scope(StrEnum):
    """What a token may be good for. Approving is never part of another."""

    READ = "read"
    PROPOSE = "propose"
    WRITE = "write"
    APPROVE = "approve"


READ_ONLY = frozenset({Scope.READ})
CAN_PROPOSE = READ_ONLY | {Scope.PROPOSE}
FULL = CAN_PROPOSE | {Scope.WRITE}


class NoToken(ValueError):
    """A token that can't be made; the message says what to do."""


class Refused(Exception):
    """A token that does not let in; the message says why and what to do."""


@dataclass(frozen=True)
class Token:
    """What is kept of a token.

    Attributes:
        name: what the person calls the program.
        digest: SHA-256 of the token, hexadecimal.
        scopes: what it may do.
        made_at: when it was made.
        ends_at: when it ends; None for never.
        used_on: the day (UTC) on which it was last used.
    """

    name: str
    digest: str
    scopes: frozenset[Scope]
    made_at: datetime
    ends_at: datetime | None = None
    used_on: date | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as the command prints it; its digest is nobody's business."""
        return {
            "name": self.name,
            "scopes": sorted(self.scopes),
            "made_at": self.made_at.isoformat(),
            "ends_at": self.ends_at.isoformat() if self.ends_at else None,
            "used_on": self.used_on.isoformat() if self.used_on else None,
        }


def add(store: Store, name: str, scopes: Iterable[Scope], now: datetime, days: int | None = None) -> str:
    """Make a token and return it; it is shown this once.

    Args:
        store: the candidate's store.
        name: what the person calls the program that gets it.
        scopes: what it may do.
        now: when.
        days: how long it is good for; None for as long as it is not revoked.

    Raises:
        NoToken: there is one of this name, or the name or the days can't be.
    """
    called = " ".join(name.split())
    if not called or len(called) > _LONGEST_NAME or not called.isprintable():
        raise NoToken(f"expected a name of 1 to {_LONGEST_NAME} characters, such as assistant")
    if days is not None and not 1 <= days <= _MOST_DAYS:
        raise NoToken(f"expected 1 to {_MOST_DAYS} days, found {days}")
    secret = PREFIX + secrets.token_urlsafe(32)
    ends_at = now + timedelta(days=days) if days is not None else None
    made = Token(called, _digest(secret), frozenset({Scope.READ, *scopes}), now, ends_at)
    with store.transaction():
        known = tokens(store)
        if any(token.name == called for token in known):
            raise NoToken(f'there is a token "{called}"; revoke it first, or choose another name')
        _keep(store, [*known, made])
    return secret


def tokens(store: Store) -> list[Token]:
    """Return every token that was not revoked, the oldest first."""
    return [_token(kept) for kept in store.setting(_TOKENS) or ()]


def revoke(store: Store, name: str) -> Token:
    """End a token.

    Raises:
        NothingThere: there is none of this name.
    """
    with store.transaction():
        known = tokens(store)
        found = next((token for token in known if token.name == name), None)
        if found is None:
            there = ", ".join(f'"{token.name}"' for token in known) or "none"
            raise NothingThere(f'no token is called "{name}"; there are {there}')
        _keep(store, [token for token in known if token is not found])
    return found


def check(store: Store, presented: str, now: datetime) -> Token:
    """Return the token that a program has shown, and remember that it was used today.

    Raises:
        Refused: it is none of ours, or it has ended.
    """
    digest = _digest(presented)
    known = tokens(store)
    # Every one is compared, and in the same time, whichever it is.
    fitting = [token for token in known if hmac.compare_digest(token.digest, digest)]
    hmac.compare_digest(_NOBODYS, digest)
    if not fitting:
        raise Refused('this token is not known; "sincerely token add NAME" makes one')
    [found] = fitting
    if found.ends_at is not None and now >= found.ends_at:
        raise Refused(f'the token "{found.name}" has ended; "sincerely token revoke" and "add" make a new one')
    today = now.date()
    if found.used_on != today:
        with store.transaction():
            _keep(store, [replace(t, used_on=today) if t.digest == digest else t for t in tokens(store)])
    return found


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _keep(store: Store, known: Iterable[Token]) -> None:
    store.set_setting(_TOKENS, [{**token.as_json(), "digest": token.digest} for token in known])


def _token(kept: Mapping[str, Any]) -> Token:
    return Token(
        kept["name"],
        kept["digest"],
        frozenset(map(Scope, kept["scopes"])),
        datetime.fromisoformat(kept["made_at"]),
        datetime.fromisoformat(kept["ends_at"]) if kept["ends_at"] else None,
        date.fromisoformat(kept["used_on"]) if kept["used_on"] else None,
    )
