"""What the drafts show: the list, the editor with the gate and the grounds beside it, the versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from difflib import SequenceMatcher
from typing import Any

from sincerely.app.drafts.composing import FIELDS, Desk, Looked
from sincerely.app.drafts.drafting import Unwritten
from sincerely.app.drafts.sheets import mark
from sincerely.app.outgoing.outgoing_listing import DraftLine
from sincerely.app.today.wording import day, headline, moment
from sincerely.core.outbound import Text, Written
from sincerely.core.process import Process
from sincerely.gate.verdict import Decision, Finding, Weight

_KINDS = {
    "thank-you": "Thank-you", "check-in": "Check-in", "answer": "Answer", "hand-in": "What they asked for",
    "ask-why": "One polite question", "ask-address": "Question for an address", "offer-thanks": "Thanks for the offer",
    "tell-others": "News of another offer", "withdrawal": "Withdrawal", "stay-in-touch": "Hello again",
    "accept-silence": "Goodbye", "reference-request": "Request to a referee", "briefing": "Briefing for a referee",
    "heads-up": "Heads-up for a referee", "reference-reminder": "Reminder to a referee",
    "reference-outcome": "News for a referee", "withdraw-reference": "Withdrawal of a referee",
}  # fmt: skip
_GROUNDS = {
    "debrief": "Your note", "cv": "Your CV", "posting": "The posting", "mail": "Their mail", "event": "What happened",
    "process": "This process", "you": "Your word", "name": "How they are called",
}  # fmt: skip
_WEIGHTS = {
    Weight.STOP: ("Not like this", "is-late"),
    Weight.HOLD: ("Not yet", "is-due"),
    Weight.ADVISE: ("Advice", "is-soon"),
}
# The command that takes the answer, and whom or what it names.
_DEBRIEF = "sincerely debrief"
_TO = re.compile(r" --to ([^\s-]\S*)")
LABELS = {"to": "To", "cc": "Copy", "subject": "Subject", "body": "The letter"}


_TONES = {"in doubt": "is-late", "asked again": "is-due", "approved": "is-soon", "held": "is-soon", "sent": "is-good"}


@dataclass(frozen=True)
class Shown:
    """A finding of the gate."""

    code: str
    chip: str
    tone: str
    message: str
    quote: str
    where: str
    begin: int
    proposal: str
    mend: str
    until: str
    overruled: bool


@dataclass(frozen=True)
class Ground:
    """What a sentence stands on, in words, with the page that shows it."""

    kind: str
    text: str
    event: str


@dataclass(frozen=True)
class Sentence:
    """A sentence and its grounds; ``words`` are those that nothing shows."""

    text: str
    grounds: tuple[Ground, ...]
    words: tuple[str, ...] = ()


def kind(purpose: str) -> str:
    """Return what a kind of mail is called."""
    return _KINDS.get(purpose, purpose.replace("-", " ").capitalize())


def drafts_page(lines: Sequence[DraftLine], zone: tzinfo) -> dict[str, Any]:
    """Return what the list of drafts shows: those to work on first."""
    rows = [
        {
            "name": line.written.name,
            "subject": line.written.text.subject or "(no subject)",
            "kind": kind(line.written.purpose),
            "to": ", ".join(line.written.text.to) or "nobody yet",
            "process": line.header.id,
            "employer": line.header.employer or line.header.id,
            "state": _state(line.state),
            "tone": next((tone for word, tone in _TONES.items() if _state(line.state).startswith(word)), ""),
            "edited": line.written.made_by == "edited",
            "when": f"{line.written.made_at.astimezone(zone):%a} {line.written.made_at.astimezone(zone).day}"
            f" {line.written.made_at.astimezone(zone):%B, %H:%M}",
        }
        for line in lines
    ]
    return {"open": [r for r in rows if not r["state"]], "others": [r for r in rows if r["state"]]}


def _state(told: str) -> str:
    """Return what became of a draft, short enough for a chip."""
    words = told.partition(" (")[0]
    return {"draft": "", "unknown": "in doubt"}.get(words, words.partition(", to be sent")[0])


def missing_page(missing: Sequence[Unwritten]) -> list[dict[str, Any]]:
    """Return what is asked before a letter can be written, and what answers it."""
    return [
        {
            "to": each.to,
            "kind": kind(each.what),
            "asks": [
                {
                    "ask": m.ask,
                    "how": m.how,
                    "debrief": _DEBRIEF in m.how,
                    "say": "--say" in m.how,
                    "to": named[1] if (named := _TO.search(m.how)) else "",
                    "who": "--to " in m.how and "--say" not in m.how,
                }
                for m in each.missing
            ],
        }
        for each in missing
    ]


def asks_only_for_notes(missing: Sequence[Unwritten]) -> bool:
    """Whether the debrief, and nothing else, answers everything that is asked."""
    return all(_DEBRIEF in m.how and "add-posting" not in m.how for each in missing for m in each.missing)


def from_words(sender: str) -> str:
    """Return who a mail is from, for people: a bare address stands without its brackets."""
    return sender.strip("<>") if sender.startswith("<") else sender


def editor_page(found: Desk, values: Mapping[str, str], seen: Mapping[str, str]) -> dict[str, Any]:
    """Return what the editor shows, without what is said of the text.

    Args:
        found: the draft.
        values: what fields say in the window that asks, where that is not what is kept.
        seen: marks of what that window had seen of them.
    """
    zone = found.process.header.tz
    return {
        "draft": found.written,
        "kind": kind(found.written.purpose),
        "header": found.process.header,
        "fields": {**found.fields, **values},
        "seen": {name: seen.get(name, mark(found.fields[name])) for name in FIELDS},
        "changed": found.changed,
        "saved": f"{found.saved_at.astimezone(zone):%H:%M}" if found.saved_at else "",
        "sender": from_words(found.sender),
        "unsigned": found.sender.startswith("<"),
        "attach": found.written.text.attach,
    }


def looked_page(found: Desk, looked: Looked) -> dict[str, Any]:
    """Return what is said of a text: the verdict, its findings, the grounds."""
    verdict, zone = looked.review.verdict, found.process.header.tz
    shown = [
        _finding(f, m.words if m else "", moment(f.not_before, zone) if f.not_before else "")
        for f, m in zip(verdict.findings, looked.mends, strict=True)
    ]
    standing = [f for f in shown if not f.overruled]
    until = moment(verdict.not_before, zone) if verdict.not_before else ""
    return {
        "verdict": str(verdict.decision),
        "verdict_word": str(verdict.decision),
        "says": _says(verdict.decision, until, len(standing)),
        "until": until,
        "findings": shown,
        "note": looked.review.note,
        "sentences": _sentences(looked, found.process),
        "kept_back": looked.kept_back,
        "unsaid": looked.unsaid,
        "their_language": looked.their_language,
        "chip": _chip(verdict.decision, len(standing)),
    }


def _says(decision: Decision, until: str, standing: int) -> str:
    if decision is Decision.STOP:
        return "Not like this."
    if decision is Decision.HOLD:
        return f"Good to go on {until}." if until else "Not now."
    return "It may go. Some advice first." if standing else "Nothing is in the way."


def _finding(found: Finding, mend: str, until: str) -> Shown:
    chip, tone = _WEIGHTS[found.weight]
    return Shown(
        code=found.code,
        chip="Overruled" if found.overruled else chip,
        tone="" if found.overruled else tone,
        message=found.message,
        quote=found.quote,
        where=found.where,
        begin=found.begin if found.begin is not None else -1,
        proposal=found.proposal,
        mend=mend,
        until=until,
        overruled=found.overruled,
    )


def _chip(decision: Decision, standing: int) -> tuple[str, str]:
    """Return the verdict in two words, for a phone's bar."""
    if decision is Decision.STOP:
        return "Not like this", "is-late"
    if decision is Decision.HOLD:
        return "Not yet", "is-due"
    return (f"Advice: {standing}", "is-soon") if standing else ("May go", "is-good")


def _sentences(looked: Looked, process: Process) -> list[Sentence]:
    bare = {each.sentence: each.words for each in looked.baseless}
    events = {event.id: event for event in process.events}

    def ground(told: Mapping[str, str]) -> Ground:
        kind, event = told["kind"], events.get(told.get("event", ""))
        words = told["text"]
        if kind == "event" and event is not None:
            words = f"{day(event.at, process.header.tz)}: {headline(event, process.header)}"
        elif kind == "debrief":
            words = words.partition(": ")[2] or words
        return Ground(_GROUNDS.get(kind, kind), words, event.id if event is not None else "")

    return [
        Sentence(
            told["text"],
            tuple(map(ground, told["stands_on"])),
            bare.get(told["text"], ()),
        )
        for told in looked.sentences
    ]


@dataclass(frozen=True)
class Piece:
    """A stretch of a text, as it was or as it became: ``same``, ``ins`` or ``del``."""

    how: str
    text: str


def difference(before: Text | None, after: Text) -> list[Piece]:
    """Return a text with what has changed in it, word by word."""
    if before is None:
        return [Piece("same", _whole(after))]
    old, new = _words(_whole(before)), _words(_whole(after))
    return list(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(new[k:m]))
            continue
        if j > i:
            yield Piece("del", "".join(old[i:j]))
        if m > k:
            yield Piece("ins", "".join(new[k:m]))


def _whole(text: Text) -> str:
    heads = [f"To: {', '.join(text.to)}", f"Cc: {', '.join(text.cc)}" if text.cc else "", f"Subject: {text.subject}"]
    return "\n".join([*filter(None, heads), "", text.body])


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)[:5000]


def versions_page(versions: Sequence[Written], shown: int, zone: tzinfo) -> dict[str, Any]:
    """Return a draft's versions, the newest first, and what one of them changed."""
    chosen = next((v for v in versions if v.version == shown), versions[-1])
    before = next((v for v in versions if v.version == chosen.version - 1), None)
    return {
        "versions": [
            {
                "version": v.version,
                "when": f"{v.made_at.astimezone(zone):%a} {v.made_at.astimezone(zone).day}"
                f" {v.made_at.astimezone(zone):%B, %H:%M}",
                "by": "you" if v.made_by == "edited" else "Sincerely",
                "latest": v.version == versions[-1].version,
            }
            for v in reversed(versions)
        ],
        "shown": chosen.version,
        "latest": versions[-1].version,
        "pieces": difference(before.text if before else None, chosen.text),
    }
