"""The store's part that keeps drafts, and messages on their way out."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace

from sincerely.core.events import Event
from sincerely.core.outbound import Dispatch, Written

from .base import Still
from .outbound_rows import changing_values, draft_of, draft_values, outgoing_of, outgoing_values
from .owned import Owned
from .rows import event_of, plain


class Outbound(Owned):
    """Drafts and outgoing messages of one candidate. Numbers are given under the candidate's lock."""

    def add_version(self, written: Written) -> Written:
        with self._writing():
            if written.draft:
                [[last]] = self._rows("draft_last_version", number=written.draft)
                kept = replace(written, version=(last or 0) + 1)
            else:
                [[last]] = self._rows("draft_last")
                kept = replace(written, draft=(last or 0) + 1, version=1)
            self._run("draft_add", [draft_values(kept)])
        return kept

    def drafts(self) -> list[Written]:
        with self._reading():
            return [draft_of(row) for row in self._rows("draft_all")]

    def versions(self, draft: int) -> list[Written]:
        with self._reading():
            return [draft_of(row) for row in self._rows("draft_versions", number=draft)]

    def add_outgoing(self, dispatch: Dispatch) -> Dispatch:
        with self._writing():
            [[last]] = self._rows("outgoing_last")
            kept = replace(dispatch, number=(last or 0) + 1)
            self._run("outgoing_add", [outgoing_values(kept)])
        return kept

    def outgoing(self, number: int) -> Dispatch | None:
        with self._reading():
            rows = self._rows("outgoing_one", number=number)
            return outgoing_of(rows[0]) if rows else None

    def outgoings(self) -> list[Dispatch]:
        with self._reading():
            return [outgoing_of(row) for row in self._rows("outgoing_all")]

    def step(self, old: Dispatch, new: Dispatch) -> bool:
        changes = {f"new_{name}": value for name, value in changing_values(new).items()}
        still = {"number": old.number, "state": str(old.state), "digest": old.digest}
        its = {f"its_{name}": value for name, value in {**self._mine, **still}.items()}
        with self._writing():
            return self._database.run("outgoing_step", [{**its, **changes}]) == 1

    def alone(self, name: str) -> AbstractContextManager[Still | None]:
        return self._database.alone("\x1f".join((plain(self._tenant), plain(self._candidate), plain(name))))

    def last_event(self, process: str) -> int:
        with self._reading():
            [[last]] = self._rows("event_last", process=plain(process))
            return last or 0

    def events_since(self, process: str, seen: int) -> list[Event]:
        with self._reading():
            return [event_of(row) for row in self._rows("event_since", process=plain(process), seen=seen)]
