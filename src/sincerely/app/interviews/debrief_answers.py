"""Answers to a debrief that travelled as a mail to oneself: known by what they answer, read, and made events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sincerely.app.drafts.kept import process_of
from sincerely.app.interviews.day_said import day_said
from sincerely.app.interviews.debrief_mail import known
from sincerely.app.processes.exits import Deed, NothingThere, remember
from sincerely.core.events import Debriefed, Event, Interviewed, Prefers, Promised
from sincerely.core.process import Process
from sincerely.reading.letters.form_answers import Filled, Form, filled, names_in
from sincerely.reading.letters.letter import Letter
from sincerely.store.base import Store

_TOKEN = re.compile(r"\[d-([0-9a-f]{8})\]")
_OURS = "@sincerely.invalid"
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NO_CALLS = re.compile(
    r"(?i)\b(?:(?:no|not|don['’]?t|never|keine?n?)\b[^.\n]{0,20}\b(?:call\w*|phone|ring|anruf\w*)|no\b\s*$)"
)
_CALLS = re.compile(r"(?i)\b(?:call|calls|phone|anruf\w*)\b[^.\n]{0,20}\b(?:fine|ok|okay|welcome|gern)|\byes\b")
_NOTES = ("topic", "liked", "fit", "send")


@dataclass
class Answers:
    """Knows the answers to the debriefs that were mailed.

    Attributes:
        store: the candidate's store.
        read: what was read so far: the process, by the Message-ID of the answer.
    """

    store: Store
    read: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _mails(self) -> list[dict[str, Any]]:
        return known(self.store)

    def is_own(self, letter: Letter) -> bool:
        """Whether a letter is one of our notes to the person: a reminder, or a debrief that asks."""
        mark = letter.headers.get("x-sincerely", "")
        return (
            bool(mark) and not letter.in_reply_to and self._asked_by(letter) is None and _is_ours(letter, self._mails)
        )

    def knows(self, letter: Letter) -> bool:
        """Whether a letter answers a debrief."""
        return self._asked_by(letter) is not None

    def _asked_by(self, letter: Letter) -> dict[str, Any] | None:
        """Return the mail that a letter answers: by the thread, or by its subject where a server renamed the mail.

        It must come from the person: nobody else can say what was said.
        """
        if not self._mails:
            return None
        thread = {letter.in_reply_to, *letter.references}
        token = _TOKEN.search(letter.subject)
        for mail in self._mails:
            ours = mail["message_id"].strip("<>")
            if letter.message_id == ours or letter.from_.address.lower() != mail["me"]:
                continue
            if ours in thread or (
                token is not None and token[1] == mail["token"] and (letter.in_reply_to or thread - {""})
            ):
                return mail
        return None

    def said(self, letter: Letter) -> tuple[str, tuple[Event, ...]] | None:
        """Return the process that an answer is about, and what it says as events without a source; else None."""
        mail = self._asked_by(letter)
        if mail is None:
            return None
        try:
            process = process_of(self.store, mail["process"])
        except NothingThere:
            return None
        told = Form({n: words for n, (_, _, words) in enumerate(mail["questions"], 1)}, tuple(mail["lines"]))
        self.read[f"<{letter.message_id}>"] = process.header.id
        return process.header.id, tuple(_events(mail, filled(told, letter), process, letter))


def _is_ours(letter: Letter, mails: Iterable[Mapping[str, Any]]) -> bool:
    token = _TOKEN.search(letter.subject)
    return letter.message_id.endswith(_OURS) or (token is not None and any(m["token"] == token[1] for m in mails))


def _events(mail: Mapping[str, Any], came: Filled, process: Process, letter: Letter) -> Iterator[Event]:
    ended = datetime.fromisoformat(mail["interview"])
    at = max(letter.date or letter.received or ended, ended)
    notes: dict[str, dict[str, str]] = {}
    left: list[str] = [came.rest] if came.rest else []
    for number, (key, who, words) in enumerate(mail["questions"], 1):
        answer = came.answers.get(number, "")
        if not answer:
            continue
        if key in _NOTES:
            notes.setdefault(who, {})[key] = answer
        else:
            event = _MAKERS[key](answer, mail, process, ended)
            if event is not None:
                yield replace(event, quote=_line(answer))
            elif key != "there":
                left.append(f"{words} {_line(answer)}" if key != "note" else _line(answer))
    for who, told in notes.items():
        quote = " / ".join(_line(told[key]) for key in _NOTES if key in told)
        people = (who,) if who else ()
        noted: dict[str, Any] = {key: _line(text) for key, text in told.items()}
        yield Debriefed(at=at, who=people, quote=quote, **noted)
    if left:
        yield Debriefed(at=at, note=_line("; ".join(left)), quote=_line("; ".join(left)))


def _there(answer: str, mail: Mapping[str, Any], _process: Process, ended: datetime) -> Event | None:
    who = names_in(answer, [(address, name) for address, name in mail["people"]])
    return Interviewed(at=ended, who=who) if who else None


def _decide(answer: str, _mail: Mapping[str, Any], process: Process, ended: datetime) -> Event | None:
    day = day_said(answer, ended, process)
    return Promised(at=ended, by=day, what="answer") if day is not None else None


def _contact(answer: str, mail: Mapping[str, Any], _process: Process, ended: datetime) -> Event | None:
    address = _ADDRESS.search(answer)
    contact = address[0].lower().rstrip(".") if address is not None else ""
    if not contact:
        named = [
            who for who, name in mail["people"] if name and name.split()[0].casefold() in answer.casefold().split()
        ]
        contact = named[0] if len(named) == 1 else ""
    calls = False if _NO_CALLS.search(answer) else True if _CALLS.search(answer) else None
    return Prefers(at=ended, contact=contact, calls=calls) if contact or calls is not None else None


def _no_event(_answer: str, _mail: Mapping[str, Any], _process: Process, _ended: datetime) -> Event | None:
    return None


_MAKERS: Mapping[str, Callable[[str, Mapping[str, Any], Process, datetime], Event | None]] = {
    "there": _there,
    "decide": _decide,
    "contact": _contact,
    "note": _no_event,
}


def _line(text: str) -> str:
    return " ".join(text.split())


def journal(
    store: Store, answers: Answers | None, events: Mapping[str, Iterable[Event]], new: set[str], now: datetime
) -> None:
    """Let what was read of the answers be taken back, each mail as one deed; inside the sync's transaction."""
    for source, process in answers.read.items() if answers is not None else ():
        made = tuple(
            (process, f"{e.id}/{e.source}") for e in events.get(process, ()) if e.source == source and e.id in new
        )
        if made:
            remember(store, Deed(now, f"{process}: your notes by mail", made))
