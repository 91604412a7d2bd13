"""The pages on a phone in a real Chromium: installed, without a connection, back again, signed out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI, Request, Response
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError
from starlette.middleware.base import RequestResponseEndpoint

from sincerely.app.drafts import sheets
from sincerely.app.processes.exits import note
from sincerely.web.app import Site, create_app

from .axe import violations
from .conftest import NOW
from .live import chromium, served, served_app
from .test_front_door import CHEAP, RIGHT, Clock

pytestmark = pytest.mark.slow
DEBRIEF = "/debrief/acme-analyst"
NOTE = "Anything for yourself?"
KEPT = """async (path) => (await Promise.all(["sincerely-forms", "sincerely-pages"].map(
    (cacheName) => caches.match(path, {cacheName})))).some(Boolean)"""
_PATIENCE = 90_000  # ms: other tests run beside it
NAMES = "async () => (await caches.keys()).toSorted().join()"
REACHES = "async () => fetch(`/static/nothing-${Math.random()}`).then(() => true, () => false)"
SENT = "() => !Object.keys(localStorage).some((name) => name.startsWith('sincerely:'))"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def locked(site: Site) -> Site:
    with site.opened() as store:
        store.set_setting("front_door", CHEAP)
    return replace(site, locked=True)


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture
def phone(chrome: Browser, address: str) -> Iterator[BrowserContext]:
    made = held(chrome, address)
    yield made
    made.close()


def held(chrome: Browser, address: str) -> BrowserContext:
    """Return a browser in a hand; patient, for other tests run beside it."""
    expect.set_options(timeout=60_000)
    made = chrome.new_context(
        base_url=address,
        viewport={"width": 390, "height": 844},
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
    )
    made.set_default_timeout(_PATIENCE)
    return made


def until(page: Page, holds: str, given: str = "") -> None:
    """Wait in the page until an asynchronous function holds.

    `Page.wait_for_function` evaluates its text again where it does not hold at once, and the pages forbid that.
    """
    page.evaluate(
        f"""async given => {{
            const ends = performance.now() + {_PATIENCE};
            while (!(await ({holds})(given))) {{
                if (performance.now() > ends) throw new Error("it never held");
                await new Promise(requestAnimationFrame);
            }}
        }}""",
        given,
    )


def opened_on(context: BrowserContext, path: str) -> Page:
    """Open a page, and see that the worker is there and has kept it where it may."""
    page = context.new_page()
    page.goto(path)
    page.evaluate("navigator.serviceWorker.ready")
    until(page, "() => navigator.serviceWorker.controller !== null")
    return page


def keeps(page: Page, path: str) -> None:
    until(page, KEPT, path)


def online(phone: BrowserContext) -> None:
    """Give the connection back, and wait until the worker has it: what is not kept, it fetches."""
    phone.set_offline(False)
    until(phone.pages[-1], REACHES)


def chosen(context: BrowserContext) -> Page:
    """Choose to keep pages on this device."""
    page = opened_on(context, "/settings/phone")
    page.get_by_role("button", name="Keep pages on this device").click()
    expect(page.locator("[data-choice-state]")).to_contain_text("Pages that you see are kept on this phone")
    keeps(page, "/")
    return page


def noted(site: Site) -> str:
    with site.opened() as store:
        return sheets.load(store, "debrief:acme-analyst").fields.get("note", "")


def gone_through(page: Page) -> None:
    """See that the device has no words left to send."""
    until(page, SENT)


def sign_in(page: Page) -> None:
    page.get_by_label("Passphrase").fill(RIGHT)
    page.get_by_role("button", name="Sign in").click()


def test_it_can_be_installed(phone: BrowserContext) -> None:
    page = opened_on(phone, "/")
    asked = phone.new_cdp_session(page)
    told: dict[str, Any] = asked.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"].endswith("/manifest.webmanifest")
    problems = [one["errorId"] for one in asked.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    # A context of a test is one in private, where nothing can be installed; it is the only thing in the way.
    assert set(problems) <= {"in-incognito"}
    for icon in page.evaluate("fetch('/manifest.webmanifest').then((answer) => answer.json())")["icons"]:
        size = page.evaluate(
            "async (src) => { const i = new Image(); i.src = src; await i.decode(); return i.naturalWidth; }",
            icon["src"],
        )
        assert icon["sizes"] == "any" or icon["sizes"] == f"{size}x{size}"
    scope = page.evaluate("navigator.serviceWorker.ready.then((found) => [found.scope, found.active.state])")
    assert (scope[0].rpartition(":")[2].partition("/")[2], scope[1]) == ("", "activated")


def test_pages_are_there_without_a_connection_where_that_was_chosen(phone: BrowserContext) -> None:
    page = chosen(phone)
    for path in ("/p/acme-analyst", "/card/acme-analyst"):
        page.goto(path)
        keeps(page, path)
    phone.set_offline(True)
    for path, words in (
        ("/", "Send the writing sample"),
        ("/p/acme-analyst", "The way"),
        ("/card/acme-analyst", "You meet"),
    ):
        page.goto(path)
        expect(page.locator("#main")).to_contain_text(words)
        expect(page.locator("#copy")).to_contain_text("You are offline: this is as of")
        assert violations(page) == []
    page.goto("/questions")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no connection.")
    expect(page.get_by_role("link", name="Acme <Corp>", exact=True)).to_be_visible()
    assert violations(page) == []
    online(phone)
    page.goto("/")
    expect(page.locator("#copy")).to_have_count(0)


def test_nothing_but_the_debrief_is_kept_where_nothing_was_chosen(phone: BrowserContext) -> None:
    page = opened_on(phone, "/")
    page.goto("/p/acme-analyst")
    page.goto("/card/acme-analyst")
    keeps(page, DEBRIEF)
    assert page.evaluate(NAMES) == "sincerely-forms,sincerely-static"
    phone.set_offline(True)
    page.goto("/p/acme-analyst")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no connection.")
    page.get_by_role("link", name="Debrief, Acme <Corp>").click()
    expect(page.get_by_label(NOTE)).to_be_visible()


def test_a_copy_keeps_the_headers_that_protect_it(phone: BrowserContext) -> None:
    page = opened_on(phone, DEBRIEF)
    keeps(page, DEBRIEF)
    phone.set_offline(True)
    answer = page.reload()
    assert answer is not None
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_typed_without_a_connection_and_stored_once(phone: BrowserContext, site: Site) -> None:
    page = opened_on(phone, DEBRIEF)
    keeps(page, DEBRIEF)
    phone.set_offline(True)
    page.reload()
    page.get_by_label(NOTE).fill("They laughed a lot.")
    expect(page.locator("[data-status]")).to_have_text("Kept on this phone, will be sent when you are back.")
    page.get_by_role("button", name="Done").click()
    expect(page.locator("[data-status]")).to_contain_text("press the button again then")
    page.reload()
    expect(page.get_by_label(NOTE)).to_have_value("They laughed a lot.")
    assert noted(site) == ""
    online(phone)
    expect(page.locator("#saved")).to_contain_text("Saved", timeout=30_000)
    assert noted(site) == "They laughed a lot."
    gone_through(page)
    page.get_by_role("button", name="Done").click()
    page.wait_for_url("**/p/acme-analyst")
    with site.opened() as store:
        found = store.process("acme-analyst")
        assert found is not None
        assert sum("laughed" in str(event) for event in found.events) == 1
    gone_through(page)


def test_typed_without_a_connection_and_sent_from_another_page(phone: BrowserContext, site: Site) -> None:
    page = opened_on(phone, DEBRIEF)
    phone.set_offline(True)
    page.get_by_label(NOTE).fill("They laughed a lot.")
    expect(page.locator("[data-status]")).to_contain_text("Kept on this phone")
    page.goto("/")
    expect(page.locator("[data-waiting]")).to_contain_text("They laughed a lot.")
    online(phone)
    page.goto("/")
    gone_through(page)
    assert noted(site) == "They laughed a lot."


def test_two_devices_are_merged(chrome: Browser, address: str, phone: BrowserContext, site: Site) -> None:
    page = opened_on(phone, DEBRIEF)
    topic = page.get_by_label("What did", exact=False).first
    phone.set_offline(True)
    page.get_by_label(NOTE).fill("From the phone.")
    topic.fill("The budget.")
    expect(page.locator("[data-status]")).to_contain_text("Kept on this phone")
    desk = chrome.new_context(base_url=address)
    other = desk.new_page()
    other.goto(DEBRIEF)
    other.get_by_label(NOTE).fill("From the desk.")
    expect(other.locator("#saved")).to_contain_text("Saved", timeout=30_000)
    desk.close()
    page.goto("/")
    online(phone)
    page.goto("/")
    expect(page.locator("#unsent")).to_contain_text("choose, and nothing is lost")
    with site.opened() as store:
        fields = sheets.load(store, "debrief:acme-analyst").fields
    assert (fields["note"], "The budget." in fields.values()) == ("From the desk.", True)
    page.get_by_role("link", name="Open the debrief").click()
    expect(page.locator(".clash")).to_contain_text("From the desk.")
    expect(page.get_by_label(NOTE)).to_have_value("From the phone.")
    page.get_by_role("button", name="Keep both").click()
    expect(page.locator(".clash")).to_have_count(0)
    gone_through(page)
    assert noted(site) == "From the desk.\nFrom the phone."


def test_another_run_of_the_server_takes_what_was_typed_before(chrome: Browser, site: Site) -> None:
    """Its tokens are others: nobody has to load the page again, nor to put anything back."""
    with ExitStack() as first:
        address = first.enter_context(served(site))
        phone = held(chrome, address)
        page = opened_on(phone, DEBRIEF)
        keeps(page, DEBRIEF)
        first.close()
        page.goto(DEBRIEF)
        expect(page.locator("#copy")).to_contain_text("this is as of")
        page.get_by_label(NOTE).fill("Words in a tram.")
        expect(page.locator("[data-status]")).to_contain_text("Kept on this phone", timeout=30_000)
    with served(site, int(address.rpartition(":")[2])):
        expect(page.locator("#saved")).to_contain_text("Saved", timeout=60_000)
        assert noted(site) == "Words in a tram."
        gone_through(page)
        phone.close()


def test_what_was_typed_outlasts_a_session(chrome: Browser, locked: Site) -> None:
    with ExitStack() as first:
        address = first.enter_context(served(locked))
        phone = held(chrome, address)
        page = phone.new_page()
        page.goto(DEBRIEF)
        sign_in(page)
        page.wait_for_url(f"**{DEBRIEF}")
        page.evaluate("navigator.serviceWorker.ready")
        chosen(phone).close()
        keeps(page, DEBRIEF)
        phone.set_offline(True)
        page.get_by_label(NOTE).fill("They laughed a lot.")
        expect(page.locator("[data-status]")).to_contain_text("Kept on this phone")
    # Its sessions end with a server.
    with served(locked, int(address.rpartition(":")[2])):
        online(phone)
        expect(page.locator("[data-status]")).to_contain_text("You are signed out.", timeout=30_000)
        page.get_by_role("link", name="Sign in").click()
        expect(page.locator("[data-unsent]")).to_contain_text("They are sent when you have signed in.")
        until(page, "async () => !(await caches.has('sincerely-forms'))")
        # What was kept is gone; that it was chosen is not.
        until(page, "async () => !(await (await caches.open('sincerely-pages')).keys()).length")
        sign_in(page)
        page.wait_for_url(f"**{DEBRIEF}")
        expect(page.get_by_label(NOTE)).to_have_value("They laughed a lot.")
        gone_through(page)
        assert noted(locked) == "They laughed a lot."
        phone.close()


def test_signing_out_takes_everything_away(chrome: Browser, locked: Site) -> None:
    with served(locked) as address:
        phone = held(chrome, address)
        page = phone.new_page()
        page.goto("/")
        sign_in(page)
        page.wait_for_url("**/")
        page.close()
        page = chosen(phone)
        page.goto(DEBRIEF)
        keeps(page, DEBRIEF)
        page.goto("/settings/phone")
        page.get_by_role("link", name="Sign out on this device").click()
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in")
        until(page, "async () => !/forms|pages/.test((await caches.keys()).join())")
        assert page.evaluate("localStorage.length") == 0
        phone.set_offline(True)
        for path in ("/", DEBRIEF):
            refused(phone.new_page(), path)
        phone.close()


def refused(page: Page, path: str) -> None:
    """See that nothing of ours is shown: an error of the browser's, or the page that says there is no connection."""
    with suppress(PlaywrightError):
        page.goto(path)
    shown = page.locator("body").inner_text()
    assert "Acme" not in shown
    assert "ERR_INTERNET_DISCONNECTED" in shown or "There is no connection." in shown


def test_the_debrief_is_taken_along_before_the_interview(chrome: Browser, site: Site) -> None:
    """It comes with the card; what is typed is sent when the interview has been."""
    clock = Clock()
    with site.opened() as store:
        header = store.processes(["globex-lead"])[0].header
        note(store, header, 'scheduled petra@globex.example start="2026-03-06 09:00" end="2026-03-06 10:00"', NOW)
    with served(replace(site, clock=clock)) as address:
        phone = held(chrome, address)
        page = opened_on(phone, "/card/globex-lead")
        page.clock.set_fixed_time(NOW)
        keeps(page, "/debrief/globex-lead")
        phone.set_offline(True)
        page.goto("/debrief/globex-lead")
        page.get_by_label(NOTE).fill("The train was late.")
        expect(page.locator("[data-status]")).to_contain_text("will be sent after the interview")
        online(phone)
        page.goto("/processes")
        expect(page.locator("#unsent")).to_contain_text("will be sent after the interview")
        clock.go(hours=24)
        page.clock.set_fixed_time(clock.now)
        page.goto("/processes")
        gone_through(page)
        phone.close()
    with site.opened() as store:
        assert sheets.load(store, "debrief:globex-lead").fields["note"] == "The train was late."


def test_the_worker_asks_for_nothing_that_it_does_not_keep(chrome: Browser, site: Site) -> None:
    """A page that nobody looks at took the toast from the one that somebody waited for."""
    asked: list[str] = []

    def counting(host: str) -> FastAPI:
        app = create_app(replace(site, hosts=(host,)))

        @app.middleware("http")
        async def count(request: Request, answer: RequestResponseEndpoint) -> Response:
            asked.append(request.url.path)
            return await answer(request)

        return app

    with served_app(counting) as address:
        phone = held(chrome, address)
        page = opened_on(phone, "/settings/policy")
        # When this is kept, what the page before wanted to be taken along was asked for.
        page.goto(DEBRIEF)
        page.reload()
        keeps(page, DEBRIEF)
        phone.close()
    assert asked.count("/settings/policy") == 1
