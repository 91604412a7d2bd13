"""One process erased for good, with all that belongs to it and every setting that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from sincerely.app.drafts.composing import sheet_name as draft_sheet
from sincerely.app.interviews.debrief_form import sheet_name as debrief_sheet
from sincerely.app.mail_in.bringing import FOLDER as BROUGHT
from sincerely.app.mail_in.reading_in import ALONE
from sincerely.app.processes.erasing import NotMeant, kept_before
from sincerely.app.processes.erasing_settings import Gone, tidied
from sincerely.core.corrections import uncorrected
from sincerely.core.handed import Place
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.core.rulings import Apart, Corrected, Merged, Split
from sincerely.store.base import Erasure, Store, StoreError


@dataclass(frozen=True)
class ErasedProcess:
    """What went.

    Attributes:
        name: the process's.
        events, messages, drafts: how many.
        left: what names it still, and is the person's to take away.
    """

    name: str
    events: int
    messages: int
    drafts: int
    left: tuple[str, ...] = ()


def erase_process(store: Store, header: Header, said: str, home: Path, now: datetime) -> ErasedProcess:
    """Erase a process, and those that were merged into it: facts, drafts, letters, posting, and what settings say.

    The mail itself stays; it stays known that it was read, so that a sync does not bring the process back.

    Args:
        store: the candidate's store.
        header: the process.
        said: its name, which the person types to say that they mean it.
        home: the data folder.
        now: the instant.

    Raises:
        NotMeant: the name was not typed.
        StoreError: mail is being read, or a message of it is being sent; nothing was erased.
    """
    if said.strip().casefold() != header.id.casefold():
        raise NotMeant(f'Type "{header.id}" to say that you mean it. Nothing was erased.')
    with store.alone(ALONE) as mine:
        if mine is None:  # it would bring back what it has read already
            raise StoreError("Mail is being read at this moment; erase it again when that has ended")
        with store.erasing():
            every = store.processes(row.header.id for row in store.summaries())
            names = _with_merged(header.id, {process.header.id: process for process in every})
            own = [process for process in every if process.header.id in names]
            others = [process for process in every if process.header.id not in names]
            moved = {one for other in others for one in _moved(other, names)}
            gone = _gone(store, own, others, moved)
            messages = sum(len(store.messages_of(name)) for name in names)
            drafts = sum(1 for draft in store.drafts() if draft.process in names)
            left = tuple(_left(store, names, home))
            store.erase(Erasure(names, moved, tidied(store, gone), {*gone.processes, *gone.words}), now)
    return ErasedProcess(header.id, sum(len(process.told) for process in own), messages, drafts, left)


def _with_merged(name: str, every: dict[str, Process]) -> frozenset[str]:
    """Return a process and those whose events were moved into it."""
    found, waiting = {name}, [name]
    while waiting:
        process = every.get(waiting.pop())
        for event in uncorrected(process.told) if process is not None else ():
            if isinstance(event, Merged):
                new = [each for each in event.who if each not in found]
                found.update(new)
                waiting += new
    return frozenset(found)


def _moved(other: Process, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what a process that stays holds of those that go: what was split off to them, and that it was."""
    going: set[str] = set()
    standing = {event.id for event in uncorrected(other.told)}
    for event in other.told:
        if isinstance(event, Split) and event.to in names:
            going |= {event.id, *(event.who if event.id in standing else ())}
        elif isinstance(event, Merged | Apart) and names.intersection(event.who):
            going.add(event.id)
    # A correction of what is gone says nothing any more; and it may be corrected in turn.
    for event in sorted(other.told, key=lambda event: event.at):
        if isinstance(event, Corrected) and event.who and {who.partition("/")[0] for who in event.who} <= going:
            going.add(event.id)
    return ((other.header.id, event_id) for event_id in sorted(going))


def _gone(store: Store, own: Iterable[Process], others: Iterable[Process], moved: AbstractSet[tuple[str, str]]) -> Gone:
    names = frozenset(process.header.id for process in own)
    mine = {str(address).casefold() for address in store.setting("me") or ()}
    mine |= {account.address.casefold() for account in store.accounts()}
    words = {word for process in own for word in _words(process)}
    shared = {word for process in others for word in _words(process, moved)}
    drafts = [draft for draft in store.drafts() if draft.process in names]
    return Gone(
        names,
        frozenset((*map(debrief_sheet, own), *map(draft_sheet, drafts))),
        frozenset(message.number for message in store.outgoings() if message.process in names),
        frozenset(paper.id for paper in store.papers() if paper.process in names),
        frozenset(words - shared - mine),
    )


def _words(process: Process, but: AbstractSet[tuple[str, str]] = frozenset()) -> set[str]:
    """Return a process's employer and the addresses of its people, in lower case, but for some of its events."""
    header = process.header
    told = (event for event in process.told if event.takes == "people" and (header.id, event.id) not in but)
    people = chain.from_iterable(event.who for event in told)
    named = (header.employer, header.consultant, *(who for who in people if "@" in who))
    return {word.casefold() for word in named if word}


def _left(store: Store, names: frozenset[str], home: Path) -> Iterator[str]:
    """Yield what lies elsewhere."""
    drafts = {draft.draft for draft in store.drafts() if draft.process in names}
    sent = {message.number for message in store.outgoings() if message.process in names}
    for place, what in ((Place.DRAFTS, "drafts"), (Place.SENT, "sent copies"), (Place.FILE, "letters saved as files")):
        handed = [one for one in store.handed(place) if one.done and (one.draft in drafts or one.outgoing in sent)]
        if handed:
            where = "" if place is Place.FILE else " in your mailbox"
            yield f"{len(handed)} {what}{where}"
    for path in kept_before(home):
        yield f"{path.name}: the store as it was before a restoring, in {path.parent}"
    if any((home / BROUGHT).rglob("*")):
        yield f"the mail that you brought, in {home / BROUGHT}"
