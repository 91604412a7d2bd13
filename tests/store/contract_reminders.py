"""The store's contract: what was told, once for each stage."""

from __future__ import annotations

from dataclasses import replace

from sincerely.core.finding import Stage
from sincerely.planning.reminding import Kind, Shown
from sincerely.store.sql_store import SqlStore

from .contract_base import WEEK, YEAR_1, Base, Open, at_once
from .judges import MINUTE, NOW

DUE = Shown("key 1", Stage.DUE, NOW, Kind.DIGEST)
LATE = replace(DUE, stage=Stage.LATE, at=NOW + MINUTE, kind=Kind.URGENT)
OTHER = replace(DUE, key="key\0 2", at=NOW - WEEK)


class ReminderContract(Base):
    def test_what_was_told_comes_back(self, store: SqlStore) -> None:
        assert store.reminded([], YEAR_1) == []
        assert store.claim_reminders([DUE, LATE, OTHER]) == 3
        assert set(store.reminded([], NOW)) == {DUE, LATE}
        assert set(store.reminded([], NOW + MINUTE)) == {LATE}
        assert store.reminded(["key\0 2", "key 3"], NOW + WEEK) == [OTHER]
        assert sorted(store.reminded(["key 1"], NOW), key=lambda one: one.at) == [DUE, LATE]

    def test_each_stage_is_claimed_once(self, store: SqlStore) -> None:
        assert store.claim_reminders([DUE]) == 1
        assert store.claim_reminders([replace(DUE, at=NOW + WEEK), LATE]) == 1
        assert set(store.reminded([], YEAR_1)) == {DUE, LATE}

    def test_of_many_at_once_one_claims(self, reopen: Open, store: SqlStore) -> None:
        counts: list[int] = []
        at_once(*[lambda: counts.append(reopen().claim_reminders([DUE]))] * 4)
        assert sorted(counts) == [0, 0, 0, 1]

    def test_what_could_not_be_told_is_released(self, store: SqlStore) -> None:
        store.claim_reminders([DUE, OTHER])
        store.release_reminders([replace(DUE, at=NOW + MINUTE), LATE])  # somebody else's claims
        assert set(store.reminded([], YEAR_1)) == {DUE, OTHER}
        store.release_reminders([DUE])
        assert store.reminded([], YEAR_1) == [OTHER]
        assert store.claim_reminders([DUE]) == 1

    def test_nobody_sees_what_another_was_told(self, reopen: Open, store: SqlStore) -> None:
        store.claim_reminders([DUE])
        for stranger in (reopen(tenant="other"), reopen(candidate="other")):
            assert stranger.reminded(["key 1"], YEAR_1) == []
            stranger.release_reminders([DUE])
            assert stranger.claim_reminders([LATE]) == 1
        assert store.reminded([], YEAR_1) == [DUE]
