from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.app.contract_approval import BODY, NOW, STORY, WRITTEN, ApprovalContract, approved_texts_are_whole
from tests.store.contract_base import Open
from tests.store.judges import changes, judge

from sincerely.app.drafts.editing import save
from sincerely.app.drafts.keeping import add_version
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.claiming import claim_message
from sincerely.app.outgoing.sent_by_hand import told_sent
from sincerely.app.outgoing.withdrawing import withdraw
from sincerely.app.processes.exits import NothingThere, undo
from sincerely.core.events import Heard
from sincerely.core.outbound import CannotStep, State
from sincerely.gate.approval import NothingToOverrule
from sincerely.store.base import Change, Judge
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore


class TestSqlite(ApprovalContract):
    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Open:
        def reopen(tenant: str = "home", candidate: str = "robin", judge: Judge = judge) -> SqlStore:
            return open_store(sqlite_url(tmp_path / "store.sqlite"), tenant, candidate, judge)

        return reopen


@pytest.mark.slow
class TestPostgres(ApprovalContract):
    @pytest.fixture
    def reopen(self, on_postgres: Open) -> Open:
        return on_postgres


# The first may go; the second has a name left to fill in and a wrong one; the third asks for news too soon.
BODIES = (
    BODY,
    BODY.replace("Dear Dana", "Dear Priya").replace("Best,", "I enjoyed hearing about [team name].\n\nBest,"),
    BODY.replace("Best,", "Is there any news about the position?\n\nBest,"),
)
STEPS = st.sampled_from(
    ("approve", "overrule OUT006", "overrule OUT005", "overrule OUT001", "edit 0", "edit 1", "edit 2", "fresh",
     "withdraw", "news", "later", "night", "claim", "sent", "anyway", "undo")
)  # fmt: skip


class _Person:
    """Does one thing after another, and may be refused any."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.now = NOW

    def do(self, step: str) -> None:
        verb, _, what = step.partition(" ")
        try:
            getattr(self, f"_{verb}")(what)
        except (CannotStep, NothingToOverrule, NothingThere):
            return

    def _approve(self, _: str) -> None:
        approve_draft(self.store, "d1", Wish(), lambda _: self.now)

    def _overrule(self, code: str) -> None:
        approve_draft(self.store, "d1", Wish(reasons={code: "I mean it"}), lambda _: self.now)

    def _edit(self, which: str) -> None:
        last = self.store.versions(1)[-1]
        save(self.store, last, replace(last.text, body=BODIES[int(which)]), self.now)

    def _fresh(self, _: str) -> None:
        add_version(self.store, self.store.versions(1)[-1], replace(WRITTEN, made_at=self.now), self.now)

    def _withdraw(self, _: str) -> None:
        withdraw(self.store, self._last(), self.now)

    def _news(self, _: str) -> None:
        process = self.store.process("acme")
        assert process is not None
        self.store.add([Change(process.header, [Heard(at=self.now, who=("dana@acme.example",))])], self.now)

    def _later(self, _: str) -> None:
        self.now += timedelta(hours=7)

    def _night(self, _: str) -> None:
        self.now = self.now.replace(hour=23) + timedelta(minutes=1)

    def _claim(self, _: str) -> None:
        claim_message(self.store, self._last(), self.now)

    def _sent(self, _: str) -> None:
        told_sent(self.store, self._last(), lambda _: self.now, self.now)

    def _anyway(self, _: str) -> None:
        told_sent(self.store, self._last(), lambda _: self.now, self.now, anyway=True)

    def _undo(self, _: str) -> None:
        undo(self.store, self.now)

    def _last(self) -> str:
        return self.store.outgoings()[0].name if self.store.outgoings() else "o1"


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, min_size=4, max_size=14))
def test_what_is_approved_is_always_the_text_that_was_approved(steps: list[str]) -> None:
    with TemporaryDirectory() as folder:
        store = open_store(sqlite_url(Path(folder) / "store.sqlite"), "home", "robin", judge)
        store.add(changes(STORY), NOW)
        store.add_version(WRITTEN)
        person = _Person(store)
        stopped = {text.digest for body in BODIES[1:2] if (text := replace(WRITTEN.text, body=body))}
        for step in ["approve", *steps]:
            person.do(step)
            approved_texts_are_whole(store)
            for message in store.outgoings():
                if message.state in {State.APPROVED, State.CLAIMED} and message.digest in stopped:
                    assert {each.code for each in message.overruled} >= {"OUT005", "OUT006"}
        records = [m for m in store.outgoings() if m.state is State.SENT]
        process = store.process("acme")
        assert process is not None
        standing = [e for e in process.events if e.source.startswith("<") and e.verb == "thanked"]
        assert len(standing) <= len(records)
        store.close()
