"""axe-core in a page: what somebody with a screen reader, or without a mouse, would stumble over."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

_SCRIPT = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"


@cache
def _axe() -> str:
    return _SCRIPT.read_text("utf-8")


# Colours between two are no page's: what fades in or out is waited for, what turns for ever is not.
_SETTLED = """() => Promise.all(document.getAnimations()
    .filter(each => each.effect?.getComputedTiming().iterations !== Infinity)
    .map(each => each.finished.catch(() => null)))"""


def violations(page: Page) -> list[str]:
    """Return what axe-core finds on a page once it stands still, one line each."""
    if not page.evaluate("'axe' in window"):  # it is half a megabyte, and a page is looked at in two widths
        page.evaluate(_axe())
    page.evaluate(_SETTLED)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url} {rule['id']}: {rule['help']}: {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
