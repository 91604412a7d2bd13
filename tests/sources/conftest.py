"""The servers that sources are read from."""

from __future__ import annotations

from tests.dav.conftest import radicale

__all__ = ["radicale"]
