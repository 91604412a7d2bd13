"""What a mail proposes for an interview, or answers, kept until the other half is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sincerely.reading.meetings.agreeing import (
    Answer,
    Clause,
    Pick,
    Proposal,
    Proposed,
)

TALKS = "talks"
# Older ones give way: nobody answers a proposal after so long.
_MOST = 400
_LONG_AGO = timedelta(days=180)
# A proposal that is answered in a new thread is no older than this.
_ANSWERED_WITHIN = timedelta(days=21)
# How sure it is whom one will meet who are called one's partners in the talk.
_TOLD = 0.9
_RE = re.compile(r"^(?:(?:re|aw|antw|sv|fwd?|wg|tr)\s?(?:\[\d+\])?:\s?)+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Talk:
    """One mail that proposes a time, or may accept one.

    Attributes:
        name: its Message-ID, without brackets.
        source: how its events name it.
        process: where it belongs.
        at: when it was sent, no later than it was read.
        sent: whether the candidate wrote it.
        thread: the Message-IDs that it answers, the one that it is a reply to last.
        people: addresses at the other end.
        subject: without what marks a reply.
        replies: whether its subject marks a reply.
        fixed: when the interview is, as it says by itself.
        invites: whether an invitation in it says so, which knows its zone as no words do.
        proposal, answer: what it says of times.
    """

    name: str
    source: str
    process: str
    at: datetime
    sent: bool
    thread: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    subject: str = ""
    replies: bool = False
    fixed: tuple[datetime, ...] = ()
    invites: bool = False
    proposal: Proposal | None = None
    answer: Answer | None = None


def as_json(talk: Talk) -> dict[str, Any]:
    """Return what is kept of a talk until its answer is read."""
    return _plain(asdict(talk))  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _instant(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def from_json(kept: dict[str, Any]) -> Talk:
    """Return a talk as it was kept."""
    proposal, answer = kept["proposal"], kept["answer"]
    return Talk(
        **{
            **kept,
            "at": datetime.fromisoformat(kept["at"]),
            "fixed": tuple(map(datetime.fromisoformat, kept["fixed"])),
            "thread": tuple(kept["thread"]),
            "people": tuple(kept["people"]),
            "proposal": proposal and _proposed(proposal),
            "answer": answer
            and Answer(
                **{
                    **answer,
                    "clauses": tuple(map(_clause, answer["clauses"])),
                    "who": tuple(answer["who"]),
                    "partners": tuple(answer.get("partners", ())),
                },
            ),
        }
    )


def _proposed(kept: dict[str, Any]) -> Proposal:
    return Proposal(**{**kept, "times": tuple(map(_time, kept["times"])), "stands": _instant(kept.get("stands"))})


def _time(kept: list[Any]) -> Proposed:
    start, end, who, *rest = kept
    return Proposed(datetime.fromisoformat(start), _instant(end), tuple(who), *rest)


def _clause(kept: list[Any]) -> Clause:
    says, picks, places, *rest = kept
    made = (Pick(datetime.fromisoformat(start), _instant(end), *more) for start, end, *more in picks)
    return Clause(says, tuple(made), tuple(places), *rest)
