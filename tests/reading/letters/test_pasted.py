"""Mail that was copied out of a program as text: what stands above it is read, what does not stand there is not guessed."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.counting import work

from sincerely.reading.letters import charsets, mime_body, pasted, reply_dates, reply_headers
from sincerely.reading.letters.letter import NOBODY, Address

AT = datetime(2026, 3, 5, 10, tzinfo=ZoneInfo("America/New_York"))
DANA = Address("Dana Smith", "dana@acme.example")


class Case(NamedTuple):
    name: str
    text: str
    date: str | None
    subject: str
    body: str
    sender: Address = DANA
    to: tuple[str, ...] = ("robin@mail.example",)


CASES = [
    Case("outlook", "From: Dana Smith <dana@acme.example>\nSent: Tuesday, March 3, 2026 4:10 PM\nTo: Robin Reader <robin@mail.example>\nSubject: Your interview\n\nHi Robin,\nsee you.\n", "2026-03-03T16:10:00-05:00", "Your interview", "Hi Robin,\nsee you."),
    Case("outlook, German", "Von: Dana Smith <dana@acme.example>\nGesendet: Dienstag, 3. März 2026 16:10\nAn: Robin <robin@mail.example>\nBetreff: Ihr Gespräch\n\nGuten Tag,", "2026-03-03T16:10:00-05:00", "Ihr Gespräch", "Guten Tag,"),
    Case("outlook, French, CRLF", "De : Dana Smith <dana@acme.example>\r\nEnvoyé : mardi 3 mars 2026 16:10\r\nÀ : robin@mail.example\r\nObjet : Entretien\r\n\r\nBonjour,", "2026-03-03T16:10:00-05:00", "Entretien", "Bonjour,"),
    Case("outlook on one line", "From: Dana Smith <dana@acme.example> Sent: Tuesday, March 3, 2026 4:10 PM To: Robin <robin@mail.example> Subject: Your interview\nHi Robin,", "2026-03-03T16:10:00-05:00", "Your interview", "Hi Robin,"),
    Case("outlook on the web", "Your interview\nDana Smith<dana@acme.example>\nTo: You\nTue 3/3/2026 4:10 PM\n\nHello", "2026-03-03T16:10:00-05:00", "Your interview", "Hello", to=("You",)),
    Case("a forward's separator", "---------- Forwarded message ---------\nFrom: Dana Smith <dana@acme.example>\nDate: Tue, Mar 3, 2026 at 4:10 PM\nSubject: Your interview\nTo: <robin@mail.example>\n\n\nHello", "2026-03-03T16:10:00-05:00", "Your interview", "Hello"),
    Case("gmail, on one line", "Dana Smith <dana@acme.example>  Tue, Mar 3, 2026 at 4:10 PM\nTo: Robin Reader <robin@mail.example>\nHi Robin,\nsee you.", "2026-03-03T16:10:00-05:00", "", "Hi Robin,\nsee you."),
    Case("gmail, from the page", "Your interview\nInbox\n\nDana Smith <dana@acme.example>\n4:10 PM (2 hours ago)\nto me\n\nHi Robin,\n", "2026-03-05T16:10:00-05:00", "Your interview", "Hi Robin,", to=("me",)),
    Case("gmail, without a year", "Your interview\nExternal\nInbox\nDana Smith <dana@acme.example>\nTue, Dec 30, 4:10 PM (2 days ago)\nto me\nTo be clear: no.", "2025-12-30T16:10:00-05:00", "Your interview", "To be clear: no.", to=("me",)),
    Case("gmail, printed", "Robin Reader <robin@mail.example>\nYour interview\n1 message\nDana Smith <dana@acme.example>\tTue, Mar 3, 2026 at 4:10 PM\nTo: Robin Reader <robin@mail.example>\nHi Robin,", "2026-03-03T16:10:00-05:00", "Your interview", "Hi Robin,"),
    Case("no address", "From: Dana Smith\nSubject: Your interview\n\nHi", None, "Your interview", "Hi", Address("Dana Smith", ""), ()),
    Case("a subject alone", "Subject: Your interview\n\nHi", None, "Your interview", "Hi", NOBODY, ()),
    Case("the body alone", "Hi Robin,\n\nplease write to\ndana@acme.example\nby Friday.", None, "", "Hi Robin,\n\nplease write to\ndana@acme.example\nby Friday.", NOBODY, ()),
    Case("details are no headers", "Date: Thursday, March 5\nTime: 3 pm\nWhere: Zoom", None, "", "Date: Thursday, March 5\nTime: 3 pm\nWhere: Zoom", NOBODY, ()),
    Case("a name and a promise are no headers", "Dana Smith <dana@acme.example>\nwill call you on March 9, 2026 at 4:10 PM", None, "", "Dana Smith <dana@acme.example>\nwill call you on March 9, 2026 at 4:10 PM", NOBODY, ()),
    Case("two titles are a text", "Hello Robin\nGood news\nDana Smith <dana@acme.example>\nTue, Mar 3, 2026 at 4:10 PM", None, "", "Hello Robin\nGood news\nDana Smith <dana@acme.example>\nTue, Mar 3, 2026 at 4:10 PM", NOBODY, ()),
    Case("a real mail", "Received: from x\nFrom: Dana Smith <dana@acme.example>\nDate: Tue, 3 Mar 2026 10:00:00 +0000\nTo: robin@mail.example\nSubject: =?utf-8?q?caf=C3=A9?=\n\nHi", "2026-03-03T10:00:00+00:00", "café", "Hi"),
    Case("nothing", " \n\n", None, "", "", NOBODY, ()),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pasted(case: Case) -> None:
    made = pasted.letter(case.text.encode(), AT)
    assert made.from_ == case.sender
    assert (made.date.isoformat() if made.date else None) == case.date
    assert (made.subject, made.text.strip()) == (case.subject, case.body)
    assert tuple(one.address or one.name for one in made.to) == case.to


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_in_any_charset(encoding: str) -> None:
    made = pasted.letter("Von: Jörg Groß <j@acme.example>\nBetreff: Gespräch\n\nSchöne Grüße".encode(encoding), AT)
    assert (made.from_, made.subject, made.text) == (Address("Jörg Groß", "j@acme.example"), "Gespräch", "Schöne Grüße")


def test_html_that_was_pasted_is_read_as_such() -> None:
    made = pasted.letter(b"<html><body><p>Dear Robin,</p><p>see you</p></body></html>", AT)
    assert made.from_html
    assert made.text.split() == ["Dear", "Robin,", "see", "you"]


LINES = st.sampled_from([line for case in CASES for line in case.text.split("\n")])


@given(st.lists(LINES | st.text(max_size=30), max_size=15).map("\n".join))
def test_never_raises_and_loses_nothing_below(text: str) -> None:
    made = pasted.letter(f"{text}\n\nAnd this is the last sentence of all.".encode("utf-8", "replace"), AT)
    assert made.date is None or made.date.tzinfo is not None


@given(st.binary(max_size=300))
def test_any_bytes_are_borne(data: bytes) -> None:
    pasted.letter(data, AT)


@pytest.mark.parametrize(
    "piece",
    ["From: ", "From: a@b.example\n", "a@b.example\n", "Dana <", "x <a@b.example> ", "Tue, Mar 3, 2026 ", "To: a, ", "4:10 PM ", "x", " ", "\n", "Subject: x From: y Sent: z To: a "],
)  # fmt: skip
def test_work_grows_with_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    modules = [pasted, reply_headers, reply_dates, charsets, mime_body]
    once, twice = (work(monkeypatch, modules, partial(pasted.letter, (piece * n).encode(), AT)) for n in (3000, 6000))
    assert twice < 2.3 * once + 2000


def test_ten_megabytes_in_one_line() -> None:
    assert len(pasted.letter(b"see you on Friday " * 600_000, AT).text) == 1_000_000
