"""The command line with a data folder of its own, and a mail server to connect to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.sources.dovecot import PASSWORD, Dovecot, running

from sincerely.accounts import vault_file
from sincerely.app import wiring
from sincerely.cli.main import main

from .calling import Call, Result
from .desk import Desk, at_a_desk

PASSPHRASE = "invented words that open it"
_NUMBERS = count(1)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot with TLS; mark what asks for it ``slow``."""
    with running() as server:
        yield server


@pytest.fixture
def address() -> str:
    """An address with a mailbox of its own."""
    return f"robin-{next(_NUMBERS)}@mail.example"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose secrets lie in a sealed file; its key costs little."""
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    monkeypatch.setenv("SINCERELY_PASSPHRASE_FILE", str(secret_file(tmp_path / "passphrase", PASSPHRASE)))
    monkeypatch.setattr(vault_file, "_COST", {"memory_kib": 64, "passes": 1, "lanes": 1})
    wiring._secrets_in.cache_clear()
    return tmp_path / "home"


def secret_file(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], home: Path) -> Call:
    def run(*arguments: str | Path) -> Result:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Result(int(left.value.code or 0), out, err)

    return run


@pytest.fixture
def password(tmp_path: Path) -> Path:
    """A file with the password of every mailbox."""
    return secret_file(tmp_path / "password", f"{PASSWORD}\n")


@pytest.fixture
def desk(call: Call, dovecot: Dovecot, address: str, tmp_path: Path) -> Iterator[Desk]:
    """A connected mailbox, and o1 approved to go out with it."""
    with at_a_desk(call, dovecot, address, tmp_path) as desk:
        yield desk
