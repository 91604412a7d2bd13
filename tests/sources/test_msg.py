"""Outlook's ``.msg`` files: what they hold comes out as mail; what is broken in them is said, and costs nothing."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest
from tests.sources import msg_writer
from tests.sources.msg_writer import Said, compound, compressed, mail

from sincerely.reading.calendars.entries import entries
from sincerely.reading.letters import forwarded, mime
from sincerely.reading.letters.letter import Address, Attachment, Letter
from sincerely.sources.msg_mail import as_mail

SENT = datetime(2026, 3, 3, 15, 10, tzinfo=UTC)
DANA = {0x0C1A: "Dana Smith", 0x5D01: "dana@acme.example", 0x0042: "Dana Smith", 0x5D02: "dana@acme.example"}
ROBIN = Said({0x3001: "Robin Reader", 0x39FE: "robin@mail.example"}, numbers={0x0C15: 1})
LEE = Said({0x3001: "Lee Park", 0x3003: "/O=ACME/OU=X/CN=RECIPIENTS/CN=LEE"}, numbers={0x0C15: 2})
HEADERS = (
    "Received: from mx.acme.example by mail.example; Tue, 3 Mar 2026 15:10:05 +0000\r\n"
    "From: =?utf-8?q?Dana_Smith?= <dana@acme.example>\r\nTo: Robin\r\n\t<robin@mail.example>\r\n"
    "Subject: Your interview\r\nDate: Tue, 3 Mar 2026 10:10:00 -0500\r\nMessage-ID: <1@acme.example>\r\n"
    "References: <0@mail.example>\r\nContent-Type: multipart/alternative; boundary=x\r\nMIME-Version: 1.0\r\n\r\n"
)


def letter(said: Said, *more: object, **options: object) -> Letter:
    return mime.parse(as_mail(compound(mail(said, *more, **options))))  # type: ignore[arg-type]


def test_headers_are_made_from_what_outlook_knows() -> None:
    made = letter(
        Said(
            {
                0x0037: "Your interview",
                0x1000: "See you on Friday.\r\n",
                0x1035: "<1@acme.example>",
                0x1042: "<0@mail.example>",
                **DANA,
            },
            times={0x0039: SENT},
        ),
        [ROBIN, LEE],
    )
    assert (made.from_, made.subject, made.date) == (Address("Dana Smith", "dana@acme.example"), "Your interview", SENT)
    assert made.to == (Address("Robin Reader", "robin@mail.example"),)
    assert [one.name for one in made.cc] == ["Lee Park"]  # only Exchange knows his address
    assert (made.message_id, made.in_reply_to, made.text) == ("1@acme.example", "0@mail.example", "See you on Friday.")
    assert made.faults == ()


def test_headers_that_came_over_the_wire_are_kept() -> None:
    made = letter(
        Said({0x007D: HEADERS, 0x0037: "WG: Your interview", 0x1000: "See you.", **DANA}, times={0x0039: SENT})
    )
    assert (made.message_id, made.references) == ("1@acme.example", ("0@mail.example",))
    assert made.subject == "Your interview"
    assert made.date is not None
    assert made.date.isoformat() == "2026-03-03T10:10:00-05:00"
    assert (made.text, made.faults) == ("See you.", ())


@pytest.mark.parametrize(
    "headers", ["Microsoft Mail Internet Headers Version 2.0\r\n\r\n", "X-Scanned: yes\r\n", "nothing\n"]
)
def test_headers_that_say_nothing_are_not_believed(headers: str) -> None:
    made = letter(Said({0x007D: headers, 0x0037: "Hello", 0x1000: "x", **DANA}, times={0x0E06: SENT}))
    assert (made.from_.address, made.subject, made.date) == ("dana@acme.example", "Hello", SENT)


@pytest.mark.parametrize(
    ("encoding", "page", "text"),
    [
        ("cp1252", 1252, "Grüße – Zürich"),
        ("cp1251", 1251, "Здравствуйте"),
        ("shift_jis", 932, "面接のご案内"),
        ("utf-8", 65001, "Ω"),
        ("cp1252", 99999, "é"),
    ],
)
def test_eight_bit_text_is_read_by_its_code_page(encoding: str, page: int, text: str) -> None:
    made = letter(Said({0x0037: text, 0x1000: f"{text}\r\n"}, numbers={0x3FFD: page}, encoding=encoding))
    assert (made.subject, made.text) == (text, text)


def test_html_is_read_in_the_code_page_beside_it() -> None:
    html = "<html><body><p>Grüße</p><blockquote>old</blockquote></body></html>"
    made = letter(Said({0x0037: "x"}, {0x1013: html.encode("iso-8859-1")}, {0x3FDE: 28591}))
    assert made.from_html
    assert made.text.startswith("Grüße")
    both = letter(Said({0x0037: "x", 0x1000: "Greetings, in plain words"}, {0x1013: html.encode()}, {0x3FDE: 65001}))
    assert both.html
    assert both.text == "Greetings, in plain words"
    assert letter(Said({0x1013: html})).text.startswith("Grüße")


RTF_OF_HTML = rb"""{\rtf1\ansi\ansicpg1252\fromhtml1 \fbidis \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset204 Arial;}}
{\*\htmltag19 <html>}{\*\htmltag50 <body>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dear Robin,\htmlrtf\par}\htmlrtf0
{\*\htmltag72 </p>}{\*\htmltag64 <p>}See you on {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 Friday\htmlrtf }\htmlrtf0 {\*\htmltag92 </b>}
 caf\'e9, \u8364?5 {\f1 \'c4\'e0}{\*\mhtmltag64 <p class=x>}{\*\htmltag72 </p>}{\*\htmltag58 </body>}{\*\htmltag27 </html>}}"""


def test_html_inside_compressed_rtf_is_taken_out_again() -> None:
    made = letter(Said({0x0037: "x"}, {0x1009: compressed(RTF_OF_HTML)}))
    assert made.from_html
    assert made.text.split() == ["Dear", "Robin,", "See", "you", "on", "Friday", "café,", "€5", "Да"]


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi\fromtext {\fonttbl{\f0 Arial;}}\f0 Hi,\par see you\line on \{Friday\}\tab !}", "Hi,\nsee you\non {Friday}\t!"),
        (rb"{\rtf1\ansi{\info{\title no}}{\*\generator Word;}{\pict 89504e47}\uc2\u228??ther \emdash  \u-10179??\u-8704??}", "äther — \U0001f600"),
        (rb"{\rtf1 open {{{ to the end", "open to the end"),
        (rb"}}}{\rtf1 closed}}}} too often", "closed too often"),
        (rb"\u999999999999 \'zz \ x\\ y", "x\\ y"),
    ],
)  # fmt: skip
def test_rtf_that_is_only_rtf_is_read_as_text(rtf: bytes, text: str) -> None:
    found = " ".join(letter(Said({0x0037: "x"}, {0x1009: compressed(rtf)})).text.split(" "))
    assert found.replace("  ", " ").strip().endswith(text)


def test_compressed_rtf_that_repeats_itself() -> None:
    """The example of [MS-OXRTFCP] 4.1 and 4.2, and one that goes round the window."""
    simple = "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c09002062 7705b06c647d0a800fa0"
    rtf = letter(Said({}, {0x1009: bytes.fromhex(simple)})).text
    assert rtf == "hello world"
    crossing = "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0"
    assert "WXYZWXYZWXYZ" in letter(Said({}, {0x1009: bytes.fromhex(crossing)})).text
    plain = struct.pack("<IIII", 30, 18, 0x414C454D, 0) + rb"{\rtf1 not packed}"
    assert letter(Said({}, {0x1009: plain})).text == "not packed"


def test_attachments_have_names_kinds_and_sizes() -> None:
    said = Said(
        {0x3707: "Aufgabe für Robin.pdf", 0x3704: "AUFGAB~1.PDF", 0x370E: "application/pdf"},
        {0x3701: b"%PDF" * 2000},
        {0x3705: 1},
    )
    bare = Said({0x3704: 'a"b.doc'}, {0x3701: b"x"})
    made = letter(Said({0x1000: "Please find attached."}), [ROBIN], [said, bare])
    assert made.attachments[0].name == "Aufgabe für Robin.pdf"
    assert made.attachments[0].content_type == "application/pdf"
    assert abs(made.attachments[0].size - 8000) < 300  # told from the encoded length
    assert made.attachments[1][:2] == ("a b.doc", "application/octet-stream")
    assert made.text == "Please find attached."


def test_a_calendar_that_is_attached_is_read() -> None:
    ics = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:7\nDTSTART:20260306T140000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    made = letter(Said({0x1000: "Invitation"}), [], [Said({0x3707: "invite.ics"}, {0x3701: ics}, {0x3705: 1})])
    [entry] = entries(made.calendars[0].data).entries
    assert entry.uid == "7"


def test_a_mail_within_the_mail_is_forwarded_mail() -> None:
    inner = mail(
        Said({0x0037: "Offer", 0x1000: "We are glad to offer you the job.", **DANA}, times={0x0039: SENT}),
        [ROBIN],
        head=24,
    )
    outer = letter(
        Said({0x0037: "FW: Offer", 0x1000: "Look at this!"}),
        [],
        [Said({0x3001: "Offer"}, numbers={0x3705: 5}, within=inner)],
    )
    [one] = forwarded.of(outer)
    assert (one.sender, one.date, one.subject) == (Address("Dana Smith", "dana@acme.example"), SENT, "Offer")
    assert one.text == "We are glad to offer you the job."


def test_mails_within_mails_end() -> None:
    tree = mail(Said({0x1000: "innermost"}), head=24)
    for _ in range(40):
        tree = mail(Said({0x1000: "x"}), [], [Said(numbers={0x3705: 5}, within=tree)], head=24)
    assert len(as_mail(compound(mail(Said({0x1000: "top"}), [], [Said(numbers={0x3705: 5}, within=tree)])))) < 10_000


def meeting(kind: str, **more: object) -> Letter:
    uid = (
        bytes.fromhex("040000008200E00074C5B7101A82E008")
        + b"\0" * 20
        + b"\x10\0\0\0vCal-Uid\x01\0\0\0panel-1@acme.example\0"
    )
    said = Said(
        {
            0x001A: kind,
            0x0037: "Interview: Data analyst",
            0x1000: "Zoom link, as agreed; see you",
            0x8002: "Room 4, Acme",
            **DANA,
        },
        {0x8003: uid},
        times={
            0x0039: SENT,
            0x8000: datetime(2026, 3, 6, 14, tzinfo=UTC),
            0x8001: datetime(2026, 3, 6, 15, tzinfo=UTC),
        },
    )
    named = [
        (msg_writer.APPOINTMENT, 0x820D),
        (msg_writer.APPOINTMENT, 0x820E),
        (msg_writer.APPOINTMENT, 0x8208),
        (msg_writer.MEETING, 0x23),
    ]
    return mime.parse(as_mail(compound({**mail(said, [ROBIN]), "__nameid_version1.0": msg_writer.names(named)})))


@pytest.mark.parametrize(
    ("kind", "method", "organizer", "who", "answer"),
    [
        ("IPM.Schedule.Meeting.Request", "REQUEST", "dana@acme.example", "robin@mail.example", "NEEDS-ACTION"),
        ("IPM.Schedule.Meeting.Canceled", "CANCEL", "dana@acme.example", "robin@mail.example", "NEEDS-ACTION"),
        ("IPM.Schedule.Meeting.Resp.Pos", "REPLY", "robin@mail.example", "dana@acme.example", "ACCEPTED"),
        ("IPM.Appointment", "PUBLISH", "dana@acme.example", "robin@mail.example", "NEEDS-ACTION"),
    ],
)
def test_a_meeting_is_a_calendar_part(kind: str, method: str, organizer: str, who: str, answer: str) -> None:
    made = meeting(kind)
    [part] = made.calendars
    [entry] = entries(part.data).entries
    assert (part.method, entry.method, entry.uid) == (method, method, "panel-1@acme.example")
    assert entry.start == datetime(2026, 3, 6, 14, tzinfo=UTC)
    assert entry.end == datetime(2026, 3, 6, 15, tzinfo=UTC)
    assert (entry.summary, entry.location) == ("Interview: Data analyst", "Room 4, Acme")
    assert entry.organizer is not None
    assert entry.organizer.address == organizer
    assert [(one.address, one.partstat) for one in entry.attendees] == [(who, answer)]
    assert made.text == "Zoom link, as agreed; see you"


def test_an_ordinary_mail_is_no_meeting() -> None:
    assert meeting("IPM.Note").calendars == ()


def test_nothing_said_is_a_mail_without_text() -> None:
    made = letter(Said({0x001A: "IPM.Note"}))
    assert (made.text, made.from_, made.attachments) == ("", Address("", ""), ())


def test_headers_cannot_be_smuggled_in() -> None:
    made = letter(
        Said({0x0037: "x\r\nBcc: y@z.example\r\n\r\nbody", 0x0C1A: 'D"\r\nX-A: 1', 0x1000: "text"}),
        [],
        [Said({0x3707: 'a"\r\n\r\nb', 0x370E: "text/html\r\nX: y"}, {0x3701: b"x"})],
    )
    assert made.text == "text"
    assert made.subject == "x Bcc: y@z.example body"
    assert isinstance(made.attachments[0], Attachment)
