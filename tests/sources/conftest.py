"""Mail servers of the sources' tests; other folders may import the fixtures into a ``conftest.py`` of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from tests.dav.conftest import radicale

from sincerely.core.account import Account
from sincerely.sources.imap import Imap
from sincerely.sources.imap_line import Pace

from .bad_imap import BadServer
from .certificates import Certificates, make
from .dovecot import Dovecot, running, sign_in

__all__ = ["radicale"]
OpenImap = Callable[..., Imap]
NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot with TLS; mark what asks for it ``slow``."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def bad(certificates: Certificates) -> Iterator[BadServer]:
    """A server that behaves until it is told not to."""
    with BadServer(certificates) as server:
        yield server


@pytest.fixture
def slept() -> list[float]:
    """Every pause that a source made, in seconds; none is really made."""
    return []


@pytest.fixture
def open_imap(slept: list[float]) -> Iterator[OpenImap]:
    """Open sources that are closed in the end."""
    opened: list[Imap] = []

    def open_one(
        account: Account, password: str = "", clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> Imap:
        signed = sign_in(account, password) if password else sign_in(account)
        opened.append(Imap(account, signed, Pace(slept.append), clock))
        return opened[-1]

    yield open_one
    for source in opened:
        source.close()
