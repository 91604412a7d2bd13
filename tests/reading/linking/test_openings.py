"""Which opening a mail is about: of two of one consultant's, of two agencies', of one number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sincerely.core.events import Moved, Scheduled
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.linking.openings import is_one_agency
from sincerely.reading.linking.role import requisition_of

JO = "jo@fernsearch.example"
AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
COOK = Header(id="tarn", employer="Tarn Foods", role="Cook", via="agency", consultant=JO)
BAKER = Header(id="birk", employer="Birk Mills", role="Head Baker", via="agency", consultant=JO)
FROM_JO = Clues(people=frozenset({JO}), via="agency", consultant=JO, at=AT)


@pytest.fixture
def links() -> Links:
    found = Links([COOK, BAKER])
    found.learn("tarn", replace(FROM_JO, message_id="<1@fern>", names=frozenset({"Ida Holm"})))
    found.learn("birk", replace(FROM_JO, message_id="<2@fern>", at=AT.replace(day=4)))
    return found


def test_what_a_consultant_writes_of_neither_opening_may_be_of_both(links: Links) -> None:
    found = links.find(FROM_JO)
    assert (found.process, found.rivals) == ("birk", ("tarn",))


@pytest.mark.parametrize(
    "clues",
    [
        replace(FROM_JO, thread=("<1@fern>",)),
        replace(FROM_JO, role="Cook"),
        replace(FROM_JO, employer="Tarn Foods"),
        replace(FROM_JO, employer="Ida Holm"),
        replace(FROM_JO, people=frozenset({JO, "ida@tarn.example"})),
    ],
)
def test_a_thread_a_title_a_client_or_somebody_there_decides(links: Links, clues: Clues) -> None:
    links.learn("tarn", replace(FROM_JO, people=frozenset({"ida@tarn.example"})))
    found = links.find(clues)
    assert (found.process, found.rivals) == ("tarn", ())


def test_of_two_openings_the_one_that_goes_on_is_meant(links: Links) -> None:
    links.end("birk")
    assert (links.find(FROM_JO).process, links.find(FROM_JO).rivals) == ("tarn", ())
    links.end("birk", ended=False)
    assert links.find(FROM_JO).rivals
    # Where both are over it is the last: nobody is asked about that.
    links.end("birk")
    links.end("tarn")
    assert (links.find(FROM_JO).process, links.find(FROM_JO).rivals) == ("birk", ())


@pytest.mark.parametrize(
    ("text", "process"),
    [
        ("Tarn Foods went for somebody else.", "tarn"),
        ("Ida Holm would like to see you.", "tarn"),
        ("Birk Mills would like to see you.", "birk"),
        ("They would like to see you.", ""),
        ("Tarn Foods or Birk Mills, I forgot.", ""),
    ],
)
def test_the_words_of_a_mail_may_tell_it(links: Links, text: str, process: str) -> None:
    found = links.named_among(links.find(FROM_JO), text)
    assert (found.process if not found.rivals else "") == process


def test_an_employers_own_two_openings_are_asked_of_nobody() -> None:
    """As before: the latest is taken."""
    who = Clues(people=frozenset({"ida@tarn.example"}), domain="tarn.example", at=AT)
    links = Links(
        [replace(COOK, via="direct", consultant=""), replace(COOK, id="b", role="Baker", via="direct", consultant="")]
    )
    links.learn("tarn", who)
    links.learn("b", replace(who, at=AT.replace(day=4)))
    assert (links.find(who).process, links.find(who).rivals) == ("b", ())


def test_a_second_client_begins_a_second_process(links: Links) -> None:
    found = links.find(replace(FROM_JO, employer="Vale Hotels", role="Cook"))
    assert (found.process, found.why) == (None, "new")


def other_agency() -> Clues:
    who = "nina@northsearch.example"
    found = Clues(people=frozenset({who}), via="agency", consultant=who, domain="northsearch.example", at=AT)
    return replace(found, employer="Tarn Foods", role="Cook")


def test_the_same_opening_through_another_agency_is_another_process(links: Links) -> None:
    assert links.find(other_agency()).process is None
    # Two of one agency are one way.
    same = replace(FROM_JO, people=frozenset({"al@fernsearch.example"}), consultant="al@fernsearch.example")
    assert links.find(replace(same, employer="Tarn Foods", role="Cook")).process == "tarn"
    # What the house itself writes may look like an agency's mail.
    hers = Clues(people=frozenset({"ida@tarnfoods.example"}), via="agency", consultant="ida@tarnfoods.example", at=AT)
    assert links.find(replace(hers, employer="Tarn Foods", role="Cook")).process == "tarn"


def test_a_number_makes_two_titles_one_opening() -> None:
    links = Links([Header(id="a", employer="Bell Health", role="Patient Flow Coordinator")])
    clues = Clues(employer="Bell Health", role="Patient Flow Coordinator", requisition="26/1147", at=AT)
    links.learn("a", clues)
    assert links.find(replace(clues, role="Bed Manager")).process == "a"
    assert links.find(replace(clues, requisition="26/1148")).process is None
    assert links.find(replace(clues, employer="Corrigan", role="Bed Manager")).process is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Vacancy 26/1147: Nurse", "26/1147"),
        ("Vacancy no. 26/1147 interview", "26/1147"),
        ("vacancy number 25/1147", "25/1147"),
        ("Ihre Bewerbung, Kennziffer 2026-118", "2026-118"),
        ("Réf. 4417 : comptable", "4417"),
        ("Ref 508812", "508812"),
        ("job 10/2026", ""),
        ("Graduate job 2026", ""),
        ("Ref 12/11/2026", ""),
        ("on 26/1147 people", ""),
    ],
)
def test_a_number_is_told_behind_its_word(text: str, number: str) -> None:
    assert requisition_of(text) == number


@pytest.mark.parametrize(
    ("employer", "role", "number", "process"),
    [
        ("Tarn Talents", "Cook", "R-20461", "direct"),
        ("Tarn Talents", "Cook", "R-20462", None),
        ("Birk Talents", "Cook", "R-20461", None),
        ("Tarn Talents", "Accountant", "R-20461", None),
        ("Tarn Talents", "Cook", "", None),
    ],
)
def test_a_system_of_another_name_leads_to_its_houses_opening_by_the_number(
    employer: str, role: str, number: str, process: str | None
) -> None:
    links = Links([Header(id="direct", employer="Groupe Tarn", role="Cook")])
    links.learn("direct", Clues(requisition="R-20461", at=AT))
    assert links.find(Clues(employer=employer, role=role, requisition=number, at=AT)).process == process


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("fernsearch.example", "fernsearch-group.example", True),
        ("fernsearch.co.uk", "fernsearch.com", True),
        ("fernsearch.example", "northrecruit.example", False),
        ("hays.example", "haystack.example", False),
    ],
)
def test_one_agency_may_have_several_domains(one: str, other: str, *, same: bool) -> None:
    assert is_one_agency(one, other) is same
    assert is_one_agency(other, one) is same


def test_beside_an_opening_that_the_house_fills_itself_nothing_is_decided(links: Links) -> None:
    own = Header(id="own", employer="Tarn Foods", role="Payroll Officer")
    links.add(own)
    links.learn("own", Clues(employer="Tarn Foods", people=frozenset({"ida@tarn.example"}), at=AT.replace(day=1)))
    assert links.find(Clues(employer="Tarn Foods", at=AT)).confidence < 0.7


def test_what_is_moved_is_the_interview_that_is_ahead(links: Links) -> None:
    start = AT.replace(day=20)
    links.learn("tarn", replace(FROM_JO, slots=(Scheduled(at=AT, start=start),)))
    found = links.find(replace(FROM_JO, slots=(Moved(at=AT, start=start),)))
    assert (found.process, found.rivals, found.confidence) == ("tarn", (), 0.9)
    assert links.find(replace(FROM_JO, slots=(Scheduled(at=AT, start=start),))).rivals
