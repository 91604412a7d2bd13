"""What a killed run left is found by the next, and what another run still needs is not."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.scratch import left_behind, scratch


def test_only_what_a_dead_run_left_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f"sincerely-trial-{gone.pid}-abc"
    for folder in (left, tmp_path / "sincerely-trial-old", tmp_path / f"sincerely-other-{gone.pid}-abc"):
        folder.mkdir()
    scratch("trial")
    assert list(left_behind("trial")) == [left]
