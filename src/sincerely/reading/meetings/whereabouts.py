"""Where an interview takes place, as its invitation says it: a room, an address, a link, a number that is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sincerely.reading.calendars.entries import Entry
from sincerely.reading.calendars.links import meeting_link
from sincerely.reading.linking.place_said import going_on, place_in, seat_in

from .call_said import ONLINE, call_in

_LABEL = re.compile(
    r"^[ \t>*•–-]{0,12}(?:where|location|place|address|venue|room|(?:meeting|interview) (?:place|point|room|location|venue|address)"
    r"|ort|wo|adresse|anschrift|treffpunkt|raum|standort|veranstaltungsort|lieu|où|endroit|salle)[ \t]?(?::|[ \t][–-][ \t])[ \t]*"
    r"(?P<words>[^\n]{0,200})$",
    re.IGNORECASE | re.MULTILINE,
)
# Beside these labels a place is the job's; beside those of a time it is the interview's all the same.
_OF_THE_JOB = re.compile(
    r"^[ \t>*•–-]{0,12}(?:job|position|role|salary|department|contract|employment|requisition|stelle|gehalt|abteilung|poste|contrat|salaire)\b[^\n:]{0,20}:",
    re.IGNORECASE | re.MULTILINE,
)
_OF_A_TIME = re.compile(
    r"^[ \t>*•–-]{0,12}(?:when|date|time|day|interview|wann|datum|uhrzeit|termin|quand|heure|entretien)\b[^\n:]{0,20}:",
    re.IGNORECASE | re.MULTILINE,
)
_BESIDE = 2
_URL = re.compile(r"<?https?://\S+>?")
_LINK = re.compile(r"https?://[^\s<>\"']{4,500}")
_LONGEST = 160
_LOOK = 20_000


@dataclass(frozen=True)
class Whereabouts:
    """Where an interview takes place.

    Attributes:
        words: a room, an address; as it was written, in one line.
        link: where it is joined; empty where nobody sent one.
        said: the sentence or line that says so; no part of what it is.
    """

    words: str = ""
    link: str = ""
    said: str = field(default="", compare=False)

    def or_else(self, other: Whereabouts) -> Whereabouts:
        """Return this, with what it lacks from another source."""
        told = self if self.words else other
        return Whereabouts(told.words, self.link or other.link, told.said)


def in_entries(found: Iterable[Entry], start: datetime, uid: str = "") -> Whereabouts:
    """Return where the entry of an interview takes place: the one with this uid, else the one that begins then."""
    entries = [entry for entry in found if not entry.cancelled]
    meant = [e for e in entries if uid and e.uid == uid and e.start == start]
    meant = meant or [e for e in entries if e.start == start] or [e for e in entries if uid and e.uid == uid]
    if not meant:
        return Whereabouts()
    entry = meant[-1]
    link = meeting_link([entry.url, entry.location, entry.description])
    place = entry.location.strip()
    if not link and _LINK.fullmatch(place):
        return Whereabouts(place)  # of no program that is known: shown as it is written, not to be followed unread
    return Whereabouts(_plain(entry.location), link)


def in_text(text: str) -> Whereabouts:
    """Return where a mail's own words say that it takes place: behind a label, at a place, on the telephone, in a program."""
    text = text[:_LOOK]
    link = meeting_link([text])
    words, said = _labelled(text)
    if not words:
        words, said = place_in(text)
    if not words:
        words, said = call_in(text)
        if link and words.startswith(ONLINE):
            words, said = "", ""  # the link tells which program
    if not (words or link):
        words, said = seat_in(text)
    return Whereabouts(_plain(words), link, said)


def _labelled(text: str) -> tuple[str, str]:
    """Return what stands behind a label such as "Where:", with the lines below that go on with it, and the label's line."""
    for match in _LABEL.finditer(text):
        above = text[: match.start()].rstrip("\n").split("\n")[-_BESIDE:]
        below = text[match.end() :].strip("\n").split("\n")
        beside = "\n".join((*above, *below[:_BESIDE]))
        if _OF_THE_JOB.search(beside) and not _OF_A_TIME.search(beside):
            continue
        words = match["words"].strip()
        if _BARE_ROOM.match(match[0]) and words[:1].isdigit():
            words = match[0].strip(" \t>*•–-").replace(":", "")
        first, rest = (words, below) if words else (below[0], below[1:])
        bare = ", ".join([first.strip(" ,\t"), *going_on(first, rest), *_room(text, match)])
        if _plain(bare) and "@" not in bare and not bare.endswith(":"):
            return bare, " ".join(match[0].split()) if words else bare
        if _URL.search(bare):
            return "", ""
    return "", ""


def _room(text: str, label: re.Match[str]) -> list[str]:
    """Return what a label of its own says of the room or the address, in the lines right below another's."""
    more = _LABEL.search(text, label.end(), label.end() + _NEAR)
    other = more is not None and more[0].split(":")[0].strip().lower() != label[0].split(":")[0].strip().lower()
    words = _plain(more["words"]) if more is not None and other else ""
    if more is not None and _BARE_ROOM.match(more[0]) and words[:1].isdigit():
        words = _plain(more[0].replace(":", ""))
    return [words] if words and "@" not in words else []


_NEAR = 160
# "Room: 12" is no place without its label.
_BARE_ROOM = re.compile(r"[ \t>*•–-]{0,12}(?:room|raum|salle)\b", re.IGNORECASE)


def _plain(words: str) -> str:
    bare = " ".join(_URL.sub(" ", words).split()).strip(" ;,()<>*_-")
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1].rstrip() + "…"
