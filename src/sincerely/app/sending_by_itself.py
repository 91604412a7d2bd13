"""Approved messages that go out by themselves when their time has come, and what the person is told of the others.

Nothing goes out in the 30 seconds after its approval: so long it can be withdrawn. Whoever sends by hand, or from a
mailbox that is not connected here, is not sent for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sincerely.core.outbound import LIVE, CannotStep, Dispatch, State
from sincerely.core.standing import by_itself
from sincerely.outbox.base import Outbox
from sincerely.outbox.eml import NoAddress
from sincerely.store.base import Store

from .exits import NothingThere
from .kept import process_of, standing_of, stands, why_over
from .posting import account_of, post
from .posting_queue import is_by_hand
from .refreshing import Note
from .sending import Now
from .settling import WANTED_AGAIN
from .wording import moment

_SETTING = "sends_by_itself"
# Approvals come from other programs too, which tell nobody: so often it is looked for them.
LOOK_EVERY = timedelta(minutes=1)
# What ended longer ago the person has seen, or does not miss.
_TOLD_FOR = timedelta(days=7)


def is_on(store: Store) -> bool:
    """Whether approved messages go out by themselves: unless the person wants to send each by hand."""
    return store.setting(_SETTING) is not False


def turn(store: Store, *, on: bool) -> None:
    """Let approved messages go out by themselves, or not."""
    store.set_setting(_SETTING, on)


def goes_by_itself(store: Store, message: Dispatch) -> datetime | None:
    """Return from when on a message is sent without anybody's doing; None where it never is."""
    at = by_itself(message)
    if at is None or message.text.attach or not is_on(store) or is_by_hand(store, message):
        return None
    account = account_of(store, message)
    return at if account is not None and account.may_send else None


def send_due(store: Store, now: Now, note: Note = lambda _: None, *, through: Outbox | None = None) -> datetime:
    """Send whatever is due, the longest due first, and return when to look again.

    Args:
        store: the candidate's store.
        now: the clock.
        note: told what could not be read.
        through: where it goes; by default through the connected mailbox that each message is from.

    Raises:
        StoreError: the store can't be written.
    """
    for message in due_by_itself(store, now()):
        try:
            post(store, message.name, now, note, through=through)
        except (CannotStep, NothingThere, NoAddress) as error:
            # Somebody was quicker, or it can't be sent: where it stands shows in the list.
            note(str(error))
    ahead = [at for message in store.outgoings() if (at := goes_by_itself(store, message)) is not None]
    soon = now() + LOOK_EVERY
    return min([soon, *(at for at in ahead if at > now())])


def due_by_itself(store: Store, now: datetime) -> list[Dispatch]:
    """Return the messages that go out now without anybody's doing, the longest due first."""
    found = ((goes_by_itself(store, message), message) for message in store.outgoings())
    ready = [(at, message.number, message) for at, message in found if at is not None and at <= now]
    return [message for _, _, message in sorted(ready, key=lambda each: each[:2])]


def untold(store: Store, now: datetime) -> Iterator[str]:
    """Yield what the person should know of messages that did not go out, or may not have: one sentence or two each."""
    all_ = store.outgoings()
    for message in all_:
        words = _told(store, message, all_, now)
        if words:
            to = ", ".join(message.text.to) or "nobody"
            yield f"{message.name} to {to}, “{message.text.subject}”: {words}"


def _told(store: Store, message: Dispatch, all_: Iterable[Dispatch], now: datetime) -> str:
    if message.state is State.UNKNOWN:
        return f'nobody knows whether it went out. "sincerely outgoing look {message.name}" looks for its copy.'
    again = f'Read it again, then "sincerely approve {f"d{message.draft}" if message.draft else "FILE"}".'
    if message.state is State.APPROVED:
        found = standing_of(store, message, now)
        if found.over:
            return f"it did not go out. {why_over(found, message, process_of(store, message.process))} {again}"
        at = goes_by_itself(store, message)
        # Its approval or its hold changed it last where it was never tried.
        tried = message.not_before is not None and message.changed_at > message.not_before
        if at is not None and message.why and tried:
            zone = process_of(store, message.process).header.tz
            return f"{message.why} It is tried again from {moment(at, zone)} on (their time)."
        return ""
    over = message.state is State.VOID and message.approved_at is not None and message.why != WANTED_AGAIN
    if over and now - message.changed_at <= _TOLD_FOR and not _has_followed(store, message, all_):
        return f"it did not go out. {message.why} {again}"
    return ""


def _has_followed(store: Store, message: Dispatch, all_: Iterable[Dispatch]) -> bool:
    """Whether something was done about it since: its draft was written anew, approved again or sent."""
    if message.draft is None:
        return any(m.digest == message.digest and (m.state in LIVE or m.state is State.SENT) for m in all_)
    versions = store.versions(message.draft)
    if not versions or versions[-1].version != message.version:
        return True
    return any(
        other.draft == message.draft
        and (other.number > message.number or (other.state is State.SENT and stands(store, other)))
        for other in all_
    )
