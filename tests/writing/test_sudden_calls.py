"""The mail to a referee before the call today, and what is brought along and sent by nobody."""

from __future__ import annotations

from sincerely.app.drafts.drafting import Unwritten

from .drafting import HELD, draft, made, unwritten

AGREED = f"""{HELD}
2026-03-03 15:00 agreed kim@uni.example
2026-03-05 10:00 named kim@uni.example
2026-03-04 15:20 debriefed dana@acme.example fit="ran two migrations"
"""
UNASKED = f"""{HELD}
2026-03-03 15:00 asked jo@firm.example
2026-03-05 10:00 named jo@firm.example
"""


def test_the_mail_before_the_call_is_not_the_briefing() -> None:
    sudden, briefing = draft(AGREED, "REF003").body, draft(AGREED, "REF002").body
    assert "sorry to write at such short notice: on Thursday, March 5 I gave your name as a reference" in sudden
    assert "May I call you today" in sudden
    assert "Thank you again for agreeing on Tuesday, March 3" in sudden
    assert "I ran two migrations" in sudden
    assert "short notice" not in briefing
    assert "May I call you today" not in briefing


def test_who_was_named_before_a_yes_hears_that_this_was_too_early() -> None:
    found = draft(UNASKED, "REF003")
    assert found.to == "jo@firm.example"
    assert "I should have had your yes before I did that" in found.body
    assert "agreeing" not in found.body


def test_every_sentence_before_the_call_stands_on_something() -> None:
    assert all(sentence.stands_on for sentence in draft(AGREED, "REF003").sentences)


def test_who_was_briefed_in_time_gets_no_such_mail() -> None:
    story = AGREED.replace("2026-03-05 10:00 named", "2026-03-04 16:00 briefed kim@uni.example\n2026-03-05 10:00 named")
    assert "short notice" not in draft(story, "REF003").body


def test_without_a_naming_it_is_the_briefing() -> None:
    story = AGREED.replace("2026-03-05 10:00 named kim@uni.example\n", "")
    assert "short notice" not in draft(story, "REF003").body


def test_in_german_it_is_the_same() -> None:
    text = AGREED.replace("ran two migrations", "zwei Umstellungen geleitet")
    [found] = made(text, "REF003", language="de")
    assert not isinstance(found, Unwritten)
    assert "entschuldigen Sie bitte, dass ich mich so kurzfristig melde" in found.body
    assert "Darf ich Sie heute kurz anrufen" in found.body


BROUGHT = '2026-03-04 16:00 requested certificates how=bring quote="Please bring your certificates with you"\n'


def test_what_is_to_be_brought_is_sent_by_no_mail() -> None:
    assert "to be brought along" in unwritten(HELD + BROUGHT, "ASK001", "certificates").missing[0].ask


def test_what_was_asked_for_besides_is_sent() -> None:
    both = f"{HELD}{BROUGHT}2026-03-04 17:00 requested transcript\n"
    assert draft(both, "ASK001", "transcript").attach
    assert "to be brought along" in unwritten(both, "ASK001", "certificates").missing[0].ask


def test_what_nobody_is_known_to_have_asked_for_is_not_said_to_be_asked_for() -> None:
    body = draft(HELD, "ASK001", "cv").body
    assert "Attached is my CV for the Data analyst role at Acme Corp." in body
    assert "asked" not in body
    [found] = made(HELD, "ASK001", "certificates", language="de")
    assert not isinstance(found, Unwritten)
    assert "erbeten" not in found.body
    assert "Wenn Sie sie in anderer Form" in found.body


def test_what_they_asked_for_is_said_to_be_asked_for() -> None:
    assert (
        "which you asked for on Wednesday, March 4"
        in draft(f"{HELD}2026-03-04 17:00 requested transcript\n", "ASK001", "transcript").body
    )
