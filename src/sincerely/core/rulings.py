"""Events about findings and about other events: the person's exits, corrections, and what belongs together."""

from __future__ import annotations

from dataclasses import dataclass

from .events import Deadline, Event


@dataclass(frozen=True, kw_only=True)
class Exit(Event):
    """A finding's exit: which finding, about whom."""

    takes = "code"
    code: str = ""


class Dismissed(Exit):
    """Not for me."""

    verb = "dismissed"


@dataclass(frozen=True, kw_only=True)
class Snoozed(Exit):
    """Remind me later."""

    verb = "snoozed"
    until: Deadline | None = None


@dataclass(frozen=True, kw_only=True)
class Done(Exit):
    """Done elsewhere: by a call, on LinkedIn, with a card."""

    verb = "done"
    channel: str = ""


@dataclass(frozen=True, kw_only=True)
class Corrected(Event):
    """The events whose ids are named never happened; corrected itself, they did.

    ``returned`` is the address that a mail never reached: what it would have done is undone. ``reason`` says why, in a
    word such as ``no-such-address``.
    """

    verb = "corrected"
    takes = "item"
    note: str = ""
    returned: str = ""
    reason: str = ""


class Merged(Event):
    """The processes named are this one too."""

    verb = "merged"
    takes = "item"


class Apart(Event):
    """The processes named are other openings than this one, though at the same employer."""

    verb = "apart"
    takes = "item"


@dataclass(frozen=True, kw_only=True)
class Split(Event):
    """The events whose ids are named belong to the process ``to``."""

    verb = "split"
    takes = "item"
    to: str = ""
