"""What the bundled sample says: the tables that its writer made before anybody read it, as of an opening instant."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sincerely.core.events import Event
from sincerely.core.verbs import VERBS
from sincerely.sample.dates import Frame
from sincerely.sample.write import calendars

# Mail of no process is the candidate's own affair, at home.
_HOME = "ny"


@dataclass(frozen=True)
class Truth:
    """The sample's tables at an opening.

    Attributes:
        now: the opening instant.
        expected: what each mail says, by its name.
        story: each process and the findings that stand, by its name.
        frame: resolves the tables' date expressions.
    """

    now: datetime
    expected: Mapping[str, Any]
    story: Mapping[str, Any]
    frame: Frame

    def events(self, name: str, written: datetime, key: str = "events") -> list[Event]:
        """Return the events of a mail that was written at an instant; with ``key="maybe"`` those that may be read."""
        row = self.expected[name]
        return [self._event(one, row["process"], written) for one in row.get(key, ())]

    def _event(self, row: Mapping[str, Any], process: str, written: datetime) -> Event:
        told = self.story.get(row.get("process", process))
        place = str(told["place"]) if told else _HOME
        facts = {key: value for key, value in row.items() if key not in {"verb", "process", "item", "who"}}
        for key in {"start", "end"} & facts.keys():
            facts[key] = self._moment(facts[key], place, None)
        if "by" in facts:
            at = self._moment(facts["by"], place, written)
            facts["by"] = at if ":" in row["by"] else date(at.year, at.month, at.day)
        who = [row["item"]] if "item" in row else row.get("who", ())
        return VERBS[row["verb"]](at=written, who=tuple(who), **facts)

    def _moment(self, expression: str, place: str, written: datetime | None) -> datetime:
        return Frame(self.now, self.frame.calendars, place, written).moment(expression)


def truth(folder: Path, now: datetime) -> Truth:
    """Read ``expected.toml`` and ``story.toml`` of a folder."""
    expected, story = (tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in ("expected", "story"))
    return Truth(now, expected, story, Frame(now, calendars(), _HOME))
