from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.sources.contract import SourceContract

from sincerely.sources.base import Source
from sincerely.sources.mbox import Mbox

ENVELOPE = b"From dana@acme.example Mon Mar  2 10:00:00 2026\n"


class TestMbox(SourceContract):
    def open(self, root: Path) -> Source:
        return Mbox(root)

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        with root.open("ab") as file:
            file.writelines(ENVELOPE + mail + b"\n" for mail in mails)

    def empty(self, root: Path) -> None:
        root.write_bytes(b"")

    def remove(self, root: Path) -> None:
        root.unlink()


class TestMboxWithDosLines(TestMbox):
    """The same file as a Windows program writes it."""

    @staticmethod
    def make(number: int, *, size: int = 0) -> bytes:
        return SourceContract.make(number, size=size).replace(b"\n", b"\r\n")

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        with root.open("ab") as file:
            file.writelines(ENVELOPE.replace(b"\n", b"\r\n") + mail + b"\r\n" for mail in mails)
