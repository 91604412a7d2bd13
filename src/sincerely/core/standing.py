"""What an approval is worth at an instant: it is for one text, one day, and what was known when it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .events import Event
from .outbound import UNDO_FOR, Dispatch, State

# After a failure it is waited as long as it was tried already, within these.
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=2)


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


def next_try(message: Dispatch) -> datetime | None:
    """Return from when on an approved message is to be handed to a server; None where it is not approved.

    That is the time it is approved for. Once a server was not reached or asked to come back later, it is waited as
    long again as has passed since then: a minute at least, two hours at most. The approval lapses all the same.
    """
    if message.state is not State.APPROVED or message.not_before is None:
        return None
    tried = message.changed_at - message.not_before
    if tried <= timedelta(0):
        return message.not_before
    return message.changed_at + min(max(tried, SHORTEST), LONGEST)


def by_itself(message: Dispatch) -> datetime | None:
    """Return from when on an approved message goes out without anybody's doing; None where it is not approved.

    For half a minute after the approval the person may change their mind, whatever time it is approved for.
    """
    at = next_try(message)
    return at if at is None or message.approved_at is None else max(at, message.approved_at + UNDO_FOR)
