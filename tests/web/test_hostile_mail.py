"""Seventy-seven hostile mails, shown in a real Chromium: nothing runs, nothing loads, nothing goes anywhere.

Every host under .example leads to a server of the test's own, which must see no connection. That the mails are hostile
is shown too: without our care most of them run a script, or load something.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page
from tests.stored_mail import keep

from sincerely.app.mail_in.evidence import Evidence
from sincerely.app.wiring import opened
from sincerely.core.events import Heard
from sincerely.core.header import Header
from sincerely.reading.letters.mime import markup
from sincerely.reading.letters.safe_html import safe
from sincerely.store.base import Change
from sincerely.web.app import Site
from sincerely.web.letter import letter_page

from .conftest import NOW
from .listener import Listener
from .live import chromium, served, served_app

pytestmark = pytest.mark.slow
MAILS = Path(__file__).with_name("hostile")
FILES = sorted(MAILS.glob("*.eml"))
HEADER = Header(id="hostile", employer="Acme Corp", role="Data analyst", zone="America/New_York")


# So many tabs stay open: what a page does after a while, it does while the next ones are looked at.
_OPEN = 5


_KEPT_BACK = "kept back by the policy alone"


@dataclass
class Watch:
    """A tab, and what the page in it did that it should not have done."""

    page: Page
    name: str = ""
    url: str = ""
    bad: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("dialog", self._dialog)
        self.page.on("popup", lambda page: self.bad.append(f"popup: {page.url}"))
        self.page.on("download", lambda download: self.bad.append(f"download: {download.url}"))
        self.page.on("console", lambda message: self._console(message.text))

    def _dialog(self, dialog: Dialog) -> None:
        self.bad.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, text: str) -> None:
        if "Content Security Policy" in text or "sandboxed" in text:
            self.bad.append(f"{_KEPT_BACK}: {text}")

    def open(self, name: str, url: str) -> Watch:
        """Open the page; where it leads elsewhere meanwhile, it is found out later."""
        self.name, self.url, self.bad = name, url, []
        try:
            self.page.goto(url, wait_until="load")
        except Error as error:
            self.bad.append(f"was not to be opened: {error.message}")
        return self

    def did(self) -> list[str]:
        """Return what the page did until now."""
        try:
            if self.page.evaluate("window.ran"):
                self.bad.append("ran")
        except Error as error:
            self.bad.append(f"was leaving: {error.message}")
        if self.page.url != self.url:
            self.bad.append(f"went to {self.page.url}")
        return self.bad


def look(context: BrowserContext, urls: Mapping[str, str]) -> dict[str, list[str]]:
    """Open pages and return what some of them did, by their names.

    A tab costs five times what a page in it does: where nothing was done, the tab is used for another page.
    """
    found: dict[str, list[str]] = {}
    tabs: deque[Watch] = deque()
    spare: list[Watch] = []
    for name, url in urls.items():
        tabs.append((spare.pop() if spare else Watch(context.new_page())).open(name, url))
        if len(tabs) > _OPEN:
            watch = tabs.popleft()
            found[watch.name] = watch.did()
            if all(one.startswith(_KEPT_BACK) for one in watch.bad):
                spare.append(watch)
            else:
                watch.page.close()
    found |= {watch.name: watch.did() for watch in tabs}
    for watch in (*tabs, *spare):
        watch.page.close()
    return {name: bad for name, bad in found.items() if bad}


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with Listener() as found:
        yield found


@pytest.fixture(scope="module")
def chrome(listener: Listener) -> Iterator[Browser]:
    with chromium(f"--host-resolver-rules=MAP *.example 127.0.0.1:{listener.port}") as browser:
        yield browser


@pytest.fixture
def context(chrome: Browser, listener: Listener) -> Iterator[BrowserContext]:
    listener.seen.clear()
    found = chrome.new_context()
    yield found
    found.close()


@pytest.fixture
def shown(folder: Path) -> dict[str, str]:
    """The ids of the events that name the mails as their source, by the files' names."""
    with opened(folder) as store:
        store.add([Change(HEADER, [])], NOW)
        names = keep(store, MAILS, HEADER.id)
        quotes = [" ".join(markup(file.read_bytes()).split())[:200] for file in FILES]
        events = [
            Heard(at=NOW - timedelta(hours=n + 1), who=("dana@acme.example",), source=name, quote=words, asks=True)
            for n, (name, words) in enumerate(zip(names, quotes, strict=True))
        ]
        store.add([Change(HEADER, events)], NOW)
    return {file.stem: event.id for file, event in zip(FILES, events, strict=True)}


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 60


def raw(shown: Callable[[str], HTMLResponse]) -> FastAPI:
    """Serve every mail's HTML as it was sent, on pages that somebody else makes of it."""
    app = FastAPI()

    @app.get("/{name}")
    def page(name: str) -> HTMLResponse:
        return shown(markup((MAILS / name).with_suffix(".eml").read_bytes()))

    return app


def test_they_are_hostile(context: BrowserContext, listener: Listener) -> None:
    """Without our care they bite: otherwise the tests below would prove nothing."""
    biting = set()
    with served_app(raw(lambda html: HTMLResponse(f"<!doctype html><body>{html}"))) as address:
        for file in FILES:
            before = len(listener.seen)
            if look(context, {file.stem: f"{address}/{file.stem}"}) or len(listener.seen) > before:
                biting.add(file.stem)
    assert len(biting) >= 60, sorted({file.stem for file in FILES} - biting)


def test_as_text_nothing_runs_or_loads(
    site: Site, shown: Mapping[str, str], context: BrowserContext, listener: Listener
) -> None:
    with served(site) as address:
        bad = look(context, {name: f"{address}/e/hostile/{event}" for name, event in shown.items()})
    assert bad == {}
    assert listener.seen == []


def test_their_words_do_nothing_on_other_pages(
    site: Site, shown: Mapping[str, str], context: BrowserContext, listener: Listener
) -> None:
    assert shown
    with served(site) as address:
        bad = look(context, {path: address + path for path in ("/", "/processes", "/p/hostile", "/questions")})
    assert bad == {}
    assert listener.seen == []


def test_as_they_were_formatted_nothing_runs_or_loads(
    site: Site, shown: Mapping[str, str], context: BrowserContext, listener: Listener
) -> None:
    """The cleaning alone is enough: the page's policy had nothing to keep back."""
    with served(site) as address:
        letters = {name: f"{address}/letter/hostile/{event}" for name, event in shown.items()}
        answers = {name: context.request.get(url) for name, url in letters.items()}
        there = {name: url for name, url in letters.items() if answers[name].status == 200}
        assert len(there) >= 70, sorted(letters.keys() - there.keys())
        assert look(context, there) == {}
    assert listener.seen == []
    for name in there:
        body = answers[name].text().partition("<article>")[2]
        assert body.count("</article>") == 1, name
        assert not re.search(r"<(?!/?(?:article|html|body)>)(?:script|style|img|svg|math|iframe|form|input|link|meta|base|object|embed)|\son\w+=", body), name  # fmt: skip


def test_the_policy_alone_would_do(context: BrowserContext, listener: Listener) -> None:
    """Should the cleaning miss something one day: the page that shows it runs nothing, loads nothing and stays."""
    nobody = Evidence("Dana", "Robin", "", "Hello", "", "", "", "")
    with served_app(raw(lambda html: letter_page(nobody, html))) as address:
        # No policy knows of connections made in advance; the cleaning takes them out.
        urls = {file.stem: f"{address}/{file.stem}" for file in FILES if file.stem != "link-preconnect"}
        found = look(context, urls)
    assert [one for bad in found.values() for one in bad if not one.startswith(_KEPT_BACK)] == []
    assert len(found) >= 60  # it had something to keep back
    # Chromium may open a connection in advance; no request goes over it.
    assert [line for line in listener.seen if line != "connected"] == []


def test_a_link_says_where_it_leads_and_opens_when_it_is_clicked(
    site: Site, shown: Mapping[str, str], context: BrowserContext, listener: Listener
) -> None:
    page = context.new_page()
    with served(site) as address:
        page.goto(f"{address}/letter/hostile/{shown['bidi-link']}")
        links = page.locator("article a[href]")
        leads = [links.nth(n).get_attribute("href") for n in range(links.count())]
        assert leads == [
            "https://evil.example/moc.elpmaxe.emca",
            "https://evil.example/",
            "https://xn--cme-5cd.example/",
        ]
        said = page.evaluate("getComputedStyle(document.querySelector('article a'), '::after').content")
        assert "https://evil.example/moc.elpmaxe.emca" in said or "attr(href)" in said
        assert listener.seen == []
        with page.expect_popup() as popup:
            links.first.click()
        popup.value.close()
    assert listener.seen != []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_clean_stays_clean(file: Path) -> None:
    once = safe(markup(file.read_bytes()))
    assert safe(once) == once
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b")
