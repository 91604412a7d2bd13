"""Folders of a run's own for its servers and data; what a killed run left behind is found by the next."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def scratch(kind: str) -> Path:
    """Make a folder whose name says which process it belongs to."""
    return Path(tempfile.mkdtemp(prefix=f"sincerely-{kind}-{os.getpid()}-"))


def left_behind(kind: str) -> Iterator[Path]:
    """Yield the folders of this kind whose process is gone: it was killed before it could remove them."""
    for folder in Path(tempfile.gettempdir()).glob(f"sincerely-{kind}-*-*"):
        number = folder.name.split("-")[2]
        if number.isdecimal() and not _runs(int(number)):
            yield folder


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
