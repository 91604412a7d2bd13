"""The debrief: it asks what is not known, saves itself, becomes events, and loses nobody's words."""

from __future__ import annotations

from typing import Any, cast

import pytest
from starlette.testclient import TestClient

from sincerely.app.interviews.debriefing import Answers, debrief
from sincerely.app.processes.exits import note
from sincerely.core.events import Debriefed, Event, Interviewed, Prefers, Promised
from sincerely.core.process import Process
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .forms import fields, send

PATH = "/debrief/acme-analyst"
DANA, LEE = "dana@acme.example", "lee@acme.example"


def process(site: Site, name: str = "acme-analyst") -> Process:
    with site.opened() as store:
        return cast("Process", store.process(name))


def kept(site: Site, kind: type[Event]) -> list[Event]:
    return [event for event in process(site).all(kind) if event.source == "you"]


def filled(browser: TestClient, do: str = "done", **more: object) -> Any:
    page = browser.get(PATH).text
    return send(browser, page, PATH, {"do": do, f"topic:{DANA}": "the migration", **more})


def test_people_of_the_invitation_are_ticked_and_asked_about(browser: TestClient) -> None:
    page = browser.get(PATH).text
    told = fields(page, PATH)
    assert told["there"] == [DANA, LEE]
    assert {f"{what}:{who}" for what in ("topic", "liked", "need", "did", "send") for who in (DANA, LEE)} <= set(told)
    assert "What did Dana talk about?" in page or "What did dana@acme.example talk about?" in page


def test_what_is_known_is_not_asked(browser: TestClient, site: Site) -> None:
    page = browser.get(PATH).text
    assert "They decide by <b>Fri 13 March</b>" in page
    assert 'name="decide"' not in page
    with site.opened() as store:
        debrief(store, process(site), Answers(who=(DANA,), notes={"liked": "the people"}), NOW)
    page = browser.get(PATH).text
    assert f'name="liked:{DANA}"' not in page
    assert "the people" in page
    assert f'name="liked:{LEE}"' in page


def test_answers_become_events_and_are_taken_back_together(browser: TestClient, site: Site) -> None:
    answer = filled(
        browser,
        **{f"need:{DANA}": "an owner", f"did:{DANA}": "ran it", "contact": "HR@acme.example", "calls": "no"},
    )
    assert answer.url.path == "/p/acme-analyst"
    [note] = kept(site, Debriefed)
    assert isinstance(note, Debriefed)
    assert (note.who, note.topic, note.fit) == ((DANA,), "the migration", "an owner ↔ ran it")
    [there] = kept(site, Interviewed)
    assert there.who == (DANA, LEE)
    [wish] = kept(site, Prefers)
    assert isinstance(wish, Prefers)
    assert (wish.contact, wish.calls) == ("hr@acme.example", False)
    send(browser, answer.text, "/undo")
    assert not kept(site, Debriefed)
    assert not kept(site, Interviewed)
    assert fields(browser.get(PATH).text, PATH)[f"topic:{DANA}"] == ["the migration"]
    filled(browser)
    assert len(kept(site, Debriefed)) == 1
    assert [event.who for event in kept(site, Interviewed)] == [(DANA, LEE)]


def test_somebody_who_was_not_there_and_somebody_who_was(browser: TestClient, site: Site) -> None:
    page = browser.get(PATH).text
    added = send(browser, page, PATH, {"do": "add", "there": [LEE], "others": "Kim Odell; sam@acme.example"})
    told = fields(added.text, PATH)
    assert told["there"] == [LEE, "Kim Odell", "sam@acme.example"]
    assert "topic:Kim Odell" in told
    send(browser, added.text, PATH, {"do": "done", "topic:Kim Odell": "the budget"})
    [there] = kept(site, Interviewed)
    assert there.who == (LEE, "Kim Odell", "sam@acme.example")
    assert process(site).last_interview.people == there.who  # type: ignore[union-attr]


def test_what_is_changed_later_replaces_what_was_noted(browser: TestClient, site: Site) -> None:
    filled(browser)
    filled(browser, **{f"topic:{DANA}": "the move to the new house"})
    [note] = kept(site, Debriefed)
    assert isinstance(note, Debriefed)
    assert note.topic == "the move to the new house"
    assert len(kept(site, Interviewed)) == 1
    assert "Nothing new" in filled(browser, **{f"topic:{DANA}": "the move to the new house"}).text


@pytest.mark.slow
def test_the_day_is_understood_in_their_words(browser: TestClient, site: Site) -> None:
    with site.opened() as store:
        from sincerely.app.processes.exits import correct

        found = process(site)
        correct(store, found.header, list(found.all(Promised)), NOW, "no date was named")
    page = browser.get(PATH).text
    wrong = send(browser, page, PATH, {"do": "done", "decide": "when the moon is full"})
    assert wrong.status_code == 422
    assert "names no day ahead" in wrong.text
    answer = send(browser, wrong.text, PATH, {"do": "done", "decide": "by the end of next week"})
    assert answer.status_code == 200
    [promise] = kept(site, Promised)
    assert isinstance(promise, Promised)
    assert (str(promise.by), promise.quote) == ("2026-03-13", "by the end of next week")


def test_typing_saves_itself_without_any_event(browser: TestClient, site: Site) -> None:
    before = process(site).events
    answer = filled(browser, do=None)  # type: ignore[arg-type]
    assert "Saved 16:00" in answer.text
    assert process(site).events == before
    assert fields(browser.get(PATH).text, PATH)[f"topic:{DANA}"] == ["the migration"]


def test_two_windows_lose_nothing(browser: TestClient) -> None:
    one, other = browser.get(PATH).text, browser.get(PATH).text
    topic, liked = f"topic:{DANA}", f"liked:{DANA}"
    send(browser, one, PATH, {topic: "first", liked: "the team"})
    send(browser, one, PATH, {topic: "first, and more", liked: "the team"})  # its own words may be typed on
    apart = send(browser, other, PATH, {f"liked:{LEE}": "the view"})
    assert apart.status_code == 200
    clash = send(browser, other, PATH, {"do": "save", topic: "second", f"liked:{LEE}": "the view"})
    assert clash.status_code == 409
    assert "first, and more" in clash.text
    assert "second" in clash.text
    now = fields(browser.get(PATH).text, PATH)
    assert (now[topic], now[liked], now[f"liked:{LEE}"]) == (["first, and more"], ["the team"], ["the view"])
    assert fields(clash.text, PATH)[topic] == ["second"]
    settled = send(browser, clash.text, PATH, {"do": "save", f"settle.{topic}": "both"})
    assert settled.status_code == 200
    assert fields(settled.text, PATH)[topic] == ["first, and more\nsecond"]
    assert fields(settled.text, PATH)[liked] == ["the team"]


def test_bad_input_is_told_and_changes_nothing(browser: TestClient, site: Site) -> None:
    page = browser.get(PATH).text
    assert send(browser, page, PATH, {"token": "0" * 64}).status_code == 403
    assert send(browser, page, PATH, {"note": "x" * 300_000}).status_code in {400, 413}
    assert send(browser, page, PATH, {f"x{n}": "y" for n in range(900)}).status_code in {400, 413}
    assert browser.get("/debrief/nobody").status_code == 404
    assert not kept(site, Debriefed)
    assert browser.post(PATH, content=b"\xff\xfe", headers={"origin": f"http://{HOST}"}).status_code == 403


def test_the_questions_are_given_as_a_mail_to_oneself(browser: TestClient, site: Site) -> None:
    page = browser.get(PATH).text
    assert send(browser, page, "/debrief-mail/acme-analyst").status_code == 409
    with site.opened() as store:
        store.set_setting("me", ["robin@mail.example"])
    made = send(browser, page, "/debrief-mail/acme-analyst")
    assert made.headers["content-disposition"] == 'attachment; filename="debrief.eml"'
    assert b"To: robin@mail.example" in made.content
    assert b"From: robin@mail.example" in made.content


LETTER = "/draft/THX001?process=acme-analyst&who=dana%40acme.example"


def test_from_the_letter_to_what_it_wants_and_back(browser: TestClient, site: Site) -> None:
    answer = browser.get(LETTER)
    assert answer.url.path == PATH
    assert "Your letter stands on what only you know" in answer.text
    assert not kept(site, Interviewed)  # to look at a form says nothing
    said = {f"topic:{DANA}": "the migration", f"liked:{DANA}": "that every number has an owner"}
    said |= {f"need:{DANA}": "an owner for billing", f"did:{DANA}": "ran it for a year"}
    answer = send(browser, answer.text, PATH, {"do": "done", **said})
    assert answer.url.path == "/drafts/d1"
    assert "the migration" in answer.text
    assert [event.who for event in kept(site, Interviewed)] == [(DANA, LEE)]


def test_who_answers_nothing_is_asked_again_and_never_led_elsewhere(browser: TestClient) -> None:
    page = browser.get(LETTER).text
    again = send(browser, page, PATH, {"do": "done", "there": []})
    assert again.url.path == PATH
    assert "Your letter stands on" in again.text
    more = send(browser, page, PATH, {"do": "add", "others": "Kim Odell"})
    assert "Your letter stands on" in more.text
    elsewhere = send(browser, page, PATH, {"do": "done", "then": "https://evil.example/p/acme-analyst"})
    assert (elsewhere.url.netloc.decode(), elsewhere.url.path) == (HOST, "/p/acme-analyst")


def second_round(site: Site) -> None:
    """Let a second interview have been since the page was opened."""
    with site.opened() as store:
        header = store.processes(["acme-analyst"])[0].header
        again = 'scheduled kim@acme.example start="2026-03-05 09:00" end="2026-03-05 10:00"'
        note(store, header, again, NOW)


def test_words_about_one_interview_never_land_on_another(browser: TestClient, site: Site) -> None:
    """A page that was opened, or taken along on a phone, before the next interview: it is about the one it names."""
    page = browser.get(PATH).text
    second_round(site)
    saved = send(browser, page, PATH, {"do": "", "note": "They laughed a lot."})
    assert "They laughed a lot." in saved.text
    newer = browser.get(PATH).text
    assert "They laughed a lot." not in newer
    assert f"topic:{DANA}" not in fields(newer, PATH)
    # The newer one's words do not take the place of the older one's.
    send(browser, newer, PATH, {"do": "", "note": "A long way there."})
    assert "A long way there." in browser.get(PATH).text
    answer = send(browser, page, PATH, {"do": "done", "note": "They laughed a lot.", f"topic:{DANA}": "the migration"})
    assert answer.url.path == "/p/acme-analyst"
    [there] = kept(site, Interviewed)
    assert there.who == (DANA, LEE)
    assert "A long way there." in browser.get(PATH).text
    assert "They laughed a lot." not in browser.get(PATH).text
    [first, second] = process(site).interviews
    assert (first.confirmed, second.confirmed) == (True, False)
    of_first = browser.get(PATH, params={"of": first.evidence[0].id}).text
    assert "They laughed a lot." in of_first
    assert "Noted. What you change replaces it." in of_first


def test_an_interview_that_was_moved_keeps_its_words(browser: TestClient, site: Site) -> None:
    page = browser.get(PATH).text
    send(browser, page, PATH, {"do": "", "note": "They laughed a lot."})
    with site.opened() as store:
        header = store.processes(["acme-analyst"])[0].header
        moved = 'moved start="2026-03-04 16:00" end="2026-03-04 16:30" was="2026-03-04 14:00"'
        note(store, header, moved, NOW)
    assert "They laughed a lot." in browser.get(PATH).text


def test_words_about_an_interview_that_is_none_are_refused(browser: TestClient, site: Site) -> None:
    page = browser.get(PATH).text
    answer = send(browser, page, PATH, {"do": "", "note": "They laughed a lot.", "interview": "0123456789ab"})
    assert answer.status_code == 409
    assert "taken back" in answer.text
    assert "They laughed a lot." not in browser.get(PATH).text
