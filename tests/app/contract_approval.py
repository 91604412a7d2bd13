"""Approvals, edits and claims at once, over a real database. Subclass `ApprovalContract` once per database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from threading import Barrier

import pytest
from tests.store.contract_base import Open, at_once
from tests.store.judges import changes

from sincerely.app.drafts.editing import save
from sincerely.app.drafts.kept import draft_named
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.claiming import claim_message
from sincerely.app.outgoing.sent_by_hand import told_sent
from sincerely.app.outgoing.withdrawing import withdraw
from sincerely.core.events import Heard
from sincerely.core.outbound import CannotStep, State, Text, Written
from sincerely.store.base import Change, Store
from sincerely.store.sql_store import SqlStore

STORY = """
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:20 debriefed dana@acme.example liked="the migration story" fit="ran two such migrations"
"""
BODY = """Dear Dana,

Thank you for the interview about the data analyst position. I liked the migration story, and I ran two such migrations.

Best,
Robin"""
NOW = datetime.fromisoformat("2026-03-05T10:00-05:00")
MINUTE = timedelta(minutes=1)
WRITTEN = Written(
    process="acme",
    code="THX001",
    purpose="thank-you",
    who="dana@acme.example",
    text=Text(to=("dana@acme.example",), subject="Thank you", body=BODY),
    made_at=NOW,
)


def clock(_: tzinfo) -> datetime:
    return NOW


def approved_texts_are_whole(store: Store) -> None:
    """Check what must always hold: what is approved is the draft's latest text, and of each draft one at most."""
    live: set[int] = set()
    for message in store.outgoings():
        assert message.text.digest == message.digest
        assert all(each.digest == message.digest for each in message.overruled)
        if message.state is State.APPROVED:
            assert message.draft is not None
            latest = store.versions(message.draft)[-1]
            assert (latest.version, latest.text.digest) == (message.version, message.digest)
            assert message.draft not in live
            live.add(message.draft)


class ApprovalContract:
    @pytest.fixture
    def reopen(self) -> Open:
        """Open the test's own empty database again."""
        raise NotImplementedError

    @pytest.fixture
    def store(self, reopen: Open) -> SqlStore:
        store = reopen()
        store.add(changes(STORY), NOW)
        store.add_version(WRITTEN)
        return store

    def race(self, reopen: Open, *work: Callable[[SqlStore], object]) -> list[object]:
        """Do each at once, over a connection of its own; return what came of them, refusals too."""
        found: list[object] = []
        together = Barrier(len(work))

        def one(act: Callable[[SqlStore], object]) -> None:
            mine = reopen()
            together.wait()
            try:
                found.append(act(mine))
            except CannotStep as error:
                found.append(error)
            mine.close()

        at_once(*(lambda act=act: one(act) for act in work))
        return found

    def test_two_approvals_at_once_are_one(self, reopen: Open, store: SqlStore) -> None:
        self.race(reopen, *[lambda mine: approve_draft(mine, "d1", Wish(), clock)] * 3)
        [message] = store.outgoings()
        assert message.state is State.APPROVED
        approved_texts_are_whole(store)

    def test_an_edit_and_an_approval_at_once(self, reopen: Open, store: SqlStore) -> None:
        """Whichever comes first: the old text is not approved once the new one is there."""
        text = replace(WRITTEN.text, body=BODY.replace("Best", "Kind regards"))
        first = store.versions(1)[0]
        self.race(
            reopen,
            lambda mine: save(mine, first, text, NOW),
            lambda mine: approve_draft(mine, "d1", Wish(), clock),
        )
        assert store.versions(1)[-1].text == text
        approved_texts_are_whole(store)

    def test_of_many_claims_one_wins(self, reopen: Open, store: SqlStore) -> None:
        approve_draft(store, "d1", Wish(), clock)
        found = self.race(reopen, *[lambda mine: claim_message(mine, "o1", NOW)] * 4)
        assert sum(1 for each in found if not isinstance(each, CannotStep)) == 1
        message = store.outgoing(1)
        assert message is not None
        assert message.state is State.CLAIMED

    def test_sent_is_recorded_once(self, reopen: Open, store: SqlStore) -> None:
        approve_draft(store, "d1", Wish(), clock)
        found = self.race(reopen, *[lambda mine: told_sent(mine, "o1", clock, NOW)] * 4)
        assert sum(1 for each in found if not isinstance(each, CannotStep)) == 1
        process = store.process("acme")
        assert process is not None
        assert [event.verb for event in process.events].count("thanked") == 1

    def test_a_claim_and_a_withdrawal_at_once(self, reopen: Open, store: SqlStore) -> None:
        approve_draft(store, "d1", Wish(), clock)
        found = self.race(reopen, lambda mine: claim_message(mine, "o1", NOW), lambda mine: withdraw(mine, "o1", NOW))
        assert sum(1 for each in found if isinstance(each, CannotStep)) == 1
        message = store.outgoing(1)
        assert message is not None
        assert message.state in {State.CLAIMED, State.WITHDRAWN}

    def test_news_comes_between(self, store: SqlStore) -> None:
        """Whatever day it tells of: what the person did not know when they approved ends the approval."""
        approve_draft(store, "d1", Wish(), clock)
        process = store.process("acme")
        assert process is not None
        old = Heard(at=NOW - timedelta(days=2), who=("dana@acme.example",), source="<late@acme.example>")
        store.add([Change(process.header, [old])], NOW)
        found = claim_message(store, "o1", NOW + MINUTE)
        assert found.message.state is State.VOID
        assert "Something new is known" in found.why
        assert draft_named(store, "d1").version == 1

    def test_the_gate_has_the_last_word(self, store: SqlStore) -> None:
        """It is night by the time that it would go out: it is held on, and nothing is claimed."""
        approve_draft(store, "d1", Wish(), clock)
        found = claim_message(store, "o1", NOW + timedelta(hours=13))
        assert found.message.state is State.APPROVED
        assert found.message.not_before == datetime.fromisoformat("2026-03-06T07:00-05:00")
        assert "It is 23:00 on Thursday there." in found.why
        with pytest.raises(CannotStep, match="held until"):
            claim_message(store, "o1", NOW + timedelta(hours=14))
        assert claim_message(store, "o1", NOW + timedelta(hours=21)).message.state is State.CLAIMED
