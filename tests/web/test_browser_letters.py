"""Debrief, drafts and what is on its way in a real Chromium: looked at, typed into, cut off from the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests.outbox.server import Server

from sincerely.app.drafts import composing
from sincerely.app.drafts.drafting import Wish as Asked
from sincerely.app.drafts.editing import save
from sincerely.app.drafts.starting import start
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.core.outbound import Step
from sincerely.web.app import Site

from .live import chromium, served
from .looking import Scheme, faults, faults_now
from .test_draft_pages import DANA, Clock, clock, site
from .test_send_pages import server

__all__ = ["clock", "server", "site"]

pytestmark = pytest.mark.slow
PHONE = 390
PATHS = (
    "/debrief/acme",
    "/debrief/globex",
    "/drafts",
    "/draft/THX001?process=acme",
    "/draft/WAIT004?process=globex",
    "/drafts/d1?check=1",
    "/drafts/d1/versions",
    "/drafts/d1/send",
    "/drafts/d2",
    "/drafts/d3",
    "/outgoing",
)


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=[PHONE, 1440], ids=["phone", "desk"])
def view(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A phone that is touched, or a desk."""
    return {
        "viewport": {"width": request.param, "height": 844},
        "has_touch": request.param == PHONE,
        "reduced_motion": "reduce",
    }


@pytest.fixture
def context(chrome: Browser, site: Site, view: dict[str, Any]) -> Iterator[BrowserContext]:
    with served(site) as address:
        made = chrome.new_context(base_url=address, **view)
        yield made
        made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def touched(page: Page) -> bool:
    size = page.viewport_size
    return size is not None and size["width"] == PHONE


def press(button: Locator) -> None:
    """Press as people do there, with a finger or a mouse."""
    button.tap() if touched(button.page) else button.click()


def begun(site: Site) -> None:
    with site.opened() as store:
        start(store, "acme", "THX001", Asked(DANA), site.clock())


def all_kinds(site: Site) -> None:
    """A draft with something against it, one that is held, one in doubt."""
    begun(site)
    now = site.clock()
    with site.opened() as store:
        found = composing.desk(store, "d1")
        bad = {**found.fields, "body": f"{found.fields['body']}\n\nSee you then, [Name]. I led 450 people at Globex."}
        save(store, found.written, composing.text_of(bad, found.written.text), now)
        for process, code, said in (("acme", "WAIT003", ""), ("globex", "WAIT004", "Tuesday at 10 suits me well.")):
            draft = start(store, process, code, Asked(said=said), now).drafts[0]
            assert approve_draft(store, draft.name, Wish(), now.astimezone).approved
        old = store.outgoing(2)
        assert old is not None
        claimed = old.after(Step.CLAIM, now)
        assert store.step(old, claimed)
        assert store.step(claimed, claimed.after(Step.LOSE, now, why="Whether the server took it, nobody knows."))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_hinders_nobody(chrome: Browser, site: Site, scheme: Scheme) -> None:
    all_kinds(site)
    with served(site) as address:
        assert faults(chrome, address, scheme, PATHS) == []


def test_the_gate_underlines_what_it_finds_while_one_types(page: Page, site: Site) -> None:
    begun(site)
    page.goto("/drafts/d1")
    expect(page.locator("#beside .verdict b")).to_have_text("Nothing is in the way.", timeout=30_000)
    letter = page.get_by_label("The letter", exact=True)
    text = letter.input_value()
    letter.fill(text.replace("\n\nKind regards", " I look forward to it, [Name].\n\nKind regards"))
    expect(page.locator("#beside .verdict b")).to_have_text("Not like this.", timeout=30_000)
    expect(page.locator("[data-under] mark.is-late").first).to_have_text("[Name]")
    letter.press("Control+Home")
    letter.press("Enter")  # the underline stays with its words
    expect(page.locator("[data-under] mark.is-late").first).to_have_text("[Name]")
    expect(page.locator("#saved")).to_contain_text("Saved")
    assert faults_now(page) == []
    ground = page.locator("#beside .ground", has_text="every number has an owner").first.locator(".sentence")
    if touched(page):
        # What is said of the letter lies below it there: a chip leads to it.
        page.locator("#saved a.chip").tap()
        expect(page.locator("#beside .verdict")).to_be_in_viewport()
        ground.tap()
    else:
        ground.hover()
    expect(page.locator("[data-under] mark.is-here")).to_contain_text("every number has an owner")
    press(page.get_by_role("button", name="Take that sentence out").first)
    expect(page.locator("#beside .verdict b")).not_to_have_text("Not like this.", timeout=30_000)
    assert "[Name]" not in page.get_by_label("The letter", exact=True).input_value()


def test_by_keys_to_the_last_look_and_approved(page: Page, site: Site) -> None:
    begun(site)
    page.goto("/drafts/d1")
    page.get_by_label("The letter", exact=True).press("Control+Enter")
    page.wait_for_url("**/drafts/d1/send")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/drafts/d1")
    expect(page.locator(".fate")).to_contain_text("Approved")
    expect(page.get_by_role("link", name="Open in my mail program")).to_have_attribute("href", re.compile("^mailto:"))


def test_undone_while_the_seconds_count_down_and_sent_when_they_are_over(
    context: BrowserContext, site: Site, server: Server, clock: Clock
) -> None:
    begun(site)
    page = context.new_page()
    page.clock.install()
    page.goto("/drafts/d1/send")
    press(page.get_by_role("button", name="Send it", exact=True))
    # The page's clock goes on by itself too: on a busy machine a few seconds more have passed.
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^(30|2\d)$"))
    page.clock.fast_forward(12_000)
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^(1[0-8]|\d)$"))
    press(page.get_by_role("button", name="Undo"))
    expect(page.locator("#toasts")).to_contain_text("Nothing goes out")
    page.goto("/drafts/d1/send")
    press(page.get_by_role("button", name="Send it", exact=True))
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^(30|2\d)$"))
    clock.now += timedelta(seconds=31)
    page.clock.fast_forward(31_000)
    expect(page.locator(".fate")).to_contain_text("Sent", timeout=30_000)
    assert len(server.taken) == 1


def test_what_the_editor_offers_besides_is_within_reach(page: Page, site: Site) -> None:
    begun(site)
    page.goto("/drafts/d1")
    expect(page.locator("#beside .verdict b")).to_be_visible(timeout=30_000)
    letter = page.get_by_label("The letter", exact=True)
    first = letter.input_value()
    letter.fill(f"{first}\n\nSee you, [Name].")
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=30_000)
    press(page.get_by_role("button", name="More"))
    expect(page.locator("#more")).to_be_in_viewport(ratio=1)
    assert faults_now(page) == []
    press(page.get_by_role("button", name="Keep as a version"))
    expect(page.locator("#toasts")).to_contain_text("Kept as version 2", timeout=30_000)
    press(page.get_by_role("button", name="More"))
    press(page.get_by_role("link", name="Versions (2)"))
    page.wait_for_url("**/versions")
    press(page.get_by_role("link", name="Version 1"))
    press(page.get_by_role("button", name="Take version 1 back"))
    expect(page.get_by_label("The letter", exact=True)).to_have_value(first)
    said, onward = page.locator(".toast").bounding_box(), page.get_by_role("button", name="Last look").bounding_box()
    assert said is not None
    assert onward is not None
    assert said["y"] + said["height"] <= onward["y"], "what was done is said over the button by which one goes on"
    page.get_by_label("The letter", exact=True).fill(f"{first}\n\nSee you, [Name].")
    expect(page.locator("#beside .verdict b")).to_have_text("Not like this.", timeout=30_000)
    press(page.get_by_role("button", name="Last look"))
    page.wait_for_url("**/send")
    press(page.locator("summary", has_text="Send it all the same").first)
    page.get_by_label("Why? It is kept with this text").fill("They call themselves that.")
    assert faults_now(page) == []
    press(page.get_by_role("button", name="Overrule"))
    expect(page.locator(".fate")).to_contain_text("Approved")


def test_two_windows_write_one_draft_and_lose_nothing(context: BrowserContext, site: Site) -> None:
    begun(site)
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto("/drafts/d1")
        expect(page.locator("#beside .verdict b")).to_be_visible(timeout=30_000)
    one.get_by_label("The letter", exact=True).fill("From the one window.")
    expect(one.locator("#saved")).to_contain_text("Saved", timeout=30_000)
    other.get_by_label("The letter", exact=True).fill("From the other window.")
    expect(other.locator(".clash")).to_contain_text("From the one window.", timeout=30_000)
    expect(other.locator("#saved")).to_contain_text("Not all is saved")
    assert other.get_by_label("The letter", exact=True).input_value() == "From the other window."
    assert faults_now(other) == []
    press(other.get_by_role("button", name="Keep both"))
    expect(other.locator(".clash")).to_have_count(0, timeout=30_000)
    both = "From the one window.\nFrom the other window."
    expect(other.get_by_label("The letter", exact=True)).to_have_value(both)
    with site.opened() as store:
        assert composing.desk(store, "d1").fields["body"] == both


def test_typed_while_the_server_is_gone_and_had_back(chrome: Browser, site: Site, view: dict[str, Any]) -> None:
    """The server ends, and another begins: its forms are others, and what was typed is offered there."""
    begun(site)
    with ExitStack() as first:
        address = first.enter_context(served(site))
        context = chrome.new_context(base_url=address, **view)
        page = context.new_page()
        page.goto("/drafts/d1")
        page.wait_for_load_state("networkidle")
        first.close()
        page.get_by_label("The letter", exact=True).fill("Words in a tram.")
        expect(page.locator("[data-status]")).to_contain_text("Your words are kept in this browser", timeout=30_000)
    with served(site, int(address.rpartition(":")[2])):
        page.reload()
        expect(page.locator("[data-kept]")).to_be_visible()
        assert faults_now(page) == []
        press(page.get_by_role("button", name="Put them back"))
        expect(page.get_by_label("The letter", exact=True)).to_have_value("Words in a tram.")
        expect(page.locator("#saved")).to_contain_text("Saved", timeout=30_000)
        page.reload()
        expect(page.locator("[data-kept]")).to_be_hidden()
        expect(page.get_by_label("The letter", exact=True)).to_have_value("Words in a tram.")
        context.close()


def test_the_debrief_on_a_phone_saves_itself(chrome: Browser, site: Site) -> None:
    with served(site) as address:
        context = chrome.new_context(base_url=address, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        page = context.new_page()
        page.goto("/debrief/globex")
        page.get_by_label("By when did they say that they would decide?").fill("by the end of next week")
        expect(page.locator("#day")).to_contain_text("Friday 13 March", timeout=30_000)
        page.get_by_label("Whom should you write to, if they said so?").fill("hr@globex.example")
        expect(page.locator("#saved")).to_contain_text("Saved")
        page.reload()
        expect(page.get_by_label("Whom should you write to, if they said so?")).to_have_value("hr@globex.example")
        page.get_by_label("Anything for yourself?").fill("They laughed a lot.")
        page.get_by_role("button", name="Done").click()
        page.wait_for_url("**/p/globex")
        expect(page.locator("#toasts")).to_contain_text("notes on the interview")
        context.close()


def test_without_scripts_it_is_written_read_and_approved(chrome: Browser, site: Site, view: dict[str, Any]) -> None:
    begun(site)
    with served(site) as address:
        context = chrome.new_context(base_url=address, java_script_enabled=False, **view)
        page = context.new_page()
        page.goto("/debrief/acme")
        page.get_by_label("Anything for yourself?").fill("A good day.")
        page.get_by_role("button", name="Save, go on later").click()
        expect(page.get_by_label("Anything for yourself?")).to_have_value("A good day.")
        page.goto("/drafts/d1")
        page.get_by_label("The letter", exact=True).fill("Dear Dana,\n\nSee you, [Name].\n\nRobin")
        page.get_by_role("button", name="Read it now").click()
        expect(page.locator("#beside")).to_contain_text("Not like this.")
        page.get_by_role("button", name="Take that sentence out").first.click()
        page.get_by_role("button", name="Last look").click()
        page.get_by_role("button", name="Approve it").click()
        expect(page.locator(".fate")).to_contain_text("Approved")
        page.get_by_role("button", name="I have sent it").click()
        expect(page.locator(".fate")).to_contain_text("Sent")
        context.close()
