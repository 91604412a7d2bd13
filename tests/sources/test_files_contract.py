from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.sources.contract import SourceContract, calendar

from sincerely.sources.base import Source
from sincerely.sources.eml import Eml
from sincerely.sources.ics import Ics


class TestEml(SourceContract):
    suffix = ".eml"

    def open(self, root: Path) -> Source:
        return Eml(root)

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        (root / "archive" / "2026").mkdir(parents=True, exist_ok=True)
        for mail in mails:
            name = hashlib.sha256(mail).hexdigest()[:20]
            folder = root if int(name, 16) % 2 else root / "archive" / "2026"
            (folder / f"{name}{self.suffix}").write_bytes(mail)

    def empty(self, root: Path) -> None:
        for file in root.rglob(f"*{self.suffix}"):
            file.unlink()

    def remove(self, root: Path) -> None:
        shutil.rmtree(root)


class TestIcs(TestEml):
    suffix = ".ics"
    make = staticmethod(calendar)

    def open(self, root: Path) -> Source:
        return Ics(root)
