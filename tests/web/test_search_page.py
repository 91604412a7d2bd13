"""Search across everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.mail_in.sync import sync
from sincerely.app.wiring import opened, reader, sources_at
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .lending import lend

MAIL = b"""From: Dana Whitlock <dana@acme.example>
To: robin@mail.example
Subject: Interview for Data analyst at Acme <script>alert(1)</script>
Date: Mon, 2 Mar 2026 09:00:00 -0500
Message-ID: <1@acme.example>
Content-Type: text/plain; charset=utf-8

Dear Robin,

we would like to invite you to an interview on Wednesday, 4 March 2026 at 2:00 pm with Dana Whitlock, our head of analytics. Please confirm that you can come.
<img src="http://tracker.example/x.gif">

Dana Whitlock
Acme
"""


@pytest.fixture(scope="module")
def mailed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("mailed")
    (folder / "mail").mkdir()
    (folder / "mail" / "one.eml").write_bytes(MAIL)
    with opened(folder) as store:
        sync(
            store,
            sources_at([folder / "mail"]).sources,
            reader(store, ["robin@mail.example"], NOW),
            NOW,
            lambda *_: None,
        )
    site = Site(lambda: opened(folder), POLICY, lambda: NOW, (HOST,))
    with TestClient(lend(site), base_url=f"http://{HOST}") as client:
        yield client


def sections(page: str) -> dict[str, str]:
    return dict(re.findall(r'<section class="section" aria-labelledby="(\w+)">(.*?)</section>', page, re.DOTALL))


def test_processes_people_and_sentences(browser: TestClient) -> None:
    found = sections(browser.get("/search?q=ACME").text)
    assert set(found) == {"processes", "people"}
    assert 'href="/p/acme-analyst"' in found["processes"]
    assert "dana@<mark>acme</mark>.example" in found["people"]
    found = sections(browser.get("/search?q=next+WEEK").text)
    assert set(found) == {"events"}
    assert "by the end of <mark>next</mark> <mark>week</mark>" in found["events"]


def test_what_is_found_opens(browser: TestClient) -> None:
    page = browser.get("/search?q=writing+sample").text
    [link] = re.findall(r'href="(/e/acme-analyst/[0-9a-f]{12})"', page)
    assert "<mark>" in browser.get(link).text
    assert "&lt;b&gt;a <mark>writing</mark> <mark>sample</mark>&lt;/b&gt;" in page


def test_mails_by_subject_and_sender(mailed: TestClient) -> None:
    page = mailed.get("/search?q=dana+interview").text
    [link] = re.findall(r'href="(/m/[0-9a-f]+)"', sections(page)["mails"])
    assert "<script>alert" not in page
    mail = mailed.get(link).text
    assert "we would like to invite you" in mail
    assert "&lt;img src=" in mail
    assert "<img" not in mail
    assert "<script>alert" not in mail


@pytest.mark.parametrize("text", ["nobody", "%", "_", "by", "who", "<b>", "'", "x" * 400, "a " * 199])
def test_anything_may_be_looked_for(browser: TestClient, text: str) -> None:
    answer = browser.get("/search", params={"q": text})
    assert answer.status_code == 200


def test_nothing_found_says_what_to_do(browser: TestClient) -> None:
    assert "Nothing like that." in browser.get("/search?q=zebra").text
    assert "Nothing like that." not in browser.get("/search?q=+").text
    assert browser.get("/search", params={"q": "x" * 401}).status_code == 422


def test_a_mail_that_is_not_there(mailed: TestClient) -> None:
    for path in ("/m/00", "/m/%2e%2e", "/m/" + "0" * 32):
        assert mailed.get(path).status_code == 404
