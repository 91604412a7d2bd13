"""Secrets in a file that a passphrase opens: argon2id makes the key, AES-256-GCM seals.

The file is JSON: what is needed to make the key again, and one sealed text that holds all secrets. The first part is
bound to the second, so that neither can be exchanged. Its mode is 600, and it is replaced as a whole.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .vault import Ask, VaultError

_VERSION = 1
# RFC 9106, section 4, second recommended choice: 64 MiB, 3 passes, 4 lanes; 16 bytes of salt, 32 of key.
_COST = {"memory_kib": 64 * 1024, "passes": 3, "lanes": 4}
# More than this a file may not ask for: it would keep the machine busy.
_MOST = {"memory_kib": 1024 * 1024, "passes": 20, "lanes": 16}
_LEAST_PASSPHRASE = 8
_NONCE = 12
_LARGEST = 4 * 1024 * 1024


@dataclass
class FileVault:
    """A sealed file. The passphrase is asked for once, when it is first needed."""

    path: Path
    ask: Ask = field(repr=False)
    _key: bytes = field(default=b"", repr=False)
    _head: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def place(self) -> str:
        return str(self.path)

    @property
    def locked(self) -> bool:
        """Whether its passphrase has not been said yet."""
        return not self._key

    def get(self, name: str) -> str | None:
        return self._read().get(name) if self.path.exists() else None

    def put(self, name: str, secret: str) -> None:
        with self._alone():
            self._write({**self._read(), name: secret})

    def remove(self, name: str) -> None:
        if not self.path.exists():
            return
        with self._alone():
            held = self._read()
            if held.pop(name, None) is not None:
                self._write(held)

    def _read(self) -> dict[str, str]:
        """Return all secrets; none where there is no file yet."""
        if not self.path.exists():
            return {}
        head, sealed = self._load()
        if head != self._head or not self._key:
            self._key, self._head = _key_of(self.ask(new=False), head), head
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            text = AESGCM(self._key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(head))
        except (InvalidTag, ValueError):
            self._key = b""
            raise VaultError(f"{self.path}: that is not its passphrase, or the file was changed; try again") from None
        held: dict[str, str] = json.loads(text)
        return held

    def _load(self) -> tuple[dict[str, Any], bytes]:
        try:
            with self.path.open("rb") as file:
                told = json.loads(file.read(_LARGEST))
            head = {"version": told["version"], "salt": told["salt"], **{name: int(told[name]) for name in _COST}}
            sealed = base64.b64decode(told["sealed"], validate=True)
            base64.b64decode(head["salt"], validate=True)
        except OSError as error:
            raise VaultError(f"{self.path}: cannot be read ({error.strerror})") from error
        except (ValueError, KeyError, TypeError) as error:
            raise VaultError(f"{self.path}: is no sealed file, or damaged; restore a backup of it") from error
        if head["version"] != _VERSION:
            raise VaultError(f"{self.path}: was written by a newer version of Sincerely; update this one")
        if any(not 0 < head[name] <= _MOST[name] for name in _COST):
            raise VaultError(f"{self.path}: asks for more work than is sensible; restore a backup of it")
        return head, sealed

    def _write(self, held: Mapping[str, str]) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not self._key:
            head = {"version": _VERSION, "salt": _text(secrets.token_bytes(16)), **_COST}
            self._key, self._head = _key_of(_strong(self.ask(new=True)), head), head
        nonce = secrets.token_bytes(_NONCE)
        sealed = nonce + AESGCM(self._key).encrypt(nonce, json.dumps(dict(held)).encode(), _bound(self._head))
        data = json.dumps({**self._head, "sealed": _text(sealed)}).encode()
        try:
            _replace(self.path, data)
        except OSError as error:
            raise VaultError(f"{self.path}: cannot be written ({error.strerror})") from error

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from changing the file meanwhile."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self.path.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise VaultError(f"{self.path}: cannot be written ({error.strerror})") from error
        try:
            with contextlib.suppress(ImportError):  # Windows has other locks; its file is replaced as a whole as well
                import fcntl

                fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _replace(path: Path, data: bytes) -> None:
    """Write a file that only its owner reads, as a whole or not at all."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    number = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise


def _key_of(passphrase: str, head: Mapping[str, Any]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passphrase.encode(),
        base64.b64decode(head["salt"]),
        time_cost=head["passes"],
        memory_cost=head["memory_kib"],
        parallelism=head["lanes"],
        hash_len=32,
        type=Type.ID,
    )


def _strong(passphrase: str) -> str:
    if len(passphrase) < _LEAST_PASSPHRASE:
        raise VaultError(f"a passphrase has {_LEAST_PASSPHRASE} characters or more; several words are best")
    return passphrase


def _bound(head: Mapping[str, Any]) -> bytes:
    return json.dumps(head, sort_keys=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
