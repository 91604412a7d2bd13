from __future__ import annotations

import pytest

from .contract import Open, StoreContract

pytestmark = pytest.mark.slow


class TestPostgres(StoreContract):
    @pytest.fixture
    def reopen(self, on_postgres: Open) -> Open:
        return on_postgres
