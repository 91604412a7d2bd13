"""Where secrets are kept: the system's keyring, else a sealed file. Never the database, never a log."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

SERVICE = "sincerely"
_CHOICE = "SINCERELY_SECRETS"


class VaultError(Exception):
    """Secrets cannot be kept or read; the message says why and what to do, and never holds one."""


class Vault(Protocol):
    """Secrets by name. Pass ``tests/accounts/test_vaults.py``."""

    @property
    def place(self) -> str:
        """Where they are kept, for people."""

    def get(self, name: str) -> str | None:
        """Return a secret; None where there is none of that name.

        Raises:
            VaultError: the vault cannot be read.
        """

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; one of the same name is replaced.

        Raises:
            VaultError: it cannot be kept.
        """

    def remove(self, name: str) -> None:
        """Forget a secret, where there is one.

        Raises:
            VaultError: the vault cannot be written.
        """


class Ask(Protocol):
    """Asks for the sealed file's passphrase."""

    def __call__(self, *, new: bool) -> str:
        """Return it; where it is new it is to be said twice."""


def open_vault(home: Path, ask: Ask) -> Vault:
    """Return the vault of a data folder.

    That is the sealed file where there is one, else the keyring where the system has one, else a sealed file.
    ``SINCERELY_SECRETS`` says "keyring" or "file" instead.

    Args:
        home: the data folder.
        ask: asks for a passphrase when one is needed.

    Raises:
        VaultError: the keyring was asked for and there is none.
    """
    from .vault_file import FileVault
    from .vault_keyring import KeyringVault, usable_keyring

    file = FileVault(home / "secrets.sealed", ask)
    choice = os.environ.get(_CHOICE, "")
    if choice not in {"", "keyring", "file"}:
        raise VaultError(f'{_CHOICE}: expected "keyring" or "file", found "{choice}"')
    if choice == "file" or (not choice and file.path.exists()):
        return file
    ring = usable_keyring()
    if ring is not None:
        return KeyringVault(ring, home)
    if choice == "keyring":
        raise VaultError(f"this system has no keyring that can be used; set {_CHOICE}=file for a sealed file")
    return file
