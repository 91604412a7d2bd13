"""The store's contract: the person's CV, and the postings of processes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sincerely.store.base import Paper, StoreError
from sincerely.store.sql_store import SqlStore

from .contract_base import WEEK, Base, Open
from .judges import ACME, MINUTE, NOW, changes

CV = Paper(
    id="cv-3f2a9c", kind="cv", name="Lebenslauf – Größe.pdf", form="pdf", digest="ab" * 16,
    lines=("Robin Ashdown", "", "• Led the move of forty dashboards", "  ↔ 日本語 'quoted' \"twice\""), added_at=NOW,
)  # fmt: skip
POSTING = Paper(
    id="posting-11", kind="posting", process="acme", name="-", digest="00", lines=("SQL",), added_at=NOW + MINUTE
)


class PaperContract(Base):
    def test_papers_come_back(self, store: SqlStore) -> None:
        store.add(changes(ACME), NOW)
        assert store.add_paper(POSTING)
        assert store.add_paper(CV)
        assert store.paper(CV.id) == CV
        assert store.papers() == [CV, POSTING]
        assert store.paper("cv-nowhere") is None

    def test_a_paper_is_kept_once_and_as_it_was(self, store: SqlStore) -> None:
        assert store.add_paper(CV)
        assert not store.add_paper(replace(CV, lines=("another",), added_at=NOW + WEEK))
        assert store.papers() == [CV]

    def test_a_paper_is_taken_away_and_comes_back(self, store: SqlStore) -> None:
        store.add_paper(CV)
        store.set_removed(CV.id, NOW + WEEK)
        assert store.papers() == [replace(CV, removed_at=NOW + WEEK)]
        store.set_removed(CV.id, None)
        assert store.paper(CV.id) == CV
        store.set_removed("cv-nowhere", NOW)

    def test_a_paper_is_forgotten_for_good(self, store: SqlStore) -> None:
        store.add_paper(CV)
        assert store.forget_paper(CV.id)
        assert store.papers() == []
        assert not store.forget_paper(CV.id)
        assert store.add_paper(CV)

    def test_a_posting_of_no_process_is_refused(self, store: SqlStore) -> None:
        with pytest.raises(StoreError, match="does not fit"):
            store.add_paper(POSTING)
        assert store.papers() == []

    @pytest.mark.parametrize("other", [{"tenant": "other"}, {"candidate": "other"}])
    def test_nobody_sees_or_touches_anothers_papers(self, reopen: Open, store: SqlStore, other: dict[str, str]) -> None:
        store.add_paper(CV)
        stranger = reopen(**other)
        assert stranger.papers() == []
        assert stranger.paper(CV.id) is None
        stranger.set_removed(CV.id, NOW)
        assert not stranger.forget_paper(CV.id)
        assert stranger.add_paper(replace(CV, lines=("mine",)))
        assert store.papers() == [CV]

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(lines=st.lists(st.text(st.characters(exclude_categories=()), max_size=30), max_size=5))
    def test_any_line_comes_back(self, store: SqlStore, lines: list[str]) -> None:
        store.forget_paper(CV.id)
        store.add_paper(replace(CV, lines=tuple(lines)))
        found = store.paper(CV.id)
        assert found is not None
        assert found.lines == tuple(lines)

    def test_a_transaction_takes_papers_back_too(self, store: SqlStore) -> None:
        def fail() -> None:
            with store.transaction():
                store.add_paper(CV)
                raise KeyError

        with pytest.raises(KeyError):
            fail()
        assert store.papers() == []
