"""An outgoing message, judged against the candidate's processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from typing import Any

from sincerely.app.drafts.own_words import own_words
from sincerely.app.drafts.spoken_of import mails_saying, unread_in
from sincerely.app.models.encoder import load_pieces
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.message import outgoing_of
from sincerely.app.processes.fitting_process import fitting
from sincerely.app.processes.papers import Lines, joined, lines_for
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.around import project
from sincerely.core.events import Event
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.outbound import Dispatch, Written
from sincerely.core.people import is_address
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.report import as_known
from sincerely.core.timeline import Timeline
from sincerely.core.working_time import WorkingCalendar
from sincerely.gate.case import Desk, Elsewhere
from sincerely.gate.message import Mailbox, Outgoing
from sincerely.gate.review import review
from sincerely.gate.tone import reports
from sincerely.gate.verdict import Decision, Finding, Verdict
from sincerely.store.base import Store

REPORT_NOTE = (
    "What you report here is no bad-mouthing, and nobody should talk you out of it. It weighs most where it can be "
    "acted on: a labour inspectorate or safety authority, an equality body, a works council or union, the police, "
    "a lawyer; many of them protect who reports."
)


@dataclass(frozen=True)
class Review:
    """A verdict, and the process that the message belongs to.

    Attributes:
        note: what the person should know besides.
        fitting: the processes that it may belong to, where nobody had named one.
    """

    verdict: Verdict
    process: Process | None
    message: Outgoing
    calendar: WorkingCalendar | None = None
    note: str = ""
    fitting: tuple[Header, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What judging takes besides a process.

    Attributes:
        others: the candidate's other processes.
        lines: of the CV and of the posting.
        own: what else a claim may stand on: what a draft was written from.
        names: how people are called, by address, where the message does not show it.
        mails: returns what the process's mails say, and whom they name.
        unread: returns the addresses whose mails say that nobody reads answers to them.
    """

    others: tuple[Elsewhere, ...] = ()
    lines: Lines = field(default_factory=Lines)
    own: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    mails: Callable[[], str] = str
    unread: Callable[[], frozenset[str]] = frozenset


class UnknownProcess(ValueError):
    """No single process has this name; the message names those that come near."""


def review_with(
    message: Outgoing,
    timelines: Sequence[Timeline],
    now: datetime,
    *,
    policy: Policy,
    overruled: Iterable[str] = (),
) -> Review:
    """Judge a message against the processes of a timeline; it belongs to the first that knows who gets it."""
    written = [(t.header, t.events) for t in timelines]
    header = belongs_to(message, written)
    if header is None:
        return review_process(message, None, now, (), policy=policy, overruled=overruled)
    events = next(events for h, events in written if h.id == header.id)
    process = fold(header, events, project(header, written))
    others = [elsewhere(h, found) for h, found in written if h.id != header.id]
    return review_process(message, process, now, others, policy=policy, overruled=overruled)


def review_process(
    message: Outgoing,
    process: Process | None,
    now: datetime,
    others: Sequence[Elsewhere],
    *,
    policy: Policy,
    overruled: Iterable[str] = (),
) -> Review:
    """Judge a message against one process, the candidate's others beside it."""
    return review_beside(message, process, now, Beside(tuple(others)), policy=policy, overruled=overruled)


def review_beside(
    message: Outgoing,
    process: Process | None,
    now: datetime,
    beside: Beside,
    *,
    policy: Policy,
    overruled: Iterable[str] = (),
) -> Review:
    """Judge a message against one process and what lies beside it."""
    calendar = working_calendar(process.header.country, process.header.zone) if process is not None else None
    claims = f"{joined(beside.lines.cv)}\n{beside.own}".strip()
    own = policy.for_process(process.header.id) if process is not None else policy
    desk = Desk(
        own,
        load_tone(),
        calendar,
        beside.others,
        claims,
        joined(beside.lines.posting),
        beside.mails,
        beside.unread,
        _is_word,
    )
    message = _with_names(message, beside.names)
    verdict = review(message, process, now, desk, overruled=[code.upper() for code in overruled])
    text = "\n\n".join(message.text[begin:stop] for begin, stop in message.stretches)
    return Review(verdict, process, message, calendar, REPORT_NOTE if reports(text) else "")


def _is_word(word: str) -> bool:
    return load_pieces().place(word) is not None


def _with_names(message: Outgoing, names: Mapping[str, str]) -> Outgoing:
    """Return a message whose people bear the names that are known of them: Tomas Bell reads at tbell@."""
    if not names:
        return message

    def named(box: Mailbox) -> Mailbox:
        return box if box.name else box._replace(name=names.get(box.address.casefold(), ""))

    return replace(message, to=tuple(map(named, message.to)), cc=tuple(map(named, message.cc)))


def names_of(written: Written) -> dict[str, str]:
    """Return the names that a draft's greeting stands on, by address."""
    grounds = [ground for sentence in written.sentences for ground in sentence["stands_on"]]
    return {
        ground["source"].casefold(): ground["text"]
        for ground in grounds
        if ground["kind"] == "name" and is_address(ground.get("source", "")) and not is_address(ground["text"])
    }


def beside_sent(store: Store, message: Dispatch, process: Process, now: datetime) -> Beside:
    """Return what judging a message takes once it is approved: whom it names was looked up in the mails before."""
    versions = store.versions(message.draft) if message.draft is not None else []
    written = next((each for each in versions if each.version == message.version), None)
    names = names_of(written) if written is not None else {}
    return Beside(others_of(store, process, now), names=names, mails=lambda: message.text.body)


def review_stored(
    message: Outgoing,
    store: Store,
    name: str,
    clock: Callable[[tzinfo], datetime],
    *,
    policy: Policy,
    overruled: Iterable[str] = (),
) -> Review:
    """Judge a message against a stored process, the candidate's other lively ones beside it.

    Args:
        message: what is to go out.
        store: the candidate's store.
        name: the process, or the beginning of its name.
        clock: gives the instant, on a zone's clock.
        policy: the profile.
        overruled: codes of the checks that the person has overruled for this text.

    Raises:
        UnknownProcess: no single process has this name.
    """
    known = [row.header.id for row in store.summaries() if row.header.id.startswith(name)]
    if name not in known and len(known) != 1:
        near = ", ".join(known[:8]) or '"sincerely processes" lists them'
        raise UnknownProcess(f'no single process begins with "{name}": {near}')
    return _review_in_store(message, store, name if name in known else known[0], clock, policy, overruled)


def review_found(
    message: Outgoing,
    store: Store,
    clock: Callable[[tzinfo], datetime],
    *,
    policy: Policy,
    overruled: Iterable[str] = (),
) -> Review | None:
    """Judge a message against the stored process that it belongs to; None where none is found.

    Where it may belong to several, the strictest verdict counts; of one that has ended only where nothing was heard
    since in one that goes on.
    """
    codes = tuple(overruled)
    fits = tuple(process.header for process in _lively(fitting(message, store), clock))
    found = [_review_in_store(message, store, header.id, clock, policy, codes) for header in fits]
    return replace(max(found, key=_strictness), fitting=fits) if found else None


def _lively(fits: Sequence[Process], clock: Callable[[tzinfo], datetime]) -> list[Process]:
    """Return those that go on, and what ended after the last that is known of these; all where none goes on."""
    known = [as_known(process, clock(process.header.tz))[0] for process in fits]
    heard = [process.events[-1].at for process in known if process.outcome is None and process.events]
    return [
        process
        for process, now in zip(fits, known, strict=True)
        if now.outcome is None or not heard or now.outcome.at >= max(heard)
    ]


def _strictness(found: Review) -> tuple[int, bool, datetime]:
    verdict = found.verdict
    weight = (Decision.SEND, Decision.HOLD, Decision.STOP).index(verdict.decision)
    return weight, verdict.not_before is None, verdict.not_before or datetime.max.replace(tzinfo=UTC)


def _review_in_store(
    message: Outgoing,
    store: Store,
    name: str,
    clock: Callable[[tzinfo], datetime],
    policy: Policy,
    overruled: Iterable[str],
) -> Review:
    process = store.process(name)
    assert process is not None
    now = clock(process.header.tz)
    own = own_words(store, process.header.id)
    mails, unread = mails_saying(store, process.header.id), unread_in(store, process.header.id)
    beside = Beside(
        others_of(store, process, now), lines_for(store, process.header.id), own, mails=mails, unread=unread
    )
    return review_beside(message, process, now, beside, policy=policy, overruled=overruled)


def others_of(store: Store, process: Process, now: datetime) -> tuple[Elsewhere, ...]:
    """Return what the candidate's other lively processes add, and the names of those that ended."""
    lively = [elsewhere(p.header, p.events) for p in store.lively(now) if p.header.id != process.header.id]
    known = {process.header.id, *(there.header.id for there in lively)}
    ended = [Elsewhere(row.header, ended=True) for row in store.summaries() if row.header.id not in known]
    return (*lively, *ended)


def stood_on(written: Written) -> str:
    """Return a draft's sentences that stand on something, and the words of what they stand on."""
    sound = [sentence for sentence in written.sentences if sentence["stands_on"]]
    grounds = [ground["text"] for sentence in sound for ground in sentence["stands_on"]]
    return "\n".join([*(sentence["text"] for sentence in sound), *grounds])


def review_draft(store: Store, written: Written, sender: str, now: datetime, *, policy: Policy) -> Review:
    """Judge a kept draft's very text, as approving it would; nothing is changed by it."""
    process = store.process(written.process)
    lines = lines_for(store, written.process)
    others = others_of(store, process, now) if process is not None else ()
    own = f"{stood_on(written)}\n{own_words(store, written.process)}"
    looked_up = (mails_saying(store, written.process), unread_in(store, written.process))
    beside = Beside(others, lines, own, names_of(written), *looked_up)
    return review_beside(outgoing_of(written.text, sender), process, now, beside, policy=policy)


def belongs_to(message: Outgoing, written: Sequence[tuple[Header, Sequence[Event]]]) -> Header | None:
    """Return the process that a message belongs to: the first with somebody who gets it, else the first of all."""
    boxes = {box.address.casefold() for box in message.everybody if box.address}
    for header, events in written:
        known = {who.casefold() for event in events if event.takes == "people" for who in event.who}
        if boxes & (known | {header.consultant.casefold()} - {""}):
            return header
    return written[0][0] if written else None


def elsewhere(header: Header, events: Sequence[Event]) -> Elsewhere:
    """Return what one of the candidate's other processes adds: its name and its people."""
    kinds = {"scheduled", "interviewed", "heard", "thanked", "moved", "wrote", "rejected", "debriefed"}
    people = [who for event in events if event.verb in kinds for who in event.who if is_address(who) or event.who]
    sent = tuple(
        event for event in events if event.quote and event.verb in {"thanked", "wrote", "asked-why", "submitted"}
    )
    return Elsewhere(header, tuple(dict.fromkeys(people)), sent)


def as_json(found: Review, *, naive: bool) -> dict[str, Any]:
    """Return a verdict as the commands print it."""
    verdict = found.verdict
    told: dict[str, Any] = {
        "verdict": str(verdict.decision),
        "not_before": _time(verdict.not_before, found.process, naive=naive),
        "findings": [_finding(f, found.process, naive=naive) for f in verdict.findings],
    }
    if found.fitting and found.process is not None:
        told["process"] = found.process.header.id
        told["fitting"] = [header.id for header in found.fitting]
    return told | ({"note": found.note} if found.note else {})


def _finding(finding: Finding, process: Process | None, *, naive: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "code": finding.code,
        "weight": str(finding.weight),
        "message": finding.message,
        "quote": finding.quote,
        "begin": finding.begin,
        "stop": finding.stop,
        "where": finding.where,
        "proposal": finding.proposal,
        "not_before": _time(finding.not_before, process, naive=naive),
    }
    return told | ({"overruled": True} if finding.overruled else {})


def _time(instant: datetime | None, process: Process | None, *, naive: bool) -> str | None:
    if instant is None:
        return None
    there = instant.astimezone(process.header.tz) if process is not None else instant
    return (there.replace(tzinfo=None) if naive else there).isoformat(timespec="minutes")
