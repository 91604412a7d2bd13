"""What settings say once a process is erased: no more of it, its people and its letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sincerely.app.background.background_jobs import PROBLEMS
from sincerely.app.drafts.sheets import setting_of
from sincerely.app.drafts.style import LEARNT
from sincerely.app.interviews.debrief_mail import MAILS
from sincerely.app.mail_in.arranging import TALKS
from sincerely.app.mail_in.known_links import DAYS
from sincerely.app.mail_in.reading_in import READING
from sincerely.app.mail_in.returning import RETURNS
from sincerely.app.mail_in.waiting_mail import WAITING
from sincerely.app.mail_in.waiting_returns import WAITING as RETURNS_WAITING
from sincerely.app.outgoing.sent_by_whom import BY_HAND
from sincerely.app.processes.being_about import PLACED
from sincerely.app.processes.exits import JOURNAL
from sincerely.app.processes.put_forward_twice import APART
from sincerely.app.processes.regrouping import REGROUPED
from sincerely.app.processes.setting_aside import ASIDE
from sincerely.app.processes.which_opening import BETWEEN, DOUBTED
from sincerely.app.today.policies import SETTING as POLICY
from sincerely.store.base import Store

_ERASED = "what belonged to a process that is erased is left out here"


@dataclass(frozen=True)
class Gone:
    """What is erased.

    Attributes:
        processes: their names.
        sheets: names of the sheets on which something was typed for them.
        outgoing: numbers of messages that were to go out.
        papers: ids of postings.
        words: names, addresses and employers that nothing else has to do with.
    """

    processes: frozenset[str]
    sheets: frozenset[str] = frozenset()
    outgoing: frozenset[int] = frozenset()
    papers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        each = "|".join(re.escape(word) for word in sorted(self.words | self.processes, key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])", re.IGNORECASE)

    def names(self, text: str) -> bool:
        """Whether a text names something of it."""
        return self._pattern.search(text) is not None

    def inside(self, value: Any) -> bool:
        """Whether a JSON value names something of it, at whatever depth."""
        if isinstance(value, str):
            return self.names(value)
        if isinstance(value, Mapping):
            return any(self.inside(each) for pair in value.items() for each in pair)
        return isinstance(value, Collection) and any(self.inside(each) for each in value)


def _journal(deeds: list[dict[str, Any]], gone: Gone) -> list[dict[str, Any]]:
    """Leave what was said of others; a deed about nothing but what is gone can't be taken back any more."""
    left = []
    for deed in deeds:
        items = [item for item in deed["items"] if item[0] not in gone.processes]
        papers = [paper for paper in deed["papers"] if paper not in gone.papers]
        settings = {name: without(name, value, gone) for name, value in deed.get("settings", {}).items()}
        named = gone.names(deed["label"])
        if (named or not settings) and not items and not papers and (deed["items"] or deed["papers"] or named):
            continue
        kept = {**deed, "items": items, "papers": papers, "label": _ERASED if named else deed["label"]}
        left.append({**kept, "settings": settings} if settings else kept)
    return left


def _policy(chosen: dict[str, Any], gone: Gone) -> dict[str, Any]:
    kept = {name: own for name, own in chosen.get("processes", {}).items() if name not in gone.processes}
    return {**chosen, "processes": kept}


def _of_processes(kept: list[dict[str, Any]], gone: Gone) -> list[dict[str, Any]]:
    return [each for each in kept if each["process"] not in gone.processes]


def _lines(kept: list[str], gone: Gone) -> list[str]:
    return [each for each in kept if not gone.names(each)]


def _reading(kept: dict[str, Any], gone: Gone) -> dict[str, Any]:
    """Leave how the last reading went, without what its first mails said."""
    return {**kept, "first": [], "notes": _lines(kept["notes"], gone)}


_TIDY: Mapping[str, Callable[[Any, Gone], Any]] = {
    JOURNAL: _journal,
    POLICY: _policy,
    RETURNS: _of_processes,
    MAILS: _of_processes,
    TALKS: _of_processes,
    DAYS: lambda kept, gone: {name: told for name, told in kept.items() if told[0] not in gone.processes},
    REGROUPED: lambda kept, gone: [name for name in kept if name not in gone.processes],
    ASIDE: lambda kept, gone: [name for name in kept if name not in gone.processes],
    PLACED: lambda kept, gone: [name for name in kept if name not in gone.processes],
    APART: lambda kept, gone: [pair for pair in kept if gone.processes.isdisjoint(pair)],
    BETWEEN: lambda kept, gone: {name: two for name, two in kept.items() if gone.processes.isdisjoint(two)},
    BY_HAND: lambda kept, gone: [number for number in kept if number not in gone.outgoing],
    READING: _reading,
    PROBLEMS: _lines,
    DOUBTED: lambda kept, gone: [each for each in kept if not gone.inside(each)],
    RETURNS_WAITING: lambda kept, gone: [each for each in kept if not gone.inside(each)],
    # Nothing but digests, and what the person is asked; that it was read stays known.
    WAITING: lambda kept, gone: [each for each in kept if each["asked"] not in gone.processes],
    "notices": _lines,
    # It is learnt anew, from the letters that are left.
    LEARNT: lambda _kept, _gone: None,
}
# What the person chose, and who may come in.
_THEIRS = frozenset(
    """me not_me style reminders calendar calendar_written not_let_in feed front_door tokens public_address sample
    sends_by_itself""".split()
)


def without(name: str, value: Any, gone: Gone) -> Any:
    """Return what a setting is to be; None where nothing of it is left."""
    if name in _THEIRS or value is None:
        return value
    if name in _TIDY:
        return _TIDY[name](value, gone)
    # Of a setting that nobody thought of, rather too much goes than too little.
    return None if gone.names(name) or gone.inside(value) else value


def tidied(store: Store, gone: Gone) -> dict[str, Any]:
    """Return every setting that is to change."""
    sheets = {setting_of(name) for name in gone.sheets}
    changed: dict[str, Any] = {}
    for name in store.setting_names():
        value = store.setting(name)
        left = None if name in sheets else without(name, value, gone)
        if left != value or name in sheets:
            changed[name] = left
    return changed
