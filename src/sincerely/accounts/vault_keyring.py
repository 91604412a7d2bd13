"""Secrets in the system's keyring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .vault import SERVICE, VaultError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# Backends of other packages that write passwords as plain text, or hardly better.
_PLAIN = ("keyrings.alt", "keyring.backends.null", "keyring.backends.fail")


def usable_keyring() -> KeyringBackend | None:
    """Return the system's keyring; None where there is none that keeps a secret."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    try:
        found = keyring.get_keyring()
        if isinstance(found, ChainerBackend) and not list(found.backends):
            return None
    except Exception:  # noqa: BLE001 - whatever a backend's own library raises, there is none to use
        return None
    return None if type(found).__module__.startswith(_PLAIN) else found


class KeyringVault:
    """The keyring; secrets of several data folders stay apart."""

    def __init__(self, ring: KeyringBackend, home: Path) -> None:
        self._ring = ring
        self._service = f"{SERVICE} {home}"

    @property
    def place(self) -> str:
        return f"the system's keyring ({self._ring.name})"

    def get(self, name: str) -> str | None:
        try:
            return self._ring.get_password(self._service, name)
        except Exception as error:
            raise self._refused("read") from error

    def put(self, name: str, secret: str) -> None:
        try:
            self._ring.set_password(self._service, name, secret)
        except Exception as error:
            raise self._refused("written") from error

    def remove(self, name: str) -> None:
        if self.get(name) is None:
            return
        try:
            self._ring.delete_password(self._service, name)
        except Exception as error:
            raise self._refused("written") from error

    def _refused(self, what: str) -> VaultError:
        # What the backend says may hold what it was given.
        return VaultError(f"{self.place} cannot be {what}; unlock it, or set SINCERELY_SECRETS=file for a sealed file")
