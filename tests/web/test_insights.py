"""Insights on a page: what it shows of many processes, of few and of none; and that other pages don't pay for it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element, fromstring

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.web.app import Site

from .axe import violations
from .conftest import HOST, NOW
from .lending import lend
from .live import chromium, served

LONG_AGO = """process p{n} employer="Firm {n}" zone=America/New_York country=US
2026-01-{day:02d} 09:00 applied
2026-02-{day:02d} 10:00 scheduled dana@firm{n}.example start="2026-02-{day:02d} 14:00" end="2026-02-{day:02d} 15:00"
"""
THANKED = "2026-02-{day:02d} 17:00 thanked dana@firm{n}.example\n"
REJECTED = "2026-03-0{n} 09:00 rejected\n"


def told(count: int) -> str:
    """Return so many processes: two of three are answered, every other interviewer is thanked."""
    parts = []
    for n in range(1, count + 1):
        text = LONG_AGO if n % 3 else LONG_AGO.split("\n", 2)[0] + "\n2026-01-{day:02d} 09:00 applied\n"
        text += (THANKED if n % 2 and n % 3 else "") + (REJECTED if n % 3 == 1 and n < 5 else "")
        parts.append(text.format(n=n, day=n + 1))
    return "".join(parts)


def site_of(folder: Path, text: str) -> Site:
    folder.mkdir()
    if text:
        (folder / "told.timeline").write_text(text, "utf-8")
        with opened(folder) as store:
            take(store, folder / "told.timeline", NOW)
    return Site(lambda: opened(folder), POLICY, lambda: NOW, (HOST,))


Looks = Callable[[str], str]


@contextmanager
def at(site: Site) -> Iterator[TestClient]:
    with TestClient(lend(site), base_url=f"http://{HOST}") as client:
        yield client


@pytest.fixture
def look(tmp_path: Path) -> Looks:
    def page(text: str) -> str:
        with at(site_of(tmp_path / "some", text)) as client:
            answer = client.get("/insights")
        assert answer.status_code == 200
        return answer.text

    return page


def drawings(page: str) -> list[Element]:
    return [fromstring(found) for found in re.findall(r'<svg xmlns="http.*?</svg>', page, re.DOTALL)]


def test_nothing_to_count_is_said_kindly(look: Looks) -> None:
    page = look("")
    assert "Nothing to count yet." in page
    assert drawings(page) == []


def test_of_two_there_is_no_median_and_it_says_from_how_many_on(look: Looks) -> None:
    page = look(told(2))
    assert "Two processes so far. From 3 on a median" in page
    assert "Too few to say after you applied: 2 waits; from 3 on it means something." in page
    assert "Half had answered" not in page


def test_every_chart_says_what_it_shows_and_stands_beside_its_numbers(look: Looks) -> None:
    page = look(told(12))
    assert "Half had answered by day 31 after you applied (12 waits, 4 still open)." in page
    charts = drawings(page)
    assert len(charts) == 4
    names = [part.get("id") for chart in charts for part in chart.iter() if part.get("id")]
    assert len(names) == len(set(names))
    for chart in charts:
        title, desc = list(chart)[:2]
        assert (chart.get("aria-labelledby") or "").split() == [title.get("id"), desc.get("id")]
        assert title.text
        assert desc.text
        for part in chart.iter():
            # The Content-Security-Policy forbids inline styles; colours are the page's.
            assert "style" not in part.attrib
            assert part.tag.rpartition("}")[2] != "style"
            assert not {part.get("fill"), part.get("stroke")} & {"black", "white"}
            assert not any((part.get(name) or "").startswith("#") for name in ("fill", "stroke"))
    assert page.count("<table") >= 5
    assert 'scope="row"' in page


HELD = 'process acme employer="Acme" zone=America/New_York country=US\n'
ASKED = HELD + "{} 09:00 requested writing-sample by={}\n"


def test_what_is_overdue_was_due(look: Looks) -> None:
    page = look(ASKED.format("2026-03-02", "2026-03-03"))
    assert "Hand-ins: 1 overdue and still open." in page
    assert "1, 1 overdue" in page
    assert "was due yet" not in page


def test_that_nothing_was_due_is_said_only_of_what_is_counted(look: Looks) -> None:
    page = look(ASKED.format("2026-03-05", "2027-03-05") + "2026-03-05 10:00 heard dana@acme.example\n")
    assert "No thank-you or hand-in was due yet." in page
    assert "overdue" not in page


def test_what_was_just_done_is_counted(tmp_path: Path) -> None:
    site = site_of(tmp_path / "some", told(4))
    with at(site) as client:
        before = client.get("/insights").text
        more = tmp_path / "more.timeline"
        more.write_text(
            'process p2 employer="Firm 2" zone=America/New_York country=US\n2026-03-05 09:00 offered\n', "utf-8"
        )
        with opened(tmp_path / "some") as store:
            take(store, more, NOW)
        assert "0 an offer." in before
        assert "1 an offer." in client.get("/insights").text


def test_figures_follow_the_clock(tmp_path: Path) -> None:
    now = [NOW]
    site = site_of(tmp_path / "some", told(4))
    moving = Site(site.opened, site.policy, lambda: now[0], site.hosts)
    with at(moving) as client:
        assert "April 2026" not in client.get("/insights").text
        now[0] += timedelta(days=40)
        assert "April 2026" in client.get("/insights").text


@pytest.mark.slow
def test_only_this_page_loads_the_charts_library() -> None:
    code = "import sys, sincerely.web.app, sincerely.cli.insights; sys.exit('ziaplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.mark.slow
@pytest.mark.parametrize("count", [0, 2, 12])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_it_fits_and_breaks_no_rule_of_its_own(chrome: Browser, tmp_path: Path, width: int, count: int) -> None:
    with served(site_of(tmp_path / "some", told(count))) as address:
        context = chrome.new_context(base_url=address, viewport={"width": width, "height": 800})
        page = context.new_page()
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.goto("/insights")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        outside = "[...document.querySelectorAll('.chart')].filter(c => c.getBoundingClientRect().right > innerWidth)"
        assert page.evaluate(f"{outside}.length") == 0
        assert problems == []
        context.close()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chrome: Browser, tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    with served(site_of(tmp_path / "some", told(12))) as address:
        context = chrome.new_context(base_url=address, color_scheme=scheme)
        page = context.new_page()
        page.goto("/insights")
        assert violations(page) == []
        context.close()
