"""What the store finds by words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sincerely.store.sql_store import SqlStore

from .contract_base import MAIL, WEEK, Base, Open
from .judges import NOW, changes

STORY = """
process acme employer="Acme Corp" zone=UTC country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" quote="We'd love to meet you, 100% sure."
2026-03-04 15:00 promised by=2026-03-13 quote="By the end of next week"
2026-03-05 10:00 requested writing-sample quote="Please send a writing sample."
2026-03-05 11:00 rejected petra@acme.example reason="we chose Jürgen Müller"
"""


class SearchContract(Base):
    @pytest.fixture
    def told(self, store: SqlStore) -> SqlStore:
        store.add(changes(STORY), NOW)
        older = replace(MAIL, key="2", date=NOW - WEEK, subject="Your interview_1", sender="Lee <lee@acme.example>")
        store.add_messages([MAIL, older, replace(MAIL, key="3", process=None, subject="Your interview, private")])
        return store

    @pytest.mark.parametrize(
        ("words", "verbs"),
        [
            (["end of next"], ["promised"]),
            (["NEXT", "end"], ["promised"]),
            (["writing", "sample"], ["requested"]),
            (["dana@acme"], ["scheduled"]),
            (["acme.example"], ["rejected", "scheduled"]),
            (["Müller"], ["rejected"]),
            (["100%"], ["scheduled"]),
            (["chose", "jürgen", "Müller", "petra"], []),  # the fourth after the third, in this order
            (["petra", "we", "chose", "Müller"], ["rejected"]),
            (["100!"], []),
            (["nobody"], []),
            (["sample", "nobody"], []),
            ([], []),
        ],
    )
    def test_events_by_what_they_say(self, told: SqlStore, words: list[str], verbs: list[str]) -> None:
        found = told.search_events(words, 10)
        assert [event.verb for _, event in found] == verbs
        assert {process for process, _ in found} <= {"acme"}

    def test_messages_by_subject_and_sender_the_latest_first(self, told: SqlStore) -> None:
        assert [message.key for message in told.search_messages(["your", "INTERVIEW"], 10)] == [MAIL.key, "2"]
        assert [message.key for message in told.search_messages(["interview_"], 10)] == ["2"]
        assert [message.key for message in told.search_messages(["interview", "lee@"], 10)] == ["2"]
        assert [message.key for message in told.search_messages(["interview"], 1)] == [MAIL.key]
        assert told.search_messages(["private"], 10) == []
        assert told.search_messages([], 10) == []

    def test_at_most_so_many_events(self, told: SqlStore) -> None:
        assert [event.verb for _, event in told.search_events(["e"], 2)] == ["rejected", "requested"]

    @pytest.mark.parametrize("word", ["'", '"', "\\", "\x00", "\ud800", "!", "%", "_", "💌", "e" * 5000])
    def test_any_word_may_be_looked_for(self, told: SqlStore, word: str) -> None:
        assert len(told.search_events([word], 10)) <= 4
        assert len(told.search_messages([word], 10)) <= 2

    def test_nobody_finds_anothers(self, reopen: Open, told: SqlStore) -> None:
        assert told.search_events(["acme"], 10)
        for whose in ({"tenant": "other"}, {"candidate": "other"}):
            stranger = reopen(**whose)
            assert stranger.search_events(["acme"], 10) == []
            assert stranger.search_messages(["interview"], 10) == []
