"""The exits of a finding, events by hand, and their undoing. Each is an event; nothing is changed or deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from sincerely.app.today.reporting import Line, lines, one_line
from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.policy import Policy
from sincerely.core.rulings import Corrected, Dismissed, Done, Snoozed
from sincerely.core.timeline import TimelineError, parse
from sincerely.store.base import Change, Store

BY_HAND = "you"
JOURNAL = "journal"
# Undo reaches back this far; older deeds can still be corrected one by one.
_KEPT = 200
# Reports depend on these.
_JUDGING = frozenset({"policy"})


class NothingThere(ValueError):
    """What was named does not exist, or names several things; the message says which there are."""


@dataclass(frozen=True)
class Deed:
    """Something that the person said and can take back.

    Attributes:
        at: when.
        label: what it was, in words.
        items: process, and event id and source (``ID/SOURCE``), of every event that it added.
        undone: whether it was taken back.
        turned: when it was last taken back or said again.
        papers: ids of every CV and posting that it gave or took away.
        settings: of every setting that it changed what it was before; of a deed that was undone, what it had become.
        headers: of every process whose employer, role or place it changed what they were, likewise.
    """

    at: datetime
    label: str
    items: tuple[tuple[str, str], ...]
    undone: bool = False
    turned: datetime | None = None
    papers: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def find(store: Store, policy: Policy, now: datetime, code: str, process: str = "", who: str = "") -> Line:
    """Return the one finding that is meant.

    Args:
        store: the candidate's store.
        policy: the profile.
        now: the instant.
        code: such as ``THX001``.
        process: its name or the beginning of it; may be empty where one process has such a finding, or where what
            all of them have is shown as one.
        who: address or item, or part of it; may be empty where there is one.

    Raises:
        NothingThere: none holds, or several do.
    """
    wanted = code.upper()
    held = [line for line in lines(store.lively(now), now, policy) if line.finding.code == wanted]
    if not held:
        raise NothingThere(f'no finding {wanted} holds now; "sincerely today" shows what does')
    meant = [row for row in held if row.process.header.id == process] or [
        row for row in held if row.process.header.id.startswith(process)
    ]
    exact = [row for row in meant if row.finding.who == who.lower()]
    meant = exact or [row for row in meant if who.lower() in row.finding.who.lower()]
    together = one_line(meant)
    if len(together) == 1:
        return together[0]
    among = "; ".join(f"{row.process.header.id} {row.finding.who}" for row in (meant or held))
    raise NothingThere(f"{wanted} {'holds more than once' if meant else 'holds, but not there'}: name one of {among}")


def settle(
    store: Store,
    line: Line,
    how: Literal["done", "dismissed", "snoozed"],
    now: datetime,
    *,
    until: date | None = None,
    channel: str = "",
) -> Deed:
    """Take one of a finding's exits and return what can be undone."""
    finding = line.finding
    who = () if finding.who == "-" else (finding.who,)
    event: Event
    if how == "snoozed":
        event = Snoozed(at=now, who=who, code=finding.code, until=until, source=BY_HAND)
    elif how == "done":
        event = Done(at=now, who=who, code=finding.code, channel=channel, source=BY_HAND)
    else:
        event = Dismissed(at=now, who=who, code=finding.code, source=BY_HAND)
    words = {"done": "done elsewhere", "dismissed": "not for me", "snoozed": f"remind me on {until}"}[how]
    changes = [Change(one.process.header, [event]) for one in (line, *line.alike)]
    return add_all(store, changes, now, f"{finding.code} {finding.who}: {words}")


def correct(store: Store, header: Header, events: Sequence[Event], now: datetime, label: str) -> Deed:
    """Say that events never happened."""
    wrong = Corrected(at=now, who=tuple(dict.fromkeys(event.id for event in events)), source=BY_HAND)
    return add(store, header, [wrong], now, label)


def wrong(store: Store, line: Line, now: datetime) -> Deed:
    """Say that what a finding stands on last did not happen, in whichever process that is told.

    Raises:
        NothingThere: nothing shows it.
    """
    label = f"{line.finding.code} {line.finding.who}: that is wrong"
    for event in reversed(line.finding.evidence):
        if any(told.id == event.id for told in line.process.told):
            return correct(store, line.process.header, [event], now, label)
        for row in store.summaries():
            other = store.process(row.header.id)
            if other is not None and any(told.id == event.id for told in other.told):
                return correct(store, other.header, [event], now, label)
    raise NothingThere(f"{line.finding.code} stands on nothing that could be wrong")


def note(store: Store, header: Header, line: str, now: datetime) -> Deed:
    """Add an event in the timeline notation, without its time where it happened now.

    Raises:
        TimelineError: it can't be read.
    """
    head = f"process {header.id} zone={header.zone} country={header.country}\n"
    try:
        [timeline] = parse(head + line, "note")
    except TimelineError:
        stamp = now.astimezone(header.tz).strftime("%Y-%m-%d %H:%M:%S")
        [timeline] = parse(f"{head}{stamp} {line}", "note")
    events = [_by_hand(event) for event in timeline.events]
    return add(store, header, events, now, line.strip())


def _by_hand(event: Event) -> Event:
    from dataclasses import replace

    return replace(event, source=BY_HAND)


def add(store: Store, header: Header, events: Sequence[Event], now: datetime, label: str) -> Deed:
    """Add events to one process as one deed that can be undone."""
    return add_all(store, [Change(header, events)], now, label)


def add_all(
    store: Store,
    changes: Sequence[Change],
    now: datetime,
    label: str,
    headers: Mapping[str, Mapping[str, str]] | None = None,
) -> Deed:
    """Add events to several processes, and what is said of them, as one deed that can be undone."""
    items = tuple((change.header.id, f"{event.id}/{event.source}") for change in changes for event in change.events)
    with store.transaction():
        store.add(changes, now)
        deed = Deed(now, label, items, headers=put_headers(store, headers or {}, now))
        remember(store, deed)
    return deed


def keep_with(store: Store, changes: Sequence[Change], settings: Mapping[str, Any], now: datetime, label: str) -> Deed:
    """Add events and keep settings as one deed that can be undone."""
    items = tuple((change.header.id, f"{event.id}/{event.source}") for change in changes for event in change.events)
    with store.transaction():
        deed = Deed(now, label, items, settings=_put_settings(store, settings, now))
        store.add(changes, now)
        remember(store, deed)
    return deed


def remember(store: Store, deed: Deed) -> None:
    """Put a deed into the journal, so that it can be taken back."""
    _remember(store, [*deeds(store), deed])


def deeds(store: Store) -> list[Deed]:
    """Return what the person said, oldest first."""
    kept: list[dict[str, Any]] = store.setting(JOURNAL) or []
    return [
        Deed(
            datetime.fromisoformat(deed["at"]),
            deed["label"],
            tuple((process, event) for process, event in deed["items"]),
            deed["undone"],
            datetime.fromisoformat(deed["turned"]) if deed.get("turned") else None,
            tuple(deed.get("papers", ())),
            deed.get("settings", {}),
            deed.get("headers", {}),
        )
        for deed in kept
    ]


def said_by_hand(store: Store, process: str) -> frozenset[str]:
    """Return the names of what a person said that a process is about, and has not taken back."""
    return frozenset(name for deed in deeds(store) if not deed.undone for name in deed.headers.get(process, {}))


def undo(store: Store, now: datetime) -> Deed:
    """Take back the last deed that stands.

    Raises:
        NothingThere: there is none.
    """
    return _flip(store, now, undone=False)


def redo(store: Store, now: datetime) -> Deed:
    """Say again what was last taken back.

    Raises:
        NothingThere: there is none.
    """
    return _flip(store, now, undone=True)


def _flip(store: Store, now: datetime, *, undone: bool) -> Deed:
    from dataclasses import replace

    with store.transaction():
        journal = deeds(store)
        meant = [(deed.turned or deed.at, index) for index, deed in enumerate(journal) if deed.undone is undone]
        if meant:
            # Undo takes the last deed; redo says again what was taken back last.
            index = max(meant)[1] if undone else meant[-1][1]
            deed = journal[index]
            items = _correct_items(store, deed, now)
            _turn_papers(store, deed, now)
            settings = _put_settings(store, deed.settings, now)
            headers = put_headers(store, deed.headers, now)
            turned = replace(deed, undone=not undone, items=items, turned=now, settings=settings, headers=headers)
            journal[index] = turned
            _remember(store, journal)
            return deed
    raise NothingThere("there is nothing to say again" if undone else "there is nothing to undo")


def _correct_items(store: Store, deed: Deed, now: datetime) -> tuple[tuple[str, str], ...]:
    """Correct a deed's events; the corrections are what a later redo corrects in turn."""
    by_process: dict[str, list[str]] = {}
    for owner, event in deed.items:
        by_process.setdefault(owner, []).append(event)
    changes, items = [], []
    for name, events in by_process.items():
        process = store.process(name)
        if process is None:
            continue
        wrong = Corrected(at=now, who=tuple(events), source=BY_HAND, note=f"undo: {deed.label}")
        changes.append(Change(process.header, [wrong]))
        items.append((name, f"{wrong.id}/{wrong.source}"))
    store.add(changes, now)
    return tuple(items)


def _turn_papers(store: Store, deed: Deed, now: datetime) -> None:
    """Take away what a deed gave, or bring back what it took away; and the other way round."""
    for name in deed.papers:
        paper = store.paper(name)
        if paper is not None:
            store.set_removed(name, now if paper.removed_at is None else None)


def set_by_hand(store: Store, settings: Mapping[str, Any], label: str, now: datetime) -> Deed:
    """Keep settings as one deed that can be undone; where they bear on reports, every process is judged again."""
    with store.transaction():
        deed = Deed(now, label, (), settings=_put_settings(store, settings, now))
        remember(store, deed)
    return deed


def _put_settings(store: Store, settings: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
    """Keep settings, and return what they were before."""
    before = {name: store.setting(name) for name in settings}
    for name, value in settings.items():
        store.set_setting(name, value)
    if _JUDGING & settings.keys():
        store.judge_all(now)
    return before


def put_headers(
    store: Store, headers: Mapping[str, Mapping[str, str]], now: datetime
) -> Mapping[str, Mapping[str, str]]:
    """Change what processes are about, and return what they were about before; what is gone is passed over."""
    from dataclasses import replace

    before = {}
    for name, values in headers.items():
        process = store.process(name)
        if process is not None:
            before[name] = {field: getattr(process.header, field) for field in values}
            store.set_header(replace(process.header, **values), now)
    return before


def _remember(store: Store, journal: Sequence[Deed]) -> None:
    store.set_setting(
        JOURNAL,
        [
            {
                "at": deed.at.isoformat(),
                "label": deed.label,
                "items": list(deed.items),
                "undone": deed.undone,
                "turned": deed.turned.isoformat() if deed.turned else None,
                "papers": list(deed.papers),
                **({"settings": dict(deed.settings)} if deed.settings else {}),
                **({"headers": {name: dict(values) for name, values in deed.headers.items()}} if deed.headers else {}),
            }
            for deed in journal[-_KEPT:]
        ],
    )
