"""The store's part that remembers what was handed to the person's own mail program."""

from __future__ import annotations

from sincerely.core.handed import Handed, Place

from .owned import Owned
from .rows import Row, from_micros, plain, to_micros, told

HANDED_COLUMNS = ("place", "message_id", "draft", "outgoing", "account", "digest", "at", "done")
# What saving one again changes.
HANDED_VALUES = HANDED_COLUMNS[2:]


class Handing(Owned):
    """What was handed over, of one candidate."""

    def handed(self, place: Place) -> list[Handed]:
        with self._reading():
            return [_handed(row) for row in self._rows("handed_in", place=str(place))]

    def save_handed(self, handed: Handed) -> None:
        with self._writing():
            self._run("handed_save", [_values(handed)])


def _handed(row: Row) -> Handed:
    place, message_id, draft, outgoing, account, digest, at, done = row
    return Handed(
        place=Place(place),
        message_id=told(message_id),
        draft=draft,
        outgoing=outgoing,
        account=told(account),
        digest=digest,
        at=from_micros(at),
        done=bool(done),
    )


def _values(one: Handed) -> dict[str, object]:
    return {
        "place": str(one.place),
        "message_id": plain(one.message_id),
        "draft": one.draft,
        "outgoing": one.outgoing,
        "account": plain(one.account),
        "digest": one.digest,
        "at": to_micros(one.at),
        "done": one.done,
    }
