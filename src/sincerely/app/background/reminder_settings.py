"""What the person chose about reminders. Until something is chosen nobody is reminded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time, tzinfo
from enum import StrEnum
from typing import Any

from sincerely.planning.reminding import Wishes
from sincerely.store.base import Store

_NAME = "reminders"
MOST = 20


class BadWish(Exception):
    """A choice that can't be kept; the message says which and what is expected."""


class By(StrEnum):
    """How the person is reminded."""

    OFF = "off"
    DESKTOP = "desktop"
    MAIL = "mail"


@dataclass(frozen=True)
class ReminderSettings:
    """How and when the person is reminded."""

    by: By
    wishes: Wishes


def load(store: Store, zone: tzinfo) -> ReminderSettings:
    """Return what was chosen, for the reader's zone."""
    kept = store.setting(_NAME) or {}
    return change(ReminderSettings(By.OFF, Wishes(zone=zone)), **kept)


def change(settings: ReminderSettings, **given: Any) -> ReminderSettings:
    """Return settings with other choices.

    Args:
        settings: what was chosen before.
        given: ``by``; ``digest``, a time or ``off``; ``quiet``, as ``21:00-08:00`` or ``off``; ``urgent``; ``most``.

    Raises:
        BadWish: a choice that can't be kept.
    """
    wishes = settings.wishes
    if (digest := given.get("digest")) is not None:
        wishes = replace(wishes, digest=None if digest == "off" else _clock(digest))
    if (quiet := given.get("quiet")) is not None:
        wishes = replace(wishes, quiet=_quiet(quiet))
    if (urgent := given.get("urgent")) is not None:
        wishes = replace(wishes, urgent=bool(urgent))
    if (most := given.get("most")) is not None:
        if not 0 <= int(most) <= MOST:
            raise BadWish(f"most: expected 0 to {MOST} a day, found {most}")
        wishes = replace(wishes, most=int(most))
    if wishes.digest is not None and _within(wishes.digest, wishes.quiet):
        raise BadWish(f"digest: {wishes.digest:%H:%M} lies in the quiet hours; choose a time outside, or other hours")
    return ReminderSettings(By(given.get("by") or settings.by), wishes)


def save(store: Store, settings: ReminderSettings) -> None:
    """Keep what was chosen."""
    wishes = settings.wishes
    digest = "off" if wishes.digest is None else f"{wishes.digest:%H:%M}"
    quiet = "-".join(f"{clock:%H:%M}" for clock in wishes.quiet)
    kept = {"by": str(settings.by), "digest": digest, "quiet": quiet, "urgent": wishes.urgent, "most": wishes.most}
    store.set_setting(_NAME, kept)


def _quiet(told: str) -> tuple[time, time]:
    if told == "off":
        return time(0), time(0)
    begins, dash, ends = told.partition("-")
    if not dash:
        raise BadWish(f'quiet: expected hours such as 21:00-08:00, or off, found "{told}"')
    return _clock(begins), _clock(ends)


def _clock(told: str) -> time:
    try:
        found = time.fromisoformat(told.strip())
    except ValueError as error:
        raise BadWish(f'expected a time of day such as 08:00, or off, found "{told}"') from error
    return found.replace(second=0, microsecond=0, tzinfo=None)


def _within(clock: time, quiet: tuple[time, time]) -> bool:
    begins, ends = quiet
    return begins <= clock < ends if begins <= ends else clock >= begins or clock < ends
