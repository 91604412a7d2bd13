"""Events of a mail beside those that stand in its truth: all of them, and only these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple

from sincerely.core.events import Event, Prefers

# What counts of an event besides its verb, where the truth or the reading names it.
_FACTS = ("start", "end", "by", "asks", "purpose", "count", "calls", "silence", "contact")
GRAVE_KINDS = {
    "rejection": "rejection",
    "offer": "offer",
    "interview_invite": "interview",
    "interview_set": "interview",
    "interview_changed": "interview",
    "interview_cancelled": "interview",
}
_GRAVE_VERBS = {
    "rejected": "rejection",
    "offered": "offer",
    "scheduled": "interview",
    "moved": "interview",
    "cancelled": "interview",
}


@dataclass(frozen=True)
class Told:
    """An event as it is compared.

    Attributes:
        key: the verb; for what is asked for or handed in with the item, for a wish with what is wished.
        facts: the people, the times as wall times of the mail, and what else distinguishes it.
    """

    key: str
    facts: Mapping[str, object]

    def __str__(self) -> str:
        facts = " ".join(f"{name}={_shown(value)}" for name, value in self.facts.items() if name != "at")
        return f"{self.key} {facts}".rstrip()


class Pair(NamedTuple):
    """An event of the truth beside the one that was read for it; one of them may be missing."""

    wanted: Told | None
    got: Told | None

    @property
    def differences(self) -> list[str]:
        """The facts that are not the same."""
        if self.wanted is None or self.got is None:
            return []
        names = dict.fromkeys([*self.wanted.facts, *self.got.facts])
        return [name for name in names if self.wanted.facts.get(name) != self.got.facts.get(name)]

    @property
    def exact(self) -> bool:
        """Whether both are there and say the same."""
        return self.wanted is not None and self.got is not None and not self.differences


def told(event: Event, zone: tzinfo) -> Told:
    """Return what counts of an event, its times on the clock of a zone.

    Of a deadline its day counts, of a reason only whether there is one. Quotes and sources are not compared.
    """
    facts: dict[str, object] = {"at": _wall(event.at, zone)}
    key = event.verb
    if event.takes == "item":
        key = " ".join([event.verb, *event.who[:1]])
    elif event.who:
        facts["who"] = frozenset(who.casefold() for who in event.who)
    for name in _FACTS:
        value = getattr(event, name, None)
        if value is None or value == "" or (name == "asks" and not value):
            continue
        if name == "by":
            value = _day(value, zone)
        elif isinstance(value, datetime):
            value = _wall(value, zone)
        facts[name] = value
    if getattr(event, "reason", ""):
        facts["reason"] = True
    if isinstance(event, Prefers):
        key = " ".join([event.verb, *(name for name in ("calls", "silence", "contact") if name in facts)])
        facts.pop("who", None)
    return Told(key, facts)


def _wall(when: datetime, zone: tzinfo) -> datetime:
    return when.astimezone(zone).replace(tzinfo=UTC, second=0, microsecond=0)


def _day(when: date, zone: tzinfo) -> date:
    return when.astimezone(zone).date() if isinstance(when, datetime) else when


def paired(wanted: Sequence[Told], got: Sequence[Told]) -> list[Pair]:
    """Set the events of one mail beside each other: same key, those that agree in the most facts first."""
    chances = sorted(
        (-_agreement(one, other), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(got)
        if one.key == other.key
    )
    left, right = dict(enumerate(wanted)), dict(enumerate(got))
    pairs = [Pair(left.pop(i), right.pop(j)) for _, i, j in chances if i in left and j in right]
    return [*pairs, *(Pair(one, None) for one in left.values()), *(Pair(None, other) for other in right.values())]


def _agreement(one: Told, other: Told) -> int:
    return sum(other.facts.get(name) == value for name, value in one.facts.items())


def grave_news(kind: str, verbs: Iterable[str]) -> set[str]:
    """Return which of rejection, offer and interview a mail brings, by its kind and its events."""
    news = {_GRAVE_VERBS[verb] for verb in verbs if verb in _GRAVE_VERBS}
    return news | ({GRAVE_KINDS[kind]} if kind in GRAVE_KINDS else set())


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return ",".join(sorted(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
