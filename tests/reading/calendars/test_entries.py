"""What is read from a calendar: the cases of real programs, as they write them."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.reading.calendars import entries as calendar_entries
from sincerely.reading.calendars.entries import Attendee, Entry, as_json, entries
from sincerely.reading.letters.letter import Address

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def ics(*event: str, head: str = "", end: str = "\r\n") -> bytes:
    lines = ["BEGIN:VCALENDAR", *head.split("\n"), "BEGIN:VEVENT", "UID:1@acme.example", *event]
    return end.join([*filter(None, lines), "END:VEVENT", "END:VCALENDAR", ""]).encode()


def one(*event: str, head: str = "") -> Entry:
    reading = entries(ics(*event, head=head), own_zone=BERLIN)
    assert reading.faults == ()
    [entry] = reading.entries
    return entry


def faults(data: bytes) -> list[str]:
    return [str(fault) for fault in entries(data, own_zone=BERLIN).faults]


OUTLOOK = """\
BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Eastern Standard Time
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN=Dana Smith:mailto:Dana@ACME.example
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Ashdown, Robi
 n":mailto:robin.ashdown@mail.example
ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED;CN=lee@acme.example:MAILTO:lee@acme.example
ATTENDEE;CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT;PARTSTAT=ACCEPTED;CN=NYC 4.12 (8):mailto:nyc-4-12@acme.example
DESCRIPTION;LANGUAGE=en-US:Hi Robin\\,\\n\\nLooking forward to it.\\n____\\nMicrosof
 t Teams meeting\\nJoin: https://teams.microsoft.com/l/meetup-join/19%3ameeting_
 abc%40thread.v2/0?context=x\\nHelp: https://support.microsoft.com/help
UID:040000008200E00074C5B7101A82E008
SUMMARY;LANGUAGE=en-US:Interview: Data analyst – Robin Ashdown
DTSTART;TZID=Eastern Standard Time:20260304T140000
DTEND;TZID=Eastern Standard Time:20260304T150000
CLASS:PUBLIC
DTSTAMP:20260227T160000Z
STATUS:CONFIRMED
SEQUENCE:2
LOCATION;LANGUAGE=en-US:Microsoft Teams Meeting
BEGIN:VALARM
DESCRIPTION:REMINDER
TRIGGER;RELATED=START:-PT15M
ACTION:DISPLAY
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def test_an_invitation_from_outlook() -> None:
    reading = entries(OUTLOOK.encode(), own_zone=BERLIN)
    assert reading.method == "REQUEST"
    assert reading.faults == ()
    [entry] = reading.entries
    assert entry.summary == "Interview: Data analyst – Robin Ashdown"
    assert entry.start == datetime(2026, 3, 4, 14, tzinfo=NEW_YORK)
    assert entry.end == datetime(2026, 3, 4, 15, tzinfo=NEW_YORK)
    assert (entry.sequence, entry.status, entry.zone) == (2, "CONFIRMED", "Eastern Standard Time")
    assert entry.organizer == Address("Dana Smith", "Dana@acme.example")
    assert entry.attendees == (
        Attendee("Ashdown, Robin", "robin.ashdown@mail.example"),
        Attendee("", "lee@acme.example", "OPT-PARTICIPANT", "ACCEPTED"),
        Attendee("NYC 4.12 (8)", "nyc-4-12@acme.example", "NON-PARTICIPANT", "ACCEPTED", "RESOURCE"),
    )
    assert entry.url == "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=x"
    assert entry.description.startswith("Hi Robin,\n\nLooking forward")
    assert "REMINDER" not in entry.description
    assert entry.stamp == datetime(2026, 2, 27, 16, tzinfo=UTC)
    assert not entry.cancelled


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "REPLY", "COUNTER", "PUBLISH", "request"])
def test_methods(method: str) -> None:
    entry = one("DTSTART:20260304T140000Z", head=f"METHOD:{method}")
    assert entry.method == method.upper()
    assert entry.cancelled is (method == "CANCEL")


def test_an_answer_says_what_the_attendee_says() -> None:
    entry = one(
        "DTSTART:20260304T140000Z", "ATTENDEE;PARTSTAT=declined;CN=Lee:mailto:lee@acme.example", head="METHOD:REPLY"
    )
    assert [(a.address, a.partstat) for a in entry.attendees] == [("lee@acme.example", "DECLINED")]


def test_a_cancelled_status_is_a_cancellation() -> None:
    assert one("DTSTART:20260304T140000Z", "STATUS:CANCELLED").cancelled


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("DTSTART:20260304T140000Z", "2026-03-04T14:00:00+00:00"),
        ("DTSTART;TZID=Europe/London:20260704T140000", "2026-07-04T14:00:00+01:00"),
        ('DTSTART;TZID="W. Europe Standard Time":20260704T140000', "2026-07-04T14:00:00+02:00"),
        ("DTSTART;TZID=/mozilla.org/20070129_1/America/New_York:20260304T140000", "2026-03-04T14:00:00-05:00"),
        ("DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20260304T140000", "2026-03-04T14:00:00-05:00"),
        ("DTSTART;TZID=EST:20260704T140000", "2026-07-04T14:00:00-04:00"),
        ("DTSTART;TZID=GMT+0100:20260704T140000", "2026-07-04T14:00:00+01:00"),
        ("DTSTART;TZID=Europe/London:20260304T140000Z", "2026-03-04T14:00:00+00:00"),
        ("DTSTART:20260304T140000", "2026-03-04T14:00:00+01:00"),
        ("DTSTART:20260704T140000", "2026-07-04T14:00:00+02:00"),
        ("DTSTART;VALUE=DATE:20260304", "2026-03-04"),
        ("DTSTART:20260304", "2026-03-04"),
        ("DTSTART;VALUE=DATE:20260304T000000", "2026-03-04T00:00:00+01:00"),
        ("DTSTART:20260304T1400Z", "2026-03-04T14:00:00+00:00"),
        ("DTSTART:2026-03-04T14:00:00Z", "2026-03-04T14:00:00+00:00"),
        ("DTSTART:20260304T140000-0500", "2026-03-04T14:00:00-05:00"),
        ("DTSTART:20260304T240000Z", "2026-03-05T00:00:00+00:00"),
        ("DTSTART:20261231T235960Z", "2026-12-31T23:59:59+00:00"),
        ("DTSTART: 20260304T140000Z ", "2026-03-04T14:00:00+00:00"),
    ],
)
def test_beginnings(written: str, read: str) -> None:
    assert as_json(one(written))["start"] == read


def test_a_floating_time_is_in_the_calendars_zone_when_it_names_one() -> None:
    entry = one("DTSTART:20260304T140000", head="X-WR-TIMEZONE:America/New_York")
    assert entry.start == datetime(2026, 3, 4, 14, tzinfo=NEW_YORK)
    assert entry.floating


def test_an_unknown_zone_is_taken_as_local_and_said() -> None:
    data = ics("DTSTART;TZID=Western/Central Europe:20260304T140000")
    [entry] = entries(data, own_zone=BERLIN).entries
    assert entry.start == datetime(2026, 3, 4, 14, tzinfo=BERLIN)
    assert entry.floating
    assert entry.zone == "Western/Central Europe"
    assert faults(data) == ["line 4: the time zone 'Western/Central Europe' is not known; the time is taken as local"]


INVENTED = """\
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.slow
def test_a_zone_that_only_the_calendar_knows_keeps_time_like_the_one_it_copies() -> None:
    for hour in range(0, 366 * 24, 5):
        instant = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
        wall = instant.astimezone(BERLIN)
        if wall.fold:
            continue  # the calendar cannot write which of the two it means
        entry = one(f"DTSTART;TZID=Customized Time Zone:{wall:%Y%m%dT%H%M%S}", head=INVENTED)
        assert entry.start == instant
        assert entry.start.astimezone(UTC).astimezone(entry.start.tzinfo) == entry.start
        assert not entry.floating


def test_an_invented_zone_survives_the_way_to_another_process() -> None:
    entry = one("DTSTART;TZID=Customized Time Zone:20260704T140000", head=INVENTED)
    assert pickle.loads(pickle.dumps(entry)) == entry


@pytest.mark.parametrize(
    "broken",
    ["", "BEGIN:STANDARD\nEND:STANDARD", "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+5744\nTZOFFSETTO:+5744\nEND:STANDARD",
     "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD",
     "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=77\nEND:STANDARD"],
)  # fmt: skip
def test_a_zone_that_describes_nothing(broken: str) -> None:
    data = ics("DTSTART;TZID=Mine:20260304T140000", head=f"BEGIN:VTIMEZONE\nTZID:Mine\n{broken}\nEND:VTIMEZONE")
    reading = entries(data, own_zone=BERLIN)
    assert reading.entries[0].start == datetime(2026, 3, 4, 14, tzinfo=BERLIN)
    assert len(reading.faults) == 2


@pytest.mark.parametrize(
    ("written", "end"),
    [
        (("DTSTART:20260304T140000Z", "DTEND:20260304T150000Z"), "2026-03-04T15:00:00+00:00"),
        (("DTSTART:20260304T140000Z", "DURATION:PT45M"), "2026-03-04T14:45:00+00:00"),
        (("DTSTART;TZID=Europe/Berlin:20260329T010000", "DURATION:PT2H"), "2026-03-29T04:00:00+02:00"),
        (("DTSTART:20260304T140000Z", "DURATION:P1W"), "2026-03-11T14:00:00+00:00"),
        (("DTSTART:20260304T140000Z",), None),
        (("DTSTART:20260304T140000Z", "DTEND:20260304T140000Z"), None),
        (("DTSTART;VALUE=DATE:20260304",), "2026-03-05"),
        (("DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260304"), "2026-03-05"),
        (("DTSTART;VALUE=DATE:20260304", "DTEND;VALUE=DATE:20260307"), "2026-03-07"),
        (("DTSTART;VALUE=DATE:20260304", "DURATION:P2D"), "2026-03-06"),
        # Days end at midnight, whatever hour a program writes.
        (("DTSTART;VALUE=DATE:20260304", "DTEND:20260304T150000Z"), "2026-03-05"),
        (("DTSTART;VALUE=DATE:20260304", "DURATION:PT1H"), "2026-03-05"),
        (("DTSTART;VALUE=DATE:20260304", "DURATION:PT36H"), "2026-03-06"),
    ],
)
def test_ends(written: tuple[str, ...], end: str | None) -> None:
    assert as_json(one(*written))["end"] == end


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("DTSTART:00010101T000000Z", "DTSTART: the year 1 is absurd"),
        ("DTSTART:99991231T235959Z", "DTSTART: the year 9999 is absurd"),
        ("DTSTART:20260231T100000Z", "DTSTART: day is out of range for month"),
        ("DTSTART:INVALID", "DTSTART: 'INVALID' is no date"),
        ("DTSTART:", "DTSTART: '' is no date"),
        ("DTSTART:20260304T999999Z", "DTSTART: hour must be in 0..23"),
        ("DTSTART:20260304T140000+9900", "DTSTART: offset must be"),
        ("DTSTART:20260304T140000Z\r\nDTEND:20260304T130000Z", "an entry ends before it begins; its end is unknown"),
        ("DTSTART:20260304T140000Z\r\nDURATION:-PT1H", "DURATION: -PT1H is a negative duration"),
        ("DTSTART:20260304T140000Z\r\nDURATION:P99999D", "DURATION: 'P99999D' is no duration"),
        ("DTSTART:20260304T140000Z\r\nDURATION:P9999D", "DURATION: P9999D is an absurd duration"),
        ("DTSTART;;TZID=x:20260304T140000Z", "DTSTART has a parameter without a name or a value"),
    ],
)
def test_absurd_times_are_faults_and_the_entry_is_read_all_the_same(written: str, fault: str) -> None:
    reading = entries(ics(written, "SUMMARY:Interview"), own_zone=BERLIN)
    assert [entry.summary for entry in reading.entries] == ["Interview"]
    assert fault in str(reading.faults[0])
    assert reading.faults[0].line >= 2


def test_all_day_by_outlooks_own_word() -> None:
    entry = one("DTSTART:20260303T230000Z", "DTEND:20260304T230000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")
    assert not entry.all_day  # midnight only in Berlin: the times stand
    assert one("DTSTART:20260304T000000", "DTEND:20260305T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE").all_day


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("LOCATION:https://acme.zoom.us/j/987?pwd=x", "https://acme.zoom.us/j/987?pwd=x"),
        ("DESCRIPTION:Join <https://meet.google.com/abc-defg-hij>.", "https://meet.google.com/abc-defg-hij"),
        ("X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"),
        ("X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/x", "https://teams.microsoft.com/l/meetup-join/x"),
        ("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://whereby.com/acme", "https://whereby.com/acme"),
        (
            "DESCRIPTION:https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F9&data=1",
            "https://acme.zoom.us/j/9",
        ),
        ("URL:https://acme.example/jobs/7", "https://acme.example/jobs/7"),
        ("DESCRIPTION:See https://acme.example/office", ""),
        ("DESCRIPTION:https://zoom.us.evil.example/j/1", ""),
        ("DESCRIPTION:https://notzoom.us/j/1", ""),
        ("URL:javascript:alert(1)", ""),
        ("DESCRIPTION:Dial in: https://dialin.teams.microsoft.com/x\\nJoin: https://teams.microsoft.com/l/meetup-join/y", "https://teams.microsoft.com/l/meetup-join/y"),
    ],
)  # fmt: skip
def test_links(written: str, url: str) -> None:
    assert one("DTSTART:20260304T140000Z", written).url == url


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("ATTENDEE;CN=Lee Park:mailto:lee@acme.example", Attendee("Lee Park", "lee@acme.example")),
        ('ATTENDEE;CN="Park, Lee":MAILTO:Lee@Acme.Example', Attendee("Park, Lee", "Lee@acme.example")),
        ("ATTENDEE;CN=lee@acme.example:mailto:lee@acme.example", Attendee("", "lee@acme.example")),
        ("ATTENDEE;CN=Lee;EMAIL=lee@acme.example:urn:uuid:0F", Attendee("Lee", "lee@acme.example")),
        ("ATTENDEE;CN=Lee:invalid:nomail", Attendee("Lee", "")),
        ("ATTENDEE;CN=Lee:/O=ACME/OU=FIRST/CN=RECIPIENTS/CN=LEE", Attendee("Lee", "")),
        ("ATTENDEE;CN=Zo^'e^' ^^:mailto:zoe@acme.example", Attendee('Zo"e" ^', "zoe@acme.example")),
        ("ATTENDEE;ROLE=;PARTSTAT=;CUTYPE=:mailto:lee@acme.example", Attendee("", "lee@acme.example")),
        ("attendee;cn=Lee:mailto:lee@acme.example", Attendee("Lee", "lee@acme.example")),
    ],
)  # fmt: skip
def test_attendees(written: str, who: Attendee) -> None:
    assert one("DTSTART:20260304T140000Z", written).attendees == (who,)


def test_an_attendee_named_twice_comes_once() -> None:
    entry = one("DTSTART:20260304T140000Z", *["ATTENDEE;CN=Lee:mailto:lee@acme.example"] * 2)
    assert len(entry.attendees) == 1


def test_nobody_is_nobody() -> None:
    entry = one("DTSTART:20260304T140000Z", "ATTENDEE:", "ATTENDEE:mailto:")
    assert entry.attendees == ()
    assert entry.organizer is None


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_line_ends_and_charsets(end: str, charset: str) -> None:
    text = ics("SUMMARY:Gespräch – Zoë", "DTSTART:20260304T140000Z", end=end).decode()
    [entry] = entries(text.encode(charset)).entries
    assert entry.summary == "Gespräch – Zoë"


def test_folding_may_part_a_character() -> None:
    data = "SUMMARY:Gespräch".encode()
    at = data.index("ä".encode()) + 1
    [entry] = entries(ics().replace(b"END:VEVENT", data[:at] + b"\r\n " + data[at:] + b"\r\nEND:VEVENT")).entries
    assert entry.summary == "Gespräch"


def test_text_is_unescaped() -> None:
    entry = one("DTSTART:20260304T140000Z", r"SUMMARY:One\, two\; three\\four\nfive", r"DESCRIPTION:a\Nb")
    assert entry.summary == r"One, two; three\four five"
    assert entry.description == "a\nb"


def test_only_html_is_turned_to_text() -> None:
    entry = one("DTSTART:20260304T140000Z", "X-ALT-DESC;FMTTYPE=text/html:<html><p>Meet <b>Lee</b></p></html>")
    assert " ".join(entry.description.split()) == "Meet Lee"


def test_html_in_the_description_is_turned_to_text() -> None:
    entry = one("DTSTART:20260304T140000Z", "DESCRIPTION:<p>Meet <b>Lee</b></p>")
    assert " ".join(entry.description.split()) == "Meet Lee"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("DTSTAMP:20260301T080000Z", "LAST-MODIFIED:20260302T080000Z"), 2),
        (("DTSTAMP:20260303T080000Z", "LAST-MODIFIED:20260302T080000Z"), 3),
        (("DTSTAMP:20260301T080000Z",), 1),
        ((), None),
    ],
)
def test_an_entry_says_what_it_says_since_it_was_changed_last(lines: tuple[str, ...], day: int | None) -> None:
    told = one("DTSTART:20260304T140000Z", *lines).told_at
    assert told == (datetime(2026, 3, day, 8, tzinfo=UTC) if day else None)


def test_a_damaged_date_of_writing_is_no_fault() -> None:
    entry = one("DTSTART:20260304T140000Z", "DTSTAMP:00000000T000000Z", "CREATED:20260301T080000Z")
    assert entry.stamp is None
    assert entry.created == datetime(2026, 3, 1, 8, tzinfo=UTC)


def test_a_calendar_inside_another_ends_it() -> None:
    data = b"BEGIN:VCALENDAR\nMETHOD:REQUEST\n" + ics("DTSTART:20260304T140000Z", head="METHOD:CANCEL")
    reading = entries(data)
    assert [entry.method for entry in reading.entries] == ["CANCEL"]
    assert str(reading.faults[0]) == "line 3: a calendar begins inside another; the one before has no END"


def test_an_end_closes_what_is_open_inside() -> None:
    reading = entries(
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nEND:VCALENDAR"
    )
    assert [entry.uid for entry in reading.entries] == ["", "2"]
    assert [str(fault) for fault in reading.faults] == ["line 3: BEGIN:VALARM has no END"]


def test_entries_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_entries, "_MOST_ENTRIES", 3)
    reading = entries(b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nUID:1\nEND:VEVENT\n" * 9 + b"END:VCALENDAR\n")
    assert len(reading.entries) == 3
    assert str(reading.faults[0]) == "has 4 entries; the first 3 were read"


def test_broken_lines_cost_themselves_and_nothing_else() -> None:
    data = b"""BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:1
DTSTART:20260304T140000Z
DESCRIPTION:First line
and a second one, never folded
X
SUMMARY;;:Interview
BEGIN:VEVENT
UID:2
DTSTART:20260305T140000Z
ATTENDEE;CN="Lee:mailto:lee@acme.example
END:VEVENT
END:VTODO
END:VCALENDAR
BEGIN:VCALENDAR
METHOD:CANCEL
BEGIN:VEVENT
UID:3
DTSTART:20260306T140000Z
"""
    reading = entries(data)
    assert [(e.uid, e.method, e.start and e.start.day) for e in reading.entries] == [
        ("1", "REQUEST", 4),
        ("2", "REQUEST", 5),
        ("3", "CANCEL", 6),
    ]
    assert reading.entries[0].description == "First line\nand a second one, never folded\nX"
    assert reading.entries[0].summary == "Interview"
    assert [str(fault) for fault in reading.faults] == [
        "line 7: is no property; taken as the rest of DESCRIPTION",
        "line 8: is no property; taken as the rest of DESCRIPTION",
        "line 9: SUMMARY has a parameter without a name or a value",
        "line 10: an entry begins inside another; the one before has no END",
        "line 13: ATTENDEE has a damaged parameter",
        "line 15: END:VTODO without a BEGIN",
        "line 17: BEGIN:VCALENDAR has no END",
        "line 19: BEGIN:VEVENT has no END",
    ]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "has no line BEGIN:VCALENDAR"),
        (b"\0" * 100, "has no line BEGIN:VCALENDAR"),
        (b"Dear Robin,\nsee you on Friday.\n", "has no line BEGIN:VCALENDAR"),
        (b"BEGIN:VEVENT\nUID:1\nEND:VEVENT\n", "has no line BEGIN:VCALENDAR; its entries were read all the same"),
    ],
)
def test_what_is_no_calendar(data: bytes, fault: str) -> None:
    assert fault in faults(data)


def test_faults_are_bounded() -> None:
    assert len(faults(b"nonsense\n" * 10_000)) == 101


def test_deep_nesting_is_followed_and_forgotten() -> None:
    data = (
        b"BEGIN:VCALENDAR\n"
        + b"BEGIN:X\nSUMMARY:x\nodd\n" * 5000
        + b"END:X\n" * 5000
        + b"BEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert [e.uid for e in entries(data).entries] == ["1"]


def test_as_json_is_the_commands_contract() -> None:
    entry = entries(OUTLOOK.encode()).entries[0]
    printed = json.loads(json.dumps(as_json(entry)))
    assert printed.keys() == {"uid", "start", "end", "attendees", "organizer", "method", "status", "summary"}
    assert printed["organizer"] == {"name": "Dana Smith", "address": "Dana@acme.example"}
    assert printed["attendees"][1] == {"name": "", "address": "lee@acme.example", "partstat": "ACCEPTED"}


def test_a_plain_invitation_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom sincerely.reading.calendars.entries import entries\n"
        f"entries({ics('DTSTART:20260304T140000Z')!r})\n"
        "sys.exit('icalendar' in sys.modules or 'recurring_ical_events' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": "src"}).returncode == 0


_LINES = st.sampled_from(OUTLOOK.splitlines())
_NOISE = st.text(st.sampled_from('AZaz09;:=",\\\n\r \t-+^%Tn\0äß–🙂'), max_size=30)


@pytest.mark.slow
@given(st.lists(st.one_of(_LINES, _NOISE, st.tuples(_LINES, _NOISE).map("".join)), max_size=40).map("\n".join))
@settings(max_examples=300, deadline=None)
def test_never_raises_on_damaged_calendars(text: str) -> None:
    window = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC))
    reading = entries(text, own_zone=BERLIN, window=window)
    for entry in reading.entries:
        assert entry.start is None or entry.start.tzinfo is not None
        assert entry.end is None or (entry.start is not None and entry.end > entry.start)
        json.dumps(as_json(entry))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_never_raises_on_bytes(data: bytes) -> None:
    entries(data)
    entries(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:" + data)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "BEGIN:VEVENT\n",
        "END:X\n",
        ";",
        ';A="',
        'X;A="b";',
        "\\",
        "DTSTART;TZID=",
        " x\n",
        "https://a.example/?url=http",
        "<",
        "^'",
        "\nmore",
        "BEGIN:X\n",
    ],
)
def test_work_grows_with_length_only(piece: str) -> None:
    """Counted in function calls and lines, not by the clock."""

    def work(times: int) -> int:
        count = 0

        def tick(*_: object) -> None:
            nonlocal count
            count += 1

        data = (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:" + piece.encode() * times)[:200_000]
        sys.setprofile(tick)
        try:
            entries(data)
        finally:
            sys.setprofile(None)
        return count

    small, large = work(2_000), work(4_000)
    assert large < 2.5 * small + 1_000
