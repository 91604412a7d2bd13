"""Which code was measured."""

from __future__ import annotations

import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


def measured() -> str:
    """Return the commit of this code, with a plus where it was changed since; outside a checkout the version."""
    commit = _git("rev-parse", "--short=10", "HEAD")
    if commit:
        return commit + ("+" if _git("status", "--porcelain", "--", str(_PACKAGE)) else "")
    try:
        return version("sincerely")
    except PackageNotFoundError:
        return "unknown"


def _git(*words: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(_PACKAGE), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - words of our own
    return done.stdout.strip() if done.returncode == 0 else ""
