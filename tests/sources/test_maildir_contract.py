from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.sources.contract import SourceContract

from sincerely.sources.base import Source
from sincerely.sources.maildir import Maildir


class TestMaildir(SourceContract):
    def open(self, root: Path) -> Source:
        return Maildir(root)

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        for box in ("new", "cur", "tmp"):
            (root / box).mkdir(parents=True, exist_ok=True)
        for mail in mails:
            name = hashlib.sha256(mail).hexdigest()[:20]
            box, flags = ("new", "") if int(name, 16) % 2 else ("cur", ":2,S")
            (root / box / f"{name}.host{flags}").write_bytes(mail)

    def empty(self, root: Path) -> None:
        for file in [*root.glob("new/*"), *root.glob("cur/*")]:
            file.unlink()

    def remove(self, root: Path) -> None:
        shutil.rmtree(root)
