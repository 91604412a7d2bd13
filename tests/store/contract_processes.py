"""The store's contract: events, processes, and what lies around them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sincerely.core.around import project
from sincerely.core.events import Agreed, Applied, Heard, Named, Offered, Promised, Rejected
from sincerely.core.header import Header
from sincerely.core.rulings import Done
from sincerely.store.base import Change, Judged, StoreError
from sincerely.store.sql_store import SqlStore
from sincerely.store.version import Version

from .contract_base import MAIL, WEEK, YEAR_1, YEAR_9999, Base, Counting, Open
from .judges import ACME, BOLT, CURIO, MINUTE, NOW, changes, judge


class ProcessContract(Base):
    # Events and processes

    def test_gives_back_what_it_was_given(self, store: SqlStore) -> None:
        [change] = changes(ACME)
        added = store.add([change], NOW)
        assert added.events == tuple(event.id for event in change.events)
        assert added.processes == ("acme",)
        process = store.process("acme")
        assert process is not None
        assert (process.header, process.told, process.around) == (change.header, tuple(change.events), ())

    def test_what_is_not_there_is_none(self, store: SqlStore) -> None:
        assert store.process("acme") is None
        assert store.event("acme", "00") is None
        assert store.summaries() == []
        assert store.lively(NOW) == []
        assert store.next_wake() is None
        assert store.sweep(NOW) == []

    def test_histories_are_all_processes_by_their_own_events(self, store: SqlStore) -> None:
        assert (store.histories(), store.newest()) == ([], 0)
        given = changes(ACME + BOLT)
        store.add(given, NOW)
        marked = store.newest()
        found = {process.header.id: process for process in store.histories()}
        assert {name: process.told for name, process in found.items()} == {
            change.header.id: tuple(change.events) for change in given
        }
        assert [process.around for process in found.values()] == [(), ()]
        assert store.newest() == marked
        one = store.process(given[0].header.id)
        assert store.processes([given[0].header.id, "nobody"]) == [one]
        assert store.processes([]) == []
        # One more report of a known fact changes what is known of it.
        store.add([Change(given[0].header, [replace(given[0].events[0], source="another")])], NOW)
        assert store.newest() > marked > 0

    def test_its_mark_is_another_one_after_every_change_of_anybody(self, reopen: Open) -> None:
        mine, other, reader = reopen(), reopen(), reopen(candidate="somebody-else")
        marked = mine.version()
        if marked is None:
            pytest.skip("this database can't tell: nothing may be kept")
        assert mine.version() == marked  # looking changes nothing
        marks: list[Version | None] = [marked]
        for change in (
            lambda: mine.add(changes(ACME), NOW),
            lambda: other.add(changes(BOLT), NOW),
            lambda: mine.set_setting("me", ["dana@acme.example"]),
            lambda: other.set_setting("me", []),
            lambda: mine.add_messages([MAIL]),
            lambda: other.judge_all(NOW),
            lambda: reader.set_setting("me", []),
        ):
            change()
            marks.append(mine.version())
            assert mine.version() == marks[-1]
        assert len(set(marks)) == len(marks)
        # Two who watch never take each other's marks for their own.
        assert other.version() != mine.version()

    def test_an_event_is_added_once(self, store: SqlStore) -> None:
        store.add(changes(ACME), NOW)
        again = store.add(changes(ACME), NOW + MINUTE)
        assert (again.events, again.processes) == ((), ())
        twice = Heard(at=NOW, source="mail 7")
        header = changes(ACME)[0].header
        added = store.add([Change(header, [twice, twice]), Change(header, [twice])], NOW)
        assert added.events == (twice.id,)
        assert store.counts()["events"] == 4

    def test_one_fact_from_two_sources_is_kept_twice_and_counts_once(self, reopen: Open) -> None:
        """Both are evidence: the calendar entry after the mail, or the person's own "yes, that is so"."""
        counting = Counting()
        store = reopen(judge=counting)
        unsure = Rejected(at=NOW, source="<7@acme.example>", confidence=0.5)
        sure = replace(unsure, source="the person", confidence=1.0)
        header = Header(id="a")
        assert store.add([Change(header, [unsure])], NOW).events == (unsure.id,)
        counting.asked.clear()
        assert store.add([Change(header, [sure, unsure, sure])], NOW).events == (sure.id,)
        assert counting.asked == ["a"]
        assert store.add([Change(header, [unsure, replace(sure, confidence=0.9)])], NOW).events == ()
        process = store.process("a")
        assert process is not None
        assert process.told == (sure,)
        assert store.event("a", sure.id) == sure
        assert (store.summaries()[0].events, store.counts()["events"]) == (1, 2)

    def test_a_source_may_have_a_long_name(self, store: SqlStore) -> None:
        """No index may choke on what somebody's mail program wrote."""
        name = "<" + "".join(f"{n:05d}" for n in range(4000)) + "@acme.example>"
        event = Heard(at=NOW, source=name)
        store.add([Change(Header(id="a"), [event])], NOW)
        store.add_messages([replace(MAIL, process="a", message_id=name)])
        assert store.event("a", event.id) == event
        assert store.message_named(name) == replace(MAIL, process="a", message_id=name)

    def test_an_existing_process_keeps_its_header(self, store: SqlStore) -> None:
        store.add(changes(ACME), NOW)
        store.add([Change(Header(id="acme", employer="Wrong"), [Heard(at=NOW)])], NOW)
        process = store.process("acme")
        assert process is not None
        assert process.header == changes(ACME)[0].header
        assert len(process.told) == 4

    def test_a_process_needs_no_events(self, store: SqlStore) -> None:
        added = store.add([Change(Header(id="new"), [])], NOW)
        assert added.processes == ("new",)
        [summary] = store.summaries()
        assert (summary.header, summary.events, summary.first_at, summary.last_at) == (Header(id="new"), 0, None, None)

    def test_nothing_to_add(self, store: SqlStore) -> None:
        added = store.add([], NOW)
        assert (added.events, added.processes) == ((), ())

    def test_one_event_by_its_id(self, store: SqlStore) -> None:
        [change] = changes(ACME)
        store.add([change], NOW)
        promised = change.events[1]
        assert store.event("acme", promised.id) == promised
        assert store.event("bolt", promised.id) is None

    @pytest.mark.parametrize("at", [YEAR_1, YEAR_9999, datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)])
    def test_any_instant_survives(self, store: SqlStore, at: datetime) -> None:
        event = Promised(at=at, by=at.date())
        store.add([Change(Header(id="a"), [event, Offered(at=NOW, by=at)])], NOW)
        assert store.event("a", event.id) == event
        store.add_messages([replace(MAIL, process="a", date=at)])
        [message] = store.messages_of("a")
        assert message.date == at
        assert message.date.tzinfo is UTC

    def test_any_text_survives(self, store: SqlStore) -> None:
        odd = 'a\x00b \x1a0000 \ud83d "\\ 🙂 \u2028 %s :tenant'
        header = Header(id=odd, employer=odd, role=odd, consultant=odd)
        event = Heard(at=NOW, source=odd, quote=odd)
        store.add([Change(header, [event])], NOW)
        store.add_messages([replace(MAIL, key=odd, subject=odd, sender=odd, place=odd, message_id=odd, process=odd)])
        store.set_setting(odd, {odd: [odd]})
        store.save_source(odd, {odd: odd}, NOW)
        process = store.process(odd)
        assert process is not None
        assert (process.header, process.told) == (header, (event,))
        message = store.message(MAIL.source, odd)
        assert message is not None
        assert (message.subject, message.sender, message.place, message.process) == (odd, odd, odd, odd)
        assert list(store.threads()) == [(odd, odd)]
        assert store.setting(odd) == {odd: [odd]}
        assert store.source_state(odd) == {odd: odd}
        assert store.sources() == [(odd, NOW)]
        assert store.known_keys(MAIL.source)(odd)

    def test_order_of_one_instant_is_kept(self, store: SqlStore) -> None:
        events = [Heard(at=NOW, who=(f"{n}@acme.example",)) for n in (3, 1, 2)]
        store.add([Change(Header(id="a"), events[:2])], NOW)
        store.add([Change(Header(id="a"), events[2:])], NOW)
        process = store.process("a")
        assert process is not None
        assert list(process.told) == events

    # What a report comes to

    def test_processes_are_judged_when_they_change(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT + CURIO), NOW)
        for summary in store.summaries():
            process = store.process(summary.header.id)
            assert process is not None
            expected = judge(process, NOW)
            assert (summary.wake_at, summary.holds, summary.state) == (
                expected.wake_at,
                expected.holds,
                expected.state,
            )
        assert store.next_wake() == min(s.wake_at for s in store.summaries() if s.wake_at is not None)

    def test_summaries_have_those_heard_of_last_first(self, store: SqlStore) -> None:
        store.add([*changes(ACME + BOLT + CURIO), Change(Header(id="empty"), [])], NOW)
        summaries = store.summaries()
        assert [summary.header.id for summary in summaries] == ["curio", "bolt", "acme", "empty"]
        assert [summary.events for summary in summaries] == [2, 2, 3, 0]
        assert summaries[0].first_at == datetime(2026, 2, 2, 9, tzinfo=UTC)
        assert summaries[0].last_at == datetime(2026, 3, 9, 9, tzinfo=UTC)

    def test_lively_are_those_that_hold_or_wake_by_then(self, reopen: Open) -> None:
        fates = {
            "holds": Judged(None, holds=True, state="x"),
            "woken": Judged(NOW + WEEK, holds=False, state="x"),
            "both": Judged(NOW + WEEK, holds=True, state="x"),
            "later": Judged(NOW + 2 * WEEK, holds=False, state="x"),
            "never": Judged(None, holds=False, state="x"),
        }
        store = reopen(judge=lambda process, _: fates[process.header.id])
        store.add([Change(Header(id=name), [Applied(at=NOW)]) for name in fates], NOW)
        assert [process.header.id for process in store.lively(NOW)] == ["both", "holds"]
        assert [process.header.id for process in store.lively(NOW + WEEK)] == ["both", "holds", "woken"]

    def test_lively_says_what_all_would_say(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT + CURIO), NOW)
        for days in range(0, 60, 3):
            now = NOW + timedelta(days=days)
            processes = [store.process(summary.header.id) for summary in store.summaries()]
            holding = {p.header.id for p in processes if p is not None and judge(p, now).holds}
            assert holding == {p.header.id for p in store.lively(now) if judge(p, now).holds}

    def test_set_header(self, store: SqlStore) -> None:
        store.add(changes(ACME), NOW)
        header = replace(changes(ACME)[0].header, employer="Acme Labs", zone="Europe/Paris", via="agency")
        store.set_header(header, NOW)
        process = store.process("acme")
        assert process is not None
        assert process.header == header
        assert store.summaries()[0].wake_at == judge(process, NOW).wake_at

    def test_a_header_of_nothing_is_refused(self, store: SqlStore) -> None:
        with pytest.raises(StoreError, match=r'no process is called "acme"; add it first'):
            store.set_header(Header(id="acme"), NOW)

    # What lies around a process

    def test_around_shows_the_other_processes(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT), NOW)
        agreed = Agreed(at=NOW - MINUTE, who=("kim@uni.example",))
        added = store.add([Change(Header(id="acme"), [agreed])], NOW)
        assert set(added.processes) == {"acme", "bolt"}
        bolt, acme = store.process("bolt"), store.process("acme")
        assert bolt is not None
        assert acme is not None
        assert bolt.around == project(bolt.header, [(acme.header, acme.told)])
        assert agreed in [outside.event for outside in bolt.around]
        assert acme.around == project(acme.header, [(bolt.header, bolt.told)])
        assert bolt.agreed == ("kim@uni.example",)
        assert [process.around for process in store.lively(NOW) if process.header.id == "bolt"] == [bolt.around]

    @pytest.mark.parametrize("code", ["REF002", "WAIT003", "THX001", "none"])
    def test_what_was_done_elsewhere_shows_around_too(self, store: SqlStore, code: str) -> None:
        store.add(changes(ACME), NOW)
        store.add([Change(Header(id="acme"), [Done(at=NOW, code=code, who=("kim@uni.example",))])], NOW)
        store.add([Change(Header(id="again", employer="ACME Corp."), [Applied(at=NOW)])], NOW)
        acme, again = store.process("acme"), store.process("again")
        assert acme is not None
        assert again is not None
        assert again.around == project(again.header, [(acme.header, acme.told)])

    def test_only_those_whose_around_changed_are_judged_again(self, reopen: Open) -> None:
        counting = Counting()
        store = reopen(judge=counting)
        store.add(changes(ACME + BOLT + CURIO), NOW)
        assert sorted(counting.asked) == ["acme", "bolt", "curio"]
        counting.asked.clear()
        store.add([Change(Header(id="acme"), [Heard(at=NOW)])], NOW)
        assert counting.asked == ["acme"]
        counting.asked.clear()
        store.add([Change(Header(id="acme"), [Named(at=NOW, who=("kim@uni.example",))])], NOW)
        assert sorted(counting.asked) == ["acme", "bolt", "curio"]

    def test_each_process_is_judged_once_however_much_is_added(self, reopen: Open) -> None:
        counting = Counting()
        store = reopen(judge=counting)
        many = [
            Change(Header(id=f"p{n % 40}"), [Heard(at=NOW + n * MINUTE), Agreed(at=NOW + n * MINUTE, who=("k",))])
            for n in range(400)
        ]
        added = store.add(many, NOW)
        assert len(added.events) == 800
        assert len(counting.asked) == len(set(counting.asked)) == 40

    def test_an_employers_name_counts_for_the_others(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT), NOW)
        store.add([Change(Header(id="bolt"), [Offered(at=NOW - MINUTE, by=date(2026, 3, 20))])], NOW)
        store.set_header(replace(changes(BOLT)[0].header, employer="Bolt & Sons"), NOW)
        acme = store.process("acme")
        assert acme is not None
        assert [o.employer for o in acme.around] == ["Bolt & Sons"]
        by_name = {summary.header.id: summary for summary in store.summaries()}
        assert by_name["acme"].wake_at == judge(acme, NOW).wake_at
