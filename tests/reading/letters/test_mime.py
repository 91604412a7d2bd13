"""Raw bytes to letters: real forms first, then everything that goes wrong."""

from __future__ import annotations

import base64
import quopri
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.reading.letters import mime
from sincerely.reading.letters.letter import Address, Letter

HAM = Path(__file__).parents[3] / "../shared/data/mail/ham"


def mail(*headers: str, body: str = "Hello\n") -> bytes:
    return ("\r\n".join(headers) + "\r\n\r\n" + body).encode()


def part(*headers: str, body: str) -> str:
    return "--b\r\n" + "\r\n".join(headers) + "\r\n\r\n" + body + "\r\n"


def mixed(*parts: str, kind: str = "mixed") -> bytes:
    return mail(
        "From: dana@acme.example",
        "Date: Mon, 4 Mar 2024 10:12:00 +0000",
        f"Content-Type: multipart/{kind}; boundary=b",
        body="".join(parts) + "--b--\r\n",
    )


class TestHeaders:
    def test_everything_a_thread_needs(self) -> None:
        letter = mime.parse(
            mail(
                "From: Dana Smith <dana@Acme.Example>",
                "To: Lee Okafor <lee@okafor.example>, kim@uni.example",
                'Cc: "Park, Kim" <kim.park@acme.example>',
                "Reply-To: jobs@acme.example",
                "Sender: relay@ats.example",
                "Subject: Re: Data analyst",
                "Message-ID: <3@acme.example>",
                "In-Reply-To: <2@okafor.example>",
                "References: <1@acme.example>\r\n <2@okafor.example>",
                "Date: Mon, 4 Mar 2024 10:12:05 -0500",
            )
        )
        assert letter.from_ == Address("Dana Smith", "dana@acme.example")
        assert letter.to == (Address("Lee Okafor", "lee@okafor.example"), Address("", "kim@uni.example"))
        assert letter.cc == (Address("Park, Kim", "kim.park@acme.example"),)
        assert letter.reply_to == (Address("", "jobs@acme.example"),)
        assert letter.sender == Address("", "relay@ats.example")
        assert letter.subject == "Re: Data analyst"
        assert letter.message_id == "3@acme.example"
        assert letter.in_reply_to == "2@okafor.example"
        assert letter.references == ("1@acme.example", "2@okafor.example")
        assert letter.date == datetime.fromisoformat("2024-03-04T10:12:05-05:00")
        assert letter.date.utcoffset() == timedelta(hours=-5)
        assert letter.faults == ()

    def test_selected_headers_by_lower_case_name(self) -> None:
        letter = mime.headers(
            mail(
                "AUTO-SUBMITTED: auto-replied",
                "List-Id: Jobs <jobs.lists.example>",
                "X-GM-Labels: =?UTF-8?Q?Bewerbung=C3=A4n?=",
                "X-Nobody-Asks: 1",
                "Return-Path: <>",
            )
        )
        assert dict(letter.headers) == {
            "auto-submitted": "auto-replied",
            "list-id": "Jobs <jobs.lists.example>",
            "x-gm-labels": "Bewerbungän",
            "return-path": "<>",
        }

    def test_headers_alone_agree_with_the_whole(self) -> None:
        data = mail("From: a@b.example", "Subject: x", "Date: Mon, 4 Mar 2024 10:12:05 -0500")
        head, letter = mime.headers(data), mime.parse(data)
        assert (head.from_, head.subject, head.date) == (letter.from_, letter.subject, letter.date)
        assert data[head.body :] == b"Hello\n"

    @pytest.mark.parametrize(
        ("raw", "read"),
        [
            ("=?utf-8?q?Gr=C3=BC=C3=9Fe?= =?iso-8859-1?q?_aus_K=F6ln?=", "Grüße aus Köln"),
            ("=?utf-8?B?w4TDlg==?=", "ÄÖ"),
            ("=?UTF-8?B?w4TDlg?=", "ÄÖ"),  # padding left out
            ("=?utf-8?b?w4Q=?=\r\n =?utf-8?b?w5Y=?= end", "ÄÖ end"),
            ("=?utf-8?q?cut_=C3?= =?utf-8?q?=A4_char?=", "cut ä char"),
            ("=?utf-8*en?q?language?=", "language"),
            ("=?x-unknown?q?Caf=E9?=", "Café"),
            ("=?utf-8?q?unclosed", "=?utf-8?q?unclosed"),
            ("plain =?utf-8?q?and?= plain", "plain and plain"),
            ("zero\u200bwidth\u00a0space", "zerowidth space"),
            ("=?iso-2022-jp?B?GyRCTExAXBsoQg==?=", "面接"),
        ],
    )
    def test_encoded_words(self, raw: str, read: str) -> None:
        assert mime.headers(mail("From: a@b.example", f"Subject: {raw}")).subject == read

    def test_raw_eight_bit_headers(self) -> None:
        assert mime.headers("Subject: Küche\n\n".encode()).subject == "Küche"
        assert mime.headers("Subject: Küche\n\n".encode("cp1252")).subject == "Küche"

    @pytest.mark.parametrize(
        ("raw", "read"),
        [
            ("=?utf-8?q?Smith=2C_Dana?= <dana@acme.example>", Address("Smith, Dana", "dana@acme.example")),
            ('"Smith, \\"Dee\\" Dana" <dana@acme.example>', Address('Smith, "Dee" Dana', "dana@acme.example")),
            ("dana@acme.example (Dana Smith)", Address("", "dana@acme.example")),
            ("<dana@acme.example>", Address("", "dana@acme.example")),
            ("Dana Smith", Address("Dana Smith", "")),
            ("Dana dana@acme.example", Address("Dana", "dana@acme.example")),
            ("'dana@acme.example' <dana@acme.example>", Address("", "dana@acme.example")),
            ("Dana <@relay.example:dana@acme.example>", Address("Dana", "dana@acme.example")),
            ("Dana < dana@ACME.example >", Address("Dana", "dana@acme.example")),
            ('"Dana (Acme via Greenhouse)" <no-reply@us.ats.example>', Address("Dana (Acme via Greenhouse)", "no-reply@us.ats.example")),
            ("=?utf-8?b?SmFuYSBOb3bDoWtvdsOh?=<jana@firma.example>", Address("Jana Nováková", "jana@firma.example")),
        ],
    )  # fmt: skip
    def test_authors(self, raw: str, read: Address) -> None:
        assert mime.headers(mail(f"From: {raw}")).from_ == read

    def test_groups_are_flattened_and_empty_ones_vanish(self) -> None:
        head = mime.headers(mail("To: Panel: dana@acme.example, Kim <kim@acme.example>;, undisclosed-recipients:;"))
        assert head.to == (Address("", "dana@acme.example"), Address("Kim", "kim@acme.example"))

    @pytest.mark.parametrize(
        ("raw", "iso"),
        [
            ("Mon, 4 Mar 2024 10:12:05 -0500", "2024-03-04T10:12:05-05:00"),
            ("4 Mar 2024 10:12 +0100 (CET)", "2024-03-04T10:12:00+01:00"),
            ("Mon, 04 Mar 24 10:12:05 GMT", "2024-03-04T10:12:05+00:00"),
            ("Mon, 4 Mar 2024 10:12:05 EST", "2024-03-04T10:12:05-05:00"),
            ("Mon,  4 Mar 2024 10.12.05 +0000", "2024-03-04T10:12:05+00:00"),
            ("Monday, 4 March 2024 10:12:05 +0000", "2024-03-04T10:12:05+00:00"),
            ("2024-03-04T10:12:05+01:00", "2024-03-04T10:12:05+01:00"),
            ("Mon Mar  4 10:12:05 2024", "2024-03-04T10:12:05+00:00"),
            ("Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59+00:00"),
            ("Mon, 4 Mar 2024 10:12:05 -0000", "2024-03-04T10:12:05+00:00"),
        ],
    )
    def test_dates(self, raw: str, iso: str) -> None:
        assert mime.headers(mail("From: a@b.example", f"Date: {raw}")).date == datetime.fromisoformat(iso)

    @pytest.mark.parametrize(
        "raw",
        [
            "Mon, 31 Feb 2024 10:00:00 +0000",
            "Mon, 4 Mar 0001 10:00:00 +0000",
            "Mon, 4 Mar 9999 10:00:00 +0000",
            "Mon, 4 Mar 2024 25:00:00 +0000",
            "Mon, 4 Mar 2024 10:00:00 +9999",
            "Thu, 1 Jan 1970 00:00:00 +0000",
            "tomorrow",
            "",
            "9" * 5000,
        ],
    )
    def test_absurd_dates_are_none_and_a_fault(self, raw: str) -> None:
        head = mime.headers(mail("From: a@b.example", f"Date: {raw}"))
        assert head.date is None
        assert any("date" in fault for fault in head.faults)

    def test_without_a_date_the_last_server_tells_when(self) -> None:
        head = mime.headers(
            mail(
                "Received: from mx.example by in.example; Mon, 4 Mar 2024 10:13:00 +0000",
                "Received: from out.example by mx.example; Mon, 4 Mar 2024 10:12:00 +0000",
                "From: a@b.example",
            )
        )
        assert head.date is None
        assert head.received == datetime(2024, 3, 4, 10, 13, tzinfo=UTC)
        assert "no date" in head.faults


class TestText:
    def test_plain_text_wins_over_html(self) -> None:
        letter = mime.parse(
            mixed(
                part("Content-Type: text/plain; charset=utf-8", body="Bring your ID. The interview is at ten."),
                part("Content-Type: text/html; charset=utf-8", body="<p>Bring your ID. The interview is at ten.</p>"),
                kind="alternative",
            )
        )
        assert letter.text == "Bring your ID. The interview is at ten."
        assert letter.html
        assert not letter.from_html

    @pytest.mark.parametrize(
        "stub",
        [
            "",
            "   \r\n \r\n",
            "Your e-mail program cannot show HTML messages.",
            "Please view this email in your browser.",
            "null",
            "Acme",
        ],
    )
    def test_a_stub_gives_way_to_html(self, stub: str) -> None:
        rich = "<p>Dear Lee,</p><p>We are pleased to invite you to an interview on Thursday at two.</p>"
        letter = mime.parse(
            mixed(
                part("Content-Type: text/plain", body=stub),
                part("Content-Type: text/html", body=rich),
                kind="alternative",
            )
        )
        assert letter.text.startswith("Dear Lee,\n\nWe are pleased")
        assert letter.from_html

    def test_html_that_calls_itself_plain(self) -> None:
        letter = mime.parse(mail("Content-Type: text/plain", body="<html><body><p>Hello <b>Lee</b></p></body></html>"))
        assert letter.text == "Hello Lee"

    def test_texts_around_an_attachment_belong_together(self) -> None:
        letter = mime.parse(
            mixed(
                part("Content-Type: text/plain", body="Above."),
                part('Content-Type: image/png; name="logo.png"', "Content-Disposition: inline", body="x"),
                part("Content-Type: text/plain", body="Below."),
            )
        )
        assert letter.text == "Above.\n\nBelow."
        assert [a.name for a in letter.attachments] == ["logo.png"]

    def test_attached_text_is_not_said(self) -> None:
        letter = mime.parse(
            mixed(
                part("Content-Type: text/plain", body="See the posting."),
                part(
                    "Content-Type: text/plain", "Content-Disposition: attachment; filename=posting.txt", body="We hire"
                ),
                part("Content-Type: text/html; name=cv.html", body="<p>My CV</p>"),
            )
        )
        assert letter.text == "See the posting."
        assert [a.name for a in letter.attachments] == ["posting.txt", "cv.html"]

    def test_line_ends_and_the_invisible(self) -> None:
        letter = mime.parse(mail("From: a@b.example", body="one\r\ntwo\rthree\u2028four\u200b\ufeff\u00a0five\x00\x07"))
        assert letter.text == "one\ntwo\nthree\nfour five"

    def test_flowed_lines_are_joined_within_one_depth(self) -> None:
        body = "This goes \r\non here.\r\n>> quoted \r\n>> still\r\n> less\r\n From the start\r\n-- \r\nLee\r\n"
        letter = mime.parse(mail("Content-Type: text/plain; charset=utf-8; format=flowed", body=body))
        assert letter.text == "This goes on here.\n>> quoted still\n> less\nFrom the start\n-- \nLee"

    def test_delsp_takes_the_space_out(self) -> None:
        letter = mime.parse(mail("Content-Type: text/plain; format=Flowed; DelSp=yes", body="面 \r\n接\r\n"))
        assert letter.text == "面接"

    def test_marks_from_html_lie_on_the_text(self) -> None:
        html = '<p>Fine.</p><div class="gmail_signature">Lee<br>Analyst</div>'
        letter = mime.parse(mail("Content-Type: text/html", body=html))
        [mark] = letter.marks
        assert letter.text[mark.begin : mark.stop] == "Lee\nAnalyst"


class TestCharsets:
    @pytest.mark.parametrize(
        ("label", "codec", "text"),
        [
            ("utf-8", "utf-8", "Grüße – „ja“"),
            ("iso-8859-1", "cp1252", "Grüße – „ja“"),  # Latin-1 that is Windows-1252
            ("us-ascii", "utf-8", "Grüße"),  # mislabelled
            ("iso-8859-1", "utf-8", "Grüße"),
            ("utf-8", "cp1252", "Grüße aus München"),
            ("iso-8859-15", "iso-8859-15", "100 €, Œuvre"),
            ("windows-1251", "cp1251", "Собеседование"),
            ("koi8-r", "koi8-r", "Собеседование"),
            ("gb2312", "gb18030", "面试邀请"),
            ("ks_c_5601-1987", "cp949", "면접"),
            ("shift_jis", "cp932", "面接"),
            ("iso-2022-jp", "iso-2022-jp", "面接のご案内"),
            ("utf-16", "utf-16", "Grüße"),
            ("utf-16", "utf-16-le", "Interview am Montag"),
            ("utf-16le", "utf-16-le", "Grüße"),
            ("UTF-16BE", "utf-16-be", "Grüße"),
            ("utf-7", "utf-7", "Grüße"),
            ("x-unknown", "utf-8", "Grüße"),
            ("x-unknown", "cp1252", "Grüße"),
            ("rot13", "utf-8", "Grüße"),
            ("unicode_escape", "utf-8", "\\x41 Grüße"),
            ("", "utf-8", "Grüße"),
            ('"utf8"', "utf-8", "Grüße"),
            ("utf-16", "ascii", "not UTF-16 at all"),
            ("utf-16", "utf-8", "Grüße ohne Nullen"),
        ],
    )
    def test_text_survives_its_label(self, label: str, codec: str, text: str) -> None:
        raw = base64.encodebytes(text.encode(codec))
        kind = f"Content-Type: text/plain; charset={label}\r\n".encode() if label else b""
        letter = mime.parse(b"From: a@b.example\r\n" + kind + b"Content-Transfer-Encoding: base64\r\n\r\n" + raw)
        assert letter.text == text

    def test_an_unknown_label_is_a_fault(self) -> None:
        data = b"Content-Type: text/plain; charset=klingon\r\n\r\n\xc3\xa4"
        assert "unknown charset 'klingon'" in mime.parse(data).faults

    def test_one_cut_character_does_not_spoil_the_rest(self) -> None:
        data = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + "Grüße, schöne Grüße".encode() + b"\xc3"
        assert mime.parse(data).text == "Grüße, schöne Grüße\ufffd"


class TestParts:
    def test_attachments_by_name_and_size(self) -> None:
        pdf = base64.encodebytes(b"%PDF" + bytes(3000)).decode().replace("\n", "\r\n")
        letter = mime.parse(
            mixed(
                part("Content-Type: text/plain", body="Attached."),
                part(
                    "Content-Type: application/pdf",
                    "Content-Disposition: attachment; filename*=UTF-8''Zeugnis%20%C3%9C.pdf",
                    "Content-Transfer-Encoding: base64",
                    body=pdf,
                ),
                part('Content-Type: application/msword; name="=?utf-8?q?r=C3=A9sum=C3=A9.doc?="', body="x"),
                part("Content-Type: application/ms-tnef; name=winmail.dat", body="x"),
            )
        )
        names = [(a.name, a.content_type) for a in letter.attachments]
        assert names == [
            ("Zeugnis Ü.pdf", "application/pdf"),
            ("résumé.doc", "application/msword"),
            ("winmail.dat", "application/ms-tnef"),
        ]
        assert 3000 <= letter.attachments[0].size <= 3200

    def test_calendar_parts_with_their_method(self) -> None:
        ics = "BEGIN:VCALENDAR\r\nEND:VCALENDAR"
        letter = mime.parse(
            mixed(
                part("Content-Type: text/plain", body="Invitation"),
                part("Content-Type: text/calendar; method=request; charset=utf-8", body=ics),
                part('Content-Type: application/octet-stream; name="Invite.ICS"', body=ics),
            )
        )
        assert [(c.data, c.method) for c in letter.calendars] == [(ics.encode(), "REQUEST"), (ics.encode(), "")]
        assert letter.text == "Invitation"

    def test_calendar_inside_an_alternative(self) -> None:
        letter = mime.parse(
            mixed(
                part("Content-Type: text/plain", body="Interview on Thursday"),
                part("Content-Type: text/calendar; method=CANCEL", body="BEGIN:VCALENDAR"),
                kind="alternative",
            )
        )
        assert letter.text == "Interview on Thursday"
        assert [c.method for c in letter.calendars] == ["CANCEL"]

    def test_attached_mail_is_kept_as_bytes(self) -> None:
        inner = "From: dana@acme.example\r\nSubject: Offer\r\n\r\nWe offer you the job."
        letter = mime.parse(
            mixed(part("Content-Type: text/plain", body="See below."), part("Content-Type: message/rfc822", body=inner))
        )
        assert letter.text == "See below."
        [data] = letter.forwarded
        assert mime.parse(data).subject == "Offer"
        assert mime.parse(data).text == "We offer you the job."

    def test_signed_and_related_mail(self) -> None:
        related = (
            "Content-Type: multipart/related; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n"
            "--c\r\nContent-Type: image/png\r\nContent-ID: <1>\r\n\r\nx\r\n--c--\r\n"
        )
        letter = mime.parse(
            mixed(f"--b\r\n{related}", part("Content-Type: application/pgp-signature", body="x"), kind="signed")
        )
        assert letter.text == "Hello"
        assert [a.content_type for a in letter.attachments] == ["image/png", "application/pgp-signature"]

    def test_agrees_with_what_the_standard_library_writes(self) -> None:
        message = EmailMessage()
        message["From"] = "Zoë Müller <zoe@müller.example>".replace("müller.example", "mueller.example")
        message["Subject"] = "Größe " * 30
        message["Date"] = datetime(2024, 3, 4, 10, 12, tzinfo=UTC)
        message.set_content("Grüße\nan alle\n")
        message.add_alternative("<p>Grüße an alle</p>", subtype="html")
        message.add_attachment(bytes(100), maintype="application", subtype="pdf", filename="Größe.pdf")
        letter = mime.parse(message.as_bytes())
        assert letter.from_ == Address("Zoë Müller", "zoe@mueller.example")
        assert letter.subject == ("Größe " * 30).strip()
        assert letter.text == "Grüße\nan alle"
        assert letter.attachments[0].name == "Größe.pdf"


class TestBroken:
    @pytest.mark.parametrize(
        ("data", "text", "fault"),
        [
            (b"", "", "empty"),
            (b"no headers at all\njust text\n", "no headers at all\njust text", "no headers"),
            (b"\n\nFrom: a@b.example\nSubject: x\n\nbody", "body", "no date"),
            (b"From dana@acme.example Mon Mar  4 10:12:05 2024\nFrom: a@b.example\n\nbody", "body", "no date"),
            (b"From: a@b.example\nbroken line\nSubject: x\n\nbody", "body", "1 header line without a name"),
            (b"Subject: a\rFrom: b@c.example\r\rbody\r", "body", "no date"),
            (b"\xef\xbb\xbfSubject: x\n\nbody", "body", "no date"),
            ("Subject: x\n\nbödy".encode("utf-16"), "bödy", "no date"),
            (b"Subject: x\n", "", "no date"),
            (b"Subject: a\0b\n\nnul \0 body", "nul  body", "no date"),
        ],
    )
    def test_what_stands_around_a_mail(self, data: bytes, text: str, fault: str) -> None:
        letter = mime.parse(data)
        assert letter.text == text
        assert fault in letter.faults

    def test_headers_go_on_after_a_broken_line(self) -> None:
        letter = mime.parse(
            b"From: a@b.example\nbroken line\nSubject: still read\nDate: Mon, 4 Mar 2024 10:12:05 +0000\n\nx"
        )
        assert letter.subject == "still read"
        assert letter.date is not None

    @pytest.mark.parametrize("junk", ["!!!", "=", "=== ", "A", "\x80"])
    def test_broken_base64_is_read_as_far_as_it_goes(self, junk: str) -> None:
        raw = base64.b64encode("Grüße aus Köln, bis Montag".encode()).decode()
        data = mail(
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", body=f"{raw[:20]}{junk}\r\n"
        )
        assert mime.parse(data).text.startswith("Grüße aus")

    def test_base64_with_junk_inside(self) -> None:
        raw = base64.b64encode(b"The interview is on Thursday.").decode()
        data = mixed(
            part("Content-Type: text/plain", "Content-Transfer-Encoding: base64", body=f"{raw[:12]}*%*\r\n{raw[12:]}"),
            part("Content-Type: application/pdf; name=cv.pdf", "Content-Transfer-Encoding: base64", body="AAAA"),
        )
        letter = mime.parse(data)
        assert letter.text == "The interview is on Thursday."
        assert [a.name for a in letter.attachments] == ["cv.pdf"]
        assert "broken transfer encoding or structure" in letter.faults

    def test_broken_quoted_printable(self) -> None:
        data = mail("Content-Transfer-Encoding: quoted-printable", body="caf=C3=A9 =ZZ =\r\nend=")
        assert mime.parse(data).text.startswith("café =ZZ end")

    def test_quoted_printable_of_a_long_line(self) -> None:
        text = "Wir freuen uns über Ihr Interesse. " * 40
        raw = quopri.encodestring(text.encode()).decode()
        data = mail("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", body=raw)
        assert mime.parse(data).text == text

    @pytest.mark.parametrize("encoding", ["x-unknown", "8bit", "binary", "7BIT", "QUOTED-PRINTABLE", "base64 "])
    def test_odd_names_of_encodings(self, encoding: str) -> None:
        body = "SGVsbG8=" if encoding.startswith("base64") else "Hello"
        assert mime.parse(mail(f"Content-Transfer-Encoding: {encoding}", body=body)).text == "Hello"

    def test_truncated_in_the_middle_of_a_part(self) -> None:
        data = mixed(part("Content-Type: text/plain", body="The offer holds until Friday, and")).partition(b", and")[0]
        assert mime.parse(data).text == "The offer holds until Friday"

    def test_every_truncation_is_read(self) -> None:
        data = mixed(
            part("Content-Type: text/plain; charset=utf-8", body="Grüße"),
            part("Content-Type: message/rfc822", body="Subject: inner\r\n\r\nbody"),
        )
        for length in range(len(data)):
            assert isinstance(mime.parse(data[:length]), Letter)

    def test_multipart_without_boundary(self) -> None:
        data = mail(
            "From: a@b.example", "Content-Type: multipart/mixed", body="--b\r\nContent-Type: text/plain\r\n\r\nlost?"
        )
        assert "lost?" in mime.parse(data).text

    def test_multipart_whose_boundary_never_comes(self) -> None:
        data = mail("From: a@b.example", "Content-Type: multipart/mixed; boundary=zzz", body="Just a text.\r\n")
        assert mime.parse(data).text == "Just a text."

    def test_five_thousand_parts(self) -> None:
        letter = mime.parse(mixed(*[part("Content-Type: text/plain", body="x")] * 5000))
        assert letter.text.count("x") == 999
        assert any("more than 1000 parts" in fault for fault in letter.faults)

    def test_two_hundred_nested_parts(self) -> None:
        body = "Content-Type: text/plain\r\n\r\ndeep"
        for n in range(200):
            body = f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n{body}\r\n--b{n}--\r\n"
        letter = mime.parse(f"From: a@b.example\r\n{body}".encode())
        assert any("nested" in fault for fault in letter.faults)

    @pytest.mark.parametrize("depth", [40, 2000, 20000])
    def test_any_nesting_ends(self, depth: int) -> None:
        head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(depth))
        assert isinstance(mime.parse(f"From: a@b.example\r\n{head}\r\ntext".encode()), Letter)

    @pytest.mark.slow
    def test_header_bombs(self) -> None:
        many = b"".join(b"X-%d: y\r\n" % n for n in range(200_000))
        assert mime.parse(b"From: a@b.example\r\n" + many + b"\r\nbody").from_.address == "a@b.example"
        long = b"Subject: " + b"word\r\n " * 200_000
        assert mime.parse(b"From: a@b.example\r\n" + long + b"\r\n\r\nbody").from_.address == "a@b.example"
        addresses = b"To: " + b"a@b.example, " * 20_000 + b"\r\n\r\nbody"
        assert 0 < len(mime.parse(addresses).to) <= 500

    @pytest.mark.slow
    def test_a_huge_text_is_cut_with_a_fault(self) -> None:
        letter = mime.parse(b"From: a@b.example\r\n\r\n" + b"interview on Thursday\n" * 3_000_000)
        assert len(letter.text) <= 1_000_000
        assert any("longer" in fault for fault in letter.faults)

    def test_more_than_the_cap_is_not_looked_at(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(mime, "DATA_CAP", 100)
        letter = mime.parse(b"From: a@b.example\n\n" + b"x" * 200)
        assert len(letter.text) == 100 - len("From: a@b.example\n\n")
        assert any("longer" in fault for fault in letter.faults)


class TestTooMuch:
    def test_headers_without_end(self) -> None:
        letter = mime.parse(b"From: a@b.example\n" + b"X-Filler: y\n" * 50_000)
        assert "headers without end" in letter.faults

    def test_attached_mails_beyond_the_cap(self) -> None:
        inner = part("Content-Type: message/rfc822", body="Subject: x\r\n\r\ny")
        letter = mime.parse(mixed(*[inner] * 30))
        assert len(letter.forwarded) == 20
        assert len(letter.attachments) == 30
        assert any("attached mails" in fault for fault in letter.faults)

    def test_attached_mails_by_the_thousand(self) -> None:
        letter = mime.parse(b"From: a@b.example\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 100_000)
        assert letter.forwarded == ()
        assert any("attached mails" in fault for fault in letter.faults)

    def test_a_huge_calendar(self) -> None:
        letter = mime.parse(mixed(part("Content-Type: text/calendar", body="BEGIN:VCALENDAR\r\n" * 100_000)))
        assert letter.calendars == ()
        assert any("calendar" in fault for fault in letter.faults)

    @pytest.mark.slow
    def test_huge_html(self) -> None:
        letter = mime.parse(mail("From: a@b.example", "Content-Type: text/html", body="<p>word word</p>" * 150_000))
        assert len(letter.text) <= 1_000_000
        assert any("longer" in fault for fault in letter.faults)

    def test_parts_of_an_alternative_beyond_the_cap(self) -> None:
        letter = mime.parse(mixed(*[part("Content-Type: image/png", body="x")] * 2000, kind="alternative"))
        assert len(letter.attachments) == 999

    def test_a_broken_mail_longer_than_the_slow_parser_reads(self) -> None:
        broken = part("Content-Type: text/plain", "Content-Transfer-Encoding: base64", body="SGVsbG8*")
        filler = part("Content-Type: application/pdf", body="x" * 3_000_000)
        letter = mime.parse(mixed(broken, filler))
        assert letter.text.startswith("Hello")
        assert any("broken and longer" in fault for fault in letter.faults)

    def test_when_the_slow_parser_fails_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise RecursionError

        monkeypatch.setattr("email.message_from_bytes", fail)
        letter = mime.parse(mail("Content-Transfer-Encoding: base64", body="SGVsbG8*"))
        assert letter.text == "SGVsbG8*"
        assert "structure unreadable: taken as plain text" in letter.faults


class TestOddText:
    @pytest.mark.parametrize(
        ("kind", "raw", "text"),
        [
            ("text/enriched", b"<bold>Hello</bold> <<Lee>", "Hello <Lee>"),
            ("text/plain; charset=utf-16", "Grüße".encode("utf-16-be"), "Grüße"),
            ("text/plain; charset=utf-16", "Grüße".encode("utf-16") + b"x", "Grüße\ufffd"),
            ("text/plain", "Grüße und schöne Wünsche für".encode() + b"\xff", "Grüße und schöne Wünsche für\ufffd"),
            ("text/plain", b"Gr\xfc\xdfe \x81", "Grüße \x81"),
            ("text/plain; charset=utf-8", b"\xfc\xdf\xe4", "üßä"),
        ],
    )
    def test_forms(self, kind: str, raw: bytes, text: str) -> None:
        head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode()
        assert mime.parse(head + base64.encodebytes(raw)).text == text

    def test_no_form_says_anything(self) -> None:
        empty = part("Content-Type: text/plain", body=""), part("Content-Type: text/html", body="<p></p>")
        assert mime.parse(mixed(*empty, kind="alternative")).text == ""
        short = part("Content-Type: text/plain", body="Hi"), part("Content-Type: text/html", body="<img>")
        assert mime.parse(mixed(*short, kind="alternative")).text == "Hi"

    @pytest.mark.parametrize(
        "raw", ["=?utf-8?b?A?= x", "=?utf-8?b?!!!?= x", "=?utf-8?q?=ZZ?= x", "=?utf-16?b?AEE=?= x", "=?hex?q?abc?= x"]
    )
    def test_broken_encoded_words_are_borne(self, raw: str) -> None:
        assert mime.headers(mail(f"Subject: {raw}")).subject.endswith("x")

    @pytest.mark.parametrize("raw", ["<>", '""', ",,,", "(only a comment)", '"" <>', ";", "@"])
    def test_nobody_is_nobody(self, raw: str) -> None:
        assert mime.headers(mail(f"From: {raw}")).from_.address in {"", "@"}

    @pytest.mark.parametrize(
        "raw", ["Mon, 99 Foo 2024", "2024-13-45", "1 Jan 99999999999 00:00:00", "0001-01-01", "Mon, 4 Foo 2024 10:00"]
    )
    def test_dates_that_no_reader_reads(self, raw: str) -> None:
        assert mime.headers(mail(f"Date: {raw}")).date is None


@given(st.binary(max_size=2000))
def test_never_raises_on_any_bytes(data: bytes) -> None:
    letter = mime.parse(data)
    assert "\r" not in letter.text
    assert letter.date is None or letter.date.tzinfo is not None


_PIECES = st.sampled_from([
    b"From: ", b"Content-Type: multipart/mixed; boundary=b\n", b"--b\n", b"--b--\n", b"\n", b"\r\n\r\n", b"text/html",
    b"Content-Type: text/plain; charset=", b"utf-8", b"utf-16", b"Content-Transfer-Encoding: base64\n", b"=?utf-8?b?",
    b"?=", b"<p>", b"message/rfc822", b"Date: Mon, 31 Feb 2024", b"\0", b"\xff\xfe", b'"', b"<", b">", b"@", b",", b";",
])  # fmt: skip


@given(st.lists(_PIECES | st.binary(max_size=20), max_size=40))
def test_never_raises_on_mail_like_bytes(pieces: list[bytes]) -> None:
    letter = mime.parse(b"".join(pieces))
    assert all(0 <= mark.begin < mark.stop <= len(letter.text) for mark in letter.marks)
    assert mime.headers(b"".join(pieces)).from_ == letter.from_


@pytest.mark.slow
@pytest.mark.skipif(not HAM.is_dir(), reason="../shared/data is not beside the repository")
def test_all_of_the_real_mails_are_read() -> None:
    letters = [mime.parse(path.read_bytes()) for path in sorted(HAM.glob("*.eml"))]
    assert len(letters) == 1406
    assert sum(1 for letter in letters if not letter.from_.address) == 0
    assert sum(1 for letter in letters if letter.date is None) <= 3
    assert sum(1 for letter in letters if not letter.text) <= 3
    assert sum(1 for letter in letters if "\ufffd" in letter.text) == 0


@pytest.mark.parametrize("where", ["Subject: ", "X-Other: ", "Content-Type: text/plain; name="])
def test_a_header_of_a_hundred_thousand_encoded_words(where: str) -> None:
    """The fast parser would take minutes: it is given less."""
    data = f"From: a@b.example\r\n{where}".encode() + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\nbody"
    letter = mime.parse(data)
    assert letter.text == "body"
    assert len(letter.subject) <= 32_768


def test_a_part_whose_name_is_a_hundred_thousand_encoded_words() -> None:
    name = "=?utf-8?q?a?= " * 100_000
    letter = mime.parse(
        mixed(part(f'Content-Type: application/pdf; name="{name}"', body="x"), part("X: y", body="text"))
    )
    assert letter.text == "text"
    assert len(letter.attachments) == 1
