"""Write an approved message as a file, to be sent by hand from any mail program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sincerely.app.drafts.kept import Clock, message_named, process_of, take
from sincerely.app.here import here
from sincerely.app.outgoing.approving import judge
from sincerely.app.outgoing.claiming import ended_approval
from sincerely.app.outgoing.reviewing import beside_sent
from sincerely.core.handed import Handed, Place
from sincerely.core.outbound import Dispatch, State, Step
from sincerely.gate.approval import claim
from sincerely.outbox.eml import render
from sincerely.store.base import Store


@dataclass(frozen=True)
class MailFile:
    """What came of it.

    Attributes:
        message: as it stands now.
        data: the file's bytes; empty where the message may not go out.
        why: why it may not, in words.
        later: until when it is to be held, where that lies ahead.
        zone: the employer's clock.
    """

    message: Dispatch
    zone: ZoneInfo
    data: bytes = b""
    why: str = ""
    later: datetime | None = None


def mail_file(store: Store, name: str, clock: Clock) -> MailFile:
    """Return an approved message as a file, after the gate's last word on it.

    Nothing is claimed: whoever sends it says so afterwards. A message that is held is written too, with the day. From
    then on the person sends it: `sending_by_itself` leaves it alone.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not approved.
        NoAddress: one of those it goes to is no address.
    """
    with store.transaction():
        message = message_named(store, name)
        process = process_of(store, message.process)
        now = clock(process.header.tz)
        if message.state is not State.APPROVED:
            message.after(Step.CLAIM, now)  # says where it stands
        ended = ended_approval(store, message, process, now)
        if ended is not None:
            return MailFile(ended, process.header.tz, why=ended.why)
        assert message.not_before is not None
        then = max(now, message.not_before)
        last = claim(
            message, judge(message, process, then, {}, beside_sent(store, message, process, then)).verdict, now
        )
        if last.state is not State.CLAIMED:
            message = take(store, message, last)
        if last.state is State.VOID:
            return MailFile(message, process.header.tz, why=message.why)
        assert message.not_before is not None
        data = render(message.text, message.sender, message.message_id, now.astimezone(here()))
        store.save_handed(Handed.of(message, Place.FILE, now))
        later = message.not_before if message.not_before > now else None
        return MailFile(message, process.header.tz, data, later=later)
