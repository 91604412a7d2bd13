"""The store's part that keeps the person's CV and the postings."""

from __future__ import annotations

from datetime import datetime

from .base import Paper
from .messages import Messages
from .rows import maybe_micros, paper_of, paper_values, plain


class Papers(Messages):
    """CV and postings of one candidate."""

    def add_paper(self, paper: Paper) -> bool:
        with self._writing():
            return self._run("paper_add", [paper_values(paper)]) > 0

    def paper(self, name: str) -> Paper | None:
        with self._reading():
            rows = self._rows("paper_one", id=plain(name))
            return paper_of(rows[0]) if rows else None

    def papers(self) -> list[Paper]:
        with self._reading():
            return [paper_of(row) for row in self._rows("paper_all")]

    def set_removed(self, name: str, at: datetime | None) -> None:
        keys = {"its_tenant": plain(self._tenant), "its_candidate": plain(self._candidate), "its_id": plain(name)}
        with self._writing():
            self._database.run("paper_set_removed", [{**keys, "new_removed_at": maybe_micros(at)}])

    def forget_paper(self, name: str) -> bool:
        with self._writing():
            return self._run("paper_forget", [{"id": plain(name)}]) > 0
