"""Today of somebody to whom much has happened: it shows the first of each group, and the rest when it is asked for."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.transfer import take
from sincerely.app.wiring import opened
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .lending import lend

ONE = """process firm-{n} employer="Firm {n}" zone=America/New_York country=US
2026-02-20 09:00 requested writing-sample by=2026-02-25
"""


def test_the_rest_of_a_long_group_is_one_press_away(tmp_path: Path) -> None:
    (tmp_path / "many.timeline").write_text("".join(ONE.format(n=n) for n in range(12)), "utf-8")
    with opened(tmp_path) as store:
        take(store, tmp_path / "many.timeline", NOW)
    site = Site(lambda: opened(tmp_path), POLICY, lambda: NOW, (HOST,))
    with TestClient(lend(site), base_url=f"http://{HOST}") as browser:
        page = browser.get("/").text
        assert page.count('class="row finding') == 8
        assert '<a href="/?all=late#late">4 more</a>' in page
        every = browser.get("/?all=late").text
        assert every.count('class="row finding') == 12
        assert " more</a>" not in every
        assert browser.get("/?all=nonsense!").status_code == 422
