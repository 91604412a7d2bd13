"""An event added by hand, on the page."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from sincerely.app.processes.adding import ADDABLE
from sincerely.core.verbs import VERBS
from sincerely.web.views.adding import GROUPS

from .test_pages import ORIGIN, token


def add(browser: TestClient, **form: str) -> tuple[int, str]:
    filled = {"token": token(browser.get("/").text), "verb": "heard", "at": "2026-03-05T09:00", **form}
    answer = browser.post("/add/acme-analyst", data=filled, headers=ORIGIN)
    return answer.status_code, answer.text


def test_the_form_offers_what_can_be_added() -> None:
    offered = [verb for _, verbs in GROUPS for verb, _ in verbs]
    assert sorted(offered) == sorted(ADDABLE)
    assert set(offered) <= set(VERBS)


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ({"verb": "interviewed", "who": "Dana@acme.example"}, "Interview with dana@acme.example"),
        (
            {"verb": "scheduled", "start": "2026-03-20T10:00", "minutes": "45", "who": "Lee Min"},
            "Interview fixed: Fri 20 March, 10:00–10:45 with Lee Min",
        ),
        ({"verb": "promised", "by": "2026-03-20"}, "They said when they will decide: by Fri 20 March"),
        (
            {"verb": "requested", "who": "references", "by": "2026-03-20"},
            "They asked for your references, by Fri 20 March",
        ),
        (
            {"verb": "heard", "who": "dana@acme.example", "asks": "true"},
            "Dana@acme.example wrote and asked you something",
        ),
        (
            {"verb": "wrote", "who": "dana@acme.example", "purpose": "check-in", "channel": "phone"},
            "You checked in with dana@acme.example (phone)",
        ),
        ({"verb": "rejected", "words": "no budget <b>"}, "They said no: no budget &lt;b&gt;"),
        ({"verb": "thanked", "who": "lee@acme.example, , lee@acme.example"}, "You thanked lee@acme.example"),
        ({"verb": "withdrew"}, "You withdrew"),
    ],
)
def test_what_was_filled_in_stands_on_the_way(browser: TestClient, form: dict[str, str], shown: str) -> None:
    status, page = add(browser, **form)
    assert status == 200
    assert shown.casefold() in page.casefold()
    assert "Added: " in page
    undone = browser.post("/undo", data={"token": token(page)}, headers=ORIGIN).text
    assert "Taken back. Added: " in undone


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"verb": "thanked"}, "Say who: an address, or a name."),
        ({"verb": "requested", "who": " , "}, "Say what: a writing sample"),
        ({"verb": "promised"}, "Say the day by which they will decide."),
        ({"verb": "scheduled"}, "Say when the interview is"),
        ({"verb": "scheduled", "start": "2026-03-20T10:00", "minutes": "0"}, "Say how long it takes"),
        ({"verb": "dismissed"}, "Choose what happened."),
        ({"at": "2030-01-01T10:00"}, "That day is still ahead."),
    ],
)
def test_what_does_not_fit_is_said_and_kept(browser: TestClient, form: dict[str, str], says: str) -> None:
    status, page = add(browser, words="my own words", **form)
    assert status == 422
    assert says in page
    assert 'aria-describedby="error"' in page
    assert "my own words" in page


@pytest.mark.parametrize("form", [{"at": "soon"}, {"minutes": "many"}, {"words": "x" * 4001}, {"by": "Friday"}])
def test_what_no_form_sends_is_refused(browser: TestClient, form: dict[str, str]) -> None:
    assert add(browser, **form)[0] == 422


def test_nothing_is_added_to_nothing(browser: TestClient) -> None:
    assert browser.get("/add/nobody").status_code == 404
    form = {"token": token(browser.get("/").text), "verb": "heard", "at": "2026-03-05T09:00"}
    assert browser.post("/add/nobody", data=form, headers=ORIGIN).status_code == 404
