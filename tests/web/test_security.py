"""Who may not talk to the server."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from .conftest import HOST
from .test_pages import ORIGIN, token

POSTS = {
    "/exit": {"line": "f-5cf2b2f1b086", "how": "done"},  # the writing sample
    "/wrong": {"process": "acme-analyst", "event": "000000000000"},
    "/undo": {},
    "/answer": {"yes": "000000000000"},
    "/close": {"process": "acme-analyst"},
    "/add/acme-analyst": {"verb": "withdrew", "at": "2026-03-05T09:00"},
    "/merge/acme-analyst": {"into": "globex-lead"},
    "/split/acme-analyst": {"event": "000000000000"},
}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:9999", "localhost", ""])
def test_another_host_name_is_refused(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", f"http://{HOST}.evil.example"])
def test_another_origin_changes_nothing(browser: TestClient, path: str, origin: str | None) -> None:
    form = {"token": token(browser.get("/").text), **POSTS[path]}
    headers = {} if origin is None else {"origin": origin}
    assert browser.post(path, data=form, headers=headers).status_code == 403
    assert "Send the writing sample" in browser.get("/").text


@pytest.mark.parametrize("path", POSTS)
def test_without_its_token_a_form_changes_nothing(browser: TestClient, path: str) -> None:
    for wrong in ({}, {"token": "0" * 64}):
        assert browser.post(path, data={**POSTS[path], **wrong}, headers=ORIGIN).status_code == 403
    assert "Send the writing sample" in browser.get("/").text


def test_another_browsers_token_does_not_fit(browser: TestClient) -> None:
    stolen = token(browser.get("/").text)
    browser.cookies.clear()
    assert browser.post("/undo", data={"token": stolen}, headers=ORIGIN).status_code == 403


@pytest.mark.parametrize("path", list(POSTS))
def test_reading_changes_nothing(browser: TestClient, path: str) -> None:
    before = browser.get("/p/acme-analyst").text
    answer = browser.get(path, params=POSTS[path])
    assert answer.status_code in {404, 405} or "<form" in answer.text
    assert browser.get("/p/acme-analyst").text == before


def test_pages_forbid_inline_scripts_frames_and_everything_from_outside(browser: TestClient) -> None:
    for path in ("/", "/p/acme-analyst", "/static/style.css", "/nowhere"):
        headers = browser.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == ("no-cache" if path.startswith("/static/") else "no-store")
    for path in ("/", "/p/acme-analyst", "/questions"):
        page = browser.get(path).text
        scripts = re.findall(r"<script[^>]*>[^<]*</script>", page)
        assert len(scripts) == page.count("<script")
        assert all(re.fullmatch(r'<script src="/static/[\w./?]+" defer></script>', script) for script in scripts)
        assert not re.search(r"\s(on\w+|style)=", page)
    assert "samesite=strict" in browser.get("/").headers["set-cookie"].lower()


def test_a_redirect_stays_here(browser: TestClient) -> None:
    page = browser.get("/").text
    form = {"token": token(page), **POSTS["/exit"]}
    headers = {**ORIGIN, "referer": "http://evil.example//evil.example/x"}
    answer = browser.post("/exit", data=form, headers=headers, follow_redirects=False)
    assert answer.headers["location"].startswith("/")
    assert not answer.headers["location"].startswith("//")
