"""What a person sees and does on the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.wiring import opened
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .lending import lend

ORIGIN = {"origin": f"http://{HOST}"}


def token(page: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


def line(page: str, words: str = "Send the writing sample") -> str:
    """Return the name of the line that says so."""
    found = re.search(rf'<p class="what" id="(f-\w+)-what">{words}', page)
    assert found
    return found[1]


def leave(browser: TestClient, how: str, **more: str) -> str:
    page = browser.get("/").text
    form = {"token": token(page), "line": line(page), "how": how, **more}
    answer = browser.post("/exit", data=form, headers={**ORIGIN, "referer": f"http://{HOST}/"})
    assert answer.status_code == 200
    assert answer.url.path == "/"
    return answer.text


def test_today_shows_what_is_owed_with_its_evidence(browser: TestClient) -> None:
    page = browser.get("/").text
    assert "Thursday 5 March" in page
    assert "Thank lee@acme.example" in page
    assert "Send the writing sample, by Monday 9 March, 17:00." in page
    assert "Don&#39;t chase." in page
    assert "Write on Tuesday 17 March at the earliest." in page
    assert "thanked dana@acme.example" in page


def test_what_mail_says_is_never_markup(browser: TestClient) -> None:
    for path in ("/", "/p/acme-analyst", "/processes"):
        page = browser.get(path).text
        assert "<b>a writing sample" not in page
        assert "Acme <Corp>" not in page


def test_a_process_is_a_way_from_the_first_mail_to_what_comes_next(browser: TestClient) -> None:
    page = browser.get("/p/acme-analyst").text
    steps = ["You applied", "Interview fixed", "They said when they will decide", "Now", "A check-in is welcome"]
    places = [page.index(step) for step in steps]
    assert places == sorted(places)


def test_every_event_opens_its_evidence(browser: TestClient) -> None:
    page = browser.get("/p/acme-analyst").text
    links = re.findall(r'href="(/e/acme-analyst/[0-9a-f]{12})"', page)
    assert len(set(links)) == 6
    for link in links:
        assert browser.get(link).status_code == 200
    assert "<mark>by the end of next week</mark>" in "".join(browser.get(link).text for link in links)


@pytest.mark.parametrize("how", ["done", "dismissed", "wrong"])
def test_an_exit_settles_a_finding_and_can_be_undone(browser: TestClient, how: str) -> None:
    assert "Send the writing sample" not in leave(browser, how)
    answer = browser.post("/undo", data={"token": token(browser.get("/").text)}, headers=ORIGIN)
    assert "Send the writing sample" in answer.text
    again = browser.post("/undo", data={"token": token(answer.text)}, headers=ORIGIN)
    assert "Send the writing sample" not in again.text


def test_snoozed_until_a_day(browser: TestClient) -> None:
    assert "Send the writing sample" not in leave(browser, "snoozed", until="2026-03-07")
    page = browser.get("/p/acme-analyst").text
    assert "until Sat 7 March" in page


def test_an_exit_that_was_taken_already_says_so(browser: TestClient) -> None:
    page = browser.get("/").text
    form = {"token": token(page), "line": line(page)}
    browser.post("/exit", data={**form, "how": "done"}, headers=ORIGIN)
    answer = browser.post("/exit", data={**form, "how": "done"}, headers=ORIGIN)
    assert answer.status_code == 409
    assert "settled already" in answer.text


def test_nothing_known_helps_to_begin(tmp_path: Path) -> None:
    site = Site(lambda: opened(tmp_path), POLICY, lambda: NOW, (HOST,))
    with TestClient(lend(site), base_url=f"http://{HOST}") as client:
        assert 'href="/start"' in client.get("/").text
        assert 'href="/start"' in client.get("/processes").text


@pytest.mark.parametrize("path", ["/p/nobody", "/e/acme-analyst/000000000000", "/explain/XXX999", "/nowhere"])
def test_what_is_not_there_says_so(browser: TestClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "Back to Today" in answer.text


def test_what_is_unsure_is_asked_and_the_answer_is_kept(browser: TestClient) -> None:
    assert "Is that so?" in browser.get("/").text
    page = browser.get("/questions").text
    assert "They offered you the job, by Thu 12 March. Is that so?" in page
    found = re.search(r'name="yes" value="([0-9a-f]+)"', page)
    assert found
    form = {"token": token(page), "yes": found[1]}
    assert "Nothing is unsure" in browser.post("/answer", data=form, headers=ORIGIN).text
    today = browser.get("/").text
    assert "Thank for the offer" in today
    undone = browser.post("/undo", data={"token": token(today)}, headers=ORIGIN).text
    assert "Thank for the offer" not in undone
    browser.post("/answer", data={"token": form["token"], "no": found[1]}, headers=ORIGIN)
    assert "Is that so?" not in browser.get("/").text


def test_a_question_that_was_settled_says_so(browser: TestClient) -> None:
    form = {"token": token(browser.get("/").text), "no": "000000000000"}
    assert browser.post("/answer", data=form, headers=ORIGIN).status_code == 409
