"""The store's contract: what programs were answered."""

from __future__ import annotations

from dataclasses import replace

from sincerely.store.base import Answered
from sincerely.store.sql_store import SqlStore

from .contract_base import WEEK, Base, Open
from .judges import NOW

ANSWER = Answered("00" * 32, "ff" * 32, 201, '{"label": "Ja – \\udcff"}', NOW)


class AnswerContract(Base):
    def test_an_answer_comes_back(self, store: SqlStore) -> None:
        assert store.answered(ANSWER.key) is None
        store.keep_answered(ANSWER)
        assert store.answered(ANSWER.key) == ANSWER

    def test_old_answers_are_forgotten(self, store: SqlStore) -> None:
        store.keep_answered(ANSWER)
        later = replace(ANSWER, key="11" * 32, at=NOW + WEEK)
        store.keep_answered(later)
        assert store.answered(ANSWER.key) is None
        assert store.answered(later.key) == later

    def test_nobody_is_given_anothers_answer(self, reopen: Open) -> None:
        alice, bob, other = reopen("agency", "alice"), reopen("agency", "bob"), reopen("elsewhere", "alice")
        alice.keep_answered(ANSWER)
        bob.keep_answered(replace(ANSWER, at=NOW + WEEK))
        assert other.answered(ANSWER.key) is None
        assert alice.answered(ANSWER.key) == ANSWER
