from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from tests.sources.contract import SourceContract, calendar
from tests.sources.msg_writer import Said, compound
from tests.sources.msg_writer import mail as outlook

from sincerely.sources.base import Source
from sincerely.sources.eml import Eml
from sincerely.sources.ics import Ics
from sincerely.sources.msg import Msg
from sincerely.sources.msg_mail import as_mail


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


class TestMsg(TestEml):
    """What is put in is Outlook's; what comes out is the mail that it was, which is what `make` returns."""

    suffix = ".msg"
    written: ClassVar[dict[bytes, bytes]] = {}

    @staticmethod
    def make(number: int, *, size: int = 0) -> bytes:
        subject, text = (
            {0x0037: f"Friday {number}"},
            {0x1000: f"See you on day {number}. " + "Long story. " * (size // 12)},
        )
        file = compound(outlook(Said({**subject, **text, 0x5D01: "dana@acme.example"})))
        made = as_mail(file)
        TestMsg.written[made] = file
        return made

    def open(self, root: Path) -> Source:
        return Msg(root)

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        super().put(root, [self.written[one] for one in mails])
