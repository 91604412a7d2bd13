"""The sample on disk, and the command line in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.conftest import on_postgres, postgres, postgres_database

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


def command(home: Path, arguments: Sequence[str | Path]) -> tuple[list[str], dict[str, str]]:
    environment = {**os.environ, "SINCERELY_HOME": str(home), "NO_COLOR": "1", "COLUMNS": "100", "TZ": "UTC"}
    return [sys.executable, "-m", "sincerely", *map(str, arguments)], environment


@pytest.fixture
def run(home: Path) -> Run:
    def call(*arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
        line, environment = command(home, arguments)
        return subprocess.run(
            line, env=environment, input=text, capture_output=True, text=True, check=False, timeout=120
        )

    return call
