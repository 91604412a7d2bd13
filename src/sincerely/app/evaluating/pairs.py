"""Mails in pairs, ``x.eml`` and ``x.events``: the mail, what it says, and what was read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from functools import cached_property
from pathlib import Path

from sincerely.core.timeline import parse
from sincerely.reading.letters import mime
from sincerely.reading.linking import places
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read
from sincerely.reading.scoring.models import Models

from .told_events import Pair, Told, grave_news, paired, told

_FIRST = re.compile(r'# kind=(?P<kind>\w+) company="(?P<company>[^"]*)" role="(?P<role>[^"]*)" me=(?P<me>\S+)')
# Wall times stand in the offset of the mail's Date: they are read as if they were UTC.
_HEADER = "process x zone=UTC country=US\n"


class TruthError(ValueError):
    """A file of truth can't be read; the message names it and says what was expected."""


@dataclass(frozen=True)
class Mail:
    """A mail and its truth.

    Attributes:
        name: the files', without their endings.
        kind, company, role: as the truth has them; empty where the mail does not tell.
        me: the candidate's address.
        trap: whether it was written to mislead.
        events: what it says.
    """

    name: str
    data: bytes
    kind: str
    company: str
    role: str
    me: str
    trap: bool
    events: tuple[Told, ...]


def mails(folder: Path) -> Iterator[Mail]:
    """Yield the pairs of a folder, in the order of their names.

    Raises:
        TruthError: a file of truth is missing or can't be read.
    """
    for path in sorted(folder.glob("*.eml")):
        truth = path.with_suffix(".events")
        try:
            text = truth.read_text("utf-8")
            first = _FIRST.match(text)
            if first is None:
                raise TruthError(f'{truth}:1: expected # kind=… company="…" role="…" me=…')
            [timeline] = parse(_HEADER + text, str(truth))
        except (OSError, ValueError) as error:
            raise TruthError(str(error)) from error
        events = tuple(told(event, UTC) for event in timeline.events)
        trap = any(line.startswith("# trap: ") for line in text.splitlines())
        yield Mail(path.stem, path.read_bytes(), **first.groupdict(), trap=trap, events=events)


@dataclass(frozen=True)
class Judged:
    """A mail that was read, beside its truth.

    Attributes:
        also: further kinds that an honest reader could choose.
        maybe: events that may be read, or not.
    """

    name: str
    kind: str
    events: Sequence[Told]
    reading: Reading
    zone: tzinfo
    also: frozenset[str] = frozenset()
    maybe: Sequence[Told] = ()
    trap: bool = False
    company: str = ""
    role: str = ""

    @cached_property
    def got(self) -> list[Told]:
        """What was read and is asserted."""
        return [told(found.event, self.zone) for found in self.reading.events]

    @cached_property
    def asked(self) -> list[Told]:
        """What was read and is put to the person as a question."""
        return [told(found.event, self.zone) for found in self.reading.questions]

    @cached_property
    def pairs(self) -> list[Pair]:
        """The events side by side; what may be read or not is left out where it was read."""
        pairs = paired(self.events, self.got)
        allowed = [one.key for one in self.maybe]
        kept = []
        for pair in pairs:
            if pair.wanted is None and pair.got is not None and pair.got.key in allowed:
                allowed.remove(pair.got.key)
            else:
                kept.append(pair)
        return kept

    @property
    def left_out(self) -> bool:
        """Whether something about a job stands in it, and it was laid aside without being taken apart."""
        return bool(self.events or self.kind != "other") and not (self.reading.reply or self.got or self.asked)

    @property
    def kind_right(self) -> bool:
        """Whether the kind is the truth's, or one that could be."""
        return self.reading.kind == self.kind or self.reading.kind in self.also

    @property
    def exact(self) -> bool:
        """Whether the kind is right and all events and only these were read, with all their facts."""
        return self.kind_right and all(pair.exact for pair in self.pairs)

    @property
    def grave(self) -> set[str]:
        """Rejections, offers and interviews that are asserted although the mail brings none.

        A kind whose event is put to the person as a question asserts nothing.
        """
        kind = "other" if self._kind_is_asked else self.reading.kind
        return self._beyond(grave_news(kind, [one.key for one in self.got]))

    @property
    def _kind_is_asked(self) -> bool:
        got, asked = ({one.key for one in events} for events in (self.got, self.asked))
        if self.reading.kind == "interview_invite":  # its event says only that an answer is expected
            return "heard" in asked - got
        return bool(grave_news(self.reading.kind, ()) & grave_news("other", asked))

    @property
    def grave_kind(self) -> set[str]:
        """The same, by the kind alone, however unsure."""
        return self._beyond(grave_news(self.reading.kind, ()))

    def _beyond(self, news: set[str]) -> set[str]:
        """Leave out what the mail does bring."""
        brought = grave_news(self.kind, [one.key for one in (*self.events, *self.maybe)])
        return news.difference(brought, *(grave_news(kind, ()) for kind in self.also))


def judge(mail: Mail, models: Models) -> Judged:
    """Read a mail as if it were the first of its process, and set it beside its truth."""
    letter = mime.parse(mail.data)
    # The truth tells times on the clock of the Date, also where a server's clock shows Greenwich's time.
    written = letter.date or letter.received
    servers = written is None or places.is_servers_clock(letter.from_.address, written)
    reading = read(
        letter,
        me=frozenset({mail.me.lower()}),
        at=None,
        models=models,
        links=Links(),
        zone=UTC if servers else None,
    )
    # Written wall times: a zone's own clock shows them, also after it has been changed.
    when = reading.letter.date
    zone = reading.zone or (when.tzinfo if when is not None else None)
    return Judged(
        name=mail.name,
        kind=mail.kind,
        events=mail.events,
        reading=reading,
        zone=zone or UTC,
        trap=mail.trap,
        company=mail.company,
        role=mail.role,
    )


def digest(folder: Path) -> str:
    """Return the SHA-256 of all mails, then all files of truth, each in the order of their names."""
    files = [*sorted(folder.glob("*.eml")), *sorted(folder.glob("*.events"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
