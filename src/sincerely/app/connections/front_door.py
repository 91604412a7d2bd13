"""The passphrase of the pages, for when they can be reached from elsewhere; only an argon2id digest of it is kept.

A person thinks it up, so it can be guessed: each guess costs 64 MiB and a tenth of a second (RFC 9106, second
recommended choice, which is argon2-cffi's own).
"""

from __future__ import annotations

from threading import Lock

from sincerely.store.base import Store

_DOOR = "front_door"
LEAST = 12
"""A passphrase has so many characters or more: anybody on the network may guess it, slowly."""
_MOST = 1000
# Guesses are made one after the other: many at once would take all of the machine's memory.
_ONE_AT_A_TIME = Lock()


class WeakPassphrase(ValueError):
    """A passphrase that is too easy to guess; the message says what would do."""


def has_passphrase(store: Store) -> bool:
    """Whether the pages have one."""
    return bool(store.setting(_DOOR))


def set_passphrase(store: Store, passphrase: str) -> None:
    """Keep a new passphrase's digest.

    Raises:
        WeakPassphrase: it is too short, too long, or one thing over and over.
    """
    from argon2 import PasswordHasher

    if not LEAST <= len(passphrase) <= _MOST or len(set(passphrase)) < LEAST // 2:
        raise WeakPassphrase(f"a passphrase for the pages has {LEAST} characters or more; several words are best")
    with _ONE_AT_A_TIME:
        store.set_setting(_DOOR, PasswordHasher().hash(passphrase))


def fits(store: Store, passphrase: str) -> bool:
    """Whether this is the passphrase; false where there is none."""
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    kept = store.setting(_DOOR)
    if not kept or len(passphrase) > _MOST:
        return False
    try:
        with _ONE_AT_A_TIME:
            return PasswordHasher().verify(str(kept), passphrase)
    except VerificationError:
        return False
