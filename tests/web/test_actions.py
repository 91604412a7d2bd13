"""Each finding has one action, and it leads to where that is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.processes.transfer import take
from sincerely.app.today.reporting import Line
from sincerely.app.wiring import opened
from sincerely.core.finding import Finding, Fix, Stage
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.rules import RULES
from sincerely.web.actions import ACTIONS, action_of
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .lending import lend
from .test_pages import ORIGIN, token

OPENS = NOW
NOTHING_TO_DO = {"WAIT002"}
SILENT = """
process hooli-ops employer="Hooli" role="Operator" zone=Europe/Berlin country=DE
2025-12-01 09:00 scheduled gavin@hooli.example start="2025-12-03 14:00" end="2025-12-03 15:00"
2025-12-03 17:00 thanked gavin@hooli.example
"""


def line(code: str, who: str = "-", name: str = "acme data/analyst") -> Line:
    finding = Finding(code=code, opens=OPENS, who=who, fix=Fix("draft", "x", "", "Do it"))
    return Line(Process(Header(id=name)), finding, Stage.DUE)


def test_every_rule_that_asks_for_something_has_an_action() -> None:
    assert set(ACTIONS) == {rule.CODE for rule in RULES} - NOTHING_TO_DO


@pytest.mark.parametrize("code", ACTIONS)
def test_what_names_hold_can_be_linked_and_typed(code: str) -> None:
    action = action_of(line(code, "o'neil@acme.example"), lambda _: True)
    assert action is not None
    assert action.label == "Do it"
    assert (action.href or action.post).startswith("/")
    assert " " not in action.href


def test_what_is_brought_along_is_packed_and_not_mailed() -> None:
    fix = Fix("form", "bring-along", "", "Pack it")
    packed = Line(Process(Header(id="acme")), Finding(code="ASK001", opens=OPENS, who="id", fix=fix), Stage.DUE)
    action = action_of(packed, lambda _: True)
    assert action is not None
    assert action.href == "/p/acme", "without an interview there is no card"


def test_what_no_page_does_yet_shows_its_command() -> None:
    action = action_of(line("THX001", "lee@acme.example"), lambda _: False)
    assert action is not None
    assert not action.href
    assert action.command == "sincerely draft THX001 --process 'acme data/analyst' --to lee@acme.example"


def test_pages_are_linked_as_soon_as_they_are_served() -> None:
    served = {"/debrief/"}
    there, later = action_of(line("THX003"), served.__contains__), action_of(line("THX001"), served.__contains__)
    assert there is not None
    assert later is not None
    assert (there.href[:9], later.href) == ("/debrief/", "")


def test_today_offers_what_settles_each_line(browser: TestClient) -> None:
    page = browser.get("/").text
    assert "Send the writing sample" in page
    # Either the page where the draft is written, or the command for it.
    assert "/draft/ASK001?process=acme-analyst" in page or "sincerely draft ASK001 --process acme-analyst" in page


def test_letting_go_is_one_press_and_can_be_undone(tmp_path: Path) -> None:
    (tmp_path / "silent.timeline").write_text(SILENT, "utf-8")
    with opened(tmp_path) as store:
        take(store, tmp_path / "silent.timeline", NOW)
    site = Site(lambda: opened(tmp_path), POLICY, lambda: NOW, (HOST,))
    with TestClient(lend(site), base_url=f"http://{HOST}") as browser:
        page = browser.get("/").text
        offered = 'form="settled-close" name="process" value="hooli-ops"'
        assert offered in page
        closed = browser.post("/close", data={"token": token(page), "process": "hooli-ops"}, headers=ORIGIN).text
        assert "Hooli: closed as silent" in closed
        assert offered not in closed
        assert offered in browser.post("/undo", data={"token": token(closed)}, headers=ORIGIN).text
        missing = browser.post("/close", data={"token": token(page), "process": "nobody"}, headers=ORIGIN)
        assert missing.status_code == 404
