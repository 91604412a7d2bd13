"""What is written is what real programs write: it parses, and says what was meant."""

from __future__ import annotations

import email
import mailbox
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from sincerely.sample.write import Sample, write

from .openings import HOME, SOME, letters

NOW = datetime(2026, 3, 11, 12, tzinfo=HOME)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return write(tmp_path_factory.mktemp("sample"), NOW)


@pytest.fixture(scope="module")
def messages(sample: Sample) -> list[Message]:
    return [*received(sample), *sent(sample)]


def received(sample: Sample) -> Iterator[Message]:
    """Read the mbox as mboxrd: one quote mark off each quoted "From " line."""
    entries = re.split(rb"(?m)\A(?=From )|(?<=\n\n)(?=From )", sample.mbox.read_bytes())
    for entry in entries:
        if entry:
            yield email.message_from_bytes(re.sub(rb"(?m)^>(>*From )", rb"\1", entry.partition(b"\n")[2]))


def sent(sample: Sample) -> Iterator[Message]:
    for file in sorted((sample.maildir / ".Sent" / "cur").iterdir()):
        yield email.message_from_bytes(file.read_bytes())


def leaves(message: Message) -> Iterator[Message]:
    return (part for part in message.walk() if not part.is_multipart())


def text_of(part: Message) -> str:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode(part.get_content_charset("ascii"))


def words(text: str) -> list[str]:
    return re.sub(r"^[> ]+", "", text, flags=re.MULTILINE).split()


@pytest.mark.slow
def test_all_mails_are_there(sample: Sample, messages: list[Message]) -> None:
    mails = letters(NOW)
    assert sample.me == "robin.ashdown@mail.example"
    assert len(list(received(sample))) == sum(not letter.template.sent for letter in mails.values())
    assert {message["Message-ID"].strip() for message in messages} == {m.message_id for m in mails.values()}


def test_the_standard_library_reads_the_same_folders(sample: Sample) -> None:
    with closing(mailbox.mbox(sample.mbox, create=False)) as box:
        assert len(box) == len(list(received(sample)))
    folder = mailbox.Maildir(sample.maildir, create=False).get_folder("Sent")
    assert len(folder) == len(list(sent(sample)))


def test_mime_is_sound_and_says_what_was_meant(messages: list[Message]) -> None:
    mails = {letter.message_id: letter for letter in letters(NOW).values()}
    for message in messages:
        letter = mails[message["Message-ID"].strip()]
        parts = list(message.walk())
        assert not any(part.defects for part in parts), letter.template.name
        assert str(make_header(decode_header(message["Subject"]))).replace("\n", "") == letter.subject
        assert parsedate_to_datetime(message["Date"]) == letter.written
        plain = [p for p in leaves(message) if p.get_content_type() == "text/plain"]
        html = [p for p in leaves(message) if p.get_content_type() == "text/html"]
        assert plain or html
        for part in plain:
            assert words(text_of(part)) == words(letter.plain), letter.template.name
        for part in html:
            assert "</html>" in text_of(part) or '<div dir="ltr">' in text_of(part)


def test_boundaries_differ_between_levels(messages: list[Message]) -> None:
    for message in messages:
        boundaries = [part.get_boundary() for part in message.walk() if part.is_multipart()]
        assert len(boundaries) == len(set(boundaries))


def test_line_ends_are_bare_line_feeds(sample: Sample) -> None:
    files = [sample.mbox, *(sample.maildir / ".Sent" / "cur").iterdir()]
    assert not any(b"\r" in file.read_bytes() for file in files)
    calendar = sample.calendar.read_bytes()
    assert calendar.count(b"\n") == calendar.count(b"\r\n")


def test_from_lines_inside_a_body_are_quoted(sample: Sample) -> None:
    assert b"\n>From next week the door code" in sample.mbox.read_bytes()


def test_headers_are_ascii_and_not_too_long(sample: Sample) -> None:
    for file in (sample.maildir / ".Sent" / "cur").iterdir():
        head = file.read_bytes().partition(b"\n\n")[0]
        assert head.isascii()
        assert max(map(len, head.split(b"\n"))) <= 120


def test_formats_are_spread(messages: list[Message]) -> None:
    parts = [part for message in messages for part in leaves(message)]
    transfers = Counter(part.get("Content-Transfer-Encoding", "") for part in parts)
    charsets = Counter((part.get_content_charset() or "") for part in parts if part.get_content_maintype() == "text")
    types = Counter(part.get_content_type() for part in parts)
    assert all(transfers[name] >= 5 for name in ("7bit", "8bit", "quoted-printable", "base64")), transfers
    assert all(charsets[name] >= 2 for name in ("us-ascii", "utf-8", "iso-8859-1", "windows-1252")), charsets
    assert all(types[name] >= 5 for name in ("text/plain", "text/html", "text/calendar", "application/pdf")), types
    assert sum("format=flowed" in part.get("Content-Type", "") for part in parts) >= 5
    assert sum("=?" in (message["From"] + message["Subject"]) for message in messages) >= 10
    methods = Counter(part.get_param("method") for part in parts if part.get_content_type() == "text/calendar")
    assert methods["REQUEST"] >= 10
    assert methods["CANCEL"] >= 1


def test_relays_of_five_applicant_tracking_systems_occur(sample: Sample) -> None:
    senders = " ".join(message["From"] for message in received(sample))
    for relay in ("greenhouse-mail.io", "hire.lever.co", "ashbyhq.com", "myworkday.com", "smartrecruiters.com"):
        assert relay in senders


def test_attached_files_are_pdfs(messages: list[Message]) -> None:
    for message in messages:
        for part in leaves(message):
            if part.get_content_type() == "application/pdf":
                data = part.get_payload(decode=True)
                assert isinstance(data, bytes)
                assert data.startswith(b"%PDF-1.4")
                start = int(data.rpartition(b"startxref\n")[2].split()[0])
                assert data[start:].startswith(b"xref")


def test_calendar_parts_parse_and_keep_their_uid(messages: list[Message]) -> None:
    seen: dict[str, list[int]] = {}
    for message in messages:
        for part in leaves(message):
            if part.get_content_type() == "text/calendar":
                calendar = icalendar.Calendar.from_ical(text_of(part))
                [event] = calendar.walk("VEVENT")
                assert str(calendar["METHOD"]) == part.get_param("method")
                assert event.decoded("DTSTART").utcoffset() is not None
                seen.setdefault(str(event["UID"]), []).append(int(event.decoded("SEQUENCE")))
    histories = Counter(tuple(sorted(numbers)) for numbers in seen.values())
    assert set(histories) == {(0,), (0, 1)}
    assert histories[0, 1] == 2  # one moved, one cancelled


def test_the_calendar_holds_interviews_in_their_last_state_and_private_entries(sample: Sample) -> None:
    calendar = icalendar.Calendar.from_ical(sample.calendar.read_bytes())
    events = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
    assert "Yoga with Nell" in events
    assert not any("Sales Analyst" in title for title in events)  # cancelled
    [moved] = [event for title, event in events.items() if "BI Analyst" in title]
    assert moved.decoded("DTSTART") == datetime(2026, 3, 18, 15, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    just = events["Interview: Robin Ashdown, Senior Data Analyst"]
    assert just.decoded("DTSTART") == datetime(2026, 3, 10, 14, tzinfo=HOME)


@pytest.mark.slow
def test_writing_twice_replaces_the_sample(tmp_path: Path) -> None:
    first = write(tmp_path / "new" / "folder", NOW)
    before = first.mbox.read_bytes()
    count = len(list(sent(first)))
    write(tmp_path / "new" / "folder", NOW + timedelta(days=1))
    assert len(list(sent(first))) == count
    assert first.mbox.read_bytes() != before
    write(tmp_path / "new" / "folder", NOW)
    assert first.mbox.read_bytes() == before


def test_a_naive_instant_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        write(tmp_path, datetime(2026, 3, 11, 12))  # noqa: DTZ001 - that it is naive is the point
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("now", SOME[::2], ids=str)
def test_it_can_be_written_on_any_day(tmp_path: Path, now: datetime) -> None:
    sample = write(tmp_path, now)
    assert all(parsedate_to_datetime(m["Date"]) <= now for m in [*received(sample), *sent(sample)])
    past = icalendar.Calendar.from_ical(sample.calendar.read_bytes())
    assert any(isinstance(e.decoded("DTSTART"), date) for e in past.walk("VEVENT"))
