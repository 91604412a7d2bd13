"""What a rule reports."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from .events import Event


class Stage(StrEnum):
    """How far along a finding is at some instant."""

    OPEN = "open"  # holds, and no time is set
    SOON = "soon"  # holds, and its due time lies ahead
    DUE = "due"
    LATE = "late"


class Fix(NamedTuple):
    """What settles a finding. Nothing of it is ever done without the person.

    Attributes:
        do: ``draft`` (a mail to finish), ``form`` (something to fill in), ``call``, ``start``, ``close``, ``none``.
        what: which draft or form.
        to: whom it goes to; the consultant where the process runs through an agency.
        label: the button's words.
        not_before: a mail to the same referee went out so lately that this one should wait.
    """

    do: str
    what: str
    to: str = ""
    label: str = ""
    not_before: datetime | None = None


class Finding(NamedTuple):
    """Something that holds in ``[opens, closes)``; a named tuple, as rules make more of these than of anything else.

    Attributes:
        code: the rule, such as ``THX001``.
        who: an address, an item, or ``-``.
        opens: from when it holds.
        due: by when it should be settled; None where nothing is to be done.
        late: from when it has done harm.
        closes: until when it holds; None while nothing but an event ends it.
        message: one sentence that names dates.
        evidence: the events that it stands on.
        fix: what settles it.
        since: from when it is owed, where it goes on with what another finding said until then; None where it opens
            then. What was said of that one holds for this one too.
    """

    code: str
    opens: datetime
    due: datetime | None = None
    late: datetime | None = None
    closes: datetime | None = None
    who: str = "-"
    message: str = ""
    evidence: tuple[Event, ...] = ()
    fix: Fix | None = None
    since: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it holds at an instant."""
        return self.opens <= at and (self.closes is None or at < self.closes)

    def stage(self, at: datetime) -> Stage:
        """Return how far along it is at an instant at which it holds."""
        if self.late is not None and self.late <= at:
            return Stage.LATE
        if self.due is None:
            return Stage.OPEN
        return Stage.DUE if self.due <= at else Stage.SOON

    @property
    def edges(self) -> tuple[datetime, ...]:
        """The instants at which it begins, changes its stage, or ends."""
        return tuple(t for t in (self.opens, self.due, self.late, self.closes) if t is not None)

    def changes_after(self, now: datetime) -> datetime | None:
        """Return the first instant after ``now`` at which it begins, changes its stage, or ends."""
        if self.opens > now:
            return self.opens if self.holds(self.opens) else None
        if not self.holds(now):
            return None
        # Once it is late, its due time changes nothing.
        due = None if self.late is not None and self.late <= now else self.due
        first = None
        for edge in (due, self.late, self.closes):
            if edge is not None and edge > now and (first is None or edge < first):
                first = edge
        return first
