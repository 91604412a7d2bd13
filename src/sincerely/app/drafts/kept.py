"""Drafts and messages as people name them, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from sincerely.app.processes.exits import NothingThere
from sincerely.app.processes.regrouping import regrouped
from sincerely.app.today.wording import headline, moment
from sincerely.core.outbound import LIVE, CannotStep, Dispatch, State, Step, Written, number_in
from sincerely.core.process import Process
from sincerely.core.standing import Holds, Standing, standing
from sincerely.store.base import Store

Clock = Callable[[tzinfo], datetime]
"""The instant that is meant, on a process's own clock: a wall time means something else in each."""


def draft_named(store: Store, name: str, version: int | None = None) -> Written:
    """Return a draft's latest version, or the one that is asked for.

    Raises:
        NothingThere: there is none.
    """
    number = number_in(name, "d")
    versions = store.versions(number) if number is not None else []
    if not versions:
        known = ", ".join(each.name for each in store.drafts()[:8])
        raise NothingThere(f'no draft is called "{name}"; {f"there are {known}" if known else "there are none yet"}')
    found = next((each for each in versions if each.version == version), None) if version else versions[-1]
    if found is None:
        raise NothingThere(f"{versions[-1].name} has no version {version}; the latest is {versions[-1].version}")
    return found


def message_named(store: Store, name: str) -> Dispatch:
    """Return a message that is on its way, or was.

    Raises:
        NothingThere: there is none.
    """
    number = number_in(name, "o")
    found = store.outgoing(number) if number is not None else None
    if found is None:
        known = ", ".join(each.name for each in store.outgoings()[:8])
        hint = f"there are {known}" if known else '"sincerely approve DRAFT" makes the first'
        raise NothingThere(f'no message is called "{name}"; {hint}')
    return found


def process_of(store: Store, name: str) -> Process:
    """Return the process that something was written for, or the one that it was merged into.

    Raises:
        NothingThere: it is not known any more.
    """
    found = store.process(regrouped(store)[0].get(name, name))
    if found is None:
        raise NothingThere(f'no process is called "{name}" any more; "sincerely processes" lists them')
    return found


def live(store: Store, written: Written) -> Dispatch | None:
    """Return the message of a draft that is on its way; of a mail written elsewhere, the one with the same text."""
    return next((each for each in _of(store, written) if each.state in LIVE), None)


def went_out(store: Store, written: Written) -> Dispatch | None:
    """Return the message by which a draft was sent, unless that was taken back."""
    sent = (each for each in _of(store, written) if each.state is State.SENT)
    return next((each for each in sent if stands(store, each)), None)


def sent_before(store: Store, message: Dispatch) -> Dispatch | None:
    """Return another message by which the same draft, or the same text written elsewhere, went out."""
    same = (
        each
        for each in store.outgoings()
        if each.state is State.SENT
        and each.number != message.number
        and each.draft == message.draft
        and (message.draft is not None or each.digest == message.digest)
    )
    return next((each for each in same if stands(store, each)), None)


def _of(store: Store, written: Written) -> list[Dispatch]:
    if written.draft:
        return [each for each in store.outgoings() if each.draft == written.draft]
    return [each for each in store.outgoings() if each.draft is None and each.digest == written.text.digest]


def stands(store: Store, sent: Dispatch) -> bool:
    """Whether what records a message as sent has not been taken back."""
    if not sent.events:
        return True
    # Where it reached some of those it was for, the event that says so has taken the place of the first.
    return any(e.id in sent.events or e.source == sent.message_id for e in process_of(store, sent.process).events)


def take(store: Store, old: Dispatch, new: Dispatch) -> Dispatch:
    """Take a step with a message and return it as it stands then.

    Raises:
        CannotStep: somebody else was first.
    """
    if not store.step(old, new):
        raise CannotStep(f'{old.name}: something else was done with it just now; "sincerely outgoing" shows what')
    return new


def end_approval(store: Store, written: Written, now: datetime, why: str) -> Dispatch | None:
    """End what was approved or overruled of a draft; a message that is being sent is left alone."""
    found = live(store, written)
    if found is None or found.state not in {State.DRAFT, State.APPROVED}:
        return None
    return take(store, found, found.after(Step.VOID, now, why=why))


def standing_of(store: Store, message: Dispatch, now: datetime) -> Standing:
    """Return what a message's approval is worth at an instant."""
    process = process_of(store, message.process)
    since = store.events_since(process.header.id, message.seen)
    ours = frozenset(each.message_id for each in store.outgoings())
    return standing(message, since, ours, now)


def why_over(found: Standing, message: Dispatch, process: Process) -> str:
    """Say why an approval no longer holds."""
    if found.holds is Holds.OVERTAKEN:
        return f"Something new is known since you approved it: {headline(found.news[-1], process.header)}."
    if found.holds is Holds.LAPSED:
        assert message.not_before is not None
        day = moment(message.not_before, process.header.tz)
        return f"It was approved for the day that began on {day} (their time), and that is over."
    return "Its text is not the one that you approved."
