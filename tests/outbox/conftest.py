"""Databases for the crash table."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.outbox.crash", "tests.app.contract_approval")

from tests.store.conftest import on_postgres, postgres, postgres_database  # noqa: E402  (see above)

__all__ = ["on_postgres", "postgres", "postgres_database"]
