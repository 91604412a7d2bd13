"""The scorers of reading, on mails whose result is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.app.evaluating_cases import TRUTH, pair

from sincerely.app.evaluating import reading_figures
from sincerely.app.evaluating.figures import OURS, Measure, Score, share
from sincerely.app.evaluating.pairs import Judged, TruthError, digest, mails
from sincerely.app.evaluating.told_events import Told, paired, told
from sincerely.core import events as ev
from sincerely.reading.letters.letter import Letter
from sincerely.reading.reader import Found, Reading

AT = datetime(2026, 3, 5, 10, tzinfo=UTC)
BERLIN = timezone(timedelta(hours=1))
CORPUS = Path(__file__).parents[1] / "corpus" / "test"


def test_times_of_events_are_wall_times_of_the_mail() -> None:
    event = ev.Scheduled(at=AT, who=("Dana@acme.example",), start=AT, end=AT + timedelta(hours=1))
    facts = told(event, BERLIN).facts
    assert facts["start"] == datetime(2026, 3, 5, 11, tzinfo=UTC)
    assert facts["who"] == frozenset({"dana@acme.example"})


def test_a_deadline_counts_by_its_day_in_the_mails_own_zone() -> None:
    day, hour = (ev.Offered(at=AT, by=by) for by in (date(2026, 3, 10), datetime(2026, 3, 9, 23, 30, tzinfo=UTC)))
    assert told(day, BERLIN).facts == told(hour, BERLIN).facts


def test_what_distinguishes_nothing_does_not_count() -> None:
    one = ev.Rejected(at=AT, reason="budget", quote="we have no budget", confidence=0.9, source="a")
    other = ev.Rejected(at=AT + timedelta(seconds=20), reason="they froze the post", source="b")
    assert told(one, UTC) == told(other, UTC)
    assert told(replace(one, reason=""), UTC) != told(other, UTC)
    assert told(ev.Heard(at=AT), UTC) != told(ev.Heard(at=AT, asks=True), UTC)


def test_items_and_wishes_are_part_of_the_key() -> None:
    assert told(ev.Requested(at=AT, who=("transcript",)), UTC).key == "requested transcript"
    assert told(ev.Prefers(at=AT, who=("hr@acme.example",), calls=False), UTC).key == "prefers calls"
    assert told(ev.Prefers(at=AT, silence=True), UTC).key == "prefers silence"


def asked_for(item: str, by: date | None = None) -> Told:
    return told(ev.Requested(at=AT, who=(item,), by=by), UTC)


def test_events_are_paired_with_those_they_agree_with_most() -> None:
    monday, friday = asked_for("form", date(2026, 3, 9)), asked_for("form", date(2026, 3, 13))
    pairs = paired([monday, friday], [friday, monday])
    assert all(pair.exact for pair in pairs)
    [missed, extra] = paired([monday], [asked_for("resume")])
    assert (missed.got, extra.wanted) == (None, None)
    [late] = paired([monday], [friday])
    assert late.differences == ["by"]
    assert not late.exact


TOLDS = st.builds(
    asked_for, st.sampled_from(["form", "resume"]), st.sampled_from([None, date(2026, 3, 9), date(2026, 3, 10)])
)


@pytest.mark.slow
@given(st.lists(TOLDS, max_size=5), st.lists(TOLDS, max_size=5))
def test_every_event_stands_in_one_pair(wanted: list[Told], got: list[Told]) -> None:
    pairs = paired(wanted, got)
    assert sorted(map(str, (p.wanted for p in pairs if p.wanted))) == sorted(map(str, wanted))
    assert sorted(map(str, (p.got for p in pairs if p.got))) == sorted(map(str, got))


@pytest.mark.slow
@given(st.lists(TOLDS, max_size=4))
def test_the_order_of_events_does_not_count(events: list[Told]) -> None:
    assert all(pair.exact for order in permutations(events) for pair in paired(events, order))


def judged(
    kind: str,
    read: str,
    wanted: tuple[ev.Event, ...] = (),
    got: tuple[ev.Event, ...] = (),
    asked: tuple[ev.Event, ...] = (),
    **further: object,
) -> Judged:
    reading = Reading(
        letter=Letter(subject="Your application"),
        reply="Hello",
        kind=read,
        house=str(further.pop("read_company", "")),
        events=tuple(Found(event) for event in got),
        questions=tuple(Found(event, certain=False) for event in asked),
    )
    events = [told(event, UTC) for event in wanted]
    return Judged(name="007-title", kind=kind, events=events, reading=reading, zone=UTC, **further)  # type: ignore[arg-type]  # the test's own words


REJECTED, OFFERED = ev.Rejected(at=AT), ev.Offered(at=AT)
SET = ev.Scheduled(at=AT, start=AT + timedelta(days=1))


@pytest.mark.parametrize(
    ("one", "grave"),
    [
        (judged("other", "rejection", got=(REJECTED,)), {"rejection"}),
        (judged("acknowledgement", "offer", got=(OFFERED,)), {"offer"}),
        (judged("promise", "promise", got=(SET,)), {"interview"}),
        (judged("other", "interview_invite"), {"interview"}),
        (judged("rejection", "rejection", (REJECTED,), (REJECTED,)), set()),
        # The mail is a rejection by its weight, and fixes an interview for another opening too.
        (judged("rejection", "interview_set", (REJECTED, SET), (SET,)), set()),
        # Another step of the same thing: wrong, but not grave.
        (judged("interview_changed", "interview_set", (ev.Moved(at=AT),), (SET,)), set()),
        # What is asked is not asserted.
        (judged("other", "rejection", asked=(REJECTED,)), set()),
        (judged("other", "interview_invite", asked=(ev.Heard(at=AT, asks=True),)), set()),
        (judged("other", "offer", got=(OFFERED,), also=frozenset({"offer"})), set()),
        (judged("other", "other", got=(REJECTED,), maybe=(told(REJECTED, UTC),)), set()),
    ],
)
def test_grave_errors(one: Judged, grave: set[str]) -> None:
    assert one.grave == grave


def test_a_grave_kind_is_one_even_when_it_is_asked() -> None:
    assert judged("other", "rejection", asked=(REJECTED,)).grave_kind == {"rejection"}


def test_a_mail_is_exact_with_its_kind_all_events_and_only_these() -> None:
    assert judged("rejection", "rejection", (REJECTED,), (REJECTED,)).exact
    assert not judged("rejection", "other", (REJECTED,), (REJECTED,)).exact
    assert not judged("rejection", "rejection", (REJECTED,), ()).exact
    assert not judged("rejection", "rejection", (REJECTED,), (REJECTED, SET)).exact
    assert not judged("rejection", "rejection", (REJECTED,), (replace(REJECTED, reason="budget"),)).exact
    assert judged("other", "other", got=(REJECTED,), maybe=(told(REJECTED, UTC),)).exact


def test_what_the_first_look_leaves_out() -> None:
    unread = judged("rejection", "other", (REJECTED,))
    assert not unread.left_out
    assert replace(unread, reading=replace(unread.reading, reply="")).left_out
    assert not replace(judged("other", "other"), reading=Reading(letter=Letter())).left_out


def values(mails: list[Judged], *, aims: bool = True) -> Mapping[str, Measure]:
    return {measure.name.partition(":")[2].strip() or measure.name: measure for measure in lines(mails, aims=aims)}


def lines(mails: list[Judged], *, aims: bool = True) -> list[Measure]:
    return list(reading_figures.measures(mails, aims=aims))


def test_figures_of_mails() -> None:
    due = ev.Requested(at=AT, who=("form",), by=date(2026, 3, 9))
    found = values(
        [
            judged("rejection", "rejection", (REJECTED,), (REJECTED,), company="Acme Ltd", read_company="ACME"),
            judged("offer", "rejection", (OFFERED,), (REJECTED,), trap=True),
            judged("request", "request", (due,), (replace(due, by=date(2026, 3, 10)),)),
            judged("other", "other", asked=(REJECTED,)),
        ]
    )
    figures = {name: measure.scores[OURS] for name, measure in found.items()}
    # F1: rejection 2/3, offer 0, request 1, other 1.
    assert figures["macro-F1 over thirteen"].value == pytest.approx((2 / 3 + 0 + 1 + 1) / 4)
    assert figures["right"] == share(3, 4)
    assert figures["right, of mails written to mislead"] == share(0, 1)
    assert figures["rejection, offer or interview wrongly asserted"] == Score(1, of=4)
    assert figures["precision (verb and item)"] == share(2, 3)
    assert figures["recall (verb and item)"] == share(2, 3)
    assert figures["precision with every fact"] == share(1, 3)
    assert figures["end of deadline right, to the day"] == share(0, 1)
    assert figures["employer right, where the mail tells it"] == share(1, 1)
    assert figures["questions put to the person, of which right"] == share(0, 1)
    assert "role right, where the mail tells it" not in figures, "nothing stands for it"
    assert found["rejection, offer or interview wrongly asserted"].met is False


def test_a_known_set_aims_at_nothing() -> None:
    assert all(line.met is None for line in lines([judged("rejection", "other", (REJECTED,))], aims=False))


def test_the_tables_count_what_the_figures_count() -> None:
    mails = [judged("rejection", "rejection", (REJECTED,), (REJECTED,)), judged("offer", "rejection", (OFFERED,))]
    by_kind, mistaken, by_verb = reading_figures.tables(mails)
    assert ["rejection", "0.500", "1.000", "0.667", "1", "2", "1"] in by_kind.rows
    assert list(mistaken.rows) == [["offer", "rejection", "1"]] or list(mistaken.rows) == [("offer", "rejection", "1")]
    assert ["offered", "–", "0.000", "0.000", "0", "0", "1"] in by_verb.rows


def test_every_error_is_told_the_grave_ones_first() -> None:
    mails = [
        judged("rejection", "rejection", (REJECTED,), (replace(REJECTED, reason="budget"),)),
        judged("promise", "offer", (ev.Promised(at=AT),), (replace(OFFERED, quote="an offer"),)),
    ]
    found = [(fault.wrong, fault.grave) for fault in reading_figures.faults(mails, blind=False)]
    assert found == [
        ("offer, of a mail that is promise", True),
        ("rejected: reason", False),
        ("offer (1.00), not promise", False),
        ("missed: promised", False),
        ("not there: offered", False),
    ]
    assert list(reading_figures.faults([judged("rejection", "rejection", (REJECTED,), (REJECTED,))], blind=False)) == []


def test_blind_mails_are_called_by_number() -> None:
    mails = [judged("rejection", "rejection", (REJECTED,), (REJECTED,)), judged("offer", "other", (OFFERED,))]
    found = list(reading_figures.faults(mails, blind=True))
    assert {fault.case for fault in found} == {"002"}
    assert all(fault.detail.startswith("007-title: ") for fault in found)


def test_a_pair_is_read_with_its_truth(tmp_path: Path) -> None:
    [mail] = mails(pair(tmp_path))
    assert (mail.kind, mail.me, mail.trap) == ("rejection", "robin@mail.example", True)
    [event] = mail.events
    assert event.key == "rejected"
    assert event.facts["at"] == datetime(2026, 3, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize("truth", [None, "", "# kind=offer\n", TRUTH + "2026-03-05 10:00 flew dana@acme.example\n"])
def test_a_truth_that_cant_be_read_is_named(tmp_path: Path, truth: str | None) -> None:
    with pytest.raises(TruthError, match=r"001-no\.events"):
        list(mails(pair(tmp_path, truth=truth)))


def test_the_digest_is_of_mails_and_truths_in_order(tmp_path: Path) -> None:
    one = digest(pair(tmp_path))
    pair(tmp_path, "002-no")
    assert digest(tmp_path) != one
    assert digest(CORPUS) == CORPUS.with_suffix(".sha256").read_text().split()[0]
