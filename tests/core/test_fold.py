"""The fold: events in any order to what they mean together; what doesn't fit becomes a question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.support import load, process_of

from sincerely.core.around import bears_outside, project
from sincerely.core.events import (
    Accepted,
    Agreed,
    Applied,
    Closed,
    Event,
    Found,
    Heard,
    Interviewed,
    Moved,
    Offered,
    Rejected,
    Scheduled,
    Thanked,
    Wrote,
)
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.people import employer_key, is_address, is_machine, is_person, same_employer
from sincerely.core.process import Process
from sincerely.core.rulings import Done

HEAD = 'process acme employer="Acme Corp" zone=America/New_York country=US\n'
WEDNESDAY = datetime(2026, 3, 4, 20, tzinfo=UTC)


def folded(lines: str, among: str = "") -> Process:
    """Fold the first process of a text that needs no header."""
    timelines = load(HEAD + lines + among)
    return process_of(timelines[0], timelines)


def slots(process: Process) -> list[tuple[str, str, tuple[str, ...]]]:
    zone = process.header.tz
    return [
        (f"{i.start.astimezone(zone):%d %H:%M}", f"{i.end.astimezone(zone):%d %H:%M}", i.people)
        for i in process.interviews
    ]


def test_a_slot_of_unknown_length_lasts_an_hour() -> None:
    process = folded('2026-03-02 09:00 scheduled d@a.example start="2026-03-04 14:00"\n')
    assert slots(process) == [("04 14:00", "04 15:00", ("d@a.example",))]


def test_a_slot_that_ends_before_it_begins_lasts_an_hour() -> None:
    process = folded('2026-03-02 09:00 scheduled d@a.example start="2026-03-04 14:00" end="2026-03-04 13:00"\n')
    assert slots(process) == [("04 14:00", "04 15:00", ("d@a.example",))]


def test_mail_and_calendar_tell_of_one_interview() -> None:
    process = folded(
        '2026-03-02 09:00 scheduled d@a.example start="2026-03-04 14:00" source=mail\n'
        '2026-03-02 09:01 scheduled l@a.example start="2026-03-04 14:00" end="2026-03-04 14:45" uid=u1 source=calendar\n'
    )
    assert slots(process) == [("04 14:00", "04 14:45", ("d@a.example", "l@a.example"))]
    assert len(process.interviews[0].evidence) == 2


def test_a_calendar_entry_that_comes_again_with_another_slot_replaces_the_first() -> None:
    process = folded(
        '2026-03-02 09:00 scheduled d@a.example start="2026-03-04 14:00" end="2026-03-04 14:30" uid=u1\n'
        '2026-03-03 09:00 scheduled start="2026-03-05 10:00" uid=u1\n'
    )
    assert slots(process) == [("05 10:00", "05 10:30", ("d@a.example",))]


def test_a_late_copy_of_the_invitation_does_not_change_who_was_there() -> None:
    process = folded(
        '2026-03-02 09:00 scheduled d@a.example, l@a.example start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
        "2026-03-04 15:00 interviewed d@a.example\n"
        '2026-03-04 18:00 scheduled d@a.example, l@a.example start="2026-03-04 14:00" end="2026-03-04 16:00"\n'
    )
    assert slots(process) == [("04 14:00", "04 15:00", ("d@a.example",))]


def test_of_two_slots_the_nearer_in_people_is_confirmed() -> None:
    process = folded(
        '2026-03-02 09:00 scheduled d@a.example start="2026-03-04 13:00" end="2026-03-04 14:00"\n'
        '2026-03-02 09:00 scheduled l@a.example start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
        "2026-03-04 15:05 interviewed d@a.example\n"
    )
    assert [i.confirmed for i in process.interviews] == [True, False]


def test_two_notes_on_one_interview_are_one_interview() -> None:
    process = folded("2026-03-04 15:00 interviewed d@a.example\n2026-03-04 16:00 interviewed l@a.example\n")
    assert slots(process) == [("04 15:00", "04 15:00", ("d@a.example", "l@a.example"))]


@pytest.mark.parametrize(
    ("who", "which", "left"),
    [
        ("", "uid=u2", "04 14:00"),
        ("", 'was="2026-03-05 14:00"', "04 14:00"),
        ("l@a.example", "", "04 14:00"),
        ("", "", "05 14:00"),  # the next one ahead
    ],
)
def test_which_of_two_interviews_is_moved(who: str, which: str, left: str) -> None:
    process = folded(
        '2026-03-02 09:00 scheduled d@a.example start="2026-03-04 14:00" end="2026-03-04 15:00" uid=u1\n'
        '2026-03-02 09:00 scheduled l@a.example start="2026-03-05 14:00" end="2026-03-05 15:00" uid=u2\n'
        f'2026-03-03 09:00 moved {who} start="2026-03-09 10:00" {which}\n'
    )
    assert [start for start, _, _ in slots(process)] == [left, "09 10:00"]


def test_what_is_moved_keeps_its_length_and_people() -> None:
    process = folded(
        '2026-03-02 09:00 scheduled d@a.example start="2026-03-04 14:00" end="2026-03-04 14:30"\n'
        '2026-03-03 09:00 moved start="2026-03-05 10:00"\n'
    )
    assert slots(process) == [("05 10:00", "05 10:30", ("d@a.example",))]


def test_moved_onto_another_slot_there_is_one() -> None:
    process = folded(
        '2026-03-02 09:00 scheduled d@a.example start="2026-03-04 14:00"\n'
        '2026-03-02 09:00 scheduled l@a.example start="2026-03-05 14:00"\n'
        '2026-03-03 09:00 moved d@a.example was="2026-03-04 14:00" start="2026-03-05 14:00"\n'
    )
    assert slots(process) == [("05 14:00", "05 15:00", ("d@a.example",))]


def test_cancelled_after_everything_it_is_the_latest_that_nobody_confirmed() -> None:
    process = folded(
        '2026-03-01 09:00 scheduled d@a.example start="2026-03-02 14:00"\n'
        '2026-03-01 09:00 scheduled l@a.example start="2026-03-04 14:00"\n'
        "2026-03-02 15:00 interviewed d@a.example\n"
        "2026-03-04 18:00 cancelled l@a.example\n"
    )
    assert slots(process) == [("02 14:00", "02 15:00", ("d@a.example",))]


@pytest.mark.parametrize(
    ("lines", "question"),
    [
        ("2026-03-05 09:00 thanked d@a.example\n", "no interview is known"),
        ('2026-03-05 09:00 moved d@a.example start="2026-03-09 14:00"\n', "moved that was not known"),
        ("2026-03-05 09:00 cancelled d@a.example\n", "cancelled that was not known"),
        ("2026-03-05 09:00 asked-why d@a.example\n", "rejection that is not known"),
        ("2026-03-05 09:00 accepted\n2026-03-06 09:00 rejected\n", "accepted before, and now rejected"),
        ("2026-03-05 09:00 withdrew\n2026-03-06 09:00 accepted\n", "withdrew before, and now accepted"),
    ],
)
def test_what_does_not_fit_is_kept_and_asked(lines: str, question: str) -> None:
    process = folded(lines)
    (oddity,) = process.oddities
    assert question in oddity.question
    assert oddity.question.endswith("?")
    assert oddity.event in process.events


@pytest.mark.parametrize(
    "lines",
    [
        "2026-03-05 09:00 rejected\n2026-03-06 09:00 rejected\n",
        "2026-03-05 09:00 rejected\n2026-03-06 09:00 closed\n",
        "2026-03-04 15:00 interviewed\n2026-03-05 09:00 thanked d@a.example\n",
    ],
)
def test_what_fits_asks_nothing(lines: str) -> None:
    assert folded(lines).oddities == ()


def test_an_interview_of_which_no_time_is_known_reopens_and_asks() -> None:
    header = Header(id="p", zone="UTC", country="US")
    found = [Rejected(at=WEDNESDAY), Scheduled(at=WEDNESDAY + timedelta(1), who=("d@a.example",))]
    process = fold(header, found)
    assert process.outcome is None
    assert process.ended_before == WEDNESDAY
    assert process.interviews == ()
    assert "When is it?" in process.oddities[0].question


def test_the_first_outcome_stands_and_an_offer_reopens() -> None:
    assert isinstance(folded("2026-03-05 09:00 rejected\n2026-03-06 09:00 accepted\n").outcome, Rejected)
    reopened = folded("2026-03-05 09:00 rejected\n2026-03-06 09:00 offered\n")
    assert reopened.outcome is None
    assert reopened.offer is not None
    after = folded("2026-03-05 09:00 rejected\n2026-03-06 09:00 offered\n2026-03-07 09:00 accepted\n")
    assert isinstance(after.outcome, Accepted)
    assert after.offer is None


def test_of_two_reports_of_one_fact_the_surer_one_stays() -> None:
    fact = Heard(at=WEDNESDAY, who=("d@a.example",), source="b", confidence=0.6)
    surer = Heard(at=WEDNESDAY, who=("d@a.example",), source="c", confidence=0.9)
    process = fold(Header(id="p"), [fact, surer, fact, Applied(at=WEDNESDAY)])
    assert process.told == (surer, Applied(at=WEDNESDAY))


def test_what_is_unsure_is_asked_and_not_assumed() -> None:
    unsure = Rejected(at=WEDNESDAY, confidence=0.3)
    process = fold(Header(id="p"), [Applied(at=WEDNESDAY), unsure])
    assert process.outcome is None
    assert process.unsure == (unsure,)
    assert process.events == (Applied(at=WEDNESDAY),)


def test_what_was_corrected_is_told_and_does_not_stand() -> None:
    process = folded(f"2026-03-05 09:00 rejected\n2026-03-05 10:00 corrected {Rejected(at=at_nine()).id}\n")
    assert process.outcome is None
    assert process.events == ()
    assert len(process.told) == 2


def at_nine() -> datetime:
    return datetime(2026, 3, 5, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "kind"),
    [("THX001", Thanked), ("WAIT003", Wrote), ("WAIT005", Closed), ("XYZ001", None), ("BYE002", Closed)],
)
def test_done_elsewhere_is_done(code: str, kind: type[Event] | None) -> None:
    done = Done(at=WEDNESDAY, code=code, who=("d@a.example",), source="hand")
    process = fold(Header(id="p"), [done])
    assert [type(event) for event in process.events] == [Done, *([kind] if kind else [])]
    assert all(event.source == "hand" for event in process.events)


def test_the_same_event_has_the_same_id_whoever_reports_it() -> None:
    one = Heard(at=WEDNESDAY, who=("d@a.example",), source="mail", confidence=0.7, quote="Hello")
    other = Heard(at=WEDNESDAY.astimezone(), who=("d@a.example",), source="calendar")
    assert one.id == other.id
    assert one.id != Heard(at=WEDNESDAY, who=("d@a.example",), asks=True).id
    assert one.id != Interviewed(at=WEDNESDAY, who=("d@a.example",)).id


# What lies around


def test_what_bears_on_a_process_comes_from_the_others_only() -> None:
    here, there, elsewhere = (
        Header(id=n, employer=e) for n, e in (("a", "Acme"), ("b", "ACME Corp."), ("c", "Initech"))
    )
    agreed, wrote = Agreed(at=WEDNESDAY, who=("k@u.example",)), Wrote(at=WEDNESDAY, purpose="check-in")
    found = Found(at=WEDNESDAY, who=("x",), employer="Acme Inc")
    every = [(h, [agreed, wrote, found, Applied(at=WEDNESDAY)]) for h in (here, there, elsewhere)]
    seen = project(here, every)
    assert [(o.process, type(o.event)) for o in seen] == [
        ("b", Agreed), ("b", Wrote), ("b", Found), ("c", Agreed), ("c", Found),
    ]  # fmt: skip


def test_one_fact_of_another_process_is_seen_once_and_as_sure_as_can_be() -> None:
    sure, unsure = (Agreed(at=WEDNESDAY, who=("k@u.example",), confidence=c) for c in (0.9, 0.4))
    for order in ([sure, unsure], [unsure, sure]):
        (seen,) = project(Header(id="a"), [(Header(id="b"), order)])
        assert seen.event == sure


def test_which_events_bear_on_other_processes() -> None:
    assert bears_outside(Agreed(at=WEDNESDAY))
    assert bears_outside(Wrote(at=WEDNESDAY))
    assert bears_outside(Done(at=WEDNESDAY, code="WAIT003"))
    assert not bears_outside(Done(at=WEDNESDAY, code="THX003"))
    assert not bears_outside(Applied(at=WEDNESDAY))


def test_offers_elsewhere_and_what_became_of_them() -> None:
    there = 'process there employer="Initech" zone=UTC country=US\n'
    offered, accepted = "2026-03-05 09:00 offered\n", "2026-03-06 09:00 accepted\n"
    (held,) = folded("", there + offered).offers_elsewhere
    assert (held.process, held.employer, held.ended, held.accepted) == ("there", "Initech", None, None)
    (taken,) = folded("", there + offered + accepted).offers_elsewhere
    assert taken.accepted is taken.ended is not None
    (unseen,) = folded("", there + accepted).offers_elsewhere
    assert isinstance(unseen.offered, Offered)
    assert folded("", there + "2026-03-05 09:00 rejected\n" + accepted).offers_elsewhere == ()
    reopened = '2026-03-05 09:00 rejected\n2026-03-05 10:00 scheduled start="2026-03-05 12:00"\n' + accepted
    assert len(folded("", there + reopened).offers_elsewhere) == 1


def test_the_last_of_a_kind() -> None:
    process = folded("2026-03-05 09:00 heard\n2026-03-06 09:00 heard asks=yes\n")
    last = process.last(Heard)
    assert last is not None
    assert last.asks
    assert process.last(Moved) is None
    assert process.concerning(Heard, "d@a.example") == ()


def test_what_several_ask_is_made_once() -> None:
    made: list[int] = []

    def make(process: Process, number: int) -> int:
        made.append(number)
        return len(process.events) + number

    process = folded("2026-03-05 09:00 heard\n")
    assert [process.once(make, number) for number in (1, 2, 1)] == [2, 3, 2]
    assert made == [1, 2]


# Who is who


@pytest.mark.parametrize(
    ("who", "person"),
    [
        ("dana@acme.example", True),
        ("Lee Park", True),
        ("a.broom@acme.example", True),
        ("roomer@acme.example", True),
        ("hrvoje@acme.example", True),
        ("dana+acme@acme.example", True),
        ("", False),
        ("-", False),
        ("hr@acme.example", False),
        ("HR@Acme.example", False),
        ("careers+42@acme.example", False),
        ("recruiting-coordinator@acme.example", False),
        ("talent.acquisition@acme.example", False),
        ("no-reply@ats.example", False),
        ("noreply-jobs@ats.example", False),
        ("room-4@acme.example", False),
        ("meeting-room-4@acme.example", False),
        ("c_188@resource.calendar.google.example", False),
        ("atrium@rooms.acme.example", False),
    ],
)
def test_who_is_a_person(*, who: str, person: bool) -> None:
    assert is_person(who) is person


@pytest.mark.parametrize(
    ("who", "address"),
    [("a@b.example", True), ("a@b", False), ("@b.example", False), ("Lee Park", False), ("lee park@b.example", False)],
)
def test_what_is_an_address(*, who: str, address: bool) -> None:
    assert is_address(who) is address


def test_what_is_a_machine() -> None:
    assert is_machine("No-Reply@ats.example")
    assert not is_machine("norman@ats.example")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme Corp", "ACME", True),
        ("Acme, Inc.", "acme llc", True),
        ("Müller GmbH & Co. KG", "müller", True),
        ("Acme", "Acme Labs", False),
        ("", "", False),
        ("Group", "Group", True),
    ],
)
def test_which_names_mean_one_employer(*, one: str, other: str, same: bool) -> None:
    assert same_employer(one, other) is same
    assert same_employer(other, one) is same


def test_an_employer_s_key_is_stable() -> None:
    for name in ("Acme Corp", "Müller GmbH & Co. KG", "A.B. Holding Group"):
        assert employer_key(employer_key(name)) == employer_key(name)


def test_an_entry_that_comes_after_the_words_moves_the_same_interview() -> None:
    process = folded(
        """
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00"
2026-03-02 09:05 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00" uid=u1
2026-03-03 09:00 scheduled dana@acme.example start="2026-03-05 14:00" end="2026-03-05 15:00" uid=u1
"""
    )
    [interview] = process.interviews
    assert (interview.uid, interview.start.day) == ("u1", 5)
