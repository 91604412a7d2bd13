"""The files that all pages share: with validators, compressed for who takes that, and none but these."""

from __future__ import annotations

import gzip

import pytest
from starlette.testclient import TestClient

from sincerely.web.pages import STATIC, static

from .forms import ORIGIN


@pytest.mark.parametrize("name", ["style.css", "vendor/htmx/htmx.min.js", "icon.svg", "icon-512.png"])
@pytest.mark.parametrize("taken", ["gzip", "identity"])
def test_a_file_is_what_lies_there_and_is_sent_once(browser: TestClient, name: str, taken: str) -> None:
    headers = {"accept-encoding": taken}
    first = browser.get(static(name), headers=headers)
    assert first.content == (STATIC / name).read_bytes()
    packed = taken == "gzip" and len(gzip.compress(first.content)) < len(first.content) and len(first.content) >= 1000
    assert first.headers.get("content-encoding") == ("gzip" if packed else None)
    assert "immutable" in first.headers["cache-control"]
    again = browser.get(static(name), headers={**headers, "if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert browser.head(static(name), headers=headers).content == b""
    assert browser.get(static(name), headers={**headers, "if-none-match": '"another"'}).status_code == 200


def test_who_takes_it_compressed_has_another_validator(browser: TestClient) -> None:
    plain, packed = (
        browser.get(static("style.css"), headers={"accept-encoding": taken}) for taken in ("identity", "gzip")
    )
    assert plain.headers["etag"] != packed.headers["etag"]
    assert plain.headers["vary"] == packed.headers["vary"] == "accept-encoding"
    assert int(packed.headers["content-length"]) < len(gzip.compress(plain.content)) + 100


@pytest.mark.parametrize(
    "path",
    ["/static/", "/static", "/static/vendor", "/static/../app.py", "/static/%2e%2e/app.py", "/static//style.css"],
)
def test_nothing_else_is_there(browser: TestClient, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_files_are_only_read(browser: TestClient) -> None:
    assert browser.post("/static/style.css", headers=ORIGIN).status_code == 405
