"""All processes, and one: its people, promises, requests and references."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from .conftest import HOST
from .test_pages import ORIGIN, token


def test_the_list_says_where_each_stands(browser: TestClient) -> None:
    page = browser.get("/processes").text
    assert "Acme &lt;Corp&gt;" in page
    assert re.search(r'Globex.*?<span class="chip ">rejected</span>', page, re.DOTALL)


def test_the_board_has_a_column_for_each_stage(browser: TestClient) -> None:
    page = browser.get("/processes?view=board").text
    columns = re.findall(r'<h2 id="column-(\w+)">.*?<span class="count">(\d+)', page)
    assert columns == [("applied", "0"), ("ahead", "0"), ("interviewed", "1"), ("offer", "0"), ("ended", "1")]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("q=acme", {"acme-analyst"}),
        ("q=TEAM+lead", {"globex-lead"}),
        ("q=rejected", {"globex-lead"}),
        ("stage=interviewed", {"acme-analyst"}),
        ("stage=ended&view=board", {"globex-lead"}),
        ("stage=nonsense", set()),
        ("q=acme&stage=ended", set()),
        ("q=%25", set()),
    ],
)
def test_filters(browser: TestClient, query: str, shown: set[str]) -> None:
    page = browser.get(f"/processes?{query}").text
    assert set(re.findall(r'href="/p/([\w-]+)"', page)) == shown
    assert ("None of them." in page) is not bool(shown)


def test_a_process_shows_who_and_what_is_in_it(browser: TestClient) -> None:
    page = browser.get("/p/acme-analyst").text
    assert re.search(r"<b>Dana</b>.*?dana@acme\.example.*?interviewed you on Wed 4 March, thanked on Wed 4 March", page)
    assert re.search(r"They promised</h2>.*?By Fri 13 March", page, re.DOTALL)
    assert re.search(r"They asked for</h2>.*?Writing sample.*?by Mon 9 March", page, re.DOTALL)
    assert "References</h2>" not in page


def test_references_say_how_far_each_is(browser: TestClient) -> None:
    for verb, day in (("asked", "2026-03-03T10:00"), ("agreed", "2026-03-04T09:00")):
        form = {"token": token(browser.get("/").text), "verb": verb, "at": day, "who": "Kim@uni.example"}
        browser.post("/add/acme-analyst", data=form, headers=ORIGIN)
    page = browser.get("/p/acme-analyst").text
    assert re.search(r"<b>Kim</b>.*?asked Tue 3 March, agreed Wed 4 March", page, re.DOTALL)
    # It holds for the whole search.
    assert "agreed Wed 4 March, for your whole search" in browser.get("/p/globex-lead").text


def test_an_event_that_is_wrong_is_struck_and_comes_back(browser: TestClient) -> None:
    page = browser.get("/p/acme-analyst").text
    event = re.search(r'form="wrong" name="event" value="([0-9a-f]{12})"', page)
    assert event
    headers = {**ORIGIN, "referer": f"http://{HOST}/p/acme-analyst"}
    form = {"token": token(page), "process": "acme-analyst", "event": event[1]}
    wrong = browser.post("/wrong", data=form, headers=headers).text
    assert f'href="/e/acme-analyst/{event[1]}" data-open class="struck"' in wrong
    back = browser.post("/undo", data={"token": token(wrong)}, headers=headers).text
    assert f'href="/e/acme-analyst/{event[1]}" data-open>' in back


def test_merged_and_taken_back(browser: TestClient) -> None:
    page = browser.get("/merge/globex-lead").text
    assert re.findall(r'name="into" value="([\w-]+)"', page) == ["acme-analyst"]
    form = {"token": token(page), "into": "acme-analyst"}
    answer = browser.post("/merge/globex-lead", data=form, headers=ORIGIN)
    assert answer.url.path == "/p/acme-analyst"
    assert "petra@globex.example" in answer.text
    assert 'href="/p/globex-lead"' not in browser.get("/processes").text
    browser.post("/undo", data={"token": token(answer.text)}, headers=ORIGIN)
    assert 'href="/p/globex-lead"' in browser.get("/processes").text


def test_what_cannot_be_merged_says_so(browser: TestClient) -> None:
    form = {"token": token(browser.get("/").text)}
    same = browser.post("/merge/globex-lead", data={**form, "into": "globex-lead"}, headers=ORIGIN)
    assert (same.status_code, "name two" in same.text) == (409, True)
    for path, into in (("/merge/nobody", "globex-lead"), ("/merge/globex-lead", "nobody")):
        assert browser.post(path, data={**form, "into": into}, headers=ORIGIN).status_code == 404


def test_what_it_is_about_is_put_right_and_taken_back(browser: TestClient) -> None:
    assert 'href="/about/globex-lead"' in browser.get("/p/globex-lead").text
    page = browser.get("/about/globex-lead").text
    form = {"token": token(page), "employer": "Globex <AG>", "role": "Lead", "zone": "Europe/Zurich", "country": "ch"}
    answer = browser.post("/about/globex-lead", data=form, headers=ORIGIN)
    assert answer.url.path == "/p/globex-lead"
    assert "<h1>Globex &lt;AG&gt;</h1>" in answer.text
    assert 'value="Europe/Zurich"' in browser.get("/about/globex-lead").text
    browser.post("/undo", data={"token": token(answer.text)}, headers=ORIGIN)
    assert browser.get("/about/globex-lead").text.count('value="Globex') == page.count('value="Globex') == 1


def test_the_way_through_an_agency_is_put_right_and_taken_back(browser: TestClient) -> None:
    page = browser.get("/about/globex-lead").text
    form = {"token": token(page), "employer": "Globex", "role": "Lead", "zone": "UTC", "country": "DE"}
    told = {"via": "agency", "consultant": "jo@talent.example"}
    answer = browser.post("/about/globex-lead", data={**form, **told}, headers=ORIGIN)
    assert "through jo@talent.example" in answer.text
    # The address stays in its field when the way is chosen anew.
    direct = browser.post("/about/globex-lead", data={**form, **told, "via": "direct"}, headers=ORIGIN)
    assert "through jo@talent.example" not in direct.text
    back = browser.post("/undo", data={"token": token(direct.text)}, headers=ORIGIN)
    assert back.status_code == 200
    assert "through jo@talent.example" in browser.get("/p/globex-lead").text
    nobody = browser.post("/about/globex-lead", data={**form, "via": "agency", "consultant": "Jo"}, headers=ORIGIN)
    assert nobody.status_code == 422


def test_what_it_cannot_be_about_is_said(browser: TestClient) -> None:
    form = {
        "token": token(browser.get("/about/globex-lead").text),
        "employer": "Globex",
        "zone": "UTC",
        "country": "DE",
    }
    for wrong in ({"zone": "Nowhere"}, {"country": "<b>"}, {"employer": " "}):
        answer = browser.post("/about/globex-lead", data={**form, **wrong}, headers=ORIGIN)
        assert (answer.status_code, "<b>" in answer.text.partition("<main")[2].partition("</h1>")[0]) == (422, False)
    assert browser.post("/about/globex-lead", data={**form, "token": "no"}, headers=ORIGIN).status_code == 403
    assert browser.get("/about/nobody").status_code == 404


def test_split_off_to_a_new_process_and_taken_back(browser: TestClient) -> None:
    page = browser.get("/split/acme-analyst").text
    events = re.findall(r'name="event" value="([0-9a-f]{12})"', page)
    assert len(events) == 6
    form = {"token": token(page), "event": events[4], "employer": "Initech", "role": "Designer (m/f)"}
    answer = browser.post("/split/acme-analyst", data=form, headers=ORIGIN)
    assert answer.url.path == "/p/initech-designer-m-f"
    assert "They asked for your writing sample" in answer.text
    browser.post("/undo", data={"token": token(answer.text)}, headers=ORIGIN)
    assert "Send the writing sample" in browser.get("/").text


def test_split_off_to_one_there_is(browser: TestClient) -> None:
    page = browser.get("/split/acme-analyst").text
    [event] = re.findall(r'name="event" value="([0-9a-f]{12})"[^>]*>.{0,120}You applied', page)
    chosen = browser.get(f"/split/acme-analyst?event={event}").text
    assert f'value="{event}" checked' in chosen
    form = {"token": token(page), "event": event, "to": "globex-lead"}
    assert browser.post("/split/acme-analyst", data=form, headers=ORIGIN).url.path == "/p/globex-lead"


@pytest.mark.parametrize("chosen", ["none", "all", "others"])
def test_some_events_must_be_chosen(browser: TestClient, chosen: str) -> None:
    page = browser.get("/split/acme-analyst").text
    every = re.findall(r'name="event" value="([0-9a-f]{12})"', page)
    events = {"none": [], "all": every, "others": ["0" * 12]}[chosen]
    answer = browser.post("/split/acme-analyst", data={"token": token(page), "event": events}, headers=ORIGIN)
    assert answer.status_code == 422
    assert "Tick some of the events" in answer.text


def test_what_is_no_application_is_set_aside_and_taken_back(browser: TestClient) -> None:
    page = browser.get("/about/globex-lead").text
    assert "It is no application of mine" in page
    answer = browser.post("/not-mine/globex-lead", data={"token": token(page)}, headers=ORIGIN)
    assert "globex-lead: none of your own" in answer.text
    assert "/p/globex-lead" not in browser.get("/processes").text
    again = browser.post("/not-mine/globex-lead", data={"token": token(page)}, headers=ORIGIN)
    assert "It is set aside already" in again.text
    browser.post("/undo", data={"token": token(page)}, headers=ORIGIN)
    assert "/p/globex-lead" in browser.get("/processes").text
