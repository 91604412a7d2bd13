"""The feed: at the public address only, for whoever knows its secret."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from starlette.testclient import TestClient

from sincerely.app.connections import feed
from sincerely.app.wiring import opened
from sincerely.planning.entry_words import Shows
from sincerely.web.app import Site

from .conftest import HOST
from .lending import lend

PUBLIC = "search.example"


@pytest.fixture
def address(folder: Path) -> str:
    with opened(folder) as store:
        feed.set_public(store, f"https://{PUBLIC}")
        return feed.new(store, Shows.SOME)


@pytest.fixture
def calendar(site: Site, address: str) -> Iterator[TestClient]:
    with TestClient(lend(replace(site, public=PUBLIC)), base_url=f"https://{PUBLIC}") as client:
        yield client


def test_whoever_knows_the_address_reads_the_feed(calendar: TestClient, address: str) -> None:
    answer = calendar.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    summaries = [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(answer.text).walk("VEVENT")]
    assert "Acme <Corp>: hand in: writing sample" in summaries
    assert "dana@acme.example" not in answer.text
    assert calendar.head(address).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/processes", "/feed/", "/feed/.ics", "/feed/x.ics", "/static/style.css", "/exit"]
)
def test_nothing_else_is_there(calendar: TestClient, path: str) -> None:
    answer = calendar.get(path)
    assert (answer.status_code, answer.text) == (404, "There is nothing here.")
    assert calendar.post(path).status_code == 404


def test_a_wrong_secret_opens_nothing(calendar: TestClient, address: str) -> None:
    for wrong in (address[:-5] + "x.ics", address.removesuffix(".ics"), address.upper(), f"{address}/"):
        assert calendar.get(wrong).status_code == 404
    assert calendar.post(address).status_code == 404


def test_the_pages_stay_where_they_are(calendar: TestClient) -> None:
    assert calendar.get("/", headers={"host": HOST}).status_code == 200
    assert calendar.get("/", headers={"host": "evil.example"}).status_code == 403


def test_a_new_address_ends_the_old_one_and_revoking_ends_both(
    calendar: TestClient, address: str, folder: Path
) -> None:
    with opened(folder) as store:
        second = feed.new(store, Shows.LITTLE)
    assert calendar.get(address).status_code == 404
    assert "Acme" not in calendar.get(second).text
    with opened(folder) as store:
        assert feed.revoke(store)
        assert not feed.revoke(store)
    assert calendar.get(second).status_code == 404


def test_the_store_does_not_hold_the_secret(address: str, folder: Path) -> None:
    secret = address.rpartition("/")[2].removesuffix(".ics")
    assert len(secret) > 40
    for file in folder.iterdir():
        assert secret.encode() not in file.read_bytes()


def test_on_a_laptop_there_is_no_feed(browser: TestClient, address: str) -> None:
    path = address.removeprefix(f"https://{PUBLIC}")
    assert browser.get(path).status_code == 404
    assert browser.get(path, headers={"host": PUBLIC}).status_code == 403


def test_without_a_public_address_none_is_made(folder: Path) -> None:
    with opened(folder) as store:
        with pytest.raises(feed.NoFeed, match="--public"):
            feed.new(store, Shows.SOME)
        for wrong in ("http://search.example", "search.example", "https://a@search.example", "https://x.example/path"):
            with pytest.raises(feed.NoFeed):
                feed.set_public(store, wrong)
