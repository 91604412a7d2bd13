"""The passphrase of the sealed file, from a page: kept in memory as long as the program runs, and nowhere else."""

from __future__ import annotations

import os
from typing import Literal

from sincerely.accounts.passphrase import ask_passphrase
from sincerely.accounts.vault import Vault, VaultError
from sincerely.accounts.vault_file import FileVault

_said: list[str] = []


def ask(*, new: bool) -> str:
    """Return the passphrase: what was typed on a page, else what the environment or the terminal says.

    Raises:
        VaultError: there is nobody to ask.
    """
    return _said[-1] if _said else ask_passphrase(new=new)


def wanted(vault: Vault) -> Literal["", "known", "new"]:
    """Return which passphrase has to be typed before the vault can be used; "" for none."""
    if not isinstance(vault, FileVault) or not vault.locked or _said:
        return ""
    if os.environ.get("SINCERELY_PASSPHRASE_FILE") or os.environ.get("SINCERELY_PASSPHRASE_FD"):
        return ""
    return "known" if vault.path.exists() else "new"


def unlock(vault: Vault, passphrase: str) -> None:
    """Open the sealed file with what was typed.

    Raises:
        VaultError: that is not its passphrase.
    """
    if not passphrase:
        return
    _said[:] = [passphrase]
    try:
        vault.get("")
    except VaultError:
        _said.clear()
        raise
