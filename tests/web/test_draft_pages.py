"""Drafts on the pages: begun from what is owed, typed into, mended, compared, approved, and sent or taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.core.outbound import Dispatch, State, Step
from sincerely.core.process import Process
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .forms import ORIGIN, fields, send
from .lending import lend

STORY = """
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example, lee@acme.example start="2026-03-05 10:00" end="2026-03-05 11:00"
2026-03-05 11:00 promised by=2026-03-20
2026-03-05 11:20 debriefed dana@acme.example topic="how the wards read the dashboard" liked="that every number has an owner" fit="somebody for the move to Looker ↔ I moved forty dashboards"
process globex employer="Globex" role="Team lead" zone=Europe/Berlin country=DE
2026-03-03 15:00 interviewed petra@globex.example
2026-03-05 12:00 heard petra@globex.example asks=yes
"""
DANA = "dana@acme.example"


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(tmp_path: Path, clock: Clock) -> Site:
    (tmp_path / "acme.timeline").write_text(STORY, "utf-8")
    with opened(tmp_path) as store:
        take(store, tmp_path / "acme.timeline", NOW)
        store.set_setting("me", ["robin@mail.example"])
    return Site(lambda: opened(tmp_path), POLICY, clock, (HOST,))


@pytest.fixture
def browser(site: Site) -> Iterator[TestClient]:
    with TestClient(lend(site), base_url=f"http://{HOST}") as client:
        yield client


def begun(browser: TestClient) -> str:
    answer = browser.get(f"/draft/THX001?process=acme&who={DANA}")
    assert answer.url.path == "/drafts/d1"
    return str(answer.text)


def body_of(page: str, name: str = "d1") -> str:
    return fields(page, f"/drafts/{name}")["body"][0]


def typed(browser: TestClient, text: str, do: str | None = "save", **more: str) -> Any:
    page = browser.get("/drafts/d1").text
    return send(browser, page, "/drafts/d1", {"body": text, "do": do, **more})


def approved(browser: TestClient, do: str = "hand", **more: str) -> Any:
    page = send(browser, browser.get("/drafts/d1").text, "/drafts/d1", {"do": "next"}).text
    return send(browser, page, "/drafts/d1/send", {"do": do, **more})


def message(site: Site, number: int = 1) -> Dispatch:
    with site.opened() as store:
        return cast("Dispatch", store.outgoing(number))


def versions(site: Site) -> list[str]:
    with site.opened() as store:
        return [version.text.body for version in store.versions(1)]


def test_what_is_owed_is_begun_once(browser: TestClient, site: Site) -> None:
    page = begun(browser)
    assert body_of(page).startswith("Dear Dana,")
    begun(browser)
    assert len(versions(site)) == 1
    assert "Thank-you to dana@acme.example" in browser.get("/drafts").text


def test_what_is_private_stays_out_and_is_told(browser: TestClient, site: Site, tmp_path: Path) -> None:
    more = tmp_path / "more.timeline"
    head = STORY.strip().splitlines()[0]
    more.write_text(f'{head}\n2026-03-05 11:30 debriefed {DANA} fit="since my divorce I value calm"\n', "utf-8")
    with site.opened() as store:
        take(store, more, NOW)
    begun(browser)
    page = browser.get("/drafts/d1?check=1").text
    assert "divorce" not in body_of(page)
    assert "You noted “since my divorce I value calm”. It is private, so this letter leaves it out." in page


def test_where_they_write_in_a_language_without_drafts_it_is_told(
    browser: TestClient, site: Site, tmp_path: Path
) -> None:
    more = tmp_path / "more.timeline"
    head = STORY.strip().splitlines()[0]
    quote = "Gracias por su interés, nos gustaría hablar con usted el martes en la oficina."
    more.write_text(f'{head}\n2026-03-01 11:30 heard {DANA} quote="{quote}"\n', "utf-8")
    told = "They write in Spanish. No drafts are written in it, so this one is in English."
    begun(browser)
    assert told not in browser.get("/drafts/d1?check=1").text
    with site.opened() as store:
        take(store, more, NOW)
    page = browser.get("/drafts/d1?check=1").text
    assert told in page
    assert body_of(page).startswith("Dear Dana,")


def test_another_page_begins_nothing(browser: TestClient, site: Site) -> None:
    answer = browser.get("/draft/THX001?process=acme", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    with site.opened() as store:
        assert not store.drafts()


def test_missing_ground_is_asked_for(browser: TestClient) -> None:
    page = browser.get("/draft/THX001?process=acme").text
    assert 'href="/debrief/acme?then=%2Fdraft%2FTHX001%3F' in page
    assert 'href="/drafts/d1"' in page
    page = browser.get("/draft/WAIT004?process=globex").text
    assert "What do you want to answer?" in page
    answer = send(browser, page, "/draft/WAIT004", {"say": "Tuesday at 10 suits me well."})
    assert answer.url.path.startswith("/drafts/d")
    assert "Tuesday at 10 suits me well." in answer.text


def test_what_was_typed_into_the_debrief_counts(browser: TestClient) -> None:
    page = browser.get("/debrief/acme").text
    send(browser, page, "/debrief/acme", {"topic:lee@acme.example": "the wards at night"})
    answer = browser.get("/draft/THX001?process=acme&who=lee@acme.example")
    assert "the wards at night" in body_of(answer.text)


@pytest.mark.parametrize("path", ["/drafts/d9", "/drafts/x", "/drafts/d9/send", "/drafts/d9/versions", "/outgoing/o9"])
def test_what_is_not_there_says_so(browser: TestClient, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_a_finding_without_a_letter_says_what_settles_it(browser: TestClient) -> None:
    answer = browser.get("/draft/WAIT002?process=acme")
    assert answer.status_code == 404
    assert "waiting is right" in answer.text


def test_the_gate_speaks_while_one_types(browser: TestClient, site: Site) -> None:
    text = body_of(begun(browser))
    answer = typed(browser, text.replace("Kind regards", "Best wishes to [Name].\n\nKind regards"), None)
    assert "Not like this." in answer.text
    assert "was left to fill in" in answer.text
    assert "Nothing shows" not in answer.text.partition("What it stands on")[0]
    assert len(versions(site)) == 1, "typing makes no version"
    assert "[Name]" in body_of(browser.get("/drafts/d1").text)


def test_a_sentence_is_taken_out_by_one_press(browser: TestClient, site: Site) -> None:
    text = body_of(begun(browser))
    bad = text.replace("Kind regards", "Hello [Name], I am glad to hear from you.\n\nKind regards")
    page = typed(browser, bad, None).text
    press = re.search(r'value="(mend:OUT006:\d+)"', page)
    assert press
    answer = send(browser, browser.get("/drafts/d1").text, "/drafts/d1", {"do": press[1]})
    assert body_of(answer.text) == text
    assert versions(site)[-1] == bad.rstrip()
    again = send(browser, answer.text, "/drafts/d1", {"do": press[1]})
    assert "mended already" in again.text


def test_each_sentence_shows_what_it_stands_on(browser: TestClient) -> None:
    text = body_of(begun(browser))
    page = browser.get("/drafts/d1?check=1").text
    assert "Your note:" in page
    assert "that every number has an owner" in page
    page = typed(browser, text.replace("Kind", "I have led 450 people at Globex.\n\nKind"), None).text
    assert "Nothing shows" in page
    assert "Note it first." in page


def test_versions_are_compared_and_come_back(browser: TestClient, site: Site) -> None:
    text = body_of(begun(browser))
    typed(browser, text.replace("Dear Dana", "Good morning Dana"))
    page = browser.get("/drafts/d1/versions").text
    assert "<del>Dear</del><ins>Good morning</ins>" in page
    page = browser.get("/drafts/d1/versions?show=1").text
    answer = send(browser, page, "/drafts/d1/restore")
    assert body_of(answer.text) == text
    assert len(versions(site)) == 3


def test_written_anew_keeps_what_was_there(browser: TestClient, site: Site) -> None:
    text = body_of(begun(browser))
    typed(browser, "Dear Dana,\n\nshort.\n\nRobin", None)
    answer = send(browser, browser.get("/drafts/d1").text, "/drafts/d1/anew")
    assert body_of(answer.text) == text
    assert versions(site) == [text.rstrip(), "Dear Dana,\n\nshort.\n\nRobin", text.rstrip()]


def test_two_windows_lose_no_text(browser: TestClient, site: Site) -> None:
    begun(browser)
    one, other = browser.get("/drafts/d1").text, browser.get("/drafts/d1").text
    send(browser, one, "/drafts/d1", {"body": "one"})
    send(browser, other, "/drafts/d1", {"subject": "Another subject"})
    clash = send(browser, other, "/drafts/d1", {"body": "two", "subject": "Another subject", "do": "next"})
    assert clash.status_code == 409
    assert "Nothing is lost: choose." in clash.text
    assert (body_of(clash.text), fields(clash.text, "/drafts/d1")["subject"]) == ("two", ["Another subject"])
    assert body_of(browser.get("/drafts/d1").text) == "one"
    done = send(browser, clash.text, "/drafts/d1", {"settle.body": "both", "do": None})
    assert done.status_code == 200
    assert body_of(browser.get("/drafts/d1").text) == "one\ntwo"


def test_a_version_from_elsewhere_is_not_written_over(browser: TestClient, site: Site) -> None:
    begun(browser)
    page = browser.get("/drafts/d1").text
    typed(browser, "Written in the other window, and kept.")
    clash = send(browser, page, "/drafts/d1", {"body": "Mine.", "do": "save"})
    assert clash.status_code == 409
    assert "Written in the other window, and kept." in clash.text


def test_the_very_text_is_shown_and_approved(browser: TestClient, site: Site) -> None:
    begun(browser)
    page = send(browser, browser.get("/drafts/d1").text, "/drafts/d1", {"do": "next"}).text
    with site.opened() as store:
        digest = store.versions(1)[-1].text.digest
    assert digest[:12] in page
    typed(browser, body_of(browser.get("/drafts/d1").text) + "\n\nPS")
    late = send(browser, page, "/drafts/d1/send", {"do": "hand"})
    assert "The text has changed" in late.text
    answer = approved(browser)
    assert answer.url.path == "/drafts/d1"
    assert "Approved" in answer.text
    assert message(site).state is State.APPROVED
    assert message(site).digest == message(site).text.digest


def test_by_hand_it_is_opened_saved_and_noted(browser: TestClient, site: Site) -> None:
    begun(browser)
    page = approved(browser).text
    link = re.search(r'href="(mailto:[^"]+)"', page)
    assert link
    assert link[1].startswith("mailto:dana@acme.example?")
    assert "%0D%0A" in link[1]
    saved = send(browser, page, "/outgoing/o1/file")
    assert saved.headers["content-disposition"] == 'attachment; filename="o1.eml"'
    assert message(site).message_id.encode() in saved.content
    sent = act(browser, "o1", "sent")
    assert "Noted as sent" in sent.text
    with site.opened() as store:
        process = cast("Process", store.process("acme"))
    assert "thanked" in {event.verb for event in process.events}
    undone = send(browser, sent.text, "/undo")
    assert "Taken back" in undone.text


def act(browser: TestClient, name: str, how: str) -> Any:
    token = fields(browser.get("/drafts").text, "/undo")["token"][0]
    return browser.post(f"/outgoing/{name}/do", data={"token": token, "how": how}, headers=ORIGIN)


def test_a_check_that_stops_is_overruled_deliberately(browser: TestClient, site: Site) -> None:
    text = body_of(begun(browser))
    typed(browser, text.replace("Kind", "See you then, [Name].\n\nKind"))
    page = send(browser, browser.get("/drafts/d1").text, "/drafts/d1", {"do": "next"}).text
    assert 'value="send"' not in page
    refused = send(browser, page, "/drafts/d1/send", {"do": "hand"})
    assert refused.status_code == 409
    answer = send(browser, page, "/drafts/d1/send", {"do": "hand", "reason.OUT006": "That is what it is called"})
    assert "You overruled" in answer.text
    [overruled] = message(site).overruled
    assert (overruled.code, overruled.reason) == ("OUT006", "That is what it is called")


def test_what_is_too_early_is_held_with_its_day(browser: TestClient, site: Site) -> None:
    page = browser.get("/draft/WAIT003?process=acme").text
    name = re.search(r"/drafts/(d\d+)", page)[1]  # type: ignore[index]
    page = send(browser, page, f"/drafts/{name}", {"do": "next"}).text
    assert "Good to go on" in page
    assert "Approve it for" in page
    answer = send(browser, page, f"/drafts/{name}/send", {"do": "hand"})
    assert "Held until" in answer.text
    assert "Held" in browser.get("/outgoing").text
    back = act(browser, "o1", "withdraw")
    assert "Taken back" in back.text
    assert fields(back.text, f"/drafts/{name}")["body"]


def test_an_approved_text_is_not_typed_into(browser: TestClient, site: Site) -> None:
    begun(browser)
    page = browser.get("/drafts/d1").text
    approved(browser)
    answer = send(browser, page, "/drafts/d1", {"body": "Changed after all"})
    assert answer.status_code == 409
    assert message(site).state is State.APPROVED


def test_something_new_asks_again(browser: TestClient, site: Site, clock: Clock) -> None:
    from sincerely.app.processes.exits import note

    begun(browser)
    approved(browser)
    with site.opened() as store:
        note(store, cast("Process", store.process("acme")).header, "rejected", clock.now)
    page = browser.get("/outgoing").text
    assert "Asks for you again" in page
    assert "Something new is known" in browser.get("/drafts/d1").text


def test_no_address_is_told(browser: TestClient) -> None:
    begun(browser)
    typed(browser, "Dear Dana", to="dana at acme")
    page = approved(browser)
    assert page.status_code == 409
    assert "is no address" in page.text


def test_in_doubt_there_are_three_ways_out(browser: TestClient, site: Site, clock: Clock) -> None:
    begun(browser)
    approved(browser)
    with site.opened() as store:
        old = message(site)
        claimed = old.after(Step.CLAIM, clock.now)
        assert store.step(old, claimed)
        assert store.step(claimed, claimed.after(Step.LOSE, clock.now, why="It broke off."))
    page = browser.get("/outgoing").text
    assert "In doubt" in page
    for words in ("Look for its copy", "It went out", "Send it again", "Leave it"):
        assert words in page
    assert "proves nothing" in act(browser, "o1", "look").text
    act(browser, "o1", "again")
    assert message(site).state is State.VOID
    assert body_of(browser.get("/drafts/d1").text)


def test_forms_without_a_token_change_nothing(browser: TestClient, site: Site) -> None:
    begun(browser)
    approved(browser)
    for path, data in (
        ("/drafts/d1", {"body": "x"}),
        ("/drafts/d1/send", {"do": "send"}),
        ("/drafts/d1/restore", {"version": "1"}),
        ("/drafts/d1/anew", {}),
        ("/draft/THX001", {"process": "acme"}),
        ("/outgoing/o1/do", {"how": "withdraw"}),
        ("/outgoing/o1/file", {}),
    ):
        assert browser.post(path, data=data, headers=ORIGIN).status_code == 403, path
    assert message(site).state is State.APPROVED


def test_held_or_lapsed_it_says_so(browser: TestClient, site: Site, clock: Clock) -> None:
    begun(browser)
    approved(browser)
    clock.now = replace_day(clock.now)
    assert "Read it again" in browser.get("/drafts/d1").text


def replace_day(now: datetime) -> datetime:
    return now + timedelta(days=3)
