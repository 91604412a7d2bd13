"""The store's part that remembers what was read, and settings."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from .base import Message
from .owned import Owned
from .rows import (
    MESSAGE_COLUMNS,
    Row,
    from_micros,
    message_of,
    message_values,
    plain,
    short_hash,
    to_micros,
    told,
    write_json,
)

# Messages are written so many at a time: memory does not grow with the mailbox.
_BATCH = 1000
# What a message has before it is understood; the rest are `tables.PLACED_CHANGES`.
_WHERE_IT_LIES = frozenset({"source", "key", "digest", "place", "where"})
# Events of a mail without Message-ID, and of calendar files, name their source by its digest.
DIGEST = "sha256:"

_PLACE = slice(MESSAGE_COLUMNS.index("source"), MESSAGE_COLUMNS.index("key") + 1)


def _by_place(row: Row) -> tuple[str, str]:
    """Return a message's source and key: of several copies of one mail always the same is taken."""
    source, key = row[_PLACE]
    return source, key


class Messages(Owned):
    """Sources, messages and settings of one candidate."""

    def source_state(self, source: str) -> Mapping[str, Any] | None:
        with self._reading():
            rows = self._rows("source_state", name=plain(source))
            return json.loads(rows[0][0]) if rows else None

    def save_source(self, source: str, state: Mapping[str, Any], now: datetime) -> None:
        with self._writing():
            row = {"name": plain(source), "state": write_json(dict(state)), "read_at": to_micros(now)}
            self._run("source_save", [row])

    def sources(self) -> list[tuple[str, datetime]]:
        with self._reading():
            return [(told(name), from_micros(read_at)) for name, read_at in self._rows("source_all")]

    def known_keys(self, source: str) -> Callable[[str], bool]:
        return self._known("message_keys", source=plain(source))

    def known_digests(self) -> Callable[[str], bool]:
        return self._known("message_digests")

    def add_messages(self, messages: Iterable[Message]) -> int:
        waiting = map(message_values, messages)
        with self._writing():
            batches = iter(lambda: list(islice(waiting, _BATCH)), [])
            return sum(self._run("message_add", batch) for batch in batches)

    def place_messages(self, messages: Iterable[Message]) -> None:
        keys = {"its_tenant": plain(self._tenant), "its_candidate": plain(self._candidate)}
        with self._writing():
            for values in map(message_values, messages):
                row = {f"new_{name}": value for name, value in values.items() if name not in _WHERE_IT_LIES}
                its = {"its_source": values["source"], "its_key": values["key"]}
                self._database.run("message_place", [{**keys, **its, **row}])

    def message(self, source: str, key: str) -> Message | None:
        with self._reading():
            rows = self._rows("message_one", source=plain(source), key=plain(key))
            return message_of(rows[0]) if rows else None

    def message_named(self, name: str) -> Message | None:
        digest = name.removeprefix(DIGEST)
        with self._reading():
            if digest != name:
                rows = self._rows("message_with_digest", digest=plain(digest))
            else:
                # Events write it in brackets, headers are kept without.
                found = (self._with_id(wanted) for wanted in (name, name.removeprefix("<").removesuffix(">")))
                rows = next(filter(None, found), [])
            return message_of(min(rows, key=_by_place)) if rows else None

    def _with_id(self, message_id: str) -> list[Row]:
        if not message_id:
            return []
        return self._rows("message_with_id", message_id=plain(message_id), message_id_hash=short_hash(message_id))

    def messages_of(self, process: str) -> list[Message]:
        with self._reading():
            return [message_of(row) for row in self._rows("message_of_process", process=plain(process))]

    def sent_messages(self, most: int) -> list[Message]:
        with self._reading():
            return [message_of(row) for row in self._rows("message_sent", most=most)]

    def threads(self) -> Iterator[tuple[str, str]]:
        with self._reading():
            return iter([(told(message_id), told(process)) for message_id, process in self._rows("message_threads")])

    def setting(self, name: str) -> Any:
        with self._reading():
            rows = self._rows("setting_one", name=plain(name))
            return json.loads(rows[0][0]) if rows else None

    def set_setting(self, name: str, value: Any) -> None:
        with self._writing():
            self._run("setting_save", [{"name": plain(name), "value": write_json(value)}])

    def counts(self) -> Mapping[str, int]:
        tables = {"messages": "source_message", "processes": "process", "events": "event"}
        with self._reading():
            return {name: self._rows(f"count_{table}")[0][0] for name, table in tables.items()}

    def _known(self, statement: str, **values: str) -> Callable[[str], bool]:
        """Return a test against eight bytes of each text: that two of 100,000 share them has odds of 1 in 10^9."""
        with self._reading():
            hashes = array("q", (hash(row[0]) for row in self._database.stream(statement, {**self._mine, **values})))
        hashes = array("q", sorted(hashes))

        def known(text: str) -> bool:
            wanted = hash(plain(text))
            place = bisect_left(hashes, wanted)
            return place < len(hashes) and hashes[place] == wanted

        return known
