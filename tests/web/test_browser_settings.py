"""The first run and the settings in a real Chromium: as they look, by keyboard, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.accounts.authorization_server import CLIENT, AuthorizationServer

from sincerely.app import wiring
from sincerely.app.background.background_jobs import PROBLEMS
from sincerely.app.connections import unlocking
from sincerely.app.connections.not_let_in import remember
from sincerely.app.mail_in.reading_in import Reading, _write
from sincerely.app.wiring import opened
from sincerely.core.account import Account, Server
from sincerely.sources.base import SignInRefused
from sincerely.web.app import Site

from .axe import violations
from .conftest import NOW
from .live import chromium, served
from .looking import Scheme, faults
from .test_settings_pages import PAGES
from .test_start_page import RECEIPT

pytestmark = pytest.mark.slow
ME, OTHER, NEW = "robin@mail.example", "robin@firm.example", "robin@new.example"
WORDS = "four words are best"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def address(site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("SINCERELY_HOME", str(folder))
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    monkeypatch.setattr(unlocking, "_said", [])
    wiring._secrets_in.cache_clear()
    with served(replace(site, folder=folder)) as found:
        yield found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_loads_nothing_from_elsewhere_and_is_accessible(
    chrome: Browser, address: str, folder: Path, scheme: Scheme
) -> None:
    server = Server("imap.mail.example", 993)
    with opened(folder) as store:
        store.save_account(Account(address="robin@mail.example", imap=server, smtp=server), NOW)
        done = Reading(
            what="takeout.zip", began=NOW, changed=NOW, state="done", notes=("x.jpg: is no mail; bring one",)
        )
        _write(store, done)
    assert faults(chrome, address, scheme, PAGES) == []
    with opened(folder) as store:
        _write(store, replace(done, state="failed", why="takeout.zip: is damaged; download it again"))
    assert faults(chrome, address, scheme, ("/start",)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_one_signs_in_anew_or_unlocks_everything_fits_and_is_accessible(
    chrome: Browser, address: str, folder: Path, scheme: Scheme, provider: AuthorizationServer
) -> None:
    locked_out(folder)
    again = "/settings/accounts/again?address="
    paths = ("/settings/accounts", f"{again}{ME}", f"{again}{OTHER}", "/settings/unlock", "/outgoing", "/")
    assert faults(chrome, address, scheme, paths) == []
    context = chrome.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"/settings/accounts/new?address={NEW}")
    page.get_by_text("My provider wants OAuth").click()
    page.get_by_label("Provider", exact=True).select_option("tests")
    page.get_by_label("Your client id").fill(CLIENT)
    page.locator("#oauth-imap").fill("imap.mail.example:993")
    page.get_by_role("button", name="Go on to the provider's page").click()
    assert looked_at(page) == []
    expect(page.get_by_role("link", name="Open the page of 127.0.0.1")).to_have_attribute("target", "_blank")
    page.goto(f"{again}{OTHER}")
    page.get_by_label("Passphrase of your secrets").fill(WORDS)
    page.get_by_role("button", name="Go on to the provider’s page").click()
    assert looked_at(page) == []
    context.close()


def looked_at(page: Page) -> list[str]:
    """Return what is wrong with a page that a form led to, on a desk and on a phone."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in at 127.0.0.1")
    wrong = []
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 844})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"it is wider than {width}")
        wrong += violations(page)
    return wrong


def locked_out(folder: Path) -> None:
    """Two mailboxes, one of which was not let in; the secrets are sealed, and the program was started anew."""
    unlocking.unlock(wiring.open_secrets(), WORDS)
    wiring.open_secrets().put(f"password:{ME}", "invented")
    server = Server("imap.mail.example", 993)
    refused = SignInRefused(ME, "the server refuses this name and password", "check both")
    with opened(folder) as store:
        store.save_account(Account(address=ME, imap=server, smtp=replace(server, port=465)), NOW)
        oauth = Account(address=OTHER, imap=server, auth="oauth", oauth="tests", client_id=CLIENT)
        store.save_account(oauth, NOW)
        remember(store, f"imap:{ME}", refused)
        store.set_setting(PROBLEMS, [f"Reading: {refused}", "Calendar: a passphrase is needed"])
    unlocking._said.clear()
    wiring._secrets_in.cache_clear()


@pytest.fixture
def provider(folder: Path) -> Iterator[AuthorizationServer]:
    with AuthorizationServer() as running:
        (folder / "oauth.toml").write_text(running.toml)
        yield running


def test_by_keyboard_alone_the_passwords_are_unlocked_where_one_is(page: Page, folder: Path) -> None:
    locked_out(folder)
    page.goto("/outgoing")
    page.get_by_label("Passphrase of your secrets").focus()
    page.keyboard.type("wrong words")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("that is not its passphrase")
    page.get_by_label("Passphrase of your secrets").focus()
    page.keyboard.type(WORDS)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Outgoing")
    expect(page.locator(".toast")).to_contain_text("unlocked until Sincerely stops")
    expect(page.get_by_text("Your passwords are locked")).to_have_count(0)


@pytest.fixture
def plain(chrome: Browser, address: str) -> Iterator[Page]:
    context = chrome.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(params=[390, 1440])
def page(request: pytest.FixtureRequest, chrome: Browser, address: str) -> Iterator[Page]:
    context = chrome.new_context(base_url=address, viewport={"width": request.param, "height": 850})
    found = context.new_page()
    yield found
    context.close()


def test_without_scripts_a_mailbox_is_brought_and_its_progress_seen(plain: Page, tmp_path: Path) -> None:
    (tmp_path / "inbox.mbox").write_text(RECEIPT.replace("Acme", "Initech").replace("acme", "initech"))
    plain.goto("/start")
    plain.get_by_label("Files").set_input_files(tmp_path / "inbox.mbox")
    plain.get_by_role("button", name="Read it").first.click()
    while plain.get_by_role("link", name="Look again").count():
        plain.get_by_role("link", name="Look again").click()
    expect(plain.get_by_role("heading", name="inbox.mbox was read")).to_be_visible()
    plain.goto("/processes")
    expect(plain.get_by_text("Initech").first).to_be_visible()


def test_without_scripts_a_value_is_changed_and_taken_back(plain: Page) -> None:
    plain.goto("/settings/policy")
    plain.get_by_role("link", name="Change: First check-in: 2 business days after the date that they named").click()
    plain.get_by_label("how many").fill("4")
    plain.get_by_role("button", name="Keep").click()
    expect(plain.get_by_text("4 business days after the date that they named")).to_be_visible()
    plain.get_by_role("button", name="Undo").click()
    expect(plain.get_by_text("2 business days after the date that they named")).to_be_visible()


def test_a_dropped_file_is_read_while_one_looks_on(page: Page) -> None:
    page.goto("/start")
    page.evaluate(
        """text => {
            const dropped = new DataTransfer();
            dropped.items.add(new File([text], "dropped.mbox"));
            const form = document.querySelector("[data-drop]");
            form.dispatchEvent(new DragEvent("dragover", {dataTransfer: dropped, bubbles: true, cancelable: true}));
            form.dispatchEvent(new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true}));
        }""",
        RECEIPT.replace("Acme", "Initech").replace("acme", "initech"),
    )
    assert page.locator("#files").evaluate("input => input.files[0].name") == "dropped.mbox"
    page.get_by_role("button", name="Read it").first.click()
    expect(page.get_by_role("heading", name="dropped.mbox was read")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="See Today").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("March")


def test_what_is_not_taken_says_so_where_one_is(page: Page, tmp_path: Path) -> None:
    (tmp_path / "me.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(5000))
    page.goto("/start")
    page.locator("[data-drop]").evaluate("form => { form.dataset.room = 100; }")
    page.get_by_label("Files").set_input_files(tmp_path / "me.jpg")
    page.get_by_role("button", name="Read it").first.click()
    expect(page.get_by_role("alert")).to_contain_text("This does not fit")
    page.locator("[data-drop]").evaluate("form => { form.dataset.room = 1e9; }")
    page.get_by_role("button", name="Read it").first.click()
    expect(page.get_by_role("heading", name="me.jpg could not be read")).to_be_visible(timeout=60_000)
    expect(page.locator("#reading")).to_contain_text("is neither a mailbox, nor a mail, nor a calendar")


def test_with_scripts_nothing_loads_anew_and_undo_is_one_key(page: Page) -> None:
    page.goto("/settings/policy")
    page.evaluate("window.same = true")
    page.get_by_role("radio", name="Strict").check()
    page.get_by_role("button", name="Use this profile").click()
    expect(page.locator(".toast")).to_contain_text("Policy: strict")
    expect(page.get_by_text("5 business days after the date that they named")).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("Taken back")
    expect(page.get_by_role("radio", name="Default")).to_be_checked()
    assert page.evaluate("window.same")


def test_by_keyboard_alone_a_mailbox_is_removed_after_a_question(page: Page, folder: Path) -> None:
    with opened(folder) as store:
        store.save_account(Account(address="robin@mail.example", smtp=Server("smtp.mail.example", 465)), NOW)
    page.goto("/settings/accounts")
    page.get_by_role("button", name="Remove").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Forget robin@mail.example?")).to_be_visible()
    page.get_by_role("button", name="Forget it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("No mailbox is connected.")).to_be_visible()


def test_a_backup_is_downloaded_and_everything_erased(page: Page, folder: Path, tmp_path: Path) -> None:
    page.goto("/settings/data")
    with page.expect_download() as found:
        page.get_by_role("button", name="Download a backup").click()
    found.value.save_as(tmp_path / "backup.db")
    page.get_by_label("Type “erase everything”").fill("erase everything")
    page.get_by_role("button", name="Erase everything for good").click()
    expect(page.get_by_role("heading", name="Everything is erased")).to_be_visible()
    page.goto("/settings/data")
    page.locator("#file").set_input_files(tmp_path / "backup.db")
    page.get_by_role("button", name="Restore it").click()
    expect(page.locator(".toast")).to_contain_text("Restored")
    page.goto("/processes")
    expect(page.get_by_text("Globex").first).to_be_visible()
