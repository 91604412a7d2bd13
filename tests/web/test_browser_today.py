"""Today in a real Chromium, with scripts: lines vanish without a page load, and the keys do everything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sincerely.web.app import Site

from .axe import violations
from .live import chromium, served

pytestmark = pytest.mark.slow
STAYED = "window.stayed === true"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=[390, 1440])
def page(request: pytest.FixtureRequest, chrome: Browser, site: Site) -> Iterator[Page]:
    with served(site) as address:
        context = chrome.new_context(base_url=address, viewport={"width": request.param, "height": 850})
        page = context.new_page()
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto("/")
        page.evaluate("window.stayed = true")
        yield page
        assert problems == []
        context.close()


def test_a_line_is_settled_and_undone_without_a_page_load(page: Page) -> None:
    line = page.locator("li.finding", has_text="Send the writing sample")
    line.get_by_role("link", name="Settle it otherwise").click()
    assert violations(page) == []
    menu = page.locator("#exits")
    menu.get_by_role("button", name="Done elsewhere").click()
    expect(line).to_have_count(0)
    expect(menu).to_be_hidden()
    toast = page.get_by_role("status")
    expect(toast).to_contain_text("done elsewhere")
    assert violations(page) == []
    toast.get_by_role("button", name="Undo").click()
    expect(line).to_have_count(1)
    expect(toast).to_contain_text("Taken back")
    line.get_by_role("link", name="Settle it otherwise").click()
    menu.get_by_role("button", name="Remind me").click()
    expect(line).to_have_count(0)
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_role("heading", name="Is that so?")).to_have_count(0)
    assert page.evaluate(STAYED)


def test_the_keys_do_everything(page: Page) -> None:
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("?")
    expect(keys).to_be_hidden()
    lines = page.locator("[data-item]")
    before = lines.count()
    page.keyboard.press("j")
    expect(lines.first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(lines.first).to_be_focused()
    page.keyboard.press("j")
    second = lines.nth(1)
    expect(second).to_be_focused()
    name = second.get_attribute("id")
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    expect(page.locator(f"#{name}")).to_have_count(0)
    page.keyboard.press("z")
    expect(lines).to_have_count(before)
    assert page.evaluate(STAYED)
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/processes")
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/e/acme-analyst/*")
