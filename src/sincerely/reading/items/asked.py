"""Which things to hand in a mail asks for by their names: the encoder has seen some of them seldom, and words show them too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sincerely.core.items import is_made_work
from sincerely.reading.scoring.acts import acts
from sincerely.reading.statements import deadlines
from sincerely.reading.statements.telling import NOTICED, Teller
from sincerely.reading.statements.them import asks_for_them

from .due import ASKS
from .held_up import holds_up
from .lists import rows_asked
from .named import Named, is_joined, named
from .ticked import rows_ticked
from .unasked import is_at_rest
from .wanted import is_wanted

# From where on a mail is something else's, and a time is by when something is due.
_ELSEWHERE = 0.5
_DUE = 0.5
_SAID, _DUE_SAID = re.compile(r"\b(?:due|fällig)\b", re.IGNORECASE), 0.2
# What a list holds is asked for if one of its rows surely is.
_SURELY = 0.7
# From where on a mail may be something else's, and words that ask in German or French need not be an employer's.
_PERHAPS_ELSEWHERE = 0.25
# A sentence that follows one that asks need not ask as plainly.
_STILL = 0.5


def asked(teller: Teller) -> dict[str, int]:
    """Return the items that a mail names and asks for, with the statement that does; none in mail about something else."""
    scene = teller.scene
    if scene.insight.kinds["other"] > _ELSEWHERE and not _is_sure(teller):
        return {}
    ticked = rows_ticked(scene)
    items = [
        [
            one
            for one in _wanted(statement.words, scene.items)
            if index not in ticked and not _is_of_kind(teller.insight.kind, statement.words, one)
        ]
        for index, statement in enumerate(scene.said)
    ]
    if not any(items):
        return {}
    seen = {item: teller.where(f"requested:{item}") for item in scene.items if _is_seen(teller, item)}
    found: dict[str, int] = {}
    for index, some in enumerate(items):
        for one in _asked_here(teller, index, some, seen, {*found.values(), *seen.values()}):
            found.setdefault(one.item, index)
    for index, (some, then) in enumerate(pairwise(items)):
        if some and not then and asks_for_them(scene.said[index + 1].sentence.text):
            for one in some:
                found.setdefault(one.item, index)
    surely = {index for item, index in seen.items() if teller.likely(f"requested:{item}") >= _SURELY}
    for index in rows_asked(scene, surely):
        for one in items[index]:
            found.setdefault(one.item, index)
    return found


def _is_sure(teller: Teller) -> bool:
    """Whether something is surely asked for: then the mail is no other's, whatever it seems to be as a whole."""
    return any(teller.likely(f"requested:{item}") >= _SURELY for item in teller.scene.items)


def _is_seen(teller: Teller, item: str) -> bool:
    return teller.likely(f"requested:{item}") >= NOTICED


# "Our work style questionnaire" is the test itself, where the mail is about one; "a health questionnaire" is none.
_QUESTIONS = frozenset("questionnaire questionnaires fragebogen fragebögen".split())
_PAPERS = frozenset("health medical vetting security screening diversity monitoring employment médical santé".split())


def _is_of_kind(kind: str, words: Sequence[str], one: Named) -> bool:
    """Whether a thing belongs to what a mail is about: the CV of those who like an opening, the questions of a test."""
    if kind == "outreach":
        return one.item == "resume"
    test = kind == "assessment" and not _QUESTIONS.isdisjoint(words[one.begin : one.stop])
    return test and _PAPERS.isdisjoint(words[max(0, one.begin - 3) : one.stop + 3])


def _wanted(words: Sequence[str], items: Mapping[str, str]) -> list[Named]:
    """Return what a sentence names and does not speak of as being there already, or unwanted."""
    return [one for one in named(words, items) if _holds_up(words, one) or not is_at_rest(words, one)]


def _holds_up(words: Sequence[str], one: Named) -> bool:
    """Whether something waits for a paper; a test is waited for where it is taken."""
    return not is_made_work(one.item) and holds_up(words, one)


def _asked_here(
    teller: Teller, index: int, some: Sequence[Named], seen: Mapping[str, int], asking: set[int]
) -> Iterator[Named]:
    """Yield which of the items that a statement names it asks for.

    All, where it asks, or goes on asking after one that does, or says by when they are due; else those that it asks for in
    German or French, or names in one breath with what is seen to be asked for.
    """
    statement = teller.scene.said[index]
    likely = acts(statement.sentence.text, teller.scene.acts)["request"] if some else 0.0
    if likely >= (_STILL if index - 1 in asking else ASKS) or (some and _has_deadline(teller, index)):
        yield from some
        return
    words = statement.words
    sure = [one for one in some if seen.get(one.item) == index]
    german = teller.scene.insight.kinds["other"] < _PERHAPS_ELSEWHERE or _is_sure(teller)
    for one in some:
        if (
            _holds_up(words, one)
            or (german and is_wanted(words, one))
            or any(is_joined(words, one, other) for other in sure if other != one)
        ):
            yield one


def _has_deadline(teller: Teller, index: int) -> bool:
    """Whether a statement says in so many words by when something is due."""
    times = teller.scene.said[index].times
    return any(
        timed.likely >= (_DUE_SAID if _SAID.search(times[timed.which].quote) else _DUE)
        and deadlines.is_deadline(times[timed.which])
        for timed in teller.insight.times("due")
        if timed.statement == index
    )
