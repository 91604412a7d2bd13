"""The store's part that remembers what the person was reminded of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sincerely.core.finding import Stage
from sincerely.planning.reminding import Kind, Shown

from .messages import Messages
from .rows import Row, from_micros, plain, to_micros, told, write_json


class Reminders(Messages):
    """Reminders of one candidate, beside sources, messages and settings."""

    def reminded(self, keys: Iterable[str], since: datetime) -> list[Shown]:
        wanted = write_json([plain(key) for key in keys])
        with self._reading():
            of_these = self._rows("reminder_among", keys=wanted)
            lately = self._rows("reminder_since", since=to_micros(since))
        return [_shown(row) for row in dict.fromkeys(map(tuple, (*of_these, *lately)))]

    def claim_reminders(self, shown: Iterable[Shown]) -> int:
        with self._writing():
            return self._run("reminder_add", [_values(one) for one in shown])

    def release_reminders(self, shown: Iterable[Shown]) -> None:
        keys = {"its_tenant": plain(self._tenant), "its_candidate": plain(self._candidate)}
        rows = [
            {**keys, "its_key": plain(one.key), "its_stage": str(one.stage), "its_at": to_micros(one.at)}
            for one in shown
        ]
        with self._writing():
            self._database.run("reminder_remove", rows)


def _shown(row: Row) -> Shown:
    key, stage, at, kind = row
    return Shown(told(key), Stage(stage), from_micros(at), Kind(kind))


def _values(one: Shown) -> dict[str, object]:
    return {"key": plain(one.key), "stage": str(one.stage), "at": to_micros(one.at), "kind": str(one.kind)}
