"""The pages of somebody to whom much has happened: they show the first of each group, and the rest on further pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.web.app import Site
from sincerely.web.views.today import AT_ONCE

from .conftest import HOST, NOW
from .lending import lend
from .test_pages import ORIGIN, token

ONE = """process firm-{n} employer="Firm {n}" zone=America/New_York country=US
2026-02-20 09:00 requested writing-sample by=2026-02-25
"""


LINES = re.compile(r'<p class="what" id="(f-\w+)-what">')
MANY = 70


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("many")
    (folder / "many.timeline").write_text("".join(ONE.format(n=n) for n in range(MANY)), "utf-8")
    with opened(folder) as store:
        take(store, folder / "many.timeline", NOW)
    site = Site(lambda: opened(folder), POLICY, lambda: NOW, (HOST,))
    with TestClient(lend(site), base_url=f"http://{HOST}") as client:
        yield client


def through(browser: TestClient, path: str, shown: re.Pattern[str]) -> list[list[str]]:
    """Return what each page of a list shows, following its links."""
    found: list[list[str]] = []
    while path:
        page = browser.get(path).text
        found.append(shown.findall(page))
        after = re.search(r'href="([^"]+)">\d+ more<', page)
        path = unescape(after[1]) if after else ""
    return found


def test_the_rest_of_a_long_group_is_one_press_away(browser: TestClient) -> None:
    page = browser.get("/").text
    assert len(LINES.findall(page)) == AT_ONCE
    assert f'<a href="/?all=late">{MANY - AT_ONCE} more</a>' in page
    pages = through(browser, "/?all=late", LINES)
    assert [len(lines) for lines in pages] == [30, 30, 10]
    assert len({line for lines in pages for line in lines}) == MANY
    assert pages[0][:AT_ONCE] == LINES.findall(page)
    last = browser.get("/?all=late&from=60").text
    assert "61–70 of 70" in last
    assert 'href="/?all=late&amp;from=30"' in last
    # What was settled meanwhile makes a list shorter than its address says.
    assert LINES.findall(browser.get("/?all=late&from=100000").text) == pages[-1]


def test_where_there_is_no_such_group_today_is_shown(browser: TestClient) -> None:
    today = LINES.findall(browser.get("/").text)
    assert LINES.findall(browser.get("/?all=due").text) == today
    assert LINES.findall(browser.get("/?all=x&from=30").text) == today
    for unfit in ("/?all=nonsense!", "/?all=late&from=-1", "/?all=late&from=x", "/processes?from=-1"):
        assert browser.get(unfit).status_code == 422


def test_settling_a_line_leads_back_to_its_page(browser: TestClient) -> None:
    page = browser.get("/?all=late&from=30").text
    name = LINES.findall(page)[0]
    headers = {**ORIGIN, "referer": f"http://{HOST}/?all=late&from=30"}
    form = {"token": token(page), "line": name, "how": "done"}
    settled = browser.post("/exit", data=form, headers=headers)
    assert str(settled.url).endswith("/?all=late&from=30")
    assert name not in LINES.findall(settled.text)
    assert browser.post("/exit", data=form, headers=headers).status_code == 409
    browser.post("/undo", data={"token": form["token"]}, headers=headers)


def test_a_long_list_of_processes_has_pages(browser: TestClient) -> None:
    link = re.compile(r'<a href="/p/([\w-]+)" data-open>')
    pages = through(browser, "/processes?view=list", link)
    assert [len(names) for names in pages] == [50, 20]
    assert len({name for names in pages for name in names}) == MANY
    found = browser.get("/processes?q=firm&from=50&stage=applied").text
    assert 'href="/processes?view=list&amp;stage=applied&amp;q=firm&amp;from=0"' in found
    board = browser.get("/processes?view=board").text
    assert len(link.findall(board)) == 20
    assert 'href="/processes?view=list&amp;stage=applied">50 more</a>' in board
    assert f'<span class="count">{MANY}</span>' in board


def test_what_a_search_finds_has_pages(browser: TestClient) -> None:
    link = re.compile(r'<a href="/p/([\w-]+)" data-open>')
    pages = through(browser, "/search?q=firm", link)
    assert [len(names) for names in pages] == [8, 30, 30, 10]
    assert len({name for names in pages[1:] for name in names}) == MANY
    assert pages[1][:8] == pages[0]
    first = browser.get("/search?q=firm").text
    assert f'<h2 id="processes">Processes <span class="count">{MANY}</span></h2>' in first
    last = browser.get("/search?q=firm&all=processes&from=60").text
    assert "61–70 of 70" in last
    assert 'href="/search?q=firm&amp;all=processes&amp;from=30"' in last
    assert 'href="/search?q=firm"' in last
    # Where there is nothing of that sort, all that was found is shown.
    assert link.findall(browser.get("/search?q=firm&all=mails").text) == pages[0]
    assert browser.get("/search?q=firm&all=processes!").status_code == 422
    assert "Nothing like that." in browser.get("/search?q=zebra&all=processes&from=30").text


def test_something_of_every_kind_is_seen_at_once(tmp_path: Path) -> None:
    """A mailbox without sent mail owes many of the same: these do not hide the rest."""
    story = "".join(ONE.format(n=n) for n in range(20))
    story += 'process firm-20 employer="Firm 20" zone=America/New_York country=US\n2026-03-02 09:00 heard ada@firm.example asks=yes\n'
    (tmp_path / "many.timeline").write_text(story, "utf-8")
    with opened(tmp_path) as store:
        take(store, tmp_path / "many.timeline", NOW)
    site = Site(lambda: opened(tmp_path), POLICY, lambda: NOW, (HOST,))
    with TestClient(lend(site), base_url=f"http://{HOST}") as client:
        page = client.get("/").text
        assert "/p/firm-20" in page
        assert len(LINES.findall(page)) == AT_ONCE
        assert f"{21 - AT_ONCE} more" in page
        assert sum(len(lines) for lines in through(client, "/?all=late", LINES)) == 21


@pytest.mark.parametrize("path", ["/", "/?all=late", "/processes", "/processes?view=board", "/search?q=firm"])
def test_a_page_stays_light_however_much_there_is(browser: TestClient, path: str) -> None:
    # With the styles and scripts that a first visit takes, about 70 KB, it is below 120.
    assert len(browser.get(path).content) < 48_000
