"""The store's contract: messages, sources, settings, and nobody else's rows."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sincerely.core.events import Agreed
from sincerely.core.header import Header
from sincerely.store.base import Change, Message, StoreError
from sincerely.store.sql_store import SqlStore

from .contract_base import MAIL, WEEK, Base, Open
from .judges import ACME, BOLT, MINUTE, NOW, changes


class MessageContract(Base):
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

    def test_the_message_that_an_event_names(self, store: SqlStore) -> None:
        store.add(changes(ACME), NOW)
        entry = Message(source="ics", key="7", digest="ab" * 16, place="calendar.ics", where="7")
        store.add_messages([MAIL, replace(MAIL, source="other copy"), entry])
        bare = replace(MAIL, key="bare", message_id="3@acme.example")
        store.add_messages([bare])
        assert store.message_named("<1@acme.example>") == MAIL
        assert store.message_named("<3@acme.example>") == bare
        assert store.message_named(f"sha256:{entry.digest}") == entry
        assert store.message_named(f"sha256:{MAIL.digest}") == MAIL
        for name in ("", "the person", "<2@acme.example>", "sha256:", "sha256:00"):
            assert store.message_named(name) is None

    def test_a_message_is_remembered_once(self, store: SqlStore) -> None:
        plain = replace(MAIL, process=None)
        assert store.add_messages([plain, plain]) == 1
        assert store.add_messages([replace(plain, subject="changed"), replace(plain, key="new")]) == 1
        assert store.message(plain.source, plain.key) == plain
        assert store.add_messages([]) == 0

    def test_a_message_gets_a_process_later_and_keeps_it(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT), NOW)
        private = Message(source=MAIL.source, key=MAIL.key, digest=MAIL.digest, place=MAIL.place, where=MAIL.where)
        store.add_messages([private])
        store.place_messages([MAIL, replace(MAIL, key="not there")])
        assert store.message(MAIL.source, MAIL.key) == MAIL
        assert store.message_named("<1@acme.example>") == MAIL
        assert store.message(MAIL.source, "not there") is None
        store.place_messages([replace(MAIL, process="bolt")])
        assert store.messages_of("acme") == [MAIL]

    def test_of_mail_that_is_not_about_hiring_hardly_anything_is_kept(self, store: SqlStore) -> None:
        store.add_messages([replace(MAIL, kind="other", process=None)])
        bare = Message(source=MAIL.source, key=MAIL.key, digest=MAIL.digest, place=MAIL.place, where=MAIL.where)
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

    def test_what_was_sent_comes_latest_first(self, store: SqlStore) -> None:
        store.add(changes(ACME + BOLT), NOW)
        received = replace(MAIL, key="0", sent=False)
        elsewhere = replace(MAIL, key="1", process="bolt", date=NOW + WEEK)
        undated = replace(MAIL, key="2", date=None)
        private = replace(MAIL, key="3", process=None)
        store.add_messages([MAIL, received, elsewhere, undated, private])
        assert store.sent_messages(9) == [elsewhere, MAIL, undated]
        assert store.sent_messages(1) == [elsewhere]

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
        assert stranger.message_named("<1@acme.example>") is None
        assert stranger.message_named(f"sha256:{MAIL.digest}") is None
        assert list(stranger.threads()) == []
        assert stranger.sent_messages(9) == []
        assert not stranger.known_keys(MAIL.source)(MAIL.key)
        assert not stranger.known_digests()(MAIL.digest)
        assert dict(stranger.counts()) == {"messages": 0, "processes": 0, "events": 0}
        stranger.add(changes(ACME + BOLT), NOW)
        bolt = stranger.process("bolt")
        assert bolt is not None
        assert not any(isinstance(outside.event, Agreed) for outside in bolt.around)
        assert store.counts()["processes"] == 1
        with pytest.raises(StoreError):
            stranger.set_header(Header(id="unknown"), NOW)

    def test_closed_is_closed(self, store: SqlStore) -> None:
        store.close()
        store.close()
        with pytest.raises(StoreError, match="closed"):
            store.summaries()
