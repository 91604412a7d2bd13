"""Which process a mail belongs to, by what came before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sincerely.core.events import Cancelled, Scheduled, Slot
from sincerely.core.header import Header
from sincerely.reading.letters import mime
from sincerely.reading.letters.letter import Letter
from sincerely.reading.linking.links import Clues, Links

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
ANALYST = Header(id="acme-analyst", employer="Acme Corp", role="Data Analyst", zone="America/New_York", country="US")
CLERK = Header(id="acme-clerk", employer="Acme Corp", role="Payroll Clerk", zone="America/New_York", country="US")
DANA, LEE = frozenset({"dana@acme.example"}), frozenset({"lee@acme.example"})


def two_at_one_employer() -> Links:
    links = Links([ANALYST, CLERK])
    links.learn("acme-analyst", Clues(people=DANA, domain="acme.example", at=AT))
    links.learn("acme-clerk", Clues(people=LEE, domain="acme.example", at=AT))
    return links


def test_whom_an_interview_is_with_leads_to_its_process() -> None:
    for people, process in ((DANA, "acme-analyst"), (LEE, "acme-clerk")):
        found = two_at_one_employer().find(Clues(people=people, domain="acme.example", at=AT, goes_on=True))
        assert (found.process, found.why) == (process, "person")


def test_a_thank_you_begins_nothing_whatever_else_it_mentions() -> None:
    thanks = Clues(people=DANA, domain="acme.example", role="Head of Finance", at=AT, goes_on=True)
    assert two_at_one_employer().find(thanks).process == "acme-analyst"


def test_another_opening_is_another_process() -> None:
    news = Clues(people=DANA, domain="acme.example", employer="Acme Corp", role="Forklift Driver", at=AT)
    found = two_at_one_employer().find(news)
    assert found.process is None
    assert found.header is not None
    assert found.header.role == "Forklift Driver"


def test_who_works_at_an_employers_is_nobodys_referee() -> None:
    links = two_at_one_employer()
    links.learn("", Clues(people=DANA | {"kim@uni.example"}, at=AT, about_referee=True))
    assert links.referees == {"kim@uni.example"}
    assert links.employers == DANA | LEE


def test_who_was_asked_why_is_remembered() -> None:
    links = two_at_one_employer()
    links.learn("acme-analyst", Clues(people=DANA, at=AT, asks_why=True))
    assert links.asked_why == DANA


def test_what_is_no_title_splits_no_process() -> None:
    links = two_at_one_employer()
    for role, process in (("Ciprofloxacin", "acme-clerk"), ("Forklift Driver", None)):
        news = Clues(people=LEE, domain="acme.example", employer="Acme Corp", role=role, at=AT)
        found = links.find(news)
        assert found.process == process
        assert found.process is None or found.confidence < 0.7  # it may be one that no list of titles knows


def test_what_is_known_and_no_title_splits_no_process() -> None:
    links = Links([replace(CLERK, role="the coffee chat")])
    links.learn("acme-clerk", Clues(people=LEE, domain="acme.example", at=AT))
    news = Clues(people=LEE, domain="acme.example", employer="Acme Corp", role="Payroll Clerk", at=AT)
    assert links.find(news).process == "acme-clerk"
    links = Links([replace(CLERK, role="Buchhalterin")])
    links.learn("acme-clerk", Clues(people=LEE, domain="acme.example", at=AT))
    assert links.find(replace(news, role="Forklift Driver")).process is None


def test_an_employers_initials_lead_to_its_process() -> None:
    pat = frozenset({"pat@brandsearch.example"})
    client = replace(ANALYST, id="client", employer="Hooper & Pell", via="agency", consultant="pat@brandsearch.example")
    links = Links([client])
    of = {"H&P": "client", "H+P": "client", "H&M": None, "HP": None, "Marlow": None}
    for name, process in of.items():
        assert links.find(Clues(people=pat, employer=name, via="agency", at=AT)).process == process


def test_an_errand_is_of_the_one_employer_that_is_named_as_it_is_written() -> None:
    links = Links([replace(ANALYST, employer="Tall Reed", role="Data Analyst"), replace(CLERK, employer="Next")])
    assert links.errand_of("A check for Tallreed Inc.", "") == "acme-analyst"
    assert links.errand_of("A check for Tall Reed", "Forklift Driver") is None
    assert links.errand_of("how tall reed grows", "") is None
    assert links.errand_of("Next, fill in the form", "") is None
    assert Links([ANALYST, CLERK]).errand_of("A check for Acme Corp", "") is None


def test_what_leads_to_a_process_is_told() -> None:
    links = two_at_one_employer()
    links.learn("acme-clerk", Clues(message_id="1@x.example", thread=("0@x.example",), at=AT))
    assert links.traces({"acme-clerk"}) == {"lee@acme.example", "acme.example", "1@x.example", "0@x.example"}
    assert links.traces({"nobody"}) == frozenset()


def test_a_desk_that_sends_for_many_is_not_one_employer() -> None:
    desk = frozenset({"notifications@campusjobs.example"})
    links = Links([Header(id="food", employer="Brightwell Foods", role="", zone="Europe/London", country="GB")])
    links.learn("food", Clues(people=desk, employer="Brightwell Foods", domain="", at=AT))
    assert links.find(Clues(people=desk, employer="Calder Insurance", at=AT)).process is None
    assert links.find(Clues(people=desk, employer="Brightwell Foods", at=AT)).process == "food"


def known_by_name() -> Links:
    links = Links([ANALYST, CLERK])
    links.learn("acme-analyst", Clues(names=frozenset({"Dana Smith", "Lee"}), at=AT))
    links.learn("acme-clerk", Clues(names=frozenset({"Kim Roe"}), at=AT))
    return links


@pytest.mark.parametrize(
    ("address", "name", "process"),
    [
        ("dsmith@lumora.example", "", "acme-analyst"),
        ("ds@lumora.example", "Dana Smith", "acme-analyst"),
        ("dana@lumora.example", "", None),  # a friend may be called Dana
        ("dana@lumora.example", "Dana", None),
        ("smith@lumora.example", "", None),
        ("lee.wong@lumora.example", "Lee Wong", None),
        ("dsmithers@lumora.example", "Dana Smithers", None),
    ],
)
def test_thanks_to_whom_an_invitation_only_named_go_to_its_process(
    address: str, name: str, process: str | None
) -> None:
    people, names = frozenset({address}), frozenset({name} - {""})
    links = known_by_name()
    thanks = Clues(people=people, names=names, domain="lumora.example", at=AT, goes_on=True)
    found = links.find(thanks)
    assert (found.process, found.why) == (process, "name" if process else "new")
    assert links.find(replace(thanks, goes_on=False)).process is None


def test_a_name_that_two_processes_know_leads_to_neither() -> None:
    links = known_by_name()
    links.learn("acme-clerk", Clues(names=frozenset({"Dana Smith"}), at=AT))
    thanks = Clues(people=frozenset({"dana.smith@lumora.example"}), at=AT, goes_on=True)
    assert links.find(thanks).process is None


def test_how_the_candidate_calls_somebody_names_no_interviewer() -> None:
    links = Links([ANALYST])
    links.learn("acme-analyst", Clues(people=DANA, names=frozenset({"Kim Roe"}), at=AT, goes_on=True))
    assert links.find(Clues(people=frozenset({"kim.roe@uni.example"}), at=AT, goes_on=True)).process is None


def test_the_candidates_last_answer_to_an_entry_counts() -> None:
    links, start = Links([ANALYST]), AT + timedelta(days=9)

    def answered(kind: type[Slot], days: int, uid: str = "one", begins: datetime | None = start) -> None:
        doubt = kind(at=AT + timedelta(days=days), start=begins, uid=uid)
        links.learn("acme-analyst", Clues(doubts=(doubt,), at=AT))

    answered(Cancelled, 2, uid="")
    answered(Cancelled, 2, begins=None)
    assert links.refused("one", start) is None
    answered(Cancelled, 2)
    answered(Cancelled, 1)
    assert links.refused("one", start) == AT + timedelta(days=2)
    assert links.refused("one", start, before=AT + timedelta(days=2)) is None
    assert links.refused("one", start + timedelta(days=1)) is None
    answered(Scheduled, 3)
    assert links.refused("one", start) is None
    answered(Cancelled, 4)
    assert links.refused("one", start) == AT + timedelta(days=4)


@pytest.mark.parametrize(
    ("called", "known"),
    [
        ("RN Periop", "Perioperative RN"),
        ("RN Periop", "Registered Nurse - Perioperative"),
        ("PM", "Product Manager"),
        ("HR Adviser", "Human Resources Adviser"),
        ("Physio", "Physiotherapist"),
    ],
)
def test_a_title_cut_short_names_the_opening_that_is_spelt_out(called: str, known: str) -> None:
    for told, spelt in ((called, known), (known, called)):
        links = Links([replace(ANALYST, role=spelt)])
        links.learn("acme-analyst", Clues(people=DANA, domain="acme.example", at=AT))
        found = links.find(Clues(people=DANA, domain="acme.example", employer="Acme Corp", role=told, at=AT))
        assert (found.process, found.why) == ("acme-analyst", "role")


@pytest.mark.parametrize(
    ("called", "known"),
    [("Account Manager", "Accountant"), ("Sales Manager", "Salesforce Developer"), ("PM", "Payroll Clerk")],
)
def test_words_that_only_begin_alike_name_two_openings(called: str, known: str) -> None:
    links = Links([replace(ANALYST, role=known)])
    links.learn("acme-analyst", Clues(people=DANA, domain="acme.example", at=AT))
    found = links.find(Clues(people=LEE, domain="acme.example", employer="Acme Corp", role=called, at=AT))
    assert found.process is None


def test_mail_finds_a_process_by_the_names_of_what_was_merged_into_it() -> None:
    cut = replace(ANALYST, id="acmecorp", employer="Quill & Sons", role="Analyst II")
    links = Links([cut], {"acme-clerk": "acmecorp"})
    news = Clues(employer="Acme Corp", role="Payroll Clerk", at=AT)
    assert links.find(news).process is None
    links.call("acme-clerk", CLERK.employer, role=CLERK.role)
    assert links.find(news).process == "acmecorp"


JO = "jo@northtalent.example"
BUYER = replace(ANALYST, id="buyer", employer="Globex", role="Buyer", via="agency", consultant=JO)


@pytest.mark.parametrize(
    ("employer", "role", "process"),
    [
        ("Light Industrial", "Buyer", "buyer"),
        ("Light Industrial", "", "buyer"),
        ("Globex", "Buyer", "buyer"),
        # Another client of the same consultant's, and another opening under the name that was wrong.
        ("Initech", "Buyer", None),
        ("Light Industrial", "Payroll Clerk", None),
    ],
)
def test_a_consultants_mail_finds_a_process_by_the_name_that_was_put_right(
    employer: str, role: str, process: str | None
) -> None:
    links = Links([BUYER])
    news = Clues(people=frozenset({JO}), employer=employer, role=role, via="agency", consultant=JO, at=AT)
    links.call("buyer", "Light Industrial")
    assert links.find(news).process == process


def letter(sender: str, answers: str = "") -> Letter:
    head = f"From: {sender}\nTo: robin@mail.example\nSubject: Hello\n"
    return mime.parse(f"{head}In-Reply-To: {answers}\n\nHi".encode() if answers else f"{head}\nHi".encode())


def test_an_offer_is_held_until_it_is_answered() -> None:
    links = two_at_one_employer()
    assert not links.holds_offer(letter("dana@acme.example"))
    links.learn("acme-analyst", Clues(people=DANA, at=AT, offer=True))
    links.learn("acme-analyst", Clues(people=DANA, at=AT))
    assert links.holds_offer(letter("dana@acme.example"))
    assert not links.holds_offer(letter("lee@acme.example"))
    links.learn("acme-analyst", Clues(people=DANA, at=AT, offer=False))
    assert not links.holds_offer(letter("dana@acme.example"))


def test_a_consultants_new_mail_may_be_about_another_opening_than_the_one_offered() -> None:
    links = Links([replace(ANALYST, via="agency", consultant="kim@agency.example")])
    links.learn("acme-analyst", Clues(message_id="1@agency.example", at=AT, offer=True, via="agency"))
    assert links.holds_offer(letter("kim@agency.example", "1@agency.example"))
    assert not links.holds_offer(letter("kim@agency.example"))
