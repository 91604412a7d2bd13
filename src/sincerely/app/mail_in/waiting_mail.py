"""Mails that wait for a process: read, placed nowhere, and read again when what they are about begins or is read.

Two kinds do. One looked like hiring and began nothing: a word from a firm may be private, or the first of a process
whose receipt comes tomorrow; one of which the person is asked whether it is about a job waits likewise. The other one
is an answer of the candidate's own to mail that is not known yet: the Sent folder may be read before the inbox.

Of such a mail nothing is kept but where it lies, when it was sent, how sure it looked, and digests by which later mails
of its thread, its people and their house are known. That it was read, the messages say, as of any other mail; there it
gets its process, too (`Store.place_messages`). All of them are one setting, bounded in number and age, which is written
only when some of them came or went.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Any

from sincerely.app.mail_in.beginnings import is_hiring, is_perhaps
from sincerely.app.mail_in.lying import mark
from sincerely.app.mail_in.reading_mail import ERRANDS, Said
from sincerely.app.mail_in.spool import Entry
from sincerely.app.processes.setting_aside import aside
from sincerely.core.events import Withdrew
from sincerely.reading.letters.letter import Letter
from sincerely.reading.linking.links import Links
from sincerely.reading.linking.relays import own_domain
from sincerely.store.base import Message, Store

WAITING = "waiting_mail"
# Later ones push them out, each kind its own: what is to go on does within months.
_MOST = 500
_MOST_ANSWERS = 1000
_LASTS = timedelta(days=180)
# Whoever is silent for so long is not waited for, and nobody is asked about it: see `silent`.
_ASKED_WITHIN = timedelta(days=45)
# So sure is a mail about hiring that the candidate's own answer to it leaves nothing to ask.
_LIKELY = 0.8
_DOUBTED = 0.79
# The last of a thread that names many is enough.
_LAST_NAMES = 4
# Leads to what may be asked for in the name of whichever house a process begins with.
_ERRAND = "errand:"
# What older versions kept them in: those of the first had no message yet.
_PASSED, _ANSWERS = "passed_over", "sent_waiting"


@dataclass(frozen=True)
class Waiting:
    """One mail.

    Attributes:
        source, key, where: where it lies.
        at: when it was sent, ISO 8601.
        sent: whether the candidate wrote it.
        likely: how sure it is about a job; 0 for what the candidate wrote, and less where that is a no.
        own: digest of its Message-ID; empty where it looked private.
        answers: digests of the Message-IDs that it answers.
        people: digests of who is at the other end, and of their house's domain.
        asked: the process that the person is asked about; empty where nobody is asked.
        of_job: whether it speaks of a job in so many words.
        aside: the processes for whose sake it began nothing: they are none of the person's own, see `setting_aside`.
    """

    source: str
    key: str
    where: str
    at: str
    sent: bool
    likely: float = 0.0
    own: str = ""
    answers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    asked: str = ""
    of_job: bool = False
    aside: tuple[str, ...] = ()

    @property
    def lies(self) -> tuple[str, str]:
        """By what it is known among all."""
        return self.source, self.key

    @property
    def marks(self) -> frozenset[str]:
        """Everything by which a later mail leads here."""
        return frozenset((self.own, *self.answers, *self.people)) - {""}


@dataclass
class WaitingMail:
    """The mails that wait, those of this sync among them.

    Attributes:
        now: the instant.
        waiting: by source and key.
        hidden: processes that are no more than a question.
        aside: processes that are none of the person's own.
    """

    now: datetime
    waiting: dict[tuple[str, str], Waiting] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    aside: frozenset[str] = frozenset()
    _seen: dict[tuple[str, str], bool] = field(default_factory=dict)
    _before: list[Waiting] = field(default_factory=list)
    _marked: dict[str, dict[tuple[str, str], Waiting]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.waiting.values():
            self._note(one)

    @classmethod
    def of(cls, store: Store, now: datetime) -> WaitingMail:
        """Return what waits in a store."""
        _adopt(store)
        kept = waiting(store)
        names = {one.asked for one in kept if one.asked}
        hidden = {name for name in names if not _is_settled(store, name)}
        return cls(now, {one.lies: one for one in kept}, hidden, frozenset(aside(store)), _before=kept)

    def settled(self) -> set[str]:
        """Return the processes that were in doubt and stand now: the person said yes, or something else told."""
        asked = {one.asked for one in self.waiting.values() if one.asked} - self.hidden
        return asked | {name for one in self.waiting.values() for name in one.aside if name not in self.aside}

    @property
    def asked(self) -> int:
        """How many mails of this sync the person is asked about."""
        return sum(1 for asked in self._seen.values() if asked)

    @property
    def passed(self) -> int:
        """How many more of this sync looked like hiring and began nothing."""
        return len(self._seen) - self.asked

    def may_ask(self, letter: Letter, said: Said) -> bool:
        """Whether the person may be asked about a mail: it is no old one, and nothing of its sender's was asked."""
        at = letter.date or letter.received or self.now
        if at < self.now - _ASKED_WITHIN or not is_perhaps(said):
            return False
        sender = mark(letter.from_.address)
        return not any(one.asked and sender in one.people for one in self._at([sender]))

    def add(self, entry: Entry, letter: Letter, said: Said, asked: str, aside: tuple[str, ...] = ()) -> None:
        """Let a mail wait that looks like hiring."""
        others = (*letter.to, *letter.cc) if said.sent else (letter.from_,)
        addresses = dict.fromkeys(box.address for box in others if box.address)
        houses = () if said.sent and len(addresses) > 1 else (own_domain(one) for one in addresses)
        errand = (_ERRAND,) if said.kind in ERRANDS and not said.sent else ()
        one = Waiting(
            entry.source,
            entry.key,
            entry.where,
            self._sent_at(letter.date or letter.received),
            said.sent,
            _likely(said),
            mark(letter.message_id),
            _marks((*letter.references, letter.in_reply_to)),
            _marks((*addresses, *houses, *errand), None),
            asked,
            said.in_words,
            aside,
        )
        self._put(one)
        if asked:
            self.hidden.add(asked)
        if one.likely > 0 and (
            asked or said.link is None or said.link.process is None
        ):  # else its thread is asked about
            self._seen[one.lies] = bool(asked)

    def add_answer(self, lies: tuple[str, str, str], thread: Iterable[str], at: datetime | None, *, own: bool) -> bool:
        """Let a mail wait that looks private; whether it answers one that waits, and nobody is asked about that.

        Args:
            lies: its source and key, and where it is there.
            thread: the Message-IDs that it answers.
            at: when it was sent, as far as is known.
            own: whether the candidate wrote it; what others wrote waits only where it answers one that waits.
        """
        one = Waiting(*lies, self._sent_at(at), own, answers=_marks(thread))
        answers = any(
            each.likely and not each.asked and each.own == name
            for name in one.answers
            for each in self._marked.get(name, {}).values()
        )
        if one.answers and (own or answers) and one.lies not in self.waiting:
            self._put(one)
        return answers

    def begun(self, lies: tuple[str, str]) -> None:
        """Forget a mail that belongs to a process now."""
        self._drop(lies)
        self._seen.pop(lies, None)

    def led_to(self, links: Links, processes: AbstractSet[str]) -> list[Waiting]:
        """Return the mails that some processes lead to, oldest first."""
        traces = {mark(name) for name in links.traces(processes)} | ({mark(_ERRAND)} if processes else set())
        return _sorted(self._at(traces))

    def answered(self) -> list[Waiting]:
        """Return the mails about hiring that the candidate wrote an answer to, oldest first: they talk.

        What looks private is no answer to what the person is asked about.
        """
        return _sorted(one for one in self.waiting.values() if one.likely >= _LIKELY and self._is_answered(one))

    def _is_answered(self, letter: Waiting) -> bool:
        return any(
            one.sent and not one.likely and letter.own in one.answers and (one.own or not letter.asked)
            for one in self._marked.get(letter.own, {}).values()
        )

    def answering(self, names: Collection[str]) -> list[Waiting]:
        """Return what the candidate wrote in answer to one of the mails with these Message-IDs, oldest first."""
        marks = {mark(name) for name in names}
        return _sorted(
            one for one in self._at(marks) if one.sent and not one.asked and not marks.isdisjoint(one.answers)
        )

    def keep(self, store: Store) -> None:
        """Keep what waits, within the sync's transaction."""
        least = self.now - _LASTS
        lately = [one for one in _sorted(self.waiting.values()) if datetime.fromisoformat(one.at) >= least]
        answers = [one for one in lately if one.sent and not one.own][-_MOST_ANSWERS:]
        looked = [one for one in lately if one.own or not one.sent][-_MOST:]
        # Once it was read again it waits like any other.
        kept = [
            one if self.aside.issuperset(one.aside) else replace(one, aside=()) for one in _sorted((*answers, *looked))
        ]
        for lies in self.waiting.keys() - {one.lies for one in kept}:
            self._drop(lies)
        if kept != self._before:
            _save(store, kept)
            self._before = kept

    def _put(self, one: Waiting) -> None:
        self._drop(one.lies)
        self.waiting[one.lies] = one
        self._note(one)

    def _note(self, one: Waiting) -> None:
        for name in one.marks:
            self._marked.setdefault(name, {})[one.lies] = one

    def _drop(self, lies: tuple[str, str]) -> None:
        one = self.waiting.pop(lies, None)
        for name in one.marks if one is not None else ():
            del self._marked[name][lies]

    def _at(self, marks: Iterable[str]) -> Iterable[Waiting]:
        found: dict[tuple[str, str], Waiting] = {}
        for name in marks:
            found |= self._marked.get(name, {})
        return found.values()

    def _sent_at(self, at: datetime | None) -> str:
        return min(at or self.now, self.now).isoformat()


def waiting(store: Store) -> list[Waiting]:
    """Return the mails that wait in a store, oldest first."""
    return [_waiting(row) for row in store.setting(WAITING) or ()]


def recall(
    waits: WaitingMail, links: Links, begun: set[str], read_again: Callable[[Waiting, bool], str | None]
) -> set[str]:
    """Read again what belongs to processes that began, until nothing more does.

    Returns the processes in which the candidate had answered a letter about a job by then.

    Args:
        waits: what waits.
        links: what leads to the processes; it grows with what is read.
        begun: processes that began; those are added that begin here, because the candidate had answered.
        read_again: reads one, where the second is true as the first of a process if it has to be, and returns its
            process; None where it belongs to none still.
    """
    tried: set[Waiting] = set()
    answered: set[Waiting] = set()
    home: dict[Waiting, str] = {}
    while True:
        found = [one for one in waits.led_to(links, begun) if one not in tried]
        surely = not found
        found = found or [one for one in waits.answered() if one not in answered][:1]
        if not found:
            return _talked(home)
        placed = {one: process for one in found if (process := read_again(one, surely)) is not None}
        for one in placed:
            waits.begun(one.lies)
        home.update(placed)
        begun |= set(placed.values()) if surely else set()
        (answered if surely else tried).update(found)
        if placed:
            tried.clear()  # what leads on has grown


def _talked(home: dict[Waiting, str]) -> set[str]:
    """Return the processes of which a mail spoke of a job in so many words, and the candidate answered that mail."""
    letters = {
        (home[one], one.own) for one in home if one.of_job and not one.sent and one.likely >= _LIKELY and one.own
    }
    answers = [one for one in home if one.sent and not one.likely]
    return {home[one] for one in answers if any((home[one], name) in letters for name in one.answers)}


def _likely(said: Said) -> float:
    if said.sent:
        return -1.0 if any(isinstance(event, Withdrew) for event in said.events) else 0.0
    if not is_hiring(said):
        return 0.0
    # A mover's appointment may look like an interview, and is answered, too.
    of_a_job = said.kind == "outreach" or bool(said.role)
    return round(said.confidence if of_a_job else min(said.confidence, _DOUBTED), 3)


def _is_settled(store: Store, name: str) -> bool:
    """Whether something of a process is sure."""
    process = store.process(name)
    return process is None or bool(process.events)


def _marks(names: Iterable[str], last: int | None = _LAST_NAMES) -> tuple[str, ...]:
    found = tuple(mark(name) for name in dict.fromkeys(names) if name)
    return found if last is None else found[-last:]


def _sorted(found: Iterable[Waiting]) -> list[Waiting]:
    return sorted(found, key=lambda one: (datetime.fromisoformat(one.at), one.source, one.key))


def _save(store: Store, kept: Iterable[Waiting]) -> None:
    store.set_setting(WAITING, [vars(one) for one in kept])


_FIELDS = frozenset(each.name for each in fields(Waiting))


def _waiting(row: dict[str, Any]) -> Waiting:
    known = {name: value for name, value in row.items() if name in _FIELDS}
    return Waiting(**{**known, **{name: tuple(row.get(name, ())) for name in ("answers", "people", "aside")}})


def _adopt(store: Store) -> None:
    """Take over what an older version let wait, and keep that it was read."""
    passed, answers = store.setting(_PASSED), store.setting(_ANSWERS)
    if passed is None and answers is None:
        return
    found = {one.lies: one for one in (*map(_waiting, passed or ()), *waiting(store))}
    for row in answers or ():
        one = _waiting({**row, "sent": True, "answers": row["marks"]})
        found.setdefault(one.lies, one)
    with store.transaction():
        store.add_messages(Message(**{name: row[name] for name in _LIES}) for row in passed or ())
        _save(store, _sorted(found.values()))
        for name in (_PASSED, _ANSWERS):
            store.set_setting(name, None)


_LIES = ("source", "key", "digest", "place", "where")
