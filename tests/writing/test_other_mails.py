"""Mails other than thank-yous, read as those who get them read them."""

from __future__ import annotations

import pytest

from sincerely.writing.english.thanks import THANK_YOU
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.words.names import person_of

from .drafting import HELD, draft, made, unwritten

ROLE = "Data analyst role at Acme Corp"


@pytest.mark.parametrize(
    ("story", "code"),
    [
        ("", "WAIT003"),
        ("2026-03-04 15:00 promised by=2026-03-13\n", "WAIT003"),
        ("2026-03-05 10:00 requested writing-sample\n", "ASK001"),
        ("2026-03-20 09:00 offered dana@acme.example\n", "OFF001"),
    ],
)
def test_the_whole_title_is_said_once_and_then_it_is_the_role(story: str, code: str) -> None:
    assert draft(HELD + story, code).body.count(ROLE) <= 1


def test_what_nobody_asked_for_is_handed_in_as_promised() -> None:
    ready = "2026-03-03 10:00 agreed kim@uni.example\n2026-03-03 11:00 briefed kim@uni.example\n"
    pledged = HELD + ready + "2026-03-05 10:00 pledged {} by=2026-03-09\n"
    for item, words in (("certificate", "Attached is my certificate, as promised."), ("references", "my references")):
        body = draft(pledged.format(item), "ASK001", item).body
        assert words in body
        assert "as promised" in body
        assert "asked" not in body
    found = made(pledged.format("certificate"), "ASK001", "certificate", language="de")
    assert any("wie versprochen" in each.body for each in found if isinstance(each, Draft))
    asked = pledged.format("certificate") + "2026-03-05 11:00 requested certificate\n"
    assert "promised" not in draft(asked, "ASK001", "certificate").body


def test_what_is_told_is_told_and_not_attached() -> None:
    asked = HELD + "2026-03-05 10:00 requested salary\n"
    found = draft(asked, "ASK001", "salary", said="I expect about 52,000 a year.")
    assert "here is my salary expectation: I expect about 52,000 a year." in found.body
    assert "ttached" not in found.body
    assert found.attach == ()
    [found] = [
        d for d in made(asked, "ASK001", "salary", said="Rund 52.000 im Jahr.", language="de") if isinstance(d, Draft)
    ]
    assert "hier meine Gehaltsvorstellung: Rund 52.000 im Jahr." in found.body
    assert "Anhang" not in found.body


@pytest.mark.parametrize(
    ("item", "english_words", "german_words"),
    [
        ("certificates", "Attached are my certificates", "im Anhang sind, wie"),
        ("payslips", "Attached are my payslips", "meine Lohnabrechnungen"),
        ("form", "Attached is the completed form", "im Anhang ist, wie"),
        ("right-to-work", "Attached is proof of my right to work", "der Nachweis meiner Arbeitserlaubnis"),
    ],
)
def test_one_thing_is_attached_and_several_are(item: str, english_words: str, german_words: str) -> None:
    asked = f"{HELD}2026-03-05 10:00 requested {item}\n"
    assert english_words in draft(asked, "ASK001", item).body
    [found] = made(asked, "ASK001", item, language="de")
    assert isinstance(found, Draft)
    assert german_words in found.body


def test_a_german_subject_is_no_accusative() -> None:
    [found] = made(HELD + "2026-03-05 10:00 requested form\n", "ASK001", "form", language="de")
    assert isinstance(found, Draft)
    assert found.subject == "Ausgefülltes Formular: Data analyst"


def test_the_opening_that_they_said_no_to_is_not_offered_back() -> None:
    no = "2026-03-20 09:00 rejected dana@acme.example\n"
    first = '2026-02-20 09:00 found op1 title="Data analyst" score=0.9\n'
    assert "opening “" not in draft(HELD + first + no, "BYE003").body
    later = '2026-04-20 09:00 found op2 title="Senior analyst (m/w/d)" score=0.9\n'
    assert "I have seen your opening “Senior analyst”" in draft(HELD + first + no + later, "BYE003").body


def test_a_briefing_says_once_that_they_need_it() -> None:
    story = (
        HELD + '2026-03-04 15:20 debriefed fit="they need someone for the till ↔ ran the till"\n'
        '2026-03-04 15:21 debriefed fit="good with people"\n2026-03-04 15:22 debriefed fit="n/a"\n'
        "2026-03-05 15:00 agreed kim@uni.example\n2026-03-06 09:05 named kim@uni.example\n"
    )
    body = draft(story, "REF002").body
    assert "- I ran the till (they need someone for the till)\n- I am good with people\n\n" in body


def test_a_reminder_asks_whether_it_might() -> None:
    body = draft(HELD + "2026-03-05 11:00 asked kim@uni.example\n", "REF004").body
    assert "whether I might name you" in body


def test_silence_is_taken_without_reproach() -> None:
    body = draft(HELD + "2026-03-17 09:30 wrote dana@acme.example purpose=check-in\n", "WAIT005").body
    assert "I last wrote" not in body
    assert "March 17" not in body


@pytest.mark.parametrize(
    ("address", "full", "family"),
    [
        ("ann.de.vries@x.example", "Ann de Vries", "de Vries"),
        ("j.van.der.berg@x.example", "J. van der Berg", "van der Berg"),
        ("van.morris@x.example", "Van Morris", "Morris"),
    ],
)
def test_a_particle_stays_small(address: str, full: str, family: str) -> None:
    assert (person_of(address).full, person_of(address).family) == (full, family)


def test_german_days_stand_in_their_case() -> None:
    story = HELD + "2026-03-04 15:00 promised by=2026-03-13\n"
    [found] = made(story, "WAIT003", language="de")
    assert isinstance(found, Draft)
    assert "am Mittwoch, dem 4. März" in found.body
    assert "bis Freitag, den 13. März" in found.body
    [found] = made(HELD + "2026-03-18 09:00 heard lee@acme.example asks=yes\n", "WAIT004", said="Ja.", language="de")
    assert isinstance(found, Draft)
    assert "Nachricht vom Mittwoch, dem 18. März" in found.body


def test_who_is_not_chosen_is_told_in_whole_sentences() -> None:
    story = HELD + "2026-03-05 15:00 agreed kim@uni.example\n2026-03-06 09:05 named kim@uni.example\n"
    [found] = made(story + "2026-03-20 09:00 rejected\n", "REF006", language="de")
    assert isinstance(found, Draft)
    assert "ich möchte, dass Sie es von mir erfahren" in found.body


@pytest.mark.parametrize("kind", ["padding", "close"])
def test_five_colleagues_need_not_read_the_same_end(kind: str) -> None:
    [ends] = [m for m in THANK_YOU.moves if m.part == kind and len(m.tiers[0]) > 1]
    assert len(set(ends.tiers[0])) == 5


def test_when_somebody_could_start_is_said_as_people_say_it() -> None:
    asked = HELD + "2026-03-05 10:00 requested start-date\n"
    found = draft(asked, "ASK001", "start-date", said="The first of May.")
    assert "here is when I could start: The first of May." in found.body
    assert found.subject.startswith("When I could start")


def test_it_is_the_offer_that_one_is_glad_of() -> None:
    assert "glad to receive the offer" in draft(HELD + "2026-03-20 09:00 offered dana@acme.example\n", "OFF001").body


UPLOAD = (
    '2026-03-05 10:00 requested id by=2026-03-09 quote="Please upload a copy of your ID in our candidate portal."\n'
)


def test_what_is_to_be_uploaded_wants_no_mail() -> None:
    asked = unwritten(UPLOAD, "ASK001").missing[0]
    assert asked.ask == "Upload your id where they say: “Please upload a copy of your ID in our candidate portal.”"
    assert asked.how.endswith("sincerely done ASK001 acme id")


def test_beside_what_is_to_be_uploaded_the_rest_is_mailed() -> None:
    [mail, portal] = made(f"{HELD}{UPLOAD}2026-03-05 10:00 requested transcript\n", "ASK001")
    assert isinstance(mail, Draft)
    assert "transcript" in mail.body
    assert not isinstance(portal, Draft)
    assert made(UPLOAD, "ASK001", "id") == [portal]


def test_who_names_an_address_means_a_mail() -> None:
    assert isinstance(draft(UPLOAD, "ASK001", "dana@acme.example"), Draft)


OFFER = "2026-03-09 09:00 offered dana@acme.example by=2026-03-16\n"


@pytest.mark.parametrize(
    ("said", "language", "reads"),
    [
        ("I accept with pleasure.", "en", "with care"),
        ("I need until Monday, 30 March.", "en", "with care"),
        ("Ich nehme das Angebot gern an.", "de", "sorgfältig"),
        ("J'accepte avec joie.", "fr", "avec attention"),
    ],
)
def test_who_answers_an_offer_in_their_own_words_is_not_still_reading_it(said: str, language: str, reads: str) -> None:
    [answer] = made(f"{HELD}{OFFER}", "OFF001", said=said, language=language)
    [thanks] = made(f"{HELD}{OFFER}", "OFF001", language=language)
    assert isinstance(answer, Draft)
    assert isinstance(thanks, Draft)
    assert said in answer.body
    assert reads not in answer.body
    assert reads in thanks.body


def test_who_was_not_in_the_interview_did_not_speak_there() -> None:
    asked = draft(HELD, "WAIT003", "kim@acme.example").body
    assert "I had my interview for the Data analyst role at Acme Corp on Wednesday, March 4." in asked
    assert "We spoke" not in asked
    assert "We spoke on Wednesday, March 4" in draft(HELD, "WAIT003", "dana@acme.example").body
    [german] = made(HELD, "WAIT003", "kim@acme.example", language="de")
    assert isinstance(german, Draft)
    assert "war mein Gespräch über die Stelle als Data analyst" in german.body


@pytest.mark.parametrize(
    ("names", "said"), [(("kim", "jo"), "Both have agreed"), (("kim", "jo", "ann"), "All of them")]
)
def test_two_referees_are_both(names: tuple[str, ...], said: str) -> None:
    story = "".join(f"2026-03-05 12:00 agreed {name}@uni.example\n" for name in names)
    body = draft(f"{HELD}{story}2026-03-05 10:00 requested references\n", "ASK001").body
    assert said in body
