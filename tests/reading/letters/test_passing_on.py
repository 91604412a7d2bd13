"""A mail that was passed on is read as its own sender's; one that was written to somebody else is not."""

from __future__ import annotations

import pytest

from sincerely.reading.letters import mime
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.passing_on import passed_on, passed_through

ME = frozenset({"robin@mail.example"})
HEAD = """From: Robin Ashdown <robin@old.example>
To: robin@mail.example
Subject: {subject}
Date: Tue, 10 Mar 2026 08:00:00 +0000
Content-Type: text/plain; charset=utf-8

{note}
---------- Forwarded message ---------
From: Dana Lee <dana@acme.example>
Date: Mon, 9 Mar 2026 at 16:20
Subject: Your interview
To: <{to}>

We would like to meet you on Friday at 10.
"""


def mail(note: str = "", to: str = "robin@mail.example", subject: str = "Fwd: Your interview") -> bytes:
    return HEAD.format(note=note, to=to, subject=subject).encode()


def test_it_bears_its_own_sender_date_and_subject() -> None:
    inner = passed_on(mime.parse(mail("here it is")), ME)
    assert inner is not None
    assert inner.from_.address == "dana@acme.example"
    assert inner.subject == "Your interview"
    assert inner.date is not None
    assert inner.date.day == 9
    assert "Friday at 10" in inner.text


def test_what_was_written_to_somebody_else_is_not_the_candidates() -> None:
    assert passed_on(mime.parse(mail(to="sister@mail.example")), ME) is None


def test_a_long_note_speaks_for_itself() -> None:
    assert passed_on(mime.parse(mail("I have thought about this for a while. " * 20)), ME) is None


def test_what_the_candidate_passes_on_to_others_was_read_when_it_came() -> None:
    data = mail().replace(b"robin@old.example", b"robin@mail.example").replace(b"To: robin@mail", b"To: kim@mail")
    assert passed_on(mime.parse(data), ME) is None


def test_any_other_mail_is_none() -> None:
    assert passed_on(mime.parse(b"From: a@b.example\nSubject: Hello\n\nHello."), ME) is None


def to_oneself(to: str, sender: str = "Dana Lee <dana@acme.example>") -> bytes:
    data = mail(to="robin@mail.example").replace(b"robin@old.example", b"robin@mail.example")
    return data.replace(b"To: <robin@mail.example>", f"To: {to}".encode()).replace(
        b"Dana Lee <dana@acme.example>", sender.encode()
    )


@pytest.mark.parametrize(
    "to", ["Robin Ashdown <r.temp@office.example>", "<rashdown2@uni.example>", "<robin@mail.example>"]
)
def test_what_candidates_pass_on_to_themselves_may_have_come_to_another_address(to: str) -> None:
    inner = passed_on(mime.parse(to_oneself(to)), ME)
    assert inner is not None
    assert inner.from_.address == "dana@acme.example"


def test_what_candidates_pass_on_to_themselves_need_not_be_theirs() -> None:
    assert passed_on(mime.parse(to_oneself("Kim Sands <kim@mail.example>")), ME) is None
    own = to_oneself("Robin Ashdown <r.temp@office.example>", "Robin Ashdown <robin@mail.example>")
    assert passed_on(mime.parse(own), ME) is None


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("Robinia Kale <robinia.kale@mail.example>", "We would like"),
        ("Robin Novak <r.novak@mail.example>", "We would like"),
        ("Robin <robin.novak@mail.example>", "We would like"),
        ("Kim Ashdowner <k.ashdowner@mail.example>", "We would like"),
        ("Kim Ashdown <kim.ashdown@mail.example>", "We would like"),
        ("<ashdown@family.example>", "We would like"),
        ("<robin@gmail.com>", "We would like"),
        ("<robin@family.example>", "Dear Ms Novak,\n\nWe would like"),
        ("<robin@family.example>", "Dear Robin Novak,\n\nWe would like"),
        ("<robin@family.example>", "Kim,\n\nWe would like"),
        ("Robin Ashdown <robin@office.example>", "Hi Kim, we are sorry. We would like"),
    ],
)
def test_a_name_like_theirs_or_one_that_the_greeting_contradicts_is_another_persons(to: str, text: str) -> None:
    assert passed_on(mime.parse(to_oneself(to).replace(b"We would like", text.encode())), ME) is None


@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("<robin@old.example>", "Dear Robin,\n\nWe would like"),
        ("<robinashdown88@gmail.com>", "Good morning,\n\nWe would like"),
        ("R. Ashdown <rash@office.example>", "Dear Ms Ashdown,\n\nWe would like"),
        ("Robin Lee Ashdown <rla@office.example>", "Hello Robin Lee!\n\nWe would like"),
        ('"Ashdown, Robin" <x12@office.example>', "Hi Rob, good news. We would like"),
        ("Robin <robin.ashdown+jobs@office.example>", "Dear candidate,\n\nWe would like"),
        ("<ashdown.robin@office.example>", "Unfortunately, all is taken. We would like"),
    ],
)
def test_their_own_name_in_another_spelling_is_theirs(to: str, text: str) -> None:
    assert passed_on(mime.parse(to_oneself(to).replace(b"We would like", text.encode())), ME) is not None


def test_whoever_has_but_one_name_is_found_by_that_alone() -> None:
    for to, theirs in (("<robin@old.example>", True), ("Robin Novak <robin@old.example>", False)):
        data = to_oneself(to).replace(b"Robin Ashdown <robin@mail", b"Robin <robin@mail")
        assert (passed_on(mime.parse(data), ME) is not None) is theirs


CLIENT = """From: Josh Lyle <josh@peel.example>
To: Robin Ashdown <robin@mail.example>
Subject: FW: Robin Ashdown
Date: Tue, 10 Mar 2026 08:00:00 +0000
Content-Type: text/plain; charset=utf-8

{note}

From: Claire Hobbs <claire@dunmore.example>
Sent: 10 March 2026 07:44
To: {to}
Subject: Robin Ashdown

{text}
"""


def through(
    note: str = "See below from Claire.", to: str = "Josh Lyle <josh@peel.example>", text: str = "Happy to see Robin."
) -> Letter | None:
    return passed_through(mime.parse(CLIENT.format(note=note, to=to, text=text).encode()), ME)


def test_what_a_client_wrote_to_a_recruiter_about_the_candidate_is_passed_through() -> None:
    inner = through()
    assert inner is not None
    assert inner.from_.address == "claire@dunmore.example"
    assert inner.text.strip() == "Happy to see Robin."


def test_what_is_passed_on_with_many_words_or_was_written_to_others_is_not() -> None:
    assert through(note="I have thought about this for a while. " * 20) is None
    assert through(to="Pat Smith <pat@elsewhere.example>") is None
    assert through(to="Robin Ashdown <robin@mail.example>") is None
    data = CLIENT.format(note="See below.", to="Josh Lyle <josh@peel.example>", text="Happy to see Kim.")
    assert passed_through(mime.parse(data.replace("Subject: Robin Ashdown", "Subject: Kim").encode()), ME) is None
