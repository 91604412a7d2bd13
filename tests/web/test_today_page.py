"""Today: what is owed, what to wait for, what to settle."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient

from sincerely.app.connections.held import HeldStore
from sincerely.app.processes.transfer import take
from sincerely.web.app import Site
from sincerely.web.pages import TOAST

from .conftest import HOST, NOW
from .lending import lend
from .test_pages import ORIGIN, line, token


def test_each_line_has_when_why_and_its_sentence(browser: TestClient) -> None:
    page = browser.get("/").text
    [found] = re.findall(r'<li class="row finding[^>]*>(?:(?!</li>).)*Send the writing sample.*?</li>', page, re.DOTALL)
    assert "due Mon 9 March, 17:00" in found
    assert "/explain/ASK001" in found
    assert "Please send &lt;b&gt;a writing sample&lt;/b&gt; by Monday." in found
    assert re.search(r'href="/e/acme-analyst/[0-9a-f]{12}"', found)


@pytest.mark.parametrize("path", ["/", "/p/acme-analyst"])
def test_each_line_has_its_exits_which_stand_on_a_page_once(browser: TestClient, path: str) -> None:
    page = browser.get(path).text
    links = re.findall(r'href="(/exits/f-[0-9a-f]{12})" data-exits', page)
    assert len(links) > 1
    for exit_ in ("dismissed", "snoozed", "wrong"):
        assert page.count(f'name="how" value="{exit_}"') == 1
        for link in links:
            assert f'name="how" value="{exit_}"' in browser.get(link).text


def test_what_is_waited_for_cannot_be_done_elsewhere(browser: TestClient) -> None:
    page = browser.get("/").text
    [waits] = re.findall(r'href="(/exits/f-[0-9a-f]{12})" data-exits="waits"', page)
    assert "Done elsewhere" not in browser.get(waits).text
    assert "Done elsewhere" in browser.get(f"/exits/{line(page)}").text


def test_the_page_of_exits_leads_back_to_where_one_was(browser: TestClient) -> None:
    page = browser.get("/").text
    headers = {"referer": f"http://{HOST}/p/acme-analyst"}
    choices = browser.get(f"/exits/{line(page)}", headers=headers).text
    assert choices.count('<input type="hidden" name="to" value="/p/acme-analyst">') == 2
    form = {"token": token(choices), "line": line(page), "how": "dismissed"}
    for to, place in (("//evil.example/x", "/x"), ("/p/acme-analyst", "/p/acme-analyst")):
        answer = browser.post("/exit", data={**form, "to": to}, headers=ORIGIN, follow_redirects=False)
        assert answer.headers.get("location") == place
        browser.post("/undo", data={"token": form["token"]}, headers=ORIGIN)
    assert browser.get("/exits/f-000000000000").status_code == 404


def test_waiting_says_until_when_and_what_happens_then(browser: TestClient) -> None:
    page = browser.get("/").text
    [wait] = re.findall(r'<li class="row wait".*?</li>', page, re.DOTALL)
    assert "They said by Friday 13 March. Don&#39;t chase. Write on Tuesday 17 March at the earliest." in wait
    assert "<b>17</b> <span>Mar</span>" in wait
    [(passed, length)] = re.findall(r'<progress value="(\d+)" max="(\d+)"', wait)
    assert 0 < int(passed) < int(length)


def test_questions_are_settled_where_they_stand(browser: TestClient) -> None:
    page = browser.get("/").text
    assert "They offered you the job, by Thu 12 March. Is that so?" in page
    [event] = re.findall(r'name="no" value="([0-9a-f]{12})"', page)
    answer = browser.post(
        "/answer",
        data={"token": token(page), "no": event},
        headers={**ORIGIN, "referer": f"http://{HOST}/"},
    )
    assert answer.url.path == "/"
    assert "Is that so?" not in answer.text
    assert 'class="toast"' in answer.text


def test_a_toast_is_said_once(browser: TestClient) -> None:
    page = browser.get("/").text
    form = {"token": token(page), "line": line(page), "how": "done"}
    settled = browser.post("/exit", data=form, headers=ORIGIN).text
    assert 'class="toast"><span>Hand in, writing-sample: done elsewhere</span>' in settled
    assert 'class="toast"' not in browser.get("/").text


@pytest.mark.parametrize("cookie", ["x", "e30=", "bnVsbA==", "eyJzYWlkIjogMX0=", "\u00e9".encode().hex()])
def test_a_broken_toast_says_nothing(browser: TestClient, cookie: str) -> None:
    browser.cookies.set(TOAST, cookie)
    answer = browser.get("/")
    assert answer.status_code == 200
    assert 'class="toast"' not in answer.text


def test_a_forged_toast_is_only_text(browser: TestClient) -> None:
    browser.cookies.set(TOAST, "eyJzYWlkIjogIjxiPmhpPC9iPiIsICJ1bmRvIjogIiJ9")
    assert "<span>&lt;b&gt;hi&lt;/b&gt;</span>" in browser.get("/").text


def test_after_a_no_there_are_kind_words(browser: TestClient) -> None:
    assert "Globex said no on Wednesday, 4 March." in browser.get("/").text


def test_what_ends_today_is_said_first(browser: TestClient, site: Site) -> None:
    assert "Ends today" not in browser.get("/").text
    monday = datetime(2026, 3, 9, 12, tzinfo=ZoneInfo("America/New_York"))
    with TestClient(lend(replace(site, clock=lambda: monday)), base_url=f"http://{HOST}") as then:
        page = then.get("/").text
    assert "<b>Ends today: your writing sample for Acme &lt;Corp&gt; (until 17:00).</b>" in page
    assert re.findall(r'<h2 id="(\w+)"', page)[:3] == ["asked", "tonight", "late"]
    [found] = re.findall(r'<li class="row finding[^>]*>(?:(?!</li>).)*Send the writing sample.*?</li>', page, re.DOTALL)
    assert '<span class="when">until 17:00</span>' in found


def test_nothing_owed_looks_like_a_good_day(site: Site) -> None:
    later = datetime(2027, 3, 5, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    with TestClient(lend(replace(site, clock=lambda: later)), base_url=f"http://{HOST}") as browser:
        page = browser.get("/").text
        for process in ("acme-analyst",):
            page = browser.post("/close", data={"token": token(page), "process": process}, headers=ORIGIN).text
    assert "Nothing is owed." in page
    assert 'class="drawing"' in page


def test_settling_leads_back_to_where_one_was(browser: TestClient) -> None:
    page = browser.get("/").text
    form = {"token": token(page), "line": line(page), "how": "done"}
    headers = {**ORIGIN, "referer": f"http://{HOST}/processes?state=interviewed"}
    answer = browser.post("/exit", data=form, headers=headers, follow_redirects=False)
    assert answer.headers["location"] == "/processes?state=interviewed"


@pytest.mark.parametrize(
    "quietly",
    [
        {"sec-fetch-mode": "cors"},
        {"sec-fetch-mode": "same-origin", "hx-request": "true", "hx-target": "div#found"},
    ],
)
def test_what_a_script_fetches_for_itself_takes_no_toast(browser: TestClient, quietly: dict[str, str]) -> None:
    """A worker took a page along between a press and its answer, and what was done was never said."""
    page = browser.get("/").text
    form = {"token": token(page), "line": line(page), "how": "done"}
    browser.post("/exit", data=form, headers=ORIGIN, follow_redirects=False)
    assert 'class="toast"' not in browser.get("/", headers=quietly).text
    sent = {"sec-fetch-mode": "same-origin", "hx-request": "true", "hx-target": "main#main"}
    assert 'class="toast"' in browser.get("/", headers=sent).text
    assert 'class="toast"' not in browser.get("/", headers={"sec-fetch-mode": "navigate"}).text


def test_times_are_said_on_both_clocks_where_they_differ(site: Site) -> None:
    berlin = replace(site, clock=lambda: NOW.astimezone(ZoneInfo("Europe/Berlin")))
    with TestClient(lend(berlin), base_url=f"http://{HOST}") as browser:
        assert "due Mon 9 March, 17:00 in New York, 22:00 here" in browser.get("/").text
        way = browser.get("/p/acme-analyst").text
        assert "Interview fixed: Wed 4 March, 14:00–15:00 in New York, 20:00 here with" in way
        assert "Tue 17 March, 09:00 in New York, 14:00 here" in way
        card = browser.get("/card/acme-analyst").text
        assert "20:00 on your clock" in card
        assert "New York time" in card
    there = replace(site, clock=lambda: NOW.astimezone(ZoneInfo("America/New_York")))
    with TestClient(lend(there), base_url=f"http://{HOST}") as browser:
        main = browser.get("/p/acme-analyst").text.partition("<main")[2].partition("</main")[0]
        assert " here" not in re.sub(r"<[^>]*>", "", main)
        assert "due Mon 9 March, 17:00<" in main


def test_what_is_late_names_the_day_that_its_message_names(site: Site) -> None:
    """Not "by Thursday, late since Friday": that it is late stands above it."""
    later = replace(site, clock=lambda: datetime(2026, 3, 6, 21, tzinfo=ZoneInfo("America/New_York")))
    with TestClient(lend(later), base_url=f"http://{HOST}") as browser:
        late = browser.get("/").text.partition('id="late"')[2].partition("</section>")[0]
    assert "Thank lee@acme.example for the interview of Wednesday 4 March, by Thursday 5 March, 15:00." in late
    assert "was due Thu 5 March, 15:00" in late
    assert "late since" not in late


def test_what_is_said_of_the_whole_search_is_settled_at_once_and_on_a_process_page_there_alone(
    browser: TestClient, held: HeldStore, tmp_path: Path
) -> None:
    more = tmp_path / "more.timeline"
    more.write_text(
        "".join(
            f'process {name} employer="{name.title()}" zone=America/New_York country=US\n'
            f'2026-03-02 09:00 scheduled dana@{name}.example start="2026-03-06 14:00"\n'
            for name in ("hooli", "initech")
        )
    )
    with held.opened() as store:
        take(store, more, NOW)

    def short(path: str) -> list[str]:
        page = browser.get(path).text
        found = re.findall(r'<li class="row finding[^>]* id="(f-[0-9a-f]{12})">(?:(?!</li>).)*?</li>', page, re.DOTALL)
        return [name for name in found if "agreed to be your referee" in browser.get(f"/exits/{name}").text]

    def leave(name: str) -> None:
        page = browser.get("/").text
        browser.post("/exit", data={"token": token(page), "line": name, "how": "dismissed"}, headers=ORIGIN)

    [together] = short("/?all=soon")
    [alone] = short("/p/hooli")
    assert together != alone
    leave(alone)
    assert short("/p/hooli") == []
    assert len(short("/p/initech")) == 1
    [together] = short("/?all=soon")
    leave(together)
    assert short("/?all=soon") == short("/p/initech") == short("/p/acme-analyst") == []
