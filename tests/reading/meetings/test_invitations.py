"""What invitations in mails come to, by what is known of their entry, their people and their mail."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.letters import mime
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 3, 3, 15, tzinfo=UTC)
MAIL = """From: {sender}
To: robin@mail.example
Subject: {subject}
Date: Tue, 03 Mar 2026 10:00:00 -0500
Message-ID: <two@acme.example>
{head}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8

{text}
--cut
Content-Type: text/calendar; charset=utf-8; method={method}

BEGIN:VCALENDAR
METHOD:{method}
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20260303T150000Z
SEQUENCE:{sequence}
DTSTART:20260318T140000Z
DTEND:20260318T150000Z
SUMMARY:{summary}
ORGANIZER:mailto:{organizer}
ATTENDEE;PARTSTAT={answer}:mailto:robin@mail.example
END:VEVENT
END:VCALENDAR
--cut--
"""


def mail(
    summary: str,
    organizer: str = "dana@acme.example",
    *,
    sender: str = "",
    text: str = "See you then.",
    uid: str = "new@acme.example",
    method: str = "REQUEST",
    sequence: int = 0,
    answer: str = "NEEDS-ACTION",
    head: str = "",
) -> bytes:
    return MAIL.format(
        sender=sender or organizer, subject=summary, head=head, text=text, method=method, uid=uid, sequence=sequence,
        summary=summary, organizer=organizer, answer=answer,
    ).encode()  # fmt: skip


def known() -> Links:
    links = Links([Header(id="acme", employer="Acme", role="Data Analyst", zone="America/New_York", country="US")])
    people = frozenset({"dana@acme.example", "kim@gmail.com"})
    uids = ("old@x.example",)
    links.learn("acme", Clues(message_id="one@acme.example", people=people, domain="acme.example", uids=uids, at=AT))
    return links


def reading(data: bytes, links: Links | None = None) -> Reading:
    return read(data, me=ME, at=AT, models=load_models(), links=links if links is not None else known())


def verbs(found: Reading) -> tuple[list[str], list[str]]:
    return [one.event.verb for one in found.events], [one.event.verb for one in found.questions]


@pytest.mark.parametrize("summary", ["Robin <> Dana", "Acme // Robin Keller", "Technical Discussion - Robin Keller"])
@pytest.mark.parametrize("organizer", ["dana@acme.example", "lee@uk.acme.example"])
def test_people_of_a_known_house_invite_to_an_interview(summary: str, organizer: str) -> None:
    found = reading(mail(summary, organizer))
    assert verbs(found) == (["scheduled"], [])
    assert found.process == "acme"


@pytest.mark.parametrize(
    ("method", "sequence", "verb"), [("REQUEST", 1, "moved"), ("REQUEST", 0, "scheduled"), ("CANCEL", 1, "cancelled")]
)
def test_a_known_entry_goes_on_whoever_sends_it(method: str, sequence: int, verb: str) -> None:
    data = mail(
        "Robin / Lee", "calendar@cronofy.com", uid="old@x.example", method=method, sequence=sequence, text="Hello."
    )
    assert known().knows(mime.parse(data))
    found = reading(data)
    assert verbs(found) == ([verb], [])
    assert (found.process, found.link and found.link.why) == ("acme", "calendar")
    assert not known().knows(mime.parse(mail("Robin / Lee", "calendar@cronofy.com")))


def test_an_invitation_in_a_known_thread_is_asked_about() -> None:
    data = mail("Robin / Sam", "sam@gmail.com", head="In-Reply-To: <one@acme.example>\n")
    found = reading(data)
    assert verbs(found)[0] == []
    assert "scheduled" in verbs(found)[1]
    [asked] = [one.event for one in found.questions if one.event.verb == "scheduled"]
    assert asked.start == datetime(2026, 3, 18, 14, tzinfo=UTC)  # type: ignore[attr-defined]
    # What is asked makes no entry known.
    assert found.clues is not None
    assert found.clues.uids == ()
    assert verbs(reading(mail("Robin / Sam", "sam@gmail.com"))) == ([], [])


@pytest.mark.parametrize("summary", ["Lunch with Kim", "Squash", "Weekly catch-up", "Dentist"])
def test_what_is_private_is_not_even_asked_about(summary: str) -> None:
    for organizer in ("kim@gmail.com", "dana@acme.example"):
        events, questions = verbs(reading(mail(summary, organizer)))
        assert "scheduled" not in [*events, *questions]


def test_what_its_words_take_for_no_mail_of_hiring_is_asked_about_where_a_known_house_invites() -> None:
    text = "Hey Robin, Kai's been raving about your unit! Does this work? If not just shout.\n\nPriya"
    data = mail("Robin <> Priya (Acme)", "priya@acme.example", sender="Priya Nair <priya@acme.example>", text=text)
    data = data.replace(b"Subject: ", b"Subject: Invitation: @ Wed Mar 18, 2026 2pm - 3pm (EDT) ")
    assert "scheduled" in {verb for some in verbs(reading(data)) for verb in some}


def test_a_friends_wishes_make_no_interview() -> None:
    text = "Good luck with your interview! Tell me how it went."
    events, questions = verbs(reading(mail("Catch-up", "jo@gmail.com", text=text), Links()))
    assert "scheduled" not in [*events, *questions]


def test_a_mails_words_tell_what_its_entry_does_not() -> None:
    text = "Dear Robin,\n\nhere is the invitation to your interview for the Data Analyst position. You will meet with Lee Park.\n\nMira"
    found = reading(mail("Robin / Fern", "mira@fern.example", text=text), Links())
    [event] = [one.event for one in found.events]
    assert (event.verb, event.who) == ("scheduled", ("Lee Park",))


def test_what_the_candidate_declined_is_not_fixed() -> None:
    for answer, expected in (("DECLINED", []), ("ACCEPTED", ["scheduled"])):
        events, questions = verbs(reading(mail("Interview: Data Analyst", text="", answer=answer)))
        assert [verb for verb in (*events, *questions) if verb == "scheduled"] == expected
