"""Where an employer is, and by which clock its times are meant, for candidates who live anywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.linking.places import HOME, country_of, home_of, place_of, writes_as
from sincerely.reading.reader import Reading, read

ME = "robin@mail.example"
FRISCO = ("US", "America/Los_Angeles")
BERLIN = ("DE", "Europe/Berlin")
RELAY = "Halvorsen Hiring Team <no-reply@us.greenhouse-mail.io>"
BODY = """Dear Robin,

Your interview for the Data Analyst position at Halvorsen is confirmed for {when}. You will meet Lee Wong.

{signed}
"""


def mail(
    home: tuple[str, str],
    sender: str = RELAY,
    when: str = "Thursday, November 12 at 2:00 PM",
    *,
    clock: str = "+0000",
    signed: str = "The Halvorsen Team",
    answers: str = "",
    links: Links | None = None,
) -> Reading:
    head = (
        f"From: {sender}\nTo: {ME}\nSubject: Your interview at Halvorsen\nDate: Tue, 27 Oct 2026 18:00:00 {clock}\n"
        "Message-ID: <two@halvorsen.example>\n" + (f"In-Reply-To: <{answers}>\n" if answers else "") + "\n"
    )
    data = (head + BODY.format(when=when, signed=signed)).encode()
    return read(data, me=frozenset({ME}), at=None, models=load_models(), links=links or Links(), home=home)


def start(reading: Reading) -> datetime:
    [event] = [found.event for found in reading.events if found.event.verb == "scheduled"]
    assert event.start is not None  # type: ignore[attr-defined]
    return event.start.astimezone(UTC)  # type: ignore[attr-defined, no-any-return]


def on_the_twelfth(hour: int) -> datetime:
    return datetime(2026, 11, 12, hour, tzinfo=UTC)


@pytest.mark.parametrize(("home", "hour"), [(FRISCO, 22), (BERLIN, 13), (HOME, 19)])
def test_a_relays_time_is_meant_where_the_candidate_is_on_that_day(home: tuple[str, str], hour: int) -> None:
    # Clocks change between the mail and the interview.
    assert start(mail(home)) == on_the_twelfth(hour)


@pytest.mark.parametrize(
    ("sender", "when", "signed", "hour"),
    [
        (RELAY, "Thursday, November 12 at 2:00 PM EST", "The Halvorsen Team", 19),
        ("Halvorsen <no-reply@halvorsen.co.uk>", "Thursday, November 12 at 2:00 PM", "The Halvorsen Team", 14),
        (RELAY, "Thursday, November 12 at 2:00 PM", "Kind regards\nDana Lee\nHalvorsen\n+49 30 901820", 13),
    ],
)
def test_a_zone_or_a_place_in_the_mail_decides(sender: str, when: str, signed: str, hour: int) -> None:
    assert start(mail(FRISCO, sender, when, signed=signed)) == on_the_twelfth(hour)


def test_a_persons_mail_keeps_its_own_clock() -> None:
    assert start(mail(FRISCO, "Dana Lee <dana@halvorsen.example>")) == on_the_twelfth(14)


def test_a_servers_clock_elsewhere_than_at_greenwich_is_followed() -> None:
    # Five hours behind in October, before the clocks change: six behind in November.
    assert start(mail(FRISCO, clock="-0500")) == on_the_twelfth(20)
    assert start(mail(FRISCO, clock="-0500", when="Thursday, November 12 at 2:00 PM EST")) == on_the_twelfth(19)


@pytest.mark.parametrize("answers", ["one@halvorsen.example", ""])
def test_a_relays_time_is_meant_where_its_process_is(answers: str) -> None:
    links = Links([Header(id="halvorsen", employer="Halvorsen", role="Data Analyst", zone="Asia/Tokyo", country="JP")])
    links.learn("halvorsen", Clues(message_id="one@halvorsen.example", at=datetime(2026, 10, 1, tzinfo=UTC)))
    assert start(mail(FRISCO, answers=answers, links=links)) == on_the_twelfth(5)


def test_processes_of_one_employer_in_two_zones_tell_no_zone() -> None:
    links = Links(
        Header(id=zone, employer="Halvorsen", role="Data Analyst", zone=zone) for zone in ("Asia/Tokyo", "Europe/Oslo")
    )
    assert start(mail(FRISCO, links=links)) == on_the_twelfth(22)


def test_a_process_of_which_nobody_knows_where_it_is_tells_no_zone() -> None:
    links = Links([Header(id="halvorsen", employer="Halvorsen", role="Data Analyst", zone="UTC")])
    assert start(mail(FRISCO, links=links)) == on_the_twelfth(22)


@pytest.mark.parametrize(
    ("sender", "clock", "signed", "place", "told"),
    [
        (RELAY, "+0000", "The Team", BERLIN, False),
        ("Dana Lee <dana@halvorsen.com>", "+0000", "Dana", BERLIN, False),
        ("Dana Lee <dana@halvorsen.com>", "+0100", "Dana", BERLIN, True),
        ("Dana Lee <dana@halvorsen.com>", "-0500", "Dana", ("US", "America/Chicago"), True),
        ("Dana Lee <dana@halvorsen.co.uk>", "+0000", "Dana", ("GB", "Europe/London"), True),
        ("Halvorsen <no-reply@halvorsen.se>", "+0000", "The Team", ("SE", "Europe/Stockholm"), True),
        ("Dana Lee <dana.lee@us.greenhouse-mail.io>", "+0000", "Dana", BERLIN, False),
    ],
)
def test_where_nothing_tells_the_employer_is_where_the_candidate_is(
    sender: str, clock: str, signed: str, place: tuple[str, str], *, told: bool
) -> None:
    clues = mail(BERLIN, sender, clock=clock, signed=signed).clues
    assert clues is not None
    assert (clues.country, clues.zone, clues.placed) == (*place, told)


@pytest.mark.parametrize(
    ("zone", "home"),
    [
        (ZoneInfo("America/Los_Angeles"), FRISCO),
        (ZoneInfo("Asia/Calcutta"), ("IN", "Asia/Calcutta")),
        (ZoneInfo("Africa/Lagos"), ("NG", "Africa/Lagos")),
        (ZoneInfo("Asia/Tashkent"), ("US", "Asia/Tashkent")),
        (ZoneInfo("Etc/UTC"), HOME),
        (UTC, HOME),
        (timezone(timedelta(hours=2)), HOME),
        (None, HOME),
    ],
)
def test_a_candidates_country_goes_with_the_zone(zone: tzinfo | None, home: tuple[str, str]) -> None:
    assert home_of(zone) == home


def test_in_a_large_country_the_candidates_own_zone_is_the_likeliest() -> None:
    assert place_of("US", datetime(2026, 3, 3, tzinfo=UTC), FRISCO) == FRISCO
    assert place_of("CA", datetime(2026, 3, 3, tzinfo=UTC), FRISCO) == ("CA", "America/Toronto")


def test_day_and_month_are_in_the_order_of_the_candidates_country() -> None:
    lagos = datetime(2026, 3, 3, 10, tzinfo=ZoneInfo("Africa/Lagos"))
    assert writes_as("NG", lagos, "", person=True) == "NG"


LONDON = ("GB", "Europe/London")


@pytest.mark.parametrize(
    ("date", "when", "home", "start"),
    [
        # Clocks change between the mail and the interview: in America on 8 March, in Europe on 29 March.
        ("Thu, 05 Mar 2026 10:00:00 -0500", "Thursday, March 12 at 2:00 PM ET", HOME, "2026-03-12 18:00"),
        ("Thu, 05 Mar 2026 10:00:00 -0500", "Thursday, March 12 at 2:00 PM", FRISCO, "2026-03-12 18:00"),
        ("Thu, 05 Mar 2026 10:00:00 -0800", "Thursday, March 12 at 2:00 PM EST", FRISCO, "2026-03-12 18:00"),
        ("Thu, 05 Mar 2026 10:00:00 -0800", "Thursday, March 12 at 2:00 PM", HOME, "2026-03-12 21:00"),
        ("Tue, 24 Mar 2026 10:00:00 +0100", "Thursday, 2 April at 14:00 CET", BERLIN, "2026-04-02 12:00"),
        ("Tue, 24 Mar 2026 10:00:00 +0000", "Thursday, 2 April at 14:00", LONDON, "2026-04-02 13:00"),
        ("Tue, 24 Mar 2026 10:00:00 +0000", "Thursday, 2 April at 14:00", HOME, "2026-04-02 13:00"),
        # No change between, and a clock of which nobody knows whose it is.
        ("Thu, 12 Mar 2026 10:00:00 -0400", "Thursday, March 19 at 2:00 PM ET", HOME, "2026-03-19 18:00"),
        ("Tue, 24 Mar 2026 10:00:00 +0545", "Thursday, 2 April at 14:00", HOME, "2026-04-02 08:15"),
    ],
)
def test_a_persons_time_is_meant_by_the_clocks_of_its_own_day(
    date: str, when: str, home: tuple[str, str], start: str
) -> None:
    head = f"From: Dana Lee <dana@halvorsen.example>\nTo: {ME}\nSubject: Your interview at Halvorsen\nDate: {date}\n\n"
    data = (head + BODY.format(when=when, signed="Dana Lee")).encode()
    reading = read(data, me=frozenset({ME}), at=None, models=load_models(), links=Links(), home=home)
    [event] = [found.event for found in (*reading.events, *reading.questions) if found.event.verb == "scheduled"]
    assert f"{event.start.astimezone(UTC):%Y-%m-%d %H:%M}" == start  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("clock", "signed", "hours"),
    [
        ("+0100", "Best regards,\nDana Lee\nHalvorsen, Lagos\n+234 1 555 0100", 1),
        ("+0100", "Best regards,\nDana Lee\nHalvorsen, Tunis\n+216 71 555 010", 1),
        ("-0500", "Best regards,\nDana Lee\nHalvorsen, Bogotá\n+57 1 555 0100", -5),
        ("-0600", "Best regards,\nDana Lee\nHalvorsen, San José\n+506 2555 0100", -6),
        ("-0700", "Best regards,\nDana Lee\nHalvorsen, Phoenix, AZ 85001\n+1 602 555 0101", -7),
        ("-0700", "Best regards,\nDana Lee\nHalvorsen, Phoenix, AZ 85001\n+1 (480) 555-0101", -7),
        ("+0200", "Dana Lee\nHalvorsen, Cape Town\n+27 21 555 0100", 2),
        ("+0300", "Best regards,\nDana Lee\nHalvorsen, Istanbul\n+90 212 555 0100", 3),
        ("+0300", "Best regards,\nDana Lee\nHalvorsen, Nairobi\n+254 20 555 0100", 3),
        ("+0000", "Best regards,\nDana Lee\nHalvorsen, Reykjavik\n+354 555 0100", 0),
        ("+0100", "Best regards,\nDana Lee\nHalvorsen, Luanda\n+244 222 555 010", 1),
        ("+0100", "Best regards,\nDana Lee\nHalvorsen, Berlin\n+49 30 555 0100", 2),
        ("-0700", "Best regards,\nDana Lee\nHalvorsen, Denver\n+1 303 555 0101", -6),
    ],
)
def test_a_clock_without_summer_time_is_not_moved(clock: str, signed: str, hours: int) -> None:
    assert _at_two("Mon, 2 Mar 2026 09:00:00", clock, signed, "Monday 30 March") == hours


@pytest.mark.parametrize(
    ("clock", "signed", "hours"),
    [
        ("-0700", "Best regards,\nDana Lee\nHalvorsen, Phoenix\n+1 602 555 0101", -7),
        ("+1000", "Best regards,\nDana Lee\nHalvorsen, Brisbane\n+61 7 5550 0101", 10),
        ("+1000", "Best regards,\nDana Lee\nHalvorsen, Sydney\n+61 2 5550 0101", 11),
        ("-0300", "Best regards,\nDana Lee\nHalvorsen, Buenos Aires\n+54 11 5555 0100", -3),
        ("+0300", "Best regards,\nDana Lee\nHalvorsen, Istanbul\n+90 212 555 0100", 3),
    ],
)
def test_nor_is_it_in_autumn(clock: str, signed: str, hours: int) -> None:
    assert _at_two("Mon, 21 Sep 2026 09:00:00", clock, signed, "Thursday 5 November") == hours


@pytest.mark.parametrize(
    ("signed", "hours"),
    [
        ("Best regards,\nDana Lee\nHalvorsen, London\n+44 20 7946 0100", 1),
        ("Best regards,\nDana Lee\nHalvorsen, Berlin\n+49 30 555 0100", 2),
        ("Best regards,\nDana Lee\nHalvorsen, Reykjavik\n+354 555 0100", 0),
    ],
)
def test_greenwichs_clock_is_no_persons_where_the_country_is_known(signed: str, hours: int) -> None:
    assert _at_two("Wed, 1 Jul 2026 09:00:00", "+0000", signed, "Thursday 9 July") == hours


def _at_two(date: str, clock: str, signed: str, day: str) -> float:
    """Return how many hours before Greenwich's two o'clock an interview at two begins."""
    head = f"From: Dana Lee <dana@halvorsen.example>\nTo: {ME}\nSubject: Your interview\nDate: {date} {clock}\n\n"
    data = (head + BODY.format(when=f"{day} at 14:00", signed=signed)).encode()
    begins = start(read(data, me=frozenset({ME}), at=None, models=load_models(), home=HOME))
    return 14 - (begins.hour + begins.minute / 60)


@pytest.mark.parametrize(
    ("signature", "country"),
    [
        ("14 Fern Place, Dublin 2, D02 X285\nT: 01 555 0142", "IE"),
        ("Galway H91 X5P8", "IE"),
        ("Dublin 6W, D6W XY45", "IE"),
        ("5800 Fern Street, Dublin, OH 43017", ""),
        ("12 Long Lane, London E14 5AB", ""),
        ("12 Long Lane, London W1A 1AA", ""),
        ("Room D02 2026", ""),
        ("Desk F12 TEAM", ""),
        ("14 Fern Place, D02 X285\nT: +44 20 7946 0188", "GB"),
    ],
)
def test_an_irish_postcode_tells_the_country(signature: str, country: str) -> None:
    assert country_of("fern.example", signature) == country
