"""What the insights page shows: each figure as a sentence, a chart, and the numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from sincerely.app.insights.figures import Insights
from sincerely.app.insights.own import Punctuality
from sincerely.app.insights.waits import ENOUGH, Curve
from sincerely.app.insights.ways import End, Month, Row
from sincerely.web import charts

from .naming import named

# Days that the table of waits names, as far as anybody waited so long.
_DAYS = (3, 7, 14, 21, 30, 45, 60, 90, 180)


@dataclass(frozen=True)
class Table:
    """Numbers as a table; the first column names the row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A figure of the page: a sentence, a chart where there is enough for one, and the numbers."""

    id: str
    heading: str
    lede: str
    chart: Markup | None
    keys: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    note: str = ""


_LINES = {"after you applied": "line", "after an interview": "line dashed"}


def insights_page(found: Insights) -> dict[str, Any]:
    """Return what the page shows; nothing but a kind word where there is nothing to count."""
    if not found.processes:
        return {"figures": (), "processes": 0, "enough": ENOUGH}
    figures = [_waits(found), _months(found.months), _stages(found.funnel), _own(found), _referees(found)]
    return {"figures": [f for f in figures if f is not None], "processes": found.processes, "enough": ENOUGH}


def _waits(found: Insights) -> Figure:
    curves = (("after you applied", found.applications), ("after an interview", found.interviews))
    shown = [(label, of) for label, of in curves if of.enough]
    return Figure(
        id="waits",
        heading="How long employers took",
        lede=" ".join(_half(label, of) for label, of in curves),
        chart=charts.shares(found.applications, found.interviews) if shown else None,
        keys=tuple((_LINES[label], label) for label, _ in shown)
        + ((("stroke", "a wait without an answer so far"),) if any(of.answered < of.count for _, of in shown) else ()),
        tables=tuple(_waited(label, of) for label, of in shown),
        note="Whoever has not answered yet counts for as long as you have waited, neither as a no nor left out. "
        "An automatic receipt is no answer. Days are calendar days."
        if shown
        else "",
    )


def _half(label: str, of: Curve) -> str:
    count = _plural(of.count, "wait")
    if of.median is not None:
        still = of.count - of.answered
        more = f", {still} still open" if still else ""
        return f"Half had answered by day {of.median:.0f} {label} ({count}{more})."
    if not of.enough:
        return f"Too few to say {label}: {count}; from {ENOUGH} on it means something."
    return f"Fewer than half have answered yet {label} ({of.answered} of {count})."


def _waited(label: str, of: Curve) -> Table:
    rows = []
    for day in [day for day in _DAYS if day <= of.longest] or [_DAYS[0]]:
        step = of.by(day)
        sure = "" if step is None or step.low is None else f"{step.low:.0%} to {step.high:.0%}"
        rows.append((f"{day}", f"{step.share if step else 0:.0%}", sure or "–", str(of.watched(day))))
    return Table(
        f"{label.capitalize()} ({of.answered} of {of.count} answered)",
        ("By day", "Had answered", "Likely between", "Waits that long"),
        tuple(rows),
    )


def _months(months: tuple[Month, ...]) -> Figure | None:
    if not any(month.applied or month.answers for month in months):
        return None
    applied, answers = sum(m.applied for m in months), sum(m.answers for m in months)
    rows = [
        (f"{date(m.year, m.month, 1):%B %Y}", str(m.applied), str(m.onward), str(m.words), str(m.noes))
        for m in reversed(months)
    ]
    return Figure(
        id="months",
        heading="Answers over time",
        lede=f"{_plural(applied, 'application')} and {_plural(answers, 'first answer')}"
        f" in {_plural(len(months), 'month')}.",
        chart=charts.by_month(months),
        keys=(("outline", "applications"), ("filled", "answers that led on"), ("striped", "other answers")),
        tables=(
            Table("First answers by what they were", ("Month", "Applied", "Led on", "A word", "A no"), tuple(rows)),
        ),
        note="Led on: an interview, a test, a request or an offer. What employers wrote to you unasked counts too.",
    )


def _stages(rows: tuple[Row, ...]) -> Figure:
    ends = [end for end in End if any(kind is end for row in rows for kind, _ in row.ends)]
    table = tuple(
        (str(row.stage).capitalize(), str(row.reached), *(str(dict(row.ends).get(end, "–")) for end in ends))
        for row in rows
    )
    reached = {str(row.stage): row.reached for row in rows}
    return Figure(
        id="stages",
        heading="How far it went",
        lede=f"Of {_plural(reached['applied'], 'process', 'es')}, {reached['answered']} got an answer, "
        f"{reached['interview']} an interview and {reached['offer']} an offer.",
        chart=charts.stages(rows),
        keys=(),
        tables=(
            Table("And what became of those that got no further", ("Stage", "Reached", *map(_short, ends)), table),
        ),
        note="Applied includes the processes that began with a mail from the employer. Talks within a day are one "
        "interview.",
    )


def _short(end: End) -> str:
    words = {End.OPEN: "Open", End.REJECTED: "No", End.SILENT: "Silent", End.WITHDREW: "Withdrew"}
    return words.get(end, "Accepted")


def _own(found: Insights) -> Figure | None:
    every = (("Thank-yous", found.thank_yous), ("Hand-ins", found.hand_ins))
    counted = tuple((name, kept) for name, kept in every if kept.count)
    if not counted and not any(kept.open for _, kept in every):
        return None
    rows = tuple(
        (name, str(kept.on_time), str(kept.late), str(kept.never), _open(kept), _hours(kept)) for name, kept in every
    )
    return Figure(
        id="own",
        heading="You, in time",
        lede=" ".join(said for name, kept in every if (said := _kept(name, kept)))
        or "No thank-you or hand-in was due yet.",
        chart=charts.in_time(counted) if counted else None,
        keys=(("filled is-good", "on time"), ("striped is-due", "late"), ("outline is-wax", "never"))
        if counted
        else (),
        tables=(
            Table(
                "In figures",
                ("", "On time", "Late", "Never", "Still open", "Half within"),
                rows,
            ),
        ),
        note="On time is by when Today asks for it: a thank-you within a day, a hand-in by the day they named. "
        "A call or a card that you noted counts.",
    )


def _kept(name: str, kept: Punctuality) -> str:
    """Say how many were in time, and how many are late and still open; nothing where none was due."""
    done = [f"{kept.on_time} of {kept.count} on time"] if kept.count else []
    owed = [f"{kept.overdue} overdue and still open"] if kept.overdue else []
    return f"{name}: {', '.join(done + owed)}." if done or owed else ""


def _open(kept: Punctuality) -> str:
    return f"{kept.open}, {kept.overdue} overdue" if kept.overdue else str(kept.open)


def _hours(kept: Punctuality) -> str:
    if kept.median is None:
        return f"– ({len(kept.hours)} so far)"
    half = f"{kept.median:.0f} h" if kept.median < 48 else f"{kept.median / 24:.0f} days"
    return f"{half} (of {len(kept.hours)})"


def _referees(found: Insights) -> Figure | None:
    if not found.referees:
        return None
    worn = [row for row in found.referees if row.lately > found.at_most]
    lede = (
        f"{', '.join(row.who for row in worn)}: named more than {found.at_most} times in a month. Choose somebody else "
        "next."
        if worn
        else f"Nobody was named in more than {found.at_most} processes within a month."
    )
    rows = tuple(
        (
            named(row.who),
            row.answer or "not yet",
            f"{row.lately} of {found.at_most}",
            str(row.named),
            f"{row.told_how} of {row.named}",
        )
        for row in found.referees
    )
    return Figure(
        id="referees",
        heading="What your referees carry",
        lede=lede,
        chart=None,
        keys=(),
        tables=(
            Table(
                "By referee", ("Referee", "Their answer", "Named this month", "Named in all", "Told how it ended"), rows
            ),
        ),
        note="Every call costs a referee half an hour.",
    )


def _plural(count: int, word: str, ending: str = "s") -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}{ending}"
