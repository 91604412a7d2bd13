"""Who is named in a process's own mails may be named in what goes out; anybody else is named by mistake."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from sincerely.app.mail_in.sync import sync
from sincerely.app.outgoing.message import outgoing_mail
from sincerely.app.outgoing.reviewing import review_found
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened, reader
from sincerely.sources.detect import open_source
from sincerely.store.base import Store

ME = "jo.ferris@mail.example"
NOW = datetime(2026, 5, 15, 9, tzinfo=UTC)
ENTRY = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:brim1
DTSTART:20260514T120000Z
DTEND:20260514T130000Z
SUMMARY:Interview: Assistant buyer
ORGANIZER;CN=Tessa Lowe:mailto:tessa.lowe@brimfield.example
ATTENDEE;CN="Quill, Harriet":mailto:hq@brimfield.example
ATTENDEE;CN=Jo Ferris:mailto:jo.ferris@mail.example
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
INVITED = f"""From: Tessa Lowe <tessa.lowe@brimfield.example>
To: Jo Ferris <jo.ferris@mail.example>
Subject: Interview: Assistant buyer
Date: Fri, 08 May 2026 09:00:00 +0000
Message-ID: <2@brimfield.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Dear Jo,

we would like to invite you to an interview on Thursday 14 May 2026 at 14:00. You will meet Mrs Ostrander
(warehouse) and Dr. Bram Teller. My colleague Mr Vane-Tempest shows you round.

Kind regards,
Tessa Lowe
Brimfield Foods

--b
Content-Type: text/calendar; method=REQUEST; charset=utf-8
Content-Transfer-Encoding: base64

{base64.b64encode(ENTRY.encode()).decode()}
--b--
"""
NOTE = """From: Jo Ferris <jo.ferris@mail.example>
To: Tessa Lowe <tessa.lowe@brimfield.example>
Subject: Assistant buyer

Dear Tessa,

I have decided to take another position and withdraw. {said}

Kind regards,
Jo Ferris
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("spoken")
    with opened(folder / "home") as found:
        path = folder / "1.eml"
        path.write_text(INVITED, "utf-8")
        sync(found, [open_source(path)], reader(found, [ME], NOW), NOW, lambda *_: None)
        yield found


def _morning(zone: tzinfo) -> datetime:
    return datetime(2026, 5, 15, 9, tzinfo=zone)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("My regards to Mrs Ostrander.", False),
        ("Best wishes to Ms. Ostrander as well!", False),
        ("My thanks to Bram Teller, too.", False),
        ("Regards to Teller and the others.", False),
        ("Please give my thanks to Dr. Bram T.", False),
        ("My regards to Mrs O., who was so kind.", False),
        ("Thanks also to Mr Vane-Tempest.", False),
        ("My regards to Harriet Quill.", False),
        ("My regards to Quill.", False),
        ("My regards to Mrs Ostrom.", True),
        ("My regards to Mrs Brandt.", True),
        ("Thanks also to Petra Seidel.", True),
        ("Please give my thanks to Dr. Tell.", True),
        ("My regards to Mr Tempest.", True),
    ],
)
def test_whom_a_mail_of_the_process_names_is_no_wrong_name(store: Store, said: str, *, wrong: bool) -> None:
    mail = outgoing_mail(NOTE.format(said=said).encode())
    found = review_found(mail, store, _morning, policy=load_policy("default"))
    assert found is not None
    assert ("OUT005" in {finding.code for finding in found.verdict.findings}) is wrong


def test_a_colleague_named_in_a_mail_is_greeted_beside_who_gets_it(store: Store) -> None:
    text = NOTE.format(said="").replace("Dear Tessa,", "Dear Tessa and Mrs {name},")
    for name, wrong in (("Ostrander", False), ("Brandt", True)):
        mail = outgoing_mail(text.format(name=name).encode())
        found = review_found(mail, store, _morning, policy=load_policy("default"))
        assert found is not None
        assert ("OUT005" in {finding.code for finding in found.verdict.findings}) is wrong
