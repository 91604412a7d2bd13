"""Today, from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sincerely.app.processes.questions import open_questions
from sincerely.app.today.ending import end_of, on_its_day, said
from sincerely.app.today.known import Known
from sincerely.app.today.reporting import Line, one_line
from sincerely.app.today.today import Today, facts_asked, today
from sincerely.app.today.unsent import untold
from sincerely.core.events import Accepted
from sincerely.core.policy import Policy
from sincerely.reading.linking.likeness import employer_likeness
from sincerely.store.base import Store

_WITHDRAW, _ONE = "OFF003", "OFF004"
# What a list calls a process in which an offer is held, see `reporting.state_of`.
_HELD = "offer"
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
    loaded = {process.header.id for process in held}
    week = now - timedelta(days=7)
    recent = seen.processes(
        row.header.id
        for row in seen.rows
        if row.header.id not in loaded and row.last_at is not None and row.last_at >= week
    )
    notices = [*untold(store, now), *(store.setting("notices") or ()), *(store.setting("background_problems") or ())]
    shown = today(held, now, policy, [*held, *recent], notices, seen.lines(held, now))
    asked = tuple(open_questions(store, now, seen))
    offers = seen.processes(row.header.id for row in seen.rows if row.state == _HELD)
    names = tuple(row.header.id for row in seen.rows)
    return replace(
        shown,
        names=names,
        wake_at=seen.same_until(now),
        offers=tuple(offers),
        asked=asked,
        questions=facts_asked(asked),
    )


def agreeing(found: Today) -> Today:
    """Return Today as it is shown to people, without what another finding takes the place of.

    Where one is to withdraw that is all that is owed: its mail thanks, answers what was asked, and ends the wait.
    A referee who is to be called with the briefing at hand need not
    be told besides to be sent it; and as one mail a week is enough for them, of several that a call may come only the
    most urgent is shown, and none beside a briefing. And nobody is told of the offer that they made themselves, which
    another process of the same employer holds. Of what is late the latest comes first: it can be helped soonest, while
    what was late weeks ago may be settled and nobody said so. In either group an answer to an offer comes first. Above
    both stands what ends today, and will be late tomorrow. That referees are few is said once for the whole search.
    """
    every = found.all
    left = {line.process.header.id for line in every if _is_over(line)}
    called = {(line.process.header.id, line.finding.who) for line in every if line.finding.code == _CALL}
    written = {
        line.finding.who
        for line in every
        if line.finding.code in {_BRIEF, _CALL} and not _is_heads_up(line) and line.process.header.id not in left
    }

    def kept(lines: Sequence[Line]) -> Iterator[Line]:
        for line in lines:
            code, name, who = line.finding.code, line.process.header.id, line.finding.who
            if code == _TELL and _is_their_own(line):
                continue
            if (code not in {_WITHDRAW, _ONE} and name in left) or (code == _BRIEF and (name, who) in called):
                continue
            if _is_heads_up(line):
                if who in written:
                    continue
                written.add(who)
            yield line

    late, due, soon, waiting = (tuple(kept(lines)) for lines in (found.late, found.due, found.soon, found.waiting))
    ends = {id(line): end for line in (*late, *due, *soon) if (end := end_of(line, found.now)) is not None}
    tonight = [line for line in (*late, *due, *soon) if id(line) in ends]
    late, due, soon = (tuple(line for line in group if id(line) not in ends) for group in (late, due, soon))
    newest = tuple(reversed(late))
    late, due = (tuple(sorted(group, key=lambda line: line.finding.code != _OFFER)) for group in (newest, due))
    tonight.sort(key=lambda line: (line.finding.code != _OFFER, ends[id(line)]))
    return replace(
        found,
        tonight=tuple(map(on_its_day, tonight)),
        late=late,
        due=due,
        soon=tuple(one_line(soon)),
        waiting=waiting,
        ends=said(tonight, found.offers, found.now),
    )


def _is_over(line: Line) -> bool:
    """Whether a job was accepted elsewhere, or here under another name: then nothing else there is worth a word."""
    finding = line.finding
    return finding.code == _WITHDRAW or (finding.code == _ONE and isinstance(finding.evidence[-1], Accepted))


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
