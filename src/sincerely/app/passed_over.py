"""Mails that looked like hiring and began nothing: they come in when what they are about begins later.

A word from a firm may be private, or the first of a process whose receipt comes tomorrow. Of such a mail nothing is
kept but where it lies, how sure it looked, and digests by which later mails of its thread, its people and their house
are known; it is read again then. One of which the person is asked whether it is about a job waits likewise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b

from sincerely.core.events import Withdrew
from sincerely.reading.letter import Letter
from sincerely.reading.linking import Links
from sincerely.reading.relays import own_domain
from sincerely.store.base import Message, Store

from .placing import is_hiring, is_perhaps
from .reading_mail import ERRANDS, Said
from .spool import Entry

PASSED = "passed_over"
# Later ones push them out: what is to go on does within months.
_MOST = 500
_LASTS = timedelta(days=180)
# Whoever is silent for so long is not waited for, and nobody is asked about it: see `silent`.
_ASKED_WITHIN = timedelta(days=45)
# So sure is a mail about hiring that the candidate's own answer to it leaves nothing to ask.
_LIKELY = 0.8
_DOUBTED = 0.79
_LAST_NAMES = 3
# Leads to what may be asked for in the name of whichever house a process begins with.
_ERRAND = "errand:"


@dataclass(frozen=True)
class Passed:
    """One mail.

    Attributes:
        source, key, where, place, digest: where it lies, and its bytes' digest.
        at: when it was sent, ISO 8601.
        sent: whether the candidate wrote it.
        likely: how sure it is about a job; 0 for what the candidate wrote, and less where that is a no.
        own: digest of its Message-ID.
        answers: digests of the Message-IDs that it answers.
        people: digests of who is at the other end, and of their house's domain.
        asked: the process that the person is asked about; empty where nobody is asked.
        of_job: whether it speaks of a job in so many words.
    """

    source: str
    key: str
    where: str
    place: str
    digest: str
    at: str
    sent: bool
    likely: float
    own: str
    answers: tuple[str, ...]
    people: tuple[str, ...]
    asked: str = ""
    of_job: bool = False

    @property
    def marks(self) -> frozenset[str]:
        """Everything by which a later mail leads here."""
        return frozenset((self.own, *self.answers, *self.people)) - {""}

    def message(self) -> Message:
        """Return what stays known of it once nothing leads here any more: that it was read."""
        return Message(source=self.source, key=self.key, digest=self.digest, place=self.place, where=self.where)


@dataclass
class PassedOver:
    """The mails that wait, those of this sync among them.

    Attributes:
        now: the instant.
        waiting: by source and key.
        hidden: processes that are no more than a question.
        new: how many mails began to wait since what waits was last kept.
    """

    now: datetime
    waiting: dict[tuple[str, str], Passed] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    new: int = 0
    _seen: dict[tuple[str, str], bool] = field(default_factory=dict)
    _counted: set[tuple[str, str]] = field(default_factory=set)
    _back: set[tuple[str, str]] = field(default_factory=set)
    _before: list[Passed] = field(default_factory=list)

    @classmethod
    def of(cls, store: Store, now: datetime) -> PassedOver:
        """Return what waits in a store."""
        rows = store.setting(PASSED) or ()
        kept = [Passed(**{**row, "answers": tuple(row["answers"]), "people": tuple(row["people"])}) for row in rows]
        found = cls(now, {(one.source, one.key): one for one in kept}, _before=kept)
        found._counted = set(found.waiting)
        names = {one.asked for one in kept if one.asked}
        found.hidden = {name for name in names if not _is_settled(store, name)}
        return found

    def settled(self) -> set[str]:
        """Return the processes that were asked about and stand now: the person said yes, or something else told."""
        return {one.asked for one in self.waiting.values() if one.asked} - self.hidden

    @property
    def asked(self) -> int:
        """How many mails of this sync the person is asked about."""
        return sum(1 for asked in self._seen.values() if asked)

    @property
    def passed(self) -> int:
        """How many more of this sync looked like hiring and began nothing."""
        return len(self._seen) - self.asked

    def keys(self, source: str) -> frozenset[str]:
        """Return the keys of a source's mails that wait: they were read."""
        return frozenset(key for name, key in self.waiting if name == source)

    def may_ask(self, letter: Letter, said: Said) -> bool:
        """Whether the person may be asked about a mail: it is no old one, and nothing of its sender's was asked."""
        at = letter.date or letter.received or self.now
        if at < self.now - _ASKED_WITHIN or not is_perhaps(said):
            return False
        mine = {_mark(letter.from_.address)}
        return not any(one.asked and mine & {*one.people} for one in self.waiting.values())

    def add(self, entry: Entry, digest: str, letter: Letter, said: Said, asked: str) -> None:
        """Let a mail wait."""
        others = (*letter.to, *letter.cc) if said.sent else (letter.from_,)
        addresses = dict.fromkeys(box.address for box in others if box.address)
        houses = () if said.sent and len(addresses) > 1 else (own_domain(one) for one in addresses)
        errand = (_ERRAND,) if said.kind in ERRANDS and not said.sent else ()
        names = dict.fromkeys((*letter.references[-_LAST_NAMES:], letter.in_reply_to))
        at = min(letter.date or letter.received or self.now, self.now)
        one = Passed(
            entry.source, entry.key, entry.where, entry.place, digest, at.isoformat(), said.sent,
            _likely(said),
            _mark(letter.message_id), tuple(_mark(name) for name in names if name),
            tuple(_mark(each) for each in dict.fromkeys((*addresses, *houses, *errand)) if each), asked,
            said.in_words,
        )  # fmt: skip
        self.waiting[one.source, one.key] = one
        if asked:
            self.hidden.add(asked)
        if one.likely > 0 and (
            asked or said.link is None or said.link.process is None
        ):  # else its thread is asked about
            self._seen[one.source, one.key] = bool(asked)

    def add_answer(self, seen: Message, thread: tuple[str, ...]) -> bool:
        """Let a mail wait that looks private, but answers one that waits; whether it does."""
        answers = tuple(map(_mark, thread))
        known = {one.own for one in self.waiting.values() if one.likely and not one.asked}
        if known.isdisjoint(answers):
            return False
        at = min(seen.date or self.now, self.now)
        self.waiting[seen.source, seen.key] = Passed(
            seen.source, seen.key, seen.where, seen.place, seen.digest, at.isoformat(), seen.sent, 0.0, "", answers, ()
        )
        return True

    def has_counted(self, message: Message) -> bool:
        """Whether a mail was counted as read when it began to wait."""
        return (message.source, message.key) in self._counted

    def is_back(self, message: Message) -> bool:
        """Whether a mail waited before it was found to belong to a process."""
        return (message.source, message.key) in self._back

    def begun(self, one: Passed) -> None:
        """Forget a mail that belongs to a process now."""
        self.waiting.pop((one.source, one.key), None)
        self._seen.pop((one.source, one.key), None)
        self._back.add((one.source, one.key))

    def led_to(self, links: Links, processes: AbstractSet[str]) -> list[Passed]:
        """Return the mails that some processes lead to, oldest first."""
        traces = {_mark(name) for name in links.traces(processes)} | ({_mark(_ERRAND)} if processes else set())
        return self._sorted(one for one in self.waiting.values() if not traces.isdisjoint(one.marks))

    def answered(self) -> list[Passed]:
        """Return the mails about hiring that the candidate wrote an answer to, oldest first: they talk."""
        answers = {name for one in self.waiting.values() if one.sent and not one.likely for name in one.answers}
        return self._sorted(one for one in self.waiting.values() if one.likely >= _LIKELY and one.own in answers)

    def keep(self, store: Store) -> list[Message]:
        """Keep what waits, within the sync's transaction; return what stays of those that wait no more."""
        least = self.now - _LASTS
        kept = [one for one in self._sorted(self.waiting.values()) if datetime.fromisoformat(one.at) >= least]
        kept = kept[-_MOST:]
        left = {(one.source, one.key) for one in kept}
        gone = [one.message() for lies, one in self.waiting.items() if lies not in left]
        self.waiting = {(one.source, one.key): one for one in kept}
        came = {lies for lies, one in self.waiting.items() if not (one.asked or one.sent)} - self._counted
        self.new = len(came)
        self._counted |= came
        if kept != self._before:
            store.set_setting(PASSED, [asdict(one) for one in kept])
            self._before = kept
        return gone

    @staticmethod
    def _sorted(found: Iterable[Passed]) -> list[Passed]:
        return sorted(found, key=lambda one: (datetime.fromisoformat(one.at), one.source, one.key))


def recall(
    passed: PassedOver, links: Links, begun: set[str], read_again: Callable[[Passed, bool], str | None]
) -> set[str]:
    """Read again what belongs to processes that began, until nothing more does.

    Returns the processes in which the candidate had answered a letter about a job by then.

    Args:
        passed: what waits.
        links: what leads to the processes; it grows with what is read.
        begun: processes that began; those are added that begin here, because the candidate had answered.
        read_again: reads one, where the second is true as the first of a process if it has to be, and returns its
            process; None where it belongs to none still.
    """
    tried: set[Passed] = set()
    answered: set[Passed] = set()
    home: dict[Passed, str] = {}
    while True:
        found = [one for one in passed.led_to(links, begun) if one not in tried]
        surely = not found
        found = found or [one for one in passed.answered() if one not in answered][:1]
        if not found:
            return _talked(home)
        placed = {one: process for one in found if (process := read_again(one, surely)) is not None}
        for one in placed:
            passed.begun(one)
        home.update(placed)
        begun |= set(placed.values()) if surely else set()
        (answered if surely else tried).update(found)
        if placed:
            tried.clear()  # what leads on has grown


def _talked(home: dict[Passed, str]) -> set[str]:
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


@lru_cache(maxsize=20_000)
def _mark(name: str) -> str:
    if not name:
        return ""
    return blake2b(name.casefold().encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
