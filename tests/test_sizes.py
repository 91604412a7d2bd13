"""No file grows past what one can hold in mind."""

from __future__ import annotations

from pathlib import Path

import sincerely

_MOST = 400


def test_no_file_has_more_than_400_lines() -> None:
    folder = Path(sincerely.__file__).parent
    sizes = {path.relative_to(folder).as_posix(): len(path.read_bytes().splitlines()) for path in folder.rglob("*.py")}
    assert len(sizes) > 100
    assert {name: size for name, size in sizes.items() if size > _MOST} == {}
