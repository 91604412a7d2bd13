"""A page looked at as people have it: on a phone and on a desk, light or dark; each is loaded once for all widths."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from .axe import violations

Scheme = Literal["light", "dark"]
# Where nothing may stick out; where axe looks too.
_WIDTHS = (1440, 390, 320)
_LOOKED_AT = frozenset({1440, 390})
_WIDTH = "document.documentElement.scrollWidth"


def faults(chrome: Browser, address: str, scheme: Scheme, paths: Iterable[str]) -> list[str]:
    """Return what is wrong with pages: too wide, not accessible, an error told, something asked from elsewhere."""
    wrong: list[str] = []

    def told(message: ConsoleMessage) -> None:
        # A page that is not there is looked at too.
        if message.type == "error" and "404" not in message.text:
            wrong.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(address):
            wrong.append(request.url)

    context = chrome.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.on("console", told)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", asked)
    for path in paths:
        page.goto(path)
        if page.locator("h1").count() != 1:
            wrong.append(f"{path} has not one heading")
        for width in _WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            if page.evaluate(_WIDTH) > width:
                wrong.append(f"{path} is wider than {width}")
            if width in _LOOKED_AT:
                wrong += [f"{width}: {found}" for found in violations(page)]
    context.close()
    return wrong


def faults_now(page: Page) -> list[str]:
    """Return what is wrong with a page as it stands, in light and in dark: too wide, or not accessible."""
    wrong: list[str] = []
    if page.evaluate(f"{_WIDTH} > innerWidth"):
        wrong.append(f"{page.url} is wider than its window")
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        wrong += [f"{scheme}: {found}" for found in violations(page)]
    return wrong
