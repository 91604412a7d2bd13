"""A site over a store with two processes, and a clock that tests set."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.connections.held import HeldStore
from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.web.app import Site

from .lending import give_back, lend

HOST = "127.0.0.1:7411"
NOW = datetime(2026, 3, 5, 21, tzinfo=UTC)
STORY = """
process acme-analyst employer="Acme <Corp>" role="Data analyst" zone=America/New_York country=US
2026-02-20 09:00 applied
2026-03-02 09:00 scheduled dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00" quote="We'd love to meet you on Wednesday at 2pm."
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-04 17:30 thanked dana@acme.example
2026-03-05 10:00 requested writing-sample by=2026-03-09 quote="Please send <b>a writing sample</b> by Monday."
2026-03-05 11:00 offered by=2026-03-12 confidence=0.4 quote="We would like to offer you" source=mail
process globex-lead employer="Globex" role="Team lead" zone=Europe/Berlin country=DE
2026-02-16 15:00 interviewed petra@globex.example
2026-03-04 11:00 rejected petra@globex.example quote="We have decided to go with another candidate."
"""


@pytest.fixture(scope="session")
def _story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the story: made once, as that takes longer than most tests do with it."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "story.timeline").write_text(STORY, "utf-8")
    with opened(folder) as store:
        take(store, folder / "story.timeline", NOW)
    return folder


@pytest.fixture
def folder(_story: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the story."""
    return shutil.copytree(_story, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def held(folder: Path) -> Iterator[HeldStore]:
    store = HeldStore(folder)
    yield store
    store.close()


@pytest.fixture
def site(held: HeldStore) -> Site:
    """The site as it is served: over one open store, with answers kept from one request to the next."""
    return Site(held.opened, POLICY, lambda: NOW, (HOST,), mark=held.mark)


@pytest.fixture
def browser(site: Site) -> Iterator[TestClient]:
    with TestClient(lend(site), base_url=f"http://{HOST}") as client:
        yield client


@pytest.fixture(autouse=True)
def _lent_applications() -> Iterator[None]:
    yield
    give_back()
