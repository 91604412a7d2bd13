"""Which hiring process a mail belongs to.

A thread or a calendar entry that is known decides. Else the employer (its domain, its people, its name at a relay)
names the processes that are possible, and the opening (requisition number, title) tells them apart. Where nothing
fits, a new process is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from sincerely.core.events import Cancelled, Slot
from sincerely.core.header import Header
from sincerely.core.people import employer_key, is_person
from sincerely.reading.calendars.entries import Entry, entries
from sincerely.reading.letters.letter import Letter

from .clocks import Clocks
from .clues import Clues
from .likeness import employer_likeness
from .naming import bears, proposed, same_house, stands_in
from .openings import Known, Link, among, is_named, keys_of, numbered
from .relays import own_domain, tenant_of
from .role import differ
from .talked_days import TalkedDays
from .wanted import Wanted


class Links:
    """The processes known so far, and what leads to them. Grows by `learn`."""

    def __init__(self, headers: Iterable[Header] = (), merged: dict[str, str] | None = None) -> None:
        """Begin with these processes.

        Args:
            headers: of the processes that exist.
            merged: names of processes that a person merged into others.
        """
        self._known: dict[str, Known] = {}
        self._threads: dict[str, str] = {}
        self._uids: dict[str, str] = {}
        self._people: set[str] = set()
        self._referees: set[str] = set()
        self._asked: set[str] = set()
        self._settled: set[str] = set()
        self._staff: set[str] = set()
        self._houses: set[str] = set()
        self._entries: set[str] = set()
        self._asked_why: set[str] = set()
        self.wanted = Wanted()
        self._answers: dict[tuple[str, datetime], tuple[datetime, bool]] = {}
        self.clocks, self.days = Clocks(), TalkedDays()
        self._merged = dict(merged or {})
        for header in headers:
            self.add(header)

    def __len__(self) -> int:
        return len(self._known)

    def add(self, header: Header) -> None:
        """Take up a process that exists."""
        known = self._known.setdefault(header.id, Known(header))
        known.header = header
        if header.role:
            known.roles.add(header.role)
        if header.consultant:
            known.people.add(header.consultant.lower())
            self._people.add(header.consultant.lower())
            self._staff.add(header.consultant.lower())

    def call(self, process: str, *employers: str, role: str = "") -> None:
        """Remember that a process goes by these names too.

        Another was merged into it, or a person said another name: later mail is still read as naming the first one.
        """
        if (known := self._known.get(self._final(process))) is not None:
            known.also |= set(employers) - {""}
            known.roles |= {role} - {""}

    def learn(self, process: str, clues: Clues) -> None:
        """Remember that a mail belongs to a process: what comes in its thread belongs there too."""
        process = self._final(process)
        known = self._known.get(process)
        self._asked |= clues.asked - self._staff
        self._people |= clues.asked
        self._settled |= clues.settled
        if clues.about_referee:
            # Who interviews for an employer is nobody's referee, whatever one mail seems to say.
            self._referees |= clues.people - self._staff
            self._people |= clues.people
        if known is None:
            return
        self.clocks.learn(clues)
        self.days.learn(clues)
        for name in (clues.message_id, *clues.thread):
            if name:
                self._threads[name] = process
        for uid in clues.uids:
            self._uids[uid] = process
        self._note_answers(clues.doubts)
        self.wanted.learn(process, clues)
        if clues.about_referee:
            return
        known.people |= clues.people
        known.meeting = clues.slots[-1] if clues.slots else known.meeting
        known.offer = known.offer if clues.offer is None else clues.offer
        known.accepted |= clues.accepted
        if not clues.goes_on:
            known.names |= clues.names
        self._people |= clues.people
        house = {clues.domain} if clues.domain and clues.via == "direct" else set()
        known.domains |= house
        if not clues.unsure:
            self._staff |= clues.people
            self._houses |= house
            self._entries.update(clues.uids)
        if clues.asks_why:
            self._asked_why |= clues.people
        known.requisitions |= {clues.requisition} - {""}
        known.roles |= {clues.role} - {""}
        if known.last_at is None or clues.at > known.last_at:
            known.last_at = clues.at

    def _note_answers(self, doubts: Iterable[Slot]) -> None:
        for doubt in doubts:
            if doubt.uid and doubt.start is not None:
                entry, answer = (doubt.uid, doubt.start), (doubt.at, isinstance(doubt, Cancelled))
                self._answers[entry] = max(answer, self._answers.get(entry, answer))

    @property
    def referees(self) -> frozenset[str]:
        """Return the addresses of the candidate's referees, as far as mail has shown them."""
        return frozenset(self._referees)

    @property
    def awaited(self) -> frozenset[str]:
        """Return the addresses of those who were asked to be a referee, or named as one, and have not answered."""
        return frozenset(self._asked - self._settled - self._staff)

    @property
    def employers(self) -> AbstractSet[str]:
        """Return the addresses of people and desks at the employers' end; it grows with what is learnt."""
        return self._staff

    def is_house(self, domain: str) -> bool:
        """Whether a domain is an employer's."""
        return domain in self._houses

    @property
    def asked_why(self) -> AbstractSet[str]:
        """Return the addresses of those whom the candidate asked why: what they write next may answer that."""
        return self._asked_why

    def knows(self, letter: Letter) -> bool:
        """Whether a mail answers one of a known process, is about an entry of it, or goes to or comes from its people."""
        if self.answers(letter):
            return True
        if self._entries and any(
            self.knows_entry(e.uid) for part in letter.calendars for e in entries(part.data).entries
        ):
            return True
        return any(
            address.lower() in self._people for _, address in (letter.from_, *letter.reply_to, *letter.to, *letter.cc)
        )

    def answers(self, letter: Letter) -> bool:
        """Whether a mail answers one of a known process."""
        return any(name in self._threads for name in (*letter.references, letter.in_reply_to))

    def zone_of(self, letter: Letter) -> str:
        """Return the zone of the processes that a mail's thread, people or relayed employer lead to.

        Empty where they lead to none, or to processes in several zones.
        """
        if (known := self._by_thread(letter)) is not None:
            return known.header.zone
        people = {mailbox.address.lower() for mailbox in (letter.from_, *letter.reply_to)}
        house = tenant_of(letter.from_, letter.reply_to)
        zones = {
            one.header.zone
            for one in self._known.values()
            if people & one.people or (house and same_house(house, one.header.employer))
        }
        return zones.pop() if len(zones) == 1 else ""

    def wanted_in(self, letter: Letter) -> tuple[frozenset[str], frozenset[str]]:
        """Return what a mail's thread asks for and has not got, and what else its process waits for."""
        return self.wanted.in_thread(dict.fromkeys((*letter.references, letter.in_reply_to)), self._by_thread(letter))

    def clock_of(self, letter: Letter, *, own: bool) -> str:
        """Return the zone that was told in words of whoever writes a mail or is written to; empty where none was."""
        known = self._by_thread(letter)
        return self.clocks.of(letter, known.header if known is not None else None, own=own)

    def _by_thread(self, letter: Letter) -> Known | None:
        threads = (self._threads.get(name, "") for name in (letter.in_reply_to, *reversed(letter.references)))
        return next((self._known[one] for name in threads if (one := self._final(name)) in self._known), None)

    def _of_writer(self, letter: Letter) -> Known | None:
        """Return the process to which a mail's thread leads, or its writer alone."""
        found = self._with({letter.from_.address.lower()})
        return self._by_thread(letter) or (found[0] if len(found) == 1 else None)

    def holds_offer(self, letter: Letter) -> bool:
        """Whether an offer is held in the process that a mail is about; of a consultant's openings the thread tells which."""
        known = self._of_writer(letter)
        return known is not None and known.offer and (known.header.via == "direct" or known is self._by_thread(letter))

    def has_accepted(self, letter: Letter) -> bool:
        """Whether an offer was accepted in the process to which a mail's thread or its writer leads."""
        return (known := self._of_writer(letter)) is not None and known.accepted

    def meeting_of(self, letter: Letter, at: datetime) -> Slot | None:
        """Return the interview ahead of the process to which a mail's thread leads, or its writer: of several the one named."""
        found = self._with({letter.from_.address.lower()}) or self._with({to.address.lower() for to in letter.to})
        told = f"{letter.subject}\n{letter.text}"
        named = [one for one in found if len(found) == 1 or is_named(one, told)]
        known = self._by_thread(letter) or (named[0] if len(named) == 1 else None)
        slot = known.meeting if known is not None else None
        ahead = slot is not None and slot.start is not None and slot.start > at and not isinstance(slot, Cancelled)
        return slot if ahead else None

    def _with(self, people: AbstractSet[str]) -> list[Known]:
        return [one for one in self._known.values() if not people.isdisjoint(one.people)]

    def has_met(self, letter: Letter, at: datetime) -> bool:
        """Whether a mail goes to somebody whom the latest interview was with, which is over by then."""
        return not self.met(at).isdisjoint(box.address.lower() for box in letter.to)

    def met(self, at: datetime) -> frozenset[str]:
        """Return whom the latest interviews of all processes were with that are over by then, addresses and names."""
        slots = [known.meeting for known in self._known.values() if known.meeting is not None]
        over = (one for one in slots if one.start is not None and one.start <= at and not isinstance(one, Cancelled))
        return frozenset(who for slot in over for who in slot.who)

    def knows_entry(self, uid: str) -> bool:
        """Whether a calendar entry is an interview of a known process."""
        return uid in self._entries

    def refused(self, uid: str, start: datetime, before: datetime | None = None) -> datetime | None:
        """Return when the candidate said no to an entry, where that was the last answer; None where it was not."""
        at, no = self._answers.get((uid, start), (None, False))
        return at if no and at is not None and (before is None or at < before) else None

    def has_of_employers(self, entry: Entry) -> bool:
        """Whether an entry is with somebody at an employer's end, or from the house of one.

        Free mail and scheduling services are no house: whoever writes from there may have been in copy as a friend.
        """
        addresses = [entry.organizer.address] if entry.organizer else []
        for address in (*addresses, *(attendee.address for attendee in entry.attendees)):
            domain = own_domain(address)
            if domain and (address.lower() in self._staff or (is_person(address) and domain in self._houses)):
                return True
        return False

    def header(self, process: str) -> Header | None:
        """Return what a process is about; None where it is not known."""
        known = self._known.get(process)
        return known.header if known else None

    def with_person(self, address: str) -> tuple[str, ...]:
        """Return the processes in which somebody writes or is written to."""
        return tuple(name for name, known in self._known.items() if address and address in known.people)

    def traces(self, processes: AbstractSet[str]) -> frozenset[str]:
        """Return what leads to processes: Message-IDs of their threads, their people's addresses, their houses' domains."""
        names = {self._final(name) for name in processes} & self._known.keys()
        threads = (thread for thread, home in self._threads.items() if self._final(home) in names)
        return frozenset(threads).union(
            *((known.people | known.domains) for known in map(self._known.get, names) if known)
        )

    def mentioned(self, text: str) -> tuple[str, ...]:
        """Return the processes whose employers, or people by both names, a text names.

        One mail to a referee may speak of several.
        """
        said = f" {employer_key(text)} "
        return tuple(name for name, known in self._known.items() if any(f" {key} " in said for key in keys_of(known)))

    def errand_of(self, text: str, role: str) -> str | None:
        """Return the one process whose employer a text names as it is written, and whose opening is no other one's.

        Who checks backgrounds or sets tests writes in an employer's name, from a house of their own.
        """
        found = [
            name
            for name, known in self._known.items()
            if stands_in(known.header.employer, text) and not differ(role, known.header.role)
        ]
        return found[0] if len(found) == 1 else None

    def named_among(self, link: Link, text: str) -> Link:
        """Return the one place of several at which a mail may belong whose employer, or somebody there, it names."""
        if not link.rivals or link.process is None:
            return link
        found = [name for name in (link.process, *link.rivals) if is_named(self._known[name], text)]
        return Link(found[0], None, 0.9, "named") if len(found) == 1 else link

    def find(self, clues: Clues) -> Link:
        """Return where a mail belongs."""
        for name in reversed(clues.thread):
            if name in self._threads:
                return Link(self._final(self._threads[name]), None, 0.99, "thread")
        for uid in clues.uids:
            if uid in self._uids:
                return Link(self._final(self._uids[uid]), None, 0.99, "calendar")
        met = self._with_name(clues.employer)
        clues = replace(clues, employer="") if met else clues
        possible = [known for known in self._known.values() if self._same_employer(known, clues)]
        chosen = among([known for known in possible if known.header.id in met] or possible, clues)
        if chosen:
            return chosen
        if clues.about_referee:
            return self._latest(clues)
        if same := numbered(self._known.values(), clues):
            return Link(same.header.id, None, 0.9, "requisition")
        named = self._by_name(clues) if clues.goes_on else None
        if named is not None:
            return Link(named.header.id, None, 0.9, "name")
        return self.anew(clues)

    def is_somebody(self, name: str) -> bool:
        """Whether a name is known as that of somebody whom an interview is with."""
        return bool(self._with_name(name))

    def _with_name(self, name: str) -> set[str]:
        """Return the processes in which somebody is known by this name only."""
        if " " not in name:
            return set()
        return {one.header.id for one in self._known.values() if any(bears(name, known) for known in one.names)}

    def _by_name(self, clues: Clues) -> Known | None:
        """Return the one process that somebody is known in by name only, and who it goes to bears that name.

        Applicant tracking systems name an interviewer and no address; the thank-you goes to one at another domain.
        """
        found = [
            known
            for known in self._known.values()
            if any(bears(who, name) for name in known.names for who in (*clues.people, *clues.names))
        ]
        return found[0] if len(found) == 1 else None

    def _latest(self, clues: Clues) -> Link:
        """Return the process that was lively last: what concerns a referee holds for the whole search."""
        lively = [known for known in self._known.values() if known.last_at is not None and known.last_at <= clues.at]
        if not lively:
            return Link(None, None, 0.0, "referee")
        last = max(lively, key=lambda known: known.last_at or clues.at)
        return Link(last.header.id, None, 0.6, "referee")

    def end(self, process: str, *, ended: bool = True) -> None:
        """Remember that a process is over, or goes on after all: what names no opening is of one that goes on."""
        known = self._known.get(self._final(process))
        if known is not None:
            known.ended = ended

    def merge(self, process: str, into: str) -> None:
        """Remember that a process is part of another."""
        self._merged[process] = into

    def _final(self, process: str) -> str:
        for _ in range(len(self._merged) + 1):
            if process not in self._merged:
                return process
            process = self._merged[process]
        return process

    @staticmethod
    def _same_employer(known: Known, clues: Clues) -> bool:
        names = {known.header.employer, *known.also}
        unlike = clues.employer and not any(employer_likeness(clues.employer, name) for name in names)
        shared = clues.people & known.people
        # A desk may be a system's that sends for many employers; a person works for one.
        if shared and not (unlike and clues.via == "direct" and not any(map(is_person, shared))):
            return True
        if clues.via == "direct" and clues.domain and clues.domain in known.domains:
            return True
        return any(same_house(clues.employer, name) for name in names)

    def anew(self, clues: Clues) -> Link:
        """Return a place of its own for a mail, whatever is known."""
        return Link(None, proposed(clues, self._known.keys() | self._merged.keys()), 0.9, "new")

    def is_over(self, process: str | None) -> bool:
        """Whether a process is known, and over."""
        return process in self._known and self._known[process].ended


__all__ = ["Clues", "Known", "Link", "Links"]
