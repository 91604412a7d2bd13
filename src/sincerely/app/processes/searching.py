"""Search across everything that is kept: processes, people, what mails said, and the mails themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sincerely.app.processes.regrouping import standing
from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.people import is_address
from sincerely.store.base import Message, Store, Summary

# Of each sort so many are given to programs, which narrow the search to have others.
_MOST = 30
DEEPEST = 300
"""So many of each sort are found at most, and so many facts looked through for people: whoever sees more narrows it."""
LONGEST = 100
"""Longer searches are cut here, in characters."""


@dataclass(frozen=True)
class Met:
    """A person, and the processes in which they appear."""

    who: str
    processes: tuple[Header, ...]


@dataclass(frozen=True)
class Found:
    """What a search finds, the latest first.

    Attributes:
        processes: by employer, role or name.
        people: by address or name.
        events: by the words that show them.
        messages: by subject or sender.
    """

    processes: tuple[Summary, ...] = ()
    people: tuple[Met, ...] = ()
    events: tuple[tuple[Header, Event], ...] = ()
    messages: tuple[tuple[Header, Message], ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is any."""
        return bool(self.processes or self.people or self.events or self.messages)


def words_of(text: str) -> list[str]:
    """Return the words that are looked for; all of them must be there."""
    return text[:LONGEST].split()


def matching(rows: Iterable[Summary], words: list[str]) -> list[Summary]:
    """Return the processes that all words are found in: employer, role, name and state."""
    return [row for row in rows if _holds(words, row.header.employer, row.header.role, row.header.id, row.state)]


def search(store: Store, text: str, most: int = _MOST) -> Found:
    """Return what holds all words of a text, at most so many of each sort; never more than `DEEPEST`."""
    words = words_of(text)
    if not words:
        return Found()
    # A process whose events are all unsure, or went elsewhere, is in no list; what it says is found all the same.
    known = store.summaries()
    headers = {row.header.id: row.header for row in known}
    rows = standing(known)
    told = [(headers[name], event) for name, event in store.search_events(words, DEEPEST)]
    mails = [(headers[m.process], m) for m in store.search_messages(words, most) if m.process in headers]
    return Found(
        tuple(matching(rows, words)[:most]),
        _people(told, words)[:most],
        _sentences(told, words, {row.header.id for row in rows})[:most],
        tuple({message.digest: (header, message) for header, message in mails}.values()),
    )


def _sentences(
    told: Iterable[tuple[Header, Event]], words: list[str], standing: set[str]
) -> tuple[tuple[Header, Event], ...]:
    """Return each fact once: of one that was moved, where it is now."""
    said: dict[str, tuple[Header, Event]] = {}
    for header, event in told:
        if _holds(words, event.quote) and (event.id not in said or header.id in standing):
            said[event.id] = (header, event)
    return tuple(said.values())


def _people(told: Iterable[tuple[Header, Event]], words: list[str]) -> tuple[Met, ...]:
    met: dict[str, dict[str, Header]] = {}
    for header, event in told:
        for who in event.who if event.takes == "people" or any(map(is_address, event.who)) else ():
            if _holds(words, who):
                met.setdefault(who, {})[header.id] = header
    return tuple(Met(who, tuple(headers.values())) for who, headers in met.items())


def _holds(words: list[str], *texts: str) -> bool:
    whole = "\n".join(texts).casefold()
    return all(word.casefold() in whole for word in words)
