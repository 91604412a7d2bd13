"""What an approval is worth at an instant: it is for one text, one day, and what was known when it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .events import Event
from .outbound import Dispatch, State


class Holds(StrEnum):
    """What an approval is worth at an instant."""

    NOT = "not approved"
    EARLY = "held"
    NOW = "now"
    LAPSED = "lapsed"
    OVERTAKEN = "overtaken"
    TAMPERED = "tampered"


@dataclass(frozen=True)
class Standing:
    """What an approval is worth, and the news that overtook it."""

    holds: Holds
    news: tuple[Event, ...] = ()

    @property
    def over(self) -> bool:
        """Whether the person has to be asked again."""
        return self.holds in {Holds.LAPSED, Holds.OVERTAKEN, Holds.TAMPERED}


def standing(message: Dispatch, since: Sequence[Event], ours: frozenset[str], now: datetime) -> Standing:
    """Return what a message's approval is worth at an instant.

    Args:
        message: the message.
        since: what was added to its process after the approval, whatever day it tells of.
        ours: Message-IDs of the candidate's own messages: that one of them went out is no news.
        now: the instant.
    """
    if message.state is not State.APPROVED or message.not_before is None or message.lapses is None:
        return Standing(Holds.NOT)
    if message.digest != message.text.digest:
        return Standing(Holds.TAMPERED)
    news = tuple(event for event in since if event.source not in ours)
    if news:
        return Standing(Holds.OVERTAKEN, news)
    if now >= message.lapses:
        return Standing(Holds.LAPSED)
    return Standing(Holds.NOW if now >= message.not_before else Holds.EARLY)
