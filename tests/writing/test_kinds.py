"""Every kind of mail: what it says, to whom, on what; and what it asks for first."""

from __future__ import annotations

import re

import pytest

from sincerely.app.drafts.draft_targets import KINDS
from sincerely.app.drafts.drafting import Plain, Unwritten, Wish, drafts
from sincerely.writing.english import drafts as english
from sincerely.writing.facts.grammar import Plan
from sincerely.writing.facts.grounds import Draft, Ground
from sincerely.writing.facts.situation import Style
from sincerely.writing.french import drafts as french
from sincerely.writing.german import drafts as german

from .drafting import HEAD, HELD, draft, made, process, unwritten

SECOND = """
process globex employer="Globex" role="Analyst" zone=Europe/London country=GB
2026-03-20 09:00 offered by=2026-03-27
"""


@pytest.mark.parametrize("plans", [english.PLANS, german.PLANS, french.PLANS], ids=["en", "de", "fr"])
def test_every_template_wants_a_fact(plans: dict[str, Plan]) -> None:
    for plan in plans.values():
        for each in plan.moves:
            for template in (t for tier in each.tiers for t in tier):
                assert re.search(r"\{\w+\}|^\[\w", template), template


def test_every_language_has_every_kind() -> None:
    assert set(english.PLANS) == set(german.PLANS) == set(french.PLANS) == {*KINDS, "thank-you-agency"}


@pytest.mark.parametrize("plans", [english.PLANS, german.PLANS, french.PLANS], ids=["en", "de", "fr"])
def test_nothing_that_others_would_not_say_to_somebodys_face(plans: dict[str, Plan]) -> None:
    said = " ".join(t for plan in plans.values() for m in plan.moves for tier in m.tiers for t in tier).casefold()
    for word in ("just checking", "circle back", "i hope this", "passionate", "dream job", "reach out", "asap"):
        assert word not in said


def test_check_in_names_the_date_they_promised_and_is_short() -> None:
    found = draft(HELD + "2026-03-04 15:00 promised by=2026-03-13\n", "WAIT003")
    assert "Friday, March 13" in found.body
    assert found.words <= 90
    assert "the last time that I ask" not in found.body


def test_second_check_in_says_that_it_is_the_last() -> None:
    found = draft(HELD + "2026-03-17 09:30 wrote dana@acme.example purpose=check-in\n", "WAIT003")
    assert "the last time that I ask" in found.body
    assert "Tuesday, March 17" in found.body
    assert found.words <= 90


@pytest.mark.parametrize(
    ("liked", "said"),
    [
        ("that crews may stop a job", "I still remember that crews may stop a job."),
        ("crews may stop a job", "I still remember that crews may stop a job."),
        ("the garden", "I still think of the garden."),
        ("how openly you talk", "I still think of how openly you talk."),
    ],
)
def test_what_was_liked_is_remembered_in_whole_sentences(liked: str, said: str) -> None:
    debrief = f'2026-03-04 15:20 debriefed dana@acme.example liked="{liked}"\n'
    assert said in draft(HELD + debrief + "2026-03-19 09:00 rejected dana@acme.example\n", "BYE003").body


def test_hand_in_names_what_is_attached() -> None:
    found = draft(HELD + "2026-03-05 10:00 requested writing-sample by=2026-03-09\n", "ASK001", "writing-sample")
    assert found.attach == ("writing sample",)
    assert "Attached is my writing sample" in found.body


def test_what_is_brought_along_is_attached_to_nothing() -> None:
    brought = HELD + "2026-03-05 10:00 requested id how=bring\n"
    assert unwritten(brought, "ASK001").missing[0].what == "anything to send"
    both = brought + "2026-03-05 10:00 requested writing-sample by=2026-03-09\n"
    assert draft(both, "ASK001").attach == ("writing sample",)


def test_hand_in_of_references_names_who_agreed() -> None:
    text = (
        HELD
        + "2026-03-05 10:00 requested references\n2026-03-05 11:00 asked kim.odell@uni.example, jo.hart@a.example\n"
        "2026-03-05 15:00 agreed kim.odell@uni.example\n"
    )
    found = draft(text, "ASK001", "references")
    assert "Kim Odell, kim.odell@uni.example" in found.body
    assert "I have also asked Jo Hart" in found.body
    assert unwritten(HELD + "2026-03-05 10:00 requested references\n", "ASK001", "references").missing


def test_salary_is_never_made_up() -> None:
    asked = HELD + "2026-03-05 10:00 requested salary\n"
    assert unwritten(asked, "ASK001", "salary").missing[0].what == "your salary"
    assert "52,000" in draft(asked, "ASK001", "salary", said="I expect about 52,000 a year.").body


def test_answer_wants_the_persons_words() -> None:
    asked = HELD + '2026-03-18 09:00 heard lee@acme.example asks=yes quote="Could you start in May?"\n'
    assert "Could you start in May?" in unwritten(asked, "WAIT004").missing[0].ask
    found = draft(asked, "WAIT004", said="Yes, from the first of May.")
    assert found.to == "lee@acme.example"
    assert any(g.kind == "you" for s in found.sentences for g in s.stands_on)


def test_why_is_asked_once_and_politely_and_not_where_the_reason_is_known() -> None:
    found = draft(HELD + "2026-03-20 09:00 rejected dana@acme.example\n", "BYE001")
    assert found.body.count("?") == 1
    assert "If you would rather not say" in found.body
    known = draft(HELD + '2026-03-20 09:00 rejected dana@acme.example reason="more experience"\n', "BYE001")
    assert "?" not in known.body


def test_offer_is_thanked_for_and_its_date_asked_only_where_unknown() -> None:
    assert "by when you would like" in draft(HELD + "2026-03-20 09:00 offered dana@acme.example\n", "OFF001").body
    known = draft(HELD + "2026-03-20 09:00 offered dana@acme.example by=2026-03-27\n", "OFF001").body
    assert "Friday, March 27" in known
    assert "?" not in known


def test_another_offer_is_told_without_naming_who_made_it() -> None:
    found = draft(process(f"{HEAD}\n{HELD}{SECOND}"), "OFF002")
    assert "Friday, March 27" in found.body
    assert "Globex" not in found.body


def test_withdrawal_after_accepting_elsewhere() -> None:
    found = draft(process(f"{HEAD}\n{HELD}{SECOND}2026-03-23 09:00 accepted\n"), "OFF003")
    assert "withdraw" in found.body
    assert "accepted another offer" in found.body


def test_reference_mails() -> None:
    known = HELD + "2026-03-05 11:00 asked kim@uni.example\n"
    assert unwritten(HELD, "REF001").missing[0].what == "whom to ask"
    assert "whether I may name you" in draft(HELD, "REF001", "kim@uni.example").body
    assert "A no is quite all right" in draft(known, "REF004").body
    agreed = known + "2026-03-05 15:00 agreed kim@uni.example\n"
    assert "a call may come" in draft(agreed, "REF002").body
    named = agreed + "2026-03-06 09:05 named kim@uni.example\n"
    assert "stress" in unwritten(named, "REF002").missing[0].what
    ended = draft(named + "2026-03-20 09:00 rejected\n", "REF006")
    assert (ended.to, "I was not chosen" in ended.body) == ("kim@uni.example", True)


def test_briefing_has_the_postings_words_the_fit_and_the_cv() -> None:
    text = (
        HELD + '2026-03-04 15:20 debriefed dana@acme.example fit="ran two warehouse migrations"\n'
        "2026-03-05 15:00 agreed kim@uni.example\n2026-03-06 09:05 named kim@uni.example\n"
    )
    posting = Ground("posting", "You have experience with SQL and with moving a warehouse.", "posting:4")
    cv = Ground("cv", "Two warehouse migrations at Kestrel, 2021 and 2022", "cv:12")
    background = Plain(style=Style(name="Robin Ashdown"), cv=(cv,), posting=(posting,))
    found = draft(text, "REF002", background=background)
    for words in (posting.text, "I ran two warehouse migrations", cv.text):
        assert f"- {words}" in found.body
    assert {"posting", "cv", "debrief"} <= {g.kind for s in found.sentences for g in s.stands_on}


def test_a_thread_is_continued() -> None:
    text = HELD + "2026-03-20 09:00 rejected dana@acme.example source=<no@acme.example>\n"
    found = draft(text, "BYE001")
    assert (found.in_reply_to, found.references) == ("<no@acme.example>", ("<no@acme.example>",))


@pytest.mark.parametrize("what", KINDS)
def test_german_is_written_for_every_kind_that_can_be(what: str) -> None:
    text = (
        HELD + '2026-03-04 15:20 debriefed dana@acme.example liked="die Ruhe" fit="zwei Jahre SQL"\n'
        "2026-03-05 10:00 requested cv\n2026-03-05 11:00 asked kim@uni.example\n2026-03-20 09:00 rejected\n"
    )
    found = drafts(process(text), what, Plain(), Wish(language="de", said="Das passt mir gut."))
    assert found
    for each in found:
        if isinstance(each, Draft):
            assert each.language == "de"
            assert "{" not in each.body
            assert "<" not in each.body
        else:
            assert isinstance(each, Unwritten)
            assert each.missing


def test_nobody_is_greeted_by_a_guess() -> None:
    text = HELD.replace("dana@", "mdelacroix@").replace(", lee@acme.example", "")
    note = '2026-03-04 15:20 debriefed mdelacroix@acme.example liked="the calm"\n'
    [found] = made(text + note, "THX001")
    assert isinstance(found, Draft)
    assert found.body.startswith("Dear Acme Corp team,")
