"""For every test: assertions of modules that tests share say what they compared, whoever imports them first."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# An example may take as long as a busy machine makes it: no test is about the clock.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
pytest.register_assert_rewrite("tests.outbox.crash", "tests.app.contract_approval")
_SERVERS = frozenset({"postgres", "dovecot", "radicale"})
_ALL_SLOW = "\npytestmark = pytest.mark.slow\n"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave files unread that are slow as a whole where no slow test is asked for: their imports take seconds."""
    if config.getoption("markexpr") != "not slow" or not collection_path.match("test_*.py"):
        return None
    return True if _ALL_SLOW in collection_path.read_text("utf-8") else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker have all tests of a browser, or of a server: to start them takes longer than most tests."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "chrome" in asked:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
        elif server := min(asked & _SERVERS, default=None):
            item.add_marker(pytest.mark.xdist_group(server))
