"""The store's contract: what was handed to the person's own mail program."""

from __future__ import annotations

from dataclasses import replace

from sincerely.core.handed import Handed, Place
from sincerely.store.sql_store import SqlStore

from .contract_base import Base, Open
from .judges import MINUTE, NOW

DRAFT = Handed(
    place=Place.DRAFTS, message_id="<a \udcff@x>", draft=3, account="robin@mail.example", digest="ab", at=NOW
)
COPY = Handed(place=Place.SENT, message_id="<b@x>", draft=3, outgoing=4, account="a", digest="ab", at=NOW, done=False)
FILE = Handed(place=Place.FILE, message_id="<b@x>", outgoing=4, digest="ab", at=NOW)


class HandedContract(Base):
    def test_what_was_handed_comes_back_by_its_place(self, store: SqlStore) -> None:
        later = replace(DRAFT, message_id="<c@x>", at=NOW + MINUTE)
        for one in (later, DRAFT, COPY, FILE):
            store.save_handed(one)
        assert store.handed(Place.DRAFTS) == [DRAFT, later]
        assert store.handed(Place.SENT) == [COPY]
        assert store.handed(Place.FILE) == [FILE]

    def test_one_is_replaced(self, store: SqlStore) -> None:
        store.save_handed(COPY)
        store.save_handed(replace(COPY, done=True, at=NOW + MINUTE))
        assert store.handed(Place.SENT) == [replace(COPY, done=True, at=NOW + MINUTE)]

    def test_nobody_sees_anothers(self, reopen: Open) -> None:
        alice, bob = reopen("agency", "alice"), reopen("agency", "bob")
        other = reopen("elsewhere", "alice")
        alice.save_handed(FILE)
        for store in (bob, other):
            assert store.handed(Place.FILE) == []
            store.save_handed(replace(FILE, digest="theirs"))
        assert alice.handed(Place.FILE) == [FILE]
