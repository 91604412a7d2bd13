"""The store's part that erases for good."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sincerely.core.outbound import State

from .base import Erasure, StoreError
from .owned import Owned
from .rows import plain, told, write_json


class Erasing(Owned):
    """Erases one candidate's processes. Whoever uses it judges again what is left."""

    def setting_names(self) -> list[str]:
        with self._reading():
            return [told(row[0]) for row in self._rows("setting_names")]

    def erasing(self) -> AbstractContextManager[None]:
        return self._database.unguarded(self._tenant, self._candidate)

    def _erase(self, erasure: Erasure) -> None:
        named = {"processes": write_json([plain(name) for name in erasure.processes])}
        states = {row[0] for row in self._rows("outgoing_states", **named)}
        if State.CLAIMED in states:
            raise StoreError(
                f"{self._database.place}: a message of it is being sent at this moment; erase it again in a minute"
            )
        self._run("handed_erase", [named])
        for table in ("outgoing", "draft", "ground", "event"):
            self._run(f"{table}_erase", [named])
        self._run(
            "event_erase_one", [{"process": plain(name), "event_id": event_id} for name, event_id in erasure.events]
        )
        its = {"its_tenant": plain(self._tenant), "its_candidate": plain(self._candidate)}
        self._database.run("message_erase", [{**its, **named}])
        self._run("process_erase", [named])
        self._erase_settings(erasure)
        self._erase_answers(erasure)

    def _erase_settings(self, erasure: Erasure) -> None:
        kept = {name: value for name, value in erasure.settings.items() if value is not None}
        self._run("setting_save", [{"name": plain(name), "value": write_json(value)} for name, value in kept.items()])
        gone = erasure.settings.keys() - kept.keys()
        self._run("setting_erase", [{"name": plain(name)} for name in sorted(gone)])

    def _erase_answers(self, erasure: Erasure) -> None:
        words = [word.casefold() for word in erasure.mentions]
        found = [
            key for key, body in self._rows("answered_bodies") if any(word in told(body).casefold() for word in words)
        ]
        self._run("answered_erase", [{"key": key} for key in found])
