"""The sample on disk, and the command line: in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.conftest import on_postgres, postgres, postgres_database

from sincerely.cli.main import main
from sincerely.sample.write import Sample, write

__all__ = ["on_postgres", "postgres", "postgres_database"]

NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return write(tmp_path_factory.mktemp("sample"), NOW)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


_SURROUNDINGS = {"NO_COLOR": "1", "COLUMNS": "100", "TZ": "UTC"}


def command(home: Path, arguments: Sequence[str | Path]) -> tuple[list[str], dict[str, str]]:
    """Return a command that runs in a process of its own, and its environment."""
    environment = {**os.environ, "SINCERELY_HOME": str(home), **_SURROUNDINGS}
    return [sys.executable, "-m", "sincerely", *map(str, arguments)], environment


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """The command line, in this process: starting one costs more than most commands do."""
    with monkeypatch.context() as surroundings:
        for name, value in {"SINCERELY_HOME": str(home), **_SURROUNDINGS}.items():
            surroundings.setenv(name, value)
        time.tzset()

        def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
            capsys.readouterr()
            with pytest.raises(SystemExit) as left:
                main([str(argument) for argument in arguments])
            out, err = capsys.readouterr()
            return subprocess.CompletedProcess(arguments, int(left.value.code or 0), out, err)

        yield call
    time.tzset()
