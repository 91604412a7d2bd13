"""Your mail came back: find the right address, and send it again.

What
    A mail that you sent never reached somebody: a mail server returned it for good. What it would have done, such
    as thanking them, is owed again. A mail that is only delayed is no finding; the list of what you sent shows it.

Why it matters
    You believe that they have it, and they believe that you never wrote. Most returned mails have a mistyped
    address, and the right one stands in a signature or an invitation.

Options
    ``due``: by when to send it again, from its return.
    ``late``: from when the silence may be read as yours.
    ``closes``: after this it would surprise more than please.

Fix
    None by itself: an address is never guessed. The message says where to look. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sincerely.core.events import Accepted, AskedWhy, Event, ThankedReference, Withdrew, Wrote
from sincerely.core.facts import earliest, say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.rulings import Corrected
from sincerely.core.working_time import WorkingCalendar

CODE = "MAIL001"
NAME = "came-back"
NEEDS = frozenset({Corrected})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span
    closes: Span


PASS = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-06 09:00 rejected
2026-03-06 09:30 corrected   3f2a9c01b7de returned=dana@acme.example reason=no-such-address   # nothing is owed any more
"""
FAIL = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 17:31 corrected   3f2a9c01b7de returned=dana@acme.example reason=no-such-address
2026-03-04 17:40 thanked     dana@acme.example, d.ito@acme.example     # sent again, to the right address
2026-03-04 17:31 ! MAIL001 dana@acme.example
"""
# What a mail that came back still does after an outcome, and what it does not.
_AFTER_ALL = (AskedWhy, ThankedReference, Accepted, Withdrew)
_WHY = {
    "no-such-address": (
        "there is no such address",
        "Find the right one: in their signature, the invitation, or by asking whoever fixed the interview",
    ),
    "no-such-domain": ("no such domain takes mail", "Look at what stands after the @: most often a letter is wrong"),
    "mailbox-full": ("their mailbox is full", "Send it again in a day or two, or by another way"),
    "too-large": ("it was too large", "Send it again with less attached"),
    "refused": ("their server refused it", "Send it from your own mail program, or by another way"),
    "not-in-time": (
        "their server could not be reached",
        "See whether what stands after the @ is right, and send it again",
    ),
}
_OTHER = ("it could not be delivered", "See whether the address is right, and send it again")


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    options = policy.of(CODE, Options)
    latest = {back.returned: back for back in process.returns}
    for who, back in latest.items():
        undone = [event for event in process.told if event.id in back.who or f"{event.id}/{event.source}" in back.who]
        what, remedy = _WHY.get(back.reason, _OTHER)
        yield Finding(
            code=CODE,
            who=who,
            opens=back.at,
            due=options.due.after(back.at, calendar),
            late=options.late.after(back.at, calendar),
            closes=earliest(
                options.closes.after(back.at, calendar),
                _reached(process, who, undone, back),
                None if process.outcome is None or _still_counts(undone) else max(process.outcome.at, back.at),
            ),
            message=f"Your mail to {who} came back on {say_day(back.at, calendar)}: {what}. {remedy}.",
            evidence=(*undone, back),
            fix=Fix("form", "address", who, "Find the address"),
        )


def _still_counts(undone: list[Event]) -> bool:
    return any(isinstance(event, _AFTER_ALL) for event in undone)


def _reached(process: Process, who: str, undone: list[Event], back: Corrected) -> datetime | None:
    """Return when they were reached after all: something went to them, came from them, or did what was undone."""
    return next((e.at for e in process.events if e.at > back.at and (who in e.who or _repeats(e, undone))), None)


def _repeats(event: Event, undone: list[Event]) -> bool:
    for old in undone:
        if type(event) is not type(old):
            continue
        if isinstance(event, Wrote) and isinstance(old, Wrote):
            return event.purpose == old.purpose
        if set(event.who) & set(old.who) or not old.who or isinstance(event, AskedWhy):
            return True
    return False
