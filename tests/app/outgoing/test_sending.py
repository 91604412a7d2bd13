"""From approval to the server and back, against servers that behave and that don't."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.app.contract_approval import NOW, STORY, WRITTEN
from tests.outbox.crash import rewriting
from tests.outbox.server import DROP, Server, serving
from tests.store.contract_base import Open
from tests.store.judges import changes, judge

from sincerely.app.mail_in.found_sent import OwnCopies, settle
from sincerely.app.mail_in.sent_copy import Known
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.claiming import claim_message
from sincerely.app.outgoing.recovering import recover
from sincerely.app.outgoing.sending import Outcome, send
from sincerely.app.outgoing.sending import due as due_at
from sincerely.app.outgoing.settling import again, give_up, look
from sincerely.app.outgoing.withdrawing import withdraw
from sincerely.core.events import Heard, Thanked
from sincerely.core.outbound import UNDO_FOR, CannotStep, Dispatch, State
from sincerely.core.standing import next_try
from sincerely.outbox.base import Fate, Parcel, Result, Still
from sincerely.outbox.mailbox import Mailbox
from sincerely.outbox.smtp import Smtp
from sincerely.reading.letters.mime import parse
from sincerely.store.base import Change, Store, StoreError
from sincerely.store.opening import open_database, open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

MINUTE = timedelta(minutes=1)
WISH = Wish(sender="Robin <robin@mail.example>")


class Copies:
    """A Sent folder that shows what a server took."""

    def __init__(self, *copies: bytes) -> None:
        self.copies = copies

    def of(self, message: Dispatch) -> Iterable[bytes]:
        assert message.state is State.UNKNOWN
        return self.copies


@pytest.fixture
def reopen(tmp_path: Path) -> Open:
    return lambda: open_store(sqlite_url(tmp_path / "store.sqlite"), "home", "robin", judge)


@pytest.fixture
def store(reopen: Open) -> Iterator[SqlStore]:
    store = reopen()
    store.add(changes(STORY), NOW)
    store.add_version(WRITTEN)
    yield store
    store.close()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def outbox(server: Server) -> Smtp:
    return Smtp(Mailbox("127.0.0.1", server.port, security="plain"))


def sent(store: Store, server: Server, name: str = "o1", at: datetime = NOW) -> Outcome:
    return send(store, name, outbox(server), lambda: at, lambda: None)


def approve(store: Store, at: datetime = NOW, wish: Wish = WISH) -> Dispatch:
    return approve_draft(store, "d1", wish, lambda _: at).message


def thanked(store: Store) -> int:
    process = store.process("acme")
    assert process is not None
    return [event.verb for event in process.events].count("thanked")


def doubted(store: Store, server: Server) -> None:
    """The server takes the message, and the answer is lost."""
    server.manners.instead("TEXT", DROP)
    approve(store)
    assert sent(store, server).fate is Fate.UNKNOWN
    server.wait_until_quiet()


def test_it_is_sent_and_recorded_once(store: SqlStore, server: Server) -> None:
    approved = approve(store)
    found = sent(store, server)
    assert (found.fate, found.message.state) == (Fate.TAKEN, State.SENT)
    assert [each.message_id for each in server.taken] == [approved.message_id]
    assert thanked(store) == 1
    with pytest.raises(CannotStep, match="sent already"):
        sent(store, server)
    assert len(server.taken) == 1


def test_the_undo_window(store: SqlStore, server: Server) -> None:
    approve(store, wish=replace(WISH, undo=UNDO_FOR))
    with pytest.raises(CannotStep, match="held until 2026-03-05 10:00:30"):
        sent(store, server, at=NOW + UNDO_FOR - timedelta(microseconds=1))
    withdraw(store, "o1", NOW)
    approve(store, wish=replace(WISH, undo=UNDO_FOR))
    assert sent(store, server, "o2", NOW + UNDO_FOR).fate is Fate.TAKEN
    assert len(server.taken) == 1


def test_news_that_comes_with_the_mail_ends_the_approval(store: SqlStore, server: Server) -> None:
    approve(store)
    process = store.process("acme")
    assert process is not None

    def refresh() -> None:
        store.add([Change(process.header, [Heard(at=NOW, who=("dana@acme.example",), source="<n@acme.example>")])], NOW)

    found = send(store, "o1", outbox(server), lambda: NOW, refresh)
    assert (found.fate, found.message.state) == (None, State.VOID)
    assert "Something new is known" in found.why
    assert server.heard == []


def test_offline_nothing_is_sent(store: SqlStore, server: Server) -> None:
    def refresh() -> None:
        raise ConnectionError

    approve(store)
    with pytest.raises(ConnectionError):
        send(store, "o1", outbox(server), lambda: NOW, refresh)
    assert store.outgoings()[0].state is State.APPROVED
    assert server.heard == []


def test_an_approval_lapses(store: SqlStore, server: Server) -> None:
    approve(store)
    found = sent(store, server, at=NOW + timedelta(hours=24))
    assert (found.message.state, server.heard) == (State.VOID, [])
    assert sent(store, server, approve(store).name).fate is Fate.TAKEN


def test_come_back_later(store: SqlStore, server: Server) -> None:
    """The waiting doubles, and the approval lapses as it would have."""
    server.manners.instead("RCPT", *[b"450 4.2.0 greylisted"] * 3)
    lapses = approve(store).lapses
    waits, at = [], NOW
    for _ in range(3):
        found = sent(store, server, at=at + timedelta(seconds=1))
        assert (found.fate, found.message.state, found.message.lapses) == (Fate.LATER, State.APPROVED, lapses)
        assert "greylisted" in found.message.why
        due = next_try(found.message)
        assert due is not None
        assert [each.name for each in due_at(store, due)] == ["o1"]
        assert due_at(store, due - timedelta(microseconds=1)) == []
        waits.append(due - found.message.changed_at)
        at = due
    assert waits == [MINUTE, timedelta(seconds=62), timedelta(seconds=125)]
    assert sent(store, server, at=at).fate is Fate.TAKEN
    assert (len(server.taken), thanked(store)) == (1, 1)


def test_a_refusal_asks_the_person(store: SqlStore, server: Server) -> None:
    server.manners.instead("RCPT", b"550 5.1.1 no such user")
    approve(store)
    found = sent(store, server)
    assert (found.fate, found.message.state) == (Fate.REFUSED, State.VOID)
    assert "There is no such address" in found.message.why
    assert "550 5.1.1 no such user" in found.message.why
    assert (server.taken, thanked(store)) == ([], 0)
    assert approve(store).name == "o2"


def test_what_can_not_be_sent_from_here(store: SqlStore, server: Server) -> None:
    store.add_version(replace(WRITTEN, draft=1, text=replace(WRITTEN.text, attach=("the writing sample",))))
    approve(store)
    with pytest.raises(CannotStep, match=r"the writing sample must be attached.*outgoing eml o1"):
        sent(store, server)
    withdraw(store, "o1", NOW)
    store.add_version(replace(WRITTEN, draft=1))
    approve(store, wish=Wish())
    with pytest.raises(CannotStep, match="your own address is not known"):
        sent(store, server, "o2")
    assert server.heard == []


# In doubt


@pytest.mark.parametrize(
    ("copies", "by"),
    [("same", Known.ID), ("original kept", Known.ORIGINAL), ("another Message-ID", Known.TEXT)],
)
def test_a_lost_answer_is_found_in_the_sent_folder(store: SqlStore, server: Server, copies: str, by: Known) -> None:
    server.manners.rewrite = rewriting(copies)
    doubted(store, server)
    with pytest.raises(CannotStep, match="nobody knows"):
        sent(store, server)
    assert approve_is_refused(store)
    [taken] = server.taken
    found = look(store, "o1", Copies(b"Subject: something else\r\n\r\nHello.", taken.data))
    assert (found.by, found.message.state) == (by, State.SENT)
    assert thanked(store) == 1
    with pytest.raises(CannotStep, match="no doubt"):
        look(store, "o1", Copies())


def approve_is_refused(store: Store) -> bool:
    with pytest.raises(CannotStep, match="nobody knows"):
        approve(store)
    return True


def test_the_same_words_to_others_or_of_another_day_are_no_copy(store: SqlStore, server: Server) -> None:
    doubted(store, server)
    [taken] = server.taken
    old = taken.data.replace(b"Message-ID: <", b"Message-ID: <x")
    for other in (
        old.replace(b"dana@acme.example", b"lee@acme.example"),
        old.replace(b"Subject: Thank you", b"Subject: Thanks"),
        old.replace(b"05 Mar 2026", b"04 Mar 2026"),
        old.replace(b"migration", b"emigration"),
    ):
        assert look(store, "o1", Copies(other)).by is None
    assert look(store, "o1", Copies(old)).by is Known.TEXT


def test_sent_again_asks_anew(store: SqlStore, server: Server) -> None:
    doubted(store, server)
    assert again(store, "o1", NOW).state is State.VOID
    with pytest.raises(CannotStep):
        sent(store, server, "o1")
    new = approve(store)
    assert new.name == "o2"
    assert new.message_id != server.taken[0].message_id


def test_a_copy_that_turns_up_stops_the_second_one(store: SqlStore, server: Server) -> None:
    """The person wanted it sent again, and meanwhile the first one's copy is read: the second does not go out."""
    doubted(store, server)
    first = store.outgoings()[0]
    again(store, "o1", NOW)
    approve(store)
    event = Thanked(at=NOW, who=("dana@acme.example",), source=first.message_id)
    process = store.process("acme")
    assert process is not None
    read = settle(store, {"acme": [event]}, NOW)
    store.add([Change(process.header, read["acme"])], NOW)
    found = sent(store, server, "o2")
    assert (found.message.state, found.why) == (State.VOID, "It turned out that it was sent already, as o1.")
    assert (len(server.taken), thanked(store)) == (1, 1)


def test_given_up(store: SqlStore, server: Server) -> None:
    doubted(store, server)
    with pytest.raises(CannotStep, match="give-up o1"):
        withdraw(store, "o1", NOW)
    assert give_up(store, "o1", NOW).state is State.WITHDRAWN
    assert thanked(store) == 0
    with pytest.raises(CannotStep, match="no doubt"):
        give_up(store, "o1", NOW)


def test_who_still_sends_is_left_alone(reopen: Open, store: SqlStore) -> None:
    message = approve(store)
    with store.alone(message.message_id) as mine:
        assert mine is not None
        assert mine()
        claim_message(store, "o1", NOW)
        other = reopen()
        assert recover(other, NOW) == []
        with pytest.raises(CannotStep):
            again(other, "o1", NOW)
        other.close()
    [lost] = recover(store, NOW)
    assert (lost.state, "nobody knows" in lost.why) == (State.UNKNOWN, True)
    assert recover(store, NOW) == []


def test_two_who_send_at_once(reopen: Open, store: SqlStore, server: Server) -> None:
    """The second comes while the first is at the server."""
    said: list[str] = []

    def at(command: str) -> None:
        if command == "MAIL" and not said:
            said.append(command)
            other = reopen()
            with pytest.raises(CannotStep) as refused:
                sent(other, server)
            said.append(str(refused.value))
            other.close()

    server.manners.at = at
    approve(store)
    assert sent(store, server).fate is Fate.TAKEN
    assert said == ["MAIL", "o1: this is being sent just now; nothing was changed"]
    assert len(server.taken) == 1


class _Full(SqlStore):
    """A store whose disk is full when a message was sent."""

    def step(self, old: Dispatch, new: Dispatch) -> bool:
        if new.state is State.SENT:
            raise StoreError("the disk is full")
        return super().step(old, new)


def test_an_answer_that_could_not_be_stored(tmp_path: Path, store: SqlStore, server: Server) -> None:
    approve(store)
    full = _Full(open_database(sqlite_url(tmp_path / "store.sqlite")), "home", "robin", judge)
    with pytest.raises(StoreError, match="disk is full"):
        sent(full, server)
    full.close()
    [lost] = recover(store, NOW)
    assert lost.state is State.UNKNOWN
    assert look(store, "o1", Copies(server.taken[0].data)).by is Known.ID
    assert (len(server.taken), thanked(store)) == (1, 1)


class _Overtaken:
    """An outbox in whose time something else is done with the message: a lost lock lets that happen."""

    def __init__(self, store: Store, result: Result, *, also: bool) -> None:
        self.store, self.result, self.also = store, result, also

    def send(self, parcel: Parcel, still: Still) -> Result:
        from sincerely.core.outbound import Step

        message = self.store.outgoings()[0]
        assert self.store.step(message, lost := message.after(Step.LOSE, NOW))
        if self.also:
            assert self.store.step(lost, lost.after(Step.WITHDRAW, NOW))
        return self.result


@pytest.mark.parametrize(
    ("fate", "also", "state"),
    [
        (Fate.TAKEN, False, State.SENT),
        (Fate.TAKEN, True, State.SENT),
        (Fate.LATER, False, State.VOID),
        (Fate.LATER, True, State.WITHDRAWN),
        (Fate.UNKNOWN, False, State.UNKNOWN),
        (Fate.REFUSED, False, State.VOID),
    ],
)
def test_what_happened_has_happened(store: SqlStore, fate: Fate, also: bool, state: State) -> None:  # noqa: FBT001
    approve(store)
    found = send(store, "o1", _Overtaken(store, Result(fate), also=also), lambda: NOW, lambda: None)
    assert (found.fate, found.message.state) == (fate, state)
    assert thanked(store) == (1 if state is State.SENT else 0)


def test_a_copy_under_another_name_is_counted_once(store: SqlStore, server: Server) -> None:
    """What a sync reads of our own message adds nothing, though the server gave it another Message-ID."""
    for how in ("original kept", "another Message-ID"):
        server.manners.rewrite = rewriting(how)
        server.taken.clear()
        name = approve(store).name if how == "original kept" else store.outgoings()[0].name
        if how == "original kept":
            assert sent(store, server, name).fate is Fate.TAKEN
            data = server.taken[0].data
        letter = parse(data if how == "original kept" else data.replace(b"X-Microsoft-Original", b"X-Other"))
        copies = OwnCopies(store)
        new = copies.named(letter, sent=True)
        assert copies.renamed == {new: store.outgoings()[0].message_id}
        event = Thanked(at=NOW + MINUTE, who=("dana@acme.example",), source=new)
        assert settle(store, {"acme": [event]}, NOW, copies) == {}
    assert thanked(store) == 1
