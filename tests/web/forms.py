"""A page's form, read and sent as a browser without scripts does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

from .conftest import HOST

ORIGIN = {"origin": f"http://{HOST}"}


def fields(page: str, action: str) -> dict[str, list[str]]:
    """Return what the form with an action would send, without any button."""
    form = _form(page, action)
    told: dict[str, list[str]] = {}
    for node in form.css("input, textarea, select"):
        name, value = node.attributes.get("name"), _value(node)
        if name and value is not None:
            told.setdefault(name, []).append(value)
    return told


def _form(page: str, action: str) -> LexborNode:
    found = [form for form in LexborHTMLParser(page).css("form") if form.attributes.get("action") == action]
    assert found, f"no form goes to {action}"
    return found[0]


def _value(node: LexborNode) -> str | None:
    told = node.attributes
    if node.tag == "textarea":
        # A line end right behind the tag is none of the text's.
        return node.text().removeprefix("\n")
    if node.tag == "select":
        options = node.css("option")
        chosen = [o for o in options if "selected" in o.attributes] or options[:1]
        return chosen[0].attributes.get("value") or chosen[0].text() if chosen else None
    if told.get("type") in {"checkbox", "radio"} and "checked" not in told:
        return None
    return told.get("value") or ""


def send(browser: TestClient, page: str, action: str, change: Mapping[str, Any] | None = None) -> Any:
    """Send a form as it stands on a page, with some fields changed; None leaves one out."""
    told: dict[str, Any] = {**fields(page, action), **(change or {})}
    data = {name: value for name, value in told.items() if value is not None}
    return browser.post(action, data=data, headers={**ORIGIN, "referer": f"http://{HOST}{action}"})
