"""Today, from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sincerely.app.processes.questions import open_questions
from sincerely.app.today.known import Known
from sincerely.app.today.reporting import Line
from sincerely.app.today.today import Today, today
from sincerely.app.today.unsent import untold
from sincerely.core.policy import Policy
from sincerely.reading.linking.likeness import employer_likeness
from sincerely.store.base import Store

_WITHDRAW = "OFF003"
_NEWS = frozenset({"WAIT002", "WAIT003"})
_OFFER, _TELL = "OFF001", "OFF002"
_CALL, _BRIEF = "REF003", "REF002"


def today_of(store: Store, now: datetime, policy: Policy, known: Known | None = None) -> Today:
    """Return Today from what the store holds; only processes that something may hold of are loaded.

    Args:
        store: the candidate's store.
        now: the instant, aware; its zone is the reader's.
        policy: the profile.
        known: what was loaded and reported before for this candidate; whoever asks once needs none.
    """
    seen = (known or Known()).look(store, policy)
    held = seen.lively(now)
    names = {process.header.id for process in held}
    week = now - timedelta(days=7)
    recent = seen.processes(
        row.header.id
        for row in seen.rows
        if row.header.id not in names and row.last_at is not None and row.last_at >= week
    )
    notices = [*untold(store, now), *(store.setting("notices") or ()), *(store.setting("background_problems") or ())]
    shown = today(held, now, policy, [*held, *recent], notices, seen.lines(held, now))
    # What lies between processes is asked, too: only the store knows of it.
    asked = tuple(open_questions(store, now, seen))
    every = tuple(row.header.id for row in seen.rows)
    return replace(shown, names=every, wake_at=seen.same_until(now), asked=asked, questions=len(asked))


def agreeing(found: Today) -> Today:
    """Return Today as it is shown to people, without what another finding takes the place of.

    From whom one is to withdraw nobody asks for news. A referee who is to be called with the briefing at hand need not
    be told besides to be sent it; and as one mail a week is enough for them, of several that a call may come only the
    most urgent is shown, and none beside a briefing. And nobody is told of the offer that they made themselves, which
    another process of the same employer holds. Of what is late the latest comes first: it can be helped soonest, while
    what was late weeks ago may be settled and nobody said so. In either group an answer to an offer comes first.
    """
    every = found.all
    left = {line.process.header.id for line in every if line.finding.code == _WITHDRAW}
    called = {(line.process.header.id, line.finding.who) for line in every if line.finding.code == _CALL}
    written = {line.finding.who for line in every if line.finding.code in {_BRIEF, _CALL} and not _is_heads_up(line)}

    def kept(lines: Sequence[Line]) -> Iterator[Line]:
        for line in lines:
            code, name, who = line.finding.code, line.process.header.id, line.finding.who
            if code == _TELL and _is_their_own(line):
                continue
            if (code in _NEWS and name in left) or (code == _BRIEF and (name, who) in called):
                continue
            if _is_heads_up(line):
                if who in written:
                    continue
                written.add(who)
            yield line

    late, due, soon, waiting = (tuple(kept(lines)) for lines in (found.late, found.due, found.soon, found.waiting))
    newest = tuple(reversed(late))
    late, due = (tuple(sorted(group, key=lambda line: line.finding.code != _OFFER)) for group in (newest, due))
    return replace(found, late=late, due=due, soon=soon, waiting=waiting)


def _is_their_own(line: Line) -> bool:
    """Whether an offer that others are to be told of is by the very employer who would be told."""
    employer, told = line.process.header.employer, line.finding.evidence
    offers = [held for held in line.process.offers_elsewhere if held.offered in told]
    return any(held.employer and employer and employer_likeness(held.employer, employer) for held in offers)


def _is_heads_up(line: Line) -> bool:
    fix = line.finding.fix
    return line.finding.code == _BRIEF and fix is not None and fix.what == "heads-up"


def nothing_sent(store: Store, *, processes: bool) -> bool:
    """Whether mail was read, and none that the person sent: what they answered then looks unanswered.

    Args:
        store: the candidate's store.
        processes: whether it holds any.
    """
    return processes and bool(store.setting("me")) and not store.sent_messages(1)
