"""What a mail has said once it need not say in every sentence."""

from __future__ import annotations

from sincerely.writing.saying.tongue import are_many

from .drafting import HELD, draft

NOTE = '2026-03-04 15:20 debriefed dana@acme.example liked="the calm" topic="the rota" fit="ran two migrations"\n'


def test_a_thank_you_names_the_employer_where_it_begins_and_once_more() -> None:
    for who in ("dana@acme.example", "lee@acme.example"):
        found = draft(HELD + NOTE.replace("dana@acme.example", who), "THX001", who)
        assert found.body.count("Acme Corp") <= 2, found.body


def test_who_was_told_the_reason_announces_no_question() -> None:
    no = '2026-03-20 09:00 rejected dana@acme.example reason="more experience"\n'
    found = draft(HELD + no, "BYE001", "dana@acme.example")
    assert ("question" in found.subject, "?" in found.body) == (False, False)
    assert (
        "question" in draft(HELD + no.replace(' reason="more experience"', ""), "BYE001", "dana@acme.example").subject
    )


def test_one_thesis_is_one() -> None:
    assert not are_many("thesis")
    assert are_many("references")
