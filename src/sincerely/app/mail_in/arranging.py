"""Interviews that two mails agree on: one proposes a time, the other one accepts it.

Either may be read first, days apart and by another command. What a mail proposes and what it answers is kept, so that
the same events come of it in whatever order. Only mail of known processes is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sincerely.app.mail_in.talks import Talk, as_json, from_json
from sincerely.core.corrections import SURE
from sincerely.core.events import Event, Moved, Scheduled, Slot
from sincerely.core.people import is_machine
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.linking.relays import own_domain
from sincerely.reading.meetings.agreeing import (
    NAMED,
    Agreed,
    Proposal,
    Proposed,
    agreed,
    declines,
    left_open,
    refuses,
)
from sincerely.reading.reader import Reading
from sincerely.store.base import Store

TALKS = "talks"
# Older ones give way: nobody answers a proposal after so long.
_MOST = 400
_LONG_AGO = timedelta(days=180)
# A proposal that is answered in a new thread is no older than this.
_ANSWERED_WITHIN = timedelta(days=21)
# How sure it is whom one will meet who are called one's partners in the talk.
_TOLD = 0.9
_RE = re.compile(r"^(?:(?:re|aw|antw|sv|fwd?|wg|tr)\s?(?:\[\d+\])?:\s?)+", re.IGNORECASE)


def talk_of(reading: Reading, events: Iterable[Event], process: str, source: str, now: datetime) -> Talk | None:
    """Return what of a mail may make an interview together with another one; None where there is nothing."""
    letter = reading.letter
    if not letter.message_id or (reading.proposal is None and reading.answer is None):
        return None
    if any(event.verb in {"withdrew", "accepted", "rejected", "offered"} for event in events):
        return None  # what suits, or not, is no time
    slots = [found.event for found in reading.events if isinstance(found.event, Scheduled | Moved)]
    thread = (*letter.references, letter.in_reply_to)
    others = (*letter.to, *letter.cc) if reading.sent else (letter.from_, *letter.reply_to)
    at = letter.date or letter.received or now
    return Talk(
        name=letter.message_id,
        source=source,
        process=process,
        at=min(at, now),
        sent=reading.sent,
        thread=tuple(dict.fromkeys(name for name in thread if name)),
        people=tuple(dict.fromkeys(who for box in others if (who := box.address.lower()) and not is_machine(who))),
        subject=" ".join(_RE.sub("", letter.subject).casefold().split()),
        replies=_RE.match(letter.subject) is not None,
        fixed=tuple(slot.start for slot in slots if slot.start is not None),
        invites=any(slot.uid for slot in slots),
        proposal=reading.proposal,
        answer=reading.answer,
    )


def take(*, store: Store, links: Links, talks: list[Talk], talk: Talk) -> None:
    """Keep what of a mail may make an interview; where it surely makes one, what is read next may move it.

    Args:
        store: the candidate's store.
        links: the processes that are known.
        talks: what was read before in this sync; the mail's is added.
        talk: the mail's.
    """
    talks.append(talk)
    if talk.answer is None or not any(clause.says for clause in talk.answer.clauses):
        return
    before: list[dict[str, Any]] = store.setting(TALKS) or []
    of_it = (from_json(one) for one in before if one["process"] == talk.process)
    within = [one for one in (*of_it, *talks) if one.process == talk.process and one.at <= talk.at]
    found = _arranged(_Talks(within), {talk.process})
    fixed = tuple(event for answer, _, event in found if answer is talk and event.confidence >= SURE)
    if fixed:
        links.learn(talk.process, Clues(at=talk.at, slots=fixed, goes_on=True))


def join(store: Store, read: Sequence[Talk], events: dict[str, list[Event]], now: datetime) -> None:
    """Add the interviews that come of what was just read and of what was read before; within the transaction.

    Args:
        store: the candidate's store.
        read: what was read just now.
        events: what was read just now, by process; interviews are added to them.
        now: the instant.
    """
    if not read:
        return
    before: list[dict[str, Any]] = store.setting(TALKS) or []
    fresh = {talk.name: talk for talk in read}
    known = {talk.name: talk for talk in map(from_json, before)} | fresh
    concerned = {talk.process for talk in read}
    for answer, proposal, event in _arranged(_Talks(known.values()), concerned):
        # What is said before may make a change of it.
        earlier = (one for one in read if one.process == answer.process and one.at < answer.at)
        new = fresh.get(answer.name) or fresh.get(proposal.name) or next(earlier, None)
        if new is not None:
            found = events.setdefault(new.process, [])
            # What the mail itself only seems to say, both say together.
            seeming = [one for one in found if _is_seeming(one, event)]
            found[:] = [one for one in found if one not in seeming]
            found.append(_with_more(event, seeming))
    kept = sorted((talk for talk in known.values() if talk.at > now - _LONG_AGO), key=lambda talk: talk.at)[-_MOST:]
    after = [as_json(talk) for talk in kept]
    if after != before:
        store.set_setting(TALKS, after)


def _is_seeming(one: Event, event: Slot) -> bool:
    """Whether an event is what a mail says by itself of an interview, and both mails say it better.

    "See you on Thursday", written on a Thursday, is by itself today; after "Thursday 3 December" it is that day.
    """
    if one.source != event.source or event.confidence < SURE:
        return False
    return one.id == event.id or (
        isinstance(one, Scheduled | Moved) and (one.start != event.start or _is_moved(one, event))
    )


def _is_moved(one: Event, event: Slot) -> bool:
    """Whether what a mail takes for an interview of its own is the one that both mails move."""
    return isinstance(one, Scheduled) and isinstance(event, Moved) and one.start == event.start


def _with_more(event: Slot, seeming: Iterable[Event]) -> Slot:
    """Return an interview that two mails agree on, with the end and the people of whom one of them tells."""
    own = next((one for one in seeming if isinstance(one, Slot) and one.start == event.start), None)
    return event if own is None else replace(event, end=event.end or own.end, who=event.who or own.who)


class _Talks:
    """Mails that may make an interview together, by their names and by their processes, each in order."""

    def __init__(self, talks: Iterable[Talk]) -> None:
        self.all = sorted(talks, key=lambda one: (one.at, one.name))
        self.named = {talk.name: talk for talk in self.all}
        self.within: dict[str, list[Talk]] = {}
        for talk in self.all:
            self.within.setdefault(talk.process, []).append(talk)
        self.answering: dict[str, list[Talk]] = {}
        for talk in self.all:
            if (target := self.target(talk)) is not None:
                self.answering.setdefault(target.name, []).append(talk)

    def target(self, talk: Talk) -> Talk | None:
        """Return the mail that one is a reply to, where somebody else wrote it."""
        found = self.named.get(talk.thread[-1]) if talk.thread else None
        return found if found is not None and found.sent is not talk.sent else None


def _arranged(talks: _Talks, concerned: Collection[str]) -> Iterator[tuple[Talk, Talk, Slot]]:
    """Yield the interviews that an answer and the proposal before it agree on, in the processes concerned."""
    for answer in talks.all:
        if answer.answer is None or answer.invites or len(answer.fixed) > 1 or answer.process not in concerned:
            continue
        for one, direct in _answered(answer, talks):
            proposal = _proposal(one, talks) or _wish(one, talks)
            if proposal is None or (not direct and _is_refused(one, answer, talks)):
                continue
            if one.people and answer.people and _houses(one).isdisjoint(_houses(answer)):
                # Passed on to somebody else, the words of an answer answer nothing to those who asked.
                proposal = replace(proposal, sure=False)
            found = [each for each in agreed(proposal, answer.answer, direct=direct) if each.time.start > answer.at]
            if proposal.moves and not (found or answer.sent) and direct:
                found = _named_instead(answer)
            if direct and answer.sent and (kept := _kept(answer, proposal)) is not None:
                yield answer, one, kept
                break
            if answer.fixed and not _says_more(found, answer.fixed, proposal, direct=direct):
                break
            yield from ((answer, one, _event(each, answer, proposal)) for each in found)
            yield from _with_partners(answer, found, talks)
            if found or direct:
                break


def _kept(answer: Talk, proposal: Proposal) -> Slot | None:
    """Return the interview that stands as it was, since the candidate says no to being moved to another time."""
    start = proposal.stands if proposal.moves else None
    quote = declines(proposal, answer.answer) if start is not None and answer.answer is not None else ""
    if not quote or start is None or start <= answer.at:
        return None
    return Scheduled(at=answer.at, start=start, source=answer.source, confidence=_TOLD, quote=quote)


def _with_partners(answer: Talk, found: Sequence[Agreed], talks: _Talks) -> Iterator[tuple[Talk, Talk, Slot]]:
    """Yield the interview that two mails agree on once more, with those whom a mail behind them calls its partners."""
    if len(found) != 1 or found[0].confidence < SURE:
        return
    start = found[0].time.start
    for one in talks.answering.get(answer.name, ()):
        if one.answer is not None and one.answer.partners and not one.sent and not one.fixed and one.at < start:
            who, quote = one.answer.partners, one.answer.partners_quote
            event = Scheduled(at=one.at, who=who, start=start, source=one.source, confidence=_TOLD, quote=quote)
            yield one, answer, event


def _is_refused(proposal: Talk, answer: Talk, talks: _Talks) -> bool:
    """Whether what a mail proposes was answered by a wish for another time: a mere yes since is to another."""
    named = answer.answer is not None and any(clause.picks or clause.places for clause in answer.answer.clauses)
    if proposal.proposal is None or named:
        return False
    return any(
        one.answer is not None and proposal.at < one.at < answer.at and refuses(proposal.proposal, one.answer)
        for one in talks.answering.get(proposal.name, ())
    )


def _wish(talk: Talk, talks: _Talks) -> Proposal | None:
    """Return what a mail asks for that wants another time than the one to which it was asked to move an interview."""
    target = talks.target(talk)
    base = _proposal(target, talks) if target is not None else None
    if base is None or not base.moves or talk.answer is None or not refuses(base, talk.answer):
        return None
    return Proposal(times=(), moves=True)


def _named_instead(answer: Talk) -> list[Agreed]:
    """Return the time that an employer fixes who was asked to move an interview to another: "Friday 4.30 is fine"."""
    if len(answer.fixed) != 1 or answer.answer is None:
        return []
    said = [clause for clause in answer.answer.clauses if clause.says == "strong" and clause.picks]
    said = [clause for clause in said if not (clause.asks or clause.denies)]
    return [Agreed(Proposed(answer.fixed[0]), NAMED, said[0].quote)] if said else []


def _says_more(found: Sequence[Agreed], fixed: Collection[datetime], proposal: Proposal, *, direct: bool) -> bool:
    """Whether two mails together fix another time than one of them does by itself, or move an interview to it."""
    if len(found) != 1 or found[0].confidence < SURE:
        return False
    return proposal.moves if found[0].time.start in fixed else direct


def _event(found: Agreed, answer: Talk, proposal: Proposal) -> Slot:
    kind = Moved if proposal.moves else Scheduled
    who = answer.answer.who if answer.answer is not None and answer.answer.who else found.time.who
    return kind(
        at=answer.at,
        who=who,
        start=found.time.start,
        end=found.time.end,
        source=answer.source,
        confidence=found.confidence,
        quote=found.quote,
    )


def _answered(answer: Talk, talks: _Talks) -> Iterator[tuple[Talk, bool]]:
    """Yield the mails that one may answer, the likeliest first, and whether it answers that very mail."""
    target = talks.target(answer)
    if target is not None:
        yield target, True
    before = [one for one in talks.within[answer.process] if one.at < answer.at and one.sent is not answer.sent]
    others = [one for one in reversed(before) if one is not target and _is_near(one, answer)]
    for one in others:
        # A mail without a thread that bears the subject of a proposal replies to the last one.
        yield one, not answer.thread and answer.replies and one is others[0] and one.subject == answer.subject


def _is_near(one: Talk, answer: Talk) -> bool:
    """Whether a mail may be answered in another thread, or in one where something stands between."""
    if one.name in answer.thread:
        return True
    recent = answer.at - one.at <= _ANSWERED_WITHIN
    return recent and one.process == answer.process and not _houses(one).isdisjoint(_houses(answer))


def _houses(talk: Talk) -> frozenset[str]:
    return frozenset(own_domain(who) or who for who in talk.people)


def _proposal(talk: Talk, talks: _Talks) -> Proposal | None:
    """Return what a mail proposes, by its own words or by leaving the choice among what was proposed to it."""
    proposal, target = talk.proposal, talks.target(talk)
    base = target.proposal if target is not None else None
    if proposal is not None:
        gone = _settled(target, talks) if target is not None else frozenset[datetime]()
        days = {time.start.date() for time in base.times} if base is not None else {start.date() for start in gone}
        times = tuple(_dated(time, next(iter(days))) if len(days) == 1 else time for time in proposal.times)
        times = tuple(time for time in times if time.dated)
        # Who wants another time than one that was only proposed moves nothing, but for what was agreed on since.
        moves = base.moves if base is not None else proposal.moves
        gone = gone.union(*(_settled(one, talks) for one in _answers_before(talk, talks)))
        # What is over by then moves no more: the coffee was good, and somebody else wants to meet next.
        gone = frozenset(start for start in gone if start > talk.at)
        moves = moves or (bool(gone) and gone.isdisjoint(time.start for time in times))
        proposal = replace(proposal, times=times, moves=moves) if times else None
    if base is not None and talk.answer is not None:
        left = left_open(base, talk.answer)
        settled = [one.time for one in agreed(base, talk.answer, direct=True) if one.confidence >= SURE]
        if left or settled:
            return replace(base, times=left or tuple(settled))
    return proposal


def _settled(talk: Talk, talks: _Talks) -> frozenset[datetime]:
    """Return the time that a mail surely accepts of those that it was asked about."""
    target = talks.target(talk)
    if target is None or target.proposal is None or talk.answer is None:
        return frozenset()
    found = agreed(target.proposal, talk.answer, direct=True)
    return frozenset(one.time.start for one in found if one.confidence >= SURE)


def _answers_before(talk: Talk, talks: _Talks) -> Iterator[Talk]:
    """Yield what the same writer answered before to the mail that this one answers."""
    target = talks.target(talk)
    return (one for one in talks.answering.get(target.name, ()) if one.at < talk.at) if target is not None else iter(())


def _dated(time: Proposed, day: Any) -> Proposed:
    """Return a time of which only the hour was told, on the day that was proposed before it."""
    if time.dated:
        return time
    start = datetime.combine(day, time.start.timetz())
    return time._replace(start=start, end=time.end and start + (time.end - time.start), dated=True)
