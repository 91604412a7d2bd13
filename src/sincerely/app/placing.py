"""Where what a message says belongs: to a process that is known, to one that it begins, or to none."""

from __future__ import annotations

from dataclasses import dataclass, field

from sincerely.core.events import Agreed, Asked, Declined, Event
from sincerely.core.header import Header
from sincerely.reading.linking import Links
from sincerely.store.base import Store

from .known_links import completed
from .reading_mail import Said, learn

_OF_REFEREES = (Asked, Agreed, Declined)
_BEGINNINGS = frozenset(
    """acknowledgement assessment interview_cancelled interview_changed interview_invite interview_set promise
    reference_check rejection""".split()
)


@dataclass
class Placed:
    """What one sync understood and has not kept yet, filed under its processes.

    Attributes:
        store: knows the processes there were before.
        headers: what each process is about, by its name.
        events: what happened in each.
        homeless: what was said before any process began.
    """

    store: Store
    headers: dict[str, Header] = field(default_factory=dict)
    events: dict[str, list[Event]] = field(default_factory=dict)
    homeless: list[Event] = field(default_factory=list)

    def place(self, links: Links, said: Said) -> str | None:
        """File events under their process, which is made where it is new; return its name."""
        if said.also:
            # A mail to a referee that names employers concerns those, whatever thread it stands in.
            for name in said.also:
                if self._header(name) is not None:
                    self.events.setdefault(name, []).extend(said.events)
            return said.also[0]
        link, clues = said.link, said.clues
        if link is None or clues is None or not said.events or (link.header is not None and not _begins(said)):
            return None
        process = learn(links, link, clues)
        if process is None:
            # What a referee says holds for the whole search, also where it comes before the first application.
            self.homeless += [event for event in said.events if isinstance(event, _OF_REFEREES)]
            return None
        if link.header is not None:
            self.headers[process] = link.header
        header = self._header(process)
        if header is None:
            return None
        self.headers[process] = completed(header, said)
        self.events.setdefault(process, []).extend(said.events)
        return process

    def house(self) -> None:
        """Put what was said before any process began into the one that began first after it."""
        begins = {name: min(event.at for event in events) for name, events in self.events.items()}
        for event in self.homeless:
            after = [name for name, at in begins.items() if at >= event.at] or list(begins)
            if after:
                self.events[min(after, key=lambda name: (begins[name], name))].append(event)

    def clear(self) -> None:
        """Forget all of it: it is kept now."""
        self.headers.clear()
        self.events.clear()
        self.homeless.clear()

    def _header(self, process: str) -> Header | None:
        """Return what a process is about, from this sync or from the store."""
        if process not in self.headers:
            known = self.store.process(process)
            if known is None:
                return None
            self.headers[process] = known.header
        return self.headers[process]


def _begins(said: Said) -> bool:
    """Whether a message can be the first that is known of a process.

    Small talk cannot, nor can an offer out of nowhere or a request from nobody in particular: so write swindlers,
    and those who collect CVs. What the candidate sends goes on with something, unless it applies: thanks, a withdrawal
    or a word to an address that nobody knows belong to no process, or to one that is known by another address.
    """
    if not said.names_work or (said.clues is not None and said.clues.goes_on):
        return False
    return said.sent or said.kind in _BEGINNINGS or (said.kind == "request" and bool(said.employer))
