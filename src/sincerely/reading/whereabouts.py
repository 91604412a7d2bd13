"""Where an interview takes place, as its invitation says it: a room, an address, a link, a number that is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sincerely.reading.calendar_entries import Entry
from sincerely.reading.calendar_links import meeting_link

_LABEL = re.compile(
    r"^[\s>*•–-]*(?:where|location|place|address|venue|room|ort|adresse|anschrift|treffpunkt|raum|lieu|adresse)\s*:\s*"
    r"(?P<words>\S[^\n]{1,200})$",
    re.IGNORECASE | re.MULTILINE,
)
_URL = re.compile(r"<?https?://\S+>?")
_LONGEST = 160
_LOOK = 20_000


@dataclass(frozen=True)
class Whereabouts:
    """Where an interview takes place.

    Attributes:
        words: a room, an address; as it was written, in one line.
        link: where it is joined; empty where nobody sent one.
    """

    words: str = ""
    link: str = ""

    def or_else(self, other: Whereabouts) -> Whereabouts:
        """Return this, with what it lacks from another source."""
        return Whereabouts(self.words or other.words, self.link or other.link)


def in_entries(found: Iterable[Entry], start: datetime, uid: str = "") -> Whereabouts:
    """Return where the entry of an interview takes place: the one with this uid, else the one that begins then."""
    entries = [entry for entry in found if not entry.cancelled]
    meant = [e for e in entries if uid and e.uid == uid and e.start == start]
    meant = meant or [e for e in entries if e.start == start] or [e for e in entries if uid and e.uid == uid]
    if not meant:
        return Whereabouts()
    entry = meant[-1]
    link = meeting_link([entry.url, entry.location, entry.description])
    return Whereabouts(_plain(entry.location), link)


def in_text(text: str) -> Whereabouts:
    """Return where a mail's own words say that it takes place."""
    found = _LABEL.search(text[:_LOOK])
    return Whereabouts(_plain(found["words"]) if found else "", meeting_link([text]))


def _plain(words: str) -> str:
    bare = " ".join(_URL.sub(" ", words).split()).strip(" ;,()<>*_-")
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1].rstrip() + "…"
