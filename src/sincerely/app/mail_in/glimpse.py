"""What is probably owed, before everything was read: the latest mails, understood by themselves in a store apart.

An answer can only be understood after its question, so that what is kept is read oldest first. But whoever looks on
wants to see what matters today. So the latest mails are read first, for the eye alone; nothing of it is kept but
what the encoder said, which is the long part, and need not be said again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from sincerely.app.mail_in.reading_mail import Reader
from sincerely.app.mail_in.spool import Entry, Spool
from sincerely.app.mail_in.sync import UNDERSTANDING, Progress, sync
from sincerely.app.today.listing import today_of
from sincerely.app.wiring import opened
from sincerely.core.policy import Policy
from sincerely.reading.scoring.encoding import Encoded
from sincerely.reading.scoring.insight import Encoder, Outputs
from sincerely.sources.base import Checkpoint, Item, Known, Raw, SourceError, State

# Fewer are understood as quickly as they are looked at first.
LEAST = 40
_RECENT = timedelta(days=60)
# About ten seconds on one slow core.
_MOST = 60
_SHOWN = 5

Told = tuple[str, str]
"""What is owed in words, and to whom."""


@dataclass
class Remembering:
    """An encoder that says again what it said of the same mail."""

    encoder: Encoder
    _said: dict[int, Outputs] = field(default_factory=dict)

    def __call__(self, mail: Encoded) -> Outputs:
        """Return the scores for one mail."""
        key = hash((tuple(mail.pieces), tuple(mail.forms), tuple(mail.sentences), tuple(mail.mentions)))
        if key not in self._said:
            self._said[key] = self.encoder(mail)
        return self._said[key]


def remembering(reader: Reader) -> Reader:
    """Return a reader that reads the same mail a second time in no time."""
    return replace(reader, models=replace(reader.models, encoder=Remembering(reader.models.encoder)))


@dataclass(frozen=True)
class _Latest:
    """Mails at hand, as a source."""

    mails: Sequence[tuple[Entry, bytes]]
    name: str = "latest:"

    def scan(self, state: State, known: Known) -> Iterator[Item]:  # noqa: ARG002 - what a source is
        for number, (entry, data) in enumerate(self.mails):
            yield Raw(str(number), data, entry.folder, entry.sent, entry.place, entry.where)
        yield Checkpoint({}, len(self.mails), len(self.mails))

    def fetch(self, key: str, where: str = "") -> Raw:  # noqa: ARG002 - likewise
        if not key.isdecimal() or int(key) >= len(self.mails):
            raise SourceError(self.name, f"holds no message {key}", "read it again")
        entry, data = self.mails[int(key)]
        return Raw(key, data, entry.folder, entry.sent, entry.place)


def glimpse(spool: Spool, reader: Reader, policy: Policy, progress: Progress) -> list[Told]:
    """Return what the latest mails say is owed, the most pressing first; nothing where there are few."""
    if len(spool) < LEAST:
        return []
    latest = spool.latest(reader.now - _RECENT, _MOST)
    with tempfile.TemporaryDirectory(prefix="sincerely-") as folder, opened(Path(folder)) as store:
        store.set_setting("me", sorted(reader.me))
        sync(store, [_Latest(latest)], replace(reader), reader.now, _named(progress))
        found = today_of(store, reader.now, policy)
    return [
        (line.finding.message, line.process.header.employer or line.process.header.id)
        for line in (*found.late, *found.due, *found.soon, *found.waiting)[:_SHOWN]
    ]


def _named(progress: Progress) -> Callable[[str, int, int], None]:
    """Return a progress that says that this is the first part; that they were taken from the spool is no part of it."""

    def told(label: str, done: int, total: int) -> None:
        progress("A first look at the latest mails", done if label == UNDERSTANDING else 0, total)

    return told
