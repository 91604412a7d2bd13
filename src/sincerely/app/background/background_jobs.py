"""What is done in the background on a laptop: read what is new, judge what has come, send, remind, push."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime, timedelta

from sincerely.app import wiring
from sincerely.app.background import reminder_settings
from sincerely.app.background.listening import Ears
from sincerely.app.background.loop import Job
from sincerely.app.background.loop import now as clock_now
from sincerely.app.background.reminder_settings import By
from sincerely.app.background.reminding import remind
from sincerely.app.connections import calendar_settings
from sincerely.app.connections.calendar_out import entries_for, push
from sincerely.app.here import here
from sincerely.app.mail_in.reading_in import ALONE
from sincerely.app.mail_in.sync import sync
from sincerely.app.outgoing.filing import file_copies
from sincerely.app.outgoing.recovering import recover
from sincerely.app.outgoing.sending import Now
from sincerely.app.outgoing.sending_by_itself import send_due
from sincerely.app.today.policies import policy_of
from sincerely.dav.errors import DavError
from sincerely.sources.base import Source, SourceError
from sincerely.store.base import Store

Open = Callable[[], AbstractContextManager[Store]]

# Files and servers tell nobody that they changed: they are asked.
SYNC_EVERY = timedelta(minutes=15)
PUSH_EVERY = timedelta(hours=1)
# Each judges a thousand processes again.
_MOST_SWEEPS = 1000
PROBLEMS = "background_problems"


READING = ("Reading", "Looking ahead", "Sending", "Reminding")
"""What is to be done when mail has come."""


def jobs(opened: Open, profile: str = "", ears: Ears | None = None, clock: Now = clock_now) -> dict[str, Job]:
    """Return the jobs over a store, in the order in which they run.

    Args:
        opened: opens the store.
        profile: the policy for once; "" for the one that the person chose.
        ears: listens to the connected mailboxes.
        clock: tells the time while a job runs.
    """
    return {
        "In doubt": lambda now: _recover(opened, now),
        "Listening": lambda now: _listen(opened, ears, now),
        "Reading": lambda now: _sync(opened, now),
        "Looking ahead": lambda now: _sweep(opened, now),
        "Sending": lambda _: _send(opened, clock),
        "Reminding": lambda now: _remind(opened, profile, now),
        "Calendar": lambda now: _push(opened, profile, now),
    }


def reporter(opened: Open) -> Callable[[tuple[str, ...]], None]:
    """Return what keeps the problems for the pages to show."""

    def report(problems: tuple[str, ...]) -> None:
        with opened() as store:
            if (store.setting(PROBLEMS) or []) != list(problems):
                store.set_setting(PROBLEMS, list(problems))

    return report


def _recover(opened: Open, now: datetime) -> datetime:
    """Say of what a crash left that it is in doubt; the reading that follows may find its copy."""
    with opened() as store:
        recover(store, now)
    return now + SYNC_EVERY


def _sync(opened: Open, now: datetime) -> datetime:
    with opened() as store, store.alone(ALONE) as mine:
        if mine is None:  # the person reads something, and looks on
            return now + SYNC_EVERY
        sources, out_of_reach = wiring.sources_before(store).sources, None
        settings = calendar_settings.load(store)
        with ExitStack() as open_until_read:
            if settings.reads:
                try:
                    dav = open_until_read.enter_context(wiring.connected(settings))
                    sources = (*sources, *wiring.calendar_sources(settings, dav))
                except DavError as error:
                    out_of_reach = error  # the mail is read all the same
            if sources:
                _read(store, sources, now)
        if out_of_reach is not None:
            raise out_of_reach
    return now + SYNC_EVERY


def _listen(opened: Open, ears: Ears | None, now: datetime) -> datetime | None:
    """Follow the connected mailboxes: they come, change and go while the work goes on."""
    if ears is None:
        return None
    with opened() as store:
        ears.follow(store.accounts())
    return now + SYNC_EVERY


def _send(opened: Open, clock: Now) -> datetime:
    with opened() as store:
        return send_due(store, clock)


def _read(store: Store, sources: tuple[Source, ...], now: datetime) -> None:
    done = sync(store, sources, wiring.reader(store, now=now), now, lambda *_: None)
    missing: list[str] = []
    file_copies(store, now, missing.append, {source.name for source in sources})
    if done.failed:
        raise SourceError("sources", "; ".join(done.notes) or f"{done.failed} could not be read", "the others were")
    if missing:
        raise SourceError("Sent", "; ".join(missing), "it is tried again")


def _sweep(opened: Open, now: datetime) -> datetime | None:
    with opened() as store:
        for _ in range(_MOST_SWEEPS):
            if not store.sweep(now):
                break
        return store.next_wake()


def _remind(opened: Open, profile: str, now: datetime) -> datetime | None:
    with opened() as store:
        settings = reminder_settings.load(store, here())
        if settings.by is By.OFF:
            return now + SYNC_EVERY
        done = remind(store, policy_of(store, profile), settings, now, wiring.sayer(settings.by, store.accounts()))
        # New findings may come with new mail, and those that hold no longer go with the next wake.
        known = [at for at in (done.next_at, store.next_wake(), now + SYNC_EVERY) if at is not None and at > now]
        return min(known)


def _push(opened: Open, profile: str, now: datetime) -> datetime | None:
    with opened() as store:
        settings = calendar_settings.load(store)
        if not settings.own:
            return now + SYNC_EVERY
        wanted = entries_for(store, policy_of(store, profile), now, here(), settings.shows)
        with wiring.connected(settings) as dav:
            push(store, wiring.own_calendar(settings, dav), wanted, now)
        wakes = store.next_wake()
    later = now + PUSH_EVERY
    return min(wakes, later) if wakes is not None and wakes > now else later
