"""Processes, search and the forms in a real Chromium: by keyboard, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sincerely.web.app import Site

from .axe import violations
from .live import chromium, served

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=[(390, True), (1440, True), (390, False)], ids=["phone", "desk", "no-scripts"])
def page(request: pytest.FixtureRequest, chrome: Browser, site: Site) -> Iterator[Page]:
    width, scripts = request.param
    with served(site) as address:
        context = chrome.new_context(
            base_url=address, viewport={"width": width, "height": 850}, java_script_enabled=scripts
        )
        yield context.new_page()
        context.close()


def test_from_a_call_to_the_way_and_back(page: Page) -> None:
    page.goto("/p/acme-analyst")
    page.get_by_role("link", name="Add an event").click()
    page.get_by_label("What happened").select_option("promised")
    page.get_by_label("By which day").fill("2026-03-20")
    page.get_by_role("textbox", name="In which words").fill("We need one week more.")
    page.get_by_role("button", name="Add it").click()
    step = page.locator("li.step", has_text="We need one week more.")
    expect(step).to_contain_text("by Fri 20 March")
    step.get_by_role("button", name="Correct").click()
    page.get_by_role("button", name="That is wrong").locator("visible=true").click()
    expect(step.locator(".struck")).to_have_count(1)
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(step.locator(".struck")).to_have_count(0)


def test_search_finds_and_opens(page: Page) -> None:
    page.goto("/search")
    page.get_by_role("searchbox").fill("end of next week")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="by the end of next week").click()
    page.wait_for_url("**/e/acme-analyst/*")
    expect(page.locator("mark")).to_have_text("by the end of next week")


def test_merged_and_split_by_hand(page: Page) -> None:
    page.goto("/p/globex-lead")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("link", name="Merge with another process").click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Acme <Corp>")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("link", name="Split some events off").click()
    page.get_by_role("checkbox", name="Interview with petra@globex.example").check()
    page.get_by_label("Employer of the new one").fill("Globex & Co")
    page.get_by_role("button", name="Split them off").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Globex & Co")


def test_the_keys_walk_lists_boards_and_ways(chrome: Browser, site: Site) -> None:
    with served(site) as address:
        context = chrome.new_context(base_url=address, viewport={"width": 1440, "height": 850})
        page = context.new_page()
        page.goto("/processes?view=board")
        page.keyboard.press("/")
        page.keyboard.type("glob")
        expect(page.locator("[data-item]")).to_have_count(1)
        page.wait_for_url("**/processes?q=glob&view=board")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/p/globex-lead")
        page.keyboard.press("j")
        page.keyboard.press("e")
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.keyboard.press("g")
        page.keyboard.press("s")
        page.wait_for_url("**/search")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("petra")
        expect(page.locator("#found mark").first).to_have_text("petra")
        context.close()
