"""All figures of a candidate's search at an instant, and what the commands print of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.report import as_known
from sincerely.core.working_time import WorkingCalendar
from sincerely.rules import ref005_reference_worn
from sincerely.store.base import Store

from . import own, ways
from .own import Calendars, Punctuality, Referee
from .waits import Curve, curve
from .ways import Month, Row


@dataclass(frozen=True)
class Insights:
    """Figures of one candidate's search.

    Attributes:
        processes: how many they are made of.
        applications: from an application to the employer's first answer.
        interviews: from an interview to the employer's next word.
        months: applications and first answers, month by month.
        funnel: how many processes reached each stage.
        thank_yous: after interviews.
        hand_ins: of what employers asked for.
        referees: what was asked of whom.
        at_most: in how many processes a referee may be named lately, by REF005.
    """

    processes: int
    applications: Curve
    interviews: Curve
    months: tuple[Month, ...]
    funnel: tuple[Row, ...]
    thank_yous: Punctuality
    hand_ins: Punctuality
    referees: tuple[Referee, ...]
    at_most: int


def insights(processes: Iterable[Process], now: datetime, policy: Policy, calendars: Calendars) -> Insights:
    """Return the figures of a candidate's processes, as they stood at an instant.

    Args:
        processes: all of them.
        now: the instant; its zone is the reader's, for months.
        policy: by when thank-yous and hand-ins are due, and how often a referee may be named.
        calendars: when people at a process's employer work.
    """
    every = [as_known(process, now)[0] for process in processes]
    found = [way for process in every if (way := ways.way_of(process, now)) is not None]
    return Insights(
        processes=len(found),
        applications=curve(ways.application_waits(found, now)),
        interviews=curve(ways.interview_waits(found, now)),
        months=ways.months(found, now),
        funnel=ways.funnel(found),
        thank_yous=own.punctuality(own.thank_yous(every, now, policy, calendars), now),
        hand_ins=own.punctuality(own.hand_ins(every, policy, calendars), now),
        referees=own.referees(every, now, policy, calendars),
        at_most=policy.of(ref005_reference_worn.CODE, ref005_reference_worn.Options).at_most,
    )


def _calendar(process: Process) -> WorkingCalendar:
    return working_calendar(process.header.country, process.header.zone)


def insights_of(store: Store, now: datetime, policy: Policy) -> Insights:
    """Return the figures of what the store holds."""
    return insights(store.histories(), now, policy, _calendar)


# What moves with the clock alone (how long is waited) may be this old.
_FRESH = timedelta(hours=1)


class Recent:
    """The figures of one candidate's store, made again when an event was added, a process erased, or after an hour."""

    def __init__(self) -> None:
        self._made: tuple[tuple[int, int], datetime, Policy, Insights] | None = None

    def of(self, store: Store, now: datetime, policy: Policy) -> Insights:
        """Return the figures."""
        mark, made = (store.newest(), store.counts()["processes"]), self._made
        if made is not None and made[0] == mark and made[2] is policy and abs(now - made[1]) < _FRESH:
            return made[3]
        found = insights_of(store, now, policy)
        self._made = mark, now, policy, found
        return found


def as_json(figures: Insights) -> Iterator[Mapping[str, Any]]:
    """Yield every figure as one object, as ``--json`` prints it."""
    yield _wait("application", figures.applications)
    yield _wait("interview", figures.interviews)
    for month in figures.months:
        yield {
            "figure": "month",
            "month": f"{month.year}-{month.month:02d}",
            "applied": month.applied,
            "onward": month.onward,
            "noes": month.noes,
            "words": month.words,
        }
    for row in figures.funnel:
        ends = {str(end): count for end, count in row.ends}
        yield {"figure": "stage", "stage": str(row.stage), "reached": row.reached, "went_no_further": ends}
    yield _own("thank-you", figures.thank_yous)
    yield _own("hand-in", figures.hand_ins)
    for referee in figures.referees:
        yield {
            "figure": "referee",
            "who": referee.who,
            "answer": referee.answer,
            "asked": referee.asked,
            "named": referee.named,
            "named_lately": referee.lately,
            "at_most": figures.at_most,
            "told_how_it_ended": referee.told_how,
        }


def _wait(after: str, of: Curve) -> Mapping[str, Any]:
    return {
        "figure": "wait",
        "after": after,
        "n": of.count,
        "answered": of.answered,
        "median_days": _rounded(of.median, 1),
        "curve": [
            {
                "day": round(step.day, 2),
                "share": round(step.share, 4),
                "low": _rounded(step.low, 4),
                "high": _rounded(step.high, 4),
                "waiting": step.waiting,
            }
            for step in of.steps
        ],
    }


def _own(what: str, kept: Punctuality) -> Mapping[str, Any]:
    return {
        "figure": "own",
        "what": what,
        "on_time": kept.on_time,
        "late": kept.late,
        "never": kept.never,
        "open": kept.open,
        "overdue": kept.overdue,
        "n": len(kept.hours),
        "median_hours": _rounded(kept.median, 1),
    }


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
