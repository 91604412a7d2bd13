"""Notices of mails that are not known yet: the Sent folder may be read after the notice, by days and another command.

Of a notice that waits nothing is kept but where it lies, and digests by which its mail is known once that is read:
most such notices are about private mail. It is read again then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sincerely.app.mail_in.lying import Opened, mark, read_again
from sincerely.app.mail_in.returning import TO_PEOPLE, Noticed
from sincerely.core.events import Event
from sincerely.reading.letters import bounces
from sincerely.reading.letters.bounces import Bounce
from sincerely.reading.letters.mime import parse
from sincerely.store.base import Store

WAITING = "returns_waiting"
# Older ones give way: servers write of a mail within days.
_MOST = 200


@dataclass(frozen=True)
class Waiting:
    """One notice.

    Attributes:
        source, key, where: where it lies.
        marks: digests of its mail's Message-IDs; where it names none, of those whom the mail never reached.
    """

    source: str
    key: str
    where: str
    marks: tuple[str, ...]


def waiting(store: Store) -> list[Waiting]:
    """Return the notices that wait, oldest first."""
    return [Waiting(**{**one, "marks": tuple(one["marks"])}) for one in store.setting(WAITING) or ()]


def recalled(store: Store, events: Iterable[Event], opened: Opened, now: datetime) -> list[Noticed]:
    """Return the notices that may be about what was just read; one that can't be read again goes on waiting.

    Args:
        store: the candidate's store.
        events: what was just read.
        opened: opens a source by its name.
        now: the instant.
    """
    kept = waiting(store)
    if not kept:
        return []
    known = {mark(name) for event in events if isinstance(event, TO_PEOPLE) for name in (event.source, *event.who)}
    # Whatever else a mail of one's own did, it is known by its Message-ID.
    known |= {mark(event.source) for event in events}
    found = (_read(one, opened, now) for one in kept if known.intersection(one.marks))
    return [noticed for noticed in found if noticed is not None]


def remember(store: Store, noticed: Iterable[Noticed], unknown: Iterable[Noticed]) -> None:
    """Let those wait whose mail is not known, and forget those of ``noticed`` whose mail is; within the transaction."""
    unknown = list(unknown)
    still = {each.lies for each in unknown}
    settled = {each.lies for each in noticed} - still
    kept = waiting(store)
    held = {(one.source, one.key, one.where) for one in kept}
    left = [one for one in kept if (one.source, one.key, one.where) not in settled]
    left += [
        Waiting(*each.lies, _marks(each.bounce))
        for each in unknown
        if each.lies[0] and each.lies not in held and (each.bounce.failed or each.bounce.delayed)
    ]
    if left != kept:
        store.set_setting(WAITING, [asdict(one) for one in left[-_MOST:]])


def _marks(bounce: Bounce) -> tuple[str, ...]:
    ids = [f"<{one}>" for one in bounce.original.ids]
    return tuple(map(mark, ids or [one.address for one in bounce.recipients]))


def _read(one: Waiting, opened: Opened, now: datetime) -> Noticed | None:
    lies = (one.source, one.key, one.where)
    raw = read_again(lies, opened)
    if raw is None:
        return None
    letter = parse(raw.data)
    bounce = bounces.of(letter)
    if bounce is None:
        return None
    return Noticed(bounce, f"<{letter.message_id}>", letter.date or letter.received or now, lies)
