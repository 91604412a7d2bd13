"""What a draft is written from, gathered from a timeline file or from the store and the mail that it knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sincerely.app.drafts.drafting import Background, Plain
from sincerely.app.drafts.owed import concerned
from sincerely.app.drafts.spoken_of import saying, unread_of
from sincerely.app.drafts.style import style_of
from sincerely.app.mail_in.letters import letters_of
from sincerely.app.processes.papers import lines_for
from sincerely.app.processes.regrouping import mails_of
from sincerely.app.processes.regrouping import named as called
from sincerely.app.today.checking import processes_of
from sincerely.core.events import Agreed, Asked, Briefed, Declined, Event, Named, Told
from sincerely.core.people import is_machine, is_person
from sincerely.core.process import Process
from sincerely.core.timeline import TimelineError
from sincerely.reading.habits import signer
from sincerely.reading.letters import reply
from sincerely.reading.letters.letter import Letter
from sincerely.store.base import Message, Store
from sincerely.writing.facts.grounds import Ground
from sincerely.writing.facts.situation import Style, Thread
from sincerely.writing.words.names import is_named

# So many of a process's last mails are read again for names and for how people write to each other.
_LAST = 30
# Referees are people across processes: so many of them, and so many of each one's mails, are looked at from elsewhere.
_REFEREES, _EACH = 8, 3
_TO_REFEREES = (Asked, Told, Briefed)
_OF_REFEREES = (*_TO_REFEREES, Agreed, Declined, Named)


@dataclass(frozen=True)
class Gathered:
    """A process, what lies around it, and the instant as of which it is taken."""

    process: Process
    background: Background
    now: datetime | None = None


def from_file(text: str, name: str, signed: str = "", code: str = "") -> Gathered:
    """Return the process of a timeline file that a finding is about, else the first; as it stands, whatever the day.

    Raises:
        TimelineError: it can't be read, or holds no process.
    """
    found = processes_of(text, name)
    if not found:
        raise TimelineError(f'{name}: expected a line that begins with "process"')
    process = concerned(found, code) or found[0]
    return Gathered(process, Plain(style=Style(name=signed), messages=_last_messages(process)))


def _last_messages(process: Process) -> Mapping[str, str]:
    """Return, for each person, the Message-ID of the last event that is theirs and names one."""
    named: dict[str, str] = {}
    for event in process.events:
        if event.source.startswith("<") and event.source.endswith(">"):
            named |= dict.fromkeys(event.who, event.source)
    return named


def from_store(name: str, signed: str = "") -> Gathered:
    """Return a stored process with its mail, as of now.

    Raises:
        NothingThere: no single process is called so.
        StoreError: the store can't be used.
    """
    from sincerely.app.wiring import opened

    with opened() as store:
        return gathered(store, one_process(store, name), datetime.now().astimezone(), signed)


def one_process(store: Store, name: str) -> Process:
    """Return the process that a name, or the beginning of one, means.

    Raises:
        NothingThere: none or several begin so.
    """
    process = store.process(called(store, name).id)
    assert process is not None
    return process


def gathered(store: Store, process: Process, now: datetime, signed: str = "") -> Gathered:
    """Return a stored process with what its mail tells."""
    mail = [m for m in mails_of(store, process.header.id) if m.message_id][-_LAST:]
    letters = letters_of(store, [*mail, *_with_referees(store, process, mail)])
    names: dict[str, str] = {}
    for message, letter in letters:
        names |= _names(letter) if message.sent else {**_names(letter), **_signer(letter)}
    style = style_of(store).as_style(signed)
    lines = lines_for(store, process.header.id)
    background = _Mailed(style=style, names=names, cv=lines.cv, posting=lines.posting, letters=tuple(letters))
    return Gathered(process, background, now)


def _with_referees(store: Store, process: Process, known: list[Message]) -> list[Message]:
    """Return what referees and the person wrote to each other for other openings, or for none."""
    events: list[Event] = [event for kind in _OF_REFEREES for event in process.all(kind)]
    events += [o.event for o in process.outside if isinstance(o.event, _OF_REFEREES)]
    referees = list(dict.fromkeys(who for event in events for who in event.who))[:_REFEREES]
    found: dict[str, Message] = {}
    for who in referees:
        theirs = [m for m in store.search_messages((who,), _EACH) if m.sender == who.lower()]
        sources = [e.source for e in events if who in e.who and e.source and not isinstance(e, Named)]
        asked = [m for source in dict.fromkeys(sources) if (m := store.message_named(source)) is not None]
        found |= {m.message_id: m for m in (*theirs, *asked) if m.message_id}
    there = {m.message_id for m in known}
    return sorted((m for m in found.values() if m.message_id not in there), key=_day)


def _day(message: Message) -> float:
    return message.date.timestamp() if message.date else 0


def _names(letter: Letter) -> dict[str, str]:
    """Return how people are called; a desk that bears its house's name is nobody."""
    people = (letter.from_, *letter.to, *letter.cc)
    return {
        person.address.lower(): person.name
        for person in people
        if person.name and person.address and (is_person(person.address) or is_named(person.name))
    }


def _signer(letter: Letter) -> dict[str, str]:
    """Return who writes from a desk's address, where they sign with their name."""
    address = letter.from_.address.lower()
    name = "" if not address or is_person(address) or is_machine(address) else signer(letter)
    return {address: name} if name and is_named(name) else {}


@dataclass(frozen=True)
class _Mailed:
    """The background that stored mail gives."""

    style: Style = field(default_factory=Style)
    names: Mapping[str, str] = field(default_factory=dict)
    cv: tuple[Ground, ...] = ()
    posting: tuple[Ground, ...] = ()
    letters: tuple[tuple[Message, Letter], ...] = ()

    @property
    def mail(self) -> tuple[Ground, ...]:
        return tuple(Ground("mail", letter.text, named(message)) for message, letter in self.letters)

    def thread(self, who: str, source: str) -> Thread:
        last = next((letter for message, letter in self.letters if source and named(message) == source), None)
        theirs = [letter for _, letter in self.letters if who and who in _people(letter)]
        last = last or max(theirs, key=_date, default=None)
        if last is None:
            return Thread()
        mine = [letter for m, letter in self.letters if m.sent and who in _addressed(letter)]
        written = [letter for m, letter in self.letters if not m.sent and letter.from_.address.lower() == who]
        written = written or [letter for m, letter in self.letters if not m.sent and letter in theirs]
        written = written or ([] if mine else [last])
        return Thread(
            last.subject,
            _bracketed(last.message_id),
            tuple(map(_bracketed, last.references)),
            "\n".join(reply.of(letter).reply for letter in written),
            "\n".join(reply.of(letter).reply for letter in mine),
        )

    def said(self, source: str, /) -> str:
        for message, letter in self.letters:
            if source and named(message) == source:
                return f"{letter.subject}\n{reply.of(letter).reply}"
        return ""

    def said_by_mail(self) -> str:
        return saying(letter for _, letter in self.letters)

    def unread(self) -> frozenset[str]:
        return unread_of(letter for message, letter in self.letters if not message.sent)

    def sender(self, source: str) -> str:
        for message, letter in self.letters:
            if source and named(message) == source and not message.sent:
                address = letter.from_.address.lower()
                return address if is_person(address) and not is_machine(address) else ""
        return ""


def _addressed(letter: Letter) -> list[str]:
    return [person.address.lower() for person in (*letter.to, *letter.cc)]


def _people(letter: Letter) -> list[str]:
    return [letter.from_.address.lower(), *_addressed(letter)]


def _date(letter: Letter) -> float:
    return letter.date.timestamp() if letter.date else 0


def named(message: Message) -> str:
    """Return how events name a message."""
    return _bracketed(message.message_id) if message.message_id else f"sha256:{message.digest}"


def _bracketed(message_id: str) -> str:
    return message_id if not message_id or message_id.startswith("<") else f"<{message_id}>"
