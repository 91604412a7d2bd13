"""Secrets: kept, given back, and shown to nobody."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from tests.accounts.rings import Ring

from sincerely.accounts import passphrase, vault_file
from sincerely.accounts.passphrase import ask_passphrase, from_file
from sincerely.accounts.vault import Vault, VaultError, open_vault
from sincerely.accounts.vault_file import FileVault
from sincerely.accounts.vault_keyring import KeyringVault

PASSPHRASE, SECRET = "several invented words", "geheim-ü\n\U0001f511"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes a passphrase hard to guess takes time that these tests need not spend."""
    monkeypatch.setattr(vault_file, "_COST", {"memory_kib": 64, "passes": 1, "lanes": 1})


class Locked(Ring):
    """A keyring that refuses, and repeats what it was given."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(password)


def sealed(path: Path, words: str = PASSPHRASE) -> FileVault:
    def ask(*, new: bool) -> str:
        return words

    return FileVault(path / "secrets.sealed", ask)


def _in_a_ring(path: Path) -> KeyringVault:
    return KeyringVault(Ring(), path)


Make = Callable[[Path], Vault]
both = pytest.mark.parametrize("make", [sealed, _in_a_ring], ids=["file", "keyring"])


@both
def test_a_secret_comes_back(make: Make, tmp_path: Path) -> None:
    vault = make(tmp_path)
    assert vault.get("a") is None
    vault.put("a", SECRET)
    vault.put("b", "other")
    vault.put("a", "new")
    assert (vault.get("a"), vault.get("b")) == ("new", "other")
    vault.remove("a")
    vault.remove("a")
    assert (vault.get("a"), vault.get("b")) == (None, "other")


def test_another_process_reads_the_file(tmp_path: Path) -> None:
    sealed(tmp_path).put("a", SECRET)
    assert sealed(tmp_path).get("a") == SECRET
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    os.umask(before := os.umask(0))
    vault = sealed(tmp_path)
    vault.put("a", SECRET)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    assert before >= 0


def test_the_file_holds_nothing_in_the_clear(tmp_path: Path) -> None:
    sealed(tmp_path).put("password:robin@mail.example", "a-very-plain-secret")
    data = (tmp_path / "secrets.sealed").read_bytes()
    for text in (b"a-very-plain-secret", PASSPHRASE.encode(), b"robin"):
        assert text not in data
    assert "a-very-plain-secret" not in repr(sealed(tmp_path))


def test_each_writing_is_sealed_anew(tmp_path: Path) -> None:
    """The same number used once more would break the cipher."""
    vault = sealed(tmp_path)
    found = set()
    for _ in range(3):
        vault.put("a", SECRET)
        found.add(json.loads((tmp_path / "secrets.sealed").read_text())["sealed"][:16])
    assert len(found) == 3


def test_a_wrong_passphrase_says_so(tmp_path: Path) -> None:
    sealed(tmp_path).put("a", SECRET)
    with pytest.raises(VaultError, match="is not its passphrase, or the file was changed") as caught:
        sealed(tmp_path, "other invented words").get("a")
    assert "words" not in str(caught.value)


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="8 characters or more"):
        sealed(tmp_path, "short").put("a", SECRET)
    assert not (tmp_path / "secrets.sealed").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 128},
        {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="},
        {"sealed": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
        {"sealed": ""},
        {"version": 2},
        {"memory_kib": 2**30},
        {"passes": -1},
        {"salt": "?"},
        {"lanes": None},
    ],
)
def test_a_changed_file_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    sealed(tmp_path).put("a", SECRET)
    path = tmp_path / "secrets.sealed"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(VaultError):
        sealed(tmp_path).get("a")


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff\x00", b'{"version": 1}'])
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "secrets.sealed").write_bytes(data)
    with pytest.raises(VaultError, match="is no sealed file, or damaged"):
        sealed(tmp_path).get("a")


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = sealed(tmp_path)
    vault.put("a", SECRET)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VaultError, match="No space left"):
        vault.put("a", "new")
    assert sealed(tmp_path).get("a") == SECRET
    assert len(list(tmp_path.iterdir())) == 2  # the file and its lock


def test_a_keyring_that_refuses_shows_no_secret(tmp_path: Path) -> None:
    vault = KeyringVault(Locked(), tmp_path)
    tries: list[Callable[[], object]] = [lambda: vault.put("a", SECRET), lambda: vault.get("a")]
    for work in tries:
        with pytest.raises(VaultError, match="unlock it, or set SINCERELY_SECRETS=file") as caught:
            work()
        assert SECRET not in str(caught.value)


def test_data_folders_stay_apart(tmp_path: Path) -> None:
    ring = Ring()
    KeyringVault(ring, tmp_path / "one").put("a", SECRET)
    assert KeyringVault(ring, tmp_path / "two").get("a") is None


def test_which_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring: list[KeyringBackend | None] = [Ring()]
    monkeypatch.setattr("sincerely.accounts.vault_keyring.usable_keyring", lambda: ring[0])
    monkeypatch.delenv("SINCERELY_SECRETS", raising=False)

    def asked(*, new: bool) -> str:
        return PASSPHRASE

    assert isinstance(open_vault(tmp_path, asked), KeyringVault)
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    open_vault(tmp_path, asked).put("a", SECRET)
    monkeypatch.delenv("SINCERELY_SECRETS")
    assert isinstance(open_vault(tmp_path, asked), FileVault)  # it is there
    ring[0] = None
    assert isinstance(open_vault(tmp_path / "new", asked), FileVault)
    monkeypatch.setenv("SINCERELY_SECRETS", "keyring")
    with pytest.raises(VaultError, match="no keyring that can be used"):
        open_vault(tmp_path, asked)
    monkeypatch.setenv("SINCERELY_SECRETS", "paper")
    with pytest.raises(VaultError, match='expected "keyring" or "file"'):
        open_vault(tmp_path, asked)


def test_a_passphrase_from_a_file_or_a_descriptor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pass"
    path.write_text(f"{PASSPHRASE}\nmore\n", "utf-8")
    path.chmod(0o644)
    monkeypatch.setenv("SINCERELY_PASSPHRASE_FILE", str(path))
    with pytest.raises(VaultError, match="others may read it; chmod 600 it first"):
        ask_passphrase(new=False)
    path.chmod(0o600)
    assert ask_passphrase(new=False) == PASSPHRASE
    with path.open("rb") as file:
        monkeypatch.setenv("SINCERELY_PASSPHRASE_FD", str(file.fileno()))
        assert [ask_passphrase(new=True), ask_passphrase(new=False)] == [PASSPHRASE] * 2
    passphrase._given.clear()
    monkeypatch.setenv("SINCERELY_PASSPHRASE_FD", "many")
    with pytest.raises(VaultError, match="expected an open file descriptor"):
        ask_passphrase(new=False)
    with pytest.raises(VaultError, match="cannot be read"):
        from_file(tmp_path / "nowhere")


def test_without_anybody_to_ask_it_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SINCERELY_PASSPHRASE_FILE", "SINCERELY_PASSPHRASE_FD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: False))
    with pytest.raises(VaultError, match="set SINCERELY_PASSPHRASE_FILE"):
        ask_passphrase(new=False)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    with ThreadPoolExecutor(1) as background, pytest.raises(VaultError, match="nobody to ask"):
        background.submit(ask_passphrase, new=False).result()
