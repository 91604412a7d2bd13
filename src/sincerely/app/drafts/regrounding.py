"""What the sentences of an edited draft stand on: as before, on another ground, on the person's word, or on nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sincerely.app.drafts.drafting import Background
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.message import outgoing_of
from sincerely.app.today.policies import load_policy
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.outbound import Text, Written
from sincerely.core.process import Process
from sincerely.core.timeline import format_event
from sincerely.gate import grounds as gate_grounds
from sincerely.gate import out009_unsupported
from sincerely.gate.case import Desk
from sincerely.gate.message import Outgoing
from sincerely.gate.review import review
from sincerely.gate.text import Said
from sincerely.writing.facts.grounds import Ground
from sincerely.writing.provenance import invented

_JSON = Mapping[str, Any]
# A sentence shows at most so many grounds, and one that shares a single word with it is hardly one.
_MOST = 3
_LEAST = 2


@dataclass(frozen=True)
class Baseless:
    """A sentence that stands on nothing, and the words for which there is no ground."""

    sentence: str
    words: tuple[str, ...]


def reground(
    text: Text, base: Written, process: Process, background: Background, now: datetime
) -> tuple[tuple[_JSON, ...], tuple[Baseless, ...]]:
    """Return every sentence of an edited text with what it stands on, and those that stand on nothing.

    A sentence that was not touched stands where it stood. One with figures, dates, names, skills or deeds that no
    note, mail, CV or posting has stands on nothing; wishes and thanks stand on the person's word.
    """
    message = outgoing_of(text)
    before = {_plain(sentence["text"]): sentence for sentence in base.sentences}
    known = _Known(base, process, background)
    wrong = _unsupported(message, process, known, now)
    sentences: list[_JSON] = []
    baseless: list[Baseless] = []
    for said in _said(message):
        same = _untouched(said.text, before)
        if same is not None:
            sentences.append({**same, "text": said.text})
            continue
        words = tuple(dict.fromkeys(known.invented(said.text, base.language) or _within(said, wrong)))
        if words:
            baseless.append(Baseless(said.text, words))
        stands_on = [] if words else [ground.as_json() for ground in known.under(said.text)]
        sentences.append({"text": said.text, "stands_on": stands_on, "part": "body"})
    return tuple(sentences), tuple(baseless)


def _said(message: Outgoing) -> Iterator[Said]:
    greeted = message.body.greeting
    if greeted is not None:
        begin, stop = greeted
        line = message.text[begin:stop]
        yield Said(_plain(line), begin, stop)
    yield from message.sentences


def _plain(text: str) -> str:
    return " ".join(text.split())


def _untouched(sentence: str, before: Mapping[str, _JSON]) -> _JSON | None:
    """Return the sentence that was there before; a list's lines are one of its own there.

    Two that an abbreviation's stop seems to join, "… from Acme Corp. Should you …", are both of them.
    """
    exact = before.get(sentence) or _joined(sentence, before)
    if exact is not None:
        return exact
    return next((held for text, held in before.items() if "\n" in held["text"] and sentence in text), None)


def _joined(sentence: str, before: Mapping[str, _JSON]) -> _JSON | None:
    held, rest = [], sentence
    while rest:
        text = max((text for text in before if text and rest.startswith(text)), key=len, default="")
        if not text:
            return None
        held.append(before[text])
        rest = rest[len(text) :].lstrip()
    grounds = [ground for one in held for ground in one["stands_on"]]
    return {**held[0], "stands_on": grounds} if held else None


def _unsupported(message: Outgoing, process: Process, known: _Known, now: datetime) -> list[tuple[int, int, str]]:
    """Return where the gate's check of claims finds one that nothing backs."""
    calendar = working_calendar(process.header.country, process.header.zone)
    desk = Desk(load_policy(), load_tone(), calendar, grounds="\n".join(known.texts))
    found = review(message, process, now, desk, checks=(out009_unsupported,)).findings
    return [(f.begin, f.stop, f.quote) for f in found if f.begin is not None and f.stop is not None]


def _within(said: Said, wrong: Sequence[tuple[int, int, str]]) -> list[str]:
    return [quote for begin, stop, quote in wrong if begin < said.stop and said.begin < stop]


class _Known:
    """Everything that a sentence may stand on."""

    def __init__(self, base: Written, process: Process, background: Background) -> None:
        told = [Ground(**ground) for sentence in base.sentences for ground in sentence["stands_on"]]
        notes = [
            Ground("event", format_event(event, process.header.tz), event.source, event.id) for event in process.events
        ]
        self.grounds = tuple(dict.fromkeys((*told, *background.cv, *background.posting, *notes)))
        header = process.header
        people = (*background.names.values(), *background.names, background.style.name, *base.text.to, base.who)
        self.texts = (header.employer, header.role, *people, *(ground.text for ground in self.grounds))
        self.days = tuple(_days(process))

    def invented(self, sentence: str, language: str) -> list[str]:
        """Return the words of a sentence that no ground has."""
        return [found.quote for found in invented(sentence, self.texts, self.days, language)]

    def under(self, sentence: str) -> list[Ground]:
        """Return the grounds that share most words with a sentence, else the person's own word."""
        words = gate_grounds.content(sentence)
        shared = [(len(words & gate_grounds.content(g.text)), -n, g) for n, g in enumerate(self.grounds)]
        near = sorted((s for s in shared if s[0] >= _LEAST), key=lambda s: s[:2], reverse=True)
        return [ground for _, _, ground in near[:_MOST]] or [Ground("you", sentence, "you")]


def _days(process: Process) -> Iterator[date]:
    zone = process.header.tz
    for event in process.events:
        yield event.at.astimezone(zone).date()
    for interview in process.interviews:
        yield interview.end.astimezone(zone).date()
    for by in (getattr(event, "by", None) for event in process.events):
        if by is not None:
            yield by
    for outside in process.outside:
        offered = getattr(outside.event, "by", None)
        if offered is not None:
            yield offered
