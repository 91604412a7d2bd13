"""Where the entries of the candidate's calendar belong: whose house they name, and what begins nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.support import load, process_of

from sincerely.app.mail_in.reading_mail import Reader, Said, learn
from sincerely.app.mail_in.sync import sync
from sincerely.app.models.reading_models import load_models
from sincerely.app.processes.questions import answer, open_questions, questions
from sincerely.app.wiring import opened, reader
from sincerely.core.events import Cancelled, Event, Scheduled
from sincerely.core.header import Header
from sincerely.core.process import Interview, Process
from sincerely.reading.linking.links import Clues, Links
from sincerely.sources.eml import Eml
from sincerely.sources.ics import Ics
from sincerely.store.base import Store

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
CALENDAR = "c_7f3a9@group.calendar.google.com"
SELF = "robin@mail.example"


def ics(
    summary: str,
    *people: str,
    organizer: str = "",
    uid: str = "one",
    description: str = "",
    start: str = "20260318T140000Z",
    end: str = "20260318T150000Z",
    more: str = "",
) -> str:
    lines = [
        f"BEGIN:VEVENT\nUID:{uid}@x.example\nDTSTAMP:20260310T120000Z\nCREATED:20260302T120000Z",
        f"DTSTART:{start}\nDTEND:{end}\nSUMMARY:{summary}",
        *([f"ORGANIZER:mailto:{organizer}"] if organizer else []),
        *(f"ATTENDEE:mailto:{one}" for one in people),
        *([f"DESCRIPTION:{description}"] if description else []),
        *([more] if more else []),
        "END:VEVENT",
    ]
    return "\n".join(lines)


def said(links: Links, *entries: str) -> list[Said]:
    data = "\n".join(["BEGIN:VCALENDAR", *entries, "END:VCALENDAR"]).encode()
    found, faults = Reader(load_models(), ME, UTC, NOW).calendar(data, links, "sha256:x")
    assert faults == []
    return found


def event(one: Said) -> Event:
    [only] = one.events
    return only


def known(*headers: Header) -> Links:
    links = Links(headers)
    for header in headers:
        house = header.id.partition("-")[0]
        people = frozenset({f"dana@{house}.example"})
        links.learn(header.id, Clues(people=people, domain=f"{house}.example", uids=(f"{header.id}@x.example",), at=AT))
    return links


def header(name: str, employer: str, role: str = "", via: str = "direct", consultant: str = "") -> Header:
    return Header(
        id=name, employer=employer, role=role, zone="America/New_York", country="US", via=via, consultant=consultant
    )


ACME = header("acme", "Acme Corp", "Data Analyst")


def process(one: Said) -> str | None:
    assert one.link is not None
    return one.link.process


@pytest.mark.parametrize(
    "entry",
    [
        ics("Interview", SELF, organizer="lee.park@us.acme.example"),
        ics("Interview with Lee", SELF, "lee@acme.example", organizer="calendar@goodtime.io"),
        ics("Interview with Lee", SELF, "lee@acme.example", organizer=CALENDAR),
        ics("Interview with Lee", SELF, organizer="lee.park@gmail.com", description="About the job at Acme."),
        ics("Interview Acme (Dana\\, Lee)"),
        ics("Interview: Acme Corp", organizer=SELF),
        ics("Technical interview with Senior Engineer", SELF, organizer="lee@acme.example"),
    ],
)
def test_an_entry_is_found_by_its_house(entry: str) -> None:
    [one] = said(known(ACME), entry)
    assert process(one) == "acme"


def test_a_shared_calendar_is_nobody_and_no_house() -> None:
    entries = [
        ics(f"Interview - {name}", SELF, "", organizer=f"c_{name}@group.calendar.google.com", uid=name)
        for name in ("Data Analyst", "Pastry Chef")
    ]
    first, second = said(Links(), *entries)
    assert event(first).who == event(second).who == ()
    assert first.link
    assert second.link
    assert first.link.header
    assert second.link.header
    assert (first.link.header.role, second.link.header.role) == ("Data Analyst", "Pastry Chef")
    assert first.link.header.id != second.link.header.id


def test_two_who_write_from_free_mail_are_two() -> None:
    entries = [
        ics(f"Interview - {role}", SELF, organizer=f"{name}@gmail.com", uid=name)
        for name, role in (("lee", "Data Analyst"), ("kim", "Pastry Chef"))
    ]
    first, second = (one.link for one in said(Links(), *entries))
    assert first
    assert second
    assert first.header
    assert second.header
    assert first.header.id != second.header.id


def test_a_new_process_has_its_employers_name_and_role() -> None:
    [one] = said(Links(), ics("Interview: Data Analyst at Iron Harbor", SELF, organizer="lee@us.ironharbor.example"))
    assert one.link
    assert one.link.header
    assert (one.link.header.employer, one.link.header.role) == ("Iron Harbor", "Data Analyst")


@pytest.mark.parametrize("entry", [ics("Interview"), ics("Interview", SELF, organizer="lee@gmail.com")])
def test_what_names_neither_employer_nor_opening_begins_nothing(entry: str) -> None:
    assert said(known(ACME), entry) == []


def test_an_agencys_entry_belongs_to_the_client_that_it_names() -> None:
    clients = [
        header(name, house, "Cook", "agency", "mira@fern.example")
        for name, house in (("a", "Larkspur"), ("b", "Quillon"))
    ]
    links = Links(clients)
    [one] = said(links, ics("Interview: Robin / Larkspur", SELF, organizer="mira@fern.example"))
    assert process(one) == "a"
    [other] = said(links, ics("Interview: Robin / Quillon", SELF, organizer="mira@fern.example", uid="two"))
    assert process(other) == "b"


def test_two_openings_of_one_employer_are_told_apart_by_the_title() -> None:
    links = known(ACME, header("acme-chef", "Acme Corp", "Pastry Chef"))
    [one] = said(links, ics("Interview Acme - Pastry Chef"))
    assert process(one) == "acme-chef"


def test_a_known_entry_is_taken_whatever_it_calls_itself() -> None:
    later = ics("Robin / Lee", uid="acme", start="20260320T090000Z", end="20260320T100000Z", more="SEQUENCE:1")
    [one] = said(known(ACME), later)
    assert process(one) == "acme"
    assert isinstance(event(one), Scheduled)
    # Said when it was changed, not when it was made: else the first invitation would come after it.
    assert event(one).at == datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_known_entry_is_cancelled_whatever_it_calls_itself() -> None:
    [one] = said(known(ACME), ics("Robin / Lee", uid="acme", more="STATUS:CANCELLED"))
    assert isinstance(event(one), Cancelled)
    assert event(one).at > AT
    assert said(known(ACME), ics("Robin / Lee", uid="other", more="STATUS:CANCELLED")) == []


def test_what_is_unsure_makes_no_entry_known() -> None:
    links = known(ACME)
    twice = ics("Conversation with our CTO", SELF, organizer="sam@acmo.example", uid="unsure")
    for one in said(links, twice, twice):
        assert event(one).confidence < 0.7
        assert one.link
        assert one.clues
        learn(links, one.link, one.clues)
    assert not links.knows_entry("unsure@x.example")


@pytest.mark.parametrize("summary", ["Robin <> Dana", "Acme // Robin Keller", "Conversation with our CTO", "Catch-up"])
def test_who_is_known_of_an_employer_invites_to_an_interview(summary: str) -> None:
    [one] = said(known(ACME), ics(summary, SELF, organizer="dana@acme.example"))
    assert process(one) == "acme"
    assert event(one).confidence >= 0.7
    assert said(Links(), ics("Robin <> Dana", organizer="dana@acme.example")) == []


@pytest.mark.parametrize(
    "entry",
    [
        ics("Dentist", SELF, organizer="desk@teeth.example"),
        ics("Lunch with Dana", SELF, organizer="dana@acme.example"),
        ics("Lunch with Dana", SELF, organizer="dana@gmail.com"),
        ics("Catch-up", SELF, organizer="kim@gmail.com"),
        ics("Acme webinar: our new product", SELF, organizer="events@acme.example"),
        ics("Parents' evening", SELF, organizer="office@school.example"),
    ],
)
def test_private_entries_stay_out(entry: str) -> None:
    links = known(ACME)
    # A friend was in copy once.
    links.learn("acme", Clues(people=frozenset({"kim@gmail.com"}), at=AT))
    assert said(links, entry) == []


@pytest.mark.parametrize("uid", ["acme", "new"])
def test_what_the_candidate_declined_is_no_interview(uid: str) -> None:
    refused = "ATTENDEE;PARTSTAT=DECLINED:mailto:Robin@mail.example"
    found = said(known(ACME), ics("Interview", organizer="dana@acme.example", uid=uid, more=refused))
    assert [type(event(one)) for one in found] == ([Cancelled] if uid == "acme" else [])
    others = "ATTENDEE;PARTSTAT=DECLINED:mailto:lee@acme.example"
    assert len(said(known(ACME), ics("Interview", SELF, organizer="dana@acme.example", uid=uid, more=others))) == 1
    [off] = said(known(ACME), ics("Interview", uid="acme", more=f"{refused}\nSTATUS:CANCELLED"))
    assert isinstance(event(off), Cancelled)


def test_whom_an_entry_only_names_is_known_by_name() -> None:
    links = known(ACME)
    told = "You will meet with Lee Wong."
    [one] = said(links, ics("Interview", SELF, organizer="careers@acme.example", description=told))
    assert event(one).who == ("Lee Wong",)
    thanks = Clues(people=frozenset({"lee.wong@other.example"}), at=NOW, goes_on=True)
    assert links.find(thanks).process == "acme"


INVITED = """From: Dana Ito <dana@acme.example>
To: robin@mail.example
Subject: Interview: Data Analyst at Acme
Date: Mon, 02 Mar 2026 13:00:00 +0000
Message-ID: <one@acme.example>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REQUEST

"""


def read_in(home: Path, source: Eml | Ics) -> None:
    with opened(home) as store:
        done = sync(store, [source], reader(store, [SELF], NOW), NOW, lambda *_: None)
    assert (done.new, done.failed) == (1, 0)


@pytest.mark.parametrize(
    ("end", "expected"), [("SEQUENCE:1", [datetime(2026, 3, 20, 9, tzinfo=UTC)]), ("STATUS:CANCELLED", [])]
)
def test_a_later_sync_knows_the_entry(tmp_path: Path, end: str, expected: list[datetime]) -> None:
    before = ics("Interview: Data Analyst", SELF, organizer="dana@acme.example")
    mail, calendar = tmp_path / "invitation.eml", tmp_path / "own.ics"
    mail.write_text(f"{INVITED}BEGIN:VCALENDAR\nMETHOD:REQUEST\n{before}\nEND:VCALENDAR\n")
    read_in(tmp_path / "home", Eml(mail))
    # In the candidate's own calendar: a name of her own, nobody beside, and a new time.
    later = ics("Big day", start="20260320T090000Z", end="20260320T100000Z", more=end)
    calendar.write_text(f"BEGIN:VCALENDAR\n{later}\nEND:VCALENDAR\n")
    read_in(tmp_path / "home", Ics(calendar))
    with opened(tmp_path / "home") as store:
        [row] = store.summaries()
        assert [one.start for one in interviews(store, row.header.id)] == expected


REFUSED = """From: Robin <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Declined: Interview: Data Analyst at Acme
Date: Tue, 03 Mar 2026 09:00:00 +0000
Message-ID: <two@mail.example>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REPLY

"""


@pytest.mark.parametrize(("state", "asked"), [("DECLINED", ["cancelled"]), ("ACCEPTED", []), ("TENTATIVE", [])])
def test_an_invitation_that_the_candidate_declines_is_asked_about(tmp_path: Path, state: str, asked: list[str]) -> None:
    """Did it take place? Nobody is thanked for what did not; and it may be the old version that was declined."""
    before = ics("Interview: Data Analyst", SELF, organizer="dana@acme.example")
    after = ics(
        "Interview: Data Analyst", organizer="dana@acme.example", more=f"ATTENDEE;PARTSTAT={state}:mailto:{SELF}"
    )
    for name, head, method, entry in (("one", INVITED, "REQUEST", before), ("two", REFUSED, "REPLY", after)):
        mail = tmp_path / f"{name}.eml"
        mail.write_text(f"{head}BEGIN:VCALENDAR\nMETHOD:{method}\n{entry}\nEND:VCALENDAR\n")
        read_in(tmp_path / "home", Eml(mail))
    # The calendar says so too, twice: each export stamps its entries anew.
    for stamp in ("20260304T120000Z", "20260305T120000Z"):
        calendar = tmp_path / f"{stamp}.ics"
        calendar.write_text(f"BEGIN:VCALENDAR\n{after.replace('20260310T120000Z', stamp)}\nEND:VCALENDAR\n")
        read_in(tmp_path / "home", Ics(calendar))
    later = datetime(2026, 3, 19, tzinfo=UTC)
    with opened(tmp_path / "home") as store:
        found = open_questions(store, later)
        assert [question.event.verb for question in found] == asked
        [row] = store.summaries()
        assert len(interviews(store, row.header.id)) == 1
        for question in found:
            answer(store, question.event.id, yes=True, now=later)
            assert interviews(store, row.header.id) == ()
        assert open_questions(store, later) == []


def test_a_no_that_somebody_else_sends_changes_nothing(tmp_path: Path) -> None:
    before = ics("Interview: Data Analyst", SELF, organizer="dana@acme.example")
    after = ics(
        "Interview: Data Analyst", organizer="dana@acme.example", more=f"ATTENDEE;PARTSTAT=DECLINED:mailto:{SELF}"
    )
    forged = REFUSED.replace("From: Robin <robin@mail.example>", "From: Lee <lee@acme.example>")
    for name, head, method, entry in (("one", INVITED, "REQUEST", before), ("two", forged, "REPLY", after)):
        mail = tmp_path / f"{name}.eml"
        mail.write_text(f"{head}BEGIN:VCALENDAR\nMETHOD:{method}\n{entry}\nEND:VCALENDAR\n")
        read_in(tmp_path / "home", Eml(mail))
    with opened(tmp_path / "home") as store:
        [row] = store.summaries()
        assert len(interviews(store, row.header.id)) == 1


def kept(store: Store, name: str) -> Process:
    found = store.process(name)
    assert found
    return found


def interviews(store: Store, name: str) -> tuple[Interview, ...]:
    return kept(store, name).interviews


def test_an_interview_of_a_whole_day_is_asked_about() -> None:
    """People note the day before they know the hour; it may be a deadline, too."""
    whole = ics("Interview Acme", start="20260318", end="20260319").replace("DTSTART:", "DTSTART;VALUE=DATE:")
    [one] = said(known(ACME), whole.replace("DTEND:", "DTEND;VALUE=DATE:"))
    asked = event(one)
    assert isinstance(asked, Scheduled)
    there = ZoneInfo("America/New_York")
    assert (asked.start, asked.end) == (datetime(2026, 3, 18, 9, tzinfo=there), datetime(2026, 3, 18, 17, tzinfo=there))
    assert asked.confidence < 0.5
    days = ics("Interview Acme", start="20260318", end="20260321").replace("DTSTART:", "DTSTART;VALUE=DATE:")
    assert said(known(ACME), days.replace("DTEND:", "DTEND;VALUE=DATE:")) == []
    gone = ics("Interview Acme", uid="acme", start="20260318", end="20260319", more="STATUS:CANCELLED")
    whole_gone = gone.replace("DTSTART:", "DTSTART;VALUE=DATE:").replace("DTEND:", "DTEND;VALUE=DATE:")
    [off] = said(known(ACME), whole_gone)
    assert isinstance(event(off), Cancelled)
    assert event(off).confidence >= 0.5


def test_a_no_to_the_old_time_leaves_the_new_one(tmp_path: Path) -> None:
    """Declined and off, then fixed anew: the answer to the question is not later than what came next."""
    before = ics("Interview: Data Analyst", SELF, organizer="dana@acme.example")
    no = ics("Interview: Data Analyst", organizer="dana@acme.example", more=f"ATTENDEE;PARTSTAT=DECLINED:mailto:{SELF}")
    anew = ics(
        "Interview: Data Analyst", SELF, organizer="dana@acme.example", start="20260320T090000Z", end="20260320T100000Z",
        more="SEQUENCE:1",
    )  # fmt: skip
    one, two, own = tmp_path / "one.eml", tmp_path / "two.eml", tmp_path / "own.ics"
    one.write_text(f"{INVITED}BEGIN:VCALENDAR\nMETHOD:REQUEST\n{before}\nEND:VCALENDAR\n")
    own.write_text(f"BEGIN:VCALENDAR\n{no}\nEND:VCALENDAR\n")
    later = INVITED.replace("<one@", "<three@").replace("02 Mar", "13 Mar").replace("Mon,", "Fri,")
    two.write_text(f"{later}BEGIN:VCALENDAR\nMETHOD:REQUEST\n{anew}\nEND:VCALENDAR\n")
    home = tmp_path / "home"
    read_in(home, Eml(one))
    read_in(home, Ics(own))
    with opened(home) as store:
        [row] = store.summaries()
        [question] = questions([kept(store, row.header.id)])
        answer(store, question.event.id, yes=True, now=NOW)
        assert interviews(store, row.header.id) == ()
        then = datetime(2026, 3, 14, tzinfo=UTC)
        done = sync(store, [Eml(two)], reader(store, [SELF], then), then, lambda *_: None)
        assert done.new == 1
        assert [held.start for held in interviews(store, row.header.id)] == [datetime(2026, 3, 20, 9, tzinfo=UTC)]
        assert questions([kept(store, row.header.id)]) == []


@pytest.mark.parametrize(
    ("slot", "asked"),
    [
        ('start="2026-03-18 12:00" end="2026-03-18 13:00"', True),  # a second talk on that day
        ('start="2026-03-18 09:00" end="2026-03-18 17:00"', False),  # the day, noted before its hour was known
        ('start="2026-03-19 09:00" end="2026-03-19 17:00"', True),
        ('start="2026-03-18 10:00" end="2026-03-18 11:00"', False),
    ],
)
def test_only_what_would_change_something_is_asked(slot: str, *, asked: bool) -> None:
    [timeline] = load(
        'process acme employer="Acme Corp" zone=America/New_York country=US\n'
        '2026-03-02 09:00 scheduled dana@acme.example start="2026-03-18 10:00" end="2026-03-18 11:00" uid=one\n'
        f"2026-03-03 09:00 scheduled lee@acme.example {slot} uid=two confidence=0.4\n"
    )
    assert bool(questions([process_of(timeline, [timeline])])) is asked
