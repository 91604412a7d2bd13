"""Fixtures that need a CalDAV server; other folders may import them into a ``conftest.py`` of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .radicale import Radicale, running


@pytest.fixture(scope="session")
def radicale() -> Iterator[Radicale]:
    """A Radicale server; mark what asks for it ``slow``."""
    with running() as server:
        yield server
