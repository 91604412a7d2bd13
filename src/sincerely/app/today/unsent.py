"""What the person is told of approved messages that did not go out, or may not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sincerely.app.drafts.kept import process_of, standing_of, stands, why_over
from sincerely.app.outgoing.sent_by_whom import WANTED_AGAIN, goes_by_itself
from sincerely.app.today.wording import moment
from sincerely.core.outbound import LIVE, Dispatch, State
from sincerely.store.base import Store

# What ended longer ago the person has seen, or does not miss.
_TOLD_FOR = timedelta(days=7)


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
        if message.why and tried and at is None:
            return message.why
        if message.why and tried and at is not None:
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
