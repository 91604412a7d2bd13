"""Which things to hand in a mail asks for by their names: the encoder has seen some of them seldom, and words show them too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from . import deadlines
from .acts import acts
from .items_due import ASKS
from .items_lists import rows_asked
from .items_named import Named, is_joined, named
from .items_unasked import is_at_rest
from .telling import NOTICED, Teller

# From where on a mail is something else's, and a time is by when something is due.
_ELSEWHERE = 0.5
_DUE = 0.5
_SAID, _DUE_SAID = re.compile(r"\b(?:due|fällig)\b", re.IGNORECASE), 0.2
# What a list holds is asked for if one of its rows surely is.
_SURELY = 0.7
# A sentence that follows one that asks need not ask as plainly.
_STILL = 0.5


def asked(teller: Teller) -> dict[str, int]:
    """Return the items that a mail names and asks for, with the statement that does; none in mail about something else."""
    scene = teller.scene
    if scene.insight.kinds["other"] > _ELSEWHERE:
        return {}
    items = [_wanted(statement.words, scene.items) for statement in scene.said]
    if not any(items):
        return {}
    seen = {item: teller.where(f"requested:{item}") for item in scene.items if _is_seen(teller, item)}
    found: dict[str, int] = {}
    for index, some in enumerate(items):
        for one in _asked_here(teller, index, some, seen, {*found.values(), *seen.values()}):
            found.setdefault(one.item, index)
    surely = {index for item, index in seen.items() if teller.likely(f"requested:{item}") >= _SURELY}
    for index in rows_asked(scene, surely):
        for one in items[index]:
            found.setdefault(one.item, index)
    return found


def _is_seen(teller: Teller, item: str) -> bool:
    return teller.likely(f"requested:{item}") >= NOTICED


def _wanted(words: Sequence[str], items: Mapping[str, str]) -> list[Named]:
    """Return what a sentence names and does not speak of as being there already, or unwanted."""
    return [one for one in named(words, items) if not is_at_rest(words, one)]


def _asked_here(
    teller: Teller, index: int, some: Sequence[Named], seen: Mapping[str, int], asking: set[int]
) -> Iterator[Named]:
    """Yield which of the items that a statement names it asks for.

    All, where it asks, or goes on asking after one that does, or says by when they are due; else those that it names in
    one breath with what is seen to be asked for.
    """
    statement = teller.scene.said[index]
    likely = acts(statement.sentence.text, teller.scene.acts)["request"] if some else 0.0
    if likely >= (_STILL if index - 1 in asking else ASKS) or (some and _has_deadline(teller, index)):
        yield from some
        return
    words = statement.words
    sure = [one for one in some if seen.get(one.item) == index]
    yield from (one for one in some if any(is_joined(words, one, other) for other in sure if other != one))


def _has_deadline(teller: Teller, index: int) -> bool:
    """Whether a statement says in so many words by when something is due."""
    times = teller.scene.said[index].times
    return any(
        timed.likely >= (_DUE_SAID if _SAID.search(times[timed.which].quote) else _DUE)
        and deadlines.is_deadline(times[timed.which])
        for timed in teller.insight.times("due")
        if timed.statement == index
    )
