"""What a phone is given: how to install it, the worker, and the forms that it takes along."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sincerely.app.processes.exits import note
from sincerely.web.app import Site
from sincerely.web.pages import STATIC

from .conftest import NOW
from .forms import send
from .test_front_door import ORIGIN, RIGHT, clock, knock, locked, stranger

__all__ = ["clock", "locked", "stranger"]

DRAWING = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "make_icons.py"))


def test_the_manifest_says_how_to_install_it(browser: TestClient) -> None:
    answer = browser.get("/manifest.webmanifest")
    assert answer.headers["content-type"] == "application/manifest+json"
    told = answer.json()
    assert (told["start_url"], told["scope"], told["display"]) == ("/", "/", "standalone")
    assert {one["name"]: one["url"] for one in told["shortcuts"]} == {"Debrief": "/debrief", "Today": "/"}
    assert {one["purpose"] for one in told["icons"]} == {"any", "maskable"}
    for icon in [*told["icons"], *(icon for one in told["shortcuts"] for icon in one["icons"])]:
        found = browser.get(icon["src"])
        assert found.status_code == 200
        assert found.headers["content-type"] == icon.get("type", "image/png")
    page = browser.get("/").text
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page
    assert f'content="{told["theme_color"]}"' in page


@pytest.mark.parametrize("name", DRAWING["ICONS"])
def test_icons_are_drawn_anew_when_the_drawing_changes(name: str) -> None:
    assert (STATIC / name).read_bytes() == DRAWING["draw"](*DRAWING["ICONS"][name])


def test_the_worker_names_files_that_are_there(browser: TestClient) -> None:
    answer = browser.get("/worker.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    listed = re.search(r"const ASSETS = \[(.+)\];", answer.text)
    assert listed is not None
    named = re.findall(r'"([^"]+)"', listed[1])
    assert "/offline" in named
    for path in named:
        assert browser.get(path).status_code == 200, path
    # What a page that is kept asks for is kept with it.
    for page in ("/", "/p/acme-analyst", "/card/acme-analyst", "/debrief/acme-analyst", "/offline"):
        asked = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', browser.get(page).text))
        assert {path for path in asked if "icon-180" not in path} <= set(named), page


def test_what_browsers_ask_for_without_a_session_says_nothing_about_anybody(stranger: TestClient) -> None:
    for path in ("/manifest.webmanifest", "/worker.js", "/offline"):
        answer = stranger.get(path, follow_redirects=False)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert 'name="token"' not in answer.text
        assert "Acme" not in answer.text
        assert stranger.post(path, headers=ORIGIN).status_code == 401
    for path in ("/settings/phone", "/debrief", "/debrief-ahead/acme-analyst", "/worker.js/x", "/offline/"):
        assert stranger.get(path, follow_redirects=False).status_code == 303, path


def test_signing_out_and_erasing_tell_the_browser_to_forget(
    stranger: TestClient, browser: TestClient, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    knock(stranger, RIGHT)
    found = re.search(r'name="token" value="([^"]*)"', stranger.get("/sign-out").text)
    assert found is not None
    out = stranger.post("/sign-out", data={"token": found[1]}, headers=ORIGIN, follow_redirects=False)
    assert out.headers["clear-site-data"] == '"cache", "storage"'
    monkeypatch.setenv("SINCERELY_HOME", str(folder))
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    done = send(browser, browser.get("/settings/data").text, "/settings/data/erase", {"said": "erase everything"})
    assert "Everything is erased" in done.text
    assert done.headers["clear-site-data"] == '"cache", "storage"'


def test_the_shortcut_leads_to_the_debrief_that_is_owed(browser: TestClient, site: Site) -> None:
    answer = browser.get("/debrief", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/debrief/acme-analyst")
    line = 'scheduled petra@globex.example start="2026-03-05 09:00" end="2026-03-05 10:00"'
    with site.opened() as store:
        note(store, store.processes(["globex-lead"])[0].header, line, NOW)
    both = browser.get("/debrief")
    assert 'href="/debrief/acme-analyst"' in both.text
    assert 'href="/debrief/globex-lead"' in both.text


def test_nothing_is_owed_kindly(browser: TestClient, site: Site) -> None:
    with site.opened() as store:
        note(store, store.processes(["acme-analyst"])[0].header, "withdrew", NOW)
    assert "No debrief is owed." in browser.get("/debrief").text


def test_the_debrief_of_the_interview_ahead(browser: TestClient, site: Site) -> None:
    assert "data-opens" not in browser.get("/debrief-ahead/acme-analyst").text
    line = 'scheduled kim@acme.example start="2026-03-09 09:00" end="2026-03-09 10:00"'
    with site.opened() as store:
        note(store, store.processes(["acme-analyst"])[0].header, line, NOW)
    page = browser.get("/debrief-ahead/acme-analyst").text
    assert 'data-opens="2026-03-09T14:00:00+00:00"' in page
    assert "kim@acme.example" in page
    assert "kim@acme.example" not in browser.get("/debrief/acme-analyst").text
    assert browser.get("/debrief-ahead/nobody").status_code == 404
    card = browser.get("/card/acme-analyst").text
    assert 'data-along="/debrief/acme-analyst" data-along-from="/debrief-ahead/acme-analyst"' in card
