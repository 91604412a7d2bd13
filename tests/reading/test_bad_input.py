"""Input that no honest mail is: very long, very deep, built to make a pattern explode, or written to look like
something else. What each part of reading does with it; the work is counted, not timed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.reading.counting import work

from sincerely.reading.calendars import lines as calendar_lines
from sincerely.reading.calendars import values as calendar_values
from sincerely.reading.calendars.entries import entries
from sincerely.reading.letters import (
    charsets,
    forwarded,
    html_hints,
    html_text,
    language,
    mime,
    mime_body,
    mime_fallback,
    mime_headers,
    reply,
    reply_attribution,
    reply_cutter,
    reply_headers,
)
from sincerely.reading.letters.sentences import sentences

MIME: list[ModuleType] = [mime, mime_headers, mime_body, mime_fallback, charsets, html_text]
BERLIN = ZoneInfo("Europe/Berlin")
MEGABYTES = 10_000_000


def grows_evenly(
    monkeypatch: pytest.MonkeyPatch,
    modules: list[ModuleType],
    make: Callable[[int], str | bytes],
    do: Callable[[Any], object],
    size: int,
) -> None:
    """Check that twice the input is about twice the work, or no more than a few steps a letter.

    The latter because caps set in by steps: a longer input may be looked at once more before it is cut.
    """
    once, twice = (work(monkeypatch, modules, partial(do, make(n))) for n in (size, 2 * size))
    assert twice <= max(2.3 * once, 6 * len(make(2 * size))) + 3000, (once, twice)


def mail(body: bytes, kind: bytes = b"text/plain; charset=utf-8") -> bytes:
    return b"From: a@b.example\nContent-Type: " + kind + b"\n\n" + body


@pytest.mark.parametrize(
    "make",
    [
        lambda n: b"Subject: " + b"=?utf-8?q?" * n + b"\n\nx",
        lambda n: b"Subject: " + b"=?" * n + b"\n\nx",
        lambda n: b"Subject: =?utf-8?b?" + b"A" * n + b"?=\n\nx",
        lambda n: b"From: " + b"<" * n + b"\n\nx",
        lambda n: b"From: " + b'"' * n + b"\n\nx",
        lambda n: b"From: " + b"(" * n + b"a@b.example\n\nx",
        lambda n: b"From: " + b'"a\\' * n + b"\n\nx",
        lambda n: b"To: " + b"a@b.example," * n + b"\n\nx",
        lambda n: b"To: " + b"g: a@b.example; " * n + b"\n\nx",
        lambda n: b"To: " + b"a.b@" * n + b"\n\nx",
        lambda n: b"References: " + b"<a@b>" * n + b"\n\nx",
        lambda n: b"References: " + b"<" * n + b"\n\nx",
        lambda n: b"Date: " + b"Mon, 1 " * n + b"\n\nx",
        lambda n: b"Date: " + b"(" * n + b"\n\nx",
        lambda n: b"Received: " + b"x; " * n + b"\n\nx",
        lambda n: b"Received: x; y\n" * n + b"\n\nx",
        lambda n: b"Content-Type: text/plain" + b"; a=b" * n + b"\n\nx",
        lambda n: b"Content-Type: text/plain; charset=" + b'"' * n + b"\n\nx",
        lambda n: b"no header\n" * n + b"\n\nx",
        lambda n: b" folded\n" * n + b"\n\nx",
        lambda n: b"X:\n" * n,
        lambda n: mail(b"=\n" * n, b"text/plain\nContent-Transfer-Encoding: quoted-printable"),
        lambda n: mail(b"x \n" * n, b"text/plain; format=flowed"),
        lambda n: mail(b"> x \n>> y \n" * n, b"text/plain; format=flowed; delsp=yes"),
        lambda n: mail(b"<" * n, b"text/enriched"),
        lambda n: mail(b"\xff" * n),
        lambda n: mail(b"\x1b$B" * n, b"text/plain; charset=iso-2022-jp"),
        lambda n: mail(b"--b\n" * n, b"multipart/mixed; boundary=b"),
        lambda n: mail(b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * (n // 8), b"multipart/mixed; boundary=b"),
        lambda n: mail(b"--b\nX: y\n" * n, b"multipart/alternative; boundary=b"),
    ],
)  # fmt: skip
def test_work_on_a_mail_grows_with_its_length(make: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    grows_evenly(monkeypatch, MIME, make, mime.parse, 2000)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<div>" * n,
        lambda n: "</div>" * n,
        lambda n: "<b><i>" * n,
        lambda n: "<" * n,
        lambda n: "<a b" * n,
        lambda n: "<a b='" * n,
        lambda n: "<a b=\"'" * n,
        lambda n: "<!--" * n,
        lambda n: "<![CDATA[" * n,
        lambda n: "&" * n,
        lambda n: "&#x200b;" * n,
        lambda n: "<style>" * n,
        lambda n: "<p style='" + "a:b;" * n + "'>x",
        lambda n: "<a@b.example" * n,
        lambda n: "<mailto:" * n,
        lambda n: "<td>x" * n,
        lambda n: "<blockquote>x</blockquote>" * n,
        lambda n: "<pre>\n" * n,
        lambda n: "\u200b \u202e" * n,
        lambda n: "<p>x<br>" + "&nbsp;" * n,
    ],
)
def test_work_on_html_grows_with_its_length(make: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    grows_evenly(monkeypatch, [html_text, html_hints], make, html_text.convert, 5000)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: f"{'>' * n} x",
        lambda n: f"{'> ' * n}x",
        lambda n: "\n".join(">" * min(k, 100) for k in range(n)),
        lambda n: "On Mon, Mar 4, 2024, Dana wrote:\n> " * n,
        lambda n: "\u200f> x\n" * n,
        lambda n: "Von: a\nGesendet: b\n" * n,
        lambda n: "*" * n + "From:" + "*" * n,
        lambda n: "From: a Sent: b To: c Subject: d " * n,
        lambda n: "-" * n + "Original Message" + "-" * n,
        lambda n: "a wrote: " * n,
        lambda n: ("- " * 30 + "\n") * n,
        lambda n: "Grüße\n" * n,
        lambda n: "<a@b.example> wrote:\n" * n,
    ],
)
def test_work_on_quotes_grows_with_the_text(make: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    modules: list[ModuleType] = [reply, reply_headers, reply_attribution, reply_cutter, forwarded]
    grows_evenly(monkeypatch, modules, make, partial(forwarded.in_text, subject="Fwd: x"), 400)


@pytest.mark.parametrize("piece", ["@", "://", "a@", "www.", "x", "é", "面", "\u0301", "to do ", "a b ", "\n"])
def test_work_on_the_language_is_bounded(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (work(monkeypatch, [language], partial(language.language_of, piece * n)) for n in (2_000, 200_000))
    assert many <= few + 1000


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["RRULE:FREQ=DAILY\n", "EXDATE:" + "20260304," * 50 + "\n", "ATTENDEE:mailto:a@b.example\n", "BEGIN:VTIMEZONE\n", "\u200b", ";X=\u200f", "DTSTART:" + "9" * 40 + "\n", "TZID:\n", "UID:1\n", "END:VEVENT\nBEGIN:VEVENT\n"],
)  # fmt: skip
def test_work_on_a_calendar_grows_with_its_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(n: int) -> str:
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + piece * n

    grows_evenly(monkeypatch, [calendar_lines, calendar_values], make, partial(entries, own_zone=BERLIN), 500)


# -- very long, very deep


@pytest.mark.parametrize(
    "unit", [b"x", b"see you on Friday ", b"> ", b"\xc3\xa9", b"<p>", b"a@b.example,", b"\xe2\x80\x8b"]
)
def test_ten_megabytes_in_one_line(unit: bytes) -> None:
    letter = mime.parse(mail(unit * (MEGABYTES // len(unit))))
    assert len(letter.text) <= 1_000_000
    assert reply.of(letter).reply is not None
    assert "".join(letter.text[s.begin : s.stop] for s in sentences(letter.text)[:3]) is not None


@pytest.mark.slow
def test_ten_megabytes_of_html_in_one_line() -> None:
    letter = mime.parse(mail(b"<p>see you <b>on Friday</b></p>" * (MEGABYTES // 31), b"text/html"))
    assert len(letter.text) <= 1_000_000
    assert letter.text.startswith("see you on Friday")


def test_ten_megabytes_in_one_line_of_a_calendar() -> None:
    [entry] = entries(
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:"
        + b"Interview " * (MEGABYTES // 10)
        + b"\nDTSTART:20260304T140000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    ).entries
    assert entry.start is not None
    assert len(entry.summary) <= 200_000


def test_a_header_of_ten_megabytes() -> None:
    letter = mime.parse(b"From: a@b.example\nSubject: " + b"word " * (MEGABYTES // 5) + b"\n\nbody")
    assert letter.from_.address == "a@b.example"
    assert len(letter.subject) < 100_000


DEEP = 100_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Yes.\n" + ">" * DEEP + " no\n",
        "Yes.\n" + "> " * DEEP + "no\n",
        "Yes.\n" + "".join(f"{'>' * (1 + k % 300)} no\n" for k in range(DEEP)),
        "Yes.\n\nOn Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:\n" + "> On Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:\n" * DEEP,
        "Yes.\n\n" + "-----Original Message-----\nFrom: Dana\nSent: Monday, March 4, 2024 10:12 AM\nTo: Lee\nSubject: x\n\nno\n" * (DEEP // 10),
    ],
    ids=["one line", "spaced", "stairs", "attributions", "headers"],
)  # fmt: skip
def test_a_hundred_thousand_nested_quotes(text: str) -> None:
    assert reply.split(text).reply == "Yes."


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["blockquote", "div class=gmail_quote", "table><tr><td", "ul><li"])
def test_a_hundred_thousand_nested_quotes_of_html(tag: str) -> None:
    parts = reply.split_html("<p>Yes.</p>" + f"<{tag}>" * DEEP + "no")
    assert parts.reply.startswith("Yes.")
    assert sys.getrecursionlimit() < DEEP


# -- other scripts, and letters that nobody sees

HEBREW = "שלום רובין,\nנשמח להיפגש ביום חמישי.\nבברכה,\nדנה"
MIXED = "Hi Robin – добрый день, 面接 and مقابلة on Friday at 3 pm."


@pytest.mark.parametrize(
    "text", [HEBREW, MIXED, "مرحبا روبن", "面接のご案内です。よろしくお願いします。", "\u0301\u0301e\u0301"]
)
def test_other_scripts_come_through_whole(text: str) -> None:
    letter = mime.parse(mail(text.encode()))
    assert letter.text == text
    assert html_text.convert(f"<p dir=rtl>{text}</p>").text.split() == text.split()
    parts = reply.split(f"{text}\n\n> quoted\n")
    assert "".join((parts.reply + parts.signature).split()) == "".join(text.split())
    said = sentences(text)
    assert "".join("".join(one.text.split()) for one in said) == "".join(text.split())


def test_marks_of_direction_around_quotes_hide_none() -> None:
    text = "Yes.\n\u200f> old\n\u202a> older\u202c\n\u2067On Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:\u2069\n> oldest\n"
    assert reply.of(mime.parse(mail(text.encode()))).reply == "Yes."


@pytest.mark.parametrize(
    "mark", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u034f", "\u180e"]
)
def test_letters_that_nobody_sees_are_taken_out(mark: str) -> None:
    word = f"inter{mark}view"
    letter = mime.parse(
        f"From: Da{mark}na <a@b.example>\nSubject: Your {word}\nContent-Type: text/plain; charset=utf-8\n\nYour {word}".encode()
    )
    assert (letter.from_.name, letter.subject, letter.text) == ("Dana", "Your interview", "Your interview")
    assert html_text.convert(f"<p>Your {word}</p>").text == "Your interview"
    [entry] = entries(
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Your {word}\nDTSTART:2026{mark}0304T140000Z\nATTENDEE;CN=D{mark}:mailto:da{mark}na@acme.example\nEND:VEVENT\nEND:VCALENDAR"
    ).entries
    assert (entry.summary, entry.start) == ("Your interview", datetime(2026, 3, 4, 14, tzinfo=ZoneInfo("UTC")))
    assert [(one.name, one.address) for one in entry.attendees] == [("D", "dana@acme.example")]


def test_letters_that_look_alike_stay_what_they_are() -> None:
    """A Cyrillic "а" makes another address and another domain: whoever writes from there is not the employer."""
    letter = mime.parse("From: Dana <dana@аcme.example>\nTo: robin@mail.example\n\nx".encode())
    assert letter.from_.address != "dana@acme.example"
