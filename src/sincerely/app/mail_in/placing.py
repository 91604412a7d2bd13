"""Where what a message says belongs: to a process that is known, to one that it begins, or to none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from sincerely.app.mail_in.beginnings import as_letter, begins
from sincerely.app.mail_in.known_links import (
    completed,
    has_been_placed,
    is_placed_by_hand,
    places_it,
    says_where,
    spells_it_out,
)
from sincerely.app.mail_in.reading_mail import Said, learn
from sincerely.app.processes.being_about import is_named_by_hand, is_sent_by_hand
from sincerely.app.processes.setting_aside import applies, aside, aside_at
from sincerely.app.processes.which_opening import answered_doubts, open_doubts
from sincerely.core.corrections import SURE
from sincerely.core.events import (
    Agreed,
    Applied,
    Asked,
    Declined,
    Event,
    Heard,
    Offered,
    Scheduled,
    Submitted,
    Thanked,
    Wrote,
)
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.people import same_employer
from sincerely.core.process import Process
from sincerely.core.verbs import OUTCOMES
from sincerely.reading.linking.links import Clues, Link, Links
from sincerely.reading.linking.naming import stands_in
from sincerely.reading.linking.talked_days import Days
from sincerely.reading.linking.which_opening import Doubt, asked_of, lowered, may_be_elsewhere, may_be_of
from sincerely.store.base import Store

_UNSURE = SURE - 0.01
_OF_REFEREES = (Asked, Agreed, Declined)
_OWN = (Applied, Submitted, Thanked, Wrote)
_GRAVE = frozenset({"interview_cancelled", "interview_changed", "interview_set", "rejection"})


@dataclass
class Placed:
    """What one sync understood and has not kept yet, filed under its processes.

    Attributes:
        store: knows the processes there were before.
        home: the candidate's own country and zone: where an employer is taken to be until something tells.
        now: the instant.
        headers: what each process is about, by its name.
        events: what happened in each.
        homeless: what was said before any process began.
        placed: of each process whether it is known where its employer is.
        hidden: processes that are no more than a question: only what could begin one makes it one that is known.
        begun: processes that began since this was made, or that an application brought back.
        clocks: the zones that people said to be theirs, by their addresses.
        days: the process and the days to meet on of which mails talk, by their Message-IDs.
        doubted: what the first message of a process said that is put as a question only, by the process.
        elsewhere: what is filed under one process and may belong to another, by the event that is shown.
    """

    store: Store
    home: tuple[str, str]
    now: datetime
    headers: dict[str, Header] = field(default_factory=dict)
    events: dict[str, list[Event]] = field(default_factory=dict)
    homeless: list[Event] = field(default_factory=list)
    placed: dict[str, bool] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    doubted: dict[str, Said] = field(default_factory=dict)
    elsewhere: dict[str, Doubt] = field(default_factory=dict)
    clocks: dict[str, str] = field(default_factory=dict)
    days: dict[str, tuple[str, Days]] = field(default_factory=dict)
    _asked: dict[str, Doubt] | None = None
    _answered: tuple[Doubt, ...] = ()

    def place(self, links: Links, said: Said, *, surely: str = "") -> str | None:
        """File events under their process, which is made where it is new; return its name.

        Args:
            links: what leads to the processes; it learns this message's place.
            said: what the message says.
            surely: the message's name, where it may begin a process whatever it says.
        """
        if said.also:
            # A mail to a referee that names employers concerns those, whatever thread it stands in.
            for name in said.also:
                if self._header(name) is not None:
                    self.events.setdefault(name, []).extend(said.events)
            return said.also[0]
        link, clues = said.link, said.clues
        self._tell_others(said)
        if link is None or clues is None:
            return None
        if surely and not said.events:
            said = replace(said, events=_wrote(said, clues, surely))
        if not said.events:
            return None
        new = self.would_begin(said)
        if new and (self.aside_for(said) or not (surely or begins(said))):
            return None
        process = learn(links, link, clues)
        if process is None:
            # What a referee says holds for the whole search, also where it comes before the first application.
            self.homeless += [event for event in said.events if isinstance(event, _OF_REFEREES)]
            return None
        if new:
            self.hidden.discard(process)
            self.begun.add(process)
            said = self._first(process, said)
        elif applies(said.events) and process in aside(self.store):
            self.begun.add(process)
        if link.header is not None:
            self.headers[process] = link.header
            self.placed[process] = False
        header = self._header(process)
        return process if header is not None and self._file(links, header, said, link) else None

    def _file(self, links: Links, header: Header, said: Said, link: Link) -> bool:
        """File what a message says under a process."""
        process = header.id
        if links.is_somebody(said.employer):
            said = replace(said, employer="")
        # What may be about another one names none of them.
        named = replace(said, employer="", role="") if link.rivals else said
        header = self.headers[process] = self._completed(links, header, named)
        if said.clues is not None and said.clues.clock:
            self.clocks |= dict.fromkeys(said.clues.people, said.clues.clock)
        if said.clues is not None and said.clues.days is not None and said.clues.message_id:
            self.days[said.clues.message_id] = (process, said.clues.days)
        said = self._doubted(header, said, link)
        self.events.setdefault(process, []).extend(said.events)
        _note_end(links, process, said)
        return True

    def _doubted(self, header: Header, said: Said, link: Link) -> Said:
        """Return what a message says, and note it where it may belong to another process."""
        if self._asked is None:
            self._asked, self._answered = open_doubts(self.store), answered_doubts(self.store)
        doubts = [one for one in (self._asked | self.elsewhere).values() if one.at(header.id) is not None]
        if not doubts and not may_be_elsewhere(said):
            return said
        others = self._others(header, link)
        found = asked_of(said, self._folded(header), others, self.now, doubts, self._answered)
        if found is None:
            return said
        self.elsewhere[found.asked] = found
        return replace(said, events=lowered(said.events, found))

    def _others(self, header: Header, link: Link) -> Iterator[Process]:
        """Yield the other processes that a mail may be about, with what this sync told of them."""
        known = {row.header.id: row.header for row in self.store.summaries()} | self.headers
        for name, other in known.items():
            if name not in self.hidden and may_be_of(link, header, other):
                yield self._folded(other)

    def _folded(self, header: Header) -> Process:
        kept = self.store.process(header.id)
        return fold(header, [*(kept.reports if kept else ()), *self.events.get(header.id, ())])

    def _first(self, process: str, said: Said) -> Said:
        """Return what the first message of a process says; what is doubted of it may be believed later."""
        asked = _asked_first(said)
        if asked is not said and said.kind in _GRAVE:
            self.doubted[process] = said
        return asked

    def would_begin(self, said: Said) -> bool:
        """Whether a message would be the first of what is known of a process."""
        link = said.link
        says = bool(said.events) or said.kind == "outreach"
        return link is not None and says and (link.header is not None or link.process in self.hidden)

    def ask(self, links: Links, said: Said, source: str) -> str | None:
        """Ask whether a message is about a job, by its weightiest fact; return the process that is no more than that.

        Only its thread leads there: whoever writes may be anybody.

        Args:
            links: what leads to the processes.
            said: what the message says.
            source: another name of the message than its facts have, which come in once it is about a job.
        """
        link, clues = said.link, said.clues
        if link is None or link.header is None or clues is None or not said.events or self.aside_for(said):
            return None
        said = as_letter(said)
        links.add(link.header)
        links.learn(link.header.id, Clues(message_id=clues.message_id, thread=clues.thread, at=clues.at, unsure=True))
        first = next((event for event in said.events if not isinstance(event, Heard)), said.events[0])
        self.headers[link.header.id] = link.header
        self.events[link.header.id] = [replace(first, confidence=min(first.confidence, _UNSURE), source=source)]
        self.placed[link.header.id] = False
        self.hidden.add(link.header.id)
        return link.header.id

    def aside_for(self, said: Said) -> tuple[str, ...]:
        """Return the processes for whose sake a message begins nothing: mail of their house is not about one's search.

        None where the person applied there, as what began there since shows.
        """
        header = said.link.header if said.link is not None else None
        if header is None or applies(said.events):
            return ()
        began = filter(None, map(self._header, self.begun))
        if any(same_employer(one.employer, header.employer) for one in began):
            return ()
        return aside_at(self.store, header.employer)

    def forget(self, process: str) -> bool:
        """Forget a question, which is part of a process that is known; whether it was put in this sync."""
        if self.store.process(process) is not None:
            return False
        for kept in (self.headers, self.events, self.placed):
            kept.pop(process, None)
        return True

    def believe(self, process: str) -> None:
        """Take what the first message of a process said for what it is: it turned out to go on with talk of a job."""
        said = self.doubted.pop(process, None)
        known = self.events.get(process)
        if said is None or known is None:
            return
        asked = _asked_first(said).events
        known[:] = [said.events[asked.index(event)] if event in asked else event for event in known]

    def _tell_others(self, said: Said) -> None:
        """File what a message says by the way of other processes."""
        for name, event in said.elsewhere:
            if self._header(name) is not None:
                self.events.setdefault(name, []).append(event)

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
        self.placed.clear()
        self.doubted.clear()
        self.elsewhere.clear()
        self._asked = None
        self.clocks.clear()
        self.days.clear()

    def _completed(self, links: Links, header: Header, said: Said) -> Header:
        """Return what a process is about after this message; where its employer is, the first that tells decides."""
        if spells_it_out(header, said) and not is_named_by_hand(self.store, header.id):
            header = replace(header, employer=said.employer)
            links.add(header)
        if said.signs and not is_named_by_hand(self.store, header.id) and not self._is_told(header):
            links.call(header.id, header.employer)
            header = replace(header, employer=said.signs)
            links.add(header)
        if places_it(said) and header.id not in self.placed:
            self.placed[header.id] = has_been_placed(self.store, header.id)
        guessed = self.home if places_it(said) and not self.placed[header.id] else None
        if says_where(said) and not is_placed_by_hand(self.store, header.id):
            guessed = (header.country, header.zone)
        better = self._as_said(header, completed(header, said, guessed))
        if places_it(said):
            self.placed[header.id] = True
        if any(getattr(better, name) != getattr(header, name) for name in ("zone", "employer", "via", "consultant")):
            # What programs write from now on is understood there, and an agency's client is known by its name.
            links.add(better)
        return better

    def _is_told(self, header: Header) -> bool:
        """Whether somebody else than the candidate has told a process's employer by the name that is known."""
        told = (event for event in self._folded(header).events if not isinstance(event, _OWN))
        return any(stands_in(header.employer, event.quote) for event in told)

    def _as_said(self, before: Header, better: Header) -> Header:
        """Return what a process is about, with what a person said of its employer and its way as they said it."""
        if better.employer != before.employer and is_named_by_hand(self.store, before.id):
            better = replace(better, employer=before.employer)
        way = (before.via, before.consultant)
        if way != (better.via, better.consultant) and is_sent_by_hand(self.store, before.id):
            better = replace(better, via=before.via, consultant=before.consultant)
        return better

    def _header(self, process: str) -> Header | None:
        """Return what a process is about, from this sync or from the store."""
        if process not in self.headers:
            known = self.store.process(process)
            if known is None:
                return None
            self.headers[process] = known.header
        return self.headers[process]


def _note_end(links: Links, process: str, said: Said) -> None:
    """Let the links know that a process is over, or goes on after all."""
    for event in said.events:
        if event.confidence >= SURE and isinstance(event, (*OUTCOMES, Scheduled, Offered)):
            links.end(process, ended=isinstance(event, OUTCOMES))


def _asked_first(said: Said) -> Said:
    """Return what a first message says; what would be a grave error no more than as a question.

    An offer out of nowhere: so write swindlers. An interview, or a no, of which no word says that it is about a job: so
    write dentists and landlords.
    """
    if said.sent or not (said.kind == "offer" or (said.kind in _GRAVE and not said.in_words)):
        return said
    unsure = tuple(replace(event, confidence=min(event.confidence, _UNSURE)) for event in said.events)
    return replace(said, events=unsure)


def _wrote(said: Said, clues: Clues, source: str) -> tuple[Event, ...]:
    """Return no more than that they wrote."""
    return (Heard(at=clues.at, who=tuple(sorted(clues.people)), source=source, confidence=said.confidence),)
