"""For every test: assertions of modules that tests share say what they compared, whoever imports them first."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# An example may take as long as a busy machine makes it: no test is about the clock.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
pytest.register_assert_rewrite("tests.outbox.crash", "tests.app.contract_approval")
_ALL_SLOW = "\npytestmark = pytest.mark.slow\n"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave files unread that are slow as a whole where no slow test is asked for: their imports take seconds."""
    if config.getoption("markexpr") != "not slow" or not collection_path.match("test_*.py"):
        return None
    return True if _ALL_SLOW in collection_path.read_text("utf-8") else None
