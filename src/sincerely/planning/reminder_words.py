"""What a notice says: few words, dates instead of reproaches, and never a scolding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from sincerely.core.finding import Stage

from .entry_words import Shows, words_of
from .reminding import Kind, Notice, Told

# A notification that must be scrolled is not read.
_MOST_LINES = 5


@dataclass(frozen=True)
class Words:
    """A notice in words: a line, and more."""

    title: str
    body: str


def words_of_notice(notice: Notice, zone: tzinfo, *, whole: bool = False) -> Words:
    """Return a notice in words.

    Args:
        notice: what is to be said.
        zone: the reader's own, for its times.
        whole: say all of it, as a mail can; a notification says the beginning.
    """
    count = len(notice.told)
    things = "1 thing" if count == 1 else f"{count} things"
    title = f"Sincerely: {things} for today" if notice.kind is Kind.DIGEST else f"Sincerely: {things} can't wait"
    shown = notice.told if whole or count <= _MOST_LINES else notice.told[: _MOST_LINES - 1]
    lines = [_line(one, zone) for one in shown]
    if len(shown) < count:
        lines.append(f"and {count - len(shown)} more on Today")
    return Words(title, "\n".join(lines))


def _line(one: Told, zone: tzinfo) -> str:
    finding = one.what.finding
    words = words_of(finding, one.what.header, Shows.SOME).summary
    when = finding.late if one.stage is Stage.LATE else finding.due
    if when is None:
        return words
    return f"{words} ({'due' if one.stage is Stage.SOON else 'since'} {_moment(when, zone)})"


def _moment(when: datetime, zone: tzinfo) -> str:
    there = when.astimezone(zone)
    return f"{there:%a} {there.day} {there:%b}, {there:%H:%M}"
