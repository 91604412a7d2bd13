"""An IMAP account is a source like any other: the same contract, on a real Dovecot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from tests.sources.contract import Reading, SourceContract, raws

from sincerely.sources.base import Source, SourceError, SourceGone

from .conftest import OpenImap
from .dovecot import Dovecot

pytestmark = pytest.mark.slow
_NUMBERS = count(1)


class TestImap(SourceContract):
    """``root`` is an address; its mail lies in one folder, which can be taken away."""

    folder = "Jobs"

    @staticmethod
    def make(number: int, *, size: int = 0) -> bytes:
        return SourceContract.make(number, size=size).replace(b"\n", b"\r\n")

    @pytest.fixture(autouse=True)
    def _servers(self, dovecot: Dovecot, open_imap: OpenImap) -> None:
        self.dovecot, self.open_imap = dovecot, open_imap

    @pytest.fixture
    def root(self) -> Path:
        return Path(f"robin-{next(_NUMBERS)}@mail.example")

    def open(self, root: Path) -> Source:
        return self.open_imap(self.dovecot.account(str(root), folders=(self.folder,)))

    def put(self, root: Path, mails: Sequence[bytes]) -> None:
        self.dovecot.put(str(root), mails, self.folder)

    def empty(self, root: Path) -> None:
        with self.dovecot.client(str(root)) as client:
            client.select_folder(self.folder)
            client.delete_messages(client.search())
            client.expunge()

    def remove(self, root: Path) -> None:
        with self.dovecot.client(str(root)) as client:
            client.delete_folder(self.folder)

    def test_never_there_is_an_error_with_a_remedy(self, root: Path) -> None:
        with pytest.raises(SourceError, match='there is no folder "Jobs"; name others') as caught:
            Reading().sync(self.open(root))
        assert not isinstance(caught.value, SourceGone)
        assert str(root) in caught.value.place

    def test_leaves_no_trace(self, root: Path) -> None:
        """No flag is set, and what was new to other programs ("recent") still is."""
        self.put(root, [self.make(n) for n in range(5)])

        def flags() -> dict[int, object]:
            with self.dovecot.client(str(root)) as client:
                client.select_folder(self.folder, readonly=True)
                return dict(client.fetch(client.search(), ["FLAGS", "MODSEQ"]))

        before = flags()
        source = self.open(root)
        for raw in raws(Reading().sync(source)):
            source.fetch(raw.key, raw.where)
        assert flags() == before
        assert any(b"\\Recent" in str(one).encode() for one in before.values())
