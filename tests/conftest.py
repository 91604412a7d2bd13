"""For every test: assertions of modules that tests share say what they compared, whoever imports them first."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.outbox.crash", "tests.app.contract_approval")
