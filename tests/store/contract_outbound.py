"""The store's contract: drafts, versions, and messages on their way out."""

from __future__ import annotations

from dataclasses import replace
from threading import Barrier

import pytest

from sincerely.core.events import Agreed, Applied, Heard
from sincerely.core.header import Header
from sincerely.core.outbound import Dispatch, Overruled, State, Step, Text, Written
from sincerely.store.base import Change, StoreError
from sincerely.store.sql_store import SqlStore

from .contract_base import WEEK, Base, Open, at_once
from .judges import ACME, BOLT, MINUTE, NOW, changes

TEXT = Text(
    to=("Dana Ito <dana@acme.example>",),
    cc=("lee@acme.example",),
    subject="Thank you – and \x00 half a pair \ud83d",
    body="Dear Dana,\n\nThank you.\n\nBest,\nRobin",
    in_reply_to="<1@acme.example>",
    references=("<0@acme.example>", "<1@acme.example>"),
    attach=("the writing sample",),
)
WRITTEN = Written(
    process="acme",
    code="THX001",
    purpose="thank-you",
    who="dana@acme.example",
    text=TEXT,
    sentences=({"text": "Thank you.", "stands_on": [{"kind": "event", "text": "…"}], "part": "body"},),
    made_at=NOW,
)


def dispatch(written: Written) -> Dispatch:
    return Dispatch(
        process=written.process,
        draft=written.draft,
        version=written.version,
        purpose=written.purpose,
        who=written.who,
        text=written.text,
        digest=written.text.digest,
        sender="Robin <robin@mail.example>",
        message_id="<a@mail.example>",
        overruled=(Overruled("OUT001", "they asked me to", written.text.digest, NOW),),
        changed_at=NOW,
    )


class OutboundContract(Base):
    @pytest.fixture
    def written(self, store: SqlStore) -> Written:
        store.add(changes(ACME), NOW)
        return store.add_version(WRITTEN)

    @pytest.fixture
    def approved(self, store: SqlStore, written: Written) -> Dispatch:
        return store.add_outgoing(
            dispatch(written).after(Step.APPROVE, NOW, approved_at=NOW, not_before=NOW + WEEK, seen=3)
        )

    def test_every_version_is_kept(self, store: SqlStore, written: Written) -> None:
        edited = replace(written, text=replace(TEXT, body="Dear Dana,\n\nThanks."), made_by="edited")
        second = store.add_version(edited)
        other = store.add_version(replace(WRITTEN, purpose="check-in"))
        assert (written.name, written.version) == ("d1", 1)
        assert (second.name, second.version) == ("d1", 2)
        assert (other.name, other.version) == ("d2", 1)
        assert store.versions(1) == [written, second]
        assert store.drafts() == [other, second]
        assert store.versions(7) == []

    def test_a_draft_of_no_process_is_refused(self, store: SqlStore) -> None:
        with pytest.raises(StoreError):
            store.add_version(WRITTEN)
        assert store.drafts() == []

    def test_a_message_comes_back_as_it_was(self, store: SqlStore, approved: Dispatch) -> None:
        assert store.outgoing(approved.number) == approved
        assert store.outgoing(9) is None
        assert store.outgoings() == [approved]
        assert approved.text.digest == approved.digest

    def test_a_step_is_taken_once(self, store: SqlStore, approved: Dispatch) -> None:
        claimed = approved.after(Step.CLAIM, NOW + WEEK)
        assert store.step(approved, claimed)
        assert not store.step(approved, claimed)
        assert not store.step(approved, approved.after(Step.WITHDRAW, NOW + WEEK))
        sent = claimed.after(Step.SEND, NOW + WEEK, events=("0123456789ab",), why="by hand")
        assert store.step(claimed, sent)
        assert store.outgoing(approved.number) == sent

    def test_a_step_changes_nothing_that_it_says(self, store: SqlStore, approved: Dispatch) -> None:
        other = replace(approved.after(Step.HOLD, NOW), text=Text(body="something else"), message_id="<b@x.example>")
        assert store.step(approved, other)
        found = store.outgoing(approved.number)
        assert found is not None
        assert (found.text, found.message_id) == (approved.text, approved.message_id)
        assert not store.step(replace(approved, digest="0" * 64), approved.after(Step.WITHDRAW, NOW))

    def test_of_one_draft_one_message_is_on_its_way(
        self, store: SqlStore, written: Written, approved: Dispatch
    ) -> None:
        with pytest.raises(StoreError):
            store.add_outgoing(dispatch(written))
        void = approved.after(Step.VOID, NOW)
        assert store.step(approved, void)
        again = store.add_outgoing(dispatch(written))
        assert store.outgoings() == [again, void]

    @pytest.mark.parametrize("step", [Step.CLAIM, Step.SEND])
    def test_of_many_connections_one_wins(self, reopen: Open, store: SqlStore, approved: Dispatch, step: Step) -> None:
        won: list[int] = []
        together = Barrier(4)

        def take(number: int) -> None:
            mine = reopen()
            seen = mine.outgoing(approved.number)
            assert seen is not None
            together.wait()
            if mine.step(seen, seen.after(step, NOW, why=str(number))):
                won.append(number)
            mine.close()

        at_once(*(lambda n=n: take(n) for n in range(4)))
        [winner] = won
        found = store.outgoing(approved.number)
        assert found is not None
        assert found.why == str(winner)

    def test_claiming_and_withdrawing_at_once(self, reopen: Open, store: SqlStore, approved: Dispatch) -> None:
        """Either it is withdrawn and stays here, or it is being sent and can't be withdrawn any more."""
        done: list[State] = []
        together = Barrier(2)

        def take(step: Step) -> None:
            mine = reopen()
            together.wait()
            new = approved.after(step, NOW)
            if mine.step(approved, new):
                done.append(new.state)
            mine.close()

        at_once(lambda: take(Step.CLAIM), lambda: take(Step.WITHDRAW))
        found = store.outgoing(approved.number)
        assert found is not None
        assert done == [found.state]

    def test_alone(self, reopen: Open, store: SqlStore) -> None:
        """One at a time, by name; another candidate's has nothing to do with it, nor has a transaction."""
        other, stranger = reopen(), reopen(candidate="charlie")
        with store.transaction(), store.alone("<a@mail.example>") as mine:
            assert mine is not None
            assert mine()
            with other.alone("<a@mail.example>") as theirs, other.alone("<b@mail.example>") as another:
                assert theirs is None
                assert another is not None
            with stranger.alone("<a@mail.example>") as hers:
                assert hers is not None
        with other.alone("<a@mail.example>") as theirs:
            assert theirs is not None
            with store.alone("<a@mail.example>") as mine:
                assert mine is None

    def test_alone_ends_with_an_error(self, reopen: Open, store: SqlStore) -> None:
        def fail() -> None:
            with store.alone("<a@mail.example>"):
                raise KeyError

        with pytest.raises(KeyError):
            fail()
        with reopen().alone("<a@mail.example>") as mine:
            assert mine is not None

    def test_of_many_who_want_to_be_alone_one_is(self, reopen: Open, store: SqlStore) -> None:
        """Again and again, while others come and go."""
        inside: list[int] = []
        most: list[int] = []
        together = Barrier(4)

        def come_and_go() -> None:
            mine = reopen()
            together.wait()
            for _ in range(25):
                with mine.alone("<a@mail.example>") as held:
                    if held is not None:
                        inside.append(1)
                        most.append(len(inside))
                        inside.pop()
            mine.close()

        at_once(*[come_and_go] * 4)
        assert set(most) == {1}

    def test_two_that_number_at_once(self, reopen: Open, store: SqlStore, written: Written) -> None:
        together = Barrier(3)

        def write() -> None:
            mine = reopen()
            together.wait()
            for _ in range(5):
                new = mine.add_version(WRITTEN)
                mine.add_version(replace(written, draft=1))
                mine.add_outgoing(dispatch(new))
            mine.close()

        at_once(write, write, write)
        assert [draft.draft for draft in store.drafts()] == list(range(16, 0, -1))
        assert [version.version for version in store.versions(1)] == list(range(1, 17))
        assert [message.number for message in store.outgoings()] == list(range(15, 0, -1))

    def test_what_was_added_since(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT), NOW)
        seen = store.last_event("acme")
        assert store.events_since("acme", seen) == []
        assert len(store.events_since("acme", 0)) == 3
        old = Heard(at=NOW - 2 * WEEK, who=("dana@acme.example",))
        store.add([Change(Header(id="bolt"), [Applied(at=NOW)])], NOW + MINUTE)
        store.add([Change(Header(id="acme"), [old])], NOW + MINUTE)
        assert store.events_since("acme", seen) == [old]
        assert store.last_event("acme") > seen
        assert store.last_event("nobody") == 0

    def test_nothing_is_shared(self, reopen: Open, store: SqlStore, approved: Dispatch) -> None:
        for other in (reopen(candidate="charlie"), reopen(tenant="elsewhere")):
            assert (other.drafts(), other.versions(1), other.outgoings()) == ([], [], [])
            assert other.outgoing(approved.number) is None
            assert not other.step(approved, approved.after(Step.CLAIM, NOW))
            other.add([Change(Header(id="acme"), [Agreed(at=NOW)])], NOW)
            assert other.add_version(WRITTEN).name == "d1"
            other.close()
        assert store.outgoing(approved.number) == approved

    def test_a_transaction_takes_a_version_back_too(self, store: SqlStore, written: Written) -> None:
        def fail() -> None:
            with store.transaction():
                store.add_outgoing(dispatch(store.add_version(written)))
                raise KeyError

        with pytest.raises(KeyError):
            fail()
        assert store.drafts() == [written]
        assert store.outgoings() == []
