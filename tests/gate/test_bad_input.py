"""Drafts as nobody should write them, and names as people have them."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from functools import partial

import pytest
from tests.reading.counting import work
from tests.support import POLICY

from sincerely.app.outgoing.message import Unreadable, outgoing_file, outgoing_mail
from sincerely.app.outgoing.reviewing import review_with
from sincerely.core.timeline import parse
from sincerely.gate.verdict import Decision, Finding

# Whoever has a part in judging a text.
_READ = (
    "sincerely.gate",
    "sincerely.reading",
    "sincerely.times",
    "sincerely.app.outgoing.message",
    "sincerely.app.outgoing.reviewing",
)
SMALL = 10_000
AT = datetime(2026, 3, 5, 15, tzinfo=UTC)
HEADS = "From: Robin Vale <robin@mail.example>\nTo: {to}\nSubject: The position\n"
PROCESS = """process p employer="{employer}" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed {who}
"""


def _codes(mail: str | bytes, timeline: str = "") -> set[str]:
    return {f.code for f in _findings(mail, timeline)}


def _findings(mail: str | bytes, timeline: str = "") -> tuple[Finding, ...]:
    data = mail.encode() if isinstance(mail, str) else mail
    return review_with(outgoing_mail(data), parse(timeline) if timeline else [], AT, policy=POLICY).verdict.findings


def _mail(body: str, to: str = "Dana Ito <dana@acme.example>", more: str = "") -> str:
    return f"{HEADS.format(to=to)}{more}\n{body}"


@pytest.mark.parametrize("body", ["", "\n\n \n", "> what they wrote\n> before\n"])
def test_an_empty_draft_is_stopped(body: str) -> None:
    found = _findings(_mail(body))
    assert [f.code for f in found] == ["OUT006"]
    assert "no text" in found[0].message


@pytest.mark.parametrize("data", [b"", b"  \n\n"])
def test_an_empty_file_is_no_message(data: bytes) -> None:
    with pytest.raises(Unreadable, match="empty"):
        outgoing_file(data, public=True)


def test_a_plain_text_is_no_mail() -> None:
    with pytest.raises(Unreadable, match="--public"):
        outgoing_file(b"Just some words.", public=False)
    assert outgoing_file("Schöne Aussicht".encode(), public=True).public
    with pytest.raises(Unreadable, match="UTF-8"):
        outgoing_file("Schöne Aussicht".encode("latin-1"), public=True)


def test_a_picture_alone_is_stopped() -> None:
    more = 'MIME-Version: 1.0\nContent-Type: image/png; name="letter.png"\nContent-Transfer-Encoding: base64\n'
    found = _findings(_mail("iVBORw0KGgo=\n", more=more))
    assert [f.code for f in found] == ["OUT006"]
    assert "picture" in found[0].message


def test_hidden_text_of_html_is_not_the_writers() -> None:
    html = (
        '<html><body><p>Dear Dana,</p><div style="display:none">[Company] idiots</div><!-- TODO --><p>Thursday at ten '
        "suits me well.</p><p>Best,<br>Robin</p></body></html>"
    )
    assert _codes(_mail(html, more="MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n")) == set()


@pytest.mark.slow
def test_two_megabytes_are_judged() -> None:
    mail = _mail("Is there any news? Thank you for the word that you gave Dana.\n" * 32_000)
    assert "OUT008" in _codes(mail, PROCESS.format(employer="Acme Corp", who="dana@acme.example"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["word " * 8, "Dear " * 8, "(" * 40, "Is there any news? " * 3, "thank you for the " * 3]
)
def test_work_on_long_texts_grows_in_proportion(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the text is about four times the work: lines that run, and letters that patterns are given."""
    modules = [module for name, module in sys.modules.items() if name.startswith(_READ)]
    _judge(line, 1_000)  # what is loaded and remembered once is nobody's work
    small, large = (work(monkeypatch, modules, partial(_judge, line, size)) for size in (SMALL, 4 * SMALL))
    assert large < 4.5 * small


def _judge(line: str, size: int) -> None:
    mail = _mail((line + "\n") * (size // (len(line) + 1)))
    _codes(mail, PROCESS.format(employer="Acme Corp", who="dana@acme.example"))


@pytest.mark.parametrize(
    ("greeting", "to", "right"),
    [
        ("Dear Dr. Müller-Lüdenscheidt,", "Dr. Max Müller-Lüdenscheidt <m.ml@acme.example>", True),
        ("Sehr geehrter Herr Dr. Mueller-Luedenscheidt,", "Max Müller-Lüdenscheidt <m.ml@acme.example>", True),
        ("Dear Ms van der Berg,", "Anna van der Berg <anna.vanderberg@acme.example>", True),
        ("Dear José,", "Jose Núñez <jose@acme.example>", True),
        ("Dear Søren,", "Soren Kjær <soren@acme.example>", True),
        ("Dear Łukasz,", "Lukasz Wójcik <lukasz@acme.example>", True),
        ("Dear O,", "O Chen <o@acme.example>", True),
        ("Hi J,", "Jane Roe <jane.roe@acme.example>", True),
        ("Dear X,", "O Chen <o@acme.example>", False),
        ("Dear Ms van der Linden,", "Anna van der Berg <anna.vanderberg@acme.example>", False),
        ("Dear Dr. Schmidt-Lüdenscheidt,", "Max Müller <m.mueller@acme.example>", False),
    ],
)
def test_names_as_people_have_them(greeting: str, to: str, *, right: bool) -> None:
    found = _codes(_mail(f"{greeting}\n\nThursday at ten suits me well.\n\nBest,\nRobin\n", to))
    assert ("OUT005" not in found) is right


@pytest.mark.parametrize("employer", ["The", "Will", "I", "Target", "Next"])
def test_an_employer_may_be_called_like_a_word(employer: str) -> None:
    timeline = PROCESS.format(employer=employer, who="dana@acme.example")
    body = (
        "Dear Dana,\n\nThe next target that I will aim for is the data analyst position. The day suits me.\n\nRobin\n"
    )
    assert "OUT005" not in _codes(_mail(body), timeline)
    other = timeline + PROCESS.format(employer="Acme Corp", who="pat@other.example").replace("process p", "process q")
    assert "OUT005" not in _codes(_mail(body), other)


def test_a_reply_to_forty_is_stopped() -> None:
    crowd = ", ".join(f"p{n}@acme.example" for n in range(40))
    mail = _mail("Dear Dana,\n\nThursday at ten suits me well.\n\nBest,\nRobin\n", more=f"Cc: {crowd}\n")
    timeline = parse(PROCESS.format(employer="Acme Corp", who="dana@acme.example"))
    verdict = review_with(outgoing_mail(mail.encode()), timeline, AT, policy=POLICY).verdict
    assert verdict.decision is Decision.STOP
    assert {f.code for f in verdict.findings} == {"OUT016"}


@pytest.mark.parametrize("data", [b"\x00\xff\xfe", b"From: a\n\n\x80\x81", b"To: \n\n", b"Subject: =?x?b?!?=\n\n\n"])
def test_broken_bytes_are_judged_all_the_same(data: bytes) -> None:
    assert review_with(outgoing_mail(data), [], AT, policy=POLICY).verdict.decision in Decision
