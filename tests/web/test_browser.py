"""The pages in a real Chromium: on a phone and on a desk, light and dark, by keyboard, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from sincerely.web.app import Site

from .live import chromium, served
from .looking import Scheme, faults

pytestmark = pytest.mark.slow
PATHS = (
    "/", "/questions", "/processes", "/processes?view=board", "/processes?q=zebra", "/p/acme-analyst", "/p/globex-lead",
    "/exits/f-5cf2b2f1b086", "/?all=late",
    "/add/acme-analyst", "/add/acme-analyst?verb=scheduled", "/merge/acme-analyst", "/split/acme-analyst", "/about/acme-analyst",
    "/search", "/search?q=acme", "/search?q=acme&all=people", "/search?q=week", "/card/acme-analyst", "/explain/WAIT003", "/nowhere", "/debrief", "/settings/phone", "/offline",
)  # fmt: skip
LIGHT_KB = 120


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(chrome: Browser, site: Site) -> Iterator[Page]:
    with served(site) as address:
        context = chrome.new_context(base_url=address, java_script_enabled=False)
        yield context.new_page()
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_is_accessible_and_loads_nothing_from_elsewhere(
    chrome: Browser, site: Site, scheme: Scheme
) -> None:
    with served(site) as address:
        assert faults(chrome, address, scheme, PATHS) == []


def _weigh(sizes: list[int], response: Response) -> None:
    sizes.append(len(response.body()))


def test_a_page_is_light(chrome: Browser, site: Site) -> None:
    """What a first visit takes from the server, uncompressed."""
    with served(site) as address:
        for path in PATHS:
            context = chrome.new_context(base_url=address)
            page = context.new_page()
            sizes: list[int] = []
            page.on("response", partial(_weigh, sizes))
            page.goto(path, wait_until="load")
            assert sum(sizes) < LIGHT_KB * 1024, path
            context.close()


def test_a_finding_is_settled_and_undone_without_scripts(page: Page) -> None:
    page.goto("/")
    line = page.locator("li.finding", has_text="Send the writing sample")
    line.get_by_role("link", name="Settle it otherwise").click()
    page.get_by_role("button", name="Done elsewhere").click()
    assert page.url.endswith("/")
    expect(line).to_have_count(0)
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    # A click is over before the page that it leads to has come.
    expect(line).to_have_count(1)


def test_evidence_is_two_clicks_away(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Acme <Corp>, Data analyst").first.click()
    page.get_by_role("link", name="They said when they will decide: by Fri 13 March").click()
    assert page.locator("mark").inner_text() == "by the end of next week"


def test_the_keyboard_reaches_everything(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.tagName"))
    assert {"A", "BUTTON"} <= reached
