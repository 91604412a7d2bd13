"""Plain mails of every kind, read as they come; what must never be asserted; what no mail may do to the reader."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 3, 3, 15, tzinfo=UTC)
HEAD = """From: {sender}
To: {to}
Subject: {subject}
Date: Tue, 03 Mar 2026 10:00:00 -0500
Message-ID: <one@acme.example>
Content-Type: text/plain; charset=utf-8

"""


def reading(
    text: str,
    subject: str = "Data Analyst at Acme",
    sender: str = "Dana Lee <dana@acme.example>",
    to: str = "Robin Ashdown <robin@mail.example>",
) -> Reading:
    data = (HEAD.format(sender=sender, to=to, subject=subject) + text).encode()
    return read(data, me=ME, at=AT, models=load_models(), links=Links())


PLAIN = {
    "acknowledgement": "Dear Robin,\n\nThank you for applying for the Data Analyst position at Acme. We have received your application and will review it carefully.\n\nDana Lee\nAcme",
    "rejection": "Dear Robin,\n\nThank you for your interest in the Data Analyst position at Acme. After careful consideration we have decided to move forward with other candidates.\n\nDana Lee\nAcme",
    "offer": "Dear Robin,\n\nWe are delighted to offer you the position of Data Analyst at Acme. Please let us know by Friday, 13 March whether you accept.\n\nDana Lee\nAcme",
    "interview_set": "Dear Robin,\n\nYour interview for the Data Analyst position is confirmed for Thursday, 12 March 2026 at 2:00 PM. You will meet Lee Wong.\n\nDana Lee\nAcme",
    "interview_invite": "Dear Robin,\n\nWe would like to invite you to an interview for the Data Analyst position. Could you tell us when you are available next week?\n\nDana Lee\nAcme",
    "interview_changed": "Dear Robin,\n\nUnfortunately we must move your interview. It will now take place on Friday, 13 March 2026 at 11:00 AM.\n\nDana Lee\nAcme",
    "interview_cancelled": "Dear Robin,\n\nUnfortunately we have to cancel your interview on Thursday, 12 March 2026 at 2:00 PM.\n\nDana Lee\nAcme",
    "assessment": "Dear Robin,\n\nAs the next step for the Data Analyst role please complete the online skills test by Monday, 9 March.\n\nDana Lee\nAcme",
    "reference_check": "Dear Robin,\n\nPlease send us the names and contact details of three references by Friday.\n\nDana Lee\nAcme",
    "request": "Dear Robin,\n\nFor your application as Data Analyst we still need a writing sample from you. Please send it by Monday, 9 March.\n\nDana Lee\nAcme",
    "promise": "Dear Robin,\n\nThank you for coming in today. We will make our decision and let you know by Friday, 13 March.\n\nDana Lee\nAcme",
}


@pytest.mark.parametrize("kind", PLAIN)
def test_plain_mail_is_of_its_kind(kind: str) -> None:
    assert reading(PLAIN[kind]).kind == kind


def test_an_interview_is_fixed_with_its_time_and_people() -> None:
    [found] = [f for f in reading(PLAIN["interview_set"]).events if f.event.verb == "scheduled"]
    # Clocks in New York go forward between the mail and the interview.
    assert found.event.start == datetime(2026, 3, 12, 18, tzinfo=UTC)  # type: ignore[attr-defined]
    assert found.event.who == ("Lee Wong",)
    assert "2:00 PM" in found.event.quote


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("If we decide to move forward, you will hear from us about an interview.", "scheduled"),
        ("I am sorry to hear that your grandmother has died. Take all the time you need before our talk.", "rejected"),
        ("Unfortunately we must move your interview to Friday at 11.", "rejected"),
        ("I am happy to offer you a coffee when you are in town.", "offered"),
        ("Only shortlisted candidates will be invited to an interview.", "scheduled"),
    ],
)
def test_what_only_sounds_so_is_not_asserted(text: str, never: str) -> None:
    assert never not in {found.event.verb for found in reading(f"Dear Robin,\n\n{text}\n\nDana Lee\nAcme").events}


def test_what_was_sent_closes_debts() -> None:
    found = reading(
        "Dear Dana,\n\nThank you for your time today. I enjoyed our conversation about the migration very much.\n\nRobin",
        subject="Thank you",
        sender="Robin Ashdown <robin@mail.example>",
        to="Dana Lee <dana@acme.example>",
    )
    assert found.sent
    assert [(one.event.verb, one.event.who) for one in found.events] == [("thanked", ("dana@acme.example",))]


def test_an_agency_writes_for_its_client() -> None:
    found = reading(
        "Hi Robin,\n\nMy client, Halvorsen, was impressed and would like to interview you for the Data Analyst role. "
        "When could you make it?\n\nPriya Shah\nStroud Recruitment",
        sender="Priya Shah <priya@stroudrecruitment.example>",
    )
    assert found.via == "agency"
    assert found.clues is not None
    assert found.clues.consultant == "priya@stroudrecruitment.example"


def test_every_event_has_its_place_in_the_text() -> None:
    for text in PLAIN.values():
        found = reading(text)
        for one in (*found.events, *found.questions):
            if one.begin >= 0:
                assert found.reply[one.begin : one.stop] == one.event.quote
            assert 0 < one.event.confidence <= 1


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_no_mail_makes_it_fail(text: str, subject: str) -> None:
    found = reading(f"Dear Robin, about your interview: {text}", subject=" ".join(subject.split()))
    assert found.kind


def test_a_day_in_the_subject_is_that_of_what_is_asked_for() -> None:
    found = reading(
        "Dear Robin,\n\nFor your application as Data Analyst we still need a writing sample from you; please see the subject.\n\nDana Lee\nAcme",
        subject="Writing sample due Friday 13 March",
    )
    [asked] = [one.event for one in found.events if one.event.verb == "requested"]
    assert str(asked.by) == "2026-03-13"  # type: ignore[attr-defined]


ASKED_FOR = {
    "Please send your transcript by Friday 13 March, since the board meets on 20 March and will decide by then.": "2026-03-13",
    "Please send us your transcript. The board meets on 20 March and we should have an answer for you by then.": "None",
    "Please send us your transcript. We will call you before the board meets on 20 March.": "None",
}


@pytest.mark.parametrize("text", ASKED_FOR)
def test_a_deadline_is_the_one_of_what_is_asked_for(text: str) -> None:
    found = reading(f"Dear Robin,\n\n{text}\n\nDana Lee\nAcme")
    days = {str(one.event.by) for one in found.events if one.event.verb == "requested"}  # type: ignore[attr-defined]
    assert days == {ASKED_FOR[text]}


@pytest.mark.parametrize("subject", ["Due to snow: moved to Friday 13 March", "Re: Writing sample due Friday"])
def test_a_subject_about_something_else_sets_no_deadline(subject: str) -> None:
    found = reading(
        "Dear Robin,\n\nFor your application as Data Analyst we also need your transcript; send it when you can.\n\nDana Lee\nAcme",
        subject=subject,
    )
    assert {one.event.by for one in found.events if one.event.verb == "requested"} <= {None}  # type: ignore[attr-defined]


def test_what_the_writer_is_is_no_opening() -> None:
    found = reading(
        "Hi Robin!\n\nThe claims team has asked me to get you on the books for a virtual onsite. Do you have a free morning in the "
        "next couple of weeks?\n\nKeisha Lindqvist\nRecruiting Coordinator, Harborline Mutual",
        subject="Harborline Mutual: setting up your interviews",
        sender="Keisha Lindqvist <keisha.lindqvist@harborline.example>",
    )
    assert (found.kind, found.role) == ("interview_invite", "")


def in_a_process() -> Links:
    links = Links(
        [Header(id="acme-analyst", employer="Acme", role="Data Analyst", zone="America/New_York", country="US")]
    )
    links.learn("acme-analyst", Clues(people=frozenset({"dana@acme.example"}), domain="acme.example", at=AT))
    return links


@pytest.mark.parametrize(
    ("text", "answers", "purpose"),
    [("Can I sleep on it till Friday.", True, "reply"), ("The bike made it up the hill after all.", False, "other")],
)
def test_a_word_to_somebody_of_a_process_is_a_word_to_the_employer(text: str, purpose: str, *, answers: bool) -> None:
    head = HEAD.format(sender="robin@mail.example", to="Dana Lee <dana@acme.example>", subject="hey")
    data = (("In-Reply-To: <zero@acme.example>\n" if answers else "") + head + text).encode()
    found = read(data, me=ME, at=AT, models=load_models(), links=in_a_process())
    [event] = [one.event for one in found.events]
    assert (event.verb, event.who, event.purpose) == ("wrote", ("dana@acme.example",), purpose)  # type: ignore[attr-defined]
    assert found.link is not None
    assert found.link.process == "acme-analyst"


def test_a_word_from_somebody_of_a_process_is_the_employers() -> None:
    head = HEAD.format(sender="Dana Lee <dana@acme.example>", to="robin@mail.example", subject="hey")
    data = (head + "It didn't sound odd. My mother laughed.\n\nDana").encode()
    known = read(data, me=ME, at=AT, models=load_models(), links=in_a_process())
    assert [found.event.verb for found in known.events] == ["heard"]
    assert read(data, me=ME, at=AT, models=load_models(), links=Links()).events == ()


def test_a_friend_in_copy_is_no_employer() -> None:
    links = in_a_process()
    links.learn("acme-analyst", Clues(people=frozenset({"pat@gmail.com"}), at=AT))
    head = HEAD.format(sender="Pat Moor <pat@gmail.com>", to="robin@mail.example", subject="Saturday")
    data = (head + "Can you feed the cat on Saturday? The key is under the mat.\n\nPat").encode()
    assert read(data, me=ME, at=AT, models=load_models(), links=links).events == ()


def test_another_language_in_a_process_is_a_question() -> None:
    head = HEAD.format(sender="Dana Lee <dana@acme.example>", to="robin@mail.example", subject="Entrevista")
    text = "Estimado Robin, nos gustaría invitarle a una entrevista el jueves 5. ¿Podría confirmar su asistencia, por favor? Un saludo, Dana"
    found = read((head + text).encode(), me=ME, at=AT, models=load_models(), links=in_a_process())
    assert found.events == ()
    assert [one.event.verb for one in found.questions] == ["heard"]
    assert found.link is not None
    assert found.link.process == "acme-analyst"


def test_the_first_look_does_not_decide_alone() -> None:
    text = (
        "You have a new offer to review: Yard Marshal, Selby.\n\n1) Log in with your candidate password\n2) Read the terms\n"
        "3) Choose Accept or Decline\n\nThe button disappears at midnight on Monday 9 March.\n\nHarrow & Vane People Services"
    )
    found = reading(text, subject="Robin, your offer is ready", sender="Harrow & Vane <noreply@successfactors.eu>")
    assert found.kind == "offer"
    assert not found.events, "what it doubts that is grave is asked"
    assert [one.event.verb for one in found.questions] == ["offered"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Your interview with Priya Raman is on Thursday, March 12 at 2:00 PM.", "interview_set"),
        ("Hi Robin, we'd like to keep your resume on file. Unfortunately we went with someone else.", "rejection"),
        ("Dear Robin, please complete the coding test within 5 days of receiving this email.", "assessment"),
    ],
)
def test_a_few_words_are_read_before_they_are_judged(text: str, kind: str) -> None:
    assert reading(text, subject="Data Analyst").kind == kind


@pytest.mark.parametrize(
    ("sender", "who"),
    [
        ("Aspen Telecom <aspentelecom@myworkday.com>", ()),
        ("Silverbay Resorts <silverbay@talent.icims.com>", ()),
        ("Tramway Centrale <tramway-centrale.k2f9@teamtailor-mail.com>", ()),
        ("Baumarkt Holler <system@holler-jobs.example>", ()),
        ("Devika Rao <devika.rao@hire.lever.co>", ("devika.rao@hire.lever.co",)),
        ("Dana Lee <dana@acme.example>", ("dana@acme.example",)),
    ],
)
def test_a_relays_mailbox_is_nobody_but_where_it_spells_a_persons_name(sender: str, who: tuple[str, ...]) -> None:
    read_ = reading(PLAIN["rejection"], sender=sender)
    assert [f.event.who for f in (*read_.events, *read_.questions) if f.event.verb == "rejected"] == [who]
