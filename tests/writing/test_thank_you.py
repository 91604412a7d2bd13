"""Thank-yous: one for each interviewer, each different, none without a debrief."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.app.drafts.drafting import Unwritten
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.provenance import invented

from .drafting import HELD, draft, made, process, unwritten

DANA = '2026-03-04 15:20 debriefed dana@acme.example liked="the migration story" fit="ran two such migrations"\n'
LEE = '2026-03-04 15:30 debriefed lee@acme.example liked="how they pair on everything" topic="the on-call rota"\n'


def body_sentences(found: Draft) -> set[str]:
    return {s.text for s in found.sentences if s.part != "greeting"}


def test_each_interviewer_gets_one_and_no_two_share_a_sentence() -> None:
    dana, lee = made(HELD + DANA + LEE, "THX001")
    assert isinstance(dana, Draft)
    assert isinstance(lee, Draft)
    assert (dana.to, lee.to) == ("dana@acme.example", "lee@acme.example")
    assert not body_sentences(dana) & body_sentences(lee)
    assert "the migration story" in dana.body
    assert "how you pair on everything" in lee.body


def test_every_sentence_stands_on_something_and_is_in_the_body() -> None:
    found = draft(HELD + DANA, "THX001", "dana@acme.example")
    assert all(sentence.stands_on for sentence in found.sentences)
    assert all(sentence.text in found.body for sentence in found.sentences)
    liked = next(s for s in found.sentences if "migration story" in s.text)
    assert [g.kind for g in liked.stands_on] == ["debrief"]
    assert "liked: the migration story" in liked.stands_on[0].text


def test_without_a_debrief_it_is_asked_for() -> None:
    dana, lee = made(HELD + DANA, "THX001")
    assert isinstance(dana, Draft)
    assert isinstance(lee, Unwritten)
    [asked] = lee.missing
    assert "Lee" in asked.ask
    assert asked.how.startswith("sincerely debrief acme --with lee@acme.example")


def test_a_note_for_oneself_is_no_ground() -> None:
    text = HELD + '2026-03-04 15:20 debriefed dana@acme.example note="seemed tired"\n'
    assert unwritten(text, "THX001", "dana@acme.example").missing


def test_swapping_two_debriefs_changes_every_body_sentence() -> None:
    swapped = DANA.replace("dana@", "x@").replace("x@", "lee@") + LEE.replace("lee@", "dana@")
    for who in ("dana@acme.example", "lee@acme.example"):
        one, other = draft(HELD + DANA + LEE, "THX001", who), draft(HELD + swapped, "THX001", who)
        kept = {s.text for s in one.sentences} & {s.text for s in other.sentences}
        assert {s.part for s in one.sentences if s.text in kept} <= {"greeting", "thanks", "close", "padding"}
        assert any(s.part == "body" for s in one.sentences)


def test_what_was_noted_of_the_whole_panel_is_shared_out() -> None:
    text = HELD + '2026-03-04 15:20 debriefed liked="the weekly demos" fit="ran two such migrations"\n'
    dana, lee = made(text, "THX001")
    assert isinstance(dana, Draft)
    assert isinstance(lee, Draft)
    assert ("weekly demos" in dana.body, "weekly demos" in lee.body) == (True, False)
    assert ("two such migrations" in dana.body, "two such migrations" in lee.body) == (False, True)


def test_the_question_when_goes_to_one_person_and_only_where_no_date_is_known() -> None:
    bodies = [each.body for each in made(HELD + DANA + LEE, "THX001") if isinstance(each, Draft)]
    assert [body.count("when I might expect to hear") for body in bodies] == [1, 0]
    promised = HELD + DANA + "2026-03-04 15:00 promised by=2026-03-13\n"
    body = draft(promised, "THX001", "dana@acme.example").body
    assert "when I might" not in body
    assert "Friday, March 13" in body


def test_the_question_when_is_left_out_where_they_wrote_a_day_before_the_interview() -> None:
    dates = {"2026-03-13": False, "2026-03-04": True}
    for day, asks in dates.items():
        body = draft(f"2026-03-02 10:00 promised by={day}\n{HELD}{DANA}", "THX001", "dana@acme.example").body
        assert ("when I might expect to hear" in body) is asks


def test_through_an_agency_it_goes_to_the_consultant() -> None:
    head = (
        'process acme employer="Acme Corp" role="Data analyst" zone=Europe/London country=GB via=agency '
        "consultant=priya@stroudlane.example\n"
    )
    found = draft(process(head + HELD + LEE), "THX001", "lee@acme.example")
    assert found.to == "priya@stroudlane.example"
    assert found.body.startswith("Dear Priya,\n\nThank you for ")
    assert "thanks to Lee" in found.body
    assert "how they pair" in found.body


THROUGH_DANA = "2026-03-02 09:05 prefers dana@acme.example contact=dana@acme.example channel=contact\n"


def test_through_the_one_contact_the_others_are_thanked() -> None:
    found = draft(HELD + THROUGH_DANA + LEE, "THX001", "lee@acme.example")
    assert found.to == "dana@acme.example"
    assert "thanks to Lee" in found.body
    assert "how they pair" in found.body


def test_the_one_contact_who_was_there_is_thanked_for_themself() -> None:
    plain = draft(HELD + DANA, "THX001", "dana@acme.example").body
    assert draft(HELD + THROUGH_DANA + DANA, "THX001", "dana@acme.example").body == plain
    story = HELD + DANA + LEE
    named = story.replace("dana@acme.example", '"Dana Ortiz"').replace("lee@acme.example", '"Lee Park"')
    through = THROUGH_DANA.replace("dana@", "dana.ortiz@")
    assert "pass on" not in draft(named + through, "THX001", "Dana Ortiz").body
    assert "pass on my thanks to Lee" in draft(named + through, "THX001", "Lee Park").body


@pytest.mark.parametrize(("code", "story"), [("OFF001", "2026-03-06 09:00 offered dana@acme.example by=2026-03-12\n")])
def test_the_one_contact_is_written_to_as_one_of_the_house(code: str, story: str) -> None:
    found = draft(HELD + THROUGH_DANA + story, code)
    assert found.body == draft(HELD + story, code).body
    assert "passing on" not in found.body


def test_a_german_thread_is_answered_in_german() -> None:
    quoted = HELD.replace(
        'end="2026-03-04 15:00"', 'end="2026-03-04 15:00" quote="Wir freuen uns auf das Gespräch mit Ihnen."'
    )
    note = (
        '2026-03-04 15:20 debriefed dana@acme.example liked="wie sie im Team entscheiden" fit="zwei Umzüge geleitet"\n'
    )
    found = draft(quoted + note, "THX001", "dana@acme.example")
    assert (found.language, found.formal) == ("de", True)
    assert "wie Sie im Team entscheiden" in found.body
    assert "Ich habe zwei Umzüge geleitet" in found.body
    informal = quoted.replace("mit Ihnen", "mit dir")
    found = draft(informal + note, "THX001", "dana@acme.example")
    assert found.formal is False
    assert "Ihnen" not in found.body
    assert "Hallo Dana" in found.body


FIT = [
    ("ran two such migrations", "I ran two such migrations"),
    ("I ran two such migrations.", "I ran two such migrations"),
    ("two years of SQL", "would bring two years of SQL"),
    ("running two migrations", "experience in running two migrations"),
    ("know SQL well", "I know SQL well"),
    ("certified in first aid", "I am certified in first aid"),
    ("background in nursing", "my background in nursing"),
    ("can start in May", "I can start in May"),
    ("they need an owner for billing ↔ I owned billing for a year", "You need an owner for billing"),
    ("They want one dashboard; I built theirs at Kestrel", "You want one dashboard; I built theirs at Kestrel"),
]
LIKED = [
    ("the migration story", " the migration story"),
    ("Her story about the outage", " your story about the outage"),
    ("how she runs retros", " how you run retros"),
    ("that he asks questions first", " that you ask questions first"),
    ("small team, weekly demos", " the small team, weekly demos"),
    ("They pair on everything", " that you pair on everything"),
    ("the team ships weekly", " that the team ships weekly"),
    ("Kafka everywhere", " Kafka everywhere"),
    ("I liked the calm", " the calm"),
    ('"the calm"', " the calm"),
]


@pytest.mark.parametrize(("note", "words"), FIT)
def test_fit_in_any_shape(note: str, words: str) -> None:
    found = draft(f'{HELD}2026-03-04 15:20 debriefed dana@acme.example fit="{note}"\n', "THX001", "dana@acme.example")
    assert words in found.body.replace(" What I would bring", " would bring").replace("to Acme Corp is", "").replace(
        "  ", " "
    )


@pytest.mark.parametrize(("note", "words"), LIKED)
def test_liked_in_any_shape(note: str, words: str) -> None:
    told = note.replace('"', '\\"')
    found = draft(f'{HELD}2026-03-04 15:20 debriefed dana@acme.example liked="{told}"\n', "THX001", "dana@acme.example")
    assert words in found.body


WORDS = st.lists(
    st.sampled_from("the a team ran built how they we need data weekly SQL and of with her plan that is".split()),
    min_size=1,
    max_size=70,
).map(" ".join)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(liked=WORDS | st.just(""), fit=WORDS | st.just(""), topic=WORDS | st.just(""), send=WORDS | st.just(""))
def test_of_any_notes_it_has_sixty_to_a_hundred_and_fifty_words_and_nothing_invented(
    liked: str, fit: str, topic: str, send: str
) -> None:
    note = f'debriefed dana@acme.example liked="{liked}" fit="{fit}" topic="{topic}" send="{send}"'
    [found] = made(f"{HELD}2026-03-04 15:20 {note}\n", "THX001", "dana@acme.example")
    if isinstance(found, Unwritten):
        return
    assert 60 <= found.words <= 150, found.body
    grounds = [ground.text for sentence in found.sentences for ground in sentence.stands_on]
    days = [interview.end.date() for interview in process(HELD).interviews]
    assert not invented(found.body, [*grounds, "Robin Ashdown"], days), found.body


@pytest.mark.slow
def test_no_two_of_a_large_panel_share_a_sentence() -> None:
    people = ["ann@a.example", "ben@a.example", "cleo@a.example", "dan@a.example"]
    held = f'2026-03-02 09:00 scheduled {", ".join(people)} start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
    notes = "".join(
        f'2026-03-04 15:2{n} debriefed {who} liked="point {n}" fit="built tool {n}" topic="theme {n}"\n'
        for n, who in enumerate(people)
    )
    found = [each for each in made(held + notes, "THX001") if isinstance(each, Draft)]
    assert len(found) == 4
    for one, other in combinations(found, 2):
        assert not body_sentences(one) & body_sentences(other)
