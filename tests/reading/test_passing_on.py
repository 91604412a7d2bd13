"""A mail that was passed on is read as its own sender's; one that was written to somebody else is not."""

from __future__ import annotations

from sincerely.reading import mime
from sincerely.reading.passing_on import passed_on

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
