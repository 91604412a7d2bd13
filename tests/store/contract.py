"""What every store must do. Subclass `StoreContract` once per database."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest

from sincerely.core.events import Agreed, Applied, Heard, Named, Offered, Promised
from sincerely.core.header import Header
from sincerely.store.base import Change, Judge, Judged, Message, StoreError
from sincerely.store.sql_store import SqlStore

from .judges import ACME, BOLT, CURIO, MINUTE, NOW, changes, judge

Open = Callable[..., SqlStore]
WEEK = timedelta(days=7)
YEAR_1 = datetime.min.replace(tzinfo=UTC)
YEAR_9999 = datetime.max.replace(tzinfo=UTC)
MAIL = Message(
    source="mbox:/mail/inbox",
    key="<1@acme.example>",
    digest="00ff" * 8,
    place="inbox, byte 17",
    message_id="<1@acme.example>",
    date=NOW,
    sender="Dana <dana@acme.example>",
    subject="Your interview – Tuesday",
    sent=True,
    kind="interview_set",
    confidence=0.875,
    process="acme",
)


class _Counting:
    """A judge that keeps the names of what it was asked about."""

    def __init__(self, inner: Judge = judge) -> None:
        self.inner = inner
        self.asked: list[str] = []

    def __call__(self, process: object, now: datetime) -> Judged:
        self.asked.append(process.header.id)  # type: ignore[attr-defined]  # a process
        return self.inner(process, now)  # type: ignore[arg-type]  # likewise


class StoreContract:
    @pytest.fixture
    def reopen(self) -> Open:
        """Open the test's own empty database again, for other tenants, candidates and judges."""
        raise NotImplementedError

    @pytest.fixture
    def store(self, reopen: Open) -> SqlStore:
        return reopen()

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

    def test_an_event_is_added_once(self, store: SqlStore) -> None:
        store.add(changes(ACME), NOW)
        again = store.add(changes(ACME), NOW + MINUTE)
        assert (again.events, again.processes) == ((), ())
        twice = Heard(at=NOW, source="mail 7")
        header = changes(ACME)[0].header
        added = store.add([Change(header, [twice, twice]), Change(header, [twice])], NOW)
        assert added.events == (twice.id,)
        assert store.counts()["events"] == 4

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
        assert [(o.process, o.employer, o.event) for o in bolt.around] == [("acme", "Acme Corp", agreed)]
        assert acme.around == ()
        assert bolt.agreed == ("kim@uni.example",)
        assert [process.around for process in store.lively(NOW) if process.header.id == "bolt"] == [bolt.around]

    def test_only_those_whose_around_changed_are_judged_again(self, reopen: Open) -> None:
        counting = _Counting()
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
        counting = _Counting()
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

    # Sweep

    def test_sweep_judges_what_is_due_and_nothing_else(self, reopen: Open) -> None:
        counting = _Counting(lambda _, now: Judged(now + WEEK, holds=True, state="swept"))
        store = reopen(judge=counting)
        for days, name in enumerate("abc"):
            store.add([Change(Header(id=name), [Applied(at=NOW)])], NOW + timedelta(days=days))
        counting.asked.clear()
        then = NOW + WEEK + timedelta(days=1)
        assert store.sweep(then) == ["a", "b"]
        assert counting.asked == ["a", "b"]
        assert store.sweep(then) == []
        assert store.next_wake() == NOW + WEEK + timedelta(days=2)

    def test_sweep_takes_the_longest_due_first_and_at_most_so_many(self, reopen: Open) -> None:
        store = reopen(judge=lambda _, now: Judged(now + WEEK, holds=True, state="x"))
        for days, name in enumerate("cab"):
            store.add([Change(Header(id=name), [])], NOW + timedelta(days=days))
        later = NOW + 5 * WEEK
        assert [store.sweep(later, limit=2), store.sweep(later, limit=2), store.sweep(later)] == [["c", "a"], ["b"], []]

    def test_a_swept_store_says_what_a_fresh_one_would(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT + CURIO), NOW)
        now = NOW
        for _ in range(12):
            wake = store.next_wake()
            if wake is None:
                break
            now = wake
            assert store.sweep(now)
            for summary in store.summaries():
                process = store.process(summary.header.id)
                assert process is not None
                fresh = judge(process, now)
                assert (summary.wake_at, summary.holds) == (fresh.wake_at, fresh.holds)
        assert now > NOW

    def test_two_sweeps_at_once_do_not_double_work(self, reopen: Open) -> None:
        asked: list[str] = []
        store = reopen(judge=lambda _, now: Judged(now + MINUTE, holds=False, state="x"))
        store.add([Change(Header(id=f"p{n}"), [Applied(at=NOW)]) for n in range(60)], NOW)
        both = Barrier(2)

        def sweeping() -> None:
            def count(process: object, now: datetime) -> Judged:
                asked.append(process.header.id)  # type: ignore[attr-defined]  # a process
                return Judged(now + WEEK, holds=False, state="x")

            mine = reopen(judge=count)
            both.wait()
            while mine.sweep(NOW + MINUTE, limit=5):
                pass
            mine.close()

        _at_once(sweeping, sweeping)
        assert len(asked) == len(set(asked)) == 60

    # Transactions

    def test_a_transaction_happens_or_does_not(self, store: SqlStore) -> None:
        def fail() -> None:
            with store.transaction():
                store.add(changes(ACME), NOW)
                store.add_messages([MAIL])
                store.save_source("mbox", {"byte": 17}, NOW)
                assert store.process("acme") is not None
                raise KeyError("the caller's")

        with pytest.raises(KeyError, match="the caller's"):
            fail()
        assert store.process("acme") is None
        assert store.source_state("mbox") is None
        assert dict(store.counts()) == {"messages": 0, "processes": 0, "events": 0}
        with store.transaction(), store.transaction():
            store.add(changes(ACME), NOW)
        assert store.counts()["events"] == 3

    def test_a_part_that_fails_leaves_nothing_and_the_rest_goes_on(self, store: SqlStore) -> None:
        def fail() -> None:
            with store.transaction():
                store.add(changes(BOLT), NOW)
                raise KeyError

        with store.transaction():
            store.add(changes(ACME), NOW)
            with pytest.raises(KeyError):
                fail()
            with pytest.raises(StoreError):
                store.set_header(Header(id="nobody"), NOW)
            store.add(changes(CURIO), NOW)
        assert {summary.header.id for summary in store.summaries()} == {"acme", "curio"}

    def test_another_thread_sees_what_is_committed(self, store: SqlStore) -> None:
        seen: list[int] = []
        with store.transaction():
            store.add(changes(ACME), NOW)
            _at_once(lambda: seen.append(store.counts()["events"]))
        _at_once(lambda: seen.append(store.counts()["events"]))
        assert seen == [0, 3]

    def test_two_writers_at_once_both_finish(self, reopen: Open, store: SqlStore) -> None:
        both = Barrier(2)

        def writer(name: str) -> Callable[[], None]:
            def write() -> None:
                mine = reopen()
                both.wait()
                for n in range(25):
                    event = Agreed(at=NOW + n * MINUTE, who=(f"{name}@uni.example",))
                    mine.add([Change(Header(id=name), [event]), Change(Header(id="shared"), [event])], NOW)
                mine.close()

            return write

        _at_once(writer("one"), writer("two"))
        assert dict(store.counts()) == {"messages": 0, "processes": 3, "events": 100}
        for summary in store.summaries():
            process = store.process(summary.header.id)
            assert process is not None
            assert len(process.told) == summary.events
            assert len(process.around) == 100 - summary.events
            assert summary.wake_at == judge(process, NOW).wake_at

    # Messages, sources, settings

    def test_messages_come_back(self, store: SqlStore) -> None:
        store.add(changes(ACME), NOW)
        earlier = replace(MAIL, key="0", message_id="", date=NOW - WEEK)
        undated = replace(MAIL, key="2", date=None, message_id="<2@acme.example>")
        unsure = replace(MAIL, key="3", process=None)
        assert store.add_messages(iter([MAIL, earlier, undated, unsure])) == 4
        assert store.message(MAIL.source, MAIL.key) == MAIL
        assert store.message(MAIL.source, "3") == unsure
        assert store.message("elsewhere", MAIL.key) is None
        assert store.messages_of("acme") == [undated, earlier, MAIL]
        assert set(store.threads()) == {("<1@acme.example>", "acme"), ("<2@acme.example>", "acme")}

    def test_a_message_is_remembered_once(self, store: SqlStore) -> None:
        plain = replace(MAIL, process=None)
        assert store.add_messages([plain, plain]) == 1
        assert store.add_messages([replace(plain, subject="changed"), replace(plain, key="new")]) == 1
        assert store.message(plain.source, plain.key) == plain
        assert store.add_messages([]) == 0

    def test_of_mail_that_is_not_about_hiring_hardly_anything_is_kept(self, store: SqlStore) -> None:
        store.add_messages([replace(MAIL, kind="other", process=None)])
        bare = Message(source=MAIL.source, key=MAIL.key, digest=MAIL.digest, place=MAIL.place)
        assert store.message(MAIL.source, MAIL.key) == bare

    def test_a_message_may_come_before_its_process(self, store: SqlStore) -> None:
        with store.transaction():
            store.add_messages([MAIL])
            store.add(changes(ACME), NOW)
        assert store.messages_of("acme") == [MAIL]

    def test_a_message_of_a_process_that_never_comes_is_refused(self, store: SqlStore) -> None:
        with pytest.raises(StoreError, match="does not fit"):
            store.add_messages([MAIL])
        assert store.counts()["messages"] == 0

    def test_known_keys_and_digests(self, store: SqlStore) -> None:
        messages = [Message(source="one", key=f"key {n}", digest=f"{n:032x}") for n in range(2500)]
        assert store.add_messages(messages) == 2500
        store.add_messages([Message(source="two", key="only here", digest="ab")])
        known = store.known_keys("one")
        assert all(known(message.key) for message in messages)
        assert not any(known(key) for key in ("only here", "key", "", "key 2500"))
        assert store.known_keys("two")("only here")
        assert not store.known_keys("three")("key 1")
        digest = store.known_digests()
        assert digest("ab")
        assert digest(f"{2499:032x}")
        assert not digest(f"{2500:032x}")

    def test_sources_are_remembered(self, store: SqlStore) -> None:
        assert store.source_state("mbox") is None
        store.save_source("mbox", {"byte": 17, "first": ["a", None]}, NOW)
        store.save_source("mbox", {"byte": 99}, NOW + MINUTE)
        store.save_source("ics", {}, NOW)
        assert store.source_state("mbox") == {"byte": 99}
        assert store.source_state("ics") == {}
        assert store.sources() == [("ics", NOW), ("mbox", NOW + MINUTE)]

    def test_settings(self, store: SqlStore) -> None:
        assert store.setting("profile") is None
        for value in ({"profile": "strict", "at": [1, 2.5, True, None]}, "campus", None, 0):
            store.set_setting("profile", value)
            assert json.dumps(store.setting("profile")) == json.dumps(value)

    # One tenant, one candidate

    @pytest.mark.parametrize("other", [{"tenant": "other"}, {"candidate": "other"}])
    def test_nobody_sees_anothers_rows(self, reopen: Open, store: SqlStore, other: dict[str, str]) -> None:
        store.add(changes(ACME), NOW)
        store.add([Change(Header(id="acme"), [Agreed(at=NOW, who=("kim@uni.example",))])], NOW)
        store.add_messages([MAIL])
        store.save_source("mbox", {"byte": 17}, NOW)
        store.set_setting("profile", "strict")
        stranger = reopen(**other)
        assert stranger.summaries() == []
        assert stranger.process("acme") is None
        assert stranger.event("acme", changes(ACME)[0].events[0].id) is None
        assert stranger.lively(NOW + WEEK) == []
        assert stranger.sweep(NOW + 50 * WEEK) == []
        assert stranger.next_wake() is None
        assert (stranger.sources(), stranger.source_state("mbox"), stranger.setting("profile")) == ([], None, None)
        assert stranger.message(MAIL.source, MAIL.key) is None
        assert stranger.messages_of("acme") == []
        assert list(stranger.threads()) == []
        assert not stranger.known_keys(MAIL.source)(MAIL.key)
        assert not stranger.known_digests()(MAIL.digest)
        assert dict(stranger.counts()) == {"messages": 0, "processes": 0, "events": 0}
        stranger.add(changes(ACME + BOLT), NOW)
        bolt = stranger.process("bolt")
        assert bolt is not None
        assert bolt.around == ()
        assert store.counts()["processes"] == 1
        with pytest.raises(StoreError):
            stranger.set_header(Header(id="unknown"), NOW)

    def test_closed_is_closed(self, store: SqlStore) -> None:
        store.close()
        store.close()
        with pytest.raises(StoreError, match="closed"):
            store.summaries()


def _at_once(*work: Callable[[], None]) -> None:
    """Run each in a thread of its own; the first error becomes ours."""
    errors: list[BaseException] = []

    def guarded(one: Callable[[], None]) -> None:
        try:
            one()
        except BaseException as error:  # noqa: BLE001  (raised again below, in the test's own thread)
            errors.append(error)

    threads = [Thread(target=guarded, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
