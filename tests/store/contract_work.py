"""The store's contract: sweeps, transactions, several at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from sincerely.core.events import Agreed, Applied
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.store.base import Change, Judged, StoreError
from sincerely.store.judging import sweep_all
from sincerely.store.sql_store import SqlStore

from .contract_base import MAIL, WEEK, Base, Counting, Open, at_once
from .judges import ACME, BOLT, CURIO, MINUTE, NOW, changes, judge


class WorkContract(Base):
    # Sweep

    def test_sweep_judges_what_is_due_and_nothing_else(self, reopen: Open) -> None:
        counting = Counting(lambda _, now: Judged(now + WEEK, holds=True, state="swept"))
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

    def test_every_process_is_judged_again_when_what_judges_has_changed(self, reopen: Open) -> None:
        store = reopen(judge=lambda _, now: Judged(now + WEEK, holds=False, state="before"))
        store.add([Change(Header(id=name), [Applied(at=NOW)]) for name in "abc"], NOW)
        other = reopen(candidate="kim", judge=lambda _, now: Judged(now, holds=False, state="hers"))
        other.add([Change(Header(id="a"), [])], NOW)
        store = reopen(judge=lambda _, now: Judged(now + MINUTE, holds=True, state="after"))
        store.judge_all(NOW)
        assert {(row.state, row.holds, row.wake_at) for row in store.summaries()} == {("after", True, NOW + MINUTE)}
        assert [row.state for row in other.summaries()] == ["hers"]

    def test_two_sweeps_at_once_do_not_double_work(self, reopen: Open) -> None:
        asked: list[str] = []
        store = reopen(judge=lambda _, now: Judged(now + MINUTE, holds=False, state="x"))
        store.add([Change(Header(id=f"p{n}"), [Applied(at=NOW)]) for n in range(60)], NOW)
        both = Barrier(2)

        def sweeping() -> None:
            def count(process: Process, now: datetime) -> Judged:
                asked.append(process.header.id)
                return Judged(now + WEEK, holds=False, state="x")

            mine = reopen(judge=count)
            both.wait()
            while mine.sweep(NOW + MINUTE, limit=5):
                pass
            mine.close()

        at_once(sweeping, sweeping)
        assert len(asked) == len(set(asked)) == 60

    def test_the_workers_sweep_covers_everybody(self, reopen: Open) -> None:
        counting = Counting(lambda _, now: Judged(now + WEEK, holds=False, state="x"))
        stores = {
            (tenant, candidate): reopen(tenant=tenant, candidate=candidate, judge=counting)
            for tenant in ("one", "two")
            for candidate in ("alice", "bob")
        }
        for (tenant, candidate), store in stores.items():
            store.add([Change(Header(id=f"{tenant}-{candidate}-{n}"), [Applied(at=NOW)]) for n in range(3)], NOW)
        later = reopen(tenant="two", candidate="charlie", judge=counting)
        later.add([Change(Header(id="later"), [Applied(at=NOW)])], NOW + MINUTE)
        counting.asked.clear()
        swept = sweep_all(later._database, counting, NOW + WEEK)
        assert sorted(swept) == [(*key, f"{'-'.join(key)}-{n}") for key in sorted(stores) for n in range(3)]
        assert sorted(counting.asked) == sorted(name for _, _, name in swept)
        assert sweep_all(later._database, counting, NOW + WEEK) == []
        assert all(store.next_wake() == NOW + 2 * WEEK for store in stores.values())

    def test_the_workers_sweep_stops_at_its_limit(self, reopen: Open) -> None:
        store = reopen(judge=lambda _, now: Judged(now + WEEK, holds=False, state="x"))
        store.add([Change(Header(id=f"p{n}"), [Applied(at=NOW)]) for n in range(7)], NOW)
        judge = store._judge
        sizes = [len(sweep_all(store._database, judge, NOW + WEEK, limit=3)) for _ in range(4)]
        assert sizes == [3, 3, 1, 0]

    def test_a_sweep_sees_what_lies_around(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT + CURIO), NOW)
        store.add([Change(Header(id="bolt"), [Agreed(at=NOW, who=("kim@uni.example",))])], NOW)
        wake = store.next_wake()
        assert wake is not None
        seen: dict[str, Process] = {}

        def remember(process: Process, now: datetime) -> Judged:
            seen[process.header.id] = process
            return judge(process, now)

        sweep_all(store._database, remember, wake + 4 * WEEK)
        assert seen
        assert all(process == store.process(name) for name, process in seen.items())

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
            at_once(lambda: seen.append(store.counts()["events"]))
        at_once(lambda: seen.append(store.counts()["events"]))
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

        at_once(writer("one"), writer("two"))
        assert dict(store.counts()) == {"messages": 0, "processes": 3, "events": 100}
        for summary in store.summaries():
            process = store.process(summary.header.id)
            assert process is not None
            assert len(process.told) == summary.events
            assert len(process.around) == 100 - summary.events
            assert summary.wake_at == judge(process, NOW).wake_at
