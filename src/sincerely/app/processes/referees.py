"""The candidate's referees over all processes: who agreed, and what each was told, where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sincerely.core.events import Agreed, Asked, Briefed, Declined, Event, Named, Reminded, ThankedReference, Told
from sincerely.store.base import Store

_CONSENT: Mapping[type[Event], str] = {Asked: "asked", Agreed: "agreed", Declined: "declined"}
_DEEDS: Mapping[type[Event], str] = {
    Asked: "asked",
    Reminded: "reminded",
    Agreed: "agreed",
    Declined: "declined",
    Told: "told",
    Briefed: "briefed",
    Named: "named",
    ThankedReference: "thanked",
}


@dataclass
class Referee:
    """One referee.

    Attributes:
        who: their address.
        state: the latest of ``asked``, ``agreed`` and ``declined``; empty where none is known. It holds for the
            whole search.
        since: when that was.
        processes: what was last done in each process, and when.
    """

    who: str
    state: str = ""
    since: datetime | None = None
    processes: dict[str, dict[str, datetime]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return it for programs; times in UTC."""
        return {
            "who": self.who,
            "state": self.state,
            "since": self.since.isoformat() if self.since else None,
            "processes": [
                {"process": name, **{deed: at.isoformat() for deed, at in deeds.items()}}
                for name, deeds in sorted(self.processes.items())
            ],
        }


def referees(store: Store, now: datetime) -> list[Referee]:
    """Return every referee of whom something is known, by address; what lies ahead is left out."""
    found: dict[str, Referee] = {}
    processes = (store.process(row.header.id) for row in store.summaries())
    told = [(p.header.id, e) for p in processes if p is not None for e in p.events if type(e) in _DEEDS and e.at <= now]
    for process, event in sorted(told, key=lambda each: each[1].at):
        for who in event.who:
            referee = found.setdefault(who, Referee(who))
            referee.processes.setdefault(process, {})[_DEEDS[type(event)]] = event.at
            state = _CONSENT.get(type(event))
            # Asked again after a yes, the yes still holds.
            if state is not None and not (state == "asked" and referee.state == "agreed"):
                referee.state, referee.since = state, event.at
    return [found[who] for who in sorted(found)]
