"""Replies to the letter: our own cases, other houses' cases, and what must always hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.each import of_each
from tests.reading import reply_cases
from tests.reading.counting import work

from sincerely.reading.letters import (
    html_hints,
    html_text,
    letter_phrases,
    mime,
    reply,
    reply_attribution,
    reply_cutter,
    reply_dates,
    reply_headers,
    reply_quotes,
    signature,
    signature_words,
)
from sincerely.reading.letters.letter import Mark

SHARED = Path(__file__).parents[3] / "../shared/data/replies"
HAM = Path(__file__).parents[3] / "../shared/data/mail/ham"
CASES = reply_cases.cases()
MODULES = [
    html_hints, html_text, letter_phrases, reply, reply_attribution, reply_cutter, reply_dates, reply_headers,
    reply_quotes, signature, signature_words,
]  # fmt: skip
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not beside the repository")
each_case = of_each(CASES, lambda case: case.name)


def test_there_are_enough_cases_and_all_clients_and_languages() -> None:
    names = {case.name for case in CASES}
    assert len(names) >= 60
    for client in ("gmail", "outlook", "apple", "ios", "thunderbird", "yahoo", "samsung", "proton", "list", "html"):
        assert any(client in name for name in names), client
    for language in ("en", "de", "fr", "es", "it", "nl", "pt"):
        assert sum(f"_{language}_" in f"{name}_" for name in names) >= 4, language


@each_case
def test_reply(case: reply_cases.Case) -> None:
    assert case.parts().reply.replace("\r", "") == case.reply


@each_case
def test_signature(case: reply_cases.Case) -> None:
    assert case.parts().signature == case.signature


@each_case
def test_quotes(case: reply_cases.Case) -> None:
    found = case.parts().quoted
    assert len(found) == len(case.quoted)
    for quote, expected in zip(found, case.quoted, strict=True):
        assert reply_cases.shown(quote, expected) == expected


# What the suite of github/email_reply_parser expects of its files. Inline quotes are the one difference: there
# they are part of the visible text, here a reply is the writer's own words.
GITHUB = {
    "correct_sig": "this is an email with a correct -- signature.",
    "email_1_1": "Hi folks\n\nWhat is the best way to clear a Riak bucket of all key, values after \nrunning a test?\nI am currently using the Java HTTP API.",
    "email_1_3": "Oh thanks.\n\nHaving the function would be great.",
    "email_1_4": "Awesome! I haven't had another problem with it.",
    "email_1_6": "I get proper rendering as well.\n\nSent from a magnificent torch of pixels",
    "email_1_7": ":+1:",
    "email_1_8": "I will reply under this one\n\nand under this.",
    "email_2_1": "Outlook with a reply",
    "email_2_2": "Outlook with a reply directly above line",
    "email_2_3": "Outlook with a reply directly above line",
    "email_BlackBerry": "Here is another email",
    "email_bullets": "test 2 this should list second\n\nand have spaces\n\nand retain this formatting\n\n\n   - how about bullets\n   - and another",
    "email_iPhone": "Here is another email",
    "email_multi_word_sent_from_my_mobile_device": "Here is another email",
    "email_one_is_not_on": "Thank, this is really helpful.\n\nOne outstanding question I had:\n\nLocally (on development), when I run...",
    "email_sent_from_my_not_signature": "Here is another email\n\nSent from my desk, is much easier then my mobile phone.",
    "email_sig_delimiter_in_middle_of_line": "Hi there!\n\nStuff happened.\n\nAnd here is a fix -- this is not a signature.\n\nkthxbai",
    "greedy_on": "On your remote host you can run:\n\n     telnet 127.0.0.1 52698\n\nThis should connect to TextMate (on your Mac, via the tunnel). If that\nfails, the tunnel is not working.",
    "pathological": "I think you're onto something. I will try to fix the problem as soon as I\nget back to a computer.",
}
QUOTEQUAIL = {
    "apple_forward": "test\n\nblah",
    "apple_reply": "Foo\n\nBar",
    "gmail_forward": "test\n\nblah",
    "gmail_reply": "foo\n\nbar",
    "ios_mail_reply_unescaped_address": "Sounds good, I'll be there at 2.",
    "mailru_forward": "",
    "outlook_forward": "Original message\nMore text",
    "outlook_forward_unwrapped": "Hi Foo,\n\nHow are you doing?\n\nJohn",
    "outlook_forward_unwrapped_top": "Original message\nMore text",
    "thunderbird_forward": "",
    "thunderbird_forward_unwrapped": "Dear John,\n\nThis is a test.",
    "yahoo_reply_unescaped_address": "Thanks Jane, that looks great. One question on item 2 - can we ship it before Friday?\n\nDan",
}


@needs_shared
@pytest.mark.parametrize("name", GITHUB)
def test_as_email_reply_parser_has_it(name: str) -> None:
    text = (SHARED / f"github/test/emails/{name}.txt").read_bytes().decode().replace("\r\n", "\n")
    assert reply.split(text).reply == GITHUB[name]


@needs_shared
def test_one_thing_said_is_one_reply() -> None:
    text = (SHARED / "github/test/emails/email_1_5.txt").read_text().strip()
    assert reply.split(text).reply == text


@needs_shared
def test_inline_answers_keep_everything_said_and_nothing_quoted() -> None:
    parts = reply.split((SHARED / "github/test/emails/email_1_2.txt").read_text())
    assert parts.reply.startswith("Hi,\n\nYou can list the keys")
    assert parts.reply.endswith('delete them all individually."') or parts.reply.endswith('all individually."')
    assert parts.signature.startswith("_____")


@needs_shared
@pytest.mark.parametrize("name", QUOTEQUAIL)
def test_as_quotequail_has_it(name: str) -> None:
    html = (SHARED / f"quotequail/tests/files/{name}.html").read_text()
    assert reply.split_html(html).reply == QUOTEQUAIL[name]


def test_offsets_of_quotes_lie_in_the_text() -> None:
    text = "Yes.\n\nOn Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:\n> Ten?\n\nLee\n"
    [quote] = reply.split(text).quoted
    assert text[quote.begin : quote.stop] == "On Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:\n> Ten?\n"


def test_a_letter_brings_its_marks() -> None:
    html = '<p>Fine.</p><div class="yahoo_quoted">Old words</div>'
    letter = mime.parse(b"Content-Type: text/html\r\n\r\n" + html.encode())
    parts = reply.of(letter)
    assert parts.reply == "Fine."
    assert [quote.text for quote in parts.quoted] == ["Old words"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mon, Mar 4, 2024 at 10:12 AM", "2024-03-04T10:12:00"),
        ("3/4/24 10:12 PM", "2024-03-04T22:12:00"),
        ("3/4/2024 12:05 am", "2024-03-04T00:05:00"),
        ("04.03.2024 um 10:12 Uhr", "2024-03-04T10:12:00"),
        ("4/3/2024 10:12", "2024-03-04T10:12:00"),
        ("13/3/2024", "2024-03-13T00:00:00"),
        ("3/13/2024", "2024-03-13T00:00:00"),
        ("2024-03-04 10:12:13 +0100", "2024-03-04T10:12:13+01:00"),
        ("2024-03-04 10:12 GMT-5", "2024-03-04T10:12:00-05:00"),
        ("2024-03-04 10:12 UTC", "2024-03-04T10:12:00+00:00"),
        ("2024-03-04 10:12 +99:00", "2024-03-04T10:12:00"),
        ("4 de marzo de 2024, 10:12", "2024-03-04T10:12:00"),
        ("4 mars 2024 à 10h12", "2024-03-04T10:12:00"),
        ("10:12 am on March 4th, 2024", "2024-03-04T10:12:00"),
        ("4 March 99", "1999-03-04T00:00:00"),
        ("2024-03-04 25:99", "2024-03-04T00:00:00"),
        ("99.99.2024", None),
        ("31 Feb 2024", None),
        ("4 March 1066", None),
        ("tomorrow at 10:12", None),
        ("", None),
    ],
)
def test_dates_above_quotes(text: str, iso: str | None) -> None:
    found = reply_dates.find(text)
    assert (found.isoformat() if found else None) == iso


LINES = st.sampled_from([
    "Hi Dana,", "", "> quoted", ">> deeper", "On Mon, Mar 4, 2024 at 10:12 AM Dana <d@acme.example> wrote:", "-- ", "--",
    "Best regards,", "Dana Smith", "Talent Partner | Acme", "+1 555 0100", "From: Dana <d@acme.example>", "To: Lee",
    "Sent: Monday, March 4, 2024 10:12 AM", "Subject: Offer", "-----Original Message-----", "________________________",
    "---------- Forwarded message ---------", "Begin forwarded message:", "Sent from my iPhone", "Am 4.3.24 schrieb",
    "Petra Berger <p@b.example>:", "wrote:", "a écrit :", ">From here", "\t", "\r", "-Lee", "CONFIDENTIALITY NOTICE: x",
])  # fmt: skip
TEXTS = st.lists(LINES | st.text(max_size=30), max_size=40).map("\n".join) | st.text(max_size=300)


@pytest.mark.slow
@given(TEXTS)
def test_fragments_put_together_are_the_text(text: str) -> None:
    parts = reply.split(text)
    assert "".join(text[f.begin : f.stop] for f in parts.fragments) == text
    assert all(one.kind != two.kind for one, two in zip(parts.fragments, parts.fragments[1:], strict=False))
    assert all(0 <= quote.begin <= quote.stop <= len(text) for quote in parts.quoted)


@pytest.mark.slow
@given(TEXTS)
def test_reply_and_signature_are_slices(text: str) -> None:
    parts = reply.split(text)
    for kind, found in (("reply", parts.reply), ("signature", parts.signature)):
        pieces = [text[f.begin : f.stop].strip() for f in parts.fragments if f.kind == kind]
        assert "".join(found.split()) == "".join("".join(pieces).split())
        assert all(piece in found for piece in pieces)


@pytest.mark.slow
@given(TEXTS)
def test_a_reply_read_again_says_no_more(text: str) -> None:
    said = reply.split(text).reply
    again = reply.split(said).reply
    assert len(again) <= len(said)


@pytest.mark.slow
@given(TEXTS, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=5))
def test_any_marks_are_borne(text: str, spans: list[tuple[int, int]]) -> None:
    marks = sorted((Mark("quote", min(s), max(s)) for s in spans), key=lambda mark: mark.begin)
    parts = reply.split(text, marks)
    assert "".join(text[f.begin : f.stop] for f in parts.fragments) == text


@given(st.text(alphabet="<>divblockquote /=\"'classgmail_quote &nbsp;\n", max_size=400))
def test_any_html_is_split(html: str) -> None:
    parts = reply.split_html(html)
    assert isinstance(parts.reply, str)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "".join(f"{'>' * min(k, 200)} level {k}\n" for k in range(n)),
        lambda n: ">" * n * 10 + " x",
        lambda n: "On Monday, " * n,
        lambda n: "On Mon, Mar 4, 2024 at 10:12 AM Dana\n" * n,
        lambda n: "On Mon, Mar 4, 2024 at 10:12 AM Dana wrote:\n> q\nno\n" * n,
        lambda n: "wrote:\n" * n,
        lambda n: "From: a\n" * n,
        lambda n: "From: a@b.example\nSent: now\nTo: c\n" * n,
        lambda n: "_" * 30 + "\n" + "\n" * n + "x\n" * n,
        lambda n: "-- \n" * n,
        lambda n: "Best regards,\nDana Smith\n" * n,
        lambda n: "Dana Smith\n\n" * n,
        lambda n: "a: b: c: d: " * n,
        lambda n: "x" * n * 20,
        lambda n: " " * n * 20 + ":",
        lambda n: "<" * n * 20,
        lambda n: "\n" * n * 5,
        lambda n: "> a\n\n" * n,
        lambda n: "Sent from my " * n,
        lambda n: "-----Original Message-----\n> a\n" * n,
    ],
)
def test_work_grows_with_the_text(make: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = make(200), make(400)
    once, twice = (work(monkeypatch, MODULES, partial(reply.split, text)) for text in (small, large))
    assert twice < 1.15 * once * len(large) / len(small) + 3000


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<blockquote>" * n + "x",
        lambda n: "<div class=gmail_quote>" * n + "x",
        lambda n: "<div class=gmail_signature>" * n + "x" + "</div>" * n,
        lambda n: "<p>On Mon, wrote:</p><blockquote>x</blockquote>" * (n // 4),
        lambda n: "<table><tr><td>" * n + "x",
        lambda n: "<a" * n,
        lambda n: "<" * n,
        lambda n: "<b>x</i>" * n,
        lambda n: "<ul><li>" * n + "x",
    ],
)
def test_work_grows_with_the_html(make: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    # More than 4,000 tags: below that deep markup goes to the parser as it is.
    small, large = make(4200), make(8400)
    once, twice = (work(monkeypatch, MODULES, partial(reply.split_html, html)) for html in (small, large))
    assert twice < 1.15 * once * len(large) / len(small) + 5000


@pytest.mark.slow
def test_a_hundred_thousand_quotes_and_ten_megabytes() -> None:
    assert reply.split("Yes.\n" + "> > > no\n" * 100_000).reply == "Yes."
    assert reply.split("x" * 10_000_000).reply == "x" * 10_000_000


@pytest.mark.slow
@pytest.mark.skipif(not HAM.is_dir(), reason="../shared/data is not beside the repository")
def test_real_mail_keeps_its_words() -> None:
    """Of real list mail nearly every letter says something, and no reply holds a line quoted by ">"."""
    empty = 0
    for path in sorted(HAM.glob("*.eml")):
        letter = mime.parse(path.read_bytes())
        parts = reply.of(letter)
        assert "".join(letter.text[f.begin : f.stop] for f in parts.fragments) == letter.text
        assert not any(line.startswith(">") and not line.startswith(">From ") for line in parts.reply.split("\n"))
        empty += not parts.reply
    assert empty <= 9  # these only pass something on


TITLED = {
    "Thank you,\nJanice Webb\nSecretary to the Superintendent": True,
    "Mit freundlichen Grüßen\ni. A. Petra Sommer\nPersonalabteilung\nLindau Werke": True,
    "Regards,\nMrs L Cole\nSchool Office\nOffice hours: Mon-Fri 8.30am - 4.00pm": True,
    "Cordialement,\nSophie Martin\nService des ressources humaines": True,
    "Kind regards,\nDana Holt\nBrightforge": True,
    "Kind regards,\nDana Holt\nRegistrar, Faculty of Arts\nOxley": True,
    "Kind regards,\nDana Holt\nWe are sorry we went with another candidate": False,
    "Thanks,\nDana Holt\nPlease send two references by 12 March": False,
    "Best regards,\nDana Holt\nPS please also bring your diploma on 12 March": False,
    "Mit freundlichen Grüßen\nDana Holt\nBringen Sie bitte Ihr Zeugnis mit": False,
    "Thanks!\nDana Holt\nCan you do 12 March at noon": False,
    "Best,\nDana Holt\nRoom 14, Tower House, 12 March, noon": False,
    "Best,\nDana Holt\nCongratulations again on the offer\nStart date 1 April": False,
    "Best,\nDana Holt\nOffice hours: please send your diploma by 12 March and two references": False,
    "Best,\nDana Holt\nOffice hours: Mon to Fri, and you must bring two references": False,
    "Best,\nDana Holt\nPassport and Diploma": False,
    "Best,\nDana Holt\nBrightforge\nParking behind the school": False,
    "Viele Grüße\nDana Holt\nZeugnis nicht vergessen": False,
    "Viele Grüße\nDana Holt\nLeider eine Absage": False,
    "Cordialement,\nDana Holt\nApportez votre diplôme": False,
    "Best,\nDana Holt\nAnother candidate was chosen": False,
    "Best,\nDana Holt\nLooking forward to the day": False,
    "Thanks,\nDana Smith": False,
    "Thanks,\nDana Smith\nSee you on Thursday at 2 PM": False,
    "Thanks,\nDana Smith\n\nInterviewers\nPriya Roth": False,
    "Thanks,\nDana Smith\nInterviewer: Priya Roth": False,
    "Thanks,\nDana\nWe meet in the hall.": False,
    "Thanks,\nDana Smith\nand bring a pen": False,
}


@pytest.mark.parametrize("ending", TITLED)
def test_a_name_with_what_its_bearer_is_right_below_is_a_signature(ending: str) -> None:
    parts = reply.split(f"Dear Lee,\n\nsee you then.\n\n{ending}\n")
    assert (parts.signature == ending) is TITLED[ending]
    assert (parts.reply == "Dear Lee,\n\nsee you then.") is TITLED[ending]
