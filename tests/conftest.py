"""For every test: assertions of modules that tests share say what they compared, whoever imports them first."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.outbox.crash", "tests.app.contract_approval")
_ALL_SLOW = "\npytestmark = pytest.mark.slow\n"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave files unread that hold nothing of what is asked for: to read one costs what its imports cost."""
    asked = config.getoption("markexpr")
    if asked not in {"slow", "not slow"} or not collection_path.match("test_*.py"):
        return None
    text = collection_path.read_text("utf-8")
    return True if (_ALL_SLOW in text if asked == "not slow" else "slow" not in text.lower()) else None
