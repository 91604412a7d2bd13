"""The mail that settles a finding, from the pages: the one that is there already, else a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sincerely.app.drafts.composing import sheet_name
from sincerely.app.drafts.draft_grounds import gathered
from sincerely.app.drafts.drafting import Unwritten, Wish, drafts
from sincerely.app.drafts.keeping import keep, open_draft, written_of
from sincerely.app.drafts.kept import live
from sincerely.app.drafts.sheets import load
from sincerely.app.interviews.debrief_notes import take_up
from sincerely.app.processes.exits import NothingThere
from sincerely.core.outbound import State, Written
from sincerely.core.process import Process
from sincerely.store.base import Store
from sincerely.writing.facts.grounds import Draft


@dataclass(frozen=True)
class Started:
    """What there is to work on.

    Attributes:
        process: whose mail it is.
        drafts: one for each person or item.
        missing: those that want ground first.
    """

    process: Process
    drafts: tuple[Written, ...]
    missing: tuple[Unwritten, ...]


def start(store: Store, name: str, code: str, wish: Wish, now: datetime) -> Started:
    """Return the mail or mails that settle a finding, written where they are not there yet.

    What was typed into a debrief and not finished counts as said. A draft that the person has touched, or approved,
    stays as it is.

    Args:
        store: the candidate's store.
        name: the process's.
        code: the finding's, or a kind of mail.
        wish: whom it is to, and what the person gives for it.
        now: when.

    Raises:
        NothingThere: there is no such process.
        NoSuchDraft: no mail settles that.
    """
    process = store.process(name)
    if process is None:
        raise NothingThere(f'no process is called "{name}"')
    if take_up(store, name, now) is not None:
        process = store.process(name)
        assert process is not None
    made = drafts(process, code, gathered(store, process, now).background, wish, now)
    kept = tuple(_kept(store, process, code, each, now) for each in made if isinstance(each, Draft))
    return Started(process, kept, tuple(each for each in made if isinstance(each, Unwritten)))


def _kept(store: Store, process: Process, code: str, draft: Draft, now: datetime) -> Written:
    there = open_draft(store, written_of(process, code, draft, now))
    if there is not None and _touched(store, there):
        return there
    [kept] = keep(store, process, code, [draft], now)
    return kept.written


def _touched(store: Store, there: Written) -> bool:
    message = live(store, there)
    return bool(load(store, sheet_name(there)).fields) or (message is not None and message.state is not State.DRAFT)


def anew(store: Store, there: Written, now: datetime, said: str = "") -> Written | None:
    """Write a draft anew from what is known today, over what the person made of it; their versions stay.

    Returns:
        The new version; None where ground is missing now.

    Raises:
        NothingThere: its process is gone.
    """
    started = store.process(there.process)
    if started is None:
        raise NothingThere(f'no process is called "{there.process}" any more')
    wish = Wish(there.who, said)
    made = drafts(started, there.purpose, gathered(store, started, now).background, wish, now)
    found = [d for d in made if isinstance(d, Draft) and (d.about or d.to) == there.who]
    if not found:
        return None
    [kept] = keep(store, started, there.code, found, now, fresh=True)
    return kept.written
